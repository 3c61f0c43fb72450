"""The line where a turn is typed: Enter ends it, a key picks who speaks; no keystroke touches the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.i18n import tr
from ui.widgets.text import BoundedText


class TurnEntry(BoundedText):
    """Enter ends the turn, Shift+Enter begins a paragraph; an input method's own Enter never ends a turn."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("F 键选发言人，打字，Enter 说完一句，Shift+Enter 换行"))
        self.setAccessibleName(tr("正在记录的一句"))
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(line * 3 + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.ended.emit()
            return
        super().keyPressEvent(event)
