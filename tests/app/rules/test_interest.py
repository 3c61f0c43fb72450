"""Simple interest and the LPR table."""

from datetime import date
from decimal import Decimal

import pytest

from app.errors import NeedsCorrection
from app.rules.interest import interest, interest_at_lpr, known_lpr, parse_lpr


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


def test_a_private_loan_may_bear_four_times_the_rate_of_its_day() -> None:
    assert known_lpr().cap_for_private_loan(date(2024, 3, 1)) == Decimal("13.80")
    assert known_lpr().rate(date(2024, 3, 1), "five_years") == Decimal("3.95")


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
    ],
)
def test_a_table_in_the_wrong_shape_is_refused(text: str) -> None:
    with pytest.raises(NeedsCorrection, match="lpr_malformed"):
        parse_lpr(text)
