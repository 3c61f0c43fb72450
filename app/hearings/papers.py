"""The blanks of a sitting's papers: 庭审笔录, 询问笔录, 勘验笔录, 联系记录, 延期开庭通知."""

from __future__ import annotations

from typing import Any

from app.cases.attendance import name_of
from app.cases.model import Case
from app.hearings.service import OFFICER_SPEAKERS, speaker_code
from app.hearings.store import Sitting, Turn


def turns_blank(case: Case, sitting: Sitting, turns: list[Turn], officers: dict[str, str]) -> list[dict[str, Any]]:
    """Every turn as the record prints it: code, speaker, words, and what stood there before a correction."""
    invited = sitting.fields.get("invited", ())
    return [
        {
            "code": speaker_code(turn.speaker),
            "speaker_name": officers.get(turn.speaker, turn.speaker)
            if turn.speaker in OFFICER_SPEAKERS
            else name_of(case, turn.speaker, invited),
            "text": turn.text,
            "corrected_from": turn.corrected_from,
        }
        for turn in turns
    ]


def hearing_record_blanks(
    case: Case,
    sitting: Sitting,
    turns: list[Turn],
    attendance: list[dict[str, Any]],
    officers: dict[str, str],
    recording: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The blanks of the hearing record (民诉150, domain 6.3)."""
    return {
        "hearing": {
            "opened_at": sitting.opened_at,
            "closed_at": sitting.closed_at,
            "place": sitting.fields["place"],
            "observers": sitting.fields["observers"],
            "ordinal": sitting.fields["ordinal"],
        },
        "turns": turns_blank(case, sitting, turns, officers),
        "attendance": attendance,
        "recording": recording,
    }
