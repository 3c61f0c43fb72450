"""The tables of trips and of circuit services."""

from __future__ import annotations

import json
from typing import Any

from app.journal.told import Told
from app.storage.database import Database

VERSION = 1
TABLES = {
    "trip": "CREATE TABLE trip (record TEXT PRIMARY KEY, date TEXT NOT NULL, fields TEXT NOT NULL) STRICT",
    "circuit_service": (
        "CREATE TABLE circuit_service"
        " (record TEXT PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL) STRICT"
    ),
}


def receive(database: Database, told: Told) -> None:
    """One row for each trip, one for each circuit service."""
    text = json.dumps(dict(told.fields), ensure_ascii=False, sort_keys=True)
    if told.first.act.startswith("trip."):
        database.execute(
            "INSERT INTO trip (record, date, fields) VALUES (?, ?, ?)", (told.record, told.fields["date"], text)
        )
    else:
        database.execute(
            "INSERT INTO circuit_service (record, at, kind, fields) VALUES (?, ?, ?, ?)",
            (told.record, told.fields["at"], told.fields["kind"], text),
        )


def last_trip(database: Database) -> dict[str, Any] | None:
    """The latest trip with its stops, or None before the first."""
    rows = database.query("SELECT record, fields FROM trip ORDER BY date DESC, record DESC LIMIT 1")
    return {"record": rows[0]["record"], **json.loads(rows[0]["fields"])} if rows else None


def circuit_services(database: Database, day: str | None = None) -> list[dict[str, Any]]:
    """Circuit services, of one ISO date or all: kind, at, place, people, summary."""
    rows = database.query(
        "SELECT record, fields FROM circuit_service WHERE ? IS NULL OR substr(at, 1, 10) = ? ORDER BY at, record",
        (day, day),
    )
    return [{"record": row["record"], **json.loads(row["fields"])} for row in rows]
