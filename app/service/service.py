"""Acts of service: hand papers over, leave them, queue them, note when they were sent; a paper of no case, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.approvals.service import moment_of
from app.cases.model import split_person
from app.cases.store import load_case
from app.desk import BENCH, OFFICERS, Desk
from app.documents.store import load_paper
from app.documents.template import load as load_template
from app.errors import NeedsCorrection
from app.journal.entry import COURT
from app.rules.days import parse_date
from app.rules.service_methods import check_left, service_allowed
from app.service import store
from app.service.copies import served_as

HANDED = ("direct", "post")
"""How a paper of no case reaches its unit or person; the other ways are of parties to a case (民诉87–95)."""
KIN = (
    "家属", "配偶", "妻", "丈夫", "父", "母", "儿子", "女儿", "儿媳", "女婿", "兄", "弟", "姐", "妹", "孙子", "孙女",
)  # fmt: skip
"""Words that make a relation one of the household (民诉88: 同住的成年家属)."""


def check_service(
    desk: Desk,
    case: str,
    document: str,
    to: str,
    how: str,
    *,
    received_by: str | Mapping[str, str] | None = None,
) -> str:
    """The article that allows this paper to reach this person so; refuses with the article where the law forbids it."""
    held = load_case(desk.database, case)
    party, _ = held.person(to)
    permission = service_allowed(
        served_as(document),
        how,
        held.procedure or "simplified",
        electronic_consent=party.accepts_electronic,
        recipient=recipient_of(to, received_by),
    )
    return permission.article


def serve(
    desk: Desk,
    case: str,
    papers: Sequence[str],
    to: str,
    how: str,
    *,
    at: str | None,
    queued_at: str | None = None,
    received_by: str | Mapping[str, str] | None = None,
    place: str | None = None,
    reason: str | None = None,
    refused_by: str | None = None,
    witnesses: Sequence[str] = (),
    photos: Sequence[str] = (),
) -> str:
    """The papers (records of issued papers) were served on ``to``, or are queued where ``how`` is ``electronic``.

    Of a paper that a party wrote or spoke its copy is served, and told of as ``complaint_copy`` or ``defence_copy``.

    ``at`` is the moment of receipt, None while an electronic service waits. Refuses what the law forbids, with the
    article, and ``nothing_to_serve``, ``service_moment_missing``, ``date_malformed``, ``left_without_proof``
    (民诉89).
    """
    desk.require_role(*BENCH)
    if not papers:
        raise NeedsCorrection("nothing_to_serve")
    loaded = [load_paper(desk.database, paper) for paper in papers]
    for paper in loaded:
        if paper.case != case:
            raise NeedsCorrection("unknown_paper", paper=paper.record)
    articles = [check_service(desk, case, paper.document, to, how, received_by=received_by) for paper in loaded]
    if how == "electronic" and at is None:
        if queued_at is None:
            raise NeedsCorrection("service_moment_missing")
    elif at is None:
        raise NeedsCorrection("service_moment_missing")
    else:
        moment_of(at, "at")
    if how == "left":
        if not (reason or "").strip():
            raise NeedsCorrection("left_without_reason", article="民诉89")
        check_left(refused_by=refused_by or "self", witnesses=witnesses, recorded=bool(photos))
    service = desk.new_id("service")
    fields: dict[str, Any] = {
        "papers": list(papers),
        "documents": [served_as(paper.document) for paper in loaded],
        "to": to,
        "how": how,
        "at": at,
        "queued_at": queued_at,
        "received_by": dict(received_by) if isinstance(received_by, Mapping) else received_by,
        "place": place,
        "reason": reason,
        "witnesses": list(witnesses),
        "photos": list(photos),
        "articles": sorted(set(articles)),
    }
    desk.record("service.made" if at else "service.queued", service, fields, case=case)
    return service


def note_sent(desk: Desk, service: str, *, at: str) -> None:
    """The court's system sent the queued electronic service at ``at``: that is its date (在线31).

    Refuses with ``service_not_waiting``.
    """
    waiting = {held.record: held for held in store.waiting_services(desk.database)}
    if service not in waiting:
        raise NeedsCorrection("service_not_waiting")
    desk.record("service.sent", service, {"at": at}, case=waiting[service].case)


def hand_over(desk: Desk, paper: str, *, to: str, how: str, at: str, received_by: str, place: str | None = None) -> str:
    """The paper of no case was handed, or posted, to ``to``, a unit or a person by name, where ``received_by`` took it.

    It is a service of case ``court``; what the paper asks for runs from ``at``. Refuses ``unknown_paper`` (a case's is
    served), ``not_served_so`` for a way that is not of ``HANDED`` or of the paper's template, ``field_missing`` and
    ``date_malformed``.
    """
    desk.require_role(*OFFICERS)
    held = load_paper(desk.database, paper)
    if held.case != COURT:
        raise NeedsCorrection("unknown_paper", paper=paper)
    template = load_template(held.document, held.version, database=desk.database)
    if how not in HANDED or how not in template.served:
        raise NeedsCorrection("not_served_so", how=how, title=held.title)
    for name, text in (("to", to), ("received_by", received_by)):
        if not text.strip():
            raise NeedsCorrection("field_missing", at=name)
    moment_of(at, "at")
    service = desk.new_id("service")
    told = {
        "papers": [paper],
        "documents": [held.document],
        "to": to.strip(),
        "how": how,
        "at": at,
        "received_by": received_by.strip(),
        "place": place,
    }
    desk.record("service.made", service, told)
    return service


def remind(desk: Desk, service: str, *, on: str, how: str, result: str) -> None:
    """The unit was reminded on the day ``on`` that its answer is awaited (催办; 建议8).

    Refuses ``unknown_service``, ``date_malformed`` and ``field_missing``.
    """
    desk.require_role(*BENCH)
    held = next((one for one in store.services_of(desk.database, COURT) if one.record == service), None)
    if held is None:
        raise NeedsCorrection("unknown_service", service=service)
    desk.refuse_if_disputed(service)
    parse_date(on, at="on")
    for name, text in (("how", how), ("result", result)):
        if not text.strip():
            raise NeedsCorrection("field_missing", at=name)
    reminders = [*held.fields.get("reminders", ()), {"on": on, "how": how.strip(), "result": result.strip()}]
    desk.record("service.reminded", service, {"reminders": reminders})


def recipient_of(to: str, received_by: str | Mapping[str, str] | None) -> str:
    """Who took the papers in for ``to``, as ``service_allowed`` asks: self, family, agent or designated (民诉88)."""
    if isinstance(received_by, Mapping):
        relation = received_by.get("relation", "")
        # Whom the recipient named to receive for him is that before he is kin (解释133).
        return "family" if any(word in relation for word in KIN) and "代收" not in relation else "designated"
    if split_person(received_by or to)[1] is not None:
        return "agent"
    return "self" if received_by in (None, to) else "designated"
