"""A drop-down of a few values, each with its words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox


class Combo(QComboBox):
    """A drop-down of (value, words) that lets the wheel scroll the page instead of changing the value."""

    def __init__(self, choices: list[tuple[str, str]], value: str | None = None, *, editable: bool = False) -> None:
        super().__init__()
        self.setEditable(editable)
        self.offering = False
        """Whether choices are being put in, which is nobody's pick."""
        self.setProperty("focusPolicy", "StrongFocus")
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_choices(choices, value)

    def set_choices(self, choices: list[tuple[str, str]], value: str | None = None) -> None:
        """The choices are these from now on; told as a change only if another is picked than before."""
        before = self.value
        picked = (choices[0][0] if len(choices) == 1 else "") if value is None else value
        if picked == before and choices == [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            return
        with QSignalBlocker(self):
            self.clear()
            for key, words in choices:
                self.addItem(words, key)
            # Nothing is picked for an officer where there is something to decide.
            self.setCurrentIndex(0 if len(choices) == 1 else -1)
            if value is not None:
                self.set_value(value)
        if self.value != before:
            self.offering = True
            self.currentIndexChanged.emit(self.currentIndex())
            self.offering = False

    @property
    def value(self) -> str:
        """The choice that is picked, or named by its words; else what is typed, where other words may be."""
        if not self.isEditable():
            return str(self.currentData() or "")
        typed = self.currentText().strip()
        named = self.findText(typed)
        return str(self.itemData(named)) if named >= 0 else typed

    def set_value(self, value: str) -> None:
        at = self.findData(value)
        if not value and not self.isEditable():
            self.setCurrentIndex(-1)
        elif at >= 0:
            self.setCurrentIndex(at)
        elif self.isEditable():
            self.setEditText(value)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()
