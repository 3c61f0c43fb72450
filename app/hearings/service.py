"""Acts of a sitting: open it, end a turn, correct a turn, attach the sound, adjourn, close."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.approvals.service import approved_place, refuse_while_recused
from app.cases.court import read_court
from app.cases.model import split_person
from app.cases.store import load_case, speakers_of
from app.desk import BENCH, Desk
from app.errors import Disputed, NeedsCorrection
from app.hearings import store
from app.keys.lease import require_lease
from app.storage.drafts import drop_draft, load_draft, save_draft

DRAFT = "turn"
ONLINE = ("court", "elsewhere")
"""A hearing held by video: in the court's own 在线法庭, or with the bench somewhere else (在线24)."""
OFFICER_SPEAKERS = {"judge", "clerk", "assistant_judge", "assessor"}
BESIDE = "@"
"""``judge@`` and an officer's id: who sits on the panel beside the judge that presides, or else is of that role."""
SPEAKER_CODES = {
    "judge": "审",
    "clerk": "书",
    "assistant_judge": "助",
    "assessor": "陪",
    "plaintiff": "原",
    "defendant": "被",
    "third_party": "三",
    "applicant": "申",
    "respondent": "被申",
    "witness": "证",
    "invited": "邀",
}
"""The letter a hearing record puts before a turn (domain 6.3)."""
HAN = "零一二三四五六七八九十"


def speaker_code(speaker: str) -> str:
    """审, 原, 被代, 申一, 审员: the code of a speaker's key as the record prints it."""
    base, agent = split_person(speaker)
    if BESIDE in base:
        role = base.partition(BESIDE)[0]
        return "审员" if role == "judge" else SPEAKER_CODES[role]
    role, _, number = base.partition("-")
    code = SPEAKER_CODES.get(role, role)
    if number.isdigit() and role not in ("judge", "clerk"):
        code += HAN[int(number)] if int(number) <= 10 else number
    if agent is None:
        return code
    return f"{code}代" if agent == 1 else f"{code}代{HAN[agent]}"


def open_sitting(
    desk: Desk,
    case: str,
    *,
    kind: str = "hearing",
    opened_at: str,
    place: str,
    observers: int = 0,
    invited: Sequence[str] = (),
    witnesses: Sequence[str] = (),
    online: str | None = None,
    extra: dict[str, Any] | None = None,
) -> str:
    """A sitting is open and this laptop holds its pen; gives its record. ``witnesses`` are names: the first speaks
    as ``witness-1``.

    ``online`` is None where all come in person. Refuses with ``sitting_already_open`` where the case has one open here,
    ``case_is_closed`` for a closed case, ``lease_over``, ``unknown_choice``, and for a hearing held online from
    another place than the court's 在线法庭 (在线24) ``approval_waits`` before the president agreed to one, and
    ``online_place_differs`` in any but the place he agreed to. The hearing of a
    case whose parties did not waive the periods is not refused here (解释266, 275 are shown as advice).
    """
    desk.require_role(*BENCH)
    require_lease(desk.database, desk.clock)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    refuse_while_recused(desk, case)
    if online is not None and online not in ONLINE:
        raise NeedsCorrection("unknown_choice", at="online", choice=online)
    approval = approved_place(desk, case, place) if online == "elsewhere" else None
    sittings = store.sittings_of(desk.database, case)
    if any(s.closed_at is None and s.kind == kind for s in sittings):
        raise NeedsCorrection("sitting_already_open", number=held.number)
    sitting = desk.new_id("sitting")
    fields = {
        "kind": kind,
        "opened_at": opened_at,
        "place": place,
        "observers": observers,
        "invited": list(invited),
        **({"witnesses": list(witnesses)} if witnesses else {}),
        "ordinal": 1 + sum(1 for s in sittings if s.kind == kind),
        **({"online": online} if online is not None else {}),
        **({"approval": approval.record} if approval is not None else {}),
        **(extra or {}),
    }
    desk.record("hearing.opened", sitting, fields, case=case)
    return sitting


def end_turn(desk: Desk, sitting: str, speaker: str, text: str, sound: tuple[str, int] | None = None) -> str:
    """What was said is in the journal, on disk, and its draft is gone; gives the turn's record.

    ``sound`` is where it begins in a recording: the recording's record, and the milliseconds into it.

    Refuses with ``empty_turn``, ``unknown_speaker``, ``sitting_is_closed``, ``sitting_is_paused``; and on a laptop
    that did not open the sitting with ``Disputed``: ``another_holds_the_pen``.
    """
    if not text.strip():
        raise NeedsCorrection("empty_turn")
    held = writable(desk, sitting)
    if held.paused is not None:
        raise NeedsCorrection("sitting_is_paused")
    _check_speaker(desk, held, speaker)
    turn = desk.new_id("turn")
    fields = {
        "sitting": sitting,
        "ordinal": store.last_ordinal(desk.database, sitting) + 1,
        "speaker": speaker,
        "text": text,
        "at": desk.clock.now().isoformat(timespec="seconds"),
        **({"recording": sound[0], "offset_ms": sound[1]} if sound is not None else {}),
    }
    with desk.together(beside=lambda: drop_draft(desk.database, DRAFT, sitting)):
        desk.record("turn.ended", turn, fields, case=held.case)
    return turn


def correct_turn(desk: Desk, turn: str, text: str, asked_by: str) -> None:
    """The turn says ``text``, and what it said before stays visible (民诉150: a correction is noted)."""
    told = desk.told(turn)
    if not told.entries:
        raise NeedsCorrection("unknown_turn", turn=turn)
    if not text.strip():
        raise NeedsCorrection("empty_turn")
    writable(desk, str(told.fields["sitting"]), after_closing=True)
    desk.record("turn.corrected", turn, {"text": text, "asked_by": asked_by}, case=told.case)


def save_open_turn(desk: Desk, sitting: str, speaker: str, text: str) -> None:
    """The unfinished turn survives a power cut; called at each pause and at least every second."""
    save_draft(desk.database, DRAFT, sitting, f"{speaker}\n{text}")


def open_turn(desk: Desk, sitting: str) -> tuple[str, str] | None:
    """Speaker and text of the unfinished turn, as last saved."""
    draft = load_draft(desk.database, DRAFT, sitting)
    if draft is None:
        return None
    speaker, _, text = draft.partition("\n")
    return speaker, text


def attach_sound(desk: Desk, sitting: str, attachments: Sequence[str]) -> None:
    """The sound files (records of attachments) belong to the sitting (录音3)."""
    desk.require_role(*BENCH)
    held = store.load_sitting(desk.database, sitting)
    already = list(held.fields.get("audio", ()))
    desk.record("hearing.sound_attached", sitting, {"audio": [*already, *attachments]}, case=held.case)


def close_sitting(desk: Desk, sitting: str, closed_at: str) -> None:
    """The sitting is over: no turn is added any more, corrections are still noted.

    Refuses with ``sitting_is_paused``: it goes on first, or is put off (``pauses.adjourn_sitting``).
    """
    held = writable(desk, sitting)
    if held.paused is not None:
        raise NeedsCorrection("sitting_is_paused")
    desk.record("hearing.closed", sitting, {"closed_at": closed_at}, case=held.case)


def note_absence(
    desk: Desk, case: str, *, at: str, who: str, contact: list[dict[str, Any]], adjourned_to: str, place: str, here: str
) -> str:
    """Someone did not come: the attempts to reach them are noted and the hearing is set for another day.

    Refuses with ``adjourned_to_the_past``, ``case_is_closed`` and ``unknown_party``.
    """
    desk.require_role(*BENCH)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    if adjourned_to <= at:
        raise NeedsCorrection("adjourned_to_the_past", adjourned_to=adjourned_to)
    held.person(who)
    sitting = desk.new_id("sitting")
    with desk.together():
        desk.record(
            "hearing.adjourned",
            sitting,
            {
                "kind": "absence",
                "opened_at": at,
                "closed_at": at,
                "place": here,
                "who": who,
                "contact": contact,
                "adjourned_to": adjourned_to,
                "adjourned_place": place,
            },
            case=case,
        )
        desk.record("case.hearing_set", case, {"next_hearing": adjourned_to, "next_place": place}, case=case)
    return sitting


def writable(desk: Desk, sitting: str, *, after_closing: bool = False) -> store.Sitting:
    """The sitting, if the officer at the desk may write in it here; refuses ``sitting_is_closed`` and by role."""
    desk.require_role(*BENCH)
    held = store.load_sitting(desk.database, sitting)
    if held.closed_at is not None and not after_closing:
        raise NeedsCorrection("sitting_is_closed")
    if held.device != desk.device.device_id:
        raise Disputed("another_holds_the_pen", sitting=sitting)
    return held


def _check_speaker(desk: Desk, held: store.Sitting, speaker: str) -> None:
    if speaker in OFFICER_SPEAKERS or speaker.startswith("witness"):
        return
    role, beside, officer = speaker.partition(BESIDE)
    if beside and (officer, role) in {(one["id"], one["role"]) for one in read_court(desk.database).officers}:
        return
    if speaker.startswith("invited-"):
        number = speaker.removeprefix("invited-")
        if number.isdigit() and 1 <= int(number) <= len(held.fields.get("invited", ())):
            return
        raise NeedsCorrection("unknown_speaker", speaker=speaker)
    if speaker not in speakers_of(desk.database, held.case):
        raise NeedsCorrection("unknown_speaker", speaker=speaker)
