"""Purging a closed case in the settings: offered only when it is safe, asked once more, and had back again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from app.cases.store import load_case
from support.acts import withdraw
from support.practice import OFFICERS, laptop_of_court
from support.village import a_case, as_judge
from support.window import Opened, go, quiet
from ui.jobs import Jobs
from ui.main import Workplace, connections_of
from ui.pages import entries
from ui.preferences import Preferences
from ui.settings.page import SettingsPage
from ui.shell.office import Office
from ui.shell.window import Window


@pytest.fixture
def opened(qtbot: Any, tmp_path: Path, clock: Any, randomness: Any) -> Iterator[tuple[Opened, str]]:
    """The clerk has signed in at a laptop with one closed case that is safe at the court; gives its number too."""
    with laptop_of_court(tmp_path, clock, randomness) as laptop:
        case = a_case(laptop.desk)
        withdraw(as_judge(laptop.desk), case)
        number = load_case(laptop.desk.database, case).number
        laptop.round()
        laptop.court.log.backed_up(laptop.court.head().size)
        laptop.round()
        place, jobs = Workplace(laptop.folder, clock), Jobs()
        office = Office(jobs, connections_of(place, Preferences(tmp_path / "window.json")))
        window = Window(office, entries)
        qtbot.addWidget(window)
        window.show()
        window.sign_in.people.set_value(OFFICERS[1].id)
        window.sign_in.passphrase.setText(OFFICERS[1].passphrase)
        window.sign_in.sign_in()
        qtbot.waitUntil(lambda: window.signed_in, timeout=30000)
        yield Opened(window, office, place), number
        jobs.close_desk(place.sign_out)
        jobs.stop()
        window.close()


def settings(opened: Opened, qtbot: Any) -> SettingsPage:
    page = go(opened, qtbot, "settings")
    assert isinstance(page, SettingsPage)
    quiet(opened, qtbot)
    return page


def answer(page: SettingsPage, qtbot: Any, words: str) -> None:
    page.purging.purge_button.click()
    question = page.purging.findChild(QMessageBox)
    assert question is not None
    next(made for made in question.findChildren(QPushButton) if made.text().startswith(words)).click()


def shown(table: Any) -> int:
    """How many rows the table has; the two lists of the page are read one after the other."""
    return table.model().rowCount()


def test_a_case_is_purged_after_a_question_and_comes_back(opened: tuple[Opened, str], qtbot: Any) -> None:
    window, number = opened
    page = settings(window, qtbot)
    tab = page.purging
    qtbot.waitUntil(lambda: tab.closed.model().rowCount() == 1, timeout=30000)
    tab.closed.selectRow(0)
    answer(page, qtbot, "不清除")
    quiet(window, qtbot)
    assert tab.closed.model().rowCount() == 1
    answer(page, qtbot, "清除")
    qtbot.waitUntil(lambda: (shown(tab.closed), shown(tab.gone)) == (0, 1), timeout=30000)
    assert tab.gone.model().data(tab.gone.model().index(0, 0)) == number
    tab.gone.selectRow(0)
    arriving, fetch = threading.Event(), window.office.connections.keys["bring_back"]
    window.office.connections.keys["bring_back"] = lambda *told: arriving.wait(30) and fetch(*told)
    tab.back_button.click()
    # What others record meanwhile makes the page read again: it is not fetched twice.
    tab.read()
    enabled = list[bool]()
    window.office.jobs.call(lambda _desk: None, done=lambda _: enabled.append(tab.back_button.isEnabled()))
    qtbot.waitUntil(lambda: bool(enabled), timeout=30000)
    arriving.set()
    qtbot.waitUntil(lambda: (shown(tab.closed), shown(tab.gone)) == (1, 0), timeout=30000)
    assert enabled == [False]
