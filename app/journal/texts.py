"""What a text told in an entry may hold: it is kept, signed and printed for ever, so nothing that the eye misses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.errors import NeedsCorrection

LONGEST = 1_000_000
"""Characters in one text; a whole day's record has a tenth of it."""

# Control characters but tab and line ends, direction marks and overrides (the eye reads another order than the bytes
# say), Unicode's own line ends, and halves of characters, which no encoding can write.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def unseen_in(text: str) -> str:
    """The first character that may not stand in a text, as "U+202E"; empty where there is none."""
    found = _UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def check_texts(fields: Mapping[str, object]) -> None:
    """Every text in ``fields``, however deep, can be kept and read as it was written.

    Refuses ``character_not_allowed`` and ``text_too_long``, with ``where``, the place within the fields.
    """
    for where, text in _texts(fields, ""):
        if len(text) > LONGEST:
            raise NeedsCorrection("text_too_long", where=where, length=len(text), most=LONGEST)
        if found := unseen_in(text):
            raise NeedsCorrection("character_not_allowed", where=where, character=found)


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield where, str(name)
            yield from _texts(inner, f"{where}.{name}" if where else str(name))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{where}[{number}]")
