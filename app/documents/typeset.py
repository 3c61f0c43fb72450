"""Sets blocks on the grid of their layout and gives the pages, with the place of every signature and the seal."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from app.documents.blocks import (
    Blank,
    Block,
    Checks,
    Cut,
    DateLine,
    OfficerLine,
    PageBreak,
    Paragraph,
    Qr,
    SignBox,
    Stamp,
    Table,
    Turn,
)
from app.documents.closing import (
    ClosingBlock,
    closing_strips,
    page_sign_rows,
    paint_page_signs,
    sign_strips,
    spaced,
)
from app.documents.flow import (
    Strip,
    centred,
    gap_strip,
    keep_closing,
    keep_ends,
    keep_last_lines,
    paginate,
    paint_page,
    text_strip,
)
from app.documents.fonts import FontSet, Role
from app.documents.layout import BINDING, BOTTOM, MEASURE, MM, TEXT_HEIGHT, Layout
from app.documents.linebreak import Glyph, Line, break_lines
from app.documents.pen import ASCENT, Box, Pen
from app.documents.qr import paint_head_code, qr_strip
from app.documents.reference import Reference
from app.documents.tables import table_strips

__all__ = ["Box", "Typeset", "typeset"]

PAGE_NUMBER_SIZE = 14.0  # GB/T 9704 clause 7.5: 4号, 7 mm under the text area
_BESIDE_TABLE = 0.3  # lines of empty paper above and below a table
_LONGEST_SPEAKER = 12  # half cells; a longer speaker's name does not push the text further in


@dataclass(frozen=True)
class Typeset:
    """A finished paper: its bytes, how many pages, and where the boxes are."""

    pdf: bytes
    pages: int
    boxes: tuple[Box, ...]


def typeset(
    blocks: Sequence[Block],
    layout: Layout,
    *,
    fonts: FontSet,
    made_at: datetime.datetime,
    draft: bool = False,
    page_sign: Sequence[str] = (),
    watermark: str = "",
    title: str = "",
    reference: Reference | None = None,
) -> Typeset:
    """The blocks set on A4. ``page_sign``: box ids that sign each page, in order, left to right.

    A draft carries 草稿 under the text; ``watermark`` puts other words there. With a ``reference`` the first page has
    its code at the head, and the file's metadata name it. The file is PDF/A-2u, and its bytes
    depend on nothing but the arguments (``made_at`` with its zone).
    Refuses with glyph_missing or character_not_allowed, naming the character and where it stands.
    """
    pen = Pen(fonts, layout.moved)
    strips = _strips(pen, blocks, layout)
    labels = {block.box: block.label for block in blocks if isinstance(block, SignBox) and not block.thumb}
    sign_rows = page_sign_rows(pen, page_sign, labels)
    height = TEXT_HEIGHT - sum(row.height for row in sign_rows)
    pages = paginate(strips, height)
    words = watermark or ("草稿" if draft else "")
    for number, page in enumerate(pages, start=1):
        if words:
            pen.watermark(words)
        paint_page(pen, page)
        paint_page_signs(pen, sign_rows, number)
        _page_number(pen, layout.page_number.format(page=number, pages=len(pages)), number)
        if reference is not None and number == 1:
            paint_head_code(pen, reference.words, layout)
        pen.next_page()
    named = "" if reference is None else reference.identifier
    return Typeset(pen.finish(title, made_at, named), len(pages), tuple(pen.boxes))


def _strips(pen: Pen, blocks: Sequence[Block], layout: Layout) -> list[Strip]:
    strips: list[Strip] = []
    paper = _paper(blocks)
    break_next = False
    announced = titled = False
    stub: int | None = None
    for group in _groups(blocks):
        first = group[0]
        if isinstance(first, Cut):
            stub = len(strips)
        if announced and strips and not _announces(first):
            strips[-1] = replace(strips[-1], glue=True)
        announced = _announces(first)
        if isinstance(first, PageBreak):
            break_next = True
            continue
        if isinstance(first, (OfficerLine, DateLine, Stamp)):
            keep_closing(strips, closing_strips(pen, _closing_of(group), layout))
            continue
        if isinstance(first, SignBox):
            # 笔录: a page that holds nothing but signatures could belong to any record.
            keep_last_lines(strips)
            made = sign_strips(pen, [each for each in group if isinstance(each, SignBox)], layout, paper)
        else:
            made = _make(pen, first, layout)
            if isinstance(first, Paragraph) and first.style in ("court", "title") and not titled:
                made.insert(0, _above_title(strips, layout))
                titled = True
        if isinstance(first, Table) and strips and not strips[-1].blank:
            made.insert(0, _beside_table(layout, glue=True))
        if isinstance(first, Paragraph) and first.style == "right" and strips and strips[-1].row:
            # The date below the boxes to sign.
            strips[-1] = replace(strips[-1], glue=True)
        if break_next and made:
            made[0] = replace(made[0], new_page=True)
            break_next = False
        strips += made
    if stub is not None:
        # What is cut off and kept is one piece of paper.
        strips[stub:-1] = [replace(strip, glue=True, soft=False) for strip in strips[stub:-1]]
    return strips


def _beside_table(layout: Layout, glue: bool = False) -> Strip:
    height = layout.pitch * _BESIDE_TABLE
    return gap_strip(height, glue, shrink=height * 0.9)


def _announces(block: Block) -> bool:
    """判决如下： and 此致 say nothing without what follows them."""
    return isinstance(block, Paragraph) and (block.text.endswith(("：", ":")) or block.text == "此致")


def _paper(blocks: Sequence[Block]) -> list[str]:
    """The number and title of a paper, for a page that holds nothing else of it."""
    said = {block.style: block.text for block in blocks if isinstance(block, Paragraph)}
    named = f"《{said['title']}》" if "title" in said else ""
    return [text for text in (said.get("number", ""), f"{named}签名页（接上页）") if text]


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that are set together: the lines of a closing, the boxes of a row of signatures, one title."""
    kinds: tuple[tuple[type[Block], ...], ...] = ((OfficerLine, DateLine, Stamp), (SignBox,))
    group: list[Block] = []
    for block in blocks:
        if group:
            kind = next((kind for kind in kinds if isinstance(group[-1], kind)), None)
            if kind and isinstance(block, kind):
                group.append(block)
                continue
            yield group
        group = [block]
    if group:
        yield group


def _closing_of(group: Sequence[Block]) -> list[ClosingBlock]:
    return [block for block in group if isinstance(block, (OfficerLine, DateLine, Stamp))]


def _above_title(above: Sequence[Strip], layout: Layout) -> Strip:
    """The blank lines above a title, less what a remark takes of them; given up where a paper just misses its page."""
    height = max(layout.pitch * layout.blank_above_title - sum(strip.height for strip in above), 0.0)
    return gap_strip(height, glue=True, shrink=height)


def _make(pen: Pen, block: Block, layout: Layout) -> list[Strip]:
    match block:
        case Paragraph(style="court" | "title"):
            return _heading_lines(pen, block, layout)
        case Paragraph():
            return _paragraph(pen, block, layout)
        case Turn():
            return _turn(pen, block, layout)
        case Table():
            return [*table_strips(pen, block, layout), _beside_table(layout)]
        case Checks():
            return _checks(pen, block, layout)
        case Cut():
            return [_cut(pen, block, layout)]
        case Qr():
            return [qr_strip(block.text)]
        case Blank():
            return [gap_strip(layout.pitch)]
    return []


def _heading_lines(pen: Pen, block: Paragraph, layout: Layout) -> list[Strip]:
    """Court name and title, 2号 小标宋, centred; a short title is letter-spaced (民 事 判 决 书)."""
    size = layout.title_size
    half = size / 2
    glyphs = pen.glyphs(block.text, "title")
    width = sum(glyph.halves for glyph in glyphs)
    room = int(MEASURE / half)
    # 2号 fits the 28.99 pt line of the statement grid; the finer grids give a title a line and a quarter.
    pitch = layout.pitch * (1 if layout.pitch >= 1.3 * size else 1.25)
    if block.style == "title" and 1 < len(glyphs) <= 7:
        gap = 1.0 if len(glyphs) > 2 else 2.0
        edges, at = [], 0.0
        for glyph in glyphs:
            edges.append(at)
            at += glyph.halves + gap
        lines = [Line(tuple(glyphs), tuple(edges), at - gap)]
    else:
        # Even lines look better than a full one and a stub.
        count = max(ceil(width / room), 1)
        share = min(room, 2 * ceil(width / count / 2) + (0 if count == 1 else 2))
        lines = break_lines(glyphs, share, share)
    strips = [text_strip(line, centred(line, half), size, half, pitch, glue=True, text=False) for line in lines]
    if block.style == "title":
        strips.append(gap_strip(layout.pitch * 0.5, glue=True, shrink=layout.pitch * 0.2))
    return strips


@dataclass(frozen=True)
class _Style:
    role: Role = "fang"
    indent: int = 0  # half cells of the first line
    size: Callable[[Layout], float] = lambda layout: layout.size
    place: str = "left"
    glue: bool = False


_STYLES = {
    "body": _Style(indent=4),
    "left": _Style(),
    "center": _Style(place="center"),
    "right": _Style(place="right"),
    "number": _Style(place="number", glue=True),
    "heading": _Style(role="hei", indent=4, glue=True),
    "kai": _Style(role="kai", indent=4),
    "small": _Style(indent=4, size=lambda layout: layout.small_size),
    "note": _Style(size=lambda layout: layout.note_size),
}


def _paragraph(pen: Pen, block: Paragraph, layout: Layout) -> list[Strip]:
    style = _STYLES[block.style]
    size = style.size(layout)
    on_grid = size == layout.size
    half = layout.advance / 2 if on_grid else size / 2
    pitch = layout.pitch if on_grid else min(layout.pitch, size * 1.6)
    room = 2 * layout.columns if on_grid else int(MEASURE / half + 0.01)
    blank_right = 2 * layout.number_right if style.place == "number" else 0
    lines = break_lines(pen.glyphs(block.text, style.role), room - style.indent - blank_right, room - blank_right)
    strips: list[Strip] = []
    for at, line in enumerate(lines):
        if style.place == "center":
            x = (room - line.width) * half / 2
        elif style.place in ("right", "number"):
            x = (room - blank_right - line.width) * half
        else:
            x = style.indent * half if at == 0 else 0.0
        strips.append(text_strip(line, x, size, half, pitch, glue=style.glue))
    strips = keep_ends(strips)
    if style.place == "number":
        strips.append(gap_strip(layout.pitch * 0.5, glue=True, shrink=layout.pitch * 0.2))
    return strips


def _turn(pen: Pen, block: Turn, layout: Layout) -> list[Strip]:
    speaker = pen.glyphs(block.speaker, "hei", where=block.speaker + block.text)
    width = sum(glyph.halves for glyph in speaker)
    hang = width if width <= _LONGEST_SPEAKER else 4
    hang = hang or 4
    room, half = 2 * layout.columns, layout.advance / 2
    glyphs = speaker + pen.glyphs(block.text)
    begins = 0 if speaker else hang
    lines = break_lines(glyphs, room - begins, room - hang)
    return keep_ends(
        [
            text_strip(line, (hang if at else begins) * half, layout.size, half, layout.pitch)
            for at, line in enumerate(lines)
        ]
    )


def _checks(pen: Pen, block: Checks, layout: Layout) -> list[Strip]:
    """Items side by side, each with its box; an item that does not fit the line begins the next."""
    room, half = 2 * layout.columns, layout.advance / 2
    strips: list[Strip] = []
    row: list[Line] = []
    used = 0.0

    def flush() -> None:
        nonlocal row, used
        edges: list[float] = []
        glyphs: list[Glyph] = []
        at = 0.0
        for item in row:
            edges += [at + edge for edge in item.edges]
            glyphs += item.glyphs
            at += item.width + 2
        if glyphs:
            strips.append(text_strip(Line(tuple(glyphs), tuple(edges), at), 0, layout.size, half, layout.pitch))
        row, used = [], 0.0

    for ticked, text in block.items:
        lines = break_lines(pen.glyphs(("☑" if ticked else "□") + text), room, room - 2)
        if row and used + lines[0].width > room:
            flush()
        if len(lines) == 1:
            row.append(lines[0])
            used += lines[0].width + 2
            continue
        flush()
        strips += [
            text_strip(line, 2 * half if at else 0, layout.size, half, layout.pitch) for at, line in enumerate(lines)
        ]
    flush()
    return strips


def _cut(pen: Pen, block: Cut, layout: Layout) -> Strip:
    size = layout.note_size
    half = size / 2
    line = spaced(pen.glyphs(block.text), 0) if block.text else None
    height = layout.pitch * 1.5

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        y = top - height / 2
        if line is None:
            pen.rule(BINDING, y, BINDING + MEASURE, y, 0.7, "5 3")
            return
        x = centred(line, half)
        pen.rule(BINDING, y, BINDING + x - 6, y, 0.7, "5 3")
        pen.rule(BINDING + MEASURE - x + 6, y, BINDING + MEASURE, y, 0.7, "5 3")
        pen.line(line, BINDING + x, y - size * (ASCENT - 0.5), size, half)

    return Strip(height, paint)


def _page_number(pen: Pen, words: str, number: int) -> None:
    """Odd pages right, even pages left, one blank cell from the edge (GB/T 9704-2012, 7.5)."""
    half = PAGE_NUMBER_SIZE / 2
    line = spaced(pen.glyphs(words, "song"), 0)
    x = MEASURE - line.width * half - 2 * half if number % 2 else 2 * half
    pen.line(line, BINDING + x, BOTTOM - 7 * MM - PAGE_NUMBER_SIZE * ASCENT, PAGE_NUMBER_SIZE, half)
