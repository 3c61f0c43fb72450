"""The tables of issued papers: which template, what was filled in, and the digest of what was frozen."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from app.errors import NeedsCorrection
from app.journal.told import Told
from app.storage.database import Database

VERSION = 1
TABLES = {
    "paper": """
        CREATE TABLE paper (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, document TEXT NOT NULL, version INTEGER NOT NULL,
            title TEXT NOT NULL, made_on TEXT NOT NULL, issued_at TEXT NOT NULL, sequence INTEGER NOT NULL,
            device TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX paper_case ON paper (case_id, issued_at)""",
}


@dataclass(frozen=True)
class Paper:
    """One issued paper; ``content`` is the attachment that holds its PDF before any signature, ``digest`` its SHA-256.

    ``signers`` are the template's words in its order, each with the box ids behind it: ``{"kind", "who": [...]}``.
    """

    record: str
    case: str
    document: str
    version: int
    title: str
    made_on: str
    issued_at: str
    content: str
    digest: str
    pages: int
    signers: list[dict[str, Any]]
    boxes: list[dict[str, Any]]
    blanks: dict[str, Any]
    concerns: str | None
    wording: str = ""
    """SHA-256 of the template's declaration and body, hex: the very wording the paper was made with."""
    number: str | None = None
    """案号 as printed, with 之一; None for a paper of no case."""
    printed: dict[str, list[str]] = field(default_factory=dict)
    despite: str | None = None
    """Why it was issued although proofreading contradicted it."""
    checked: dict[str, str] = field(default_factory=dict)
    """What was looked up elsewhere of ``related_cases`` and ``lender`` before it was issued."""

    def who_signs(self, box: str) -> tuple[str, str]:
        """诉讼地位 and name of the person whose box it is, as the paper's list of who was there prints them; "" twice
        where it lists nobody of that box, "" for a name that nobody gave."""
        for row in self.blanks.get("attendance") or ():
            if row["box"] == box:
                return str(row["label"]), str(row.get("name") or "")
        return "", ""


def receive(database: Database, told: Told) -> None:
    """One row for each issued paper."""
    fields = told.fields
    database.execute(
        "INSERT INTO paper (record, case_id, document, version, title, made_on, issued_at, sequence, device, fields)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["document"],
            fields["version"],
            fields["title"],
            fields["made_on"],
            told.first.claimed_at,
            told.first.sequence,
            told.first.device,
            json.dumps(dict(fields), ensure_ascii=False, sort_keys=True),
        ),
    )


def papers_of(database: Database, case: str) -> list[Paper]:
    """The case's papers, in the order they were issued."""
    rows = database.query("SELECT * FROM paper WHERE case_id = ? ORDER BY issued_at, device, sequence", (case,))
    return [_paper(row) for row in rows]


def load_paper(database: Database, paper: str) -> Paper:
    """Refuses with ``unknown_paper``."""
    rows = database.query("SELECT * FROM paper WHERE record = ?", (paper,))
    if not rows:
        raise NeedsCorrection("unknown_paper", paper=paper)
    return _paper(rows[0])


def find_paper(database: Database, case: str, document: str, concerns: str | None = None) -> Paper | None:
    """The last paper of that document in the case (about the person ``concerns``, where named), or None."""
    for paper in reversed(papers_of(database, case)):
        if paper.document == document and (concerns is None or paper.concerns in (None, concerns)):
            return paper
    return None


def all_papers(database: Database) -> list[Paper]:
    """Every paper on this laptop, in the order they were issued."""
    rows = database.query("SELECT * FROM paper ORDER BY issued_at, device, sequence")
    return [_paper(row) for row in rows]


def _paper(row: dict[str, Any]) -> Paper:
    fields = json.loads(row["fields"])
    return Paper(
        record=row["record"],
        case=row["case_id"],
        document=row["document"],
        version=row["version"],
        title=row["title"],
        made_on=row["made_on"],
        issued_at=row["issued_at"],
        content=fields["content"],
        digest=fields["digest"],
        pages=fields["pages"],
        signers=fields["signers"],
        boxes=fields["boxes"],
        blanks=fields["blanks"],
        concerns=fields.get("concerns"),
        wording=fields.get("wording", ""),
        number=fields.get("number"),
        printed=fields.get("printed") or {},
        despite=fields.get("despite"),
        checked=fields.get("checked") or {},
    )
