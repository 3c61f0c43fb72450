"""The blanks of fees' papers: 交纳诉讼费用通知书, 缓减免审批表, 退费审批表 and 退费通知书."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.approvals.store import Approval
from app.cases.court import Court
from app.cases.model import Case, Counterclaim
from app.fees.burden import fee_name, relieved
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
    forgiven: Decimal = Decimal(0),
    name: str | None = None,
) -> dict[str, Any]:
    """交纳诉讼费用通知书: seven days from the day after the notice (费用22), and how the ``fee`` came about.

    ``payers`` are keys; several bear it together. ``forgiven`` is what a reduction took off, in yuan; ``name`` which of
    the case's fees it is, where it has several.
    """
    until = deadline("T46" if reason == "top_up" else "T44", made_on, calendar)
    return {
        "payer_name": "、".join(case.party(payer).name for payer in payers),
        "jointly": len(payers) > 1,
        "reason": reason,
        "due": f"{due:.2f}",
        "pay_by": until.last_day.isoformat() if reason != "borne" and until.last_day else None,
        "based_on": based_on,
        **({"fee_name": name} if name else {}),
        **(_reckoned(fee, forgiven) if fee is not None else {}),
    }


def _reckoned(fee: CaseFee, forgiven: Decimal) -> dict[str, Any]:
    """The fee's steps and articles, without those that speak to the officer and the rounding to the sum asked for."""
    steps = [step.replace(" ", "") for step in fee.steps[:-1] if not step.startswith("提示")]
    steps += [f"准予减交{decimal_yuan(forgiven)}"] if forgiven else []
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


def relief_approval(
    case: Case, court: Court, relief: Approval, due: Decimal, applicant: str, counterclaim: Counterclaim | None = None
) -> dict[str, Any]:
    """缓交、减交、免交诉讼费用审批表 (费用44–51) of relief that was decided: for which fee, by whom, when and how."""
    reduced = relief.kind == "reduction" and relief.state == "granted"
    return {
        "relief": {
            "kind": relief.kind,
            "fee_name": fee_name(case, counterclaim),
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
    party, record = case.party(relieved(case, relief)), relief.about.get("counterclaim")
    who = f"本院准予{case.standing_of(party)}{party.name}"
    name = fee_name(case, case.counterclaim(record) if record else None)
    if relief.kind == "exemption":
        return f"{who}免交{name}"
    return f"{who}减交{name}{decimal_yuan(Decimal(relief.about['amount']))}"
