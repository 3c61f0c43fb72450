"""Sync's own writes are short, so that an officer's act goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from app.clock import SystemClock
from app.desk import Desk
from app.journal.told import Told
from app.storage.database import Database
from support.court_server import CLERK, Court, CourtProcess, FieldTeller, enrolled_laptop, told
from sync.client import Progress, run_round


class SlowTeller(FieldTeller):
    """A disk on which telling one record takes three milliseconds, by a clock that moves only so."""

    def __init__(self, moving: object) -> None:
        self.moving = moving

    def tell(self, database: Database, told: Told) -> None:
        super().tell(database, told)
        self.moving.forward(milliseconds=3)  # type: ignore[attr-defined]


def test_no_transaction_of_a_round_takes_longer_than_twenty_milliseconds(
    court: Court, server: CourtProcess, tmp_path: Path, clock: object
) -> None:
    one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    for number in range(60):
        one.record("turn.spoken", f"turn-{number}", {"text": "是"}, case="case-1")
    run_round(one)
    two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1), clock)
    two.teller = SlowTeller(clock)
    lengths: list[int] = []
    began = 0

    def trace(statement: str) -> None:
        nonlocal began
        if statement.startswith("BEGIN"):
            began = two.clock.monotonic_ms()
        elif statement.startswith("COMMIT"):
            lengths.append(two.clock.monotonic_ms() - began)

    two.database.connection.set_trace_callback(trace)
    run_round(two)
    two.database.connection.set_trace_callback(None)

    assert max(lengths) <= 20
    assert sum(lengths) >= 180


def test_an_officer_writes_while_a_round_runs_and_both_arrive(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
    for number in range(150):
        one.record("turn.spoken", f"turn-{number}", {"text": "是"}, case="case-1")
    run_round(one)
    pulling = threading.Event()
    failed: list[BaseException] = []

    def round_beside() -> None:
        from app.storage.database import open_database

        try:
            database = open_database(tmp_path / "two" / "xunhui.db", bytes([2]) * 32)
            beside = Desk(database, FieldTeller(), SystemClock(), two.randomness, CLERK, two.device)

            def started(progress: Progress) -> None:
                if progress.stage == "pull":
                    pulling.set()

            run_round(beside, started)
            database.close()
        except BaseException as error:
            failed.append(error)
            pulling.set()

    thread = threading.Thread(target=round_beside)
    thread.start()
    assert pulling.wait(30)
    for number in range(20):
        two.record("turn.spoken", f"mine-{number}", {"text": "不是"}, case="case-1")
    thread.join(60)

    assert not failed
    run_round(two)
    run_round(one)
    assert told(one) == told(two)


def test_progress_is_told_stage_by_stage_and_never_runs_backwards(laptop: Callable[..., Desk]) -> None:
    one = laptop(0)
    for number in range(30):
        one.record("turn.spoken", f"turn-{number}", {"text": "是"}, case="case-1")
    seen: list[Progress] = []
    run_round(one, seen.append)
    stages = [progress.stage for progress in seen]
    assert list(dict.fromkeys(stages)) == ["hello", "push", "pull", "receipts", "done"]
    assert [p.items for p in seen if p.stage == "push"] == sorted(p.items for p in seen if p.stage == "push")
    assert seen[-1].bytes > 0
