"""Which papers of no case suit now, each with what is already told: of received filings, of a suggestion's answer."""

from __future__ import annotations

from typing import Any

from app.archive.offers import Offer
from app.desk import Desk
from app.intake.papers import received_correction, received_receipt
from app.intake.store import received_filings
from app.service.of_no_case import suggestions


def shelf_offers(desk: Desk) -> list[Offer]:
    """The receipt of every filing that waits to be registered (立案2), and what it is to be corrected (立案7);
    ``concerns`` is the filing's record."""
    offers = list[Offer]()
    for filing in received_filings(desk.database, waiting_only=True):
        offers.append(Offer("evidence_receipt", received_receipt(filing), filing.record, stage="intake"))
        if filing.correction is not None:
            offers.append(Offer("correction_notice", received_correction(filing), filing.record, stage="intake"))
    return offers


def feedback_begun(desk: Desk) -> dict[str, Any]:
    """What 司法建议反馈登记表 takes from the first suggestion handed over that nobody has answered (建议8)."""
    waiting = sorted((one for one in suggestions(desk.database) if one.answered is None), key=lambda one: one.until)
    if not waiting:
        return {}
    first = waiting[0]
    feedback = {
        "number": first.told["number"],
        "unit": first.told["to"],
        "served_on": str(first.service.at)[:10],
        "due_on": first.until.isoformat(),
    }
    return {"feedback": feedback, "reminders": list(first.service.fields.get("reminders", ()))}
