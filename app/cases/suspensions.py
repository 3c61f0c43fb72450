"""扣除审限: spans of days that do not count in a case's trial limit, each with its ground, first and last day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from app.cases.store import load_case
from app.desk import BENCH, Desk
from app.errors import NeedsCorrection
from app.journal.told import Told
from app.rules.days import parse_date
from app.rules.periods import SUSPENSIONS, Span
from app.storage.database import Database

VERSION = 1
TABLES = {
    "suspension": """
        CREATE TABLE suspension (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, ground TEXT NOT NULL, first TEXT NOT NULL, last TEXT,
            reason TEXT NOT NULL) STRICT;
        CREATE INDEX suspension_case ON suspension (case_id, first)""",
}


@dataclass(frozen=True)
class Suspension:
    """From ``first`` to ``last``, both not counted; ``last`` is None while it goes on."""

    record: str
    case: str
    ground: str
    first: datetime.date
    last: datetime.date | None
    reason: str

    @property
    def article(self) -> str:
        """The article that leaves these days out; "" for a ground of a newer program."""
        return SUSPENSIONS.get(self.ground, "")


def receive(database: Database, told: Told) -> None:
    """One row for each span."""
    fields = told.fields
    database.execute(
        "INSERT INTO suspension (record, case_id, ground, first, last, reason) VALUES (?, ?, ?, ?, ?, ?)",
        (told.record, told.case, fields["ground"], fields["first"], fields.get("last"), fields["reason"]),
    )


def suspend_limit(desk: Desk, case: str, *, ground: str, first: str, last: str | None = None, reason: str) -> str:
    """The days from ``first`` on do not count in the trial limit, up to ``last`` or until ended; gives its record.

    Refuses with ``suspension_ground_unknown``, ``reason_missing``, ``case_is_closed``, ``suspension_malformed`` (before
    the filing, or backwards) and what ``parse_date`` refuses.
    """
    desk.require_role(*BENCH)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    if ground not in SUSPENSIONS:
        raise NeedsCorrection("suspension_ground_unknown", at="ground")
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    began = parse_date(first, at="first")
    if began < parse_date(held.fields["filed_on"], at="filed_on"):
        raise NeedsCorrection("suspension_malformed", at="first")
    ended = None if last is None else _end(began, last)
    suspension = desk.new_id("suspension")
    told = {"ground": ground, "first": began.isoformat(), "last": ended, "reason": reason.strip()}
    desk.record("limit.suspended", suspension, told, case=case)
    return suspension


def end_suspension(desk: Desk, suspension: str, last: str) -> None:
    """``last`` is the last day that does not count.

    Refuses with ``unknown_suspension``, ``suspension_over``, ``suspension_malformed`` and what ``parse_date`` refuses.
    """
    desk.require_role(*BENCH)
    rows = desk.database.query("SELECT * FROM suspension WHERE record = ?", (suspension,))
    if not rows:
        raise NeedsCorrection("unknown_suspension", suspension=suspension)
    held = _suspension(rows[0])
    if held.last is not None:
        raise NeedsCorrection("suspension_over")
    desk.record("limit.resumed", suspension, {"last": _end(held.first, last)}, case=held.case)


def _end(first: datetime.date, last: str) -> str:
    day = parse_date(last, at="last")
    if day < first:
        raise NeedsCorrection("suspension_malformed", at="last")
    return day.isoformat()


def suspensions_of(database: Database, case: str) -> list[Suspension]:
    """The case's spans, by their first days."""
    rows = database.query("SELECT * FROM suspension WHERE case_id = ? ORDER BY first, record", (case,))
    return [_suspension(row) for row in rows]


def spans_of(suspensions: Sequence[Suspension], on: datetime.date) -> list[Span]:
    """The spans as they stand on that day: one that goes on reaches to it."""
    return [(one.first, one.last or on) for one in suspensions if one.last is not None or one.first <= on]


def _suspension(row: dict[str, str | None]) -> Suspension:
    last = row["last"]
    return Suspension(
        str(row["record"]),
        str(row["case_id"]),
        str(row["ground"]),
        datetime.date.fromisoformat(str(row["first"])),
        None if last is None else datetime.date.fromisoformat(last),
        str(row["reason"]),
    )
