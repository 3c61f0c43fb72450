"""Acts of decision: announce a judgment, rule on an application to withdraw, or that a suit counts as withdrawn."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from app.approvals.service import refuse_while_recused
from app.cases.code_tables import court_calendar
from app.cases.model import CLAIMANTS, Case
from app.cases.service import check_fee_bearers, close_case, refuse_ended_suit
from app.cases.store import load_case
from app.desk import Desk
from app.errors import NeedsCorrection
from app.intake.store import defences_of
from app.rules.days import parse_date
from app.rules.deemed_withdrawal import deemed_withdrawn

FORMS = ("tabular", "simplified", "ordinary", "elements", "brief", "small_claims")
"""表格式, 简化, 普通, 要素式, 令状式; ``small_claims`` leaves the form to the court and is the brief one (解释280)."""


def announce(
    desk: Desk,
    case: str,
    *,
    form: str,
    orders: Sequence[str],
    laws: Sequence[str],
    fee_borne_by: str,
    announced_at: str,
    announced_place: str,
    present: Sequence[str],
    reasons: str | None = None,
    found: str | None = None,
    findings: Mapping[str, Mapping[str, str]] | None = None,
    fee_text: str | None = None,
    counterclaim_fee_borne_by: str | None = None,
    independent_fee_borne_by: str | None = None,
) -> str:
    """The judgment was announced (民诉151); the case is closed as judged.

    ``findings`` are what the court found of each disputed element: its name → ``finding`` and ``reason``. ``fee_text``
    says who bears how much where the fee is shared (费用29); ``counterclaim_fee_borne_by`` who bears the fee of a
    counterclaim heard with the suit, and ``independent_fee_borne_by`` that of a third party's, if another. Where the
    suit was withdrawn before, its ruling said who bears its fee, and only the counterclaim's is still borne.

    Refuses with ``no_orders``, ``no_laws`` (民诉155: a judgment names its law), ``unknown_party``, ``case_is_closed``,
    ``unknown_choice`` for a finding of an element that nobody stated, ``counterclaim_undecided`` and
    ``counterclaim_fee_bearer_missing``.
    """
    desk.require_role("judge")
    refuse_while_recused(desk, case)
    held = load_case(desk.database, case)
    if form not in FORMS:
        raise NeedsCorrection("unknown_choice", choice=form)
    if not [order for order in orders if order.strip()]:
        raise NeedsCorrection("no_orders")
    if not [law for law in laws if law.strip()]:
        raise NeedsCorrection("no_laws")
    if held.procedure == "special":
        raise NeedsCorrection("no_judgment_in_special_procedure")
    check_fee_bearers(held, fee_borne_by, counterclaim_fee_borne_by, independent_fee_borne_by)
    for key in present:
        held.person(key)
    elements = {
        *held.fields.get("elements", {}),
        *(n for one in defences_of(desk.database, case) for n in one.elements),
    }
    for name in findings or {}:
        if name not in elements:
            raise NeedsCorrection("unknown_choice", at=f"findings.{name}", choice=name)
    judgment = desk.new_id("judgment")
    told: dict[str, Any] = {
        "form": form,
        "orders": list(orders),
        "laws": list(laws),
        "fee_borne_by": fee_borne_by,
        "announced_at": announced_at,
        "announced_place": announced_place,
        "present": list(present),
        "reasons": reasons,
        "found": found,
    }
    if fee_text and fee_text.strip():
        told["fee_text"] = fee_text.strip()
    if held.heard_together:
        told["counterclaim_fee_borne_by"] = counterclaim_fee_borne_by
        if independent_fee_borne_by:
            told["independent_fee_borne_by"] = independent_fee_borne_by
    if findings:
        told["findings"] = {name: dict(one) for name, one in findings.items()}
    with desk.together():
        desk.record("judgment.announced", judgment, told, case=case)
        close_case(desk, case, "judged", announced_at[:10])
    return judgment


def rule_on_withdrawal(desk: Desk, case: str, *, by: Sequence[str], at: str, reason: str, granted: bool) -> str:
    """The court grants or refuses the application to withdraw (民诉148); granted, the case is closed as withdrawn.

    ``by`` are the plaintiffs who apply, and bear the fee (费用34). Where a counterclaim is heard, the suit alone ends
    (解释237, 239); an application to confirm an agreement is a joint one (民诉205) and ends with either applicant.
    Refuses with ``only_the_claimant_withdraws``, ``other_claimants_go_on`` (granted, while somebody else claims too),
    ``suit_has_ended``, ``counterclaim_undecided`` and ``case_is_closed``.
    """
    desk.require_role("judge")
    refuse_while_recused(desk, case)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    refuse_ended_suit(held)
    others_claim = _others_claim(held, by)
    if granted and others_claim and held.procedure != "special":
        raise NeedsCorrection("other_claimants_go_on", article="民诉148")
    withdrawal = desk.new_id("withdrawal")
    told: dict[str, Any] = {"by": list(by), "at": at, "reason": reason, "granted": granted}
    if granted:
        told["fee_borne_by"] = by[0] if len(by) == 1 else "shared"
    with desk.together():
        desk.record("withdrawal.ruled", withdrawal, told, case=case)
        if granted:
            close_case(desk, case, "withdrawn", at[:10])
    return withdrawal


def deem_withdrawn(
    desk: Desk,
    case: str,
    *,
    by: Sequence[str],
    ground: str,
    at: str,
    notified_on: str | None = None,
    taken: Mapping[str, str] | None = None,
) -> str:
    """The court rules that the suit counts as withdrawn; the case is closed so, and who claims bears the fee (费用34).

    ``ground`` is ``absent``, ``left``, ``unpaid`` or ``top_up_unpaid``; of the last two ``fees.service.deem_unpaid``
    rules, which knows what was ``taken``: how much was ``paid`` and how much of it is ``kept``. ``notified_on`` is the
    day on which the summons or the notice of the fee arrived. Refuses with ``only_the_claimant_withdraws``,
    ``other_claimants_go_on`` (someone else claims too), ``case_is_closed``, and what ``deemed_withdrawn`` refuses.
    """
    desk.require_role("judge")
    refuse_while_recused(desk, case)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    refuse_ended_suit(held)
    if _others_claim(held, by) and held.procedure != "special":
        raise NeedsCorrection("other_claimants_go_on", article="民诉146")
    on = datetime.datetime.fromisoformat(at).date()
    notified = None if notified_on is None else parse_date(notified_on, at="notified_on")
    article = deemed_withdrawn(ground, held.procedure, notified, on, court_calendar(desk.database))
    told = {
        "by": list(by),
        "at": at,
        "ground": ground,
        "article": article,
        "notified_on": notified_on,
        "fee_borne_by": by[0] if len(by) == 1 else "shared",
        **(taken or {}),
    }
    withdrawal = desk.new_id("withdrawal")
    with desk.together():
        desk.record("withdrawal.deemed", withdrawal, told, case=case)
        close_case(desk, case, "deemed_withdrawn", at[:10])
    return withdrawal


def _others_claim(case: Case, by: Sequence[str]) -> bool:
    """Whether somebody claims beside those; refuses ``only_the_claimant_withdraws``."""
    claimants = {party.key for party in case.parties if party.role in CLAIMANTS}
    if not by or not set(by) <= claimants:
        raise NeedsCorrection("only_the_claimant_withdraws", by="、".join(by))
    return set(by) != claimants
