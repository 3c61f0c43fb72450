"""Wrong tries and the growing waits after them, measured in time the machine was on, never by its clock."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.clock import Clock

FREE_TRIES = 2
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 3600


def wait_after(wrong: int) -> int:
    """Seconds to wait after the n-th wrong try: two are free, then 5 s doubling up to an hour."""
    if wrong <= FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(wrong - FREE_TRIES - 1, 20)))


@dataclass(frozen=True)
class Throttle:
    """How many wrong tries, and how much of the wait was left when this boot's clock stood at ``at_ms``."""

    wrong: int = 0
    left_ms: int = 0
    boot: str = ""
    at_ms: int = 0

    def seen(self, clock: Clock) -> Throttle:
        """The same throttle at this moment.

        Only time of the boot that wrote it is taken off: after a restart the wait that was left starts again,
        so neither a restart nor any jump of the clock shortens it.
        """
        now = clock.monotonic_ms()
        passed = max(0, now - self.at_ms) if self.boot == clock.boot_id else 0
        return replace(self, left_ms=max(0, self.left_ms - passed), boot=clock.boot_id, at_ms=now)

    def after_wrong(self, clock: Clock) -> Throttle:
        """One more wrong try; counted before it is looked at, so that pulling the plug does not undo it."""
        wrong = self.wrong + 1
        return Throttle(wrong, wait_after(wrong) * 1000, clock.boot_id, clock.monotonic_ms())

    @property
    def seconds_left(self) -> int:
        """Whole seconds still to wait, rounded up."""
        return -(-self.left_ms // 1000)
