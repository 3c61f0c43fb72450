"""Periods against the date vectors of the domain reference."""

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.calendar import known_calendar
from app.rules.periods import Unit, choose, deadline, period, period_table

CALENDAR = known_calendar()


@pytest.mark.parametrize(
    ("rule_id", "variant", "start", "raw", "last"),
    [
        ("T36", "judgment", "2026-03-03", "2026-03-18", "2026-03-18"),
        ("T36", "judgment", "2026-09-16", "2026-10-01", "2026-10-08"),
        ("T36", "judgment", "2026-02-06", "2026-02-21", "2026-02-24"),
        ("T36", "ruling", "2026-04-24", "2026-05-04", "2026-05-06"),
        ("T36", "ruling", "2026-04-29", "2026-05-09", "2026-05-09"),
        ("T05", None, "2026-01-30", "2026-02-14", "2026-02-14"),
        ("T44", None, "2025-12-25", "2026-01-01", "2026-01-04"),
        ("T04", None, "2026-04-29", "2026-05-04", "2026-05-06"),
        ("T38", None, "2026-01-15", "2026-02-14", "2026-02-14"),
        ("T32", None, "2026-05-20", "2026-06-19", "2026-06-22"),
        ("T41", "sue", "2026-09-01", "2026-10-01", "2026-10-08"),
        ("T28", None, "2025-12-31", "2026-01-30", "2026-01-30"),
        ("T18", None, "2025-11-30", "2026-02-28", "2026-02-28"),
        ("T18", None, "2026-03-31", "2026-06-30", "2026-06-30"),
        ("T19", None, "2026-08-03", "2026-10-03", "2026-10-08"),
        ("T20", None, "2025-08-31", "2026-02-28", "2026-02-28"),
        ("T50", None, "2024-02-29", "2026-02-28", "2026-02-28"),
    ],
)
def test_a_deadline_falls_where_the_reference_says(
    rule_id: str, variant: str | None, start: str, raw: str, last: str
) -> None:
    found = deadline(rule_id, date.fromisoformat(start), CALENDAR, variant=variant)
    assert (found.raw, found.last_day) == (date.fromisoformat(raw), date.fromisoformat(last))
    assert found.calendar == "complete"


@pytest.mark.parametrize(
    ("rule_id", "start", "raw", "last"),
    [
        ("T18", "2026-03-05", "2026-06-05", "2026-06-05"),
        ("T56", "2026-03-20", "2026-04-04", "2026-04-07"),
        ("T32", "2026-03-10", "2026-04-09", "2026-04-09"),
        ("T51", "2026-03-20", "2026-09-20", "2026-09-20"),
    ],
)
def test_the_periods_of_the_example_day_come_out_as_expected(rule_id: str, start: str, raw: str, last: str) -> None:
    found = deadline(rule_id, date.fromisoformat(start), CALENDAR)
    assert (found.raw, found.last_day) == (date.fromisoformat(raw), date.fromisoformat(last))


def test_the_latest_summons_is_three_days_before_the_hearing_and_never_rolls() -> None:
    assert deadline("T13", date(2026, 3, 20), CALENDAR).last_day == date(2026, 3, 17)
    assert deadline("T13", date(2026, 10, 8), CALENDAR).last_day == date(2026, 10, 5)


def test_hours_run_from_the_next_full_hour_and_never_roll() -> None:
    start = datetime.datetime.fromisoformat("2026-05-01T09:05:00+08:00")
    found = deadline("T41", start, CALENDAR, variant="ruling")
    assert found.moment == datetime.datetime.fromisoformat("2026-05-03T10:00:00+08:00")


def test_hours_from_a_bare_date_are_refused() -> None:
    with pytest.raises(NeedsCorrection, match="period_needs_a_moment"):
        deadline("T41", date(2026, 5, 1), CALENDAR, variant="ruling")


def test_the_table_has_every_row_from_t01_to_t56_with_an_article() -> None:
    assert list(period_table()) == [f"T{n:02d}" for n in range(1, 57)]
    for rule in period_table().values():
        assert rule.article and rule.what and rule.from_what and rule.who in ("court", "party")
        assert all(variant.unit and variant.length for variant in rule.variants), rule.id


def test_rows_that_are_no_length_of_time_say_so() -> None:
    for rule_id in ("T02", "T14", "T15", "T26", "T42"):
        with pytest.raises(NeedsCorrection, match="period_not_counted"):
            choose(rule_id)


def test_a_row_with_several_lengths_asks_which_one() -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        deadline("T36", date(2026, 3, 20), CALENDAR)
    assert refusal.value.code == "period_variant_missing"
    assert refusal.value.details["choices"] == ["judgment", "ruling"]


def test_a_named_variant_that_does_not_exist_is_refused_rather_than_replaced_by_the_default() -> None:
    with pytest.raises(NeedsCorrection, match="period_variant_missing"):
        deadline("T18", date(2026, 3, 20), CALENDAR, variant="twice_extended")


def test_an_extended_trial_limit_counts_from_filing() -> None:
    assert deadline("T18", date(2026, 3, 5), CALENDAR, variant="extended").raw == date(2026, 7, 5)
    assert deadline("T19", date(2026, 3, 5), CALENDAR, variant="extended").raw == date(2026, 6, 5)
    assert deadline("T20", date(2026, 3, 5), CALENDAR, variant="extended").raw == date(2027, 3, 5)


def test_the_procedure_chooses_how_long_mediation_may_take() -> None:
    assert deadline("T29", date(2026, 3, 2), CALENDAR, procedure="simplified").raw == date(2026, 3, 9)
    assert deadline("T29", date(2026, 3, 2), CALENDAR, procedure="ordinary").raw == date(2026, 3, 17)


def test_days_not_counted_in_the_trial_limit_lengthen_it_once_each() -> None:
    spans = [(date(2026, 4, 1), date(2026, 4, 10)), (date(2026, 4, 8), date(2026, 4, 12))]
    assert deadline("T18", date(2026, 3, 5), CALENDAR, suspended=spans).raw == date(2026, 6, 17)


def test_suspended_days_outside_the_period_change_nothing() -> None:
    spans = [(date(2026, 1, 1), date(2026, 3, 5)), (date(2027, 1, 1), date(2027, 1, 5))]
    assert deadline("T18", date(2026, 3, 5), CALENDAR, suspended=spans).raw == date(2026, 6, 5)


def test_a_suspension_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(NeedsCorrection, match="suspension_malformed"):
        deadline("T18", date(2026, 3, 5), CALENDAR, suspended=[(date(2026, 4, 2), date(2026, 4, 1))])


def test_a_period_into_a_year_without_a_notice_says_that_the_calendar_is_incomplete() -> None:
    found = period(date(2026, 12, 25), "days", 15, CALENDAR)
    assert (found.last_day, found.calendar) == (date(2027, 1, 11), "incomplete")


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(1, 400))
def test_a_rolled_period_ends_on_a_working_day_not_before_the_raw_day(start: date, days: int) -> None:
    found = period(start, "days", days, CALENDAR)
    assert found.raw == start + datetime.timedelta(days=days)
    assert found.last_day is not None and found.raw is not None
    assert found.last_day >= found.raw and not CALENDAR.is_rest(found.last_day)


@pytest.mark.parametrize("unit", ["days", "months", "years"])
@given(start=st.dates(date(2024, 1, 1), date(2027, 12, 31)), later=st.integers(1, 60), length=st.integers(1, 12))
def test_who_is_served_later_never_has_less_time(unit: Unit, start: date, later: int, length: int) -> None:
    first = period(start, unit, length, CALENDAR).last_day
    second = period(start + datetime.timedelta(days=later), unit, length, CALENDAR).last_day
    assert first is not None and second is not None and first <= second


spans = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2026, 6, 30)), st.integers(0, 40)).map(
        lambda told: (told[0], told[0] + datetime.timedelta(days=told[1]))
    ),
    max_size=4,
)


@given(spans, st.dates(date(2026, 1, 1), date(2026, 3, 31)), st.integers(1, 60))
def test_the_days_that_count_are_as_many_as_the_period_has(
    suspended: list[tuple[date, date]], start: date, days: int
) -> None:
    raw = period(start, "days", days, CALENDAR, suspended=suspended).raw
    assert raw is not None
    until_raw = (start + datetime.timedelta(days=n) for n in range(1, (raw - start).days + 1))
    counted = [day for day in until_raw if not any(first <= day <= last for first, last in suspended)]
    assert len(counted) == days and counted[-1] == raw


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 240))
def test_a_month_period_ends_on_the_same_day_of_the_month_or_on_its_last(start: date, months: int) -> None:
    raw = period(start, "months", months, CALENDAR).raw
    assert raw is not None
    assert (raw.year * 12 + raw.month) - (start.year * 12 + start.month) == months
    next_day = raw + datetime.timedelta(days=1)
    assert raw.day == start.day or (raw.day < start.day and next_day.day == 1)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 20))
def test_a_year_is_twelve_months(start: date, years: int) -> None:
    assert period(start, "years", years, CALENDAR).raw == period(start, "months", 12 * years, CALENDAR).raw


@pytest.mark.parametrize("length", [0, -1, 3661, True, 1.5])
def test_a_length_that_is_no_period_is_refused(length: int) -> None:
    with pytest.raises(NeedsCorrection, match="period_length_invalid"):
        period(date(2026, 3, 20), "days", length, CALENDAR)


def test_a_period_that_runs_past_the_known_centuries_is_refused() -> None:
    with pytest.raises(NeedsCorrection, match="date_out_of_range"):
        period(date(2199, 1, 1), "years", 5, CALENDAR)


def test_an_unknown_row_is_refused() -> None:
    with pytest.raises(NeedsCorrection, match="period_unknown"):
        deadline("T99", date(2026, 3, 20), CALENDAR)
