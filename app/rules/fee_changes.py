"""What happens to a case fee afterwards: conversion, changed claims, withdrawal, refund, relief."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.errors import NeedsCorrection
from app.rules.fees import CaseFee
from app.rules.money import parse_amount, round_money, show

Relief = Literal["exemption", "reduction", "deferral"]


@dataclass(frozen=True)
class FeeChange:
    """What a party still pays, gets back or bears, in yuan, with steps and articles."""

    top_up: Decimal
    refund: Decimal
    borne: Decimal
    steps: tuple[str, ...]
    articles: tuple[str, ...]


def convert_to_ordinary(fee: CaseFee, paid: object) -> FeeChange:
    """The part still to pay, within 7 days of the notice, once 简易 becomes 普通 (解释199).

    The fee of a claim heard together with the suit is halved in any procedure (费用18).
    """
    already = parse_amount(paid, at="paid")
    name, owed = ("减半", fee.due) if "费用18" in fee.articles else ("全额", fee.full)
    top_up = max(owed - already, Decimal(0))
    steps = (f"{name} {show(owed)} 元 − 已交 {show(already)} 元 = 补交 {show(top_up)} 元，接到通知之日起七日内",)
    return FeeChange(top_up, Decimal(0), Decimal(0), steps, ("解释199",))


def top_up_not_paid(fee: CaseFee, paid: object) -> FeeChange:
    """Half of what was paid goes back when the rest stays unpaid and the suit is treated as withdrawn (解释199)."""
    already = parse_amount(paid, at="paid")
    refund = round_money(already / 2, fee.rounding)
    steps = (f"逾期未补交，按撤诉处理，退还已交 {show(already)} 元的一半 {show(refund)} 元",)
    return FeeChange(Decimal(0), refund, already - refund, steps, ("解释199",))


def change_claims(before: CaseFee, after: CaseFee, *, inquiry_closed: bool) -> FeeChange:
    """The fee's consequence of raised or lowered claims (费用21, 35).

    Raised: the difference is due. Lowered before 法庭调查终结: the difference goes back; afterwards the one who
    lowered them bears it.
    """
    difference = after.due - before.due
    if difference > 0:
        steps = (f"增加诉讼请求，补交 {show(difference)} 元",)
        return FeeChange(difference, Decimal(0), Decimal(0), steps, ("费用21(一)",))
    if not difference:
        steps = (f"受理费没有变化，仍为 {show(after.due)} 元",)
        return FeeChange(Decimal(0), Decimal(0), Decimal(0), steps, ("费用21",))
    lowered = -difference
    if inquiry_closed:
        steps = (f"法庭调查终结后减少，{show(lowered)} 元由变更诉讼请求的当事人负担",)
        return FeeChange(Decimal(0), Decimal(0), lowered, steps, ("费用35",))
    steps = (f"法庭调查终结前减少，退还 {show(lowered)} 元",)
    return FeeChange(Decimal(0), lowered, Decimal(0), steps, ("费用21(二)",))


def refund_after_closing(paid: object, due: object) -> FeeChange:
    """What was prepaid above what is due goes back within 15 days of the paper's taking effect (费用53)."""
    had, owed = parse_amount(paid, at="paid"), parse_amount(due, at="due")
    refund = max(had - owed, Decimal(0))
    steps = (f"已交 {show(had)} 元 − 应交 {show(owed)} 元 = 退还 {show(refund)} 元，文书生效之日起十五日内",)
    return FeeChange(max(owed - had, Decimal(0)), refund, min(had, owed), steps, ("费用53",))


@dataclass(frozen=True)
class ReliefGround:
    """A ground on which the court must grant relief; ``words`` are the 办法's own, shortened."""

    kind: Relief
    article: str
    words: str


RELIEF_GROUNDS = (
    ReliefGround("exemption", "费用45(一)", "残疾人无固定生活来源"),
    ReliefGround("exemption", "费用45(二)", "追索赡养费、扶养费、抚育费、抚恤金"),
    ReliefGround("exemption", "费用45(三)", "低保、特困、五保供养对象或者领取失业保险金人员，无其他收入"),
    ReliefGround("exemption", "费用45(四)", "因见义勇为或者为保护社会公共利益受损，请求赔偿或者补偿"),
    ReliefGround("exemption", "费用45(五)", "确实需要免交的其他情形"),
    ReliefGround("reduction", "费用46(一)", "因自然灾害等不可抗力造成生活困难，正在接受社会救济，或者生产经营难以为继"),
    ReliefGround("reduction", "费用46(二)", "属于国家规定的优抚、安置对象"),
    ReliefGround("reduction", "费用46(三)", "社会福利机构和救助管理站"),
    ReliefGround("reduction", "费用46(四)", "确实需要减交的其他情形"),
    ReliefGround("deferral", "费用47(一)", "追索社会保险金、经济补偿金"),
    ReliefGround("deferral", "费用47(二)", "海上、交通、医疗、工伤、产品质量等人身伤害事故的受害人请求赔偿"),
    ReliefGround("deferral", "费用47(三)", "正在接受法律援助"),
    ReliefGround("deferral", "费用47(四)", "确实需要缓交的其他情形"),
)
# The 办法 names no decider. This is the usual order (法发〔2005〕6号, from general knowledge, not verified): the chief
# passes every request, defers by himself, and a reduction or exemption is signed by the president in the end.
RELIEF_DECIDERS = ("division_chief", "president")
RELIEF_SIGNED_BY: dict[str, str | None] = {"deferral": None, "reduction": "president", "exemption": "president"}
_RELIEF_ARTICLES = {"exemption": ("45", "四十五"), "reduction": ("46", "四十六"), "deferral": ("47", "四十七")}
_ITEM = re.compile(r"费用[0-9]+\(.*\)")


@dataclass(frozen=True)
class ReliefDecision:
    """Relief that the law allows: what is paid now, what is forgiven, and what waits, in yuan; notes ask for a look."""

    pays_now: Decimal
    forgiven: Decimal
    deferred: Decimal
    steps: tuple[str, ...]
    articles: tuple[str, ...]
    notes: tuple[str, ...] = ()


def check_relief(kind: str, article: str, *, natural_person: bool) -> None:
    """The ground is one of that kind of relief, and who asks may have it, whatever the fee.

    The article may be written out, or named without its item; an item in short form must exist.

    Refuses ``relief_kind_unknown``, ``relief_ground_unknown`` and ``relief_natural_person_only`` (费用44).
    """
    if kind not in RELIEF_SIGNED_BY:
        raise NeedsCorrection("relief_kind_unknown", at="kind", choices=list(RELIEF_SIGNED_BY))
    named = any(number in article for number in _RELIEF_ARTICLES[kind]) and not _ITEM.fullmatch(article)
    if not named and not any(ground.kind == kind and ground.article == article for ground in RELIEF_GROUNDS):
        raise NeedsCorrection("relief_ground_unknown", at="article", article=article)
    if kind == "exemption" and not natural_person:
        raise NeedsCorrection("relief_natural_person_only", article="费用44")


def grant_relief(
    kind: str,
    article: str,
    fee: CaseFee,
    *,
    natural_person: bool,
    before_filing: bool,
    amount: object | None = None,
) -> ReliefDecision:
    """The relief's effect on the fee due (费用44–51); ``amount`` is what a reduction forgives.

    A deferral decided after filing is noted, not refused: 费用49 binds the court, and the party asked in time. Refuses
    what ``check_relief`` refuses and ``relief_reduction_too_small`` (under 30 %, or all of it: 费用46).
    """
    check_relief(kind, article, natural_person=natural_person)
    if kind == "exemption":
        steps = (f"免交 {show(fee.due)} 元",)
        return ReliefDecision(Decimal(0), fee.due, Decimal(0), steps, (article, "费用44", "费用51"))
    if kind == "deferral":
        notes = () if before_filing else ("缓交应当在决定立案之前作出（费用49）",)
        steps = (f"缓交 {show(fee.due)} 元",)
        return ReliefDecision(Decimal(0), Decimal(0), fee.due, steps, (article, "费用49"), notes)
    if amount is None:
        raise NeedsCorrection("amount_missing", at="amount")
    forgiven = parse_amount(amount, at="amount")
    if not fee.due * 3 <= forgiven * 10 < fee.due * 10:
        raise NeedsCorrection("relief_reduction_too_small", at="amount", article="费用46")
    pays = fee.due - forgiven
    steps = (f"减交 {show(forgiven)} 元：{show(fee.due)} 元应交 {show(pays)} 元",)
    return ReliefDecision(pays, forgiven, Decimal(0), steps, (article, "费用51"))


def relief_grounds(kind: str, offered: Collection[str] = ()) -> tuple[ReliefGround, ...]:
    """The grounds of one kind of relief, in the order of the 办法; with ``offered``, only those articles."""
    return tuple(g for g in RELIEF_GROUNDS if g.kind == kind and (not offered or g.article in offered))
