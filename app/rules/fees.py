"""案件受理费: what a suit's claims cost in full and after the one halving that the law allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.errors import NeedsCorrection
from app.rules.fee_tables import DIVORCE, LABOUR, PERSONALITY, PROPERTY, PROVINCE_ALIASES, PROVINCE_RANGES
from app.rules.money import Rounding, check_rounding, parse_amount, plain, round_money, show

KINDS = (
    "property",
    "divorce",
    "personality",
    "non_property",
    "labour",
    "judicial_confirmation",
    "ip",
    "costs",
)
PROCEDURES = ("small_claims", "simplified", "ordinary", "special")
# 按撤诉处理 is not the party's own application of 费用15; dismissed and not_accepted cost nothing (费用8(二)).
CLOSINGS = ("mediated", "withdrawn", "confirmed", "judged", "deemed_withdrawn", "dismissed", "not_accepted")


@dataclass(frozen=True)
class Claim:
    """One claim: its fee kind, the sum it asks for, and for a divorce the total of the couple's property, in yuan."""

    kind: str
    amount: Decimal | None = None
    property_total: Decimal | None = None


@dataclass(frozen=True)
class CaseFee:
    """A case fee in yuan: in full, what is due after halving, the amount in dispute, how it came about and why."""

    full: Decimal
    due: Decimal
    halved: bool
    kind: str
    dispute_amount: Decimal
    steps: tuple[str, ...]
    articles: tuple[str, ...]
    exact_full: Decimal
    rounding: Rounding


def parse_claims(claims: Sequence[Mapping[str, object] | Claim]) -> tuple[Claim, ...]:
    """The claims with exact amounts; refuses an unknown kind, a bad amount, a sum missing, or nothing but costs."""
    if isinstance(claims, str | Mapping) or not isinstance(claims, Sequence):
        raise NeedsCorrection("claims_malformed", at="claims")
    parsed = tuple(_claim(claim, f"claims[{index}]") for index, claim in enumerate(claims))
    if all(claim.kind == "costs" for claim in parsed):
        raise NeedsCorrection("claims_missing", at="claims")
    return parsed


def _claim(claim: Mapping[str, object] | Claim, at: str) -> Claim:
    if isinstance(claim, Claim):
        claim = {"kind": claim.kind, "amount": claim.amount, "property_total": claim.property_total}
    if not isinstance(claim, Mapping):
        raise NeedsCorrection("claims_malformed", at=at)
    kind = claim.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise NeedsCorrection("claim_kind_unknown", at=f"{at}.kind", choices=KINDS)
    field = "damages" if kind == "personality" and claim.get("amount") is None else "amount"
    amount = claim.get(field)
    total = claim.get("property_total")
    if kind == "property" and amount is None:
        raise NeedsCorrection("amount_missing", at=f"{at}.amount")
    return Claim(
        kind,
        None if amount is None else parse_amount(amount, at=f"{at}.{field}", zero=kind != "property"),
        None if total is None else parse_amount(total, at=f"{at}.property_total"),
    )


def who_bears(closed: str | None, fee: CaseFee) -> tuple[str, str] | None:
    """Who bears the case fee as the case ended, and the article; None while it is open.

    ``loser`` (费用29; shares by what each lost, unless the winner takes it on), ``agreed_or_court`` (31, a divorce 33),
    ``claimant`` (34), ``nobody`` where there is none (8).
    """
    if closed is None:
        return None
    if not fee.full:
        return "nobody", "费用8"
    if closed in ("withdrawn", "deemed_withdrawn"):
        return "claimant", "费用34"
    if fee.kind == "divorce":
        return "agreed_or_court", "费用33"
    return ("agreed_or_court", "费用31") if closed == "mediated" else ("loser", "费用29")


def province_fee(province: Mapping[str, object], item: str) -> Decimal:
    """The province's own figure for an item, in yuan; refuses one not entered or outside the range of 费用13 or 14."""
    names = [item, *(alias for alias, name in PROVINCE_ALIASES.items() if name == item)]
    given = next((province[name] for name in names if province.get(name) is not None), None)
    bounds = PROVINCE_RANGES[item]
    if given is None:
        raise NeedsCorrection("province_fee_missing", at=f"province.{item}", article=bounds.article)
    fee = parse_amount(given, at=f"province.{item}")
    if not bounds.least <= fee <= bounds.most:
        raise NeedsCorrection("province_fee_out_of_range", at=f"province.{item}", article=bounds.article)
    return fee


def case_fee(
    claims: Sequence[Mapping[str, object] | Claim],
    province: Mapping[str, object],
    procedure: str,
    closed: str | None = None,
    rounding: str = "fen",
    *,
    merged: bool = False,
    deemed_halved: bool = True,
) -> CaseFee:
    """The case fee of one side's claims (费用13), halved at most once (解释206), rounded once at the end.

    ``merged`` marks a counterclaim, or an independent third party's claim, heard together with the suit (费用18).
    ``deemed_halved``: 费用15 halves for who asks to withdraw, and most courts also where a suit counts as withdrawn.
    Refuses unknown kinds, procedures and closings, and a province's figure that is missing or out of range.
    """
    # A suit that is not accepted never came under a procedure.
    if procedure not in PROCEDURES and not (procedure == "" and closed == "not_accepted"):
        raise NeedsCorrection("procedure_unknown", at="procedure", choices=PROCEDURES)
    if closed is not None and closed not in CLOSINGS:
        raise NeedsCorrection("closing_unknown", at="closed", choices=CLOSINGS)
    rounded_to = check_rounding(rounding)
    parsed = parse_claims(claims)
    disputed = sum((claim.amount or Decimal(0) for claim in parsed if claim.kind != "costs"), Decimal(0))
    kind, exact, steps, articles = _full_fee(parsed, province)
    if closed in ("dismissed", "not_accepted"):
        exact, steps, articles = Decimal(0), ("裁定不予受理、驳回起诉，不交纳案件受理费",), ("费用8(二)",)
    elif closed == "confirmed" and kind != "judicial_confirmation":
        exact, steps, articles = Decimal(0), ("确认调解协议案件不交纳案件受理费",), ("费用8(一)",)
    elif procedure == "special" and kind != "judicial_confirmation":
        exact, steps, articles = Decimal(0), ("特别程序案件不交纳案件受理费",), ("费用8(一)",)
    reasons = _halving_reasons(procedure, closed, merged, deemed_halved) if exact else ()
    due = exact / 2 if reasons else exact
    if reasons:
        steps += (f"减半交纳：{plain(exact)} ÷ 2 = {plain(due)} 元（只减半一次）",)
        articles += (*reasons, "解释206")
    full_rounded, due_rounded = round_money(exact, rounded_to), round_money(due, rounded_to)
    steps += (f"最后取整一次：全额 {show(full_rounded)} 元，应交 {show(due_rounded)} 元",)
    unique = tuple(dict.fromkeys(articles))
    return CaseFee(full_rounded, due_rounded, bool(reasons), kind, disputed, steps, unique, exact, rounded_to)


def _halving_reasons(procedure: str, closed: str | None, merged: bool, deemed_halved: bool) -> tuple[str, ...]:
    reasons = []
    if closed in ("mediated", "withdrawn") or (closed == "deemed_withdrawn" and deemed_halved):
        reasons.append("费用15")
    if procedure in ("simplified", "small_claims"):
        reasons.append("费用16")
    if merged:
        reasons.append("费用18")
    return tuple(reasons)


def _full_fee(
    claims: tuple[Claim, ...], province: Mapping[str, object]
) -> tuple[str, Decimal, tuple[str, ...], tuple[str, ...]]:
    """The kind that governs, the exact fee, steps and articles; 解释201 decides among mixed claims."""
    by_kind: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind != "costs":
            name = "property" if claim.kind == "ip" and claim.amount else claim.kind
            by_kind.setdefault(name, []).append(claim)
    if "judicial_confirmation" in by_kind:
        if len(by_kind) > 1:
            raise NeedsCorrection("claims_cannot_be_joined", at="claims", article="民诉184")
        return "judicial_confirmation", Decimal(0), ("确认调解协议案件不交纳案件受理费",), ("费用8(一)",)
    if "property" in by_kind:
        return _property_fee(by_kind, province)
    if "divorce" in by_kind:
        # Custody and the like asked for within the divorce stay inside its one fee (解释201: several count one).
        exact, steps = _divorce_fee(by_kind["divorce"], province)
        return "divorce", exact, steps, ("费用13(二)1", *_one_only(by_kind))
    if "personality" in by_kind:
        exact, steps = _personality_fee(by_kind["personality"], province)
        return "personality", exact, steps, ("费用13(二)2", *_one_only(by_kind))
    if "labour" in by_kind:
        return "labour", LABOUR, ("劳动争议案件每件 10 元",), ("费用13(四)", *_one_only(by_kind))
    kind, item, label = (
        ("ip", "ip_without_amount", "知识产权案件（无争议金额）")
        if "ip" in by_kind
        else ("non_property", "other_non_property", "其他非财产案件")
    )
    exact = province_fee(province, item)
    article = PROVINCE_RANGES[item].article
    return kind, exact, (f"{label}每件 {plain(exact)} 元",), (article, *_one_only(by_kind))


def _property_fee(
    by_kind: Mapping[str, list[Claim]], province: Mapping[str, object]
) -> tuple[str, Decimal, tuple[str, ...], tuple[str, ...]]:
    sums = [claim.amount or Decimal(0) for claim in by_kind["property"]]
    total = sum(sums, Decimal(0))
    exact, steps = PROPERTY.fee(total)
    by_article_13_3 = any(claim.kind == "ip" for claim in by_kind["property"])
    articles = [PROVINCE_RANGES["ip_without_amount"].article] if by_article_13_3 else []
    articles.append(PROPERTY.article)
    if len(sums) > 1:
        steps = (f"财产性诉讼请求合并计算：{' + '.join(plain(part) for part in sums)} = {plain(total)} 元", *steps)
        articles.append("解释201")
    if len(by_kind) > 1:
        steps = ("兼有财产性与非财产性诉讼请求，按财产性诉讼请求的标准交纳", *steps)
        articles.append("解释201")
    if "divorce" in by_kind or "personality" in by_kind:
        # 13(二)1 and 2 price property divided and damages themselves; only other money belongs in a property claim.
        steps += ("提示：离婚中分割的财产填财产总额，人格权损害赔偿填赔偿金额，不另列财产性请求",)
    # Property divided in the divorce is priced by 13(二)1, damages to the person by 13(二)2; another money claim must
    # not make the case cheaper.
    if any(_divided(claim) is not None for claim in by_kind.get("divorce", [])):
        divorce, divorce_steps = _divorce_fee(by_kind["divorce"], province)
        if divorce > exact:
            return "divorce", divorce, divorce_steps, (DIVORCE.article, "解释201")
    if any(claim.amount is not None for claim in by_kind.get("personality", [])):
        personality, personality_steps = _personality_fee(by_kind["personality"], province)
        if personality > exact:
            return "personality", personality, personality_steps, (PERSONALITY.article, "解释201")
    return "property", exact, steps, tuple(articles)


def _divorce_fee(claims: list[Claim], province: Mapping[str, object]) -> tuple[Decimal, tuple[str, ...]]:
    total = sum((_divided(claim) or Decimal(0) for claim in claims), Decimal(0))
    exact, steps = DIVORCE.fee(total, province_fee(province, "divorce"))
    return exact, (f"离婚案件，财产总额 {plain(total)} 元", *steps)


def _divided(divorce: Claim) -> Decimal | None:
    """The property that the couple divide, which a question may also call the divorce's amount."""
    return divorce.amount if divorce.property_total is None else divorce.property_total


def _personality_fee(claims: list[Claim], province: Mapping[str, object]) -> tuple[Decimal, tuple[str, ...]]:
    damages = sum((claim.amount or Decimal(0) for claim in claims), Decimal(0))
    exact, steps = PERSONALITY.fee(damages, province_fee(province, "personality"))
    return exact, ("侵害人格权案件", *steps)


def _one_only(by_kind: Mapping[str, list[Claim]]) -> tuple[str, ...]:
    return ("解释201",) if sum(len(claims) for claims in by_kind.values()) > 1 else ()
