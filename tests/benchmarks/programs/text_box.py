"""The yardstick of a hearing: a plain text box with as many lines, into which as many more are typed."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from telling import tell

SAID = "借条是我写的，钱也收到了，可是当时说好等秋收卖了粮食再还，利息从来没有提过。"

application = QApplication(["bare"])
box = QPlainTextEdit("\n".join(f"{number}　{SAID}" for number in range(int(sys.argv[1]))))
box.resize(1280, 720)
box.show()
for _ in range(int(sys.argv[2])):
    QTest.keyClicks(box, "jietiaoshiwoxiede, qianyeshoudaole")
    QTest.keyClick(box, Qt.Key.Key_Return)
    application.processEvents()
tell()
os._exit(0)
