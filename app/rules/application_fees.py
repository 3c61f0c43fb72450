"""申请费 and the fee of an objection to jurisdiction (费用13(六), 14): how much, who pays, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.errors import NeedsCorrection
from app.rules.fee_tables import (
    ARBITRATION,
    BANKRUPTCY_CAP,
    ENFORCEMENT,
    PRESERVATION,
    PROPERTY,
    PROVINCE_RANGES,
    PUBLIC_SUMMONS,
)
from app.rules.fees import province_fee
from app.rules.money import check_rounding, parse_amount, plain, round_money, show

KINDS = (
    "preservation",
    "enforcement",
    "payment_order",
    "public_summons",
    "set_aside_award",
    "arbitration_agreement",
    "bankruptcy",
    "jurisdiction_objection",
    "protection_order",
    "judicial_confirmation",
)
ALIASES = {
    "保全": "preservation",
    "财产保全": "preservation",
    "property_preservation": "preservation",
    "执行": "enforcement",
    "execution": "enforcement",
    "支付令": "payment_order",
    "公示催告": "public_summons",
    "public_exhortation": "public_summons",
    "撤销仲裁裁决": "set_aside_award",
    "认定仲裁协议效力": "arbitration_agreement",
    "破产": "bankruptcy",
    "管辖异议": "jurisdiction_objection",
    "人身安全保护令": "protection_order",
    "司法确认": "judicial_confirmation",
}


@dataclass(frozen=True)
class ApplicationFee:
    """An application's fee in yuan, whether it is prepaid, and who bears it in the end."""

    due: Decimal
    prepaid: bool
    borne_by: str
    steps: tuple[str, ...]
    articles: tuple[str, ...]


def application_fee(
    kind: str, amount: object | None = None, province: Mapping[str, object] | None = None, rounding: str = "fen"
) -> ApplicationFee:
    """The fee of an application (费用14), exact and rounded once.

    Refuses an unknown kind, or an amount missing that the fee cannot do without.
    """
    kind = ALIASES.get(kind, kind)
    if kind not in KINDS:
        raise NeedsCorrection("application_kind_unknown", at="kind", choices=KINDS)
    rounded_to = check_rounding(rounding)
    given = None if amount is None else parse_amount(amount, at="amount")
    exact, steps, articles = _fee(kind, given, province or {})
    due = round_money(exact, rounded_to)
    prepaid = kind not in ("enforcement", "bankruptcy", "jurisdiction_objection")
    return ApplicationFee(due, prepaid, _BORNE_BY[kind], (*steps, f"应交 {show(due)} 元"), articles)


_BORNE_BY = {
    "preservation": "applicant",
    "enforcement": "person_subject_to_enforcement",
    "payment_order": "debtor_unless_objected",
    "public_summons": "applicant",
    "set_aside_award": "court_decides",
    "arbitration_agreement": "court_decides",
    "bankruptcy": "bankruptcy_estate",
    "jurisdiction_objection": "objector",
    "protection_order": "nobody",
    "judicial_confirmation": "nobody",
}


def _fee(
    kind: str, amount: Decimal | None, province: Mapping[str, object]
) -> tuple[Decimal, tuple[str, ...], tuple[str, ...]]:
    if kind == "preservation":
        exact, steps = PRESERVATION.fee(amount or Decimal(0))
        return exact, steps, ("费用14(二)", "费用38")
    if kind == "enforcement":
        if amount is None:
            house = province_fee(province, "enforcement_without_amount")
            return house, ("没有执行金额",), ("费用14(一)1", "费用20", "费用38")
        exact, steps = ENFORCEMENT.fee(amount)
        return exact, steps, ("费用14(一)2", "费用20", "费用38")
    if kind in ("payment_order", "bankruptcy"):
        if amount is None:
            raise NeedsCorrection("amount_missing", at="amount")
        full, steps = PROPERTY.fee(amount)
        if kind == "payment_order":
            return full / 3, (*steps, f"财产案件标准 {plain(full)} 元的三分之一"), ("费用14(三)", "费用36")
        half = min(full / 2, BANKRUPTCY_CAP)
        return half, (*steps, f"财产案件标准 {plain(full)} 元减半，最高 300000 元"), ("费用14(六)", "费用42")
    if kind == "public_summons":
        return PUBLIC_SUMMONS, ("公示催告每件 100 元",), ("费用14(四)", "费用37")
    if kind in ("set_aside_award", "arbitration_agreement"):
        return ARBITRATION, ("每件 400 元",), ("费用14(五)", "费用38")
    if kind == "jurisdiction_objection":
        fee = province_fee(province, kind)
        return fee, ("管辖权异议不成立",), (PROVINCE_RANGES[kind].article,)
    if kind == "protection_order":
        # 法释〔2016〕15号批复, from general knowledge, not verified against the text.
        return Decimal(0), ("人身安全保护令不收取诉讼费用",), ("法释〔2016〕15号",)
    return Decimal(0), ("确认调解协议案件不收费",), ("费用8(一)", "司法确认11")
