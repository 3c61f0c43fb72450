"""A text of several lines that takes no more from the clipboard than it can lay out at once."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from ui.i18n import tr

MOST = 100_000
"""Characters pasted at once: more would stop the window for a second, and no paper holds as much."""


class BoundedText(QPlainTextEdit):
    """What is too long to paste is left out whole, and said: half of it would be worse than nothing."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        length = len(source.text())
        if length <= MOST:
            super().insertFromMimeData(source)
            return
        words = tr("粘贴的有 {length} 字，一次最多 {most} 字，没有放进来。分几次粘贴，或者作为附件附上。")
        QToolTip.showText(self.mapToGlobal(QPoint(0, 0)), words.format(length=length, most=MOST), self)
