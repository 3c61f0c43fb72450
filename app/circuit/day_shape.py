"""What kind of value each key of a circuit-day/1 file holds, checked before anything is read by its meaning."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.circuit.day_fees import SHARES
from app.circuit.day_sittings import INSPECTED
from app.clock import BEIJING
from app.errors import NeedsCorrection
from app.journal.texts import unseen_in

MOMENTS = (
    "at", "accepted_at", "opened_at", "closed_at", "ended_at", "applied_at", "approved_at", "announced_at", "queued_at",
    "adjourned_to",
)  # fmt: skip
"""Keys whose value is a moment wherever they stand."""
Check = Callable[[Any, str], None]
"""Returns where the value is of the kind; otherwise refuses, naming the place."""


def _refuse(at: str, code: str = "field_malformed") -> None:
    raise NeedsCorrection(code, at=at.lstrip("."))


def _text(value: Any, at: str) -> None:
    if not isinstance(value, str) or unseen_in(value):
        _refuse(at)


def _words(value: Any, at: str) -> None:
    _text(value, at)
    if not value.strip():
        _refuse(at, "field_missing")


def _line(value: Any, at: str) -> None:
    _words(value, at)
    if not value.isprintable():
        _refuse(at)


def _count(value: Any, at: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1_000_000:
        _refuse(at)


def _flag(value: Any, at: str) -> None:
    if not isinstance(value, bool):
        _refuse(at)


def _amount(value: Any, at: str) -> None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        _refuse(at, "amount_malformed")


def _scalar(value: Any, at: str) -> None:
    if isinstance(value, bool | int):
        return
    _text(value, at)


def _share(value: Any, at: str) -> None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        _refuse(at, "amount_malformed")


def _moment(value: Any, at: str) -> None:
    _text(value, at)
    try:
        read = datetime.datetime.fromisoformat(value)
    except ValueError:
        _refuse(at, "moment_malformed")
        return
    if read.tzinfo is None:
        _refuse(at, "moment_without_offset")


def _date(value: Any, at: str) -> None:
    _text(value, at)
    try:
        written = datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        written = ""
    if written != value:
        _refuse(at, "date_malformed")


def _anything(value: Any, at: str) -> None:
    return None


def _key(value: Any, at: str) -> None:
    """An act's key names its folder too."""
    _line(value, at)
    if value.startswith((".", "_")) or value != value.strip() or set(value) & set('/\\:*?"<>|') or len(value) > 60:
        _refuse(at)


@dataclass(frozen=True)
class _ListOf:
    inner: Check

    def __call__(self, value: Any, at: str) -> None:
        if not isinstance(value, list):
            _refuse(at)
        for index, item in enumerate(value):
            self.inner(item, f"{at}[{index}]")


@dataclass(frozen=True)
class _MapOf:
    inner: Check

    def __call__(self, value: Any, at: str) -> None:
        if not isinstance(value, dict):
            _refuse(at)
        for name, item in value.items():
            self.inner(item, f"{at}.{name}")


@dataclass(frozen=True)
class _Keys:
    """An object with these keys; others are left alone, so that a later format may add some."""

    keys: Mapping[str, Check]
    required: tuple[str, ...] = field(default=())

    def __call__(self, value: Any, at: str) -> None:
        if not isinstance(value, dict):
            _refuse(at)
        for name in self.required:
            if value.get(name) is None:
                _refuse(f"{at}.{name}", "field_missing")
        for name, check in self.keys.items():
            if name in value:
                check(value[name], f"{at}.{name}")


def _person(value: Any, at: str) -> None:
    """A bare name, or an object with the name."""
    if isinstance(value, dict):
        _Keys({"name": _words, "relation": _text, "id_no": _text, "role": _text}, ("name",))(value, at)
    else:
        _words(value, at)


def _texts(value: Any, at: str) -> None:
    """One text, or several."""
    if isinstance(value, list):
        _ListOf(_text)(value, at)
    else:
        _text(value, at)


_TURNS = _ListOf(_Keys({"speaker": _words, "text": _text}))
_PARTY = _Keys(
    {
        "role": _words,
        "kind": _words,
        "name": _line,
        "id_type": _text,
        "id_no": _line,
        "sex": _text,
        "born": _date,
        "ethnicity": _text,
        "occupation": _text,
        "address": _words,
        "phone": _text,
        "needs": _ListOf(_text),
        "representative": _Keys({"name": _line, "post": _text}),
    },
    ("role",),
)
_AGENT = _Keys(
    {
        **{name: _line for name in ("name", "relation")},
        "for": _words,
        "firm": _text,
        "authority": _text,
        "kind": _text,
        "powers": _ListOf(_words),
    },
    ("for", "name"),
)
_EVIDENCE = _Keys(
    {"name": _words, "by": _words, "original": _flag, "pages": _count, "proves": _text, "files": _ListOf(_line)}
)
_FILING = _Keys(
    {
        "mode": _text,
        "at": _moment,
        "accepted_at": _moment,
        "accepted_by": _words,
        "place": _words,
        "cause": _line,
        "public": _flag,
        "parties": _ListOf(_PARTY),
        "agents": _ListOf(_AGENT),
        "claims": _ListOf(_Keys({"kind": _text, "amount": _amount, "property_total": _amount, "text": _words})),
        "facts": _words,
        "evidence": _ListOf(_EVIDENCE),
        "elements": _MapOf(_scalar),
        "closed_on_application_of": _ListOf(_words),
    }
)
_INVITED = _ListOf(_person)
_ACT = _Keys(
    {
        "key": _key,
        "title": _text,
        "docketed": _Keys({"case_number": _line, "filed_on": _date, "judge": _words}),
        "filing": _FILING,
        "fee_relief": _Keys(
            {
                "kind": _text,
                "reason": _words,
                "article": _words,
                "applicant": _words,
                "applied_at": _moment,
                "approved_by": _words,
                "approved_at": _moment,
                "by_telephone": _flag,
                "amount": _amount,
                **{name: _share for name in SHARES},
            }
        ),
        "procedure": _text,
        "small_claims_notice": _Keys({"at": _moment, "to": _ListOf(_words)}),
        "on_the_spot": _Keys({"waive_evidence_period": _ListOf(_words), "waive_defence_period": _ListOf(_words)}),
        "service_address": _MapOf(
            _Keys({"address": _text, "electronic": _flag, "by": _text, "to": _text, "phone": _text})
        ),
        "inspection": _Keys(
            {
                "at": _moment,
                "ended_at": _moment,
                "place": _words,
                "photos": _ListOf(_line),
                "present": _ListOf(_words),
                "invited": _INVITED,
                "weather": _text,
                **{name: _texts for name in INSPECTED},
            }
        ),
        "hearing": _Keys(
            {
                "opened_at": _moment,
                "closed_at": _moment,
                "place": _words,
                "observers": _count,
                "audio": _ListOf(_line),
                "invited": _INVITED,
                "turns": _TURNS,
            }
        ),
        "inquiry": _Keys(
            {
                "at": _moment,
                "closed_at": _moment,
                "place": _words,
                "assisted": _text,
                "invited": _INVITED,
                "turns": _TURNS,
            }
        ),
        "mediation": _Keys(
            {
                "at": _moment,
                "place": _words,
                "public": _flag,
                "terms": _ListOf(_words),
                "fee_borne_by": _words,
                "effect": _text,
                "invited": _INVITED,
            }
        ),
        "outside_agreement": _Keys(
            {
                "organisation": _words,
                "mediator": _words,
                "route": _text,
                "agreed_on": _date,
                "terms": _ListOf(_words),
                "granted": _flag,
                "confirmed": _flag,
                "reasons": _texts,
            }
        ),
        "withdrawal": _Keys({"by": _words, "at": _moment, "reason": _text, "granted": _flag, "reasons": _texts}),
        "judgment": _Keys(
            {
                "form": _text,
                "orders": _ListOf(_words),
                "laws": _ListOf(_words),
                "fee_borne_by": _words,
                "announced_at": _moment,
                "announced_place": _words,
                "present": _ListOf(_words),
                **{name: _texts for name in ("reasons", "found", "facts", "facts_found")},
                "undisputed": _ListOf(_Keys({"name": _words, "value": _words}, ("name", "value"))),
                "disputed": _ListOf(
                    _Keys({"name": _words, "positions": _text, "finding": _words, "reason": _text}, ("name", "finding"))
                ),
            }
        ),
        "absence": _Keys(
            {
                "at": _moment,
                "who": _words,
                "contact": _ListOf(_Keys({"how": _words, "at": _moment, "result": _words}, ("how", "at", "result"))),
                "adjourned_to": _moment,
                "place": _words,
                "here": _words,
            }
        ),
        "payment": _Keys(
            {
                "payer": _words,
                "amount": _amount,
                "how": _text,
                "conditions": _ListOf(_text),
                "ticket_no": _line,
                "at": _moment,
            }
        ),
        "signing": _ListOf(
            _Keys({"who": _words, "how": _text, "papers": _ListOf(_words), "reason": _text, "witness": _person})
        ),
        "service": _ListOf(
            _Keys(
                {
                    "document": _words,
                    "to": _words,
                    "how": _text,
                    "at": _moment,
                    "queued_at": _moment,
                    "received_by": _person,
                    "place": _words,
                    "reason": _text,
                    "witnesses": _ListOf(_person),
                    "photos": _ListOf(_line),
                }
            )
        ),
        "invited": _INVITED,
        "circuit_service": _Keys({"kind": _text, "at": _moment, "place": _words, "people": _count, "summary": _words}),
        "expect": _anything,
    }
)
_DAY = _Keys(
    {
        "format": _text,
        "date": _date,
        "court": _Keys(
            {
                **{name: _line for name in ("name", "code", "tribunal", "superior")},
                **{name: _text for name in ("fee_rounding", "mediation_mode", "sign_policy", "seal_mode")},
                "province_fees": _MapOf(_amount),
                "small_claims_wage": _amount,
                "account": _Keys({name: _words for name in ("bank", "name", "number")}),
            }
        ),
        "officers": _ListOf(_Keys({"id": _line, "name": _line, "role": _text})),
        "trip": _Keys({"vehicle": _text, "stops": _ListOf(_words), "number_blocks": _MapOf(_ListOf(_count))}),
        "acts": _ListOf(_ACT),
        "interruptions": _ListOf(_words),
        "expect": _anything,
    }
)


def check_shape(day: Mapping[str, Any]) -> None:
    """Every value is of the kind that its key holds.

    Refuses, naming the place, with ``field_malformed``, ``field_missing``, ``amount_malformed``, ``date_malformed``,
    ``moment_malformed`` and ``moment_without_offset``. Whether a key has to be there is asked where it is used.
    """
    _DAY(day, "")


def without_nulls(value: Any) -> Any:
    """The same, without the keys whose value is null: a key that is null says no more than one that is absent."""
    if isinstance(value, dict):
        return {
            name: inner if name == "expect" else without_nulls(inner)
            for name, inner in value.items()
            if inner is not None
        }
    if isinstance(value, list):
        return [without_nulls(inner) for inner in value]
    return value


def in_beijing(value: Any) -> Any:
    """The same, with every moment in Beijing time, the only one of the country, so that its day can be read off it."""
    if isinstance(value, dict):
        return {
            name: _beijing(inner) if name in MOMENTS and isinstance(inner, str) else in_beijing(inner)
            for name, inner in value.items()
        }
    return [in_beijing(inner) for inner in value] if isinstance(value, list) else value


def _beijing(text: str) -> str:
    moment = datetime.datetime.fromisoformat(text).astimezone(BEIJING)
    return text if text.startswith(f"{moment:%Y-%m-%dT%H:%M}") else moment.isoformat(timespec="seconds")


def printed_texts(day: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The place and the words of every text that papers may print, in the file's order."""
    yield from _printed(_DAY, day, "")


def _printed(check: Check, value: Any, at: str) -> Iterator[tuple[str, str]]:
    if check in (_anything, _key):
        return
    if isinstance(value, str):
        yield at.lstrip("."), value
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _printed(check.inner if isinstance(check, _ListOf) else check, inner, f"{at}[{index}]")
    elif isinstance(value, dict):
        within = check.keys if isinstance(check, _Keys) else None
        for name, inner in value.items():
            if within is None or (name in within and name != "title"):
                of = within[name] if within else check.inner if isinstance(check, _MapOf) else check
                yield from _printed(of, inner, f"{at}.{name}")


def unread_keys(day: Mapping[str, Any]) -> list[str]:
    """The places of keys that nobody reads, such as a misspelt one, in the file's order."""
    return list(_unread(_DAY, day, ""))


def _unread(check: Check, value: Any, at: str) -> Iterator[str]:
    if isinstance(check, _Keys) and isinstance(value, dict):
        for name, inner in value.items():
            place = f"{at}.{name}".lstrip(".")
            if name in check.keys:
                yield from _unread(check.keys[name], inner, place)
            else:
                yield place
    elif isinstance(check, _ListOf) and isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _unread(check.inner, inner, f"{at}[{index}]")
    elif isinstance(check, _MapOf) and isinstance(value, dict):
        for name, inner in value.items():
            yield from _unread(check.inner, inner, f"{at}.{name}")
