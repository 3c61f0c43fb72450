"""Files of this computer that go with what is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from ui.widgets.flow import FlowBox
from ui.widgets.labels import button, label


class Files(FlowBox):
    """A button that picks them and their names; ``value`` is their paths."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.pick_button = button(words, self._pick)
        self.row.addWidget(self.pick_button)
        self._names = label("", "faint")
        self.row.addWidget(self._names)
        self.value: list[str] = []
        self.setFocusProxy(self.pick_button)

    def set_value(self, value: Sequence[str]) -> None:
        """These files are picked and no other; ``changed`` is not told."""
        self.value = list(value)
        self._names.setText("、".join(Path(path).name for path in self.value))

    def _pick(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self._words)
        if paths:
            self.set_value(paths)
            self.changed.emit()
