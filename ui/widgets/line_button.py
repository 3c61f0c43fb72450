"""A button and a check box whose words break into lines where they are longer than their place is wide."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSizePolicy

_UNBROKEN = re.compile(r"[!-~]+|.", re.DOTALL)

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class Breaking(_Button):
    """No word of it is ever cut."""

    BESIDE: int
    """Pixels at the left and right of the words: box, frame and padding."""
    ABOVE_AND_BELOW: int
    LEAST = 240
    """Pixels that it wants at least, unless all its words are shorter."""

    def break_words(self, words: str) -> None:
        """The button says these words from now on."""
        self.words = words
        self.setText("\n".join(self._lines(self.width())))
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self._widest().horizontalAdvance(self.words) + self.BESIDE, self._high(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.LEAST, self.sizeHint().width()), self._high(1))

    def heightForWidth(self, width: int) -> int:
        return self._high(len(self._lines(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText("\n".join(self._lines(event.size().width())))

    def _high(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + self.ABOVE_AND_BELOW

    def _widest(self) -> QFontMetrics:
        return self.fontMetrics()

    def _lines(self, width: int) -> list[str]:
        """The words in lines that fit; Chinese breaks anywhere, a date or a Latin word nowhere."""
        metrics = self._widest()
        fits, lines = max(width - self.BESIDE, metrics.averageCharWidth() * 8), [""]
        for part in _UNBROKEN.findall(self.words):
            if lines[-1] and metrics.horizontalAdvance(lines[-1] + part) > fits:
                lines.append("")
            lines[-1] += part
        return lines


class LineButton(Breaking, QPushButton):
    """One line of a list that leads somewhere."""

    BESIDE, ABOVE_AND_BELOW = 40, 16

    def __init__(self, words: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.break_words(words)
        self.setAutoDefault(True)
        self.setProperty("kind", "quiet")
        self.clicked.connect(lambda _checked=False: act())


class PickButton(Breaking, QPushButton):
    """Stays down, and has room for its words in bold, as they are while it is down."""

    BESIDE, ABOVE_AND_BELOW = 34, 16

    def __init__(self, words: str) -> None:
        super().__init__()
        self.break_words(words)
        self.setCheckable(True)
        self.setProperty("focusPolicy", "NoFocus")

    def _widest(self) -> QFontMetrics:
        bold = QFont(self.font())
        bold.setBold(True)
        return QFontMetrics(bold)


class LineCheck(Breaking, QCheckBox):
    """A fact that is ticked where it holds, however long it is said."""

    BESIDE, ABOVE_AND_BELOW = 48, 8

    def __init__(self, words: str) -> None:
        super().__init__()
        self.break_words(words)
