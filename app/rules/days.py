"""Dates and moments read from text, refusing what is not a real day."""

import datetime
import re

from app.clock import BEIJING
from app.errors import NeedsCorrection

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
EARLIEST = datetime.date(1900, 1, 1)
LATEST = datetime.date(2200, 12, 31)


def parse_date(value: object, *, at: str) -> datetime.date:
    """The day, 1900 to 2200, from ``YYYY-MM-DD``.

    Refuses ``date_malformed``, ``date_not_real`` (30 February) and ``date_out_of_range``.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise NeedsCorrection("date_malformed", at=at)
    try:
        day = datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise NeedsCorrection("date_not_real", at=at) from None
    if not EARLIEST <= day <= LATEST:
        raise NeedsCorrection("date_out_of_range", at=at)
    return day


def parse_start(value: object, *, at: str) -> datetime.date | datetime.datetime:
    """A day, or a moment where the text (ISO 8601) carries a time; one of another zone becomes Beijing's."""
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and len(value) > 10 and value[10] in "T ":
        day = parse_date(value[:10], at=at)
        try:
            moment = datetime.datetime.fromisoformat(value)
        except ValueError:
            raise NeedsCorrection("date_malformed", at=at) from None
        if moment.date() != day:
            raise NeedsCorrection("date_malformed", at=at)
        return moment if moment.tzinfo is None else moment.astimezone(BEIJING)
    return parse_date(value, at=at)


def day_of(start: datetime.date | datetime.datetime) -> datetime.date:
    """The calendar day of a day or moment."""
    return start.date() if isinstance(start, datetime.datetime) else start
