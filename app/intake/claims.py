"""Acts on what is asked for after filing: add a claim, change one, give one up (民诉54, 143; 解释232)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.cases.court import read_court
from app.cases.fee import consequence
from app.cases.model import CLAIMANTS, Case, Claim, Counterclaim
from app.cases.service import decide_procedure, refuse_ended_suit, refuse_small_claims
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection
from app.hearings.stages import reached
from app.rules.fee_changes import FeeChange
from app.rules.fees import CaseFee, parse_claims
from app.rules.representation import may_act
from app.storage.database import Database

AMOUNTS = ("kind", "amount", "property_total")
BRINGING = ("counterclaim", "plead")
"""Acts of 民诉62 by which claims come into the suit that nobody had before: a defendant's, and a third party's."""


def add_claim(
    desk: Desk,
    case: str,
    claim: Mapping[str, Any],
    *,
    by: str,
    at: str,
    inquiry_closed: bool = False,
    counterclaim: str | None = None,
    procedure: str | None = None,
) -> str:
    """``by`` asks for this too (民诉143); gives the claim's record.

    ``by`` is the key of a party or of its agent. ``inquiry_closed`` says whether 法庭调查 was over; the record of the
    hearing outranks it. ``procedure`` is what the judge decides where 小额诉讼 no longer fits (解释278). Refuses
    ``role_not_permitted``, ``case_is_closed``, ``debate_is_closed`` (解释232), ``confirmation_stands_alone``,
    ``not_their_claim``, ``no_longer_small_claims``, ``field_missing``, and what ``parse_claims``, ``may_act`` refuse.
    """
    held = open_to_change(desk, case, counterclaim, by, at, act="change_claims")
    stated = {**stated_claim(claim), **_told(desk, held, by, at, inquiry_closed)}
    record = desk.new_id("claim")
    fields: dict[str, Any] = {"ordinal": next_ordinal(held), **stated}
    if counterclaim is not None:
        fields["counterclaim"] = counterclaim
    with desk.together():
        keep_procedure_lawful(desk, held, [*held.asked, _claim_of(record, stated)], procedure)
        desk.record("claim.added", record, fields, case=case)
    return record


def change_claim(
    desk: Desk,
    case: str,
    record: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    at: str,
    inquiry_closed: bool = False,
    procedure: str | None = None,
) -> None:
    """The claim's words, kind or amounts say what ``changes`` says; what it said before stays in its history (民诉54).

    Refuses what ``add_claim`` refuses, ``unknown_claim``, ``nothing_changed``, and ``values_differ`` while rival
    changes wait for a pick.
    """
    held, claim, counterclaim = _standing(desk, case, record)
    open_to_change(desk, case, counterclaim, by, at, act="change_claims")
    before = {name: getattr(claim, name) for name in (*AMOUNTS, "text")}
    stated = stated_claim({**{name: _text(value) for name, value in before.items()}, **changes})
    if _claim_of(record, stated) == Claim(record, **before):
        raise NeedsCorrection("nothing_changed")
    desk.refuse_if_disputed(record)
    stated |= _told(desk, held, by, at, inquiry_closed)
    after = [_claim_of(record, stated) if one.record == record else one for one in held.asked]
    with desk.together():
        keep_procedure_lawful(desk, held, after, procedure)
        desk.record("claim.changed", record, {"stated": stated}, case=case)


def drop_claim(desk: Desk, case: str, record: str, *, by: str, at: str, inquiry_closed: bool = False) -> None:
    """The claim was given up (民诉54), which no stage of the hearing forbids; its words stay in its history.

    Refuses ``last_claim_stays`` (giving up all of it is a withdrawal, 民诉148), ``unknown_claim``, ``values_differ``,
    ``case_is_closed``, ``not_their_claim``, ``role_not_permitted`` and what ``may_act`` refuses.
    """
    held, claim, counterclaim = _standing(desk, case, record)
    open_to_change(desk, case, counterclaim, by, at, act="waive_claims")
    whole: Case | Counterclaim = held if counterclaim is None else held.counterclaim(counterclaim)
    if all(one.record == record or one.kind == "costs" for one in whole.claims):
        raise NeedsCorrection("last_claim_stays", article="民诉148")
    desk.refuse_if_disputed(record)
    said = {name: _text(getattr(claim, name)) for name in (*AMOUNTS, "text")}
    stated = {**stated_claim(said), **_told(desk, held, by, at, inquiry_closed), "dropped": True}
    desk.record("claim.dropped", record, {"stated": stated}, case=case)


def open_to_change(desk: Desk, case: str, counterclaim: str | None, by: str, at: str, *, act: str) -> Case:
    """The case, where ``by`` may do the act of 民诉62 on what it asks for at that moment; else it is refused."""
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    if any(claim.kind == "judicial_confirmation" for claim in held.claims):
        raise NeedsCorrection("confirmation_stands_alone", at="claims")
    if counterclaim is None:
        refuse_ended_suit(held)
    party, agent = held.person(by)
    whole = None if counterclaim is None else held.counterclaim(counterclaim)
    theirs = party.role in CLAIMANTS if whole is None else whole.open and whole.by == party.key
    if act not in BRINGING and not theirs:
        raise NeedsCorrection("not_their_claim", party=party.name, article="民诉54")
    if agent is not None:
        may_act(agent.authority, agent.powers, act)
    closed = reached(desk.database, case).debate_closed
    if act != "waive_claims" and closed is not None and at >= closed:
        raise NeedsCorrection("debate_is_closed", article="解释232")
    return held


def keep_procedure_lawful(
    desk: Desk, case: Case, after: Sequence[Claim], procedure: str | None, flags: Collection[str] = ()
) -> None:
    """Claims that no longer fit 小额诉讼 go on in the procedure that the judge decides (民诉166; 解释278).

    Refuses ``no_longer_small_claims`` where no judge has decided so.
    """
    if case.procedure != "small_claims":
        return
    try:
        refuse_small_claims(read_court(desk.database).small_claims_wage, case.cause, after, flags)
    except NeedsCorrection as refusal:
        if refusal.code != "small_claims_excluded":
            raise
        if procedure not in ("simplified", "ordinary") or desk.officer.role != "judge":
            raise NeedsCorrection("no_longer_small_claims", **(refusal.details | {"at": "procedure"})) from None
        decide_procedure(desk, case.id, procedure, "变更诉讼请求或者反诉使案件不再符合小额诉讼的条件（解释278）")


def next_ordinal(case: Case) -> int:
    """Where a further claim stands in the case's list."""
    counterclaims = [claim for one in case.counterclaims for claim in (*one.claims, *one.dropped)]
    return len((*case.claims, *case.dropped, *counterclaims))


def _standing(desk: Desk, case: str, record: str) -> tuple[Case, Claim, str | None]:
    held = load_case(desk.database, case)
    for counterclaim in (None, *held.counterclaims):
        for claim in held.claims if counterclaim is None else counterclaim.claims:
            if claim.record == record:
                return held, claim, counterclaim.record if counterclaim is not None else None
    raise NeedsCorrection("unknown_claim", claim=record)


def stated_claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The claim as it is recorded: amounts with two decimals, nothing that is empty."""
    # A claim for costs alone makes no suit, but it may stand beside another.
    parsed = parse_claims([{name: claim.get(name) for name in AMOUNTS}, {"kind": "property", "amount": "1"}])[0]
    if parsed.kind == "judicial_confirmation":
        raise NeedsCorrection("confirmation_stands_alone", at="claims")
    text = str(claim.get("text") or "").strip()
    if not text:
        raise NeedsCorrection("field_missing", at="claims[0].text")
    told: dict[str, Any] = {"kind": parsed.kind, "text": text}
    for name, value in (("amount", parsed.amount), ("property_total", parsed.property_total)):
        if value is not None:
            told[name] = f"{value:.2f}"
    return told


def _told(desk: Desk, case: Case, by: str, at: str, inquiry_closed: bool) -> dict[str, Any]:
    return {"by": by, "at": at, "inquiry_closed": inquiry_closed or _recorded_as_closed(desk.database, case.id, at)}


def _recorded_as_closed(database: Database, case: str, at: str) -> bool:
    ended = reached(database, case).inquiry_closed
    return ended is not None and at >= ended


def _claim_of(record: str, stated: Mapping[str, Any]) -> Claim:
    amount, total = (stated.get(name) for name in ("amount", "property_total"))
    return Claim(
        record,
        stated["kind"],
        stated["text"],
        None if amount is None else Decimal(amount),
        None if total is None else Decimal(total),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


@dataclass(frozen=True)
class Foreseen:
    """What a change would bring: the fee then, what is paid, sent back or borne, and why 小额诉讼 is out, if it is."""

    fee: CaseFee
    change: FeeChange
    too_big: NeedsCorrection | None


def foresee(
    database: Database,
    case: str,
    *,
    record: str | None,
    claim: Mapping[str, Any] | None,
    counterclaim: str | None,
    at: str,
    inquiry_closed: bool,
    procedure: str | None,
) -> Foreseen:
    """What it would bring to add ``claim``, to put it in the place of ``record``, or to give ``record`` up (None).

    Nothing is written; refuses what ``parse_claims`` refuses, ``field_missing`` and ``unknown_counterclaim``.
    """
    held = load_case(database, case)
    whole = held.counterclaim(counterclaim) if counterclaim else None
    standing = list(held.claims if whole is None else whole.claims)
    new = [] if claim is None else [_claim_of(record or "", stated_claim(claim))]
    place = next((n for n, one in enumerate(standing) if one.record == record), len(standing))
    after = [*standing[:place], *new, *standing[place + 1 :]]
    asked = [*after, *(one for one in held.asked if one not in standing)] if whole is None else [*held.claims, *after]
    too_big = None
    if held.procedure == "small_claims":
        try:
            refuse_small_claims(read_court(database).small_claims_wage, held.cause, asked)
        except NeedsCorrection as refusal:
            too_big = refusal
    closed = inquiry_closed or _recorded_as_closed(database, case, at)
    moved = procedure if too_big is not None else None
    fee, change = consequence(read_court(database), held, after, whole, inquiry_closed=closed, procedure=moved)
    return Foreseen(fee, change, too_big)
