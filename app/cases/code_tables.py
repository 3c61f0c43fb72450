"""The court's imported tables: holiday notices of later years and the LPR, laid over those shipped with the program."""

from __future__ import annotations

from typing import Any

from app.desk import Desk
from app.errors import Refusal
from app.journal.told import Told
from app.rules.calendar import Calendar, known_calendar, parse_calendar
from app.rules.interest import LprTable, known_lpr, parse_lpr
from app.storage.database import Database

VERSION = 1
TABLES = {
    "code_table": """
        CREATE TABLE code_table (
            record TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, officer TEXT NOT NULL,
            imported_at TEXT NOT NULL) STRICT""",
}
IMPORTING = ("administrator", "judge", "division_chief", "president")


def receive(database: Database, told: Told) -> None:
    """One row for each year's notice, and one for the LPR: the last that was imported."""
    database.execute(
        "INSERT INTO code_table (record, kind, text, officer, imported_at) VALUES (?, ?, ?, ?, ?)",
        (
            told.record,
            told.first.act.partition(".")[0],
            str(told.fields["text"]),
            told.last.officer,
            told.last.claimed_at,
        ),
    )


def import_table(desk: Desk, text: str) -> str:
    """The notice or table counts from now on, on every laptop of the court once it has been sent; gives its record.

    A later import of the same year, or of the LPR, replaces it. Refuses with what ``parse_calendar`` and ``parse_lpr``
    refuse, and ``role_not_permitted``.
    """
    desk.require_role(*IMPORTING)
    if "seen_until" in text:
        parse_lpr(text)
        desk.record("lpr.imported", "lpr", {"text": text})
        return "lpr"
    record = f"calendar-{parse_calendar(text).year}"
    desk.record("calendar.imported", record, {"text": text})
    return record


def court_calendar(database: Database) -> Calendar:
    """The rest days that this court counts by; a notice that does not read is left out, and its year incomplete."""
    calendar = known_calendar()
    for row in _rows(database, "calendar"):
        try:
            calendar = calendar.with_year(parse_calendar(row["text"]))
        except Refusal:
            continue
    return calendar


def court_lpr(database: Database) -> LprTable:
    """The LPR that this court counts by."""
    for row in _rows(database, "lpr"):
        try:
            return parse_lpr(row["text"])
        except Refusal:
            break
    return known_lpr()


def importers(database: Database) -> dict[str, tuple[str, str]]:
    """Record → who imported the table that counts now, and when."""
    return {row["record"]: (row["officer"], row["imported_at"]) for row in database.query("SELECT * FROM code_table")}


def _rows(database: Database, kind: str) -> list[dict[str, Any]]:
    return database.query("SELECT * FROM code_table WHERE kind = ? ORDER BY record", (kind,))
