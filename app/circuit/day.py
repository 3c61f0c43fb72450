"""Reads a circuit-day/1 file and refuses, before anything is done, whatever in it the day could not carry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.cases.court import MEDIATION_MODES, ROLES, SEAL_MODES, SIGN_POLICIES
from app.circuit.day_act_check import ActCheck
from app.circuit.day_fields import asked, choice, date, listed, mapping, moment, need
from app.circuit.day_numbers import docketed_number, number_type
from app.circuit.day_shape import check_shape, in_beijing, printed_texts, without_nulls
from app.circuit.service import KINDS
from app.documents.characters import printable
from app.documents.fonts import FontSet
from app.errors import NeedsCorrection
from app.rules.case_numbers import check_court_code, parse_case_number
from app.rules.money import parse_amount

FORMAT = "circuit-day/1"
INTERRUPTIONS = (
    "power_cut_during_hearing",
    "power_cut_during_signing",
    "power_cut_after_signing",
    "power_cut_during_sync",
)
_TYPE = re.compile("[\u4e00-\u9fa5]{1,5}")
"""类型代字 (domain 1.1)."""
STEPS = {
    "power_cut_during_hearing": ("hearing", "inquiry"),
    "power_cut_during_signing": ("signing",),
    "power_cut_after_signing": ("signing",),
}


def read_day(path: Path) -> dict[str, Any]:
    """The day in the file, checked whole. Refuses with a code and ``at``, the place in the file."""
    try:
        day = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_Said)
    except OSError:
        raise NeedsCorrection("day_file_missing", at=str(path.name)) from None
    except (ValueError, RecursionError):
        raise NeedsCorrection("day_file_not_json", at=str(path.name)) from None
    if not isinstance(day, dict) or day.get("format") != FORMAT:
        raise NeedsCorrection("day_format_unknown", at="format")
    for at in _said_twice(day, ""):
        raise NeedsCorrection("key_said_twice", at=at)
    day = without_nulls(day)
    check_shape(day)
    day = in_beijing(day)
    check_day(day, path.parent)
    _check_characters(day)
    return dict(day)


class _Said(dict[str, Any]):
    """An object of the file, and the key that it says twice, if any: nobody knows which was meant."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.twice = next((name for at, name in enumerate(names) if name in names[:at]), None)


def _said_twice(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, _Said):
        if value.twice is not None:
            yield f"{at}.{value.twice}".lstrip(".")
        for name, inner in value.items():
            yield from _said_twice(inner, f"{at}.{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _said_twice(inner, f"{at}[{index}]")


def _check_characters(day: Mapping[str, Any]) -> None:
    """Every text can be printed: a paper that can't be would stop the day in the middle."""
    fonts = FontSet.find()
    for at, text in printed_texts(day):
        line = "".join(text.splitlines())
        asked(at, printable, line, at)
        if missing := fonts.covers(printable(line, at)):
            raise NeedsCorrection("glyph_missing", at=at, character=missing)


def check_day(day: Mapping[str, Any], folder: Path) -> None:
    """Nothing where the day can be carried; otherwise one refusal naming the place and the rule."""
    check_shape(day)
    date(day, "date", "")
    court = mapping(day, "court", "")
    _check_court(court, "court")
    officers = _check_officers(day)
    blocks = _check_trip(day)
    acts = listed(day, "acts", "")
    keys = list[str]()
    needed: dict[str, int] = {}
    numbers = set[str | None]()
    for index, act in enumerate(acts):
        at = f"acts[{index}]"
        if not isinstance(act, dict):
            raise NeedsCorrection("field_malformed", at=at)
        key = str(need(act, "key", at))
        if key in keys:
            raise NeedsCorrection("act_key_twice", at=f"{at}.key", key=key)
        keys.append(key)
        if "circuit_service" in act:
            _check_circuit_service(mapping(act, "circuit_service", at), f"{at}.circuit_service")
            if "filing" not in act:
                continue
        ActCheck(act, at, court, officers, folder).check()
        number = docketed_number(act)
        if number is not None and (number in numbers or _leased(day, number)):
            raise NeedsCorrection("number_in_use", at=f"{at}.docketed.case_number", number=number)
        numbers.add(number)
        if "docketed" not in act:
            kind = number_type(act, court["mediation_mode"], blocks.keys())
            if act["filing"]["accepted_at"][:4] != day["date"][:4]:
                # A number's year is that of its acceptance, and the blocks are of the day's.
                raise NeedsCorrection("number_block_used_up", at=f"{at}.filing.accepted_at", type=kind, leased=0)
            needed[kind] = needed.get(kind, 0) + 1
            if needed[kind] > blocks.get(kind, 0):
                raise NeedsCorrection("number_block_used_up", at=f"{at}.filing", type=kind, leased=blocks.get(kind, 0))
    for index, interruption in enumerate(day.get("interruptions", ())):
        at = f"interruptions[{index}]"
        name, _, key = str(interruption).partition(":")
        if name not in INTERRUPTIONS:
            raise NeedsCorrection("unknown_choice", at=at, choice=name)
        if key not in keys:
            raise NeedsCorrection("unknown_act", at=at, key=key)
        steps = STEPS.get(name, ())
        if steps and not any(step in acts[keys.index(key)] for step in steps):
            raise NeedsCorrection("interruption_without_its_step", at=at, key=key)


def _leased(day: Mapping[str, Any], number: str) -> bool:
    """Whether the court's own number lies in a block that the laptop takes along (one case, one number)."""
    read = parse_case_number(number)
    first, last = day["trip"]["number_blocks"].get(read.type, (0, -1))
    return read.year == int(day["date"][:4]) and bool(first <= read.number <= last)


def _check_court(court: Mapping[str, Any], at: str) -> None:
    for name in ("name", "code", "tribunal", "superior", "fee_rounding", "mediation_mode", "sign_policy"):
        if not str(need(court, name, at)).strip():
            raise NeedsCorrection("field_missing", at=f"{at}.{name}")
    asked(f"{at}.code", check_court_code, str(court["code"]))
    mapping(court, "province_fees", at)
    choice(court, "mediation_mode", MEDIATION_MODES, at)
    choice(court, "sign_policy", SIGN_POLICIES, at)
    choice(court, "seal_mode", SEAL_MODES, at)
    choice(court, "fee_rounding", ("fen", "yuan_half_up"), at)
    if court.get("small_claims_wage") is not None:
        asked(f"{at}.small_claims_wage", lambda: parse_amount(court["small_claims_wage"], at="", zero=False))
    account = mapping(court, "account", at)
    for name in ("bank", "name", "number"):
        need(account, name, f"{at}.account")


def _check_officers(day: Mapping[str, Any]) -> dict[str, str]:
    officers: dict[str, str] = {}
    for index, officer in enumerate(listed(day, "officers", "")):
        at = f"officers[{index}]"
        for name in ("id", "name", "role"):
            need(officer, name, at)
        choice(officer, "role", ROLES, at)
        if officer["id"] in officers:
            raise NeedsCorrection("officer_twice", at=f"{at}.id", officer=officer["id"])
        officers[officer["id"]] = officer["role"]
    for role, others in (("judge", ()), ("clerk", ("assistant_judge",))):
        if not {role, *others} & set(officers.values()):
            raise NeedsCorrection("officer_missing", at="officers", role=role)
    return officers


def _check_trip(day: Mapping[str, Any]) -> dict[str, int]:
    trip = mapping(day, "trip", "")
    if not listed(trip, "stops", "trip"):
        raise NeedsCorrection("trip_has_no_stop", at="trip.stops")
    sizes: dict[str, int] = {}
    for kind, block in mapping(trip, "number_blocks", "trip").items():
        at = f"trip.number_blocks.{kind}"
        if (
            _TYPE.fullmatch(kind) is None
            or not isinstance(block, list)
            or len(block) != 2
            or not all(isinstance(n, int) and not isinstance(n, bool) and n > 0 for n in block)
            or block[1] < block[0]
        ):
            raise NeedsCorrection("number_block_malformed", at=at)
        sizes[kind] = block[1] - block[0] + 1
    return sizes


def _check_circuit_service(service: Mapping[str, Any], at: str) -> None:
    choice(service, "kind", KINDS, at, required=True)
    moment(service, "at", at)
    for name in ("place", "summary", "people"):
        need(service, name, at)
    if not isinstance(service["people"], int) or service["people"] < 0:
        raise NeedsCorrection("people_negative", at=f"{at}.people")
