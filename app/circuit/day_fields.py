"""Reads the fields of a circuit-day file, and says where in it something is missing or malformed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from app.errors import NeedsCorrection


def need(value: Mapping[str, Any], name: str, at: str) -> Any:
    """The field; refuses with ``field_missing``."""
    if not isinstance(value, Mapping) or value.get(name) is None:
        raise NeedsCorrection("field_missing", at=f"{at}.{name}".lstrip("."))
    return value[name]


def mapping(value: Mapping[str, Any], name: str, at: str) -> dict[str, Any]:
    """The field, an object; refuses with ``field_malformed`` too."""
    found = need(value, name, at)
    if not isinstance(found, dict):
        raise NeedsCorrection("field_malformed", at=f"{at}.{name}".lstrip("."))
    return found


def listed(value: Mapping[str, Any], name: str, at: str) -> list[Any]:
    """The field, a list; refuses with ``field_malformed`` too."""
    found = need(value, name, at)
    if not isinstance(found, list):
        raise NeedsCorrection("field_malformed", at=f"{at}.{name}".lstrip("."))
    return found


def choice(value: Mapping[str, Any], name: str, choices: tuple[str, ...], at: str, *, required: bool = False) -> None:
    """Refuses with ``unknown_choice`` unless the field, where given, is one of the choices."""
    if required:
        need(value, name, at)
    if value.get(name) is not None and value[name] not in choices:
        raise NeedsCorrection("unknown_choice", at=f"{at}.{name}", choice=str(value[name]))


def moment(value: Mapping[str, Any], name: str, at: str) -> datetime.datetime:
    """The field as a moment with its offset; refuses with ``moment_malformed`` and ``moment_without_offset``."""
    text = need(value, name, at)
    try:
        read = datetime.datetime.fromisoformat(str(text))
    except ValueError:
        raise NeedsCorrection("moment_malformed", at=f"{at}.{name}".lstrip(".")) from None
    if read.tzinfo is None:
        raise NeedsCorrection("moment_without_offset", at=f"{at}.{name}".lstrip("."))
    return read


def date(value: Mapping[str, Any], name: str, at: str) -> datetime.date:
    """The field as an ISO date; refuses with ``date_malformed``."""
    try:
        return datetime.date.fromisoformat(str(need(value, name, at)))
    except ValueError:
        raise NeedsCorrection("date_malformed", at=f"{at}.{name}".lstrip(".")) from None


def asked(at: str, rule: Any, *arguments: Any) -> None:
    """Asks the rule, and says where in the file it was asked."""
    try:
        rule(*arguments)
    except NeedsCorrection as refusal:
        raise NeedsCorrection(refusal.code, **(refusal.details | {"at": at})) from None
