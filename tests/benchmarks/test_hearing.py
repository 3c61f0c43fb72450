"""Typing in a hearing of 5,000 turns: to the screen and to the disk, against a plain text box alone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.long_hearing import SAID, fill
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.clock import SystemClock
from app.desk import Desk
from app.hearings.service import open_sitting
from support.village import CLERK, a_case, new_desk
from ui.hearings.page import HearingPage
from ui.i18n import Language
from ui.jobs import Jobs
from ui.shell.fonts import load_fonts
from ui.shell.office import Connections, Office, Person
from ui.shell.theme import apply_theme

TURNS = 5000
KEYS = 300


class Painted(QObject):
    """Counts the paintings of one widget."""

    def __init__(self, widget: Any) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def until(application: QApplication, holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        application.processEvents()
        assert time.monotonic() < deadline


def key_to_paint(application: QApplication, edit: QPlainTextEdit) -> Callable[[], None]:
    """One letter is typed and everything that waits to be painted is painted."""
    painted = Painted(edit.viewport())
    letters = iter("abcdefghijklmnopqrstuvwxyz" * 1000)

    def press() -> None:
        before = painted.count
        QTest.keyClick(edit, next(letters))
        until(application, lambda: painted.count > before)

    return press


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[HearingPage]:
    """The hearing page, shown, with 5,000 turns on disk and on the screen."""
    folder: Path = tmp_path_factory.mktemp("hearing")
    found: list[tuple[str, str]] = []

    def sit() -> Desk:
        desk = new_desk(folder, clock=SystemClock())
        case = a_case(desk)
        sitting = open_sitting(desk, case, opened_at=desk.clock.now().isoformat(timespec="seconds"), place="梧桐村")
        fill(desk, sitting, case, TURNS)
        found.append((case, sitting))
        return desk

    Language().use("zh")
    apply_theme(qapp, load_fonts())
    jobs = Jobs()
    me = Person(CLERK.id, CLERK.name, CLERK.role)
    office = Office(
        jobs,
        Connections(
            officers=lambda: [me],
            sign_in=lambda _officer, _words: None,
            sign_out=lambda _desk: None,
            confirm_pin=lambda _desk, _pin: None,
            clock=SystemClock(),
        ),
    )
    office.officer = me
    jobs.open(sit)
    until(qapp, lambda: bool(found))
    rows: list[Any] = []
    office.read(_row, found[0][0], done=rows.append)
    until(qapp, lambda: bool(rows))
    page = HearingPage(office)
    page.resize(1280, 720)
    page.show()
    office.choose_case(rows[0])
    page.enter()
    until(qapp, lambda: len(page.transcript.said) == TURNS)
    page.entry.setFocus()
    qapp.processEvents()
    yield page
    page.leave()
    jobs.close_desk(lambda desk: desk.database.close())
    jobs.stop()
    page.close()


def _row(desk: Desk, case: str) -> Any:
    from ui.shell.office import row_of

    return row_of(desk, case)


@pytest.mark.benchmark(group="hearing of 5,000 turns: key to paint")
def test_a_key_is_on_the_screen(benchmark: Any, page: HearingPage, qapp: QApplication) -> None:
    benchmark.pedantic(key_to_paint(qapp, page.entry), rounds=KEYS, warmup_rounds=20)
    page.entry.clear()


@pytest.mark.benchmark(group="hearing of 5,000 turns: key to paint")
def test_yardstick_plain_text_box_alone(benchmark: Any, qapp: QApplication) -> None:
    edit = QPlainTextEdit()
    edit.resize(1280, 120)
    edit.show()
    benchmark.pedantic(key_to_paint(qapp, edit), rounds=KEYS, warmup_rounds=20)
    edit.close()


@pytest.mark.benchmark(group="hearing of 5,000 turns: Enter to durable")
def test_a_turn_is_on_disk_and_shown_so(benchmark: Any, page: HearingPage, qapp: QApplication) -> None:
    def press() -> None:
        page.entry.insertPlainText(SAID)
        QTest.keyClick(page.entry, Qt.Key.Key_Return)
        until(qapp, lambda: bool(page.transcript.said[-1].record))

    benchmark.pedantic(press, rounds=100, warmup_rounds=5)


@pytest.mark.benchmark(group="hearing of 5,000 turns: Enter to durable")
def test_yardstick_plain_text_box_whose_line_is_appended_to_a_file(
    benchmark: Any, qapp: QApplication, tmp_path: Path
) -> None:
    """The least that is durable: the text box alone, its line appended to a plain file, and fsync."""
    edit = QPlainTextEdit()
    edit.resize(1280, 600)
    edit.show()
    with (tmp_path / "said.txt").open("ab") as file:

        def press() -> None:
            edit.insertPlainText(SAID)
            QTest.keyClick(edit, Qt.Key.Key_Return)
            file.write(SAID.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
            qapp.processEvents()

        benchmark.pedantic(press, rounds=100, warmup_rounds=5)
    edit.close()
