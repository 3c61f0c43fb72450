"""From a passphrase to keys: one Argon2id run, then one labelled key for each use."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from app.errors import NotPossibleNow

KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs: passes, memory in KiB, lanes (RFC 9106)."""

    passes: int
    memory_kib: int
    lanes: int

    def at_least(self, floor: Cost) -> bool:
        """Whether a guess costs no less than at ``floor``; lanes are speed for the honest, not cost."""
        return self.passes >= floor.passes and self.memory_kib >= floor.memory_kib


COURT_COST = Cost(passes=4, memory_kib=256 * 1024, lanes=4)
"""About 0.7 s a guess on the machine measured for the design."""

PRACTICE_COST = Cost(passes=1, memory_kib=64, lanes=1)
"""For practice courts and tests only: nothing secret is ever behind it."""

_MOST_PASSES = 64
_MOST_MEMORY_KIB = 4 * 1024 * 1024
_MOST_LANES = 64


def check_cost(cost: Cost, *, practice: bool) -> None:
    """Refuses a cost below the court's (but for practice), and one that would only exhaust the machine."""
    if not practice and not cost.at_least(COURT_COST):
        raise NotPossibleNow("kdf_cost_too_low")
    sane = (
        1 <= cost.passes <= _MOST_PASSES
        and 1 <= cost.lanes <= _MOST_LANES
        and 8 * cost.lanes <= cost.memory_kib <= _MOST_MEMORY_KIB
    )
    if not sane:
        raise NotPossibleNow("slot_damaged")


def root_of(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32 bytes that stand for a passphrase; NFC first, so that every input method types the same one."""
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    argon = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return argon.derive(typed)
    except MemoryError:
        raise NotPossibleNow("memory_short") from None


def labelled(root: bytes, label: str) -> bytes:
    """The 32-byte key for one use of ``root``; keys of two labels tell nothing of each other (RFC 5869)."""
    return HKDFExpand(algorithm=hashes.SHA256(), length=KEY_BYTES, info=label.encode("utf-8")).derive(root)


def salted(key: bytes, salt: bytes, label: str) -> bytes:
    """As ``labelled``, for a key that is used anew with each salt."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=label.encode("utf-8")).derive(key)
