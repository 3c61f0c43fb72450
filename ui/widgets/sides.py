"""Two parts of a page beside each other, or, where the screen is small, the second under the first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class Sides(QSplitter):
    """Stands in a page that scrolls: on a small screen each part is as high as what is in it needs."""

    NARROW = 700
    SECOND_HIGH = 360

    def __init__(self, first: QWidget, second: QWidget, sizes: tuple[int, int]) -> None:
        super().__init__()
        self.setChildrenCollapsible(False)
        self._first, self._second = first, second
        self._second_low = second.minimumHeight()
        self.addWidget(first)
        self.addWidget(second)
        self.setSizes(list(sizes))

    def fit(self) -> None:
        """The parts stand as the width allows; call it when what is in the first has changed."""
        narrow = self.width() < self.NARROW
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._second.setMinimumHeight(self.SECOND_HIGH if narrow else self._second_low)
        # A splitter asks nobody how high wrapped words and rows of buttons become.
        rows = self._first.layout()
        high = rows.totalMinimumHeightForWidth(self.width()) if narrow and rows is not None else 0
        self._first.setMinimumHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
