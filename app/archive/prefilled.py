"""What the case already says of a paper that no act makes: the clerk finds it filled in, and changes it if need be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from app.archive.known import Known, iso
from app.cases.attendance import attendance
from app.cases.model import Case
from app.desk import Desk
from app.documents.blanks import Blank
from app.documents.parts import SIGNED_BY
from app.documents.template import Template

FILED_BY_FOUR = (
    "原告与本案有直接利害关系",
    "有明确的被告",
    "有具体的诉讼请求和事实、理由",
    "属于受理范围和本院管辖",
)
"""What a filing is examined for (民诉122)."""
ONLINE_STAGES = ("调解", "证据交换", "开庭", "宣判", "送达")
"""What may be done online stage by stage (在线4)."""


def prefilled(
    desk: Desk, case: str, template: Template, blanks: Mapping[str, Blank], *, made_on: str
) -> dict[str, Any]:
    """What the case answers of those blanks of the template, group by group; what it cannot answer is left out.

    Who signs (``attendance``) is not among it: that is asked when the paper is made.
    """
    return dict(_filled(Known(desk, case, made_on), template.name, blanks, ""))


def signing(
    case: Case, template: Template, written: Mapping[str, Any], present: Sequence[str], thumbs: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Who signs such a paper: on a record everybody who is there, on a party's own paper that party or its agent.

    What the court takes down of somebody else's words is signed by that person.
    """
    if template.name in _ASKED_PERSON:
        group, blank = _ASKED_PERSON[template.name]
        name = (written.get(group) or {}).get(blank)
        return [{"box": "witness:1", "label": "被调查人", "name": name, "present": True}] if name else []
    rows = attendance(case, present, thumbs=thumbs)
    if template.layout == "record":
        return rows
    rows = [row for row in rows if row["present"]]
    own = next(_parties_named(template.blanks, written, {party.key for party in case.parties}), None)
    signer = [row for row in rows if own is not None and row["box"].endswith(f":{own}")]
    return signer or rows


_ASKED_PERSON = {"investigation_record": ("investigation", "person")}
"""Records that are signed by whoever was asked, and not by the parties."""


def _parties_named(blanks: Mapping[str, Blank], written: Mapping[str, Any], keys: Collection[str]) -> Iterator[str]:
    for name, blank in blanks.items():
        value = written.get(name)
        if blank.type == "party" and value in keys:
            yield str(value)
        elif blank.type == "group" and isinstance(value, Mapping):
            yield from _parties_named(blank.fields, value, keys)


def _filled(known: Known, document: str, blanks: Mapping[str, Blank], path: str) -> Iterator[tuple[str, Any]]:
    for name, blank in blanks.items():
        here = f"{path}{name}"
        if here == SIGNED_BY:
            continue
        tell = OF_DOCUMENT.get(f"{document}.{here}") or _OF_BLANK.get(here) or _OF_BLANK.get(name)
        if blank.type == "group":
            value = dict(_filled(known, document, blank.fields, f"{here}.")) or None
        else:
            value = tell(known) if tell is not None else None
        if value or value is False or value == 0:
            yield name, value


_Tell = Callable[[Known], Any]

_OF_BLANK: Mapping[str, _Tell] = {
    "told": Known.names,
    "applicant": Known.claimant,
    "submitted_by": Known.claimant,
    "against": Known.opponent,
    "promisor": Known.opponent,
    "recipient": Known.opponent,
    "copies": Known.copies,
    "based_on": Known.decided,
    "materials": Known.materials,
    "address": Known.address,
    "contact": Known.contact,
    "reporter": Known.writer,
    "visitor": Known.writer,
    "organisation": lambda known: known.mediation("organisation"),
    "mediator": lambda known: known.mediation("mediator"),
    "session.at": Known.now,
    "session.place": Known.place,
    "report.on": Known.day,
    "visit.on": Known.day,
}
"""By the blank's path, or by its name alone."""

OF_DOCUMENT: Mapping[str, _Tell] = {
    "appeal_answer.answer.by": Known.answering_the_appeal,
    "appeal_answer.answer.appellant": lambda known: known.appeal("by"),
    "appeal_answer.answer.paper": Known.appealed,
    "appeal_answer.answer.copies": lambda known: len(known.case.parties) - 1,
    "appeal_transfer_letter.appeal.judged_on": Known.appealed_paper_made_on,
    "appeal_transfer_letter.appeal.paper": Known.appealed,
    "appeal_transfer_letter.appeal.by": Known.appellants,
    "appeal_transfer_letter.appeal.materials": Known.sent_up,
    "appearance_notice.person.time": Known.hearing_at,
    "appearance_notice.person.place": Known.hearing_place,
    "appearance_notice.person.capacity": lambda _: "证人",
    "appraisal_entrustment.letter.materials": lambda known: [item.name for item in known.case.evidence],
    "case_information_form.steps": Known.events,
    "case_transfer_letter.letter.materials": lambda _: ["卷宗一册"],
    "case_transfer_letter.letter.fee": Known.paid,
    "case_visit.visit.person": Known.claimant,
    "closing_approval.closing.on": Known.closed_on,
    "closing_approval.closing.how": Known.result,
    "closing_approval.closing.days": Known.days_taken,
    "closing_approval.closing.limit": Known.limit,
    "closing_approval.closing.fee_state": Known.fee_state,
    "closing_approval.closing.service_state": Known.service_state,
    "correction_notice.told": lambda known: [party.name for party in known.claiming],
    "counterclaim.counter.by": lambda known: known.counterclaim("by") or known.opponent(),
    "counterclaim.counter.against": lambda known: next(iter(known.counterclaim("against") or ()), known.claimant()),
    "counterclaim.counter.claims": lambda known: [claim.text for claim in known.counterclaim("claims") or ()],
    "counterclaim.counter.facts": lambda known: known.counterclaim("facts"),
    "counterclaim.counter.copies": lambda known: max(1, len(known.claiming)),
    "deliberation_record.deliberation.at": Known.now,
    "deliberation_record.deliberation.place": lambda known: known.court.tribunal,
    "dossier_contents.items": Known.dossier,
    "dossier_cover.dossier.closed_on": Known.closed_on,
    "dossier_cover.dossier.result": Known.result,
    "dossier_cover.dossier.keep": Known.kept,
    "dossier_cover.dossier.volumes": lambda _: 1,
    "dossier_cover.dossier.pages": Known.pages,
    "dossier_handover.items": lambda known: [
        {
            "number": known.case.number,
            "cause": known.case.cause,
            "volume": "正卷",
            "count": 1,
            "pages": known.pages(),
        }
    ],
    "dossier_handover.handover.from": lambda known: known.court.tribunal,
    "dossier_handover.handover.to": lambda _: "本院档案室",
    "dossier_handover.handover.on": Known.day,
    "dossier_remarks.dossier.pages": Known.pages,
    "dossier_remarks.dossier.text_pages": Known.pages,
    "effectiveness_certificate.paper.number": Known.decided_number,
    "effectiveness_certificate.paper.title": Known.decided_title,
    "effectiveness_certificate.paper.served": Known.received,
    "effectiveness_certificate.paper.no_appeal": Known.not_appealed,
    "effectiveness_certificate.paper.appeal": Known.appeals_ended,
    "effectiveness_certificate.paper.effective_on": Known.effective_on,
    "electronic_service_proof.sent.recipient": lambda known: known.served("electronic", lambda one: one.to),
    "electronic_service_proof.sent.papers": lambda known: known.served("electronic", known.served_papers),
    "electronic_service_proof.sent.at": lambda known: known.served("electronic", lambda one: one.at),
    "electronic_service_proof.sent.to": lambda known: known.served(
        "electronic", lambda one: (known.case.person(one.to)[0].service_address or {}).get("to")
    ),
    "evidence_examination_record.items": Known.evidence,
    "evidence_list.items": Known.handed_in,
    "evidence_notice.until": Known.evidence_until,
    "execution_application.application.requests": Known.orders,
    "execution_transfer_letter.transfer.requests": Known.orders,
    "independent_claim.own.by": lambda known: known.counterclaim("by", independent=True),
    "independent_claim.own.against": lambda known: list(known.counterclaim("against", independent=True) or ()),
    "independent_claim.own.claims": lambda known: [
        claim.text for claim in known.counterclaim("claims", independent=True) or ()
    ],
    "independent_claim.own.facts": lambda known: known.counterclaim("facts", independent=True),
    "independent_claim.own.copies": lambda known: max(1, len(known.counterclaim("against", independent=True) or ())),
    "fee_relief_application.kind": lambda known: known.relief("kind"),
    "fee_relief_application.reason": lambda known: known.relief("reason"),
    "fee_relief_application.article": lambda known: known.relief("article"),
    "fee_relief_application.applicant": Known.relief_applicant,
    "fee_relief_application.due": Known.relief_due,
    "fee_relief_application.fee_name": Known.relief_fee,
    "filing_approval.checks": lambda _: [{"name": name, "met": True} for name in FILED_BY_FOUR],
    "filing_approval.opinion": lambda _: "accept",
    "inspection_notice.inspection.place": Known.hearing_place,
    "interference_report.report.case_number": lambda known: known.case.number,
    "investigation_order.order.holder": lambda known: known.agent("name"),
    "investigation_order.order.firm": lambda known: known.agent("firm"),
    "investigation_record.investigation.at": Known.now,
    "investigation_record.investigation.place": Known.place,
    "judgment_collection_notice.announced_at": Known.judged_on,
    "judgment_collection_notice.collect.from": Known.day,
    "judgment_collection_notice.collect.to": lambda known: iso(known.period("T34").last_day),
    "judgment_collection_notice.collect.place": lambda known: known.court.tribunal,
    "left_service_record.service.recipient": lambda known: known.served("left", lambda one: one.to) or known.opponent(),
    "left_service_record.service.at": lambda known: known.served("left", lambda one: one.at),
    "left_service_record.service.place": lambda known: known.served(
        "left", lambda one: one.fields.get("place") or known.address()
    ),
    "left_service_record.service.reason": lambda known: known.served("left", lambda one: one.fields.get("reason")),
    "left_service_record.service.papers": lambda known: [
        {"name": title, "copies": 1} for title in known.served("left", known.served_papers) or ()
    ],
    "left_service_record.witnesses": lambda known: [
        {"name": str(name)} for name in known.served("left", lambda one: one.fields.get("witnesses")) or ()
    ],
    "mediation_advice_letter.dispute": lambda known: known.case.cause,
    "mediation_agreement.agreement.terms": lambda known: known.mediation("terms"),
    "mediation_agreement.agreement.copies": lambda known: len(known.case.parties) + 1,
    "mediation_application.request": lambda known: f"请求调解双方之间的{known.case.cause}",
    "mediation_application.addressed_to": lambda known: known.mediation("organisation"),
    "mediation_assignment_letter.letter.report_by": lambda known: iso(known.period("T28").last_day),
    "mediation_assignment_letter.letter.to": lambda known: known.mediation("organisation"),
    "mediation_consent.person": Known.opponent,
    "mediation_entrustment_letter.letter.scope": lambda _: "就原告的诉讼请求组织调解",
    "mediation_entrustment_letter.letter.days": lambda known: 15 if known.case.procedure == "ordinary" else 7,
    "mediation_entrustment_letter.letter.report_by": lambda known: iso(known.period("T29").last_day),
    "mediation_register.register.on": Known.day,
    "mediation_register.register.people": lambda known: len(known.case.parties),
    "mediator_choice.mediator.name": lambda known: known.mediation("mediator"),
    "online_litigation_consent.stages": lambda _: [{"name": name, "agreed": False} for name in ONLINE_STAGES],
    "oral_agreement_record.agreement.on": Known.day,
    "oral_agreement_record.agreement.terms": lambda known: known.mediation("terms"),
    "panel_notice.assessors_may_be_asked": lambda known: known.case.procedure == "ordinary",
    "performance_register.items": lambda known: [
        {"who": known.opponent() or "", "state": "未到期"} for _ in known.orders()
    ],
    "preservation_application.application.amount": Known.claimed_text,
    "preservation_application.application.facts": lambda known: known.case.fields["facts"],
    "prior_mediation_notice.received_on": lambda known: str(known.case.fields["filed_at"])[:10],
    "process_openness_notice.how": lambda _: "凭有效证件号码和预留的手机号码登录中国审判流程信息公开网查询",
    "public_service_notice.told": lambda known: [party.name for party in known.answering],
    "public_service_notice.reason": lambda _: "其他方式无法送达",
    "public_service_notice.papers": Known.to_serve,
    "public_service_notice.gist": lambda known: "；".join(known.gist()),
    "public_service_notice.hearing_at": Known.hearing_at,
    "public_service_notice.hearing_place": Known.hearing_place,
    "publication_approval.publication.title": Known.decided_title,
    "publication_approval.publication.effective_on": Known.effective_on,
    "recording_confirmation.files": Known.files,
    "recusal_application.application.against": Known.judge,
    "recusal_application.application.post": lambda _: "审判员",
    "ruling_deemed_withdrawn.who": Known.claimant,
    "ruling_deemed_withdrawn.fee_borne_by": Known.claimant,
    "ruling_jurisdiction_objection.objection.by": Known.opponent,
    "ruling_jurisdiction_objection.objection.fee": Known.objection_fee,
    "ruling_preservation.preservation.applied_at": Known.day,
    "ruling_preservation.preservation.fee": Known.preservation_fee,
    "service_entrustment_letter.letter.papers": Known.to_serve,
    "service_process_record.process.papers": Known.to_serve,
    "trial_report.report.facts": lambda known: known.case.fields["facts"],
    "truthfulness_pledge.who": lambda _: "party",
}
"""By document and path: what is particular to one paper."""
