"""The table of decisions: judgments, rulings on withdrawal, and rulings that a suit counts as withdrawn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.journal.told import Told
from app.storage.database import Database

VERSION = 2
TABLES = {
    "decision": """
        CREATE TABLE decision (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
            fields TEXT NOT NULL) STRICT;
        CREATE INDEX decision_case ON decision (case_id, at)""",
}


@dataclass(frozen=True)
class Decision:
    """``kind`` is ``judgment``, ``withdrawal`` or ``deemed_withdrawal``."""

    record: str
    case: str
    kind: str
    at: str
    fields: dict[str, Any]


def receive(database: Database, told: Told) -> None:
    """One row for each decision."""
    kind = "deemed_withdrawal" if told.first.act == "withdrawal.deemed" else told.first.act.partition(".")[0]
    at = told.fields.get("announced_at") or told.fields.get("at")
    database.execute(
        "INSERT INTO decision (record, case_id, kind, at, fields) VALUES (?, ?, ?, ?, ?)",
        (told.record, told.case, kind, at, json.dumps(dict(told.fields), ensure_ascii=False, sort_keys=True)),
    )


def decisions_of(database: Database, case: str) -> list[Decision]:
    """The case's decisions, in order."""
    rows = database.query("SELECT * FROM decision WHERE case_id = ? ORDER BY at, record", (case,))
    return [Decision(r["record"], r["case_id"], r["kind"], r["at"], json.loads(r["fields"])) for r in rows]
