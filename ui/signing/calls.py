"""What the signing page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cases.attendance import person_of_box
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.documents.store import Paper, load_paper, papers_of
from app.errors import NeedsCorrection
from app.journal.entry import COURT
from app.signing.service import needs_paper, note_refusal, scan_wet_signature, state_of, waiting_papers
from app.signing.timestamps import stamped, stamped_at
from app.signing.wet import scan_document
from ui.i18n import QT_TR_NOOP, tr
from ui.words import PARTY_ROLES, word

PDF = "application/pdf"
OFFICERS = {
    "judge": QT_TR_NOOP("审判员"),
    "clerk": QT_TR_NOOP("书记员"),
    "chief": QT_TR_NOOP("庭长"),
    "president": QT_TR_NOOP("院长"),
    "server": QT_TR_NOOP("送达人"),
    "seal": QT_TR_NOOP("院印"),
    "recipient": QT_TR_NOOP("受送达人"),
    "mediator": QT_TR_NOOP("调解员"),
}


TIMESTAMP = "timestamp"
"""Stands as signer of what the court has added."""


@dataclass(frozen=True)
class Seat:
    """One signature of one paper: whose, and whether it is done, ready, or waits for others."""

    paper: str
    title: str
    signer: str
    words: str
    state: str
    how: str = ""


@dataclass(frozen=True)
class SigningView:
    of: str
    """The case, or ``court`` for the papers of no case."""
    seats: list[Seat]
    wet_because: str | None


def view(desk: Desk, case_id: str) -> SigningView:
    """Every signature that the case's papers want, those that can be made now first."""
    case = None if case_id == COURT else load_case(desk.database, case_id)
    ready = {paper.record: allowed for paper, allowed in waiting_papers(desk, case_id)}
    seats: list[Seat] = []
    for paper in papers_of(desk.database, case_id):
        state = state_of(desk, paper)
        for place in state.places:
            settled = state.settled.get(place.signer)
            now = place.signer in ready.get(paper.record, ())
            seats.append(
                Seat(
                    paper.record,
                    paper.title,
                    place.signer,
                    signer_words(desk, case, paper, place.signer),
                    "done" if settled else "ready" if now else "waits",
                    settled.how if settled else "",
                )
            )
        if added := stamped_at(desk, paper.record):
            seats.append(Seat(paper.record, paper.title, TIMESTAMP, tr("法院时间戳"), "done", added[:16]))
    order = {"ready": 0, "waits": 1, "done": 2}
    wet_because = needs_paper(desk, case) if case is not None else None
    return SigningView(case_id, sorted(seats, key=lambda seat: order[seat.state]), wet_because)


def signer_words(desk: Desk, case: Case | None, paper: Paper, signer: str) -> str:
    """Who signs at a place of the paper, as the screen calls that person."""
    kind, _, key = signer.partition(":")
    if case is None:
        return word(OFFICERS, kind)
    label, name = paper.who_signs(signer)
    if person := person_of_box(signer):
        party, agent = case.person(person)
        own = f"{word(PARTY_ROLES, party.role)} {party.name}"
        return own if agent is None else f"{tr('代理人')} {agent.name}（{party.name}）"
    if kind == "invited":
        return f"{tr('在场人')} {name}".strip()
    if kind == "witness" and label:
        return f"{tr('证人')} {name or label}"
    if kind == "witness":
        return tr("见证人") + f" {key}"
    return word(OFFICERS, kind)


def pdf_of(desk: Desk, paper: str) -> bytes:
    """The paper as it now is, with the court's timestamp where it has come."""
    return stamped(desk, load_paper(desk.database, paper)).pdf


def refuse_to_sign(desk: Desk, paper: str, signer: str, reason: str, witnesses: Sequence[str]) -> None:
    """The person would not sign; reason and witnesses are on the record."""
    note_refusal(desk, paper, signer, reason=reason, witnesses=witnesses)


def take_scan(desk: Desk, paper: str, signers: Sequence[str], paths: Sequence[str]) -> None:
    """The scanned pages, signed with a pen, belong to the paper; a PDF is taken as it is."""
    if not paths or not signers:
        raise NeedsCorrection("scan_empty")
    if len(paths) == 1 and paths[0].lower().endswith(".pdf"):
        scan = Path(paths[0]).read_bytes()
    else:
        revision = state_of(desk, load_paper(desk.database, paper)).revision
        scan = scan_document(
            [Path(path).read_bytes() for path in paths], of_revision=revision, made_at=desk.clock.now()
        )
    scan_wet_signature(desk, paper, signers, scan, media_type=PDF)
