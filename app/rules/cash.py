"""When a circuit tribunal may take a fee in cash on the spot, and only against a provincial receipt (费用52¶3)."""

from collections.abc import Collection
from dataclasses import dataclass

from app.errors import NeedsCorrection

CONDITIONS = {
    "remote": "边远、水上、交通不便地区",
    "heard_on_the_spot": "基层巡回法庭当场审理",
    "bank_difficult": "当事人提出向指定代理银行交纳确有困难",
}
ARTICLE = "费用52¶3"


@dataclass(frozen=True)
class CashPermission:
    """All three conditions are met and a receipt is at hand."""

    ticket_no: str
    article: str = ARTICLE


def permit_cash(conditions: Collection[str], ticket_no: str | None) -> CashPermission:
    """Permission to take cash, where all three conditions are met and a numbered 省级财政票据 goes to the payer.

    Refuses ``cash_condition_unknown``, ``cash_condition_missing`` (naming them) and ``cash_ticket_missing``:
    without the receipt the party may refuse to pay.
    """
    unknown = sorted(set(conditions) - set(CONDITIONS))
    if unknown:
        raise NeedsCorrection(
            "cash_condition_unknown", at="conditions", unknown=unknown, article=ARTICLE, choices=list(CONDITIONS)
        )
    missing = [name for name in CONDITIONS if name not in conditions]
    if missing:
        raise NeedsCorrection("cash_condition_missing", at="conditions", missing=missing, article=ARTICLE)
    if ticket_no is None or not ticket_no.strip():
        raise NeedsCorrection("cash_ticket_missing", at="ticket_no", article=ARTICLE)
    return CashPermission(ticket_no.strip())
