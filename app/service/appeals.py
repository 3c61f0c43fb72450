"""Acts on an appeal against an issued paper, whether it came in time, and what it does to the paper's effect."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from app.cases.appeals import Appeal, fee_of_appeal, load_appeal
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.model import CLAIMANTS, Case, Party, split_person
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.documents.store import Paper, load_paper
from app.errors import NeedsCorrection
from app.rules.appeals import appeal_deadline, appeal_kind, extension_deadline
from app.rules.days import parse_date
from app.rules.money import parse_amount
from app.rules.periods import Deadline
from app.rules.representation import may_act
from app.service.running import CaseRecord, day_in

TRANSFER = "appeal_transfer_letter"
HIGHER_COURTS = ("withdrawal_granted", "deemed_withdrawn", "late", "decided")
"""What the higher court answers: 准许撤回上诉 (民诉180), 按自动撤回上诉处理 (解释318), 逾期, 二审裁判 (民诉177)."""
NOT_TAKEN = "ruling_counterclaim_not_accepted"
"""The ruling that is to its counterclaim what 不予受理 is to a suit: only who brought it appeals."""
FEE_STATES = ("paid", "relief_asked")


def bring_appeal(
    desk: Desk,
    case: str,
    *,
    paper: str,
    by: str,
    at: str,
    request: str,
    reasons: str,
    written: bool = True,
    against: Sequence[str] = (),
    posted_on: str | None = None,
    amount: str | None = None,
    extension: Mapping[str, str] | None = None,
    late: bool = False,
) -> str:
    """The 上诉状 against an issued paper of the case was received (民诉171–173); gives the appeal's record.

    ``by`` is a party's key or that of its agent; ``against`` the parties that the 上诉状 names as 被上诉人, by default
    those on the other side. ``amount`` is what of a judgment on property is appealed against, in yuan (费用17).
    After its own last day it is taken with ``extension`` (``ground``, and ``ended_on``, when what kept the party
    ended: asked for within ten days of it, 民诉86), or with ``late``, which says that the officer knows: the higher
    court decides on both. Whether a third party without a claim of its own may appeal (民诉59) is that court's too.

    Refuses ``appeal_not_in_writing`` (解释318: who only says so has not appealed. The number is that of the text of
    2022, reckoned from its neighbours and not verified), ``unknown_paper``, ``document_without_appeal``,
    ``no_appeal_lies``, ``only_who_brought_it_appeals``, ``field_missing``, ``amount_missing``,
    ``appeal_against_itself``, ``already_appealed``, ``appeal_before_paper``, ``posted_after_receipt``,
    ``appeal_is_late``, ``extension_asked_late``, ``role_not_permitted`` and what ``may_act`` and ``parse_amount``
    refuse.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    appealed = load_paper(desk.database, paper)
    if appealed.case != case:
        raise NeedsCorrection("unknown_paper", paper=paper)
    kind, article = appeal_kind(appealed.document, held.procedure)
    if kind is None:
        raise NeedsCorrection("no_appeal_lies", title=appealed.title, article=article)
    if not written:
        raise NeedsCorrection("appeal_not_in_writing", article="民诉172")
    party, agent = held.person(by)
    if agent is not None:
        may_act(agent.authority, agent.powers, "appeal")
    if appealed.document == NOT_TAKEN and held.counterclaim(str(appealed.concerns)).by != party.key:
        raise NeedsCorrection("only_who_brought_it_appeals", party=party.name, title=appealed.title)
    for name, value in (("request", request), ("reasons", reasons)):
        if not value.strip():
            raise NeedsCorrection("field_missing", at=name)
    told: dict[str, Any] = {
        "paper": paper,
        "document": appealed.document,
        "by": party.key,
        "brought_by": by,
        "against": _respondents(held, party, against),
        "at": at,
        "request": request.strip(),
        "reasons": reasons.strip(),
    }
    received = day_in(at)
    handed_in = received if posted_on is None else parse_date(posted_on, at="posted_on")
    if handed_in > received:
        raise NeedsCorrection("posted_after_receipt")
    if handed_in < day_in(appealed.made_on):
        raise NeedsCorrection("appeal_before_paper", title=appealed.title)
    if posted_on is not None:
        told["posted_on"] = handed_in.isoformat()
    charged = (amount or "").strip() or None
    if fee_of_appeal(read_court(desk.database), held, appealed.document, charged) is not None and charged:
        told["amount"] = f"{parse_amount(charged, at='amount'):.2f}"
    record = CaseRecord(desk.database, held, court_calendar(desk.database), received)
    if any(one.standing and (one.by, one.paper) == (party.key, paper) for one in record.appeals):
        raise NeedsCorrection("already_appealed", party=party.name, title=appealed.title)
    own = _own_period(record, appealed, party.key)
    if own is not None and own.last_day is not None and handed_in > own.last_day:
        if extension is not None:
            told["extension"] = _extension(record, extension, handed_in)
        elif not late:
            raise NeedsCorrection("appeal_is_late", party=party.name, until=own.last_day.isoformat(), article="民诉171")
    appeal = desk.new_id("appeal")
    desk.record("appeal.brought", appeal, told, case=case)
    return appeal


def answer_appeal(desk: Desk, case: str, appeal: str, *, by: str, at: str) -> str:
    """Another party's answer to the appeal was received (民诉174); gives its record.

    Refuses ``only_the_others_answer``, ``appeal_already_answered``, ``appeal_has_ended``, ``unknown_appeal``,
    ``unknown_party`` and ``role_not_permitted``.
    """
    held, standing = _standing(desk, case, appeal)
    party = held.party(split_person(by)[0])
    if party.key == standing.by:
        raise NeedsCorrection("only_the_others_answer", party=party.name)
    if any(answer.by == party.key for answer in standing.answers):
        raise NeedsCorrection("appeal_already_answered", party=party.name)
    record = desk.new_id("appeal_answer")
    desk.record("appeal.answered", record, {"appeal": appeal, "by": party.key, "at": at}, case=case)
    return record


def note_appeal_fee(desk: Desk, case: str, appeal: str, *, how: str, at: str, ticket_no: str = "") -> None:
    """The appellant showed that the fee is paid, or asked for relief from it; both go up with the file.

    立案暂行(1997)19, 20(三), as reprinted. ``how`` is of ``FEE_STATES``. The money is not of this court's day of cash.
    Refuses ``appeal_costs_nothing``, ``unknown_choice``, ``appeal_has_ended``, ``unknown_appeal`` and
    ``role_not_permitted``.
    """
    held, standing = _standing(desk, case, appeal)
    if how not in FEE_STATES:
        raise NeedsCorrection("unknown_choice", at="how", choice=how)
    if fee_of_appeal(read_court(desk.database), held, standing.document, standing.amount) is None:
        raise NeedsCorrection("appeal_costs_nothing", article="费用8(三)")
    told = {"how": how, "at": at, **({"ticket_no": ticket_no.strip()} if ticket_no.strip() else {})}
    desk.record("appeal.fee_noted", appeal, {"fee": told}, case=case)


def withdraw_appeal(desk: Desk, case: str, appeal: str, *, by: str, at: str, reason: str = "") -> None:
    """The appellant took its appeal back before the file went up: it counts as not brought.

    Afterwards the higher court decides on it (民诉180). That this court takes it down before then, and that an agent
    needs the power to appeal for it, is practice and not verified. Refuses ``not_their_appeal``, ``appeal_sent_up``,
    ``appeal_has_ended``, ``unknown_appeal``, ``role_not_permitted`` and what ``may_act`` refuses.
    """
    held, standing = _standing(desk, case, appeal)
    party, agent = held.person(by)
    if party.key != standing.by:
        raise NeedsCorrection("not_their_appeal", party=party.name)
    if agent is not None:
        may_act(agent.authority, agent.powers, "appeal")
    if sent_up(_record(desk, held), standing) is not None:
        raise NeedsCorrection("appeal_sent_up", article="民诉180")
    outcome = {"how": "withdrawn", "by": by, "at": at, "reason": reason.strip()}
    desk.record("appeal.ended", appeal, {"outcome": outcome}, case=case)


def note_higher_court(desk: Desk, case: str, appeal: str, *, how: str, at: str, number: str) -> None:
    """What the higher court made of the appeal, its 案号, and ``at``, when the last party had its paper.

    ``how`` is of ``HIGHER_COURTS``. Refuses ``unknown_choice``, ``field_missing``, ``appeal_not_sent_up``,
    ``appeal_has_ended``, ``unknown_appeal`` and ``role_not_permitted``.
    """
    held, standing = _standing(desk, case, appeal)
    if how not in HIGHER_COURTS:
        raise NeedsCorrection("unknown_choice", at="how", choice=how)
    if not number.strip():
        raise NeedsCorrection("field_missing", at="number")
    if sent_up(_record(desk, held), standing) is None:
        raise NeedsCorrection("appeal_not_sent_up", article="民诉174")
    outcome = {"how": how, "at": at, "number": number.strip()}
    desk.record("appeal.ended", appeal, {"outcome": outcome}, case=case)


def own_period(record: CaseRecord, appeal: Appeal) -> Deadline | None:
    """The appellant's own period (解释244); None while the paper has not been served on it."""
    appealed = next((paper for paper in record.papers if paper.record == appeal.paper), None)
    return _own_period(record, appealed, appeal.by) if appealed is not None else None


def is_late(record: CaseRecord, appeal: Appeal) -> bool:
    """Whether it was handed in, or posted, after the appellant's own last day."""
    own = own_period(record, appeal)
    return own is not None and own.last_day is not None and day_in(appeal.day) > own.last_day


def effect_after_appeals(
    record: CaseRecord, document: str, on: datetime.date | None
) -> tuple[datetime.date | None, str | None]:
    """The day on which the paper takes effect, which without appeals is ``on``, and the article if they change it.

    One party's appeal in time keeps the whole paper from taking effect, and so does a late one until it is answered
    if it asks for more time (民诉86); any other late one stops nothing (民诉158). What was withdrawn lets it take
    effect on the day of the withdrawal, or of the higher court's ruling, if that is later than ``on`` (as the model of
    the ruling says, 一审判决自本裁定书送达之日起发生法律效力; not verified for what this court took down itself). After
    a judgment of the second instance, which is final (民诉182), this program names no day: that court does.
    """
    article = None
    for appeal in record.appeals:
        if appeal.document != document or (is_late(record, appeal) and appeal.extension is None):
            continue
        ended = appeal.outcome or {}
        if ended.get("how") in (None, "decided"):
            return None, "民诉182" if ended else "民诉158"
        if ended["how"] != "late" and on is not None:
            on, article = max(on, day_in(str(ended["at"]))), "民诉180"
    return on, article


def sent_up(record: CaseRecord, appeal: Appeal) -> str | None:
    """The day of the letter that sent the file up since the appeal was received (民诉174), None before."""
    letters = [paper.made_on for paper in record.issued(TRANSFER) if paper.made_on >= appeal.at[:10]]
    return min(letters, default=None)


def _standing(desk: Desk, case: str, appeal: str) -> tuple[Case, Appeal]:
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    standing = load_appeal(desk.database, case, appeal)
    if not standing.standing:
        raise NeedsCorrection("appeal_has_ended")
    return held, standing


def _record(desk: Desk, case: Case) -> CaseRecord:
    return CaseRecord(desk.database, case, court_calendar(desk.database), desk.clock.now().date())


def _own_period(record: CaseRecord, appealed: Paper, party: str) -> Deadline | None:
    reached = record.reached(appealed.document, record.served_paper(appealed))[party]
    if reached is None:
        return None
    return appeal_deadline(appealed.document, reached, record.days, procedure=record.case.procedure)


def _respondents(case: Case, party: Party, against: Sequence[str]) -> list[str]:
    if party.key in against:
        raise NeedsCorrection("appeal_against_itself", party=party.name)
    named = [case.party(key).key for key in against]
    claims = party.role in CLAIMANTS
    others = [one.key for one in case.parties if one.key != party.key]
    return named or [key for key in others if (case.party(key).role in CLAIMANTS) != claims] or others


def _extension(record: CaseRecord, extension: Mapping[str, str], handed_in: datetime.date) -> dict[str, str]:
    ground = extension.get("ground", "").strip()
    if not ground:
        raise NeedsCorrection("field_missing", at="extension.ground")
    ended = parse_date(extension.get("ended_on"), at="extension.ended_on")
    until = extension_deadline(ended, record.days).last_day
    if until is not None and handed_in > until:
        raise NeedsCorrection("extension_asked_late", until=until.isoformat(), article="民诉86")
    return {"ground": ground, "ended_on": ended.isoformat()}
