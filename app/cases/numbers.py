"""Case numbers from the blocks leased to this laptop, and the ledger that explains every gap."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.cases.store import case_of_number, load_case
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.told import Told
from app.rules.case_numbers import CaseNumber, format_case_number, parse_case_number
from app.storage.database import Database

VERSION = 1
TABLES = {
    "number_block": """
        CREATE TABLE number_block (
            record TEXT PRIMARY KEY, court TEXT NOT NULL, type TEXT NOT NULL, year INTEGER NOT NULL,
            device TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, voided TEXT NOT NULL) STRICT""",
}


@dataclass(frozen=True)
class LedgerLine:
    """One number of a leased block: ``used`` by a case, ``voided`` with a reason, or ``free``."""

    number: str
    state: str
    case: str | None = None
    reason: str | None = None


def receive(database: Database, told: Told) -> None:
    """One row for each leased block, with the numbers voided in it."""
    fields = told.fields
    voided = {name.removeprefix("voided_"): value for name, value in fields.items() if name.startswith("voided_")}
    database.execute(
        "INSERT INTO number_block (record, court, type, year, device, first, last, voided)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            fields["court"],
            fields["type"],
            fields["year"],
            fields["device"],
            fields["first"],
            fields["last"],
            json.dumps(voided, ensure_ascii=False, sort_keys=True),
        ),
    )


def lease_block(desk: Desk, court: str, kind: str, year: int, first: int, last: int) -> None:
    """The numbers ``first`` to ``last`` are this laptop's alone; a block is never leased twice."""
    record = f"block-{court}-{kind}-{year}-{first}"
    if desk.told(record).entries:
        return
    desk.record(
        "number.leased",
        record,
        {
            "court": court,
            "type": kind,
            "year": year,
            "device": desk.device.device_id,
            "first": first,
            "last": last,
        },
    )


def next_number(desk: Desk, court: str, kind: str, year: int) -> str:
    """The first number of this laptop's blocks that is neither used nor voided, in order.

    Refuses with ``number_block_used_up``: numbers come from the court, and none is ever made up here.
    """
    for line in ledger(desk.database, court, kind, year, desk.device.device_id):
        if line.state == "free":
            return line.number
    raise NotPossibleNow("number_block_used_up", court=court, type=kind, year=year)


def void_number(desk: Desk, court: str, kind: str, year: int, number: int, reason: str) -> None:
    """The number is never given to a case; the ledger says why (a gap is explained, not filled).

    Refuses with ``reason_missing``, ``number_in_use``, ``number_not_leased``.
    """
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    for block in _blocks(desk.database, court, kind, year, desk.device.device_id):
        if block["first"] <= number <= block["last"]:
            text = format_case_number(CaseNumber(year, court, kind, number))
            if any(line.number == text and line.state == "used" for line in ledger(desk.database, court, kind, year)):
                raise NeedsCorrection("number_in_use", number=text)
            desk.record("number.voided", block["record"], {f"voided_{number}": reason})
            return
    raise NeedsCorrection("number_not_leased", number=number)


def renumber_case(desk: Desk, case: str, reason: str) -> str:
    """The case has the next number and its old one is voided, with the reason in the ledger; gives the new number.

    Papers that were issued keep the old number: they are corrected one by one (补正). The journal keeps the old
    number with the case. Refuses with ``reason_missing``, ``case_is_closed``, ``number_block_used_up``.
    """
    desk.require_role("judge", "filing_officer")
    held = load_case(desk.database, case)
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    old = parse_case_number(held.number)
    new = next_number(desk, old.court, old.type, old.year)
    why = reason.strip()
    with desk.together():
        former = [*held.fields.get("former_numbers", ()), held.number]
        desk.record("case.renumbered", case, {"number": new, "number_why": why, "former_numbers": former}, case=case)
        for block in _blocks(desk.database, old.court, old.type, old.year, desk.device.device_id):
            if block["first"] <= old.number <= block["last"]:
                desk.record("number.voided", block["record"], {f"voided_{old.number}": f"{why}，改为{new}"})
    return new


def ledger(database: Database, court: str, kind: str, year: int, device: str | None = None) -> list[LedgerLine]:
    """Every number of the blocks in order, with what became of it."""
    lines = list[LedgerLine]()
    for block in _blocks(database, court, kind, year, device):
        voided = json.loads(block["voided"])
        for number in range(block["first"], block["last"] + 1):
            text = format_case_number(CaseNumber(year, court, kind, number))
            if case := case_of_number(database, text):
                lines.append(LedgerLine(text, "used", case=case))
            elif str(number) in voided:
                lines.append(LedgerLine(text, "voided", reason=voided[str(number)]))
            else:
                lines.append(LedgerLine(text, "free"))
    return lines


def blocks(database: Database) -> list[dict[str, Any]]:
    """Every leased block: court, type, year, device, first, last."""
    return database.query("SELECT court, type, year, device, first, last FROM number_block ORDER BY type, first")


def _blocks(database: Database, court: str, kind: str, year: int, device: str | None) -> list[dict[str, Any]]:
    return database.query(
        "SELECT * FROM number_block WHERE court = ? AND type = ? AND year = ? AND (? IS NULL OR device = ?)"
        " ORDER BY first",
        (court, kind, year, device, device),
    )
