"""Simple interest and the LPR table."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.interest import (
    interest,
    interest_at_lpr,
    interest_of_private_loan,
    known_lpr,
    late_performance_interest,
    parse_lpr,
)


def test_the_interest_of_the_example_loan_is_1171_yuan() -> None:
    found = interest("36000.00", "3.1", date(2025, 3, 2), date(2026, 3, 20))
    assert found.days == 383
    assert found.amount == Decimal("1171.04")
    assert interest("36000", "3.1", date(2025, 3, 2), date(2026, 3, 20), "yuan_half_up").amount == Decimal("1171.00")


def test_a_year_at_ten_percent_is_a_tenth() -> None:
    assert interest("36500", "10", date(2025, 1, 1), date(2026, 1, 1)).amount == Decimal("3650.00")


def test_interest_that_follows_the_lpr_changes_with_it() -> None:
    # 10 days at 3.10 % up to the change of 2025-05-20, then 10 days at 3.00 %.
    found = interest_at_lpr("365000", date(2025, 5, 10), date(2025, 5, 30), known_lpr())
    assert found.amount == Decimal("610.00")
    assert len(found.steps) == 3


def test_interest_at_the_lpr_over_four_changes_agrees_with_a_count_by_hand() -> None:
    # 2023-08-01 to 2025-06-01 on 100,000: 20 days at 3.55, 336 at 3.45 (to 2024-07-22), 91 at 3.35 (to 10-21),
    # 211 at 3.10 (to 2025-05-20), 12 at 3.00: (71 + 1159.2 + 304.85 + 654.1 + 36) · 1000 ÷ 365.
    found = interest_at_lpr("100000", date(2023, 8, 1), date(2025, 6, 1), known_lpr())
    assert (found.days, found.amount) == (670, Decimal("6096.30"))
    assert len(found.steps) == 7


@given(st.lists(st.dates(date(2019, 8, 20), date(2025, 10, 20)), min_size=3, max_size=3, unique=True))
def test_a_stretch_of_interest_is_the_sum_of_its_parts(days: list[date]) -> None:
    first, middle, last = sorted(days)
    parts = [interest_at_lpr("1000000", start, end, known_lpr()) for start, end in ((first, middle), (middle, last))]
    whole = interest_at_lpr("1000000", first, last, known_lpr())
    # Each of the three is rounded once, by half a fen at most.
    assert abs(whole.amount - sum(part.amount for part in parts)) <= Decimal("0.01")
    assert whole.days == sum(part.days for part in parts)


def test_a_private_loan_may_bear_four_times_the_rate_of_its_day() -> None:
    assert known_lpr().loan_caps(date(2024, 3, 1)) == ((date(2024, 3, 1), Decimal("13.80")),)
    assert known_lpr().rate(date(2024, 3, 1), "five_years") == Decimal("3.95")


def test_an_older_loan_bears_24_percent_to_august_2020_and_four_times_the_rate_of_the_suit_after() -> None:
    # 民间借贷31: 80 days at 24 %, then 285 days at 4 × 3.85 % = 15.4 %.
    days = {"contract_on": date(2020, 6, 1), "sued_on": date(2021, 1, 15)}
    found = interest_of_private_loan("100000", "30", date(2020, 6, 1), date(2021, 6, 1), known_lpr(), **days)
    assert found.amount == Decimal("17284.93")
    # An agreed rate below the cap is the rate.
    low = interest_of_private_loan("100000", "10", date(2020, 6, 1), date(2021, 6, 1), known_lpr(), **days)
    assert low.amount == Decimal("10000.00")
    # A suit taken in before 2020-08-20 stays under the rule of 2015: 366 days at 24 %.
    earlier = {**days, "sued_on": date(2020, 7, 1)}
    found = interest_of_private_loan("100000", "30", date(2020, 6, 1), date(2021, 6, 2), known_lpr(), **earlier)
    assert found.amount == Decimal("24065.75")


@pytest.mark.parametrize(
    ("contract_on", "sued_on", "start", "code"),
    [
        (date(2015, 8, 31), date(2021, 1, 15), date(2015, 8, 31), "loan_cap_unknown"),
        (date(2020, 6, 1), None, date(2020, 6, 1), "field_missing"),
        (date(2024, 3, 1), None, date(2024, 2, 1), "interest_days_invalid"),
        (date(2024, 3, 1), None, date(2027, 1, 1), "interest_days_invalid"),
    ],
)
def test_a_cap_that_the_table_does_not_know_is_never_guessed(
    contract_on: date, sued_on: date | None, start: date, code: str
) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        interest_of_private_loan(
            "1", "1", start, date(2026, 1, 1), known_lpr(), contract_on=contract_on, sued_on=sued_on
        )


def test_a_judgment_paid_late_costs_one_point_seven_five_ten_thousandths_a_day() -> None:
    # 100,000 × 0.000175 × 30 days, from the day after 20 March to 19 April.
    found = late_performance_interest("100000", date(2026, 3, 20), date(2026, 4, 19))
    assert (found.days, found.amount) == (30, Decimal("525.00"))
    assert late_performance_interest("36000", date(2026, 3, 20), date(2026, 3, 20)).amount == 0
    with pytest.raises(NeedsCorrection, match="interest_days_invalid"):
        late_performance_interest("1", date(2026, 3, 20), date(2026, 3, 19))


def test_the_table_says_that_nobody_verified_it() -> None:
    assert not known_lpr().verified


@pytest.mark.parametrize("day", [date(2019, 8, 19), date(2027, 1, 1)])
def test_a_day_outside_the_table_has_no_rate(day: date) -> None:
    with pytest.raises(NeedsCorrection, match="lpr_unknown"):
        known_lpr().rate(day)


def test_interest_does_not_run_backwards() -> None:
    with pytest.raises(NeedsCorrection, match="interest_days_invalid"):
        interest("1", "1", date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize("rate", ["-1", "x", "NaN", "1001", "", None])
def test_a_rate_that_makes_no_sense_is_refused(rate: object) -> None:
    with pytest.raises(NeedsCorrection, match="rate_malformed"):
        interest("1", rate, date(2026, 1, 1), date(2026, 1, 2))


@pytest.mark.parametrize(
    "text",
    [
        "",
        'source = "s"\nverified = false\nseen_until = "2025-01-01"\nchanges = []',
        'source = "s"\nverified = false\nseen_until = "2019-01-01"\nchanges = [["2020-01-20", "4", "5"]]',
        'source = "s"\nverified = false\nseen_until = "2025-01-01"\nchanges = [["2020-01-20", "4"]]',
        # The word is not the fact: "false" in quotation marks would have counted as verified.
        'source = "s"\nverified = "false"\nseen_until = "2025-01-01"\nchanges = [["2020-01-20", "4", "5"]]',
        'source = " "\nverified = false\nseen_until = "2025-01-01"\nchanges = [["2020-01-20", "4", "5"]]',
        "seen_until = " + "[" * 100_000,
    ],
)
def test_a_table_in_the_wrong_shape_is_refused(text: str) -> None:
    with pytest.raises(NeedsCorrection, match="lpr_malformed"):
        parse_lpr(text)
