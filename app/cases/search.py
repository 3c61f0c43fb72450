"""Turns names, numbers and causes into words that the full-text index finds by one or two characters."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cache, lru_cache

_LATIN = re.compile(r"[0-9a-z]+")


def grams_of(texts: list[str], names: list[str]) -> str:
    """Single characters and neighbouring pairs of every text, the numbers in it, and the pinyin initials of names.

    Initials take every reading of a character, because the usual one is wrong for surnames such as 单, 仇, 区, 曾.
    """
    words = dict[str, None]()
    for text in (*texts, *names):
        folded = _fold(text)
        for match in _LATIN.finditer(folded):
            words[match.group()] = None
            words.update(dict.fromkeys("n" + match.group()[:size] for size in range(1, len(match.group()) + 1)))
        characters = [c for c in folded if c.isalnum() and not c.isascii()]
        words.update(dict.fromkeys(_word(c) for c in characters))
        words.update(dict.fromkeys(_word(a + b) for a, b in itertools.pairwise(characters)))
    for name in names:
        for initials in _initials(name):
            words.update(dict.fromkeys("i" + initials[:size] for size in range(1, len(initials) + 1)))
    return " ".join(words)


def match_of(typed: str) -> str:
    """The full-text query for what was typed; empty where there is nothing to look for."""
    folded = _fold(typed)
    parts = list[str]()
    for match in _LATIN.finditer(folded):
        word = match.group()
        parts.append(f'("n{word}" OR "i{word}")' if word.isalpha() else f'"n{word}"')
    characters = [c for c in folded if c.isalnum() and not c.isascii()]
    if len(characters) == 1:
        parts.append(f'"{_word(characters[0])}"')
    parts.extend(f'"{_word(a + b)}"' for a, b in itertools.pairwise(characters))
    return " AND ".join(parts)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _word(characters: str) -> str:
    """A token that the tokenizer keeps whole for every character, rare ones included: its code points in hex."""
    return "u" + "x".join(f"{ord(c):x}" for c in characters)


@lru_cache(maxsize=4096)
def _initials(name: str) -> tuple[str, ...]:
    characters = [c for c in name if c.isalnum()][:12]
    letters = [_first_letters(c) for c in characters]
    initials = {""}
    for options in letters:
        grown = {start + letter for start in initials for letter in sorted(options)}
        initials = set(sorted(grown)[:64])
    return tuple(sorted(initials))


@cache
def _first_letters(character: str) -> frozenset[str]:
    # Imported when a name is first indexed: its tables take longer to read than the whole window.
    from pypinyin import Style, pinyin

    readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return frozenset(reading[:1] for reading in readings if reading[:1].isascii()) or frozenset((character.lower(),))
