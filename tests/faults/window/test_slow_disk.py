"""The disk or the court is slow: typing is painted all the same, and everything typed is on disk when it can be."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from faults.window.conftest import BEGINNING, Laptop
from faults.window.power import spread
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.hearings.service import open_turn
from app.hearings.store import turns_of
from support.cutting_proxy import CuttingProxy
from sync.serve import CourtServer
from sync.server.folder import open_court
from ui.hearings.page import HearingPage
from ui.i18n import Language
from ui.jobs import Jobs
from ui.main import Workplace, connections_of
from ui.pages import entries
from ui.preferences import Preferences
from ui.shell.fonts import load_fonts
from ui.shell.office import Office
from ui.shell.theme import apply_theme
from ui.shell.window import Window
from ui.sync.page import SyncPage

TURNS = 20
TURNS_OF_A_ROUND = 5
"""As many as are typed before the round gives the court up."""
HANDSHAKE = 6000
"""Bytes after which the round has been let in and waits for an answer."""
SAID = "jietiaoshiwoxiede, qianyeshoudaole"


class StalledDisk:
    """The one worker stands still from ``stall`` until ``go_on``, as when the disk does not answer."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs, self._answers, self._standing = jobs, threading.Event(), threading.Event()

    def stall(self) -> None:
        self._answers.clear()
        self._jobs.call(self._stand)
        assert self._standing.wait(10)

    def _stand(self, _desk: object) -> None:
        self._standing.set()
        assert self._answers.wait(120)

    def go_on(self) -> None:
        self._answers.set()


class Paintings(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: Any) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, fresh: Callable[[], Laptop]) -> Iterator[Window]:
    """The window on a laptop whose sitting is open; the officer has just signed in, and it has gone there by itself."""
    laptop = fresh()
    language = Language()
    language.use("zh")
    apply_theme(qapp, load_fonts())
    place, jobs = Workplace(laptop.profile, SystemClock()), Jobs()
    window = Window(Office(jobs, connections_of(place, Preferences(laptop.profile.parent / "window.json"))), entries)
    qtbot.addWidget(window)
    window.show()
    window.setProperty("passphrase", laptop.officers[0]["passphrase"])
    window.sign_in.people.set_value(laptop.officers[0]["id"])
    QTest.keyClicks(window.sign_in.passphrase, laptop.officers[0]["passphrase"])
    QTest.keyClick(window.sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.work.at == "hearings" and page_of(window).sitting is not None, timeout=30000)
    yield window
    jobs.close_desk(place.sign_out)
    jobs.stop()
    window.close()


def page_of(window: Window) -> HearingPage:
    page = window.work.page("hearings")
    assert isinstance(page, HearingPage)
    return page


def held(window: Window, qtbot: Any) -> tuple[list[list[str]], Any]:
    """Turns and unfinished turn on disk, once everything asked for before has run."""
    page, found = page_of(window), list[Any]()
    assert page.sitting is not None
    window.office.jobs.call(
        lambda desk, sitting: (turns_of(desk.database, sitting), open_turn(desk, sitting)),
        page.sitting.record,
        done=found.append,
    )
    qtbot.waitUntil(lambda: bool(found), timeout=30000)
    turns, unfinished = found[0]
    return [[turn.speaker, turn.text] for turn in turns], unfinished


def type_painted(page: HearingPage, text: str, painted: Paintings, application: QApplication) -> Iterator[float]:
    """Types letter by letter; gives how many seconds each took to be painted."""
    for letter in text:
        before, began = painted.count, time.monotonic()
        QTest.keyClick(page.entry, letter)
        while painted.count == before:
            application.processEvents()
            assert time.monotonic() < began + 10, "the key was never painted"
        yield time.monotonic() - began


def test_while_the_disk_does_not_answer_every_key_is_painted_and_nothing_typed_is_lost(
    window: Window, qtbot: Any, qapp: QApplication
) -> None:
    page, disk = page_of(window), StalledDisk(window.office.jobs)
    painted = Paintings(page.entry.viewport())
    disk.stall()
    keys: list[float] = []
    for number in range(TURNS):
        keys += type_painted(page, f"{number:02} {SAID}", painted, qapp)
        QTest.keyClick(page.entry, Qt.Key.Key_Return)
        qapp.processEvents()
    QTest.keyClicks(page.entry, "unfinished")
    # Long enough for the draft to have asked the worker that stands still.
    qtbot.wait(2 * page.keeper.AFTER_MS)
    shown = page.transcript.said[len(BEGINNING) :]
    assert [said.text for said in shown] == [f"{number:02} {SAID}" for number in range(TURNS)]
    assert not any(said.record for said in shown), "a turn is called saved before it is"
    assert window.office.saved.state == "typing"
    disk.go_on()
    qtbot.waitUntil(lambda: all(said.record for said in page.transcript.said), timeout=30000)
    turns, unfinished = held(window, qtbot)
    assert turns == [*BEGINNING, *([page._speaker, f"{number:02} {SAID}"] for number in range(TURNS))]
    assert unfinished == (page._speaker, "unfinished")
    print(f"\nkey to paint while the disk stands still: {spread([key * 1000 for key in keys], 'ms')}")


def test_while_the_court_does_not_answer_every_key_is_painted_and_each_turn_is_on_disk_at_once(
    window: Window, qtbot: Any, qapp: QApplication, prepared: tuple[Laptop, Laptop]
) -> None:
    court = open_court(prepared[0].profile.with_name("court-of-laptop"), SystemClock())
    with CourtServer(court) as server, CuttingProxy(server.port, None, HANDSHAKE) as road:
        url, pointed = f"https://127.0.0.1:{road.port}", list[bool]()
        window.office.jobs.call(
            lambda desk: bool(desk.database.execute("UPDATE sync_court SET url = ?", (url,))), done=pointed.append
        )
        qtbot.waitUntil(lambda: bool(pointed), timeout=30000)
        sync = window.work.page("sync")
        assert isinstance(sync, SyncPage)
        sync._go()
        qtbot.waitUntil(lambda: not road.flowing.is_set(), timeout=30000)
        page = page_of(window)
        painted, keys = Paintings(page.entry.viewport()), list[float]()
        for number in range(TURNS_OF_A_ROUND):
            keys += type_painted(page, f"{number:02} {SAID}", painted, qapp)
            QTest.keyClick(page.entry, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: all(said.record for said in page.transcript.said), timeout=30000)
        assert not sync.go_button.isEnabled(), "the round was over before the typing"
        typed = [[page._speaker, f"{number:02} {SAID}"] for number in range(TURNS_OF_A_ROUND)]
        assert held(window, qtbot)[0] == [*BEGINNING, *typed]
        road.flowing.set()
        qtbot.waitUntil(lambda: "回传完成" in sync.state.text(), timeout=60000)
    print(f"\nkey to paint while the court stands still: {spread([key * 1000 for key in keys], 'ms')}")


def test_while_the_disk_does_not_answer_the_other_pages_open(window: Window, qtbot: Any, qapp: QApplication) -> None:
    disk = StalledDisk(window.office.jobs)
    QTest.keyClicks(page_of(window).entry, "before leaving the page")
    disk.stall()
    for name in ("cases", "mediation", "signing", "documents", "hearings"):
        window.work.open_page(name)
        qapp.processEvents()
        assert window.work.at == name
    assert page_of(window).entry.toPlainText() == "before leaving the page"
    disk.go_on()
    assert held(window, qtbot)[0] == BEGINNING
    qtbot.waitUntil(lambda: window.office.saved.state == "draft", timeout=30000)
    assert held(window, qtbot)[1] == (page_of(window)._speaker, "before leaving the page")


def test_who_signs_out_in_the_middle_of_a_turn_finds_it_again_to_the_last_letter(window: Window, qtbot: Any) -> None:
    page = page_of(window)
    officer, sitting = window.office.officer.id, page.sitting
    assert sitting is not None
    QTest.keyClicks(page.entry, "the last letter is Z")
    window.sign_out()
    assert window.sign_in.isVisible()
    window.sign_in.people.set_value(officer)
    QTest.keyClicks(window.sign_in.passphrase, str(window.property("passphrase")))
    QTest.keyClick(window.sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.work.at == "hearings" and page_of(window).sitting is not None, timeout=30000)
    assert page_of(window).entry.toPlainText() == "the last letter is Z"


def test_who_speaks_is_in_the_draft_even_when_picked_after_the_words(window: Window, qtbot: Any) -> None:
    page = page_of(window)
    QTest.keyClicks(page.entry, "words first")
    qtbot.waitUntil(lambda: window.office.saved.state == "draft", timeout=30000)
    QTest.keyClick(page.entry, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: window.office.saved.state == "typing", timeout=30000)
    qtbot.waitUntil(lambda: window.office.saved.state == "draft", timeout=30000)
    assert held(window, qtbot)[1] == ("defendant", "words first")
