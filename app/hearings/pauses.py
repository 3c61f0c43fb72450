"""休庭: a hearing stops for a while, goes on the same day or another, or is put off to a day to be called again."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from app.approvals.service import refuse_while_waiting
from app.cases.code_tables import court_calendar
from app.cases.store import load_case
from app.desk import Desk
from app.errors import NeedsCorrection
from app.hearings import store
from app.hearings.service import writable
from app.rules.procedure import check_adjournment


def pause_sitting(desk: Desk, sitting: str, at: str, reason: str) -> None:
    """The sitting stands still since ``at``; no turn is added until it goes on (民诉145 and court practice: 休庭).

    Refuses with ``sitting_is_paused``, ``sitting_is_closed``, ``only_a_hearing_is_paused`` (an inquiry is ended and
    another begun), ``reason_missing``, ``pause_before_it_could_be``.
    """
    held = _running(desk, sitting)
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    _refuse_earlier(at, _last_moment(held))
    pause = {"at": at, "reason": reason.strip(), "after": store.last_ordinal(desk.database, sitting)}
    desk.record("hearing.paused", sitting, {"pauses": [*_pauses(held), pause]}, case=held.case)


def resume_sitting(desk: Desk, sitting: str, at: str) -> None:
    """The sitting goes on since ``at``, on the same day or another.

    Refuses with ``sitting_is_not_paused``, ``sitting_is_closed``, ``pause_before_it_could_be``.
    """
    held = writable(desk, sitting)
    pause = held.paused
    if pause is None:
        raise NeedsCorrection("sitting_is_not_paused")
    _refuse_earlier(at, pause.at)
    *before, last = _pauses(held)
    desk.record("hearing.resumed", sitting, {"pauses": [*before, {**last, "until": at}]}, case=held.case)


def adjourn_sitting(
    desk: Desk, sitting: str, at: str, reason: str, *, to: str | None = None, place: str | None = None
) -> None:
    """This day's sitting is over and its record is signed today; the hearing goes on at ``to``, or 另行通知 if None.

    The next one is opened as 第二次开庭 with a record of its own. Refuses with ``reason_missing``,
    ``sitting_is_closed``, ``adjourned_to_the_past``, ``field_missing`` where a day comes without a place, and
    ``approval_waits`` while the president was asked for it and has not answered (延审6).
    """
    held = writable(desk, sitting)
    refuse_while_waiting(desk, held.case, "adjournment")
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    if to is not None and to <= at:
        raise NeedsCorrection("adjourned_to_the_past", adjourned_to=to)
    if to is not None and not (place or "").strip():
        raise NeedsCorrection("field_missing", at="place")
    _refuse_earlier(at, _last_moment(held))
    told: dict[str, Any] = {"closed_at": at, "adjourned_why": reason.strip()}
    if to is not None:
        told |= {"adjourned_to": to, "adjourned_place": place}
    with desk.together():
        desk.record("hearing.adjourned", sitting, told, case=held.case)
        if to is not None:
            desk.record("case.hearing_set", held.case, {"next_hearing": to, "next_place": place}, case=held.case)


def adjournment_advice(
    desk: Desk, case: str, heard_on: datetime.date, next_on: datetime.date
) -> NeedsCorrection | None:
    """What 延审3 has against this day: pointed out and not refused, for every party may agree.

    None also while the procedure is open, for then the number allowed is too.
    """
    held = load_case(desk.database, case)
    if not held.procedure:
        return None
    already = sum(1 for sitting in store.sittings_of(desk.database, case) if sitting.put_off)
    try:
        check_adjournment(held.procedure, already, heard_on, next_on, court_calendar(desk.database))
    except NeedsCorrection as refusal:
        return refusal
    return None


def time_heard(sitting: store.Sitting, now: datetime.datetime) -> datetime.timedelta:
    """How long was heard in all, without the pauses; up to ``now`` while it runs."""
    return sum((end - start for start, end in spans(sitting, now)), datetime.timedelta())


def time_paused(sitting: store.Sitting, now: datetime.datetime) -> datetime.timedelta:
    """How long the sitting stood still in all."""
    return _end(sitting, now) - datetime.datetime.fromisoformat(sitting.opened_at) - time_heard(sitting, now)


def spans(
    sitting: store.Sitting, now: datetime.datetime | None = None
) -> Sequence[tuple[datetime.datetime, datetime.datetime]]:
    """From when to when it was heard, in order; one span more than there were pauses that ended."""
    found: list[tuple[datetime.datetime, datetime.datetime]] = []
    start = datetime.datetime.fromisoformat(sitting.opened_at)
    for pause in sitting.pauses:
        found.append((start, datetime.datetime.fromisoformat(pause.at)))
        if pause.until is None:
            return found
        start = datetime.datetime.fromisoformat(pause.until)
    found.append((start, max(_end(sitting, now), start)))
    return found


def _end(sitting: store.Sitting, now: datetime.datetime | None) -> datetime.datetime:
    if sitting.closed_at is not None:
        return datetime.datetime.fromisoformat(sitting.closed_at)
    return now or datetime.datetime.fromisoformat(sitting.opened_at)


def _running(desk: Desk, sitting: str) -> store.Sitting:
    held = writable(desk, sitting)
    if held.kind != "hearing":
        raise NeedsCorrection("only_a_hearing_is_paused")
    if held.paused is not None:
        raise NeedsCorrection("sitting_is_paused")
    return held


def _pauses(held: store.Sitting) -> list[dict[str, Any]]:
    return [dict(pause) for pause in held.fields.get("pauses", ())]


def _last_moment(held: store.Sitting) -> str:
    last = held.pauses[-1] if held.pauses else None
    return held.opened_at if last is None else last.until or last.at


def _refuse_earlier(at: str, earliest: str) -> None:
    if datetime.datetime.fromisoformat(at) < datetime.datetime.fromisoformat(earliest):
        raise NeedsCorrection("pause_before_it_could_be", earliest=earliest)
