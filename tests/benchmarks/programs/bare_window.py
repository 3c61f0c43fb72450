"""The yardstick of a window: PySide6 with one line edit, one letter typed into it and painted."""

from __future__ import annotations

import os

from telling import tell

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

application = QApplication(["bare"])
line = QLineEdit()
line.resize(1280, 720)
line.show()
line.setFocus()
while not (line.isVisible() and line.isActiveWindow()):
    application.processEvents()
QTest.keyClick(line, "a")
application.processEvents()
assert line.text() == "a"
tell()
os._exit(0)
