"""How soon an officer can type, is at work, and is back after a power cut, against the least that PySide6 needs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.conftest import Laptop, run_program

from app.cases.court import write_court
from app.cases.numbers import lease_block
from app.circuit.practice import practice_officers, sit_down
from app.clock import SystemClock
from app.hearings.service import end_turn, open_sitting, save_open_turn
from app.journal.devices import add_devices
from app.keys.derive import COURT_COST, PRACTICE_COST, Cost
from app.keys.provision import provision
from app.tell import JournalTeller
from support.village import COURT, a_case

TURNS = 200
SAID = "借条是我写的，钱也收到了，可是当时说好等秋收卖了粮食再还，利息从来没有提过。"
UNFINISHED = "利息从来没"
BARE = ("bare_window",)


@pytest.mark.timeout(600)
@pytest.mark.benchmark(group="start: window ready to type")
def test_window_ready_for_the_passphrase(program: Callable[..., None], laptop: Laptop, bytecode: Path) -> None:
    run_program(bytecode, "window_ready", str(laptop.folder), "look")
    run_program(bytecode, *BARE, "look")
    program("window_ready", str(laptop.folder), beside=BARE, rounds=21)


@pytest.mark.timeout(600)
@pytest.mark.benchmark(group="start: at work, the passphrase typed at once")
def test_workbench_ready(program: Callable[..., None], laptop: Laptop) -> None:
    program("workbench_ready", str(laptop.folder), laptop.officers[0].passphrase, beside=BARE)


@pytest.mark.timeout(600)
@pytest.mark.benchmark(group="start: back in the hearing after a power cut, the passphrase typed at once")
@pytest.mark.parametrize("cost", [PRACTICE_COST, COURT_COST], ids=["practice Argon2id", "court's Argon2id"])
def test_same_case_and_turn(program: Callable[..., None], tmp_path: Path, cost: Cost) -> None:
    profile, cut, clock = tmp_path / "profile", tmp_path / "cut", SystemClock()
    officers = practice_officers(COURT["officers"], os.urandom)
    session = provision(profile, officers, clock, os.urandom, court_escrow=None, practice=True, cost=cost)
    write_court(session.database, COURT)
    add_devices(session.database, {session.device.device_id: session.device.public})
    desk = sit_down(session, officers[0], JournalTeller(), clock, os.urandom)
    lease_block(desk, COURT["code"], "民初", 2026, 1501, 1510)
    case = a_case(desk)
    sitting = open_sitting(desk, case, opened_at=clock.now().isoformat(timespec="seconds"), place="梧桐村")
    for number in range(TURNS):
        end_turn(desk, sitting, ("judge", "plaintiff", "defendant")[number % 3], f"{number}　{SAID}")
    save_open_turn(desk, sitting, "plaintiff", UNFINISHED)

    def fail_the_power() -> None:
        """What lies on the disk while the sitting is open is what a cut leaves."""
        shutil.rmtree(cut, ignore_errors=True)
        shutil.copytree(profile, cut)

    told = (str(cut), officers[0].passphrase, case, str(TURNS), UNFINISHED)
    program("hearing_again", *told, beside=BARE, prepare=fail_the_power)
    session.lock()


@pytest.mark.benchmark(group="start: command")
def test_xunhui_help(program: Callable[..., None]) -> None:
    program("command_help", beside=("bare_python",), rounds=9)
