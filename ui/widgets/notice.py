"""A bar above the page that says what happened, what is wrong, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.labels import button, label, set_kind


class NoticeBar(QFrame):
    """Shows one notice at a time; Esc or its button puts it away."""

    closed = Signal()
    wanted = Signal(str)
    """The officer wants to go where the next step is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what: QLabel = label()
        self._next: QLabel = label(kind="faint")
        self._what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addLayout(words, 1)
        self._go = ""
        self.go_button = button(tr("带我去"), lambda: self.wanted.emit(self._go))
        self.go_button.hide()
        row.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignTop)
        self.close_button = button(tr("知道了"), self.clear, kind="quiet")
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown, in one string; empty when nothing is."""
        return "\n".join(part for part in (self._what.text(), self._next.text()) if part)

    def tell(self, what: str, next_step: str = "", *, kind: str = "info", go: str = "") -> None:
        """Shows ``what`` and what to do next, with a button that goes there; kinds: info, good, warn, problem."""
        self._go = go
        self.go_button.setVisible(bool(go))
        set_kind(self, f"notice-{kind}")
        self._what.setText(what)
        self._next.setText(next_step)
        self._next.setVisible(bool(next_step))
        self.setAccessibleName(self.text)
        self.show()

    def clear(self) -> None:
        """Nothing is shown any more."""
        if not self.isHidden():
            self.hide()
            self._what.clear()
            self._next.clear()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
