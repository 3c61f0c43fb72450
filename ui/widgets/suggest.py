"""A line that offers words while one types; the words come from outside."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class SuggestLine(QLineEdit):
    """``asked`` tells what to look for once typing pauses; ``offer`` shows what was found below the line."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textEdited.connect(lambda _text: self._pause.start())

    def offer(self, words: list[str]) -> None:
        """Shows the words, unless the typed text is already one of them."""
        self._words.setStringList(words)
        if self.hasFocus() and words and self.text().strip() not in words:
            self.completer().complete()
