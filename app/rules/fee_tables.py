"""The tables of 诉讼费用交纳办法 13 and 14: tiers, flat fees and the ranges a province fills in."""

from dataclasses import dataclass
from decimal import Decimal

from app.rules.money import plain


@dataclass(frozen=True)
class Tier:
    """The part of an amount above ``over`` yuan, up to and including the next tier's, pays ``percent`` of itself."""

    over: Decimal
    percent: Decimal


@dataclass(frozen=True)
class Table:
    """A flat base and cumulative tiers above it; ``cap`` is the most that is ever due."""

    base: Decimal
    tiers: tuple[Tier, ...]
    article: str
    cap: Decimal | None = None

    def fee(self, amount: Decimal, base: Decimal | None = None) -> tuple[Decimal, tuple[str, ...]]:
        """The exact, unrounded fee on the amount and the steps that lead to it."""
        total = self.base if base is None else base
        steps = [f"基数 {plain(total)} 元"]
        for index, tier in enumerate(self.tiers):
            if amount <= tier.over:
                break
            end = self.tiers[index + 1].over if index + 1 < len(self.tiers) else amount
            part = min(amount, end) - tier.over
            due = part * tier.percent / 100
            total += due
            rate = f"{plain(tier.percent)}%"
            steps.append(f"超过 {plain(tier.over)} 元的部分 {plain(part)} 元 × {rate} = {plain(due)} 元")
        if self.cap is not None and total > self.cap:
            steps.append(f"最多不超过 {plain(self.cap)} 元")
            total = self.cap
        return total, tuple(steps)


def _tiers(*rows: tuple[str, str]) -> tuple[Tier, ...]:
    return tuple(Tier(Decimal(over), Decimal(percent)) for over, percent in rows)


PROPERTY = Table(
    Decimal(50),
    _tiers(
        ("10000", "2.5"),
        ("100000", "2"),
        ("200000", "1.5"),
        ("500000", "1"),
        ("1000000", "0.9"),
        ("2000000", "0.8"),
        ("5000000", "0.7"),
        ("10000000", "0.6"),
        ("20000000", "0.5"),
    ),
    "费用13(一)",
)
# The base of these two is the province's own figure within the range below.
DIVORCE = Table(Decimal(0), _tiers(("200000", "0.5")), "费用13(二)1")
PERSONALITY = Table(Decimal(0), _tiers(("50000", "1"), ("100000", "0.5")), "费用13(二)2")
ENFORCEMENT = Table(
    Decimal(50),
    _tiers(("10000", "1.5"), ("500000", "1"), ("5000000", "0.5"), ("10000000", "0.1")),
    "费用14(一)",
)
PRESERVATION = Table(Decimal(30), _tiers(("1000", "1"), ("100000", "0.5")), "费用14(二)", cap=Decimal(5000))
LABOUR = Decimal(10)
PUBLIC_SUMMONS = Decimal(100)
ARBITRATION = Decimal(400)
BANKRUPTCY_CAP = Decimal(300000)


@dataclass(frozen=True)
class ProvinceRange:
    """A fee that the provincial government fixes between two bounds, inclusive (费用13, last paragraph)."""

    least: Decimal
    most: Decimal
    article: str


PROVINCE_RANGES = {
    "divorce": ProvinceRange(Decimal(50), Decimal(300), "费用13(二)1"),
    "personality": ProvinceRange(Decimal(100), Decimal(500), "费用13(二)2"),
    "other_non_property": ProvinceRange(Decimal(50), Decimal(100), "费用13(二)3"),
    "ip_without_amount": ProvinceRange(Decimal(500), Decimal(1000), "费用13(三)"),
    "jurisdiction_objection": ProvinceRange(Decimal(50), Decimal(100), "费用13(六)"),
    # 14(一)1 gives no province the power to fix it; courts use a house figure within the range.
    "enforcement_without_amount": ProvinceRange(Decimal(50), Decimal(500), "费用14(一)1"),
}
PROVINCE_ALIASES = {"non_property": "other_non_property", "ip": "ip_without_amount"}
