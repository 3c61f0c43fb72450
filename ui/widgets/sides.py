"""Two parts of a page beside each other, or, where the screen is small, the second under the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.widgets.scroll import FocusScroll


class Sides(QSplitter):
    """Stands in a page that scrolls: the first part is never lower than its rows need, and on a small screen, where
    each part is as high as what is in it, nothing in the first scrolls by itself."""

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
        # A splitter and a scrolling part ask nobody how high wrapped words and rows of buttons become.
        for part in (*self._first.findChildren(FocusScroll), self._first):
            scrolls = isinstance(part, FocusScroll) and not narrow
            part.setMinimumHeight(0 if scrolls else _high(part, self.width() if narrow else part.width()))
        self._second.setMinimumHeight(
            self.SECOND_HIGH if narrow else max(self._second_low, _high(self._second, self._second.width()))
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _high(part: QWidget, width: int) -> int:
    """What the rows of the part need where they have that width."""
    rows = (part.widget() if isinstance(part, FocusScroll) else part).layout()
    return rows.totalMinimumHeightForWidth(width) if rows is not None else 0
