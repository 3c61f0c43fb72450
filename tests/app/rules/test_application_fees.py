"""Application fees against the worked examples of the domain reference."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.application_fees import application_fee


@pytest.mark.parametrize(
    ("kind", "amount", "due"),
    [
        ("preservation", None, "30.00"),
        ("preservation", "1000", "30.00"),
        ("preservation", "10000", "120.00"),
        ("preservation", "50000", "520.00"),
        ("preservation", "100000", "1020.00"),
        ("preservation", "200000", "1520.00"),
        ("preservation", "500000", "3020.00"),
        ("preservation", "895999.99", "5000.00"),
        ("preservation", "896000", "5000.00"),
        ("preservation", "896001", "5000.00"),
        ("preservation", "5000000", "5000.00"),
        ("enforcement", "10000", "50.00"),
        ("enforcement", "100000", "1400.00"),
        ("enforcement", "500000", "7400.00"),
        ("enforcement", "1000000", "12400.00"),
        ("enforcement", "5000000", "52400.00"),
        ("enforcement", "10000000", "77400.00"),
        ("enforcement", "20000000", "87400.00"),
        ("payment_order", "100000", "766.67"),
        ("public_summons", None, "100.00"),
        ("set_aside_award", None, "400.00"),
        ("arbitration_agreement", None, "400.00"),
        ("bankruptcy", "100000", "1150.00"),
        ("bankruptcy", "999999999999.99", "300000.00"),
        ("protection_order", None, "0.00"),
        ("judicial_confirmation", None, "0.00"),
    ],
)
def test_an_application_costs_what_article_14_says(kind: str, amount: str | None, due: str) -> None:
    assert application_fee(kind, amount).due == Decimal(due)


WITH_A_SUM = ["preservation", "enforcement", "payment_order", "bankruptcy"]
sums = st.integers(1, 10**12).map(lambda fen: Decimal(fen) / 100)


@pytest.mark.parametrize("kind", WITH_A_SUM)
@given(one=sums, other=sums)
def test_an_application_over_more_never_costs_less(kind: str, one: Decimal, other: Decimal) -> None:
    small, large = sorted((one, other))
    assert application_fee(kind, str(small)).due <= application_fee(kind, str(large)).due


@pytest.mark.parametrize("kind", WITH_A_SUM)
@given(amount=sums)
def test_a_fen_more_never_costs_more_than_a_fen(kind: str, amount: Decimal) -> None:
    more = application_fee(kind, str(amount + Decimal("0.01"))).due - application_fee(kind, str(amount)).due
    assert Decimal(0) <= more <= Decimal("0.01")


def test_the_preservation_fee_reaches_its_cap_exactly_at_896000() -> None:
    assert application_fee("preservation", "895998.00").due == Decimal("4999.99")


def test_an_enforcement_fee_is_not_prepaid_and_falls_on_the_one_enforced_against() -> None:
    fee = application_fee("enforcement", "100000")
    assert not fee.prepaid and fee.borne_by == "person_subject_to_enforcement"


def test_an_objection_to_jurisdiction_costs_the_provinces_figure() -> None:
    fee = application_fee("jurisdiction_objection", province={"jurisdiction_objection": "100.00"})
    assert fee.due == Decimal("100.00")


@pytest.mark.parametrize(
    ("kind", "amount", "code"),
    [
        ("gift", None, "application_kind_unknown"),
        ("payment_order", None, "amount_missing"),
        ("preservation", "-1", "amount_negative"),
        ("enforcement", None, "province_fee_missing"),
    ],
)
def test_an_application_that_cannot_be_priced_is_refused(kind: str, amount: str | None, code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        application_fee(kind, amount)
