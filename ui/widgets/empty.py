"""A panel for a page with nothing on it: what is missing, and the button that mends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.flow import flow
from ui.widgets.labels import button, label


class EmptyPanel(QWidget):
    """Says what to do next, with one button for each way."""

    def __init__(self, what: str, next_step: str, ways: list[tuple[str, Callable[[], object]]] | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.addWidget(label(what, "section"))
        column.addWidget(label(next_step, "faint"))
        self.buttons = [button(text, act) for text, act in ways or []]
        if self.buttons:
            column.addWidget(flow(*self.buttons))
        column.addStretch(1)
        self.setAccessibleName(f"{what} {next_step}")
