"""A process whose window records a hearing from a fed microphone, for ever, until the power fails.

Told the profile's folder; says on its standard output how many tenths of a second were heard.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import MovingClock
from PySide6.QtWidgets import QApplication

from app.clock import BEIJING
from support.microphone import FedMicrophone, samples
from support.window import JUDGE, Opened, ask, go, sign_in
from ui.hearings.page import HearingPage
from ui.jobs import Jobs
from ui.main import Workplace, connections_of
from ui.pages import entries
from ui.preferences import Preferences
from ui.shell.office import Office
from ui.shell.picker import look_up
from ui.shell.window import Window


class Waiting:
    """What the steps of ``support.window`` need of pytest-qt."""

    def waitUntil(self, done: Callable[[], bool], timeout: int = 5000) -> None:
        until = time.monotonic() + timeout / 1000
        while not done():
            if time.monotonic() > until:
                raise TimeoutError
            QApplication.processEvents()


def main(folder: str) -> None:
    QApplication([])
    qtbot: Any = Waiting()
    clock = MovingClock(datetime.datetime(2026, 3, 20, 9, 0, tzinfo=BEIJING))
    place = Workplace(Path(folder), clock)
    office = Office(Jobs(), connections_of(place, Preferences(Path(folder).parent / "clerk.json")))
    window = Window(office, entries)
    window.show()
    opened = Opened(window, office, place)
    sign_in(opened, qtbot, JUDGE)
    office.choose_case(ask(opened, qtbot, look_up, "")[0])
    page = go(opened, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    microphone = FedMicrophone()
    page.sound.recorder.find = lambda: microphone
    page.opening.form.set_values({"place": "村委会院内"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    page.sound.toggle()
    qtbot.waitUntil(lambda: page.sound.recorder.state == "on", timeout=30000)
    tenth, begun = 0, time.monotonic()
    while True:
        # As fast as a microphone gives it: a tenth of a second each tenth of a second.
        while time.monotonic() < begun + tenth / 10:
            QApplication.processEvents()
        microphone.hear(samples(0.1, first=tenth * 1600))
        tenth += 1
        print("fed", tenth, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
