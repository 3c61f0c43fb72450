"""A list with a search line above it; what is found comes from outside, so that typing never waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.rows import Column, Row, RowsTable


class SearchList(QWidget):
    """``asked`` tells what to look for once typing pauses; ``put`` shows what was found."""

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
        self._pause.timeout.connect(lambda: self.asked.emit(self.line.text().strip()))
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.installEventFilter(self)
        self.table.chosen.connect(self.chosen)
        self.setFocusProxy(self.line)

    def put(self, rows: Sequence[Row]) -> None:
        self.table.put(rows)

    def ask_now(self) -> None:
        self._pause.stop()
        self.asked.emit(self.line.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.current is not None:
                self.chosen.emit(self.table.current)
                return True
        return super().eventFilter(watched, event)
