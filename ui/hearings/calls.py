"""What the hearing page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.approvals.store import approvals_of
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.hearings.service import note_absence, open_sitting, open_turn
from app.hearings.store import Sitting, Turn, sittings_of, turns_of


@dataclass(frozen=True)
class HearingView:
    """The case, its sittings, and the open one's turns with the unfinished one."""

    case: Case
    sittings: list[Sitting]
    open: Sitting | None
    turns: list[Turn]
    unfinished: tuple[str, str] | None
    writable: bool
    online_places: tuple[str, ...]


def view(desk: Desk, case: str) -> HearingView:
    """Everything the page shows when it comes into sight."""
    held = load_case(desk.database, case)
    sittings = sittings_of(desk.database, case)
    running = [s for s in sittings if s.closed_at is None]
    mine = [s for s in running if s.device == desk.device.device_id]
    now = next(iter(mine or running), None)
    return HearingView(
        held,
        sittings,
        now,
        turns_of(desk.database, now.record) if now else [],
        open_turn(desk, now.record) if now else None,
        bool(mine) or not running,
        tuple(
            str(one.about["place"])
            for one in approvals_of(desk.database, case, "online_place")
            if one.state == "granted"
        ),
    )


def case_of(desk: Desk, case: str) -> Case:
    """The case as it now stands."""
    return load_case(desk.database, case)


def turns(desk: Desk, sitting: str) -> list[Turn]:
    """The turns of a sitting that is over."""
    return turns_of(desk.database, sitting)


def begin_sitting(desk: Desk, case: str, kind: str, values: dict[str, Any]) -> str:
    """A sitting is open; gives its record."""
    return open_sitting(desk, case, kind=kind, **values)


def adjourn_absent(desk: Desk, case: str, values: dict[str, Any]) -> str:
    """Who did not come is noted and another day set; gives the record."""
    return note_absence(desk, case, **values)
