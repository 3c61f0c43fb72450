"""Yuan as exact decimals: read from text, rounded once, written with two places."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, get_args

from app.errors import NeedsCorrection

Rounding = Literal["fen", "yuan_half_up"]

_PLAIN = re.compile(r"[0-9]{1,40}(?:\.[0-9]+)?", re.ASCII)
LARGEST = Decimal("999999999999.99")
_FEN = Decimal("0.01")
_YUAN = Decimal("1")


def parse_amount(value: object, *, at: str, zero: bool = True) -> Decimal:
    """The amount in yuan, exact, 0 to 999,999,999,999.99, at most two decimals.

    Takes text, an int or a Decimal; never a float, which has already lost the fen. Refuses ``amount_malformed``,
    ``amount_negative``, ``amount_too_many_decimals``, ``amount_too_large`` and, where nought makes no sense,
    ``amount_zero``.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise NeedsCorrection("amount_malformed", at=at)
    if isinstance(value, int) and abs(value) > LARGEST:
        raise NeedsCorrection("amount_negative" if value < 0 else "amount_too_large", at=at)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise NeedsCorrection("amount_malformed", at=at)
        if value and abs(value.adjusted()) > 30:
            raise NeedsCorrection("amount_too_large" if value.adjusted() > 0 else "amount_too_many_decimals", at=at)
        text = format(value, "f")
    else:
        text = str(value)
    if text.startswith("-") and _PLAIN.fullmatch(text[1:]):
        raise NeedsCorrection("amount_negative", at=at)
    if not _PLAIN.fullmatch(text):
        raise NeedsCorrection("amount_malformed", at=at)
    amount = Decimal(text)
    _, _, decimals = text.partition(".")
    if len(decimals) > 2:
        raise NeedsCorrection("amount_too_many_decimals", at=at)
    if amount > LARGEST:
        raise NeedsCorrection("amount_too_large", at=at)
    if amount == 0 and not zero:
        raise NeedsCorrection("amount_zero", at=at)
    return amount


def check_rounding(value: object) -> Rounding:
    """``fen`` or ``yuan_half_up``; the 办法 is silent and courts differ, so it is a court setting."""
    if value == "fen":
        return "fen"
    if value == "yuan_half_up":
        return "yuan_half_up"
    raise NeedsCorrection("rounding_unknown", at="rounding", choices=get_args(Rounding))


def round_money(exact: Decimal, rounding: Rounding) -> Decimal:
    """The amount in yuan with two places, rounded half up to the fen or to the whole yuan."""
    unit = _FEN if rounding == "fen" else _YUAN
    return exact.quantize(unit, rounding=ROUND_HALF_UP).quantize(_FEN)


def show(amount: Decimal) -> str:
    """The amount as plain text with exactly two decimals, e.g. ``"364.64"``."""
    return format(amount.quantize(_FEN, rounding=ROUND_HALF_UP), "f")


def plain(amount: Decimal) -> str:
    """The exact amount as plain text without an exponent or idle zeros, for a step of a calculation."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
