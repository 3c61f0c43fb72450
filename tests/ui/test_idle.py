"""Whoever types, by keys or by an input method, is not idle; nor is a program that still answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.jobs import Jobs
from ui.shell.idle import Idle


def commit(line: QLineEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString("借条")
    QApplication.sendEvent(line, event)


def press(line: QLineEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_J)


def click(line: QLineEdit) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("touch", [commit, press, click])
def test_whatever_is_typed_or_clicked_begins_the_wait_anew(qtbot: Any, touch: Any) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    untouched = Idle(4_000, line)
    untouched.start()
    assert_begun_anew(untouched, lambda: touch(line), qtbot)


def test_what_the_desk_is_asked_begins_the_wait_anew(qtbot: Any) -> None:
    jobs = Jobs()
    untouched = Idle(4_000, jobs)
    jobs.busy.connect(untouched.touch)
    untouched.start()
    assert_begun_anew(untouched, lambda: jobs.aside(len, "借条"), qtbot)
    jobs.stop()


def assert_begun_anew(untouched: Idle, touch: Callable[[], None], qtbot: Any) -> None:
    left = untouched.findChild(QTimer)
    qtbot.waitUntil(lambda: left.remainingTime() < 3_500, timeout=30000)
    before = left.remainingTime()
    touch()
    assert left.remainingTime() > before
    untouched.stop()
