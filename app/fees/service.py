"""Acts about fees: say what is due and why, decide relief, take a payment, send back, list the day's cash."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.approvals.service import request_approval
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.fee import fee_as_filed, fee_of_claims, lowered_too_late
from app.cases.model import Case, Counterclaim
from app.cases.service import close_with_last_counterclaim
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection
from app.fees import store
from app.fees.burden import (
    bearer_of,
    counterclaim_bearer_of,
    lowered_by,
    payers_of,
    refuse_while_fee_rests,
    relief_counts,
)
from app.hearings.store import sittings_of
from app.judgments.service import deem_withdrawn
from app.judgments.store import decisions_of
from app.mediation.store import mediations_of
from app.rules.cash import permit_cash
from app.rules.days import parse_date
from app.rules.deemed_withdrawal import deemed_withdrawn
from app.rules.fee_changes import FeeChange, check_relief, grant_relief, refund_after_closing, top_up_not_paid
from app.rules.fees import CaseFee
from app.rules.money import parse_amount
from app.rules.periods import deadline
from app.storage.database import Database

UNPAID = ("unpaid", "top_up_unpaid")
"""Grounds on which a suit counts as withdrawn for its fee, and nothing more is due (解释199, 213)."""
WAYS = ("bank", "e_payment", "cash_on_the_spot")


def fee_of(database: Database, case: Case, counterclaim: Counterclaim | None = None) -> CaseFee:
    """What the suit, or a counterclaim, costs as it stands, with steps and articles (费用13–18, 21; 解释201, 206)."""
    return fee_of_claims(read_court(database), case, counterclaim)


def due_now(database: Database, case: Case, counterclaim: Counterclaim | None = None) -> Decimal:
    """Yuan to be paid after halving, relief that counts (费用50), payments and refunds ordered; never below zero.

    Nothing is due on a suit that counts as withdrawn because its fee was not paid (解释199, 213), nor on a counterclaim
    that is not heard together, or no more for the same reason.
    """
    if counterclaim is not None:
        owed = counterclaim.joined is True and counterclaim.ended != "deemed_withdrawn"
    else:
        owed = not any(decision.fields.get("ground") in UNPAID for decision in decisions_of(database, case.id))
    if not owed:
        return Decimal(0)
    record = counterclaim.record if counterclaim is not None else None
    due = fee_of(database, case, counterclaim).due - forgiven(database, case, record)
    return max(due - sum(kept_of(database, case.id, record).values(), Decimal(0)), Decimal(0))


def forgiven(database: Database, case: Case, counterclaim: str | None = None) -> Decimal:
    """Yuan of the suit's fee, or of that counterclaim's, that a relief which counts takes off it (费用44–46, 50)."""
    relief = store.relief_of(database, case.id, counterclaim)
    if relief is None or not relief_counts(database, case, relief) or relief.kind == "deferral":
        return Decimal(0)
    due = fee_of(database, case, case.counterclaim(counterclaim) if counterclaim else None).due
    return due if relief.kind == "exemption" else min(Decimal(relief.about["amount"]), due)


def waits_for_mediation(database: Database, case: Case) -> bool:
    """Whether the fee is not called for yet: the parties mediate first, and that has neither failed nor been overtaken.

    Where cases are registered first (2025意见6, as reprinted; not verified); before 2025 a dispute that was mediated
    was no case yet, and had no fee.
    """
    wanted = (case.fields.get("track") or {}).get("mediation_wanted")
    if not wanted or case.closed or read_court(database).mediation_mode != "register_first":
        return False
    failed = any(mediation.kind == "failed" for mediation in mediations_of(database, case.id))
    return not failed and not any(sitting.kind == "hearing" for sitting in sittings_of(database, case.id))


def kept_of(database: Database, case: str, counterclaim: str | None = None) -> dict[str, Decimal]:
    """Payer → yuan that it paid for the suit, or for that counterclaim, and that were not ordered back, in the order of
    the first payments."""
    kept = dict[str, Decimal]()
    for payment in store.payments_of(database, case):
        if payment.get("counterclaim") == counterclaim:
            kept[payment["payer"]] = kept.get(payment["payer"], Decimal(0)) + Decimal(payment["amount"])
    for refund in store.refunds_of(database, case):
        if refund.get("counterclaim") == counterclaim:
            kept[refund["payer"]] = kept.get(refund["payer"], Decimal(0)) - Decimal(refund["due"])
    return kept


def to_be_borne(database: Database, case: Case, payer: str, counterclaim: Counterclaim | None = None) -> Decimal | None:
    """What of the fee stays on the payer as things stand, in yuan; None where that is not settled.

    While the case goes on, what it paid but for what claims lowered in time cost less (费用21(二)); at the end its part
    of what was decided or agreed, with what it lowered too late and without what it was forgiven (费用29, 31, 35, 50),
    or half of what it paid where the rest stayed unpaid (解释199).
    """
    record = counterclaim.record if counterclaim is not None else None
    if counterclaim is None and (halved := rest_unpaid(database, case, payer)) is not None:
        return halved.borne
    kept = kept_of(database, case.id, record)
    due = fee_of(database, case, counterclaim).due
    if not (case.closed or (case.suit_ended and counterclaim is None)):
        surplus = sum(kept.values(), Decimal(0)) - due
        return max(kept.get(payer, Decimal(0)) - surplus, Decimal(0)) if surplus > 0 else None
    bearer = bearer_of(database, case)
    if counterclaim is not None:
        bearer = counterclaim_bearer_of(database, case, counterclaim)
    if bearer in (None, "shared"):
        return None
    late = lowered_too_late(read_court(database), case, counterclaim)
    lowering = (counterclaim.by if counterclaim else lowered_by(case)) == payer
    if bearer == payer:
        return max((due if lowering else due - late) - forgiven(database, case, record), Decimal(0))
    return late if lowering else Decimal(0)


def rest_unpaid(database: Database, case: Case, payer: str) -> FeeChange | None:
    """Half of all that the payer paid goes back where the rest of the fee of 普通程序 was not paid (解释199).

    None unless the suit counts as withdrawn for that.
    """
    if not any(decision.fields.get("ground") == "top_up_unpaid" for decision in decisions_of(database, case.id)):
        return None
    payments = [one for one in store.payments_of(database, case.id) if not one.get("counterclaim")]
    whole = sum((Decimal(one["amount"]) for one in payments if one["payer"] == payer), Decimal(0))
    return top_up_not_paid(fee_of(database, case), f"{whole:.2f}")


def decide_relief(
    desk: Desk,
    case: str,
    *,
    kind: str,
    reason: str,
    article: str,
    applied_at: str,
    approved_by: str | None,
    approved_at: str | None,
    by_telephone: bool = False,
    number: str | None = None,
    amount: str | None = None,
    applicant: str | None = None,
    counterclaim: str | None = None,
) -> str:
    """Relief was asked for, and granted by the officer who may (费用44–51); without ``approved_by`` it waits (待批).

    It is for the suit's fee, or for that ``counterclaim``'s, and ``applicant`` is one who pays it. ``amount`` is what a
    reduction forgives, in yuan; ``number`` the telephone's. Refuses with ``only_the_payer_is_relieved``,
    ``unknown_counterclaim``, ``counterclaim_not_heard``, and what ``grant_relief`` and ``request_approval`` refuse.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    whole = held.counterclaim(counterclaim) if counterclaim else None
    if whole is not None and not whole.open:
        raise NeedsCorrection("counterclaim_not_heard", article="费用44")
    asked_by = [held.party(key) for key in payers_of(held, whole) if applicant in (None, key)]
    if not asked_by:
        raise NeedsCorrection("only_the_payer_is_relieved", at="applicant", article="费用20")
    natural = any(party.kind == "natural_person" for party in asked_by)
    if kind == "reduction":
        filed = (approved_at or applied_at) <= str(held.fields["accepted_at"])
        fee = fee_of(desk.database, held, whole)
        grant_relief(kind, article, fee, natural_person=natural, before_filing=filed, amount=amount)
    else:
        # A party may ask before the procedure, and so the fee, is settled (费用48, 49).
        check_relief(kind, article, natural_person=natural)
    decision = {
        "granted": True,
        "decided_by": approved_by,
        "decided_at": approved_at,
        "how": "telephone" if by_telephone else "in_person",
        "number": number,
    }
    return request_approval(
        desk,
        case,
        kind,
        reason=reason,
        article=article,
        requested_at=applied_at,
        about={"amount": amount, "applicant": applicant, **({"counterclaim": counterclaim} if counterclaim else {})},
        decision=decision if approved_by else None,
    )


def take_payment(
    desk: Desk,
    case: str,
    *,
    payer: str,
    amount: str,
    how: str,
    at: str,
    ticket_no: str | None = None,
    conditions: Sequence[str] = (),
    counterclaim: str | None = None,
) -> str:
    """The payment for the suit, or for a counterclaim, is on the record.

    Cash on the spot needs the three conditions of 费用52 ¶3 and a 财政票据 number. Refuses with what ``permit_cash``
    refuses, ``ticket_already_used``, ``paid_more_than_due``, ``unknown_choice``, ``unknown_party``,
    ``unknown_counterclaim``.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    held.party(payer)
    value = parse_amount(amount, at="amount", zero=False)
    if how not in WAYS:
        raise NeedsCorrection("unknown_choice", choice=how)
    if how == "cash_on_the_spot":
        permit_cash(conditions, ticket_no)
    if ticket_no and store.ticket_used(desk.database, ticket_no):
        raise NeedsCorrection("ticket_already_used", ticket_no=ticket_no)
    due = due_now(desk.database, held, held.counterclaim(counterclaim) if counterclaim else None)
    if value > due:
        raise NeedsCorrection("paid_more_than_due", due=str(due), amount=amount)
    payment = desk.new_id("payment")
    desk.record(
        "fee.paid",
        payment,
        {
            "payer": payer,
            "amount": f"{value:.2f}",
            "how": how,
            "at": at,
            "ticket_no": ticket_no,
            "conditions": list(conditions),
            **({"counterclaim": counterclaim} if counterclaim else {}),
        },
        case=case,
    )
    return payment


def deem_unpaid(desk: Desk, case: str, *, by: Sequence[str], at: str, notified_on: str) -> str:
    """The suit counts as withdrawn, for its fee was called for and not paid in seven days (费用22; 解释199, 213).

    Of what was paid before 简易 became 普通, half stays with the court.

    Refuses with ``nothing_to_pay``, ``only_the_increase_unpaid`` where what was filed is paid for (费用21(一)),
    and what ``refuse_while_fee_rests`` and ``deem_withdrawn`` refuse.
    """
    held = load_case(desk.database, case)
    if not due_now(desk.database, held):
        raise NeedsCorrection("nothing_to_pay", article="解释213")
    refuse_while_fee_rests(desk.database, case)
    paid = sum(kept_of(desk.database, case).values(), Decimal(0))
    if paid and paid >= fee_as_filed(read_court(desk.database), held).due:
        raise NeedsCorrection("only_the_increase_unpaid", article="费用21(一)")
    if not (paid and became_ordinary(desk, case)):
        return deem_withdrawn(desk, case, by=by, ground="unpaid", at=at, notified_on=notified_on)
    stays = top_up_not_paid(fee_of(desk.database, held), f"{paid:.2f}").borne
    taken = {"paid": f"{paid:.2f}", "kept": f"{stays:.2f}"}
    return deem_withdrawn(desk, case, by=by, ground="top_up_unpaid", at=at, notified_on=notified_on, taken=taken)


def deem_counterclaim_unpaid(
    desk: Desk, case: str, counterclaim: str, *, at: str, notified_on: str | None = None
) -> None:
    """The counterclaim counts as withdrawn: its fee was not paid in seven days from its bringing (费用22; 解释213).

    A third party has seven days from ``notified_on``, the day on which the notice of the fee arrived, as who sues has.
    Refuses with ``fee_notice_not_served``, ``nothing_to_pay``, ``fee_period_runs``, ``unknown_counterclaim``,
    ``case_is_closed``, ``role_not_permitted``, and what ``refuse_while_fee_rests`` refuses.
    """
    desk.require_role("judge")
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    whole = held.counterclaim(counterclaim)
    if not whole.heard or not due_now(desk.database, held, whole):
        raise NeedsCorrection("nothing_to_pay", article="解释213")
    refuse_while_fee_rests(desk.database, case, counterclaim)
    since = notified_on if whole.independent else whole.at
    start = parse_date(since[:10], at="notified_on") if since is not None else None
    article = deemed_withdrawn(
        "unpaid", held.procedure, start, parse_date(at[:10], at="at"), court_calendar(desk.database)
    )
    end = {"how": "deemed_withdrawn", "at": at, "reason": "逾期未交纳案件受理费", "article": article}
    with desk.together():
        desk.record("counterclaim.ended", counterclaim, {"end": end}, case=case)
        close_with_last_counterclaim(desk, held, counterclaim, at[:10])


def became_ordinary(desk: Desk, case: str) -> bool:
    """Whether the case is heard in the ordinary procedure now and was in a simplified one before (解释199, 258)."""
    decided = [entry.fields["procedure"] for entry in desk.told(case).by("case.procedure_decided")]
    return bool(decided) and decided[-1] == "ordinary" and bool({"simplified", "small_claims"} & set(decided))


def order_refund(
    desk: Desk,
    case: str,
    *,
    payer: str,
    borne: str,
    reason: str,
    article: str,
    account: str,
    ordered_at: str,
    effective_on: str | None = None,
    counterclaim: str | None = None,
) -> str:
    """What the payer paid above what it bears goes back within fifteen days of the paper's effect (费用53; 解释207), or
    while the case goes on, because claims were lowered before 法庭调查 ended (费用21(二)).

    What the loser bears instead is due from then on (解释207). Refuses with ``nothing_to_refund``, ``reason_missing``,
    ``account_missing``, ``unknown_party`` and what ``parse_amount`` refuses.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    held.party(payer)
    found = refund_after_closing(kept_of(desk.database, case, counterclaim).get(payer, Decimal(0)), borne)
    if not found.refund:
        raise NeedsCorrection("nothing_to_refund", at="borne")
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    if not account.strip():
        raise NeedsCorrection("account_missing", at="account")
    paid_with = [
        one["ticket_no"]
        for one in store.payments_of(desk.database, case)
        if one["payer"] == payer and one.get("counterclaim") == counterclaim
    ]
    until = None
    if effective_on is not None:
        until = deadline("T45", parse_date(effective_on, at="effective_on"), court_calendar(desk.database)).last_day
    refund = desk.new_id("refund")
    desk.record(
        "fee.refund_ordered",
        refund,
        {
            "payer": payer,
            "paid": f"{found.refund + found.borne:.2f}",
            "borne": f"{found.borne:.2f}",
            "due": f"{found.refund:.2f}",
            "reason": reason,
            "article": article,
            "account": account,
            "ticket_no": next((ticket for ticket in paid_with if ticket), None),
            "ordered_at": ordered_at,
            "by": until.isoformat() if until is not None else None,
            **({"counterclaim": counterclaim} if counterclaim else {}),
        },
        case=case,
    )
    return refund


def note_refunded(desk: Desk, refund: str, at: str) -> None:
    """The money has gone back; refuses with ``unknown_refund`` and ``already_refunded``."""
    desk.require_role(*OFFICERS)
    told = desk.told(refund)
    if not told.entries:
        raise NeedsCorrection("unknown_refund", refund=refund)
    if told.fields.get("refunded_at"):
        raise NeedsCorrection("already_refunded")
    desk.record("fee.refunded", refund, {"refunded_at": at}, case=told.case)


def cash_list(database: Database, day: str) -> tuple[list[dict[str, Any]], Decimal]:
    """The evening's 交账表: each cash payment of the day, and their total in yuan."""
    payments = store.cash_payments(database, day)
    return payments, sum((Decimal(payment["amount"]) for payment in payments), Decimal(0))
