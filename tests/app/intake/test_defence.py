"""The elements of a case and what the other side answers: told once, printed on every paper that needs them."""

from __future__ import annotations

import copy

import pytest

from app.archive.offers import offers_of
from app.cases.store import load_case
from app.documents.service import composed
from app.documents.template import load
from app.intake import papers
from app.intake.service import state_elements, take_defence
from app.intake.store import defences_of
from app.rules.elements import Answer
from support.acts import announce
from support.desks import code_of
from support.village import COMPANY, DEFENDANT, PLAINTIFF, Officer, a_case

DEFENCE = {
    "by": "defendant",
    "at": "2026-03-20T09:35:00+08:00",
    "place": "村委会",
    "oral": True,
    "answers": [{"claim": "判令被告偿还借款本金36000元", "text": "同意归还，请求分期。"}],
    "elements": {"本金": Answer(True), "已还款": Answer(False, "还过2000元")},
}
LOAN = {"本金": "36000元", "担保": "无", "已还款": "未还款"}


def text_of(desk, case, document, blanks):
    template, filled = composed(desk, case, document, blanks, made_on="2026-03-20")
    return template.text(filled)


def test_a_defence_is_on_the_record_and_said_again_replaces_what_was_said(desk):
    case = a_case(desk, elements=LOAN)
    record = take_defence(desk, case, **DEFENCE)
    assert take_defence(desk, case, **{**DEFENCE, "elements": {"本金": Answer(False, "只借了30000元")}}) == record
    (defence,) = defences_of(desk.database, case)
    assert defence.by == "defendant"
    assert defence.elements == {"本金": Answer(False, "只借了30000元")}
    assert defence.answers == [{"claim": "判令被告偿还借款本金36000元", "text": "同意归还，请求分期。"}]


def test_nothing_is_answered_or_stated_in_a_closed_case_or_by_a_stranger(desk):
    case, stranger = a_case(desk, elements=LOAN), desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(take_defence, stranger, case, **DEFENCE) == "role_not_permitted"
    assert code_of(state_elements, stranger, case, {"本金": "36000元"}) == "role_not_permitted"
    announce(desk, case)
    assert code_of(take_defence, desk, case, **DEFENCE) == "case_is_closed"
    assert code_of(state_elements, desk, case, {"本金": "36000元"}) == "case_is_closed"


def test_an_answer_to_the_elements_alone_or_in_words_alone_is_one(desk):
    # 民诉128 asks for no form.
    for changes in ({"answers": []}, {"elements": {}}):
        case = a_case(desk, elements=LOAN)
        take_defence(desk, case, **{**DEFENCE, **changes})
        assert len(defences_of(desk.database, case)) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"by": "plaintiff"}, "only_the_other_side_answers"),
        ({"by": "ghost"}, "unknown_party"),
        ({"answers": [{"claim": None, "text": " "}], "elements": {}}, "field_missing"),
        ({"elements": {"星座": Answer(True)}}, "unknown_choice"),
    ],
)
def test_a_defence_that_says_nothing_or_is_not_the_other_sides_is_refused(desk, changes, code):
    case = a_case(desk, elements=LOAN)
    before = desk.journal.count()
    assert code_of(take_defence, desk, case, **{**DEFENCE, **changes}) == code
    assert desk.journal.count() == before


def test_elements_stated_later_join_those_of_the_filing(desk):
    case = a_case(desk, elements=LOAN)
    state_elements(desk, case, {"交付方式": "转账：微信", "担保": ""})
    assert load_case(desk.database, case).fields["elements"] == {
        "本金": "36000元",
        "已还款": "未还款",
        "交付方式": "转账：微信",
    }


def test_a_written_complaint_is_drawn_with_boxes_and_lines_where_nothing_was_said(desk):
    case = a_case(desk, mode="written", elements={**LOAN, "见证人": "郑某"})
    document, blanks = papers.complaint(load_case(desk.database, case))
    assert document == "civil_complaint_elements"
    text = text_of(desk, case, document, blanks)
    assert "@center （民间借贷纠纷）" in text
    assert "借款金额（约定、实际提供） | 36000元" in text
    assert "有无保证、抵押、质押 | ☑无　□有" in text
    assert "借款利率 | □有约定　□无约定" in text
    assert "借款提供时间 | ______年____月____日" in text
    assert "@row 见证人 | 郑某" in text
    assert "附：本起诉状副本1份" in text


def test_a_complaint_has_a_copy_for_each_on_the_other_side(desk):
    third = {**DEFENDANT, "role": "third_party", "name": "郑三"}
    parties = [PLAINTIFF, DEFENDANT, {**DEFENDANT, "name": "李二"}, third]
    case = a_case(desk, mode="written", parties=copy.deepcopy(parties))
    assert papers.complaint(load_case(desk.database, case))[1]["copies"] == 3


def test_a_cause_without_a_form_is_complained_of_in_running_text(desk):
    case = a_case(desk, mode="written", cause="名誉权纠纷", claims=[{"kind": "personality", "text": "赔礼道歉"}])
    document, blanks = papers.complaint(load_case(desk.database, case))
    assert document == "civil_complaint"
    assert "赔礼道歉。" in text_of(desk, case, document, blanks)


def test_the_defence_form_shows_what_the_plaintiff_says_and_what_is_answered(desk):
    case = a_case(desk, elements=LOAN)
    take_defence(desk, case, **{**DEFENCE, "oral": False})
    (offer,) = [one for one in offers_of(desk, case) if one.document == "statement_of_defence_elements"]
    text = text_of(desk, case, offer.document, offer.blanks)
    assert "借款金额（约定、实际提供） | 36000元 | ☑无　□有 |" in text
    assert "还款情况（已还本金、利息，尚欠） | 未还款 | □无　☑有 | 还过2000元。" in text
    assert "| 同意归还，请求分期。" in text


def test_the_form_to_answer_on_is_enclosed_with_the_notice_to_respond(desk):
    loan = a_case(desk)
    libel = a_case(desk, cause="名誉权纠纷", claims=[{"kind": "personality", "text": "赔礼道歉"}])
    for case, enclosed in ((loan, True), (libel, False)):
        (offer,) = [one for one in offers_of(desk, case) if one.document == "notice_to_respond"]
        text = text_of(desk, case, offer.document, offer.blanks)
        assert ("附：口头起诉笔录副本、民事答辩状（要素式）" in text) is enclosed


def test_a_defendant_who_has_not_answered_gets_the_form_to_fill_in(desk):
    case = a_case(desk, elements=LOAN)
    (offer,) = [one for one in offers_of(desk, case) if one.document == "statement_of_defence_elements"]
    assert offer.concerns == "defendant"
    text = text_of(desk, case, offer.document, offer.blanks)
    assert "借款金额（约定、实际提供） | 36000元 | □无　□有 |" in text
    assert "□认可　□不认可　□部分认可" in text


def test_an_oral_defence_is_recorded_and_printed_in_the_judgment_without_being_typed_again(desk):
    case = a_case(desk, elements=LOAN)
    take_defence(desk, case, **DEFENCE)
    words = "对“判令被告偿还借款本金36000元”，同意归还，请求分期；对已还款有异议：还过2000元；对本金没有异议。"
    (record,) = [one for one in offers_of(desk, case) if one.document == "oral_defence_record"]
    assert f"被告李喆：{words}" in text_of(desk, case, "oral_defence_record", record.blanks)
    both = ["plaintiff", "defendant"]
    announce(desk, case, form="simplified", present=both, found="借款属实。", reasons="应当偿还。")
    (judgment,) = [one for one in offers_of(desk, case) if one.document == "civil_judgment_simplified"]
    assert f"被告李喆辩称，{words}" in text_of(desk, case, judgment.document, judgment.blanks)


def test_who_represents_an_organisation_and_by_what_power_is_printed_from_the_case(desk):
    agent = {"for": "defendant", "name": "冯律", "firm": "山东示例律师事务所", "authority": "special"}
    powers = ["代为承认、放弃、变更诉讼请求", "进行和解"]
    case = a_case(desk, parties=[PLAINTIFF, COMPANY], agents=[{**agent, "powers": powers}])
    offers = {one.document: one for one in offers_of(desk, case) if one.concerns == "defendant"}
    power = text_of(desk, case, "power_of_attorney", offers["power_of_attorney"].blanks)
    assert "委托人：被告淄博示例建材有限公司" in power and "受委托人：冯律，山东示例律师事务所" in power
    assert "特别授权，即代为承认、放弃、变更诉讼请求、进行和解。" in power
    certificate = text_of(desk, case, "representative_certificate", offers["representative_certificate"].blanks)
    assert "兹证明钱明在淄博示例建材有限公司任经理职务，系法定代表人。" in certificate


def test_a_villager_without_an_agent_has_no_such_papers(desk):
    documents = {one.document for one in offers_of(desk, a_case(desk))}
    assert documents.isdisjoint({"power_of_attorney", "representative_certificate"})


def test_both_forms_have_a_place_in_the_dossier() -> None:
    # domain 11.4: 4 起诉状, 6 答辩状.
    assert load("civil_complaint_elements").place == load("civil_complaint").place == 4
    assert load("statement_of_defence_elements").place == load("statement_of_defence").place == 6
