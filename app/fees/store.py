"""The tables of payments, refunds and reviews, and the case's relief among its approvals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.approvals.store import Approval, approvals_of
from app.journal.told import Told
from app.rules.approvals import RELIEF
from app.storage.database import Database

VERSION = 4
TABLES = {
    "fee_payment": """
        CREATE TABLE fee_payment (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL, how TEXT NOT NULL,
            amount TEXT NOT NULL, ticket_no TEXT, fields TEXT NOT NULL) STRICT;
        CREATE INDEX fee_payment_case ON fee_payment (case_id, at)""",
    "fee_refund": """
        CREATE TABLE fee_refund (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, ordered_at TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX fee_refund_case ON fee_refund (case_id, ordered_at)""",
    "fee_review": """
        CREATE TABLE fee_review (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX fee_review_case ON fee_review (case_id, at)""",
}


@dataclass(frozen=True)
class Review:
    """A party's request that the fee be looked at again (复核; 费用43): ``disputes`` is decision or computing.

    ``answer`` says ``at``, ``by`` (an officer), ``reason`` and ``amount`` (yuan as text, None: it stays).
    """

    record: str
    by: str
    at: str
    disputes: str
    why: str
    answer: Mapping[str, Any] | None


def receive(database: Database, told: Told) -> None:
    """One row for each payment, one for each refund, one for each review."""
    fields = told.fields
    if told.first.act == "fee.review_requested":
        text = json.dumps(dict(fields), ensure_ascii=False, sort_keys=True)
        database.execute(
            "INSERT INTO fee_review (record, case_id, at, fields) VALUES (?, ?, ?, ?)",
            (told.record, told.case, fields["at"], text),
        )
    if told.first.act == "fee.refund_ordered":
        database.execute(
            "INSERT INTO fee_refund (record, case_id, ordered_at, fields) VALUES (?, ?, ?, ?)",
            (
                told.record,
                told.case,
                fields["ordered_at"],
                json.dumps(dict(fields), ensure_ascii=False, sort_keys=True),
            ),
        )
    if told.first.act != "fee.paid":
        return
    database.execute(
        "INSERT INTO fee_payment (record, case_id, at, how, amount, ticket_no, fields) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["at"],
            fields["how"],
            fields["amount"],
            fields.get("ticket_no"),
            json.dumps(dict(fields), ensure_ascii=False, sort_keys=True),
        ),
    )


def payments_of(database: Database, case: str) -> list[dict[str, Any]]:
    """The case's payments, in order, each with all its fields."""
    rows = database.query("SELECT fields FROM fee_payment WHERE case_id = ? ORDER BY at, record", (case,))
    return [json.loads(row["fields"]) for row in rows]


def refunds_of(database: Database, case: str) -> list[dict[str, Any]]:
    """The case's refunds as they were ordered, each with its record and all its fields."""
    rows = database.query(
        "SELECT record, fields FROM fee_refund WHERE case_id = ? ORDER BY ordered_at, record", (case,)
    )
    return [{"record": row["record"], **json.loads(row["fields"])} for row in rows]


def reviews_of(database: Database, case: str) -> list[Review]:
    """The case's reviews, in the order in which they were asked for."""
    rows = database.query("SELECT record, fields FROM fee_review WHERE case_id = ? ORDER BY at, record", (case,))
    told = [(row["record"], json.loads(row["fields"])) for row in rows]
    return [
        Review(record, one["by"], one["at"], one["disputes"], one["why"], one.get("answer")) for record, one in told
    ]


def relief_of(database: Database, case: str, counterclaim: str | None = None) -> Approval | None:
    """The last application for relief from the suit's fee, or from that counterclaim's, by its own date; or None."""
    asked = [one for one in approvals_of(database, case, *RELIEF) if one.about.get("counterclaim") == counterclaim]
    return asked[-1] if asked else None


def cash_payments(database: Database, day: str) -> list[dict[str, Any]]:
    """Cash taken on the spot on ``day`` (ISO date), for the evening's 交账表: case, amount, ticket_no, at, payer."""
    rows = database.query(
        "SELECT case_id, fields FROM fee_payment WHERE how = 'cash_on_the_spot' AND substr(at, 1, 10) = ?"
        " ORDER BY at, record",
        (day,),
    )
    return [{"case": row["case_id"], **json.loads(row["fields"])} for row in rows]


def ticket_used(database: Database, ticket_no: str) -> bool:
    """Whether a payment already carries the 票据号."""
    return bool(database.query("SELECT 1 FROM fee_payment WHERE ticket_no = ?", (ticket_no,)))
