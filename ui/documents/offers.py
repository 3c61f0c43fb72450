"""The papers that suit a case now as the page lists them; runs on the desk's thread."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.archive.offers import Offer as Source
from app.archive.offers import People, offers_of
from app.archive.prefilled import prefilled, signing
from app.archive.shelf import feedback_begun, shelf_offers
from app.cases.appeals import appeals_of
from app.cases.attendance import expected_at
from app.cases.model import Case, Party
from app.cases.store import load_case
from app.circuit.papers import circuit_service_log
from app.circuit.store import circuit_services, last_trip
from app.desk import Desk
from app.documents import service as documents
from app.documents.blanks import Blank
from app.documents.disputed import papers_on_disputed_values
from app.documents.fonts import FontSet
from app.documents.parts import SIGNED_BY, Line, free_blanks, parts_of
from app.documents.samples import trial_page
from app.documents.store import Paper, load_paper, papers_of
from app.documents.template import OF_NO_CASE, STAGES, Template
from app.documents.template import documents as all_documents
from app.documents.template import load as load_template
from app.errors import NeedsCorrection
from app.hearings.papers import summons_blanks
from app.hearings.store import sittings_of, turns_of
from app.intake.store import received_filings
from app.journal.entry import COURT
from app.judgments.corrections import CORRECTED_BY_RULING, correct_paper, corrections_due, corrections_of
from app.service.deadlines import running
from app.service.running import Running
from app.service.store import services_of
from app.signing.service import waiting_papers
from app.signing.timestamps import stamped
from app.storage.drafts import drafts_of, drop_draft, save_draft
from ui.i18n import tr
from ui.signing.calls import signer_words
from ui.words import PARTY_ROLES, word
from ui.workbench.deadlines import together

DRAFT = "paper"
"""What an officer has written on a paper not yet issued is kept as a draft of this kind."""
ILLITERATE = "不识字"
LOG, FEEDBACK = "circuit_service_log", "suggestion_feedback"
CALLED = ("hearing_announcement", "summons")
"""Papers that call to a time and place which the officer may still have to say."""
RECORDS = ("hearing_record", "inquiry_record", "inspection_record", "mediation_record", "pronouncement_record")
"""Papers that whoever was there signs."""
OF_A_PERSON = (
    "oral_filing_record", "civil_complaint", "civil_complaint_elements", "confirmation_application",
    "oral_defence_record", "statement_of_defence", "statement_of_defence_elements", "representative_certificate",
    "power_of_attorney", "service_address_confirmation", "certificate_of_service", "civil_appeal",
)  # fmt: skip
"""Papers that those whose words they are sign, whoever else was there."""


@dataclass(frozen=True)
class Offer:
    """A paper as listed: ``about`` names the party, sitting, service or received filing it is for, ``issued`` its
    record.

    ``stage`` is its template's. ``next_act`` is what comes next for it: ``issue``, ``sign`` by those of ``waits_for``,
    ``serve`` (of no case: ``hand``), or "" where nothing does. ``disputed`` of an issued paper: ``open`` while a
    printed value waits for a person, ``due`` where its correction is due by a ruling with the pairs ``due``, ``anew``
    where the paper is to be issued anew, ``corrected``, or "". ``begun``: an officer began it, and may drop it again.
    ``asks_present``: who is there signs it. ``called`` tells it from others of its title.
    """

    document: str
    title: str
    about: str = ""
    for_whom: str = ""
    issued: str = ""
    asks_time: bool = False
    stage: str = ""
    next_act: str = "issue"
    waits_for: tuple[str, ...] = ()
    disputed: str = ""
    due: tuple[tuple[str, str], ...] = ()
    begun: bool = False
    asks_present: bool = False
    called: str = ""

    @property
    def correctable(self) -> bool:
        """True where a ruling puts wrong words right (民诉157(7))."""
        return bool(self.issued) and self.title.endswith(CORRECTED_BY_RULING)


@dataclass(frozen=True)
class Choices:
    """What the officer says besides: the paper's day, who was there, who presses a thumb, when and where to appear.

    ``checked`` are names and results of what was looked up at the court, ``written`` the paper's free blanks.
    """

    made_on: str
    present: tuple[str, ...] = ()
    thumbs: tuple[str, ...] = ()
    time: str = ""
    place: str = ""
    checked: tuple[tuple[str, str], ...] = ()
    written: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Offered:
    """``case`` is None for the papers that belong to no case."""

    case: Case | None
    offers: list[Offer]
    running: tuple[Running, ...] = ()
    spoke: list[str] = field(default_factory=list)
    illiterate: list[str] = field(default_factory=list)

    @property
    def of(self) -> str:
        return self.case.id if self.case is not None else COURT

    @property
    def parties(self) -> Sequence[Party]:
        return self.case.parties if self.case is not None else ()

    @property
    def cause(self) -> str:
        return self.case.cause if self.case is not None else ""

    @property
    def place(self) -> str:
        return str(self.case.fields.get("place", "")) if self.case is not None else ""


def offered(desk: Desk, case_id: str) -> Offered:
    """Papers in the order of a day, those issued named with their record; for ``court`` those of no case."""
    if case_id == COURT:
        return _on_shelf(desk)
    case = load_case(desk.database, case_id)
    held = papers_of(desk.database, case_id)
    today = desk.clock.now().date().isoformat()
    known = set(all_documents(desk.database, today))
    sources = [(s.document, s.concerns or "") for s in offers_of(desk, case_id) if s.document in known]
    called = [("hearing_announcement", "")] if case.fields.get("public", True) else []
    called += [("summons", party.key) for party in case.parties]
    if case.procedure != "special" and not case.closed:
        sources += [one for one in called if one not in sources]
    offers: list[Offer] = []
    used: set[str] = set()
    for document, about in sources:
        paper = next(
            (p for p in held if p.document == document and (p.concerns or "") == about and p.record not in used), None
        )
        if paper is not None:
            used.add(paper.record)
        asks = document in CALLED and paper is None
        title = load_template(document, database=desk.database, on=today).title
        offers.append(Offer(document, title, about, _whom(desk, case, about), paper.record if paper else "", asks))
    for document, about in _begun(desk, case_id):
        if document in known and (document, about) not in sources:
            template = load_template(document, database=desk.database, on=today)
            signed = SIGNED_BY in template.blanks
            whom = _whom(desk, case, about)
            offers.append(Offer(document, template.title, about, whom, begun=True, asks_present=signed))
    for paper in held:
        if paper.record not in used:
            whom = _whom(desk, case, paper.concerns or "")
            offers.append(Offer(paper.document, paper.title, paper.concerns or "", whom, paper.record))
    offers = _with_next_acts(desk, case, _with_disputes(desk, case_id, offers, held), held)
    illiterate = [p.key for p in case.parties if ILLITERATE in p.data.get("needs", ())]
    periods = tuple(together(running(desk.database, case, desk.clock.now().date())))
    return Offered(case, offers, periods, _present(desk, case), illiterate)


def _on_shelf(desk: Desk) -> Offered:
    """The papers of no case: those begun or due, and under them those issued, the last first."""
    today, held = desk.clock.now().date().isoformat(), papers_of(desk.database, COURT)
    known = set(all_documents(desk.database, today))
    claimants = {one.record: "、".join(one.claimants) for one in received_filings(desk.database)}
    issued = {(paper.document, paper.concerns or "") for paper in held}
    due = [(one.document, one.concerns or "") for one in shelf_offers(desk)]
    begun = [one for one in _begun(desk, COURT) if one not in due]
    offers = list[Offer]()
    for document, about in (*begun, *(one for one in due if one not in issued)):
        if document in known:
            title = load_template(document, database=desk.database, on=today).title
            offers.append(Offer(document, title, about, claimants.get(about, ""), begun=(document, about) in begun))
    for paper in reversed(held):
        about = paper.concerns or ""
        offers.append(Offer(paper.document, paper.title, about, claimants.get(about, ""), issued=paper.record))
    return Offered(None, _with_next_acts(desk, None, offers, held))


@dataclass(frozen=True)
class Writing:
    """The blanks that an officer writes on the paper itself, what is known of them, and the parties to pick from."""

    free: dict[str, Blank]
    values: dict[str, Any]
    parties: list[tuple[str, str]]


def writing(desk: Desk, case_id: str, document: str, about: str, choices: Choices) -> Writing:
    """The paper's free blanks as the case fills them."""
    template, told, _blanks, _asked = _compose(desk, case_id, document, about, choices)
    free = _free(template, told)
    if document == LOG:
        day = choices.made_on
        logged = circuit_service_log(last_trip(desk.database), circuit_services(desk.database, day))
        return Writing(free, {name: value for name, value in logged.items() if value}, [])
    if _of(case_id, template) is None:
        return Writing(free, feedback_begun(desk) if document == FEEDBACK else {}, [])
    case = load_case(desk.database, case_id)
    values = prefilled(desk, case_id, template, free, made_on=choices.made_on)
    return Writing(free, values, [(one.key, f"{word(PARTY_ROLES, one.role)} {one.name}") for one in case.parties])


def begin(desk: Desk, case: str, document: str) -> str:
    """The paper stands in a list, to be written; what was written before is kept. Gives whose list: the case, or
    ``court`` where the paper belongs to none."""
    template = load_template(document, database=desk.database, on=desk.clock.now().date().isoformat())
    of = _of(case, template) or COURT
    key = draft_key(of, document, "")
    if key not in drafts_of(desk.database, DRAFT):
        save_draft(desk.database, DRAFT, key, json.dumps({}))
    return of


def _of(case: str, template: Template) -> str | None:
    """The case that the paper belongs to, or None."""
    return None if case == COURT or template.stage == OF_NO_CASE else case


def give_up(desk: Desk, case: str, document: str, about: str) -> None:
    """What was written on the paper is dropped, and it leaves the list if nothing else offers it."""
    drop_draft(desk.database, DRAFT, draft_key(case, document, about))


def draft_key(case: str, document: str, about: str) -> str:
    return f"{case} {document} {about}"


@dataclass(frozen=True)
class Draft:
    """A paper as it would be issued: its pages, where its words come from, and what proofreading finds in it."""

    pdf: bytes
    lines: tuple[Line, ...] = ()
    findings: tuple[dict[str, Any], ...] | None = None


def draft_of(desk: Desk, case: str, document: str, about: str, choices: Choices) -> Draft:
    """The paper marked as a draft; nothing is written. Refuses as ``preview`` of the documents does."""
    template, told, blanks, _asked = _compose(desk, case, document, about, choices)
    on, checked, of = choices.made_on, dict(choices.checked), _of(case, template)
    pdf = documents.preview(desk, of, document, blanks, made_on=on, fonts=FontSet.find()).pdf
    if template.layout == "record" and not _free(template, told):
        # Others' words, thousands of them: there is nothing to change, and nothing in them is wrong for certain.
        return Draft(pdf)
    _template, filled = documents.composed(desk, of, document, blanks, made_on=on)
    lines = parts_of(template, filled, _free(template, told))
    found = documents.proofreading(desk, of, document, blanks, made_on=on, checked=checked)
    return Draft(pdf, tuple(lines), tuple(one.told() for one in found))


def draft_to_edit(desk: Desk, case: str, document: str, about: str, choices: Choices) -> bytes:
    """The paper as it would be issued, as a Word file marked 草稿; nothing is written."""
    from app.documents.word import editable

    template, _told, blanks, _asked = _compose(desk, case, document, about, choices)
    return editable(desk, _of(case, template), document, blanks, made_on=choices.made_on)


def correct(
    desk: Desk, paper: str, pairs: list[tuple[str, str]], reason: str, made_on: str, despite: str | None = None
) -> str:
    """A ruling puts the wrong words of the issued paper right; gives the ruling's record."""
    return correct_paper(desk, paper, pairs, made_on=made_on, fonts=FontSet.find(), reason=reason, despite=despite)


def issue(desk: Desk, case: str, document: str, about: str, choices: Choices, despite: str | None = None) -> str:
    """The paper is issued, ``despite`` what proofreading found where a reason is given; gives its record."""
    template, _told, blanks, asked = _compose(desk, case, document, about, choices)
    paper = documents.issue(
        desk,
        _of(case, template),
        document,
        blanks,
        made_on=choices.made_on,
        fonts=FontSet.find(),
        concerns=about or None,
        asked=asked,
        despite=despite,
        checked=dict(choices.checked),
    )
    give_up(desk, case, document, about)
    return paper


def trial(_desk: Desk) -> bytes:
    """The page that tries a printer."""
    return trial_page(fonts=FontSet.find()).pdf


def pdf_of(desk: Desk, record: str) -> bytes:
    """The issued paper as it now is, with every signature made and the court's timestamp where it has come."""
    return stamped(desk, load_paper(desk.database, record)).pdf


def _with_next_acts(desk: Desk, case: Case | None, offers: list[Offer], held: Sequence[Paper]) -> list[Offer]:
    """The same papers by their stages, each with what comes next for it."""
    of = case.id if case is not None else COURT
    today = desk.clock.now().date().isoformat()
    versions = {paper.record: paper.version for paper in held}
    waiting = {
        paper.record: tuple(signer_words(desk, case, paper, who) for who in signers)
        for paper, signers in waiting_papers(desk, of)
    }
    served = {paper for service in services_of(desk.database, of) if service.at for paper in service.papers}
    told = []
    for offer in offers:
        version = versions.get(offer.issued)
        template = load_template(offer.document, version, database=desk.database, on=today)
        if not offer.issued:
            act = "issue"
        elif offer.issued in waiting:
            act = "sign"
        else:
            goes_out = template.served and offer.issued not in served
            act = "" if not goes_out else "serve" if case is not None else "hand"
        told.append(
            replace(
                offer,
                stage=template.stage,
                next_act=act,
                waits_for=waiting.get(offer.issued, ()),
                called=template.called,
            )
        )
    return sorted(told, key=lambda offer: STAGES.index(offer.stage))


def _with_disputes(desk: Desk, case: str, offers: list[Offer], held: Sequence[Paper]) -> list[Offer]:
    """The same papers, each issued one with what became of the values that it printed."""
    states: dict[str, set[str]] = {}
    for value in papers_on_disputed_values(desk.database, case):
        states.setdefault(value.paper.record, set()).add(value.state)
    if not states:
        return offers
    due = {paper.record: blanks["corrections"] for paper, blanks in corrections_due(desk, case)}
    papers = {paper.record: paper for paper in held}
    marked = []
    for offer in offers:
        state = states.get(offer.issued, set())
        if not offer.issued or not state - {"upheld"}:
            marked.append(offer)
            continue
        rulings = corrections_of(desk.database, papers[offer.issued])
        done = {(row["wrong"], row["right"]) for ruling in rulings for row in ruling.blanks.get("corrections", ())}
        pairs = tuple((row["wrong"], row["right"]) for row in due.get(offer.issued, ()))
        left = tuple(pair for pair in pairs if pair not in done)
        if "open" in state:
            word = "open"
        elif left:
            word = "due"
        elif offer.correctable:
            word = "corrected" if pairs else ""
        else:
            word = "anew"
        marked.append(replace(offer, disputed=word, due=left))
    return marked


def _begun(desk: Desk, case: str) -> list[tuple[str, str]]:
    """Document and person of every paper of the case that somebody has begun to write."""
    keys = (key.split(" ", 2) for key in drafts_of(desk.database, DRAFT))
    return [(document, about) for of, document, about in keys if of == case]


def _in_force(desk: Desk, document: str, choices: Choices) -> Template:
    return load_template(document, database=desk.database, on=choices.made_on)


def _compose(
    desk: Desk, case_id: str, document: str, about: str, choices: Choices
) -> tuple[Template, dict[str, Any], dict[str, Any], Sequence[str]]:
    """The wording, what the case's acts tell of the paper, that with what the officer wrote, and who is asked."""
    template = load_template(document, database=desk.database, on=choices.made_on)
    told: dict[str, Any] = {}
    asked: Sequence[str] = ()
    if _of(case_id, template) is not None:
        told, asked = _told_of(desk, load_case(desk.database, case_id), template, about, choices)
    else:
        due = (one for one in shelf_offers(desk) if (one.document, one.concerns) == (document, about))
        told = next((dict(one.blanks) for one in due), {})
    free = _free(template, told)
    written = {name: value for name, value in choices.written.items() if name in free}
    return template, told, {**told, **written}, asked


def _free(template: Template, told: Mapping[str, Any]) -> dict[str, Blank]:
    return free_blanks(template, {name for name, value in told.items() if value is not None})


def _told_of(
    desk: Desk, case: Case, template: Template, about: str, choices: Choices
) -> tuple[dict[str, Any], Sequence[str]]:
    document = template.name
    if document == "hearing_announcement" and choices.time:
        return {"announced": {"time": choices.time, "place": choices.place}}, ()
    if document == "summons" and choices.time:
        return summons_blanks(case, about, time=choices.time, place=choices.place), ()
    present = choices.present or expected_at(case)
    sources: list[Source] = offers_of(desk, case.id, People(present, choices.thumbs))
    for source in sources:
        if source.document == document and (source.concerns or "") == about:
            return dict(source.blanks), source.asked
    if (document, about) not in _begun(desk, case.id):
        raise NeedsCorrection("paper_does_not_suit", document=document)
    if SIGNED_BY not in template.blanks:
        return {}, ()
    return {SIGNED_BY: signing(case, template, choices.written, present, choices.thumbs)}, ()


def _whom(desk: Desk, case: Case, about: str) -> str:
    party = next((party.name for party in case.parties if party.key == about), None)
    if party is not None:
        return party
    for sitting in sittings_of(desk.database, case.id):
        if sitting.record == about:
            return sitting.opened_at[:16].replace("T", " ")
    for service in services_of(desk.database, case.id):
        if service.record == about:
            return case.person(service.to)[0].name
    for appeal in appeals_of(desk.database, case.id):
        if appeal.record == about:
            return tr("{name}的上诉").format(name=case.party(appeal.by).name)
    return ""


def _present(desk: Desk, case: Case) -> list[str]:
    spoke = {t.speaker for s in sittings_of(desk.database, case.id) for t in turns_of(desk.database, s.record)}
    keys = [key for party in case.parties for key in (party.key, *party.agent_keys) if key in spoke]
    return keys or expected_at(case)
