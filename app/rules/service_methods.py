"""Which paper may be served how, under which procedure (民诉87–95; 解释131–141)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from app.errors import NeedsCorrection

PaperKind = Literal[
    "judgment", "ruling", "decision", "mediation_statement", "summons", "warrant", "notice", "copy", "kept"
]
HOWS = ("direct", "left", "electronic", "post", "public", "entrusted", "forwarded", "simple")
PROCEDURES = ("small_claims", "simplified", "ordinary", "special")
RECIPIENTS = ("self", "family", "agent", "designated", "responsible_person")

# "kept" papers are signed and filed, not served: a record, a certificate, an approval.
PAPERS: dict[str, PaperKind] = {
    "civil_mediation_statement": "mediation_statement",
    "judgment": "judgment",
    "ruling": "ruling",
    "payment_order": "ruling",
    "decision": "decision",
    "summons": "summons",
    "forced_appearance_warrant": "warrant",
    "hearing_announcement": "notice",
    "acceptance_notice": "notice",
    "notice_to_respond": "notice",
    "small_claims_notice": "notice",
    "fee_notice": "notice",
    "rights_and_duties_notice": "notice",
    "evidence_notice": "notice",
    "confirmation_acceptance_notice": "notice",
    "adjournment_notice": "notice",
    "integrity_supervision_card": "notice",
    "evidence_receipt": "notice",
    "complaint_copy": "copy",
    "defence_copy": "copy",
    "appeal_copy": "copy",
    "oral_filing_record": "kept",
    "fee_relief_approval": "kept",
    "service_address_confirmation": "kept",
    "hearing_record": "kept",
    "inspection_record": "kept",
    "mediation_record": "kept",
    "confirmation_application": "kept",
    "inquiry_record": "kept",
    "pronouncement_record": "kept",
    "contact_log": "kept",
    "certificate_of_service": "kept",
    "circuit_service_log": "kept",
}
# Judgments and rulings come in many forms, named by what they begin with.
FAMILIES: tuple[tuple[str, PaperKind], ...] = (("civil_judgment", "judgment"), ("ruling_", "ruling"))
# Notices and letters of the court besides those above.
_NOTICES = (
    "appeal_notice", "appeal_transfer_letter", "appearance_notice", "appraisal_entrustment", "assistance_notice",
    "case_transfer_letter", "claims_change_notice", "correction_notice", "counterclaim_notice",
    "effectiveness_certificate", "execution_transfer_letter",
    "fee_refund_notice", "independent_claim_notice", "inspection_notice", "investigation_order", "joinder_notice",
    "judgment_collection_notice",
    "judicial_suggestion", "litigation_risk_notice", "mediation_advice_letter", "mediation_assignment_letter",
    "mediation_entrustment_letter", "panel_notice", "prior_mediation_notice", "process_openness_notice",
    "public_service_notice", "service_address_notice", "service_entrustment_letter", "trial_operation_report",
)  # fmt: skip
# Papers that are signed and filed: approvals, registers, records, and what parties hand in.
_KEPT = (
    "advance_execution_application", "appeal_answer", "appraisal_application", "appraisal_objection", "approval_form",
    "case_information_form",
    "case_visit", "civil_appeal", "civil_complaint", "civil_complaint_elements", "closing_approval", "counterclaim",
    "deliberation_record", "document_release", "dossier_contents", "dossier_cover", "dossier_handover",
    "dossier_remarks", "early_warning", "electronic_service_proof", "evidence_collection_application",
    "evidence_examination_record", "evidence_list", "execution_application", "fee_refund_approval",
    "fee_relief_application", "filing_approval", "independent_claim", "interference_report", "investigation_record",
    "left_service_record", "litigation_pledge", "mediation_agreement", "mediation_application", "mediation_consent",
    "mediation_end_report", "mediation_register", "mediation_rights_notice", "mediator_choice",
    "mediator_disclosure", "online_litigation_consent", "oral_agreement_record", "oral_defence_record",
    "performance_plan", "performance_register", "power_of_attorney", "preservation_application",
    "pretrial_conference_record", "publication_approval", "recording_confirmation", "recording_fault_note",
    "recusal_application", "representative_certificate", "sealing_log", "service_process_record",
    "statement_of_defence", "statement_of_defence_elements", "suggestion_feedback", "suggestion_visit",
    "trial_limit_approval", "trial_report", "truthfulness_pledge", "withdrawal_application", "withdrawal_record",
)  # fmt: skip
PAPERS.update(dict.fromkeys(_NOTICES, "notice"))
PAPERS.update(dict.fromkeys(_KEPT, "kept"))
ALIASES = {
    "mediation_statement": "civil_mediation_statement",
    "civil_ruling": "ruling",
    "ruling_dismissal": "ruling_case_dismissed",
    "ruling_jurisdiction": "ruling_jurisdiction_objection",
}


@dataclass(frozen=True)
class ServicePermission:
    """The way of service is lawful; the article that allows it, and what still has to be done or shown."""

    article: str
    needs: tuple[str, ...] = ()


def paper_kind(document: str) -> PaperKind:
    """What sort of paper it is for service; refuses ``document_unknown``."""
    name = ALIASES.get(document, document)
    if name in PAPERS:
        return PAPERS[name]
    for beginning, kind in FAMILIES:
        if name.startswith(beginning):
            return kind
    raise NeedsCorrection("document_unknown", at="document")


def service_allowed(
    document: str,
    how: str,
    procedure: str,
    *,
    electronic_consent: bool = False,
    recipient: str = "self",
) -> ServicePermission:
    """The article under which the paper may be served so; otherwise a refusal with ``article`` in its details.

    Refuses ``service_mediation_statement_left`` and ``service_mediation_statement_in_person`` (解释133: handed to the
    party himself or the recipient he named), ``service_public_not_in_simplified`` (解释140),
    ``service_electronic_without_consent`` (民诉90), ``service_public_payment_order`` (民诉225),
    ``service_warrant_in_person`` (解释175),
    ``service_simple_not_for_this_paper`` (解释261), ``service_paper_is_kept``, and unknown words.
    """
    kind = paper_kind(document)
    if how not in HOWS:
        raise NeedsCorrection("how_unknown", at="how", choices=HOWS)
    if procedure not in PROCEDURES:
        raise NeedsCorrection("procedure_unknown", at="procedure", choices=PROCEDURES)
    if recipient not in RECIPIENTS:
        raise NeedsCorrection("recipient_unknown", at="recipient", choices=RECIPIENTS)
    if kind == "kept":
        raise NeedsCorrection("service_paper_is_kept", at="document", article="民诉87")
    if kind == "mediation_statement":
        _check_mediation_statement(how, recipient)
    if kind == "warrant" and (how != "direct" or recipient != "self"):
        raise NeedsCorrection("service_warrant_in_person", at="how", article="解释175")
    if how == "public":
        if procedure in ("simplified", "small_claims"):
            raise NeedsCorrection("service_public_not_in_simplified", at="how", article="解释140")
        if document == "payment_order":
            raise NeedsCorrection("service_public_payment_order", at="how", article="民诉225")
    if how == "electronic" and not electronic_consent:
        raise NeedsCorrection("service_electronic_without_consent", at="electronic_consent", article="民诉90")
    if how == "simple":
        simple_case = procedure in ("simplified", "small_claims")
        if not simple_case or kind in ("judgment", "ruling", "mediation_statement"):
            raise NeedsCorrection("service_simple_not_for_this_paper", at="how", article="解释261")
    return _PERMITTED[how]


def _check_mediation_statement(how: str, recipient: str) -> None:
    if how == "left":
        raise NeedsCorrection("service_mediation_statement_left", at="how", article="解释133")
    # 民诉90 (2021) names the 调解书 among papers that may go electronically with consent: the later statute prevails.
    if how in ("post", "public", "entrusted", "simple"):
        raise NeedsCorrection("service_mediation_statement_in_person", at="how", article="解释133")
    if recipient == "family":
        raise NeedsCorrection("service_mediation_statement_in_person", at="recipient", article="解释133")


_PERMITTED = {
    "direct": ServicePermission("民诉88", ("certificate_of_service",)),
    "left": ServicePermission("民诉89", ("refusal_reason", "witness_or_photographs", "certificate_of_service")),
    "electronic": ServicePermission("民诉90", ("consent", "arrival_time", "paper_copy_on_request")),
    "entrusted": ServicePermission("民诉91", ("receipt",)),
    "post": ServicePermission("民诉91", ("receipt",)),
    # A soldier's unit, a prison or a detention centre hands it on (民诉92, 93); served when he signs (民诉94).
    "forwarded": ServicePermission("民诉94", ("soldier_or_detained", "certificate_of_service")),
    "public": ServicePermission("民诉95", ("reason_and_course_in_file", "posting_date")),
    "simple": ServicePermission("解释261", ("confirmed_receipt_before_default",)),
}


def check_left(
    *, refused_by: str, witnesses: Collection[str], recorded: bool, at_home: bool = True
) -> ServicePermission:
    """The facts that make service good against a refusal: left at home, witnessed or filmed (民诉89; 解释130).

    Away from home a refusal to sign counts as served only when photographed or filmed (解释131). Refuses
    ``recipient_unknown`` and ``left_without_proof``.
    """
    if refused_by not in RECIPIENTS:
        raise NeedsCorrection("recipient_unknown", at="refused_by", article="民诉89")
    if not at_home:
        if not recorded:
            raise NeedsCorrection("left_without_proof", at="recorded", article="解释131")
        return ServicePermission("解释131", ("refusal_reason", "photographs", "certificate_of_service"))
    if not witnesses and not recorded:
        raise NeedsCorrection("left_without_proof", at="witnesses", article="民诉89")
    return _PERMITTED["left"]
