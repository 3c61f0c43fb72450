"""Weighing a case that comes in: whether this court has it, and which way it goes; a person decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.errors import NeedsCorrection
from app.rules.jurisdiction import Jurisdiction, jurisdiction
from app.rules.procedure import Eligibility, Sieve, eligibility, sieve, simplified_open
from app.storage.database import Database

OFFICERS = ("judge", "assistant_judge", "filing_officer")
TRACKS = ("fast", "careful")


@dataclass(frozen=True)
class Weighed:
    """The rules' view of a case: ``open_to`` is None while the court has entered no yearly wage (解释272)."""

    court: Jurisdiction
    open_to: Eligibility | None
    track: Sieve


def weigh(
    database: Database,
    case: Case,
    *,
    here: Collection[str] = (),
    facts: Collection[str] = (),
    flags: Collection[str] = (),
    mediation_wanted: bool = False,
) -> Weighed:
    """What the rules say of the case with these facts; nothing is written.

    ``here`` and ``facts`` are of ``rules.jurisdiction``, ``flags`` of ``rules.procedure``. Refuses what these refuse.
    """
    claims = [
        {name: None if value is None else str(value) for name, value in told.items()}
        for claim in case.claims
        for told in ({"kind": claim.kind, "amount": claim.amount, "property_total": claim.property_total},)
    ]
    try:
        open_to = eligibility(claims, case.cause, read_court(database).small_claims_wage, flags)
    except NeedsCorrection as refusal:
        if refusal.code != "wage_missing":
            raise
        open_to = None
    simplified = simplified_open(claims, case.cause, flags)
    track = sieve(simplified, parties=len(case.parties), mediation_wanted=mediation_wanted, flags=flags)
    return Weighed(jurisdiction(case.cause, here, facts), open_to, track)


def note_jurisdiction(desk: Desk, case: str, *, here: Collection[str], facts: Collection[str]) -> None:
    """Which places lie here, and what follows for this court's jurisdiction (民诉22–37), is on the record.

    A court without it is not stopped: the judge transfers the case (民诉37). Refuses ``place_unknown``,
    ``fact_unknown``, ``case_is_closed``.
    """
    desk.require_role(*OFFICERS, "clerk")
    held = _open(desk, case)
    found = jurisdiction(held.cause, here, facts)
    told = {"here": sorted(here), "facts": sorted(facts), "has": found.has, "article": found.article}
    desk.record("case.jurisdiction_noted", case, {"jurisdiction": told}, case=case)


def decide_track(
    desk: Desk, case: str, *, track: str, flags: Collection[str], mediation_wanted: bool, why: str = ""
) -> None:
    """The case goes the quick way (``fast``) or the careful one, as a person decided; the suggestion is kept beside it.

    Refuses ``unknown_choice``, ``flag_unknown``, ``case_is_closed``, and ``reason_missing`` for a decision against the
    suggestion without its reason.
    """
    desk.require_role(*OFFICERS)
    held = _open(desk, case)
    if track not in TRACKS:
        raise NeedsCorrection("unknown_choice", at="track", choice=track)
    suggested = weigh(desk.database, held, flags=flags, mediation_wanted=mediation_wanted).track
    if track != suggested.track and not why.strip():
        raise NeedsCorrection("reason_missing", at="why")
    told: dict[str, Any] = {
        "track": track,
        "suggested": suggested.track,
        "reasons": list(suggested.reasons),
        "flags": sorted(flags),
        "mediation_wanted": mediation_wanted,
        "why": why.strip(),
    }
    desk.record("case.track_decided", case, {"track": told}, case=case)


def _open(desk: Desk, case: str) -> Case:
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    return held
