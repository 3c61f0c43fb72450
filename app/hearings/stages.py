"""How far a case's hearing has come, as the judge's own words in the record tell it: 法庭调查, 法庭辩论."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.hearings.store import sittings_of, turns_of
from app.storage.database import Database

_INQUIRY_OVER = re.compile("法庭调查(?:阶段)?(?:到此)?(?:终结|结束)(?!之?前|以前)|(?:进行|进入|开始)法庭辩论")
_DEBATE_OVER = re.compile("法庭辩论(?:阶段)?(?:到此)?(?:终结|结束)(?!之?前|以前)")
_INQUIRY_AGAIN = re.compile("(?:恢复|重新进行)法庭调查")
_DEBATE_AGAIN = re.compile("(?:恢复|重新进行)法庭辩论")


@dataclass(frozen=True)
class Reached:
    """When 法庭调查 and 法庭辩论 ended (ISO 8601), None where the record does not say that they did."""

    inquiry_closed: str | None = None
    debate_closed: str | None = None


def reached(database: Database, case: str) -> Reached:
    """How far the last hearing has come; both are over once it is closed and has not been put off (民诉141, 144)."""
    hearings = [sitting for sitting in sittings_of(database, case) if sitting.kind == "hearing"]
    if not hearings:
        return Reached()
    last = hearings[-1]
    inquiry: str | None = None
    debate: str | None = None
    for turn in turns_of(database, last.record):
        if turn.speaker != "judge":
            continue
        if _INQUIRY_AGAIN.search(turn.text):
            inquiry = debate = None
        elif _DEBATE_AGAIN.search(turn.text):
            debate = None
        elif _DEBATE_OVER.search(turn.text):
            inquiry, debate = inquiry or turn.at, turn.at
        elif _INQUIRY_OVER.search(turn.text):
            inquiry = inquiry or turn.at
    if last.closed_at and not last.put_off:
        inquiry, debate = inquiry or last.closed_at, debate or last.closed_at
    return Reached(inquiry, debate)
