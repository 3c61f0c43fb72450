"""The court's store says the same on SQLite and on PostgreSQL, and shows no word of a case on disk."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.clock import SystemClock
from app.desk import Desk
from support.court_server import Court, enrolled_laptop, new_court, told
from sync.client import run_round
from sync.enrolment import lease_blocks
from sync.messages import Lease
from sync.serve import CourtServer
from sync.server.folder import open_court


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    return None if request.param == "sqlite" else str(request.getfixturevalue("postgres"))


@pytest.fixture
def court(tmp_path: Path, database: str | None) -> Court:
    return new_court(tmp_path / "court", database=database)


@pytest.fixture
def server(court: Court, database: str | None) -> Iterator[CourtServer]:
    with CourtServer(open_court(court.folder, SystemClock(), database=database)) as running:
        yield running


def laptop(court: Court, server: CourtServer, folder: Path, number: int) -> Desk:
    return enrolled_laptop(folder / f"laptop-{number}", number + 1, court.ticket(number, server.port))


def test_a_day_goes_through_either_store(court: Court, server: CourtServer, tmp_path: Path) -> None:
    one, two = laptop(court, server, tmp_path, 0), laptop(court, server, tmp_path, 1)
    (block,) = lease_blocks(one, [("民初", 2026, 10)])
    with one.together():
        one.record("party.named", "party-1", {"name": "张𬱖"}, case="case-1")
        one.record("party.named", "party-2", {"name": "李四"}, case="case-1")
    run_round(one)
    run_round(two)
    assert (block.first, block.last) == (1, 10)
    assert told(one) == told(two)
    assert len(told(one)) > 8


def test_blocks_leased_at_the_same_moment_never_overlap(
    court: Court, server: CourtServer, database: str | None, tmp_path: Path
) -> None:
    desks = [laptop(court, server, tmp_path, number) for number in range(2)]
    names = [desk.device.device_id for desk in desks]
    # Another process over the same store, as behind a load balancer.
    beside = open_court(court.folder, SystemClock(), database=database)
    wishes = [
        (courts, name, Lease(f"{name}-{n}", "民初", 2026, 3))
        for n in range(6)
        for courts, name in zip((server.court, beside), names, strict=True)
    ]
    with ThreadPoolExecutor(4) as threads:
        blocks = list(threads.map(lambda wish: wish[0].lease(wish[1], wish[2]), wishes))
    beside.close()
    numbers = [number for block in blocks for number in range(block.first, block.last + 1)]
    assert sorted(numbers) == list(range(1, 37))


def test_no_word_of_a_case_is_readable_in_the_courts_folder(
    court: Court, server: CourtServer, database: str | None, tmp_path: Path
) -> None:
    from app.attachments.service import files_of

    one = laptop(court, server, tmp_path, 0)
    one.record("party.named", "party-1", {"name": "欧阳秘密"}, case="case-1")
    stored = files_of(one).add("借条上的秘密".encode() * 100)
    fields = {"digest": stored.digest, "size": stored.size, "name": "欧阳秘密", "media_type": "image/png"}
    one.record("attachment.added", "attachment-1", fields, case="case-1")
    run_round(one)
    with server.court.store.reading() as connection:
        bodies = [bytes(row[0]) for row in connection.exec_driver_sql("SELECT body FROM entries") if row[0]]
    lying = [file.read_bytes() for file in court.folder.rglob("*") if file.is_file()]
    assert len(lying) > 10 and len(bodies) > 2
    for data in (*lying, *bodies):
        assert "秘密".encode() not in data
