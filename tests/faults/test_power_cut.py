"""The power fails while a clerk types: every finished turn is there, and only the open one may be short."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.hearings import service as hearings
from app.hearings.store import turns_of
from app.journal.devices import known_devices
from app.storage.database import open_database
from app.tell import JournalTeller
from support.acts import a_sitting
from support.typing_clerk import said
from support.village import database_key, desk_on, new_desk, told_rows

ROOT = Path(__file__).parents[2]
SEED = 4


def type_until_cut(folder, sitting, seconds):
    """A clerk types; the process is killed that long after its first turn. Gives the last turn it said was on disk."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    with subprocess.Popen(
        [sys.executable, "-m", "support.typing_clerk", str(folder), str(SEED), sitting],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as clerk:
        lines = []
        assert clerk.stdout is not None
        lines.append(clerk.stdout.readline())
        lines.append(clerk.stdout.readline())
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if clerk.poll() is not None:
                raise AssertionError("the clerk stopped typing")
        clerk.kill()
        lines += clerk.stdout.readlines()
    return int(lines[-1] if lines[-1].endswith("\n") else lines[-2])


def cut_and_look(folder, sitting, chance):
    last = type_until_cut(folder, sitting, chance.uniform(0, 0.15))
    database = open_database(folder / "xunhui.db", database_key(SEED))
    try:
        desk = desk_on(database, SEED, lease=False)
        turns = turns_of(database, sitting)
        # What was said to be on disk is; the one being written may be too, and none is there twice or short.
        assert len(turns) in (last, last + 1)
        assert [turn.ordinal for turn in turns] == list(range(1, len(turns) + 1))
        assert all(turn.text == said(turn.ordinal) for turn in turns)
        draft = hearings.open_turn(desk, sitting)
        if draft is not None:
            assert said(len(turns) + 1).startswith(draft[1]) or said(len(turns)).startswith(draft[1])
        assert desk.journal.verify(known_devices(database)).holds
        rows = told_rows(database)
        JournalTeller().retell_all(database)
        assert told_rows(database) == rows
        assert database.query("PRAGMA integrity_check")[0]["integrity_check"] == "ok"
    finally:
        database.close()


@pytest.fixture
def typed(tmp_path):
    desk = new_desk(tmp_path / "laptop", SEED)
    sitting = a_sitting(desk)
    desk.database.close()
    return tmp_path / "laptop", sitting


def test_eight_power_cuts_while_typing_lose_no_finished_turn(typed):
    chance = random.Random(8)
    for _ in range(8):
        cut_and_look(*typed, chance)


# A sitting of a few hundred turns is a long day's; one that grew through all the cuts would measure reading it.
@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("laptop", range(25))
def test_a_thousand_power_cuts_while_typing_lose_no_finished_turn(typed, laptop):
    chance = random.Random(1000 + laptop)
    for _ in range(40):
        cut_and_look(*typed, chance)
