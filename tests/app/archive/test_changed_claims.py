"""What papers say of claims that changed and of counterclaims: notices, fee notices, D04, judgment, agreement."""

from __future__ import annotations

import pytest

from app.archive.offers import offer_of, offers_of
from app.archive.prefilled import prefilled
from app.cases.store import load_case
from app.documents.service import composed, proofreading
from app.documents.template import load
from app.fees import service as fees
from app.intake import claims
from app.intake.counterclaims import take_counterclaim
from app.intake.service import take_defence
from app.mediation import service as mediation
from support.acts import AFTER, COUNTER, a_counterclaim, announce, first_claim, join
from support.village import DEFENDANT, PLAINTIFF, a_case, as_judge

NOON = "2026-03-20T12:00:00+08:00"
HUNDRED = [{"kind": "property", "amount": "100000", "text": "判令被告偿还借款本金100000元"}]


def text_of(desk, case, document, concerns=None):
    offer = offer_of(desk, case, document, concerns=concerns)
    template, blanks = composed(desk, case, document, offer.blanks, made_on="2026-03-20")
    return template.text(blanks)


def a_counterclaim_heard(desk, procedure="ordinary"):
    case = a_case(desk, procedure, claims=HUNDRED)
    return join(desk, (case, take_counterclaim(desk, case, **COUNTER)))


def kinds(desk, case):
    return [(offer.document, offer.concerns) for offer in offers_of(desk, case)]


def test_the_other_side_is_told_of_changed_claims(desk):
    case = a_case(desk)
    assert "claims_change_notice" not in {document for document, _ in kinds(desk, case)}
    more = {"kind": "property", "amount": "1200", "text": "判令被告支付利息1200元"}
    claims.add_claim(desk, case, more, by="plaintiff", at=AFTER)
    claims.drop_claim(desk, case, first_claim(desk, case), by="plaintiff", at=NOON)
    assert [of for document, of in kinds(desk, case) if document == "claims_change_notice"] == ["defendant"]
    text = text_of(desk, case, "claims_change_notice")
    assert f"原告{PLAINTIFF['name']}于2026年3月20日变更诉讼请求" in text
    assert "变更后的诉讼请求为：判令被告支付利息1200元。" in text
    assert "放弃的请求：判令被告偿还借款本金36000元。" in text


def test_both_sides_are_told_of_a_counterclaim_each_what_it_has_to_do(desk):
    case, record = a_counterclaim(desk)
    assert "counterclaim_notice" not in {document for document, _ in kinds(desk, case)}
    join(desk, (case, record))
    told = text_of(desk, case, "counterclaim_notice", "plaintiff")
    assert "收到反诉状副本之日起十五日内" in told and "民事反诉状副本" in told and "反诉与本诉基于相同事实" in told
    assert "自提起反诉次日起七日内" in text_of(desk, case, "counterclaim_notice", "defendant")


@pytest.mark.parametrize("procedure", ["ordinary", "small_claims"])
def test_one_that_is_not_taken_has_a_ruling_of_its_own(desk, procedure):
    case = a_case(desk, procedure)
    record = take_counterclaim(desk, case, **COUNTER)
    document = "ruling_counterclaim_not_accepted"
    assert document not in {name for name, _ in kinds(desk, case)}
    join(desk, (case, record), joined=False, why="应当由其他人民法院专属管辖")
    offer = offer_of(desk, case, document, concerns=record)
    text = text_of(desk, case, document, record)
    # 解释233 ¶3; 民诉157, 171.
    assert f"被告{DEFENDANT['name']}于2026年3月20日向本院提起反诉，反诉请求为：判令反诉被告支付货款50000元。" in text
    assert f"被告{DEFENDANT['name']}提起的反诉应当由其他人民法院专属管辖，应当不予受理，告知其另行起诉。" in text
    assert f"对被告{DEFENDANT['name']}的反诉，本院不予受理。" in text and "十日内" in text
    found = proofreading(desk, case, document, offer.blanks, made_on="2026-03-20")
    assert [one.code for one in found if one.severity == "must"] == []


def test_who_was_raised_upon_pays_nothing_and_who_raised_gets_the_notice(desk):
    case = a_case(desk, "ordinary", claims=HUNDRED)
    fees.take_payment(desk, case, payer="plaintiff", amount="2300.00", how="bank", at=NOON)
    claims.change_claim(desk, case, first_claim(desk, case), {"amount": "150000"}, by="plaintiff", at=NOON)
    notice = offer_of(desk, case, "fee_notice")
    # 3,300 − 2,300 (domain 2.9, no. 6 and 8); seven days from 21 March end on Friday the 27th (费用22).
    told = {name: notice.blanks[name] for name in ("payer_name", "reason", "due", "pay_by")}
    assert told == {
        "payer_name": PLAINTIFF["name"],
        "reason": "increase",
        "due": "1000.00",
        "pay_by": "2026-03-27",
    }
    assert "第二十一条第一项" in text_of(desk, case, "fee_notice")


def test_who_brought_the_counterclaim_gets_its_fee_notice(desk):
    case, record = a_counterclaim_heard(desk)
    notice = offer_of(desk, case, "fee_notice", concerns=record)
    told = {name: notice.blanks[name] for name in ("payer_name", "reason", "due", "pay_by")}
    # Domain 2.9, no. 37.
    assert told == {
        "payer_name": DEFENDANT["name"],
        "reason": "counterclaim",
        "due": "525.00",
        "pay_by": "2026-03-27",
    }
    text = text_of(desk, case, "fee_notice", record)
    assert "提起反诉" in text and "预交反诉案件受理费525元" in text
    suit = offer_of(desk, case, "fee_notice", concerns="plaintiff")
    assert (suit.blanks["reason"], suit.blanks["due"]) == ("prepay", "2300.00")


def test_the_counterclaim_itself_is_filled_in_from_the_case(desk):
    case, _ = a_counterclaim(desk)
    template = load("counterclaim")
    written = prefilled(desk, case, template, template.blanks, made_on="2026-03-20")["counter"]
    assert written == {
        "by": "defendant",
        "against": "plaintiff",
        "claims": ["判令反诉被告支付货款50000元"],
        "facts": COUNTER["facts"],
        "copies": 1,
    }


def test_a_judgment_prints_both_claims_both_standings_and_both_fees(desk):
    case, _ = a_counterclaim_heard(desk)
    told = {"form": "ordinary", "found": "借款和货款都属实。", "reasons": "双方的债务都应当清偿。"}
    announce(desk, case, **told, fee_borne_by="defendant", counterclaim_fee_borne_by="plaintiff")
    text = text_of(desk, case, "civil_judgment_ordinary")
    assert "原告（反诉被告）：" in text and "被告（反诉原告）：" in text
    assert "向本院提出诉讼请求：判令被告偿还借款本金100000元。" in text
    assert f"反诉原告{DEFENDANT['name']}向本院提出反诉请求：判令反诉被告支付货款50000元。" in text
    for paper in (text, text_of(desk, case, "pronouncement_record")):
        assert "本诉案件受理费2300元，由被告（反诉原告）李喆负担" in paper
        assert "反诉案件受理费1050元，减半收取计525元，由原告（反诉被告）张𬱖负担" in paper
    offer = offer_of(desk, case, "civil_judgment_ordinary")
    found = proofreading(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
    assert [one for one in found if one.severity == "must"] == []
    borne = offer_of(desk, case, "fee_notice", concerns=load_case(desk.database, case).counterclaims[0].record)
    assert (borne.blanks["payer_name"], borne.blanks["reason"]) == (PLAINTIFF["name"], "borne")


def test_an_agreement_divides_both_fees_too(desk):
    case, _ = a_counterclaim_heard(desk, "simplified")
    told = {"at": NOON, "place": "调解室", "public": False, "terms": ["互不再追究。"], "fee_borne_by": "plaintiff"}
    mediation.agree(as_judge(desk), case, **told, counterclaim_fee_borne_by="defendant")
    text = text_of(desk, case, "civil_mediation_statement")
    assert "本诉案件受理费2300元，减半收取计1150元，由原告（反诉被告）张𬱖负担" in text
    assert "反诉案件受理费1050元，减半收取计525元，由被告（反诉原告）李喆负担" in text


def test_what_was_lowered_too_late_is_called_for_from_who_lowered_it(desk):
    case = a_case(desk, "ordinary", claims=HUNDRED)
    told = {"by": "plaintiff", "at": NOON, "inquiry_closed": True}
    claims.change_claim(desk, case, first_claim(desk, case), {"amount": "50000"}, **told)
    announce(desk, case, fee_borne_by="defendant")
    # Domain 2.9, no. 5 and 6: of 2,300 the loser bears 1,050 (费用29, 35).
    notices = [offer for offer in offers_of(desk, case) if offer.document == "fee_notice"]
    assert [(one.concerns, one.blanks["due"]) for one in notices] == [
        ("defendant", "1050.00"),
        ("plaintiff", "1250.00"),
    ]


def test_a_plaintiff_answers_a_counterclaim_and_the_judgment_says_so(desk):
    case, _ = a_counterclaim_heard(desk)
    answer = {"at": NOON, "place": "村委会", "oral": True, "answers": [{"claim": None, "text": "货款已经付清。"}]}
    take_defence(desk, case, by="plaintiff", **answer)
    told = {"form": "elements", "found": "借款和货款都属实。", "reasons": "双方的债务都应当清偿。"}
    announce(desk, case, **told, fee_borne_by="defendant", counterclaim_fee_borne_by="plaintiff")
    blanks = offer_of(desk, case, "civil_judgment_elements").blanks
    assert blanks["answers"] == [{"by_name": f"原告（反诉被告）{PLAINTIFF['name']}", "text": "货款已经付清。"}]
    assert blanks["disputed"] is None
