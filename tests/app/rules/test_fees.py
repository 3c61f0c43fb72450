"""Case fees against the worked examples of the domain reference and the statute's own tiers."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.fees import case_fee, who_bears

PROVINCE = {"divorce": "300.00", "personality": "500.00", "other_non_property": "100.00"}


def money(amount: str) -> list[dict[str, object]]:
    return [{"kind": "property", "amount": amount}]


@pytest.mark.parametrize(
    ("amount", "fee"),
    [
        ("0.01", "50.00"),
        ("10000", "50.00"),
        ("10000.01", "50.00"),
        ("10001", "50.03"),
        ("12345.67", "108.64"),
        ("50000", "1050.00"),
        ("100000", "2300.00"),
        ("100001", "2300.02"),
        ("150000", "3300.00"),
        ("200000", "4300.00"),
        ("200001", "4300.02"),
        ("300000", "5800.00"),
        ("500000", "8800.00"),
        ("500001", "8800.01"),
        ("800000", "11800.00"),
        ("1000000", "13800.00"),
        ("1123685.86", "14913.17"),
        ("2000000", "22800.00"),
        ("5000000", "46800.00"),
        ("10000000", "81800.00"),
        ("20000000", "141800.00"),
        ("50000000", "291800.00"),
    ],
)
def test_a_property_claim_costs_what_the_tiers_of_article_13_say(amount: str, fee: str) -> None:
    assert case_fee(money(amount), {}, "ordinary").full == Decimal(fee)


@pytest.mark.parametrize(
    ("amount", "half"), [("50000", "525.00"), ("100000", "1150.00"), ("100001", "1150.01"), ("300000", "2900.00")]
)
def test_the_simplified_procedure_halves_the_fee(amount: str, half: str) -> None:
    assert case_fee(money(amount), {}, "simplified").due == Decimal(half)


# Another writing of the same statute: the closed form A·rate + constant of each tier, from the domain reference.
CLOSED_FORM = [
    ("10000", "0", "50"),
    ("100000", "0.025", "-200"),
    ("200000", "0.02", "300"),
    ("500000", "0.015", "1300"),
    ("1000000", "0.01", "3800"),
    ("2000000", "0.009", "4800"),
    ("5000000", "0.008", "6800"),
    ("10000000", "0.007", "11800"),
    ("20000000", "0.006", "21800"),
    ("999999999999.99", "0.005", "41800"),
]


def closed_form(amount: Decimal) -> Decimal:
    for upper, rate, constant in CLOSED_FORM:
        if amount <= Decimal(upper):
            return amount * Decimal(rate) + Decimal(constant)
    raise AssertionError


def cents(value: int) -> Decimal:
    return Decimal(value) / 100


amounts = st.integers(min_value=1, max_value=99_999_999_999_999).map(cents) | st.integers(1, 300_000_000_0).map(cents)


@given(amounts)
def test_the_tiers_agree_with_the_closed_forms(amount: Decimal) -> None:
    expected = closed_form(amount).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert case_fee(money(str(amount)), {}, "ordinary").full == expected


@given(amounts, amounts)
def test_a_larger_claim_never_costs_less(one: Decimal, other: Decimal) -> None:
    small, large = sorted((one, other))
    assert case_fee(money(str(small)), {}, "ordinary").full <= case_fee(money(str(large)), {}, "ordinary").full


def test_the_fee_does_not_jump_at_the_edge_of_a_tier() -> None:
    for upper, _, _ in CLOSED_FORM[:-1]:
        below = case_fee(money(upper), {}, "ordinary").exact_full
        above = case_fee(money(str(Decimal(upper) + Decimal("0.01"))), {}, "ordinary").exact_full
        assert Decimal(0) <= above - below <= Decimal("0.00025"), upper


@pytest.mark.parametrize(("kind", "said"), [("divorce", "property_total"), ("personality", "damages")])
@given(one=amounts, other=amounts)
def test_more_property_to_divide_or_more_damages_never_cost_less(
    kind: str, said: str, one: Decimal, other: Decimal
) -> None:
    small, large = (case_fee([{"kind": kind, said: str(sum_)}], PROVINCE, "ordinary") for sum_ in sorted((one, other)))
    assert small.exact_full <= large.exact_full


@pytest.mark.parametrize(
    ("kind", "said", "upper"),
    [
        ("divorce", "property_total", "200000"),
        ("personality", "damages", "50000"),
        ("personality", "damages", "100000"),
    ],
)
def test_the_fee_of_a_divorce_or_of_damages_does_not_jump_at_an_edge(kind: str, said: str, upper: str) -> None:
    sums = [Decimal(upper) + Decimal(fen) / 100 for fen in (-1, 0, 1)]
    below, at, above = (case_fee([{"kind": kind, said: str(sum_)}], PROVINCE, "ordinary").exact_full for sum_ in sums)
    assert Decimal(0) <= at - below <= Decimal("0.0001") and Decimal(0) < above - at <= Decimal("0.0001")


def test_the_tiers_of_the_closed_forms_meet() -> None:
    for (upper, rate, constant), (_, next_rate, next_constant) in pairwise(CLOSED_FORM):
        here = Decimal(upper) * Decimal(rate) + Decimal(constant)
        assert here == Decimal(upper) * Decimal(next_rate) + Decimal(next_constant)


@pytest.mark.parametrize("procedure", ["simplified", "small_claims", "ordinary"])
@pytest.mark.parametrize("closed", [None, "mediated", "withdrawn", "judged"])
@pytest.mark.parametrize("merged", [True, False])
@given(amount=amounts)
def test_a_fee_is_never_halved_twice(procedure: str, closed: str | None, merged: bool, amount: Decimal) -> None:
    fee = case_fee(money(str(amount)), {}, procedure, closed, merged=merged)
    assert fee.due in (fee.full, (fee.exact_full / 2).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def test_simplified_and_mediated_together_halve_once() -> None:
    fee = case_fee(money("50000"), {}, "simplified", "mediated")
    assert (fee.full, fee.due) == (Decimal("1050.00"), Decimal("525.00"))
    assert "解释206" in fee.articles


def test_an_ordinary_suit_that_is_judged_pays_in_full() -> None:
    fee = case_fee(money("50000"), {}, "ordinary", "judged")
    assert fee.due == fee.full and not fee.halved


def test_an_ordinary_suit_settled_or_withdrawn_pays_half() -> None:
    assert case_fee(money("50000"), {}, "ordinary", "mediated").due == Decimal("525.00")
    assert case_fee(money("50000"), {}, "ordinary", "withdrawn").due == Decimal("525.00")


@pytest.mark.parametrize(("halved", "due"), [(True, "525.00"), (False, "1050.00")])
def test_a_suit_only_treated_as_withdrawn_is_halved_where_the_court_reads_article_15_so(halved: bool, due: str) -> None:
    fee = case_fee(money("50000"), {}, "ordinary", "deemed_withdrawn", deemed_halved=halved)
    assert fee.due == Decimal(due)


@pytest.mark.parametrize(
    ("local", "total", "full", "half"),
    [
        ("300", "150000", "300.00", "150.00"),
        ("300", "200000", "300.00", "150.00"),
        ("300", "500000", "1800.00", "900.00"),
        ("300", "1000000", "4300.00", "2150.00"),
        ("50", "1000000", "4050.00", "2025.00"),
    ],
)
def test_a_divorce_pays_for_property_above_two_hundred_thousand(local: str, total: str, full: str, half: str) -> None:
    fee = case_fee([{"kind": "divorce", "property_total": total}], {"divorce": local}, "simplified")
    assert (fee.full, fee.due) == (Decimal(full), Decimal(half))


def test_custody_asked_within_a_divorce_costs_nothing_more() -> None:
    claims = [{"kind": "divorce", "property_total": "150000.00"}, {"kind": "non_property"}]
    fee = case_fee(claims, PROVINCE, "simplified", "withdrawn")
    assert (fee.full, fee.due) == (Decimal("300.00"), Decimal("150.00"))


@pytest.mark.parametrize(
    ("local", "damages", "full"),
    [
        ("500", "50000", "500.00"),
        ("500", "100000", "1000.00"),
        ("500", "300000", "2000.00"),
        ("100", None, "100.00"),
    ],
)
def test_a_personality_right_pays_for_damages_above_fifty_thousand(local: str, damages: str | None, full: str) -> None:
    claims = [{"kind": "personality", "amount": damages}]
    assert case_fee(claims, {"personality": local}, "ordinary").full == Decimal(full)


def test_a_labour_dispute_costs_ten_yuan_whatever_is_asked() -> None:
    claims = [{"kind": "labour", "amount": "99999.00"}, {"kind": "labour", "amount": "12.00"}]
    fee = case_fee(claims, {}, "small_claims")
    assert (fee.full, fee.due) == (Decimal("10.00"), Decimal("5.00"))


def test_judicial_confirmation_is_free() -> None:
    fee = case_fee([{"kind": "judicial_confirmation"}], {}, "special", "confirmed")
    assert (fee.full, fee.due) == (Decimal("0.00"), Decimal("0.00"))
    assert "费用8(一)" in fee.articles


def test_money_claims_are_added_and_the_others_cost_nothing_more() -> None:
    claims = [*money("60000"), *money("50000"), {"kind": "non_property"}, {"kind": "costs"}]
    fee = case_fee(claims, {}, "ordinary")
    assert fee.full == Decimal("2500.00")
    assert fee.dispute_amount == Decimal("110000")
    assert "解释201" in fee.articles


def test_several_claims_without_money_count_as_one() -> None:
    claims = [{"kind": "non_property"}, {"kind": "non_property"}, {"kind": "non_property"}]
    assert case_fee(claims, PROVINCE, "ordinary").full == Decimal("100.00")


def test_another_money_claim_never_makes_a_divorce_cheaper() -> None:
    claims = [{"kind": "divorce", "property_total": "1000000"}, {"kind": "property", "amount": "5000"}]
    assert case_fee(claims, PROVINCE, "ordinary").full == Decimal("4300.00")


def test_intellectual_property_without_a_sum_costs_the_provinces_figure_and_with_one_the_tiers() -> None:
    assert case_fee([{"kind": "ip"}], {"ip": "800"}, "ordinary").full == Decimal("800.00")
    with_a_sum = case_fee([{"kind": "ip", "amount": "50000"}], {}, "ordinary")
    assert (with_a_sum.full, with_a_sum.articles) == (Decimal("1050.00"), ("费用13(三)", "费用13(一)"))


def test_a_counterclaim_heard_together_pays_half() -> None:
    assert case_fee(money("50000"), {}, "ordinary", merged=True).due == Decimal("525.00")
    assert case_fee(money("100000"), {}, "ordinary").due == Decimal("2300.00")


def test_rounding_happens_once_after_halving() -> None:
    # 2300.015 is 2300.02 in full; its half is 1150.0075, not 1150.01 of the rounded full fee and not 1150.00.
    assert case_fee(money("100000.75"), {}, "simplified").due == Decimal("1150.01")
    # Real judgments: half of 10,751.375 is 5,376 and 14,913.17 is 14,913 where the court rounds to the yuan.
    assert case_fee(money("695137.05"), {}, "simplified", rounding="yuan_half_up").due == Decimal("5376.00")
    assert case_fee(money("1123685.86"), {}, "ordinary", rounding="yuan_half_up").full == Decimal("14913.00")


def test_a_dismissed_suit_costs_nothing() -> None:
    assert case_fee(money("50000"), {}, "ordinary", "dismissed").due == Decimal("0.00")


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([], "claims_missing"),
        ([{"kind": "costs"}], "claims_missing"),
        ([{"kind": "gold"}], "claim_kind_unknown"),
        ([{"kind": None}], "claim_kind_unknown"),
        ([{"kind": ["property"]}], "claim_kind_unknown"),
        (["property"], "claims_malformed"),
        ([{"kind": "property"}], "amount_missing"),
        ([{"kind": "property", "amount": "0"}], "amount_zero"),
        ([{"kind": "property", "amount": "-1"}], "amount_negative"),
        ([{"kind": "property", "amount": "1.001"}], "amount_too_many_decimals"),
        ([{"kind": "property", "amount": "NaN"}], "amount_malformed"),
        ([{"kind": "property", "amount": "Infinity"}], "amount_malformed"),
        ([{"kind": "property", "amount": float("nan")}], "amount_malformed"),
        ([{"kind": "property", "amount": 1.5}], "amount_malformed"),
        ([{"kind": "property", "amount": True}], "amount_malformed"),
        ([{"kind": "property", "amount": "1e5"}], "amount_malformed"),
        ([{"kind": "property", "amount": "３６０００"}], "amount_malformed"),
        ([{"kind": "property", "amount": "36,000"}], "amount_malformed"),
        ([{"kind": "property", "amount": "1000000000000"}], "amount_too_large"),
        ([{"kind": "property", "amount": 10**400}], "amount_too_large"),
        ([{"kind": "property", "amount": Decimal("1E+9999")}], "amount_too_large"),
        ([{"kind": "property", "amount": Decimal("sNaN")}], "amount_malformed"),
        ([{"kind": "divorce"}], "province_fee_missing"),
        ([{"kind": "judicial_confirmation"}, {"kind": "property", "amount": "1"}], "claims_cannot_be_joined"),
    ],
)
def test_a_claim_that_makes_no_sense_is_refused(claims: list[dict[str, object]], code: str) -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        case_fee(claims, {}, "ordinary")
    assert refusal.value.code == code


@pytest.mark.parametrize("value", ["49.99", "300.01"])
def test_a_provinces_figure_outside_the_statutes_range_is_refused(value: str) -> None:
    with pytest.raises(NeedsCorrection, match="province_fee_out_of_range"):
        case_fee([{"kind": "divorce"}], {"divorce": value}, "ordinary")


@pytest.mark.parametrize(
    ("procedure", "closed", "rounding", "code"),
    [
        ("quick", None, "fen", "procedure_unknown"),
        ("ordinary", "won", "fen", "closing_unknown"),
        ("ordinary", None, "jiao", "rounding_unknown"),
    ],
)
def test_an_unknown_word_is_refused(procedure: str, closed: str | None, rounding: str, code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        case_fee(money("1"), {}, procedure, closed, rounding)


@pytest.mark.parametrize(
    ("claims", "procedure", "closed", "full", "due"),
    [
        ([*money("36000.00"), *money("1171.00"), {"kind": "costs"}], "small_claims", "mediated", "729.28", "364.64"),
        ([*money("12345.67"), {"kind": "non_property"}], "simplified", "judged", "108.64", "54.32"),
        (money("86000.00"), "simplified", None, "1950.00", "975.00"),
    ],
)
def test_the_fees_of_the_example_day_come_out_as_expected(
    claims: list[dict[str, object]], procedure: str, closed: str | None, full: str, due: str
) -> None:
    fee = case_fee(claims, PROVINCE, procedure, closed)
    assert (fee.full, fee.due) == (Decimal(full), Decimal(due))


@pytest.mark.parametrize(
    ("claims", "fee", "kind"),
    [
        # 13(二)2 on 300,000: 500 + 500 + 1,000; 13(一) on 60,000: 1,300.
        (
            [{"kind": "personality", "amount": "300000"}, {"kind": "property", "amount": "60000"}],
            "2000.00",
            "personality",
        ),
        # 13(一) on 200,000 is 4,300.
        (
            [{"kind": "personality", "amount": "300000"}, {"kind": "property", "amount": "200000"}],
            "4300.00",
            "property",
        ),
        # 13(二)1 on 500,000: 300 + 1,500.
        (
            [{"kind": "divorce", "property_total": "500000"}, {"kind": "property", "amount": "60000"}],
            "1800.00",
            "divorce",
        ),
        ([{"kind": "divorce"}, {"kind": "property", "amount": "60000"}], "1300.00", "property"),
        # A damages claim without a sum leaves the property table alone (解释201).
        ([{"kind": "personality"}, {"kind": "property", "amount": "60000"}], "1300.00", "property"),
        # A divorce's property said as its amount is the same property.
        (
            [{"kind": "divorce", "amount": "500000"}, {"kind": "property", "amount": "60000"}],
            "1800.00",
            "divorce",
        ),
        # The property total that is nought is nought, whatever else the claim says.
        ([{"kind": "divorce", "property_total": "0", "amount": "900000"}], "300.00", "divorce"),
        ([{"kind": "ip"}, {"kind": "non_property"}], "800.00", "ip"),
        ([{"kind": "non_property"}, {"kind": "ip"}], "800.00", "ip"),
        # A sum of nought is none: 13(三)'s figure and not the flat 50 of the property table.
        ([{"kind": "ip", "amount": "0.00"}], "800.00", "ip"),
        ([{"kind": "labour", "amount": "90000"}, {"kind": "non_property"}], "10.00", "labour"),
        ([{"kind": "non_property"}, {"kind": "non_property"}, {"kind": "costs"}], "100.00", "non_property"),
    ],
)
def test_another_claim_never_makes_a_case_cheaper(claims: list[dict[str, object]], fee: str, kind: str) -> None:
    found = case_fee(claims, {**PROVINCE, "ip_without_amount": "800"}, "ordinary")
    assert (found.full, found.kind) == (Decimal(fee), kind)


@pytest.mark.parametrize(
    ("amount", "fee"),
    [
        # A yuan beyond each upper bound: its own rate on that yuan, rounded half up to the fen.
        ("1000001", "13800.01"),
        ("2000001", "22800.01"),
        ("5000001", "46800.01"),
        ("10000001", "81800.01"),
        ("20000001", "141800.01"),
        ("999999999999.99", "5000041800.00"),
    ],
)
def test_the_upper_tiers_begin_just_after_their_bound(amount: str, fee: str) -> None:
    assert case_fee(money(amount), {}, "ordinary").full == Decimal(fee)


@pytest.mark.parametrize(
    ("closed", "claim", "procedure", "who"),
    [
        (None, "property", "ordinary", None),
        ("judged", "property", "ordinary", ("loser", "费用29")),
        ("mediated", "property", "ordinary", ("agreed_or_court", "费用31")),
        ("judged", "divorce", "ordinary", ("agreed_or_court", "费用33")),
        ("withdrawn", "divorce", "ordinary", ("claimant", "费用34")),
        ("deemed_withdrawn", "property", "ordinary", ("claimant", "费用34")),
        ("confirmed", "judicial_confirmation", "special", ("nobody", "费用8")),
        ("not_accepted", "property", "ordinary", ("nobody", "费用8")),
        # A free case leaves nobody a fee to bear, however it ended.
        ("judged", "property", "special", ("nobody", "费用8")),
        ("withdrawn", "judicial_confirmation", "special", ("nobody", "费用8")),
    ],
)
def test_the_fee_is_borne_as_articles_29_to_34_say(
    closed: str | None, claim: str, procedure: str, who: tuple[str, str] | None
) -> None:
    fee = case_fee([{"kind": claim, "amount": "50000"}], PROVINCE, procedure, closed)
    assert who_bears(closed, fee) == who


sums = st.integers(1, 10**10).map(lambda fen: str(Decimal(fen) / 100))
any_claim = st.builds(
    lambda kind, amount: {"kind": kind, "amount": amount},
    st.sampled_from(["divorce", "personality", "non_property", "labour", "ip", "costs"]),
    st.none() | sums,
) | sums.map(lambda amount: {"kind": "property", "amount": amount})
EVERY_FIGURE = {**PROVINCE, "ip_without_amount": "800"}


@given(
    st.lists(any_claim, max_size=4).map(lambda some: [{"kind": "non_property"}, *some]),
    st.randoms(use_true_random=False),
    st.sampled_from(["ordinary", "simplified"]),
)
def test_it_is_all_one_in_which_order_the_claims_are_told(
    claims: list[dict[str, object]], order: Random, procedure: str
) -> None:
    told = case_fee(claims, EVERY_FIGURE, procedure)
    order.shuffle(claims)
    again = case_fee(claims, EVERY_FIGURE, procedure)
    assert (told.full, told.due, told.kind) == (again.full, again.due, again.kind)
    assert told.dispute_amount == again.dispute_amount
    assert set(told.articles) == set(again.articles)


@given(sums, sums, st.sampled_from(["property", "personality", "ip", "divorce"]))
def test_a_sum_asked_for_in_two_parts_costs_what_the_whole_does(one: str, other: str, kind: str) -> None:
    # 解释201: several property claims are added up, several others count one.
    parts = case_fee([{"kind": kind, "amount": one}, {"kind": kind, "amount": other}], EVERY_FIGURE, "ordinary")
    whole = case_fee([{"kind": kind, "amount": str(Decimal(one) + Decimal(other))}], EVERY_FIGURE, "ordinary")
    assert (parts.full, parts.kind, parts.dispute_amount) == (whole.full, whole.kind, whole.dispute_amount)
