"""行首行末禁则 (GB/T 15834-2011, 5.1): one mark is drawn in or one character pushed out, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.characters import halves, kind
from app.documents.linebreak import Glyph, break_lines

NOT_FIRST = set("，。、；：？！）》」』】〕〉”’…—")
NOT_LAST = set("（《「『【〔〈“‘")


def glyphs(text: str) -> list[Glyph]:
    return [Glyph(one, None, 0, 500 * halves(one), halves(one), kind(one)) for one in text]  # type: ignore[arg-type]


def lines(text: str, cells: int = 10) -> list[str]:
    broken = break_lines(glyphs(text), 2 * cells, 2 * cells)
    return ["".join(one.character for one in line.glyphs) for line in broken]


def test_a_lone_comma_at_the_start_pushes_one_character_out():
    assert lines("原告请求被告立即还款，并付利息。") == ["原告请求被告立即还", "款，并付利息。"]


def test_a_comma_is_drawn_in_where_another_mark_gives_its_empty_half():
    assert lines("原告，请求被告即还款，并付利息。") == ["原告，请求被告即还款，", "并付利息。"]


def test_a_drawn_in_line_ends_at_the_margin():
    line = break_lines(glyphs("原告，请求被告即还款，并付利息。"), 20, 20)[0]
    assert line.width == 20 and line.edges[-1] == pytest.approx(19)


def test_an_opening_bracket_does_not_end_a_line():
    assert lines("原告请求被告立即还《借条》上的钱") == ["原告请求被告立即还", "《借条》上的钱"]


def test_a_pushed_out_line_is_spread_to_the_margin():
    line = break_lines(glyphs("原告请求被告立即还款，并付利息。"), 20, 20)[0]
    assert line.width == 20 and line.edges[-1] == pytest.approx(18)


@pytest.mark.parametrize(
    ("text", "width"),
    [("原告于3月请求被告立即还款", 19), ("原告请求被告立即还 款及利息", 18), ("原告请求被告立即将款还清", 20)],
)
def test_a_line_that_breaks_where_it_may_keeps_to_the_grid(text, width):
    line = break_lines(glyphs(text), 20, 20)[0]
    assert line.width == width
    assert all(edge == int(edge) for edge in line.edges)


def test_a_number_is_never_broken():
    assert lines("被告应于期限内付36,400.50元") == ["被告应于期限内付", "36,400.50元"]


@pytest.mark.parametrize(
    ("text", "cells", "broken"),
    [
        ("原告与被告一案本院于2026年3月20日立案审理", 13, ["原告与被告一案本院于2026年", "3月20日立案审理"]),
        ("原告与被告的一案本院于2026年3月20日立案", 15, ["原告与被告的一案本院于2026年", "3月20日立案"]),
        ("原告与被告一案本院于2026年3月20日立案审理", 12, ["原告与被告一案本院于", "2026年3月20日立案审理"]),
        ("应当于期限内支付人民币361元整", 13, ["应当于期限内支付人民币", "361元整"]),
        ("对（2026）鲁0302民初9001号调解书", 12, ["对（2026）鲁0302民初", "9001号调解书"]),
    ],
)
def test_a_number_and_its_unit_do_not_part_where_the_line_can_spare_the_number(text, cells, broken):
    assert lines(text, cells) == broken


def test_a_long_amount_parts_from_its_unit_rather_than_leave_a_hole_in_the_line():
    assert lines("应当于期限内支付36,400.50元", 13)[0] == "应当于期限内支付36,400.50"


@pytest.mark.parametrize(
    ("text", "cells", "broken"),
    [
        ("2026年2月20日至2026年3月20日", 8, ["2026年2月20日至", "2026年3月20日"]),
        ("2026年3月20日18时00分", 9, ["2026年3月20日", "18时00分"]),
        ("2026年3月20日", 5, ["2026年3月", "20日"]),
    ],
)
def test_a_ragged_line_of_a_cell_keeps_dates_whole_where_they_fit(text, cells, broken):
    ragged = break_lines(glyphs(text), 2 * cells, 2 * cells, stretch=False)
    assert ["".join(one.character for one in line.glyphs) for line in ragged] == broken


def test_groups_of_digits_do_not_part_where_they_fit_in_a_line():
    assert lines("汇入账号0000 0000 0000 0002；", 10) == ["汇入账号", "0000 0000 0000 0002；"]
    assert lines("甲0000 0000 0000 0002", 6) == ["甲", "0000 0000", "0000 0002"]


def test_a_line_that_must_not_stretch_keeps_its_natural_width():
    for text in ("原告请求被告立即还款，并付利息。", "原告，请求被告即还款，并付利息。"):
        for line in break_lines(glyphs(text), 21, 21, stretch=False):
            assert all(edge == int(edge) for edge in line.edges)


def test_dashes_and_dots_stay_in_pairs():
    assert lines("被告没有付款的原因——不知")[0] == "被告没有付款的原"
    assert lines("被告没有付款的原因……不知")[0] == "被告没有付款的原"


def test_a_space_does_not_let_a_mark_begin_a_line():
    assert lines("原告请求被告立即还款 ，并付利息。")[1][0] not in NOT_FIRST


def test_a_word_longer_than_a_line_is_cut_rather_than_lost():
    assert lines("9" * 45) == ["9" * 20, "9" * 20, "9" * 5]


@given(st.text(alphabet="审判原告一二三，。、：；？！（）《》“”……——0123456789.,abcXYZ ", max_size=200))
@settings(max_examples=300)
def test_no_mark_stands_where_it_may_not_and_no_character_is_lost(text):
    broken = lines(text, 14)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    for before, line in pairwise(broken):
        # Where a run of marks alone is longer than a line, there is no lawful place to break it.
        if len(set(before) - NOT_FIRST - NOT_LAST - set("0123456789.,abcXYZ ")) >= 2 and line:
            lawful = line[0] not in NOT_FIRST and before[-1] not in NOT_LAST
            assert lawful or _no_choice(before)


def _no_choice(line: str) -> bool:
    pairs = pairwise(line.replace(" ", ""))
    return all(
        after in NOT_FIRST | set(".,") or before in NOT_LAST or (before + after).isascii() for before, after in pairs
    )


@given(st.text(alphabet="审判原告一二三，。（）0123456789ab ", min_size=1, max_size=200))
@settings(max_examples=200)
def test_no_line_is_wider_than_its_room(text):
    for line in break_lines(glyphs(text), 24, 28):
        assert line.width <= 28.001
        assert list(line.edges) == sorted(line.edges)
