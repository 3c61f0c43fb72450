"""What the service page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.attachments.service import attach
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.documents.store import Paper, papers_of
from app.documents.template import load as load_template
from app.service.deadlines import CaseDates, dates_of
from app.service.service import check_service, note_sent, serve
from app.service.store import Service, services_of


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
    papers = [p for p in papers_of(held, case_id) if load_template(p.document, p.version, database=held).served]
    dates = dates_of(desk.database, case) if case.procedure else None
    return ServiceView(case, papers, services_of(desk.database, case_id), dates)


def make_service(desk: Desk, case: str, papers: list[str], to: str, how: str, values: dict[str, Any]) -> str:
    """The papers were served; photos of a service that was left are attached first."""
    photos = []
    for path in values.pop("photo_paths", []):
        media = mimetypes.guess_type(path)[0] or "application/octet-stream"
        photos.append(attach(desk, case, Path(path), Path(path).name, media))
    return serve(desk, case, papers, to, how, photos=photos, **values)


def ask(desk: Desk, case: str, documents: list[str], to: str, how: str) -> list[str]:
    """The articles that allow it; refuses with the article where the law forbids."""
    return [check_service(desk, case, document, to, how) for document in documents]


def sent(desk: Desk, service: str, at: str) -> None:
    """The court's system sent the queued service at that moment."""
    note_sent(desk, service, at=at)
