"""A period that runs in a case, and the case's record as periods read it: each table asked once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.cases.appeals import Appeal, appeals_of
from app.cases.model import Case, Counterclaim, split_person
from app.cases.suspensions import Suspension, suspensions_of
from app.documents.store import Paper, papers_of
from app.hearings.store import Sitting, sittings_of
from app.intake.store import Defence, defences_of
from app.judgments.store import Decision, decisions_of
from app.mediation.store import Mediation, mediations_of
from app.rules.appeals import JUDGMENTS, service_date
from app.rules.calendar import Calendar
from app.rules.periods import deadline
from app.service.store import Service, services_of
from app.storage.database import Database


@dataclass(frozen=True)
class Running:
    """A period that somebody still has to keep.

    ``rule`` is its row of the period table; ``whose`` the party, "" for the court; ``until`` the last day (of a 审限
    before any roll); ``final``: no further adjournment is allowed after this one (延审3); ``part`` which of a row's
    several steps it is; ``moment`` the end of a period of hours.
    """

    rule: str
    whose: str
    until: datetime.date
    article: str
    final: bool = False
    part: str = ""
    moment: datetime.datetime | None = None


@dataclass(frozen=True)
class CaseRecord:
    """What the case's record held on the day ``on``; ``days`` is the calendar by which its periods roll."""

    database: Database
    case: Case
    days: Calendar
    on: datetime.date

    @cached_property
    def papers(self) -> Sequence[Paper]:
        return papers_of(self.database, self.case.id)

    @cached_property
    def services(self) -> Sequence[Service]:
        """Those that are done; one that still waits to be sent is left out."""
        return [service for service in services_of(self.database, self.case.id) if service.at]

    @cached_property
    def sittings(self) -> Sequence[Sitting]:
        return sittings_of(self.database, self.case.id)

    @cached_property
    def defences(self) -> Sequence[Defence]:
        return defences_of(self.database, self.case.id)

    @cached_property
    def mediations(self) -> Sequence[Mediation]:
        return mediations_of(self.database, self.case.id)

    @cached_property
    def decisions(self) -> Sequence[Decision]:
        return decisions_of(self.database, self.case.id)

    @cached_property
    def appeals(self) -> Sequence[Appeal]:
        return appeals_of(self.database, self.case.id)

    @cached_property
    def suspensions(self) -> Sequence[Suspension]:
        return suspensions_of(self.database, self.case.id)

    @cached_property
    def orders(self) -> list[str]:
        """What the judgment orders, in its words."""
        return [order for one in self.decisions if one.kind == "judgment" for order in one.fields["orders"]]

    @cached_property
    def terms(self) -> list[str]:
        """What the parties agreed on before the court, in their words."""
        return [term for one in self.mediations if one.kind == "in_court" for term in one.terms]

    @cached_property
    def settled_defence(self) -> set[str]:
        """Who needs no time to defend: the parties that waived it, and those that have answered."""
        waived = self.case.fields.get("waive_defence_period") or ()
        return {*waived, *(defence.by for defence in self.defences)}

    def answered(self, counterclaim: Counterclaim) -> set[str]:
        """Who needs no time to answer it: who waived that, and who has defended itself since it was brought."""
        waived = self.case.fields.get("waive_defence_period") or ()
        return {*waived, *(defence.by for defence in self.defences if defence.at >= counterclaim.at)}

    def issued(self, *documents: str) -> list[Paper]:
        """The case's papers of these documents, in the order they were issued."""
        return [paper for paper in self.papers if paper.document in documents]

    def heard_since(self, day: str = "") -> bool:
        """Whether a hearing was opened on that day or later (ISO 8601)."""
        return any(sitting.kind == "hearing" and sitting.opened_at[:10] >= day for sitting in self.sittings)

    def served(self, *documents: str) -> Mapping[str, datetime.date | None]:
        """Party → the day on which service of the first of them on it is complete (民诉95: thirty days of notice)."""
        return self.served_by([service for service in self.services if set(documents) & set(service.documents)])

    def served_paper(self, paper: Paper) -> Mapping[str, datetime.date | None]:
        """Party → the day on which service of that very paper on it is complete."""
        return self.served_by([service for service in self.services if paper.record in service.papers])

    def reached(
        self, document: str, served: Mapping[str, datetime.date | None]
    ) -> Mapping[str, datetime.date | None]:
        """``served``, from which an appeal's days run; a judgment that the simplified procedure announced on a day of
        its own was served on that day on whoever was there (简易31).

        Who was not there, and by 简易31 ¶2 without good reason, is counted from the service on him, which is later:
        what kept him is not on the record.
        """
        judgment = next((one for one in self.decisions if one.kind == "judgment"), None)
        if judgment is None or not document.startswith(JUDGMENTS) or self.case.procedure != "simplified":
            return served
        if self.announced_when_heard(judgment):
            return served
        there = {split_person(key)[0] for key in judgment.fields["present"]}
        return {key: day_in(judgment.at) if key in there else day for key, day in served.items()}

    def announced_when_heard(self, judgment: Decision) -> bool:
        """Whether the judgment was announced at a hearing (当庭宣判), not on a day of its own (定期宣判, 民诉151)."""
        return any(sitting.heard_on(judgment.at[:10]) for sitting in self.sittings)

    def served_by(self, services: Iterable[Service]) -> Mapping[str, datetime.date | None]:
        """Party → the day on which the first of those services on it is complete; who is found while a public notice
        runs is served when he signs (民诉87)."""
        days: dict[str, datetime.date | None] = {party.key: None for party in self.case.parties}
        for service in services:
            # Served on the agent is served on the party (民诉88).
            key, day = split_person(service.to)[0], self.complete_on(service)
            days[key] = min(day, days.get(key) or day)
        return days

    def complete_on(self, service: Service) -> datetime.date:
        """The day on which that service, which is done, is complete."""
        complete = service_date(service.how, day_in(str(service.at)), self.days).last_day
        assert complete is not None
        return complete

    def begun(self, rule: str, start: datetime.date, whose: str = "", *, variant: str | None = None) -> Running:
        """As ``begun``, by the calendar of the case."""
        return begun(rule, start, self.days, whose, variant=variant)


def begun(rule: str, start: datetime.date, days: Calendar, whose: str = "", *, variant: str | None = None) -> Running:
    """The row's period, begun on that day or, one of hours, in that hour, which are not counted."""
    counted = deadline(rule, start, days, variant=variant)
    assert counted.last_day is not None
    return Running(rule, whose, counted.last_day, counted.article, moment=counted.moment)


def notice_of(counterclaim: Counterclaim) -> str:
    """The paper by which the parties are told that it is heard with the suit."""
    return "independent_claim_notice" if counterclaim.independent else "counterclaim_notice"


def day_in(text: str) -> datetime.date:
    """The day of an ISO 8601 date or moment."""
    return datetime.date.fromisoformat(text[:10])
