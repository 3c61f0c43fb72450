"""Ten thousand case records home and out again over TLS, and a hundred edits, against a plain insert of the bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.many_cases import happenings

from app.desk import Desk
from app.journal.entry import Entry
from app.tell import JournalTeller
from support.court_server import Court, CourtProcess, enrolled_laptop, new_court, running
from sync.client import run_round

RECORDS = 10_000
EDITS = 100


class Pair:
    """Two laptops of one court that stay for all benchmarks of this file, which run in their order."""

    def __init__(self, court: Court, one: Desk, other: Desk) -> None:
        self.court, self.one, self.other = court, one, other
        self.entries: list[Entry] = []


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    folder = tmp_path_factory.mktemp("sync")
    court = new_court(folder / "court", 2)
    with running(CourtProcess(court.folder, court.port)):
        desks = [enrolled_laptop(folder / f"{number}", number + 1, court.ticket(number)) for number in range(2)]
        for desk in desks:
            desk.teller = JournalTeller()
            desk.teller.prepare(desk.database)
        one, other = desks
        with one.database.transaction():
            for number, (act, record, fields, case) in enumerate(happenings(RECORDS)):
                if number == RECORDS:
                    break
                one.record(act, record, fields, case=case)
        made = Pair(court, one, other)
        made.entries = one.journal.of_device(one.device.device_id)
        yield made
        for desk in desks:
            desk.database.close()


def _bare(entries: list[Entry], path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bare (name TEXT PRIMARY KEY, header BLOB, signature BLOB, body BLOB)")
    connection.executemany(
        "INSERT INTO bare VALUES (?, ?, ?, ?)", [(one.name, one.header, one.signature, one.body) for one in entries]
    )
    connection.commit()
    connection.close()


def _edit(desk: Desk, records: list[tuple[str, str]], mark: str) -> None:
    with desk.database.transaction():
        for record, case in records:
            desk.record("party.corrected", record, {"address": f"淄川区岭子镇梧桐村{mark}号"}, case=case)


def _parties(pair: Pair) -> list[tuple[str, str]]:
    return [(entry.record, entry.case) for entry in pair.entries if entry.act == "party.joined"][:EDITS]


@pytest.mark.timeout(600)
@pytest.mark.benchmark(group="sync: 10,000 records")
def test_up(benchmark: Any, pair: Pair) -> None:
    report = benchmark.pedantic(run_round, (pair.one,), rounds=1)
    assert report.finished and report.pushed >= RECORDS


@pytest.mark.timeout(600)
@pytest.mark.benchmark(group="sync: 10,000 records")
def test_down(benchmark: Any, pair: Pair) -> None:
    report = benchmark.pedantic(run_round, (pair.other,), rounds=1)
    assert report.finished and report.pulled >= RECORDS


@pytest.mark.benchmark(group="sync: 10,000 records")
def test_yardstick_plain_sqlite_insert_of_the_same_bytes(benchmark: Any, pair: Pair, tmp_path: Path) -> None:
    paths = iter(tmp_path / f"{number}.db" for number in range(10))
    benchmark.pedantic(lambda: _bare(pair.entries, next(paths)), rounds=5)


@pytest.mark.benchmark(group="sync: 100 edits")
def test_edits_up(benchmark: Any, pair: Pair) -> None:
    marks = iter(range(100))
    benchmark.pedantic(
        run_round, (pair.one,), setup=lambda: _edit(pair.one, _parties(pair), f"甲{next(marks)}"), rounds=5
    )


@pytest.mark.benchmark(group="sync: 100 edits")
def test_edits_down(benchmark: Any, pair: Pair) -> None:
    marks = iter(range(100))

    def edit() -> None:
        _edit(pair.one, _parties(pair), f"乙{next(marks)}")
        run_round(pair.one)

    benchmark.pedantic(run_round, (pair.other,), setup=edit, rounds=5)


@pytest.mark.benchmark(group="sync: 100 edits")
def test_nothing_new(benchmark: Any, pair: Pair) -> None:
    benchmark.pedantic(run_round, (pair.other,), rounds=5)


@pytest.mark.benchmark(group="sync: 100 edits")
def test_yardstick_plain_sqlite_insert_of_a_hundred(benchmark: Any, pair: Pair, tmp_path: Path) -> None:
    paths = iter(tmp_path / f"{number}.db" for number in range(10))
    benchmark.pedantic(lambda: _bare(pair.entries[-EDITS:], next(paths)), rounds=5)
