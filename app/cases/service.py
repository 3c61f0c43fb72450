"""Acts on a case as such: decide its procedure, note waivers and addresses, correct a party, close it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.cases.court import read_court
from app.cases.model import CLOSED_NAMES, PROCEDURE_NAMES, Case, Claim
from app.cases.parties import check_party
from app.cases.store import load_case
from app.desk import JUDGES, OFFICERS, Desk
from app.errors import NeedsCorrection
from app.rules.procedure import eligibility

DECIDE_PROCEDURE = ("judge", "filing_officer")
"""Who decides under which procedure a case is heard."""


def decide_procedure(desk: Desk, case: str, procedure: str, why: str | None = None) -> None:
    """The case is heard under ``procedure`` (民诉160, 165); refuses as ``refuse_procedure`` does."""
    desk.require_role(*DECIDE_PROCEDURE)
    held = load_case(desk.database, case)
    flags = {one.excludes_small_claims for one in held.counterclaims if one.open}
    refuse_procedure(procedure, read_court(desk.database).small_claims_wage, held.cause, held.asked, flags)
    desk.record("case.procedure_decided", case, {"procedure": procedure, "procedure_why": why}, case=case)


def refuse_procedure(
    procedure: str,
    wage: Decimal | None,
    cause: str,
    claims: Sequence[Claim | Mapping[str, Any]],
    flags: Collection[str] = (),
) -> None:
    """The program advises; it refuses only what the law forbids, of a case or of one still to be filed.

    ``small_claims_excluded`` (民诉166: personal status, a counterclaim), ``special_procedure_only_for_confirmation``,
    ``confirmation_needs_special_procedure``; a name that is no procedure with ``unknown_choice``.
    """
    if procedure not in PROCEDURE_NAMES:
        raise NeedsCorrection("unknown_choice", choice=procedure)
    confirmation = any(claim["kind"] == "judicial_confirmation" for claim in _told(claims))
    if confirmation != (procedure == "special"):
        raise NeedsCorrection(
            "confirmation_needs_special_procedure" if confirmation else "special_procedure_only_for_confirmation"
        )
    if procedure == "small_claims":
        refuse_small_claims(wage, cause, claims, flags)


def refuse_small_claims(
    wage: Decimal | None, cause: str, claims: Sequence[Claim | Mapping[str, Any]], flags: Collection[str] = ()
) -> None:
    """Refuses with ``small_claims_excluded`` and the article where the law keeps the case from 小额诉讼 (民诉165–166).

    Between half and twice the yearly wage the parties must have agreed; the program can't know it and lets it be.
    """
    try:
        found = eligibility(_told(claims), cause, wage, flags)
    except NeedsCorrection as refusal:
        if refusal.code == "wage_missing":
            return
        raise
    if found.small_claims == "excluded":
        raise NeedsCorrection("small_claims_excluded", article=found.articles[0], reasons=list(found.reasons))


def _told(claims: Sequence[Claim | Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The claims as the rules ask for them."""
    asked = [
        {"kind": c.kind, "amount": str(c.amount) if c.amount is not None else None} if isinstance(c, Claim) else c
        for c in claims
    ]
    return [{name: claim.get(name) for name in ("kind", "amount", "property_total")} for claim in asked]


def note_waivers(desk: Desk, case: str, *, evidence_period: list[str], defence_period: list[str]) -> None:
    """These parties said they need no evidence period and no defence period (解释266 ¶3, 275 ¶3)."""
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    for key in (*evidence_period, *defence_period):
        held.person(key)
    desk.record(
        "case.periods_waived",
        case,
        {"waive_evidence_period": evidence_period, "waive_defence_period": defence_period},
        case=case,
    )


def give_small_claims_notice(desk: Desk, case: str, *, at: str, to: list[str]) -> None:
    """These parties were told in writing what 小额诉讼 means: one instance, periods, fees (解释274)."""
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    if held.procedure != "small_claims":
        raise NeedsCorrection("not_a_small_claims_case", number=held.number)
    for key in to:
        held.person(key)
    desk.record("case.small_claims_noticed", case, {"small_claims_notice": {"at": at, "to": to}}, case=case)


def confirm_service_address(desk: Desk, case: str, key: str, address: Mapping[str, Any]) -> None:
    """The party confirmed where papers reach it, and whether it accepts electronic service (解释136–137)."""
    desk.require_role(*OFFICERS)
    party = load_case(desk.database, case).party(key)
    if not str(address.get("address", "")).strip():
        raise NeedsCorrection("service_address_missing", party=party.name)
    if address.get("electronic") and not (address.get("by") and address.get("to")):
        raise NeedsCorrection("electronic_address_missing", party=party.name)
    desk.record("party.address_confirmed", party.record, {"service_address": dict(address)}, case=case)


def correct_party(desk: Desk, case: str, key: str, changes: Mapping[str, Any]) -> None:
    """The named fields of the party say what ``changes`` says; the earlier values stay in its history.

    Refuses with ``field_cannot_be_changed``, where rival values of a field wait for a pick ``values_differ``, and what
    ``check_party`` refuses of the party as it would then be.
    """
    desk.require_role(*OFFICERS)
    party = load_case(desk.database, case).party(key)
    for name in ("key", "role", "ordinal", "agents"):
        if name in changes:
            raise NeedsCorrection("field_cannot_be_changed", field=name)
    changed = {name: value for name, value in changes.items() if party.data.get(name) != value}
    if changed:
        check_party({**party.data, **changed}, "party", desk.clock.now().date())
        # A correction would name every rival as its base and so end a dispute that nobody has looked at.
        desk.refuse_if_disputed(party.record, *changed)
        desk.record("party.corrected", party.record, changed, case=case)


def check_fee_bearers(case: Case, suit: str, counterclaim: str | None, independent: str | None) -> None:
    """Who bears the suit's fee, and those of the counterclaims heard with it, are parties or ``shared`` (费用29, 31).

    ``independent`` is for a third party's own claim, where it is not who bears the ``counterclaim``'s.

    Refuses ``unknown_party`` and ``counterclaim_fee_bearer_missing``.
    """
    if case.heard_together and not counterclaim:
        raise NeedsCorrection("counterclaim_fee_bearer_missing", at="counterclaim_fee_borne_by", article="费用29")
    for bearer in (suit, counterclaim or suit, independent or suit):
        if bearer != "shared":
            case.party(bearer)


def refuse_ended_suit(case: Case) -> None:
    """The suit goes on; refuses with ``suit_has_ended`` where only what was heard with it does (解释237, 239)."""
    if case.suit_ended:
        raise NeedsCorrection("suit_has_ended", number=case.number, article="解释239")


def close_with_last_counterclaim(desk: Desk, case: Case, counterclaim: str, on: str) -> None:
    """Where that counterclaim was all that went on after its suit, the case is closed as the suit ended.

    Refuses with ``role_not_permitted``.
    """
    if case.suit_ended and all(one.record == counterclaim for one in case.heard_together):
        desk.require_role(*JUDGES)
        fields = {"stage": "closed", "closed": case.suit_ended, "closed_on": on}
        desk.record("case.closed", case.id, fields, case=case.id)


def close_case(desk: Desk, case: str, closed: str, on: str) -> None:
    """The case is closed as ``closed`` (a key of ``CLOSED_NAMES``) on the day ``on``.

    Where the suit is withdrawn and a counterclaim is heard with it, the suit alone has ended so, and the case stays
    open (解释237, 239). Refuses with ``case_is_closed`` (a case closes once), ``suit_has_ended`` for a second
    withdrawal, and ``counterclaim_undecided`` before it was decided whether one is heard (解释233).
    """
    desk.require_role(*JUDGES)
    if closed not in CLOSED_NAMES:
        raise NeedsCorrection("unknown_choice", choice=closed)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    withdrawn = closed in ("withdrawn", "deemed_withdrawn")
    if (withdrawn or closed == "judged") and any(one.open and not one.heard for one in held.counterclaims):
        raise NeedsCorrection("counterclaim_undecided", number=held.number, article="解释233")
    if withdrawn and held.heard_together:
        refuse_ended_suit(held)
        desk.record("case.suit_ended", case, {"suit_ended": {"how": closed, "on": on}}, case=case)
        return
    desk.record("case.closed", case, {"stage": "closed", "closed": closed, "closed_on": on}, case=case)
