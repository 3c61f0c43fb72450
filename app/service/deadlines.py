"""What runs in a case and until when: effect, appeal, objection, trial limit, the bar on suing again, each by law."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from app.approvals.store import approvals_of
from app.cases.code_tables import court_calendar
from app.cases.model import Case
from app.documents.store import papers_of
from app.judgments.store import decisions_of
from app.mediation.store import Mediation, mediations_of
from app.rules.appeals import appeals, resuit_bar, service_date
from app.rules.calendar import Calendar, known_calendar
from app.rules.periods import Deadline, deadline
from app.service.store import first_services
from app.storage.database import Database

JUDGMENTS = "civil_judgment_"
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


def dates_of(database: Database, case: Case, calendar: Calendar | None = None) -> CaseDates:
    """The case's dates from its filing, its papers and their service."""
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
    limit = _trial_limit(case, days)
    if limit is not None:
        articles.append(limit.article)
    return CaseDates(
        effective_on=effective,
        appeal_until=until,
        objection_until=objection,
        application_latest=latest,
        resuit_barred_until=bar,
        trial_limit=_extended(database, case, limit.raw) if limit and not case.closed else None,
        articles=tuple(dict.fromkeys(articles)),
    )


def _extended(database: Database, case: Case, limit: datetime.date | None) -> datetime.date | None:
    """The trial limit, or the later day to which the president put it off (民诉152, 164, 168, 187)."""
    granted = [one for one in approvals_of(database, case.id, "extension") if one.state == "granted"]
    return _date(granted[-1].about["new_until"]) if granted else limit


def trial_limit_of(case: Case, calendar: Calendar | None = None) -> datetime.date | None:
    """The last day of the case's 审限 before any roll (民诉152, 164, 168, 187), whether it is closed or not."""
    limit = _trial_limit(case, calendar or known_calendar())
    return limit.raw if limit is not None else None


def _trial_limit(case: Case, days: Calendar) -> Deadline | None:
    return deadline(TRIAL_LIMITS[case.procedure], _date(case.fields["filed_on"]), days) if case.procedure else None


def _decisive_paper(database: Database, case: Case) -> str | None:
    names = [paper.document for paper in papers_of(database, case.id)]
    for name in reversed(names):
        if name.startswith(JUDGMENTS) or name in (
            "civil_mediation_statement",
            "ruling_withdrawal_granted",
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
    granted = next((d for d in decisions_of(database, case.id) if d.kind == "withdrawal" and d.fields["granted"]), None)
    if granted is None:
        return None
    cause = "离婚纠纷" if any(claim.kind == "divorce" for claim in case.claims) else case.cause
    bar = resuit_bar(cause, "withdrawn", _date(granted.at[:10]), days)
    return bar.last_day if bar is not None else None


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
