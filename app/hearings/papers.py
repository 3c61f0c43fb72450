"""The blanks of a sitting's papers: 庭审笔录, 询问笔录, 勘验笔录, 联系记录, 延期开庭通知."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from app.attachments.store import get as get_attachment
from app.cases.attendance import WITNESS, name_of
from app.cases.court import Court
from app.cases.model import Case
from app.hearings.pauses import spans
from app.hearings.service import BESIDE, HAN, OFFICER_SPEAKERS, speaker_code
from app.hearings.store import Sitting, Turn, recordings_of
from app.storage.database import Database


def officers_by_speaker(court: Court, case: Case) -> dict[str, str]:
    """Speaker → name: this case's own judge and clerk, else the court's first of the role; others by role and id."""
    names = {officer["role"]: officer["name"] for officer in reversed(court.officers)}
    names |= {f"{officer['role']}{BESIDE}{officer['id']}": officer["name"] for officer in court.officers}
    for post in ("judge", "clerk"):
        if case.fields.get(post):
            own = court.officer(case.fields[post])
            names[own["role"]] = own["name"]
    return names


def turns_blank(case: Case, sitting: Sitting, turns: list[Turn], officers: dict[str, str]) -> list[dict[str, Any]]:
    """Every turn as the record prints it: what paused before it, code, speaker, words, what a correction replaced."""
    invited, witnesses = sitting.fields.get("invited", ()), sitting.fields.get("witnesses", ())
    codes = _codes(turn.speaker for turn in turns)
    return [
        {
            "code": codes[turn.speaker],
            "speaker_name": officers.get(turn.speaker, turn.speaker)
            if turn.speaker.partition(BESIDE)[0] in OFFICER_SPEAKERS
            else name_of(case, turn.speaker, invited, witnesses),
            "text": turn.text,
            "corrected_from": turn.corrected_from,
            "notes": pause_notes(sitting, before, turn.ordinal - 1),
        }
        for before, turn in zip([-1, *(turn.ordinal - 1 for turn in turns)], turns, strict=False)
    ]


def witnesses_in(turns: Iterable[Turn]) -> list[str]:
    """Keys of the witnesses who spoke, each once, in the order of their numbers: they sign the record (民诉150)."""
    return sorted({turn.speaker for turn in turns if turn.speaker.startswith(WITNESS)})


def _codes(speakers: Iterable[str]) -> dict[str, str]:
    """Each speaker's code; where two officers would have the same, they are numbered in the order they spoke."""
    codes = {speaker: speaker_code(speaker) for speaker in speakers}
    alike: dict[str, list[str]] = {}
    for speaker, code in codes.items():
        alike.setdefault(code, []).append(speaker)
    return {
        speaker: code + (HAN[alike[code].index(speaker) + 1] if len(alike[code]) > 1 else "")
        for speaker, code in codes.items()
    }


def pause_notes(sitting: Sitting, above: int, upto: int | None = None) -> list[dict[str, Any]]:
    """休庭 and 继续开庭 as they stand after the turns above one ordinal and up to another (None: to the end)."""
    notes = list[dict[str, Any]]()
    for pause in sitting.pauses:
        if above < pause.after and (upto is None or pause.after <= upto):
            notes.append({"what": "paused", "at": pause.at, "reason": pause.reason})
            if pause.until is not None:
                new_day = pause.until[:10] != pause.at[:10]
                notes.append({"what": "resumed", "at": pause.until, "new_day": new_day})
    return notes


def sessions_blank(sitting: Sitting) -> list[dict[str, str]] | None:
    """From when to when on each day, where the sitting took more than one; else the record's own time says it."""
    days: dict[datetime.date, list[datetime.datetime]] = {}
    for start, end in spans(sitting):
        days.setdefault(start.date(), []).extend((start, end))
    if len(days) < 2:
        return None
    return [{"from": min(moments).isoformat(), "to": max(moments).isoformat()} for moments in days.values()]


def hearing_record_blanks(
    case: Case,
    sitting: Sitting,
    turns: list[Turn],
    attendance: list[dict[str, Any]],
    officers: dict[str, str],
    recordings: list[dict[str, Any]] | None = None,
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
        "sessions": sessions_blank(sitting),
        "turns": turns_blank(case, sitting, turns, officers),
        "notes": pause_notes(sitting, turns[-1].ordinal - 1 if turns else -1),
        "adjourned": {
            "reason": sitting.fields["adjourned_why"],
            "to": sitting.fields.get("adjourned_to"),
            "place": sitting.fields.get("adjourned_place"),
        }
        if "adjourned_why" in sitting.fields
        else None,
        "attendance": attendance,
        "recordings": recordings or None,
    }


def recordings_blank(database: Database, sitting: Sitting) -> list[dict[str, Any]]:
    """Every recording that is kept, with the digest that its parties sign beside (录音9)."""
    rows = list[dict[str, Any]]()
    for one in recordings_of(database, sitting.record):
        kept = get_attachment(database, one.attachment) if one.attachment is not None else None
        if kept is not None:
            rows.append({"started_at": one.began_at, "ended_at": one.ended_at, "digest": kept["digest"]})
    return rows


def recording_fault_blanks(database: Database, sitting: Sitting, recorder: str) -> dict[str, dict[str, Any]]:
    """录音录像故障说明 (录音4) by the recording that was cut short: from when to when the sound is missing."""
    recordings = recordings_of(database, sitting.record)
    found = dict[str, dict[str, Any]]()
    for one, following in zip(recordings, [*recordings[1:], None], strict=False):
        if one.why in ("cut", "failed") and one.ended_at is not None:
            again = following.began_at if following is not None else sitting.closed_at or one.ended_at
            found[one.record] = {
                "fault": {
                    "started_at": one.ended_at,
                    "ended_at": again,
                    "cause": "断电或者程序中断" if one.why == "cut" else "录音设备故障",
                    "handling": "中断前的录音已保存，其后恢复录音" if following else "中断前的录音已保存，其后未再录音",
                    "recorder": recorder,
                }
            }
    return found


def inquiry_record_blanks(
    case: Case, sitting: Sitting, turns: list[Turn], attendance: list[dict[str, Any]], officers: dict[str, str]
) -> dict[str, Any]:
    """询问笔录 in a confirmation (解释356)."""
    return {
        "inquiry": {
            "at": sitting.opened_at,
            "place": sitting.fields["place"],
            "assisted": sitting.fields.get("assisted"),
        },
        "turns": turns_blank(case, sitting, turns, officers),
        "attendance": attendance,
    }


def inspection_record_blanks(sitting: Sitting, attendance: list[dict[str, Any]]) -> dict[str, Any]:
    """勘验笔录 (民诉83; 证据43), of what was put down on the spot."""
    fields = sitting.fields
    return {
        "inspection": {
            "started_at": sitting.opened_at,
            "ended_at": sitting.closed_at or sitting.opened_at,
            "place": fields["place"],
            "object": fields["object"],
            "weather": fields.get("weather"),
            "course": fields["course"],
            "result": fields["result"],
            "invited": "、".join(fields.get("invited", ())) or None,
        },
        "measures": fields.get("measures"),
        "photos": len(fields.get("photos", ())) or None,
        "attendance": attendance,
    }


def contact_log_blanks(case: Case, sitting: Sitting) -> dict[str, Any]:
    """联系当事人记录表: each attempt to reach who did not come."""
    party = case.person(str(sitting.fields["who"]))[0]
    ways = {"telephone": "电话", "message": "短信", "visit": "上门", "mail": "邮寄", "wechat": "微信"}
    return {
        "rows": [
            {
                "at": attempt["at"],
                "person": party.name,
                "how": ways.get(attempt["how"], attempt["how"]),
                "number": party.data.get("phone") if attempt["how"] == "telephone" else None,
                "result": attempt["result"],
            }
            for attempt in sitting.fields["contact"]
        ]
    }


def adjournment_notice_blanks(case: Case, sitting: Sitting) -> dict[str, Any]:
    """延期开庭通知书 (民诉149), to every party: nobody came, or the hearing goes on another day (择期)."""
    fields = sitting.fields
    reason = fields.get("adjourned_why")
    if reason is None:
        absent, agent = case.person(str(fields["who"]))
        reason = f"{absent.role_name}{agent.name if agent else absent.name}未到庭"
    return {
        "told": [party.name for party in case.parties],
        "adjournment": {
            "from": sitting.opened_at,
            "to": fields["adjourned_to"],
            "place": fields["adjourned_place"],
            "reason": reason,
            "heard": sitting.kind == "hearing",
        },
    }


def summons_blanks(case: Case, key: str, *, time: str, place: str, reason: str = "开庭") -> dict[str, Any]:
    """传票 to one party (民诉139; 解释227)."""
    party = case.party(key)
    return {
        "summons": {
            "person": party.name,
            "address": party.data["address"],
            "reason": reason,
            "time": time,
            "place": place,
        }
    }
