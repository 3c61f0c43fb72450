"""A column of lines that come anew with each reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.widgets.tab_order import TabPlace


class Lines(QWidget):
    """The keyboard stays on the button that says the same, or at its place, or goes on to what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._place = TabPlace(self)

    def put(self, lines: Sequence[QWidget]) -> None:
        """These lines stand there from now on, and no others."""
        before, was = self._buttons(), [self.column.itemAt(at).widget() for at in range(self.column.count())]
        at = next((at for at, one in enumerate(before) if one.hasFocus()), None)
        for line in lines:
            self.column.addWidget(line)
            # A layout shows what it was given a moment later, and what is not shown can't take the keyboard.
            line.show()
        for line in was:
            self.column.removeWidget(line)
        now = self._buttons()
        self._place.put(now)
        if at is not None and now:
            words = before[at].text()
            next((one for one in now if one.text() == words), now[min(at, len(now) - 1)]).setFocus()
        elif at is not None:
            self.focusNextChild()
        for line in was:
            line.hide()
            line.deleteLater()

    def _buttons(self) -> list[QAbstractButton]:
        lines = [self.column.itemAt(at).widget() for at in range(self.column.count())]
        return [
            one
            for line in lines
            for one in ([line] if isinstance(line, QAbstractButton) else line.findChildren(QAbstractButton))
        ]
