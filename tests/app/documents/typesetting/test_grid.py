"""The grid of GB/T 9704-2012: where characters stand, in points worked out from its millimetres."""

from __future__ import annotations

import datetime
import re
import subprocess
from itertools import pairwise

import pytest

from app.documents.blocks import parse
from app.documents.layout import layout_of
from app.documents.typeset import typeset

MM = 72 / 25.4
ADVANCE = 156 * MM / 28  # 15.79 pt
PITCH = 225 * MM / 22  # 28.99 pt
LEFT, RIGHT = 28 * MM, (210 - 26) * MM


def test_a_full_line_holds_28_characters_15_79_points_apart(set_lines, drawn):
    seen = drawn(set_lines("@left " + "审" * 28 + "判" * 28).pdf)
    assert pytest.approx(15.79, abs=0.005) == ADVANCE
    for character in "审判":
        line = [one for one in seen if one.character == character]
        assert len({round(one.y, 1) for one in line}) == 1 and len(line) == 28
        for before, after in pairwise(line):
            assert after.x - before.x == pytest.approx(ADVANCE, abs=0.03)


def test_lines_are_28_99_points_apart_and_22_fill_a_page(set_lines, drawn):
    seen = drawn(set_lines("\n".join(f"@left {'审' * 28}" for _ in range(23))).pdf)
    lines = [sorted({round(one.y, 2) for one in seen if one.character == "审" and one.page == page}) for page in (0, 1)]
    assert [len(each) for each in lines] == [22, 1]
    for below, above in pairwise(lines[0]):
        assert above - below == pytest.approx(PITCH, abs=0.03)


def test_glyphs_keep_inside_the_margins(set_lines, drawn):
    seen = [one for one in drawn(set_lines("@left " + "审" * 600).pdf) if one.character == "审"]
    assert min(one.x for one in seen) >= LEFT - 0.2
    assert max(one.x for one in seen) + 16 <= RIGHT + 0.2
    assert max(one.y for one in seen) <= (297 - 37) * MM and min(one.y for one in seen) >= 35 * MM


def test_digits_take_half_cells(set_lines, drawn):
    seen = [one for one in drawn(set_lines("@left 共36400元").pdf) if one.page == 0]
    at = {one.character: one.x for one in seen[:7]}
    assert at["元"] - at["共"] == pytest.approx(ADVANCE + 5 * ADVANCE / 2, abs=0.1)


def test_a_paragraph_begins_two_characters_in(set_lines, drawn):
    seen = drawn(set_lines("审" * 40).pdf)
    assert seen[0].x - LEFT == pytest.approx(2 * ADVANCE, abs=0.2)
    assert seen[26].x - LEFT == pytest.approx(0, abs=0.2)


def test_the_case_number_ends_two_cells_before_the_margin(set_lines, drawn):
    seen = drawn(set_lines("@number （2026）京0115民初10123号").pdf)
    last = next(one for one in seen if one.character == "号")
    assert RIGHT - (last.x + ADVANCE) == pytest.approx(2 * ADVANCE, abs=0.3)


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones(set_lines, drawn):
    seen = drawn(set_lines("\n".join("审" * 20 for _ in range(30))).pdf)
    numbers = [[one for one in seen if one.page == page and one.y < 35 * MM] for page in (0, 1)]
    assert ["".join(one.character for one in line) for line in numbers] == ["—1—", "—2—"]
    assert RIGHT - (numbers[0][-1].x + 14) == pytest.approx(14, abs=1.5)
    assert numbers[1][0].x - LEFT == pytest.approx(14, abs=1.5)


def test_a_title_stands_in_the_middle(set_lines, drawn):
    seen = drawn(set_lines("@title 民事调解书").pdf)
    line = [one for one in seen if one.character in "民事调解书"]
    assert (297 - 37) * MM - line[0].y == pytest.approx(2 * PITCH + 22, abs=4)  # two lines stay blank above it
    assert (line[0].x + line[-1].x + 22) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def test_a_practice_remark_takes_its_room_from_the_blank_lines_above_the_title(set_lines, drawn):
    """The same paper breaks alike in practice and in earnest."""
    heights = []
    for remark in ("", "@note 演练文书，不具有法律效力\n"):
        seen = drawn(set_lines(f"{remark}@title 民事调解书\n@left 审").pdf)
        heights.append(next(one.y for one in seen if one.character == "审"))
    assert heights[0] == pytest.approx(heights[1], abs=0.05)


def test_a_court_moves_the_text_area_with_its_boxes_and_page_number(fonts, drawn):
    """Measured from the sheet's edges: top 35 mm and binding 26 mm instead of 37 and 28."""
    lines = "@left " + "审" * 600 + "\n@sign judge | 审判员"
    courts: list[dict[str, int]] = [{}, {"top_mm": 35, "binding_mm": 26}]
    at = datetime.datetime(2026, 3, 20, tzinfo=datetime.UTC)
    standard, moved = (
        typeset(parse(lines), layout_of("statement", court), fonts=fonts, made_at=at) for court in courts
    )
    here, there = drawn(standard.pdf), drawn(moved.pdf)
    assert [one.character for one in here] == [one.character for one in there]
    for one, other in zip(here, there, strict=True):
        assert (other.x - one.x, other.y - one.y) == pytest.approx((-2 * MM, 2 * MM), abs=0.01)
    assert [(box.x, box.y) for box in moved.boxes] == [
        pytest.approx((box.x - 2 * MM, box.y + 2 * MM), abs=0.01) for box in standard.boxes
    ]


def test_poppler_measures_the_same_grid(set_lines, tmp_path):
    """22 lines of 28 cells from 28 mm to 184 mm, 225 mm ÷ 22 apart, by ``pdftotext -bbox``."""
    (tmp_path / "page.pdf").write_bytes(set_lines("\n".join(f"@left {'审' * 28}" for _ in range(22))).pdf)
    told = subprocess.run(["pdftotext", "-bbox", "page.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    words = re.findall(
        r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">(审+)</word>', told.stdout.decode()
    )
    assert [len(word[4]) for word in words] == [28] * 22
    for left, _, right, _, _ in words:
        assert float(left) == pytest.approx(LEFT, abs=0.3) and float(right) == pytest.approx(RIGHT, abs=0.3)
    tops = [float(word[1]) for word in words]
    assert all(below - above == pytest.approx(PITCH, abs=0.03) for above, below in pairwise(tops))
    assert tops[0] >= 37 * MM - 6 and float(words[-1][3]) <= (297 - 35) * MM + 6
