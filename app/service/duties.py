"""What the court still has to do in a case and by when: each runs on until it is done, past its last day too."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from app.approvals.store import approvals_of
from app.cases.model import Party, split_person
from app.documents.store import Paper
from app.fees.store import refunds_of, reviews_of
from app.rules.approvals import decide_by
from app.rules.periods import deadline, period_table
from app.rules.procedure import ADJOURNMENTS
from app.service.running import CaseRecord, Running, begun, day_in, notice_of
from app.service.store import entrustments_of

NAMING_THE_BENCH = (
    "acceptance_notice",
    "notice_to_respond",
    "panel_notice",
    "rights_and_duties_notice",
    "small_claims_notice",
)
"""Papers that say who hears the case (民诉131)."""
_ENTRUSTED = {"mediation_assignment_letter": "T28", "mediation_entrustment_letter": "T30"}


def duties(record: CaseRecord, decisive: str | None, register_first: bool) -> Iterator[Running]:
    """The court's periods that the record has begun and nothing in it has ended.

    ``decisive`` is the paper that ends the case, if it is issued; ``register_first`` whether the court registers a suit
    before it is mediated (2025意见), or goes by 特调27.
    """
    case = record.case
    if not case.closed:
        if case.procedure != "special":
            if not case.suit_ended:
                yield from _copies_of_the_complaint(record)
            yield from _copies_of_counterclaims(record)
            yield from _copies_of_defences(record)
            yield from _bench_told(record)
            yield from _summonses(record)
            yield from _adjourned(record)
        yield from _mediated_elsewhere(record, register_first)
        yield from _mediated_here(record)
        yield from _preservation(record)
    yield from _awaited_answers(record)
    yield from _to_be_sent(record, decisive)
    yield from _refunds(record)
    yield from _fee_reviews(record)
    yield from _entrusted(record)
    if case.closed and not record.issued("dossier_handover") and not any(one.standing for one in record.appeals):
        yield record.begun("T55", day_in(case.fields["closed_on"]))


def _since(record: CaseRecord, party: Party) -> str:
    """The day since which the party is in the case."""
    return str(party.data.get("joined_at") or record.case.fields["filed_on"])[:10]


def _copies_of_the_complaint(record: CaseRecord) -> Iterator[Running]:
    copies = record.served("notice_to_respond", "complaint_copy")
    for party in record.case.parties:
        if party.role == "defendant" and party.key not in record.settled_defence and copies[party.key] is None:
            yield record.begun("T04", day_in(_since(record, party)), party.name)


def _copies_of_counterclaims(record: CaseRecord) -> Iterator[Running]:
    """Five days from the decision to hear it together (民诉128; 解释233)."""
    for counterclaim in record.case.heard_together:
        told = record.served(notice_of(counterclaim))
        for key in counterclaim.against:
            if key not in record.answered(counterclaim) and told[key] is None:
                name = record.case.party(key).name
                yield record.begun("T04", day_in(str(counterclaim.decided_at)), name)


def _copies_of_defences(record: CaseRecord) -> Iterator[Running]:
    """To the plaintiff, or to who brought the counterclaim that is answered (民诉128).

    Whoever was at the hearing heard an oral defence; a written one is served all the same.
    """
    suing = {party.key for party in record.case.parties if party.role == "plaintiff"}
    for defence in record.defences:
        day = defence.at[:10]
        if defence.fields["oral"] and record.heard_since(day):
            continue
        own = {paper.record for paper in record.papers if paper.concerns in (None, defence.by)}
        has = {
            split_person(service.to)[0]
            for service in record.services
            if "defence_copy" in service.documents and own & set(service.papers) and str(service.at)[:10] >= day
        }
        brought = {one.by for one in record.case.heard_together if defence.by in one.against}
        for key in sorted((brought | (set() if defence.by in suing else suing)) - has):
            yield record.begun("T06", day_in(day), record.case.party(key).name)


def _bench_told(record: CaseRecord) -> Iterator[Running]:
    """The judge is named when the case is filed; whoever was heard before him since was told (民诉131, 140)."""
    told = record.served(*NAMING_THE_BENCH)
    for party in record.case.parties:
        since = _since(record, party)
        if told[party.key] is None and not record.heard_since(since):
            yield record.begun("T08", day_in(since), party.name)


def _summonses(record: CaseRecord) -> Iterator[Running]:
    """Who has no summons yet to the hearing that is set, and its announcement, in the ordinary procedure (民诉139).

    民诉163 frees the simplified one of both.
    """
    case, at = record.case, str(record.case.fields.get("next_hearing") or "")
    if case.procedure != "ordinary" or not at:
        return
    hearing = day_in(at)
    latest = deadline("T13", hearing, record.days)
    if hearing < record.on or latest.raw is None:
        return
    # An inspection or an inquiry is no hearing that the summons was to.
    heard = max((one.opened_at for one in record.sittings if one.kind in ("hearing", "absence")), default="")
    summoned = {
        split_person(service.to)[0]
        for service in record.services
        if str(service.at) > heard and "summons" in service.documents
    }
    for party in case.parties:
        if party.key not in summoned:
            yield Running("T13", party.name, latest.raw, latest.article)
    announced = {
        str((paper.blanks.get("announced") or {}).get("time"))[:10] for paper in record.issued("hearing_announcement")
    }
    if case.fields.get("public") and at[:10] not in announced:
        yield Running("T15", "", hearing, "民诉139")


def _adjourned(record: CaseRecord) -> Iterator[Running]:
    """The hearing goes on within a month of the day on which it was put off (延审5)."""
    put_off = [sitting for sitting in record.sittings if sitting.put_off]
    if not put_off:
        return
    last = max(put_off, key=lambda sitting: sitting.opened_at)
    if any(sitting.kind == "hearing" and sitting.opened_at > last.opened_at for sitting in record.sittings):
        return
    begun = record.begun("T24", day_in(last.closed_at or last.opened_at))
    most = ADJOURNMENTS.get(record.case.procedure)
    yield Running("T24", "", begun.until, begun.article, final=most is not None and len(put_off) >= most)


def _mediated_elsewhere(record: CaseRecord, register_first: bool) -> Iterator[Running]:
    """Until the day that the letter names, on the court's platform by a rule of its own (线调24).

    If all agree to go on, thirty days more where cases are registered first.
    """
    for letter in record.issued(*_ENTRUSTED)[-1:]:
        if _mediation_ended(record, letter.made_on):
            continue
        rule = _ENTRUSTED[letter.document]
        if rule == "T30" and not register_first:
            rule = "T29"
        if letter.blanks["letter"].get("online"):
            rule = "T31"
        article = period_table()[rule].article
        until, since = day_in(str(letter.blanks["letter"]["report_by"])), day_in(letter.made_on)
        extensions = [one for one in record.suspensions if one.ground == "mediation" and one.first > since]
        if rule == "T30" and extensions:
            yield record.begun(rule, until, variant="extended")
        elif extensions:
            if extensions[-1].last is not None:
                yield Running(rule, "", extensions[-1].last, article)
        else:
            yield Running(rule, "", until, article)


def _mediated_here(record: CaseRecord) -> Iterator[Running]:
    """Since the last party consented to mediation before the court and before any hearing (民事调解4)."""
    consents = {
        str(paper.blanks.get("person")): paper
        for paper in record.issued("mediation_consent")
        if paper.blanks.get("consents")
    }
    if record.case.procedure not in ("ordinary", "simplified", "small_claims") or record.issued(*_ENTRUSTED):
        return
    if not consents.keys() >= {party.key for party in record.case.parties}:
        return
    last = max(paper.made_on for paper in consents.values())
    went_on = any(one.ground == "mediation" for one in record.suspensions)
    if not went_on and not record.heard_since() and not _mediation_ended(record, last):
        yield record.begun("T27", day_in(last), variant=record.case.procedure)


def _mediation_ended(record: CaseRecord, since: str) -> bool:
    reports: list[Paper] = record.issued("mediation_end_report")
    return any(mediation.at[:10] >= since for mediation in record.mediations) or any(
        report.made_on >= since for report in reports
    )


def _preservation(record: CaseRecord) -> Iterator[Running]:
    """A ruling in five days of the application, and measures in five days of the ruling (保全4); in forty-eight hours
    and at once where it is urgent, or before the suit (民诉103, 104).

    One before the suit is a case of its own, which the court numbers (财保): it is filed under that number first.
    """
    rulings, notices = record.issued("ruling_preservation"), record.issued("assistance_notice")
    urgent = list[bool]()
    for number, application in enumerate(record.issued("preservation_application")):
        told = application.blanks["application"]
        how = told.get("urgency")
        urgent.append(bool(how))
        if len(rulings) > number:
            continue
        if how:
            rule, variant = ("T41", "ruling") if how == "before_suit" else ("T40", "urgent")
            came = datetime.datetime.fromisoformat(str(told["received_at"]))
            yield replace(begun(rule, came, record.days, variant=variant), part=variant)
        else:
            yield record.begun("T40", day_in(application.made_on), variant="ruling")
    for number, ruling in enumerate(rulings):
        if any(notice.made_on >= ruling.made_on for notice in notices):
            continue
        before_suit = bool((ruling.blanks.get("preservation") or {}).get("before_suit"))
        if before_suit or (number < len(urgent) and urgent[number]):
            article = "民诉104" if before_suit else "民诉103"
            yield Running("T40", "", day_in(ruling.made_on), article, part="start")
        else:
            yield replace(record.begun("T40", day_in(ruling.made_on), variant="start"), part="start")


def _awaited_answers(record: CaseRecord) -> Iterator[Running]:
    """Recusals in three days (民诉50), an extension five days before the limit (延审1)."""
    for asked in approvals_of(record.database, record.case.id, "recusal", "extension"):
        if asked.state == "pending":
            until = decide_by(asked.kind, day_in(asked.requested_at), asked.about, record.days)
            rule = "T17" if asked.kind == "recusal" else "T23"
            if until is not None:
                yield Running(rule, "", until, period_table()[rule].article)


def _to_be_sent(record: CaseRecord, decisive: str | None) -> Iterator[Running]:
    """A judgment in ten days of the hearing at which it was announced, at once on a day of its own (民诉151); an
    agreement that the record made effective needs no statement (民诉101; 解释151)."""
    for judgment in record.decisions:
        if judgment.kind == "judgment" and _not_sent(record, decisive):
            sent = record.begun("T34", day_in(judgment.at))
            yield sent if record.announced_when_heard(judgment) else replace(sent, until=day_in(judgment.at))
    for mediation in record.mediations:
        effective = mediation.fields.get("effect") == "on_record_signature"
        if mediation.kind == "in_court" and not effective and _not_sent(record, "civil_mediation_statement"):
            yield record.begun("T35", day_in(mediation.at))


def _not_sent(record: CaseRecord, document: str | None) -> bool:
    return document is None or None in record.served(document).values()


def _entrusted(record: CaseRecord) -> Iterator[Running]:
    """Ten days from the other court's receipt of the letter, until its certificate is back (解释134)."""
    names = {key: party.name for party in record.case.parties for key in (party.key, party.name)}
    for one in entrustments_of(record.database, record.case.id):
        if one.returned_at is None:
            yield record.begun("T39", day_in(one.at), names.get(one.recipient, one.to))


def _refunds(record: CaseRecord) -> Iterator[Running]:
    for refund in refunds_of(record.database, record.case.id):
        if refund.get("by") and not refund.get("refunded_at"):
            payer = record.case.party(refund["payer"]).name
            yield Running("T45", payer, day_in(refund["by"]), period_table()["T45"].article)


def _fee_reviews(record: CaseRecord) -> Iterator[Running]:
    """Fifteen days from the request (费用43)."""
    for review in reviews_of(record.database, record.case.id):
        if review.answer is None:
            yield record.begun("T47", day_in(review.at), record.case.party(review.by).name)
