"""Rows of a label and its blank, one below the other, as high as they need to be at the width that they get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget, QWidgetItem

WIDEST = 1000
"""Pixels: in a wider window the rows stay so wide, for a line that crosses the screen is hard to read."""
WIDEST_LABEL = 300
"""Pixels: a longer one breaks into lines and leaves its blank the room."""
LEAST_BLANK = 220
"""Pixels beside a label; where there is less, the label stands above its blank."""
BESIDE, BETWEEN, UNDER_LABEL = 12, 8, 2
"""Pixels between a label and its blank, between rows, and under a label that stands above its blank."""


@dataclass(frozen=True)
class _Row:
    label: QLabel | None
    label_item: QLayoutItem | None
    blank: QLayoutItem

    @property
    def shown(self) -> bool:
        widget = self.blank.widget()
        return widget is not None and not widget.isHidden()

    @property
    def label_width(self) -> int:
        if self.label is None:
            return 0
        return WIDEST_LABEL if self.label.wordWrap() else min(self.label.sizeHint().width(), WIDEST_LABEL)


class FormRows(QLayout):
    """Labels at the left with their blanks beside, or above them where the width is short.

    It holds itself to ``WIDEST``: a widget with a greatest width of its own is asked how high it is for more than
    that, and then gets too little height for what it was cut to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add_row(self, blank: QWidget, label: QLabel | None = None) -> None:
        """The blank stands under the rows before it; without a label over the whole width."""
        if label is not None:
            if label.sizeHint().width() > WIDEST_LABEL:
                label.setWordWrap(True)
            self.addChildWidget(label)
        self.addChildWidget(blank)
        # Kept here as well: Python would drop an item that only Qt knows.
        label_item = QWidgetItem(label) if label is not None else None
        self._rows.append(_Row(label, label_item, QWidgetItem(blank)))
        self.invalidate()

    def show_row(self, blank: QWidget, visible: bool) -> None:
        """The row of that blank is in sight or not."""
        row = next(row for row in self._rows if row.blank.widget() is blank)
        for widget in (row.label, blank):
            if widget is not None:
                widget.setVisible(visible)
        self.invalidate()

    def clear(self) -> None:
        """There are no rows any more; their widgets are gone."""
        for item in self._items():
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        raise TypeError("rows are added with add_row")

    def _items(self) -> list[QLayoutItem]:
        return [item for row in self._rows for item in (row.label_item, row.blank) if item is not None]

    def count(self) -> int:
        return len(self._items())

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = self._items()
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        item = self.itemAt(index)
        self._rows = [row for row in self._rows if item not in (row.label_item, row.blank)]
        return item

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = sum((rect.bottom() + 1 for _, rect in list(self._placed(width))[-1:]), 0)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in self._placed(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        shown = [row for row in self._rows if row.shown]
        labels = max((row.label_width + BESIDE for row in shown if row.label is not None), default=0)
        blanks = max((row.blank.sizeHint().width() for row in shown), default=0)
        width = min(labels + blanks, WIDEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        shown = [row for row in self._rows if row.shown]
        widths = (max(item.minimumSize().width() for item in self._items_of(row)) for row in shown)
        return QSize(max(widths, default=0), self.sizeHint().height())

    @staticmethod
    def _items_of(row: _Row) -> list[QLayoutItem]:
        return [item for item in (row.label_item, row.blank) if item is not None]

    def _placed(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Every item in sight and where it goes in a form of that width, a row's blank after its label."""
        width = min(width, WIDEST)
        shown = [row for row in self._rows if row.shown]
        beside = max((row.label_width for row in shown), default=0) + BESIDE
        y = 0
        for row in shown:
            if row.label is None or row.label_item is None:
                height = _height(row.blank, width)
                yield row.blank, QRect(0, y, width, height)
            elif width - beside < max(LEAST_BLANK, row.blank.minimumSize().width()):
                above = _height(row.label_item, min(width, row.label_width))
                yield row.label_item, QRect(0, y, min(width, row.label_width), above)
                y += above + UNDER_LABEL
                height = _height(row.blank, width)
                yield row.blank, QRect(0, y, width, height)
            else:
                words = _height(row.label_item, row.label_width)
                height = max(words, _height(row.blank, width - beside))
                # Beside a line the label stands in the middle; beside a tall blank near its top.
                middle = max(words, min(height, words * 7 // 4))
                yield row.label_item, QRect(beside - BESIDE - row.label_width, y, row.label_width, middle)
                yield row.blank, QRect(beside, y, width - beside, height)
            y += height + BETWEEN


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
