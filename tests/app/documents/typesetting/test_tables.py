"""Tables: joined cells, rows over a page end, the header again, and values that cannot forge a cell."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest

from app.documents.blocks import BadMarkup, Checks, Paragraph, Table, parse
from support.effort import lines_run


def test_cells_join_to_the_left_and_upwards():
    (table,) = parse("@table 20 40 40\n@row 甲 | 乙 | <<\n@row ^^ | 丙 | 丁\n@end")
    assert isinstance(table, Table)
    first, second = table.rows
    assert (first[0].rows, first[1].columns, first[2], second[0]) == (2, 2, None, None)


def test_a_value_can_be_neither_directive_nor_cell_nor_tick():
    blocks = parse(
        "\ue000title 假\n@table 50 50\n@row 甲\ue001乙 | \ue004\ue004\n@end\n@check [x] 是 ; [ ] 否\ue003x] 假"
    )
    paragraph, table, checks = blocks
    assert paragraph == Paragraph("body", "@title 假")
    assert isinstance(table, Table) and [cell.text for cell in table.rows[0]] == ["甲|乙", "<<"]
    assert checks == Checks(((True, "是"), (False, "否[x] 假")))


def test_only_a_line_feed_ends_a_line():
    assert [block.text for block in parse("甲\u2028@title 乙\r@title 丙\x85丁")] == [
        "甲",
        "@title 乙",
        "@title 丙",
        "丁",
    ]


@pytest.mark.parametrize(
    "lines",
    ["@unknown 甲", "@table 50 50\n@row 甲", "@table 50\n@row 甲 | 乙\n@end", "@check 甲"]
    + [
        f"@table {widths}\n@row 甲 | 乙\n@end"
        for widths in ("0 0", "0 100", "-10 110", "nan 50", "inf 50", "1e9 1e9", "一半 一半", "2 98")
    ]
    # Cells joined to another shape than a rectangle would be drawn over each other.
    + [
        "@table 50 50\n@row 甲 | <<\n@row ^^ | 乙\n@end",
        "@table 30 30 40\n@row 甲 | 乙 | 丙\n@row ^^ | << | 丁\n@row 戊 | ^^ | 己\n@end",
    ],
)
def test_a_template_that_errs_is_found_out(lines):
    with pytest.raises(BadMarkup):
        parse(lines)


def test_the_header_is_drawn_on_each_page(set_lines, drawn):
    rows = "".join(f"@row {number} | 借条\n" for number in range(60))
    made = set_lines(f"@table 20 80 header\n@row 序号 | 名称\n{rows}@end", "form")
    seen = drawn(made.pdf)
    assert made.pages >= 3
    for page in range(made.pages):
        first = [one.character for one in seen if one.page == page][:4]
        assert first == list("序号名称")


def test_a_header_taller_than_a_quarter_of_a_page_is_drawn_once(set_lines, drawn, words):
    rows = "".join(f"@row {number} | 借条\n" for number in range(60))
    made = set_lines(f"@table 6 94 header\n@row {'序' * 40} | 名称\n{rows}@end", "form")
    assert words(made.pdf).count("序") == 40
    assert all(one.y >= 35 * 72 / 25.4 for one in drawn(made.pdf) if one.character in "序借条")


def test_a_row_longer_than_a_page_goes_on_and_loses_nothing(set_lines, words):
    text = "".join(chr(0x4E00 + at) for at in range(2500))
    made = set_lines(f"@table 20 80\n@row 事实和理由 | {text}\n@end", "form")
    assert made.pages >= 2
    assert sorted(words(made.pdf)) == sorted("事实和理由" + text)


def test_rows_tied_by_a_joined_cell_lose_nothing_when_they_outgrow_a_page(set_lines, words):
    text = "".join(chr(0x4E00 + at) for at in range(1500))
    made = set_lines(f"@table 20 80\n@row 理由 | {text}\n@row ^^ | {text}\n@row ^^ | 完\n@end", "form")
    assert sorted(words(made.pdf)) == sorted("理由完" + text * 2)


@pytest.mark.parametrize("length", [200, 700, 1500])
@pytest.mark.parametrize("label", ["事实与理由", "事" * 150])
def test_a_cell_joined_over_rows_that_part_stays_on_the_page_and_off_other_words(
    set_lines, drawn, words, label, length
):
    rows = f"@row {label} | 甲 | 第一\n@row ^^ | 乙 | {'审' * length}\n@row ^^ | 丙 | 第三"
    made = set_lines(f"{'判' * 300}\n@table 12 20 68\n{rows}\n@end", "form")
    assert sorted(words(made.pdf)) == sorted("判" * 300 + label + "甲乙丙第一第三" + "审" * length)
    seen = [one for one in drawn(made.pdf) if one.character in label]
    assert all(35 * 72 / 25.4 <= one.y <= (297 - 37) * 72 / 25.4 for one in seen)
    assert len({(one.page, round(one.x), round(one.y)) for one in seen}) == len(seen)


def test_ticks_read_back(set_lines, words):
    assert words(set_lines("@check [x] 直接送达 ; [ ] 留置送达", "form").pdf) == "☑直接送达□留置送达"


@pytest.mark.parametrize(("layout", "pitch", "size"), [("statement", 28.99, 16), ("form", 24.53, 14)])
def test_half_a_line_of_paper_is_left_between_text_and_the_table_below_it(set_lines, drawn, layout, pitch, size):
    made = set_lines("@left 审\n@table 50 50\n@row 甲 | 乙\n@end", layout)
    text = next(one for one in drawn(made.pdf) if one.character == "审")
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        top = max(
            float(one.operands[1])
            for one in pikepdf.parse_content_stream(document.pages[0])
            if str(one.operator) == "m"
        )
    assert text.y - 0.14 * size - top >= pitch / 2


def test_a_line_of_a_narrow_cell_is_never_stretched(set_lines, drawn):
    seen = drawn(set_lines("@table 14 86\n@row 已履行（示例）已履行 | 审\n@end", "form").pdf)
    cells = [one for one in seen if one.character in "已履行"]
    for before, after in pairwise(cells):
        if after.y == before.y and (before.character, after.character) in (("已", "履"), ("履", "行")):
            assert after.x - before.x == pytest.approx(12, abs=0.05)


def test_a_moment_in_a_narrow_column_takes_no_more_lines_than_it_needs(set_lines, drawn):
    seen = drawn(set_lines("@table 20 80\n@row 2026年3月20日9时25分 | 审\n@end", "form").pdf)
    at = {one.character: round(one.y) for one in seen}
    assert at["年"] == at["月"] == at["日"] > at["时"] == at["分"]


def test_tied_rows_that_outgrow_a_page_begin_below_the_text(set_lines, drawn):
    rows = "@row ^^ | 乙\n" * 40
    seen = drawn(set_lines(f"@left 审\n@left 判\n@table 20 80\n@row 甲 | 丙\n{rows}@end", "form").pdf)
    assert {one.page for one in seen if one.character in "审判丙"} == {0}
    assert {one.page for one in seen if one.character == "乙"} >= {0, 1}


def test_a_long_table_takes_work_in_proportion_to_its_rows(set_lines):
    def effort(rows: int) -> int:
        lines = "@table 10 60 30 header\n@row 序号 | 名称 | 页次\n" + "@row 1 | 民事起诉状 | 1—2\n" * rows + "@end"
        return lines_run(lambda: set_lines(lines, "form"))

    effort(10)
    assert effort(1600) < 8.8 * effort(200)


def test_a_column_with_a_long_text_begins_all_its_texts_at_the_left(set_lines, drawn):
    """36000元 stands under the long text's first character, not in the middle of its cell."""
    lines = "@table 25 75\n@row 自二〇二五年三月二日起按年利率计算 | 审\n@row 36000元 | 审\n@end"
    seen = drawn(set_lines(lines, "form").pdf)
    at = {one.character: one.x for one in seen}
    assert at["3"] == pytest.approx(at["自"], abs=3)


def test_a_column_of_labels_is_centred(set_lines, drawn):
    seen = drawn(set_lines("@table 25 75\n@row 案由 | 审\n@row 当事人 | 审\n@end", "form").pdf)
    at = {one.character: one.x for one in seen}
    assert (at["案"] + at["由"]) / 2 == pytest.approx(at["事"], abs=0.5)
