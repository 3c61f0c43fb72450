"""The lease of a laptop: days of use since the court was last seen; it warns, and never locks what is open."""

from __future__ import annotations

import datetime
import hashlib
import hmac
from dataclasses import dataclass, replace

from app.clock import Clock
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys import device_keys
from app.keys.events import note
from app.storage.database import Database

DAY_MS = 24 * 3600 * 1000
WARN_DAYS = 5
_TOLERANCE_MS = 10 * 60 * 1000
_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 10
_MOST_EXTENSION_DAYS = 99


@dataclass(frozen=True)
class Lease:
    """What is counted since the last court head, and where both clocks stood when it was last counted."""

    days: int
    used_ms: int
    claimed_ms: int
    boot: str
    monotonic_ms: int
    wall: datetime.datetime
    jumped: bool
    extensions: int

    def at(self, clock: Clock) -> Lease:
        """The lease at this moment.

        Use is measured time, summed over boots. Claimed time is the wall clock's, but within a boot no faster
        than measured, and between boots no leap back and none longer than the lease: those are jumps of the
        clock, which are noted and count for nothing.
        """
        now, measured = clock.now(), clock.monotonic_ms()
        claimed = (now - self.wall) // datetime.timedelta(milliseconds=1)
        same = self.boot == clock.boot_id
        # Where a boot can't be told from a restart of the program, its measured time may reach far back.
        used = max(0, measured - self.monotonic_ms) if same else 0
        if same:
            counted = used
            jumped = abs(claimed - used) > _TOLERANCE_MS
        else:
            counted = claimed if 0 <= claimed <= self.days * DAY_MS else 0
            jumped = claimed < -_TOLERANCE_MS or claimed > self.days * DAY_MS
        return replace(
            self,
            used_ms=self.used_ms + used,
            claimed_ms=self.claimed_ms + counted,
            boot=clock.boot_id,
            monotonic_ms=measured,
            wall=now,
            jumped=self.jumped or jumped,
        )

    @property
    def days_left(self) -> int:
        """Whole days left, rounded up; 0 when it is over."""
        spent = max(self.used_ms, self.claimed_ms)
        return max(0, -(-(self.days * DAY_MS - spent) // DAY_MS))

    @property
    def state(self) -> str:
        """``good``, ``warning`` (few days, or the clock jumped) or ``over``."""
        if self.days_left == 0:
            return "over"
        return "warning" if self.days_left <= WARN_DAYS or self.jumped else "good"


def begin_lease(database: Database, clock: Clock, days: int) -> None:
    """The lease runs from now, for ``days`` days."""
    _store(database, Lease(days, 0, 0, clock.boot_id, clock.monotonic_ms(), clock.now(), False, 0))


def count_lease(database: Database, clock: Clock) -> Lease:
    """The lease now, with the time since it was last counted added; call it every few minutes of use."""
    lease = _held(database).at(clock)
    _store(database, lease)
    return lease


def lease_here(database: Database, clock: Clock) -> Lease | None:
    """The lease of this laptop, counted up to now; None where there is none, as at the court's own desk."""
    return count_lease(database, clock) if _leased(database) else None


def court_seen(database: Database, clock: Clock, days: int | None = None) -> None:
    """A signed head of the court was verified: the lease runs anew, for ``days`` if the court has set them."""
    if not _leased(database):
        return
    held = _held(database)
    fresh = replace(
        held,
        days=days or held.days,
        used_ms=0,
        claimed_ms=0,
        boot=clock.boot_id,
        monotonic_ms=clock.monotonic_ms(),
        wall=clock.now(),
        jumped=False,
    )
    _store(database, fresh)


def require_lease(database: Database, clock: Clock) -> None:
    """Refuses a new sitting or a new case with ``lease_over``.

    Never asked by what saves, verifies or exports, nor by a sitting that is open (design, section 5).
    """
    lease = lease_here(database, clock)
    if lease is not None and lease.state == "over":
        raise NotPossibleNow("lease_over")


def extension_code(lease_key: bytes, device: str, extensions: int, days: int) -> str:
    """The court's side: the code that extends the lease by ``days`` (1 to 99), good once, for the telephone."""
    said = f"{device} {extensions} {days}".encode()
    digest = hmac.new(lease_key, b"xunhui-lease\x00" + said, hashlib.sha256).digest()
    letters = "".join(_CODE_LETTERS[byte % len(_CODE_LETTERS)] for byte in digest[:_CODE_LENGTH])
    return f"{days:02d}-{letters[:5]}-{letters[5:]}"


def extend_lease(database: Database, clock: Clock, code: str, officers: tuple[str, str]) -> Lease:
    """The lease is longer by the days that the code names; entered by two officers who are signed in.

    Refuses with ``two_officers_needed`` and ``wrong_court_code``; each code is good once.
    """
    if len(set(officers)) != 2:
        raise NeedsCorrection("two_officers_needed")
    lease = _held(database).at(clock)
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    days = int(letters[:2]) if letters[:2].isascii() and letters[:2].isdigit() else 0
    device = device_keys.device_key(database).device_id
    right = extension_code(device_keys.secret(database, device_keys.LEASE), device, lease.extensions, days)
    if not 0 < days <= _MOST_EXTENSION_DAYS or not hmac.compare_digest(
        right.replace("-", "").encode(), letters.encode()
    ):
        raise NeedsCorrection("wrong_court_code")
    with database.transaction():
        # What was spent stays spent up to the whole lease, so that the days named are the days given.
        spent = min(max(lease.used_ms, lease.claimed_ms), lease.days * DAY_MS)
        longer = replace(
            lease, used_ms=spent - days * DAY_MS, claimed_ms=spent - days * DAY_MS, extensions=lease.extensions + 1
        )
        _store(database, longer)
        note(database, clock, "lease_extended", officers[0], officers[1])
    return longer


def _leased(database: Database) -> bool:
    """Whether this laptop has a lease: the court's own desk has none."""
    return bool(database.query("SELECT 1 FROM key_lease"))


def _held(database: Database) -> Lease:
    rows = database.query("SELECT * FROM key_lease")
    if not rows:
        raise NotPossibleNow("key_missing", name="lease")
    row = rows[0]
    return Lease(
        row["days"],
        row["used_ms"],
        row["claimed_ms"],
        row["boot"],
        row["monotonic_ms"],
        datetime.datetime.fromisoformat(row["wall"]),
        bool(row["jumped"]),
        row["extensions"],
    )


def _store(database: Database, lease: Lease) -> None:
    database.execute(
        "INSERT OR REPLACE INTO key_lease"
        " (one, days, used_ms, claimed_ms, boot, monotonic_ms, wall, jumped, extensions)"
        " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            lease.days,
            lease.used_ms,
            lease.claimed_ms,
            lease.boot,
            lease.monotonic_ms,
            lease.wall.isoformat(),
            int(lease.jumped),
            lease.extensions,
        ),
    )
