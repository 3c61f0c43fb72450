"""Numbers in Chinese writing: 人民币大写, counting numbers, and dates with 〇."""

import datetime
from decimal import Decimal

from app.errors import NeedsCorrection
from app.rules.money import parse_amount

_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_SMALL = "零一二三四五六七八九"
_DATE = "〇一二三四五六七八九"
_GROUPS = ("", "万", "亿")


def amount_in_words(value: object, *, at: str = "amount") -> str:
    """The amount in 大写, e.g. 壹拾万零贰佰元零伍分 (支付结算办法附件一).

    整 follows 元 when nothing comes after it; after 角 the rule leaves it out or in, and we leave it out.
    Refuses what ``parse_amount`` refuses.
    """
    amount = parse_amount(value, at=at)
    yuan, fen = divmod(int(amount * 100), 100)
    jiao, fen = divmod(fen, 10)
    text = _integer(yuan, _CAPITAL, "拾佰仟") + "元" if yuan or not (jiao or fen) else ""
    if not jiao and not fen:
        return text + "整"
    if jiao:
        text += _CAPITAL[jiao] + "角"
    elif yuan:
        text += "零"
    if fen:
        text += _CAPITAL[fen] + "分"
    return text


def han_number(number: int) -> str:
    """A counting number 0 to 999,999,999,999 in Chinese: 15 is 十五, 110 is 一百一十."""
    if not 0 <= number <= 999_999_999_999:
        raise NeedsCorrection("number_out_of_range", at="number")
    text = _integer(number, _SMALL, "十百千")
    return text[1:] if text.startswith("一十") else text


def parse_han_number(text: str) -> int:
    """The number that ``han_number`` writes so; refuses ``number_malformed`` for any other writing."""
    if not text or len(text) > 40:
        raise NeedsCorrection("number_malformed", at="number")
    total = group = digit = 0
    for character in text:
        if character in _SMALL:
            digit = _SMALL.index(character)
        elif character in "十百千":
            group += (digit or 1) * 10 ** ("十百千".index(character) + 1)
            digit = 0
        elif character in "万亿":
            total += (group + digit) * (10**4 if character == "万" else 10**8)
            group = digit = 0
        else:
            raise NeedsCorrection("number_malformed", at="number")
    number = total + group + digit
    if number > 999_999_999_999 or han_number(number) != text:
        raise NeedsCorrection("number_malformed", at="number")
    return number


def han_date(day: datetime.date) -> str:
    """The day as court papers close: 二〇二六年三月二十日 (年 digit by digit with 〇)."""
    year = "".join(_DATE[int(digit)] for digit in f"{day.year:04d}")
    return f"{year}年{han_number(day.month)}月{han_number(day.day)}日"


def cn_date(day: datetime.date) -> str:
    """The day in running text: 2026年3月20日, no padded zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def parse_han_date(text: str) -> datetime.date:
    """The day that ``han_date`` writes so; refuses ``date_malformed`` or ``date_not_real``."""
    year_text, found_year, rest = text.partition("年")
    month_text, found_month, rest = rest.partition("月")
    day_text, found_day, tail = rest.partition("日")
    if not (found_year and found_month and found_day) or tail or len(year_text) != 4:
        raise NeedsCorrection("date_malformed", at="date")
    if any(character not in _DATE for character in year_text):
        raise NeedsCorrection("date_malformed", at="date")
    year = int("".join(str(_DATE.index(character)) for character in year_text))
    try:
        return datetime.date(year, parse_han_number(month_text), parse_han_number(day_text))
    except ValueError:
        raise NeedsCorrection("date_not_real", at="date") from None


def _integer(number: int, digits: str, units: str) -> str:
    """The whole number; a single 零 stands for every inner run of noughts."""
    if number == 0:
        return digits[0]
    text = ""
    gap = False
    for place in (2, 1, 0):
        group = number // 10 ** (4 * place) % 10**4
        if group == 0:
            gap = gap or bool(text)
            continue
        if text and (gap or group < 1000):
            text += digits[0]
        text += _four_digits(group, digits, units) + _GROUPS[place]
        gap = False
    return text


def _four_digits(group: int, digits: str, units: str) -> str:
    text = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        if gap:
            text += digits[0]
        text += digits[digit] + (units[place - 1] if place else "")
        gap = False
    return text


def decimal_yuan(amount: Decimal) -> str:
    """The amount for running text: 36000元 without idle decimals, 364.64元 with them."""
    return (f"{amount:f}" if amount != amount.to_integral_value() else f"{int(amount)}") + "元"
