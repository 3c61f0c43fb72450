"""Time and randomness as things handed in, so that no rule and no test reads them by itself."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol

Randomness = Callable[[int], bytes]
"""Gives n random bytes, as ``os.urandom`` does."""

BEIJING = datetime.timezone(datetime.timedelta(hours=8))
"""The courts' legal time; China has no summer time."""


class Clock(Protocol):
    """What the program may know of time: what the wall claims, and what this boot has measured."""

    def now(self) -> datetime.datetime:
        """The claimed wall time, aware."""
        ...

    def monotonic_ms(self) -> int:
        """Milliseconds that this boot has measured; never goes back."""
        ...

    @property
    def boot_id(self) -> str:
        """A name for this boot, so that monotonic times of two boots are never compared."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(BEIJING)

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000

    @property
    def boot_id(self) -> str:
        return _boot_id(os.getpid())


@cache
def _boot_id(process: int) -> str:
    # A process lives in one boot: its name is read once, not with every entry.
    source = Path("/proc/sys/kernel/random/boot_id")
    if source.exists():
        return source.read_text(encoding="ascii").strip()
    # Elsewhere a process is the longest span whose monotonic time is known to be one clock.
    return f"process-{process}"
