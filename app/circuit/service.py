"""Acts of the trip: depart, log a service that opens no case; and the checks before leaving court or village."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from app.cases.numbers import blocks, ledger
from app.desk import Desk
from app.errors import NeedsCorrection

KINDS = ("日常联络", "诉讼代办", "预警联动", "指导民调", "完善民约", "法治宣传", "咨询培训")
"""The six circuit services and advice (domain 12, no. 35–36)."""


@dataclass(frozen=True)
class Check:
    """One line of a checklist: ``code`` names it, ``good`` says whether it holds, ``facts`` what was found."""

    code: str
    good: bool
    facts: dict[str, object]


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


def check_departure(desk: Desk, *, today: datetime.date, free_bytes: int, needs_bytes: int = 2 << 30) -> list[Check]:
    """出发前检查: number blocks outlast the trip, disk, clock against the last entry."""
    checks = list[Check]()
    for block in blocks(desk.database):
        free = sum(
            line.state == "free"
            for line in ledger(desk.database, block["court"], block["type"], block["year"], block["device"])
        )
        checks.append(Check("numbers_left", free >= 3, {"type": block["type"], "free": free}))
    if not checks:
        checks.append(Check("numbers_left", False, {"type": None, "free": 0}))
    checks.append(Check("disk_space", free_bytes >= needs_bytes, {"free": free_bytes, "needs": needs_bytes}))
    own = desk.journal.of_device(desk.device.device_id, max(desk.journal.head(desk.device.device_id)[0] - 1, 0))
    last = own[-1].claimed_at if own else None
    checks.append(Check("clock", last is None or desk.clock.now().isoformat() >= last, {"last_entry": last}))
    return checks
