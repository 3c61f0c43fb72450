"""居民身份证 numbers (GB 11643-1999) and 统一社会信用代码 (GB 32100-2015): the check digit, and what was read."""

import datetime
import re
import string
from dataclasses import dataclass

from app.errors import NeedsCorrection

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_SET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_PLACES = frozenset(
    str(place)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for place in range(first, last + 1)
)
_WIDE = {ord(narrow) + 0xFEE0: narrow for narrow in string.digits + string.ascii_letters}
OLDEST = 120

REGISTRARS = {
    "1": "机构编制",
    "2": "外交",
    "3": "司法行政",
    "4": "文化",
    "5": "民政",
    "6": "旅游",
    "7": "宗教",
    "8": "工会",
    "9": "市场监督管理",
    "A": "中央军委改革和编制",
    "N": "农业农村",
    "Y": "其他",
}


@dataclass(frozen=True)
class IdNumber:
    """A resident's number as 18 characters and what it says; warnings ask for a look, they refuse nothing."""

    number: str
    birth: datetime.date
    sex: str
    area: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class CreditCode:
    """A unified social credit code and what it says of its bearer."""

    code: str
    registrar: str
    category: str
    area: str
    organisation_code: str
    warnings: tuple[str, ...]


def check_id_number(text: object, today: datetime.date | None = None) -> IdNumber:
    """The number read, an old 15-digit one turned into 18 (19 inserted, check added).

    Refuses ``id_number_length``, ``id_number_characters``, ``id_number_birth_not_real``, ``id_number_birth_in_future``
    (with ``today``) and ``id_number_check_digit``. Warns ``over_120`` (born before 1900 where no day is given),
    ``area_unknown`` and ``old_card``.
    """
    if not isinstance(text, str):
        raise NeedsCorrection("id_number_malformed", at="text")
    number = tidied(text)
    if len(number) not in (15, 18):
        raise NeedsCorrection("id_number_length", at="text", length=len(number))
    if not re.fullmatch(r"[0-9]{15}|[0-9]{17}[0-9X]", number, re.ASCII):
        raise NeedsCorrection("id_number_characters", at="text")
    warnings: list[str] = []
    if len(number) == 15:
        number = number[:6] + "19" + number[6:]
        number += id_check_digit(number)
        warnings.append("old_card")
    try:
        birth = datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise NeedsCorrection("id_number_birth_not_real", at="text") from None
    if today is not None and birth > today:
        raise NeedsCorrection("id_number_birth_in_future", at="text")
    expected = id_check_digit(number[:17])
    if number[17] != expected:
        raise NeedsCorrection("id_number_check_digit", at="text", expected=expected)
    if age_on(birth, today) > OLDEST if today is not None else birth.year < 1900:
        warnings.append("over_120")
    if number[:2] not in _PLACES:
        warnings.append("area_unknown")
    sex = "男" if int(number[16]) % 2 else "女"
    return IdNumber(number, birth, sex, number[:6], tuple(warnings))


def tidied(text: str) -> str:
    """The number as a paper writes it: wide characters narrowed, small letters raised, no blanks."""
    return "".join(text.split()).translate(_WIDE).upper()


def id_check_digit(first_17: str) -> str:
    """The 18th character for the first seventeen digits (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11]


def age_on(birth: datetime.date, day: datetime.date) -> int:
    """Full years on the day; someone born on 29 February turns a year older on 1 March of a common year."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def check_credit_code(text: object) -> CreditCode:
    """The code read, small letters raised, wide ones narrowed.

    Refuses ``credit_code_length``, ``credit_code_characters`` and ``credit_code_check_digit``. Some codes really issued
    fail the check, so a caller may keep one with a written reason (``check_digit`` refusals only).
    """
    if not isinstance(text, str):
        raise NeedsCorrection("credit_code_malformed", at="text")
    code = tidied(text)
    if len(code) != 18:
        raise NeedsCorrection("credit_code_length", at="text", length=len(code))
    if any(character not in _CREDIT_SET for character in code) or not re.fullmatch(r"[0-9]{6}", code[2:8], re.ASCII):
        raise NeedsCorrection("credit_code_characters", at="text")
    expected = credit_check_character(code[:17])
    if code[17] != expected:
        raise NeedsCorrection("credit_code_check_digit", at="text", expected=expected)
    warnings = () if code[0] in REGISTRARS else ("registrar_unknown",)
    return CreditCode(code, REGISTRARS.get(code[0], ""), code[1], code[2:8], code[8:17], warnings)


def credit_check_character(first_17: str) -> str:
    """The 18th character of a credit code (GB 32100-2015, MOD 31)."""
    total = sum(_CREDIT_SET.index(c) * weight for c, weight in zip(first_17, _CREDIT_WEIGHTS, strict=True))
    return _CREDIT_SET[-total % 31]
