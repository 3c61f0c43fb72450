"""The list of pages at the left, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget


class Side(QWidget):
    """Arrow keys move, Enter opens; ``narrow`` leaves out the keys where the screen is small."""

    wanted = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str, str]], owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 6, 4, 6)
        column.setSpacing(1)
        self._buttons: dict[str, QPushButton] = {}
        self._words = {name: (words, key) for name, words, key in entries}
        self._narrow = False
        for name, words, key in entries:
            made = QPushButton(words)
            made.setCheckable(True)
            made.setToolTip(f"{words}  {key}")
            made.setAccessibleName(words)
            made.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.activated.connect(lambda name=name: self.wanted.emit(name))
            column.addWidget(made)
            self._buttons[name] = made
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.narrow(False)

    @property
    def names(self) -> list[str]:
        return list(self._buttons)

    def mark(self, name: str) -> None:
        """The page of that name is the open one."""
        for key, made in self._buttons.items():
            made.setChecked(key == name)

    def narrow(self, yes: bool) -> None:
        """On a small screen the words stay and the keys go."""
        self._narrow = yes
        widest = 0
        for name, made in self._buttons.items():
            words, key = self._words[name]
            made.setText(words if yes else f"{words}\t{key}")
            bold = QFont(made.font())
            bold.setBold(True)  # as the name of the open page is
            metrics = QFontMetrics(bold)
            space = 44 if yes else metrics.horizontalAdvance(key) + 46
            widest = max(widest, metrics.horizontalAdvance(words) + space)
        self.setFixedWidth(min(widest, 300))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.narrow(self._narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self._buttons.values())
        at = next((number for number, made in enumerate(buttons) if made.hasFocus()), -1)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and at >= 0:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            buttons[(at + step) % len(buttons)].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and at >= 0:
            buttons[at].click()
        else:
            super().keyPressEvent(event)
