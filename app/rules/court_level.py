"""级别管辖: whether a first-instance suit lies with a basic court, by its kind and by the sum at stake."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.errors import NeedsCorrection
from app.rules.money import parse_amount, show

SEATS = ("same", "one_outside")
"""Where the parties live: all inside or all outside the court's province, or one side outside it."""
FLAGS = {
    "major_foreign": ("民诉19(一)", "重大涉外案件由中级人民法院管辖"),
    "major_influence": ("民诉19(二)", "在本辖区有重大影响的案件由中级人民法院管辖"),
    "designated": ("民诉19(三)", "最高人民法院确定由中级人民法院管辖的案件"),
}
"""What takes a suit from the basic court whatever its sum, each with its article and reason."""


@dataclass(frozen=True)
class CourtLevel:
    """``basic``: a basic court may take it; ``ceiling`` in yuan is the sum from which it may not, if one was asked."""

    basic: bool
    article: str
    reasons: tuple[str, ...]
    ceiling: Decimal | None = None


def court_level(
    amount: object | None, ceilings: Mapping[str, object], *, seats: str = "same", flags: Collection[str] = ()
) -> CourtLevel:
    """Whether a basic court may take a suit over ``amount`` yuan (None: no sum at stake) in the first instance.

    ``ceilings`` are the court's own settings, by ``SEATS``: from that sum on the intermediate court has it (民诉18, 19;
    the figures are the supreme court's notice for the province, which the court enters). Refuses ``seats_unknown``,
    ``flag_unknown``, ``ceiling_missing`` and what ``parse_amount`` refuses.
    """
    if seats not in SEATS:
        raise NeedsCorrection("seats_unknown", at="seats", choices=SEATS)
    if any(flag not in FLAGS for flag in flags):
        raise NeedsCorrection("flag_unknown", at="flags", choices=list(FLAGS))
    for flag, (article, reason) in FLAGS.items():
        if flag in flags:
            return CourtLevel(False, article, (reason,))
    if amount is None:
        return CourtLevel(True, "民诉18", ("没有诉讼标的额，由基层人民法院管辖",))
    sum_at_stake = parse_amount(amount, at="amount")
    given = ceilings.get(seats)
    if given is None:
        raise NeedsCorrection("ceiling_missing", at=f"ceilings.{seats}", article="民诉19(三)")
    ceiling = parse_amount(given, at=f"ceilings.{seats}", zero=False)
    if sum_at_stake >= ceiling:
        reason = f"诉讼标的额 {show(sum_at_stake)} 元，达到 {show(ceiling)} 元，由中级人民法院管辖"
        return CourtLevel(False, "民诉19(三)", (reason,), ceiling)
    reason = f"诉讼标的额 {show(sum_at_stake)} 元，不到 {show(ceiling)} 元，由基层人民法院管辖"
    return CourtLevel(True, "民诉18", (reason,), ceiling)
