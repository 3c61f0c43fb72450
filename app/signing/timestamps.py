"""The court's timestamps on papers: told by the court alone, laid behind the bytes that were signed here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.attachments.service import files_of, get, read
from app.desk import Desk
from app.documents.store import Paper
from app.journal.devices import court_device
from app.journal.told import Told
from app.signing.service import current_pdf, revisions_of
from app.storage.database import Database

VERSION = 1
TABLES = {
    "paper_timestamp": """
        CREATE TABLE paper_timestamp (
            record   TEXT PRIMARY KEY,
            case_id  TEXT NOT NULL,
            paper    TEXT NOT NULL,
            device   TEXT NOT NULL,          -- whose word it is: only the court's counts
            before   TEXT NOT NULL,          -- SHA-256 of the whole PDF before and after
            revision TEXT NOT NULL,
            tail     TEXT NOT NULL,          -- the attachment that holds the bytes added
            added_at TEXT NOT NULL) STRICT;
        CREATE INDEX paper_timestamp_paper ON paper_timestamp (paper)""",
}


@dataclass(frozen=True)
class Stamped:
    """A paper as the court has extended it; ``at`` is when the court added its last timestamp, None if it has not."""

    pdf: bytes
    revisions: tuple[str, ...]
    at: str | None


def receive(database: Database, told: Told) -> None:
    """One row for each timestamp."""
    fields = told.fields
    database.execute(
        "INSERT INTO paper_timestamp (record, case_id, paper, device, before, revision, tail, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            str(fields["paper"]),
            told.first.device,
            str(fields["before"]),
            str(fields["revision"]),
            str(fields["tail"]),
            told.first.claimed_at,
        ),
    )


def stamped_at(desk: Desk, paper: str) -> str | None:
    """When the court added its last timestamp to the paper, whose bytes may still be on their way."""
    rows = desk.database.query(
        "SELECT max(added_at) AS at FROM paper_timestamp WHERE paper = ? AND device = ?",
        (paper, court_device(desk.database)),
    )
    return None if rows[0]["at"] is None else str(rows[0]["at"])


def stamped(desk: Desk, paper: Paper) -> Stamped:
    """The paper with every timestamp of the court whose bytes are here; what was signed here stays a prefix.

    Bytes that are not what the court's entry says are left away. Refuses as ``current_pdf`` does.
    """
    pdf, revisions, at = current_pdf(desk, paper), revisions_of(desk, paper), None
    files = files_of(desk)
    rows = desk.database.query(
        "SELECT * FROM paper_timestamp WHERE paper = ? AND device = ? ORDER BY added_at, record",
        (paper.record, court_device(desk.database)),
    )
    for row in rows:
        held = get(desk.database, row["tail"])
        if row["before"] != revisions[-1] or held is None or not files.has(held["digest"]):
            continue
        longer = pdf + read(desk, row["tail"])
        if hashlib.sha256(longer).hexdigest() == row["revision"]:
            pdf, at = longer, row["added_at"]
            revisions.append(row["revision"])
    return Stamped(pdf, tuple(revisions), at)
