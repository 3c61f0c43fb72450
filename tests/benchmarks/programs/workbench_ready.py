"""`xunhui window` on a profile, the passphrase typed at once, until the workbench shows what waits and is in use."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from first_letter import end, enter, once, when_it_can_be_typed_into
from PySide6.QtWidgets import QApplication, QLineEdit
from telling import tell

from ui.command import main

profile, passphrase = sys.argv[1:]


def ready(line: QLineEdit) -> None:
    window = line.window()

    def usable() -> bool:
        if not window.signed_in:
            return False
        page = window.work.page("workbench")
        return bool(page.numbers.text()) and page.isVisible() and window.isActiveWindow()

    enter(line, passphrase)
    once(application, usable, done)


def done() -> None:
    tell()
    end()


application = QApplication(["xunhui", "-style", "fusion"])
when_it_can_be_typed_into(application, ready)
main(["window", profile])
