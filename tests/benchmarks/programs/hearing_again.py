"""`xunhui window` on a profile whose sitting a power cut interrupted, until the unfinished turn can be typed on."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from first_letter import end, enter, once, when_it_can_be_typed_into
from PySide6.QtWidgets import QApplication, QLineEdit
from telling import tell

from ui.command import main

profile, passphrase, case, turns, unfinished = sys.argv[1:]


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

    enter(line, passphrase)
    once(application, back, done)


def done() -> None:
    tell()
    end()


application = QApplication(["xunhui", "-style", "fusion"])
when_it_can_be_typed_into(application, ready)
main(["window", profile])
