"""Which procedure a suit may take, and when a hearing may begin at once."""

from datetime import date

import pytest

from app.errors import NeedsCorrection
from app.rules.calendar import known_calendar
from app.rules.procedure import check_adjournment, eligibility, hearing_on_the_spot, sieve, simplified_open

WAGE = "115000.00"


def money(amount: str) -> list[dict[str, object]]:
    return [{"kind": "property", "amount": amount}, {"kind": "costs"}]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("37171.00", "applies"),
        ("57500.00", "applies"),
        ("57500.01", "by_agreement"),
        ("230000.00", "by_agreement"),
        ("230000.01", "excluded"),
    ],
)
def test_the_amount_decides_about_small_claims_with_both_bounds_included(amount: str, expected: str) -> None:
    found = eligibility(money(amount), "民间借贷纠纷", WAGE)
    assert (found.small_claims, found.simplified) == (expected, True)
    assert "民诉165" in found.articles


@pytest.mark.parametrize(
    ("flag", "article", "simplified"),
    [
        ("defendant_missing", "解释257(一)", False),
        ("party_missing", "民诉166(四)", True),
        ("remanded", "解释257(二)", False),
        ("many_parties", "解释257(三)", False),
        ("trial_supervision", "解释257(四)", False),
        ("public_interest", "解释257(五)", False),
        ("third_party_revocation", "解释257(六)", False),
        ("foreign", "民诉166(二)", True),
        ("appraisal_needed", "民诉166(三)", True),
        ("appraisal_disputed", "民诉166(三)", True),
        ("counterclaim", "民诉166(五)", True),
        ("unsuitable_for_small_claims", "民诉166(六)", True),
        ("not_simple", "民诉160", False),
    ],
)
def test_each_exclusion_keeps_small_claims_out_and_some_the_simplified_procedure(
    flag: str, article: str, simplified: bool
) -> None:
    found = eligibility(money("1000"), "买卖合同纠纷", WAGE, [flag])
    assert (found.small_claims, found.simplified) == ("excluded", simplified)
    assert article in found.articles


@pytest.mark.parametrize(
    ("claims", "cause", "simplified"),
    [
        ([{"kind": "divorce", "property_total": "1000"}], "离婚纠纷", True),
        (money("1000"), "离婚纠纷", True),
        (money("1000"), "物权确认纠纷", True),
        (money("1000"), "所有权确认纠纷", True),
        ([*money("12345.67"), {"kind": "non_property"}], "劳务合同纠纷", True),
        ([{"kind": "labour"}], "确认劳动关系纠纷", True),
        ([{"kind": "judicial_confirmation"}], "申请司法确认调解协议", False),
    ],
)
def test_what_is_not_a_plain_claim_for_money_is_no_small_claim(
    claims: list[dict[str, object]], cause: str, simplified: bool
) -> None:
    found = eligibility(claims, cause, WAGE)
    assert (found.small_claims, found.simplified) == ("excluded", simplified)


def test_the_costs_of_the_suit_are_no_part_of_its_amount() -> None:
    claims = [{"kind": "property", "amount": "50000"}, {"kind": "costs", "amount": "525"}]
    found = eligibility(claims, "民间借贷纠纷", "100000")
    assert (found.small_claims, found.amount) == ("applies", 50000)


def test_maintenance_owed_in_money_may_be_a_small_claim() -> None:
    assert eligibility(money("7200"), "赡养费纠纷", WAGE).small_claims == "applies"


def test_the_parties_may_agree_on_the_simplified_procedure_but_not_against_the_exclusions() -> None:
    agreed = ["both_agree_simplified"]
    assert eligibility(money("1000"), "买卖合同纠纷", WAGE, ["not_simple", *agreed]).simplified
    assert not eligibility(money("1000"), "买卖合同纠纷", WAGE, ["remanded", *agreed]).simplified


def test_without_the_wage_figure_the_amount_cannot_decide() -> None:
    with pytest.raises(NeedsCorrection, match="wage_missing"):
        eligibility(money("1000"), "买卖合同纠纷", None)
    assert eligibility(money("1000"), "买卖合同纠纷", None, ["foreign"]).small_claims == "excluded"


def test_an_unknown_flag_is_refused() -> None:
    with pytest.raises(NeedsCorrection, match="flag_unknown"):
        eligibility(money("1000"), "买卖合同纠纷", WAGE, ["raining"])


BOTH = ["plaintiff", "defendant"]


def test_a_hearing_begins_at_once_when_both_sides_waive_both_periods() -> None:
    assert hearing_on_the_spot("small_claims", BOTH, BOTH, BOTH).article == "解释275"
    assert hearing_on_the_spot("simplified", BOTH, BOTH, BOTH).article == "解释266"


@pytest.mark.parametrize(("evidence", "defence"), [(BOTH, ["plaintiff"]), (["defendant"], BOTH), ([], [])])
def test_a_hearing_waits_while_one_side_keeps_a_period(evidence: list[str], defence: list[str]) -> None:
    with pytest.raises(NeedsCorrection, match="on_the_spot_not_waived"):
        hearing_on_the_spot("simplified", BOTH, evidence, defence)


def test_an_ordinary_hearing_is_never_held_at_once() -> None:
    with pytest.raises(NeedsCorrection, match="on_the_spot_not_in_ordinary"):
        hearing_on_the_spot("ordinary", BOTH, BOTH, BOTH)


def test_the_sieve_sends_simple_suits_the_fast_way_and_says_why_not() -> None:
    simple = simplified_open(money("1000"), "买卖合同纠纷")
    assert sieve(simple, parties=2, mediation_wanted=True).track == "fast"
    careful = sieve(simple, parties=2, mediation_wanted=False, flags=["appraisal"])
    assert careful.track == "careful" and careful.reasons
    assert sieve(simple, parties=9, mediation_wanted=False).track == "careful"
    # 解释257: whatever the amount and whoever agrees.
    shut = simplified_open(money("1000"), "买卖合同纠纷", ["defendant_missing", "both_agree_simplified"])
    assert sieve(shut, parties=2, mediation_wanted=True).reasons == ("不能适用简易程序",)
    with pytest.raises(NeedsCorrection, match="flag_unknown"):
        simplified_open(money("1000"), "买卖合同纠纷", ["raining"])


def test_a_simplified_hearing_is_put_off_once_within_a_month() -> None:
    calendar = known_calendar()
    assert check_adjournment("simplified", 0, date(2026, 3, 20), date(2026, 4, 8), calendar) == "延审5"
    with pytest.raises(NeedsCorrection, match="adjournments_used_up"):
        check_adjournment("simplified", 1, date(2026, 3, 20), date(2026, 4, 8), calendar)
    with pytest.raises(NeedsCorrection, match="adjournment_too_long"):
        check_adjournment("simplified", 0, date(2026, 3, 20), date(2026, 4, 21), calendar)
    assert check_adjournment("simplified", 0, date(2026, 3, 20), date(2026, 6, 1), calendar, excepted=True)
    # The exception of 延审5 is for the month between two hearings; 延审3 counts without one.
    with pytest.raises(NeedsCorrection, match="adjournments_used_up"):
        check_adjournment("simplified", 1, date(2026, 3, 20), date(2026, 4, 8), calendar, excepted=True)
    assert check_adjournment("ordinary", 1, date(2026, 3, 20), date(2026, 4, 8), calendar)


def test_a_hearing_is_not_put_off_into_the_past() -> None:
    with pytest.raises(NeedsCorrection, match="adjournment_too_long"):
        check_adjournment("simplified", 0, date(2026, 3, 20), date(2026, 3, 20), known_calendar(), excepted=True)
