"""Which words of a paper are fixed wording, which come from the case, and which an officer writes on it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.documents.blanks import Blank
from app.documents.blocks import plain
from app.documents.sandbox import END, NAMED, VALUE
from app.documents.template import Template

Kind = Literal["fixed", "told", "free"]
SIGNED_BY = "attendance"
"""The blank that says who was there to sign; it is asked as such, never as a table."""
_PANEL = "panel"
_DIRECTIVE = re.compile(r"@(?P<name>[a-z]+)(?: |$)")
_NO_WORDS = frozenset(("table", "end", "blank", "pagebreak", "stamp", "qr"))
_NAMED_BOX = frozenset(("sign", "thumb"))
_JOINED_CELL = re.compile(r" *\| *(?:<<|\^\^)(?= *(?:\||$))")
_PIECE = re.compile(f"{VALUE}(?P<blank>[^{NAMED}]*){NAMED}(?P<value>[^{END}]*){END}|(?P<fixed>[^{VALUE}]+)")


@dataclass(frozen=True)
class Part:
    """Some words of one line; ``blank`` is the path of the blank they fill, "" for fixed wording."""

    kind: Kind
    text: str
    blank: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the wording; ``heading`` for court and title."""

    parts: tuple[Part, ...]
    heading: bool = False


def free_blanks(template: Template, told: Collection[str]) -> dict[str, Blank]:
    """The blanks an officer writes on the paper itself: its own that are not ``told``, and who sits beside the judge.

    A record of what was said has none: its words are changed where they were said.
    """
    if template.layout == "record" and set(told) - {SIGNED_BY}:
        return {}
    free = {name: blank for name, blank in template.blanks.items() if name not in told and name != SIGNED_BY}
    if _PANEL in template.body and _PANEL not in told:
        free[_PANEL] = template.shared[_PANEL]
    return free


def parts_of(template: Template, blanks: Mapping[str, Any], free: Collection[str]) -> list[Line]:
    """The paper line by line, all words with where they come from; refuses what ``Template.text`` refuses."""
    lines = []
    for line in template.text(blanks, marks=True).splitlines():
        directive = _DIRECTIVE.match(line)
        name = directive["name"] if directive else ""
        if name in _NO_WORDS:
            continue
        words = line[directive.end() :] if directive else line
        words = _JOINED_CELL.sub("", words)
        if name in _NAMED_BOX:
            words = words.partition("|")[2]
        parts = tuple(_parts(words, free))
        if parts:
            lines.append(Line(parts, heading=name in ("court", "title", "heading")))
    return lines


def _parts(words: str, free: Collection[str]) -> Iterator[Part]:
    for match in _PIECE.finditer(words):
        if match["fixed"] is not None:
            yield Part("fixed", match["fixed"].replace("|", "　"))
        elif value := plain(match["value"]):
            yield Part("free" if match["blank"].partition(".")[0] in free else "told", value, match["blank"])
