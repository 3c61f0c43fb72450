"""Weighing a case that comes in: whether this court has it, and which way it goes; a person decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import JUDGES, OFFICERS, Desk
from app.errors import NeedsCorrection
from app.rules.court_level import CourtLevel, court_level
from app.rules.jurisdiction import Jurisdiction, jurisdiction
from app.rules.procedure import Eligibility, Sieve, eligibility, sieve, simplified_open
from app.storage.database import Database

TRACKS = ("fast", "careful")
ONE_OUTSIDE = "one_outside"
"""One side lives outside the court's province: another ceiling (``court_level.SEATS``)."""


@dataclass(frozen=True)
class Weighed:
    """The rules' view of a case: ``open_to`` is None while the court has entered no yearly wage (解释272).

    ``level`` is None while it has entered no sum from which the intermediate court has a suit (民诉18, 19).
    """

    court: Jurisdiction
    level: CourtLevel | None
    open_to: Eligibility | None
    track: Sieve


def weigh(
    database: Database,
    case: Case,
    *,
    here: Collection[str] = (),
    facts: Collection[str] = (),
    level: Collection[str] = (),
    flags: Collection[str] = (),
    mediation_wanted: bool = False,
) -> Weighed:
    """What the rules say of the case with these facts; nothing is written.

    ``here`` and ``facts`` are of ``rules.jurisdiction``, ``level`` of ``rules.court_level`` (its flags, and
    ``one_outside``), ``flags`` of ``rules.procedure``. Refuses what these refuse.
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
    return Weighed(jurisdiction(case.cause, here, facts), _level(database, case, level), open_to, track)


def _level(database: Database, case: Case, told: Collection[str]) -> CourtLevel | None:
    sums = [claim.amount or claim.property_total for claim in case.claims]
    amount = sum((one for one in sums if one is not None), Decimal(0))
    seats = ONE_OUTSIDE if ONE_OUTSIDE in told else "same"
    flags = [flag for flag in told if flag != ONE_OUTSIDE]
    try:
        return court_level(
            str(amount) if amount else None, read_court(database).level_ceilings, seats=seats, flags=flags
        )
    except NeedsCorrection as refusal:
        if refusal.code != "ceiling_missing":
            raise
        return None


def note_jurisdiction(
    desk: Desk, case: str, *, here: Collection[str], facts: Collection[str], level: Collection[str] = ()
) -> None:
    """Which places lie here, and what follows for this court's jurisdiction (民诉18–37), is on the record.

    A court without it is not stopped: the judge transfers the case (民诉37). Refuses ``place_unknown``,
    ``fact_unknown``, ``flag_unknown``, ``case_is_closed``.
    """
    desk.require_role(*OFFICERS)
    held = _open(desk, case)
    found = jurisdiction(held.cause, here, facts)
    told: dict[str, Any] = {"here": sorted(here), "facts": sorted(facts), "has": found.has, "article": found.article}
    if (weighed := _level(desk.database, held, level)) is not None:
        told |= {"level": sorted(level), "basic": weighed.basic, "level_article": weighed.article}
    desk.record("case.jurisdiction_noted", case, {"jurisdiction": told}, case=case)


def decide_track(
    desk: Desk, case: str, *, track: str, flags: Collection[str], mediation_wanted: bool, why: str = ""
) -> None:
    """The case goes the quick way (``fast``) or the careful one, as a person decided; the suggestion is kept beside it.

    Refuses ``unknown_choice``, ``flag_unknown``, ``case_is_closed``, and ``reason_missing`` for a decision against the
    suggestion without its reason.
    """
    desk.require_role(*JUDGES, "filing_officer")
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
