"""Acts of 复核: a party disputes what was decided of the fee or how it was reckoned, and is answered (费用43)."""

from __future__ import annotations

from app.approvals.service import moment_of
from app.cases.court import read_court
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection
from app.fees.store import Review, reviews_of
from app.rules.money import parse_amount

DISPUTED = ("decision", "computing")
"""What was decided of the fee, which the president looks at, or how it was reckoned, which the court puts right."""


def request_review(desk: Desk, case: str, *, by: str, at: str, disputes: str, why: str) -> str:
    """The party asked at ``at`` for the fee to be looked at again; gives the record.

    It is answered in fifteen days, and stops neither payment nor appeal (费用43). Refuses ``role_not_permitted``,
    ``unknown_party``, ``unknown_choice``, ``field_missing``, ``date_malformed``, and ``fee_review_waits`` while that
    party's last request is not answered.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    party = held.party(by)
    if disputes not in DISPUTED:
        raise NeedsCorrection("unknown_choice", at="disputes", choice=disputes)
    if not why.strip():
        raise NeedsCorrection("field_missing", at="why")
    moment_of(at, "at")
    if any(one.by == by and one.answer is None for one in reviews_of(desk.database, case)):
        raise NeedsCorrection("fee_review_waits", party=party.name)
    record = desk.new_id("review")
    told = {"by": by, "at": at, "disputes": disputes, "why": why.strip()}
    desk.record("fee.review_requested", record, told, case=case)
    return record


def answer_review(
    desk: Desk, case: str, review: str, *, at: str, answered_by: str, reason: str, amount: str | None = None
) -> None:
    """What was decided stays, or the party's part is ``amount`` yuan from now on, and why (费用43).

    ``answered_by`` is the president where a decision was disputed, else a judge too. The sum stands in the answer: the
    program reckons on by the claims, which are put right where the error lies in them. Refuses ``role_not_permitted``,
    ``unknown_review``, ``review_is_answered``, ``reason_missing``, ``answered_before_asked`` and what ``parse_amount``
    refuses.
    """
    desk.require_role("judge", "president")
    held = _waiting(desk, case, review)
    roles = ("president",) if held.disputes == "decision" else ("president", "judge")
    if read_court(desk.database).officer(answered_by)["role"] not in roles:
        raise NeedsCorrection("role_not_permitted", at="answered_by", needs=list(roles))
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    if moment_of(at, "at") < moment_of(held.at, "at"):
        raise NeedsCorrection("answered_before_asked")
    changed = f"{parse_amount(amount, at='amount'):.2f}" if amount is not None else None
    answer = {"at": at, "by": answered_by, "reason": reason.strip(), "amount": changed}
    desk.record("fee.review_answered", review, {"answer": answer}, case=case)


def _waiting(desk: Desk, case: str, review: str) -> Review:
    held = next((one for one in reviews_of(desk.database, case) if one.record == review), None)
    if held is None:
        raise NeedsCorrection("unknown_review", review=review)
    desk.refuse_if_disputed(review)
    if held.answer is not None:
        raise NeedsCorrection("review_is_answered")
    return held
