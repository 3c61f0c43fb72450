"""Checks one act of a circuit day that opens, or goes on with, a case."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cases.model import CLAIMANTS, PROCEDURE_NAMES, party_keys
from app.cases.service import refuse_small_claims
from app.circuit.day_case import refuses
from app.circuit.day_clock import instant
from app.circuit.day_fees import SHARES, article_of, reduced_by
from app.circuit.day_fields import asked, choice, date, listed, mapping, moment, need
from app.circuit.day_files import check_file
from app.circuit.day_filing import filing_of
from app.circuit.day_papers import form_of, paper_named
from app.circuit.day_people import INVITING
from app.errors import NeedsCorrection
from app.fees.service import WAYS
from app.hearings.service import OFFICER_SPEAKERS
from app.intake.service import ACCEPTING, CONFIRMATION, check_filing
from app.judgments.papers import document_of
from app.judgments.service import FORMS
from app.mediation.service import EFFECTS
from app.rules.approvals import RELIEF
from app.rules.case_numbers import parse_case_number
from app.rules.cash import permit_cash
from app.rules.fee_changes import grant_relief
from app.rules.fees import CaseFee, case_fee
from app.rules.money import parse_amount
from app.rules.service_methods import check_left, service_allowed
from app.rules.signing_law import wet_signature_required
from app.service.copies import copied_by
from app.service.service import recipient_of

ENDINGS = ("mediation", "outside_agreement", "withdrawal", "judgment", "absence")
SITTING = (*OFFICER_SPEAKERS, "division_chief", "president")
"""Roles of officers who may speak in a sitting."""
SIGNING_WAYS = ("thumb", "ink", "key", "wet", "seal", "refused")
ENDING_PAPERS = {
    "civil_mediation_statement": "mediation",
    "ruling_withdrawal_granted": "withdrawal",
    "ruling_withdrawal_refused": "withdrawal",
    "ruling_judicial_confirmation": "outside_agreement",
    "ruling_confirmation_refused": "outside_agreement",
    "adjournment_notice": "absence",
}
CLOSED_AS = {"mediation": "mediated", "outside_agreement": "confirmed", "withdrawal": "withdrawn", "judgment": "judged"}


class ActCheck:
    """The checks of one act that opens, or goes on with, a case."""

    def __init__(
        self, act: Mapping[str, Any], at: str, court: Mapping[str, Any], officers: Mapping[str, str], folder: Path
    ) -> None:
        self.act, self.at, self.court, self.officers, self.folder = act, at, court, officers, folder
        self.filing = mapping(act, "filing", at)
        for index, party in enumerate(listed(self.filing, "parties", f"{at}.filing")):
            need(party, "role", f"{at}.filing.parties[{index}]")
        self.keys = party_keys([party["role"] for party in self.filing["parties"]])
        self.agents = {agent.get("for") for agent in self.filing.get("agents", ())}

    def check(self) -> None:
        """Nothing where the act can be carried."""
        self._filing()
        self._procedure()
        self._in_order()
        for name in ("small_claims_notice", "on_the_spot", "service_address", "inspection", "hearing", "inquiry"):
            if name in self.act:
                getattr(self, f"_{name}")(mapping(self.act, name, self.at), f"{self.at}.{name}")
        endings = [name for name in ENDINGS if name in self.act]
        ending = [name for name in endings if not self._leaves_open(name)]
        if len(ending) > 1:
            raise NeedsCorrection("two_endings", at=f"{self.at}.{ending[1]}")
        for name in endings:
            getattr(self, f"_{name}")(mapping(self.act, name, self.at), f"{self.at}.{name}")
        if "fee_relief" in self.act:
            self._fee_relief(mapping(self.act, "fee_relief", self.at), f"{self.at}.fee_relief")
        if "payment" in self.act:
            self._payment(mapping(self.act, "payment", self.at), f"{self.at}.payment")
        self._signing()
        self._service()

    def _in_order(self) -> None:
        """Nothing is done in a case before it is accepted, and nothing announced before it was heard."""
        accepted, opened = filing_of(self.act).accepted_at, self.act.get("hearing", {}).get("opened_at", "")
        steps = [(name, "at", accepted) for name in ("small_claims_notice", "inspection", "inquiry", "withdrawal")]
        steps += [("absence", "at", accepted), ("payment", "at", self.filing["at"])]
        steps += [("judgment", "announced_at", accepted), ("judgment", "announced_at", opened)]
        if self.court["mediation_mode"] == "register_first":
            steps.append(("mediation", "at", accepted))
        for part, name, before in steps:
            told = self.act.get(part, {}).get(name)
            if told is not None and instant(told) < instant(before):
                raise NeedsCorrection("time_goes_backward", at=f"{self.at}.{part}.{name}", after=before)
        agreed_on = self.act.get("outside_agreement", {}).get("agreed_on", "")
        if agreed_on > accepted[:10]:
            raise NeedsCorrection(
                "time_goes_backward", at=f"{self.at}.filing.accepted_at", after=agreed_on, article="民诉205"
            )

    def _leaves_open(self, ending: str) -> bool:
        """Whether this is no ending of its own: a withdrawal refused, an agreement whose application was withdrawn."""
        if ending == "withdrawal":
            return self.act["withdrawal"].get("granted") is False
        return ending == "outside_agreement" and "withdrawal" in self.act

    def _filing(self) -> None:
        filing, at = self.filing, f"{self.at}.filing"
        for name in (
            "mode",
            "at",
            "accepted_at",
            "accepted_by",
            "place",
            "cause",
            "public",
            "claims",
            "facts",
        ):
            need(filing, name, at)
        for index, claim in enumerate(listed(filing, "claims", at)):
            need(claim, "kind", f"{at}.claims[{index}]")
            need(claim, "text", f"{at}.claims[{index}]")
        for index, item in enumerate(filing.get("evidence", ())):
            place = f"{at}.evidence[{index}]"
            for name in ("name", "by", "original", "pages", "proves"):
                need(item, name, place)
            self._files(item.get("files", ()), f"{place}.files")
        self._officer(filing["accepted_by"], f"{at}.accepted_by")
        if self.officers[filing["accepted_by"]] not in ACCEPTING:
            raise NeedsCorrection("role_not_permitted", at=f"{at}.accepted_by", needs=list(ACCEPTING))
        try:
            check_filing(filing_of(self.act))
        except NeedsCorrection as refusal:
            inner = str(refusal.details.get("at", ""))
            raise NeedsCorrection(
                refusal.code, **(refusal.details | {"at": f"{at}.{inner}" if inner else at})
            ) from None
        if "docketed" in self.act:
            self._docketed(mapping(self.act, "docketed", self.at), f"{self.at}.docketed")

    def _docketed(self, docketed: Mapping[str, Any], at: str) -> None:
        number = need(docketed, "case_number", at)
        asked(f"{at}.case_number", parse_case_number, number)
        if parse_case_number(number).court != self.court["code"]:
            raise NeedsCorrection("number_of_another_court", at=f"{at}.case_number", number=number)
        if docketed.get("filed_on") and docketed["filed_on"] < self.filing["at"][:10]:
            raise NeedsCorrection("accepted_before_filed", at=f"{at}.filed_on")
        if docketed.get("judge"):
            self._officer(docketed["judge"], f"{at}.judge")
            if self.officers[docketed["judge"]] != "judge":
                raise NeedsCorrection("role_not_permitted", at=f"{at}.judge", needs=["judge"])

    def _procedure(self) -> None:
        at = f"{self.at}.procedure"
        procedure = need(self.act, "procedure", self.at)
        if procedure not in PROCEDURE_NAMES:
            raise NeedsCorrection("unknown_choice", at=at, choice=procedure)
        kinds = {claim["kind"] for claim in self.filing["claims"]}
        if (CONFIRMATION in kinds) != (procedure == "special"):
            code = (
                "confirmation_needs_special_procedure"
                if CONFIRMATION in kinds
                else "special_procedure_only_for_confirmation"
            )
            raise NeedsCorrection(code, at=at)
        if procedure == "small_claims":
            wage = self.court.get("small_claims_wage")
            asked(at, lambda: refuse_small_claims(wage, self.filing["cause"], self.filing["claims"]))
        closed = next((CLOSED_AS[name] for name in CLOSED_AS if name in self.act), None)
        asked(f"{self.at}.filing.claims", self._fee, closed)

    def _fee(self, closed: str | None) -> CaseFee:
        claims = [{k: c.get(k) for k in ("kind", "amount", "property_total")} for c in self.filing["claims"]]
        procedure, rounding = self.act["procedure"], self.court["fee_rounding"]
        return case_fee(claims, self.court["province_fees"], procedure, closed, rounding)

    def _small_claims_notice(self, notice: Mapping[str, Any], at: str) -> None:
        moment(notice, "at", at)
        if self.act["procedure"] != "small_claims":
            raise NeedsCorrection("not_a_small_claims_case", at=at)
        self._people(listed(notice, "to", at), f"{at}.to")

    def _on_the_spot(self, waivers: Mapping[str, Any], at: str) -> None:
        for name in ("waive_evidence_period", "waive_defence_period"):
            self._people(waivers.get(name, []), f"{at}.{name}")

    def _service_address(self, addresses: Mapping[str, Any], at: str) -> None:
        for key, address in addresses.items():
            self._person(key, f"{at}.{key}")
            if not str(need(address, "address", f"{at}.{key}")).strip():
                raise NeedsCorrection("service_address_missing", at=f"{at}.{key}.address")
            if address.get("electronic") and not (address.get("by") and address.get("to")):
                raise NeedsCorrection("electronic_address_missing", at=f"{at}.{key}")

    def _inspection(self, inspection: Mapping[str, Any], at: str) -> None:
        moment(inspection, "at", at)
        need(inspection, "place", at)
        self._there(inspection.get("present", []), f"{at}.present")
        self._files(inspection.get("photos", []), f"{at}.photos")

    def _hearing(self, hearing: Mapping[str, Any], at: str) -> None:
        opened_at = moment(hearing, "opened_at", at)
        if moment(hearing, "closed_at", at) < opened_at:
            raise NeedsCorrection("closed_before_opened", at=f"{at}.closed_at")
        if opened_at < moment(self.filing, "accepted_at", f"{self.at}.filing"):
            raise NeedsCorrection("opened_before_accepted", at=f"{at}.opened_at")
        need(hearing, "place", at)
        self._files(hearing.get("audio", []), f"{at}.audio")
        self._turns(hearing, at)

    def _inquiry(self, inquiry: Mapping[str, Any], at: str) -> None:
        moment(inquiry, "at", at)
        self._turns(inquiry, at)

    def _turns(self, sitting: Mapping[str, Any], at: str) -> None:
        if not listed(sitting, "turns", at):
            raise NeedsCorrection("field_missing", at=f"{at}.turns")
        for index, turn in enumerate(sitting["turns"]):
            place = f"{at}.turns[{index}]"
            speaker = str(need(turn, "speaker", place))
            if not str(need(turn, "text", place)).strip():
                raise NeedsCorrection("empty_turn", at=f"{place}.text")
            self._speaker(speaker, f"{place}.speaker")

    def _speaker(self, speaker: str, at: str) -> None:
        if speaker in OFFICER_SPEAKERS or self.officers.get(speaker) in SITTING or speaker.startswith("witness"):
            return
        if self._is_invited(speaker):
            return
        try:
            self._person(speaker, at)
        except NeedsCorrection:
            raise NeedsCorrection("unknown_speaker", at=at, speaker=speaker) from None

    def invited(self) -> list[Any]:
        """The invited persons of the act, wherever the file names them."""
        for place in (self.act, *(self.act.get(name, {}) for name in INVITING)):
            if isinstance(place, dict) and place.get("invited"):
                return list(place["invited"])
        return []

    def _is_invited(self, key: str) -> bool:
        number = key.removeprefix("invited-")
        return key.startswith("invited-") and number.isdigit() and 1 <= int(number) <= len(self.invited())

    def _mediation(self, mediation: Mapping[str, Any], at: str) -> None:
        moment(mediation, "at", at)
        need(mediation, "place", at)
        if not listed(mediation, "terms", at):
            raise NeedsCorrection("no_terms", at=f"{at}.terms")
        choice(mediation, "effect", EFFECTS, at)
        self._bearer(mediation, at)
        if self.act["procedure"] == "special":
            raise NeedsCorrection("no_mediation_in_special_procedure", at=at)

    def _outside_agreement(self, agreement: Mapping[str, Any], at: str) -> None:
        for name in ("organisation", "mediator", "agreed_on"):
            need(agreement, name, at)
        date(agreement, "agreed_on", at)
        if not listed(agreement, "terms", at):
            raise NeedsCorrection("no_terms", at=f"{at}.terms")
        if self.act["procedure"] != "special":
            raise NeedsCorrection("confirmation_needs_special_procedure", at=at)

    def _withdrawal(self, withdrawal: Mapping[str, Any], at: str) -> None:
        moment(withdrawal, "at", at)
        by = str(need(withdrawal, "by", at))
        self._person(by, f"{at}.by")
        if not by.startswith(CLAIMANTS):
            raise NeedsCorrection("only_the_claimant_withdraws", at=f"{at}.by", by=by)
        need(withdrawal, "granted", at)

    def _judgment(self, judgment: Mapping[str, Any], at: str) -> None:
        choice({"form": form_of(self.act)}, "form", FORMS, at)
        for name, code in (("orders", "no_orders"), ("laws", "no_laws")):
            if not listed(judgment, name, at):
                raise NeedsCorrection(code, at=f"{at}.{name}")
        moment(judgment, "announced_at", at)
        need(judgment, "announced_place", at)
        self._there(judgment.get("present", []), f"{at}.present")
        self._bearer(judgment, at)
        if self.act["procedure"] == "special":
            raise NeedsCorrection("no_judgment_in_special_procedure", at=at)

    def _absence(self, absence: Mapping[str, Any], at: str) -> None:
        self._person(str(need(absence, "who", at)), f"{at}.who")
        need(absence, "place", at)
        if moment(absence, "adjourned_to", at) <= moment(absence, "at", at):
            raise NeedsCorrection("adjourned_to_the_past", at=f"{at}.adjourned_to")

    def _fee_relief(self, relief: Mapping[str, Any], at: str) -> None:
        choice(relief, "kind", RELIEF, at, required=True)
        for name in ("reason", "article", "applied_at"):
            need(relief, name, at)
        if relief.get("approved_by"):
            self._officer(relief["approved_by"], f"{at}.approved_by")
            if self.officers[relief["approved_by"]] not in ("division_chief", "president"):
                raise NeedsCorrection("relief_needs_division_chief_or_president", at=f"{at}.approved_by")
            if moment(relief, "approved_at", at) < moment(relief, "applied_at", at):
                raise NeedsCorrection("decided_before_asked", at=f"{at}.approved_at")
        if relief.get("applicant"):
            self._person(relief["applicant"], f"{at}.applicant")
        by_share = relief["kind"] == "reduction" and relief.get("amount") is None
        size = next((one for one in SHARES if relief.get(one) is not None), "kind") if by_share else "amount"
        fee = self._fee(None)
        asked(f"{at}.{size}", reduced_by, relief, fee)
        claimants = [party for party in self.filing["parties"] if party["role"] in CLAIMANTS]
        natural = any(party["kind"] == "natural_person" for party in claimants)
        places = {"relief_ground_unknown": "article", "relief_natural_person_only": "kind"}
        try:
            amount = reduced_by(relief, fee)
            grant_relief(
                relief["kind"], article_of(relief), fee, natural_person=natural, before_filing=True, amount=amount
            )
        except NeedsCorrection as refusal:
            place = places.get(refusal.code, size)
            raise NeedsCorrection(refusal.code, **(refusal.details | {"at": f"{at}.{place}"})) from None

    def _payment(self, payment: Mapping[str, Any], at: str) -> None:
        for name in ("payer", "amount", "how", "at"):
            need(payment, name, at)
        self._person(payment["payer"], f"{at}.payer")
        choice(payment, "how", WAYS, at, required=True)
        asked(f"{at}.amount", lambda: parse_amount(payment["amount"], at="amount"))
        if payment["how"] == "cash_on_the_spot":
            asked(at, lambda: permit_cash(payment.get("conditions", ()), payment.get("ticket_no")))

    def _signing(self) -> None:
        kinds = [claim["kind"] for claim in self.filing["claims"]]
        excluded = wet_signature_required(self.filing["cause"], kinds)
        paper = (
            "sign_policy" if self.court["sign_policy"] == "paper" else excluded.article if excluded.required else None
        )
        carried = self.court.get("seal_mode") == "carried_wet_seal"
        for index, sign in enumerate(self.act.get("signing", ())):
            at = f"{self.at}.signing[{index}]"
            who, how = str(need(sign, "who", at)), need(sign, "how", at)
            choice(sign, "how", SIGNING_WAYS, at, required=True)
            by_seal = who == "seal" and how in ("seal", "wet" if carried else "seal")
            by_officer = who in self.officers and how in ("key", "wet")
            by_person = who != "seal" and who not in self.officers and how not in ("key", "seal")
            if not (by_seal or by_officer or by_person):
                raise NeedsCorrection("way_of_signing_not_permitted", at=f"{at}.how", signer=who, how=how)
            if who == "seal" or who in self.officers:
                continue
            if not self._is_invited(who) and not who.startswith("witness"):
                self._person(who, f"{at}.who")
            if how == "refused" and not (str(sign.get("reason") or "").strip() and sign.get("witness")):
                raise NeedsCorrection(
                    "refusal_needs_reason" if not sign.get("reason") else "refusal_needs_witness", at=at
                )
            if how in ("ink", "thumb") and paper is not None:
                raise NeedsCorrection("wet_signature_required", at=f"{at}.how", signer=who, article=paper)

    def _service(self) -> None:
        addresses = self.act.get("service_address", {})
        for index, service in enumerate(self.act.get("service", ())):
            at = f"{self.at}.service[{index}]"
            document, to, how = (str(need(service, name, at)) for name in ("document", "to", "how"))
            self._person(to, f"{at}.to")
            moment(service, "queued_at" if how == "electronic" and "at" not in service else "at", at)
            received = service.get("received_by")
            if isinstance(received, str):
                self._person(received, f"{at}.received_by")
            elif isinstance(received, dict):
                need(received, "name", f"{at}.received_by")
            document = paper_named(document, self.act)
            recipient = recipient_of(to, received)
            asked(
                at,
                lambda document=document, how=how, to=to, recipient=recipient: service_allowed(
                    document,
                    how,
                    self.act["procedure"],
                    electronic_consent=bool(addresses.get(to.removesuffix("_agent"), {}).get("electronic")),
                    recipient=recipient,
                ),
            )
            if not self._comes(document):
                raise NeedsCorrection("paper_not_issued", at=f"{at}.document", document=document)
            served = moment(service, "at" if service.get("at") else "queued_at", at)
            if served < self._made(document):
                raise NeedsCorrection("served_before_made", at=at, document=document)
            if how == "left":
                photos = service.get("photos", [])
                self._files(photos, f"{at}.photos")
                if not str(service.get("reason") or "").strip():
                    raise NeedsCorrection("left_without_reason", at=f"{at}.reason", article="民诉89")
                witnesses = service.get("witnesses", [])
                asked(at, lambda w=witnesses, p=photos: check_left(refused_by="self", witnesses=w, recorded=bool(p)))

    def _comes(self, document: str) -> bool:
        """Whether a decision that this act holds makes the paper; papers around a case are not foretold here."""
        judgment = self.act.get("judgment")
        if copied_by(document):
            return document == "complaint_copy" and self.act["filing"]["mode"] != "joint"
        if document.startswith("civil_judgment"):
            return judgment is not None and document == document_of(form_of(self.act))
        needed = ENDING_PAPERS.get(document)
        if needed == "withdrawal":
            return self.act.get("withdrawal", {}).get("granted") is (document == "ruling_withdrawal_granted")
        if needed == "outside_agreement" and needed in self.act:
            refused = refuses(self.act[needed])
            return not self.act.get("withdrawal") and refused is (document == "ruling_confirmation_refused")
        return needed is None or needed in self.act

    def _made(self, document: str) -> datetime.datetime:
        """The moment before which the paper can't have been: that of the decision in it."""
        if document.startswith("civil_judgment"):
            return instant(self.act["judgment"]["announced_at"])
        ending = ENDING_PAPERS.get(document)
        return instant(self.act[ending].get("at", "") if ending else "")

    def _bearer(self, ending: Mapping[str, Any], at: str) -> None:
        if str(need(ending, "fee_borne_by", at)) != "shared":
            self._person(ending["fee_borne_by"], f"{at}.fee_borne_by")

    def _people(self, keys: list[Any], at: str) -> None:
        for index, key in enumerate(keys):
            self._person(str(key), f"{at}[{index}]")

    def _there(self, keys: list[Any], at: str) -> None:
        """Anybody who may be present: a party, an agent, an officer or an invited person."""
        known = [key for key in keys if key in self.officers or self._is_invited(str(key))]
        others = [key for key in keys if key not in known and not str(key).startswith("witness")]
        for key in others:
            self._person(str(key), f"{at}[{keys.index(key)}]")

    def _person(self, key: str, at: str) -> None:
        base = key.removesuffix("_agent")
        if base not in self.keys:
            raise NeedsCorrection("unknown_party", at=at, key=key)
        if key != base and base not in self.agents:
            raise NeedsCorrection("party_has_no_agent", at=at, key=key)

    def _officer(self, officer: str, at: str) -> None:
        if officer not in self.officers:
            raise NeedsCorrection("unknown_officer", at=at, officer=officer)

    def _files(self, names: list[Any], at: str) -> None:
        # The folder is asked what it has: a name from the file may lead out of it, or be none that a disk knows.
        there = {file.name for file in self.folder.iterdir() if file.is_file()}
        for index, name in enumerate(names):
            if str(name) not in there:
                raise NeedsCorrection("file_missing", at=f"{at}[{index}]", file=str(name))
            check_file(self.folder / str(name), f"{at}[{index}]")
