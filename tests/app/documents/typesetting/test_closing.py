"""The closing: never alone on a page, the seal on the date, clear of the officers (法〔2016〕221号)."""

from __future__ import annotations

import io

import pikepdf
import pytest

MM = 72 / 25.4
CLOSING = "@officer 审判员 | 林正和\n@date 二〇二六年三月二十日\n@stamp 本件与原本核对无异\n@officer 书记员 | 周敏\n"


@pytest.mark.parametrize("lines", range(10, 26))
def test_the_closing_never_stands_alone_on_a_page(set_lines, drawn, lines):
    seen = drawn(set_lines("".join(f"第{'审' * 20}\n" for _ in range(lines)) + CLOSING).pdf)
    page = next(one.page for one in seen if one.character == "书")
    assert {one.page for one in seen if one.character in "林敏〇"} == {page}
    assert len({round(one.y) for one in seen if one.page == page and one.character == "第"}) >= 2


def test_the_seal_is_centred_on_the_date_and_covers_no_officer(set_lines, drawn):
    made = set_lines("本院确认。\n" + CLOSING)
    seal = next(box for box in made.boxes if box.id == "seal")
    seen = drawn(made.pdf)
    start = next(at for at, one in enumerate(seen) if one.character == "二")
    date = seen[start : start + 10]
    assert seal.width == seal.height == pytest.approx(42 * MM)
    assert seal.x + seal.width / 2 == pytest.approx((date[0].x + date[-1].x + 16) / 2, abs=0.5)
    assert seal.y + seal.height / 2 == pytest.approx(date[0].y + 6, abs=3)
    judge = next(one for one in seen if one.character == "林")
    clerk = next(one for one in seen if one.character == "周")
    assert judge.y - 3 > seal.y + seal.height and clerk.y + 14 < seal.y


def test_posts_and_names_are_spaced_as_the_rule_for_statements_says(set_lines, drawn):
    """审　　判　　员　　　林正和　　|: two cells in the post, three to the name, two after it."""
    seen = drawn(set_lines("本院确认。\n" + CLOSING).pdf)
    at = {one.character: (one.x - 28 * MM) / (156 * MM / 28) for one in seen if one.character in "审判员林正和书记周敏"}
    assert [at[one] for one in "审判员林正和"] == pytest.approx([13, 16, 19, 23, 24, 25], abs=0.05)
    assert [at[one] for one in "书记周敏"] == pytest.approx([13, 16, 23, 25], abs=0.05)


def test_a_sealed_letter_has_four_cells_right_of_its_date(set_lines, drawn):
    """GB/T 9704-2012, 7.3.5.1."""
    seen = drawn(set_lines("特此通知。\n@date 二〇二六年三月二十日\n", "notice").pdf)
    last = next(one for one in seen if one.character == "日")
    assert (last.x - 28 * MM) / (156 * MM / 28) == pytest.approx(23, abs=0.05)


@pytest.mark.parametrize("lines", range(1, 23))
@pytest.mark.parametrize("layout", ["notice", "form"])
def test_the_seal_on_a_date_alone_keeps_clear_of_the_text_within_a_line(set_lines, drawn, lines, layout):
    """GB/T 9704-2012, 7.3.5.1: its top at most one line below the text, and no text under it."""
    made = set_lines("".join(f"@left 第{'审' * 27}\n" for _ in range(lines)) + "@date 二〇二六年三月二十日\n", layout)
    seal = next(box for box in made.boxes if box.id == "seal")
    low = min(one.y for one in drawn(made.pdf) if one.page == seal.page and one.character == "审")
    size, pitch = (16, 225 * MM / 22) if layout == "notice" else (14, 225 * MM / 26)
    assert 0 <= low - 0.14 * size - (seal.y + seal.height) <= pitch


def test_each_officer_who_signs_has_a_box(set_lines):
    boxes = {
        box.id
        for box in set_lines("本院确认。\n@officer 人民陪审员 | 甲乙\n@officer 人民陪审员 | 丙丁\n" + CLOSING).boxes
    }
    assert boxes == {"assessor:1", "assessor:2", "judge", "seal", "clerk"}


def test_judges_beside_the_one_who_presides_have_boxes_by_their_place_on_the_panel(set_lines):
    panel = "@officer 审判长 | 甲乙\n@officer 审判员 | 丙丁\n@officer 人民陪审员 | 戊己\n"
    boxes = set_lines(f"本院确认。\n{panel}@date 二〇二六年三月二十日\n").boxes
    down = sorted((box for box in boxes if box.id != "seal"), key=lambda box: -box.y)
    assert [box.id for box in down] == ["judge", "assessor:1", "assessor:2"]


def test_boxes_to_sign_keep_two_lines_of_text_with_them(set_lines, drawn):
    for lines in range(18, 27):
        made = set_lines(
            "".join(f"第{'审' * 20}\n" for _ in range(lines))
            + "@sign party:plaintiff | 原告\n@thumb party:plaintiff | 捺印\n@sign party:defendant | 被告\n",
            "record",
        )
        page = min(box.page for box in made.boxes)
        assert len({round(one.y) for one in drawn(made.pdf) if one.page == page and one.character == "第"}) >= 2


def test_records_have_a_line_to_sign_on_each_page(set_lines):
    made = set_lines("审" * 3000 + "\n@sign party:plaintiff | 原告", "record", page_sign=["party:plaintiff", "clerk"])
    marks = [box for box in made.boxes if box.id.startswith("page-sign:")]
    assert made.pages > 2
    assert {box.id for box in marks} == {
        f"page-sign:{who}:{page}" for who in ("party:plaintiff", "clerk") for page in range(made.pages)
    }
    assert all(box.y >= 35 * MM for box in marks)


def test_where_few_sign_each_is_named_in_one_line_large_enough_to_read(set_lines, drawn):
    who = {"judge": "审判长林示例", "judge:2": "审判员宋示例", "assessor:1": "人民陪审员何示例", "clerk": "记录人"}
    boxes = "".join(f"@sign {id} | {label}\n" for id, label in who.items())
    made = set_lines("审" * 3000 + "\n" + boxes, "record", page_sign=list(who))
    foot = [one for one in drawn(made.pdf) if one.page == 0 and one.character in "民陪审员何示例"]
    name = [one for one in foot if one.y < 35 * MM + 60]
    assessor = sorted((one for one in name if one.y == min(one.y for one in name)), key=lambda one: one.x)
    assert "".join(one.character for one in assessor).startswith("民陪审员何示例")
    assert all(box.width > 100 for box in made.boxes if box.id.startswith("page-sign:"))


COMPANY = "新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒农牧机械化服务专业合作社"


@pytest.mark.parametrize("signers", [4, 8, 16, 32, 45])
def test_places_to_sign_a_page_leave_room_for_its_text_however_many_sign(set_lines, drawn, signers):
    long = COMPANY if signers < 45 else "欧阳某"
    names = [(long, "阿卜杜热伊木·阿卜杜喀迪尔", "张𬱖", "欧阳某某")[at % 4] for at in range(signers)]
    boxes = "".join(f"@sign party:{at} | 被告{name}\n" for at, name in enumerate(names))
    made = set_lines("审" * 3000 + "\n" + boxes, "record", page_sign=[f"party:{at}" for at in range(signers)])
    marks = [box for box in made.boxes if box.id.startswith("page-sign:") and box.page == 0]
    assert len(marks) == signers and all(one.width >= 28 and one.height >= 20 for one in marks)
    seen = [one for one in drawn(made.pdf) if one.page == 0]
    lowest = min(one.y for one in seen if one.character == "审")
    assert lowest > max(one.y + one.height for one in marks) and min(one.y for one in marks) >= 35 * MM
    at_foot = [one.character for one in seen if 35 * MM < one.y < lowest - 10]
    assert at_foot.count("张") == at_foot.count("喀") == signers // 4
    for at, one in enumerate(marks):
        assert one.x >= 28 * MM and one.x + one.width <= (210 - 26) * MM
        assert not any(abs(one.y - other.y) < 20 and abs(one.x - other.x) < 30 for other in marks[at + 1 :])


def test_more_signers_than_a_page_has_room_for_sign_at_the_end_only(set_lines):
    who = [f"party:{at}" for at in range(120)]
    boxes = "".join(f"@sign {id} | 被告欧阳某某\n" for id in who)
    made = set_lines("审" * 3000 + "\n" + boxes, "record", page_sign=who)
    assert {box.id for box in made.boxes} == set(who)


def test_no_two_boxes_of_a_page_overlap(set_lines):
    made = set_lines(
        "审理终结。\n@sign party:plaintiff | 原告\n@thumb party:plaintiff | 捺印\n"
        "@sign judge | 审判员\n@sign clerk | 书记员\n",
        "record", page_sign=["party:plaintiff", "judge", "clerk"],
    )  # fmt: skip
    for at, one in enumerate(made.boxes):
        for other in made.boxes[at + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y, (one, other)


LONG = "阿不都热合曼" * 33 + "买买"  # 200 characters


@pytest.mark.parametrize(
    "lines",
    [
        f"正文。\n@officer 审判员 | {LONG}\n@date 二〇二六年三月二十日",
        f"正文。\n@sign party:plaintiff | 原告{LONG}\n@thumb party:plaintiff | 捺印",
        f"@table 20 80\n@row 当事人 | {LONG}\n@row {LONG} | 乙\n@end",
        f"@turn {LONG}：| 收到。",
        f"@check [x] {LONG} ; [ ] 否",
    ],
)
@pytest.mark.parametrize("layout", ["statement", "record"])
def test_a_name_of_200_characters_stays_between_the_margins_and_can_be_read(set_lines, drawn, words, lines, layout):
    made = set_lines(lines, layout)
    assert LONG in words(made.pdf).replace("捺印", "")
    for one in drawn(made.pdf):
        assert 28 * MM - 9 <= one.x <= (210 - 26) * MM
        assert 20 * MM <= one.y <= (297 - 37) * MM
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        sizes = [
            float(one.operands[1])
            for page in document.pages
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "Tf"
        ]
    assert min(sizes) >= 10


def test_a_long_post_goes_on_below_itself_between_the_margins(set_lines, drawn, words):
    post = "某某自治县某某镇人民调解委员会驻巡回法庭人民调解工作室首席人民调解员" * 2
    made = set_lines(f"本院确认。\n@officer {post} | 周敏\n")
    assert f"{post}周敏" in words(made.pdf)
    assert all(28 * MM - 1 <= one.x <= (210 - 26) * MM - 15 for one in drawn(made.pdf) if one.character in post)


def test_the_box_of_an_officer_with_a_long_name_holds_all_its_lines(set_lines):
    boxes = {box.id: box for box in set_lines(f"正文。\n@officer 审判员 | {LONG}\n@date 二〇二六年").boxes}
    assert boxes["judge"].height > 10 * 225 * MM / 22 and boxes["judge"].x >= 28 * MM
