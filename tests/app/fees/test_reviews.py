"""Who disputes the fee asks the court to look at it again, and is answered in fifteen days (费用43)."""

from __future__ import annotations

import datetime

import pytest

from app.cases.store import load_case
from app.errors import NeedsCorrection
from app.fees.reviews import answer_review
from app.fees.store import reviews_of
from app.service.deadlines import running
from support.acts import announce, ask_for_review
from support.village import a_case, as_judge

ANSWER = {"at": "2026-04-10T09:00:00+08:00", "answered_by": "judge-1", "reason": "已按减半计算"}


def awaited(desk, case):
    periods = running(desk.database, load_case(desk.database, case), datetime.date(2026, 4, 9))
    return [(one.whose, one.until.isoformat(), one.article) for one in periods if one.rule == "T47"]


def refused(act, *arguments, **told):
    with pytest.raises(NeedsCorrection) as refusal:
        act(*arguments, **told)
    return refusal.value.code


def test_it_is_answered_in_fifteen_days_of_the_request(desk):
    """费用43: asked on Wednesday 8 April 2026; the fifteenth day after it is Thursday the 23rd."""
    case = a_case(desk)
    review = ask_for_review(desk, case)
    assert awaited(desk, case) == [("张𬱖", "2026-04-23", "费用43")]
    answer_review(as_judge(desk), case, review, **ANSWER)
    assert awaited(desk, case) == []
    assert reviews_of(desk.database, case)[0].answer == {
        "at": ANSWER["at"],
        "by": "judge-1",
        "reason": "已按减半计算",
        "amount": None,
    }


def test_it_runs_in_a_case_that_is_closed_too(desk):
    case = a_case(desk)
    announce(desk, case)
    ask_for_review(desk, case)
    assert len(awaited(desk, case)) == 1


def test_a_wrong_reckoning_is_put_right_with_the_sum_and_why(desk):
    case = a_case(desk)
    answer_review(as_judge(desk), case, ask_for_review(desk, case), **ANSWER, amount="350")
    assert reviews_of(desk.database, case)[0].answer["amount"] == "350.00"


def test_what_was_decided_is_looked_at_by_the_president(desk):
    """费用43 ¶2."""
    case = a_case(desk)
    review = ask_for_review(desk, case, disputes="decision")
    assert refused(answer_review, as_judge(desk), case, review, **ANSWER) == "role_not_permitted"
    answer_review(as_judge(desk), case, review, **{**ANSWER, "answered_by": "president"})
    assert awaited(desk, case) == []


def test_one_request_of_a_party_waits_at_a_time_and_is_answered_once(desk):
    case = a_case(desk)
    review = ask_for_review(desk, case)
    assert refused(ask_for_review, desk, case) == "fee_review_waits"
    ask_for_review(desk, case, by="defendant")
    answer_review(as_judge(desk), case, review, **ANSWER)
    assert refused(answer_review, as_judge(desk), case, review, **ANSWER) == "review_is_answered"
    ask_for_review(desk, case, at="2026-04-20T09:00:00+08:00")


def test_what_is_asked_and_answered_is_said_whole(desk):
    case = a_case(desk)
    assert refused(ask_for_review, desk, case, why=" ") == "field_missing"
    assert refused(ask_for_review, desk, case, disputes="everything") == "unknown_choice"
    assert refused(ask_for_review, desk, case, by="nobody") == "unknown_party"
    review = ask_for_review(desk, case)
    assert refused(answer_review, as_judge(desk), case, review, **{**ANSWER, "reason": ""}) == "reason_missing"
    early = {**ANSWER, "at": "2026-04-07T09:00:00+08:00"}
    assert refused(answer_review, as_judge(desk), case, review, **early) == "answered_before_asked"
    assert refused(answer_review, desk, case, review, **ANSWER) == "role_not_permitted"
    assert refused(answer_review, as_judge(desk), case, "review-none", **ANSWER) == "unknown_review"
