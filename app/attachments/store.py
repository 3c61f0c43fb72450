"""The told table of attachments: whose each is, what it is called, by which digest it is found."""

from __future__ import annotations

from typing import Any

from app.journal.told import Told
from app.storage.database import Database

VERSION = 1
TABLES = {
    "attachment": """
        CREATE TABLE attachment (
            record      TEXT PRIMARY KEY,
            case_id     TEXT NOT NULL,
            compartment TEXT NOT NULL,
            digest      TEXT NOT NULL,       -- SHA-256 of the plain bytes
            size        INTEGER NOT NULL,
            name        TEXT NOT NULL,
            media_type  TEXT NOT NULL,
            officer     TEXT NOT NULL,
            added_at    TEXT NOT NULL,       -- claimed
            set_aside   TEXT NOT NULL        -- why it is not used, or ''
        ) STRICT;
        CREATE INDEX attachment_case ON attachment (case_id);
        CREATE INDEX attachment_digest ON attachment (digest)
    """,
}


def receive(database: Database, told: Told) -> None:
    """The attachment's row says what its entries say."""
    added = told.by("attachment.added")
    if not added:
        return
    fields = told.fields
    database.execute(
        "INSERT INTO attachment (record, case_id, compartment, digest, size, name, media_type, officer,"
        " added_at, set_aside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            added[0].compartment,
            str(fields["digest"]),
            int(fields["size"]),
            str(fields["name"]),
            str(fields["media_type"]),
            added[0].officer,
            added[0].claimed_at,
            str(fields.get("set_aside", "")),
        ),
    )


def get(database: Database, attachment: str) -> dict[str, Any] | None:
    """The attachment's row, or None."""
    rows = database.query("SELECT * FROM attachment WHERE record = ?", (attachment,))
    return rows[0] if rows else None


def of_case(database: Database, case: str) -> list[dict[str, Any]]:
    """The case's attachments, in the order in which they were told."""
    return database.query("SELECT * FROM attachment WHERE case_id = ? ORDER BY added_at, record", (case,))


def named(database: Database) -> list[dict[str, Any]]:
    """Every digest that an entry names, with its size, once each; small ones first (papers before media)."""
    return database.query("SELECT digest, max(size) AS size FROM attachment GROUP BY digest ORDER BY max(size), digest")
