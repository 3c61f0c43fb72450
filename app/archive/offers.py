"""Which papers suit the case now, each with the blanks that the case already tells: nothing is typed twice."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.approvals import papers as approval_papers
from app.approvals.store import approvals_of
from app.cases.appeals import fee_of_appeal
from app.cases.attendance import attendance, box_of, expected_at
from app.cases.code_tables import court_calendar
from app.cases.court import Court, read_court
from app.cases.fee import lowered_too_late, raised
from app.cases.model import CLAIMANTS, Case, Counterclaim, Party
from app.cases.store import load_case
from app.desk import Desk
from app.documents.fill import by_side, party_blank
from app.documents.proofread import ENDING_KINDS
from app.documents.store import load_paper, papers_of
from app.errors import NeedsCorrection
from app.fees import papers as fee_papers
from app.fees.burden import (
    bearer_of,
    bearers_of,
    burden_words,
    counterclaim_bearer_of,
    fee_name,
    fee_rests,
    lowered_by,
    relieved,
)
from app.fees.service import became_ordinary, due_now, fee_of, forgiven, kept_of, waits_for_mediation
from app.fees.store import refunds_of, relief_of
from app.hearings import papers as hearing_papers
from app.hearings.store import Sitting, Turn, sittings_of, turns_of
from app.intake import papers as intake_papers
from app.intake.store import defences_of
from app.judgments import papers as judgment_papers
from app.judgments.corrections import corrections_due, number_of
from app.judgments.store import Decision, decisions_of
from app.mediation import papers as mediation_papers
from app.mediation.store import Mediation, mediations_of
from app.service import papers as service_papers
from app.service.appeals import is_late, sent_up
from app.service.running import CaseRecord, notice_of
from app.service.store import first_services, services_of

ENDING_TITLES = {"mediated": "民事调解书", "judged": "民事判决书"}
"""What closed the case; a ruling did where it was neither."""


@dataclass(frozen=True)
class Offer:
    """A paper that suits the case: ``concerns`` is the person (or service) it is for where each gets its own.

    ``asked`` are boxes of persons who refuse in print and are asked to sign all the same (民诉150 ¶3).
    """

    document: str
    blanks: Mapping[str, Any]
    concerns: str | None = None
    asked: Sequence[str] = ()
    stage: str = field(default="")


@dataclass(frozen=True)
class People:
    """Who takes part today: keys of those present, who presses a thumb, who refuses the hearing record and why."""

    present: Sequence[str]
    thumbs: Collection[str] = ()
    refused: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    invited: Sequence[str] = ()


def offers_of(desk: Desk, case: str, people: People | None = None, *, server: str | None = None) -> list[Offer]:
    """Every paper that suits the case as it now stands, in the order of the stages; issued ones are not left out.

    ``people`` is by default everybody whom the case names; ``server`` who serves, by default the officer at the desk.
    """
    return list(_Offers(desk, load_case(desk.database, case), people, server or desk.officer.name).all())


def offer_of(desk: Desk, case: str, document: str, people: People | None = None, concerns: str | None = None) -> Offer:
    """The offer of that document (for that person); refuses with ``paper_does_not_suit``."""
    for offer in offers_of(desk, case, people):
        if offer.document == document and concerns in (None, offer.concerns):
            return offer
    raise NeedsCorrection("paper_does_not_suit", document=document)


class _Offers:
    def __init__(self, desk: Desk, case: Case, people: People | None, server: str) -> None:
        self.desk = desk
        self.case = case
        self.people = people or People(expected_at(case))
        self.server = server
        self.court: Court = read_court(desk.database)
        self.officers = hearing_papers.officers_by_speaker(self.court, self.case)
        self.mediations = mediations_of(desk.database, case.id)
        self.decisions = decisions_of(desk.database, case.id)
        self.sittings = sittings_of(desk.database, case.id)
        self.defences = defences_of(desk.database, case.id)

    def all(self) -> Iterator[Offer]:
        if self.case.closed == "not_accepted":
            yield from self._not_accepted()
            return
        yield from self._opening()
        yield from self._claims()
        yield from self._relief()
        yield from self._approvals()
        yield from self._addresses()
        yield from self._before_hearing()
        for mediation in self.mediations:
            yield from self._mediation(mediation)
        for decision in self.decisions:
            yield from self._decision(decision)
        for sitting in self.sittings:
            yield from self._sitting(sitting)
        yield from self._fee_notice()
        yield from self._counterclaim_fees()
        yield from self._appeals()
        yield from self._refunds()
        yield from self._corrections()
        yield from self._releases()
        yield from self._certificates()

    def _rows(self, present: Sequence[str] | None = None, invited: Sequence[str] | None = None) -> list[dict[str, Any]]:
        people = self.people
        there = people.present if present is None else present
        return attendance(
            self.case, there, thumbs=people.thumbs, invited=people.invited if invited is None else invited
        )

    def _not_accepted(self) -> Iterator[Offer]:
        """Who filed has the ruling; the other side is told nothing of a suit that is not accepted (民诉126)."""
        yield from self._as_filed()
        yield from self._capacities()
        yield from self._addresses()
        confirmation = self.case.number_type == "民特"
        ruling = "ruling_confirmation_not_accepted" if confirmation else "ruling_not_accepted"
        yield Offer(ruling, {"reasons": self.case.fields["closed_why"]}, stage="intake")
        yield from self._certificates()

    def _as_filed(self) -> Iterator[Offer]:
        case, thumbs = self.case, self.people.thumbs
        outside = next((one for one in self.mediations if one.kind == "outside"), None)
        if case.fields["mode"] == "oral":
            yield Offer("oral_filing_record", intake_papers.oral_filing_record(case, thumbs), stage="intake")
        elif case.fields["mode"] == "written":
            yield Offer(*intake_papers.complaint(case, thumbs), stage="intake")
        if case.fields["mode"] == "joint" and outside is not None:
            enclosures = [item.name for item in case.evidence]
            agreement = mediation_papers.agreement(outside)
            blanks = intake_papers.confirmation_application(case, agreement, enclosures, thumbs)
            yield Offer("confirmation_application", blanks, stage="intake")
        for by in dict.fromkeys(item.by for item in case.evidence):
            yield Offer("evidence_receipt", intake_papers.evidence_receipt(case, by), by, stage="intake")

    def _opening(self) -> Iterator[Offer]:
        case = self.case
        yield from self._as_filed()
        if case.procedure == "special":
            yield Offer("confirmation_acceptance_notice", {}, stage="intake")
        else:
            yield Offer("acceptance_notice", intake_papers.acceptance_notice(case), stage="intake")
        yield Offer("rights_and_duties_notice", {}, stage="intake")
        for party in case.parties:
            yield Offer("integrity_supervision_card", {"given_to": party.name}, party.key, stage="intake")
        if any(party.role == "defendant" for party in case.parties):
            enclosures = ["口头起诉笔录副本" if case.fields["mode"] == "oral" else "起诉状副本"]
            # The other side gets the form to answer on (法〔2025〕82号).
            enclosures += ["民事答辩状（要素式）"] if intake_papers.form_of(case) is not None else []
            yield Offer("notice_to_respond", intake_papers.notice_to_respond(case, enclosures), stage="intake")
        for party in case.parties:
            if "joined_at" in party.data:
                yield Offer("joinder_notice", intake_papers.joinder_notice(case, party), party.key, stage="intake")
                yield Offer("rights_and_duties_notice", {}, party.key, stage="intake")
        if case.procedure == "small_claims":
            yield Offer("small_claims_notice", intake_papers.small_claims_notice(case), stage="intake")
        yield from self._defences()
        yield from self._capacities()

    def _claims(self) -> Iterator[Offer]:
        """What the parties are told when claims change, and of a counterclaim that is heard with the suit."""
        case = self.case
        for one in case.heard_together:
            for party in case.parties:
                blanks = intake_papers.counterclaim_notice(case, one, party)
                yield Offer(notice_of(one), blanks, party.key, stage="intake")
        for one in case.counterclaims:
            if one.joined is False:
                blanks = intake_papers.counterclaim_not_accepted(case, one)
                yield Offer("ruling_counterclaim_not_accepted", blanks, one.record, stage="intake")
        if case.closed:
            return
        answering = [party for party in case.parties if party.role not in CLAIMANTS]
        others: list[tuple[Case | Counterclaim, Sequence[Party]]] = [(case, answering)]
        others += [(one, [case.party(key) for key in one.against]) for one in case.heard_together]
        for whole, told in others:
            for party in told:
                changed = intake_papers.claims_change_notice(case, whole, party)
                if changed is not None:
                    yield Offer("claims_change_notice", changed, party.key, stage="intake")

    def _capacities(self) -> Iterator[Offer]:
        for party in self.case.parties:
            if (party.data.get("representative") or {}).get("post"):
                blanks = intake_papers.representative_certificate(self.case, party.key, self.people.thumbs)
                yield Offer("representative_certificate", blanks, party.key, stage="intake")
            for agent in (one for one in party.agents if one.authority != "statutory"):
                blanks = intake_papers.power_of_attorney(self.case, party.key, agent, self.people.thumbs)
                yield Offer("power_of_attorney", blanks, party.key, stage="intake")

    def _defences(self) -> Iterator[Offer]:
        case, thumbs = self.case, self.people.thumbs
        given = {defence.by: defence for defence in self.defences}
        spoken = [defence for defence in self.defences if defence.fields["oral"]]
        if spoken:
            yield Offer("oral_defence_record", intake_papers.oral_defence_record(case, spoken, thumbs), stage="intake")
        for party in case.parties:
            defence = given.get(party.key)
            if party.role == "defendant" and (defence not in spoken if defence else not case.closed):
                document, blanks = intake_papers.statement_of_defence(case, party.key, defence, thumbs)
                if defence or document.endswith("_elements"):
                    yield Offer(document, blanks, party.key, stage="intake")

    def _relief(self) -> Iterator[Offer]:
        case = self.case
        for one in (None, *case.counterclaims):
            relief = relief_of(self.desk.database, case.id, one.record if one is not None else None)
            if relief is not None and relief.state not in ("pending", "disowned"):
                due = fee_of(self.desk.database, case, one).due
                blanks = fee_papers.relief_approval(case, self.court, relief, due, relieved(case, relief), one)
                yield Offer("fee_relief_approval", blanks, one.record if one is not None else None, stage="intake")

    def _fees(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What the paper that ends the case says of its fees besides who bears them."""
        divided = burden_words(self.case, self.court, told) if "fee_borne_by" in told else None
        return self._fee_relief() | ({"fee_text": divided} if divided else {})

    def _fee_relief(self) -> dict[str, Any]:
        records = (None, *(one.record for one in self.case.heard_together))
        granted = [relief_of(self.desk.database, self.case.id, record) for record in records]
        words = [said for one in granted if (said := fee_papers.relief_words(self.case, one))]
        return {"fee_relief": "；".join(words)} if words else {}

    def _of_withdrawal(self, decision: Decision) -> dict[str, Any]:
        """What a ruling on a withdrawal says of fees; where a counterclaim goes on, of the suit's alone, and with
        everybody's standing as it was."""
        case = self.case
        if not (case.suit_ended and decision.fields.get("granted", True)):
            return self._fee_relief()
        told = {"fee_borne_by": bearer_of(self.desk.database, case)}
        parties = [party_blank(party, case.before_suit_ended.standing_of(party)) for party in by_side(case.parties)]
        return self._fee_relief() | {"fee_text": burden_words(case, self.court, told), "parties": parties}

    def _refunds(self) -> Iterator[Offer]:
        for refund in refunds_of(self.desk.database, self.case.id):
            yield Offer("fee_refund_approval", fee_papers.refund_approval(refund), refund["record"], stage="archive")
            yield Offer("fee_refund_notice", fee_papers.refund_notice(refund), refund["record"], stage="archive")

    def _approvals(self) -> Iterator[Offer]:
        for approval in approvals_of(self.desk.database, self.case.id):
            for document, blanks in approval_papers.papers_of(self.case, self.court, approval):
                yield Offer(document, blanks, approval.record, stage="hearing")

    def _addresses(self) -> Iterator[Offer]:
        for party in self.case.parties:
            if party.service_address is not None:
                blanks = intake_papers.service_address_confirmation(self.case, party.key, self.people.thumbs)
                yield Offer("service_address_confirmation", blanks, party.key, stage="intake")

    def _before_hearing(self) -> Iterator[Offer]:
        case = self.case
        hearing = next((sitting for sitting in self.sittings if sitting.kind == "hearing"), None)
        time = hearing.opened_at if hearing else case.fields.get("next_hearing")
        place = hearing.fields["place"] if hearing else case.fields.get("next_place")
        if case.fields["public"] and time and place:
            yield Offer("hearing_announcement", {"announced": {"time": time, "place": place}}, stage="hearing")
        if case.fields.get("next_hearing"):
            for party in case.parties:
                blanks = hearing_papers.summons_blanks(
                    case, party.key, time=case.fields["next_hearing"], place=case.fields["next_place"]
                )
                yield Offer("summons", blanks, party.key, stage="hearing")

    def _mediation(self, mediation: Mediation) -> Iterator[Offer]:
        if mediation.kind == "in_court":
            heard = any(sitting.kind == "hearing" for sitting in self.sittings)
            blanks = mediation_papers.mediation_statement(mediation, heard=heard) | self._fees(mediation.fields)
            yield Offer("civil_mediation_statement", blanks, stage="mediation")
            blanks = mediation_papers.mediation_record(mediation, self._rows()) | self._fees(mediation.fields)
            yield Offer("mediation_record", blanks, stage="mediation")
        elif mediation.kind == "outside" and self.case.closed == "confirmed":
            agreement = mediation_papers.agreement(mediation)
            yield Offer("ruling_judicial_confirmation", {"agreement": agreement}, stage="judgment")

    def _decision(self, decision: Decision) -> Iterator[Offer]:
        if decision.kind == "withdrawal":
            blanks = judgment_papers.withdrawal_ruling(self.case, decision) | self._of_withdrawal(decision)
            for key in decision.fields["by"]:
                application = judgment_papers.withdrawal_application(self.case, decision, key, self._rows())
                yield Offer("withdrawal_application", application, key, stage="judgment")
            ruling = "ruling_withdrawal_granted" if decision.fields["granted"] else "ruling_withdrawal_refused"
            yield Offer(ruling, blanks, stage="judgment")
            return
        if decision.kind == "deemed_withdrawal":
            blanks = judgment_papers.deemed_withdrawal_ruling(self.case, decision) | self._of_withdrawal(decision)
            yield Offer("ruling_deemed_withdrawn", blanks, stage="judgment")
            return
        present = decision.fields["present"] or self.people.present
        rows, document = self._rows(), judgment_papers.judgment_document(decision)
        blanks = judgment_papers.judgment(decision, rows, self.case, self.defences)
        summoned = first_services(self.desk.database, self.case.id, "summons")
        if "attendance" in blanks and (note := judgment_papers.absent_note(self.case, rows, summoned)):
            blanks["absent_note"] = note
        yield Offer(document, blanks | self._fees(decision.fields), stage="judgment")
        hearing = next((sitting for sitting in self.sittings if sitting.heard_on(decision.at[:10])), None)
        blanks = judgment_papers.pronouncement_record(
            decision,
            self._rows(present, ()),
            on_the_spot=hearing is not None,
            observers=int(hearing.fields["observers"]) if hearing else None,
        )
        yield Offer("pronouncement_record", blanks | self._fees(decision.fields), stage="judgment")

    def _spoke(
        self, sitting: Sitting, turns: Sequence[Turn], refused: Mapping[str, tuple[str, str]] | None = None
    ) -> list[dict[str, Any]]:
        """Who signs what was said in the sitting: those present, its witnesses who spoke, and those invited."""
        return attendance(
            self.case,
            (*self.people.present, *hearing_papers.witnesses_in(turns)),
            thumbs=self.people.thumbs,
            refused=refused,
            invited=sitting.fields.get("invited", ()),
            witnesses=sitting.fields.get("witnesses", ()),
        )

    def _sitting(self, sitting: Sitting) -> Iterator[Offer]:
        case, people = self.case, self.people
        turns = turns_of(self.desk.database, sitting.record)
        invited = sitting.fields.get("invited", ())
        if sitting.kind == "hearing" and sitting.closed_at:
            rows = self._spoke(sitting, turns, people.refused)
            sound = hearing_papers.recordings_blank(self.desk.database, sitting)
            blanks = hearing_papers.hearing_record_blanks(case, sitting, turns, rows, self.officers, sound)
            asked = [box_of(key) for key in people.refused]
            yield Offer("hearing_record", blanks, sitting.record, asked, stage="hearing")
            clerk = self.officers.get("clerk", self.desk.officer.name)
            faults = hearing_papers.recording_fault_blanks(self.desk.database, sitting, clerk)
            for recording, blanks in faults.items():
                yield Offer("recording_fault_note", blanks, recording, stage="hearing")
            if "adjourned_to" in sitting.fields:
                blanks = hearing_papers.adjournment_notice_blanks(case, sitting)
                yield Offer("adjournment_notice", blanks, sitting.record, stage="hearing")
        elif sitting.kind == "inquiry" and sitting.closed_at:
            rows = self._spoke(sitting, turns)
            blanks = hearing_papers.inquiry_record_blanks(case, sitting, turns, rows, self.officers)
            yield Offer("inquiry_record", blanks, sitting.record, stage="hearing")
        elif sitting.kind == "inspection":
            rows = self._rows(sitting.fields.get("present") or people.present, invited)
            blanks = hearing_papers.inspection_record_blanks(sitting, rows)
            yield Offer("inspection_record", blanks, sitting.record, stage="hearing")
        elif sitting.kind == "absence":
            if sitting.fields["contact"]:
                blanks = hearing_papers.contact_log_blanks(case, sitting)
                yield Offer("contact_log", blanks, sitting.record, stage="hearing")
            blanks = hearing_papers.adjournment_notice_blanks(case, sitting)
            yield Offer("adjournment_notice", blanks, sitting.record, stage="hearing")

    def _fee_notice(self) -> Iterator[Offer]:
        case = self.case
        if not case.procedure or waits_for_mediation(self.desk.database, case):
            return
        due = due_now(self.desk.database, case)
        if not due or self._fee_rests():
            return
        payers, reason, based_on = [intake_papers.claimants_of(case)[0].removesuffix("_agent")], "prepay", None
        if ended := case.suit_ended or case.closed:
            # Nobody is threatened any more with a suit that counts as withdrawn (解释213).
            reason, based_on = "borne", ENDING_TITLES.get(ended, "民事裁定书")
            payers = bearers_of(self.desk.database, case) or payers
        elif kept_of(self.desk.database, case.id) and became_ordinary(self.desk, case.id):
            reason = "top_up"
        elif kept_of(self.desk.database, case.id) and raised(self.court, case):
            reason = "increase"
        today: datetime.date = self.desk.clock.now().date()
        days = court_calendar(self.desk.database)
        fee = fee_of(self.desk.database, case)
        for who, part in self._shares(payers, due):
            told: dict[str, Any] = {
                "reason": reason,
                "based_on": based_on,
                "fee": fee,
                "forgiven": forgiven(self.desk.database, case),
            }
            yield Offer(
                "fee_notice", fee_papers.fee_notice(case, who, part, today, days, **told), who[0], stage="intake"
            )

    def _fee_rests(self, counterclaim: str | None = None) -> bool:
        """Nobody is called to pay while the case goes on and relief is asked for, or the fee was put off."""
        return not self.case.closed and fee_rests(self.desk.database, self.case.id, counterclaim) is not None

    def _shares(self, payers: list[str], due: Decimal) -> list[tuple[list[str], Decimal]]:
        """Of what is due at the end, what was lowered too late is called for from who lowered it (费用35)."""
        lowering = lowered_by(self.case)
        if not self.case.closed or lowering is None or payers == [lowering]:
            return [(payers, due)]
        late = lowered_too_late(self.court, self.case) - kept_of(self.desk.database, self.case.id).get(lowering, 0)
        own = min(due, max(late, Decimal(0)))
        return [(who, part) for who, part in ((payers, due - own), ([lowering], own)) if part]

    def _counterclaim_fees(self) -> Iterator[Offer]:
        """Seven days from the day after the counterclaim was brought (费用22), or from who bears it in the end."""
        case, database = self.case, self.desk.database
        for one in case.counterclaims:
            bearer = counterclaim_bearer_of(database, case, one)
            due, payers, reason, based_on = due_now(database, case, one), [one.by], "counterclaim", None
            if not due or waits_for_mediation(database, case) or self._fee_rests(one.record):
                continue
            if case.closed:
                reason, based_on = "borne", ENDING_TITLES.get(case.closed, "民事裁定书")
                payers = [bearer] if bearer not in (None, "shared") else [one.by, *one.against] if bearer else payers
            elif one.independent:
                reason = "independent"
            # A counterclaim's seven days run from its bringing, those of who sues from the notice.
            start = self.desk.clock.now().date() if one.independent else datetime.date.fromisoformat(one.at[:10])
            days = court_calendar(database)
            told: dict[str, Any] = {"reason": reason, "based_on": based_on, "fee": fee_of(database, case, one)}
            told |= {"forgiven": forgiven(database, case, one.record), "name": fee_name(case, one)}
            yield Offer(
                "fee_notice", fee_papers.fee_notice(case, payers, due, start, days, **told), one.record, stage="intake"
            )

    def _appeals(self) -> Iterator[Offer]:
        """The 上诉状 itself, the notice that goes with its copy, and the call for its fee (民诉172–174; 费用22)."""
        case, database = self.case, self.desk.database
        today, days = self.desk.clock.now().date(), court_calendar(database)
        record = CaseRecord(database, case, days, today)
        for one in record.appeals:
            appealed = load_paper(database, one.paper)
            number = number_of(database, appealed)
            blanks = judgment_papers.civil_appeal(case, one, appealed, number, self.people.thumbs)
            yield Offer("civil_appeal", blanks, one.record, stage="judgment")
            if not one.standing:
                continue
            blanks = judgment_papers.appeal_notice(case, one, appealed, number, late=is_late(record, one))
            yield Offer("appeal_notice", blanks, one.record, stage="judgment")
            fee = fee_of_appeal(self.court, case, one.document, one.amount)
            if fee is not None and not one.fee and sent_up(record, one) is None:
                told: dict[str, Any] = {"reason": "appeal", "based_on": f"{number}{appealed.title}", "fee": fee}
                blanks = fee_papers.fee_notice(case, [one.by], fee.due, today, days, **told)
                yield Offer("fee_notice", blanks, one.record, stage="judgment")

    def _corrections(self) -> Iterator[Offer]:
        for paper, blanks in corrections_due(self.desk, self.case.id):
            yield Offer("ruling_correction", blanks, paper.record, stage="judgment")

    def _releases(self) -> Iterator[Offer]:
        for paper in papers_of(self.desk.database, self.case.id):
            if paper.title.endswith(ENDING_KINDS):
                blanks = judgment_papers.document_release(self.case, paper)
                yield Offer("document_release", blanks, paper.record, stage="judgment")

    def _certificates(self) -> Iterator[Offer]:
        for service in services_of(self.desk.database, self.case.id):
            if service.at is None or service.how == "public":
                continue
            papers = [load_paper(self.desk.database, paper) for paper in service.papers]
            blanks = service_papers.certificate_of_service(
                self.case, service.fields, papers, at=service.at, server=self.server, thumbs=self.people.thumbs
            )
            yield Offer("certificate_of_service", blanks, service.record, stage="service")
