"""Sync's own writes end as soon as an officer's act waits, so that it goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.clock import SystemClock
from app.desk import Desk
from app.journal.told import Told
from app.storage.database import Database, open_database
from app.storage.drafts import drop_draft, save_draft
from support.court_server import CLERK, Court, CourtProcess, FieldTeller, enrolled_laptop, told
from sync.client import Progress, run_round


class SlowTeller(FieldTeller):
    """A laptop on which telling one record takes three milliseconds, by a clock that moves only so; at the tenth
    record of each transaction an officer's act comes to wait, or nobody's."""

    def __init__(self, moving: object, act: Callable[[], None]) -> None:
        self.moving = moving
        self.act = act
        self.records = 0
        self.acts: list[threading.Thread] = []

    def tell(self, database: Database, told: Told) -> None:
        super().tell(database, told)
        self.moving.forward(milliseconds=3)  # type: ignore[attr-defined]
        self.records += 1
        if self.records % 10 == 0:
            act = threading.Thread(target=self.act)
            act.start()
            while act.is_alive() and not database.others_wait:
                act.join(0.001)
            self.acts.append(act)


@pytest.fixture
def lengths(court: Court, server: CourtProcess, tmp_path: Path, clock: object) -> Callable[..., list[int]]:
    """How many milliseconds each transaction lasts in which a round takes two hundred records, and the court's own
    few, while ``act`` is done on another thread at every tenth."""

    def measure(act: Callable[[], None]) -> list[int]:
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
        for number in range(200):
            one.record("turn.spoken", f"turn-{number}", {"text": "是"}, case="case-1")
        run_round(one)
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1), clock)
        two.teller = teller = SlowTeller(clock, act)
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
        for thread in teller.acts:
            thread.join()
        return [length for length in lengths if length]

    return measure


def test_while_nobody_waits_a_rounds_transaction_lasts_a_fifth_of_a_second(lengths) -> None:
    taken = lengths(lambda: None)
    assert sum(taken) >= 600
    assert 3 <= len(taken) <= 4
    assert max(taken) <= 200 + 21


def empty_act(database: Database) -> None:
    with database.transaction():
        pass


def half_a_sentence(database: Database) -> None:
    save_draft(database, "turn", "sitting-1", "他盖房子借")


def half_a_sentence_less(database: Database) -> None:
    drop_draft(database, "turn", "sitting-1")


@pytest.mark.parametrize("write", [empty_act, half_a_sentence, half_a_sentence_less])
def test_an_act_or_a_draft_that_waits_waits_for_one_step_of_the_round_and_no_more(
    lengths, tmp_path: Path, write: Callable[[Database], None]
) -> None:
    """At the tenth record, 30 ms into it, somebody waits to write: the transaction ends with that step."""
    acts: list[int] = []

    def act() -> None:
        database = open_database(tmp_path / "two" / "xunhui.db", bytes([2]) * 32)
        write(database)
        acts.append(1)
        database.close()

    taken = lengths(act)
    assert sum(taken) >= 600
    assert len(acts) == 20
    assert len(taken) >= 20
    assert max(taken) <= 30 + 21


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
