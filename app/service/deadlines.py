"""What runs in a case and until when: effect, appeal, objection, trial limit, the bar on suing again, each by law."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from app.approvals.store import approvals_of
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.suspensions import spans_of
from app.rules.appeals import JUDGMENTS, appeals, barring_outcome, resuit_bar
from app.rules.calendar import Calendar, known_calendar
from app.rules.periods import Deadline, deadline, lengthened, period_table
from app.service.appeal_steps import appeal_steps
from app.service.appeals import effect_after_appeals
from app.service.duties import duties
from app.service.rights import rights
from app.service.running import CaseRecord, Running, day_in
from app.storage.database import Database

LASTING = ("T44", "T46")
"""Periods of a party that are not over with their last day: the fee is still due."""
WITHDRAWALS = ("ruling_withdrawal_granted", "ruling_deemed_withdrawn")
TRIAL_LIMITS = {"simplified": "T18", "small_claims": "T19", "ordinary": "T20", "special": "T21"}


@dataclass(frozen=True)
class CaseDates:
    """Dates as they now stand, None where none runs or not everybody has been served yet (解释244).

    ``appealed``: an appeal keeps what decided the case from taking effect.
    """

    effective_on: datetime.date | None = None
    appeal_until: datetime.date | None = None
    objection_until: datetime.date | None = None
    application_latest: datetime.date | None = None
    resuit_barred_until: datetime.date | None = None
    trial_limit: datetime.date | None = None
    articles: tuple[str, ...] = ()
    appealed: bool = False


def dates_of(
    database: Database, case: Case, calendar: Calendar | None = None, *, on: datetime.date | None = None
) -> CaseDates:
    """The case's dates from its filing, its papers and their service.

    The trial limit leaves out the days of every suspension that is over, and of one that goes on those up to ``on``.
    """
    filed = day_in(case.fields["filed_on"])
    record = CaseRecord(database, case, calendar or court_calendar(database), on or filed)
    return _dates(record, on)


def _dates(record: CaseRecord, on: datetime.date | None) -> CaseDates:
    case, articles = record.case, list[str]()
    decisive = _decisive_paper(record)
    effective = until = why = None
    if decisive is not None:
        reached = record.reached(decisive, record.served(decisive))
        outcome = appeals(decisive, reached, record.days, procedure=case.procedure)
        effective, why = effect_after_appeals(record, decisive, outcome.effective_on)
        until = outcome.until
        articles += [outcome.article, *([why] if why else [])]
    agreed = next((m for m in record.mediations if m.kind == "in_court"), None)
    if agreed is not None and agreed.fields.get("effect") == "on_record_signature":
        effective = day_in(agreed.at)
        articles.append("解释151")
    objection, latest = _confirmation(record, articles)
    limit = _trial_limit(record)
    if limit is not None:
        articles.append(limit.article)
    return CaseDates(
        effective_on=effective,
        appeal_until=until,
        objection_until=objection,
        application_latest=latest,
        resuit_barred_until=_bar(record, effective),
        trial_limit=_extended(record, limit.raw, on) if limit and not case.closed else None,
        articles=tuple(dict.fromkeys(articles)),
        appealed=effective is None and why is not None,
    )


def running(database: Database, case: Case, on: datetime.date, calendar: Calendar | None = None) -> tuple[Running, ...]:
    """The periods that run in the case on that day, the first to end first: rows of the period table (民诉85).

    What the court has to do (``duties``, and of an appeal ``appeal_steps``), and a fee that is due, runs on until it is
    done; another period of a party (``rights``) ends with its last day, and so does the time in which the court may ask
    to put off its trial limit. The second instance's own periods (T12, T22) are not among them: ``appeal_steps``.
    """
    record = CaseRecord(database, case, calendar or court_calendar(database), on)
    dates = _dates(record, on)
    found = [one for one in rights(record, dates.effective_on) if one.until >= on or one.rule in LASTING]
    found += duties(record, _decisive_paper(record), read_court(database).mediation_mode == "register_first")
    found += appeal_steps(record)
    if dates.trial_limit is not None and case.procedure:
        rule = TRIAL_LIMITS[case.procedure]
        found.append(Running(rule, "", dates.trial_limit, period_table()[rule].article))
        ask_by = deadline("T23", dates.trial_limit, record.days, variant="request")
        if not approvals_of(database, case.id, "extension") and ask_by.raw is not None and ask_by.raw >= on:
            found.append(Running("T23", "", ask_by.raw, ask_by.article))
    if dates.objection_until is not None and dates.objection_until >= on:
        found.append(Running("T56", "", dates.objection_until, "解释372"))
    if dates.resuit_barred_until is not None and dates.resuit_barred_until >= on:
        plaintiffs = "、".join(party.name for party in case.parties if party.role == "plaintiff")
        found.append(Running("T51", plaintiffs, dates.resuit_barred_until, period_table()["T51"].article))
    return tuple(sorted(found, key=lambda one: (one.until, one.rule)))


def _extended(record: CaseRecord, limit: datetime.date | None, on: datetime.date | None) -> datetime.date | None:
    """The trial limit, or the later day to which the president put it off (民诉152, 164, 168, 187).

    The president's day counts what was suspended up to the request; what is suspended afterwards lengthens it.
    """
    asked_for = approvals_of(record.database, record.case.id, "extension")
    granted = [one for one in asked_for if one.state == "granted"]
    if not granted:
        return limit
    later, asked = day_in(granted[-1].about["new_until"]), day_in(granted[-1].requested_at)
    return lengthened(asked, later, spans_of(record.suspensions, on or asked))[0]


def trial_limit_of(database: Database, case: Case, calendar: Calendar | None = None) -> datetime.date | None:
    """The last day of the case's 审限 before any roll (民诉152, 164, 168, 187), whether it is closed or not."""
    filed = day_in(case.fields["filed_on"])
    limit = _trial_limit(CaseRecord(database, case, calendar or known_calendar(), filed))
    return limit.raw if limit is not None else None


def _trial_limit(record: CaseRecord) -> Deadline | None:
    """Of a case that became one of the ordinary procedure too it runs from the filing (解释258)."""
    if not record.case.procedure:
        return None
    suspended = spans_of(record.suspensions, record.on)
    rule = TRIAL_LIMITS[record.case.procedure]
    return deadline(rule, day_in(record.case.fields["filed_on"]), record.days, suspended=suspended)


def _decisive_paper(record: CaseRecord) -> str | None:
    # A ruling that ended the suit alone is not the end of a case that goes on (解释237, 239).
    rulings = () if record.case.suit_ended and record.case.closed is None else WITHDRAWALS
    decisive = ("civil_mediation_statement", "ruling_judicial_confirmation", *rulings)
    for paper in reversed(record.papers):
        if paper.document.startswith(JUDGMENTS) or paper.document in decisive:
            return paper.document
    return None


def _confirmation(record: CaseRecord, articles: list[str]) -> tuple[datetime.date | None, datetime.date | None]:
    outside = next((m for m in record.mediations if m.kind == "outside"), None)
    if outside is None:
        return None, None
    application = deadline("T32", day_in(outside.at), record.days)
    articles.append(application.article)
    served = [day for day in record.served("ruling_judicial_confirmation").values() if day is not None]
    if not served or len(served) < len(record.case.parties):
        return None, application.last_day
    # 解释372: a party objects within fifteen days of receiving the ruling.
    objections = [deadline("T56", day, record.days) for day in served]
    articles.append(objections[0].article)
    return max(one.last_day for one in objections if one.last_day is not None), application.last_day


def _bar(record: CaseRecord, effective: datetime.date | None) -> datetime.date | None:
    """A withdrawal bars from its ruling, a judgment or an agreement from the day on which it took effect."""
    case = record.case
    cause = "离婚纠纷" if any(claim.kind == "divorce" for claim in case.claims) else case.cause
    outcome, since = case.suit_ended or case.closed, effective
    if outcome in ("withdrawn", "deemed_withdrawn"):
        since = day_in(case.suit_ended_on)
    else:
        outcome = barring_outcome(cause, orders=record.orders, terms=record.terms)
    bar = resuit_bar(cause, outcome, since, record.days) if outcome and since else None
    return bar.last_day if bar is not None else None
