"""Acts on a counterclaim, or a third party's own claim: take it, decide whether it is heard, let it be withdrawn."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from app.approvals.service import refuse_while_recused
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.fee import fee_of_claims
from app.cases.model import Case, Claim, Counterclaim, role_of, split_person
from app.cases.service import close_with_last_counterclaim
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection
from app.intake.claims import AMOUNTS, keep_procedure_lawful, next_ordinal, open_to_change, stated_claim
from app.rules.fees import CaseFee, parse_claims
from app.rules.periods import deadline
from app.storage.database import Database


def take_counterclaim(
    desk: Desk,
    case: str,
    *,
    by: str,
    at: str,
    claims: Sequence[Mapping[str, Any]],
    facts: str,
    evidence: Sequence[Mapping[str, Any]] = (),
    against: Sequence[str] = (),
) -> str:
    """The counterclaim is on the record and waits for the court's decision; gives its record (民诉54; 59¶1; 解释81).

    ``by`` is the key of a defendant, or of a third party with a right of its own, or of its agent; ``against`` of
    plaintiffs (解释233 ¶1), for a third party also of defendants, all of them if none is named; ``claims`` and
    ``evidence`` as in a filing. Refuses ``only_a_defendant_counterclaims``, ``counterclaim_against_the_plaintiff``,
    ``field_missing``, ``pages_not_counted``, ``debate_is_closed`` (解释232), ``confirmation_stands_alone``,
    ``case_is_closed``, ``role_not_permitted``, and what ``parse_claims`` and ``may_act`` refuse.
    """
    independent = role_of(split_person(by)[0]) == "third_party"
    # Suing is no act that needs special words of the power of attorney (民诉62).
    held = open_to_change(desk, case, None, by, at, act="plead" if independent else "counterclaim")
    party = held.party(split_person(by)[0])
    if party.role not in ("defendant", "third_party"):
        raise NeedsCorrection("only_a_defendant_counterclaims", party=party.name, article="民诉54")
    sides = ("plaintiff", "defendant") if independent else ("plaintiff",)
    answering = [one.key for one in held.parties if one.role in sides]
    if not set(against) <= set(answering):
        raise NeedsCorrection("counterclaim_against_the_plaintiff", article="解释233")
    if not facts.strip():
        raise NeedsCorrection("field_missing", at="facts")
    parse_claims([{name: claim.get(name) for name in AMOUNTS} for claim in claims])
    stated = [stated_claim(claim) for claim in claims]
    for index, item in enumerate(evidence):
        if not isinstance(item.get("pages"), int) or item["pages"] < 1:
            raise NeedsCorrection("pages_not_counted", at=f"evidence[{index}].pages")
    record, last = desk.new_id("counterclaim"), max((item.number for item in held.evidence), default=0)
    with desk.together():
        told = {
            "by": party.key,
            "brought_by": by,
            "against": list(against) or answering,
            "at": at,
            "facts": facts.strip(),
        }
        desk.record("counterclaim.brought", record, told, case=case)
        for ordinal, claim in enumerate(stated, next_ordinal(held)):
            fields = {"ordinal": ordinal, **claim, "counterclaim": record}
            desk.record("claim.made", desk.new_id("claim"), fields, case=case)
        for ordinal, item in enumerate(evidence, last + 1):
            fields = {"files": [], **dict(item), "ordinal": ordinal, "by": party.key}
            desk.record("evidence.submitted", desk.new_id("evidence"), fields, case=case)
    return record


def foresee_counterclaim(
    database: Database, case: str, claims: Sequence[Mapping[str, Any]], *, at: str
) -> tuple[CaseFee, datetime.date | None]:
    """What a counterclaim would cost if it is heard with the suit, and until when that is paid (费用18, 22).

    Nothing is written; refuses what ``parse_claims`` refuses.
    """
    held = load_case(database, case)
    parsed = parse_claims([{name: claim.get(name) for name in AMOUNTS} for claim in claims])
    asked = tuple(Claim(str(n), one.kind, "", one.amount, one.property_total) for n, one in enumerate(parsed))
    brought = Counterclaim("", "", (), at, "", joined=True, claims=asked)
    until = deadline("T44", datetime.date.fromisoformat(at[:10]), court_calendar(database))
    return fee_of_claims(read_court(database), held, brought), until.last_day


def decide_counterclaim(
    desk: Desk, case: str, counterclaim: str, *, joined: bool, why: str, at: str, procedure: str | None = None
) -> None:
    """The judge hears the counterclaim together with the suit, or does not take it: sue separately (解释233).

    One heard together takes the case out of 小额诉讼 into ``procedure`` (民诉166(5)–(6); 解释278). Refuses
    ``reason_missing``, ``counterclaim_already_decided``, ``counterclaim_has_ended``, ``no_longer_small_claims``,
    ``unknown_counterclaim``, ``case_is_closed``, ``role_not_permitted`` and what ``refuse_while_recused`` refuses.
    """
    desk.require_role("judge")
    refuse_while_recused(desk, case)
    held, whole = _standing(desk, case, counterclaim)
    if whole.joined is not None:
        raise NeedsCorrection("counterclaim_already_decided")
    if not why.strip():
        raise NeedsCorrection("reason_missing")
    with desk.together():
        if joined:
            keep_procedure_lawful(desk, held, [*held.asked, *whole.claims], procedure, [whole.excludes_small_claims])
        decision = {"joined": joined, "why": why.strip(), "at": at}
        desk.record("counterclaim.decided", counterclaim, {"decision": decision}, case=case)


def withdraw_counterclaim(desk: Desk, case: str, counterclaim: str, *, by: str, at: str, reason: str) -> None:
    """The counterclaim was withdrawn, as the court must allow (解释239; 民诉148); its claims are decided no more.

    Refuses ``reason_missing``, ``not_their_claim``, ``counterclaim_has_ended``, ``unknown_counterclaim``,
    ``case_is_closed``, ``role_not_permitted`` and what ``may_act`` refuses.
    """
    desk.require_role(*OFFICERS)
    held, whole = _standing(desk, case, counterclaim)
    open_to_change(desk, case, counterclaim, by, at, act="waive_claims")
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    article = "民诉148" if whole.independent else "解释239"
    end = {"how": "withdrawn", "by": by, "at": at, "reason": reason.strip(), "article": article}
    with desk.together():
        desk.record("counterclaim.ended", counterclaim, {"end": end}, case=case)
        close_with_last_counterclaim(desk, held, counterclaim, at[:10])


def _standing(desk: Desk, case: str, counterclaim: str) -> tuple[Case, Counterclaim]:
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    whole = held.counterclaim(counterclaim)
    if whole.ended is not None:
        raise NeedsCorrection("counterclaim_has_ended")
    return held, whole
