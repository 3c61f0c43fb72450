"""Finding a case among ten thousand and a hundred thousand, and opening such a profile."""

from __future__ import annotations

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
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], Desk]]:
    made: dict[int, Desk] = {}

    def profile(count: int) -> Desk:
        if count not in made:
            made[count] = new_desk(tmp_path_factory.mktemp(f"cases-{count}"), seed=3, lease=False)
            fill(made[count], count)
        return made[count]

    yield profile
    for desk in made.values():
        desk.database.close()


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("what", list(WORDS))
def test_two_characters(benchmark: Any, profiles: Callable[[int], Desk], count: int, what: str) -> None:
    desk = profiles(count)
    benchmark.group = f"search of {count} cases: {what}"
    found = benchmark.pedantic(find_cases, (desk.database, WORDS[what]), rounds=30, warmup_rounds=2)
    assert found


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("what", list(WORDS))
def test_yardstick_like_scan(benchmark: Any, profiles: Callable[[int], Desk], count: int, what: str) -> None:
    desk = profiles(count)
    benchmark.group = f"search of {count} cases: {what}"
    found = benchmark.pedantic(desk.database.query, (LIKE, {"like": f"%{WORDS[what]}%"}), rounds=7, warmup_rounds=1)
    assert found


@pytest.mark.parametrize("count", SIZES)
def test_first_page_of_cases(benchmark: Any, profiles: Callable[[int], Desk], count: int) -> None:
    desk = profiles(count)
    benchmark.group = f"opening {count} cases"
    benchmark.pedantic(list_cases, (desk.database,), rounds=10, warmup_rounds=1)


@pytest.mark.parametrize("count", SIZES)
def test_profile_opened_to_its_first_page(benchmark: Any, profiles: Callable[[int], Desk], count: int) -> None:
    path: Path = profiles(count).database.path
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
