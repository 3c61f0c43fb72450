"""What the workbench asks of the desk; runs on the desk's thread."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from app.approvals.store import waiting_approvals
from app.cases.numbers import blocks, ledger
from app.cases.store import list_cases, load_case
from app.circuit.store import last_trip
from app.desk import Desk
from app.fees.service import cash_list
from app.hearings.store import open_sittings
from app.journal.disputes import open_disputes
from app.keys.lease import WARN_DAYS, lease_here
from app.service.deadlines import running
from app.service.of_no_case import running_of_no_case
from app.service.store import waiting_services
from app.signing.service import waiting_papers
from ui.i18n import printed, tr
from ui.workbench.deadlines import deadline_words, haste, together

PAGES = {
    "T04": "service",
    "T06": "service",
    "T08": "service",
    "T13": "service",
    "T15": "documents",
    "T17": "approvals",
    "T23": "approvals",
    "T24": "hearings",
    "T27": "mediation",
    "T28": "mediation",
    "T29": "mediation",
    "T30": "mediation",
    "T31": "mediation",
    "T34": "service",
    "T35": "service",
    "T37": "judgments/appeals",
    "T39": "service",
    "T40": "documents",
    "T41": "documents",
    "T44": "fees",
    "T45": "fees",
    "T46": "fees",
    "T47": "fees",
    "T48": "signing",
    "T55": "documents",
}
"""Where what a period wants is done; the others are looked at in the case."""


OUTSIDE = {"T53": "circuit/handed"}
"""Where what a period outside any case wants is done; the others are of received filings."""


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
    trip: dict[str, Any] | None = None


def view(desk: Desk, today: str) -> WorkbenchView:
    """Cases, the last touched first, and what waits for a person."""
    cases = list_cases(desk.database)
    known = {case["id"]: case for case in cases}
    waiting = _of_lease(desk)
    for sitting in open_sittings(desk.database):
        facts = {"number": known.get(sitting.case, {}).get("number", ""), "at": sitting.opened_at[11:16]}
        waiting.append(Waiting("sitting_open", sitting.case, "hearings", facts))
    for dispute in open_disputes(desk.database):
        case = str(dispute.get("case_id", dispute.get("case", "")))
        facts = {"number": known.get(case, {}).get("number", ""), "field": dispute.get("field", "")}
        waiting.append(Waiting("values_differ", case, "cases", facts))
    for approval in waiting_approvals(desk.database):
        code = "approval_signature" if approval.signs else "approval_pending"
        facts = {"number": known.get(approval.case, {}).get("number", "")}
        waiting.append(Waiting(code, approval.case, "approvals", facts))
    for service in waiting_services(desk.database):
        facts = {"number": known.get(service.case, {}).get("number", "")}
        waiting.append(Waiting("service_waits", service.case, "service", facts))
    for paper, _who in waiting_papers(desk):
        facts = {"number": known.get(paper.case, {}).get("number", ""), "title": printed(paper.title)}
        waiting.append(Waiting("unsigned", paper.case, "signing", facts))
    for record, row in known.items():
        waiting += _of_case(desk, record, str(row["number"]), today)
    waiting += _of_no_case(desk, today)
    waiting.sort(key=lambda one: (0, one.facts["until"]) if one.code == "deadline_late" else (1, ""))
    unsent = len(desk.journal.unplaced())
    if unsent:
        waiting.append(Waiting("unsent", "", "sync", {"count": unsent}))
    payments, total = cash_list(desk.database, today)
    if payments:
        waiting.append(Waiting("cash_in_hand", "", "fees", {"count": len(payments), "total": str(total)}))
    left = []
    for block in blocks(desk.database):
        if block["device"] == desk.device.device_id:
            lines = ledger(desk.database, block["court"], block["type"], block["year"], block["device"])
            left.append({"type": block["type"], "free": sum(line.state == "free" for line in lines)})
    return WorkbenchView(cases, waiting, left, last_trip(desk.database))


def _of_no_case(desk: Desk, today: str) -> list[Waiting]:
    """Received filings that are not registered yet, complaints about them, and answers to suggestions."""
    day = datetime.date.fromisoformat(today)
    found = list[Waiting]()
    for _record, period in running_of_no_case(desk.database):
        if soon := haste(period, day):
            words = {"deadline": deadline_words(period, day), "until": period.until.isoformat()}
            subject = tr("司法建议") if period.rule == "T53" else tr("收件")
            page = OUTSIDE.get(period.rule, "intake/received")
            found.append(Waiting(f"deadline_{soon}", "", page, {"number": subject, **words}))
    return found


def _of_lease(desk: Desk) -> list[Waiting]:
    """That the laptop may not be away much longer, or that its clock was moved."""
    lease = lease_here(desk.database, desk.clock)
    if lease is None or lease.state == "good":
        return []
    over = "lease_over" if lease.state == "over" else "lease_warning"
    code = "clock_jumped" if lease.jumped and lease.days_left > WARN_DAYS else over
    return [Waiting(code, "", "settings/away", {"left": lease.days_left})]


def _of_case(desk: Desk, record: str, number: str, today: str) -> list[Waiting]:
    """The next hearing and the periods of a case that end soon or are past."""
    case = load_case(desk.database, record)
    found: list[Waiting] = []
    if case.fields.get("next_hearing"):
        facts = {"number": number, "at": str(case.fields["next_hearing"])[:16].replace("T", " ")}
        found.append(Waiting("next_hearing", record, "hearings", facts))
    day = datetime.date.fromisoformat(today)
    for period in together(running(desk.database, case, day)):
        if soon := haste(period, day):
            facts = {"number": number, "deadline": deadline_words(period, day), "until": period.until.isoformat()}
            found.append(Waiting(f"deadline_{soon}", record, PAGES.get(period.rule, "cases"), facts))
    return found
