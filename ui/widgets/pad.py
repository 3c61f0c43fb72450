"""A drawing pad for mouse, touch and pen that gives strokes of (x, y, milliseconds, pressure)."""

from __future__ import annotations

import itertools
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

Point = tuple[float, float, int, float]
Stroke = list[Point]

INK = Qt.GlobalColor.black
HINT = QColor("#54616e")
"""On white, whatever the look: the sheet is paper."""


class DrawingPad(QWidget):
    """Holds what was drawn; x and y are in the pad's own units, y down; time runs from the first touch."""

    changed = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._strokes: list[Stroke] = []
        self._open: Stroke | None = None
        self._by = ""
        self._clock = QElapsedTimer()
        self._sheet = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(280, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(hint)

    @property
    def strokes(self) -> list[Stroke]:
        """Everything drawn; a stroke still under the pen is not yet in it."""
        return [list(stroke) for stroke in self._strokes]

    @property
    def is_blank(self) -> bool:
        return not any(len(stroke) > 1 for stroke in self._strokes)

    @property
    def size_used(self) -> tuple[float, float]:
        """Width and height of the pad in the unit of the strokes."""
        return float(self.width()), float(self.height())

    def clear(self) -> None:
        self._strokes, self._open = [], None
        self._fresh_sheet()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(520, 220)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._by:
            self._begin("mouse", event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._by == "mouse":
            self._go_on(event.position(), 0.5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._by == "mouse":
            self._go_on(event.position(), 0.5)
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        place, pressure = event.position(), event.pressure()
        if event.type() == QEvent.Type.TabletPress:
            self._begin("tablet", place, pressure)
        elif event.type() == QEvent.Type.TabletMove and self._by == "tablet":
            self._go_on(place, pressure)
        elif event.type() == QEvent.Type.TabletRelease and self._by == "tablet":
            self._go_on(place, pressure)
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        points = event.points()
        device = event.device()
        # A finger beside a working pen is the heel of the hand.
        if not points or self._by in ("tablet", "mouse") or not isinstance(device, QPointingDevice):
            return
        first = points[0]
        has_pressure = bool(device.capabilities() & QInputDevice.Capability.Pressure)
        pressure = first.pressure() if has_pressure else 0.5
        if event.type() == QEvent.Type.TouchBegin:
            self._begin("touch", first.position(), pressure)
        elif event.type() == QEvent.Type.TouchUpdate and self._by == "touch":
            self._go_on(first.position(), pressure)
        elif event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) and self._by == "touch":
            self._end()

    def _begin(self, by: str, place: QPointF, pressure: float) -> None:
        if not self._clock.isValid():
            self._clock.start()
        self._by = by
        self._open = [(place.x(), place.y(), int(self._clock.elapsed()), pressure)]
        if not self._strokes:
            # The hint goes as a whole, not piece by piece under the pen.
            self.update()

    def _go_on(self, place: QPointF, pressure: float) -> None:
        if self._open is None:
            return
        point: Point = (place.x(), place.y(), int(self._clock.elapsed()), pressure)
        last = self._open[-1]
        if (last[0], last[1]) == (point[0], point[1]):
            return
        self._open.append(point)
        self._draw_piece(last, point)

    def _end(self) -> None:
        if self._open is not None and len(self._open) > 1:
            self._strokes.append(self._open)
        self._open, self._by = None, ""
        self.changed.emit()

    def _draw_piece(self, a: Point, b: Point) -> None:
        painter = QPainter(self._sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 1.4 + 3.2 * (a[3] + b[3]) / 2
        painter.setPen(QPen(INK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(a[0], a[1]), QPointF(b[0], b[1]))
        painter.end()
        left, top = int(min(a[0], b[0])) - 5, int(min(a[1], b[1])) - 5
        self.update(left, top, int(abs(a[0] - b[0])) + 11, int(abs(a[1] - b[1])) + 11)

    def _fresh_sheet(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sheet = QPixmap(max(int(self.width() * ratio), 1), max(int(self.height() * ratio), 1))
        self._sheet.setDevicePixelRatio(ratio)
        self._sheet.fill(Qt.GlobalColor.transparent)
        for stroke in self._strokes:
            for a, b in itertools.pairwise(stroke):
                self._draw_piece(a, b)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fresh_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.setPen(QPen(self.palette().mid().color(), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        base = int(self.height() * 0.78)
        painter.setPen(QPen(self.palette().mid().color(), 1, Qt.PenStyle.DashLine))
        painter.drawLine(16, base, self.width() - 16, base)
        if not self._strokes and self._open is None and self._hint:
            painter.setPen(HINT)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._hint)
        painter.drawPixmap(0, 0, self._sheet)


def as_data(strokes: list[Stroke]) -> list[list[list[Any]]]:
    """Strokes as lists, for the service."""
    return [[[x, y, t, pressure] for x, y, t, pressure in stroke] for stroke in strokes]
