"""Two parts of a page beside each other, or, where the screen is small, the second under the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.widgets.scroll import FocusScroll


class Sides(QSplitter):
    """Stands in a page that scrolls: on a small screen each part is as high as what is in it needs, and nothing in the
    first scrolls by itself."""

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

    def _fit(self) -> None:
        """The parts stand as the width allows, and as what is in the first asks for."""
        narrow = self.width() < self.NARROW
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._second.setMinimumHeight(self.SECOND_HIGH if narrow else self._second_low)
        # A splitter and a scrolling part ask nobody how high wrapped words and rows of buttons become.
        for part in (*self._first.findChildren(FocusScroll), self._first):
            part.setMinimumHeight(self._high(part) if narrow else 0)

    def _high(self, part: QWidget) -> int:
        rows = (part.widget() if isinstance(part, FocusScroll) else part).layout()
        return rows.totalMinimumHeightForWidth(self.width()) if rows is not None else 0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
