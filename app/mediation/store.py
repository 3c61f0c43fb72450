"""The table of mediations, in court and outside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.journal.told import Told
from app.storage.database import Database

VERSION = 1
TABLES = {
    "mediation": """
        CREATE TABLE mediation (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
            fields TEXT NOT NULL) STRICT;
        CREATE INDEX mediation_case ON mediation (case_id, at)""",
}


@dataclass(frozen=True)
class Mediation:
    """``kind`` is ``in_court``, ``outside`` or ``failed``."""

    record: str
    case: str
    kind: str
    at: str
    fields: dict[str, Any]

    @property
    def terms(self) -> list[str]:
        return list(self.fields.get("terms", ()))


def receive(database: Database, told: Told) -> None:
    """One row for each mediation."""
    database.execute(
        "INSERT INTO mediation (record, case_id, kind, at, fields) VALUES (?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            told.fields["kind"],
            told.fields["at"],
            json.dumps(dict(told.fields), ensure_ascii=False, sort_keys=True),
        ),
    )


def mediations_of(database: Database, case: str) -> list[Mediation]:
    """The case's mediations, in order."""
    rows = database.query("SELECT * FROM mediation WHERE case_id = ? ORDER BY at, record", (case,))
    return [Mediation(r["record"], r["case_id"], r["kind"], r["at"], json.loads(r["fields"])) for r in rows]
