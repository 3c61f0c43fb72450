"""The blanks of a paper as a form: each by its type, groups under their heading, tables row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.documents.blanks import Blank
from ui.i18n import term, tr
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.money import MoneyEntry
from ui.words import PAPER_CHOICES, word

Parties = Sequence[tuple[str, str]]
"""Key of each party of the case, and how it is called."""
_MOST_NUMBER = 999_999_999


class BlanksForm(QWidget):
    """Reads and shows the values of blanks by their names; nothing typed is left out of the values."""

    changed = Signal()

    def __init__(self, blanks: Mapping[str, Blank], parties: Parties = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blanks = blanks
        self.form = Form()
        self.tables: dict[str, RowsEntry] = {}
        self.form.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._add(blanks, "", parties)

    def _add(self, blanks: Mapping[str, Blank], path: str, parties: Parties) -> None:
        for name, blank in blanks.items():
            here = f"{path}{name}"
            if blank.type == "group" and blank.fields:
                self.form.section(term(blank.label))
                self._add(blank.fields, f"{here}.", parties)
            elif blank.type == "table" and blank.fields:
                self.form.section(term(blank.label))
                rows = RowsEntry(blank, parties)
                rows.changed.connect(self.changed)
                self.tables[here] = rows
                self.form.add_wide(rows)
            elif blank.type != "group":
                self.form.add(here, term(blank.label), _entry(blank, parties), required=blank.required)

    @property
    def value(self) -> dict[str, Any]:
        """Nested as the blanks are; what is empty is left out."""
        return self._values(self._blanks, "")

    def set_value(self, value: Mapping[str, Any]) -> None:
        """Shows those values, and nothing where there is none."""
        self._put(self._blanks, value, "")

    def point_at(self, path: str, words: str, *, focus: bool = False) -> bool:
        """Says beside the blank what is wrong with it; False where the path is none of this form's."""
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            here = ".".join(parts[:length])
            if here in self.tables:
                return self.tables[here].point_at(parts[length:], words, focus=focus)
            if here in self.form.blanks:
                self.form.show_problem(here, words)
                if focus:
                    self.form.blanks[here].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        inside = next((name for name in self.form.blanks if name.startswith(f"{path}.")), None)
        return inside is not None and self.point_at(inside, words, focus=focus)

    def focus_first_empty(self) -> None:
        """The cursor stands in the first blank in which nothing stands."""
        empty = (entry for name, entry in self.form.blanks.items() if self.form.value(name) in (None, ""))
        if (entry := next(empty, None)) is not None:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problems(self) -> None:
        for name in self.form.blanks:
            self.form.show_problem(name, "")
        for rows in self.tables.values():
            rows.clear_problems()

    def _values(self, blanks: Mapping[str, Blank], path: str) -> dict[str, Any]:
        told = dict[str, Any]()
        for name, blank in blanks.items():
            here = f"{path}{name}"
            if blank.type == "group" and blank.fields:
                value: Any = self._values(blank.fields, f"{here}.")
                # A group of boxes that are all unticked says nothing yet.
                if not blank.required and not any(one not in (False, None) for one in value.values()):
                    value = None
            elif here in self.tables:
                value = self.tables[here].value
            elif here in self.form.blanks:
                value = _read(blank, self.form.value(here))
            else:
                continue
            if value or value is False or value == 0:
                told[name] = value
        return told

    def _put(self, blanks: Mapping[str, Blank], values: Mapping[str, Any], path: str) -> None:
        for name, blank in blanks.items():
            here, value = f"{path}{name}", values.get(name)
            value = blank.default if value is None else value
            if blank.type == "group" and blank.fields:
                self._put(blank.fields, value or {}, f"{here}.")
            elif here in self.tables:
                self.tables[here].set_value(value)
            elif here in self.form.blanks:
                self.form.set_values({here: _shown(blank, value)})


class RowsEntry(QWidget):
    """The rows of a table, each a small form that can be taken away."""

    changed = Signal()

    def __init__(self, blank: Blank, parties: Parties) -> None:
        super().__init__()
        self._blank, self._parties = blank, parties
        self._rows: list[tuple[QWidget, BlanksForm]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        column.addLayout(self._column)
        self.problem_line = label("", "problem")
        self.problem_line.hide()
        column.addWidget(self.problem_line)
        self.more = button(tr("加一行"), self.add_row)
        self.more.setAccessibleName(tr("{table}加一行").format(table=term(blank.label)))
        column.addWidget(flow(self.more))

    def add_row(self, values: Mapping[str, Any] | None = None) -> BlanksForm:
        """One more row, the cursor in its first blank unless it comes with its values."""
        frame, box = panel()
        form = BlanksForm(self._blank.fields, self._parties)
        form.set_value(values or {})
        form.changed.connect(self.changed)
        box.addWidget(form)
        box.addWidget(flow(button(tr("去掉这一行"), lambda: self._take_away(frame))))
        self._column.addWidget(frame)
        self._rows.append((frame, form))
        if values is None:
            next(iter(form.form.blanks.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
        return form

    @property
    def value(self) -> list[dict[str, Any]]:
        """The rows in which something is said."""
        return [
            said for said in (form.value for _, form in self._rows) if any(one is not False for one in said.values())
        ]

    def set_value(self, rows: Sequence[Mapping[str, Any]] | None) -> None:
        for frame, _ in self._rows:
            frame.deleteLater()
        self._rows = []
        for row in rows or ():
            self.add_row(row)

    def point_at(self, parts: Sequence[str], words: str, *, focus: bool = False) -> bool:
        if parts and parts[0].isdigit() and int(parts[0]) <= len(self._rows):
            return self._rows[int(parts[0]) - 1][1].point_at(".".join(parts[1:]), words, focus=focus)
        self.problem_line.setText(words)
        self.problem_line.show()
        if focus:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear_problems(self) -> None:
        self.problem_line.hide()
        for _, form in self._rows:
            form.clear_problems()

    def _take_away(self, frame: QWidget) -> None:
        self._rows = [row for row in self._rows if row[0] is not frame]
        frame.deleteLater()
        self.changed.emit()


class PartyEntry(Combo):
    """One of the case's parties by its key, or another name as typed."""

    changed = Signal()

    def __init__(self, parties: Parties) -> None:
        super().__init__(list(parties), editable=True)
        self.setCurrentIndex(-1)
        self.currentTextChanged.connect(lambda _words: self.changed.emit())


def _entry(blank: Blank, parties: Parties) -> QWidget:
    match blank.type:
        case "party" if parties:
            return PartyEntry(parties)
        case "long_text":
            return LongText(lines=3)
        case "list":
            made = LongText(lines=3)
            made.setPlaceholderText(tr("一行一项"))
            return made
        case "date":
            return DateEntry()
        case "datetime":
            return MomentEntry()
        case "amount":
            return MoneyEntry()
        case "bool":
            return QCheckBox(tr("是"))
        case "choice":
            return KeyedChoice([(one, word(PAPER_CHOICES, one)) for one in blank.choices])
        case "number":
            line = QLineEdit()
            line.setValidator(QIntValidator(0, _MOST_NUMBER, line))
            return line
        case _:
            return QLineEdit()


def _read(blank: Blank, value: Any) -> Any:
    """What the entry holds as the blank takes it."""
    if blank.type == "list":
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]
    if blank.type == "number":
        return int(value) if str(value or "").isdigit() else None
    return value


def _shown(blank: Blank, value: Any) -> Any:
    if blank.type == "list":
        return "\n".join(str(one) for one in value or ())
    if blank.type == "number":
        return "" if value is None else str(value)
    return value
