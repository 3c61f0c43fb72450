"""拘传: put to the president after two summonses in vain, its warrant handed over, and how it ended (民诉112, 119)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.approvals.service import moment_of, request_approval
from app.approvals.store import load_approval
from app.cases.code_tables import court_calendar
from app.cases.model import Case, split_person
from app.cases.store import load_case
from app.desk import BENCH, Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.hearings.store import sittings_of
from app.rules.calendar import Calendar
from app.rules.periods import deadline
from app.service.running import day_in
from app.service.store import services_of
from app.storage.database import Database

KIND = "forced_appearance"
WARRANT = "forced_appearance_warrant"
EFFECTS = ("came", "brought", "not_found")
"""Came of his own when told what follows; was brought; was not found."""


def summoned_in_vain(database: Database, case: Case, person: str, calendar: Calendar) -> list[str]:
    """The day of receipt of each 传票 to which the party did not come, in order (ISO 8601).

    One summons counts for each noted absence, served since the one before and, in the ordinary procedure, three days
    ahead (民诉139); what was told in a simple way or by public notice is none that 民诉112 means.
    """
    received = [
        str(service.at)
        for service in services_of(database, case.id)
        if service.at
        and service.how not in ("simple", "public")
        and "summons" in service.documents
        and split_person(service.to)[0] == person
    ]
    found, before = list[str](), ""
    for sitting in sittings_of(database, case.id):
        if sitting.kind != "absence" or split_person(str(sitting.fields.get("who")))[0] != person:
            continue
        latest = sitting.opened_at[:10]
        if case.procedure == "ordinary":
            ahead = deadline("T13", day_in(sitting.opened_at), calendar).raw
            latest = ahead.isoformat() if ahead is not None else latest
        came = [at[:10] for at in received if before < at <= sitting.opened_at and at[:10] <= latest]
        found += came[-1:]
        before = sitting.opened_at
    return found


def request_forced_appearance(
    desk: Desk,
    case: str,
    *,
    person: str,
    must_appear: str,
    reason: str,
    article: str,
    requested_at: str,
    decision: Mapping[str, Any] | None = None,
) -> str:
    """拘传 of the party is put to the president, with the summonses that the record holds; gives the approval's record.

    ``must_appear`` is of ``rules.approvals.MUST_APPEAR``. Refuses with ``case_is_closed``, ``unknown_party``,
    ``forced_appearance_not_of_this_party`` and ``summoned_less_than_twice`` (解释174), and what ``request_approval``
    refuses.
    """
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    party = held.party(person)
    about = {
        "person": person,
        "role": party.role,
        "natural": party.kind == "natural_person",
        "must_appear": must_appear,
        "summoned": summoned_in_vain(desk.database, held, person, court_calendar(desk.database)),
    }
    return request_approval(
        desk, case, KIND, reason=reason, article=article, requested_at=requested_at, about=about, decision=decision
    )


def note_effect(desk: Desk, approval: str, *, effect: str, at: str, by: str, explained: bool) -> None:
    """How the 拘传 ended is on the record: ``effect`` is of ``EFFECTS``, ``by`` who carried it out.

    He is told first what staying away brings, and only then brought (解释175). Refuses with ``unknown_choice``,
    ``unknown_approval``, ``nothing_to_carry_out``, ``approval_waits``, ``already_carried_out``, ``field_missing``,
    ``effect_before_decision``, ``warrant_not_served`` and ``explain_first``.
    """
    desk.require_role(*BENCH)
    if effect not in EFFECTS:
        raise NeedsCorrection("unknown_choice", at="effect", choice=effect)
    held = load_approval(desk.database, approval)
    if held is None:
        raise NeedsCorrection("unknown_approval", approval=approval)
    desk.refuse_if_disputed(approval)
    if held.kind != KIND or held.state in ("refused", "disowned"):
        raise NeedsCorrection("nothing_to_carry_out")
    if held.state == "pending":
        raise NotPossibleNow("approval_waits", article="民诉119")
    if held.effect is not None:
        raise NeedsCorrection("already_carried_out")
    if not by.strip():
        raise NeedsCorrection("field_missing", at="by")
    if moment_of(at, "at") < moment_of(str(held.decided_at), "decided_at"):
        raise NeedsCorrection("effect_before_decision")
    if effect != "not_found":
        _refuse_unserved(desk, held.case, str(held.about["person"]), str(held.decided_at), at)
        if not explained:
            raise NeedsCorrection("explain_first", article="解释175")
    told = {"effect": effect, "effect_at": at, "effect_by": by.strip(), "explained": explained}
    desk.record("approval.carried_out", approval, {**told, "effect_noted_by": desk.officer.id}, case=held.case)


def _refuse_unserved(desk: Desk, case: str, person: str, since: str, until: str) -> None:
    """The warrant was handed to him after the approval and before he came or was brought (民诉119; 解释175)."""
    first, last = moment_of(since, "decided_at"), moment_of(until, "at")
    for service in services_of(desk.database, case):
        handed_over = service.at and WARRANT in service.documents and service.to == person
        if handed_over and first <= moment_of(str(service.at), "at") <= last:
            return
    raise NeedsCorrection("warrant_not_served", article="解释175")
