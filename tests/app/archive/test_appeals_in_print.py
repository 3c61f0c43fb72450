"""What papers say of an appeal: 上诉状, the notice with its copy, the call for its fee, the letter, the certificate."""

from __future__ import annotations

import pytest

from app.archive.offers import offer_of, offers_of
from app.archive.prefilled import prefilled
from app.documents.parts import free_blanks
from app.documents.service import composed, proofreading
from app.documents.template import load
from app.service.appeals import answer_appeal, bring_appeal, note_appeal_fee, withdraw_appeal
from support.acts import APPEAL, a_judged_case, a_paper_of, an_appeal, appeal, services
from support.village import DEFENDANT, JOINER, PLAINTIFF, a_case

DAY = "2026-04-08"


def text_of(desk, case, document, concerns=None):
    offer = offer_of(desk, case, document, concerns=concerns)
    template, blanks = composed(desk, case, document, offer.blanks, made_on=DAY)
    return template.text(blanks)


def filled(desk, case, document, made_on=DAY):
    template = load(document)
    return prefilled(desk, case, template, free_blanks(template, ()), made_on=made_on)


def offered(desk, case):
    return {(offer.document, offer.concerns) for offer in offers_of(desk, case)}


def test_the_appeal_names_both_sides_the_paper_and_what_is_asked(desk):
    case, record = an_appeal(desk)
    text = text_of(desk, case, "civil_appeal", record)
    assert f"上诉人（原审被告）：{DEFENDANT['name']}，男" in text
    assert f"被上诉人（原审原告）：{PLAINTIFF['name']}，男" in text
    assert "于2026年3月20日作出的（2026）鲁0302民初1501号受理案件通知书" in text  # the title of the test's bare paper
    assert APPEAL["request"] in text and APPEAL["reasons"] in text
    assert "山东省淄博市中级人民法院" in text and "副本1份" in text
    assert proofreading(desk, case, "civil_appeal", offer_of(desk, case, "civil_appeal").blanks, made_on=DAY) == ()


def test_who_is_no_respondent_stands_in_it_by_its_standing_of_the_first_instance(desk):
    case, paper = a_judged_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER])
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "defendant-1"})
    text = text_of(desk, case, "civil_appeal")
    assert f"原审被告：{JOINER['name']}" in text and "副本2份" in text


def test_all_others_are_told_and_have_fifteen_days(desk):
    case, paper = a_judged_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER])
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "defendant-1"})
    text = text_of(desk, case, "appeal_notice")
    assert text.count("张𬱖、李栓：") == 1
    assert f"被告{DEFENDANT['name']}不服本院于2026年3月20日作出的" in text and "2026年4月7日收到上诉状" in text
    assert "十五日内" in text and "届满" not in text.partition("你（单位）应当")[0]


def test_a_late_appeal_is_said_to_be_late(desk):
    case, paper = a_judged_case(desk)
    bring_appeal(desk, case, paper=paper, late=True, **{**APPEAL, "at": "2026-04-09T09:00:00+08:00"})
    assert "上诉期已经届满，是否准许由山东省淄博市中级人民法院决定" in text_of(desk, case, "appeal_notice")
    assert filled(desk, case, "appeal_transfer_letter")["appeal"]["by"][0]["late"] is True


def test_the_appellant_is_called_on_for_the_fee_until_it_is_noted(desk):
    case, record = an_appeal(desk)
    blanks = offer_of(desk, case, "fee_notice", concerns=record).blanks
    # 50 + 2.5 % of 10,000 (费用13); seven days from 20 March, the clock's day.
    assert (blanks["due"], blanks["reason"], blanks["pay_by"]) == ("300.00", "appeal", "2026-03-27")
    text = text_of(desk, case, "fee_notice", record)
    assert "上诉案件的案件受理费由上诉人预交" in text and "0000 0000 0000 0001" not in text
    note_appeal_fee(desk, case, record, how="relief_asked", at=DAY)
    assert ("fee_notice", record) not in offered(desk, case)


@pytest.mark.parametrize("document", ["ruling_case_dismissed", "ruling_jurisdiction_objection"])
def test_nobody_is_called_on_for_a_rulings_appeal(desk, document):
    case = a_case(desk)
    told = (case, a_paper_of(desk, case, document))
    _, record = appeal(desk, told, amount=None)
    assert ("appeal_notice", record) in offered(desk, case)
    assert ("fee_notice", record) not in offered(desk, case)


def test_the_letter_names_every_appellant_and_what_goes_along(desk):
    told = a_judged_case(desk)
    case, record = appeal(desk, told)
    bring_appeal(desk, case, paper=told[1], **{**APPEAL, "by": "plaintiff", "at": "2026-04-03T09:00:00+08:00"})
    answer_appeal(desk, case, record, by="plaintiff", at="2026-04-20T09:00:00+08:00")
    note_appeal_fee(desk, case, record, how="paid", at=DAY)
    letter = filled(desk, case, "appeal_transfer_letter", "2026-04-28")["appeal"]
    assert letter["judged_on"] == "2026-03-20" and letter["paper"].startswith("（2026）鲁0302民初1501号")
    assert [(one["name"], one["on"]) for one in letter["by"]] == [("张𬱖", "2026-04-03"), ("李喆", "2026-04-07")]
    assert [tuple(one.values()) for one in letter["materials"]] == [
        ("正卷", "1册"),
        ("上诉状", "2份"),
        ("答辩状", "1份"),
        ("交纳上诉费的凭证或者缓减免申请", "1份"),
    ]
    template, blanks = composed(desk, case, "appeal_transfer_letter", {"appeal": letter}, made_on="2026-04-28")
    text = template.text(blanks)
    assert "原告张𬱖不服，于2026年4月3日提出上诉；被告李喆不服，于2026年4月7日提出上诉。" in text


def test_the_answer_is_of_who_has_not_answered(desk):
    case, record = an_appeal(desk)
    answer = filled(desk, case, "appeal_answer")["answer"]
    assert (answer["by"], answer["appellant"], answer["copies"]) == ("plaintiff", "defendant", 1)
    answer_appeal(desk, case, record, by="plaintiff", at="2026-04-20T09:00:00+08:00")
    assert "by" not in filled(desk, case, "appeal_answer")["answer"]


def test_the_certificate_says_what_became_of_an_appeal(desk):
    case = a_judged_case(desk)[0]
    judgment = a_paper_of(desk, case, "civil_judgment_simplified", title="民事判决书")
    for party in ("plaintiff", "defendant"):
        services.serve(desk, case, [judgment], party, "direct", at="2026-03-24T16:00:00+08:00")
    paper = filled(desk, case, "effectiveness_certificate", "2026-04-20")["paper"]
    assert (paper["no_appeal"], paper["effective_on"]) == (True, "2026-04-09")
    record = bring_appeal(desk, case, paper=judgment, **APPEAL)
    paper = filled(desk, case, "effectiveness_certificate", "2026-04-20")["paper"]
    assert paper["no_appeal"] is False and "effective_on" not in paper
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-15T10:00:00+08:00")
    paper = filled(desk, case, "effectiveness_certificate", "2026-04-20")["paper"]
    assert paper["no_appeal"] is False
    assert (paper["appeal"], paper["effective_on"]) == ("李喆提出的上诉已撤回", "2026-04-15")
