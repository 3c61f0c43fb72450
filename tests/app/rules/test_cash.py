"""Cash on the spot: three conditions and a receipt."""

import pytest

from app.errors import NeedsCorrection
from app.rules.cash import CONDITIONS, permit_cash

ALL = list(CONDITIONS)


def test_cash_is_taken_when_all_three_conditions_are_met_against_a_receipt() -> None:
    assert permit_cash(ALL, "示例财票0000001").ticket_no == "示例财票0000001"


@pytest.mark.parametrize("missing", ALL)
def test_one_condition_less_and_no_cash_is_taken(missing: str) -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        permit_cash([name for name in ALL if name != missing], "1")
    assert refusal.value.code == "cash_condition_missing"
    assert refusal.value.details["missing"] == [missing]


@pytest.mark.parametrize("ticket", [None, "", "  "])
def test_without_a_receipt_the_party_need_not_pay(ticket: str | None) -> None:
    with pytest.raises(NeedsCorrection, match="cash_ticket_missing"):
        permit_cash(ALL, ticket)


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(NeedsCorrection, match="cash_condition_unknown"):
        permit_cash([*ALL, "sunny"], "1")
