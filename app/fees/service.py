"""Acts about fees: say what is due and why, decide relief, take a payment, list the day's cash."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.approvals.service import request_approval
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.errors import NeedsCorrection
from app.fees import store
from app.fees.burden import relief_counts
from app.rules.cash import permit_cash
from app.rules.fee_changes import grant_relief
from app.rules.fees import CaseFee, case_fee
from app.rules.money import parse_amount
from app.storage.database import Database

OFFICERS = ("judge", "assistant_judge", "clerk", "filing_officer")
WAYS = ("bank", "e_payment", "cash_on_the_spot")


def fee_of(database: Database, case: Case) -> CaseFee:
    """What the case costs as it stands now, with steps and articles (费用13–18, 解释201, 206)."""
    court = read_court(database)
    claims = [
        {
            "kind": claim.kind,
            "amount": str(claim.amount) if claim.amount is not None else None,
            "property_total": str(claim.property_total) if claim.property_total is not None else None,
        }
        for claim in case.claims
    ]
    return case_fee(claims, court.province_fees, case.procedure, case.closed, court.fee_rounding)


def due_now(database: Database, case: Case) -> Decimal:
    """Yuan to be paid after halving, relief that still counts (费用50) and payments made; never below zero."""
    fee = fee_of(database, case)
    due = fee.due
    relief = store.relief_of(database, case.id)
    if relief is not None and relief_counts(database, case, relief):
        if relief.kind == "exemption":
            due = Decimal(0)
        elif relief.kind == "reduction":
            due -= Decimal(relief.about["amount"])
    paid = sum((Decimal(payment["amount"]) for payment in store.payments_of(database, case.id)), Decimal(0))
    return max(due - paid, Decimal(0))


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
) -> str:
    """Relief was asked for, and granted by the officer who may (费用44–51); without ``approved_by`` it waits (待批).

    ``amount`` is what a reduction forgives, in yuan; ``number`` the telephone's. Refuses with what ``grant_relief`` and
    ``request_approval`` refuse.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    claimants = [party for party in held.parties if party.role in ("plaintiff", "applicant")]
    asked_by = [party for party in claimants if applicant in (None, party.key)]
    grant_relief(
        kind,
        article,
        fee_of(desk.database, held),
        natural_person=any(party.kind == "natural_person" for party in asked_by),
        before_filing=(approved_at or applied_at) <= str(held.fields["accepted_at"]),
        amount=amount,
    )
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
        about={"amount": amount, "applicant": applicant},
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
) -> str:
    """The payment is on the record.

    Cash on the spot needs the three conditions of 费用52 ¶3 and a 财政票据 number. Refuses with what ``permit_cash``
    refuses, ``ticket_already_used``, ``paid_more_than_due``, ``unknown_choice``, ``unknown_party``.
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
    if value > due_now(desk.database, held):
        raise NeedsCorrection("paid_more_than_due", due=str(due_now(desk.database, held)), amount=amount)
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
        },
        case=case,
    )
    return payment


def cash_list(database: Database, day: str) -> tuple[list[dict[str, Any]], Decimal]:
    """The evening's 交账表: each cash payment of the day, and their total in yuan."""
    payments = store.cash_payments(database, day)
    return payments, sum((Decimal(payment["amount"]) for payment in payments), Decimal(0))
