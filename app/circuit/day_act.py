"""One act of a circuit day as the desk sees it: its officers, its case, its papers and its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.archive.offers import Offer, offers_of
from app.attachments.service import attach, of_case
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import cases_with_same_parties, load_case
from app.circuit.day_clock import DayClock
from app.circuit.day_files import MEDIA
from app.circuit.day_filing import filing_of
from app.circuit.day_numbers import docketed_number
from app.circuit.day_papers import printed_besides
from app.circuit.day_people import DayPeople
from app.desk import Desk, Officer
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import Paper, find_paper, papers_of
from app.errors import NeedsCorrection
from app.storage.drafts import drafts_of, save_draft

CASE_OF_ACT = "day_case"
AS_TOLD = "照巡回日文件所载"
"""Why a paper is issued although proofreading doubts the file's own words: the runner changes none of them."""


class DayAct:
    """What every step of an act needs; the case is found again by what was filed, however often the power failed."""

    def __init__(self, act: Mapping[str, Any], folder: Path, desk: Desk, clock: DayClock, fonts: FontSet) -> None:
        self.act = act
        self.key = str(act["key"])
        self.folder = folder
        self.desk = desk
        self.clock = clock
        self.fonts = fonts
        self.court = read_court(desk.database)
        self.people = DayPeople(act, self.court)
        filing = filing_of(act)
        judge = (act.get("docketed") or {}).get("judge") or self.people.signing_officer("judge", filing.accepted_by)
        clerk = self.people.signing_officer("clerk") or self.people.signing_officer("assistant_judge")
        self.filing = replace(filing, judge=judge, clerk=clerk)

    def officer(self, officer_id: str) -> Desk:
        """The desk with that officer at it."""
        found = self.court.officer(officer_id)
        return self.desk.acting_as(Officer(found["id"], found["name"], found["role"]))

    @property
    def judge(self) -> Desk:
        return self.officer(self.case.fields["judge"])

    @property
    def clerk(self) -> Desk:
        return self.officer(self.case.fields["clerk"])

    @property
    def case_id(self) -> str | None:
        """The case of this act, found by what was filed; None before. Once found it is this act's and no other's."""
        claimed = drafts_of(self.desk.database, CASE_OF_ACT)
        if self.key in claimed:
            return claimed[self.key]
        number = docketed_number(self.act)
        names = [party["name"] for party in self.filing.parties]
        for row in cases_with_same_parties(self.desk.database, names, self.filing.cause):
            held = load_case(self.desk.database, row["id"])
            same = held.fields["filed_at"] == self.filing.at and held.fields["facts"] == self.filing.facts
            fits = same and len(held.parties) == len(names) and number in (None, held.number)
            if fits and held.id not in claimed.values():
                save_draft(self.desk.database, CASE_OF_ACT, self.key, held.id)
                return held.id
        return None

    @property
    def case(self) -> Case:
        case_id = self.case_id
        if case_id is None:
            raise NeedsCorrection("unknown_case", case=self.key)
        return load_case(self.desk.database, case_id)

    def papers(self) -> list[Paper]:
        return papers_of(self.desk.database, self.case.id)

    def issue(self, *documents: str) -> None:
        """Of the papers that suit the case now, those of these names are issued, unless they were before."""
        case = self.case
        people = self.people.at(case)
        for offer in offers_of(self.judge, case.id, people, server=self.clerk.officer.name):
            if offer.document not in documents:
                continue
            if find_paper(self.desk.database, case.id, offer.document, offer.concerns) is None:
                self._issue(case, offer)

    def issue_as_told(
        self, document: str, blanks: Mapping[str, Any] | None = None, concerns: str | None = None
    ) -> None:
        """The paper that no feature offers is issued with what the file says."""
        self._issue(self.case, Offer(document, blanks or {}, concerns))

    def _issue(self, case: Case, offer: Offer) -> None:
        besides = printed_besides(offer.document, self.act, case, self.court, self.desk.database)
        issue(
            self.judge,
            case.id,
            offer.document,
            {**offer.blanks, **besides},
            made_on=self.today(),
            fonts=self.fonts,
            concerns=offer.concerns,
            asked=offer.asked,
            despite=AS_TOLD,
        )

    def attach(self, name: str) -> str:
        """The file of the day's folder is an attachment of the case, once."""
        path = self.folder / name
        for row in of_case(self.desk.database, self.case.id):
            if row["name"] == path.name:
                return str(row["record"])
        media = MEDIA.get(path.suffix.lower(), "application/octet-stream")
        return attach(self.clerk, self.case.id, path, path.name, media)

    def today(self) -> str:
        return self.clock.now().date().isoformat()
