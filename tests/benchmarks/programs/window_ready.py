"""Opens the program's window on a profile, types one letter into the passphrase, and ends once it is painted."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from telling import tell

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from ui.main import Desktop, Preferences, Workplace, connections_of

profile = Path(sys.argv[1])
application = QApplication(["xunhui"])
place = Workplace(profile, SystemClock())
desktop = Desktop(application, connections_of(place, Preferences(profile.parent / "window.json")))
assert desktop.window is not None
line = desktop.window.sign_in.passphrase
while not (desktop.window.isVisible() and line.isVisible() and desktop.window.isActiveWindow()):
    application.processEvents()
QTest.keyClick(line, "a")
application.processEvents()
assert line.text() == "a" and line.hasFocus()
tell()
os._exit(0)
