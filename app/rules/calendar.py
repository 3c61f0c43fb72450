"""Which days are statutory rest days, from the State Council's yearly notices kept as importable data files."""

import datetime
import functools
import importlib.resources
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from app.errors import NeedsCorrection
from app.rules.days import EARLIEST, LATEST, parse_date

CalendarState = Literal["complete", "incomplete"]
# 元旦, 劳动节 and 国庆节 have fixed dates (全国年节及纪念日放假办法 2, as amended in 2024); the others follow the moon.
ALWAYS_OFF = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
# Since this year everybody has thirteen holidays, and a working day off for each that falls on a weekend.
THIRTEEN_SINCE = 2025


@dataclass(frozen=True)
class CalendarYear:
    """One year's notice: rest days beside ordinary weekends, and weekend days worked instead (调休上班日)."""

    year: int
    off: frozenset[datetime.date]
    makeup: frozenset[datetime.date]
    source: str
    published: datetime.date


@dataclass(frozen=True)
class Calendar:
    """The rest days known to the court; a year without a notice counts weekends only and is ``incomplete``."""

    years: Mapping[int, CalendarYear]

    def is_rest(self, day: datetime.date) -> bool:
        """Whether the day is a 法定休假日: a notified rest day, or a weekend day not made a working day (民诉85)."""
        # New Year's rest may begin in December, and then the next year's notice says so.
        notices = [self.years[year] for year in (day.year, day.year + 1) if year in self.years]
        off = any(day in notice.off for notice in notices)
        return off or (day.weekday() >= 5 and not any(day in notice.makeup for notice in notices))

    def roll(self, day: datetime.date) -> datetime.date:
        """The day itself, or the first working day after it when it is a rest day (民诉85)."""
        while self.is_rest(day):
            if day >= LATEST:
                raise NeedsCorrection("date_out_of_range", at="from")
            day += datetime.timedelta(days=1)
        return day

    def state(self, raw: datetime.date, last: datetime.date) -> CalendarState:
        """``complete`` when a notice covers every day that was asked whether it is a rest day."""
        asked = range(raw.year, last.year + 1)
        return "complete" if all(year in self.years for year in asked) else "incomplete"

    def with_year(self, notice: CalendarYear) -> "Calendar":
        """This calendar with one more (or a corrected) year; the old one is unchanged."""
        return Calendar({**self.years, notice.year: notice})


def parse_calendar(text: str) -> CalendarYear:
    """A year's notice from its TOML text.

    Refuses ``calendar_malformed``, and ``calendar_inconsistent`` for a day of another year (but the December days that
    New Year's rest may take), a day listed twice, a made-up working day that is no weekend, a holiday of fixed date
    that is missing, or less rest in all than the law gives. A source and a publication date are required: nobody
    guesses a year.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise NeedsCorrection("calendar_malformed", at="calendar") from None
    year, source = data.get("year"), data.get("source")
    if not isinstance(year, int) or not EARLIEST.year < year <= LATEST.year:
        raise NeedsCorrection("calendar_malformed", at="year")
    if not isinstance(source, str) or not source.strip():
        raise NeedsCorrection("calendar_malformed", at="calendar")
    published = parse_date(data.get("published"), at="published")
    listed_off, listed_makeup = list(_days(data.get("off"), at="off")), list(_days(data.get("makeup"), at="makeup"))
    off, makeup = frozenset(listed_off), frozenset(listed_makeup)
    if len(off) + len(makeup) < len(listed_off) + len(listed_makeup):
        raise NeedsCorrection("calendar_inconsistent", at="calendar")
    if not {datetime.date(year, month, day) for month, day in ALWAYS_OFF} <= off:
        raise NeedsCorrection("calendar_inconsistent", at="off", article="放假办法2")
    won = sum(day.weekday() < 5 for day in off) - len(makeup)
    if year >= THIRTEEN_SINCE and won < 13:
        raise NeedsCorrection("calendar_inconsistent", at="off", article="放假办法2")
    first = datetime.date(year - 1, 12, 20)
    wrong_year = any(not first <= day <= datetime.date(year, 12, 31) for day in off | makeup)
    if wrong_year or off & makeup or any(day.weekday() < 5 for day in makeup):
        raise NeedsCorrection("calendar_inconsistent", at="calendar")
    return CalendarYear(year, off, makeup, source, published)


def _days(spans: object, *, at: str) -> Iterable[datetime.date]:
    if not isinstance(spans, list):
        raise NeedsCorrection("calendar_malformed", at=at)
    for span in spans:
        if not isinstance(span, str):
            raise NeedsCorrection("calendar_malformed", at=at)
        first_text, _, last_text = span.partition("/")
        first = parse_date(first_text, at=at)
        last = parse_date(last_text, at=at) if last_text else first
        if last < first or (last - first).days > 31:
            raise NeedsCorrection("calendar_malformed", at=at)
        for offset in range((last - first).days + 1):
            yield first + datetime.timedelta(days=offset)


@functools.cache
def known_calendar() -> Calendar:
    """The calendar shipped with the program; a court adds later years by importing the notice (``with_year``)."""
    folder = importlib.resources.files("app.rules") / "data" / "calendar"
    notices = [parse_calendar(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".toml")]
    return Calendar({notice.year: notice for notice in notices})
