"""Claims after filing: added, changed, given up, and how far the hearing may have come (民诉54, 143; 解释232, 278)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.cases.store import load_case
from app.hearings import service as hearings
from app.hearings.pauses import adjourn_sitting
from app.hearings.stages import reached
from app.intake import claims
from support.acts import AFTER, OPENED, first_claim
from support.desks import code_of
from support.village import FILING, a_case, a_confirmation, as_judge, hand_over, know_each_other, new_desk, told_rows

INTEREST = {"kind": "property", "amount": "1200", "text": "判令被告支付利息1200元"}
LAWYER = {"for": "plaintiff", "name": "冯律", "authority": "special", "powers": ["变更"]}


def asked(desk, case):
    return [(claim.text, claim.amount) for claim in load_case(desk.database, case).claims]


def heard(desk, case, *said):
    """A hearing in which the judge said these words, half past nine, a minute each."""
    sitting = hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会")
    for words in said:
        hearings.end_turn(desk, sitting, "judge", words)
    return sitting


def test_a_claim_is_added_and_says_who_when_and_how_far_the_hearing_was(desk):
    case = a_case(desk)
    record = claims.add_claim(desk, case, INTEREST, by="plaintiff", at=AFTER)
    added = load_case(desk.database, case).claims[1]
    assert (added.record, added.text, added.amount) == (record, INTEREST["text"], Decimal("1200.00"))
    assert (added.by, added.at, added.inquiry_closed, added.earlier) == ("plaintiff", AFTER, False, ())


def test_a_changed_claim_keeps_what_it_said_before(desk):
    case = a_case(desk)
    record = first_claim(desk, case)
    claims.change_claim(desk, case, record, {"amount": "30000", "text": "判令偿还30000元"}, by="plaintiff", at=AFTER)
    claim = load_case(desk.database, case).claims[0]
    assert (claim.text, claim.amount, claim.at) == ("判令偿还30000元", Decimal("30000.00"), AFTER)
    assert [(one.text, one.amount, one.at) for one in claim.earlier] == [
        (FILING["claims"][0]["text"], Decimal("36000.00"), None)
    ]


def test_a_claim_given_up_is_asked_for_no_more_but_known(desk):
    case = a_case(desk, claims=[*FILING["claims"], INTEREST])
    claims.drop_claim(desk, case, first_claim(desk, case), by="plaintiff", at=AFTER)
    held = load_case(desk.database, case)
    assert asked(desk, case) == [(INTEREST["text"], Decimal("1200.00"))]
    assert [(claim.amount, claim.by) for claim in held.dropped] == [(Decimal("36000.00"), "plaintiff")]
    assert code_of(claims.drop_claim, desk, case, held.dropped[0].record, by="plaintiff", at=AFTER) == "unknown_claim"


def test_the_last_claim_is_given_up_by_withdrawing_the_suit(desk):
    case = a_case(desk, claims=[*FILING["claims"], {"kind": "costs", "text": "诉讼费由被告负担"}])
    assert code_of(claims.drop_claim, desk, case, first_claim(desk, case), by="plaintiff", at=AFTER) == (
        "last_claim_stays"
    )


def test_what_is_no_change_or_no_claim_is_refused(desk):
    case = a_case(desk)
    record = first_claim(desk, case)
    by = {"by": "plaintiff", "at": AFTER}
    for changes, code in (
        ({"amount": "36000.00"}, "nothing_changed"),
        ({"amount": "三万"}, "amount_malformed"),
        ({"amount": None}, "amount_missing"),
        ({"text": " "}, "field_missing"),
        ({"kind": "wish"}, "claim_kind_unknown"),
        ({"kind": "judicial_confirmation"}, "confirmation_stands_alone"),
    ):
        assert code_of(claims.change_claim, desk, case, record, changes, **by) == code, changes
    assert code_of(claims.change_claim, desk, case, "claim-0", {"text": "x"}, **by) == "unknown_claim"


def test_only_who_claims_changes_what_is_claimed(desk):
    case = a_case(desk)
    assert code_of(claims.add_claim, desk, case, INTEREST, by="defendant", at=AFTER) == "not_their_claim"
    assert code_of(claims.add_claim, desk, case, INTEREST, by="ghost", at=AFTER) == "unknown_party"
    confirmation = a_confirmation(desk)
    assert code_of(claims.add_claim, desk, confirmation, INTEREST, by="applicant-1", at=AFTER) == (
        "confirmation_stands_alone"
    )


def test_an_agent_needs_the_power_for_just_that(desk):
    # 民诉62: changing and giving up are separate powers.
    case = a_case(desk, agents=[LAWYER], claims=[*FILING["claims"], INTEREST])
    claims.add_claim(desk, case, INTEREST, by="plaintiff_agent", at=AFTER)
    refused = code_of(claims.drop_claim, desk, case, first_claim(desk, case), by="plaintiff_agent", at=AFTER)
    assert refused == "special_power_missing"


@pytest.mark.parametrize(
    "said, inquiry, debate",
    [
        ((), False, False),
        (("下面进行法庭调查。",), False, False),
        (("在法庭辩论终结前，原告是否变更诉讼请求？",), False, False),
        (("法庭调查结束，下面进行法庭辩论。",), True, False),
        (("现在进行法庭辩论。",), True, False),
        (("法庭辩论终结。",), True, True),
        (("法庭调查结束。", "法庭辩论终结。", "合议后决定恢复法庭调查。"), False, False),
        (("法庭调查结束。", "法庭辩论结束。", "恢复法庭辩论。"), True, False),
    ],
)
def test_the_judges_words_tell_how_far_the_hearing_is(desk, said, inquiry, debate):
    case = a_case(desk)
    heard(desk, case, *said)
    come = reached(desk.database, case)
    assert (come.inquiry_closed is not None, come.debate_closed is not None) == (inquiry, debate)


def test_a_partys_words_end_no_stage(desk):
    case = a_case(desk)
    sitting = heard(desk, case)
    hearings.end_turn(desk, sitting, "plaintiff", "法庭辩论终结了吗？")
    assert reached(desk.database, case).debate_closed is None


def test_after_the_debate_nothing_is_added_or_changed_and_the_article_is_named(desk):
    case = a_case(desk, claims=[*FILING["claims"], INTEREST])
    record = first_claim(desk, case)
    heard(desk, case, "法庭辩论终结。")
    at = "2026-03-20T11:00:00+08:00"
    assert code_of(claims.add_claim, desk, case, INTEREST, by="plaintiff", at=at) == "debate_is_closed"
    assert code_of(claims.change_claim, desk, case, record, {"amount": "1"}, by="plaintiff", at=at) == (
        "debate_is_closed"
    )
    # 民诉54 sets no such bound to giving a claim up, and 解释232 speaks of adding.
    claims.drop_claim(desk, case, record, by="plaintiff", at=at)
    assert load_case(desk.database, case).dropped[0].inquiry_closed


def test_a_hearing_put_off_leaves_the_claims_open_and_one_closed_does_not(desk):
    case = a_case(desk)
    sitting = heard(desk, case)
    adjourn_sitting(desk, sitting, AFTER, "调取证据", to="2026-04-08T09:30:00+08:00", place="法庭")
    claims.add_claim(desk, case, INTEREST, by="plaintiff", at="2026-03-21T09:00:00+08:00")
    again = hearings.open_sitting(desk, case, opened_at="2026-04-08T09:30:00+08:00", place="法庭")
    hearings.close_sitting(desk, again, "2026-04-08T10:30:00+08:00")
    refused = code_of(claims.add_claim, desk, case, INTEREST, by="plaintiff", at="2026-04-08T11:00:00+08:00")
    assert refused == "debate_is_closed"


def test_a_hearing_put_off_without_a_day_leaves_the_claims_open_too(desk):
    # 解释232: until the debate is over; 民诉149: what is put off goes on, be its day told later (另行通知).
    case = a_case(desk)
    adjourn_sitting(desk, heard(desk, case), AFTER, "被告身体不适")
    claims.add_claim(desk, case, INTEREST, by="plaintiff", at="2026-03-21T09:00:00+08:00")
    assert not load_case(desk.database, case).claims[1].inquiry_closed


def test_what_was_asked_for_before_the_debate_ended_is_taken_down_after_it(desk):
    case = a_case(desk)
    heard(desk, case, "法庭辩论终结。")
    claims.add_claim(desk, case, INTEREST, by="plaintiff", at="2026-03-20T09:00:00+08:00")
    assert [claim.text for claim in load_case(desk.database, case).claims][1:] == [INTEREST["text"]]


def test_what_is_asked_for_besides_takes_the_case_out_of_small_claims_too(desk):
    # 36,000 and 194,000.01 are more than twice the yearly wage of 115,000 (民诉165; 解释278).
    case = a_case(desk, "small_claims")
    more = {"kind": "property", "amount": "194000.01", "text": "判令被告支付货款194000.01元"}
    told = {"by": "plaintiff", "at": AFTER}
    assert code_of(claims.add_claim, desk, case, more, **told) == "no_longer_small_claims"
    claims.add_claim(as_judge(desk), case, more, procedure="simplified", **told)
    assert load_case(desk.database, case).procedure == "simplified"


def test_what_the_record_says_of_the_inquiry_outranks_the_officer(desk):
    case = a_case(desk)
    heard(desk, case, "法庭调查结束。")
    at = "2026-03-20T11:00:00+08:00"
    claims.change_claim(desk, case, first_claim(desk, case), {"amount": "30000"}, by="plaintiff", at=at)
    assert load_case(desk.database, case).claims[0].inquiry_closed


def test_a_raised_claim_takes_the_case_out_of_small_claims_by_the_judges_decision(desk):
    # The yearly wage is 115,000: above 230,000 小额诉讼 is out (民诉165; 解释278).
    case = a_case(desk, "small_claims")
    record = first_claim(desk, case)
    change = {"by": "plaintiff", "at": AFTER}
    raised = {"amount": "230000.01", "text": "判令偿还230000.01元"}
    for officer, procedure in ((desk, None), (desk, "simplified"), (as_judge(desk), None)):
        refused = code_of(claims.change_claim, officer, case, record, raised, procedure=procedure, **change)
        assert refused == "no_longer_small_claims"
    assert load_case(desk.database, case).claims[0].amount == Decimal("36000.00")
    claims.change_claim(as_judge(desk), case, record, raised, procedure="simplified", **change)
    held = load_case(desk.database, case)
    assert (held.procedure, held.claims[0].amount) == ("simplified", Decimal("230000.01"))
    small = a_case(desk, "small_claims")
    fits = {"amount": "57500.00", "text": "判令偿还57500元"}
    claims.change_claim(desk, small, first_claim(desk, small), fits, **change)
    assert load_case(desk.database, small).procedure == "small_claims"


def test_two_laptops_that_change_one_claim_disagree_until_a_person_picks(tmp_path):
    desk, other = new_desk(tmp_path / "a"), new_desk(tmp_path / "b", 2)
    know_each_other(desk, other)
    case = a_case(desk)
    record = first_claim(desk, case)
    hand_over(desk, other)
    claims.change_claim(desk, case, record, {"amount": "30000"}, by="plaintiff", at=AFTER)
    claims.change_claim(other, case, record, {"amount": "40000"}, by="plaintiff", at=AFTER)
    hand_over(desk, other)
    hand_over(other, desk)
    assert code_of(claims.change_claim, desk, case, record, {"amount": "1"}, by="plaintiff", at=AFTER) == (
        "values_differ"
    )
    forty = next(value for rival in desk.told(record).rivals for value in rival.values if "40000" in str(value))
    desk.decide(record, "stated", forty)
    hand_over(desk, other)
    claim = load_case(other.database, case).claims[0]
    assert (claim.amount, [one.amount for one in claim.earlier]) == (Decimal("40000.00"), [Decimal("36000.00")])
    assert told_rows(desk.database) == told_rows(other.database)
    desk.teller.retell_all(desk.database)  # type: ignore[attr-defined]
    assert told_rows(desk.database) == told_rows(other.database)


def foreseen(desk, case, **changes):
    told = {"record": None, "claim": None, "counterclaim": None, "at": AFTER, "inquiry_closed": False}
    return claims.foresee(desk.database, case, **{**told, "procedure": None, **changes})


def test_a_change_is_foreseen_with_its_fee_and_nothing_is_written(desk):
    case = a_case(desk, claims=[{"kind": "property", "amount": "100000", "text": "本金"}, INTEREST])
    record, before = first_claim(desk, case), told_rows(desk.database)
    more = {"kind": "property", "amount": "48800", "text": "另一笔"}
    # 简易: 101,200 costs 2,324, 150,000 costs 3,300 (domain 2.9, no. 8), 1,200 costs 50, each halved.
    added = foreseen(desk, case, claim=more)
    assert (str(added.fee.due), str(added.change.top_up)) == ("1650.00", "488.00")
    dropped = foreseen(desk, case, record=record)
    assert (str(dropped.fee.due), str(dropped.change.refund)) == ("25.00", "1137.00")
    late = foreseen(desk, case, record=record, inquiry_closed=True)
    assert (str(late.change.refund), str(late.change.borne)) == ("0", "1137.00")
    assert told_rows(desk.database) == before


def test_it_is_foreseen_that_a_case_leaves_small_claims(desk):
    case = a_case(desk, "small_claims")
    raised = {"kind": "property", "amount": "500000", "text": "本金"}
    found = foreseen(desk, case, record=first_claim(desk, case), claim=raised, procedure="ordinary")
    assert found.too_big is not None and found.too_big.code == "small_claims_excluded"
    # Domain 2.9, no. 12: 8,800 in 普通程序; 36,000 cost 700, halved 350.
    assert (str(found.fee.due), str(found.change.top_up)) == ("8800.00", "8450.00")
    assert foreseen(desk, case, claim=INTEREST).too_big is None
