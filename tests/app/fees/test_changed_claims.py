"""Fees of changed claims and counterclaims, by hand from domain 2.2, 2.9 and 费用13–22, 35; 解释206."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cases.court import Court, read_court, write_court
from app.cases.fee import consequence, fee_of_claims, lowered_too_late
from app.cases.model import Case, Claim
from app.cases.service import close_case, decide_procedure
from app.cases.store import load_case
from app.fees import service as fees
from app.fees.burden import burden_words
from app.intake import claims
from app.intake.counterclaims import decide_counterclaim, take_counterclaim, withdraw_counterclaim
from support.acts import AFTER, COUNTER, announce, first_claim, join
from support.desks import code_of
from support.village import COURT as COURT_SET
from support.village import a_case, as_judge

NOON, ONE = "2026-03-20T12:00:00+08:00", "2026-03-20T13:00:00+08:00"


def of_amount(amount: str, text: str = "请求") -> dict[str, Any]:
    return {"kind": "property", "amount": amount, "text": text}


def held_of(desk, case):
    return load_case(desk.database, case)


def due(desk, case):
    return str(fees.due_now(desk.database, held_of(desk, case)))


def counter(desk, procedure="ordinary", amount="50000"):
    """Domain 2.9, no. 37: a suit about 100,000 with a counterclaim about 50,000 heard together."""
    case = a_case(desk, procedure, claims=[of_amount("100000")])
    told = (case, take_counterclaim(desk, case, **{**COUNTER, "claims": [of_amount(amount)]}))
    return join(desk, told)


def counter_due(desk, case):
    held = held_of(desk, case)
    return str(fees.due_now(desk.database, held, held.counterclaims[0]))


def pay(desk, case, payer, amount, counterclaim=None):
    fees.take_payment(desk, case, payer=payer, amount=amount, how="bank", at=NOON, counterclaim=counterclaim)


def change(desk, case, amount, at=NOON, closed=False):
    told = {"by": "plaintiff", "at": at, "inquiry_closed": closed}
    claims.change_claim(desk, case, first_claim(desk, case), {"amount": amount}, **told)


def test_what_is_asked_for_more_costs_the_difference(desk):
    # No. 6 and 8: 2,300 → 3,300.
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    pay(desk, case, "plaintiff", "2300.00")
    change(desk, case, "150000")
    assert due(desk, case) == "1000.00"


def test_what_is_added_beside_costs_as_one_sum(desk):
    # No. 36: 60,000 + 50,000 = 110,000 → 2,500; 60,000 alone: 0.025 × 60,000 − 200 = 1,300.
    case = a_case(desk, "ordinary", claims=[of_amount("60000")])
    assert due(desk, case) == "1300.00"
    claims.add_claim(desk, case, of_amount("50000"), by="plaintiff", at=NOON)
    assert due(desk, case) == "2500.00"


def test_lowered_before_the_inquiry_ends_the_difference_goes_back(desk):
    # No. 6 and 5: 2,300 → 1,050.
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    pay(desk, case, "plaintiff", "2300.00")
    change(desk, case, "50000")
    assert str(fees.fee_of(desk.database, held_of(desk, case)).due) == "1050.00"
    back = {"payer": "plaintiff", "borne": "1050.00", "reason": "法庭调查终结前减少诉讼请求", "article": "费用21(二)"}
    fees.order_refund(desk, case, **back, account="示例银行 0001", ordered_at=NOON)
    assert fees.kept_of(desk.database, case) == {"plaintiff": Decimal("1050.00")}
    assert Decimal(due(desk, case)) == 0


def test_lowered_afterwards_nothing_goes_back_and_who_lowered_bears_it(desk):
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    change(desk, case, "50000", closed=True)
    held = held_of(desk, case)
    fee = fees.fee_of(desk.database, held)
    assert (str(fee.full), str(fee.due), str(fee.dispute_amount)) == ("2300.00", "2300.00", "50000.00")
    assert "费用35" in fee.articles
    # 费用35: 2,300 − 1,050.
    assert str(lowered_too_late(read_court(desk.database), held)) == "1250.00"
    words = burden_words(held, read_court(desk.database), {"fee_borne_by": "defendant"})
    assert words == ("案件受理费2300元，其中减少诉讼请求部分的1250元由原告张𬱖负担，其余1050元由被告李喆负担")
    assert burden_words(held, read_court(desk.database), {"fee_borne_by": "plaintiff"}) == (
        "案件受理费2300元，由原告张𬱖负担"
    )
    written = {"fee_borne_by": "shared", "fee_text": "各半"}
    assert burden_words(held, read_court(desk.database), written) is None


def test_lowered_afterwards_and_raised_again_costs_no_more_than_the_dearest(desk):
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    change(desk, case, "50000", closed=True)
    change(desk, case, "100000", ONE, closed=True)
    assert due(desk, case) == "2300.00"
    assert lowered_too_late(read_court(desk.database), held_of(desk, case)) == 0


def test_a_claim_put_in_the_place_of_another_at_once_costs_once(desk):
    # The sums are the same before and after, whatever the stage: 110,000 → 2,500.
    case = a_case(desk, "ordinary", claims=[of_amount("60000"), of_amount("50000", "另一项")])
    told = {"by": "plaintiff", "at": NOON, "inquiry_closed": True}
    claims.add_claim(desk, case, of_amount("60000", "新的一项"), **told)
    claims.drop_claim(desk, case, first_claim(desk, case), **told)
    assert due(desk, case) == "2500.00"


@pytest.mark.parametrize(
    "procedure, closed, suit, counterclaim",
    [
        # No. 37: only the counterclaim is halved for being heard together (费用18).
        ("ordinary", None, "2300.00", "525.00"),
        ("ordinary", "judged", "2300.00", "525.00"),
        # 解释206: never twice.
        ("simplified", None, "1150.00", "525.00"),
        ("simplified", "mediated", "1150.00", "525.00"),
        ("ordinary", "mediated", "1150.00", "525.00"),
    ],
)
def test_a_counterclaim_heard_together_is_halved_once(desk, procedure, closed, suit, counterclaim):
    told = counter(desk, procedure)
    if closed:
        close_case(as_judge(desk), told[0], closed, "2026-03-27")
    assert (due(desk, told[0]), counter_due(desk, told[0])) == (suit, counterclaim)


def test_a_court_may_read_the_law_so_that_the_suit_is_halved_as_well(desk):
    # 费用18, 分别减半: 2,300 and 1,050, each halved once; 解释206.
    case, _ = counter(desk)
    write_court(desk.database, {**COURT_SET, "merged_halving": "each"})
    assert (due(desk, case), counter_due(desk, case)) == ("1150.00", "525.00")
    decide_procedure(as_judge(desk), case, "simplified")
    assert (due(desk, case), counter_due(desk, case)) == ("1150.00", "525.00")
    alone = a_case(desk, "ordinary", claims=[of_amount("100000")])
    assert due(desk, alone) == "2300.00"
    assert code_of(write_court, desk.database, {**COURT_SET, "merged_halving": "all"}) == "setting_not_allowed"


def test_a_counterclaim_not_heard_together_costs_nothing(desk):
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    record = take_counterclaim(desk, case, **COUNTER)
    assert counter_due(desk, case) == "0"
    decide_counterclaim(as_judge(desk), case, record, joined=False, why="没有关联", at=AFTER)
    assert (due(desk, case), counter_due(desk, case)) == ("2300.00", "0")


def test_each_fee_is_paid_for_itself(desk):
    case, record = counter(desk)
    pay(desk, case, "defendant", "500.00", record)
    assert (due(desk, case), counter_due(desk, case)) == ("2300.00", "25.00")
    refused = code_of(pay, desk, case, "defendant", "25.01", record)
    assert refused == "paid_more_than_due"
    assert code_of(pay, desk, case, "defendant", "25.00", "counterclaim-0") == "unknown_counterclaim"
    # The defendant may also pay towards the suit.
    pay(desk, case, "defendant", "300.00")
    assert (due(desk, case), counter_due(desk, case)) == ("2000.00", "25.00")
    assert fees.kept_of(desk.database, case, record) == {"defendant": Decimal("500.00")}


def test_a_counterclaim_raised_and_lowered_changes_its_own_fee(desk):
    # 100,000 halved 1,150 (no. 6); 10,000 halved 25 (no. 1).
    case, record = counter(desk)
    claim = held_of(desk, case).counterclaims[0].claims[0].record
    told = {"by": "defendant", "at": NOON}
    claims.change_claim(desk, case, claim, {"amount": "100000"}, **told)
    assert counter_due(desk, case) == "1150.00"
    pay(desk, case, "defendant", "1150.00", record)
    claims.change_claim(desk, case, claim, {"amount": "10000"}, by="defendant", at=ONE)
    back = {"payer": "defendant", "borne": "25.00", "reason": "减少反诉请求", "article": "费用21(二)"}
    fees.order_refund(desk, case, **back, account="示例银行 0002", ordered_at=ONE, counterclaim=record)
    assert fees.kept_of(desk.database, case, record) == {"defendant": Decimal("25.00")}
    assert due(desk, case) == "2300.00"


def test_a_counterclaim_not_paid_for_in_seven_days_counts_as_withdrawn(desk):
    # 费用22: brought on Friday 20 March; the seventh day, 27 March, is a Friday.
    case, record = counter(desk)
    judge = as_judge(desk)
    for on in ("2026-03-20", "2026-03-27"):
        refused = code_of(fees.deem_counterclaim_unpaid, judge, case, record, at=f"{on}T17:00:00+08:00")
        assert refused == "fee_period_runs", on
    late = "2026-03-28T09:00:00+08:00"
    assert code_of(fees.deem_counterclaim_unpaid, desk, case, record, at=late) == "role_not_permitted"
    fees.deem_counterclaim_unpaid(judge, case, record, at=late)
    held = held_of(desk, case)
    assert (held.counterclaims[0].ended, held.heard_together) == ("deemed_withdrawn", ())
    assert (due(desk, case), counter_due(desk, case)) == ("2300.00", "0")
    assert code_of(fees.deem_counterclaim_unpaid, judge, case, record, at=late) == "nothing_to_pay"


def test_one_paid_for_goes_on(desk):
    case, record = counter(desk)
    pay(desk, case, "defendant", "525.00", record)
    late = "2026-03-28T09:00:00+08:00"
    assert code_of(fees.deem_counterclaim_unpaid, as_judge(desk), case, record, at=late) == "nothing_to_pay"


def test_one_withdrawn_leaves_half_on_who_brought_it(desk):
    # 费用15, 34; 解释206: 525, not 262.50.
    case, record = counter(desk)
    withdraw_counterclaim(desk, case, record, by="defendant", at=NOON, reason="双方和解")
    assert counter_due(desk, case) == "525.00"


def test_an_increase_that_is_not_paid_for_does_not_undo_the_suit(desk):
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    pay(desk, case, "plaintiff", "2300.00")
    change(desk, case, "150000")
    unpaid = {"by": ["plaintiff"], "at": "2026-04-08T10:00:00+08:00", "notified_on": "2026-03-20"}
    assert code_of(fees.deem_unpaid, as_judge(desk), case, **unpaid) == "only_the_increase_unpaid"


def test_the_judgment_says_both_fees_and_who_bears_each(desk):
    case, _ = counter(desk)
    told = {"fee_borne_by": "defendant", "counterclaim_fee_borne_by": "plaintiff"}
    words = burden_words(held_of(desk, case), read_court(desk.database), told)
    assert words == (
        "本诉案件受理费2300元，由被告（反诉原告）李喆负担；"
        "反诉案件受理费1050元，减半收取计525元，由原告（反诉被告）张𬱖负担"
    )
    announce(desk, case, **told)


def test_the_consequence_is_said_before_it_is_written(desk):
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    held, court = held_of(desk, case), read_court(desk.database)
    for amount, closed, told in (
        ("150000", False, ("1000.00", "0", "0", ("费用21(一)",))),
        ("50000", False, ("0", "1250.00", "0", ("费用21(二)",))),
        ("50000", True, ("0", "0", "1250.00", ("费用35",))),
    ):
        after = [Claim("claim-1", "property", "请求", Decimal(amount))]
        _, found = consequence(court, held, after, inquiry_closed=closed)
        assert (str(found.top_up), str(found.refund), str(found.borne), found.articles) == told
    assert due(desk, case) == "2300.00"


COURT = Court("", "", "", "", {}, "fen", None, "register_first", "paper", "pending", {}, False)
AMOUNTS = st.lists(st.tuples(st.integers(1, 3_000_000), st.booleans()), min_size=1, max_size=6)


@given(AMOUNTS)
def test_the_fee_never_falls_after_the_inquiry_and_covers_what_is_asked(told):
    """However claims move, once 法庭调查 is over: the fee rises or stays, and is never below what the claims cost."""
    closed, said = False, []
    for number, (amount, ends) in enumerate(told):
        closed = closed or ends
        told_at = f"2026-03-20T{number:02d}:00:00+08:00"
        said.append(Claim("c", "property", "请求", Decimal(amount), at=told_at, inquiry_closed=closed))
    first = Claim("c", "property", "请求", Decimal(100_000))
    due_after = []
    for upto in range(len(said) + 1):
        line = [first, *said[:upto]]
        now = Claim(**{**vars(line[-1]), "earlier": tuple(line[:-1])})
        fee = fee_of_claims(COURT, _case(now))
        assert fee.due >= fee_of_claims(COURT, _case(Claim("c", "property", "请求", now.amount))).due
        due_after.append((now.inquiry_closed, fee.due))
    assert all(later >= before for (_, before), (over, later) in pairwise(due_after) if over)


def _case(claim: Claim) -> Case:
    return Case("case-1", "", "民初", "民间借贷纠纷", "filed", {"procedure": "ordinary"}, claims=(claim,))


def stays(desk, case, payer, record=None):
    held = held_of(desk, case)
    sum_ = fees.to_be_borne(desk.database, held, payer, held.counterclaim(record) if record else None)
    return None if sum_ is None else str(sum_)


def test_what_stays_on_a_payer_is_proposed_where_it_is_settled(desk):
    case, record = counter(desk)
    pay(desk, case, "plaintiff", "2300.00")
    pay(desk, case, "defendant", "525.00", record)
    assert (stays(desk, case, "plaintiff"), stays(desk, case, "defendant", record)) == (None, None)
    # 费用21(二): 50,000 cost 1,050.
    change(desk, case, "50000")
    assert stays(desk, case, "plaintiff") == "1050.00"
    # 费用35: what 20,000 instead of 50,000 saves, 1,050 − 300, stays on who asked for less.
    change(desk, case, "20000", ONE, closed=True)
    assert str(lowered_too_late(read_court(desk.database), held_of(desk, case))) == "750.00"
    announce(desk, case, fee_borne_by="defendant", counterclaim_fee_borne_by="plaintiff")
    assert (stays(desk, case, "plaintiff"), stays(desk, case, "defendant", record)) == ("750.00", "0.00")


def test_who_loses_bears_the_rest_of_what_was_lowered_too_late(desk):
    case = a_case(desk, "ordinary", claims=[of_amount("100000")])
    pay(desk, case, "defendant", "2300.00")
    change(desk, case, "50000", closed=True)
    announce(desk, case, fee_borne_by="defendant")
    # 2,300 − 1,250.
    assert stays(desk, case, "defendant") == "1050.00"
