"""A label of one line: what has no room ends in dots, and stands whole in its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class OneLine(QLabel):
    """``say`` is told the words; only as many as fit are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.words = ""

    def say(self, words: str) -> None:
        self.words = words
        self.setAccessibleName(words)
        self._fit(self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, width)
        self.setText(shown)
        self.setToolTip("" if shown == self.words else self.words)
