"""Who may appeal until when, and when a paper takes effect."""

from datetime import date

import pytest

from app.errors import NeedsCorrection
from app.rules.appeals import (
    appeal_deadline,
    appeal_fee,
    appeals,
    barring_outcome,
    closed_on,
    extension_deadline,
    resuit_bar,
    service_date,
)
from app.rules.calendar import known_calendar

CALENDAR = known_calendar()


def test_each_party_appeals_within_fifteen_days_of_its_own_service() -> None:
    served = {"plaintiff": date(2026, 3, 20), "defendant": date(2026, 3, 24)}
    found = appeals("civil_judgment_tabular", served, CALENDAR, procedure="simplified")
    assert found.by_party["plaintiff"].last_day == date(2026, 4, 7)
    assert found.until == date(2026, 4, 8)
    assert found.effective_on == date(2026, 4, 9)


def test_nothing_is_final_while_one_party_has_not_been_served() -> None:
    found = appeals("civil_judgment_tabular", {"plaintiff": date(2026, 3, 20), "defendant": None}, CALENDAR)
    assert found.until is None and found.effective_on is None


@pytest.mark.parametrize(
    ("document", "procedure", "article"),
    [
        ("civil_judgment_tabular", "small_claims", "民诉165"),
        ("ruling_withdrawal_granted", "simplified", "民诉157"),
        ("ruling_judicial_confirmation", "special", "民诉157"),
        ("civil_mediation_statement", "simplified", "民诉100"),
        ("judgment", "special", "民诉185"),
        ("ruling_jurisdiction_objection", "small_claims", "解释276"),
        ("ruling_case_dismissed", "small_claims", "解释277"),
    ],
)
def test_papers_without_appeal_take_effect_when_the_last_party_has_them(
    document: str, procedure: str, article: str
) -> None:
    served = {"plaintiff": date(2026, 3, 20), "defendant": date(2026, 3, 21)}
    found = appeals(document, served, CALENDAR, procedure=procedure)
    assert found.until is None
    assert found.effective_on == date(2026, 3, 21)
    assert found.article == article
    assert found.by_party["plaintiff"].last_day is None


def test_a_ruling_not_to_accept_can_be_appealed_within_ten_days() -> None:
    assert appeal_deadline("ruling_not_accepted", date(2026, 4, 24), CALENDAR).last_day == date(2026, 5, 6)


def test_a_summons_has_nothing_to_appeal() -> None:
    with pytest.raises(NeedsCorrection, match="document_without_appeal"):
        appeal_deadline("summons", date(2026, 3, 20), CALENDAR)


def test_a_payment_order_is_objected_to_and_not_appealed_nor_in_force_when_served() -> None:
    # 民诉227: fifteen days to pay or to object.
    with pytest.raises(NeedsCorrection, match="document_without_appeal"):
        appeals("payment_order", {"respondent": date(2026, 3, 3)}, CALENDAR)


def test_a_withdrawn_divorce_may_not_be_filed_again_for_six_months() -> None:
    bar = resuit_bar("离婚纠纷", "withdrawn", date(2026, 3, 20), CALENDAR)
    assert bar is not None and bar.last_day == date(2026, 9, 20) and bar.article == "解释214"
    refused = resuit_bar("离婚纠纷", "refused", date(2026, 3, 20), CALENDAR)
    assert refused is not None and refused.article == "民诉127(七)"


def test_any_other_withdrawn_case_may_be_filed_again_at_once() -> None:
    assert resuit_bar("民间借贷纠纷", "withdrawn", date(2026, 3, 20), CALENDAR) is None
    assert resuit_bar("解除收养关系纠纷", "withdrawn", date(2026, 3, 20), CALENDAR) is None
    assert resuit_bar("解除收养关系纠纷", "adoption_kept", date(2026, 3, 20), CALENDAR) is not None


def test_a_public_notice_serves_thirty_days_after_posting_and_other_ways_on_their_day() -> None:
    assert service_date("public", date(2026, 1, 15), CALENDAR).last_day == date(2026, 2, 14)
    assert service_date("direct", date(2026, 2, 15), CALENDAR).last_day == date(2026, 2, 15)
    assert service_date("electronic", date(2026, 3, 20), CALENDAR).article == "民诉90"


def test_a_case_is_closed_when_the_last_party_is_served() -> None:
    assert closed_on([date(2026, 3, 20), date(2026, 3, 24)]) == date(2026, 3, 24)
    with pytest.raises(NeedsCorrection, match="field_missing"):
        closed_on([])


LOAN = [{"kind": "property", "amount": "100000"}]


@pytest.mark.parametrize(
    ("claims", "amount", "due"),
    [
        # 费用13(一), 17: what is appealed against, not what was asked for; domain 2.9, no. 5: 50,000 → 1,050.
        (LOAN, "50000", "1050.00"),
        (LOAN, "10000", "50.00"),
        # 费用13(四).
        ([{"kind": "labour"}], None, "10.00"),
        ([{"kind": "divorce"}], None, "300.00"),
    ],
)
def test_an_appeal_against_a_judgment_costs_what_is_appealed_in_full(claims, amount, due) -> None:
    fee = appeal_fee("civil_judgment_simplified", claims, amount, {"divorce": "300.00"})
    assert fee is not None
    assert (f"{fee.due:.2f}", fee.halved) == (due, False)


@pytest.mark.parametrize("document", ["ruling_not_accepted", "ruling_case_dismissed", "ruling_jurisdiction_objection"])
def test_an_appeal_against_a_ruling_costs_nothing(document) -> None:
    # 费用8(三).
    assert appeal_fee(document, LOAN, None, {}) is None


def test_an_appeal_against_a_judgment_on_property_says_how_much() -> None:
    with pytest.raises(NeedsCorrection) as refused:
        appeal_fee("civil_judgment_simplified", LOAN, None, {})
    assert refused.value.code == "amount_missing"


def test_more_time_is_asked_for_within_ten_days_of_the_obstacles_end() -> None:
    # 民诉86: ten days from 25 April end on 5 May, the last of Labour Day: the 6th.
    assert extension_deadline(date(2026, 4, 25), CALENDAR).last_day == date(2026, 5, 6)


@pytest.mark.parametrize(
    ("cause", "orders", "terms", "outcome"),
    [
        ("离婚纠纷", ["不准予原告甲与被告乙离婚"], [], "refused"),
        ("离婚纠纷", ["驳回原告甲要求离婚的诉讼请求"], [], "refused"),
        ("离婚纠纷", ["准予原告甲与被告乙离婚"], [], None),
        ("离婚纠纷", [], ["双方自愿和好"], "reconciled"),
        ("离婚纠纷", [], ["原告甲与被告乙自愿离婚"], None),
        ("解除收养关系纠纷", ["不准解除原告甲与被告乙的收养关系"], [], "adoption_kept"),
        ("收养关系纠纷", [], ["双方维持收养关系"], "adoption_kept"),
        ("解除收养关系纠纷", ["解除原告甲与被告乙的收养关系"], [], None),
        ("民间借贷纠纷", ["驳回原告甲的诉讼请求"], [], None),
    ],
)
def test_what_bars_a_new_suit_is_read_from_the_orders_and_the_terms(
    cause: str, orders: list[str], terms: list[str], outcome: str | None
) -> None:
    # 民诉127(七).
    assert barring_outcome(cause, orders=orders, terms=terms) == outcome
