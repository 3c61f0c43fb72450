"""A digest in ten words that two people can read to each other over a telephone: 80 bits of it."""

from __future__ import annotations

import hashlib

_FIRST = "红黄蓝白黑大小高长新老金银石木冷"
_SECOND = "马牛山河树花羊鱼门船桥灯米茶笔鼓"
"""No two of a row sound alike, whatever the tone: 红马, 黄马 … 冷鼓 are the 256 words."""
WORDS = 10


def spoken(data: bytes) -> str:
    """The first ten bytes of the SHA-256 of ``data``: each one word of two characters, the words in a line."""
    named = hashlib.sha256(data).digest()[:WORDS]
    return " ".join(_FIRST[byte >> 4] + _SECOND[byte & 15] for byte in named)
