"""Simple interest on money claims and the LPR table it may follow, kept as importable data."""

import datetime
import functools
import importlib.resources
import itertools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.errors import NeedsCorrection
from app.rules.days import parse_date
from app.rules.money import parse_amount, plain, round_money, show

Term = Literal["one_year", "five_years"]
DAYS_A_YEAR = 365
LATE_PERCENT_A_DAY = Decimal("0.0175")
"""迟延履行期间加倍部分债务利息: 日万分之一点七五 (法释〔2014〕8号 1)."""
FOUR_TIMES_SINCE = datetime.date(2020, 8, 20)
"""From this day on a private loan bears four times the LPR at most (民间借贷25, 31)."""
TWENTY_FOUR_SINCE = datetime.date(2015, 9, 1)
"""From this day to the other the court supported 24 percent a year (民间借贷规定 of 2015, 26)."""


@dataclass(frozen=True)
class RateChange:
    """From this day on the LPR is this many percent a year, for one year and for over five years."""

    since: datetime.date
    one_year: Decimal
    five_years: Decimal


@dataclass(frozen=True)
class LprTable:
    """The published changes, oldest first; after ``seen_until`` nobody has looked, before the first there was none."""

    changes: tuple[RateChange, ...]
    seen_until: datetime.date
    source: str
    verified: bool

    def rate(self, day: datetime.date, term: Term = "one_year", *, at: str = "day") -> Decimal:
        """Percent a year in force on the day; refuses ``lpr_unknown`` before the first or after ``seen_until``."""
        if not self.changes[0].since <= day <= self.seen_until:
            raise NeedsCorrection("lpr_unknown", at=at)
        change = [change for change in self.changes if change.since <= day][-1]
        return change.one_year if term == "one_year" else change.five_years

    def cap_for_private_loan(self, contract_on: datetime.date) -> Decimal:
        """Four times the one-year LPR of the day of contract (民间借贷25), for a loan made since 2020-08-20."""
        return self.rate(contract_on, at="contract_on") * 4

    def loan_caps(
        self, contract_on: datetime.date, sued_on: datetime.date | None = None
    ) -> tuple[tuple[datetime.date, Decimal], ...]:
        """The highest percent a year that a private loan may bear, each with the day since which it holds.

        Four times the one-year LPR of the contract's day (民间借贷25). A loan made before 2020-08-20 bears 24 percent
        to 2020-08-19 and from then on four times the LPR of the day of suit (31), but 24 percent throughout where the
        suit was taken in before 2020-08-20. Refuses ``lpr_unknown``,
        ``field_missing`` for a day of suit that is needed, and ``loan_cap_unknown`` before 2015-09-01.
        """
        if contract_on >= FOUR_TIMES_SINCE:
            return ((contract_on, self.cap_for_private_loan(contract_on)),)
        if contract_on < TWENTY_FOUR_SINCE:
            raise NeedsCorrection("loan_cap_unknown", at="contract_on")
        if sued_on is None:
            raise NeedsCorrection("field_missing", at="sued_on")
        if sued_on < FOUR_TIMES_SINCE:
            return ((contract_on, Decimal(24)),)
        return (contract_on, Decimal(24)), (FOUR_TIMES_SINCE, self.rate(sued_on, at="sued_on") * 4)


@dataclass(frozen=True)
class Interest:
    """Simple interest in yuan, its days, and how it came about."""

    amount: Decimal
    days: int
    steps: tuple[str, ...]


def interest(
    principal: object, percent_a_year: object, start: datetime.date, end: datetime.date, rounding: str = "fen"
) -> Interest:
    """Simple interest from ``start`` to ``end``, the day of repayment not counted, on a 365-day year.

    Refuses ``interest_days_invalid`` when the end is before the start, ``rate_malformed`` for a rate that is not 0 to
    1000 percent, and what ``parse_amount`` refuses.
    """
    money = parse_amount(principal, at="principal")
    rate = parse_rate(percent_a_year)
    days = (end - start).days
    if days < 0:
        raise NeedsCorrection("interest_days_invalid", at="to")
    exact = money * rate / 100 * days / DAYS_A_YEAR
    due = round_money(exact, "yuan_half_up" if rounding == "yuan_half_up" else "fen")
    step = f"{show(money)} 元 × {plain(rate)}% × {days} 日 ÷ {DAYS_A_YEAR} = {show(due)} 元"
    return Interest(due, days, (step,))


def interest_at_lpr(
    principal: object, start: datetime.date, end: datetime.date, table: LprTable, *, multiple: Decimal = Decimal(1)
) -> Interest:
    """Simple interest that follows every change of the one-year LPR, times ``multiple``, rounded once at the end."""
    money = parse_amount(principal, at="principal")
    if end < start:
        raise NeedsCorrection("interest_days_invalid", at="to")
    cuts = [start, *(change.since for change in table.changes if start < change.since < end), end]
    exact, steps = Decimal(0), []
    for first, last in itertools.pairwise(cuts):
        rate = table.rate(first, at="from") * multiple
        days = (last - first).days
        exact += money * rate / 100 * days / DAYS_A_YEAR
        steps.append(f"{first} 至 {last}：{days} 日，年利率 {plain(rate)}%")
    # The day of repayment bears none, so the table need not know it.
    if end > table.seen_until + datetime.timedelta(days=1):
        raise NeedsCorrection("lpr_unknown", at="to")
    due = round_money(exact, "fen")
    return Interest(due, (end - start).days, (*steps, f"合计 {show(due)} 元"))


def interest_of_private_loan(
    principal: object,
    percent_a_year: object,
    start: datetime.date,
    end: datetime.date,
    table: LprTable,
    *,
    contract_on: datetime.date,
    sued_on: datetime.date | None = None,
) -> Interest:
    """Simple interest at the agreed rate, or at the cap of each stretch where that is lower (民间借贷25, 28, 31)."""
    money, agreed = parse_amount(principal, at="principal"), parse_rate(percent_a_year)
    if end < start:
        raise NeedsCorrection("interest_days_invalid", at="to")
    if start < contract_on:
        raise NeedsCorrection("interest_days_invalid", at="from")
    caps = table.loan_caps(contract_on, sued_on)
    cuts = [start, *(since for since, _ in caps if start < since < end), end]
    exact, steps = Decimal(0), []
    for first, last in itertools.pairwise(cuts):
        cap = [most for since, most in caps if since <= first][-1]
        rate, days = min(agreed, cap), (last - first).days
        exact += money * rate / 100 * days / DAYS_A_YEAR
        steps.append(f"{first} 至 {last}：{days} 日，年利率 {plain(rate)}%（上限 {plain(cap)}%）")
    due = round_money(exact, "fen")
    return Interest(due, (end - start).days, (*steps, f"合计 {show(due)} 元"))


def late_performance_interest(principal: object, due_on: datetime.date, paid_on: datetime.date) -> Interest:
    """The doubled part of interest on a judgment's money paid late (民诉264; 法释〔2014〕8号 1–3).

    ``principal`` is the debt without ordinary interest, ``due_on`` the last day to perform, which is not counted, and
    ``paid_on`` the day of payment, which is. Refuses ``interest_days_invalid``.
    """
    money = parse_amount(principal, at="principal")
    days = (paid_on - due_on).days
    if days < 0:
        raise NeedsCorrection("interest_days_invalid", at="to")
    due = round_money(money * LATE_PERCENT_A_DAY / 100 * days, "fen")
    step = f"{show(money)} 元 × 日万分之一点七五 × {days} 日 = {show(due)} 元"
    return Interest(due, days, (step,))


def parse_rate(value: object, *, at: str = "rate") -> Decimal:
    """A percentage, or a multiple of one, 0 to 1000, from text, an int or a Decimal; refuses ``rate_malformed``."""
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else value
    if isinstance(value, int) and not isinstance(value, bool):
        text = str(value) if abs(value) <= 1000 else ""
    if not isinstance(text, str) or not text.replace(".", "", 1).isdecimal() or not text.isascii():
        raise NeedsCorrection("rate_malformed", at=at)
    rate = Decimal(text)
    if rate > 1000:
        raise NeedsCorrection("rate_malformed", at=at)
    return rate


def parse_lpr(text: str) -> LprTable:
    """The table from its TOML text.

    Refuses ``lpr_malformed`` unless it is in order, ended by ``seen_until``, and says its source and whether anyone
    verified it, and what ``parse_date`` and ``parse_rate`` refuse.
    """
    try:
        data = tomllib.loads(text)
        changes = tuple(_change(row) for row in data["changes"])
        seen = parse_date(data["seen_until"], at="seen_until")
        source, verified = data["source"], data["verified"]
    except (tomllib.TOMLDecodeError, RecursionError, KeyError, TypeError):
        raise NeedsCorrection("lpr_malformed", at="lpr") from None
    if not isinstance(source, str) or not source.strip() or not isinstance(verified, bool):
        raise NeedsCorrection("lpr_malformed", at="source")
    days = [change.since for change in changes]
    if not days or days != sorted(set(days)) or days[-1] > seen:
        raise NeedsCorrection("lpr_malformed", at="changes")
    return LprTable(changes, seen, source, verified)


def _change(row: Sequence[str]) -> RateChange:
    if len(row) != 3:
        raise NeedsCorrection("lpr_malformed", at="changes")
    one_year, five_years = (parse_rate(rate, at="changes") for rate in row[1:])
    return RateChange(parse_date(row[0], at="changes"), one_year, five_years)


@functools.cache
def known_lpr() -> LprTable:
    """The table shipped with the program; see its ``verified`` before a paper relies on it."""
    return parse_lpr((importlib.resources.files("app.rules") / "data" / "lpr.toml").read_text("utf-8"))
