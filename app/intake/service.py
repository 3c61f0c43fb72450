"""Acts of filing: a checked filing gets its number and is a case; its elements; what the other side answers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.cases.court import read_court
from app.cases.model import FILING_MODES, Case, party_keys
from app.cases.numbers import next_number
from app.cases.parties import check_party, powers_missing
from app.cases.store import case_of_number, cases_with_same_parties, load_case
from app.desk import OFFICERS, Desk
from app.errors import NeedsCorrection
from app.intake.papers import form_of
from app.intake.store import defences_of
from app.keys.lease import require_lease
from app.rules.case_numbers import parse_case_number
from app.rules.elements import Answer
from app.rules.fees import parse_claims

ACCEPTING = ("judge", "filing_officer")
ANSWERING = ("defendant", "respondent", "third_party")
CONFIRMATION = "judicial_confirmation"


@dataclass(frozen=True)
class Filing:
    """What was filed: ``mode`` oral, written or joint; moments are ISO 8601 text with offset; amounts yuan as text."""

    mode: str
    at: str
    accepted_at: str
    accepted_by: str
    place: str
    cause: str
    public: bool
    parties: Sequence[Mapping[str, Any]]
    claims: Sequence[Mapping[str, Any]]
    facts: str
    evidence: Sequence[Mapping[str, Any]] = ()
    agents: Sequence[Mapping[str, Any]] = ()
    elements: Mapping[str, Any] = field(default_factory=dict)
    closed_on_application_of: Sequence[str] = ()
    judge: str | None = None
    clerk: str | None = None


def check_filing(filing: Filing) -> list[str]:
    """What an officer should look at before accepting (warning codes); refuses what the law or good sense forbids.

    Refuses with a code and ``at`` (the place in the filing, such as ``parties[0].id_no``): ``unknown_choice``,
    ``field_missing``, ``unknown_party``, ``id_number_birth_differs``, ``id_number_sex_differs``,
    ``joint_application_needs_both`` (民诉205), what ``app.rules.identity`` refuses of an ID number, and what
    ``app.rules.fees`` refuses of a claim.
    """
    if filing.mode not in FILING_MODES:
        raise NeedsCorrection("unknown_choice", at="mode", choice=filing.mode)
    day = _moment(filing.at, "at").date()
    if _moment(filing.accepted_at, "accepted_at") < _moment(filing.at, "at"):
        raise NeedsCorrection("accepted_before_filed", at="accepted_at")
    for name in ("cause", "facts", "place"):
        if not str(getattr(filing, name)).strip():
            raise NeedsCorrection("field_missing", at=name)
    if not filing.parties:
        raise NeedsCorrection("field_missing", at="parties")
    warnings = list[str]()
    for index, party in enumerate(filing.parties):
        warnings += check_party(party, f"parties[{index}]", day)
    roles = [party["role"] for party in filing.parties]
    keys = party_keys(roles)
    if not {"plaintiff", "applicant"} & set(roles):
        raise NeedsCorrection("nobody_claims", at="parties")
    parse_claims([{k: claim.get(k) for k in ("kind", "amount", "property_total")} for claim in filing.claims])
    for index, claim in enumerate(filing.claims):
        if not str(claim.get("text", "")).strip():
            raise NeedsCorrection("field_missing", at=f"claims[{index}].text")
    confirmation = any(claim["kind"] == CONFIRMATION for claim in filing.claims)
    if confirmation and (filing.mode != "joint" or len(filing.parties) < 2):
        raise NeedsCorrection("joint_application_needs_both", at="mode", article="民诉205")
    if confirmation and len(filing.claims) > 1:
        raise NeedsCorrection("confirmation_stands_alone", at="claims")
    for index, agent in enumerate(filing.agents):
        if agent.get("for") not in keys:
            raise NeedsCorrection("unknown_party", at=f"agents[{index}].for", key=agent.get("for"))
        if powers_missing(agent):
            warnings.append("agent_powers_missing")
    for index, item in enumerate(filing.evidence):
        if item.get("by") not in keys:
            raise NeedsCorrection("unknown_party", at=f"evidence[{index}].by", key=item.get("by"))
        if not isinstance(item.get("pages"), int) or item["pages"] < 1:
            raise NeedsCorrection("pages_not_counted", at=f"evidence[{index}].pages")
    for index, key in enumerate(filing.closed_on_application_of):
        if key not in keys:
            raise NeedsCorrection("unknown_party", at=f"closed_on_application_of[{index}]", key=key)
    return warnings


def duplicates_of(desk: Desk, filing: Filing) -> list[dict[str, Any]]:
    """Cases with the same parties and the same cause: pointed out, not refused (民诉127(5) is for a judge to apply)."""
    names = [str(party["name"]) for party in filing.parties]
    return cases_with_same_parties(desk.database, names, filing.cause)


def file_case(
    desk: Desk, filing: Filing, *, number: str | None = None, evidence_files: Mapping[int, Sequence[str]] | None = None
) -> str:
    """The filing is a registered case with its number; gives the case's id.

    The number is the next one of the block leased to this laptop, or ``number`` for a case that the court docketed
    before. ``evidence_files`` gives, by index of the evidence, the digests of its attachments. Refuses what
    ``check_filing`` refuses, ``number_block_used_up``, ``number_in_use``, ``role_not_permitted`` and ``lease_over``.
    """
    desk.require_role(*OFFICERS)
    require_lease(desk.database, desk.clock)
    check_filing(filing)
    court = read_court(desk.database)
    if court.officer(filing.accepted_by)["role"] not in ACCEPTING:
        raise NeedsCorrection("role_not_permitted", at="accepted_by", needs=list(ACCEPTING))
    confirmation = any(claim["kind"] == CONFIRMATION for claim in filing.claims)
    kind = "民特" if confirmation else "民初"
    if number is None:
        number = next_number(desk, court.code, kind, int(filing.accepted_at[:4]))
    else:
        kind = parse_case_number(number).type
        if case_of_number(desk.database, number):
            raise NeedsCorrection("number_in_use", number=number)
    judge = filing.judge or _first(court.first_officer("judge"))
    clerk = filing.clerk or _first(court.first_officer("clerk", "assistant_judge"))
    case = desk.new_id("case")
    keys = party_keys([party["role"] for party in filing.parties])
    with desk.together():
        desk.record(
            "case.filed",
            case,
            {
                "number": number,
                "number_type": kind,
                "mode": filing.mode,
                "filed_at": filing.at,
                "accepted_at": filing.accepted_at,
                "accepted_by": filing.accepted_by,
                "filed_on": filing.accepted_at[:10],
                "place": filing.place,
                "cause": filing.cause,
                "public": filing.public,
                "closed_on_application_of": list(filing.closed_on_application_of),
                "facts": filing.facts,
                "elements": dict(filing.elements),
                "judge": judge,
                "clerk": clerk,
                "stage": "filed",
            },
            case=case,
        )
        for ordinal, (key, party) in enumerate(zip(keys, filing.parties, strict=True)):
            agents = [
                {name: value for name, value in agent.items() if name != "for"}
                for agent in filing.agents
                if agent["for"] == key
            ]
            desk.record(
                "party.joined",
                desk.new_id("party"),
                {"key": key, "ordinal": ordinal, **dict(party), "agents": agents},
                case=case,
            )
        for ordinal, claim in enumerate(filing.claims):
            desk.record("claim.made", desk.new_id("claim"), {"ordinal": ordinal, **dict(claim)}, case=case)
        for ordinal, item in enumerate(filing.evidence):
            fields = {"ordinal": ordinal + 1, **dict(item), "files": list((evidence_files or {}).get(ordinal, ()))}
            desk.record("evidence.submitted", desk.new_id("evidence"), fields, case=case)
    return case


def state_elements(desk: Desk, case: str, elements: Mapping[str, str]) -> None:
    """The plaintiff's elements say this besides what was filed; an empty text takes one back.

    Refuses with ``role_not_permitted`` and ``case_is_closed``.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    stated = {**held.fields.get("elements", {}), **{name: text.strip() for name, text in elements.items()}}
    desk.record("case.elements_stated", case, {"elements": {n: text for n, text in stated.items() if text}}, case=case)


def answering(case: Case) -> list[str]:
    """Keys of the parties that answer: the other side, and who has a counterclaim heard against it (民诉128)."""
    counter = {key for one in case.heard_together for key in one.against}
    return [party.key for party in case.parties if party.role in ANSWERING or party.key in counter]


def take_defence(
    desk: Desk,
    case: str,
    *,
    by: str,
    at: str,
    place: str,
    oral: bool,
    answers: Sequence[Mapping[str, str | None]] = (),
    elements: Mapping[str, Answer] | None = None,
) -> str:
    """What ``by`` answers is on the record (民诉128; 简易7); said again, it replaces what that party said before.

    ``answers`` are rows of ``claim`` (the claim's words, or None for the whole) and ``text``; ``elements`` what the
    party says to each element. Gives the defence's record. Refuses with ``role_not_permitted``, ``case_is_closed``,
    ``only_the_other_side_answers``, ``field_missing`` where nothing is answered, and ``unknown_choice`` for an element
    that neither the plaintiff stated nor the cause's form asks.
    """
    desk.require_role(*OFFICERS)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    if held.party(by).key not in answering(held):
        raise NeedsCorrection("only_the_other_side_answers", by=by)
    told = [row for row in answers if str(row.get("text") or "").strip()]
    if not told and not elements:
        raise NeedsCorrection("field_missing", at="answers")
    form = form_of(held)
    known = {*held.fields.get("elements", {}), *(element.name for element in (form.elements if form else ()))}
    for name in elements or {}:
        if name not in known:
            raise NeedsCorrection("unknown_choice", at=f"elements.{name}", choice=name)
    fields = {
        "at": at,
        "place": place,
        "oral": oral,
        "answers": [{"claim": row.get("claim"), "text": str(row["text"]).strip()} for row in told],
        "elements": {name: {"agrees": one.agrees, "says": one.says.strip()} for name, one in (elements or {}).items()},
    }
    before = next((one for one in defences_of(desk.database, case) if one.by == by), None)
    if before is not None:
        desk.record("defence.given", before.record, fields, case=case)
        return before.record
    defence = desk.new_id("defence")
    desk.record("defence.given", defence, {"by": by, **fields}, case=case)
    return defence


def _moment(text: str, at: str) -> datetime.datetime:
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise NeedsCorrection("moment_malformed", at=at) from None
    if moment.tzinfo is None:
        raise NeedsCorrection("moment_without_offset", at=at)
    return moment


def _first(officer: Mapping[str, str] | None) -> str | None:
    return officer["id"] if officer else None
