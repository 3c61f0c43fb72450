"""A secret in shares, any ``needed`` of which give it back and fewer tell nothing (Shamir over GF(256))."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from app.clock import Randomness
from app.errors import NeedsCorrection

_POLYNOMIAL = 0x11B
_CHECK_BYTES = 3


def _tables() -> tuple[list[int], list[int]]:
    powers, logarithms = [0] * 510, [0] * 256
    value = 1
    for power in range(255):
        powers[power] = powers[power + 255] = value
        logarithms[value] = power
        value ^= value << 1  # times 3, which generates the field of AES
        if value & 0x100:
            value ^= _POLYNOMIAL
    return powers, logarithms


_POWERS, _LOGARITHMS = _tables()


def _times(a: int, b: int) -> int:
    return 0 if a == 0 or b == 0 else _POWERS[_LOGARITHMS[a] + _LOGARITHMS[b]]


def _over(a: int, b: int) -> int:
    return 0 if a == 0 else _POWERS[_LOGARITHMS[a] + 255 - _LOGARITHMS[b]]


def split(secret: bytes, randomness: Randomness, *, needed: int = 2, count: int = 3) -> list[bytes]:
    """``count`` shares, each one byte of position and as many bytes as the secret."""
    if not 1 < needed <= count < 256:
        raise ValueError("shares: 1 < needed <= count < 256")
    rows = [secret, *(randomness(len(secret)) for _ in range(needed - 1))]
    shares = []
    for position in range(1, count + 1):
        share = bytearray([position])
        for place in range(len(secret)):
            value = 0
            for row in reversed(rows):
                value = _times(value, position) ^ row[place]
            share.append(value)
        shares.append(bytes(share))
    return shares


def join(shares: Sequence[bytes]) -> bytes:
    """The secret, if these are enough shares of one split; refused if two are the same or do not match."""
    positions = [share[0] for share in shares if share]
    alike = len({len(share) for share in shares}) == 1
    if len(shares) < 2 or not alike or len(set(positions)) != len(shares) or 0 in positions:
        raise NeedsCorrection("shares_do_not_match")
    secret = bytearray()
    for place in range(1, len(shares[0])):
        value = 0
        for own, share in zip(positions, shares, strict=True):
            weight = 1
            for other in positions:
                if other != own:
                    weight = _times(weight, _over(other, other ^ own))
            value ^= _times(share[place], weight)
        secret.append(value)
    return bytes(secret)


def share_text(share: bytes) -> str:
    """A share for paper: base32 in groups of five, with a check that catches a mistyped letter."""
    checked = share + hashlib.sha256(share).digest()[:_CHECK_BYTES]
    letters = base64.b32encode(checked).decode("ascii").rstrip("=")
    return "-".join(letters[start : start + 5] for start in range(0, len(letters), 5))


def share_from_text(text: str) -> bytes:
    """The share that was typed from paper; refused if the check fails."""
    letters = "".join(text.split()).replace("-", "").upper()
    try:
        checked = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        raise NeedsCorrection("share_mistyped") from None
    share, check = checked[:-_CHECK_BYTES], checked[-_CHECK_BYTES:]
    if hashlib.sha256(share).digest()[:_CHECK_BYTES] != check:
        raise NeedsCorrection("share_mistyped")
    return share
