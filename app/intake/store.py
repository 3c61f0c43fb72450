"""The table of defences: what each party on the other side answered, claim by claim and element by element."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.journal.told import Told
from app.rules.elements import Answer
from app.storage.database import Database

VERSION = 1
TABLES = {
    "defence": """
        CREATE TABLE defence (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, party TEXT NOT NULL, at TEXT NOT NULL,
            fields TEXT NOT NULL) STRICT;
        CREATE INDEX defence_case ON defence (case_id, at)""",
}


@dataclass(frozen=True)
class Defence:
    """One party's defence as it now stands; ``by`` is the party's key."""

    record: str
    case: str
    by: str
    at: str
    fields: Mapping[str, Any]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Rows of ``claim`` (may be None) and ``text``."""
        return [dict(row) for row in self.fields["answers"]]

    @property
    def elements(self) -> dict[str, Answer]:
        """What it says to each element."""
        return {
            name: Answer(bool(said["agrees"]), str(said.get("says") or ""))
            for name, said in self.fields["elements"].items()
        }


def receive(database: Database, told: Told) -> None:
    """One row for each defence."""
    fields = dict(told.fields)
    database.execute(
        "INSERT INTO defence (record, case_id, party, at, fields) VALUES (?, ?, ?, ?, ?)",
        (told.record, told.case, fields["by"], fields["at"], json.dumps(fields, ensure_ascii=False, sort_keys=True)),
    )


def defences_of(database: Database, case: str) -> list[Defence]:
    """The case's defences, in order."""
    rows = database.query("SELECT * FROM defence WHERE case_id = ? ORDER BY at, record", (case,))
    return [Defence(r["record"], r["case_id"], r["party"], r["at"], json.loads(r["fields"])) for r in rows]
