"""Proofreading before a paper is issued: its text against the case, and whether its orders can be enforced."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

from app.cases.store import find_cases, load_case
from app.documents import blocks as lines
from app.documents.enforceable import gaps
from app.documents.passages import (
    Passage,
    amounts_after,
    amounts_in,
    case_numbers_in,
    dates_in,
    miswritten,
    near_names,
    one_apart,
    passages_of,
    same_digits,
    standings,
    sums_in,
    words_against_digits,
)
from app.documents.template import Template
from app.errors import NeedsCorrection
from app.rules.amounts import decimal_yuan
from app.rules.appeals import appeal_kind
from app.rules.case_numbers import parse_case_number
from app.storage.database import Database

Severity = Literal["must", "look"]
ORDER_BLANKS = ("orders", "terms", "agreement.terms", "mediation.terms")
"""Blanks whose lines somebody will have to perform."""
ENDING_KINDS = ("判决书", "裁定书", "调解书")
LOAN_WORDS = ("借贷", "借款")
_UNCHECKED = {"related_cases": "proof_related_cases_unchecked", "lender": "proof_lender_unchecked"}
LOOKUPS = tuple(_UNCHECKED)
"""关联案件, and for a loan whether the lender lends by profession (职业放贷人)."""
_AHEAD = ("until", "due", "to", "time", "limit", "next", "collect", "effective", "term")
_LACKS = {
    "subject": "proof_order_lacks_subject",
    "object": "proof_order_lacks_object",
    "amount": "proof_order_lacks_amount",
    "period": "proof_order_lacks_period",
}
_APPEAL_DAYS = {"judgment": "十五日", "ruling": "十日"}


@dataclass(frozen=True)
class Finding:
    """One thing to look at: ``must`` stops the issue unless a reason is given; ``where`` is a blank or ``text.<n>``."""

    code: str
    severity: Severity
    where: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """As the journal and a refusal carry it."""
        return {**asdict(self), "facts": dict(self.facts)}


@dataclass(frozen=True)
class Person:
    """Somebody the paper may name; ``kind`` is party, agent, representative or officer."""

    name: str
    role_name: str
    kind: str


@dataclass(frozen=True)
class Truth:
    """What the case says, which the paper's text is held against."""

    number: str
    procedure: str
    cause: str
    superior: str
    filed_on: datetime.date
    made_on: datetime.date
    people: tuple[Person, ...]
    fees: tuple[Decimal, ...]
    amounts: frozenset[Decimal]
    related: tuple[str, ...] = ()
    known_numbers: frozenset[str] = frozenset()
    quoted: tuple[str, ...] = ()
    """Words the paper repeats because they were wrong: nothing in them is compared."""


def proofread(
    database: Database,
    case: str | None,
    template: Template,
    blanks: Mapping[str, Any],
    *,
    made_on: str,
    checked: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """What in the paper differs from the case, what the law asks for and is missing, and what nobody could enforce.

    ``checked`` says what was looked up of ``related_cases`` and ``lender`` elsewhere; what it does not name is pointed
    out as not checked. A paper of no case has nothing to be held against. Refuses what ``Template.text`` refuses.
    """
    if case is None:
        return ()
    truth = truth_of(database, case, blanks, made_on)
    return proofread_text(template, blanks, template.text(blanks), truth, checked=checked or {})


def proofread_text(
    template: Template, blanks: Mapping[str, Any], text: str, truth: Truth, *, checked: Mapping[str, str]
) -> tuple[Finding, ...]:
    """``proofread`` without a database: the same text and truth, the same findings."""
    passages = passages_of(lines.parse(text), truth.quoted)
    found = [
        *_names(template, passages, truth),
        *_numbers(passages, truth),
        *_amounts(template, blanks, passages, truth),
        *_dates(template, blanks, passages, truth),
        *_appeal(template, passages, truth),
        *_lookups(template, truth, checked),
        *_orders(blanks, truth),
        *_fee_shares(template, blanks),
        *_elements(template, blanks, truth),
    ]
    if "seal" not in template.signers:
        # A record says what was said, in the speaker's own words: nothing in it can be wrong for certain.
        found = [replace(one, severity="look") for one in found]
    return tuple({(one.code, one.where, *sorted(one.facts.items())): one for one in found}.values())


def truth_of(database: Database, case: str, blanks: Mapping[str, Any], made_on: str) -> Truth:
    """What the stored case says; the fee as the paper's shared blanks, drawn from the same case, have it."""
    held = load_case(database, case)
    people = []
    for party in held.parties:
        people.append(Person(party.name, party.role_name, "party"))
        people += [Person(agent.name, agent.title, "agent") for agent in party.agents]
        representative = (party.data.get("representative") or {}).get("name")
        if representative:
            people.append(Person(str(representative), "法定代表人", "representative"))
    for officer in blanks.get("officers") or ():
        people.append(Person(str(officer["name"]), str(officer.get("title") or ""), "officer"))
    said: Mapping[str, Any] = blanks.get("case") or {}
    costs = [said, *(blanks.get("counterclaims") or ())]
    fees = tuple(Decimal(str(one[name])) for one in costs for name in ("fee_full", "fee_due") if one.get(name))
    words = [held.fields.get("facts") or "", *(claim.text for claim in held.asked)]
    words += [one.facts for one in held.heard_together]
    words += [item.proves or "" for item in held.evidence]
    words += [str(value) for value in (held.fields.get("elements") or {}).values()]
    amounts = {value for text in words for value in amounts_in(text)} | set(fees)
    amounts |= {value for claim in held.asked for value in (claim.amount, claim.property_total) if value is not None}
    if said.get("dispute_amount"):
        amounts.add(Decimal(str(said["dispute_amount"])))
    related: dict[str, str] = {}
    for party in held.parties:
        for row in find_cases(database, party.name):
            if row["id"] != case and party.name in str(row["parties"]).split("、"):
                related[str(row["number"])] = str(row["cause"])
    court: Mapping[str, Any] = blanks.get("court") or {}
    corrections = blanks.get("corrections") or ()
    return Truth(
        number=held.number,
        procedure=held.procedure,
        cause=held.cause,
        superior=str(court.get("superior") or ""),
        filed_on=datetime.date.fromisoformat(str(held.fields["filed_at"])[:10]),
        made_on=datetime.date.fromisoformat(made_on),
        people=tuple(people),
        fees=fees,
        amounts=frozenset(amounts),
        related=tuple(f"{number} {cause}" for number, cause in sorted(related.items())),
        known_numbers=frozenset(related),
        quoted=tuple(str(one["wrong"]) for one in corrections if isinstance(one, Mapping) and one.get("wrong")),
    )


def _names(template: Template, passages: Sequence[Passage], truth: Truth) -> Iterator[Finding]:
    names = [person.name for person in truth.people if person.kind in ("party", "agent")]
    for passage in passages:
        for near in near_names(passage.text, [(p.name, p.kind) for p in truth.people]):
            yield Finding(
                "proof_name_differs",
                "must" if near.sure else "look",
                passage.where,
                {"found": near.found, "expected": near.expected},
            )
    parties = [person for person in truth.people if person.kind == "party"]
    # Two of one name on different sides can't be told apart by it.
    own = {one.name: one.role_name for one in parties if len({p.role_name for p in parties if p.name == one.name}) == 1}
    for passage in passages:
        for found, expected in standings(passage.text, own):
            yield Finding("proof_standing_differs", "must", passage.where, {"found": found, "expected": expected})
    if template.title.endswith(ENDING_KINDS) and template.name != "ruling_correction":
        whole = "".join(passage.text for passage in passages)
        strict = template.title.endswith(("判决书", "调解书"))
        for name in dict.fromkeys(names):
            if name not in whole:
                yield Finding("proof_name_missing", "must" if strict else "look", "text", {"expected": name})


def _numbers(passages: Sequence[Passage], truth: Truth) -> Iterator[Finding]:
    for passage in passages:
        for found in case_numbers_in(passage.text):
            try:
                bare = str(replace(parse_case_number(found), suffix=None))
            except NeedsCorrection:
                yield Finding("proof_case_number_malformed", "look", passage.where, {"found": found})
                continue
            if bare == truth.number:
                continue
            sure = one_apart(bare, truth.number) and bare not in truth.known_numbers
            facts = {"found": found, "expected": truth.number}
            yield Finding("proof_case_number_differs", "must" if sure else "look", passage.where, facts)


def _amounts(
    template: Template, blanks: Mapping[str, Any], passages: Sequence[Passage], truth: Truth
) -> Iterator[Finding]:
    given = {
        Decimal(str(value))
        for name, kind, value in _typed(template.blanks, blanks)
        if kind == "amount" and value not in (None, "")
    }
    allowed = truth.amounts | given
    findings = [row.get("finding") for row in blanks.get("disputed") or ()]
    found = {value for text in (blanks.get("facts_found"), *findings) if text for value in amounts_in(text)}
    for passage in passages:
        for words, digits, beside in words_against_digits(passage.text):
            facts = {"words": words, "found": digits}
            yield Finding("proof_amount_words_differ", "must" if beside else "look", passage.where, facts)
        for said, total in sums_in(passage.text):
            facts = {"found": decimal_yuan(said), "expected": decimal_yuan(total)}
            yield Finding("proof_sum_differs", "look", passage.where, facts)
        yield from _fee(passage, truth, given)
    ordered = [text for _, text in order_lines(blanks)]
    for passage in passages:
        if not any(text.strip("。；;. ") in passage.text for text in ordered):
            for value in dict.fromkeys(amounts_in(passage.text)):
                if value not in allowed and (meant := _meant(value, allowed)) is not None:
                    facts = {"found": decimal_yuan(value), "expected": decimal_yuan(meant)}
                    yield Finding("proof_amount_swapped", "look", passage.where, facts)
    for where, text in order_lines(blanks):
        unknown = [value for value in dict.fromkeys(amounts_in(text)) if value not in allowed | found]
        if len(unknown) > 1 and sum(unknown) in allowed:
            continue
        for value in unknown:
            meant = _meant(value, allowed)
            facts = {"found": decimal_yuan(value)}
            if meant is None:
                yield Finding("proof_amount_not_in_case", "look", where, facts)
            else:
                facts["expected"] = decimal_yuan(meant)
                severity: Severity = "must" if same_digits(meant, value) else "look"
                yield Finding("proof_amount_swapped", severity, where, facts)


def _meant(value: Decimal, known: Collection[Decimal]) -> Decimal | None:
    """The known sum that ``value`` looks like a slip of: its digits in another order, or else one of them wrong."""
    for alike in (same_digits, miswritten):
        for one in sorted(known):
            if alike(one, value):
                return one
    return None


def _fee(passage: Passage, truth: Truth, given: set[Decimal]) -> Iterator[Finding]:
    for sentence in passage.text.replace("；", "。").split("。"):
        before, told, rest = sentence.partition("案件受理费")
        # What is forgiven (费用51) is no fee.
        values = amounts_in(rest) if told and not before.endswith(("减交", "免交")) else []
        if not values or not truth.fees:
            continue
        known, expected = set(truth.fees) | given, "、".join(decimal_yuan(fee) for fee in truth.fees)
        wrong = [] if known & set(values) else values[:1]
        wrong += [value for value in amounts_after(rest, "减半(?:收取|交纳)?(?:计|为)?") if value not in known]
        for value in dict.fromkeys(wrong):
            facts = {"found": decimal_yuan(value), "expected": expected}
            yield Finding("proof_fee_differs", "must", passage.where, facts)
        shares = amounts_after(rest, "负担|承担")
        # Other costs may be shared in the same sentence.
        if len(shares) > 1 and sum(shares) not in {*known, *values, sum(values) - sum(shares)}:
            facts = {"found": decimal_yuan(sum(shares, Decimal(0))), "expected": expected}
            yield Finding("proof_fee_differs", "look", passage.where, facts)


def _dates(
    template: Template, blanks: Mapping[str, Any], passages: Sequence[Passage], truth: Truth
) -> Iterator[Finding]:
    if truth.made_on < truth.filed_on:
        yield Finding("proof_date_before_filing", "look", "made_on", {"found": truth.made_on.isoformat()})
    for passage in passages:
        for said, day in dates_in(passage.text):
            if day is None:
                yield Finding("proof_date_not_real", "look", passage.where, {"found": said})
    for path, kind, value in _typed(template.blanks, blanks):
        last = path.rpartition(".")[2]
        if kind in ("date", "datetime") and value:
            day = datetime.date.fromisoformat(str(value)[:10])
            if day > truth.made_on and not last.startswith(_AHEAD) and not last.endswith(("until", "_to")):
                yield Finding("proof_date_in_future", "look", path, {"found": day.isoformat()})
            if day < truth.filed_on and last in ("at", "announced_at", "agreed_at", "opened_at", "closed_at"):
                yield Finding("proof_date_before_filing", "look", path, {"found": day.isoformat()})
        elif kind == "long_text" and isinstance(value, str):
            for said, one in dates_in(value):
                if one is not None and one > truth.made_on:
                    yield Finding("proof_date_in_future", "look", path, {"found": said})
    for where, text in order_lines(blanks):
        for said, one in dates_in(text):
            after = text[text.find(said) + len(said) :]
            if one is not None and one < truth.made_on and after.startswith(("前", "之前", "以前")):
                yield Finding("proof_term_is_past", "look", where, {"found": said})


def _appeal(template: Template, passages: Sequence[Passage], truth: Truth) -> Iterator[Finding]:
    """Fifteen days for a judgment, ten for a ruling with appeal (民诉171); none in a final one (民诉165, 185)."""
    if not template.title.endswith(ENDING_KINDS):
        return
    kind, article = appeal_kind(template.name, truth.procedure)
    notices = [passage for passage in passages if "上诉于" in passage.text or "提起上诉" in passage.text]
    if kind is None:
        for passage in notices:
            yield Finding("proof_appeal_not_due", "must", passage.where, {"article": article})
        return
    if not notices:
        yield Finding("proof_appeal_missing", "must", "text", {"article": article})
        return
    words = notices[-1]
    if truth.superior and f"上诉于{truth.superior}" not in words.text:
        yield Finding("proof_appeal_court_differs", "must", words.where, {"expected": truth.superior})
    days = _APPEAL_DAYS[kind]
    if f"之日起{days}" not in words.text:
        yield Finding("proof_appeal_days_differ", "must", words.where, {"expected": days, "article": article})


def lookups(title: str, cause: str) -> tuple[str, ...]:
    """Which of ``LOOKUPS`` somebody should look up at the court before a paper of that title is issued."""
    if not title.endswith(("判决书", "调解书")):
        return ()
    return LOOKUPS if any(word in cause for word in LOAN_WORDS) else LOOKUPS[:1]


def _lookups(template: Template, truth: Truth, checked: Mapping[str, str]) -> Iterator[Finding]:
    """关联案件, and for a loan whether the lender lends by profession: this laptop knows only the cases it carries."""
    loans = sum(1 for one in truth.related if any(word in one for word in LOAN_WORDS))
    here = {"related_cases": "；".join(truth.related), "lender": str(loans)}
    for name in lookups(template.title, truth.cause):
        if not checked.get(name, "").strip():
            yield Finding(_UNCHECKED[name], "look", "case", {"here": here[name]})


def _orders(blanks: Mapping[str, Any], truth: Truth) -> Iterator[Finding]:
    parties = [person.name for person in truth.people if person.kind == "party"]
    for where, text in order_lines(blanks):
        for gap in gaps(text, parties):
            yield Finding(_LACKS[gap.what], "look", where, {"order": gap.clause})


def _fee_shares(template: Template, blanks: Mapping[str, Any]) -> Iterator[Finding]:
    """A fee that is shared says who bears how much (费用29)."""
    shared = blanks.get("fee_borne_by") == "shared" and not blanks.get("fee_text")
    if shared and template.title.endswith("判决书"):
        yield Finding("proof_fee_shares_missing", "look", "fee_text", {"article": "费用29"})


def _elements(template: Template, blanks: Mapping[str, Any], truth: Truth) -> Iterator[Finding]:
    """A disputed element is found (民诉155); facts and reasons are left out in small claims only (解释280)."""
    if not blanks.get("facts_found"):
        for place, row in enumerate(blanks.get("disputed") or (), start=1):
            if not row.get("finding"):
                yield Finding("proof_element_not_found", "look", f"disputed.{place}", {"found": str(row["name"])})
    if template.name == "civil_judgment_brief" and truth.procedure != "small_claims":
        yield Finding("proof_brief_outside_small_claims", "look", "text", {"article": "解释280"})


def order_lines(blanks: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each order or term with its place, ``orders.1`` …"""
    for path in ORDER_BLANKS:
        value: Any = blanks
        for part in path.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        for place, text in enumerate(value or (), start=1):
            if isinstance(text, str):
                yield f"{path}.{place}", text


def _typed(declared: Mapping[str, Any], values: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Path, type and value of every blank that the paper has beyond the case's own."""
    for name, blank in declared.items():
        value = values.get(name)
        here = f"{path}{name}"
        if blank.fields and isinstance(value, Mapping):
            yield from _typed(blank.fields, value, f"{here}.")
        elif blank.fields and isinstance(value, (list, tuple)):
            for place, row in enumerate(value, start=1):
                if isinstance(row, Mapping):
                    yield from _typed(blank.fields, row, f"{here}.{place}.")
        else:
            yield here, blank.type, value
