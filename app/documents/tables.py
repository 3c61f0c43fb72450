"""Ruled tables: text wrapped in its cell, joined cells, rows that break over a page, the header drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil

from app.documents.blocks import Cell, Table
from app.documents.characters import BLANK_LEFT
from app.documents.flow import Strip
from app.documents.layout import BINDING, MEASURE, TEXT_HEIGHT, Layout
from app.documents.linebreak import Glyph, Line, break_lines, may_break
from app.documents.pen import ASCENT, Pen

PAD_X = 4.0
_PITCH = 1.45  # of a line in a cell, in sizes of its glyphs
# A taller row is cut between its lines where a page ends; a lower one moves on whole.
TALLEST_WHOLE_ROW = 8
_TALLEST_HEADER = 0.25  # of a page; a taller one, or one joined to the rows below, is not drawn again on the next
_CONDENSED = 1.08  # a cell that is one character too narrow sets its line a little closer instead of breaking it
_SHORT_LINE = 24  # half cells: the gaps of a shorter line would look torn if it were stretched to its edge
_LONGEST_LABEL = 16  # characters
_NARROW = 26.0  # per cent: labels in narrow columns are centred


@dataclass(frozen=True)
class _Set:
    """A cell that has been broken into lines."""

    column: int
    row: int
    cell: Cell
    lines: tuple[Line, ...]
    centre: bool
    half: float
    text_rows: int
    """Of the rows that it spans, those that its text stands in the middle of."""


def table_strips(pen: Pen, table: Table, layout: Layout) -> list[Strip]:
    """One strip a row, or one a line for tall rows; rows tied by a joined cell keep together if a page holds them."""
    size = layout.table_size
    pitch = size * _PITCH
    total = sum(table.widths)
    edges = [0.0, *accumulate(width * MEASURE / total for width in table.widths)]
    centred = _centred_columns(table)
    cells = [
        _set(pen, cell, row, column, edges, size, table, centred[column])
        for row, columns in enumerate(table.rows)
        for column, cell in enumerate(columns)
        if cell is not None
    ]
    tied = _tied(cells, len(table.rows))
    heights = _row_heights(cells, len(table.rows), pitch, layout.table_pad)
    parting = _parting(heights, tied, TALLEST_WHOLE_ROW * pitch + 2 * layout.table_pad)
    if any(parting):
        cells = [_within_first_row(cell) if parting[cell.row] else cell for cell in cells]
        heights = _row_heights(cells, len(table.rows), pitch, layout.table_pad)
    across: list[list[_Set]] = [[] for _ in table.rows]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.cell.rows):
            across[row].append(cell)
    header: tuple[Strip, ...] = ()
    strips: list[Strip] = []
    for row in range(len(table.rows)):
        mine = [cell for cell in across[row] if cell.row == row]
        count = max((len(cell.lines) for cell in mine if cell.text_rows == 1), default=1)
        ruler = _Ruler(edges, tuple(across[row]), row, len(table.rows))
        if count > TALLEST_WHOLE_ROW or heights[row] > TEXT_HEIGHT / 2:
            count = max((len(cell.lines) for cell in mine), default=1)
            made = [_line_of_row(mine, ruler, at, count, layout) for at in range(count)]
        else:
            made = [_whole_row(mine, ruler, heights, size, pitch)]
        if tied[row]:
            made[-1] = replace(made[-1], glue=True)
        if table.header and row == 0 and not tied[0] and heights[0] <= TEXT_HEIGHT * _TALLEST_HEADER:
            header = tuple(made)
            made = [replace(strip, glue=True) for strip in made]
            strips += made
        else:
            strips += [replace(strip, header=header) for strip in made]
    if strips:
        strips[-1] = replace(strips[-1], text=True)
    return strips


@dataclass(frozen=True)
class _Ruler:
    """Which borders one row draws: those of the ``cells`` that it holds or that span it."""

    edges: list[float]
    cells: tuple[_Set, ...]
    row: int
    rows: int

    def draw(self, pen: Pen, top: float, height: float, over: bool, under: bool) -> None:
        """Borders of the row's part from ``top`` down; ``over`` and ``under`` close it across the whole width."""
        left = BINDING
        for cell in self.cells:
            x1, x2 = left + self.edges[cell.column], left + self.edges[cell.column + cell.cell.columns]
            for x in (x1, x2):
                pen.rule(x, top, x, top - height)
            if over:
                pen.rule(x1, top, x2, top)
            if under:
                pen.rule(x1, top - height, x2, top - height)

    def starts(self, pen: Pen, top: float) -> None:
        """The upper border of cells that begin in this row."""
        for cell in self.cells:
            if cell.row == self.row:
                x1, x2 = self.edges[cell.column], self.edges[cell.column + cell.cell.columns]
                pen.rule(BINDING + x1, top, BINDING + x2, top)


def _centred_columns(table: Table) -> list[bool]:
    """Narrow columns of labels alone: one long text among them, and all begin at the left."""
    body = table.rows[1:] if table.header else table.rows
    return [
        all(cell is None or cell.columns > 1 or len(cell.text) <= _LONGEST_LABEL for cell in column)
        for column in zip(*body, strict=True)
    ] or [True] * len(table.widths)


def _set(
    pen: Pen, cell: Cell, row: int, column: int, edges: list[float], size: float, table: Table, centred: bool
) -> _Set:
    width = edges[column + cell.columns] - edges[column] - 2 * PAD_X
    room = max(int(width / (size / 2) + 0.01), 2)
    heading = table.header and row == 0
    share = sum(table.widths[column : column + cell.columns]) * 100 / sum(table.widths)
    label = heading or (centred and share <= _NARROW and len(cell.text) <= _LONGEST_LABEL)
    lines: list[Line] = []
    half = size / 2
    for part in cell.text.split("\n"):
        glyphs = pen.glyphs(part, "hei" if heading else "fang")
        natural = sum(glyph.halves for glyph in glyphs)
        if natural > room and natural * half <= width * _CONDENSED and "\n" not in cell.text:
            half = width / natural
            lines += break_lines(glyphs, natural, natural)
        else:
            lines += _break_cell(glyphs, natural, room, label)
    whole = cell.columns == len(table.widths)
    short = len(lines) <= 1 and ((centred and share <= _NARROW) or (whole and len(cell.text) <= _LONGEST_LABEL))
    return _Set(column, row, cell, tuple(lines), short or label, half, cell.rows)


def _break_cell(glyphs: Sequence[Glyph], natural: int, room: int, label: bool) -> list[Line]:
    """Lines of a cell; a label that needs two lines gets two alike (送达 / 时间), not a full one and a stub."""
    stretch = not label and room >= _SHORT_LINE
    lines = break_lines(glyphs, room, room, stretch=stretch)
    if not label or len(lines) < 2:
        return lines
    tried = [break_lines(glyphs, share, share, stretch=False) for share in range(ceil(natural / len(lines)), room + 1)]
    fitting = [each for each in tried if len(each) == len(lines) and max(line.width for line in each) <= room]
    return min(fitting, key=_parted_dates, default=lines)


def _parted_dates(lines: Sequence[Line]) -> int:
    """How many lines begin within a date (the 日 of 20日, the 20日 of 3月20日)."""
    return sum(
        not may_break(before.glyphs + after.glyphs, len(before.glyphs), whole_dates=True)
        for before, after in pairwise(lines)
    )


def _row_heights(cells: list[_Set], rows: int, pitch: float, pad: float) -> list[float]:
    heights = [pitch + 2 * pad] * rows
    for cell in sorted(cells, key=lambda each: each.text_rows):
        need = len(cell.lines) * pitch + 2 * pad
        last = cell.row + cell.text_rows - 1
        have = sum(heights[cell.row : last + 1])
        if need > have:
            heights[last] += need - have
    return heights


def _tied(cells: list[_Set], rows: int) -> list[bool]:
    tied = [False] * rows
    for cell in cells:
        for row in range(cell.row, cell.row + cell.cell.rows - 1):
            tied[row] = True
    return tied


def _parting(heights: Sequence[float], tied: Sequence[bool], tallest_whole: float) -> list[bool]:
    """Which rows belong to tied ones that no page may hold together: one of them is cut, or they fill half a page."""
    parting = [False] * len(heights)
    first = 0
    for row in range(len(heights)):
        if tied[row]:
            continue
        together = heights[first : row + 1]
        apart = len(together) > 1 and (sum(together) > TEXT_HEIGHT / 2 or max(together) > tallest_whole)
        parting[first : row + 1] = [apart] * len(together)
        first = row + 1
    return parting


def _within_first_row(cell: _Set) -> _Set:
    """A text in the middle of rows that part would stand below the page's end."""
    return replace(cell, text_rows=1)


def _draw_lines(
    pen: Pen, cell: _Set, lines: tuple[Line, ...], edges: list[float], top: float, size: float, pitch: float
) -> None:
    half = cell.half
    left = BINDING + edges[cell.column] + PAD_X
    width = edges[cell.column + cell.cell.columns] - edges[cell.column] - 2 * PAD_X
    drop = (pitch - size) / 2 + size * ASCENT
    for line in lines:
        # A mark that opens a cell would look indented by its empty left half.
        hung = half if line.glyphs and line.glyphs[0].kind & BLANK_LEFT else 0.0
        x = left + (width - line.width * half) / 2 if cell.centre else left - hung
        pen.line(line, x, top - drop, size, half)
        top -= pitch


def _whole_row(mine: list[_Set], ruler: _Ruler, heights: list[float], size: float, pitch: float) -> Strip:
    height = heights[ruler.row]

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        ruler.draw(pen, top, height, over=first, under=last or ruler.row == ruler.rows - 1)
        ruler.starts(pen, top)
        for cell in mine:
            tall = sum(heights[cell.row : cell.row + cell.text_rows])
            space = max(tall - len(cell.lines) * pitch, 0) / 2
            _draw_lines(pen, cell, cell.lines, ruler.edges, top - space, size, pitch)

    return Strip(height, paint)


def _line_of_row(mine: list[_Set], ruler: _Ruler, at: int, count: int, layout: Layout) -> Strip:
    """A tall row is one strip for each line; first two and last two lines keep together."""
    size, pitch = layout.table_size, layout.table_size * _PITCH
    above = layout.table_pad if at == 0 else 0.0
    below = layout.table_pad if at == count - 1 else 0.0
    height = pitch + above + below

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        ruler.draw(pen, top, height, over=first, under=last or (at == count - 1 and ruler.row == ruler.rows - 1))
        if at == 0:
            ruler.starts(pen, top)
        for cell in mine:
            _draw_lines(pen, cell, cell.lines[at : at + 1], ruler.edges, top - above, size, pitch)

    return Strip(height, paint, glue=at in (0, count - 2), text=True)
