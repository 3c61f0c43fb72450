"""The tables of services, each added and never edited, and of letters that entrust another court with one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.cases.model import split_person
from app.journal.told import Told
from app.storage.database import Database

VERSION = 2
TABLES = {
    "service_record": """
        CREATE TABLE service_record (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, to_key TEXT NOT NULL, how TEXT NOT NULL,
            at TEXT, queued_at TEXT, fields TEXT NOT NULL) STRICT;
        CREATE INDEX service_record_case ON service_record (case_id)""",
    "entrustment": """
        CREATE TABLE entrustment (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, letter TEXT NOT NULL, to_court TEXT NOT NULL,
            recipient TEXT NOT NULL, at TEXT NOT NULL, returned_at TEXT, result TEXT) STRICT;
        CREATE INDEX entrustment_case ON entrustment (case_id, at)""",
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


@dataclass(frozen=True)
class Entrustment:
    """A letter that another court received at ``at``, to serve on the ``recipient`` (a party's key or name).

    ``returned_at`` is when its certificate came back, ``result`` served or not_served; both None before.
    """

    record: str
    letter: str
    to: str
    recipient: str
    at: str
    returned_at: str | None
    result: str | None


def receive(database: Database, told: Told) -> None:
    """One row for each service, and one for each entrustment."""
    fields = told.fields
    if told.first.act.startswith("entrustment."):
        returned = fields.get("returned") or {}
        database.execute(
            "INSERT INTO entrustment (record, case_id, letter, to_court, recipient, at, returned_at, result)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                told.record,
                told.case,
                fields["letter"],
                fields["to"],
                fields["recipient"],
                fields["at"],
                returned.get("at"),
                returned.get("result"),
            ),
        )
        return
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


def entrustments_of(database: Database, case: str) -> list[Entrustment]:
    """The letters of the case that other courts received, in that order."""
    rows = database.query("SELECT * FROM entrustment WHERE case_id = ? ORDER BY at, record", (case,))
    names = ("record", "letter", "to_court", "recipient", "at", "returned_at", "result")
    return [Entrustment(*(row[name] for name in names)) for row in rows]


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
