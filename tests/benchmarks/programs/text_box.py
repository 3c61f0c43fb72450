"""The yardstick of a hearing: a plain text box with as many lines, into which as many more are typed."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from telling import tell

said, lines, typed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
application = QApplication(["bare"])
box = QPlainTextEdit("\n".join(f"{number}　{said}" for number in range(lines)))
box.resize(1280, 720)
box.show()
for _ in range(typed):
    QTest.keyClicks(box, "jietiaoshiwoxiede, qianyeshoudaole")
    QTest.keyClick(box, Qt.Key.Key_Return)
    application.processEvents()
tell()
os._exit(0)
