"""What the service page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.archive.offers import offer_of
from app.attachments.service import attach
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import Paper, find_paper, load_paper, papers_of
from app.documents.template import load as load_template
from app.errors import NeedsCorrection
from app.service.copies import COPIES, title_served
from app.service.deadlines import CaseDates, dates_of
from app.service.service import check_service, note_sent, serve
from app.service.store import Service, services_of
from app.signing.service import current_pdf

CERTIFICATE = "certificate_of_service"


@dataclass(frozen=True)
class ServiceView:
    case: Case
    papers: list[Paper]
    services: list[Service]
    dates: CaseDates | None


def view(desk: Desk, case_id: str) -> ServiceView:
    """Papers that are served on somebody, what was served, and the dates that follow from it."""
    case = load_case(desk.database, case_id)
    held = desk.database
    papers = [
        replace(paper, title=title_served(paper))
        for paper in papers_of(held, case_id)
        if paper.document in COPIES or load_template(paper.document, paper.version, database=held).served
    ]
    dates = dates_of(desk.database, case) if case.procedure else None
    return ServiceView(case, papers, services_of(desk.database, case_id), dates)


def make_service(desk: Desk, case: str, papers: list[str], to: str, how: str, values: dict[str, Any]) -> str:
    """The papers were served; photos of a service that was left are attached first."""
    photos = []
    for path in values.pop("photo_paths", []):
        media = mimetypes.guess_type(path)[0] or "application/octet-stream"
        photos.append(attach(desk, case, Path(path), Path(path).name, media))
    return serve(desk, case, papers, to, how, photos=photos, **values)


def party_set(desk: Desk, case: str, to: str) -> list[bytes]:
    """What the person is handed: the papers served last on that person, and one 送达回证 listing name and copies.

    The certificate is issued now if it was not yet. Refuses with ``nothing_to_serve`` before anything was served.
    """
    made = [service for service in services_of(desk.database, case) if service.to == to and service.at]
    if not made:
        raise NeedsCorrection("nothing_to_serve")
    last = made[-1]
    certificate = find_paper(desk.database, case, CERTIFICATE, last.record)
    if certificate is None:
        offer = offer_of(desk, case, CERTIFICATE, concerns=last.record)
        on = str(last.at)[:10]
        fonts = FontSet.find()
        issued = issue(desk, case, CERTIFICATE, offer.blanks, made_on=on, fonts=fonts, concerns=last.record)
        certificate = load_paper(desk.database, issued)
    papers = [load_paper(desk.database, paper) for paper in last.papers]
    return [current_pdf(desk, paper) for paper in (*papers, certificate)]


def party_sets(desk: Desk, case: str, to: str) -> list[bytes]:
    """``party_set`` of the person, or, where ``to`` is empty, of everyone who was handed something, in their order."""
    served = {service.to for service in services_of(desk.database, case) if service.at}
    everyone = [key for party in load_case(desk.database, case).parties for key in (party.key, *party.agent_keys)]
    people = [to] if to else [key for key in everyone if key in served]
    if not people:
        raise NeedsCorrection("nothing_to_serve")
    return [pdf for person in people for pdf in party_set(desk, case, person)]


def ask(desk: Desk, case: str, documents: list[str], to: str, how: str) -> list[str]:
    """The articles that allow it; refuses with the article where the law forbids."""
    return [check_service(desk, case, document, to, how) for document in documents]


def sent(desk: Desk, service: str, at: str) -> None:
    """The court's system sent the queued service at that moment."""
    note_sent(desk, service, at=at)
