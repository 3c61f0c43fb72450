"""Jobs: one worker that owns the desk, answers on the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from app.errors import NeedsCorrection, Refusal
from ui.jobs import Jobs


@pytest.fixture
def jobs(qapp: Any) -> Iterator[Jobs]:
    made = Jobs()
    made.open(list)
    yield made
    made.stop()


def test_every_call_runs_on_the_one_thread_that_opened_the_desk(jobs: Jobs, qtbot: Any) -> None:
    threads: list[int] = []

    def where(desk: list[int]) -> None:
        threads.append(threading.get_ident())

    done: list[Any] = []
    for _ in range(3):
        jobs.call(where, done=done.append)
    qtbot.waitUntil(lambda: len(done) == 3, timeout=30000)
    assert len(set(threads)) == 1 and threads[0] != threading.get_ident()


def test_calls_run_in_the_order_in_which_they_were_asked(jobs: Jobs, qtbot: Any) -> None:
    for number in range(20):
        jobs.call(lambda desk, n=number: desk.append(n))
    seen: list[list[int]] = []
    jobs.call(lambda desk: list(desk), done=seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=30000)
    assert seen[0] == list(range(20))


def test_the_answer_comes_back_on_the_thread_of_the_window(jobs: Jobs, qtbot: Any) -> None:
    heard: list[QThread] = []
    jobs.call(lambda desk: 1, done=lambda _: heard.append(QThread.currentThread()))
    qtbot.waitUntil(lambda: bool(heard), timeout=30000)
    assert heard[0] == jobs.thread()


def test_a_refusal_goes_to_refused_and_a_bug_to_failed(jobs: Jobs, qtbot: Any) -> None:
    def refuse(desk: object) -> None:
        raise NeedsCorrection("empty_turn")

    def fail(desk: object) -> None:
        raise ValueError("a word of a case")

    refused: list[Refusal] = []
    failed: list[BaseException] = []
    jobs.call(refuse, refused=refused.append)
    jobs.call(fail, failed=failed.append)
    qtbot.waitUntil(lambda: bool(refused and failed), timeout=30000)
    assert refused[0].code == "empty_turn" and isinstance(failed[0], ValueError)


def test_a_refusal_that_nobody_handles_is_told_to_the_window(jobs: Jobs, qtbot: Any) -> None:
    def refuse(desk: object) -> None:
        raise NeedsCorrection("no_terms")

    with qtbot.waitSignal(jobs.refused_by_default, timeout=30000) as told:
        jobs.call(refuse)
    assert told.args[0].code == "no_terms"


def test_an_answer_for_a_widget_that_is_gone_is_dropped(jobs: Jobs, qtbot: Any) -> None:
    class Listener(QWidget):
        def take(self, value: object) -> None:
            self.setWindowTitle(str(value))

    listener = Listener()
    jobs.call(lambda desk: 1, done=listener.take)
    shiboken6.delete(listener)
    done: list[int] = []
    jobs.call(lambda desk: 2, done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=30000)


def test_an_officers_act_goes_before_sync(jobs: Jobs, qtbot: Any) -> None:
    order: list[str] = []
    gate, entered = threading.Event(), threading.Event()

    def hold(desk: object) -> None:
        entered.set()
        gate.wait(5)

    jobs.call(hold)
    entered.wait(5)
    sync = threading.Thread(target=lambda: jobs.on_desk(lambda desk: order.append("sync")))
    sync.start()
    qtbot.waitUntil(lambda: jobs.waiting == 1, timeout=30000)
    jobs.call(lambda desk: order.append("act"))
    gate.set()
    sync.join(5)
    qtbot.waitUntil(lambda: len(order) == 2, timeout=30000)
    assert order == ["act", "sync"]


def test_another_officer_sits_down_at_the_same_desk(jobs: Jobs, qtbot: Any) -> None:
    seen: list[Any] = []
    jobs.replace_desk(lambda desk, name: (desk, name), "clerk")
    jobs.call(lambda desk: desk[1], done=seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=30000)
    assert seen == ["clerk"]


def test_the_desk_is_closed_after_everything_that_was_asked_before(jobs: Jobs, qtbot: Any) -> None:
    closed: list[list[int]] = []
    jobs.call(lambda desk: desk.append(1))
    jobs.close_desk(lambda desk: closed.append(list(desk)))
    qtbot.waitUntil(lambda: bool(closed), timeout=30000)
    assert closed == [[1]]
