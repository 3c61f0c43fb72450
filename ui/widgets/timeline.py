"""Moments one below the other, the newest first or last, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


@dataclass(frozen=True)
class Node:
    """One point of a timeline: when, what, and whether it is done, next, or late."""

    when: str
    what: str
    state: str = "done"


class Timeline(QWidget):
    """Draws nodes on a line; wraps long words; grows with its text."""

    _LEFT = 26

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._places: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def nodes(self) -> list[Node]:
        return list(self._nodes)

    def put(self, nodes: Sequence[Node]) -> None:
        self._nodes = list(nodes)
        self.setAccessibleName("；".join(f"{node.when} {node.what}" for node in nodes))
        self._lay()

    def sizeHint(self) -> QSize:
        return QSize(260, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        metrics, y = self.fontMetrics(), 4
        width = max(self.width() - self._LEFT - 8, 80)
        self._places = []
        for node in self._nodes:
            flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
            bounds = metrics.boundingRect(QRect(0, 0, width, 4000), flags, f"{node.when}\n{node.what}")
            self._places.append(QRect(self._LEFT, y, width, bounds.height()))
            y += bounds.height() + 12
        self.setMinimumHeight(y)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        x = 11
        if len(self._places) > 1:
            painter.setPen(palette.mid().color())
            painter.drawLine(x, self._places[0].top() + 10, x, self._places[-1].top() + 10)
        for node, place in zip(self._nodes, self._places, strict=True):
            colour = palette.highlight().color()
            painter.setPen(colour)
            painter.setBrush(colour if node.state == "done" else palette.base())
            if node.state == "late":
                painter.setPen(Qt.GlobalColor.darkRed)
                painter.setBrush(Qt.GlobalColor.darkRed)
            painter.drawEllipse(x - 5, place.top() + 5, 10, 10)
            line = painter.fontMetrics().lineSpacing()
            painter.setPen(palette.placeholderText().color())
            painter.drawText(QRect(place.x(), place.y(), place.width(), line), Qt.AlignmentFlag.AlignLeft, node.when)
            painter.setPen(palette.text().color())
            painter.drawText(
                place.adjusted(0, line, 0, 6),
                int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft),
                node.what,
            )
