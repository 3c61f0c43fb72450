"""Carries one act of a circuit day through the services the window uses, step by step, and goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cases import service as cases
from app.cases.numbers import blocks, next_number
from app.circuit.day_act import DayAct
from app.circuit.day_clock import DayClock, instant
from app.circuit.day_fees import article_of, reduced_by
from app.circuit.day_numbers import docketed_number, number_type
from app.circuit.day_papers import form_of, found_of, paper_named, written
from app.circuit.day_sittings import DaySittings
from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.store import Paper, find_paper
from app.errors import NeedsCorrection
from app.fees import service as fees
from app.fees.store import payments_of, relief_of
from app.hearings.papers import summons_blanks
from app.intake.service import file_case
from app.judgments import service as judgments
from app.judgments.papers import document_of
from app.judgments.store import decisions_of
from app.mediation import service as mediation
from app.mediation.store import mediations_of
from app.service import service as services
from app.service.copies import copied_by
from app.service.store import Service, services_of

OPENING = (
    "oral_filing_record", "confirmation_application", "evidence_receipt", "acceptance_notice",
    "confirmation_acceptance_notice", "rights_and_duties_notice", "integrity_supervision_card", "notice_to_respond",
)  # fmt: skip
RECORDS = ("hearing_record", "inquiry_record", "inspection_record", "mediation_record", "pronouncement_record")


@dataclass(frozen=True)
class Step:
    """One step of an act: its name, the moment the file gives it, and what carries it."""

    name: str
    at: str
    carry: Callable[[], None]


class DayCase(DayAct):
    """One act that opens a case, or goes on with one; every step may be carried again and does nothing twice."""

    def __init__(
        self,
        act: Mapping[str, Any],
        folder: Path,
        desk: Desk,
        clock: DayClock,
        fonts: FontSet,
        mishap: Callable[[str, str], None],
    ) -> None:
        super().__init__(act, folder, desk, clock, fonts)
        self.mishap = mishap
        self.sittings = DaySittings(self, mishap)

    def steps(self) -> list[Step]:
        """What the tribunal does one after the other, up to how the act ends, each with the file's moment."""
        act = self.act
        steps = [Step("filing", self.filing.accepted_at, self.file)]
        if "small_claims_notice" in act:
            steps.append(Step("small_claims_notice", act["small_claims_notice"]["at"], self.notice_small_claims))
        if "on_the_spot" in act or "service_address" in act:
            steps.append(Step("waivers", steps[-1].at, self.note_waivers_and_addresses))
        sittings = [
            Step(name, act[name][moment], carry)
            for name, moment, carry in (
                ("inspection", "at", self.sittings.inspect),
                ("inquiry", "at", self.sittings.inquire),
                ("hearing", "opened_at", self.sittings.hear),
            )
            if name in act
        ]
        steps += sorted(sittings, key=lambda step: instant(step.at))
        for name, moment, carry in (
            ("withdrawal", "at", self.withdraw),
            ("mediation", "at", self.mediate),
            ("judgment", "announced_at", self.judge_it),
            ("absence", "at", self.sittings.adjourn),
        ):
            if name in act:
                steps.append(Step(name, act[name][moment], carry))
        if "outside_agreement" in act and not self.case_ends_otherwise:
            steps.append(Step("confirmation", steps[-1].at, self.confirm))
        return steps

    def beside(self) -> list[Step]:
        """What happens at its own moment, be it before, between or after the others: relief and payment."""
        steps = list[Step]()
        if relief := self.act.get("fee_relief"):
            steps.append(Step("fee_relief", relief.get("approved_at") or relief["applied_at"], self.relieve))
        if payment := self.act.get("payment"):
            steps.append(Step("payment", payment["at"], self.pay))
        return steps

    @property
    def case_ends_otherwise(self) -> bool:
        """Whether the agreement is not confirmed, because the application was withdrawn."""
        return bool(self.act.get("withdrawal", {}).get("granted"))

    def file(self) -> None:
        """The filing is a case with a number, a procedure and the papers of its opening."""
        if self.case_id is None:
            desk = self.officer(self.filing.accepted_by)
            number = docketed_number(self.act)
            if number is None:
                leased = {block["type"] for block in blocks(desk.database)}
                kind = number_type(self.act, self.court.mediation_mode, leased)
                number = next_number(desk, self.court.code, kind, int(self.filing.accepted_at[:4]))
            file_case(desk, self.filing, number=number)
        self._attach_evidence()
        if not self.case.procedure:
            cases.decide_procedure(self.judge, self.case.id, self.act["procedure"])
        if "outside_agreement" in self.act and not mediations_of(self.desk.database, self.case.id):
            told = self.act["outside_agreement"]
            mediation.bring_outside_agreement(
                self.clerk,
                self.case.id,
                organisation=told["organisation"],
                mediator=told["mediator"],
                route=told.get("route", ""),
                agreed_on=told["agreed_on"],
                terms=told["terms"],
            )
        if "docketed" not in self.act:
            # Elements that came with a written complaint are printed on its form; spoken ones are in the record.
            self.issue(*OPENING, *(["civil_complaint_elements"] if self.filing.elements else []))

    def _attach_evidence(self) -> None:
        case = self.case
        for item, told in zip(case.evidence, self.filing.evidence, strict=True):
            if told.get("files") and not item.files:
                ids = [self.attach(name) for name in told["files"]]
                self.clerk.record("evidence.scanned", item.record, {"files": ids}, case=case.id)

    def relieve(self) -> None:
        """Relief from fees was asked for and decided."""
        case = self.case
        told = self.act["fee_relief"]
        if relief_of(self.desk.database, case.id) is None:
            fees.decide_relief(
                self.judge,
                case.id,
                kind=told["kind"],
                reason=told["reason"],
                article=article_of(told),
                applied_at=told["applied_at"],
                approved_by=told.get("approved_by"),
                approved_at=told.get("approved_at"),
                by_telephone=bool(told.get("by_telephone")),
                amount=reduced_by(told, fees.fee_of(self.desk.database, case)),
                applicant=told.get("applicant"),
            )
        self.issue("fee_relief_approval")

    def notice_small_claims(self) -> None:
        """The parties were told in writing what the small-claims procedure means."""
        case = self.case
        told = self.act["small_claims_notice"]
        if "small_claims_notice" not in case.fields:
            cases.give_small_claims_notice(self.clerk, case.id, at=told["at"], to=list(told["to"]))
        self.issue("small_claims_notice")

    def note_waivers_and_addresses(self) -> None:
        """Waived periods and confirmed addresses are on the record, and each party's 送达地址确认书 is made."""
        waivers = self.act.get("on_the_spot")
        case = self.case
        if waivers and "waive_evidence_period" not in case.fields:
            cases.note_waivers(
                self.clerk,
                case.id,
                evidence_period=list(waivers.get("waive_evidence_period", ())),
                defence_period=list(waivers.get("waive_defence_period", ())),
            )
        for key, address in self.act.get("service_address", {}).items():
            if self.case.party(key).service_address is None:
                cases.confirm_service_address(self.clerk, case.id, key, address)
        self.issue("service_address_confirmation")

    def mediate(self) -> None:
        """The parties agreed before the court: 调解书."""
        told = self.act["mediation"]
        case = self.case
        if not mediations_of(self.desk.database, case.id):
            mediation.agree(
                self.judge,
                case.id,
                at=told["at"],
                place=told["place"],
                public=bool(told.get("public", False)),
                terms=told["terms"],
                fee_borne_by=told["fee_borne_by"].removesuffix("_agent"),
                effect=told.get("effect", "on_receipt"),
            )
        self.issue("civil_mediation_statement")

    def confirm(self) -> None:
        """The court confirms the agreement by ruling, or rejects the application where the file says so (民诉206)."""
        case = self.case
        told = self.act["outside_agreement"]
        if not refuses(told):
            if not case.closed:
                mediation.confirm(self.judge, case.id, on=self.today())
            self.issue("ruling_judicial_confirmation")
        elif find_paper(self.desk.database, case.id, "ruling_confirmation_refused") is None:
            self.issue_as_told("ruling_confirmation_refused")

    def withdraw(self) -> None:
        """The court ruled on the application to withdraw."""
        told = self.act["withdrawal"]
        case = self.case
        if not any(one.kind == "withdrawal" for one in decisions_of(self.desk.database, case.id)):
            # A withdrawal ends the file's case, so all who claim apply; ``by`` says who spoke for them.
            claimants = [party.key for party in case.parties if party.role == "plaintiff"]
            judgments.rule_on_withdrawal(
                self.judge,
                case.id,
                by=(told["granted"] and claimants) or [told["by"].removesuffix("_agent")],
                at=told["at"],
                reason=told.get("reason", ""),
                granted=bool(told["granted"]),
            )
        self.issue("ruling_withdrawal_granted", "ruling_withdrawal_refused")

    def judge_it(self) -> None:
        """The judgment was announced."""
        told = self.act["judgment"]
        case = self.case
        if not any(one.kind == "judgment" for one in decisions_of(self.desk.database, case.id)):
            judgments.announce(
                self.judge,
                case.id,
                form=form_of(self.act),
                orders=told["orders"],
                laws=told["laws"],
                fee_borne_by=told["fee_borne_by"].removesuffix("_agent"),
                announced_at=told["announced_at"],
                announced_place=told["announced_place"],
                present=self.people.of_parties(told.get("present", ())),
                reasons=written(told.get("reasons")),
                found=found_of(told),
            )
        self.issue(document_of(form_of(self.act)))

    def pay(self) -> None:
        """The fee was paid."""
        told = self.act["payment"]
        case = self.case
        if any(paid["at"] == told["at"] for paid in payments_of(self.desk.database, case.id)):
            return
        names = ("amount", "how", "at", "ticket_no", "conditions")
        payer = told["payer"].removesuffix("_agent")
        fees.take_payment(self.clerk, case.id, payer=payer, **{name: told[name] for name in names if name in told})

    def records(self) -> None:
        """The records that are read back and signed."""
        self.issue(*RECORDS)

    def papers_to_serve(self, told: Mapping[str, Any]) -> list[Paper]:
        """The papers handed over together with this entry of ``service``; what suits the case is made for it."""
        return [self._paper_to_serve(document, told["to"]) for document in self._documents_with(told)]

    def serve(self, told: Mapping[str, Any]) -> None:
        """One entry of the file's ``service``; papers handed to one person at one moment share a certificate."""
        if self._service_of(told) is not None:
            return
        services.serve(
            self.clerk,
            self.case.id,
            [paper.record for paper in self.papers_to_serve(told)],
            told["to"],
            told["how"],
            at=told.get("at"),
            queued_at=told.get("queued_at"),
            received_by=told.get("received_by"),
            place=told.get("place"),
            reason=told.get("reason"),
            witnesses=[self.people.name(witness) for witness in told.get("witnesses", ())],
            photos=[self.attach(name) for name in told.get("photos", ())],
        )

    def certificates(self) -> None:
        """Every service that was made has its certificate."""
        self.issue("certificate_of_service")

    def _documents_with(self, told: Mapping[str, Any]) -> list[str]:
        together = (
            entry["document"]
            for entry in self.act["service"]
            if all(entry.get(name) == told.get(name) for name in ("to", "how", "at", "queued_at", "received_by"))
        )
        return list(dict.fromkeys(paper_named(document, self.act) for document in together))

    def _service_of(self, told: Mapping[str, Any]) -> Service | None:
        documents = self._documents_with(told)
        for held in services_of(self.desk.database, self.case.id):
            moments = (held.fields.get("at"), held.fields.get("queued_at"))
            if (held.to, held.how, held.documents) == (told["to"], told["how"], documents) and (
                told.get("at") or told["queued_at"]
            ) in moments:
                return held
        return None

    def _paper_to_serve(self, document: str, to: str) -> Paper:
        person = to.removesuffix("_agent")
        if copied := copied_by(document):
            return self._paper_copied(copied)
        if self._held(document, person) is None:
            self.issue(document)
        if self._held(document, person) is None:
            self._issue_what_is_served(document, person)
        found = self._held(document, person)
        assert found is not None
        return found

    def _paper_copied(self, documents: list[str]) -> Paper:
        """The paper that was filed, of which a copy is served: 口头起诉笔录, or the complaint on the court's form."""
        self.issue(*documents)
        found = (find_paper(self.desk.database, self.case.id, document) for document in documents)
        return next(paper for paper in found if paper is not None)

    def _issue_what_is_served(self, document: str, person: str) -> None:
        """A paper that nothing offers now: the summons to a hearing that is being held, or one that asks for nothing.

        Refuses with ``paper_not_issued`` where the paper says more than the file and the case do.
        """
        hearing = self.act.get("hearing")
        if document == "summons" and hearing:
            blanks = summons_blanks(self.case, person, time=hearing["opened_at"], place=hearing["place"])
            self.issue_as_told(document, blanks, person)
            return
        try:
            self.issue_as_told(document, {"told": [self.case.party(person).name]}, person)
        except NeedsCorrection as refusal:
            missing = refusal.details.get("blank")
            raise NeedsCorrection("paper_not_issued", document=document, blank=missing) from None

    def _held(self, document: str, person: str) -> Paper | None:
        held = find_paper(self.desk.database, self.case.id, document, person)
        return held or find_paper(self.desk.database, self.case.id, document)


def refuses(agreement: Mapping[str, Any]) -> bool:
    """Whether the file says that the court did not confirm the agreement."""
    return any(agreement.get(name) is False for name in ("granted", "confirmed"))
