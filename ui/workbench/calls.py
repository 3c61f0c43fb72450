"""What the workbench asks of the desk; runs on the desk's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.cases.numbers import blocks, ledger
from app.cases.store import list_cases
from app.desk import Desk
from app.fees.service import cash_list
from app.hearings.store import open_sittings
from app.journal.disputes import open_disputes
from app.service.store import waiting_services


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: how urgent, in which case, and the page where it is done."""

    code: str
    case: str
    page: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class WorkbenchView:
    cases: list[dict[str, Any]]
    waiting: list[Waiting]
    numbers: list[dict[str, Any]]


def view(desk: Desk, today: str) -> WorkbenchView:
    """Cases, the last touched first, and what waits for a person."""
    cases = list_cases(desk.database)
    known = {case["id"]: case for case in cases}
    waiting: list[Waiting] = []
    for sitting in open_sittings(desk.database):
        facts = {"number": known.get(sitting.case, {}).get("number", ""), "at": sitting.opened_at[11:16]}
        waiting.append(Waiting("sitting_open", sitting.case, "hearings", facts))
    for dispute in open_disputes(desk.database):
        case = str(dispute.get("case_id", dispute.get("case", "")))
        facts = {"number": known.get(case, {}).get("number", ""), "field": dispute.get("field", "")}
        waiting.append(Waiting("values_differ", case, "cases", facts))
    for service in waiting_services(desk.database):
        facts = {"number": known.get(service.case, {}).get("number", "")}
        waiting.append(Waiting("service_waits", service.case, "service", facts))
    payments, total = cash_list(desk.database, today)
    if payments:
        waiting.append(Waiting("cash_in_hand", "", "fees", {"count": len(payments), "total": str(total)}))
    left = []
    for block in blocks(desk.database):
        if block["device"] == desk.device.device_id:
            lines = ledger(desk.database, block["court"], block["type"], block["year"], block["device"])
            left.append({"type": block["type"], "free": sum(line.state == "free" for line in lines)})
    return WorkbenchView(cases, waiting, left)
