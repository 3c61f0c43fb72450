"""How soon an officer can type, is at work, and is back after a power cut, against the least that PySide6 needs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.conftest import Laptop, run_program
from benchmarks.long_hearing import laptop_in_a_hearing

from app.keys.derive import COURT_COST, PRACTICE_COST, Cost

TURNS = 200
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
    profile, cut = tmp_path / "profile", tmp_path / "cut"
    session, told = laptop_in_a_hearing(profile, TURNS, cost)

    def fail_the_power() -> None:
        """What lies on the disk while the sitting is open is what a cut leaves."""
        shutil.rmtree(cut, ignore_errors=True)
        shutil.copytree(profile, cut)

    program("hearing_again", str(cut), *told, beside=BARE, prepare=fail_the_power)
    session.lock()


@pytest.mark.benchmark(group="start: command")
def test_xunhui_help(program: Callable[..., None]) -> None:
    program("command_help", beside=("bare_python",), rounds=9)
