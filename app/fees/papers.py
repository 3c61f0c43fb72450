"""The blanks of fees' papers: 交纳诉讼费用通知书, 缓减免审批表, 退费审批表 and 退费通知书."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.approvals.store import Approval
from app.cases.court import Court
from app.cases.model import CLAIMANTS, Case
from app.rules.amounts import decimal_yuan
from app.rules.approvals import matter
from app.rules.calendar import Calendar
from app.rules.fees import CaseFee
from app.rules.laws import full_citation
from app.rules.periods import deadline


def fee_notice(
    case: Case,
    payers: Sequence[str],
    due: Decimal,
    made_on: datetime.date,
    calendar: Calendar,
    *,
    reason: str = "prepay",
    based_on: str | None = None,
    fee: CaseFee | None = None,
) -> dict[str, Any]:
    """交纳诉讼费用通知书: seven days from the day after the notice (费用22), and how the ``fee`` came about.

    ``payers`` are keys; several bear it together.
    """
    until = deadline("T46" if reason == "top_up" else "T44", made_on, calendar)
    return {
        "payer_name": "、".join(case.party(payer).name for payer in payers),
        "jointly": len(payers) > 1,
        "reason": reason,
        "due": f"{due:.2f}",
        "pay_by": until.last_day.isoformat() if reason != "borne" and until.last_day else None,
        "based_on": based_on,
        **(_reckoned(fee) if fee is not None else {}),
    }


def _reckoned(fee: CaseFee) -> dict[str, Any]:
    """The fee's steps and articles, without those that speak to the officer and the rounding to the sum asked for."""
    steps = [step.replace(" ", "") for step in fee.steps[:-1] if not step.startswith("提示")]
    # 解释206 forbids a second halving; nothing is reckoned by it.
    articles = [full_citation(article) for article in fee.articles if article != "解释206"]
    return {"reckoning": "；".join(steps), "reckoned_by": articles}


def refund_approval(refund: dict[str, Any]) -> dict[str, Any]:
    """退还诉讼费用审批表 (费用53; 解释207)."""
    names = ("payer", "paid", "borne", "due", "reason", "article", "account", "ticket_no", "by")
    return {"refund": {name: refund.get(name) for name in names}}


def refund_notice(refund: dict[str, Any]) -> dict[str, Any]:
    """退还诉讼费用通知书, which says no more than its payer must know."""
    return {"refund": {name: refund.get(name) for name in ("payer", "paid", "borne", "due", "account")}}


def relief_approval(case: Case, court: Court, relief: Approval, due: Decimal, applicant: str) -> dict[str, Any]:
    """缓交、减交、免交诉讼费用审批表 (费用44–51) of relief that was decided: by whom, when and how."""
    reduced = relief.kind == "reduction" and relief.state == "granted"
    return {
        "relief": {
            "kind": relief.kind,
            "applicant": case.party(applicant).name,
            "applied_at": relief.requested_at,
            "due": f"{due:.2f}",
            "reduced_to": f"{due - Decimal(relief.about['amount']):.2f}" if reduced else None,
            "reason": relief.reason,
            "article": relief.article,
            "granted": relief.state == "granted",
            "refused_because": relief.fields.get("opinion") or None,
            "approved_by": court.officer(relief.fields["decided_by"])["name"],
            "approved_at": relief.decided_at,
            "by_telephone": relief.by_telephone,
            "needs_president": matter(relief.kind).signed_by == "president",
        }
    }


def relief_words(case: Case, relief: Approval | None) -> str | None:
    """What a judgment, ruling or mediation statement says of a reduction or exemption that was granted (费用51)."""
    if relief is None or relief.state != "granted" or relief.kind not in ("reduction", "exemption"):
        return None
    claimant = next(party for party in case.parties if party.role in CLAIMANTS)
    party = case.party(relief.about["applicant"]) if relief.about.get("applicant") else claimant
    who = f"本院准予{party.role_name}{party.name}"
    if relief.kind == "exemption":
        return f"{who}免交案件受理费"
    return f"{who}减交案件受理费{decimal_yuan(Decimal(relief.about['amount']))}"
