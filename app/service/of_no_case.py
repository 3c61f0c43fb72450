"""What runs outside any case and until when: a filing that is not registered yet, a judicial suggestion's answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.cases.code_tables import court_calendar
from app.documents.store import Paper, papers_of
from app.intake.store import ReceivedFiling, received_filings
from app.journal.entry import COURT
from app.rules.calendar import Calendar
from app.rules.periods import period, period_table
from app.service.running import Running, begun, day_in
from app.service.store import Service, services_of
from app.storage.database import Database

SUGGESTION = "judicial_suggestion"
FEEDBACK = "suggestion_feedback"


@dataclass(frozen=True)
class Suggestion:
    """A judicial suggestion as it was handed over: ``paper`` and ``service``, ``until`` when an answer is asked for,
    and the day on which the unit ``answered``, as its 反馈登记表 says."""

    paper: Paper
    service: Service
    until: datetime.date
    answered: str | None

    @property
    def told(self) -> Mapping[str, Any]:
        """What the suggestion says: ``number``, ``to``, ``reply_months`` …"""
        said: Mapping[str, Any] = self.paper.blanks["suggestion"]
        return said


def suggestions(database: Database, calendar: Calendar | None = None) -> list[Suggestion]:
    """The suggestions that were handed over, the first receipt of each; the term it names runs from then (建议8)."""
    days, papers = calendar or court_calendar(database), papers_of(database, COURT)
    feedback = [paper.blanks["feedback"] for paper in papers if paper.document == FEEDBACK]
    answers = {str(told["number"]): str(told["replied_on"]) for told in feedback if told.get("replied_on")}
    received = dict[str, Service]()
    for service in services_of(database, COURT):
        for paper in service.papers:
            received.setdefault(paper, service)
    found = list[Suggestion]()
    for suggestion in papers:
        handed_over = received.get(suggestion.record)
        if suggestion.document == SUGGESTION and handed_over is not None:
            told = suggestion.blanks["suggestion"]
            until = period(day_in(str(handed_over.at)), "months", int(told["reply_months"]), days).last_day
            assert until is not None
            found.append(Suggestion(suggestion, handed_over, until, answers.get(str(told["number"]))))
    return found


def running_of_no_case(database: Database, calendar: Calendar | None = None) -> tuple[tuple[str, Running], ...]:
    """The periods that run outside any case until they are kept, the first to end first, each with what it is about:
    the record of a received filing, or of the paper whose answer is awaited.

    T03 (the dossier goes to the division in three days, 审限规定7) is not among them: a circuit tribunal registers a
    case on the laptop of its judge, and no dossier goes anywhere.
    """
    days = calendar or court_calendar(database)
    found = [(one.record, own) for one in received_filings(database) for own in filing_periods(one, days)]
    for one in suggestions(database, days):
        if one.answered is None:
            article = period_table()["T53"].article
            found.append((one.paper.record, Running("T53", str(one.told["to"]), one.until, article)))
    return tuple(sorted(found, key=lambda told: (told[1].until, told[1].rule)))


def filing_periods(filing: ReceivedFiling, days: Calendar) -> Iterator[Running]:
    """Seven days to decide (民诉126; 立案8), three for a confirmation (司法确认4); while the papers are corrected these
    stand still (立案7), and run anew from the day after the corrected ones came (解释126). Fifteen days to answer a
    complaint (立案13)."""
    whose = "、".join(filing.claimants)
    if filing.ended is None:
        if filing.correction is not None and filing.corrected is None:
            until = day_in(str(filing.correction["until"]))
            yield Running("T02", whose, until, period_table()["T02"].article)
        else:
            rule, variant = ("T33", "accept") if filing.confirmation else ("T01", None)
            since = str(filing.corrected["at"]) if filing.corrected is not None else filing.received_at
            yield begun(rule, day_in(since), days, whose, variant=variant)
    if filing.complaint is not None and filing.complaint_answer is None:
        yield begun("T54", day_in(str(filing.complaint["at"])), days, whose)
