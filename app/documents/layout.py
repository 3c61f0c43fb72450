"""Measures of each kind of paper: GB/T 9704-2012 for statements, a smaller grid for records and forms."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, BINDING, RIGHT, BOTTOM = 37 * MM, 28 * MM, 26 * MM, 35 * MM
MEASURE = PAGE_WIDTH - BINDING - RIGHT  # 156 mm
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM  # 225 mm
SEAL_DIAMETER = 42 * MM  # 国发〔1999〕25号: seals of county and city organs


@dataclass(frozen=True)
class Layout:
    """One grid: ``columns`` × ``rows`` cells of ``size`` pt glyphs inside 156 × 225 mm; other sizes in pt."""

    name: str
    size: float = 16
    columns: int = 28
    rows: int = 22
    title_size: float = 22
    blank_above_title: int = 0
    blank_below_title: int = 1
    table_size: float = 14
    small_size: float = 14
    note_size: float = 12
    number_right: int = 2  # blank cells at the right of a case number

    @property
    def advance(self) -> float:
        """Width of a cell in pt: 15.79 for 28 columns."""
        return MEASURE / self.columns

    @property
    def pitch(self) -> float:
        """Height of a line in pt: 28.99 for 22 rows."""
        return TEXT_HEIGHT / self.rows


LAYOUTS = {
    "statement": Layout("statement", blank_above_title=0),
    "notice": Layout("notice"),
    # Records run to many pages and are read on the spot; 四号 on 32 × 26 keeps them legible and half as long.
    "record": Layout("record", size=14, columns=32, rows=26, table_size=12, small_size=12, note_size=10.5),
    "form": Layout("form", size=14, columns=32, rows=26, table_size=12, small_size=12, note_size=10.5),
    "summons": Layout("summons", size=14, columns=32, rows=26, table_size=14, small_size=12, note_size=10.5),
    "certificate": Layout("certificate", size=14, columns=32, rows=26, table_size=14, small_size=12, note_size=10.5),
    "log": Layout("log", size=14, columns=32, rows=26, table_size=10.5, small_size=12, note_size=10.5),
}
