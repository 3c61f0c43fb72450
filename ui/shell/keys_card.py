"""The card of all keys that work on the open page."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.labels import button, label
from ui.widgets.scroll import FocusScroll


class KeysCard(QDialog):
    """Keys at the left, what they do at the right."""

    def __init__(self, rows: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("按键一览"))
        inside = QWidget()
        grid = QGridLayout(inside)
        for number, (key, words) in enumerate(rows):
            grid.addWidget(label(key, "section", wrap=False), number, 0)
            grid.addWidget(label(words), number, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(FocusScroll(inside), 1)
        column.addWidget(button(tr("关闭"), self.accept, kind="main"))
        self.resize(480, 520)
