"""Strips of a paper, from top to bottom, and how they fall into pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.documents.layout import BINDING, MEASURE, PAGE_HEIGHT, TOP
from app.documents.linebreak import Line
from app.documents.pen import ASCENT, Pen

Paint = Callable[[Pen, float, bool, bool], None]
"""Draws a strip: the pen, its top edge in pt, whether it is the first and the last of its page."""

_SLACK = 0.01
_MOST_ON_A_PAGE = 100  # strips with ink: more than that, of any layout, fill no page
_EMPTIEST = 1 / 3  # of a page may stay empty so that boxes to sign keep together, and no line of text stands alone


@dataclass(frozen=True)
class Strip:
    """An undividable piece; ``glue`` keeps it with the next one, ``header`` is drawn again atop a new page.

    ``lower`` gives the strip made lower by so many pt, at most ``shrink``. Glued strips may part where they would
    leave too much of a page empty: between two that are ``row`` (boxes to sign), and after one whose glue is ``soft``.
    """

    height: float
    paint: Paint
    glue: bool = False
    soft: bool = False
    text: bool = False
    header: tuple[Strip, ...] = ()
    new_page: bool = False
    blank: bool = False
    row: bool = False
    shrink: float = 0.0
    lower: Callable[[float], Strip] | None = None


def text_strip(
    line: Line, x: float, size: float, half: float, pitch: float, glue: bool = False, text: bool = True
) -> Strip:
    """A line of glyphs, ``x`` pt from the left margin."""
    drop = (pitch - size) / 2 + size * ASCENT

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        pen.line(line, BINDING + x, top - drop, size, half)

    return Strip(pitch, paint, glue=glue, text=text)


def gap_strip(height: float, glue: bool = False, shrink: float = 0.0) -> Strip:
    """Empty paper; it vanishes at the head of a page, and gives up to ``shrink`` pt so that a closing fits."""
    return Strip(
        height,
        lambda pen, top, first, last: None,
        glue=glue,
        blank=True,
        shrink=shrink,
        lower=lambda by: gap_strip(height - by, glue, shrink - by),
    )


def centred(line: Line, half: float) -> float:
    """Where a line begins, from the left margin, to stand in the middle."""
    return (MEASURE - line.width * half) / 2


def keep_ends(lines: list[Strip]) -> list[Strip]:
    """The lines of a paragraph, of which no page begins with the last one alone or ends with the first one alone."""
    return [
        replace(strip, glue=True, soft=not strip.glue) if at in (0, len(lines) - 2) and at < len(lines) - 1 else strip
        for at, strip in enumerate(lines)
    ]


def keep_last_lines(strips: list[Strip]) -> None:
    """What comes next stays on one page with the last two lines of text."""
    wanted = 2
    for at in range(len(strips) - 1, max(len(strips) - 1 - _MOST_ON_A_PAGE, -1), -1):
        if strips[at].new_page:
            break
        strips[at] = replace(strips[at], glue=True, soft=False)
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
    """Pages of strips; glued ones move on together unless they would not fit even an empty page. Linear in strips.

    A paper that misses its one page by no more than its blanks can give is made lower and stays on it; so is a glued
    group of a longer paper, by its own blanks. A run of rows or of lines that would leave more than a third of the page
    empty parts between two rows, or where the glue of the lines is soft.
    """
    over = _height(strips) - height
    if _SLACK < over <= sum(strip.shrink for strip in strips) and not any(strip.new_page for strip in strips[1:]):
        return [_lowered(strips, over)]
    pages: list[list[Strip]] = []
    page: list[Strip] = []
    used = 0.0
    at = 0
    while at < len(strips):
        group = _glued(strips, at, height)
        if _height(group) > height and not any(strip.row for strip in group):
            group = group[:1]
        total = _height(group)
        if page and (used + total > height + _SLACK or group[0].new_page):
            over = used + total - height
            stays = not group[0].new_page
            if stays and over <= sum(strip.shrink for strip in group) and total <= height:
                group = _lowered(group, over)
            elif stays and (cut := _last_parting(group, height - used, (height - used) / height)):
                group = group[:cut]
            else:
                pages.append(page)
                page = list(group[0].header)
                used = _height(page)
        if used + _height(group) > height + _SLACK:
            group = group[: _last_parting(group, height - used, 1) or 1]
        at += len(group)
        while group and not page and group[0].blank and pages:
            group.pop(0)
        page += group
        used += _height(group)
    if page or not pages:
        pages.append(page)
    return pages


def _glued(strips: Sequence[Strip], at: int, height: float) -> list[Strip]:
    """The strips that keep together from ``at`` on, no further than what is already too tall for a page."""
    stop, total = at, strips[at].height
    while total <= height and strips[stop].glue and stop + 1 < len(strips) and not strips[stop + 1].new_page:
        stop += 1
        total += strips[stop].height
    return list(strips[at : stop + 1])


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height for strip in strips)


def _lowered(group: Sequence[Strip], by: float) -> list[Strip]:
    """The group made lower by ``by`` pt, each strip giving in proportion to what it can."""
    share = by / sum(strip.shrink for strip in group)
    return [strip.lower(strip.shrink * share) if strip.lower and strip.shrink else strip for strip in group]


def _last_parting(group: Sequence[Strip], room: float, empty: float) -> int:
    """How many strips of the group, up to a place where it may part, fit into ``room`` pt; 0 where none do.

    ``empty``: which part of the page would stay empty if it did not part.
    """
    total, found = 0.0, 0
    for at in range(1, len(group)):
        total += group[at - 1].height
        if total > room + _SLACK:
            break
        may_part = group[at - 1].soft or (group[at].row and group[at - 1].row)
        if may_part and empty > _EMPTIEST:
            found = at
    return found


def paint_page(pen: Pen, strips: Sequence[Strip]) -> None:
    """Draw one page's strips from the top of the text area."""
    top = PAGE_HEIGHT - TOP
    for at, strip in enumerate(strips):
        strip.paint(pen, top, at == 0, at == len(strips) - 1)
        top -= strip.height
