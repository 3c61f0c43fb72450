"""A practice court in a folder, its server in a process of its own, and laptops that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.desk import Desk
from support.court_server import Court, CourtProcess, enrolled_laptop, new_court, running


@pytest.fixture
def court(tmp_path: Path) -> Court:
    return new_court(tmp_path / "court")


@pytest.fixture
def server(court: Court) -> Iterator[CourtProcess]:
    with running(CourtProcess(court.folder, court.port)) as process:
        yield process


@pytest.fixture
def laptop(court: Court, server: CourtProcess, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes the n-th laptop of the court, enrolled with its ticket."""
    made: list[Desk] = []

    def make(number: int = 0, port: int | None = None) -> Desk:
        desk = enrolled_laptop(tmp_path / f"laptop-{number}", number + 1, court.ticket(number, port))
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.database.close()
