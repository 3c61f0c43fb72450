"""Who stayed away although summoned is said so in the judgment, with the article; anybody else is not (民诉147)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.archive.offers import People, offers_of
from app.cases.attendance import attendance
from app.cases.parties import join_party
from app.cases.store import load_case
from app.documents.fonts import FontSet
from app.documents.service import composed, issue
from app.judgments.papers import absent_note
from app.service import service as services
from support.acts import announce
from support.village import JOINER, a_case, as_judge, new_desk

DAY = "2026-03-20"
SUMMONS = {
    "summons": {
        "person": "李喆",
        "address": "淄川区岭子镇梧桐村45号",
        "reason": "开庭",
        "time": "2026-03-20T14:00:00+08:00",
        "place": "村委会",
    }
}


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet.find()


@pytest.mark.parametrize(
    ("summoned", "present", "said"),
    [
        (True, ["plaintiff"], True),
        (False, ["plaintiff"], False),
        (True, ["plaintiff", "defendant"], False),
    ],
)
def test_an_absence_is_printed_only_of_one_whom_the_summons_reached(
    tmp_path: Path, fonts: FontSet, summoned: bool, present: list[str], said: bool
) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    if summoned:
        paper = issue(desk, case, "summons", SUMMONS, made_on=DAY, fonts=fonts, concerns="defendant")
        services.serve(desk, case, [paper], "defendant", "direct", at="2026-03-20T10:00:00+08:00")
    announce(desk, case, form="simplified")
    (offer,) = [one for one in offers_of(desk, case, People(present)) if one.document == "civil_judgment_simplified"]
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on=DAY)
    text = template.text(blanks)
    words = "被告李喆经传票传唤，无正当理由拒不到庭，本院依法缺席审理。"
    assert (words in text) is said
    assert ("《中华人民共和国民事诉讼法》第一百四十七条" in text) is said


def test_who_sends_an_agent_has_come_and_who_claims_is_not_in_default(tmp_path: Path) -> None:
    # 民诉61: the agent acts for him; a plaintiff who stays away has withdrawn (民诉146).
    agent = {"for": "defendant", "name": "冯律", "authority": "general"}
    desk = new_desk(tmp_path)
    case = load_case(desk.database, a_case(desk, agents=[agent]))
    summoned = ["plaintiff", "defendant"]
    assert absent_note(case, attendance(case, ["plaintiff", "defendant_agent"]), summoned) is None
    assert absent_note(case, attendance(case, ["defendant"]), summoned) is None
    assert absent_note(case, attendance(case, []), summoned) is None
    assert absent_note(case, attendance(case, ["plaintiff"]), summoned) == (
        "被告李喆经传票传唤，无正当理由拒不到庭，本院依法缺席审理"
    )


def test_a_third_party_who_stays_away_is_not_said_to_be_tried_in_absence(tmp_path: Path) -> None:
    # 解释240: the case is heard all the same, and nobody's default is judged (民诉147).
    desk = as_judge(new_desk(tmp_path))
    made = a_case(desk)
    joined = {"at": "2026-03-20T09:10:00+08:00", "on_application_of": None, "reason": "结果与他有利害关系"}
    key = join_party(desk, made, JOINER | {"role": "third_party"}, **joined)
    case = load_case(desk.database, made)
    note = absent_note(case, attendance(case, ["plaintiff", "defendant"]), [key])
    assert note == f"第三人{JOINER['name']}经传票传唤，无正当理由拒不到庭"
