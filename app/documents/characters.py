"""What each character may do on a line: how many half cells it takes, and where a line may not begin or end (禁则)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from app.errors import NeedsCorrection

NO_START = 1  # 行首禁则
NO_END = 2  # 行末禁则
WORD = 4  # Latin letters and digits: a number is never broken in two
SPACE = 8
BLANK_RIGHT = 16  # a mark whose right half is empty, so that it can be drawn in
BLANK_LEFT = 32
PAIRED = 64  # —— and …… stay together
TICK_BOX = 128  # drawn by rules: fonts disagree about its size
UNIT = 256  # what a number counts: 3月, 36000元, 9001号 do not part where the line can spare the number

# GB/T 15834-2011 clause 5.1: marks that may not begin a line, and those that may not end one.
_CLOSING = "，。、；：？！）》」』】〕〉〗〙”’］｝·‧・％‰℃°～—…"
_OPENING = "（《「『【〔〈〖〘“‘［｛￥＄￡№"
_CLOSING_LATIN = ",.;:?!)]}%'\"/"
_OPENING_LATIN = "([{$#¥£"
_BLANK_RIGHT = "，。、；：）》」』】〕〉〗”’"
_BLANK_LEFT = "（《「『【〔〈〖“‘"
_PAIRED = "—…"
_UNITS = "年月日时点分秒天周岁元角厘万亿号条款项章节人名户份件页册张次个期倍度米里亩吨斤克"
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f")
_SPACES = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f")


@lru_cache(maxsize=65536)
def kind(character: str) -> int:
    """The flags above for one character."""
    flags = 0
    if character in _CLOSING or character in _CLOSING_LATIN:
        flags |= NO_START
    if character in _OPENING or character in _OPENING_LATIN:
        flags |= NO_END
    if character in _BLANK_RIGHT:
        flags |= BLANK_RIGHT
    if character in _BLANK_LEFT:
        flags |= BLANK_LEFT
    if character in "□☐☑":
        flags |= TICK_BOX
    if character in _PAIRED:
        flags |= PAIRED
    if character in _UNITS:
        flags |= UNIT
    if character in _SPACES:
        flags |= SPACE
    elif halves(character) == 1:
        flags |= WORD
    return flags


@lru_cache(maxsize=65536)
def halves(character: str) -> int:
    """Half cells: 1 for Latin letters, digits and their marks, else 2 (ambiguous width is full in Chinese text)."""
    if unicodedata.east_asian_width(character) in "WFA":
        return 2
    # ☑ ✓ and their like count as neutral in Unicode, but Chinese faces draw them a full cell wide.
    return 2 if character >= "\u2190" and unicodedata.category(character) in ("So", "Sm") else 1


@lru_cache(maxsize=65536)
def _verdict(character: str) -> str:
    """keep, drop, or refuse."""
    if character in _INVISIBLE:
        return "drop"
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Mc", "Me"):
        return "refuse"
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return "refuse"
    return "keep"


def printable(text: str, where: str) -> str:
    """The text as it can be set: tabs are spaces, invisible joiners gone, an accent joined to its letter.

    Refuses control characters, right-to-left writing and marks that need shaping: character_not_allowed. A
    surrogate or NUL is a control character. CJK compatibility characters stay as they were written.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    for character in text:
        if character == "\t":
            kept.append(" ")
            continue
        verdict = _verdict(character)
        if verdict == "keep":
            kept.append(character)
        elif verdict == "refuse":
            joined = unicodedata.normalize("NFC", kept[-1] + character) if kept else ""
            if len(joined) != 1 or not unicodedata.combining(character):
                raise NeedsCorrection("character_not_allowed", character=f"U+{ord(character):04X}", where=where)
            kept[-1] = joined
    return "".join(kept)
