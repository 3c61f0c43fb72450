"""`xunhui window` on a profile whose sitting a power cut interrupted, until the unfinished turn can be typed on.

A sixth argument is a number of turns that are then typed and ended, each until it is on the disk.
"""

from __future__ import annotations

import os
import sys
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from first_letter import end, enter, once, when_it_can_be_typed_into
from PySide6.QtWidgets import QApplication, QLineEdit
from telling import tell

from ui.command import main

profile, passphrase, case, turns, unfinished = sys.argv[1:6]
to_type = int(sys.argv[6]) if len(sys.argv) > 6 else 0


def ready(line: QLineEdit) -> None:
    window = line.window()

    def back() -> bool:
        if not window.signed_in or window.work.at != "hearings":
            return False
        page = window.work.page("hearings")
        return (
            page.sitting is not None
            and page.sitting.case == case
            and len(page.transcript.said) == int(turns)
            and page.entry.toPlainText() == unfinished
            and page.entry.hasFocus()
        )

    def go_on() -> None:
        if to_type:
            type_turns(window.work.page("hearings"))
        tell()
        end()

    enter(line, passphrase)
    once(application, back, go_on)


def type_turns(page: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for _ in range(to_type):
        QTest.keyClicks(page.entry, "jietiaoshiwoxiede, qianyeshoudaole")
        QTest.keyClick(page.entry, Qt.Key.Key_Return)
        while not page.transcript.said[-1].record:
            application.processEvents()
    assert len(page.transcript.said) == int(turns) + to_type


application = QApplication(["xunhui", "-style", "fusion"])
when_it_can_be_typed_into(application, ready)
main(["window", profile])
