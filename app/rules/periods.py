"""Procedural periods: counted in hours, days, months and years, rolled off rest days, each with its article."""

import calendar as month_lengths
import datetime
import functools
import importlib.resources
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.errors import NeedsCorrection
from app.rules.calendar import Calendar, CalendarState
from app.rules.days import EARLIEST, LATEST, day_of

Unit = Literal["hours", "days", "months", "years"]
UNITS: tuple[Unit, ...] = ("hours", "days", "months", "years")
_MOST = {"hours": 8760, "days": 3660, "months": 240, "years": 20}
Span = tuple[datetime.date, datetime.date]
SUSPENSIONS = {
    "public_notice": "解释243",
    "appraisal": "解释243",
    "reconciliation": "解释243",
    "jurisdiction": "解释243",
    "mediation": "民事调解4",
}
"""Grounds whose days a trial limit leaves out, each with its article: 公告, 鉴定, 和解, 管辖异议和争议, 延长的调解."""


@dataclass(frozen=True)
class Deadline:
    """The last day before and after rolling off rest days; ``moment`` is the end of a period of hours.

    ``raw`` is ``None`` only where there is no such period: a paper against which no appeal lies.
    """

    raw: datetime.date | None
    last_day: datetime.date | None
    calendar: CalendarState
    article: str
    steps: tuple[str, ...]
    moment: datetime.datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PeriodRule:
    """One row of the table: what must happen, counted from what, who it binds, how long, under which article."""

    id: str
    what: str
    from_what: str
    who: str
    article: str
    unit: Unit | None = None
    length: int = 0
    bound: str = "exact"
    backward: bool = False
    trial_limit: bool = False
    appeal: bool = False
    note: str = ""
    default: str = ""
    when: tuple[str, ...] = ()
    variants: tuple["PeriodRule", ...] = ()


def _add_days(day: datetime.date, days: int) -> datetime.date:
    try:
        moved = day + datetime.timedelta(days=days)
    except OverflowError:
        raise NeedsCorrection("date_out_of_range", at="from") from None
    if not EARLIEST <= moved <= LATEST:
        raise NeedsCorrection("date_out_of_range", at="from")
    return moved


def _add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day that many months on, or the last day of that month where it has no such day (民法典202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not EARLIEST.year <= year <= LATEST.year:
        raise NeedsCorrection("date_out_of_range", at="from")
    last = month_lengths.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def _check_length(unit: Unit, length: object) -> int:
    if isinstance(length, bool) or not isinstance(length, int) or not 0 < length <= _MOST[unit]:
        raise NeedsCorrection("period_length_invalid", at=unit)
    return length


def period(
    start: datetime.date | datetime.datetime,
    unit: Unit,
    length: int,
    calendar: Calendar,
    *,
    article: str = "民诉85",
    backward: bool = False,
    suspended: Sequence[Span] = (),
) -> Deadline:
    """The end of a period; the day (or hour) of ``start`` is not counted (民诉85; 解释125).

    A last day on a rest day moves to the first working day after it. Backward periods and hours never roll.
    ``suspended`` days (first and last, both counted) lengthen any other. Refuses ``period_length_invalid``,
    ``period_needs_a_moment`` (hours from a bare date), ``suspension_malformed`` and ``date_out_of_range``.
    """
    _check_length(unit, length)
    nothing_out = ("倒数的、以时计算的期间不扣除",) if suspended else ()
    if unit == "hours":
        by_hours = _hours(start, length, article, backward)
        return replace(by_hours, steps=(*by_hours.steps, *nothing_out))
    day = day_of(start)
    sign = -1 if backward else 1
    words = {"days": "日", "months": "个月", "years": "年"}[unit]
    months = {"months": length, "years": 12 * length}
    raw = _add_days(day, sign * length) if unit == "days" else _add_months(day, sign * months[unit])
    steps = [f"{day} 当日不计入，{'倒数' if backward else ''}{length} {words}：{raw}"]
    if backward:
        return Deadline(raw, raw, "complete", article, (*steps, "倒数期间不顺延", *nothing_out))
    if suspended:
        raw, counted = lengthened(day, raw, suspended)
        steps.append(f"扣除 {counted} 日：{raw}")
    last = calendar.roll(raw)
    if last != raw:
        steps.append(f"{raw} 是法定休假日，顺延至 {last}（民诉85）")
    state = calendar.state(raw, last)
    if state == "incomplete":
        steps.append("该年放假通知未导入，只按周末计算")
    return Deadline(raw, last, state, article, tuple(steps))


def _hours(start: datetime.date, length: int, article: str, backward: bool) -> Deadline:
    if not isinstance(start, datetime.datetime):
        raise NeedsCorrection("period_needs_a_moment", at="from")
    if backward:
        raise NeedsCorrection("period_length_invalid", at="hours")
    whole = start.replace(minute=0, second=0, microsecond=0)
    first = whole + datetime.timedelta(hours=1)
    end = first + datetime.timedelta(hours=length)
    step = f"自次时 {first:%Y-%m-%d %H:%M} 起 {length} 小时，至 {end:%Y-%m-%d %H:%M}，不顺延"
    return Deadline(end.date(), end.date(), "complete", article, (step,), moment=end)


def lengthened(start: datetime.date, raw: datetime.date, suspended: Sequence[Span]) -> tuple[datetime.date, int]:
    """The end moved on by every suspended day after the start, and how many there were; overlaps count once."""
    if any(last < first or (last - first).days > 3660 for first, last in suspended):
        raise NeedsCorrection("suspension_malformed", at="suspended")
    counted, through = 0, start
    for first, last in sorted(suspended):
        begins = max(first, through + datetime.timedelta(days=1))
        # A span that begins in time lies within the period as a whole: each of its days moves the end on by one.
        if begins <= min(raw, last):
            days = (last - begins).days + 1
            raw, counted, through = _add_days(raw, days), counted + days, last
    return raw, counted


@functools.cache
def period_table() -> Mapping[str, PeriodRule]:
    """Every row, T01 to T56, by id."""
    text = (importlib.resources.files("app.rules") / "data" / "periods.toml").read_text("utf-8")
    return {name: _rule(name, row) for name, row in tomllib.loads(text).items()}


def _rule(name: str, row: Mapping[str, Any]) -> PeriodRule:
    unit, length = _length(row)
    base = PeriodRule(
        name,
        row["what"],
        row["from"],
        row["who"],
        row["article"],
        unit,
        length,
        row.get("bound", "exact"),
        row.get("backward", False),
        row.get("trial_limit", False),
        row.get("appeal", False),
        row.get("note", ""),
        row.get("default", ""),
    )
    return replace(base, variants=tuple(_variant(base, variant) for variant in row.get("variant", ())))


def _variant(base: PeriodRule, row: Mapping[str, Any]) -> PeriodRule:
    unit, length = _length(row)
    return replace(
        base,
        what=row.get("what", base.what),
        from_what=row.get("from", base.from_what),
        who=row.get("who", base.who),
        article=row.get("article", base.article),
        unit=unit or base.unit,
        length=length or base.length,
        backward=row.get("backward", base.backward),
        when=tuple(row["when"]),
    )


def _length(row: Mapping[str, Any]) -> tuple[Unit | None, int]:
    for unit in UNITS:
        if unit in row:
            return unit, int(row[unit])
    return None, 0


def choose(rule_id: str, variant: str | None = None, *hints: str | None) -> PeriodRule:
    """The row, or its variant: the one named, else the first that a hint (paper, procedure) or its default fits.

    Refuses ``period_unknown``, ``period_not_counted`` (a row that is no length of time) and
    ``period_variant_missing`` with the choices.
    """
    rule = period_table().get(rule_id)
    if rule is None:
        raise NeedsCorrection("period_unknown", at="id")
    if rule.variants:
        for hint in (variant,) if variant else (*hints, rule.default):
            for one in rule.variants:
                if hint and hint in one.when:
                    return one
        choices = [name for one in rule.variants for name in one.when]
        raise NeedsCorrection("period_variant_missing", at="variant", choices=choices, article=rule.article)
    if rule.unit is None:
        raise NeedsCorrection("period_not_counted", at="id", article=rule.article)
    return rule


def deadline(
    rule_id: str,
    start: datetime.date | datetime.datetime,
    calendar: Calendar,
    *,
    variant: str | None = None,
    document: str | None = None,
    procedure: str | None = None,
    suspended: Sequence[Span] = (),
) -> Deadline:
    """The deadline of a row of the table counted from ``start``.

    For a trial limit ``raw`` is the deadline and ``last_day`` the latest reading; whether 审限 rolls is disputed.
    """
    rule = choose(rule_id, variant, document, procedure)
    assert rule.unit is not None
    counted = period(
        start, rule.unit, rule.length, calendar, article=rule.article, backward=rule.backward, suspended=suspended
    )
    notes = [rule.note] if rule.note else []
    if rule.bound != "exact":
        notes.append({"least": "不得少于此期间", "most": "不得超过此期间"}[rule.bound])
    if rule.trial_limit:
        notes.append("审限是否顺延有争议：以未顺延之日为限，顺延后之日为最迟")
    return replace(counted, notes=tuple(notes))
