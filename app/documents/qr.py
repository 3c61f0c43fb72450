"""Square codes of a text (QR, ISO/IEC 18004): one among the lines of a paper, or at the head of one that goes out."""

from __future__ import annotations

from app.documents.flow import Strip
from app.documents.layout import BINDING, MEASURE, MM, PAGE_HEIGHT, TOP, Layout
from app.documents.pen import Pen
from app.errors import NeedsCorrection

SIDE = 21 * MM
"""Of the code at the head: about 0.4 mm a square for the words of a reference, 4.7 dots of a 300 dpi printer."""
_IN_TEXT_SIDE = 25 * MM
_QUIET = 4 * MM  # ISO/IEC 18004, 9.1: at least four squares stay empty around a code
_UNPRINTABLE = 5 * MM  # what an office printer leaves empty at the edge of a sheet


def qr_strip(text: str) -> Strip:
    """The code on the right, below what stands before it. Refuses ``template_too_long``."""
    matrix = _matrix(text)

    def paint(pen: Pen, top: float, first: bool, last: bool) -> None:
        pen.squares(BINDING + MEASURE - _IN_TEXT_SIDE, top - 3, _IN_TEXT_SIDE / len(matrix), matrix)

    return Strip(_IN_TEXT_SIDE + 6, paint)


def paint_head_code(pen: Pen, text: str, layout: Layout) -> None:
    """The code is above the text area, at the right: off the binding, and on the part of a cut paper that is kept."""
    matrix = _matrix(text)
    low = PAGE_HEIGHT - TOP + _QUIET
    # A court that has moved the text area up has less room here.
    side = min(SIDE, PAGE_HEIGHT - _UNPRINTABLE - layout.moved[1] - low)
    pen.squares(BINDING + MEASURE - side, low + side, side / len(matrix), matrix)


def _matrix(text: str) -> list[list[int]]:
    import segno  # few papers carry a code; the others start sooner

    try:
        code = segno.make(text, error="m", micro=False, boost_error=False, encoding="utf-8")
    except ValueError as error:
        raise NeedsCorrection("template_too_long", where=text[:20]) from error
    return [list(row) for row in code.matrix]
