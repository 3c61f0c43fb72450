"""An officer at the program's real window: types a hearing, or signs papers, by keys and mouse, and says each step."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from without_window import WORDS, on_record, say

from app.clock import SystemClock
from ui.main import AHEAD_AFTER_MS, Desktop, Workplace, connections_of
from ui.preferences import Preferences
from ui.shell.office import row_of
from ui.shell.people import PeopleDialog
from ui.signing.dialogs import PadDialog, PinDialog

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789,."
SPEAKERS = {"judge": Qt.Key.Key_F1, "plaintiff": Qt.Key.Key_F3, "defendant": Qt.Key.Key_F4}


class AtTheWindow:
    """The program's window on the profile, with an officer who signs in by keys."""

    page_name = ""

    def __init__(self, order: dict[str, Any]) -> None:
        # What a slot raises is not a stop for Qt, but it is one for the test.
        sys.excepthook = lambda _kind, reason, _trace: say(failed=repr(reason))
        self.order = order
        self.chance = random.Random(order["seed"])
        self.profile = Path(order["profile"])
        self.application = QApplication(["xunhui"])
        self.place = Workplace(self.profile, SystemClock())
        preferences = Preferences(self.profile.parent / "window.json")
        self.desktop = Desktop(self.application, connections_of(self.place, preferences))
        assert self.desktop.window is not None
        self.window = self.desktop.window
        self.office = self.window.office
        self.office.jobs.failed_by_default.connect(lambda reason: say(failed=repr(reason)))
        self.office.told.connect(lambda what, _step, kind: say(failed=what) if kind == "problem" else None)
        QTimer.singleShot(AHEAD_AFTER_MS, self.desktop.get_ahead)
        self.until(self.window.isActiveWindow)
        screen = self.window.sign_in
        screen.people.set_value(order["officer"])
        QTest.keyClicks(screen.passphrase, order["passphrase"])
        QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
        self.until(lambda: self.window.screens.currentWidget() is self.window.work)

    @property
    def page(self) -> Any:
        return self.window.work.page(self.page_name)

    def until(self, holds: Callable[[], Any]) -> None:
        deadline = time.monotonic() + 30
        while not holds():
            self.application.processEvents()
            if time.monotonic() > deadline:
                say(failed=f"the window never got there: {holds}")
                os._exit(3)
            time.sleep(0.001)

    def ask(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """The answer of the desk's thread, after all that was asked of it before."""
        answers: list[Any] = []
        self.office.jobs.call(function, *arguments, done=answers.append)
        self.until(lambda: answers)
        return answers[0]


class Typist(AtTheWindow):
    """Types turns as fast as a clerk and faster, until the power fails."""

    page_name = "hearings"
    entered = on_disk = 0
    unbroken = False

    def run(self) -> None:
        self.until(lambda: self.window.work.at == self.page_name and self.page.sitting is not None)
        self.application.processEvents()
        say(**self.found())
        self.speaker = self.page._speaker
        self.first = len(self.page.transcript.said)
        self.watch = QTimer()
        self.watch.setInterval(2)
        self.watch.timeout.connect(self.look)
        self.watch.start()
        while True:
            self.turn()

    def found(self) -> dict[str, Any]:
        """What the window shows now that it is back, and when, and beside it what the profile holds."""
        page = self.page
        seen = {
            "case": self.office.case_id,
            "sitting": page.sitting.record,
            "turns": [[said.speaker, said.text] for said in page.transcript.said],
            "speaker": page._speaker,
            "draft": page.entry.toPlainText(),
            "ready_to_type": page.entry.isVisible() and page.entry.hasFocus(),
            "reopened_in": time.monotonic() - self.order["began"],
            "processor_s": time.process_time(),
        }
        return {"back": seen, "held": self.ask(on_record, seen["sitting"])}

    def look(self) -> None:
        """Says which of the turns entered here the window shows as being on disk."""
        while self.on_disk < self.entered and self.page.transcript.said[self.first + self.on_disk].record:
            self.on_disk += 1
            say(on_disk=self.on_disk)

    def turn(self) -> None:
        if self.chance.random() < 0.8:
            self.pick(self.chance.choice(list(SPEAKERS)))
        # Now and then somebody talks on without a pause.
        self.unbroken = self.chance.random() < 0.2
        for _ in range(self.chance.randint(40, 70) if self.unbroken else self.chance.randint(2, 15)):
            self.key()
        text = self.page.entry.toPlainText()
        self.entered += 1
        say(entered=[self.speaker, text])
        QTest.keyClick(self.page.entry, Qt.Key.Key_Return)
        self.rest()

    def pick(self, speaker: str) -> None:
        self.speaker = speaker
        say(open=[speaker, self.page.entry.toPlainText()])
        QTest.keyClick(self.page.entry, SPEAKERS[speaker])
        if self.page._speaker != speaker:
            say(failed="the key picked nobody")

    def key(self) -> None:
        entry = self.page.entry
        chosen = self.chance.random()
        if chosen < 0.04:
            self.pick(self.chance.choice(list(SPEAKERS)))
        elif chosen < 0.5:
            # What an input method hands over, whole words at a time.
            word = self.chance.choice(WORDS)
            say(open=[self.speaker, entry.toPlainText() + word])
            made = QInputMethodEvent()
            made.setCommitString(word)
            QApplication.sendEvent(entry, made)
        else:
            letter = self.chance.choice(LETTERS)
            say(open=[self.speaker, entry.toPlainText() + letter])
            QTest.keyClicks(entry, letter)
        self.rest()

    def rest(self) -> None:
        pauses = not self.unbroken and self.chance.random() < 0.05
        QTest.qWait(self.chance.randint(350, 700) if pauses else self.chance.randint(8, 80))


class Signer(AtTheWindow):
    """Signs the papers of a case on the signing page: strokes on the pad, thumbs, PINs typed, officers changing."""

    page_name = "signing"

    def run(self) -> None:
        row = self.ask(row_of, self.order["case"])
        self.office.choose_case(row)
        self.window.work.open_page(self.page_name)
        self.until(lambda: self.page.seen is not None)
        seats = [[seat.paper, seat.signer] for seat in self.page.seen.seats if seat.state == "done"]
        say(shown=seats, case=self.office.case_id, reopened_in=time.monotonic() - self.order["began"])
        self.change_officer()
        while ready := [seat for seat in self.page.seen.seats if seat.state == "ready"]:
            self.sign(self.chance.choice(ready))
        self.desktop.jobs.close_desk(self.place.sign_out)
        self.desktop.jobs.stop()

    def sign(self, seat: Any) -> None:
        kind = seat.signer.partition(":")[0]
        if kind in ("judge", "clerk") and self.office.officer.role != kind:
            self.change_officer()
        rows = self.page.table.rows_model.rows
        self.page.table.selectRow(next(n for n, row in enumerate(rows) if row["id"] == f"{seat.paper} {seat.signer}"))
        if kind == "seal":
            self.confirm(seat, self.page.seal, [officer["id"] for officer in self.order["officers"]])
        elif kind in ("judge", "clerk"):
            self.confirm(seat, self.page.key, [self.office.officer.id])
        elif self.chance.random() < 0.5:
            self.draw(seat)
        else:
            say(signing=[seat.paper, seat.signer])
            self.press(self.page.thumb)
        self.until(lambda: self.state_of(seat) == "done")
        say(signed=[seat.paper, seat.signer])

    def state_of(self, seat: Any) -> str:
        seats = self.page.seen.seats
        return next(str(one.state) for one in seats if (one.paper, one.signer) == (seat.paper, seat.signer))

    def press(self, button: Any) -> None:
        self.until(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def confirm(self, seat: Any, button: Any, officers: list[str]) -> None:
        """The button opens the dialog, in which each officer's PIN is typed."""
        pins = {officer["id"]: officer["pin"] for officer in self.order["officers"]}
        self.press(button)
        dialog = self.dialog(PinDialog)
        assert sorted(dialog.form.blanks) == sorted(officers)
        for officer in officers[:-1]:
            QTest.keyClicks(dialog.form.blanks[officer], pins[officer])
        QTest.keyClicks(dialog.form.blanks[officers[-1]], pins[officers[-1]])
        say(signing=[seat.paper, seat.signer])
        QTest.keyClick(dialog.form.blanks[officers[-1]], Qt.Key.Key_Return)

    def draw(self, seat: Any) -> None:
        self.press(self.page.pen)
        dialog = self.dialog(PadDialog)
        for stroke in range(4):
            at = QPoint(60 + 90 * stroke, 60)
            QTest.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=at)
            for _ in range(12):
                at += QPoint(self.chance.randint(1, 8), self.chance.randint(-4, 9))
                QTest.mouseMove(dialog.pad, at)
                self.application.processEvents()
            QTest.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=at)
        say(signing=[seat.paper, seat.signer])
        QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    def change_officer(self) -> None:
        """The other of judge and clerk sits down, with the passphrase where they have not signed in yet."""
        before = self.office.officer.id
        other = next(officer for officer in self.order["officers"] if officer["id"] != before)
        self.window.work.change_officer()
        dialog = self.dialog(PeopleDialog)
        self.until(lambda: dialog.who.value == other["id"])
        if not dialog.passphrase.isHidden():
            QTest.keyClicks(dialog.passphrase, other["passphrase"])
        QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
        self.until(lambda: self.office.officer.id == other["id"])
        self.until(lambda: not self.window.findChildren(PeopleDialog))

    def dialog(self, kind: type) -> Any:
        self.until(lambda: [one for one in self.window.findChildren(kind) if one.isVisible()])
        return next(one for one in self.window.findChildren(kind) if one.isVisible())
