"""A button whose words break into lines where they are longer than its place is wide."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

_UNBROKEN = re.compile(r"[!-~]+|.", re.DOTALL)


class LineButton(QPushButton):
    """One line of a list that leads somewhere; no word of it is ever cut."""

    BESIDE = 40
    """Pixels at the left and right of the words: frame and padding, and one to spare for a bold letter."""
    ABOVE_AND_BELOW = 16

    def __init__(self, words: str, act: Callable[[], object]) -> None:
        super().__init__(words)
        self.words = words
        self.setAutoDefault(True)
        self.setProperty("kind", "quiet")
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked=False: act())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + self.BESIDE, self._high(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(240, self.sizeHint().width()), self._high(1))

    def heightForWidth(self, width: int) -> int:
        return self._high(len(self._lines(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText("\n".join(self._lines(event.size().width())))

    def _high(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + self.ABOVE_AND_BELOW

    def _lines(self, width: int) -> list[str]:
        """The words in lines that fit; Chinese breaks anywhere, a date or a Latin word nowhere."""
        fits, lines = max(width - self.BESIDE, self.fontMetrics().averageCharWidth() * 8), [""]
        for part in _UNBROKEN.findall(self.words):
            if lines[-1] and self.fontMetrics().horizontalAdvance(lines[-1] + part) > fits:
                lines.append("")
            lines[-1] += part
        return lines
