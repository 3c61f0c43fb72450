"""The elements (要素) of a cause as versioned data: what a court asks, who says it, what is agreed, what disputed."""

from __future__ import annotations

import datetime
import functools
import importlib.resources
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.errors import NeedsCorrection
from app.rules.amounts import cn_date
from app.rules.days import parse_date

_NUMBER = re.compile(r"\d+(?:\.\d{1,2})?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
KINDS = ("text", "long_text", "date", "amount", "choice", "choices")
SECTIONS = ("claims", "facts", "wishes")
SAID_BY = ("plaintiff", "defendant", "both")
EVERY_CAUSE = "every_cause"
"""The form of what is asked whatever the cause: agreed jurisdiction, preservation, the wish to mediate."""


@dataclass(frozen=True)
class Element:
    """One element. ``name`` is its key in a case; ``ask`` as the form prints it; ``law`` the provisions it serves.

    ``no_admission``: agreeing to it proves nothing, because it is about personal status (解释92).
    """

    name: str
    ask: str
    kind: str = "text"
    options: tuple[str, ...] = ()
    section: str = "facts"
    by: str = "plaintiff"
    law: str = ""
    no_admission: bool = False
    sample: str = ""
    answer: str = ""
    finding: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ElementForm:
    """One version of a form, ``elements`` in its order; ``verified`` says whether anyone compared it with the print."""

    name: str
    version: int
    in_force_from: datetime.date
    verified: bool
    causes: tuple[str, ...]
    groups: tuple[str, ...]
    elements: tuple[Element, ...]
    sample: Mapping[str, Any]

    def of_section(self, section: str) -> tuple[Element, ...]:
        """The elements of ``claims``, ``facts`` or ``wishes``."""
        return tuple(element for element in self.elements if element.section == section)


@dataclass(frozen=True)
class Answer:
    """What one defendant says to an element of the plaintiff: agreed to, or against it with reasons."""

    agrees: bool
    says: str = ""


@dataclass(frozen=True)
class Settled:
    """One element after both sides have spoken; ``positions`` by who said it, empty where nobody disputes it."""

    name: str
    value: str
    why: Literal["agreed", "denied", "silent", "status"]
    positions: Mapping[str, str]

    @property
    def agreed(self) -> bool:
        """Whether the court need not find it (证据3)."""
        return self.why == "agreed"


def in_order(told: Mapping[str, object], form: ElementForm | None) -> dict[str, str]:
    """What was told, in words and without what is empty, in the order in which the form asks it; the rest last."""
    known = {element.name: element for element in form.elements} if form is not None else {}
    names = [name for name in known if name in told] + [name for name in told if name not in known]
    said = {name: _in_words(told[name], known.get(name)) for name in names}
    return {name: text for name, text in said.items() if text}


def _in_words(value: object, element: Element | None) -> str:
    """``True`` → 是 or 有, ``36000`` → 36000元, ``2024-03-01`` → 2024年3月1日, where the element asks such a thing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        yes, no = ("有", "无") if element is not None and "有" in element.options else ("是", "否")
        return yes if value else no
    text = str(value).strip()
    if element is not None and element.kind == "amount" and _NUMBER.fullmatch(text):
        return f"{text}元"
    if element is not None and element.kind == "date" and _DATE.fullmatch(text):
        try:
            return cn_date(parse_date(text, at=element.name))
        except NeedsCorrection:
            return text
    return text


def settle(
    claimed: Mapping[str, object], answers: Mapping[str, Mapping[str, Answer]], form: ElementForm | None = None
) -> tuple[Settled, ...]:
    """The plaintiff's elements and the defendants' own, each agreed or for the court to find.

    ``answers`` are by defendant, then by element. An element is agreed only where every defendant who answered agrees
    (证据3, 6) and it isn't about status (解释92); one to which a defendant said nothing is ``silent``: whether that is
    an admission is for the judge to ask (证据4). Without any answer nothing is settled and nothing comes back.
    """
    if not answers:
        return ()
    known = {element.name: element for element in form.elements} if form is not None else {}
    told = in_order(claimed, form)
    named = {name: name for said in answers.values() for name in said}
    settled = []
    for name in in_order({**named, **told}, form):
        element = known.get(name)
        if element is not None and element.section != "facts":
            continue
        said = {who: given[name] for who, given in answers.items() if name in given}
        against = {who: one.says.strip() for who, one in said.items() if not one.agrees}
        why: Literal["agreed", "denied", "silent", "status"] = "agreed"
        if against:
            why = "denied"
        elif len(said) < len(answers):
            why = "silent"
        elif element is not None and element.no_admission:
            why = "status"
        settled.append(Settled(name, told.get(name, ""), why, against))
    return tuple(settled)


def element_form(cause: str, on: datetime.date, *, parent: str | None = None, group: str = "") -> ElementForm | None:
    """The form in force on the day for the cause, else for its third-level ``parent``, else for its ``group``."""
    in_force = [form for form in known_forms() if form.in_force_from <= on]
    for found in (
        [form for form in in_force if cause in form.causes],
        [form for form in in_force if parent in form.causes],
        [form for form in in_force if group in form.groups],
    ):
        if found:
            return max(found, key=lambda form: (form.in_force_from, form.version))
    return None


def asked_of_every_cause(on: datetime.date) -> tuple[Element, ...]:
    """What every form asks besides its own elements, as in force on the day."""
    found = [form for form in known_forms() if form.name == EVERY_CAUSE and form.in_force_from <= on]
    return max(found, key=lambda form: form.version).elements if found else ()


@functools.cache
def known_forms() -> tuple[ElementForm, ...]:
    """Every version of every form shipped with the program, by name and version."""
    folder = importlib.resources.files("app.rules") / "data" / "causes" / "elements"
    found = [
        read_form(place.name, int(file.name[1:].removesuffix(".toml")), file.read_text("utf-8"))
        for place in folder.iterdir()
        if place.is_dir()
        for file in place.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda form: (form.name, form.version)))


def read_form(name: str, version: int, text: str) -> ElementForm:
    """A form from its file (``data/causes/elements/README.md``); raises ``ValueError`` for one that isn't a form."""
    said = tomllib.loads(text)
    elements = tuple(_element(one) for one in said["elements"])
    if len({element.name for element in elements}) != len(elements):
        raise ValueError(f"{name}: an element twice")
    return ElementForm(
        name=name,
        version=version,
        in_force_from=said["in_force_from"],
        verified=said["verified"],
        causes=tuple(said["causes"]),
        groups=tuple(said.get("groups", ())),
        elements=elements,
        sample=said.get("sample", {}),
    )


def ticked(value: str, options: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Which options the words tick, and what is said besides: ``有：连带责任保证`` → ``有`` and ``连带责任保证``.

    Options parted by 、 or ； may tick several; words that begin with no option stand beside the empty boxes.
    """
    rest, chosen = value.strip(), list[str]()
    while rest:
        begins = [option for option in options if rest.startswith(option)]
        if not begins:
            break
        option = max(begins, key=len)
        after = rest.removeprefix(option)
        if after and after[0] not in "、；，：:（":
            break
        chosen.append(option)
        rest = after if after.startswith("（") else after[1:].strip()
        if after.startswith(("：", ":", "（")):
            break
    return tuple(chosen), rest


def _element(said: Mapping[str, Any]) -> Element:
    element = Element(**{**said, "options": tuple(said.get("options", ()))})
    allowed = ((element.kind, KINDS), (element.section, SECTIONS), (element.by, SAID_BY))
    if any(value not in values for value, values in allowed) or bool(element.options) != element.kind.startswith(
        "choice"
    ):
        raise ValueError(f"element {element.name}")
    return element


__all__ = [
    "EVERY_CAUSE",
    "Answer",
    "Element",
    "ElementForm",
    "Settled",
    "asked_of_every_cause",
    "element_form",
    "in_order",
    "known_forms",
    "read_form",
    "settle",
    "ticked",
]
