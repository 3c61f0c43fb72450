"""Reads the lines a template renders to, one block a line; the directives are those of ``templates/README``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# A template's environment maps these signs inside inserted values, so that a value can never be a directive.
HIDDEN = {"\ue000": "@", "\ue001": "|", "\ue003": "[", "\ue004": "<", "\ue005": "^"}
NEWLINE = "\ue002"
_UNHIDE = str.maketrans({**HIDDEN, NEWLINE: "\n"})
NARROWEST = 3
"""Per cent of the text area that a column takes at least: less holds no character."""
_SHARE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,4})?")
_CHECK = re.compile(r"(?:^|\s*;\s*)\[([xX ]?)\]\s*")

PARAGRAPH_STYLES = frozenset(
    {"body", "court", "title", "number", "left", "center", "right", "heading", "kai", "small", "note"}
)


@dataclass(frozen=True)
class Paragraph:
    """Running text; ``style`` is body or the directive's name."""

    style: str
    text: str


@dataclass(frozen=True)
class Blank:
    """One empty line."""


@dataclass(frozen=True)
class Turn:
    """What one speaker said, hung under the speaker's code."""

    speaker: str
    text: str


@dataclass(frozen=True)
class Cell:
    """A table cell with the columns and rows it spans; ``text`` may hold newlines."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A ruled table: widths in per cent, and rows of cells (None where another cell spans)."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    header: bool


@dataclass(frozen=True)
class Checks:
    """Boxes to tick, several in a line."""

    items: tuple[tuple[bool, str], ...]


@dataclass(frozen=True)
class OfficerLine:
    """审判员 林正和 in the closing."""

    post: str
    name: str


@dataclass(frozen=True)
class DateLine:
    """The date of the closing, which the seal covers."""

    text: str


@dataclass(frozen=True)
class Stamp:
    """本件与原本核对无异, between the date and the clerk."""

    text: str


@dataclass(frozen=True)
class SignBox:
    """A place to sign, or with ``thumb`` a place for a thumbprint; ``box`` is its id."""

    box: str
    label: str
    thumb: bool = False


@dataclass(frozen=True)
class Cut:
    """The line along which a two-part paper is cut."""

    text: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True)
class Qr:
    """A QR code of a text."""

    text: str


Block = Paragraph | Blank | Turn | Table | Checks | OfficerLine | DateLine | Stamp | SignBox | Cut | PageBreak | Qr


class BadMarkup(ValueError):
    """A template that renders to something this page does not know: a bug in the template, not in the case."""


def plain(text: str) -> str:
    """Text as it will be printed: hidden signs back, every kind of line end one newline, ends trimmed."""
    text = text.translate(_UNHIDE)
    for end in ("\r\n", "\r", "\u2028", "\u2029", "\x85"):
        text = text.replace(end, "\n")
    return text.strip(" \t\n")


def _paragraphs(style: str, text: str) -> list[Block]:
    return [Paragraph(style, part.strip(" \t")) for part in plain(text).split("\n") if part.strip(" \t")]


def _halves(rest: str) -> tuple[str, str]:
    first, _, second = rest.partition("|")
    return plain(first), plain(second)


def _turn(rest: str) -> list[Block]:
    speaker, text = _halves(rest)
    first, *more = text.split("\n")
    return [Turn(speaker, first), *(Turn("", part) for part in more if part.strip())]


def _checks(rest: str) -> list[Block]:
    parts = _CHECK.split(rest)
    items = [(mark in ("x", "X"), plain(text)) for mark, text in zip(parts[1::2], parts[2::2], strict=True)]
    if not items:
        raise BadMarkup(f"@check without [ ]: {rest[:20]}")
    return [Checks(tuple(items))]


def _sign(rest: str) -> list[Block]:
    return [SignBox(*_halves(rest))]


def _thumb(rest: str) -> list[Block]:
    return [SignBox(*_halves(rest), thumb=True)]


def _officer(rest: str) -> list[Block]:
    return [OfficerLine(*_halves(rest))]


_ONE_LINE: dict[str, Callable[[str], list[Block]]] = {
    "turn": _turn,
    "check": _checks,
    "sign": _sign,
    "thumb": _thumb,
    "officer": _officer,
    "blank": lambda rest: [Blank()],
    "pagebreak": lambda rest: [PageBreak()],
    "date": lambda rest: [DateLine(plain(rest))],
    "stamp": lambda rest: [Stamp(plain(rest))],
    "cut": lambda rest: [Cut(plain(rest))],
    "qr": lambda rest: [Qr(plain(rest))],
}


def parse(lines: str) -> list[Block]:
    """The blocks of a rendered template, in order. Only a real line feed ends a line; an unknown directive is a bug."""
    blocks: list[Block] = []
    source = iter(lines.split("\n"))
    for line in source:
        line = line.strip(" \t\r")
        if not line:
            continue
        if not line.startswith("@"):
            blocks += _paragraphs("body", line)
            continue
        directive, _, rest = line[1:].partition(" ")
        if directive == "table":
            rows = []
            for row in source:
                row = row.strip(" \t\r")
                if row == "@end":
                    break
                if row:
                    rows.append(_row(row))
            else:
                raise BadMarkup("@table without @end")
            blocks.append(_table(rest, rows))
        elif directive in PARAGRAPH_STYLES:
            blocks += _paragraphs(directive, rest)
        elif directive in _ONE_LINE:
            blocks += _ONE_LINE[directive](rest)
        else:
            raise BadMarkup(f"@{directive}")
    return blocks


def _row(line: str) -> list[str]:
    directive, _, rest = line.partition(" ")
    if directive not in ("@row", "@merge"):
        raise BadMarkup(f"{directive} inside @table")
    return [cell.strip(" \t") for cell in rest.split("|")]


def _table(rest: str, rows: list[list[str]]) -> Table:
    words = rest.split()
    header = "header" in words
    shares = [word.rstrip("%") for word in words if word != "header"]
    widths = tuple(float(share) for share in shares if _SHARE.fullmatch(share))
    known = len(widths) == len(shares) and all(0 < width >= NARROWEST * sum(widths) / 100 for width in widths)
    if not widths or not known or not rows or any(len(row) > len(widths) for row in rows):
        raise BadMarkup(f"@table {rest}: {len(widths)} columns, rows of {[len(row) for row in rows]}")
    grid = [row + [""] * (len(widths) - len(row)) for row in rows]
    owner = [[(line, column) for column in range(len(widths))] for line in range(len(grid))]
    for line, row in enumerate(grid):
        for column, text in enumerate(row):
            if text == "<<" and column:
                owner[line][column] = owner[line][column - 1]
            elif text == "^^" and line:
                owner[line][column] = owner[line - 1][column]
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for line, owners in enumerate(owner):
        for column, (top, left) in enumerate(owners):
            low, right = spans.get((top, left), (top, left))
            spans[top, left] = (max(low, line), max(right, column))
    for (top, left), (low, right) in spans.items():
        joined = {owner[line][column] for line in range(top, low + 1) for column in range(left, right + 1)}
        if joined != {(top, left)}:
            raise BadMarkup(f"@row joins cells to no rectangle: {' | '.join(grid[low])[:60]}")
    cells = tuple(
        tuple(
            Cell(plain(grid[line][column]), spans[line, column][1] - column + 1, spans[line, column][0] - line + 1)
            if (line, column) in spans
            else None
            for column in range(len(widths))
        )
        for line in range(len(grid))
    )
    return Table(widths, cells, header)
