"""Which procedure a suit may take: 小额, 简易 or 普通, and when a hearing may begin at once."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.errors import NeedsCorrection
from app.rules.calendar import Calendar
from app.rules.causes import find_cause
from app.rules.fees import Claim, parse_claims
from app.rules.money import parse_amount, plain
from app.rules.periods import deadline

SmallClaims = Literal["applies", "by_agreement", "excluded"]

# Each fact of a case: the article by which it excludes 小额, and 简易 ("" where it does not).
FLAGS: dict[str, tuple[str, str]] = {
    "defendant_missing": ("民诉166(四)", "解释257(一)"),
    "party_missing": ("民诉166(四)", ""),
    "remanded": ("解释257(二)", "解释257(二)"),
    "many_parties": ("解释257(三)", "解释257(三)"),
    "trial_supervision": ("解释257(四)", "解释257(四)"),
    "public_interest": ("解释257(五)", "解释257(五)"),
    "third_party_revocation": ("解释257(六)", "解释257(六)"),
    "unsuitable_for_simplified": ("解释257(七)", "解释257(七)"),
    "foreign": ("民诉166(二)", ""),
    "appraisal_needed": ("民诉166(三)", ""),
    "appraisal_disputed": ("民诉166(三)", ""),
    "counterclaim": ("民诉166(五)", ""),
    "personal_status": ("民诉166(一)", ""),
    "title_to_property": ("民诉166(一)", ""),
    "unsuitable_for_small_claims": ("民诉166(六)", ""),
    # Not a simple case: 简易 only where both sides agree to it.
    "not_simple": ("民诉165", "民诉160"),
}
ALIASES = {
    "missing_defendant": "defendant_missing",
    "one_party_missing": "party_missing",
    "missing_party": "party_missing",
    "retrial": "trial_supervision",
    "remand": "remanded",
    "retrial_remand": "remanded",
    "numerous_parties": "many_parties",
    "one_side_numerous": "many_parties",
    "national_interest": "public_interest",
    "third_party_revocation_suit": "third_party_revocation",
    "foreign_related": "foreign",
    "foreign_element": "foreign",
    "appraisal": "appraisal_needed",
    "needs_appraisal": "appraisal_needed",
    "evaluation_needed": "appraisal_needed",
    "property_title": "title_to_property",
    "title_dispute": "title_to_property",
    "personal_relation": "personal_status",
    "complex": "not_simple",
    "disputed": "not_simple",
}
AGREED = ("both_agree_simplified", "both_agree_small_claims")
_MONEY = frozenset(("property", "labour", "ip", "costs"))


@dataclass(frozen=True)
class Eligibility:
    """What the law allows: whether 小额 applies, needs agreement or is out, whether 简易 is open, and why."""

    small_claims: SmallClaims
    simplified: bool
    amount: Decimal
    articles: tuple[str, ...]
    reasons: tuple[str, ...]


def eligibility(
    claims: Sequence[Mapping[str, object] | Claim],
    cause: str,
    wage: object | None,
    flags: Collection[str] = (),
) -> Eligibility:
    """The procedures open to a suit (民诉160, 165, 166; 解释257, 272).

    ``wage`` is the province's yearly average of employed persons, as last published, in yuan: up to half of it 小额
    applies, up to twice by agreement, both bounds inclusive. Refuses ``flag_unknown``, and ``wage_missing`` where the
    amount would decide.
    """
    parsed = parse_claims(claims)
    named = _named(flags)
    given = None if wage is None else parse_amount(wage, at="wage", zero=False)
    half, twice = (given / 2, given * 2) if given is not None else (None, None)
    amount = sum((claim.amount or Decimal(0) for claim in parsed if claim.kind != "costs"), Decimal(0))
    simplified, articles, reasons = _simplified(parsed, cause, named)
    out = _small_claims_out(parsed, cause, named)
    if not simplified:
        out = out or ("民诉165", "不能适用简易程序，也不能适用小额诉讼程序")
    if out:
        return Eligibility("excluded", simplified, amount, _unique(out[0], *articles), (out[1], *reasons))
    if half is None or twice is None:
        raise NeedsCorrection("wage_missing", at="wage", article="解释272")
    base = ("解释271", "解释272", *articles)
    if amount <= half:
        words = f"标的额 {plain(amount)} 元不超过年平均工资的百分之五十 {plain(half)} 元"
        return Eligibility("applies", True, amount, _unique("民诉165", *base), (words, *reasons))
    if amount <= twice:
        words = f"标的额 {plain(amount)} 元超过 {plain(half)} 元、不超过二倍 {plain(twice)} 元，双方可以约定适用"
        return Eligibility("by_agreement", True, amount, _unique("民诉165", *base), (words, *reasons))
    words = f"标的额 {plain(amount)} 元超过年平均工资的二倍 {plain(twice)} 元"
    return Eligibility("excluded", True, amount, _unique("民诉165", *base), (words, *reasons))


def _named(flags: Collection[str]) -> list[str]:
    named = [ALIASES.get(flag, flag) for flag in flags]
    if any(flag not in FLAGS and flag not in AGREED for flag in named):
        raise NeedsCorrection("flag_unknown", at="flags", choices=[*FLAGS, *AGREED])
    return named


def _unique(*articles: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for article in articles if article))


def _special(claims: tuple[Claim, ...], cause: str) -> bool:
    found = find_cause(cause)
    by_cause = found is not None and found.procedure == "special"
    return by_cause or any(claim.kind == "judicial_confirmation" for claim in claims)


def _simplified(
    claims: tuple[Claim, ...], cause: str, flags: list[str]
) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    if _special(claims, cause):
        return False, ("民诉184",), ("适用特别程序",)
    barred = [FLAGS[flag][1] for flag in flags if flag in FLAGS and flag != "not_simple" and FLAGS[flag][1]]
    if barred:
        # 解释264: the parties cannot agree their way around 257.
        return False, tuple(barred), ("不适用简易程序，也不得约定适用",)
    if "not_simple" in flags:
        if "both_agree_simplified" in flags:
            return True, ("民诉160¶2", "解释264"), ("双方约定适用简易程序",)
        return False, ("民诉160",), ("不是简单的民事案件，双方可以约定适用简易程序",)
    return True, ("民诉160",), ()


def _small_claims_out(claims: tuple[Claim, ...], cause: str, flags: list[str]) -> tuple[str, str] | None:
    """The article and the reason that keep 小额 out whatever the amount, or ``None``."""
    for flag in flags:
        if flag in FLAGS:
            return FLAGS[flag][0], "具有不适用小额诉讼程序的情形"
    if _special(claims, cause):
        return "民诉184", "适用特别程序"
    found = find_cause(cause)
    if found is not None and (found.personal_status or found.title_to_property):
        return "民诉166(一)", "人身关系、财产确权案件"
    if any(claim.kind in ("divorce", "personality") for claim in claims):
        return "民诉166(一)", "人身关系案件"
    if any(claim.kind not in _MONEY for claim in claims):
        return "民诉165", "不是单纯的金钱给付"
    if any(claim.kind in ("labour", "ip") and claim.amount is None for claim in claims):
        return "民诉165", "没有确定的给付金额"
    return None


@dataclass(frozen=True)
class OnTheSpot:
    """The hearing may begin at once; the article that says so."""

    article: str


def hearing_on_the_spot(
    procedure: str,
    parties: Collection[str],
    waive_evidence_period: Collection[str],
    waive_defence_period: Collection[str],
) -> OnTheSpot:
    """A hearing may begin at once when every party waives both the evidence and the defence period.

    小额: 解释275; 简易: 解释266. Refuses ``on_the_spot_not_in_ordinary`` and ``on_the_spot_not_waived`` with the names.
    """
    if procedure not in ("small_claims", "simplified"):
        raise NeedsCorrection("on_the_spot_not_in_ordinary", at="procedure", article="民诉139")
    waived = {*waive_evidence_period} & {*waive_defence_period}
    missing = [name for name in parties if name not in waived]
    article = "解释275" if procedure == "small_claims" else "解释266"
    if missing or not parties:
        raise NeedsCorrection("on_the_spot_not_waived", at="parties", missing=missing, article=article)
    return OnTheSpot(article)


@dataclass(frozen=True)
class Sieve:
    """The first sieve of 繁简分流: a suggestion with reasons; a person decides."""

    track: Literal["fast", "careful"]
    reasons: tuple[str, ...]


def simplified_open(claims: Sequence[Mapping[str, object] | Claim], cause: str, flags: Collection[str] = ()) -> bool:
    """Whether 简易 is open to the suit, whatever the province's wage; refuses what ``eligibility`` refuses of it."""
    return _simplified(parse_claims(claims), cause, _named(flags))[0]


def sieve(simplified: bool, *, parties: int, mediation_wanted: bool, flags: Collection[str] = ()) -> Sieve:
    """``fast`` for a suit open to 简易 between few parties with nothing to appraise, ``careful`` otherwise."""
    reasons = []
    if not simplified:
        reasons.append("不能适用简易程序")
    if parties > 4:
        reasons.append("当事人较多")
    named = {ALIASES.get(flag, flag) for flag in flags}
    if named & {"appraisal_needed", "appraisal_disputed", "counterclaim", "foreign", "title_to_property"}:
        reasons.append("涉及鉴定、反诉、涉外或者确权")
    if reasons:
        return Sieve("careful", tuple(reasons))
    return Sieve("fast", ("适宜调解" if mediation_wanted else "事实清楚、争议不大",))


ADJOURNMENTS = {"ordinary": 2, "simplified": 1, "small_claims": 1}


def check_adjournment(
    procedure: str,
    already: int,
    heard_on: datetime.date,
    next_on: datetime.date,
    calendar: Calendar,
    *,
    excepted: bool = False,
) -> str:
    """The article under which a hearing may be put off once more: at most twice, 简易 and 小额 once (延审3).

    The next day lies after this one, at most a month on, unless ``excepted``: force majeure, or the parties agree
    (延审5; that lifts the month, never the count). Refuses ``procedure_unknown``, ``adjournments_used_up`` and
    ``adjournment_too_long``.
    """
    if procedure not in ADJOURNMENTS:
        raise NeedsCorrection("procedure_unknown", at="procedure")
    if already >= ADJOURNMENTS[procedure]:
        raise NeedsCorrection("adjournments_used_up", at="already", article="延审3")
    latest = deadline("T24", heard_on, calendar).last_day
    if next_on <= heard_on or (not excepted and latest is not None and next_on > latest):
        raise NeedsCorrection("adjournment_too_long", at="next_on", article="延审5")
    return "延审5"
