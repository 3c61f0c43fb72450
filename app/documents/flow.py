"""Strips of a paper, from top to bottom, and how they fall into pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.documents.layout import BINDING, MEASURE, PAGE_HEIGHT, TOP
from app.documents.linebreak import Line
from app.documents.pen import ASCENT, Pen

Paint = Callable[[Pen, float, bool, bool], None]
"""Draws a strip: the pen, its top edge in pt, whether it is the first and the last of its page."""


@dataclass(frozen=True)
class Strip:
    """An undividable piece; ``glue`` keeps it with the next one, ``header`` is drawn again atop a new page."""

    height: float
    paint: Paint
    glue: bool = False
    text: bool = False
    header: tuple[Strip, ...] = ()
    new_page: bool = False
    blank: bool = False


def text_strip(
    line: Line, x: float, size: float, half: float, pitch: float, glue: bool = False, text: bool = True
) -> Strip:
    """A line of glyphs, ``x`` pt from the left margin."""
    drop = (pitch - size) / 2 + size * ASCENT

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        pen.line(line, BINDING + x, top - drop, size, half)

    return Strip(pitch, paint, glue=glue, text=text)


def gap_strip(height: float, glue: bool = False) -> Strip:
    """Empty paper; it vanishes at the head of a page."""
    return Strip(height, lambda pen, top, first, last: None, glue=glue, blank=True)


def centred(line: Line, half: float) -> float:
    """Where a line begins, from the left margin, to stand in the middle."""
    return (MEASURE - line.width * half) / 2


def keep_last_lines(strips: list[Strip]) -> None:
    """What comes next stays on one page with the last two lines of text."""
    wanted = 2
    for at in range(len(strips) - 1, -1, -1):
        if strips[at].new_page:
            break
        strips[at] = replace(strips[at], glue=True)
        if strips[at].text:
            wanted -= 1
            if not wanted:
                break


def keep_closing(strips: list[Strip], closing: Sequence[Strip]) -> None:
    """Add the closing so that it stays together, with at least two lines of text before it on the same page."""
    keep_last_lines(strips)
    strips += [replace(strip, glue=True) for strip in closing[:-1]]
    strips.append(closing[-1])


def paginate(strips: Sequence[Strip], height: float) -> list[list[Strip]]:
    """Pages of strips; glued ones move on together unless they would not fit even an empty page. Linear in strips."""
    pages: list[list[Strip]] = []
    page: list[Strip] = []
    used = 0.0
    slack = 0.01
    at = 0
    while at < len(strips):
        stop = at
        total = strips[at].height
        while total <= height and strips[stop].glue and stop + 1 < len(strips) and not strips[stop + 1].new_page:
            stop += 1
            total += strips[stop].height
        group = list(strips[at : stop + 1])
        if total > height:
            group, stop = group[:1], at
            total = group[0].height
        if page and (used + total > height + slack or group[0].new_page):
            pages.append(page)
            page, used = list(group[0].header), sum(strip.height for strip in group[0].header)
        while group and not page and group[0].blank and pages:
            total -= group.pop(0).height
        page += group
        used += total
        at = stop + 1
    if page or not pages:
        pages.append(page)
    return pages


def paint_page(pen: Pen, strips: Sequence[Strip]) -> None:
    """Draw one page's strips from the top of the text area."""
    top = PAGE_HEIGHT - TOP
    for at, strip in enumerate(strips):
        strip.paint(pen, top, at == 0, at == len(strips) - 1)
        top -= strip.height
