"""The most memory that each of the day's long works holds, in a process of its own, beside the least that one needs.

The time is measured too; it counts each program's start.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.conftest import Laptop
from benchmarks.long_hearing import SAID, laptop_in_a_hearing
from benchmarks.many_cases import happenings

from app.tell import JournalTeller
from support.court_server import CourtProcess, enrolled_laptop, new_court, new_laptop, running
from sync.client import run_round

TURNS = 5000
TYPED = 20
APPENDS = 1000
RECORDS = 10_000


@pytest.mark.timeout(900)
@pytest.mark.benchmark(group="memory: typing into a record of 5,000 turns")
def test_typing_into_the_hearing(program: Callable[..., None], tmp_path: Path) -> None:
    session, told = laptop_in_a_hearing(tmp_path / "profile", TURNS)
    session.lock()
    now = tmp_path / "now"

    def as_it_was() -> None:
        shutil.rmtree(now, ignore_errors=True)
        shutil.copytree(tmp_path / "profile", now)

    beside = ("text_box", SAID, str(TURNS), str(TYPED))
    program("hearing_again", str(now), *told, str(TYPED), beside=beside, rounds=2, prepare=as_it_was)


@pytest.mark.timeout(900)
@pytest.mark.benchmark(group="memory: 1,000 acts, each durable")
def test_turns_appended_to_the_journal(program: Callable[..., None], tmp_path: Path) -> None:
    ours, bare = tmp_path / "ours", tmp_path / "bare"

    def anew() -> None:
        for folder in (ours, bare):
            shutil.rmtree(folder, ignore_errors=True)

    beside = ("bare_appends", str(bare), str(APPENDS))
    program("appends", str(ours), SAID, str(APPENDS), beside=beside, rounds=2, prepare=anew)


@pytest.mark.timeout(900)
@pytest.mark.benchmark(group="memory: a mediation statement made and signed by judge, clerk and seal")
def test_statement_made_and_signed(program: Callable[..., None], laptop: Laptop, tmp_path: Path) -> None:
    copied = tmp_path / "laptop"

    def as_it_was() -> None:
        shutil.rmtree(copied, ignore_errors=True)
        shutil.copytree(laptop.folder, copied)

    officers = json.dumps([vars(officer) for officer in laptop.officers])
    program("sign_statement", str(copied), officers, beside=("bare_canvas",), rounds=2, prepare=as_it_was)


@pytest.fixture(scope="module")
def between(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, CourtProcess]]:
    """Two laptops of one court before their first round: ``full`` has ten thousand records, ``empty`` has none."""
    folder = tmp_path_factory.mktemp("between")
    court = new_court(folder / "court", 2)
    process = CourtProcess(court.folder, court.port)
    with running(process):
        for number, name in enumerate(("full", "empty")):
            desk = enrolled_laptop(folder / name, number + 1, court.ticket(number))
            desk.teller = JournalTeller()
            desk.teller.prepare(desk.database)
            if name == "full":
                with desk.database.transaction():
                    for act, record, fields, case in islice(happenings(RECORDS), RECORDS):
                        desk.record(act, record, fields, case=case)
            desk.database.close()
    shutil.copytree(court.folder, folder / "court before")
    with running(process):
        desk = new_laptop(Path(shutil.copytree(folder / "full", folder / "sends")), 1)
        desk.teller = JournalTeller()
        assert run_round(desk).finished
        desk.database.close()
    shutil.copytree(court.folder, folder / "court after")
    yield folder, process
    process.kill()


def as_it_was(between: tuple[Path, CourtProcess], court: str, laptop: str) -> None:
    """The court is served as it was at that time, and the laptop has not begun its round."""
    folder, process = between
    process.kill()
    for name, kept in (("court", court), ("now", laptop)):
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(folder / kept, folder / name)
    process.start()


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.benchmark(group="memory: 10,000 records sent to the court")
def test_records_sent(program: Callable[..., None], between: tuple[Path, CourtProcess]) -> None:
    now, beside = str(between[0] / "now"), ("bare_rows", str(between[0] / "full"), "1")
    program("round", now, "1", beside=beside, rounds=2, prepare=lambda: as_it_was(between, "court before", "full"))


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.benchmark(group="memory: 10,000 records taken in from the court")
def test_records_taken_in(program: Callable[..., None], between: tuple[Path, CourtProcess]) -> None:
    now, beside = str(between[0] / "now"), ("bare_rows", str(between[0] / "full"), "1")
    program("round", now, "2", beside=beside, rounds=2, prepare=lambda: as_it_was(between, "court after", "empty"))
