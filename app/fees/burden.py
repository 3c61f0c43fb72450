"""Who bears a case's fee as it now stands, and so whether relief granted to one party still counts (费用29–34, 50)."""

from __future__ import annotations

from app.approvals.store import Approval
from app.cases.model import Case
from app.judgments.store import decisions_of
from app.mediation.store import mediations_of
from app.storage.database import Database

CLAIMANTS = ("plaintiff", "applicant")


def bearer_of(database: Database, case: Case) -> str | None:
    """The party's key, or ``shared``, by the decision or agreement that closed the case; None while it is open.

    A withdrawal leaves the fee on who withdrew (费用34).
    """
    if not case.closed:
        return None
    endings = [decision.fields for decision in decisions_of(database, case.id) if decision.fields.get("granted", True)]
    endings += [mediation.fields for mediation in mediations_of(database, case.id)]
    bearers = (fields.get("fee_borne_by") or fields.get("by") for fields in endings)
    return next((str(bearer) for bearer in bearers if bearer), None)


def bearers_of(database: Database, case: Case) -> list[str]:
    """Keys of everyone who bears the fee; several parties share it, but not one who stands between them (费用29)."""
    bearer = bearer_of(database, case)
    if bearer != "shared":
        return [bearer] if bearer else []
    stayed_away = [one.fields["by"] for one in decisions_of(database, case.id) if one.kind == "deemed_withdrawal"]
    return list(stayed_away[0]) if stayed_away else [one.key for one in case.parties if one.role != "third_party"]


def relieved(case: Case, relief: Approval) -> str:
    """The key of the party that relief was granted to: who applied, else the first who claims."""
    claimant = next(party.key for party in case.parties if party.role in CLAIMANTS)
    return str(relief.about.get("applicant") or claimant)


def relief_counts(database: Database, case: Case, relief: Approval | None) -> bool:
    """Whether the relief was granted and the fee is not another's: an opponent who loses pays all of it (费用50)."""
    if relief is None or relief.state != "granted":
        return False
    return bearer_of(database, case) in (None, relieved(case, relief))
