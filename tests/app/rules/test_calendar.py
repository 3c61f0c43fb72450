"""Rest days against the notices as another library has them, and the guards on imported notices."""

import datetime

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.rules.calendar import known_calendar, parse_calendar

CALENDAR = known_calendar()


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_day_of_a_known_year_agrees_with_an_independent_calendar(year: int) -> None:
    day = datetime.date(year, 1, 1)
    while day.year == year:
        assert CALENDAR.is_rest(day) == chinese_calendar.is_holiday(day), day
        day += datetime.timedelta(days=1)


def test_a_year_without_a_notice_knows_its_weekends_only() -> None:
    assert CALENDAR.is_rest(datetime.date(2027, 1, 2))
    assert not CALENDAR.is_rest(datetime.date(2027, 1, 1))
    assert CALENDAR.state(datetime.date(2027, 1, 1), datetime.date(2027, 1, 1)) == "incomplete"


def test_both_notices_carry_their_source_and_date() -> None:
    assert CALENDAR.years[2025].source == "国办发明电〔2024〕12号"
    assert CALENDAR.years[2026].source == "国办发明电〔2025〕7号"


@given(st.dates(datetime.date(2024, 1, 1), datetime.date(2028, 12, 31)))
def test_rolling_never_lands_on_a_rest_day_and_skips_only_rest_days(day: datetime.date) -> None:
    rolled = CALENDAR.roll(day)
    assert not CALENDAR.is_rest(rolled)
    skipped = [day + datetime.timedelta(days=n) for n in range((rolled - day).days)]
    assert all(CALENDAR.is_rest(one) for one in skipped)


def test_an_imported_notice_makes_its_year_complete() -> None:
    calendar = CALENDAR.with_year(parse_calendar(notice()))
    assert calendar.is_rest(datetime.date(2027, 1, 1))
    assert calendar.state(datetime.date(2026, 12, 31), datetime.date(2027, 1, 4)) == "complete"
    assert 2027 not in CALENDAR.years


def test_a_new_years_rest_that_begins_in_december_is_told_by_the_next_years_notice() -> None:
    # 国办发明电〔2018〕15号: 元旦 2018-12-30 to 2019-01-01, worked on Saturday 2018-12-29.
    text = notice(year=2019, off='"2018-12-30/2019-01-01", "2019-05-01/2019-05-02", "2019-10-01/2019-10-07"')
    calendar = CALENDAR.with_year(parse_calendar(text.replace("makeup = []", 'makeup = ["2018-12-29"]')))
    assert not calendar.is_rest(datetime.date(2018, 12, 29))
    assert calendar.is_rest(datetime.date(2018, 12, 31))


# Made up: 春节, 清明, 端午 and 中秋 of 2027 with the days that make up for weekends, seven working days in all.
BY_THE_MOON = '"2027-02-05/2027-02-10", "2027-04-05", "2027-06-09", "2027-09-15"'
FIXED = '"2027-01-01/2027-01-03", "2027-05-01/2027-05-04", "2027-10-01/2027-10-05"'


def notice(year: int = 2027, off: str = f"{FIXED}, {BY_THE_MOON}") -> str:
    return f'year = {year}\nsource = "示例"\npublished = "2026-11-25"\noff = [{off}]\nmakeup = []\n'


@pytest.mark.parametrize(
    "text",
    [
        notice(off=FIXED),
        notice(off=f"{FIXED}, {BY_THE_MOON}".replace('"2027-04-05", ', "")),
        notice().replace("makeup = []", 'makeup = ["2027-02-20"]'),
    ],
)
def test_a_notice_that_gives_less_rest_than_the_law_is_refused(text: str) -> None:
    # 放假办法2 since 2025: thirteen days, and a working day instead of each on a weekend; by hand, 1+4+1+2+1+1+3.
    with pytest.raises(NeedsCorrection) as refusal:
        parse_calendar(text)
    assert (refusal.value.code, refusal.value.details["at"]) == ("calendar_inconsistent", "off")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (notice(off='"2027-01-01/2027-01-03"'), "calendar_inconsistent"),
        (
            notice(off='"2027-01-01/2027-01-03", "2027-01-03", "2027-05-01/2027-05-05", "2027-10-01/2027-10-07"'),
            "calendar_inconsistent",
        ),
        (notice(year=99999), "calendar_malformed"),
        (notice(year=-1), "calendar_malformed"),
        ("year = ", "calendar_malformed"),
        ('year = 2027\noff = []\nmakeup = []\npublished = "2026-11-25"', "calendar_malformed"),
        (
            'year = 2027\nsource = "s"\npublished = "2026-11-25"\noff = ["2026-12-01"]\nmakeup = []',
            "calendar_inconsistent",
        ),
        (
            'year = 2027\nsource = "s"\npublished = "2026-11-25"\noff = []\nmakeup = ["2027-01-04"]',
            "calendar_inconsistent",
        ),
        ('year = 2027\nsource = "s"\npublished = "2026-11-25"\noff = ["2027-02-30"]\nmakeup = []', "date_not_real"),
        (
            'year = 2027\nsource = "s"\npublished = "2026-11-25"\noff = ["2027-01-03/2027-01-01"]\nmakeup = []',
            "calendar_malformed",
        ),
        ('year = 2027\nsource = "s"\npublished = "2026-11-25"\noff = "2027-01-01"\nmakeup = []', "calendar_malformed"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(text: str, code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        parse_calendar(text)
