"""The closing of a paper (officers, the date under the seal, the stamp, the clerk) and its boxes to sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from app.documents.blocks import DateLine, OfficerLine, SignBox, Stamp
from app.documents.flow import Strip, centred, gap_strip, text_strip
from app.documents.layout import BINDING, BOTTOM, MEASURE, SEAL_DIAMETER, TEXT_HEIGHT, Layout
from app.documents.linebreak import Glyph, Line, break_lines
from app.documents.pen import ASCENT, Pen

NAME_CELLS = 3  # a name of two characters is spaced over as many cells as one of three
_AFTER_DATE_BLANKS = 2
_LEAST_ABOVE = 0.5  # lines above the closing, where it would otherwise just miss the page
_ROW_HEIGHT, _ROW_SHRINK = 54.0, 10.0  # pt of a box to sign, and what it gives where the run just misses the page

BOX_OF_POST = {
    "审判长": "judge",
    "审判员": "judge",
    "代理审判员": "judge",
    "助理审判员": "judge",
    "书记员": "clerk",
    "法官助理": "assistant",
    "庭长": "chief",
    "副庭长": "chief",
    "院长": "president",
    "副院长": "president",
    "调解员": "mediator",
    "人民调解员": "mediator",
    "特邀调解员": "mediator",
}

_SMALLER_LABEL = 1.15
_PAGE_SIGN_SIZES = (7.0, 10.5)  # pt of the labels of page signatures, at least and at most
_PAGE_SIGN_HEIGHTS = (46.0, 34.0)  # pt of a row of them, and of each where there are more than _ROOMY_ROWS
_ROOMY_ROWS = 4
_PAGE_SIGN_NARROWEST = 30.0  # pt of a place to sign
_EASY_LABEL = 4  # lines; more only where so many sign that a page has no room otherwise
_PAGE_SIGN_PITCH = 8.4  # pt of a line of a label in several lines
_MOST_OF_PAGE = 2 / 3  # for signatures; the rest is for what is signed

_LABELS = {
    "recipient": "受送达人",
    "server": "送达人",
    "mediator": "调解员",
    "judge": "审判员",
    "clerk": "书记员",
    "chief": "庭长",
    "president": "院长",
    "party": "当事人",
    "agent": "代理人",
}

_ROLE = re.compile(
    r"^(?:.*(?:代理人|代表人|负责人)|(?:反诉|原审)?(?:原告|被告|第三人)|被?(?:申请人|上诉人|执行人)|申请执行人)(?=..)"
)
"""What stands before a person's name in a label."""

ClosingBlock = OfficerLine | DateLine | Stamp


def spaced(glyphs: Sequence[Glyph], cells: int) -> Line:
    """Glyphs spread evenly over so many cells, or set solid when they are as wide."""
    width = sum(glyph.halves for glyph in glyphs)
    room = 2 * cells
    step = (room - width) / (len(glyphs) - 1) if len(glyphs) > 1 and width < room else 0.0
    edges, at = [], 0.0
    for glyph in glyphs:
        edges.append(at)
        at += glyph.halves + step
    return Line(tuple(glyphs), tuple(edges), float(max(width, room if len(glyphs) > 1 else width)))


def closing_strips(pen: Pen, blocks: Sequence[ClosingBlock], layout: Layout) -> list[Strip]:
    """The closing from the blank line above it to the last officer."""
    dated = any(isinstance(block, DateLine) for block in blocks)
    named = any(isinstance(block, OfficerLine) for block in blocks)
    above = 2 if dated else 1
    # A date alone carries the seal, whose upper half is to keep clear of the text.
    least = _LEAST_ABOVE if named else min(_seal_blanks(layout), above)
    strips = [gap_strip(layout.pitch * above, shrink=layout.pitch * (above - least))]
    spare = max(layout.pitch * (_AFTER_DATE_BLANKS - _seal_blanks(layout)), 0.0)
    counts: dict[str, int] = {}
    stamp = next((block.text for block in blocks if isinstance(block, Stamp)), "")
    longest = max((_width(pen, block.name) for block in blocks if isinstance(block, OfficerLine)), default=6)
    for at, block in enumerate(blocks):
        if isinstance(block, OfficerLine):
            strips.append(_officer(pen, block, layout, counts, max(longest, 2 * NAME_CELLS)))
        elif isinstance(block, DateLine):
            if named and at:
                strips.append(gap_strip(layout.pitch * _AFTER_DATE_BLANKS, shrink=spare))
            strips.append(_date(pen, block, layout))
            follows = any(isinstance(later, OfficerLine) for later in blocks[at + 1 :])
            if follows:
                strips.append(_below_date(pen, stamp, layout, _AFTER_DATE_BLANKS, spare))
            else:
                strips.append(_below_date(pen, stamp, layout, _seal_blanks(layout)))
    if stamp and not dated:
        strips.append(_below_date(pen, stamp, layout, _AFTER_DATE_BLANKS))
    return strips


def _seal_blanks(layout: Layout) -> float:
    """Lines under the date that the seal's lower half needs, so that it keeps clear of what follows."""
    return (SEAL_DIAMETER - layout.pitch) / 2 / layout.pitch


def _width(pen: Pen, text: str) -> int:
    return sum(glyph.halves for glyph in pen.glyphs(text))


def _officer(pen: Pen, block: OfficerLine, layout: Layout, counts: dict[str, int], name_halves: int) -> Strip:
    """Post and name; one too long for its part of the line goes on below itself."""
    half = layout.advance / 2
    room = 2 * (layout.columns - layout.name_right - layout.post_gap)
    post_glyphs, most = pen.glyphs(block.post), room - 2 * NAME_CELLS
    long_post = _width(pen, block.post) > most
    posts = break_lines(post_glyphs, most, most) if long_post else [spaced(post_glyphs, layout.post_cells)]
    post_width = max(post.width for post in posts)
    room -= ceil(post_width)
    name_halves = min(name_halves, room)
    glyphs = pen.glyphs(block.name)
    names = break_lines(glyphs, room, room) if _width(pen, block.name) > room else [spaced(glyphs, name_halves // 2)]
    right = MEASURE - layout.name_right * layout.advance
    name_x = right - name_halves * half
    post_x = name_x - (layout.post_gap * 2 + post_width) * half
    id = BOX_OF_POST.get(block.post, "")
    if block.post == "人民陪审员" or (id == "judge" and "judge" in counts):
        # Whoever sits beside the judge who presides, be he judge or assessor, by his place on the panel.
        counts["assessor"] = counts.get("assessor", 0) + 1
        id = f"assessor:{counts['assessor']}"
    elif id == "judge":
        counts["judge"] = 1
    drop = (layout.pitch - layout.size) / 2 + layout.size * ASCENT
    height = layout.pitch * max(len(names), len(posts))

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        for x, lines in ((post_x, posts), (name_x, names)):
            for at, line in enumerate(lines):
                pen.line(line, BINDING + x, top - drop - at * layout.pitch, layout.size, half)
        if id:
            pen.box(id, BINDING + name_x, top - height, name_halves * half, height)

    return Strip(height, paint)


def _date(pen: Pen, block: DateLine, layout: Layout) -> Strip:
    """The date; the seal's box is centred on it: 骑年盖月."""
    half = layout.advance / 2
    glyphs = pen.glyphs(block.text)
    line = spaced(glyphs, 0)
    x = MEASURE - layout.date_right * layout.advance - line.width * half
    drop = (layout.pitch - layout.size) / 2 + layout.size * ASCENT

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        pen.line(line, BINDING + x, top - drop, layout.size, half)
        side = SEAL_DIAMETER
        middle_x = BINDING + x + line.width * half / 2
        middle_y = top - layout.pitch / 2
        pen.box("seal", middle_x - side / 2, middle_y - side / 2, side, side)

    return Strip(layout.pitch, paint)


def _below_date(pen: Pen, stamp: str, layout: Layout, lines: float, spare: float = 0.0) -> Strip:
    """Room for the seal's lower half, with the stamp in a frame on the left of it; ``spare`` pt of it may go."""
    height = layout.pitch * lines
    half = layout.size / 2
    line = spaced(pen.glyphs(stamp, "song"), 0) if stamp else None

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        if line is None:
            return
        pad = layout.size * 0.35
        x = BINDING + 2 * layout.advance
        tall = layout.size + 2 * pad
        low = top - height / 2 - tall / 2
        pen.frame(x, low, line.width * half + 2 * pad, tall, 0.8)
        pen.line(line, x + pad, low + pad + layout.size * (1 - ASCENT), layout.size, half)

    def lower(by: float) -> Strip:
        return _below_date(pen, stamp, layout, lines - by / layout.pitch, spare - by)

    return Strip(height, paint, shrink=spare, lower=lower)


def sign_strips(pen: Pen, boxes: Sequence[SignBox], layout: Layout, paper: Sequence[str] = ()) -> list[Strip]:
    """Rows of boxes to sign: two signatures in a row, or a signature with its thumbprint.

    The rows keep together; where they part, the new page says first which ``paper`` they sign (one line each).
    """
    units: list[list[SignBox]] = []
    for box in boxes:
        if box.thumb and units and len(units[-1]) == 1 and units[-1][0].box == box.box:
            units[-1].append(box)
        else:
            units.append([box])
    rows: list[list[SignBox]] = []
    for unit in units:
        alone = len(unit) == 1 and not unit[0].thumb
        if alone and rows and len(rows[-1]) == 1 and not rows[-1][0].thumb:
            rows[-1].append(unit[0])
        else:
            rows.append(unit)
    header = _continued(pen, paper, layout)
    strips = [replace(_sign_row(pen, row, layout, _ROW_HEIGHT), header=header, row=True) for row in rows]
    return [gap_strip(6.0, glue=True), *(replace(strip, glue=True) for strip in strips[:-1]), strips[-1]]


def _continued(pen: Pen, paper: Sequence[str], layout: Layout) -> tuple[Strip, ...]:
    """Boxes that stand alone on a page could be signed for any text: the page names the paper, as 签名页 do."""
    half = layout.advance / 2
    room = 2 * layout.columns
    lines = [line for text in paper for line in break_lines(pen.glyphs(text), room, room)]
    return tuple(text_strip(line, centred(line, half), layout.size, half, layout.pitch) for line in lines)


def _sign_row(pen: Pen, row: list[SignBox], layout: Layout, height: float) -> Strip:
    gap = 12.0
    pitch = layout.small_size * 1.5
    half = layout.small_size / 2
    total = MEASURE - gap
    widths = [total / 2, total / 2]
    if any(box.thumb for box in row) and len(row) == 2:
        widths = [total * 0.7, total * 0.3]
    labels = [_label_lines(pen, box.label, int(width / half)) for box, width in zip(row, widths, strict=False)]
    labelled = pitch * max(len(lines) for lines in labels)

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        x = BINDING
        for box, lines, width in zip(row, labels, widths, strict=False):
            low = top - labelled - height
            for at, line in enumerate(lines):
                squeezed = min(half, width / max(line.width, 1))
                drop = (pitch - layout.small_size) / 2 + layout.small_size * ASCENT + at * pitch
                pen.line(line, x, top - drop, squeezed * 2, squeezed)
            pen.frame(x, low, width, height, 0.6, 0.35)
            pen.box(f"thumb:{box.box}" if box.thumb else box.box, x, low, width, height)
            x += width + gap

    def lower(by: float) -> Strip:
        return _sign_row(pen, row, layout, height - by)

    return Strip(labelled + height + 6, paint, shrink=height - _ROW_HEIGHT + _ROW_SHRINK, lower=lower)


def _label_lines(pen: Pen, label: str, room: int) -> list[Line]:
    """A label a little too long is set smaller, a longer one in several lines."""
    glyphs = pen.glyphs(label)
    width = sum(glyph.halves for glyph in glyphs)
    return [spaced(glyphs, 0)] if width <= room * _SMALLER_LABEL else break_lines(glyphs, room, room, stretch=False)


@dataclass(frozen=True)
class PageSign:
    """Who signs at one place of a row of page signatures, and how the place is named."""

    id: str
    label: tuple[Line, ...]


@dataclass(frozen=True)
class PageSignRow:
    """Places side by side, each ``width`` pt, their labels in glyphs of ``size`` pt; ``height`` in pt."""

    signs: tuple[PageSign, ...]
    width: float
    size: float
    height: float


def page_sign_rows(pen: Pen, ids: Sequence[str], labels: dict[str, str]) -> list[PageSignRow]:
    """The lowest rows of page signatures in which every label can be read: in one line, if need be without the role;
    in several lines only where so many sign that these would be more than a few rows.

    None where they would leave too little of a page to what is signed: then all sign at the end only (民诉150 asks
    for signatures on the record, not on each page).
    """
    full = [(labels.get(id) or _LABELS.get(id.partition(":")[0], "签名")).rstrip("：:") for id in ids]
    most = int(MEASURE / 2 / _PAGE_SIGN_NARROWEST)
    made = [_page_sign_rows(pen, ids, full, each) for each in range(min(len(ids), most), 0, -1)]
    plain = [rows for rows in made if len(rows) <= _ROOMY_ROWS and _longest_label(rows) == 1]
    easy = [rows for rows in made if _longest_label(rows) <= _EASY_LABEL]
    for choice in (plain, easy, made):
        rows = min(choice, key=_height, default=[])
        if rows and _height(rows) <= TEXT_HEIGHT * _MOST_OF_PAGE:
            return rows
    return []


def _longest_label(rows: Sequence[PageSignRow]) -> int:
    """In lines."""
    return max(len(sign.label) for row in rows for sign in row.signs)


def _height(rows: Sequence[PageSignRow]) -> float:
    return sum(row.height for row in rows)


def _page_sign_rows(pen: Pen, ids: Sequence[str], full: Sequence[str], each: int) -> list[PageSignRow]:
    """Rows of at most ``each``, alike; at least half of every place stays free to sign."""
    each = ceil(len(ids) / ceil(len(ids) / each))
    width = MEASURE / each
    size, labels = _page_sign_labels(pen, full, width / 2)
    signs = [PageSign(id, label) for id, label in zip(ids, labels, strict=True)]
    rows = [tuple(signs[at : at + each]) for at in range(0, len(signs), each)]
    least = _PAGE_SIGN_HEIGHTS[len(rows) > _ROOMY_ROWS]
    needed = [max(len(sign.label) for sign in row) * _PAGE_SIGN_PITCH + 8 for row in rows]
    return [PageSignRow(row, width, size, max(least, height)) for row, height in zip(rows, needed, strict=True)]


def _page_sign_labels(pen: Pen, full: Sequence[str], room: float) -> tuple[float, list[tuple[Line, ...]]]:
    least, most = _PAGE_SIGN_SIZES
    for said in (full, _names(full)):
        lines = [spaced(pen.glyphs(f"{text}："), 0) for text in said]
        size = min(most, 2 * room / max(line.width for line in lines))
        if size >= least:
            return size, [(line,) for line in lines]
    halves = int(2 * room / least)
    broken = [break_lines(pen.glyphs(f"{text}："), halves, halves, stretch=False) for text in _names(full)]
    return least, [tuple(lines) for lines in broken]


def _names(labels: Sequence[str]) -> list[str]:
    """The labels without roles; 原告一 and 原告二 lose their number too, but 原告一诺, who is alone, does not."""
    roles = [match[0] if (match := _ROLE.match(label)) else "" for label in labels]
    rest = [label.removeprefix(role) for label, role in zip(labels, roles, strict=True)]
    firsts = {(role, name[:1]) for role, name in zip(roles, rest, strict=True)}
    numbered = {role for role in roles if role and {(role, "一"), (role, "二")} <= firsts}
    return [name[1:] if role in numbered else name for role, name in zip(roles, rest, strict=True)]


def paint_page_signs(pen: Pen, rows: Sequence[PageSignRow], number: int) -> None:
    """A line to sign for each, on every page: 逐页签名."""
    low = BOTTOM + 4
    for row in reversed(rows):
        half = row.size / 2
        for at, sign in enumerate(row.signs):
            x = BINDING + at * row.width
            for above, line in enumerate(reversed(sign.label)):
                pen.line(line, x, low + 4 + above * _PAGE_SIGN_PITCH, row.size, half)
            begins = x + max(line.width for line in sign.label) * half + 2
            pen.rule(begins, low, x + row.width - 6, low, 0.5)
            pen.box(f"page-sign:{sign.id}:{number - 1}", begins, low + 1, x + row.width - 6 - begins, row.height - 12)
        low += row.height
