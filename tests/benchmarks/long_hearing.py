"""A hearing of many turns, and a laptop whose hearing is still open."""

from __future__ import annotations

import os
from pathlib import Path

from app.cases.court import write_court
from app.cases.numbers import lease_block
from app.circuit.practice import practice_officers, sit_down
from app.clock import SystemClock
from app.desk import Desk
from app.hearings.service import open_sitting, save_open_turn
from app.journal.devices import add_devices
from app.keys.derive import PRACTICE_COST, Cost
from app.keys.provision import provision
from app.keys.session import Session
from app.tell import JournalTeller
from support.village import COURT, a_case

SAID = "借条是我写的，钱也收到了，可是当时说好等秋收卖了粮食再还，利息从来没有提过。"
UNFINISHED = "利息从来没"


def fill(desk: Desk, sitting: str, case: str, count: int) -> None:
    """The sitting has ``count`` turns, as if each had been ended."""
    with desk.database.transaction():
        for number in range(1, count + 1):
            fields = {
                "sitting": sitting,
                "ordinal": number,
                "speaker": ("judge", "plaintiff", "defendant")[number % 3],
                "text": f"{number}　{SAID}",
                "at": "2026-03-20T09:40:00+08:00",
            }
            desk.record("turn.ended", desk.new_id("turn"), fields, case=case)


def laptop_in_a_hearing(profile: Path, turns: int, cost: Cost = PRACTICE_COST) -> tuple[Session, tuple[str, ...]]:
    """A practice profile whose sitting has ``turns`` turns and an unfinished one; it is still open.

    Gives its session, and what the program ``hearing_again`` is told of it.
    """
    clock, officers = SystemClock(), practice_officers(COURT["officers"], os.urandom)
    session = provision(profile, officers, clock, os.urandom, court_escrow=None, practice=True, cost=cost)
    write_court(session.database, COURT)
    add_devices(session.database, {session.device.device_id: session.device.public})
    desk = sit_down(session, officers[0], JournalTeller(), clock, os.urandom)
    lease_block(desk, COURT["code"], "民初", 2026, 1501, 1510)
    case = a_case(desk)
    sitting = open_sitting(desk, case, opened_at=clock.now().isoformat(timespec="seconds"), place="梧桐村")
    fill(desk, sitting, case, turns)
    save_open_turn(desk, sitting, "plaintiff", UNFINISHED)
    return session, (officers[0].passphrase, case, str(turns), UNFINISHED)
