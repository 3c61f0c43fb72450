"""The fields of one question of `xunhui rules`: what a key holds, in any usual spelling, or a refusal that names it."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import NeedsCorrection
from app.rules import spellings
from app.rules.calendar import Calendar
from app.rules.days import parse_date, parse_start
from app.rules.fees import PROCEDURES
from app.rules.periods import Span

if TYPE_CHECKING:
    from _collections_abc import dict_items

Json = dict[str, object]


class Asked(Json):
    """An object of a question that knows which of its keys nobody has read: a misspelt one, or one of no use here."""

    def __init__(self, said: Iterable[tuple[str, object]]) -> None:
        super().__init__(said)
        self._unread = set(self)

    def __getitem__(self, name: str) -> object:
        self._unread.discard(name)
        return super().__getitem__(name)

    def get(self, name: str, default: object = None, /) -> object:
        self._unread.discard(name)
        return super().get(name, default)

    def items(self) -> "dict_items[str, object]":
        self._unread.clear()
        return super().items()

    def unread(self) -> list[str]:
        """Where the unread keys are, here and in the objects within that were read, in the order said."""
        places: list[str] = []
        for name, value in super().items():
            if name in self._unread:
                places.append(name)
                continue
            listed = enumerate(value) if isinstance(value, list) else ()
            within = [(name, value), *((f"{name}[{index}]", one) for index, one in listed)]
            places += [f"{at}.{key}" for at, one in within if isinstance(one, Asked) for key in one.unread()]
        return places


@dataclass(frozen=True)
class Setting:
    today: datetime.date | None
    calendar: Calendar


def text_of(question: Json, name: str, default: str | None = None) -> str:
    value = question.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise NeedsCorrection("field_missing" if value is None else "field_malformed", at=name)
    return value


def optional_text(question: Json, name: str) -> str | None:
    value = question.get(name)
    if value is not None and not isinstance(value, str):
        raise NeedsCorrection("field_malformed", at=name)
    return value


def flag_of(question: Json, *names: str, unsaid: bool = False) -> bool:
    for name in names:
        value = question.get(name)
        if value is not None:
            if not isinstance(value, bool):
                raise NeedsCorrection("field_malformed", at=name)
            return value
    return unsaid


def names_of(question: Json, name: str) -> list[str]:
    value = question.get(name)
    if not isinstance(value, list) or any(not isinstance(one, str) for one in value):
        raise NeedsCorrection("field_missing" if value is None else "field_malformed", at=name)
    return value


def mapping_of(question: Json, name: str) -> Json:
    value = question.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise NeedsCorrection("field_malformed", at=name)
    return value


def term_of(question: Json, name: str, terms: Mapping[str, str], default: str | None = None) -> str:
    return spellings.term(text_of(question, name, default), terms)


def optional_term(question: Json, name: str, terms: Mapping[str, str]) -> str | None:
    value = optional_text(question, name)
    return None if value is None else spellings.term(value, terms)


def procedure_of(question: Json) -> str | None:
    named = optional_term(question, "procedure", spellings.PROCEDURES)
    if named is not None and named not in PROCEDURES:
        raise NeedsCorrection("procedure_unknown", at="procedure", choices=PROCEDURES)
    return named


def province_of(question: Json) -> Mapping[str, object]:
    given = mapping_of(question, "province").items()
    return {spellings.term(name, spellings.PROVINCE): spellings.amount(fee) for name, fee in given}


def claims_of(question: Json) -> Sequence[Mapping[str, object]]:
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


def inner_question(question: Json, name: str) -> Json:
    inner = mapping_of(question, name)
    if not inner:
        raise NeedsCorrection("field_missing", at=name)
    return inner


def sum_of(question: Json, name: str) -> object:
    if question.get(name) is None:
        raise NeedsCorrection("amount_missing", at=name)
    return spellings.amount(question[name])


def start_of(question: Json) -> datetime.date | datetime.datetime:
    if question.get("from") is None:
        raise NeedsCorrection("field_missing", at="from")
    return parse_start(spellings.day(question["from"]), at="from")


def day_from(value: object, at: str) -> datetime.date:
    return parse_date(spellings.day(value), at=at)


def from_to(question: Json) -> tuple[datetime.date, datetime.date]:
    for name in ("from", "to"):
        if question.get(name) is None:
            raise NeedsCorrection("field_missing", at=name)
    return day_from(question["from"], "from"), day_from(question["to"], "to")


def suspended_spans(question: Json) -> list[Span]:
    spans = question.get("suspended")
    if spans is None:
        return []
    if not isinstance(spans, list) or any(not isinstance(span, list) or len(span) != 2 for span in spans):
        raise NeedsCorrection("suspension_malformed", at="suspended")
    return [(day_from(first, "suspended"), day_from(last, "suspended")) for first, last in spans]
