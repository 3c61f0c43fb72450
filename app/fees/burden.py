"""Who bears a case's fee as it now stands, and so whether relief granted to one party still counts (费用29–34, 50)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.approvals.store import Approval
from app.cases.court import Court
from app.cases.fee import fee_of_claims, lowered_too_late
from app.cases.model import CLAIMANTS, Case, Counterclaim, split_person
from app.errors import NeedsCorrection, NotPossibleNow
from app.fees.store import relief_of
from app.judgments.store import decisions_of
from app.mediation.store import mediations_of
from app.rules.amounts import decimal_yuan
from app.rules.fees import CaseFee
from app.storage.database import Database

WITHDRAWALS = ("withdrawal", "deemed_withdrawal")
BEARER = "counterclaim_fee_borne_by"
INDEPENDENT_BEARER = "independent_fee_borne_by"


def bearer_of(database: Database, case: Case) -> str | None:
    """The party's key, or ``shared``, by the decision or agreement that closed the case; None while it is open.

    A withdrawal leaves the fee on who withdrew (费用34), also where only the suit ended with it.
    """
    if not (case.closed or case.suit_ended):
        return None
    endings = [decision.fields for decision in decisions_of(database, case.id) if decision.fields.get("granted", True)]
    endings += [mediation.fields for mediation in mediations_of(database, case.id)]
    return next((str(fields["fee_borne_by"]) for fields in endings if fields.get("fee_borne_by")), None)


def counterclaim_bearer_of(database: Database, case: Case, counterclaim: Counterclaim) -> str | None:
    """As ``bearer_of``, of the fee of that counterclaim."""
    endings = [one.fields for one in decisions_of(database, case.id)]
    endings += [one.fields for one in mediations_of(database, case.id)]
    return next((bearer for told in endings if (bearer := _bearer(told, counterclaim))), None)


def _bearer(told: Mapping[str, Any], counterclaim: Counterclaim) -> str | None:
    """Whom the decision or agreement names for the fee; a third party's claim may have a bearer of its own."""
    own = told.get(INDEPENDENT_BEARER) if counterclaim.independent else None
    return own or told.get(BEARER)


def bearers_of(database: Database, case: Case) -> list[str]:
    """Keys of everyone who bears the fee; several parties share it, but not one who stands between them (费用29)."""
    bearer = bearer_of(database, case)
    if bearer != "shared":
        return [bearer] if bearer else []
    ended = [
        one for one in decisions_of(database, case.id) if one.kind in WITHDRAWALS and one.fields.get("fee_borne_by")
    ]
    return list(ended[0].fields["by"]) if ended else [one.key for one in case.parties if one.role != "third_party"]


def lowered_by(case: Case) -> str | None:
    """Key of the party that lowered the suit's claims after 法庭调查 (费用35); None where nobody did."""
    late = [claim for claim in (*case.claims, *case.dropped) if claim.inquiry_closed]
    last = max(late, key=lambda claim: str(claim.at), default=None)
    return split_person(str(last.by))[0] if last is not None else None


def burden_words(case: Case, court: Court, told: Mapping[str, Any]) -> str | None:
    """How a judgment or agreement divides the fees, where one bearer of one fee does not say it all (费用29, 31, 35).

    ``told`` is the decision or the agreement with its bearers. None where the paper's own line is enough, or where the
    judge wrote it.
    """
    late = lowered_too_late(court, case)
    if told.get("fee_text") or not (case.heard_together or late):
        return None
    parts = list[str]()
    if not (case.suit_ended and told.get(BEARER)):
        # Where the suit ended before, its own ruling said who bears its fee.
        bears, fee = str(told["fee_borne_by"]), fee_of_claims(court, case)
        parts.append(_burden(case.before_suit_ended, fee_name(case), fee, bears, late, lowered_by(case)))
    for one in case.heard_together if told.get(BEARER) else ():
        fee, late = fee_of_claims(court, case, one), lowered_too_late(court, case, one)
        parts.append(_burden(case, fee_name(case, one), fee, str(_bearer(told, one)), late, one.by))
    return "；".join(parts)


def fee_name(case: Case, counterclaim: Counterclaim | None = None) -> str:
    """What papers call the fee of the suit, or of the counterclaim, where a case may have several."""
    if counterclaim is not None:
        return "第三人独立请求的案件受理费" if counterclaim.independent else "反诉案件受理费"
    return "本诉案件受理费" if case.heard_together else "案件受理费"


def _burden(case: Case, name: str, fee: CaseFee, bearer: str, late: Decimal, lowering: str | None) -> str:
    halved = f"，减半收取计{decimal_yuan(fee.due)}" if fee.halved else ""
    words = f"{name}{decimal_yuan(fee.full)}{halved}"
    if not late or lowering is None or bearer == lowering:
        return f"{words}，由{_named(case, bearer)}负担"
    return (
        f"{words}，其中减少诉讼请求部分的{decimal_yuan(late)}由{_named(case, lowering)}负担，"
        f"其余{decimal_yuan(fee.due - late)}由{_named(case, bearer)}负担"
    )


def _named(case: Case, key: str) -> str:
    shared = key == "shared"
    parties = [one for one in case.parties if one.role != "third_party"] if shared else [case.party(key)]
    return "、".join(f"{case.standing_of(one)}{one.name}" for one in parties) + ("共同" if shared else "")


def payers_of(case: Case, counterclaim: Counterclaim | None = None) -> list[str]:
    """Keys of who pays the fee beforehand, and so may ask for relief from it: who claims (费用20)."""
    if counterclaim is not None:
        return [counterclaim.by]
    return [party.key for party in case.parties if party.role in CLAIMANTS]


def relieved(case: Case, relief: Approval) -> str:
    """The key of the party that relief was granted to: who applied, else the first who pays."""
    record = relief.about.get("counterclaim")
    payers = payers_of(case, case.counterclaim(record) if record else None)
    return str(relief.about.get("applicant") or payers[0])


def relief_counts(database: Database, case: Case, relief: Approval | None) -> bool:
    """Whether the relief was granted and the fee is not another's: an opponent who loses pays all of it (费用50)."""
    if relief is None or relief.state != "granted":
        return False
    record = relief.about.get("counterclaim")
    bearer = counterclaim_bearer_of(database, case, case.counterclaim(record)) if record else bearer_of(database, case)
    return bearer in (None, relieved(case, relief))


def fee_rests(database: Database, case: str, counterclaim: str | None = None) -> str | None:
    """``asked`` while relief is asked for (费用22; 解释213), ``put_off`` once the fee was (费用47), else None.

    Not paying then has no consequence.
    """
    relief = relief_of(database, case, counterclaim)
    if relief is None or relief.state not in ("pending", "granted"):
        return None
    if relief.state == "pending":
        return "asked"
    return "put_off" if relief.kind == "deferral" else None


def refuse_while_fee_rests(database: Database, case: str, counterclaim: str | None = None) -> None:
    """Refuses with ``approval_waits`` while relief is asked for, and ``relief_holds`` where the fee was put off."""
    rests = fee_rests(database, case, counterclaim)
    if rests == "asked":
        raise NotPossibleNow("approval_waits", article="解释213")
    if rests == "put_off":
        raise NeedsCorrection("relief_holds", article="费用47")
