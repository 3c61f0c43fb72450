"""An identity number that is checked while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.rules.identity import tidied
from ui.widgets.labels import label, set_kind
from ui.widgets.moment import mark_wrong


@dataclass(frozen=True)
class Verdict:
    """What a check says of a number: good, doubtful (may stand), or wrong; and in which words."""

    level: str = "none"
    words: str = ""


class IdentityEntry(QWidget):
    """The number and, below it, what the check says; ``check`` must be quick, it runs at each keystroke."""

    changed = Signal()

    def __init__(self, check: Callable[[str], Verdict], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self.verdict = Verdict()
        self.line = QLineEdit()
        self.line.setMaxLength(24)
        self._words = label(kind="faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._words)
        self._words.hide()
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)

    @property
    def value(self) -> str:
        """The number as papers write it: without blanks, in narrow digits, x written as X."""
        return tidied(self.line.text())

    def set_value(self, value: str) -> None:
        self.line.setText(value)

    def use_check(self, check: Callable[[str], Verdict]) -> None:
        """Another kind of paper has another check."""
        self._check = check
        self._typed()

    @property
    def problem(self) -> str:
        return self.verdict.words if self.verdict.level == "wrong" else ""

    def _typed(self) -> None:
        self.verdict = self._check(self.value) if self.value else Verdict()
        kind = {"good": "good", "doubtful": "warn", "wrong": "problem"}.get(self.verdict.level, "faint")
        set_kind(self._words, kind)
        self._words.setText(self.verdict.words)
        self._words.setVisible(bool(self.verdict.words))
        mark_wrong(self.line, self.verdict.level == "wrong")
        self.changed.emit()
