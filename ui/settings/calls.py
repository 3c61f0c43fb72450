"""What the settings ask of the desk about templates, the lease and number blocks; runs on the desk's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.cases.court import SETTING, write_court
from app.cases.numbers import LedgerLine, blocks, ledger
from app.desk import Desk
from app.documents.pack_store import names_in_force, packs, version_in_force
from app.documents.template import load
from app.keys.lease import Lease, lease_here
from app.rules.case_numbers import CaseNumber, format_case_number
from app.storage.settings import read_setting
from ui.i18n import printed


@dataclass(frozen=True)
class Wordings:
    """The packs installed, and the court's own wordings in force today."""

    packs: list[dict[str, Any]]
    in_force: list[dict[str, Any]]


@dataclass(frozen=True)
class Standing:
    """The lease, None where this laptop has none; the number blocks; and the ledger of each by its place."""

    device: str
    lease: Lease | None
    blocks: list[dict[str, Any]]
    ledgers: list[list[LedgerLine]]


def court_settings(desk: Desk) -> dict[str, Any]:
    """The court's settings as they stand."""
    return dict(read_setting(desk.database, SETTING, {}) or {})


def change_settings(desk: Desk, changes: dict[str, Any]) -> None:
    """These settings of the court's change, the others stay; refuses ``role_not_permitted`` and as ``write_court``."""
    desk.require_role("administrator", "judge", "president", "division_chief")
    write_court(desk.database, {**court_settings(desk), **changes})


def wordings(desk: Desk) -> Wordings:
    """How papers are worded on this laptop today."""
    told = dict(read_setting(desk.database, SETTING, {}) or {})
    names = {str(one["id"]): str(one["name"]) for one in told.get("officers") or ()}
    today = desk.clock.now().date().isoformat()
    installed = [
        {
            "id": one.digest,
            "title": one.title,
            "installed": one.installed,
            "officer": names.get(one.officer, one.officer),
        }
        for one in packs(desk.database)
    ]
    in_force = [
        {
            "id": name,
            "title": printed(load(name, database=desk.database, on=today).title),
            "version": version_in_force(desk.database, name, today),
        }
        for name in names_in_force(desk.database, today)
    ]
    return Wordings(installed, in_force)


def standing(desk: Desk) -> Standing:
    """How long the laptop may work away from the court, and what became of each number leased to it."""
    rows, ledgers = [], []
    for block in blocks(desk.database):
        said = (block["court"], block["type"], block["year"])
        numbers = range(block["first"], block["last"] + 1)
        within = {
            format_case_number(CaseNumber(block["year"], block["court"], block["type"], number)) for number in numbers
        }
        lines = [line for line in ledger(desk.database, *said, block["device"]) if line.number in within]
        rows.append({**block, "here": block["device"] == desk.device.device_id})
        ledgers.append(lines)
    return Standing(desk.device.device_id, lease_here(desk.database, desk.clock), rows, ledgers)
