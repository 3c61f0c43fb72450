"""Who decides what above the judge, within which bounds, by when: figures from 民诉48–50, 118–119, 152–168, 延审1."""

from datetime import date

import pytest

from app.errors import NeedsCorrection
from app.rules import approvals
from app.rules.calendar import known_calendar

CALENDAR = known_calendar()


@pytest.mark.parametrize(
    ("kind", "about", "roles"),
    [
        ("recusal", {"role": "judge"}, ("president",)),
        ("recusal", {"role": "assessor"}, ("president",)),
        ("recusal", {"role": "clerk"}, ("judge",)),
        ("recusal", {"role": "appraiser"}, ("judge",)),
        ("recusal", {"role": "president"}, ("judicial_committee",)),
        ("deferral", {}, ("division_chief", "president")),
        ("fine", {}, ("president",)),
        ("detention", {}, ("president",)),
        ("forced_appearance", {}, ("president",)),
        ("extension", {}, ("president",)),
        ("adjournment", {}, ("president",)),
        ("online_place", {}, ("president",)),
    ],
)
def test_each_matter_has_those_who_may_decide_it(kind: str, about: dict[str, object], roles: tuple[str, ...]) -> None:
    assert approvals.deciders(kind, about) == roles


@pytest.mark.parametrize(
    ("kind", "pending", "article"),
    [
        ("recusal", "work_stops", "民诉48"),
        ("fine", "act_waits", "民诉119"),
        ("deferral", "fee_rests", "费用22"),
        ("extension", "old_limit_runs", "延审1"),
        ("online_place", "act_waits", "在线24"),
        ("adjournment", "act_waits", "延审6"),
    ],
)
def test_each_matter_says_what_holds_until_it_is_decided(kind: str, pending: str, article: str) -> None:
    assert (approvals.matter(kind).pending, approvals.matter(kind).pending_article) == (pending, article)


APPEARANCE = {
    "person": "defendant",
    "role": "defendant",
    "natural": True,
    "must_appear": "facts",
    "summoned": ["2026-03-20", "2026-04-02"],
}
FINE = {"person": "王某", "amount": "100000"}


@pytest.mark.parametrize(
    ("kind", "article", "about", "code"),
    [
        ("fine", "民诉113", FINE, None),
        ("fine", "民诉113", {**FINE, "amount": "100000.01"}, "fine_out_of_range"),
        ("fine", "民诉113", {**FINE, "unit": True, "amount": "50000"}, None),
        ("fine", "民诉113", {**FINE, "unit": True, "amount": "49999.99"}, "fine_out_of_range"),
        ("fine", "民诉113", {**FINE, "unit": True, "amount": "1000000.01"}, "fine_out_of_range"),
        ("fine", "民诉113", {**FINE, "amount": "0"}, "amount_zero"),
        ("fine", "民诉47(一)", FINE, "approval_ground_unknown"),
        ("fine", "民诉113", {"amount": "5"}, "field_missing"),
        ("detention", "民诉113", {"person": "王某", "days": 15}, None),
        # 解释174: a person, who owes support or without whom nothing can be found; twice summoned.
        ("forced_appearance", "民诉112", APPEARANCE, None),
        ("forced_appearance", "民诉112", {**APPEARANCE, "must_appear": "support"}, None),
        ("forced_appearance", "民诉112", {**APPEARANCE, "natural": False}, "forced_appearance_not_of_this_party"),
        ("forced_appearance", "民诉112", {**APPEARANCE, "role": "third_party"}, "forced_appearance_not_of_this_party"),
        ("forced_appearance", "民诉112", {**APPEARANCE, "summoned": ["2026-03-20"]}, "summoned_less_than_twice"),
        ("forced_appearance", "民诉112", {"person": "defendant"}, "field_missing"),
        ("detention", "民诉113", {"person": "王某", "days": 16}, "detention_too_long"),
        ("detention", "民诉113", {"person": "王某", "days": True}, "detention_too_long"),
        (
            "recusal",
            "民诉47(二)",
            {"person": "j", "role": "judge", "asked_by": "defendant", "debate_closed": True},
            "recusal_too_late",
        ),
        ("recusal", "民诉47(二)", {"person": "j", "role": "judge", "asked_by": "self", "debate_closed": True}, None),
        ("pardon", "民诉47(二)", {}, "approval_kind_unknown"),
    ],
)
def test_a_request_beyond_the_law_is_refused(
    kind: str, article: str, about: dict[str, object], code: str | None
) -> None:
    if code is None:
        approvals.check_request(kind, article, about)
    else:
        with pytest.raises(NeedsCorrection, match=code):
            approvals.check_request(kind, article, about)


@pytest.mark.parametrize(
    ("procedure", "until", "later"),
    [
        # 民诉164, 168: a month; 152: six months; 187 with 审限规定2: thirty days.
        ("simplified", date(2026, 6, 5), date(2026, 7, 5)),
        ("small_claims", date(2026, 5, 5), date(2026, 6, 5)),
        ("ordinary", date(2026, 9, 5), date(2027, 3, 5)),
        ("special", date(2026, 4, 20), date(2026, 5, 20)),
        ("simplified", date(2026, 1, 31), date(2026, 2, 28)),
    ],
)
def test_the_president_puts_off_the_trial_limit_so_far_and_once(procedure: str, until: date, later: date) -> None:
    assert approvals.extended_limit(procedure, until, 0, CALENDAR) == later
    with pytest.raises(NeedsCorrection, match="extension_used_up"):
        approvals.extended_limit(procedure, until, 1, CALENDAR)


def test_an_extension_is_asked_fifteen_days_before_the_limit_and_answered_five_days_before() -> None:
    until = date(2026, 6, 5)
    assert approvals.asked_in_time(date(2026, 5, 21), until, CALENDAR)
    assert not approvals.asked_in_time(date(2026, 5, 22), until, CALENDAR)
    assert approvals.decide_by("extension", date(2026, 5, 1), {"until": "2026-06-05"}, CALENDAR) == date(2026, 5, 31)


def test_a_recusal_is_decided_within_three_days() -> None:
    # Asked on Thursday 30 April 2026: the third day lies in the holiday that ends on 5 May.
    assert approvals.decide_by("recusal", date(2026, 4, 30), {}, CALENDAR) == date(2026, 5, 6)
    assert approvals.decide_by("fine", date(2026, 4, 30), {}, CALENDAR) is None
