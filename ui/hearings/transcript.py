"""The record on screen, turn by turn: what is not yet on disk, and what was corrected, can be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.i18n import tr


@dataclass(frozen=True)
class Said:
    """One finished turn, ``record`` empty until it is on disk; or, without a ``speaker``, a note of 休庭."""

    code: str
    speaker: str
    text: str
    record: str = ""
    corrected_from: str | None = None
    failed: bool = False


class Transcript(QTextEdit):
    """Adding a turn costs the same after three hours as after three minutes."""

    correction_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("庭审笔录"))
        self.said: list[Said] = []
        self.at = -1
        self._plain = QTextCharFormat()
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._struck = QTextCharFormat()
        self._struck.setFontStrikeOut(True)
        self._struck.setForeground(QColor(0x7A, 0x30, 0x30))
        self._fixed = QTextCharFormat()
        self._fixed.setFontUnderline(True)
        self._waiting = QTextCharFormat()
        self._waiting.setForeground(QColor(0x7A, 0x4B, 0x00))

    def sizeHint(self) -> QSize:
        return QSize(300, self.fontMetrics().lineSpacing() * 6)

    def put(self, said: list[Said]) -> None:
        """Shows these turns and no others."""
        self.said = []
        self.at = -1
        self.clear()
        for turn in said:
            self.add(turn)

    def add(self, turn: Said) -> int:
        """Adds a turn at the end and shows it; gives its place."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self.said:
            cursor.insertBlock()
        cursor.setBlockFormat(self._block_format())
        self._write(cursor, turn)
        self.said.append(turn)
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        return len(self.said) - 1

    def on_disk(self, place: int, record: str) -> None:
        """The turn at ``place`` is in the journal as ``record``."""
        self._rewrite(place, replace(self.said[place], record=record, failed=False))

    def not_on_disk(self, place: int) -> None:
        """The turn at ``place`` could not be written; it stays visible as such."""
        self._rewrite(place, replace(self.said[place], failed=True))

    def corrected(self, place: int, text: str) -> None:
        """The turn says ``text`` now, and what it said first stays visible."""
        old = self.said[place]
        self._rewrite(place, replace(old, text=text, corrected_from=old.corrected_from or old.text))

    def _block_format(self) -> QTextBlockFormat:
        wide = self.fontMetrics().horizontalAdvance("审：")
        made = QTextBlockFormat()
        made.setLeftMargin(wide)
        made.setTextIndent(-wide)
        made.setBottomMargin(4)
        return made

    def _write(self, cursor: QTextCursor, turn: Said) -> None:
        if not turn.speaker:
            cursor.insertText(turn.text, self._waiting)
            return
        cursor.insertText(f"{turn.code}：", self._strong)
        # A turn of several paragraphs stays one block, so that places and blocks agree.
        text = turn.text.replace("\n", "\u2028")
        if turn.corrected_from is not None:
            cursor.insertText(turn.corrected_from.replace("\n", "\u2028"), self._struck)
            cursor.insertText(" ", self._plain)
            cursor.insertText(text, self._fixed)
            cursor.insertText(tr("（已更正）"), self._waiting)
        else:
            cursor.insertText(text, self._plain)
        if turn.failed:
            cursor.insertText(tr("　✕ 没有保存"), self._struck)
        elif not turn.record:
            cursor.insertText(" …", self._waiting)

    def _rewrite(self, place: int, turn: Said) -> None:
        self.said[place] = turn
        cursor = QTextCursor(self.document().findBlockByNumber(place))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write(cursor, turn)

    def _mark(self, place: int) -> None:
        self.at = place
        block: QTextBlock = self.document().findBlockByNumber(place)
        selection: Any = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(block)
        selection.format.setBackground(self.palette().highlight().color().lighter(340))
        selection.format.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([selection] if 0 <= place < len(self.said) else [])
        if 0 <= place < len(self.said):
            self.setTextCursor(QTextCursor(block))
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.said and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._mark(self.at if 0 <= self.at < len(self.said) else len(self.said) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setExtraSelections([])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.said:
            self._mark_quietly(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.said:
            self.correction_wanted.emit(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def _mark_quietly(self, place: int) -> None:
        self.at = place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.said:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Up:
            self._mark(max(self.at - 1, 0))
        elif event.key() == Qt.Key.Key_Down:
            self._mark(min(self.at + 1, len(self.said) - 1))
        elif event.key() == Qt.Key.Key_Home:
            self._mark(0)
        elif event.key() == Qt.Key.Key_End:
            self._mark(len(self.said) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.correction_wanted.emit(self.at)
        else:
            super().keyPressEvent(event)
