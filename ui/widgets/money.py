"""An amount of yuan, kept as exact text."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import tr
from ui.widgets.moment import mark_wrong

_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def read_amount(text: str) -> Decimal | None:
    """Understands 36000, 36,000.5, ￥36000 and 36000元; None for anything else or more than two decimals."""
    plain = text.translate(_WIDE).strip().removeprefix("￥").removeprefix("¥").removesuffix("元")
    plain = plain.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"\d{1,15}(\.\d{0,2})?", plain):
        return None
    try:
        return Decimal(plain).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None


class MoneyEntry(QLineEdit):
    """Shows thousands while not being edited; ``value`` is None while there is no amount."""

    changed = Signal()

    def __init__(self, value: Decimal | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("元"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumWidth(130)
        self.textEdited.connect(self._typed)
        self.set_value(value)

    @property
    def value(self) -> Decimal | None:
        return read_amount(self.text()) if self.text().strip() else None

    @property
    def amount_text(self) -> str:
        """The amount as "36000.00"; empty while there is none."""
        return str(self.value) if self.value is not None else ""

    def set_value(self, value: Decimal | None) -> None:
        self.setText(f"{value:,.2f}" if value is not None else "")
        mark_wrong(self, False)

    @property
    def problem(self) -> str:
        if self.text().strip() and self.value is None:
            return tr("金额不对。请只写数字，最多两位小数，如 36000.00。")
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.value is not None:
            self.setText(str(self.value))
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.value is not None:
            self.set_value(self.value)
        mark_wrong(self, bool(self.problem))

    def _typed(self) -> None:
        mark_wrong(self, bool(self.problem))
        self.changed.emit()
