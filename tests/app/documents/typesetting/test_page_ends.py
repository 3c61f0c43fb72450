"""Where a page ends: no announcement without what it announces, no lone line, no boxes to sign for just any text."""

from __future__ import annotations

import io

import pikepdf
import pytest

MM = 72 / 25.4
CLOSING = "@officer 审判员 | 林正和\n@date 二〇二六年三月二十日\n@stamp 本件与原本核对无异\n@officer 书记员 | 周敏\n"
HEAD = "@title 庭前会议笔录\n@number （2026）京0115民初10123号\n"
SIGNERS = (
    "".join(f"@sign party:{at} | 原告甲{at}\n@thumb party:{at} | 捺印\n" for at in range(3))
    + "@sign judge | 审判员\n@sign clerk | 书记员\n"
)


def text(lines: int, character: str = "审") -> str:
    return "".join(f"第{character * 20}\n" for _ in range(lines))


def lines_on(seen, page: int, character: str) -> int:
    """Lines of the text, above the page number, that hold the character."""
    return len({round(one.y) for one in seen if (one.page, one.character) == (page, character) and one.y > 35 * MM})


@pytest.mark.parametrize("lines", range(17, 24))
@pytest.mark.parametrize("announced", ["裁定如下：\n终结诉讼。", "@left 此致\n@left 终"])
def test_what_is_announced_stands_on_the_page_of_its_announcement(set_lines, drawn, lines, announced):
    seen = drawn(set_lines(text(lines) + announced + "\n" + text(9)).pdf)
    page = {one.character: one.page for one in seen}
    assert page["如" if "如" in page else "致"] == page["终"]


@pytest.mark.parametrize("lines", range(14, 24))
@pytest.mark.parametrize("long", range(2, 7))
def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(set_lines, drawn, lines, long):
    seen = drawn(set_lines(text(lines) + "判" * (28 * long - 6) + "\n" + text(2)).pdf)
    parts = [lines_on(seen, page, "判") for page in (0, 1)]
    assert sum(parts) == long and 1 not in parts


def test_a_long_answer_goes_over_with_two_lines(set_lines, drawn):
    for lines in range(18, 27):
        seen = drawn(set_lines(text(lines) + "@turn 原告：| " + "判" * 100, "record").pdf)
        assert 1 not in [lines_on(seen, page, "判") for page in (0, 1)]


@pytest.mark.parametrize(("lines", "pages"), [(13, 1), (14, 1), (15, 1), (17, 2), (36, 2), (37, 2)])
def test_a_closing_that_just_misses_the_page_gives_up_blank_lines(set_lines, drawn, lines, pages):
    made = set_lines(text(lines) + CLOSING)
    assert made.pages == pages
    seen = drawn(made.pdf)
    seal = next(box for box in made.boxes if box.id == "seal")
    judge = next(one for one in seen if one.character == "林")
    clerk = next(one for one in seen if one.character == "周")
    assert judge.y - 3 > seal.y + seal.height and clerk.y + 14 < seal.y
    assert clerk.y > 35 * MM


def test_a_table_of_a_paper_that_just_fits_keeps_it_on_one_page(set_lines):
    table = "@table 50 50\n@row 甲 | 乙\n@end\n"
    for lines in range(15, 20):
        assert set_lines(text(lines) + table).pages == 1


def test_boxes_part_between_signers_rather_than_leave_half_a_page_empty(set_lines, drawn):
    made = set_lines(HEAD + text(14) + SIGNERS, "record")
    assert made.pages == 2
    page = {box.id: box.page for box in made.boxes}
    assert page["party:0"] == 0 and page["clerk"] == page["judge"] == 1
    assert all(page[f"thumb:party:{at}"] == page[f"party:{at}"] for at in range(3))
    seen = drawn(made.pdf)
    assert lines_on(seen, 0, "第") == 14
    said = "".join(one.character for one in seen if one.page == 1)
    assert said.startswith("（2026）京0115民初10123号《庭前会议笔录》签名页（接上页）")


def test_boxes_keep_together_where_they_leave_little_of_a_page_empty(set_lines, drawn):
    made = set_lines(HEAD + text(19) + SIGNERS, "record")
    assert {box.page for box in made.boxes} == {1}
    assert lines_on(drawn(made.pdf), 1, "第") == 2


@pytest.mark.parametrize("lines", range(2, 30))
def test_no_page_holds_boxes_alone(set_lines, drawn, lines):
    made = set_lines(HEAD + text(lines) + SIGNERS + SIGNERS.replace("party:", "agent:"), "record")
    seen = drawn(made.pdf)
    for page in {box.page for box in made.boxes}:
        named = {one.character for one in seen if one.page == page}
        assert lines_on(seen, page, "第") >= 2 or "接" in named
    assert len(made.boxes) == 16


@pytest.mark.parametrize("lines", range(8, 20))
def test_the_date_below_the_boxes_stands_on_their_page(set_lines, drawn, lines):
    made = set_lines(HEAD + text(lines) + SIGNERS + "@right 2026年3月20日", "record")
    page = next(one.page for one in drawn(made.pdf) if one.character == "月")
    assert any(box.page == page for box in made.boxes)


def test_labels_without_roles_lose_the_number_of_the_role_but_no_part_of_a_name(set_lines, drawn):
    numbered = ["原告一覃安", "原告二向平", "被告一黄河", "被告二谭江", "第三人一诺公司"]
    boxes = "".join(f"@sign party:{at} | {label}\n" for at, label in enumerate(numbered))
    made = set_lines("审" * 30 + "\n" + boxes, "record", page_sign=[f"party:{at}" for at in range(5)])
    said = "".join(one.character for one in drawn(made.pdf))
    assert "覃安：" in said and "一覃安：" not in said and "二谭江：" not in said
    assert "一诺公司：" in said and "三一诺公司：" not in said


@pytest.mark.parametrize("signers", [2, 5, 9, 24])
def test_labels_of_page_signatures_can_be_read(set_lines, signers):
    who = [f"party:{at}" for at in range(signers)]
    boxes = "".join(f"@sign {id} | 被告特别授权委托诉讼代理人欧阳{'某' * (at % 3)}\n" for at, id in enumerate(who))
    made = set_lines("审" * 3000 + "\n" + boxes, "record", page_sign=who)
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        for page in document.pages:
            sizes = [float(one.operands[1]) for one in pikepdf.parse_content_stream(page) if str(one.operator) == "Tf"]
            assert min(sizes) >= 7
    marks = [box for box in made.boxes if box.id.startswith("page-sign:") and box.page == 0]
    assert [box.id for box in marks] and len(marks) == signers
    for at, one in enumerate(marks):
        assert one.y >= 35 * MM and one.width >= 20
        for other in marks[at + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


@pytest.mark.parametrize("lines", range(12, 26))
def test_a_stub_below_its_cut_is_one_piece_of_paper(set_lines, drawn, lines):
    stub = "@cut 存卷\n@center 票根\n@table 50 50\n@row 甲 | 乙\n@row 丙 | 丁\n@row 戊 | 己\n@end\n"
    seen = drawn(set_lines(text(lines) + "@date 二〇二六年三月二十日\n" + stub, "summons").pdf)
    assert len({one.page for one in seen if one.character in "存卷票根甲乙丙丁戊己"}) == 1
