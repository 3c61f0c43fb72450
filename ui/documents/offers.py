"""Which papers suit a case now, for whom, and what each of them says; runs on the desk's thread."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from app.cases.attendance import attendance, expected_at
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.documents import service as documents
from app.documents.fonts import FontSet
from app.documents.store import Paper, load_paper, papers_of
from app.documents.template import load as load_template
from app.documents.template import names as template_names
from app.errors import NeedsCorrection
from app.fees import papers as fee_papers
from app.fees.service import due_now, fee_of
from app.fees.store import relief_of
from app.hearings import papers as hearing_papers
from app.hearings.store import Sitting, sittings_of, turns_of
from app.intake import papers as intake_papers
from app.judgments import papers as judgment_papers
from app.judgments.store import decisions_of
from app.mediation import papers as mediation_papers
from app.mediation.store import mediations_of
from app.rules.calendar import known_calendar
from app.service import papers as service_papers
from app.service.store import services_of
from app.signing.service import current_pdf

ILLITERATE = "不识字"


@dataclass(frozen=True)
class Offer:
    """A paper that suits the case: ``about`` names the party, sitting or service it is for, ``issued`` its record."""

    document: str
    title: str
    about: str = ""
    for_whom: str = ""
    issued: str = ""
    signed: bool = False


@dataclass(frozen=True)
class Choices:
    """What the officer says besides: the paper's day, who was there, who presses a thumb, when and where to appear."""

    made_on: str
    present: tuple[str, ...] = ()
    thumbs: tuple[str, ...] = ()
    time: str = ""
    place: str = ""


@dataclass(frozen=True)
class Offered:
    case: Case
    offers: list[Offer]
    spoke: list[str] = field(default_factory=list)
    illiterate: list[str] = field(default_factory=list)


def offered(desk: Desk, case_id: str) -> Offered:
    """Papers in the order of a day, those issued named with their record."""
    case = load_case(desk.database, case_id)
    wanted = _wanted(desk, case)
    held = papers_of(desk.database, case_id)
    known = set(template_names())
    offers: list[Offer] = []
    used: set[str] = set()
    for document, about, whom in wanted:
        if document not in known:
            continue
        paper = next(
            (p for p in held if p.document == document and (p.concerns or "") == about and p.record not in used), None
        )
        if paper is not None:
            used.add(paper.record)
        title = load_template(document).title
        offers.append(Offer(document, title, about, whom, paper.record if paper else ""))
    for paper in held:
        if paper.record not in used:
            offers.append(Offer(paper.document, paper.title, paper.concerns or "", "", paper.record))
    spoke = _present(desk, case)
    illiterate = [p.key for p in case.parties if ILLITERATE in p.data.get("needs", ())]
    return Offered(case, offers, spoke, illiterate)


def _wanted(desk: Desk, case: Case) -> list[tuple[str, str, str]]:
    mode = case.fields.get("mode")
    special = case.procedure == "special"
    found: list[tuple[str, str, str]] = []
    if mode == "oral":
        found.append(("oral_filing_record", "", ""))
    if mode == "joint":
        found.append(("confirmation_application", "", ""))
    found += [("evidence_receipt", by, case.party(by).name) for by in dict.fromkeys(e.by for e in case.evidence)]
    found.append(("confirmation_acceptance_notice" if special else "acceptance_notice", "", ""))
    found.append(("rights_and_duties_notice", "", ""))
    found += [("integrity_supervision_card", p.key, p.name) for p in case.parties]
    if any(p.role == "defendant" for p in case.parties):
        found.append(("notice_to_respond", "", ""))
    if case.procedure == "small_claims":
        found.append(("small_claims_notice", "", ""))
    found += [("service_address_confirmation", p.key, p.name) for p in case.parties if p.service_address]
    if relief_of(desk.database, case.id):
        found.append(("fee_relief_approval", "", ""))
    if not special:
        claimant = next(p for p in case.parties if p.role in ("plaintiff", "applicant"))
        found.append(("fee_notice", _bearer(desk, case) or claimant.key, ""))
        found.append(("hearing_announcement", "", ""))
        found += [("summons", p.key, p.name) for p in case.parties]
    for sitting in sittings_of(desk.database, case.id):
        records = {"hearing": "hearing_record", "inquiry": "inquiry_record", "inspection": "inspection_record"}
        if sitting.kind in records:
            found.append((records[sitting.kind], "", sitting.opened_at[:16].replace("T", " ")))
        else:
            found += [("contact_log", "", ""), ("adjournment_notice", "", "")]
    for held in mediations_of(desk.database, case.id):
        if held.kind == "in_court":
            found += [("mediation_record", "", ""), ("civil_mediation_statement", "", "")]
        if held.kind == "outside" and case.closed == "confirmed":
            found.append(("ruling_judicial_confirmation", "", ""))
    for decision in decisions_of(desk.database, case.id):
        if decision.kind == "judgment":
            found += [("pronouncement_record", "", ""), (_judgment_form(decision.fields["form"]), "", "")]
        elif decision.fields["granted"]:
            found.append(("ruling_withdrawal_granted", "", ""))
    for service in services_of(desk.database, case.id):
        if service.at is not None and service.how != "public":
            found.append(("certificate_of_service", service.record, case.person(service.to)[0].name))
    return found


def compose(desk: Desk, case_id: str, document: str, about: str, choices: Choices) -> dict[str, Any]:
    """The blanks beyond the shared ones; refuses ``paper_has_no_source`` where the act it tells of is not recorded."""
    case = load_case(desk.database, case_id)
    database = desk.database
    thumbs = choices.thumbs
    rows = attendance(case, choices.present or expected_at(case), thumbs=thumbs, invited=_invited(desk, case))
    officers = _officers(desk, case)
    if document == "oral_filing_record":
        return intake_papers.oral_filing_record(case, thumbs)
    if document in ("confirmation_application", "ruling_judicial_confirmation"):
        agreement = mediation_papers.agreement(
            _last(m for m in mediations_of(database, case_id) if m.kind == "outside")
        )
        if document == "ruling_judicial_confirmation":
            return {"agreement": agreement}
        return intake_papers.confirmation_application(case, agreement, [e.name for e in case.evidence], thumbs)
    if document == "evidence_receipt":
        return intake_papers.evidence_receipt(case, about)
    if document == "acceptance_notice":
        return intake_papers.acceptance_notice(case)
    if document == "integrity_supervision_card":
        return {"given_to": case.party(about).name}
    if document == "notice_to_respond":
        copy = "起诉状副本" if case.fields.get("mode") == "written" else "口头起诉笔录副本"
        return intake_papers.notice_to_respond(case, [copy])
    if document == "small_claims_notice":
        return intake_papers.small_claims_notice(case)
    if document == "service_address_confirmation":
        return intake_papers.service_address_confirmation(case, about, thumbs)
    if document == "fee_relief_approval":
        applicant = intake_papers.claimants_of(case)[0].removesuffix("_agent")
        relief = relief_of(database, case_id)
        if relief is None:
            raise NeedsCorrection("paper_has_no_source", document=document)
        return fee_papers.relief_approval(case, read_court(database), relief, fee_of(database, case).due, applicant)
    if document == "fee_notice":
        return _fee_notice(desk, case, about, choices)
    if document == "hearing_announcement":
        return {"announced": {"time": choices.time, "place": choices.place}}
    if document == "summons":
        return hearing_papers.summons_blanks(case, about, time=choices.time, place=choices.place)
    if document in ("hearing_record", "inquiry_record", "inspection_record", "contact_log", "adjournment_notice"):
        return _of_sitting(desk, case, document, rows, officers)
    if document == "mediation_record":
        return mediation_papers.mediation_record(
            _last(m for m in mediations_of(database, case_id) if m.kind == "in_court"), rows
        )
    if document == "civil_mediation_statement":
        heard = any(s.kind == "hearing" for s in sittings_of(database, case_id))
        return mediation_papers.mediation_statement(
            _last(m for m in mediations_of(database, case_id) if m.kind == "in_court"), heard=heard
        )
    if document == "ruling_withdrawal_granted":
        return judgment_papers.withdrawal_ruling(
            case, _last(d for d in decisions_of(database, case_id) if d.kind == "withdrawal")
        )
    if document == "pronouncement_record" or document.startswith("civil_judgment"):
        decision = _last(d for d in decisions_of(database, case_id) if d.kind == "judgment")
        if document == "pronouncement_record":
            hearings = [s for s in sittings_of(database, case_id) if s.kind == "hearing"]
            observers = int(hearings[-1].fields.get("observers", 0)) if hearings else 0
            on_the_spot = any(s.opened_at[:10] == decision.at[:10] for s in hearings)
            return judgment_papers.pronouncement_record(decision, rows, on_the_spot=on_the_spot, observers=observers)
        return judgment_papers.judgment(decision, rows)
    if document == "certificate_of_service":
        served = next(s for s in services_of(database, case_id) if s.record == about)
        papers = [load_paper(database, paper) for paper in served.papers]
        return service_papers.certificate_of_service(
            case, served.fields, papers, at=str(served.at), server=desk.officer.name, thumbs=thumbs
        )
    return {}


def preview(desk: Desk, case: str, document: str, about: str, choices: Choices) -> bytes:
    """The PDF as it would be issued, marked as a draft."""
    blanks = compose(desk, case, document, about, choices)
    return documents.preview(desk, case, document, blanks, made_on=choices.made_on, fonts=FontSet.find()).pdf


def issue(desk: Desk, case: str, document: str, about: str, choices: Choices) -> str:
    """The paper is issued; gives its record."""
    blanks = compose(desk, case, document, about, choices)
    return documents.issue(
        desk, case, document, blanks, made_on=choices.made_on, fonts=FontSet.find(), concerns=about or None
    )


def pdf_of(desk: Desk, record: str) -> bytes:
    """The issued paper as it now is, with every signature made."""
    return current_pdf(desk, load_paper(desk.database, record))


def paper_of(desk: Desk, record: str) -> Paper:
    """The issued paper."""
    return load_paper(desk.database, record)


def _fee_notice(desk: Desk, case: Case, payer: str, choices: Choices) -> dict[str, Any]:
    day = datetime.date.fromisoformat(choices.made_on)
    due = due_now(desk.database, case)
    bearer = _bearer(desk, case)
    based_on = {"mediated": "民事调解书", "judged": "民事判决书"}.get(str(case.closed)) if bearer else None
    reason = "borne" if bearer else "prepay"
    return fee_papers.fee_notice(case, payer, due, day, known_calendar(), reason=reason, based_on=based_on)


def _bearer(desk: Desk, case: Case) -> str | None:
    if not case.closed:
        return None
    endings: list[Any] = [*decisions_of(desk.database, case.id), *mediations_of(desk.database, case.id)]
    bearer = next((e.fields.get("fee_borne_by") for e in endings if e.fields.get("fee_borne_by")), None)
    return None if bearer == "shared" else bearer


def _of_sitting(
    desk: Desk, case: Case, document: str, rows: list[dict[str, Any]], officers: dict[str, str]
) -> dict[str, Any]:
    kinds = {"hearing_record": "hearing", "inquiry_record": "inquiry", "inspection_record": "inspection"}
    kind = kinds.get(document, "absence")
    sitting: Sitting = _last(s for s in sittings_of(desk.database, case.id) if s.kind == kind)
    said = turns_of(desk.database, sitting.record)
    if document == "hearing_record":
        return hearing_papers.hearing_record_blanks(case, sitting, said, rows, officers)
    if document == "inquiry_record":
        return hearing_papers.inquiry_record_blanks(case, sitting, said, rows, officers)
    if document == "inspection_record":
        return hearing_papers.inspection_record_blanks(sitting, rows)
    if document == "contact_log":
        return hearing_papers.contact_log_blanks(case, sitting)
    return hearing_papers.adjournment_notice_blanks(case, sitting)


def _officers(desk: Desk, case: Case) -> dict[str, str]:
    court = read_court(desk.database)
    names = {role: "" for role in ("judge", "clerk", "assistant_judge", "assessor")}
    for role in names:
        held = case.fields.get(role)
        officer = court.officer(str(held)) if held else court.first_officer(role)
        names[role] = officer["name"] if officer else role
    return names


def _invited(desk: Desk, case: Case) -> list[str]:
    return list(dict.fromkeys(n for s in sittings_of(desk.database, case.id) for n in s.fields.get("invited", ())))


def _present(desk: Desk, case: Case) -> list[str]:
    spoke = {t.speaker for s in sittings_of(desk.database, case.id) for t in turns_of(desk.database, s.record)}
    keys = [key for party in case.parties for key in (party.key, f"{party.key}_agent") if key in spoke]
    return keys or expected_at(case)


def _judgment_form(form: str) -> str:
    name = f"civil_judgment_{form}"
    return name if name in template_names() else "civil_judgment_tabular"


def _last(found: Any) -> Any:
    rows = list(found)
    if not rows:
        raise NeedsCorrection("paper_has_no_source")
    return rows[-1]
