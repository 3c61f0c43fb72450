"""One of a few choices, each picked by its digit, by arrows or by mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow import FlowBox
from ui.widgets.line_button import PickButton


class KeyedChoice(FlowBox):
    """While it has the focus 1…9 pick a choice; ``value`` is None until one is picked."""

    changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), value: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=6)
        if parent is not None:
            self.setParent(parent)
        self._flow = self.row
        self._buttons: dict[str, QPushButton] = {}
        self._value: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices, value)

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str | None = None) -> None:
        """The choices are these from now on, as (value, words)."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._buttons = {}
        for number, (key, words) in enumerate(choices, 1):
            made = PickButton(f"{number} {words}" if number < 10 else words)
            made.clicked.connect(lambda _checked=False, key=key: self._picked(key))
            self._flow.addWidget(made)
            self._buttons[key] = made
        self._value = None
        self.set_value(value)

    @property
    def value(self) -> str | None:
        return self._value

    def set_value(self, value: str | None) -> None:
        self._value = value if value in self._buttons else None
        for key, made in self._buttons.items():
            made.setChecked(key == self._value)

    @property
    def problem(self) -> str:
        return ""

    def _picked(self, key: str) -> None:
        was = self._value
        self.set_value(key)
        if was != key:
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._buttons)
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < min(len(keys), 9) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._picked(keys[number])
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space) and keys:
            step = -1 if event.key() == Qt.Key.Key_Left else 1
            at = keys.index(self._value) if self._value in keys else (-1 if step == 1 else 0)
            self._picked(keys[(at + step) % len(keys)])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, on: bool) -> None:
        self.setProperty("ring", on)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.style().unpolish(self)
        self.style().polish(self)
