"""Chinese writing of amounts, numbers and dates, against cn2an within its limits."""

from datetime import date
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.amounts import (
    amount_in_words,
    cn_date,
    decimal_yuan,
    han_date,
    han_number,
    parse_han_date,
    parse_han_number,
)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("100200.05", "壹拾万零贰佰元零伍分"),
        ("364.64", "叁佰陆拾肆元陆角肆分"),
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("10.5", "壹拾元伍角"),
        ("10000", "壹万元整"),
        ("100000000", "壹亿元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("1000000000.10", "壹拾亿元壹角"),
        ("12345.67", "壹万贰仟叁佰肆拾伍元陆角柒分"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_an_amount_is_written_in_capital_characters(amount: str, words: str) -> None:
    assert amount_in_words(amount) == words


@given(st.integers(1, 99_999_999_999_999))
def test_capital_characters_agree_with_another_writer(fen: int) -> None:
    amount = format(Decimal(fen) / 100, "f")
    assert amount_in_words(amount) == cn2an.an2cn(amount, "rmb")


@pytest.mark.parametrize("amount", ["-1", "0.001", "NaN", "", "1000000000000", 1.5, None])
def test_an_amount_that_makes_no_sense_is_refused(amount: object) -> None:
    with pytest.raises(NeedsCorrection):
        amount_in_words(amount)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (10, "十"), (15, "十五"), (110, "一百一十"), (100000, "十万"), (20010, "二万零一十")],
)
def test_a_number_is_written_as_it_is_counted(number: int, text: str) -> None:
    assert han_number(number) == text


@given(st.integers(0, 999_999_999_999))
def test_a_written_number_reads_back_the_same(number: int) -> None:
    assert parse_han_number(han_number(number)) == number


@pytest.mark.parametrize("text", ["", "二一", "十十", "百", "一零", "两", "15", "亿"])
def test_a_number_nobody_writes_so_is_refused(text: str) -> None:
    with pytest.raises(NeedsCorrection, match="number_malformed"):
        parse_han_number(text)


def test_a_date_is_written_with_round_noughts() -> None:
    assert han_date(date(2026, 3, 20)) == "二〇二六年三月二十日"
    assert han_date(date(2030, 10, 10)) == "二〇三〇年十月十日"
    assert cn_date(date(2026, 3, 5)) == "2026年3月5日"


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_written_date_reads_back_the_same(day: date) -> None:
    assert parse_han_date(han_date(day)) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("二〇二六年二月三十日", "date_not_real"),
        ("2026年3月20日", "date_malformed"),
        ("二〇二六年三月", "date_malformed"),
    ],
)
def test_a_date_that_is_none_is_refused(text: str, code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        parse_han_date(text)


def test_running_text_leaves_idle_decimals_out() -> None:
    assert decimal_yuan(Decimal("36000.00")) == "36000元"
    assert decimal_yuan(Decimal("364.64")) == "364.64元"
