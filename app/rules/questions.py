"""The `xunhui rules` interface: one JSON question a line, one JSON answer a line, a bad line answered in its place."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation

from app.errors import NeedsCorrection, Refusal
from app.rules import questions_of_duty as duty
from app.rules import questions_of_money as money
from app.rules import spellings
from app.rules.amounts import amount_in_words
from app.rules.appeals import appeal_deadline
from app.rules.calendar import Calendar, known_calendar
from app.rules.case_numbers import is_legacy, parse_case_number, store_legacy
from app.rules.days import day_of
from app.rules.identity import check_credit_code, check_id_number
from app.rules.jurisdiction import jurisdiction
from app.rules.messages import message
from app.rules.money import show
from app.rules.periods import UNITS, Deadline, deadline, period, period_table
from app.rules.procedure import eligibility, hearing_on_the_spot, sieve, simplified_open
from app.rules.question_fields import (
    Asked,
    Json,
    Setting,
    claims_of,
    day_from,
    flag_of,
    names_of,
    optional_term,
    optional_text,
    procedure_of,
    start_of,
    suspended_spans,
    term_of,
    text_of,
)
from app.rules.representation import may_act, scope
from app.rules.service_methods import service_allowed
from app.rules.signing_law import wet_signature_required


def answer(question: object, *, today: datetime.date | None = None, calendar: Calendar | None = None) -> Json:
    """The answer to one question; a refusal becomes ``{"error": {"code", "message", "at"}}``.

    ``today`` only serves to judge an ID number's birth date; the question's own ``today`` comes first.
    """
    try:
        if not isinstance(question, dict):
            raise NeedsCorrection("question_malformed", at="")
        ask = question.get("ask")
        if not isinstance(ask, str) or ask not in _ANSWERS:
            raise NeedsCorrection("ask_unknown", at="ask", choices=list(_ANSWERS))
        return _ANSWERS[ask](question, Setting(today, calendar or known_calendar()))
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
            question = _READER.decode(text.strip())
            told = _WRITER.encode(_with_unread(question, answer(question, today=today, calendar=calendar)))
            # Half of a character, which JSON can spell and no encoding can write, may come back in an answer.
            told.encode("utf-8")
        except NeedsCorrection as refusal:
            told = _WRITER.encode(error_of(NeedsCorrection(refusal.code, at=f"line {number}")))
        except UnicodeError:
            told = _WRITER.encode(error_of(NeedsCorrection("line_not_utf8", at=f"line {number}")))
        except (ValueError, RecursionError):
            told = _WRITER.encode(error_of(NeedsCorrection("line_not_json", at=f"line {number}")))
        yield told


def _exact(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise NeedsCorrection("number_out_of_range") from None
    # Written out, 1e9999999 would fill the memory.
    if abs(number.adjusted()) > 1000:
        raise NeedsCorrection("number_out_of_range")
    return number


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise NeedsCorrection("number_out_of_range") from None


def _with_unread(question: object, told: Json) -> Json:
    """The answer, with the keys of the question that it does not rest on, where there are any."""
    unread = question.unread() if isinstance(question, Asked) and "error" not in told else []
    return {**told, "unread": unread} if unread else told


def _said_once(pairs: list[tuple[str, object]]) -> Asked:
    said = Asked(pairs)
    if len(said) != len(pairs):
        raise NeedsCorrection("key_repeated")
    return said


# Made once: a file may have a million lines.
_READER = json.JSONDecoder(parse_float=_exact, parse_int=_whole, object_pairs_hook=_said_once)
_WRITER = json.JSONEncoder(ensure_ascii=False)


def error_of(refusal: Refusal) -> Json:
    """The refusal as JSON: the place it is about and, where there is one, the article; none of the question's words."""
    error: Json = {"code": refusal.code, "message": message(refusal.code), "at": str(refusal.details.get("at", ""))}
    if "article" in refusal.details:
        error["article"] = refusal.details["article"]
    if "choices" in refusal.details:
        error["choices"] = refusal.details["choices"]
    return {"error": error}


def _deadline(question: Json, setting: Setting) -> Json:
    rule_id = text_of(question, "id").strip().upper()
    start = start_of(question)
    variant = optional_text(question, "variant") or optional_text(question, "stage")
    document = optional_term(question, "document", spellings.DOCUMENTS)
    procedure, suspended = procedure_of(question), suspended_spans(question)
    rule = period_table().get(rule_id)
    if rule is not None and rule.unit is None and not rule.variants:
        # A duty without a length of its own: what it is, and where it is written.
        steps = (f"{rule.what}：没有可计算的长度",)
        return _told(Deadline(None, None, "complete", rule.article, steps, notes=(rule.note,)))
    if rule is not None and rule.appeal:
        # What is appealed chooses the length, so it may be said as the variant.
        appealed = document or variant
        if appealed is None:
            raise NeedsCorrection("field_missing", at="document", article=rule.article)
        found = appeal_deadline(appealed, day_of(start), setting.calendar, procedure=procedure, suspended=suspended)
    else:
        found = deadline(
            rule_id,
            start,
            setting.calendar,
            variant=variant,
            document=document,
            procedure=procedure,
            suspended=suspended,
        )
    return _told(found)


def _period(question: Json, setting: Setting) -> Json:
    given = [unit for unit in UNITS if question.get(unit) is not None]
    if len(given) != 1:
        raise NeedsCorrection("period_length_invalid", at="days")
    length = spellings.whole(question[given[0]])
    if isinstance(length, bool) or not isinstance(length, int):
        raise NeedsCorrection("period_length_invalid", at=given[0])
    return _told(
        period(
            start_of(question),
            given[0],
            length,
            setting.calendar,
            backward=flag_of(question, "backward"),
            suspended=suspended_spans(question),
        )
    )


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


def _case_number(question: Json, setting: Setting) -> Json:
    text = text_of(question, "text")
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


def _identity(question: Json, setting: Setting) -> Json:
    given = question.get("today")
    today = day_from(given, "today") if given is not None else setting.today
    text = text_of(question, "text")
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


def _credit_code(question: Json, setting: Setting) -> Json:
    text = text_of(question, "text")
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


def _service(question: Json, setting: Setting) -> Json:
    try:
        permitted = service_allowed(
            term_of(question, "document", spellings.DOCUMENTS),
            term_of(question, "how", spellings.HOWS),
            term_of(question, "procedure", spellings.PROCEDURES, "ordinary"),
            # Unsaid, consent is among the needs of the answer; said to be missing, it bars the way.
            electronic_consent=flag_of(question, "electronic_consent", "consent", unsaid=True),
            recipient=term_of(question, "recipient", spellings.RECIPIENTS, "self"),
        )
    except NeedsCorrection as refusal:
        if "article" not in refusal.details:
            raise
        article = refusal.details["article"]
        return {"allowed": False, "article": article, "code": refusal.code, "reason": message(refusal.code)}
    return {"allowed": True, "article": permitted.article, "needs": list(permitted.needs)}


def _words(question: Json, setting: Setting) -> Json:
    if question.get("amount") is None:
        raise NeedsCorrection("amount_missing", at="amount")
    return {"text": amount_in_words(spellings.amount(question["amount"]))}


def _procedure(question: Json, setting: Setting) -> Json:
    flags = names_of(question, "flags") if question.get("flags") is not None else []
    wage = spellings.amount(question.get("wage"))
    found = eligibility(claims_of(question), text_of(question, "cause", "").strip(), wage, flags)
    return {
        "small_claims": found.small_claims,
        "simplified": found.simplified,
        "amount": show(found.amount),
        "articles": list(found.articles),
        "reasons": list(found.reasons),
    }


def _on_the_spot(question: Json, setting: Setting) -> Json:
    names = ("parties", "waive_evidence_period", "waive_defence_period")
    parties, evidence, defence = (names_of(question, name) for name in names)
    procedure = term_of(question, "procedure", spellings.PROCEDURES)
    try:
        return {"allowed": True, "article": hearing_on_the_spot(procedure, parties, evidence, defence).article}
    except NeedsCorrection as refusal:
        missing = refusal.details.get("missing", [])
        told = {"code": refusal.code, "reason": message(refusal.code), "missing": missing}
        return {"allowed": False, "article": refusal.details.get("article"), **told}


def _track(question: Json, setting: Setting) -> Json:
    """繁简分流: the suggestion and its reasons, beside what the law allows."""
    flags = names_of(question, "flags") if question.get("flags") is not None else []
    simplified = simplified_open(claims_of(question), text_of(question, "cause", "").strip(), flags)
    told = question.get("parties")
    parties = 2 if told is None else spellings.whole(told)
    if isinstance(parties, bool) or not isinstance(parties, int) or parties < 1:
        raise NeedsCorrection("field_malformed", at="parties")
    wanted = flag_of(question, "mediation_wanted")
    found = sieve(simplified, parties=parties, mediation_wanted=wanted, flags=flags)
    return {"track": found.track, "reasons": list(found.reasons)}


def _jurisdiction(question: Json, setting: Setting) -> Json:
    here, facts = (names_of(question, name) if question.get(name) is not None else [] for name in ("here", "facts"))
    places = [spellings.term(place, spellings.PLACES) for place in here]
    found = jurisdiction(text_of(question, "cause").strip(), places, facts)
    return {
        "has": found.has,
        "article": found.article,
        "exclusive": found.exclusive,
        "places": list(found.places),
        "reasons": list(found.reasons),
        "asks": list(found.asks),
    }


def _signing(question: Json, setting: Setting) -> Json:
    """Whether the parties sign on paper (电子签名法3)."""
    kinds = names_of(question, "claim_kinds") if question.get("claim_kinds") is not None else []
    found = wet_signature_required(
        text_of(question, "cause").strip(),
        [spellings.term(kind, spellings.CLAIMS) for kind in kinds],
        stops_public_utility=flag_of(question, "stops_public_utility"),
    )
    return {"on_paper": found.required, "reason": found.reason, "article": found.article}


def _representation(question: Json, setting: Setting) -> Json:
    powers = names_of(question, "powers") if question.get("powers") is not None else []
    authority = term_of(question, "authority", spellings.AUTHORITIES)
    act = optional_term(question, "act", spellings.ACTS)
    if act is None:
        granted = scope(authority, powers)
        return {"may": list(granted.may), "may_not": list(granted.may_not), "article": granted.article}
    try:
        found = may_act(authority, powers, act)
    except NeedsCorrection as refusal:
        if "article" not in refusal.details:
            raise
        told = {"code": refusal.code, "reason": message(refusal.code)}
        return {"allowed": False, "article": refusal.details["article"], **told}
    return {"allowed": True, "article": found.article}


_ANSWERS: dict[str, Callable[[Json, Setting], Json]] = {
    "fee": money.fee,
    "application_fee": money.application,
    "deadline": _deadline,
    "period": _period,
    "case_number": _case_number,
    "identity": _identity,
    "credit_code": _credit_code,
    "service": _service,
    "amount_in_words": _words,
    "procedure": _procedure,
    "on_the_spot": _on_the_spot,
    "jurisdiction": _jurisdiction,
    "court_level": duty.court_level_asked,
    "signing": _signing,
    "relief": duty.relief,
    "approval": duty.approval,
    "cash": duty.cash,
    "appeals": duty.appeals_asked,
    "cause": duty.cause,
    "track": _track,
    "representation": _representation,
    "fee_change": money.fee_change,
    "interest": money.interest_asked,
    "late_interest": money.late_interest,
}
