"""An issued paper stays as it is; what proves wrong in it is put right by a ruling that names it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from app.archive.offers import offer_of, offers_of
from app.cases.service import correct_party
from app.desk import Desk
from app.documents.disputed import papers_on_disputed_values
from app.documents.fonts import FontSet
from app.documents.service import content_of, issue, load_paper
from app.errors import Disputed, NeedsCorrection
from app.judgments.corrections import correct_paper, corrections_of, number_of
from support.village import DEFENDANT, PLAINTIFF, a_case, as_judge, hand_over, know_each_other, new_desk

DAY = "2026-03-20"
TERMS = {
    "terms": ["被告李喆于2026年4月20日前偿还原告张𬱖借款36000元。"],
    "effect": "on_receipt",
    "fee_borne_by": "defendant",
}
OLD, NEW, OTHER = str(DEFENDANT["address"]), "淄川区岭子镇梧桐村46号", "淄川区岭子镇槲坡村3号"


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet.find()


def statement(desk: Desk, case: str, fonts: FontSet) -> str:
    return issue(desk, case, "civil_mediation_statement", TERMS, made_on=DAY, fonts=fonts)


def words(desk: Desk, record: str) -> str:
    pdf = pypdfium2.PdfDocument(content_of(desk, load_paper(desk.database, record)))
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return re.sub(r"\s", "", text)


def test_a_ruling_names_the_paper_the_wrong_words_and_the_right_ones(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    paper = statement(desk, case, fonts)
    before = content_of(desk, load_paper(desk.database, paper))
    ruling = correct_paper(desk, paper, [("2026年4月20日", "2026年4月2日")], made_on="2026-03-23", fonts=fonts)
    said = words(desk, ruling)
    assert "（2026）鲁0302民初1501号民事调解书第一页中“2026年4月20日”补正为“2026年4月2日”。" in said
    assert "第一百五十七条第一款第七项" in said and "第二百四十五条" in said
    assert content_of(desk, load_paper(desk.database, paper)) == before
    assert [one.record for one in corrections_of(desk.database, load_paper(desk.database, paper))] == [ruling]


def test_the_ruling_says_what_was_found_where_somebody_says_it(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    paper = statement(desk, a_case(desk), fonts)
    pair = [("2026年4月20日", "2026年4月2日")]
    found = correct_paper(desk, paper, pair, made_on=DAY, fonts=fonts, reason="调解笔录记为4月2日")
    assert "存在笔误，应予补正。经查，调解笔录记为4月2日。" in words(desk, found)
    silent = correct_paper(desk, paper, pair, made_on=DAY, fonts=fonts)
    assert "应予补正。依照《中华人民共和国民事诉讼法》" in words(desk, silent)


def test_another_notice_of_its_title_is_counted_and_the_same_one_to_another_party_is_not(
    tmp_path: Path, fonts: FontSet
) -> None:
    # 法〔2016〕37号 counts 通知书 too; a notice served on several parties is one paper in several originals.
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)

    def number(document: str, **blanks: object) -> str:
        record = issue(desk, case, document, blanks, made_on=DAY, fonts=fonts)
        return number_of(desk.database, load_paper(desk.database, record)).partition("号")[2]

    assert number("panel_notice", told=["张𬱖"]) == ""
    assert number("panel_notice", told=["李喆"]) == ""
    assert number("evidence_notice", told=["张𬱖"], until="2026-04-03") == ""
    changed = {"instead_of": "审判员某某", "change_reason": "工作调动"}
    assert number("panel_notice", told=["张𬱖"], **changed) == "之一"
    assert number("panel_notice", told=["李喆"], **changed) == "之一"
    assert number("evidence_notice", told=["张𬱖"], until="2026-04-10") == "之一"


def test_the_second_ruling_of_a_case_carries_its_suffix_after_the_number(tmp_path: Path, fonts: FontSet) -> None:
    # 法〔2016〕37号: each kind counts for itself; the first paper of a kind goes without, the second is 之一.
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    paper = statement(desk, case, fonts)
    rulings = [
        correct_paper(desk, paper, [("2026年4月20日", f"2026年4月{day}日")], made_on=DAY, fonts=fonts)
        for day in (2, 3, 4)
    ]
    numbers = [load_paper(desk.database, one).number for one in (paper, *rulings)]
    bare = "（2026）鲁0302民初1501号"
    assert numbers == [bare, bare, f"{bare}之一", f"{bare}之二"]
    assert f"{bare}之一" in words(desk, rulings[1])


def test_a_ruling_may_itself_be_corrected_by_its_own_number(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    paper = statement(desk, a_case(desk), fonts)
    first = correct_paper(desk, paper, [("2026年4月20日", "2026年4月3日")], made_on=DAY, fonts=fonts)
    second = correct_paper(desk, first, [("2026年4月3日", "2026年4月2日")], made_on=DAY, fonts=fonts)
    third = correct_paper(desk, second, [("2026年4月2日", "2026年4月1日")], made_on=DAY, fonts=fonts)
    assert "（2026）鲁0302民初1501号之一民事裁定书" in words(desk, third)
    assert number_of(desk.database, load_paper(desk.database, third)).endswith("号之二")


def test_words_are_found_across_lines_and_pages(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    long = {**TERMS, "terms": [*TERMS["terms"], *(f"双方确认第{n}项无其他争议。" * 6 for n in range(12))]}
    paper = issue(desk, case, "civil_mediation_statement", long, made_on=DAY, fonts=fonts)
    assert load_paper(desk.database, paper).pages > 1
    wrong = "本调解书经各方当事人签收后，即具有法律效力"
    ruling = correct_paper(desk, paper, [(wrong, "本调解书经双方签收后，即具有法律效力")], made_on=DAY, fonts=fonts)
    assert "民事调解书第一页中" not in words(desk, ruling)


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([], "correction_words_missing"),
        ([("", "甲")], "correction_words_missing"),
        ([("2026年4月20日", " ")], "correction_words_missing"),
        ([("2026年4月20日", "2026年4月 20日")], "correction_changes_nothing"),
        ([("2027年4月20日", "2026年4月20日")], "correction_words_not_in_paper"),
    ],
)
def test_a_correction_that_corrects_nothing_is_refused(
    tmp_path: Path, fonts: FontSet, pairs: list[tuple[str, str]], code: str
) -> None:
    desk = as_judge(new_desk(tmp_path))
    paper = statement(desk, a_case(desk), fonts)
    with pytest.raises(NeedsCorrection, match=code):
        correct_paper(desk, paper, pairs, made_on=DAY, fonts=fonts)


def test_a_notice_is_issued_anew_and_not_corrected_by_a_ruling(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    notice = issue(desk, a_case(desk), "rights_and_duties_notice", {}, made_on=DAY, fonts=fonts)
    with pytest.raises(NeedsCorrection, match="correction_not_for_this_paper"):
        correct_paper(desk, notice, [("甲", "乙")], made_on=DAY, fonts=fonts)


def test_a_clerk_makes_no_ruling(tmp_path: Path, fonts: FontSet) -> None:
    desk = new_desk(tmp_path)
    paper = statement(as_judge(desk), a_case(desk), fonts)
    with pytest.raises(NeedsCorrection, match="role_not_permitted"):
        correct_paper(desk, paper, [("2026年4月20日", "2026年4月2日")], made_on=DAY, fonts=fonts)


def test_a_wrong_name_may_be_quoted_in_the_ruling_that_puts_it_right(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    wrong = {**TERMS, "terms": ["被告李哲于2026年4月20日前偿还原告张𬱖借款36000元。"]}
    paper = issue(desk, case, "civil_mediation_statement", wrong, made_on=DAY, fonts=fonts, despite="笔误未及发现")
    ruling = correct_paper(desk, paper, [("被告李哲", "被告李喆")], made_on=DAY, fonts=fonts)
    assert "“被告李哲”补正为“被告李喆”" in words(desk, ruling)


class TwoLaptops:
    """One case on two laptops; the first issued a statement with the old address."""

    def __init__(self, folder: Path, fonts: FontSet, *, mine: str | None = None, theirs: str = NEW) -> None:
        self.here = as_judge(new_desk(folder / "a", 1))
        self.there = as_judge(new_desk(folder / "b", 2))
        know_each_other(self.here, self.there)
        self.case = a_case(self.here)
        hand_over(self.here, self.there)
        if mine is not None:
            correct_party(self.here, self.case, "defendant", {"address": mine})
        self.paper = statement(self.here, self.case, fonts)
        correct_party(self.there, self.case, "defendant", {"address": theirs})

    def meet(self) -> None:
        hand_over(self.there, self.here)
        hand_over(self.here, self.there)

    def states(self) -> list[tuple[str, object, object, str, object]]:
        return [
            (one.field, one.printed, one.rival, one.state, one.right)
            for one in papers_on_disputed_values(self.here.database)
        ]

    def decide(self, value: str) -> None:
        record = next(p for p in self.here.journal.of_case(self.case) if p.fields.get("address") == value).record
        self.here.decide(record, "address", value)


def test_a_later_change_that_had_seen_the_printed_value_is_no_dispute(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts)
    two.meet()
    # The other laptop knew the printed entry and replaced it: the party moved, the paper was right in its time.
    assert two.states() == []


def test_a_rival_that_comes_later_marks_the_paper(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts, mine=OTHER)
    assert two.states() == []
    two.meet()
    assert two.states() == [("address", OTHER, NEW, "open", None)]
    assert papers_on_disputed_values(two.here.database, "case-of-nobody") == []


def test_while_nobody_has_picked_no_ruling_is_made(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts, mine=OTHER)
    two.meet()
    assert "ruling_correction" not in [one.document for one in offers_of(two.here, two.case)]
    with pytest.raises(Disputed, match="values_differ"):
        correct_paper(two.here, two.paper, [(OTHER, NEW)], made_on=DAY, fonts=fonts)


def test_a_printed_value_that_was_picked_needs_no_correction(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts, mine=OTHER)
    two.meet()
    two.decide(OTHER)
    assert two.states() == [("address", OTHER, NEW, "upheld", None)]
    assert "ruling_correction" not in [one.document for one in offers_of(two.here, two.case)]
    # The party moves months later: that is no fault of the paper.
    correct_party(two.here, two.case, "defendant", {"address": OLD})
    assert two.states() == [("address", OTHER, NEW, "upheld", None)]


def test_a_printed_value_that_was_overruled_is_offered_its_ruling(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts, mine=OTHER)
    two.meet()
    two.decide(NEW)
    assert two.states() == [("address", OTHER, NEW, "overruled", NEW)]
    offer = offer_of(two.here, two.case, "ruling_correction")
    assert offer.concerns == two.paper
    ruling = issue(two.here, two.case, offer.document, offer.blanks, made_on=DAY, fonts=fonts, concerns=offer.concerns)
    assert f"“{OTHER}”补正为“{NEW}”" in words(two.here, ruling)
    assert [one.record for one in corrections_of(two.here.database, load_paper(two.here.database, two.paper))] == [
        ruling
    ]


def test_equal_values_are_never_a_dispute(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts, mine=NEW, theirs=NEW)
    two.meet()
    assert two.states() == []


def test_every_laptop_that_holds_the_case_sees_the_mark(tmp_path: Path, fonts: FontSet) -> None:
    two = TwoLaptops(tmp_path, fonts, mine=OTHER)
    two.meet()
    marked = papers_on_disputed_values(two.there.database, two.case)
    assert [(one.paper.record, one.state) for one in marked] == [(two.paper, "open")]
    assert PLAINTIFF["address"] not in [one.printed for one in marked]
