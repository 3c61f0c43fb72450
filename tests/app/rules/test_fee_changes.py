"""Conversion, changed claims, refunds and relief."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.fee_changes import (
    change_claims,
    convert_to_ordinary,
    grant_relief,
    refund_after_closing,
    relief_grounds,
    top_up_not_paid,
)
from app.rules.fees import CaseFee, case_fee


def fee(amount: str, procedure: str = "ordinary") -> CaseFee:
    return case_fee([{"kind": "property", "amount": amount}], {}, procedure)


def test_converting_to_the_ordinary_procedure_asks_for_the_other_half() -> None:
    change = convert_to_ordinary(fee("50000"), "525.00")
    assert change.top_up == Decimal("525.00")
    assert change.articles == ("解释199",)


def test_a_counterclaim_heard_together_stays_halved_in_the_ordinary_procedure() -> None:
    # 费用18 halves 1,050 whatever the procedure, and 解释206 once: the 525 paid under 简易 are all there is to pay.
    merged = case_fee([{"kind": "property", "amount": "50000"}], {}, "simplified", merged=True)
    assert convert_to_ordinary(merged, "525.00").top_up == Decimal("0.00")
    assert convert_to_ordinary(merged, "300.00").top_up == Decimal("225.00")


def test_half_of_what_was_paid_goes_back_when_the_top_up_stays_unpaid() -> None:
    assert top_up_not_paid(fee("50000"), "525.00").refund == Decimal("262.50")


def test_a_raised_claim_pays_the_difference() -> None:
    assert change_claims(fee("50000"), fee("100000"), inquiry_closed=True).top_up == Decimal("1250.00")


def test_a_claim_lowered_in_time_gets_the_difference_back_and_later_bears_it() -> None:
    early = change_claims(fee("100000"), fee("50000"), inquiry_closed=False)
    late = change_claims(fee("100000"), fee("50000"), inquiry_closed=True)
    assert (early.refund, early.borne) == (Decimal("1250.00"), Decimal(0))
    assert (late.refund, late.borne) == (Decimal(0), Decimal("1250.00"))


def test_claims_that_cost_as_much_as_before_change_nothing() -> None:
    # From 100 yuan to 200 both cost the flat 50: raised, and yet nothing to pay or to give back.
    for closed in (False, True):
        same = change_claims(fee("100"), fee("200"), inquiry_closed=closed)
        assert (same.top_up, same.refund, same.borne) == (0, 0, 0)
        assert same.steps == ("受理费没有变化，仍为 50.00 元",) and same.articles == ("费用21",)


def test_what_was_paid_too_much_goes_back() -> None:
    assert refund_after_closing("1050.00", "525.00").refund == Decimal("525.00")
    assert refund_after_closing("100.00", "525.00").top_up == Decimal("425.00")


def relief(kind: str, article: str, **facts: object) -> dict[str, object]:
    base: dict[str, object] = {"natural_person": True, "before_filing": True}
    return {"kind": kind, "article": article, "fee": fee("50000"), **base, **facts}


def test_a_reduction_of_thirty_percent_leaves_seventy() -> None:
    assert grant_relief(**relief("reduction", "费用46(一)", amount="315.00")).pays_now == Decimal("735.00")  # type: ignore[arg-type]


def test_legal_aid_defers_the_fee_and_a_word_after_filing_is_noted() -> None:
    decision = grant_relief(**relief("deferral", "费用47(三)"))  # type: ignore[arg-type]
    assert decision.pays_now == 0 and decision.deferred == Decimal("1050.00") and decision.notes == ()
    late = grant_relief(**relief("deferral", "费用47(三)", before_filing=False))  # type: ignore[arg-type]
    assert late.deferred == Decimal("1050.00") and "费用49" in late.notes[0]


def test_a_ground_may_be_written_out_but_not_another_kinds() -> None:
    assert grant_relief(**relief("deferral", "《诉讼费用交纳办法》第四十七条第（三）项")).deferred  # type: ignore[arg-type]
    assert grant_relief(**relief("deferral", "费用47")).deferred  # type: ignore[arg-type]
    with pytest.raises(NeedsCorrection, match="relief_ground_unknown"):
        grant_relief(**relief("exemption", "《诉讼费用交纳办法》第四十七条第三项"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (relief("exemption", "费用45(一)", natural_person=False), "relief_natural_person_only"),
        (relief("exemption", "费用47(三)"), "relief_ground_unknown"),
        (relief("reduction", "费用46(一)", amount="314.99"), "relief_reduction_too_small"),
        (relief("reduction", "费用46(一)", amount="1050.00"), "relief_reduction_too_small"),
        (relief("deferral", "费用47(九)"), "relief_ground_unknown"),
        (relief("gift", "费用45(一)"), "relief_kind_unknown"),
    ],
)
def test_relief_against_the_law_is_refused(facts: dict[str, object], code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        grant_relief(**facts)  # type: ignore[arg-type]


def test_each_kind_of_relief_lists_its_own_grounds() -> None:
    assert [len(relief_grounds(kind)) for kind in ("exemption", "reduction", "deferral")] == [5, 4, 4]


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.sampled_from(["fen", "yuan_half_up"]))
def test_what_goes_back_and_what_stays_are_what_was_paid(fen: int, claimed: int, rounding: str) -> None:
    paid = Decimal(fen) / 100
    owed = case_fee([{"kind": "property", "amount": Decimal(claimed) / 100}], {}, "simplified", rounding=rounding)
    unpaid, closed = top_up_not_paid(owed, paid), refund_after_closing(paid, owed.due)
    assert unpaid.refund + unpaid.borne == closed.refund + closed.borne == paid
    assert closed.borne + closed.top_up == owed.due
