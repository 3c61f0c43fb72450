"""The table of approvals: one row for each matter put to someone above the judge."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from app.journal.told import Told
from app.storage.database import Database

VERSION = 1
TABLES = {
    # Relief had a table of its own before.
    "approval": """
        DROP TABLE IF EXISTS fee_relief;
        CREATE TABLE approval (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, kind TEXT NOT NULL, requested_at TEXT NOT NULL,
            fields TEXT NOT NULL) STRICT;
        CREATE INDEX approval_case ON approval (case_id, requested_at)""",
}
State = Literal["pending", "granted", "refused", "disowned"]


@dataclass(frozen=True)
class Approval:
    """One matter: ``about`` holds what is particular to its kind, ``fields`` all that was told."""

    record: str
    case: str
    kind: str
    reason: str
    article: str
    requested_at: str
    about: dict[str, Any]
    fields: dict[str, Any]

    @property
    def state(self) -> State:
        """``disowned``: the one who was noted to have decided says that he did not."""
        if self.fields.get("granted") is None:
            return "pending"
        if self.fields.get("confirmed") is False:
            return "disowned"
        return "granted" if self.fields["granted"] else "refused"

    @property
    def decided_by(self) -> str | None:
        return self.fields.get("decided_by")

    @property
    def decided_at(self) -> str | None:
        return self.fields.get("decided_at")

    @property
    def by_telephone(self) -> bool:
        return self.fields.get("how") == "telephone"

    @property
    def signs(self) -> str | None:
        """Who still has to sign: ``decider`` for his word by telephone, ``president`` after another's; or None."""
        return self.fields.get("signs") if self.fields.get("confirmed") is None else None

    @property
    def effect(self) -> str | None:
        """How a compulsory appearance ended: came, brought, not_found; None while nobody has noted it."""
        return self.fields.get("effect")

    @property
    def waits(self) -> bool:
        """Whether somebody still has to decide or to sign (待批)."""
        return self.state == "pending" or self.signs is not None


def receive(database: Database, told: Told) -> None:
    """One row for each matter; an old ``fee.relief_decided`` is one told in a single step."""
    if told.first.act.startswith("fee.") and told.first.act != "fee.relief_decided":
        return
    fields = dict(told.fields)
    if told.first.act == "fee.relief_decided":
        fields = _as_approval(fields)
    database.execute(
        "INSERT INTO approval (record, case_id, kind, requested_at, fields) VALUES (?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["kind"],
            fields["requested_at"],
            json.dumps(fields, ensure_ascii=False, sort_keys=True),
        ),
    )


def _as_approval(relief: dict[str, Any]) -> dict[str, Any]:
    """The fields of a relief from before approvals had a record of their own."""
    granted = relief["state"] == "granted"
    telephone = bool(relief.get("by_telephone"))
    told = {
        "kind": relief["kind"],
        "reason": relief["reason"],
        "article": relief["article"],
        "requested_at": relief["applied_at"],
        "about": {"amount": relief.get("amount")},
    }
    if not granted:
        return told
    return told | {
        "granted": True,
        "decided_by": relief["approved_by"],
        "decided_at": relief["approved_at"],
        "how": "telephone" if telephone else "in_person",
        "signs": "decider" if telephone else None,
    }


def load_approval(database: Database, record: str) -> Approval | None:
    """The matter of that record, if it is here."""
    rows = database.query("SELECT * FROM approval WHERE record = ?", (record,))
    return _approval(rows[0]) if rows else None


def approvals_of(database: Database, case: str, *kinds: str) -> list[Approval]:
    """The case's matters in the order in which they were asked; with ``kinds``, only those."""
    rows = database.query("SELECT * FROM approval WHERE case_id = ? ORDER BY requested_at, record", (case,))
    return [_approval(row) for row in rows if not kinds or row["kind"] in kinds]


def waiting_approvals(database: Database) -> list[Approval]:
    """Every matter at this laptop that waits for a decision or a signature (待批), oldest first."""
    rows = database.query("SELECT * FROM approval ORDER BY requested_at, record")
    return [approval for approval in map(_approval, rows) if approval.waits]


def _approval(row: dict[str, Any]) -> Approval:
    fields = json.loads(row["fields"])
    return Approval(
        row["record"],
        row["case_id"],
        row["kind"],
        str(fields.get("reason", "")),
        str(fields.get("article", "")),
        row["requested_at"],
        dict(fields.get("about") or {}),
        fields,
    )
