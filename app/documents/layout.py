"""Measures of each kind of paper: GB/T 9704-2012 for statements, a smaller grid for records and forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, BINDING, RIGHT, BOTTOM = 37 * MM, 28 * MM, 26 * MM, 35 * MM
MEASURE = PAGE_WIDTH - BINDING - RIGHT  # 156 mm
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM  # 225 mm
SEAL_DIAMETER = 42 * MM  # 国发〔1999〕25号: seals of county and city organs


@dataclass(frozen=True)
class Layout:
    """One grid: ``columns`` × ``rows`` cells of ``size`` pt glyphs inside 156 × 225 mm; other sizes in pt.

    Of the closing: cells of a post (审　判　员), between post and name, and blank ones right of name and date.
    """

    name: str
    size: float = 16
    columns: int = 28
    rows: int = 22
    title_size: float = 22
    blank_above_title: int = 0
    table_size: float = 14
    table_pad: float = 4.0  # pt of a cell left blank above and below its text
    small_size: float = 14
    note_size: float = 12
    number_right: int = 2  # blank cells at the right of a case number
    post_cells: int = 5
    post_gap: int = 2
    name_right: int = 2
    date_right: int = 2
    top_mm: int = 37
    binding_mm: int = 28
    page_number: str = "— {page} —"  # GB/T 9704-2012, 7.5

    @property
    def advance(self) -> float:
        """Width of a cell in pt: 15.79 for 28 columns."""
        return MEASURE / self.columns

    @property
    def pitch(self) -> float:
        """Height of a line in pt: 28.99 for 22 rows."""
        return TEXT_HEIGHT / self.rows

    @property
    def moved(self) -> tuple[float, float]:
        """How far right and up of the standard's place the text area stands, in pt."""
        return (self.binding_mm * MM - BINDING, TOP - self.top_mm * MM)


LAYOUTS = {
    # 法〔2016〕221号, print part: two lines above the title; two cells within a post, three between post and name.
    "statement": Layout("statement", blank_above_title=2, post_cells=7, post_gap=3),
    # GB/T 9704-2012, 7.3.1 and 7.3.5.1: two lines above the title, four cells right of a date that is sealed.
    "notice": Layout("notice", blank_above_title=2, date_right=4),
    # Records run to many pages and are read on the spot; 四号 on 32 × 26 keeps them legible and half as long.
    # A page taken out of a record is missed: each says how many there are.
    "record": Layout(
        "record",
        size=14,
        columns=32,
        rows=26,
        table_size=12,
        small_size=12,
        note_size=10.5,
        page_number="第 {page} 页　共 {pages} 页",
    ),
    "form": Layout("form", size=14, columns=32, rows=26, table_size=12, small_size=12, note_size=10.5),
    "summons": Layout(
        "summons", size=14, columns=32, rows=26, table_size=14, table_pad=2.5, small_size=12, note_size=10.5
    ),
    "certificate": Layout("certificate", size=14, columns=32, rows=26, table_size=14, small_size=12, note_size=10.5),
    "log": Layout("log", size=14, columns=32, rows=26, table_size=10.5, small_size=12, note_size=10.5),
}


def layout_of(name: str, court: Mapping[str, int]) -> Layout:
    """The layout of a template as the court sets it: ``doc_layout`` of its settings over the standard's values.

    The text area stays 156 × 225 mm; ``top_mm`` and ``binding_mm`` say where on the sheet it stands.
    """
    standard = LAYOUTS[name]
    said: dict[str, Any] = {key: value for key, value in court.items() if key in ("top_mm", "binding_mm")}
    if name in ("statement", "notice"):
        said |= {key: value for key, value in court.items() if key not in said}
    return replace(standard, **said)
