"""What the court and the parties do between an appeal and the letter that sends it up, and by when (民诉173, 174).

The periods of the second instance itself, for new evidence (T12) and its trial limit (T22), belong to the court that
hears it, which doesn't use this program: the calculators count them, and nothing here begins them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.cases.appeals import Appeal, fee_of_appeal
from app.cases.court import read_court
from app.cases.model import split_person
from app.rules.periods import period_table
from app.service.appeals import own_period, sent_up
from app.service.running import CaseRecord, Running, day_in

COPIES = ("civil_appeal", "appeal_notice")
"""Papers by which the other side gets the appeal: its copy, and the notice that goes with it."""


def appeal_steps(record: CaseRecord) -> Iterator[Running]:
    """The periods of every appeal that stands and has not gone up; a late one's too, for the higher court decides.

    Each part runs on until it is done but the time to answer, which ends with its last day.
    """
    for appeal in record.appeals:
        if appeal.standing and sent_up(record, appeal) is None:
            yield from _fee(record, appeal)
            yield from _to_the_others(record, appeal)


def _fee(record: CaseRecord, appeal: Appeal) -> Iterator[Running]:
    """Prepaid with the appeal; who has not within its period is told to, and has seven days from then (费用22)."""
    court = read_court(record.database)
    if appeal.fee or fee_of_appeal(court, record.case, appeal.document, appeal.amount) is None:
        return
    name = record.case.party(appeal.by).name
    for notice in record.issued("fee_notice"):
        day = record.served_paper(notice)[appeal.by]
        if notice.concerns == appeal.record and day is not None:
            yield record.begun("T44", day, name)
            return
    own = own_period(record, appeal)
    if own is not None and own.last_day is not None:
        yield Running("T44", name, own.last_day, period_table()["T44"].article)


def _to_the_others(record: CaseRecord, appeal: Appeal) -> Iterator[Running]:
    """The copy goes to 被上诉人 and all other parties (解释316, numbered as the text of 2022; not verified)."""
    copies, answered = _served_copies(record, appeal), {answer.by: answer for answer in appeal.answers}
    others = [party for party in record.case.parties if party.key != appeal.by]
    settled = list[datetime.date]()
    for party in others:
        day, answer = copies[party.key], answered.get(party.key)
        if answer is not None:
            settled.append(day_in(answer.at))
            if not _answer_passed_on(record, appeal, party.key, answer.at[:10]):
                appellant = record.case.party(appeal.by).name
                yield _part(record.begun("T37", day_in(answer.at), appellant, variant="copy"), "answer")
        elif day is None:
            yield _part(record.begun("T37", day_in(appeal.at), party.name, variant="copy"), "copy")
        else:
            time = _part(record.begun("T37", day, party.name, variant="defence"), "defence")
            if time.until >= record.on:
                yield time
            else:
                settled.append(time.until)
    if len(settled) == len(others):
        yield _part(record.begun("T37", max(settled, default=day_in(appeal.at)), variant="file"), "file")


def _served_copies(record: CaseRecord, appeal: Appeal) -> Mapping[str, datetime.date | None]:
    """Party → the day on which it had the appeal first."""
    papers = {one.record for one in record.issued(*COPIES) if one.concerns in (None, appeal.record)}
    return record.served_by(service for service in record.services if papers & set(service.papers))


def _answer_passed_on(record: CaseRecord, appeal: Appeal, by: str, since: str) -> bool:
    own = [one for one in record.issued("appeal_answer") if (one.blanks.get("answer") or {}).get("by") == by]
    papers = {one.record for one in own}
    return any(
        papers & set(service.papers) and split_person(service.to)[0] == appeal.by and str(service.at)[:10] >= since
        for service in record.services
    )


def _part(running: Running, part: str) -> Running:
    return replace(running, part=part)
