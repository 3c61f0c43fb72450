"""A practice laptop whose keys its practice court has certified, the way ``xunhui practice`` does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.circuit.practice import make_practice_laptop
from app.clock import Clock, SystemClock
from app.keys.provision import NewOfficer
from sync.practice import make_practice_court
from sync.practice_laptop import enrol_practice_laptop
from sync.serve import CourtServer
from sync.server.folder import open_court


def make_certified_laptop(
    folder: Path,
    court: Mapping[str, Any],
    officers: Sequence[NewOfficer],
    clock: Clock,
    randomness: Callable[[int], bytes],
) -> None:
    """The laptop is in `folder`; its court, which answered for as long as was needed, lies beside it."""
    make_practice_laptop(folder, court, officers, clock, randomness)
    practice = make_practice_court(
        folder.with_name(f"court-of-{folder.name}"), code=court["code"], name=court["name"], day=clock.now()
    )
    with CourtServer(open_court(practice.folder, SystemClock())) as server:
        ticket = practice.folder / "tickets" / "1.json"
        enrol_practice_laptop(folder, officers, ticket, {}, clock.now().year, clock, server.url)
