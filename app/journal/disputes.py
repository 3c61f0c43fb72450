"""What a person has to look at: fields whose concurrent values differ, and records that this program can't tell."""

from __future__ import annotations

import json

from app.journal.told import Told
from app.storage.database import Database

VERSION = 2
TABLES = {
    "dispute": (
        "CREATE TABLE dispute (record TEXT NOT NULL, case_id TEXT NOT NULL, field TEXT NOT NULL,"
        " standing TEXT NOT NULL, entries TEXT NOT NULL, choices TEXT NOT NULL, PRIMARY KEY (record, field)) STRICT"
    ),
    "needs_newer": ("CREATE TABLE needs_newer (record TEXT NOT NULL PRIMARY KEY, case_id TEXT NOT NULL) STRICT"),
    "untold": (
        "CREATE TABLE untold (record TEXT NOT NULL, case_id TEXT NOT NULL, feature TEXT NOT NULL,"
        " PRIMARY KEY (record, feature)) STRICT"
    ),
}


def receive(database: Database, told: Told) -> None:
    """One row for each disputed field of the record."""
    if told.newer:
        database.execute("INSERT INTO needs_newer (record, case_id) VALUES (?, ?)", (told.record, told.case))
    for rival in told.rivals:
        database.execute(
            "INSERT INTO dispute (record, case_id, field, standing, entries, choices) VALUES (?, ?, ?, ?, ?, ?)",
            (
                told.record,
                told.case,
                rival.field,
                rival.standing,
                json.dumps(list(rival.entries)),
                json.dumps(list(rival.values), ensure_ascii=False),
            ),
        )


def open_disputes(database: Database, case: str | None = None) -> list[dict[str, object]]:
    """Every field that waits for a person, of one case or of all."""
    rows = database.query(
        "SELECT record, case_id, field, standing, choices FROM dispute WHERE ? IS NULL OR case_id = ?"
        " ORDER BY case_id, record, field",
        (case, case),
    )
    return [row | {"choices": json.loads(row["choices"])} for row in rows]


def note_untold(database: Database, told: Told, feature: str) -> None:
    """The feature can make nothing of the record's fields: an anomaly to look at (design, section 4)."""
    database.execute(
        "INSERT OR REPLACE INTO untold (record, case_id, feature) VALUES (?, ?, ?)", (told.record, told.case, feature)
    )


def anomalies(database: Database) -> list[dict[str, object]]:
    """Records that a newer program wrote (``feature`` None), and those whose fields no table here can hold."""
    return database.query(
        "SELECT record, case_id, NULL AS feature FROM needs_newer"
        " UNION ALL SELECT record, case_id, feature FROM untold ORDER BY case_id, record, feature"
    )
