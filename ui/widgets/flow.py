"""A row of widgets that breaks into lines, so that nothing is cut on a small screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Puts its items side by side and starts a new line when the width is used up, or for each of them."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, a_line_each: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._a_line_each = a_line_each
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), measure_only=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, measure_only=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, measure_only: bool) -> int:
        """The height that all lines take; unless only measured, each item stands in the middle of its line."""
        y = rect.y()
        for line in self._lines(rect.width()):
            x, high = rect.x(), max(hint.height() for _, hint in line)
            for item, hint in line:
                if not measure_only:
                    item.setGeometry(QRect(QPoint(x, y + (high - hint.height()) // 2), hint))
                x += hint.width() + self._gap
            y += high + self._gap
        return max(y - self._gap - rect.y(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items in sight with their sizes, a line begun anew where the width is used up."""
        lines = list[list[tuple[QLayoutItem, QSize]]]()
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = _fitted(item, width)
            if not lines or self._a_line_each or (x > 0 and x + hint.width() > width):
                lines.append([])
                x = 0
            lines[-1].append((item, hint))
            x += hint.width() + self._gap
        return lines


def _fitted(item: QLayoutItem, width: int) -> QSize:
    """As large as the item wants to be; one wider than the row gets its width, and higher if its words can break."""
    hint = item.sizeHint()
    if hint.width() <= width or width <= 0:
        return hint
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())


class FlowBox(QWidget):
    """A widget with a breaking row; asks for one line at least, and for more only where the width is short."""

    def __init__(self, *, gap: int = 8, a_line_each: bool = False) -> None:
        super().__init__()
        self.row = FlowLayout(self, gap=gap, a_line_each=a_line_each)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return self.row.minimumSize()

    def sizeHint(self) -> QSize:
        return self.row.minimumSize()


def flow(*widgets: QWidget, gap: int = 8) -> QWidget:
    """A widget that holds the given ones in a breaking row."""
    holder = FlowBox(gap=gap)
    for widget in widgets:
        holder.row.addWidget(widget)
    return holder
