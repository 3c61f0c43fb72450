"""Dates and times typed as digits, the way a clerk writes them."""

from __future__ import annotations

import datetime
import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import tr

_DATE = re.compile(r"^(\d{4})\D*?(\d{1,2})\D+(\d{1,2})\D?$|^(\d{4})(\d{2})(\d{2})$")
_TIME = re.compile(r"^(\d{1,2})\D(\d{1,2})\D?$|^(\d{2})(\d{2})$")


def read_date(text: str) -> datetime.date | None:
    """Understands 2026-03-20, 2026年3月20日, 2026.3.20 and 20260320; None for no real day."""
    found = _DATE.match(text.strip())
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> datetime.time | None:
    """Understands 9:40, 9时40分 and 0940; None for no real time."""
    found = _TIME.match(text.strip())
    if not found:
        return None
    hour, minute = (int(part) for part in found.groups() if part is not None)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """The widget is drawn as wrong, or as right again."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class DateEntry(QLineEdit):
    """A day; ``value`` is None while there is none."""

    changed = Signal()

    def __init__(self, value: datetime.date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("如 2026-03-20 或 20260320"))
        self.setMinimumWidth(150)
        self.editingFinished.connect(self._tidy)
        self.textChanged.connect(self._typed)
        self.set_value(value)

    @property
    def value(self) -> datetime.date | None:
        return read_date(self.text())

    def set_value(self, value: datetime.date | None) -> None:
        self.setText(value.isoformat() if value else "")

    @property
    def problem(self) -> str:
        if self.text().strip() and self.value is None:
            return tr("没有这一天。请按 2026-03-20 这样填写。")
        return ""

    def _typed(self) -> None:
        mark_wrong(self, bool(self.text().strip()) and self.value is None and len(self.text()) >= 8)
        self.changed.emit()

    def _tidy(self) -> None:
        if self.value is not None:
            self.setText(self.value.isoformat())
        mark_wrong(self, bool(self.problem))


class MomentEntry(QLineEdit):
    """A day with a time of day in the zone of ``zone``; ``value`` is None while there is none."""

    changed = Signal()

    def __init__(
        self,
        value: datetime.datetime | None = None,
        *,
        zone: datetime.tzinfo | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = zone or datetime.timezone(datetime.timedelta(hours=8))
        self.setPlaceholderText(tr("如 2026-03-20 9:40"))
        self.setMinimumWidth(190)
        self.editingFinished.connect(self._tidy)
        self.textChanged.connect(self._typed)
        self.set_value(value)

    @property
    def value(self) -> datetime.datetime | None:
        parts = re.split(r"[ T日]+", self.text().strip(), maxsplit=1)
        if len(parts) != 2:
            return None
        day, time = read_date(parts[0] + ("日" if "月" in parts[0] else "")), read_time(parts[1])
        return datetime.datetime.combine(day, time, self._zone) if day and time is not None else None

    def set_value(self, value: datetime.datetime | None) -> None:
        self.setText(value.astimezone(self._zone).strftime("%Y-%m-%d %H:%M") if value else "")

    @property
    def problem(self) -> str:
        if self.text().strip() and self.value is None:
            return tr("日期或时间不对。请按 2026-03-20 9:40 这样填写。")
        return ""

    def _typed(self) -> None:
        mark_wrong(self, False)
        self.changed.emit()

    def _tidy(self) -> None:
        if self.value is not None:
            self.set_value(self.value)
        mark_wrong(self, bool(self.problem))
