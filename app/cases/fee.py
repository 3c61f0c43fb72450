"""What the claims of a case cost as they were raised and lowered: the suit's, and each counterclaim's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from app.cases.court import Court
from app.cases.model import Case, Claim, Counterclaim
from app.rules.fee_changes import FeeChange, change_claims
from app.rules.fees import CaseFee, case_fee


def fee_of_claims(court: Court, case: Case, counterclaim: Counterclaim | None = None) -> CaseFee:
    """The fee of the suit, or of a counterclaim, as it stands (费用13–18, 21, 35; 解释201, 206).

    What was lowered after 法庭调查 lowers no fee: it is reckoned on the dearest claims since then. A counterclaim that
    is not heard together, being refused, costs nothing; one heard together is halved (费用18), and with
    it the suit where the court's setting ``merged_halving`` is ``each``.
    """
    whole = case if counterclaim is None else counterclaim
    versions = _charged((*whole.claims, *whole.dropped))
    fees = [_reckon(court, case, version, counterclaim) for version in versions]
    now = fees[-1]
    dearest = max(reversed(fees), key=lambda fee: fee.exact_full)
    if dearest is now:
        return now
    return replace(
        dearest,
        dispute_amount=now.dispute_amount,
        steps=(*dearest.steps[:-1], "法庭调查终结后减少诉讼请求，受理费不减", dearest.steps[-1]),
        articles=(*dearest.articles, "费用35"),
    )


def fee_as_filed(court: Court, case: Case) -> CaseFee:
    """What the suit would cost with the claims that it was filed with."""
    filed = [(claim.earlier or (claim,))[0] for claim in (*case.claims, *case.dropped)]
    return _reckon(court, case, [claim for claim in filed if claim.at is None], None)


def raised(court: Court, case: Case) -> bool:
    """Whether the suit costs more than when it was filed, so that a difference is to be paid (费用21(一))."""
    return fee_of_claims(court, case).due > fee_as_filed(court, case).due


def lowered_too_late(court: Court, case: Case, counterclaim: Counterclaim | None = None) -> Decimal:
    """Yuan of the fee that who lowered the claims after 法庭调查 bears, whoever loses (费用35)."""
    claims = case.claims if counterclaim is None else counterclaim.claims
    now = _reckon(court, case, claims, counterclaim)
    return fee_of_claims(court, case, counterclaim).due - now.due


def consequence(
    court: Court,
    case: Case,
    after: Sequence[Claim],
    counterclaim: Counterclaim | None = None,
    *,
    inquiry_closed: bool,
    procedure: str | None = None,
) -> tuple[CaseFee, FeeChange]:
    """What ``after``, put in the place of the claims that stand, would cost, and what changes (费用21, 35).

    ``procedure`` is the one that the case would then be heard in, where that changes too.
    """
    moved = replace(case, fields={**case.fields, "procedure": procedure}) if procedure else case
    then = _reckon(court, moved, after, counterclaim)
    before = fee_of_claims(court, case, counterclaim)
    return then, change_claims(before, then, inquiry_closed=inquiry_closed)


def _reckon(court: Court, case: Case, claims: Sequence[Claim], counterclaim: Counterclaim | None) -> CaseFee:
    asked = [{name: _text(getattr(claim, name)) for name in ("kind", "amount", "property_total")} for claim in claims]
    closed = case.suit_ended or case.closed
    if counterclaim is not None:
        closed = "not_accepted" if counterclaim.joined is False else counterclaim.ended or case.closed
    merged = counterclaim is not None or (court.merged_halving == "each" and bool(case.heard_together))
    return case_fee(
        asked,
        court.province_fees,
        case.procedure,
        closed,
        court.fee_rounding,
        merged=merged,
        deemed_halved=court.deemed_halving == "half",
    )


def _charged(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims as they stood at each moment that their fee may follow: when 法庭调查 ended, and after each change
    since; the last is how they stand now."""
    told = [said for claim in claims for said in (*claim.earlier, claim)]
    order = {claim.record: place for place, claim in enumerate(claims)}
    standing = dict[str, Claim]()
    versions = list[list[Claim]]()
    for _, changes in groupby(sorted(told, key=lambda said: said.at or ""), key=lambda said: said.at):
        closed = True
        for said in changes:
            standing[said.record] = said
            closed = closed and said.inquiry_closed
        asked = [said for said in standing.values() if not said.dropped]
        versions = [*(versions if closed else ()), sorted(asked, key=lambda said: order[said.record])]
    return [version for version in versions if version] or [[]]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
