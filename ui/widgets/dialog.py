"""A dialog that is as high as its words and rows need at the width it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog


class Dialog(QDialog):
    """Qt sizes one before its words have wrapped, and then cuts the last blank; this one grows, up to the screen."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = self.layout()
        if rows is not None:
            needed = rows.totalMinimumHeightForWidth(self.width())
            self.setMinimumHeight(min(needed, self.screen().availableGeometry().height()))
