"""What the benchmarks stand on: whole laptops with real keys and databases, and programs in processes of their own.

Each group measures its yardstick in the same run; only ratios are read, since a busy machine is slow for both.
A program and its yardstick take turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cases.numbers import lease_block
from app.circuit.practice import practice_officers, sit_down, unlock_all
from app.clock import SystemClock
from app.desk import Desk
from app.keys.provision import NewOfficer
from app.keys.session import Session
from app.tell import JournalTeller
from support.practice import make_certified_laptop
from support.village import COURT

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parent / "programs"


def run_program(bytecode: Path, name: str, *arguments: str) -> dict[str, Any]:
    """What a program of ``programs/`` told in its last line, with the time and processor time it took, in seconds.

    Compiled modules are kept in ``bytecode``, so that only the first start compiles, as on an officer's laptop.
    """
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
        "PYTHONPYCACHEPREFIX": str(bytecode),
        "PYTHONDONTWRITEBYTECODE": "",
        "XDG_CONFIG_HOME": str(bytecode),
    }
    command = [sys.executable, str(PROGRAMS / f"{name}.py"), *arguments]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=ROOT) as process:
        assert process.stdout is not None
        printed = process.stdout.read().decode("utf-8")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{name} ended with {process.returncode}")
    told: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return told | {"seconds": time.perf_counter() - began, "processor_s": usage.ru_utime + usage.ru_stime}


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture
def program(benchmark: Any, bytecode: Path) -> Callable[..., None]:
    """Measures a program from its start to its end, its yardstick before it in every round; memory noted beside.

    ``prepare`` is called before each round and not measured.
    """

    def measure(
        name: str,
        *arguments: str,
        beside: tuple[str, ...],
        rounds: int = 5,
        prepare: Callable[[], object] = lambda: None,
    ) -> None:
        told: list[dict[str, Any]] = []
        yardstick: list[dict[str, Any]] = []

        def before() -> None:
            yardstick.append(run_program(bytecode, *beside))
            prepare()

        # The first round of both only compiles; where nothing is measured there is no other.
        benchmark.pedantic(
            lambda: told.append(run_program(bytecode, name, *arguments)), setup=before, rounds=rounds, warmup_rounds=1
        )
        benchmark.extra_info |= _seen(told[1:] or told)
        benchmark.extra_info["yardstick"] = {"name": beside[0], **_seen(yardstick[1:] or yardstick)}

    return measure


def _seen(told: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "seconds": [one["seconds"] for one in told],
        "processor_s": [one["processor_s"] for one in told],
        "peak_mib": max(one["peak_mib"] for one in told),
    }


class Laptop:
    """A practice laptop with judge and clerk signed in."""

    def __init__(self, folder: Path, session: Session, desk: Desk, officers: list[NewOfficer]) -> None:
        self.folder, self.session, self.desk, self.officers = folder, session, desk, officers

    @property
    def pins(self) -> dict[str, str]:
        return {officer.id: officer.pin for officer in self.officers}


@pytest.fixture(scope="session")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """One laptop for all benchmarks that only add to it."""
    folder = tmp_path_factory.mktemp("laptop") / "profile"
    clock = SystemClock()
    officers = practice_officers(COURT["officers"], os.urandom)
    make_certified_laptop(folder, COURT, officers, clock, os.urandom)
    session = unlock_all(folder, officers, clock, os.urandom)
    desk = sit_down(session, officers[0], JournalTeller(), clock, os.urandom)
    lease_block(desk, COURT["code"], "民初", desk.clock.now().year, 1501, 1599)
    yield Laptop(folder, session, desk, officers)
    session.lock()
