"""The table of services: each is added, never edited."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.cases.model import split_person
from app.journal.told import Told
from app.storage.database import Database

VERSION = 1
TABLES = {
    "service_record": """
        CREATE TABLE service_record (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, to_key TEXT NOT NULL, how TEXT NOT NULL,
            at TEXT, queued_at TEXT, fields TEXT NOT NULL) STRICT;
        CREATE INDEX service_record_case ON service_record (case_id)""",
}


@dataclass(frozen=True)
class Service:
    """One service of papers on one person; ``at`` is None while an electronic service waits to be sent."""

    record: str
    case: str
    to: str
    how: str
    at: str | None
    fields: dict[str, Any]

    @property
    def papers(self) -> list[str]:
        return list(self.fields["papers"])

    @property
    def documents(self) -> list[str]:
        return list(self.fields["documents"])


def receive(database: Database, told: Told) -> None:
    """One row for each service."""
    fields = told.fields
    database.execute(
        "INSERT INTO service_record (record, case_id, to_key, how, at, queued_at, fields) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["to"],
            fields["how"],
            fields.get("at"),
            fields.get("queued_at"),
            json.dumps(dict(fields), ensure_ascii=False, sort_keys=True),
        ),
    )


def services_of(database: Database, case: str) -> list[Service]:
    """The case's services, the done ones in order, the waiting ones last."""
    rows = database.query(
        "SELECT * FROM service_record WHERE case_id = ? ORDER BY at IS NULL, at, queued_at, record", (case,)
    )
    return [_service(row) for row in rows]


def waiting_services(database: Database) -> list[Service]:
    """Electronic services that wait for the court's system to send them."""
    rows = database.query("SELECT * FROM service_record WHERE at IS NULL ORDER BY queued_at, record")
    return [_service(row) for row in rows]


def first_services(database: Database, case: str, document: str) -> dict[str, Service]:
    """Person → the first service of the document on that person; those that still wait are left out."""
    first: dict[str, Service] = {}
    for service in services_of(database, case):
        if service.at and document in service.documents:
            # Served on the agent is served on the party (民诉88).
            first.setdefault(split_person(service.to)[0], service)
    return first


def _service(row: dict[str, Any]) -> Service:
    return Service(row["record"], row["case_id"], row["to_key"], row["how"], row["at"], json.loads(row["fields"]))
