"""Progress of long work, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.labels import button, label


class ProgressPanel(QWidget):
    """``step`` shows how far the work is; ``cancelled`` says the officer wants it stopped."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label()
        self._bar = QProgressBar()
        self.cancel_button = button(tr("停止"), self._cancel)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def begin(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.show()

    def step(self, words: str, done: int = 0, total: int = 0) -> None:
        """``total`` 0 means that nobody knows how much there is."""
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))

    def end(self) -> None:
        self.hide()

    def _cancel(self) -> None:
        self._words.setText(tr("正在停下来，已做完的都会留下……"))
        self.cancelled.emit()
