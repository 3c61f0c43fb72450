"""Acts about decisions above the judge: ask, note what was decided and how, sign for it afterwards."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from typing import Any

from app.approvals import store
from app.approvals.store import Approval
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.store import load_case
from app.clock import BEIJING
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.rules.approvals import (
    PENALTIES,
    RELIEF,
    check_request,
    deciders,
    extended_limit,
    matter,
    may_begin_before_approval,
)
from app.rules.days import parse_date

HOWS = ("telephone", "in_person", "own_device")
"""By telephone; in the presence of who notes it; by the decider's own entry, on his own device."""


def request_approval(
    desk: Desk,
    case: str,
    kind: str,
    *,
    reason: str,
    article: str,
    requested_at: str,
    about: Mapping[str, Any],
    decision: Mapping[str, Any] | None = None,
) -> str:
    """A matter is put to who may decide it; gives its record. What holds meanwhile is ``rules.approvals.matter``.

    ``decision`` are the arguments of ``note_decision`` where the answer came at once; both are one group.
    Refuses with what ``check_request``, ``extended_limit`` and ``note_decision`` refuse, ``extension_too_long`` (beyond
    what the president may grant), ``reason_missing`` and ``unknown_case``.
    """
    desk.require_role(*OFFICERS)
    procedure = load_case(desk.database, case).procedure
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    if kind not in RELIEF:
        check_request(kind, article, about)
    if kind == "extension":
        granted = [one for one in store.approvals_of(desk.database, case, kind) if one.state == "granted"]
        until, asked = (parse_date(about[name], at=name) for name in ("until", "new_until"))
        if not until < asked <= extended_limit(procedure, until, len(granted), court_calendar(desk.database)):
            raise NeedsCorrection("extension_too_long", at="new_until", article=matter(kind).article)
    approval = desk.new_id("approval")
    fields = {
        "kind": kind,
        "reason": reason,
        "article": article,
        "requested_at": requested_at,
        "about": dict(about),
        "requested_by": desk.officer.id,
    }
    held = Approval(approval, case, kind, reason, article, requested_at, dict(about), fields)
    decided = _decision(desk, held, **decision) if decision is not None else None
    with desk.together():
        desk.record("approval.requested", approval, fields, case=case)
        if decided is not None:
            desk.record("approval.decided", approval, decided, case=case)
    return approval


def note_decision(
    desk: Desk,
    approval: str,
    *,
    granted: bool,
    decided_by: str,
    decided_at: str,
    how: str,
    number: str | None = None,
    opinion: str = "",
) -> None:
    """What was decided, by whom, when and how is on the record, and who noted it; ``number`` is the telephone's.

    A word by telephone waits for the decider's signature; where the chief passes what the president signs in the end,
    the president's. Refuses with ``unknown_approval``, ``already_decided``, ``decider_not_competent`` (needs: roles),
    ``decided_before_asked``, ``reason_missing`` (费用48), ``only_the_decider_signs`` for ``own_device`` at
    another's desk, ``unknown_officer`` and ``unknown_choice``.
    """
    held = _held(desk, approval)
    if held.state != "pending":
        raise NeedsCorrection("already_decided")
    fields = _decision(
        desk,
        held,
        granted=granted,
        decided_by=decided_by,
        decided_at=decided_at,
        how=how,
        number=number,
        opinion=opinion,
    )
    desk.record("approval.decided", approval, fields, case=held.case)


def _decision(
    desk: Desk,
    held: Approval,
    *,
    granted: bool,
    decided_by: str,
    decided_at: str,
    how: str,
    number: str | None = None,
    opinion: str = "",
) -> dict[str, Any]:
    if how not in HOWS:
        raise NeedsCorrection("unknown_choice", choice=how)
    role = read_court(desk.database).officer(decided_by)["role"]
    needs = deciders(held.kind, held.about)
    if role not in needs:
        raise NeedsCorrection("decider_not_competent", needs=list(needs), article=matter(held.kind).article)
    if how == "own_device":
        if desk.officer.id != decided_by:
            raise NeedsCorrection("only_the_decider_signs")
    else:
        desk.require_role(*OFFICERS, *needs)
    if moment_of(decided_at, "decided_at") < moment_of(held.requested_at, "requested_at"):
        raise NeedsCorrection("decided_before_asked")
    if not granted and not opinion.strip():
        raise NeedsCorrection("reason_missing", article="费用48" if held.kind in RELIEF else "民诉50")
    last = matter(held.kind).signed_by
    return {
        "granted": granted,
        "decided_by": decided_by,
        "decided_at": decided_at,
        "how": how,
        "number": number,
        "opinion": opinion,
        "noted_by": desk.officer.id,
        "signs": last if last not in (None, role) else "decider" if how == "telephone" else None,
    }


def sign_for(desk: Desk, approval: str, *, at: str, confirmed: bool = True, scan: str | None = None) -> None:
    """Whose signature was awaited signed for the decision, here or on paper (``scan``), or says it was not his.

    A decision that is not confirmed no longer stands: what it opened is shut again, and the matter is asked anew.
    Refuses with ``unknown_approval``, ``nothing_to_sign_for``, ``only_the_decider_signs``.
    """
    held = _held(desk, approval)
    if held.signs is None:
        raise NeedsCorrection("nothing_to_sign_for")
    himself = desk.officer.id == held.decided_by if held.signs == "decider" else desk.officer.role == held.signs
    if not himself and (scan is None or desk.officer.role not in OFFICERS):
        raise NeedsCorrection("only_the_decider_signs")
    fields = {"confirmed": confirmed, "confirmed_at": at, "confirmed_by": desk.officer.id, "scan": scan}
    desk.record("approval.signed_for", approval, fields, case=held.case)


def refuse_while_recused(desk: Desk, case: str, *, urgent: bool = False) -> None:
    """The officer at the desk and the case's judge may work in it: no recusal of theirs is open or granted (民诉48).

    Urgent measures go on while it is open. Refuses with ``recusal_open`` and ``recused``, and ``Disputed`` where two
    laptops noted different answers.
    """
    working = {desk.officer.id, load_case(desk.database, case).fields.get("judge")}
    for held in store.approvals_of(desk.database, case, "recusal"):
        if held.about.get("person") not in working:
            continue
        desk.refuse_if_disputed(held.record)
        if held.state == "granted":
            raise NeedsCorrection("recused", article="民诉47")
        if held.state in ("pending", "disowned") and not urgent:
            raise NotPossibleNow("recusal_open", article="民诉48")


def refuse_before_approval(desk: Desk, case: str, kind: str) -> Approval:
    """The last approval of that kind that stands; without one the act waits (民诉119, 延审6, 在线24).

    Detention in an emergency goes ahead and is approved afterwards (解释181). Refuses with ``approval_waits``, and
    ``Disputed`` where two laptops noted different answers.
    """
    asked = store.approvals_of(desk.database, case, kind)
    for held in reversed(asked):
        desk.refuse_if_disputed(held.record)
        if held.state == "granted" or (held.state == "pending" and may_begin_before_approval(kind, held.about)):
            return held
    raise NotPossibleNow("approval_waits", article=matter(kind).pending_article)


def approved_place(desk: Desk, case: str, place: str) -> Approval:
    """The president's consent to a hearing held online from that place, however it is spaced (在线24).

    Refuses with ``approval_waits`` while none stands, and ``online_place_differs`` (``approved``: the places) where
    consent was given to others.
    """
    refuse_before_approval(desk, case, "online_place")
    standing = [one for one in store.approvals_of(desk.database, case, "online_place") if one.state == "granted"]
    for held in reversed(standing):
        if _plain(held.about["place"]) == _plain(place):
            return held
    approved = [str(held.about["place"]) for held in standing]
    raise NeedsCorrection("online_place_differs", at="place", place=place, approved=approved, article="在线24")


def refuse_while_waiting(desk: Desk, case: str, kind: str) -> None:
    """A matter of that kind was put to who decides it and is not answered: refuses with ``approval_waits``."""
    for held in store.approvals_of(desk.database, case, kind):
        desk.refuse_if_disputed(held.record)
        if held.state == "pending":
            raise NotPossibleNow("approval_waits", article=matter(kind).pending_article)


def refuse_paper_before_approval(desk: Desk, case: str) -> None:
    """No 决定书 goes out while a recusal or a penalty waits for its decision: refuses with ``approval_waits``.

    Detention in an emergency has its paper first (解释181).
    """
    for held in store.approvals_of(desk.database, case, "recusal", *PENALTIES):
        desk.refuse_if_disputed(held.record)
        if held.state == "pending" and not may_begin_before_approval(held.kind, held.about):
            raise NotPossibleNow("approval_waits", article=matter(held.kind).pending_article)


def _held(desk: Desk, approval: str) -> Approval:
    held = store.load_approval(desk.database, approval)
    if held is None:
        raise NeedsCorrection("unknown_approval", approval=approval)
    return held


def _plain(place: str) -> str:
    return "".join(unicodedata.normalize("NFKC", place).split())


def moment_of(text: str, at: str) -> datetime.datetime:
    """The moment that the text says, in Beijing where it names no zone; refuses ``date_malformed``."""
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise NeedsCorrection("date_malformed", at=at) from None
    return read if read.tzinfo is not None else read.replace(tzinfo=BEIJING)
