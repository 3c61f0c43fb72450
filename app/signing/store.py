"""The table of signatures: who settled which paper, how, and the digest of the revision it made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.journal.told import Told
from app.storage.database import Database

TAIL_TYPE = "application/vnd.xunhui.pdf-revision"
"""Media type of an attachment that holds what one revision added to a paper."""
VERSION = 1
TABLES = {
    "signature": """
        CREATE TABLE signature (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, paper TEXT NOT NULL, signer TEXT NOT NULL,
            how TEXT NOT NULL, ordinal INTEGER NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX signature_paper ON signature (paper, ordinal)""",
}


@dataclass(frozen=True)
class Signature:
    """``how`` is ``thumb``, ``ink``, ``key``, ``seal``, ``wet`` or ``refused``.

    ``revision`` is the SHA-256 of the whole PDF after the signature, ``tail`` the attachment that holds the bytes it
    added; both None for ``refused`` and, since the signature is on paper, for ``wet``, whose ``scan`` is an attachment.
    """

    record: str
    case: str
    paper: str
    signer: str
    how: str
    ordinal: int
    revision: str | None
    tail: str | None
    scan: str | None
    fields: dict[str, Any]


def receive(database: Database, told: Told) -> None:
    """One row for each signature, scan or refusal."""
    fields = told.fields
    database.execute(
        "INSERT INTO signature (record, case_id, paper, signer, how, ordinal, fields) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["paper"],
            fields["signer"],
            fields["how"],
            fields["ordinal"],
            json.dumps(dict(fields), ensure_ascii=False, sort_keys=True),
        ),
    )


def signatures_of(database: Database, paper: str) -> list[Signature]:
    """What was done about each signature of the paper, in order."""
    rows = database.query("SELECT * FROM signature WHERE paper = ? ORDER BY ordinal, record", (paper,))
    return [_signature(row) for row in rows]


def _signature(row: dict[str, Any]) -> Signature:
    fields = json.loads(row["fields"])
    return Signature(
        record=row["record"],
        case=row["case_id"],
        paper=row["paper"],
        signer=row["signer"],
        how=row["how"],
        ordinal=row["ordinal"],
        revision=fields.get("revision"),
        tail=fields.get("tail"),
        scan=fields.get("scan"),
        fields=fields,
    )
