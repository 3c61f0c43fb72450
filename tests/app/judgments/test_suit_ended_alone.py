"""A suit that is withdrawn while a counterclaim, or a third party's own claim, goes on (解释237, 239); fees by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.archive.offers import offer_of, offers_of
from app.cases.court import Court, write_court
from app.cases.fee import fee_of_claims
from app.cases.model import Case, Claim, Counterclaim
from app.cases.numbers import lease_block
from app.cases.store import load_case
from app.documents.fill import shared_blanks
from app.documents.service import composed, proofreading
from app.fees import service as fees
from app.fees.burden import bearer_of, counterclaim_bearer_of
from app.intake import claims
from app.intake.counterclaims import take_counterclaim, withdraw_counterclaim
from app.judgments import service as judgments
from app.mediation import service as mediation
from app.service.deadlines import dates_of, running
from support.acts import (
    AFTER,
    COUNTER,
    OWN_RIGHT,
    THIRD,
    a_counterclaim,
    an_independent_claim,
    announce,
    deem_withdrawn,
    join,
    withdraw,
)
from support.desks import code_of
from support.village import COURT, DEFENDANT, PLAINTIFF, a_case, as_judge, new_desk

NOON = "2026-03-20T12:00:00+08:00"
HUNDRED = [{"kind": "property", "amount": "100000", "text": "判令被告偿还借款本金100000元"}]
ANSWER = {"form": "ordinary", "found": "货款属实。", "reasons": "货款应当清偿。"}


def a_counterclaim_heard(desk, procedure="ordinary"):
    """Domain 2.9, no. 37: 100,000 costs 2,300, the counterclaim about 50,000 half of 1,050, 525."""
    case = a_case(desk, procedure, claims=HUNDRED)
    return join(desk, (case, take_counterclaim(desk, case, **COUNTER)))


def dues(desk, case):
    held = load_case(desk.database, case)
    return tuple(str(fees.due_now(desk.database, held, one)) for one in (None, *held.counterclaims))


def text_of(desk, case, document, concerns=None):
    offer = offer_of(desk, case, document, concerns=concerns)
    template, blanks = composed(desk, case, document, offer.blanks, made_on="2026-03-20")
    found = proofreading(desk, case, document, offer.blanks, made_on="2026-03-20")
    assert [one for one in found if one.severity == "must"] == []
    return template.text(blanks)


def test_the_suit_ends_and_the_case_stays_open_for_the_counterclaim(desk):
    case, _ = a_counterclaim_heard(desk)
    withdraw(desk, case)
    held = load_case(desk.database, case)
    assert (held.closed, held.suit_ended, held.suit_ended_on) == (None, "withdrawn", "2026-03-20")
    assert [claim.text for claim in held.asked] == [COUNTER["claims"][0]["text"]]
    # 费用15 halves the suit's fee, 费用34 leaves it on who withdrew; 费用18 and 解释206 the counterclaim's, once.
    assert dues(desk, case) == ("1150.00", "525.00")
    assert (bearer_of(desk.database, held), counterclaim_bearer_of(desk.database, held, held.counterclaims[0])) == (
        "plaintiff",
        None,
    )


@pytest.mark.parametrize(
    ("procedure", "halving", "deemed", "sums"),
    [
        ("simplified", "counterclaim", False, ("1150.00", "525.00")),
        ("ordinary", "each", False, ("1150.00", "525.00")),
        # 按撤诉处理 is not the application of 费用15; the court's setting says whether it halves.
        ("ordinary", "counterclaim", True, ("2300.00", "525.00")),
        ("simplified", "each", True, ("1150.00", "525.00")),
    ],
)
def test_each_fee_is_halved_once_however_the_suit_ended(desk, procedure, halving, deemed, sums):
    write_court(desk.database, {**COURT, "merged_halving": halving, "deemed_halving": "full"})
    case, _ = a_counterclaim_heard(desk, procedure)
    (deem_withdrawn if deemed else withdraw)(desk, case)
    assert dues(desk, case) == sums
    announce(desk, case, fee_borne_by="plaintiff", counterclaim_fee_borne_by="plaintiff")
    assert dues(desk, case) == sums


def test_the_ruling_is_of_the_suit_alone(desk):
    case, _ = a_counterclaim_heard(desk)
    withdraw(desk, case)
    text = text_of(desk, case, "ruling_withdrawal_granted")
    name = f"原告（反诉被告）{PLAINTIFF['name']}"
    assert f"准许{name}撤回起诉；反诉继续审理。" in text and "第二百三十九条" in text
    assert f"本诉案件受理费2300元，减半收取计1150元，由{name}负担。" in text and "撤诉。" not in text


def test_one_that_counts_as_withdrawn_leaves_the_counterclaim_to_be_judged(desk):
    # 民诉146; 解释235, 236, 239.
    case, _ = a_counterclaim_heard(desk)
    deem_withdrawn(desk, case)
    text = text_of(desk, case, "ruling_deemed_withdrawn")
    assert f"本诉按原告（反诉被告）{PLAINTIFF['name']}撤诉处理；反诉继续审理。" in text and "本案按" not in text
    assert load_case(desk.database, case).closed is None


def test_the_judgment_decides_the_counterclaim_alone(desk):
    case, record = a_counterclaim_heard(desk)
    withdraw(desk, case)
    announce(desk, case, **ANSWER, fee_borne_by="plaintiff", counterclaim_fee_borne_by="plaintiff")
    text = text_of(desk, case, "civil_judgment_ordinary")
    assert f"2026年3月20日，本院裁定准许原告{PLAINTIFF['name']}撤回起诉，反诉继续审理。" in text
    assert "反诉案件受理费1050元，减半收取计525元，由原告（反诉被告）" in text and "本诉案件受理费" not in text
    held = load_case(desk.database, case)
    assert (held.closed, held.suit_ended) == ("judged", "withdrawn")
    assert (bearer_of(desk.database, held), counterclaim_bearer_of(desk.database, held, held.counterclaims[0])) == (
        "plaintiff",
        "plaintiff",
    )
    assert dues(desk, case) == ("1150.00", "525.00")
    notices = {one.concerns: one.blanks for one in offers_of(desk, case) if one.document == "fee_notice"}
    assert {of: (told["payer_name"], told["due"], told["reason"]) for of, told in notices.items()} == {
        "plaintiff": (PLAINTIFF["name"], "1150.00", "borne"),
        record: (PLAINTIFF["name"], "525.00", "borne"),
    }


def test_an_agreement_settles_the_counterclaim_alone(desk):
    case, _ = a_counterclaim_heard(desk)
    withdraw(desk, case)
    told = {"at": NOON, "place": "调解室", "public": False, "terms": ["互不再追究。"], "fee_borne_by": "defendant"}
    mediation.agree(as_judge(desk), case, **told, counterclaim_fee_borne_by="defendant")
    text = text_of(desk, case, "civil_mediation_statement")
    assert f"反诉案件受理费1050元，减半收取计525元，由被告（反诉原告）{DEFENDANT['name']}负担" in text
    assert "本诉案件受理费" not in text
    assert bearer_of(desk.database, load_case(desk.database, case)) == "plaintiff"


def test_what_ended_is_not_taken_up_again(desk):
    case, record = a_counterclaim_heard(desk)
    withdraw(desk, case)
    assert code_of(withdraw, desk, case) == "suit_has_ended"
    refused = {"by": ["plaintiff"], "at": NOON, "reason": "和好", "granted": False}
    assert code_of(judgments.rule_on_withdrawal, as_judge(desk), case, **refused) == "suit_has_ended"
    assert code_of(deem_withdrawn, desk, case) == "suit_has_ended"
    more = {"kind": "property", "amount": "1000", "text": "利息"}
    assert code_of(claims.add_claim, desk, case, more, by="plaintiff", at=NOON) == "suit_has_ended"
    claims.add_claim(desk, case, more, by="defendant", at=NOON, counterclaim=record)


def test_a_suit_is_not_withdrawn_before_the_counterclaim_is_decided(desk):
    case, _ = a_counterclaim(desk)
    assert code_of(withdraw, desk, case) == "counterclaim_undecided"
    assert load_case(desk.database, case).suit_ended is None


def test_with_the_last_counterclaim_the_case_is_closed_too(desk):
    case, record = a_counterclaim_heard(desk)
    withdraw(desk, case)
    told = {"by": "defendant", "at": "2026-03-23T09:00:00+08:00", "reason": "双方和解"}
    assert code_of(withdraw_counterclaim, desk, case, record, **told) == "role_not_permitted"
    assert load_case(desk.database, case).counterclaims[0].ended is None
    withdraw_counterclaim(as_judge(desk), case, record, **told)
    held = load_case(desk.database, case)
    assert (held.closed, held.fields["closed_on"], held.suit_ended_on) == ("withdrawn", "2026-03-23", "2026-03-20")
    assert dues(desk, case) == ("1150.00", "525.00")


def test_a_third_party_goes_on_as_plaintiff_and_the_others_answer(desk):
    # 解释237.
    case, _ = join(desk, an_independent_claim(desk), why=OWN_RIGHT)
    withdraw(desk, case)
    parties = shared_blanks(desk.database, case, "2026-03-20")["parties"]
    assert [(party["role_name"], party["name"]) for party in parties] == [
        ("原告（有独立请求权的第三人）", THIRD["name"]),
        ("被告（本诉原告）", PLAINTIFF["name"]),
        ("被告（本诉被告）", DEFENDANT["name"]),
    ]
    text = text_of(desk, case, "ruling_withdrawal_granted")
    # The ruling itself still knows them as they were.
    assert f"准许原告{PLAINTIFF['name']}撤回起诉；第三人的诉讼请求继续审理。" in text
    assert f"有独立请求权的第三人：{THIRD['name']}，" in text and "本诉原告" not in text
    assert f"本诉案件受理费2300元，减半收取计1150元，由原告{PLAINTIFF['name']}负担。" in text
    assert "第二百三十七条" in text and "第二百三十九条" not in text
    announce(desk, case, **ANSWER, fee_borne_by="third_party", counterclaim_fee_borne_by="third_party")
    judged = text_of(desk, case, "civil_judgment_ordinary")
    assert "第三人独立请求的案件受理费1050元，减半收取计525元，由原告（有独立请求权的第三人）" in judged
    assert dues(desk, case) == ("1150.00", "525.00")


def test_who_is_counterclaimed_against_too_is_called_both(desk):
    case, _ = join(desk, an_independent_claim(desk), why=OWN_RIGHT)
    join(desk, (case, take_counterclaim(desk, case, **COUNTER)))
    withdraw(desk, case)
    parties = shared_blanks(desk.database, case, "2026-03-20")["parties"]
    assert [party["role_name"] for party in parties] == [
        "原告（有独立请求权的第三人）",
        "被告（本诉原告、反诉被告）",
        "被告（本诉被告、反诉原告）",
    ]


def test_the_trial_limit_runs_on_and_the_bar_on_a_divorce_runs_from_the_suits_end(desk):
    # 民诉127(七); 解释214: six months from 20 March end on a Sunday that is worked.
    divorce = [{"kind": "divorce", "text": "判令离婚"}]
    case = a_case(desk, "ordinary", cause="离婚纠纷", claims=divorce)
    join(desk, (case, take_counterclaim(desk, case, **COUNTER)))
    before = dates_of(desk.database, load_case(desk.database, case)).trial_limit
    withdraw(desk, case)
    dates = dates_of(desk.database, load_case(desk.database, case))
    assert (dates.trial_limit, str(dates.resuit_barred_until)) == (before, "2026-09-20")
    rules = {one.rule for one in running(desk.database, load_case(desk.database, case), datetime.date(2026, 3, 21))}
    assert {"T20", "T51"} <= rules and "T55" not in rules


@pytest.fixture(scope="module")
def a_desk(tmp_path_factory):
    desk = new_desk(tmp_path_factory.mktemp("ended"))
    lease_block(desk, "鲁0302", "民初", 2026, 9500, 9599)
    return desk


@settings(max_examples=15, deadline=None)
@given(
    procedure=st.sampled_from(["simplified", "ordinary"]),
    paid=st.tuples(st.integers(1, 115000), st.integers(1, 52500)),
    bearer=st.sampled_from(["plaintiff", "defendant"]),
)
def test_what_is_borne_and_what_is_due_is_the_fee(a_desk, procedure, paid, bearer):
    """Whoever bears which fee: what stays on all payers is the fee that is due, and nothing is due below zero."""
    case, record = a_counterclaim_heard(a_desk, procedure)
    for payer, counterclaim, fen in (("plaintiff", None, paid[0]), ("defendant", record, paid[1])):
        told = {"how": "bank", "at": AFTER, "counterclaim": counterclaim}
        fees.take_payment(a_desk, case, payer=payer, amount=f"{fen / 100:.2f}", **told)
    withdraw(a_desk, case)
    announce(a_desk, case, fee_borne_by=bearer, counterclaim_fee_borne_by=bearer)
    held = load_case(a_desk.database, case)
    for one, whole, fen in ((None, 115000, paid[0]), (held.counterclaims[0], 52500, paid[1])):
        fee = fees.fee_of(a_desk.database, held, one)
        assert fee.due * 100 == whole
        assert fees.due_now(a_desk.database, held, one) * 100 == whole - fen >= 0
        borne = [fees.to_be_borne(a_desk.database, held, key, one) for key in ("plaintiff", "defendant")]
        assert sum(borne) == fee.due


BARE = Court("", "", "", "", {}, "fen", None, "register_first", "paper", "pending", {}, False)


@given(
    amounts=st.tuples(st.integers(1, 3_000_000), st.integers(1, 3_000_000)),
    procedure=st.sampled_from(["small_claims", "simplified", "ordinary"]),
    ended=st.sampled_from([None, "withdrawn", "deemed_withdrawn"]),
    closed=st.sampled_from([None, "judged", "mediated"]),
    by=st.sampled_from(["defendant", "third_party"]),
    halving=st.sampled_from(["counterclaim", "each"]),
)
def test_no_fee_is_halved_twice(amounts, procedure, ended, closed, by, halving):
    """解释206, whoever brought the counterclaim, however the suit and the case ended, however a court reads 费用18."""
    own, theirs = (Claim(str(n), "property", "请求", Decimal(amount)) for n, amount in enumerate(amounts))
    told = {"procedure": procedure, "closed": closed, "suit_ended": {"how": ended} if ended else None}
    brought = Counterclaim("c", by, ("plaintiff",), AFTER, "", joined=True, claims=(theirs,))
    case = Case("case-1", "", "民初", "民间借贷纠纷", "filed", told, claims=(own,), counterclaims=(brought,))
    court = replace(BARE, merged_halving=halving)
    fees_due = [fee_of_claims(court, case, one) for one in (None, brought)]
    for fee in fees_due:
        assert fee.due == fee.full or abs(fee.due * 2 - fee.exact_full) <= Decimal("0.01")
    assert fees_due[1].halved
