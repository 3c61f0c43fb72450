"""Acts of mediation: an agreement in court, an agreement brought for confirmation, a mediation that failed."""

from __future__ import annotations

from collections.abc import Sequence

from app.approvals.service import refuse_while_recused
from app.cases.model import Case
from app.cases.service import check_fee_bearers, close_case
from app.cases.store import load_case
from app.desk import JUDGES, OFFICERS, Desk
from app.errors import NeedsCorrection
from app.mediation.store import mediations_of

EFFECTS = ("on_receipt", "on_record_signature")
"""When a mediation statement takes effect (民诉100; 解释151)."""


def agree(
    desk: Desk,
    case: str,
    *,
    at: str,
    place: str,
    public: bool,
    terms: Sequence[str],
    fee_borne_by: str,
    effect: str = "on_receipt",
    counterclaim_fee_borne_by: str | None = None,
    independent_fee_borne_by: str | None = None,
) -> str:
    """The parties agreed on ``terms`` before the court (民诉96–100); the case is closed as mediated.

    ``effect`` is ``on_receipt`` (民诉100: 调解书 takes effect when all have signed for it) or ``on_record_signature``
    (解释151, 简易15: where all agreed to that); ``counterclaim_fee_borne_by`` is who bears the fee of a counterclaim
    heard with the suit, ``independent_fee_borne_by`` that of a third party's, if another. Refuses with ``no_terms``,
    ``unknown_party``, ``case_is_closed`` and ``counterclaim_fee_bearer_missing``.
    """
    desk.require_role(*JUDGES)
    refuse_while_recused(desk, case)
    held = load_case(desk.database, case)
    if not [term for term in terms if term.strip()]:
        raise NeedsCorrection("no_terms")
    if effect not in EFFECTS:
        raise NeedsCorrection("unknown_choice", choice=effect)
    check_fee_bearers(held, fee_borne_by, counterclaim_fee_borne_by, independent_fee_borne_by)
    if held.procedure == "special":
        raise NeedsCorrection("no_mediation_in_special_procedure")
    mediation = desk.new_id("mediation")
    with desk.together():
        desk.record(
            "mediation.agreed",
            mediation,
            {
                "kind": "in_court",
                "at": at,
                "place": place,
                "public": public,
                "terms": list(terms),
                "fee_borne_by": fee_borne_by,
                "effect": effect,
                **({"counterclaim_fee_borne_by": counterclaim_fee_borne_by} if held.heard_together else {}),
                **({"independent_fee_borne_by": independent_fee_borne_by} if independent_fee_borne_by else {}),
            },
            case=case,
        )
        close_case(desk, case, "mediated", at[:10])
    return mediation


def fail(desk: Desk, case: str, *, at: str, place: str, reason: str) -> str:
    """The mediation ended without agreement; what was offered in it is not evidence later (解释107).

    Refuses with ``case_is_closed``.
    """
    desk.require_role(*JUDGES)
    _open(desk, case)
    mediation = desk.new_id("mediation")
    desk.record(
        "mediation.failed", mediation, {"kind": "failed", "at": at, "place": place, "reason": reason}, case=case
    )
    return mediation


def bring_outside_agreement(
    desk: Desk,
    case: str,
    *,
    organisation: str,
    mediator: str,
    route: str,
    agreed_on: str,
    terms: Sequence[str],
) -> str:
    """The agreement that a mediation organisation made, as the applicants bring it for confirmation (民诉205).

    Refuses with ``case_is_closed``, ``no_terms`` and ``joint_application_needs_both``.
    """
    desk.require_role(*OFFICERS)
    held = _open(desk, case)
    if not [term for term in terms if term.strip()]:
        raise NeedsCorrection("no_terms")
    if len(held.parties) < 2:
        raise NeedsCorrection("joint_application_needs_both")
    mediation = desk.new_id("mediation")
    desk.record(
        "mediation.outside_agreement_brought",
        mediation,
        {
            "kind": "outside",
            "at": agreed_on,
            "organisation": organisation,
            "mediator": mediator,
            "route": route,
            "terms": list(terms),
        },
        case=case,
    )
    return mediation


def confirm(desk: Desk, case: str, *, on: str) -> None:
    """The court confirms the agreement by ruling (民诉206); the case is closed as confirmed.

    Refuses with ``only_an_application_is_confirmed`` (a suit is not: who agreed outside it applies in a case of its
    own, 民诉205), ``no_agreement_to_confirm``, ``case_is_closed`` and what ``refuse_while_recused`` refuses.
    """
    desk.require_role("judge")
    refuse_while_recused(desk, case)
    if load_case(desk.database, case).procedure != "special":
        raise NeedsCorrection("only_an_application_is_confirmed", article="民诉205")
    if not any(held.kind == "outside" for held in mediations_of(desk.database, case)):
        raise NeedsCorrection("no_agreement_to_confirm")
    close_case(desk, case, "confirmed", on)


def _open(desk: Desk, case: str) -> Case:
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    return held
