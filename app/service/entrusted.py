"""委托送达: when the court that serves for this one had the letter, and what its certificate said (民诉91; 解释134)."""

from __future__ import annotations

from app.approvals.service import moment_of
from app.desk import BENCH, Desk
from app.documents.store import load_paper
from app.errors import NeedsCorrection
from app.service.store import Entrustment, entrustments_of

LETTER = "service_entrustment_letter"
RESULTS = ("served", "not_served")


def note_letter_received(desk: Desk, case: str, letter: str, *, at: str) -> str:
    """The other court received the letter (委托函): it serves within ten days; gives the entrustment's record.

    Refuses ``unknown_paper`` for another paper than a letter of the case, ``entrustment_received_already``,
    ``role_not_permitted`` and what ``moment_of`` refuses.
    """
    desk.require_role(*BENCH)
    held = load_paper(desk.database, letter)
    if held.case != case or held.document != LETTER:
        raise NeedsCorrection("unknown_paper", paper=letter)
    if any(one.letter == letter for one in entrustments_of(desk.database, case)):
        raise NeedsCorrection("entrustment_received_already")
    moment_of(at, "at")
    told = held.blanks.get("letter") or {}
    entrustment = desk.new_id("entrustment")
    fields = {"letter": letter, "to": str(told.get("to")), "recipient": str(told.get("recipient")), "at": at}
    desk.record("entrustment.received", entrustment, fields, case=case)
    return entrustment


def note_returned(desk: Desk, case: str, letter: str, *, result: str, at: str) -> None:
    """The other court sent its 送达回证 back, or said why it could not serve; ``result`` is of ``RESULTS``.

    What was served is recorded besides, on the day that the certificate says. Refuses ``unknown_choice``,
    ``entrustment_not_received``, ``entrustment_returned_already``, ``returned_before_received``,
    ``role_not_permitted`` and what ``moment_of`` refuses.
    """
    desk.require_role(*BENCH)
    if result not in RESULTS:
        raise NeedsCorrection("unknown_choice", at="result", choice=result)
    held = _of_letter(desk, case, letter)
    if held.returned_at is not None:
        raise NeedsCorrection("entrustment_returned_already")
    if moment_of(at, "at") < moment_of(held.at, "at"):
        raise NeedsCorrection("returned_before_received")
    told = {"returned": {"at": at, "result": result}}
    desk.record("entrustment.returned", held.record, told, case=case)


def _of_letter(desk: Desk, case: str, letter: str) -> Entrustment:
    for one in entrustments_of(desk.database, case):
        if one.letter == letter:
            return one
    raise NeedsCorrection("entrustment_not_received")
