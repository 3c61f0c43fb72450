"""The elements (要素) that the cause's form asks of who files, each with a line to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.rules.elements import Element
from ui.i18n import printed, term
from ui.widgets.form_rows import FormRows
from ui.widgets.labels import label


class ElementsForm(QWidget):
    """What was answered stays while another cause asks for the same."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = FormRows(self)
        self.lines: dict[str, QLineEdit] = {}

    def offer(self, asked: Sequence[Element]) -> None:
        """These elements are asked from now on."""
        if [element.name for element in asked] == list(self.lines):
            return
        kept = self.values()
        self._rows.clear()
        self.lines = {}
        for element in asked:
            line = QLineEdit(kept.get(element.name, ""))
            line.setAccessibleName(term(element.ask))
            line.setPlaceholderText(" / ".join(map(printed, element.options)))
            line.textChanged.connect(lambda _text: self.changed.emit())
            self._rows.add_row(line, label(printed(element.ask), wrap=False))
            self.lines[element.name] = line

    def values(self) -> dict[str, str]:
        """What was answered, by the element's name."""
        return {name: line.text().strip() for name, line in self.lines.items() if line.text().strip()}

    def put(self, values: Mapping[str, str]) -> None:
        """The lines say this; those of which nothing is said are empty."""
        for name, line in self.lines.items():
            line.setText(values.get(name, ""))
