"""Whole programs from start to end, with the most memory that each held, beside the least that such a one needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.many_cases import fill

from support.village import new_desk

CASES = 10_000


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = new_desk(tmp_path_factory.mktemp("process"), seed=3, lease=False)
    fill(desk, CASES)
    desk.database.close()
    return desk.database.path


@pytest.mark.benchmark(group="process: open 10,000 cases and search")
def test_profile_opened_and_searched(program: Callable[..., None], profile: Path) -> None:
    program("open_and_search", str(profile), beside=("sqlcipher_opened", str(profile)))


@pytest.mark.benchmark(group="process: one paper set")
def test_statement_set_from_a_cold_start(program: Callable[..., None]) -> None:
    program("set_paper", beside=("bare_canvas",))
