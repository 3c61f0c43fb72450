"""The tables of appeals and of the answers to them: who appeals which paper of the case, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.cases.court import Court
from app.cases.model import Case
from app.errors import NeedsCorrection
from app.journal.told import Told
from app.rules.appeals import JUDGMENTS, appeal_fee
from app.rules.fees import CaseFee
from app.storage.database import Database

NEEDS_EFFECT = ("effectiveness_certificate", "execution_transfer_letter")
"""Papers that say, or rest on it, that what decided the case has taken effect."""
VERSION = 1
TABLES = {
    "appeal": """
        CREATE TABLE appeal (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX appeal_case ON appeal (case_id, at)""",
    "appeal_answer": """
        CREATE TABLE appeal_answer (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, appeal TEXT NOT NULL, party TEXT NOT NULL,
            at TEXT NOT NULL) STRICT;
        CREATE INDEX appeal_answer_case ON appeal_answer (case_id, at)""",
}


@dataclass(frozen=True)
class Answer:
    """A party's answer to an appeal (二审答辩状), and when the court received it."""

    record: str
    by: str
    at: str


@dataclass(frozen=True)
class Appeal:
    """An appeal against one paper: ``by`` and ``against`` are parties' keys, ``at`` when the court received it.

    ``posted_on`` is the postmark's day (民诉85); ``amount`` the yuan appealed against; ``extension`` why the period was
    missed and when that ended (``ground``, ``ended_on``, 民诉86); ``fee`` how its fee stands (``how``: paid,
    relief_asked); ``outcome`` what became of it (``how``: withdrawn, withdrawal_granted, deemed_withdrawn, late,
    decided).
    """

    record: str
    paper: str
    document: str
    by: str
    against: tuple[str, ...]
    at: str
    request: str
    reasons: str
    posted_on: str | None
    amount: str | None
    extension: Mapping[str, Any] | None
    fee: Mapping[str, Any] | None
    outcome: Mapping[str, Any] | None
    answers: tuple[Answer, ...] = ()

    @property
    def day(self) -> str:
        """The day that decides whether it came in time: of the postmark, else of receipt (民诉85)."""
        return self.posted_on or self.at[:10]

    @property
    def standing(self) -> bool:
        """Whether nothing has ended it yet."""
        return self.outcome is None


def receive(database: Database, told: Told) -> None:
    """One row for each appeal, and one for each answer."""
    fields = told.fields
    if told.first.act == "appeal.answered":
        database.execute(
            "INSERT INTO appeal_answer (record, case_id, appeal, party, at) VALUES (?, ?, ?, ?, ?)",
            (told.record, told.case, fields["appeal"], fields["by"], fields["at"]),
        )
        return
    kept = {name: fields[name] for name in ("paper", "document", "by", "request", "reasons")}
    kept["against"] = list(fields["against"])
    for name in ("posted_on", "amount", "extension", "fee", "outcome"):
        kept[name] = fields.get(name)
    for name in ("fee", "outcome"):
        if kept[name]:
            kept[name] = {"how": kept[name]["how"], "at": kept[name]["at"]}
    database.execute(
        "INSERT INTO appeal (record, case_id, at, fields) VALUES (?, ?, ?, ?)",
        (told.record, told.case, fields["at"], json.dumps(kept, ensure_ascii=False, sort_keys=True)),
    )


def appeals_of(database: Database, case: str) -> list[Appeal]:
    """The case's appeals as they stand, in the order in which the court received them."""
    answers: dict[str, list[Answer]] = {}
    for row in database.query("SELECT * FROM appeal_answer WHERE case_id = ? ORDER BY at, record", (case,)):
        answers.setdefault(row["appeal"], []).append(Answer(row["record"], row["party"], row["at"]))
    found = list[Appeal]()
    for row in database.query("SELECT * FROM appeal WHERE case_id = ? ORDER BY at, record", (case,)):
        fields = json.loads(row["fields"])
        against, given = tuple(fields.pop("against")), tuple(answers.get(row["record"], ()))
        found.append(Appeal(record=row["record"], at=row["at"], against=against, answers=given, **fields))
    return found


def load_appeal(database: Database, case: str, appeal: str) -> Appeal:
    """The case's appeal of that record; refuses with ``unknown_appeal``."""
    for one in appeals_of(database, case):
        if one.record == appeal:
            return one
    raise NeedsCorrection("unknown_appeal", appeal=appeal)


def fee_of_appeal(court: Court, case: Case, document: str, amount: str | None) -> CaseFee | None:
    """What an appeal against that document of the case costs; None where it costs nothing (费用8(三), 17)."""
    claims = [{"kind": one.kind, "amount": one.amount, "property_total": one.property_total} for one in case.asked]
    return appeal_fee(document, claims, amount, court.province_fees, court.fee_rounding)


def refuse_while_appealed(database: Database, case: str) -> None:
    """Refuses ``judgment_is_appealed`` while an appeal against a judgment stands, one that came late too: whether it
    came too late is the higher court's to say."""
    for one in appeals_of(database, case):
        if one.standing and one.document.startswith(JUDGMENTS):
            raise NeedsCorrection("judgment_is_appealed", article="民诉158", on=one.at[:10])
