"""A column of labelled blanks that reads its values, shows what is wrong, and jumps to it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.journal.texts import unseen_in
from ui.i18n import tr
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.form_rows import FormRows
from ui.widgets.identity import IdentityEntry
from ui.widgets.labels import label
from ui.widgets.moment import DateEntry, MomentEntry, mark_wrong
from ui.widgets.money import MoneyEntry
from ui.widgets.text import BoundedText

LONGEST_LINE = 1000
"""Characters of one line: the longest name or address of a register has a fifth of it."""


class LongText(BoundedText):
    """A text of several lines; Tab leaves it, so that the keyboard is never caught."""

    def __init__(self, text: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self._lines = lines
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 22)

    def sizeHint(self) -> QSize:
        return QSize(400, self.fontMetrics().lineSpacing() * self._lines + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter belongs to the page (finish), not to the text.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)


class Form(QWidget):
    """Blanks by name; ``values`` gives plain data, ``problems`` what hinders."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FormRows(self)
        self.blanks: dict[str, QWidget] = {}
        self._labels: dict[str, str] = {}
        self._required: set[str] = set()
        self._problems: dict[str, QLabel] = {}
        self._rows: dict[str, QWidget] = {}
        self._loading = False

    def add(self, name: str, words: str, blank: QWidget, *, required: bool = False) -> QWidget:
        """Adds a blank; its label is its name for screen readers."""
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(1)
        inside.addWidget(blank)
        problem = label(kind="problem")
        problem.hide()
        inside.addWidget(problem)
        name_label = label(f"{words} *" if required else words, wrap=False)
        name_label.setBuddy(blank)
        blank.setAccessibleName(words)
        self._layout.add_row(column, name_label)
        self.blanks[name], self._labels[name], self._problems[name] = blank, words, problem
        self._rows[name] = column
        if required:
            self._required.add(name)
        self._listen(blank)
        return blank

    def add_wide(self, widget: QWidget) -> None:
        """Adds something over the whole width."""
        self._layout.add_row(widget)

    def section(self, words: str) -> None:
        self._layout.add_row(label(words, "section"))

    def show_blank(self, name: str, visible: bool) -> None:
        """A blank that doesn't concern this case is out of sight and of the values' problems."""
        self._layout.show_row(self._rows[name], visible)

    def value(self, name: str) -> Any:
        return read_blank(self.blanks[name])

    def values(self) -> dict[str, Any]:
        """Plain data by name: text, "36000.00", "2026-03-20", ISO moments, bool; None where nothing is."""
        return {name: self.value(name) for name in self.blanks}

    def set_values(self, values: dict[str, Any]) -> None:
        """Puts data into the blanks without telling ``changed``."""
        before, self._loading = self._loading, True
        try:
            for name, value in values.items():
                if name in self.blanks:
                    write_blank(self.blanks[name], value)
        finally:
            self._loading = before

    def clear(self) -> None:
        self.set_values(dict.fromkeys(self.blanks))
        for name in self.blanks:
            self.show_problem(name, "")

    def unreadable(self) -> dict[str, str]:
        """What was typed that can't be taken as it stands, by blank in sight; says it nowhere."""
        return {
            name: words
            for name, blank in self.blanks.items()
            if not self._rows[name].isHidden() and (words := _unreadable(blank))
        }

    def problems(self) -> dict[str, str]:
        """What hinders, by blank; also shown beside each blank."""
        found: dict[str, str] = {}
        unreadable = self.unreadable()
        for name, blank in self.blanks.items():
            if self._rows[name].isHidden():
                continue
            words = unreadable.get(name, "")
            if not words and name in self._required and self.value(name) in (None, "", []):
                words = tr("还没有填：{blank}").format(blank=self._labels[name])
            # An identity entry already says it under its own line.
            self.show_problem(name, "" if isinstance(blank, IdentityEntry) and blank.problem else words)
            if words:
                found[name] = words
        return found

    def check(self) -> bool:
        """True when nothing hinders; otherwise the cursor stands in the first wrong blank."""
        found = self.problems()
        if found:
            self.blanks[next(iter(found))].setFocus(Qt.FocusReason.OtherFocusReason)
        return not found

    def show_problem(self, name: str, words: str) -> None:
        """Says under the blank what is wrong with it; empty words take it away."""
        problem = self._problems[name]
        problem.setText(words)
        problem.setVisible(bool(words))
        if isinstance(self.blanks[name], QLineEdit | QPlainTextEdit | QComboBox):
            mark_wrong(self.blanks[name], bool(words))

    def _listen(self, blank: QWidget) -> None:
        for name in ("changed", "textChanged", "toggled", "currentIndexChanged", "valueChanged"):
            signal = getattr(blank, name, None)
            if signal is not None:
                signal.connect(lambda *_: self._tell(blank))
                break

    def _tell(self, blank: QWidget) -> None:
        if not self._loading and not (isinstance(blank, Combo) and blank.offering):
            self.changed.emit()


def _unreadable(blank: QWidget) -> str:
    """Why what stands in the blank can't be taken; empty where it can."""
    problem = str(getattr(blank, "problem", "") or "")
    text = read_blank(blank)
    if problem or not isinstance(text, str):
        return problem
    if unseen := unseen_in(text):
        return tr("有一个看不见、不能印的符号（{character}）。删掉它重新打字。").format(character=unseen)
    if isinstance(blank, QLineEdit) and len(text) > LONGEST_LINE:
        return tr("太长了：{length} 字，最多 {most} 字。").format(length=len(text), most=LONGEST_LINE)
    return ""


def read_blank(blank: QWidget) -> Any:
    """Gives what a blank holds as plain data."""
    if isinstance(blank, MoneyEntry):
        return blank.amount_text or None
    if isinstance(blank, DateEntry | MomentEntry):
        return blank.value.isoformat() if blank.value is not None else None
    if isinstance(blank, QCheckBox):
        return blank.isChecked()
    if isinstance(blank, QSpinBox):
        return blank.value()
    if isinstance(blank, QPlainTextEdit):
        return blank.toPlainText().strip()
    if isinstance(blank, QLineEdit):
        return blank.text().strip()
    return getattr(blank, "value", None)


def write_blank(blank: QWidget, value: Any) -> None:
    """Puts plain data, as ``read_blank`` gives it, into a blank."""
    if isinstance(blank, MoneyEntry):
        blank.set_value(Decimal(str(value)) if value else None)
    elif isinstance(blank, DateEntry):
        blank.set_value(datetime.date.fromisoformat(str(value)[:10]) if value else None)
    elif isinstance(blank, MomentEntry):
        blank.set_value(datetime.datetime.fromisoformat(str(value)) if value else None)
    elif isinstance(blank, QCheckBox):
        blank.setChecked(bool(value))
    elif isinstance(blank, QSpinBox):
        blank.setValue(int(value or blank.minimum()))
    elif isinstance(blank, QPlainTextEdit):
        blank.setPlainText(str(value or ""))
    elif isinstance(blank, QLineEdit):
        blank.setText(str(value or ""))
    elif isinstance(blank, KeyedChoice):
        blank.set_value(None if value is None else str(value))
    else:
        put: Callable[[Any], None] | None = getattr(blank, "set_value", None)
        if put is not None:
            put("" if value is None else value)
