"""What runs in a case and until when: effect, appeal, objection, trial limit, the bar on suing again, each by law."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from app.approvals.store import approvals_of
from app.cases.code_tables import court_calendar
from app.cases.model import Case, split_person
from app.cases.suspensions import spans_of, suspensions_of
from app.documents.store import papers_of
from app.fees.service import due_now
from app.fees.store import refunds_of
from app.hearings.store import sittings_of
from app.intake.store import defences_of
from app.judgments.store import decisions_of
from app.mediation.store import Mediation, mediations_of
from app.rules.appeals import APPEALABLE_RULINGS, appeals, resuit_bar, service_date
from app.rules.calendar import Calendar, known_calendar
from app.rules.periods import Deadline, choose, deadline, lengthened
from app.service.store import first_services, services_of
from app.storage.database import Database

JUDGMENTS = "civil_judgment_"
_ENDING = ("T05", "T09", "T10", "T36", "T56")
TRIAL_LIMITS = {"simplified": "T18", "small_claims": "T19", "ordinary": "T20", "special": "T21"}


@dataclass(frozen=True)
class CaseDates:
    """Dates as they now stand, None where none runs or not everybody has been served yet (解释244)."""

    effective_on: datetime.date | None = None
    appeal_until: datetime.date | None = None
    objection_until: datetime.date | None = None
    application_latest: datetime.date | None = None
    resuit_barred_until: datetime.date | None = None
    trial_limit: datetime.date | None = None
    articles: tuple[str, ...] = ()


def dates_of(
    database: Database, case: Case, calendar: Calendar | None = None, *, on: datetime.date | None = None
) -> CaseDates:
    """The case's dates from its filing, its papers and their service.

    The trial limit leaves out the days of every suspension that is over, and of one that goes on those up to ``on``.
    """
    days = calendar or court_calendar(database)
    articles = list[str]()
    decisive = _decisive_paper(database, case)
    effective = until = None
    if decisive is not None:
        served = _served(database, case, decisive, days)
        outcome = appeals(decisive, served, days, procedure=case.procedure)
        effective, until = outcome.effective_on, outcome.until
        articles.append(outcome.article)
    mediations = mediations_of(database, case.id)
    agreed = next((m for m in mediations if m.kind == "in_court"), None)
    if agreed is not None and agreed.fields.get("effect") == "on_record_signature":
        effective = datetime.date.fromisoformat(agreed.at[:10])
        articles.append("解释151")
    objection, latest = _confirmation(database, case, mediations, days, articles)
    bar = _bar(database, case, days)
    limit = _trial_limit(database, case, days, on)
    if limit is not None:
        articles.append(limit.article)
    return CaseDates(
        effective_on=effective,
        appeal_until=until,
        objection_until=objection,
        application_latest=latest,
        resuit_barred_until=bar,
        trial_limit=_extended(database, case, limit.raw, on) if limit and not case.closed else None,
        articles=tuple(dict.fromkeys(articles)),
    )


@dataclass(frozen=True)
class Running:
    """A period that somebody still has to keep.

    ``rule`` is its row of the period table; ``whose`` the party, "" for the court; ``until`` the last day (of a 审限
    before any roll).
    """

    rule: str
    whose: str
    until: datetime.date
    article: str


def running(database: Database, case: Case, on: datetime.date, calendar: Calendar | None = None) -> tuple[Running, ...]:
    """The periods that run in the case on that day, the first to end first; none to defend that was waived or used.

    What the court has to do, and a fee that is due, runs on until it is done; another period of a party ends.
    Trial limit, defence (民诉128), evidence (解释99, 266), the fee (费用22), appeal (民诉171), objection (解释372), and
    the ten days in which a judgment announced or an agreement reached in court is sent (民诉151, 简易16); the copy of
    the complaint (民诉128), a summons of the ordinary procedure (民诉139), a recusal undecided (民诉50) and a refund
    ordered (费用53).
    """
    days = calendar or court_calendar(database)
    dates = dates_of(database, case, days, on=on)
    found = list[Running]()
    if dates.trial_limit is not None and case.procedure:
        rule = TRIAL_LIMITS[case.procedure]
        found.append(Running(rule, "", dates.trial_limit, choose(rule).article))
    if not case.closed:
        settled = _defence_settled(database, case)
        for party, day in _served(database, case, "notice_to_respond", days).items():
            if day is not None and party not in settled:
                found.append(_counted("T05", case.party(party).name, day, days))
        found += _evidence_periods(database, case)
        for party, day in _served(database, case, "fee_notice", days).items():
            if day is not None and due_now(database, case):
                found.append(_counted("T44", case.party(party).name, day, days))
    found += _appeals(database, case, days)
    if dates.objection_until is not None:
        found.append(Running("T56", "", dates.objection_until, "解释372"))
    found = [one for one in found if one.until >= on or one.rule not in _ENDING]
    found += [*_to_be_sent(database, case, days), *_to_be_done(database, case, days, on)]
    return tuple(sorted(found, key=lambda one: (one.until, one.rule)))


def _counted(rule: str, whose: str, start: datetime.date, days: Calendar) -> Running:
    counted = deadline(rule, start, days)
    assert counted.last_day is not None
    return Running(rule, whose, counted.last_day, counted.article)


def _evidence_periods(database: Database, case: Case) -> list[Running]:
    """Until the day that the latest notice names; the court sets it within the law (解释99, 266)."""
    notices = [paper for paper in papers_of(database, case.id) if paper.document == "evidence_notice"]
    if not notices:
        return []
    rule = "T09" if case.procedure == "ordinary" else "T10"
    return [Running(rule, "", _date(notices[-1].blanks["until"]), choose(rule).article)]


def _to_be_sent(database: Database, case: Case, days: Calendar) -> list[Running]:
    """What the court still has to send to somebody; an agreement that the record made effective needs no statement."""
    judgments = [decision for decision in decisions_of(database, case.id) if decision.kind == "judgment"]
    begun = [("T34", judgment.at, _decisive_paper(database, case)) for judgment in judgments]
    for mediation in mediations_of(database, case.id):
        if mediation.kind == "in_court" and mediation.fields.get("effect") != "on_record_signature":
            begun.append(("T35", mediation.at, "civil_mediation_statement"))
    return [
        _counted(rule, "", _date(at[:10]), days)
        for rule, at, paper in begun
        if paper is None or None in _served(database, case, paper, days).values()
    ]


def _defence_settled(database: Database, case: Case) -> set[str]:
    """Who needs no time to defend: the parties that waived it, and those that have answered."""
    return {*(case.fields.get("waive_defence_period") or ()), *(one.by for one in defences_of(database, case.id))}


def _to_be_done(database: Database, case: Case, days: Calendar, on: datetime.date) -> list[Running]:
    """What the court owes before the hearing, to who asked for a recusal, and to who is paid back."""
    found = list[Running]()
    if not case.closed and case.procedure != "special":
        settled = _defence_settled(database, case)
        copies = _served(database, case, "notice_to_respond", days)
        for party in case.parties:
            if party.role == "defendant" and party.key not in settled and copies[party.key] is None:
                began = str(party.data.get("joined_at") or case.fields["filed_on"])[:10]
                found.append(_counted("T04", party.name, _date(began), days))
        found += _summonses(database, case, days, on)
    for asked in approvals_of(database, case.id, "recusal"):
        if asked.state == "pending":
            found.append(_counted("T17", "", _date(asked.requested_at[:10]), days))
    for refund in refunds_of(database, case.id):
        if refund.get("by") and not refund.get("refunded_at"):
            payer = case.party(refund["payer"]).name
            found.append(Running("T45", payer, _date(refund["by"]), choose("T45").article))
    return found


def _summonses(database: Database, case: Case, days: Calendar, on: datetime.date) -> list[Running]:
    """Who has no summons yet to the hearing that is set: three days before it in the ordinary procedure (解释227)."""
    if case.procedure != "ordinary" or not case.fields.get("next_hearing"):
        return []
    hearing = _date(str(case.fields["next_hearing"])[:10])
    latest = deadline("T13", hearing, days)
    if hearing < on or latest.raw is None:
        return []
    heard = max((sitting.opened_at for sitting in sittings_of(database, case.id)), default="")
    summoned = {
        split_person(service.to)[0]
        for service in services_of(database, case.id)
        if service.at and service.at > heard and "summons" in service.documents
    }
    return [
        Running("T13", party.name, latest.raw, latest.article) for party in case.parties if party.key not in summoned
    ]


def _appeals(database: Database, case: Case, days: Calendar) -> list[Running]:
    """Each party's own days to appeal, from the day on which it was served itself (解释244)."""
    issued = dict.fromkeys(paper.document for paper in papers_of(database, case.id))
    found = list[Running]()
    for document in issued:
        if not document.startswith(JUDGMENTS) and document not in APPEALABLE_RULINGS:
            continue
        outcome = appeals(document, _served(database, case, document, days), days, procedure=case.procedure)
        for party, own in outcome.by_party.items():
            if own.last_day is not None:
                found.append(Running("T36", case.party(party).name, own.last_day, own.article))
    return found


def _extended(
    database: Database, case: Case, limit: datetime.date | None, on: datetime.date | None
) -> datetime.date | None:
    """The trial limit, or the later day to which the president put it off (民诉152, 164, 168, 187).

    The president's day counts what was suspended up to the request; what is suspended afterwards lengthens it.
    """
    granted = [one for one in approvals_of(database, case.id, "extension") if one.state == "granted"]
    if not granted:
        return limit
    later, asked = _date(granted[-1].about["new_until"]), _date(granted[-1].requested_at[:10])
    return lengthened(asked, later, spans_of(suspensions_of(database, case.id), on or asked))[0]


def trial_limit_of(database: Database, case: Case, calendar: Calendar | None = None) -> datetime.date | None:
    """The last day of the case's 审限 before any roll (民诉152, 164, 168, 187), whether it is closed or not."""
    limit = _trial_limit(database, case, calendar or known_calendar(), None)
    return limit.raw if limit is not None else None


def _trial_limit(database: Database, case: Case, days: Calendar, on: datetime.date | None) -> Deadline | None:
    if not case.procedure:
        return None
    filed = _date(case.fields["filed_on"])
    suspended = spans_of(suspensions_of(database, case.id), on or filed)
    return deadline(TRIAL_LIMITS[case.procedure], filed, days, suspended=suspended)


def _decisive_paper(database: Database, case: Case) -> str | None:
    names = [paper.document for paper in papers_of(database, case.id)]
    for name in reversed(names):
        if name.startswith(JUDGMENTS) or name in (
            "civil_mediation_statement",
            "ruling_withdrawal_granted",
            "ruling_deemed_withdrawn",
            "ruling_judicial_confirmation",
        ):
            return name
    return None


def _served(database: Database, case: Case, document: str, days: Calendar) -> Mapping[str, datetime.date | None]:
    """Party → the day on which service on it is complete: after a public notice, thirty days on (民诉95)."""
    first = first_services(database, case.id, document)
    served: dict[str, datetime.date | None] = {}
    for party in case.parties:
        service = first.get(party.key) or first.get(f"{party.key}_agent")
        served[party.key] = (
            service_date(service.how, _date(service.at[:10]), days).last_day if service and service.at else None
        )
    return served


def _confirmation(
    database: Database, case: Case, mediations: list[Mediation], days: Calendar, articles: list[str]
) -> tuple[datetime.date | None, datetime.date | None]:
    outside = next((m for m in mediations if m.kind == "outside"), None)
    if outside is None:
        return None, None
    application = deadline("T32", _date(outside.at[:10]), days)
    articles.append(application.article)
    served = [day for day in _served(database, case, "ruling_judicial_confirmation", days).values() if day is not None]
    if not served or len(served) < len(case.parties):
        return None, application.last_day
    # 解释372: a party objects within fifteen days of receiving the ruling.
    objections = [deadline("T56", day, days) for day in served]
    articles.append(objections[0].article)
    return max(one.last_day for one in objections if one.last_day is not None), application.last_day


def _bar(database: Database, case: Case, days: Calendar) -> datetime.date | None:
    if case.closed not in ("withdrawn", "deemed_withdrawn"):
        return None
    cause = "离婚纠纷" if any(claim.kind == "divorce" for claim in case.claims) else case.cause
    bar = resuit_bar(cause, case.closed, _date(case.fields["closed_on"]), days)
    return bar.last_day if bar is not None else None


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
