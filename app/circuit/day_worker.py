"""The working process of a practice day: makes or opens its laptop, and carries the day from where it stands."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.cases.court import read_court
from app.circuit.day import read_day
from app.circuit.day_case import DayCase
from app.circuit.day_clock import DayClock
from app.circuit.day_run import DayRun, Synced
from app.circuit.day_supervision import EVENT
from app.circuit.practice import make_practice_laptop, sit_down, unlock_all
from app.clock import Clock
from app.desk import Teller
from app.documents.fonts import FontSet
from app.errors import Refusal
from app.keys.provision import NewOfficer
from app.secondcopy.copy import SecondCopy
from app.signing.session_keys import SessionKeys

STORE = "_store"
"""Where a carried day keeps its encrypted laptop and its court, beside the acts' folders."""

Enrol = Callable[[Path, Sequence[NewOfficer], Path, Mapping[str, Sequence[int]], int, Clock], None]
"""Enrols a laptop by a ticket and leases its number blocks; done before, it does nothing."""


def work_day(told: Mapping[str, Any], teller: Teller, round_of: Synced, enrol: Enrol) -> int:
    """Carries the day that ``told`` names; gives the exit code: 0 carried, 2 refused (told as an event)."""
    out, file = Path(told["out"]), Path(told["file"])
    officers = [NewOfficer(**officer) for officer in told["officers"]]
    try:
        day = read_day(file)
        if not told["interrupt"]:
            day = {**day, "interruptions": []}
        clock = DayClock(datetime.datetime.fromisoformat(f"{day['date']}T07:30:00+08:00"))
        court = {**day["court"], "officers": day["officers"], "practice": True}
        laptop, tickets = out / STORE / "laptop", out / STORE / "court" / "tickets"
        if not told.get("resume"):
            office = _Office(out / STORE / "office", court, officers, teller)
            office.docket(
                day, file.parent, lambda place, at: enrol(place, officers, tickets / "2.json", {}, 0, at), round_of
            )
            if not laptop.exists():
                make_practice_laptop(laptop, court, officers, clock, os.urandom)
            enrol(laptop, officers, tickets / "1.json", day["trip"]["number_blocks"], int(day["date"][:4]), clock)
        session = unlock_all(laptop, officers, clock, os.urandom)
        desk = sit_down(session, officers[0], teller, clock, os.urandom)
        copy = SecondCopy(session.database, session.copy_key(), clock, os.urandom)
        desk.after_commit.append(copy.after_commit)
        if not told.get("resume"):
            # What the court docketed comes down before departure.
            round_of(desk, lambda: None)
        fonts = FontSet.find()
        pins = {officer.id: officer.pin for officer in officers}
        keys = SessionKeys(session, read_court(session.database), fonts, pins.__getitem__, os.urandom)

        def cut(name: str) -> None:
            _event(cut=name, turns=run.turns_of(name.partition(":")[2]))
            os.kill(os.getpid(), signal.SIGKILL)

        def say(line: str) -> None:
            print(line, flush=True)

        run = DayRun(day, file.parent, desk, clock, keys, fonts, sync=round_of, say=say, cut=cut)
        if told.get("resume"):
            _event(resumed=told["resume"], turns=run.turns_of(told["resume"].partition(":")[2]))
        result = run.run()
        run.write(out, result)
        copy.try_catch_up()
        session.lock()
    except Refusal as refusal:
        _event(refusal=refusal.code, details=json.loads(json.dumps(refusal.details, default=str)))
        return 2
    return 0


class _Office:
    """The court's own desk, at which cases were filed before the trip."""

    def __init__(self, folder: Path, court: Mapping[str, Any], officers: Sequence[NewOfficer], teller: Teller) -> None:
        self.folder = folder
        self.court = court
        self.officers = officers
        self.teller = teller

    def docket(
        self, day: Mapping[str, Any], files: Path, enrol: Callable[[Path, Clock], None], round_of: Synced
    ) -> None:
        """The day's docketed cases lie on the court's server before the laptop leaves."""
        docketed = [act for act in day["acts"] if "docketed" in act]
        done, laptop = self.folder / "docketed", self.folder / "laptop"
        if not docketed or done.exists():
            return
        moments = [datetime.datetime.fromisoformat(act["filing"]["accepted_at"]) for act in docketed]
        clock = DayClock(min(moments))
        shutil.rmtree(self.folder, ignore_errors=True)
        make_practice_laptop(laptop, self.court, self.officers, clock, os.urandom)
        enrol(laptop, clock)
        session = unlock_all(laptop, self.officers, clock, os.urandom)
        try:
            desk = sit_down(session, self.officers[0], self.teller, clock, os.urandom)
            for act, moment in zip(docketed, moments, strict=True):
                clock.set(moment)
                DayCase(act, files, desk, clock, FontSet.find(), lambda _kind, _key: None).file()
            round_of(desk, lambda: None)
        finally:
            session.lock()
        done.touch()


def _event(**event: Any) -> None:
    print(EVENT + json.dumps(event, ensure_ascii=False), flush=True)
