"""A practice laptop whose keys its practice court has certified, the way ``xunhui practice`` does it; and its court."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cases.court import read_court
from app.cases.numbers import lease_block
from app.circuit.practice import make_practice_laptop, sit_down, unlock_all
from app.clock import Clock, SystemClock
from app.desk import Desk
from app.documents.fonts import FontSet
from app.keys.provision import NewOfficer
from app.keys.session import Session
from app.signing.session_keys import SessionKeys
from app.tell import JournalTeller
from support.village import COURT
from sync.client import RoundReport, run_round
from sync.practice import make_practice_court
from sync.practice_laptop import enrol_practice_laptop
from sync.serve import CourtServer
from sync.server.court import Court
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


OFFICERS = (
    NewOfficer("judge-1", "林正和", "judge", "山路 十八弯 案卷 在背上", "274916"),
    NewOfficer("clerk-1", "苏雨桐", "clerk", "红灯笼 挂 三盏 雨夜里", "581370"),
)


@dataclass
class LaptopOfCourt:
    """A laptop whose court's server runs; acts are dated by the test's clock, the wire by the machine's."""

    folder: Path
    session: Session
    desk: Desk
    court: Court

    @property
    def today(self) -> Desk:
        desk = Desk.__new__(Desk)
        desk.__dict__ = self.desk.__dict__ | {"clock": SystemClock()}
        return desk

    def round(self, *, attachments: bool = True) -> RoundReport:
        return run_round(self.today, attachments=attachments)

    @property
    def keys(self) -> SessionKeys:
        pins = {officer.id: officer.pin for officer in OFFICERS}
        return SessionKeys(
            self.session, read_court(self.session.database), FontSet.find(), pins.__getitem__, os.urandom
        )


@contextmanager
def laptop_of_court(folder: Path, clock: Clock, randomness: Callable[[int], bytes]) -> Iterator[LaptopOfCourt]:
    """The clerk sits at a laptop with leased numbers and certified keys; the judge is signed in too."""
    laptop = folder / "laptop"
    make_practice_laptop(laptop, COURT, OFFICERS, clock, randomness)
    made = make_practice_court(folder / "court", code=COURT["code"], name=COURT["name"], day=clock.now())
    court = open_court(made.folder, SystemClock())
    with CourtServer(court) as server:
        ticket = made.folder / "tickets" / "1.json"
        enrol_practice_laptop(laptop, OFFICERS, ticket, {}, clock.now().year, clock, server.url)
        session = unlock_all(laptop, OFFICERS, clock, randomness)
        desk = sit_down(session, OFFICERS[1], JournalTeller(), clock, randomness)
        lease_block(desk, COURT["code"], "民初", clock.now().year, 1501, 1599)
        yield LaptopOfCourt(laptop, session, desk, court)
        session.lock()
