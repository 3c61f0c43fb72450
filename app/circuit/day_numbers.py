"""From which of the leased blocks an act's case takes its number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from app.intake.service import CONFIRMATION
from app.rules.case_numbers import parse_case_number

SUIT, CONFIRMING = "民初", "民特"
BEFORE_SUIT, CONFIRMING_BEFORE_SUIT = "民诉前调", "诉前调确"
"""Local types of the practice before 2025 (domain 1.2), where the court's ``mediation_mode`` still is that one."""


def docketed_number(act: Mapping[str, Any]) -> str | None:
    """The number that the court gave the act's case before the day, in full-width brackets however the file has it."""
    told = (act.get("docketed") or {}).get("case_number")
    return None if told is None else str(parse_case_number(told))


def number_type(act: Mapping[str, Any], mediation_mode: str, leased: Collection[str]) -> str:
    """The 类型代字 of the act's case.

    Under ``pre_suit_legacy`` a dispute settled without a hearing was never registered as a suit, and where the court
    numbers confirmations apart they have their own type: each only if the laptop was leased numbers of it.
    """
    legacy = mediation_mode == "pre_suit_legacy"
    if any(claim["kind"] == CONFIRMATION for claim in act["filing"]["claims"]):
        apart = legacy and CONFIRMING_BEFORE_SUIT in leased and CONFIRMING not in leased
        return CONFIRMING_BEFORE_SUIT if apart else CONFIRMING
    settled = "mediation" in act and "hearing" not in act
    return BEFORE_SUIT if legacy and settled and BEFORE_SUIT in leased else SUIT
