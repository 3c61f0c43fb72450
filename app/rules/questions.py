"""The `xunhui rules` interface: one JSON question a line, one JSON answer a line, a bad line answered in its place."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.errors import NeedsCorrection, Refusal
from app.rules import spellings
from app.rules.amounts import amount_in_words
from app.rules.appeals import appeal_deadline
from app.rules.application_fees import application_fee
from app.rules.calendar import Calendar, known_calendar
from app.rules.case_numbers import is_legacy, parse_case_number, store_legacy
from app.rules.days import day_of, parse_date, parse_start
from app.rules.fee_changes import change_claims, convert_to_ordinary, refund_after_closing, top_up_not_paid
from app.rules.fees import CaseFee, case_fee
from app.rules.identity import check_credit_code, check_id_number
from app.rules.interest import (
    Interest,
    interest,
    interest_at_lpr,
    interest_of_private_loan,
    known_lpr,
    late_performance_interest,
    parse_rate,
)
from app.rules.messages import message
from app.rules.money import show
from app.rules.periods import UNITS, Deadline, Span, deadline, period, period_table
from app.rules.procedure import eligibility
from app.rules.service_methods import service_allowed

Json = dict[str, object]


def answer(question: object, *, today: datetime.date | None = None, calendar: Calendar | None = None) -> Json:
    """The answer to one question; a refusal becomes ``{"error": {"code", "message", "at"}}``.

    ``today`` only serves to judge an ID number's birth date; the question's own ``today`` comes first.
    """
    try:
        if not isinstance(question, dict):
            raise NeedsCorrection("question_malformed", at="")
        ask = question.get("ask")
        if not isinstance(ask, str) or ask not in _ANSWERS:
            raise NeedsCorrection("ask_unknown", at="ask")
        return _ANSWERS[ask](question, _Setting(today, calendar or known_calendar()))
    except Refusal as refusal:
        return error_of(refusal)


def answer_lines(
    lines: Iterable[bytes], *, today: datetime.date | None = None, calendar: Calendar | None = None
) -> Iterator[str]:
    """One line of JSON for each line that is not blank, in order; the rest go on after a bad one.

    A line is UTF-8, with or without a BOM or CR. An object that says one key twice is refused, since nobody knows
    which was meant. A number with decimals is the decimal as written, never a float.
    """
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8-sig")
            if not text.strip():
                continue
            question = json.loads(text, parse_float=_exact, object_pairs_hook=_said_once)
            result = answer(question, today=today, calendar=calendar)
        except NeedsCorrection as refusal:
            result = error_of(NeedsCorrection(refusal.code, at=f"line {number}"))
        except UnicodeDecodeError:
            result = error_of(NeedsCorrection("line_not_utf8", at=f"line {number}"))
        except (ValueError, RecursionError):
            result = error_of(NeedsCorrection("line_not_json", at=f"line {number}"))
        yield json.dumps(result, ensure_ascii=False)


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise NeedsCorrection("line_not_json") from None


def _said_once(pairs: list[tuple[str, object]]) -> Json:
    said = dict(pairs)
    if len(said) != len(pairs):
        raise NeedsCorrection("key_repeated")
    return said


def error_of(refusal: Refusal) -> Json:
    """The refusal as JSON: the place it is about and, where there is one, the article; none of the question's words."""
    error: Json = {"code": refusal.code, "message": message(refusal.code), "at": str(refusal.details.get("at", ""))}
    if "article" in refusal.details:
        error["article"] = refusal.details["article"]
    if "choices" in refusal.details:
        error["choices"] = refusal.details["choices"]
    return {"error": error}


@dataclass(frozen=True)
class _Setting:
    today: datetime.date | None
    calendar: Calendar


def _text(question: Json, name: str, default: str | None = None) -> str:
    value = question.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise NeedsCorrection("field_missing" if value is None else "field_malformed", at=name)
    return value


def _optional(question: Json, name: str) -> str | None:
    value = question.get(name)
    if value is not None and not isinstance(value, str):
        raise NeedsCorrection("field_malformed", at=name)
    return value


def _flag(question: Json, *names: str, unsaid: bool = False) -> bool:
    for name in names:
        value = question.get(name)
        if value is not None:
            if not isinstance(value, bool):
                raise NeedsCorrection("field_malformed", at=name)
            return value
    return unsaid


def _mapping(question: Json, name: str) -> Mapping[str, object]:
    value = question.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise NeedsCorrection("field_malformed", at=name)
    return value


def _term(question: Json, name: str, terms: Mapping[str, str], default: str | None = None) -> str:
    return spellings.term(_text(question, name, default), terms)


def _optional_term(question: Json, name: str, terms: Mapping[str, str]) -> str | None:
    value = _optional(question, name)
    return None if value is None else spellings.term(value, terms)


def _province(question: Json) -> Mapping[str, object]:
    return {name: spellings.amount(fee) for name, fee in _mapping(question, "province").items()}


def _claims(question: Json) -> Sequence[Mapping[str, object]]:
    value = question.get("claims")
    if not isinstance(value, list):
        raise NeedsCorrection("claims_missing" if value is None else "claims_malformed", at="claims")
    return [_claim(claim, f"claims[{index}]") for index, claim in enumerate(value)]


def _claim(claim: object, at: str) -> Mapping[str, object]:
    if not isinstance(claim, dict):
        raise NeedsCorrection("claims_malformed", at=at)
    kind = claim.get("kind")
    sums = {name: spellings.amount(claim.get(name)) for name in ("amount", "damages", "property_total")}
    return {**sums, "kind": spellings.term(kind, spellings.CLAIMS) if isinstance(kind, str) else kind}


def _case_fee(question: Json) -> CaseFee:
    return case_fee(
        _claims(question),
        _province(question),
        _term(question, "procedure", spellings.PROCEDURES, "ordinary"),
        _optional_term(question, "closed", spellings.CLOSINGS),
        _text(question, "rounding", "fen"),
        merged=_flag(question, "merged", "counterclaim"),
    )


def _fee(question: Json, setting: _Setting) -> Json:
    fee = _case_fee(question)
    return {
        "full": show(fee.full),
        "due": show(fee.due),
        "steps": list(fee.steps),
        "articles": list(fee.articles),
        "kind": fee.kind,
        "dispute_amount": show(fee.dispute_amount),
        "halved": fee.halved,
    }


def _application_fee(question: Json, setting: _Setting) -> Json:
    fee = application_fee(
        _text(question, "kind").strip(),
        spellings.amount(question.get("amount")),
        _province(question),
        _text(question, "rounding", "fen"),
    )
    return {
        "full": show(fee.due),
        "due": show(fee.due),
        "steps": list(fee.steps),
        "articles": list(fee.articles),
        "prepaid": fee.prepaid,
        "borne_by": fee.borne_by,
    }


def _fee_change(question: Json, setting: _Setting) -> Json:
    """What is topped up, goes back or stays with whom after ``change``; ``before`` and ``after`` are fees asked for."""
    change = _text(question, "change")
    if change == "claims":
        before, after = (_case_fee(_asked(question, name)) for name in ("before", "after"))
        found = change_claims(before, after, inquiry_closed=_flag(question, "inquiry_closed"))
    elif change in ("to_ordinary", "top_up_not_paid"):
        conclude = convert_to_ordinary if change == "to_ordinary" else top_up_not_paid
        found = conclude(_case_fee(_asked(question, "before")), _sum(question, "paid"))
    elif change == "closed":
        due = _case_fee(_asked(question, "after")).due
        found = refund_after_closing(_sum(question, "paid"), due)
    else:
        raise NeedsCorrection("fee_change_unknown", at="change")
    return {
        "top_up": show(found.top_up),
        "refund": show(found.refund),
        "borne": show(found.borne),
        "steps": list(found.steps),
        "articles": list(found.articles),
    }


def _asked(question: Json, name: str) -> Json:
    inner = _mapping(question, name)
    if not inner:
        raise NeedsCorrection("field_missing", at=name)
    return dict(inner)


def _interest(question: Json, setting: _Setting) -> Json:
    """Interest at a ``rate``, capped where ``contract_on`` says it is a private loan; without a rate, at the LPR."""
    principal, start, end = _sum(question, "principal"), *_from_to(question)
    table, rate = known_lpr(), spellings.amount(question.get("rate"))
    if rate is None:
        multiple = parse_rate(spellings.amount(question.get("multiple", 1)), at="multiple")
        found = interest_at_lpr(principal, start, end, table, multiple=multiple)
    elif question.get("contract_on") is None:
        found = interest(principal, rate, start, end)
    else:
        sued = question.get("sued_on")
        found = interest_of_private_loan(
            principal,
            rate,
            start,
            end,
            table,
            contract_on=_day(question["contract_on"], "contract_on"),
            sued_on=None if sued is None else _day(sued, "sued_on"),
        )
    by_table = rate is None or question.get("contract_on") is not None
    return {**_earned(found), **({"lpr_source": table.source, "lpr_verified": table.verified} if by_table else {})}


def _late_interest(question: Json, setting: _Setting) -> Json:
    found = late_performance_interest(_sum(question, "principal"), *_from_to(question))
    return {**_earned(found), "article": "民诉264"}


def _sum(question: Json, name: str) -> object:
    if question.get(name) is None:
        raise NeedsCorrection("amount_missing", at=name)
    return spellings.amount(question[name])


def _earned(found: Interest) -> Json:
    return {"amount": show(found.amount), "days": found.days, "steps": list(found.steps)}


def _from_to(question: Json) -> tuple[datetime.date, datetime.date]:
    for name in ("from", "to"):
        if question.get(name) is None:
            raise NeedsCorrection("field_missing", at=name)
    return _day(question["from"], "from"), _day(question["to"], "to")


def _deadline(question: Json, setting: _Setting) -> Json:
    rule_id = _text(question, "id").strip().upper()
    start = _start(question)
    document = _optional_term(question, "document", spellings.DOCUMENTS)
    procedure = _optional_term(question, "procedure", spellings.PROCEDURES)
    rule = period_table().get(rule_id)
    if rule is not None and rule.appeal:
        if document is None:
            raise NeedsCorrection("field_missing", at="document")
        found = appeal_deadline(document, day_of(start), setting.calendar, procedure=procedure)
    else:
        found = deadline(
            rule_id,
            start,
            setting.calendar,
            variant=_optional(question, "variant") or _optional(question, "stage"),
            document=document,
            procedure=procedure,
            suspended=_suspended(question),
        )
    return _told(found)


def _period(question: Json, setting: _Setting) -> Json:
    given = [unit for unit in UNITS if question.get(unit) is not None]
    if len(given) != 1:
        raise NeedsCorrection("period_length_invalid", at="days")
    length = spellings.whole(question[given[0]])
    if isinstance(length, bool) or not isinstance(length, int):
        raise NeedsCorrection("period_length_invalid", at=given[0])
    return _told(
        period(
            _start(question),
            given[0],
            length,
            setting.calendar,
            backward=_flag(question, "backward"),
            suspended=_suspended(question),
        )
    )


def _start(question: Json) -> datetime.date | datetime.datetime:
    if question.get("from") is None:
        raise NeedsCorrection("field_missing", at="from")
    return parse_start(spellings.day(question["from"]), at="from")


def _day(value: object, at: str) -> datetime.date:
    return parse_date(spellings.day(value), at=at)


def _suspended(question: Json) -> list[Span]:
    spans = question.get("suspended", [])
    if not isinstance(spans, list) or any(not isinstance(span, list) or len(span) != 2 for span in spans):
        raise NeedsCorrection("suspension_malformed", at="suspended")
    return [(_day(first, "suspended"), _day(last, "suspended")) for first, last in spans]


def _told(found: Deadline) -> Json:
    result: Json = {
        "raw": found.raw.isoformat() if found.raw else None,
        "last_day": found.last_day.isoformat() if found.last_day else None,
        "calendar": found.calendar,
        "article": found.article,
        "steps": list(found.steps),
    }
    if found.moment is not None:
        result["moment"] = found.moment.isoformat()
    if found.notes:
        result["notes"] = list(found.notes)
    return result


def _case_number(question: Json, setting: _Setting) -> Json:
    text = _text(question, "text")
    try:
        number = parse_case_number(text)
    except NeedsCorrection as refusal:
        refused = _invalid(refusal)
        if is_legacy(text):
            refused.update({"legacy": True, "text": store_legacy(text)})
        return refused
    return {
        "valid": True,
        "text": str(number),
        "year": number.year,
        "court": number.court,
        "special": number.special or None,
        "type": number.type,
        "type_name": number.type_name,
        "number": number.number,
        "suffix": number.suffix,
    }


def _identity(question: Json, setting: _Setting) -> Json:
    given = question.get("today")
    today = _day(given, "today") if given is not None else setting.today
    text = _text(question, "text")
    try:
        read = check_id_number(text, today)
    except NeedsCorrection as refusal:
        return _invalid(refusal)
    return {
        "valid": True,
        "number": read.number,
        "birth": read.birth.isoformat(),
        "sex": read.sex,
        "area": read.area,
        "warnings": list(read.warnings),
    }


def _credit_code(question: Json, setting: _Setting) -> Json:
    text = _text(question, "text")
    try:
        read = check_credit_code(text)
    except NeedsCorrection as refusal:
        return {**_invalid(refusal), "may_keep_with_reason": refusal.code == "credit_code_check_digit"}
    return {
        "valid": True,
        "code": read.code,
        "registrar": read.registrar,
        "category": read.category,
        "area": read.area,
        "organisation_code": read.organisation_code,
        "warnings": list(read.warnings),
    }


def _invalid(refusal: NeedsCorrection) -> Json:
    result: Json = {"valid": False, "code": refusal.code, "reason": message(refusal.code)}
    if "expected" in refusal.details:
        result["expected"] = refusal.details["expected"]
    return result


def _service(question: Json, setting: _Setting) -> Json:
    try:
        permitted = service_allowed(
            _term(question, "document", spellings.DOCUMENTS),
            _term(question, "how", spellings.HOWS),
            _term(question, "procedure", spellings.PROCEDURES, "ordinary"),
            # Unsaid, consent is among the needs of the answer; said to be missing, it bars the way.
            electronic_consent=_flag(question, "electronic_consent", "consent", unsaid=True),
            recipient=_text(question, "recipient", "self"),
        )
    except NeedsCorrection as refusal:
        if "article" not in refusal.details:
            raise
        article = refusal.details["article"]
        return {"allowed": False, "article": article, "code": refusal.code, "reason": message(refusal.code)}
    return {"allowed": True, "article": permitted.article, "needs": list(permitted.needs)}


def _words(question: Json, setting: _Setting) -> Json:
    if question.get("amount") is None:
        raise NeedsCorrection("amount_missing", at="amount")
    return {"text": amount_in_words(spellings.amount(question["amount"]))}


def _procedure(question: Json, setting: _Setting) -> Json:
    flags = question.get("flags", [])
    if not isinstance(flags, list) or any(not isinstance(flag, str) for flag in flags):
        raise NeedsCorrection("field_malformed", at="flags")
    wage = spellings.amount(question.get("wage"))
    found = eligibility(_claims(question), _text(question, "cause", "").strip(), wage, flags)
    return {
        "small_claims": found.small_claims,
        "simplified": found.simplified,
        "amount": show(found.amount),
        "articles": list(found.articles),
        "reasons": list(found.reasons),
    }


_ANSWERS: dict[str, Callable[[Json, _Setting], Json]] = {
    "fee": _fee,
    "application_fee": _application_fee,
    "deadline": _deadline,
    "period": _period,
    "case_number": _case_number,
    "identity": _identity,
    "credit_code": _credit_code,
    "service": _service,
    "amount_in_words": _words,
    "procedure": _procedure,
    "fee_change": _fee_change,
    "interest": _interest,
    "late_interest": _late_interest,
}
