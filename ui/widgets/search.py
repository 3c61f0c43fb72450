"""A list with a search line above it; what is found comes from outside, so that typing never waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.rows import Column, Row, RowsTable


class SearchList(QWidget):
    """``asked`` tells what to look for once typing pauses; ``put`` shows what was found.

    Enter chooses the first row found for what stands there when typing has paused: a scanner ends every line of a code
    with Enter and types on at once, and whoever types fast must not get what was found for the first letters.
    """

    asked = Signal(str)
    chosen = Signal(dict)

    PAUSE_MS = 150

    def __init__(self, columns: Sequence[Column], hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.setClearButtonEnabled(True)
        self.table = RowsTable(columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(self.PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        self._fresh, self._waiting, self._chooses = True, 0, False
        self.line.textChanged.connect(lambda _text: self._typed())
        self.line.installEventFilter(self)
        self.table.chosen.connect(self.chosen)
        self.setFocusProxy(self.line)

    def put(self, rows: Sequence[Row]) -> None:
        self.table.put(rows)
        self._waiting = max(self._waiting - 1, 0)
        if self._chooses and not self._waiting and not self._pause.isActive():
            self._choose()

    def ask_now(self) -> None:
        self._pause.stop()
        self._ask()

    def _typed(self) -> None:
        self._fresh = self._chooses = False
        self._pause.start()

    def _paused(self) -> None:
        if not self._fresh:
            self._ask()
        elif self._chooses and not self._waiting:
            self._choose()

    def _ask(self) -> None:
        self._fresh, self._waiting = True, self._waiting + 1
        self.asked.emit(self.line.text().strip())

    def _choose(self) -> None:
        self._chooses = False
        if self.table.current is not None:
            self.chosen.emit(self.table.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._chooses = True
                self._pause.start()
                return True
        return super().eventFilter(watched, event)
