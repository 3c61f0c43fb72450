"""The code that the court keeps in a sealed envelope: one of the ways to a new passphrase, good once."""

from __future__ import annotations

import hashlib
import hmac

from app.clock import Randomness
from app.errors import NeedsCorrection
from app.keys import device_keys
from app.storage.database import Database

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 20


def new_code(randomness: Randomness) -> str:
    """Twenty letters and digits (100 bits) in groups of five, without those that look alike."""
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in randomness(_LENGTH))
    return "-".join(letters[start : start + 5] for start in range(0, _LENGTH, 5))


def keep(database: Database, code: str) -> None:
    """The laptop knows the code's digest; the code itself is at the court only."""
    device_keys.put_secret(database, device_keys.RECOVERY, _digest(code))


def spend(database: Database, code: str) -> None:
    """Returns if the code is the court's, which is then used up; refuses with ``wrong_court_code``."""
    kept = device_keys.secret(database, device_keys.RECOVERY)
    if not hmac.compare_digest(_digest(code), kept):
        raise NeedsCorrection("wrong_court_code")
    device_keys.drop_secret(database, device_keys.RECOVERY)


def _digest(code: str) -> bytes:
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(b"xunhui-court-code\x00" + letters.encode("utf-8")).digest()
