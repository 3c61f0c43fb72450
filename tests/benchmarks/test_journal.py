"""One act in the journal, signed, chained and told, against a bare insert of the same bytes that is as safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks.long_hearing import SAID

from app.desk import Desk
from app.hearings.service import end_turn, open_sitting
from app.storage.database import open_database
from support.village import a_case, new_desk

ROUNDS = 400


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return new_desk(tmp_path_factory.mktemp("journal"))


@pytest.fixture(scope="module")
def sitting(desk: Desk) -> str:
    return open_sitting(desk, a_case(desk), opened_at="2026-03-20T09:40:00+08:00", place="梧桐村")


@pytest.mark.benchmark(group="journal: one act")
def test_a_turn_is_recorded(benchmark: Any, desk: Desk, sitting: str) -> None:
    ordinal = iter(range(10_000_000, 99_000_000))

    def record() -> None:
        fields = {"sitting": sitting, "ordinal": next(ordinal), "speaker": "defendant", "text": SAID, "at": ""}
        desk.record("turn.ended", desk.new_id("turn"), fields, case="case-benchmark")

    benchmark.pedantic(record, rounds=ROUNDS, warmup_rounds=20)


@pytest.mark.benchmark(group="journal: one act")
def test_a_turn_is_ended_by_the_service(benchmark: Any, desk: Desk, sitting: str) -> None:
    benchmark.pedantic(end_turn, (desk, sitting, "defendant", SAID), rounds=ROUNDS, warmup_rounds=20)


@pytest.mark.benchmark(group="journal: one act")
def test_yardstick_bare_sqlcipher_insert_of_the_same_bytes(benchmark: Any, desk: Desk, tmp_path: Path) -> None:
    database = open_database(tmp_path / "bare.db", bytes(range(32)))
    connection = database.connection
    connection.execute("CREATE TABLE bare (name TEXT PRIMARY KEY, header BLOB, signature BLOB, body BLOB)")
    entry = next(one for one in reversed(desk.journal.of_device(desk.device.device_id)) if one.act == "turn.ended")
    names = iter(range(10_000_000))

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO bare VALUES (?, ?, ?, ?)", (str(next(names)), entry.header, entry.signature, entry.body)
        )
        connection.execute("COMMIT")

    benchmark.pedantic(insert, rounds=ROUNDS, warmup_rounds=20)
    database.close()
