"""The screen PIN: confirms each signature while the keys are in memory; five wrong ones are the end of that."""

from __future__ import annotations

import hmac
import itertools

from app.clock import Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.derive import SALT_BYTES, Cost, root_of
from app.storage.database import Database

TRIES = 5
SHORTEST = 6
LONGEST = 12
# The verifier lies inside the encrypted database: whoever can read it already holds the key that a PIN guards.
_COST = Cost(passes=1, memory_kib=8 * 1024, lanes=1)


def require_fit(pin: str) -> None:
    """Refuses with ``pin_too_weak`` but for 6 to 12 digits that are no run, no repeat and no doubled half."""
    digits = pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(pin)} if digits else set()
    half = len(pin) // 2
    if not digits or len(set(pin)) < 3 or len(steps) == 1 or pin[:half] * 2 == pin:
        raise NeedsCorrection("pin_too_weak")


class Pins:
    """The PINs of one profile's officers and the tries left; no clock takes part."""

    def __init__(self, database: Database, randomness: Randomness) -> None:
        self.database = database
        self.randomness = randomness
        self._unsaved = dict[str, int]()

    def set(self, officer: str, pin: str) -> None:
        """The officer's PIN is ``pin`` and no wrong try counts; the caller has seen the passphrase."""
        require_fit(pin)
        salt = self.randomness(SALT_BYTES)
        self.database.execute(
            "INSERT INTO key_pin (officer, salt, verifier, wrong) VALUES (?, ?, ?, 0)"
            " ON CONFLICT (officer) DO UPDATE SET salt = excluded.salt, verifier = excluded.verifier, wrong = 0",
            (officer, salt, root_of(pin, salt, _COST)),
        )
        self._unsaved.pop(officer, None)

    def is_set(self, officer: str) -> bool:
        """Whether the officer has a PIN."""
        return bool(self.database.query("SELECT 1 FROM key_pin WHERE officer = ?", (officer,)))

    def wrong(self, officer: str) -> int:
        """Wrong tries since the last right one."""
        rows = self.database.query("SELECT wrong FROM key_pin WHERE officer = ?", (officer,))
        return max(int(rows[0]["wrong"]) if rows else 0, self._unsaved.get(officer, 0))

    def forgive_spent(self, officer: str) -> None:
        """After the passphrase: spent tries are given anew, but fewer wrong ones than that stay counted."""
        if self.wrong(officer) >= TRIES:
            self._save(officer, 0)

    def check(self, officer: str, pin: str) -> None:
        """Returns if the PIN is right.

        Each try is counted, and on disk, before it is looked at, so neither a restart nor a pulled plug gives a
        sixth. Refuses with ``pin_not_set``, ``wrong_pin`` (``tries_left``) and, from the fifth wrong one on,
        ``pin_tries_spent``.
        """
        if self.database.connection.in_transaction:
            raise RuntimeError("a PIN is checked before the act, not inside its transaction")
        rows = self.database.query("SELECT salt, verifier FROM key_pin WHERE officer = ?", (officer,))
        if not rows:
            raise NeedsCorrection("pin_not_set")
        wrong = self.wrong(officer)
        if wrong >= TRIES:
            raise NotPossibleNow("pin_tries_spent")
        self._save(officer, wrong + 1)
        if not hmac.compare_digest(root_of(pin, rows[0]["salt"], _COST), rows[0]["verifier"]):
            if wrong + 1 >= TRIES:
                raise NotPossibleNow("pin_tries_spent")
            raise NeedsCorrection("wrong_pin", tries_left=TRIES - wrong - 1)
        self._save(officer, 0)

    def _save(self, officer: str, wrong: int) -> None:
        self._unsaved[officer] = wrong
        try:
            self.database.execute("UPDATE key_pin SET wrong = ? WHERE officer = ?", (wrong, officer))
        except NotPossibleNow as full:
            # A full disk must not lock the officer out; this process counts on in memory.
            if full.code != "disk_full":
                raise
        else:
            self._unsaved.pop(officer, None)
