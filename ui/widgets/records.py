"""A short list with a form under it: add, change, take out; everything by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.rows import Column, Row, RowsTable


class Records(QWidget):
    """``rows`` holds what was entered, in order; Ctrl+Enter in the form puts the row in the list."""

    changed = Signal()

    def __init__(
        self,
        words: str,
        columns: Sequence[Column],
        form: Form,
        *,
        fresh: Callable[[], dict[str, Any]] | None = None,
        check: Callable[[dict[str, Any]], dict[str, str]] | None = None,
    ) -> None:
        super().__init__()
        self.form = form
        self._fresh, self._check = fresh, check
        self._rows: list[Row] = []
        self._editing: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table = RowsTable(columns)
        self.table.setMinimumHeight(110)
        self.table.setMaximumHeight(190)
        self.table.setAccessibleName(words)
        self.table.chosen.connect(lambda _row: self.edit(self.table.currentIndex().row()))
        column.addWidget(self.table)
        self.state = label("", "section")
        column.addWidget(self.state)
        column.addWidget(form)
        self.put_button = button(tr("放入列表"), self.put_row, kind="main")
        self.new_button = button(tr("另起一条"), self._begin_another)
        self.drop_button = button(tr("从列表拿掉"), self.drop_row)
        column.addWidget(flow(self.put_button, self.new_button, self.drop_button))
        column.addWidget(label(tr("列表里按 Enter 修改一条，Delete 拿掉一条；表单里按 Ctrl+Enter 放入列表"), "faint"))
        self._words = words
        self.begin()

    @property
    def rows(self) -> list[Row]:
        return [dict(row) for row in self._rows]

    @property
    def untouched(self) -> bool:
        """Nothing waits in the form to be put into the list."""
        fresh = self._fresh() if self._fresh is not None else {}
        return all(not value or value == fresh.get(name) for name, value in self.form.values().items())

    def values(self) -> dict[str, Any]:
        """All that was entered: the ``rows``, what is in the ``form``, and which row (``at``) that is to change."""
        return {"rows": self.rows, "form": self.form.values(), "at": self._editing}

    def set_values(self, values: dict[str, Any]) -> None:
        """Puts data, as ``values`` gives it, back; without telling ``changed``."""
        self._rows = [dict(row) for row in values.get("rows", self._rows)]
        self._editing = values.get("at", self._editing)
        self.form.set_values(values.get("form", {}))
        self._show()
        self._say()

    def clear(self) -> None:
        """Nothing is in the list, nor in the form."""
        self.put([])

    def put(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the form is empty."""
        self._rows = [dict(row) for row in rows]
        self._show()
        self.begin()

    def begin(self) -> None:
        """The form is ready for a new row."""
        self._editing = None
        self.form.clear()
        if self._fresh is not None:
            self.form.set_values(self._fresh())
        self._say()

    def edit(self, at: int) -> None:
        """The form holds the row at ``at`` to be changed."""
        if 0 <= at < len(self._rows):
            self._editing = at
            self.form.clear()
            self.form.set_values(self._rows[at])
            self._say()
            self._to_first_blank()

    def put_row(self) -> bool:
        """The row in the form is in the list, if nothing is wrong with it."""
        if not self.form.check():
            return False
        values = self.form.values()
        wrong = self._check(values) if self._check is not None else {}
        for name, words in wrong.items():
            self.form.show_problem(name, words)
        if wrong:
            self.form.blanks[next(iter(wrong))].setFocus()
            return False
        if self._editing is None:
            self._rows.append(values)
        else:
            self._rows[self._editing] = {**self._rows[self._editing], **values}
        self._show()
        self._begin_another()
        self.changed.emit()
        return True

    def amend(self, at: int, values: Row) -> None:
        """The row at ``at`` holds these values too, which its form need not ask for; what is in the form stands."""
        self._rows[at] |= values
        self._show()
        self.changed.emit()

    def drop_row(self) -> None:
        """The row under the cursor is out of the list."""
        at = self._editing if self._editing is not None else self.table.currentIndex().row()
        if 0 <= at < len(self._rows):
            del self._rows[at]
            self._show()
            self.begin()
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.put_row()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.drop_row()
        else:
            super().keyPressEvent(event)

    def _begin_another(self) -> None:
        self.begin()
        self._to_first_blank()

    def _to_first_blank(self) -> None:
        next(iter(self.form.blanks.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.table.put([{**row, "id": number} for number, row in enumerate(self._rows)])
        self.drop_button.setEnabled(bool(self._rows))

    def _say(self) -> None:
        if self._editing is None:
            self.state.setText(tr("新的一条：{what}").format(what=self._words))
        else:
            self.state.setText(tr("修改第 {number} 条").format(number=self._editing + 1))
        self.drop_button.setEnabled(bool(self._rows))
