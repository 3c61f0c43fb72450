"""Carries one act of a circuit day through the services the window uses, step by step, and goes on where it stopped."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.archive.offers import offers_of
from app.attachments.service import attach, of_case
from app.cases import service as cases
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import cases_with_same_parties, load_case
from app.circuit.day_clock import DayClock
from app.circuit.day_people import DayPeople, inspected, person_name
from app.desk import Desk, Officer
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import Paper, find_paper, papers_of
from app.errors import NeedsCorrection
from app.fees import service as fees
from app.fees.store import payments_of, relief_of
from app.hearings import service as hearings
from app.hearings.store import Sitting, count_turns, sittings_of
from app.intake.service import Filing, file_case
from app.judgments import papers as judgment_papers
from app.judgments import service as judgments
from app.judgments.store import decisions_of
from app.mediation import service as mediation
from app.mediation.store import mediations_of
from app.service import service as services
from app.service.store import services_of
from app.storage.drafts import drafts_of, save_draft

MEDIA = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".wav": "audio/wav", ".pdf": "application/pdf",
}  # fmt: skip


OPENING = (
    "oral_filing_record", "confirmation_application", "evidence_receipt", "acceptance_notice",
    "confirmation_acceptance_notice", "rights_and_duties_notice", "integrity_supervision_card", "notice_to_respond",
)  # fmt: skip
RECORDS = (
    "hearing_record", "inquiry_record", "inspection_record", "mediation_record", "pronouncement_record", "fee_notice",
)  # fmt: skip


CASE_OF_ACT = "day_case"


@dataclass(frozen=True)
class Step:
    """One step of an act: its name, the moment the file gives it, and what carries it."""

    name: str
    at: str
    carry: Callable[[], None]


class DayCase:
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
        self.act = act
        self.key = str(act["key"])
        self.folder = folder
        self.desk = desk
        self.clock = clock
        self.fonts = fonts
        self.mishap = mishap
        self.court = read_court(desk.database)
        self.people = DayPeople(act, self.court)
        filing = act["filing"]
        judge = (act.get("docketed") or {}).get("judge") or self.people.signing_officer("judge", filing["accepted_by"])
        clerk = self.people.signing_officer("clerk") or self.people.signing_officer("assistant_judge")
        names = Filing.__dataclass_fields__.keys()
        self.filing = Filing(**{name: value for name, value in filing.items() if name in names})
        self.filing = replace(self.filing, judge=judge, clerk=clerk)

    # --- Who acts

    def officer(self, officer_id: str) -> Desk:
        """The desk with that officer at it."""
        found = self.court.officer(officer_id)
        return self.desk.acting_as(Officer(found["id"], found["name"], found["role"]))

    @property
    def judge(self) -> Desk:
        return self.officer(self.case.fields["judge"])

    @property
    def clerk(self) -> Desk:
        return self.officer(self.case.fields["clerk"])

    # --- The case as it now is

    @property
    def case_id(self) -> str | None:
        """The case of this act, found by what was filed; None before. Once found it is this act's and no other's."""
        claimed = drafts_of(self.desk.database, CASE_OF_ACT)
        if self.key in claimed:
            return claimed[self.key]
        number = (self.act.get("docketed") or {}).get("case_number")
        names = [party["name"] for party in self.filing.parties]
        for row in cases_with_same_parties(self.desk.database, names, self.filing.cause):
            held = load_case(self.desk.database, row["id"])
            same = held.fields["filed_at"] == self.filing.at and held.fields["facts"] == self.filing.facts
            fits = same and len(held.parties) == len(names) and number in (None, held.number)
            if fits and held.id not in claimed.values():
                save_draft(self.desk.database, CASE_OF_ACT, self.key, held.id)
                return held.id
        return None

    @property
    def case(self) -> Case:
        case_id = self.case_id
        if case_id is None:
            raise NeedsCorrection("unknown_case", case=self.key)
        return load_case(self.desk.database, case_id)

    # --- Steps

    def steps(self) -> list[Step]:
        """The act's steps with their moments, in the order a tribunal takes them."""
        act = self.act
        steps = [Step("filing", self.filing.accepted_at, self.file)]
        if "fee_relief" in act:
            relief = act["fee_relief"]
            steps.append(Step("fee_relief", relief.get("approved_at") or relief["applied_at"], self.relieve))
        if "small_claims_notice" in act:
            steps.append(Step("small_claims_notice", act["small_claims_notice"]["at"], self.notice_small_claims))
        if "on_the_spot" in act or "service_address" in act:
            steps.append(Step("waivers", steps[-1].at, self.note_waivers_and_addresses))
        if "inspection" in act:
            steps.append(Step("inspection", act["inspection"]["at"], self.inspect))
        if "inquiry" in act:
            steps.append(Step("inquiry", act["inquiry"]["at"], self.inquire))
        if "hearing" in act:
            steps.append(Step("hearing", act["hearing"]["opened_at"], self.hear))
        for name, moment, carry in (
            ("mediation", "at", self.mediate),
            ("withdrawal", "at", self.withdraw),
            ("judgment", "announced_at", self.judge_it),
            ("absence", "at", self.adjourn),
        ):
            if name in act:
                steps.append(Step(name, act[name][moment], carry))
        if "outside_agreement" in act:
            steps.append(Step("confirmation", steps[-1].at, self.confirm))
        if "payment" in act:
            steps.append(Step("payment", act["payment"]["at"], self.pay))
        return steps

    def file(self) -> None:
        """The filing is a case with a number, a procedure and the papers of its opening."""
        if self.case_id is None:
            desk = self.officer(self.filing.accepted_by)
            number = (self.act.get("docketed") or {}).get("case_number")
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
            self.papers_now(*OPENING)

    def _attach_evidence(self) -> None:
        case = self.case
        for item, told in zip(case.evidence, self.filing.evidence, strict=True):
            if told.get("files") and not item.files:
                ids = [self._attach(name) for name in told["files"]]
                self.clerk.record("evidence.scanned", item.record, {"files": ids}, case=case.id)

    def relieve(self) -> None:
        """Relief from fees was asked for and decided."""
        case = self.case
        told = self.act["fee_relief"]
        if relief_of(self.desk.database, case.id) is None:
            names = ("kind", "reason", "article", "applied_at", "approved_by", "approved_at", "by_telephone", "amount")
            fees.decide_relief(
                self.judge,
                case.id,
                **{"approved_by": None, "approved_at": None, **{n: told[n] for n in names if n in told}},
            )
        self.papers_now("fee_relief_approval")

    def notice_small_claims(self) -> None:
        """The parties were told in writing what the small-claims procedure means."""
        case = self.case
        told = self.act["small_claims_notice"]
        if "small_claims_notice" not in case.fields:
            cases.give_small_claims_notice(self.clerk, case.id, at=told["at"], to=list(told["to"]))
        self.papers_now("small_claims_notice")

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
        self.papers_now("service_address_confirmation")

    def inspect(self) -> None:
        """The scene was inspected, with photographs, and the record is made."""
        told = self.act["inspection"]
        case = self.case
        sitting = self._sitting("inspection")
        if sitting is None:
            photos = [self._attach(name) for name in told.get("photos", ())]
            extra = {**inspected(told, case.cause), "photos": photos}
            invited = [person_name(who) for who in told.get("invited", ())]
            hearings.open_sitting(
                self.clerk,
                case.id,
                kind="inspection",
                opened_at=told["at"],
                place=told["place"],
                invited=invited,
                extra=extra,
            )
            sitting = self._sitting("inspection")
        assert sitting is not None
        if sitting.closed_at is None:
            hearings.close_sitting(self.clerk, sitting.record, told.get("ended_at") or told["at"])

    def inquire(self) -> None:
        """The applicants were questioned (解释356)."""
        told = self.act["inquiry"]
        place = told.get("place") or self.filing.place
        extra = {"assisted": told.get("assisted")}
        self._speak("inquiry", told["turns"], told["at"], told.get("closed_at") or told["at"], place, 0, extra, [])

    def hear(self) -> None:
        """The hearing took place, turn by turn, with its sound."""
        told = self.act["hearing"]
        self._speak(
            "hearing",
            told["turns"],
            told["opened_at"],
            told["closed_at"],
            told["place"],
            int(told.get("observers", 0)),
            {},
            list(told.get("audio", ())),
        )

    def _speak(
        self,
        kind: str,
        turns: Sequence[Mapping[str, Any]],
        opened_at: str,
        closed_at: str,
        place: str,
        observers: int,
        extra: dict[str, Any],
        audio: Sequence[str],
    ) -> None:
        sitting = self._sitting(kind)
        if sitting is None:
            hearings.open_sitting(
                self.clerk,
                self.case.id,
                kind=kind,
                opened_at=opened_at,
                place=place,
                observers=observers,
                invited=self.people.invited(),
                extra=extra,
            )
            sitting = self._sitting(kind)
        assert sitting is not None
        if kind == "hearing":
            self.papers_now("hearing_announcement")
        if sitting.closed_at is not None:
            return
        start, end = datetime.datetime.fromisoformat(opened_at), datetime.datetime.fromisoformat(closed_at)
        for index in range(count_turns(self.desk.database, sitting.record), len(turns)):
            self.clock.set(start + (end - start) * index / max(1, len(turns)))
            if index == len(turns) // 2:
                hearings.save_open_turn(self.clerk, sitting.record, turns[index]["speaker"], turns[index]["text"])
                self.mishap("power_cut_during_hearing", self.key)
            hearings.end_turn(self.clerk, sitting.record, self._speaker(turns[index]["speaker"]), turns[index]["text"])
        self.clock.set(end)
        if audio and not sitting.fields.get("audio"):
            hearings.attach_sound(self.clerk, sitting.record, [self._attach(name) for name in audio])
        hearings.close_sitting(self.clerk, sitting.record, closed_at)

    def _speaker(self, speaker: str) -> str:
        """An officer named by id speaks under his role."""
        for officer in self.court.officers:
            if officer["id"] == speaker:
                return officer["role"]
        return speaker

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
                fee_borne_by=told["fee_borne_by"],
                effect=told.get("effect", "on_receipt"),
            )
        self.papers_now("civil_mediation_statement")

    def confirm(self) -> None:
        """The court confirms the agreement by ruling."""
        case = self.case
        if not case.closed:
            mediation.confirm(self.judge, case.id, on=self._today())
        self.papers_now("ruling_judicial_confirmation")

    def withdraw(self) -> None:
        """The court ruled on the application to withdraw."""
        told = self.act["withdrawal"]
        case = self.case
        if not decisions_of(self.desk.database, case.id):
            judgments.rule_on_withdrawal(
                self.judge,
                case.id,
                by=told["by"],
                at=told["at"],
                reason=told.get("reason", ""),
                granted=bool(told["granted"]),
            )
        self.papers_now("ruling_withdrawal_granted")

    def judge_it(self) -> None:
        """The judgment was announced."""
        told = self.act["judgment"]
        case = self.case
        if not decisions_of(self.desk.database, case.id):
            judgments.announce(
                self.judge,
                case.id,
                form=told["form"],
                orders=told["orders"],
                laws=told["laws"],
                fee_borne_by=told["fee_borne_by"],
                announced_at=told["announced_at"],
                announced_place=told["announced_place"],
                present=list(told.get("present", ())),
                reasons=told.get("reasons"),
                found=told.get("facts_found") or told.get("found") or told.get("facts"),
            )
        self.papers_now(judgment_papers.judgment_document(decisions_of(self.desk.database, case.id)[0]))

    def adjourn(self) -> None:
        """Someone did not come; the hearing is set anew and everyone is summoned."""
        told = self.act["absence"]
        case = self.case
        if self._sitting("absence") is None:
            hearings.note_absence(
                self.clerk,
                case.id,
                at=told["at"],
                who=told["who"],
                contact=list(told.get("contact", ())),
                adjourned_to=told["adjourned_to"],
                place=told["place"],
                here=str(told.get("here") or self.filing.place),
            )
        self.papers_now("contact_log", "adjournment_notice", "summons")

    def pay(self) -> None:
        """The fee was paid."""
        told = self.act["payment"]
        case = self.case
        if any(paid["at"] == told["at"] for paid in payments_of(self.desk.database, case.id)):
            return
        names = ("payer", "amount", "how", "at", "ticket_no", "conditions")
        fees.take_payment(self.clerk, case.id, **{name: told[name] for name in names if name in told})

    def records(self) -> None:
        """The records that are read back and signed, and the notice of what is still to be paid."""
        self.papers_now(*RECORDS)

    def serve(self, told: Mapping[str, Any]) -> None:
        """One entry of the file's ``service``; papers handed to one person at one moment share a certificate."""
        case = self.case
        at = told.get("at")
        moment = at or told["queued_at"]
        together = [
            entry
            for entry in self.act["service"]
            if (entry["to"], entry["how"], entry.get("at") or entry.get("queued_at"))
            == (told["to"], told["how"], moment)
            and entry.get("received_by") == told.get("received_by")
        ]
        documents = [entry["document"] for entry in together]
        for held in services_of(self.desk.database, case.id):
            moments = (held.fields.get("at"), held.fields.get("queued_at"))
            if (held.to, held.how, held.documents) == (told["to"], told["how"], documents) and moment in moments:
                return
        papers = [self._paper_to_serve(document, told["to"]) for document in documents]
        services.serve(
            self.clerk,
            case.id,
            [paper.record for paper in papers],
            told["to"],
            told["how"],
            at=at,
            queued_at=told.get("queued_at"),
            received_by=told.get("received_by"),
            place=told.get("place"),
            reason=told.get("reason"),
            witnesses=[person_name(witness) for witness in told.get("witnesses", ())],
            photos=[self._attach(name) for name in told.get("photos", ())],
        )

    def certificates(self) -> None:
        """Every service that was made has its certificate."""
        self.papers_now("certificate_of_service")

    def papers_now(self, *documents: str) -> None:
        """Of the papers that suit the case now, those of these names are issued, unless they were before."""
        case = self.case
        people = self.people.at(case)
        for offer in offers_of(self.judge, case.id, people, server=self.clerk.officer.name):
            if offer.document not in documents:
                continue
            if find_paper(self.desk.database, case.id, offer.document, offer.concerns) is None:
                issue(
                    self.judge,
                    case.id,
                    offer.document,
                    offer.blanks,
                    made_on=self._today(),
                    fonts=self.fonts,
                    concerns=offer.concerns,
                    asked=offer.asked,
                )

    def papers(self) -> list[Paper]:
        return papers_of(self.desk.database, self.case.id)

    def _paper_to_serve(self, document: str, to: str) -> Paper:
        found = find_paper(self.desk.database, self.case.id, document, to.removesuffix("_agent"))
        found = found or find_paper(self.desk.database, self.case.id, document)
        if found is None:
            raise NeedsCorrection("paper_not_issued", at=f"{self.key}.service", document=document)
        return found

    def _sitting(self, kind: str) -> Sitting | None:
        return next((s for s in sittings_of(self.desk.database, self.case.id) if s.kind == kind), None)

    def _attach(self, name: str) -> str:
        path = self.folder / name
        for row in of_case(self.desk.database, self.case.id):
            if row["name"] == path.name:
                return str(row["record"])
        return attach(
            self.clerk, self.case.id, path, path.name, MEDIA.get(path.suffix.lower(), "application/octet-stream")
        )

    def _today(self) -> str:
        return self.clock.now().date().isoformat()
