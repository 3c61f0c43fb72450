"""A clock that a practice day sets: it claims the day's moments and measures this boot's own time."""

from __future__ import annotations

import datetime

from app.clock import SystemClock


def instant(text: str) -> datetime.datetime:
    """The moment that the text says, to be compared; no text is before every other."""
    return datetime.datetime.fromisoformat(text) if text else datetime.datetime.min.replace(tzinfo=datetime.UTC)


class DayClock:
    """Claims the moment it was last set to; monotonic time and boot are the machine's."""

    def __init__(self, moment: datetime.datetime) -> None:
        self._moment = moment
        self._machine = SystemClock()

    def set(self, moment: datetime.datetime) -> None:
        """``now`` is this moment until it is set again."""
        self._moment = moment

    def now(self) -> datetime.datetime:
        return self._moment

    def monotonic_ms(self) -> int:
        return self._machine.monotonic_ms()

    @property
    def boot_id(self) -> str:
        return self._machine.boot_id
