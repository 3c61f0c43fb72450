"""Acts of the trip: depart, log a service that opens no case; and the checks before leaving court or village."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.approvals.store import waiting_approvals
from app.cases.code_tables import court_calendar, court_lpr
from app.cases.numbers import blocks, ledger
from app.cases.store import list_cases, load_case
from app.desk import Desk
from app.documents.store import all_papers
from app.documents.template import load
from app.errors import NeedsCorrection
from app.hearings.store import open_sittings
from app.journal.entry import COURT
from app.keys.lease import lease_here
from app.service.store import services_of
from app.signing.service import waiting_papers
from app.signing.session_keys import ending_before, keys_here

LONGEST_TRIP = datetime.timedelta(days=7)
LPR_EVERY = datetime.timedelta(days=31)
"""The rate is published on the 20th of each month: a table seen longer ago has missed one."""
KINDS = ("日常联络", "诉讼代办", "预警联动", "指导民调", "完善民约", "法治宣传", "咨询培训")
"""The six circuit services and advice (domain 12, no. 35–36)."""


@dataclass(frozen=True)
class Check:
    """One line of a checklist: ``code`` names it, ``good`` says whether it holds, ``facts`` what was found."""

    code: str
    good: bool
    facts: dict[str, Any]


def depart(desk: Desk, *, date: str, vehicle: str, stops: Sequence[str]) -> str:
    """The trip is on the record, with its stops in order."""
    if not stops:
        raise NeedsCorrection("trip_has_no_stop")
    trip = f"trip-{date}-{desk.device.device_id[:8]}"
    desk.record("trip.departed", trip, {"date": date, "vehicle": vehicle, "stops": list(stops)})
    return trip


def log_service(desk: Desk, *, kind: str, at: str, place: str, people: int, summary: str) -> str:
    """A service that opens no case is in the circuit log. Refuses with ``unknown_choice`` and ``people_negative``."""
    if kind not in KINDS:
        raise NeedsCorrection("unknown_choice", choice=kind)
    if people < 0:
        raise NeedsCorrection("people_negative", people=people)
    service = desk.new_id("circuit")
    desk.record(
        "circuit.served", service, {"kind": kind, "at": at, "place": place, "people": people, "summary": summary}
    )
    return service


def check_leaving(desk: Desk) -> list[Check]:
    """离村核对: open sittings, papers still to be signed or served, originals not yet given back, matters 待批."""
    waiting = [paper.record for paper, _ in waiting_papers(desk)]
    served = {paper for case in list_cases(desk.database, limit=1000) for s in services_of(desk.database, case["id"])
              for paper in s.papers}  # fmt: skip
    to_serve = [
        paper.record
        for paper in all_papers(desk.database)
        if paper.case != COURT
        and paper.record not in served
        and load(paper.document, paper.version, database=desk.database).served
    ]
    sittings = [sitting.record for sitting in open_sittings(desk.database)]
    originals = [
        item.record
        for case in list_cases(desk.database, limit=1000, open_only=False)
        for item in load_case(desk.database, case["id"]).evidence
        if item.original and not desk.fields_of(item.record).get("returned_at")
    ]
    pending = [approval.record for approval in waiting_approvals(desk.database)]
    return [
        Check("open_sittings", not sittings, {"sittings": sittings}),
        Check("unsigned_papers", not waiting, {"papers": waiting}),
        Check("unserved_papers", not to_serve, {"papers": to_serve}),
        Check("originals_kept", not originals, {"evidence": originals}),
        Check("approvals_pending", not pending, {"approvals": pending}),
    ]


def return_original(desk: Desk, evidence: str, *, at: str, to: str) -> None:
    """The original was given back to the person who handed it in (证据19: a copy is kept)."""
    told = desk.told(evidence)
    if not told.entries:
        raise NeedsCorrection("unknown_evidence", evidence=evidence)
    desk.record("evidence.returned", evidence, {"returned_at": at, "returned_to": to}, case=told.case)


def check_departure(desk: Desk, *, today: datetime.date, free_bytes: int, needs_bytes: int = 2 << 30) -> list[Check]:
    """出发前检查: cases aboard, code tables, numbers, lease and certificates for the trip, disk, clock, last entry."""
    aboard = len(list_cases(desk.database, limit=1000, open_only=True))
    checks = [Check("cases_aboard", aboard > 0, {"count": aboard})]
    ends = today + LONGEST_TRIP
    unknown = next((year for year in (today.year, ends.year) if year not in court_calendar(desk.database).years), None)
    checks.append(Check("calendar", unknown is None, {"year": unknown}))
    seen = court_lpr(desk.database).seen_until
    checks.append(Check("lpr", today <= seen + LPR_EVERY, {"until": seen.isoformat()}))
    lease = lease_here(desk.database, desk.clock)
    if lease is not None:
        checks.append(Check("lease", lease.days_left >= LONGEST_TRIP.days, {"left": lease.days_left}))
    leased = blocks(desk.database)
    for block in leased:
        free = sum(
            line.state == "free"
            for line in ledger(desk.database, block["court"], block["type"], block["year"], block["device"])
        )
        checks.append(Check("numbers_left", free >= 3, {"type": block["type"], "free": free}))
    if not leased:
        checks.append(Check("numbers_left", False, {"type": None, "free": 0}))
    checks.append(Check("disk_space", free_bytes >= needs_bytes, {"free": free_bytes, "needs": needs_bytes}))
    if keys_here(desk.database):
        ending = [key.name or key.use for key in ending_before(desk.database, desk.clock.now() + LONGEST_TRIP)]
        checks.append(Check("certificates", not ending, {"missing": ending}))
    own = desk.journal.of_device(desk.device.device_id, max(desk.journal.head(desk.device.device_id)[0] - 1, 0))
    last = own[-1].claimed_at if own else None
    checks.append(Check("clock", last is None or desk.clock.now().isoformat() >= last, {"last_entry": last}))
    return checks
