"""The program that is killed: types in the real window, writes turns, or signs papers, and says each thing as it does.

Run with ``--forks`` it reads everything in once and forks a worker for each order on its input, so that a kill costs
a fork and not a start of Python; without, it carries the one order in its own process, as from a cold start. What is
said goes to the output, one JSON object a line, with the machine's monotonic time.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from ui.main import LATER, Desktop, Preferences, Workplace, connections_of

ALL = (
    *LATER,
    "app.archive.offers",
    "app.circuit.day_signing",
    "app.circuit.practice",
    "app.hearings.service",
    "app.signing.pades",
    "app.signing.thumb",
    "app.signing.verify",
    "ui.hearings.page",
    "ui.workbench.page",
)
WORDS = ("借条", "是我写的", "钱也收到了", "秋收", "卖了粮食再还", "利息", "没有提过", "核对身份", "村委会", "三万六")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789,."
SPEAKERS = {"judge": Qt.Key.Key_F1, "plaintiff": Qt.Key.Key_F3, "defendant": Qt.Key.Key_F4}
PAGE = "hearings"


def say(**said: Any) -> None:
    """One write, so that a kill leaves a line whole or not at all."""
    os.write(1, json.dumps({"at": time.monotonic(), **said}, ensure_ascii=False).encode() + b"\n")


class Typist:
    """Signs in with keys, and types turns as fast as a clerk and faster, until the power fails."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order
        self.chance = random.Random(order["seed"])
        self.profile = Path(order["profile"])
        self.entered = 0
        self.on_disk = 0
        self.unbroken = False

    def run(self) -> None:
        self.application = QApplication(["xunhui"])
        self.place = Workplace(self.profile, SystemClock())
        preferences = Preferences(self.profile.parent / "window.json")
        self.desktop = Desktop(self.application, connections_of(self.place, preferences))
        assert self.desktop.window is not None
        self.window = self.desktop.window
        self.office = self.window.office
        self.office.jobs.failed_by_default.connect(lambda reason: say(failed=repr(reason)))
        self.office.told.connect(lambda what, _step, kind: say(failed=what) if kind == "problem" else None)
        self.until(self.window.isActiveWindow)
        self.sign_in()
        self.until(lambda: self.window.at == PAGE and self.page.sitting is not None)
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

    @property
    def page(self) -> Any:
        return self.window.page(PAGE)

    def sign_in(self) -> None:
        screen = self.window.sign_in
        screen.people.set_value(self.order["officer"])
        QTest.keyClicks(screen.passphrase, self.order["passphrase"])
        QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)

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
        }
        held: list[Any] = []
        self.office.jobs.call(on_record, seen["sitting"], done=held.append)
        self.until(lambda: bool(held))
        return {"back": seen, "held": held[0]}

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 60
        while not holds():
            self.application.processEvents()
            if time.monotonic() > deadline:
                say(failed="the window never got there")
                os._exit(3)
            time.sleep(0.001)

    def look(self) -> None:
        """Says which of the turns entered here the window shows as being on disk."""
        while self.on_disk < self.entered and self.page.transcript.said[self.first + self.on_disk].record:
            self.on_disk += 1
            say(on_disk=self.on_disk)

    def turn(self) -> None:
        if self.chance.random() < 0.8:
            self.pick(self.chance.choice(list(SPEAKERS)))
        # Now and then somebody talks on without a pause, so that only the longest interval saves.
        self.unbroken = self.chance.random() < 0.3
        for _ in range(self.chance.randint(60, 150) if self.unbroken else self.chance.randint(3, 25)):
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


def on_record(desk: Any, sitting: str) -> dict[str, Any]:
    """The sitting's turns and its unfinished one, as the profile holds them."""
    from app.hearings.service import open_turn
    from app.hearings.store import turns_of

    unfinished = open_turn(desk, sitting)
    turns = [[turn.speaker, turn.text] for turn in turns_of(desk.database, sitting)]
    return {"turns": turns, "unfinished": list(unfinished) if unfinished else None}


class Bench:
    """Judge and clerk at the desk without a window: acts follow one another as fast as the disk takes them."""

    def __init__(self, order: dict[str, Any]) -> None:
        from app.circuit.practice import sit_down, unlock_all
        from app.keys.provision import NewOfficer
        from app.secondcopy.copy import SecondCopy
        from app.tell import JournalTeller

        clock = SystemClock()
        self.order = order
        self.chance = random.Random(order["seed"])
        self.officers = [NewOfficer(**told) for told in order["officers"]]
        self.session = unlock_all(Path(order["profile"]), self.officers, clock, os.urandom)
        self.desk = sit_down(self.session, self.officers[0], JournalTeller(), clock, os.urandom)
        copy = SecondCopy(self.session.database, self.session.copy_key(), clock, os.urandom)
        self.desk.after_commit.append(copy.after_commit)

    def write_turns(self) -> None:
        """Drafts and turns of the open sitting, each said before it is asked for and again when it is done."""
        from app.hearings.service import end_turn, save_open_turn
        from app.hearings.store import open_sittings

        sitting = open_sittings(self.desk.database)[0]
        held = on_record(self.desk, sitting.record)
        say(back={"case": sitting.case, "sitting": sitting.record}, held=held)
        text = held["unfinished"][1] if held["unfinished"] else ""
        while True:
            speaker = self.chance.choice(list(SPEAKERS))
            for _ in range(self.chance.randint(1, 4)):
                text += self.chance.choice(WORDS)
                say(open=[speaker, text])
                save_open_turn(self.desk, sitting.record, speaker, text)
                say(safe=True)
            say(entered=[speaker, text])
            end_turn(self.desk, sitting.record, speaker, text)
            say(safe=True)
            text = ""

    def sign(self) -> None:
        """Every paper, one signature after the other; before it the state of all papers is said."""
        from app.cases.court import read_court
        from app.documents.fonts import FontSet
        from app.signing.service import waiting_papers
        from app.signing.session_keys import SessionKeys

        say(papers=self.papers(), chain=self.chain())
        pins = {officer.id: officer.pin for officer in self.officers}
        court = read_court(self.desk.database)
        self.keys = SessionKeys(self.session, court, FontSet.find(), pins.__getitem__, os.urandom)
        while waiting := waiting_papers(self.desk):
            paper, allowed = self.chance.choice(waiting)
            signer = self.chance.choice(allowed)
            say(signing=[paper.record, signer])
            self.sign_one(paper.record, signer)
            say(signed=[paper.record, signer])
        say(papers=self.papers(), chain=self.chain(), all_signed=True)

    def sign_one(self, paper: str, signer: str) -> None:
        from app.circuit.day_signing import practice_ink
        from app.desk import Officer
        from app.signing.service import seal_paper, sign_by_pen, sign_by_thumb, sign_with_key
        from app.signing.thumb import practice_thumb

        kind = signer.partition(":")[0]
        if kind == "seal":
            seal_paper(self.desk, paper, self.keys)
        elif kind in ("judge", "clerk"):
            found = next(officer for officer in self.officers if officer.role == kind)
            desk = self.desk.acting_as(Officer(found.id, found.name, found.role))
            sign_with_key(desk, paper, signer, self.keys)
        elif self.chance.random() < 0.5:
            sign_by_pen(self.desk, paper, signer, practice_ink(paper + signer), self.keys)
        else:
            sign_by_thumb(self.desk, paper, signer, practice_thumb(paper + signer, self.keys.outlines()), self.keys)

    def papers(self) -> dict[str, Any]:
        """What the journal says of each paper, what its bytes are, and what the verifier says of them."""
        from app.documents.store import all_papers
        from app.signing.service import current_pdf, revisions_of, state_of
        from app.signing.session_keys import trust_roots
        from app.signing.verify import verify_pdf

        told = {}
        for paper in all_papers(self.desk.database):
            state, pdf = state_of(self.desk, paper), current_pdf(self.desk, paper)
            report = verify_pdf(pdf, trust_roots(self.desk.database), revisions_of(self.desk, paper))
            told[paper.record] = {
                "document": paper.document,
                "settled": sorted(state.settled),
                "waits_for": [place.signer for place in state.places if place.signer not in state.settled],
                "revision": state.revision,
                "bytes": hashlib.sha256(pdf).hexdigest(),
                "signed_by": [one.who for one in report.signatures],
                "faults": [*report.faults, *(fault for one in report.signatures for fault in one.faults)],
            }
        return told

    def chain(self) -> bool:
        """Whether the journal's chain holds from its first entry."""
        from app.journal.devices import known_devices

        return self.desk.journal.verify(known_devices(self.desk.database)).holds


def carry(order: dict[str, Any]) -> None:
    """Never comes back: it is killed, or says that it is done."""
    say(pid=os.getpid())
    if order["act"] == "type":
        Typist(order).run()
    elif order["act"] == "turns":
        Bench(order).write_turns()
    else:
        Bench(order).sign()


def main() -> None:
    if "--forks" not in sys.argv:
        order = json.loads(sys.stdin.readline())
        # As ui.main.open_window does while the officer types.
        threading.Thread(target=lambda: [import_module(module) for module in LATER], daemon=True).start()
        carry(order)
        os._exit(0)
    for module in ALL:
        import_module(module)
    say(warm=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                carry(json.loads(line))
            except BaseException as reason:
                import traceback

                traceback.print_exc()
                say(failed=repr(reason))
                os._exit(4)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
