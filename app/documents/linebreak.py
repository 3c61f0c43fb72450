"""Breaks a run of glyphs into lines on the half-cell grid, keeping 禁则 by drawing one mark in or pushing one out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.characters import BLANK_LEFT, BLANK_RIGHT, NO_END, NO_START, PAIRED, SPACE, UNIT, WORD
from app.documents.embed import EmbeddedFont

# A gap larger than this (three cells in a line) would look torn; the line then stays on the grid, short.
WIDEST_SPREAD = 6
WIDEST_FOR_UNIT = 4  # as much as a year takes, so that 2026年 never parts


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as it will be drawn; ``natural`` is its advance and ``shift`` its ink's move, both in 1/1000 em."""

    character: str
    font: EmbeddedFont
    code: int
    natural: int
    halves: int
    kind: int
    tight: bool = False  # a half-cell glyph that must be narrowed to fit


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs of one line with their left edges in half cells from where the line begins."""

    glyphs: tuple[Glyph, ...]
    edges: tuple[float, ...]
    width: float


def may_break(glyphs: Sequence[Glyph], at: int, *, loose: bool = False, whole_dates: bool = False) -> bool:
    """A line may end before glyph ``at``: no forbidden mark begins the next line or ends this one.

    A number and its unit (2026年, 36000元: 数字、年份不能回行, GB/T 9704-1999) and groups of digits
    (0000 0000 0000 0002) part only with ``loose``; with ``whole_dates`` 2026年3月20日 does not part either.
    """
    last, next_ = at - 1, at
    while last > 0 and glyphs[last].kind & SPACE:
        last -= 1
    while next_ < len(glyphs) - 1 and glyphs[next_].kind & SPACE:
        next_ += 1
    before, after = glyphs[last].kind, glyphs[next_].kind
    if after & NO_START or before & NO_END:
        return False
    if next_ - last > 1:
        return loose or next_ - last > 2 or not (_digit(glyphs[last]) and _digit(glyphs[next_]))
    if before & WORD and after & WORD:
        return False
    if after & UNIT and not loose and _digit(glyphs[last]):
        return False
    within_date = last and glyphs[last].character in "年月时" and _digit(glyphs[last - 1]) and _digit(glyphs[next_])
    if whole_dates and within_date:
        return False
    return not (before & PAIRED and after & PAIRED)


def _digit(glyph: Glyph) -> bool:
    return "0" <= glyph.character <= "9"


def break_lines(glyphs: Sequence[Glyph], first: int, rest: int, *, stretch: bool = True) -> list[Line]:
    """Lines of at most ``first`` (the first one) or ``rest`` half cells; only spaces at a break are left out.

    Without ``stretch`` a line that is not full stays as wide as its glyphs, and dates are kept whole.
    """
    lines: list[Line] = []
    start, count = 0, len(glyphs)
    room = first
    while start < count:
        width, end = 0, start
        while end < count and width + glyphs[end].halves <= room:
            width += glyphs[end].halves
            end += 1
        if end == count:
            lines.append(_natural(glyphs[start:end]))
            break
        end = max(end, start + 1)
        if may_break(glyphs, end, whole_dates=not stretch):
            # An odd number of digits leaves half a cell blank, as a mark does: characters keep to the grid.
            line = _natural(_trimmed(glyphs[start:end]))
        elif drawn := _drawn_in(glyphs, start, end, room, stretch):
            end, line = drawn
        else:
            out = _pushed_out(glyphs, start, end, whole_dates=not stretch)
            # A long amount would leave a hole: it then keeps to the line and 元 goes on to the next.
            if stretch and room - _width(glyphs[start:out]) > WIDEST_FOR_UNIT and _parts_unit(glyphs, end):
                out = end
            end = out
            line = _spread(glyphs[start:end], room, stretch)
        lines.append(line)
        start = end
        while start < count and glyphs[start].kind & SPACE and glyphs[start].halves == 1:
            start += 1
        room = rest
    return lines


def _parts_unit(glyphs: Sequence[Glyph], at: int) -> bool:
    """A line may end before glyph ``at`` but for a number that would part from its unit there."""
    return bool(glyphs[at].kind & UNIT) and may_break(glyphs, at, loose=True)


def _width(glyphs: Sequence[Glyph]) -> int:
    return sum(glyph.halves for glyph in glyphs)


def _natural(glyphs: Sequence[Glyph]) -> Line:
    edges, width = [], 0
    for glyph in glyphs:
        edges.append(float(width))
        width += glyph.halves
    return Line(tuple(glyphs), tuple(edges), float(width))


def _trimmed(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    end = len(glyphs)
    while end > 1 and glyphs[end - 1].kind & SPACE:
        end -= 1
    return glyphs[:end]


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[int]:
    """Places where a line may be stretched: not inside a number or word, nor between paired dashes."""
    for at in range(1, len(glyphs)):
        before, after = glyphs[at - 1].kind, glyphs[at].kind
        if (before & WORD and after & WORD) or (before & PAIRED and after & PAIRED):
            continue
        yield at


def _spread(glyphs: Sequence[Glyph], room: int, stretch: bool) -> Line:
    glyphs = _trimmed(glyphs)
    line = _natural(glyphs)
    slack = room - line.width
    if slack <= 0 or slack > WIDEST_SPREAD or not stretch:
        return line
    places = set(_gaps(glyphs))
    if not places:
        return line
    extra, moved = slack / len(places), 0.0
    edges = []
    for at, edge in enumerate(line.edges):
        if at in places:
            moved += extra
        edges.append(edge + moved)
    return Line(line.glyphs, tuple(edges), float(room))


def _drawn_in(glyphs: Sequence[Glyph], start: int, end: int, room: int, stretch: bool) -> tuple[int, Line] | None:
    """One more mark fits if marks on the line give up their empty halves: the last one first, then from the right."""
    stop = end + 1
    if not glyphs[end].kind & (BLANK_RIGHT | NO_START) or glyphs[end].kind & WORD:
        return None
    if stop < len(glyphs) and not may_break(glyphs, stop):
        return None
    taken = glyphs[start:stop]
    excess = _width(taken) - room
    givers = [at for at, glyph in enumerate(taken) if _can_give(taken, at)]
    if excess > len(givers):
        return None
    narrowed = set(givers[len(givers) - excess :]) if excess > 0 else set()
    edges: list[float] = []
    width = 0
    for at, glyph in enumerate(taken):
        if at in narrowed:
            edges.append(float(width - 1 if glyph.kind & BLANK_LEFT else width))
            width += 1
        else:
            edges.append(float(width))
            width += glyph.halves
    line = Line(tuple(taken), tuple(edges), float(width))
    return stop, _pulled(line, room) if stretch else line


def _pulled(line: Line, room: int) -> Line:
    """A drawn-in line that came out half a cell short is spread to the margin."""
    slack = room - line.width
    if slack <= 0 or len(line.glyphs) < 2:
        return line
    step = slack / (len(line.glyphs) - 1)
    return Line(line.glyphs, tuple(edge + step * at for at, edge in enumerate(line.edges)), float(room))


def _can_give(glyphs: Sequence[Glyph], at: int) -> bool:
    return glyphs[at].halves == 2 and bool(glyphs[at].kind & BLANK_RIGHT or (glyphs[at].kind & BLANK_LEFT and at > 0))


def _pushed_out(glyphs: Sequence[Glyph], start: int, end: int, whole_dates: bool) -> int:
    """The last legal break before ``end``; where there is none (one long word), the line is simply full."""
    for whole in (True, False) if whole_dates else (False,):
        for at in range(end - 1, start, -1):
            if may_break(glyphs, at, whole_dates=whole):
                return at
    for at in range(end, start, -1):
        if may_break(glyphs, at, loose=True):
            return at
    for at in range(end, start, -1):
        before, after = glyphs[at - 1].kind, glyphs[at].kind
        if not after & NO_START and not before & NO_END:
            return at
    return end
