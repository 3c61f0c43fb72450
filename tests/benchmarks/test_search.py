"""Finding a case among ten thousand and a hundred thousand, and opening such a profile."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.many_cases import RARE, fill

from app.cases.store import find_cases, list_cases
from app.desk import Desk
from app.storage.database import open_database
from support.village import database_key, desk_on, new_desk

LIKE = (
    "SELECT c.record FROM case_file c WHERE c.cause LIKE :like OR c.number LIKE :like OR EXISTS"
    " (SELECT 1 FROM case_party p WHERE p.case_id = c.record AND p.name LIKE :like) ORDER BY c.id DESC LIMIT 50"
)
SIZES = [10_000, pytest.param(100_000, marks=[pytest.mark.long, pytest.mark.timeout(1500)])]
WORDS = {"a rare name": "张" + RARE, "a common name": "王伟", "a cause": "离婚"}


@pytest.fixture(scope="module")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """The database of a laptop with that many cases, which nobody has open."""

    @functools.cache
    def profile(count: int) -> Path:
        desk = new_desk(tmp_path_factory.mktemp(f"cases-{count}"), seed=3, lease=False)
        fill(desk, count)
        desk.database.close()
        return desk.database.path

    return profile


@pytest.fixture
def desk(profiles: Callable[[int], Path], count: int) -> Iterator[Desk]:
    """The desk at a laptop with ``count`` cases."""
    database = open_database(profiles(count), database_key(3))
    yield desk_on(database, seed=3, lease=False)
    database.close()


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("what", list(WORDS))
def test_two_characters(benchmark: Any, desk: Desk, count: int, what: str) -> None:
    benchmark.group = f"search of {count} cases: {what}"
    found = benchmark.pedantic(find_cases, (desk.database, WORDS[what]), rounds=30, warmup_rounds=2)
    assert found


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("what", list(WORDS))
def test_yardstick_like_scan(benchmark: Any, desk: Desk, count: int, what: str) -> None:
    benchmark.group = f"search of {count} cases: {what}"
    found = benchmark.pedantic(desk.database.query, (LIKE, {"like": f"%{WORDS[what]}%"}), rounds=7, warmup_rounds=1)
    assert found


@pytest.mark.parametrize("count", SIZES)
def test_first_page_of_cases(benchmark: Any, desk: Desk, count: int) -> None:
    benchmark.group = f"opening {count} cases"
    benchmark.pedantic(list_cases, (desk.database,), rounds=10, warmup_rounds=1)


@pytest.mark.parametrize("count", SIZES)
def test_profile_opened_to_its_first_page(benchmark: Any, profiles: Callable[[int], Path], count: int) -> None:
    path = profiles(count)
    benchmark.group = f"opening {count} cases"

    def open_it() -> None:
        database = open_database(path, database_key(3))
        desk = desk_on(database, seed=3, lease=False)
        assert list_cases(desk.database)
        database.close()

    benchmark.pedantic(open_it, rounds=7, warmup_rounds=1)


@pytest.mark.parametrize("count", SIZES)
def test_yardstick_empty_profile_opened(benchmark: Any, tmp_path: Path, count: int) -> None:
    new_desk(tmp_path, seed=3, lease=False).database.close()
    benchmark.group = f"opening {count} cases"

    def open_it() -> None:
        database = open_database(tmp_path / "xunhui.db", database_key(3))
        desk_on(database, seed=3, lease=False)
        database.close()

    benchmark.pedantic(open_it, rounds=7, warmup_rounds=1)


@pytest.mark.benchmark(group="process: open 10,000 cases and search")
def test_profile_opened_and_searched(program: Callable[..., None], profiles: Callable[[int], Path]) -> None:
    path = str(profiles(10_000))
    program("open_and_search", path, beside=("sqlcipher_opened", path))
