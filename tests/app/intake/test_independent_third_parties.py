"""What a third party with a right of its own asks for in a suit (民诉59¶1; 费用18; 解释81), by hand from domain 2.9."""

from __future__ import annotations

import pytest

from app.archive.offers import offer_of, offers_of
from app.archive.prefilled import prefilled
from app.cases.court import write_court
from app.cases.store import load_case
from app.documents.fill import shared_blanks
from app.documents.service import composed, proofreading
from app.documents.template import load
from app.fees import service as fees
from app.intake import claims
from app.intake.counterclaims import decide_counterclaim, take_counterclaim, withdraw_counterclaim
from support.acts import AFTER, COUNTER, INDEPENDENT, OWN_RIGHT, THIRD, an_independent_claim, announce, join
from support.desks import code_of
from support.village import COURT, DEFENDANT, PLAINTIFF, a_case, as_judge

NOON = "2026-03-20T12:00:00+08:00"


def heard(desk, procedure="ordinary", **changes):
    return join(desk, an_independent_claim(desk, procedure), why=OWN_RIGHT, **changes)


def the_claim(desk, case):
    return load_case(desk.database, case).counterclaims[0]


def text_of(desk, case, document, concerns=None):
    offer = offer_of(desk, case, document, concerns=concerns)
    template, blanks = composed(desk, case, document, offer.blanks, made_on="2026-03-20")
    return template.text(blanks)


def roles(desk, case):
    return [party["role_name"] for party in shared_blanks(desk.database, case, "2026-03-20")["parties"]]


def dues(desk, case):
    held = load_case(desk.database, case)
    return tuple(str(fees.due_now(desk.database, held, one)) for one in (None, *held.counterclaims))


def test_a_third_party_asks_for_its_own_against_both_sides(desk):
    case, record = an_independent_claim(desk)
    brought = the_claim(desk, case)
    assert (brought.record, brought.by, brought.against) == (record, "third_party", ("plaintiff", "defendant"))
    assert brought.independent and brought.open and not brought.heard
    only = take_counterclaim(desk, case, **{**INDEPENDENT, "against": ["defendant"]})
    assert load_case(desk.database, case).counterclaim(only).against == ("defendant",)
    refused = code_of(take_counterclaim, desk, case, **{**INDEPENDENT, "against": ["third_party"]})
    assert refused == "counterclaim_against_the_plaintiff"


def test_its_complaint_is_filled_in_from_the_case(desk):
    case, _ = an_independent_claim(desk)
    template = load("independent_claim")
    filled = prefilled(desk, case, template, template.blanks, made_on="2026-03-20")
    brought = the_claim(desk, case)
    assert filled["own"] == {
        "by": "third_party",
        "against": ["plaintiff", "defendant"],
        "claims": [claim.text for claim in brought.claims],
        "facts": INDEPENDENT["facts"],
        "copies": 2,
    }
    rows = [{"box": "party:third_party", "label": "第三人", "name": THIRD["name"], "present": True}]
    template, blanks = composed(desk, case, "independent_claim", {**filled, "attendance": rows}, made_on="2026-03-20")
    text = template.text(blanks)
    assert f"起诉人（有独立请求权的第三人）：{THIRD['name']}" in text
    assert f"被告（本诉原告）：{PLAINTIFF['name']}" in text and f"被告（本诉被告）：{DEFENDANT['name']}" in text
    assert "附：本起诉状副本2份" in text


def test_its_agent_needs_no_special_power_to_sue(desk):
    # 民诉62 asks special words for a counterclaim, not for a suit of one's own.
    agent = {"for": "third_party", "name": "冯律", "authority": "general", "powers": []}
    case = a_case(desk, parties=[PLAINTIFF, DEFENDANT, THIRD], agents=[agent])
    take_counterclaim(desk, case, **{**INDEPENDENT, "by": "third_party_agent"})
    assert the_claim(desk, case).by == "third_party"


@pytest.mark.parametrize(
    ("procedure", "halving", "sums"),
    [
        # Domain 2.9, no. 5, 6 and 37: 2,300 and half of 1,050.
        ("ordinary", "counterclaim", ("2300.00", "525.00")),
        # 费用18, 分别减半, as some courts read it.
        ("ordinary", "each", ("1150.00", "525.00")),
        # 解释206: once only.
        ("simplified", "each", ("1150.00", "525.00")),
    ],
)
def test_its_fee_is_halved_as_a_counterclaims_is(desk, procedure, halving, sums):
    case, _ = heard(desk, procedure)
    write_court(desk.database, {**COURT, "merged_halving": halving})
    assert dues(desk, case) == sums


def test_it_takes_the_case_out_of_small_claims(desk):
    # 民诉166(六); 解释278.
    case = a_case(desk, "small_claims", parties=[PLAINTIFF, DEFENDANT, THIRD])
    record = take_counterclaim(desk, case, **INDEPENDENT)
    decision = {"joined": True, "why": OWN_RIGHT, "at": AFTER}
    assert code_of(decide_counterclaim, as_judge(desk), case, record, **decision) == "no_longer_small_claims"
    decide_counterclaim(as_judge(desk), case, record, procedure="simplified", **decision)
    assert load_case(desk.database, case).procedure == "simplified"


def test_its_claims_are_changed_by_the_third_party_alone(desk):
    case, _ = heard(desk)
    claim = the_claim(desk, case).claims[0].record
    told = {"at": AFTER}
    assert code_of(claims.change_claim, desk, case, claim, {"amount": "100000"}, by="defendant", **told) == (
        "not_their_claim"
    )
    claims.change_claim(desk, case, claim, {"amount": "100000"}, by="third_party", **told)
    # No. 6: 2,300 halved.
    assert dues(desk, case) == ("2300.00", "1150.00")


def test_papers_call_it_a_third_party_with_an_independent_claim(desk):
    case, _ = an_independent_claim(desk)
    assert roles(desk, case) == ["原告", "被告", "第三人"]
    join(desk, (case, the_claim(desk, case).record), why=OWN_RIGHT)
    assert roles(desk, case) == ["原告", "被告", "有独立请求权的第三人"]


def test_both_sides_are_told_and_answer_and_the_third_party_pays(desk):
    case, record = heard(desk)
    assert "counterclaim_notice" not in {one.document for one in offers_of(desk, case)}
    for side in ("plaintiff", "defendant"):
        told = text_of(desk, case, "independent_claim_notice", side)
        assert "以有独立请求权的第三人的身份参加诉讼" in told and "十五日内" in told and "第三人起诉状副本" in told
    assert "接到交纳诉讼费用通知次日起七日内" in text_of(desk, case, "independent_claim_notice", "third_party")
    notice = text_of(desk, case, "fee_notice", record)
    assert "你（单位）作为有独立请求权的第三人提出诉讼请求" in notice and "预交案件受理费525元" in notice


def test_the_judgment_prints_its_claims_its_standing_and_its_fee(desk):
    case, _ = heard(desk)
    told = {"form": "ordinary", "found": "借款属实。", "reasons": "第三人的请求没有依据。"}
    announce(desk, case, **told, fee_borne_by="defendant", counterclaim_fee_borne_by="third_party")
    text = text_of(desk, case, "civil_judgment_ordinary")
    name = THIRD["name"]
    assert f"有独立请求权的第三人：{name}，" in text
    assert f"有独立请求权的第三人{name}向本院提出诉讼请求：确认借款中的50000元归第三人所有。" in text
    assert f"第三人独立请求的案件受理费1050元，减半收取计525元，由有独立请求权的第三人{name}负担" in text
    assert "反诉" not in text
    offer = offer_of(desk, case, "civil_judgment_ordinary")
    found = proofreading(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
    assert [one for one in found if one.severity == "must"] == []


def test_beside_a_counterclaim_its_fee_may_be_borne_by_another(desk):
    case, record = heard(desk)
    counter = take_counterclaim(desk, case, **COUNTER)
    join(desk, (case, counter))
    told = {"fee_borne_by": "defendant", "counterclaim_fee_borne_by": "plaintiff"}
    assert code_of(announce, desk, case, **told, independent_fee_borne_by="ghost") == "unknown_party"
    announce(desk, case, form="simplified", **told, independent_fee_borne_by="third_party")
    text = text_of(desk, case, "civil_judgment_simplified")
    assert f"反诉案件受理费1050元，减半收取计525元，由原告（反诉被告）{PLAINTIFF['name']}负担" in text
    third = f"由有独立请求权的第三人{THIRD['name']}负担"
    assert f"第三人独立请求的案件受理费1050元，减半收取计525元，{third}" in text
    notices = {one.concerns: one.blanks["payer_name"] for one in offers_of(desk, case) if one.document == "fee_notice"}
    assert notices == {"defendant": DEFENDANT["name"], counter: PLAINTIFF["name"], record: THIRD["name"]}


def test_one_that_is_not_taken_is_told_to_sue_separately(desk):
    case, record = an_independent_claim(desk)
    join(desk, (case, record), joined=False, why="对本诉的诉讼标的没有独立的请求权")
    text = text_of(desk, case, "ruling_counterclaim_not_accepted", record)
    name = THIRD["name"]
    assert (
        f"第三人{name}提出的诉讼请求对本诉的诉讼标的没有独立的请求权，不符合有独立请求权的第三人提起诉讼的条件" in text
    )
    assert f"对第三人{name}的起诉，本院不予受理。" in text and "反诉" not in text and "第五十九条第一款" in text


def test_it_is_withdrawn_by_the_third_party_and_the_suit_goes_on(desk):
    case, record = heard(desk)
    told = {"at": NOON, "reason": "与双方和解"}
    assert code_of(withdraw_counterclaim, desk, case, record, by="plaintiff", **told) == "not_their_claim"
    withdraw_counterclaim(desk, case, record, by="third_party", **told)
    assert desk.told(record).fields["end"]["article"] == "民诉148"
    # 费用34; 解释206: 525, not 262.50.
    assert dues(desk, case) == ("2300.00", "525.00")
    announce(desk, case)
    assert load_case(desk.database, case).closed == "judged"


def test_not_paid_for_in_seven_days_of_the_notice_it_counts_as_withdrawn(desk):
    # 费用22 ¶1: who sues has seven days from the notice; 20 March to 27 March, both Fridays.
    case, record = heard(desk)
    unpaid = {"at": "2026-03-30T09:00:00+08:00"}
    judge = as_judge(desk)
    assert code_of(fees.deem_counterclaim_unpaid, judge, case, record, **unpaid) == "fee_notice_not_served"
    for notified in ("2026-03-24", "2026-03-23"):
        assert (
            code_of(fees.deem_counterclaim_unpaid, judge, case, record, notified_on=notified, **unpaid)
            == "fee_period_runs"
        )
    fees.deem_counterclaim_unpaid(judge, case, record, notified_on="2026-03-20", **unpaid)
    assert dues(desk, case) == ("2300.00", "0")


def test_only_the_third_party_asks_for_relief_from_its_fee(desk):
    case, record = heard(desk)
    told = {"kind": "exemption", "reason": "低保户", "article": "费用45(三)", "applied_at": AFTER, "approved_at": NOON}
    told |= {"approved_by": "president", "counterclaim": record}
    assert code_of(fees.decide_relief, desk, case, applicant="defendant", **told) == "only_the_payer_is_relieved"
    fees.decide_relief(desk, case, applicant="third_party", **told)
    assert dues(desk, case) == ("2300.00", "0.00")
    form = text_of(desk, case, "fee_relief_approval", record)
    assert THIRD["name"] in form and "第三人独立请求的案件受理费" in form
