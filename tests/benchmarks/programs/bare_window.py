"""The yardstick of a window: PySide6 with one line edit, one letter typed into it and painted."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from first_letter import end, require_painted, when_it_can_be_typed_into
from PySide6.QtWidgets import QApplication, QLineEdit
from telling import tell


def ready(line: QLineEdit) -> None:
    tell()
    if "look" in sys.argv:
        require_painted(line)
    end()


application = QApplication(["bare"])
line = QLineEdit()
line.resize(1280, 720)
line.show()
line.setFocus()
when_it_can_be_typed_into(application, ready)
application.exec()
