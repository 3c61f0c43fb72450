"""The elements agreed and disputed flow into the judgment; nothing of them is typed again."""

from __future__ import annotations

import pytest

from app.archive.offers import offers_of
from app.documents.service import composed
from app.intake.service import take_defence
from app.judgments import service as judgments
from app.rules.elements import Answer
from support.desks import code_of
from support.village import a_case, as_judge

LOAN = {"本金": "36000元", "已还款": "未还款", "担保": "无"}
DEFENCE = {
    "by": "defendant",
    "at": "2026-03-20T09:35:00+08:00",
    "place": "村委会",
    "oral": True,
    "elements": {"本金": Answer(True), "已还款": Answer(False, "还过2000元")},
}
JUDGMENT = {
    "orders": ["被告李喆于本判决生效之日起十日内偿还原告张𬱖借款36000元。"],
    "laws": ["《中华人民共和国民法典》第六百七十五条"],
    "fee_borne_by": "defendant",
    "announced_at": "2026-03-20T15:50:00+08:00",
    "announced_place": "村委会",
    "present": ["plaintiff", "defendant"],
}
FINDINGS = {"已还款": {"finding": "没有还款2000元的证据", "reason": "主张还款的一方应当举证"}}


def printed(desk, case, form, **more):
    judgments.announce(as_judge(desk), case, form=form, **{**JUDGMENT, **more})
    (offer,) = [one for one in offers_of(desk, case) if one.document.startswith("civil_judgment_")]
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
    return template.text(blanks)


def test_the_element_judgment_lists_what_is_agreed_and_finds_what_is_not(desk):
    case = a_case(desk, elements=LOAN)
    take_defence(desk, case, **DEFENCE)
    text = printed(desk, case, "elements", findings=FINDINGS, reasons="借款应当归还")
    agreed, disputed = text.index("@heading 当事人无争议的要素"), text.index("@heading 当事人有争议的要素")
    assert "一、本金：36000元。" in text[agreed:disputed]
    assert "担保" not in text[agreed:disputed]
    assert (
        "一、已还款。原告张𬱖主张：未还款；被告李喆辩称：还过2000元。"
        "本院认定：没有还款2000元的证据。理由：主张还款的一方应当举证。" in text[disputed:]
    )
    assert "二、担保。原告张𬱖主张：无；对方没有表示意见。" in text[disputed:]
    assert "本院认为，借款应当归还。" in text


def test_the_court_finds_what_either_side_stated_and_nothing_else(desk):
    # 担保 stands in the complaint alone, 用途 in the answer alone, 管辖 in neither.
    case = a_case(desk, elements=LOAN)
    take_defence(desk, case, **{**DEFENCE, "elements": {"用途": Answer(False, "没有约定")}})
    told = {"form": "elements", **JUDGMENT}
    finding = {"finding": "属实", "reason": "有借条"}
    nowhere = {"管辖": finding}
    assert code_of(judgments.announce, as_judge(desk), case, **told, findings=nowhere) == "unknown_choice"
    judgments.announce(as_judge(desk), case, **told, findings={"担保": finding, "用途": finding})


def test_the_table_judgment_has_the_same_elements_in_its_rows(desk):
    case = a_case(desk, elements=LOAN)
    take_defence(desk, case, **DEFENCE)
    text = printed(desk, case, "tabular", findings=FINDINGS)
    assert "@row 无争议要素 | 1.本金：36000元。 | << | <<" in text
    assert "@row 争议要素和认定 | 1.已还款：原告张𬱖主张：未还款；被告李喆辩称：还过2000元。本院认定：" in text


def test_the_brief_judgment_has_orders_and_no_element(desk):
    # 解释280: parties, claims and orders.
    case = a_case(desk, "small_claims", elements=LOAN)
    take_defence(desk, case, **DEFENCE)
    text = printed(desk, case, "brief", findings=FINDINGS)
    assert "判决如下：" in text and JUDGMENT["orders"][0] in text
    assert "还过2000元" not in text and "要素" not in text
    assert "本判决为终审判决。" in text


def test_elements_nobody_answered_are_printed_as_the_plaintiff_states_them(desk):
    case = a_case(desk, elements=LOAN)
    text = printed(desk, case, "elements", found="借款属实。")
    assert "@heading 原告陈述的要素" in text and "一、本金：36000元。" in text
    assert "无争议" not in text
    assert "本院经审理认定事实如下：借款属实。" in text


def test_an_element_judgment_of_a_case_without_elements_is_printed_too(desk):
    text = printed(desk, a_case(desk), "elements", found="借款属实。", reasons="应当偿还。")
    assert "要素" not in text
    assert "本院经审理认定事实如下：借款属实。" in text


@pytest.mark.parametrize("form", ["elements", "tabular"])
def test_a_party_who_agrees_to_status_leaves_it_for_the_court(desk, form):
    case = a_case(
        desk, cause="离婚纠纷", elements={"结婚登记": "2014年5月4日"}, claims=[{"kind": "divorce", "text": "离婚"}]
    )
    take_defence(desk, case, **{**DEFENCE, "elements": {"结婚登记": Answer(True)}})
    text = printed(desk, case, form)
    assert "各方陈述一致，因涉及身份关系由本院查明" in text


def test_a_finding_of_no_element_is_refused(desk):
    case = a_case(desk, elements=LOAN)
    told = {**JUDGMENT, "form": "elements", "findings": {"星座": {"finding": "狮子座"}}}
    assert code_of(judgments.announce, as_judge(desk), case, **told) == "unknown_choice"
