"""Whether a passphrase is long enough that a copied disk is safe for years."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from app.errors import NeedsCorrection

NEEDED_BITS = 60
"""With the court's Argon2id cost, ten thousand guesses a second would take millions of years."""

_KNOWN = ("password", "passphrase", "qwerty", "asdfgh", "xunhui", "admin", "court", "iloveyou", "woaini")
_HAN_BITS, _LETTER_BITS, _MIXED_BITS, _DIGIT_BITS, _FOLLOWING_BITS = 6.0, 3.5, 4.5, 3.0, 0.5


def strength(passphrase: str, known: Iterable[str] = ()) -> float:
    """A careful estimate in bits: repeats, runs and words everybody knows count for almost nothing."""
    text = unicodedata.normalize("NFC", passphrase)
    for word in (*_KNOWN, *known):
        position = text.casefold().find(word.casefold()) if word else -1
        if position >= 0:
            text = text[:position] + text[position : position + 1] + text[position + len(word) :]
    mixed = text != text.lower() and text != text.upper()
    bits = 0.0
    seen: dict[str, int] = {}
    before = ""
    for letter in text:
        if letter.isspace():
            continue
        seen[letter] = seen.get(letter, 0) + 1
        if (before and abs(ord(letter) - ord(before)) <= 1) or seen[letter] > 4:
            bits += _FOLLOWING_BITS
        elif letter.isdigit():
            bits += _DIGIT_BITS
        elif ord(letter) >= 0x2E80:
            bits += _HAN_BITS
        else:
            bits += _MIXED_BITS if mixed or not letter.isalpha() else _LETTER_BITS
        before = letter
    return bits


def require_strong(passphrase: str, known: Iterable[str] = ()) -> None:
    """Refused unless the passphrase is worth ``NEEDED_BITS``; ``known`` are the officer's own name and id."""
    if strength(passphrase, known) < NEEDED_BITS:
        raise NeedsCorrection("passphrase_too_weak")
