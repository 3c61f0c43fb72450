"""The tables of filings received but not registered on the spot, and of what each party on the other side answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.cases.model import CLAIMANTS
from app.errors import NeedsCorrection
from app.journal.told import Told
from app.rules.elements import Answer
from app.storage.database import Database

VERSION = 2
TABLES = {
    "received_filing": (
        "CREATE TABLE received_filing (record TEXT PRIMARY KEY, received_at TEXT NOT NULL, fields TEXT NOT NULL) STRICT"
    ),
    "defence": """
        CREATE TABLE defence (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, party TEXT NOT NULL, at TEXT NOT NULL,
            fields TEXT NOT NULL) STRICT;
        CREATE INDEX defence_case ON defence (case_id, at)""",
}


@dataclass(frozen=True)
class Defence:
    """One party's defence as it now stands; ``by`` is the party's key."""

    record: str
    case: str
    by: str
    at: str
    fields: Mapping[str, Any]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Rows of ``claim`` (may be None) and ``text``."""
        return [dict(row) for row in self.fields["answers"]]

    @property
    def elements(self) -> dict[str, Answer]:
        """What it says to each element."""
        return {
            name: Answer(bool(said["agrees"]), str(said.get("says") or ""))
            for name, said in self.fields["elements"].items()
        }


@dataclass(frozen=True)
class ReceivedFiling:
    """A filing that belongs to no case yet, or no longer waits; moments are ISO 8601 text.

    ``correction`` says ``at``, ``items`` and ``until``; ``corrected`` ``at`` and ``what``; ``complaint`` ``at``, ``by``
    and ``what``; ``complaint_answer`` ``at`` and ``answer``; ``ended`` ``how`` (registered, not_accepted, returned,
    taken_back), ``at``, and what belongs to it.
    """

    record: str
    received_at: str
    fields: Mapping[str, Any]

    @property
    def filing(self) -> Mapping[str, Any]:
        """What was filed, as far as it was said: the fields of ``app.intake.received.KEPT``."""
        said: Mapping[str, Any] = self.fields["filing"]
        return said

    @property
    def claimants(self) -> list[str]:
        """Names of those who claim."""
        return [str(one["name"]) for one in self.filing["parties"] if one.get("role") in CLAIMANTS and one.get("name")]

    @property
    def confirmation(self) -> bool:
        """Whether it is a joint application for judicial confirmation, which is accepted or not in three days."""
        return bool(self.filing["mode"] == "joint")

    @property
    def correction(self) -> Mapping[str, Any] | None:
        return self.fields.get("correction")

    @property
    def corrected(self) -> Mapping[str, Any] | None:
        return self.fields.get("corrected")

    @property
    def complaint(self) -> Mapping[str, Any] | None:
        return self.fields.get("complaint")

    @property
    def complaint_answer(self) -> Mapping[str, Any] | None:
        return self.fields.get("complaint_answer")

    @property
    def ended(self) -> Mapping[str, Any] | None:
        return self.fields.get("ended")


def receive(database: Database, told: Told) -> None:
    """One row for each filing that was received, one for each defence."""
    fields = dict(told.fields)
    if told.first.act.startswith("filing."):
        database.execute(
            "INSERT INTO received_filing (record, received_at, fields) VALUES (?, ?, ?)",
            (told.record, fields["received_at"], json.dumps(fields, ensure_ascii=False, sort_keys=True)),
        )
        return
    database.execute(
        "INSERT INTO defence (record, case_id, party, at, fields) VALUES (?, ?, ?, ?, ?)",
        (told.record, told.case, fields["by"], fields["at"], json.dumps(fields, ensure_ascii=False, sort_keys=True)),
    )


def defences_of(database: Database, case: str) -> list[Defence]:
    """The case's defences, in order."""
    rows = database.query("SELECT * FROM defence WHERE case_id = ? ORDER BY at, record", (case,))
    return [Defence(r["record"], r["case_id"], r["party"], r["at"], json.loads(r["fields"])) for r in rows]


def received_filings(database: Database, *, waiting_only: bool = False) -> list[ReceivedFiling]:
    """The filings that were received, the first first; ``waiting_only``: those that have not ended."""
    rows = database.query("SELECT * FROM received_filing ORDER BY received_at, record")
    found = [_received(row) for row in rows]
    return [one for one in found if not waiting_only or one.ended is None]


def load_received(database: Database, filing: str) -> ReceivedFiling:
    """Refuses with ``unknown_filing``."""
    rows = database.query("SELECT * FROM received_filing WHERE record = ?", (filing,))
    if not rows:
        raise NeedsCorrection("unknown_filing", filing=filing)
    return _received(rows[0])


def received_for(database: Database, case: str) -> ReceivedFiling | None:
    """The filing that became this case; None where it was registered on the spot."""
    ended = (one for one in received_filings(database) if (one.ended or {}).get("case") == case)
    return next(ended, None)


def _received(row: dict[str, Any]) -> ReceivedFiling:
    return ReceivedFiling(row["record"], row["received_at"], json.loads(row["fields"]))
