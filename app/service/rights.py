"""What a party may or must still do in a case and until when; but for a fee that is due, each ends with its day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.fees.burden import fee_rests
from app.fees.service import due_now
from app.rules.appeals import APPEALABLE_RULINGS, JUDGMENTS, appeal_deadline, appeals, barring_outcome
from app.rules.periods import deadline, period_table
from app.service.appeals import NOT_TAKEN
from app.service.running import CaseRecord, Running, day_in, notice_of
from app.signing.store import signatures_of

REVIEWABLE = ("ruling_preservation", "ruling_advance_execution")
"""Rulings that a party may have looked at once more (民诉111)."""
ASSESSOR = "人民陪审员"
_EVIDENCE = {"ordinary": "T09", "small_claims": "T11"}
_FEES = {"prepay": "T44", "increase": "T44", "top_up": "T46"}


def rights(record: CaseRecord, effective_on: datetime.date | None) -> Iterator[Running]:
    """The parties' periods, those that ended included; ``effective_on`` is the day the decisive paper took effect."""
    case = record.case
    if not case.closed:
        yield from _defences(record)
        yield from _evidence(record)
        yield from _fees(record)
        yield from _records_read(record)
        yield from _corrections(record)
        if case.procedure != "special":
            for mediation in record.mediations:
                if mediation.kind == "outside":
                    yield record.begun("T32", day_in(mediation.at))
        yield from _reviews(record)
        yield from _suits_after_preservation(record)
        yield from _assessors(record)
    yield from _public_notices(record)
    yield from appeal_periods(record)
    if effective_on is not None and case.closed in ("judged", "mediated") and not _marriage_dissolved(record):
        yield record.begun("T52", effective_on)
    yield from _executions(record)


def _defences(record: CaseRecord) -> Iterator[Running]:
    """Also the time to object to jurisdiction: whoever answers without objecting has accepted it (民诉130)."""
    for party, day in record.served("notice_to_respond").items():
        if day is not None and party not in record.settled_defence and not record.case.suit_ended:
            name = record.case.party(party).name
            yield record.begun("T05", day, name)
            if not record.issued("ruling_jurisdiction_objection"):
                yield record.begun("T07", day, name)
    for counterclaim in record.case.heard_together:
        for party, day in record.served(notice_of(counterclaim)).items():
            if day is not None and party in counterclaim.against and party not in record.answered(counterclaim):
                yield record.begun("T05", day, record.case.party(party).name)


def _evidence(record: CaseRecord) -> Iterator[Running]:
    """Until the day that the latest notice names; the court sets it within the law (解释99, 266, 275)."""
    notices = record.issued("evidence_notice")
    waived = set(record.case.fields.get("waive_evidence_period") or ())
    if notices and not waived >= {party.key for party in record.case.parties}:
        rule = period_table()[_EVIDENCE.get(record.case.procedure, "T10")]
        yield Running(rule.id, "", day_in(notices[-1].blanks["until"]), rule.article)


def _fees(record: CaseRecord) -> Iterator[Running]:
    """Seven days from the notice (费用22; 解释199 for the rest), of a defendant's counterclaim from its bringing.

    The due of a loser has no period of its own. While relief is asked for, not paying has no consequence (费用22), nor
    once the fee was put off (费用47).
    """
    for counterclaim in record.case.heard_together:
        rests = fee_rests(record.database, record.case.id, counterclaim.record)
        if due_now(record.database, record.case, counterclaim) and not rests:
            day: datetime.date | None = day_in(counterclaim.at)
            if counterclaim.independent:
                notices = [one for one in record.issued("fee_notice") if one.concerns == counterclaim.record]
                day = record.served_paper(notices[-1])[counterclaim.by] if notices else None
            if day is not None:
                yield record.begun("T44", day, record.case.party(counterclaim.by).name)
    if record.case.suit_ended or fee_rests(record.database, record.case.id):
        return
    for paper in record.issued("fee_notice"):
        rule = _FEES.get(str(paper.blanks.get("reason") or "prepay"))
        for party, day in record.served_paper(paper).items():
            if rule is not None and day is not None and due_now(record.database, record.case):
                yield record.begun(rule, day, record.case.party(party).name)


def _records_read(record: CaseRecord) -> Iterator[Running]:
    """The same day or within five days of the hearing, until all whose box is on its record have signed or refused.

    Whose words are on the record may read it, have it put right, and sign it: 当事人和其他诉讼参与人 (民诉150), so the
    agents, the witnesses, and whoever was invited to speak as an appraiser or interpreter, as well as the parties. Only
    the boxes of the bench are not waited for.
    """
    for sitting in record.sittings:
        if sitting.kind != "hearing" or not sitting.closed_at:
            continue
        papers = [paper for paper in record.issued("hearing_record") if paper.concerns == sitting.record]
        groups = [group for paper in papers for group in paper.signers if group["kind"] in ("parties", "present")]
        wanted = {box for group in groups for box in group["who"]}
        settled = {one.signer for paper in papers for one in signatures_of(record.database, paper.record)}
        if not papers or not wanted <= settled:
            yield record.begun("T48", day_in(sitting.closed_at))


def _corrections(record: CaseRecord) -> Iterator[Running]:
    for paper in record.issued("correction_notice")[-1:]:
        if paper.blanks.get("until"):
            told = "、".join(str(name) for name in paper.blanks.get("told") or ())
            yield Running("T02", told, day_in(str(paper.blanks["until"])), period_table()["T02"].article)


def _reviews(record: CaseRecord) -> Iterator[Running]:
    for document in REVIEWABLE:
        for party, day in record.served(document).items():
            if day is not None:
                yield record.begun("T43", day, record.case.party(party).name)


def _suits_after_preservation(record: CaseRecord) -> Iterator[Running]:
    """Thirty days from the measures of a preservation before the suit (民诉104); the first notice took them."""
    notices = record.issued("assistance_notice")
    for ruling in record.issued("ruling_preservation"):
        told = ruling.blanks.get("preservation") or {}
        taken = [notice.made_on for notice in notices if notice.made_on >= ruling.made_on]
        if told.get("before_suit") and taken:
            yield record.begun("T41", day_in(min(taken)), str(told.get("applicant") or ""), variant="sue")


def _assessors(record: CaseRecord) -> Iterator[Running]:
    """Five days from the notice that says so to ask for assessors on the panel, while none sits (陪2).

    The court draws them seven days before the hearing that is set (陪3), if somebody has asked. No act records that, so
    the last day is said of every hearing that is set after such a notice.
    """
    told = [notice for notice in record.issued("panel_notice") if notice.blanks.get("assessors_may_be_asked")]
    panels = [paper.blanks.get("panel") or () for paper in record.papers]
    if record.case.procedure != "ordinary" or not told or any(ASSESSOR in map(_title, panel) for panel in panels):
        return
    for party, day in record.served_paper(told[-1]).items():
        if day is not None:
            yield replace(record.begun("T16", day, record.case.party(party).name, variant="application"), part="ask")
    if hearing := record.case.fields.get("next_hearing"):
        latest = deadline("T16", day_in(str(hearing)), record.days, variant="draw")
        if latest.raw is not None:
            yield Running("T16", "", latest.raw, latest.article, part="draw")


def _title(member: Mapping[str, Any]) -> str:
    return str(member.get("title"))


def _marriage_dissolved(record: CaseRecord) -> bool:
    """Whether that is all that was decided: it stays so (民诉213), which one that goes on need not."""
    claims = [*record.case.claims, *(claim for one in record.case.heard_together for claim in one.claims)]
    besides = (claim for claim in claims if claim.kind not in ("divorce", "costs") or claim.property_total is not None)
    divorced = any(claim.kind == "divorce" for claim in claims) and not any(besides)
    return divorced and barring_outcome("离婚纠纷", orders=record.orders, terms=record.terms) is None


def _public_notices(record: CaseRecord) -> Iterator[Running]:
    for service in record.services:
        if service.how == "public":
            party, _agent = record.case.person(service.to)
            yield Running("T38", party.name, record.complete_on(service), period_table()["T38"].article)


def appeal_periods(record: CaseRecord) -> Iterator[Running]:
    """Each party's own days to appeal, from the day on which it was served itself (解释244), until it has appealed."""
    for document in dict.fromkeys(paper.document for paper in record.papers):
        if document == NOT_TAKEN:
            yield from _not_taken(record)
            continue
        if not document.startswith(JUDGMENTS) and document not in APPEALABLE_RULINGS:
            continue
        reached = record.reached(document, record.served(document))
        outcome = appeals(document, reached, record.days, procedure=record.case.procedure)
        for party, own in outcome.by_party.items():
            appealed = any(one.standing and (one.by, one.document) == (party, document) for one in record.appeals)
            if own.last_day is not None and not appealed:
                yield Running("T36", record.case.party(party).name, own.last_day, own.article)


def _not_taken(record: CaseRecord) -> Iterator[Running]:
    """Only who brought the counterclaim that was not taken has something to appeal (民诉157, 171; 解释233)."""
    brought = {one.record: one.by for one in record.case.counterclaims}
    for paper in record.issued(NOT_TAKEN):
        by = brought.get(str(paper.concerns), "")
        day = record.served_paper(paper).get(by)
        if day is None or any(one.standing and one.paper == paper.record for one in record.appeals):
            continue
        own = appeal_deadline(NOT_TAKEN, day, record.days, procedure=record.case.procedure)
        assert own.last_day is not None
        yield Running("T36", record.case.party(by).name, own.last_day, own.article)


def _executions(record: CaseRecord) -> Iterator[Running]:
    """Two years from the last day of what was promised in steps, of the last one (民诉250)."""
    for plan in record.issued("performance_plan"):
        days = [str(step["by"]) for step in plan.blanks.get("steps") or () if step.get("by")]
        if days:
            yield record.begun("T50", day_in(max(days)))
