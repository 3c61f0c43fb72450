"""Acts on a filing that was received but not registered on the spot: its correction, a complaint, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from app.approvals.service import moment_of
from app.cases.model import CLAIMANTS, FILING_MODES
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection
from app.intake.service import Filing, file_case
from app.intake.store import ReceivedFiling, load_received
from app.rules.days import parse_date

WAYS = ("in_person", "post", "online")
"""How the papers came: handed in, by post, through the court's platform."""
REASONS = ("to_correct", "to_examine")
"""Why it is not registered on the spot: the papers lack something (立案7), or it cannot be judged at once (立案8)."""
KEPT = ("mode", "place", "cause", "public", "parties", "claims", "facts", "evidence", "agents", "elements")
"""What of a filing is kept as it was received, to be filled in again when it is registered."""


def receive_filing(
    desk: Desk,
    filing: Filing,
    *,
    handed_in_by: str,
    how: str,
    why: str,
    materials: Sequence[Mapping[str, Any]],
    phone: str = "",
    note: str = "",
) -> str:
    """The filing is received, at ``filing.at``, and waits to be registered; gives its record (立案2; 民诉126).

    Of ``filing`` only who claims, and the cause, has to be said: the rest may be lacking. ``materials`` are rows of
    ``name``, ``original``, ``copies`` and ``pages``, as the receipt prints them (民诉69; 解释208). It belongs to no
    case yet, so every laptop of the court has it.

    Refuses ``role_not_permitted``, ``unknown_choice``, ``nobody_claims``, ``field_missing`` (``at``),
    ``pages_not_counted`` and ``date_malformed``.
    """
    desk.require_role(*OFFICERS)
    for at, choice, known in (("mode", filing.mode, FILING_MODES), ("how", how, WAYS), ("why", why, REASONS)):
        if choice not in known:
            raise NeedsCorrection("unknown_choice", at=at, choice=choice)
    moment_of(filing.at, "at")
    for name, text in (("handed_in_by", handed_in_by), ("cause", filing.cause)):
        if not text.strip():
            raise NeedsCorrection("field_missing", at=name)
    if not any(one.get("role") in CLAIMANTS and str(one.get("name") or "").strip() for one in filing.parties):
        raise NeedsCorrection("nobody_claims", at="parties")
    if not materials:
        raise NeedsCorrection("field_missing", at="materials")
    for index, item in enumerate(materials):
        if not str(item.get("name") or "").strip():
            raise NeedsCorrection("field_missing", at=f"materials[{index}].name")
        if any(not isinstance(item.get(count), int) or item[count] < 1 for count in ("copies", "pages")):
            raise NeedsCorrection("pages_not_counted", at=f"materials[{index}].pages")
    record = desk.new_id("filing")
    told = {
        "received_at": filing.at,
        "handed_in_by": handed_in_by.strip(),
        "phone": phone.strip(),
        "how": how,
        "why": why,
        "note": note.strip(),
        "materials": [dict(item) for item in materials],
        "filing": {name: value for name, value in asdict(filing).items() if name in KEPT},
    }
    desk.record("filing.received", record, told)
    return record


def tell_correction(desk: Desk, filing: str, *, at: str, items: Sequence[str], until: str) -> None:
    """Who filed was told, once and in writing, what to correct until the day ``until`` (立案7).

    Refuses ``filing_has_ended``, ``correction_told_already``, ``field_missing`` and ``correction_ends_too_early``.
    """
    held = _open(desk, filing)
    if held.correction is not None:
        raise NeedsCorrection("correction_told_already", article="立案7")
    wanted = [item.strip() for item in items if item.strip()]
    if not wanted:
        raise NeedsCorrection("field_missing", at="items")
    _not_before(held.received_at, at)
    if parse_date(until, at="until") <= moment_of(at, "at").date():
        raise NeedsCorrection("correction_ends_too_early", at="until")
    desk.record("filing.correction_told", filing, {"correction": {"at": at, "items": wanted, "until": until}})


def take_corrected(desk: Desk, filing: str, *, at: str, what: str) -> None:
    """The corrected papers arrived at ``at``: the seven days run anew from the next day (民诉126; 解释126).

    Refuses ``filing_has_ended``, ``no_correction_told``, ``field_missing`` and ``before_it_was_received``.
    """
    held = _open(desk, filing)
    if held.correction is None:
        raise NeedsCorrection("no_correction_told")
    if not what.strip():
        raise NeedsCorrection("field_missing", at="what")
    _not_before(str(held.correction["at"]), at)
    desk.record("filing.corrected", filing, {"corrected": {"at": at, "what": what.strip()}})


def register_received(
    desk: Desk, filing: str, told: Filing, *, evidence_files: Mapping[int, Sequence[str]] | None = None
) -> str:
    """The received filing is a registered case, which says when it was received; gives the case (民诉126).

    ``told`` is the filing as it is now. Refuses ``filing_has_ended`` and what ``file_case`` refuses.
    """
    held = _open(desk, filing)
    with desk.together():
        case = file_case(desk, replace(told, at=held.received_at), evidence_files=evidence_files)
        _end(desk, filing, "registered", told.accepted_at, case=case)
    return case


def decline_received(
    desk: Desk,
    filing: str,
    told: Filing,
    *,
    reason: str,
    evidence_files: Mapping[int, Sequence[str]] | None = None,
) -> str:
    """The judge does not accept the suit: it has a number and is closed so that the ruling can be made, served and
    appealed (民诉126, 157; 立案9); gives the case.

    Refuses ``reason_missing``, ``filing_has_ended``, ``role_not_permitted`` and what ``file_case`` refuses.
    """
    desk.require_role("judge")
    held = _open(desk, filing)
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    with desk.together():
        case = file_case(desk, replace(told, at=held.received_at), evidence_files=evidence_files)
        closed = {"stage": "closed", "closed": "not_accepted", "closed_on": told.accepted_at[:10]}
        desk.record("case.closed", case, {**closed, "closed_why": reason.strip()}, case=case)
        _end(desk, filing, "not_accepted", told.accepted_at, reason=reason.strip(), case=case)
    return case


def return_received(desk: Desk, filing: str, *, at: str, to: str) -> None:
    """The papers were given back to ``to``: they were not corrected in time, and nobody insisted (立案7).

    Refuses ``filing_has_ended``, ``field_missing``, and ``returned_too_early`` while they may still be corrected.
    """
    held = _open(desk, filing)
    if not to.strip():
        raise NeedsCorrection("field_missing", at="to")
    until = str(held.correction["until"]) if held.correction is not None else ""
    if not until or held.corrected is not None or moment_of(at, "at").date() <= parse_date(until, at="until"):
        raise NeedsCorrection("returned_too_early", until=until, article="立案7")
    _end(desk, filing, "returned", at, to=to.strip())


def note_taken_back(desk: Desk, filing: str, *, at: str, by: str, reason: str) -> None:
    """Who filed took the papers back of his own will. Refuses ``filing_has_ended`` and ``field_missing``."""
    held = _open(desk, filing)
    for name, text in (("by", by), ("reason", reason)):
        if not text.strip():
            raise NeedsCorrection("field_missing", at=name)
    _not_before(held.received_at, at)
    _end(desk, filing, "taken_back", at, by=by.strip(), reason=reason.strip())


def note_complaint(desk: Desk, filing: str, *, at: str, by: str, what: str) -> None:
    """``by`` complained of how the filing is handled; it is answered in fifteen days (立案13).

    Refuses ``field_missing``, ``complaint_waits`` while one is not answered, and ``before_it_was_received``.
    """
    desk.require_role(*OFFICERS)
    held = load_received(desk.database, filing)
    desk.refuse_if_disputed(filing)
    if held.complaint is not None and held.complaint_answer is None:
        raise NeedsCorrection("complaint_waits")
    for name, text in (("by", by), ("what", what)):
        if not text.strip():
            raise NeedsCorrection("field_missing", at=name)
    _not_before(held.received_at, at)
    told = {"complaint": {"at": at, "by": by.strip(), "what": what.strip()}, "complaint_answer": None}
    desk.record("filing.complained", filing, told)


def answer_complaint(desk: Desk, filing: str, *, at: str, answer: str) -> None:
    """What was found was told to who complained (立案13). Refuses ``no_complaint`` and ``field_missing``."""
    desk.require_role(*OFFICERS)
    held = load_received(desk.database, filing)
    desk.refuse_if_disputed(filing)
    if held.complaint is None or held.complaint_answer is not None:
        raise NeedsCorrection("no_complaint")
    if not answer.strip():
        raise NeedsCorrection("field_missing", at="answer")
    _not_before(str(held.complaint["at"]), at)
    desk.record("filing.complaint_answered", filing, {"complaint_answer": {"at": at, "answer": answer.strip()}})


def _open(desk: Desk, filing: str) -> ReceivedFiling:
    desk.require_role(*OFFICERS)
    held = load_received(desk.database, filing)
    desk.refuse_if_disputed(filing)
    if held.ended is not None:
        raise NeedsCorrection("filing_has_ended")
    return held


def _end(desk: Desk, filing: str, how: str, at: str, **more: str) -> None:
    desk.record("filing.ended", filing, {"ended": {"how": how, "at": at, **more}})


def _not_before(earlier: str, at: str) -> None:
    if moment_of(at, "at") < moment_of(earlier, "at"):
        raise NeedsCorrection("before_it_was_received", at="at")
