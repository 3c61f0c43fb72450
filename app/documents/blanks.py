"""What a blank of a document may hold: its declared shape, and its values made ready for a template."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError

from app.errors import NeedsCorrection
from app.journal.texts import unseen_in
from app.rules.money import parse_amount

TYPES = frozenset(
    ("text", "long_text", "date", "datetime", "amount", "number", "bool", "choice", "list", "table", "group", "party")
)
"""``party`` names a party of the case by its key, its role or its name; papers print it by ``named``."""
MOST_VALUE_CHARACTERS = 2_000_000
"""All values of one document together; a day-long hearing record is under 300 000 characters."""

# They stand for the typesetter's own signs on the way to it, or mark where a value begins and ends.
_OWN_SIGNS = re.compile("[\ue000-\ue008]")
_KINDS: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("type", "label", "screen"), (str,)),
    "required": (bool,),
    "default": (str, bool, int, list, dict),
    "choices": (list,),
    "fields": (dict,),
}
_DECLARATION = re.compile(r"(?P<type>[a-z_]+)(?P<optional>\?)? (?P<label>\S.*)")


class HoleReached(UndefinedError):
    """A template asked for a blank that isn't filled; the message is the path of the blank."""


@dataclass(frozen=True)
class Blank:
    """One blank: its path's last part, its type, whether it must be filled, and what the clerk calls it."""

    name: str
    type: str
    required: bool
    label: str
    screen: str
    default: Any = None
    choices: tuple[str, ...] = ()
    fields: Mapping[str, Blank] = field(default_factory=dict)


def declare(name: str, said: object, *, screen: str) -> Blank:
    """Reads one declaration: a table of TOML, or the short form ``"date? 立案日期"`` (``?``: may stay empty).

    Raises ``ValueError`` for a declaration that isn't one.
    """
    if isinstance(said, str):
        match = _DECLARATION.fullmatch(said)
        if match is None:
            raise ValueError(f"declaration of {name}")
        said = {"type": match["type"], "required": match["optional"] is None, "label": match["label"]}
    if not isinstance(said, Mapping) or any(
        key not in _KINDS or type(value) not in _KINDS[key] for key, value in said.items()
    ):
        raise ValueError(f"declaration of {name}")
    kind, label, choices = said.get("type"), said.get("label", ""), said.get("choices", [])
    named = label.strip() and not unseen_in(label)
    if kind not in TYPES or not named or (kind == "choice") != bool(choices):
        raise ValueError(f"declaration of {name}")
    screen = said.get("screen", screen)
    blank = Blank(
        name=name,
        type=kind,
        required=said.get("required", "default" not in said),
        label=label,
        screen=screen,
        default=said.get("default"),
        choices=tuple(choices),
        fields={inner: declare(inner, what, screen=screen) for inner, what in said.get("fields", {}).items()},
    )
    if blank.default is not None and not _fits(blank.default, blank):
        raise ValueError(f"declaration of {name}")
    return blank


class Budget:
    """How many loop steps one document may still take.

    Steps are counted, not seconds: the same template then is refused on every machine or on none.
    """

    def __init__(self, steps: int) -> None:
        self.left = steps

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise NeedsCorrection("template_too_long")


class Branch(Mapping[str, Any]):
    """A group of values that knows where it stands in the document's blanks."""

    def __init__(self, values: Mapping[str, Any], path: str, budget: Budget) -> None:
        self._values = values
        self.path = path
        self.budget = budget

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Items(tuple[Any, ...]):
    """A list of values whose loops are counted."""

    path: str
    budget: Budget

    @classmethod
    def of(cls, values: list[Any], path: str, budget: Budget) -> Items:
        made = cls(values)
        made.path = path
        made.budget = budget
        return made

    def __iter__(self) -> Iterator[Any]:
        for value in super().__iter__():
            self.budget.take()
            yield value


class Absent(StrictUndefined):
    """A blank nobody gave: touching it in any way is a refusal."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = None) -> None:
        super().__init__(hint=hint or name, obj=obj, name=name, exc=HoleReached)


class Empty(Undefined):
    """A blank given as empty: a template may ask whether it is filled, and must not print it or loop over it."""

    def __init__(self, path: str) -> None:
        super().__init__(hint=path, name=path, exc=HoleReached)

    def __str__(self) -> str:
        raise HoleReached(self._undefined_hint)

    def __iter__(self) -> Iterator[Any]:
        raise HoleReached(self._undefined_hint)

    def __len__(self) -> int:
        raise HoleReached(self._undefined_hint)


def is_hole(value: object) -> bool:
    """True for values that must not be printed because nothing stands there."""
    return value is None or isinstance(value, Undefined) or (isinstance(value, str) and not value.strip())


def ready(value: Any, blank: Blank | None, path: str, budget: Budget) -> Any:
    """The value as a template sees it: groups and lists that know their path, empty ones marked as such.

    Refuses ``character_not_allowed`` for what no entry may hold (``unseen_in``) and the typesetter's own signs.
    """
    if is_hole(value):
        if isinstance(value, Undefined):
            return value
        # A required value given as nothing must stop even an {% if %}: else an unknown would read as a no.
        return Absent(hint=path) if blank is not None and blank.required else Empty(path)
    if isinstance(value, str):
        if unseen_in(value) or _OWN_SIGNS.search(value):
            raise NeedsCorrection("character_not_allowed", blank=path)
        return value
    if isinstance(value, Mapping):
        fields = blank.fields if blank is not None else {}
        inner = {str(key): ready(part, fields.get(str(key)), f"{path}.{key}", budget) for key, part in value.items()}
        for name, declared in fields.items():
            if name not in inner and not declared.required:
                inner[name] = Empty(f"{path}.{name}")
        return Branch(inner, path, budget)
    if isinstance(value, (list, tuple)):
        row = (
            None if blank is None else Blank(blank.name, "group", True, blank.label, blank.screen, fields=blank.fields)
        )
        parts = [ready(part, row, f"{path}.{place}", budget) for place, part in enumerate(value, start=1)]
        return Items.of(parts, path, budget)
    return value


def size_of(value: object) -> int:
    """Characters in all texts of a value."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(size_of(part) for part in value.values())
    if isinstance(value, (list, tuple)):
        return sum(size_of(part) for part in value)
    return 1


def check(value: Any, blank: Blank, path: str) -> None:
    """Refuses ``blank_missing`` where a required value is empty and ``blank_not_valid`` where it has another type.

    Both carry ``blank`` (its path), ``label`` and ``screen``.
    """
    if is_hole(value) or (blank.type in ("list", "table") and blank.required and len(value) == 0):
        if blank.required:
            raise NeedsCorrection("blank_missing", blank=path, label=blank.label, screen=blank.screen)
        return
    if not _fits(value, blank):
        raise NeedsCorrection("blank_not_valid", blank=path, label=blank.label, screen=blank.screen)
    if blank.type == "group":
        for name, inner in blank.fields.items():
            check(value.get(name), inner, f"{path}.{name}")
    elif blank.type == "table":
        for place, row in enumerate(value, start=1):
            if not isinstance(row, Mapping):
                raise NeedsCorrection("blank_not_valid", blank=path, label=blank.label, screen=blank.screen)
            for name, inner in blank.fields.items():
                check(row.get(name), inner, f"{path}.{place}.{name}")


def _fits(value: Any, blank: Blank) -> bool:
    match blank.type:
        case "text" | "long_text" | "party":
            return isinstance(value, str)
        case "choice":
            return value in blank.choices
        case "bool":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "list":
            return isinstance(value, (list, tuple)) and all(isinstance(one, str) and one.strip() for one in value)
        case "table":
            return isinstance(value, (list, tuple))
        case "group":
            return isinstance(value, Mapping)
        case "amount":
            return _is_amount(value)
        case "date":
            return _reads(datetime.date.fromisoformat, value)
        case _:
            return _reads(datetime.datetime.fromisoformat, value) and "T" in value


def _is_amount(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        parse_amount(value, at="amount")
    except NeedsCorrection:
        return False
    return True


def _reads(read: Any, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        read(value)
    except ValueError:
        return False
    return True
