"""The order in which Tab comes to widgets that are made after their window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class TabPlace(QWidget):
    """Keeps a widget's place in the window's order of Tab for what is made in it later.

    It is never seen and so no stop itself; a widget that takes no focus has no place in the order.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def put(self, stops: Sequence[QWidget]) -> None:
        """Tab comes to these one after the other here, and no longer behind all that was made before them."""
        before: QWidget = self
        for stop in stops:
            QWidget.setTabOrder(before, stop)
            before = stop
