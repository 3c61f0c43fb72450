"""Documents as data: each template's declaration and wording, loaded, examined, and filled into lines."""

from __future__ import annotations

import functools
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.documents.blanks import (
    MOST_VALUE_CHARACTERS,
    Blank,
    Budget,
    Empty,
    HoleReached,
    check,
    declare,
    is_hole,
    ready,
    size_of,
)
from app.documents.pack_store import FIRST_VERSION, held_version, names_in_force, version_in_force
from app.documents.sandbox import Room, compiled, examine, printed
from app.errors import NeedsCorrection
from app.journal.texts import unseen_in
from app.storage.database import Database

FOLDER = Path(__file__).parent / "templates"
PRACTICE_LINE = "演练文书，不具有法律效力"
STAGES = ("intake", "hearing", "mediation", "judgment", "service", "archive", "circuit")
OF_NO_CASE = "circuit"
"""The stage whose papers are about the trip or the court's work, and belong to no case."""
_SCREEN_OF = dict(
    zip(STAGES, ("intake", "hearings", "mediation", "judgments", "service", "documents", "circuit"), strict=True)
)
SCREENS = (*_SCREEN_OF.values(), "cases", "fees", "settings")
"""The pages of the window on which blanks are filled, by the names the window gives them."""
LAYOUTS = ("statement", "record", "form", "summons", "certificate", "notice", "log")
SIGNERS = (
    "parties", "present", "recipient", "server", "witness", "mediator",
    "judge", "assessors", "clerk", "chief", "president", "seal",
)  # fmt: skip
WAYS_OF_SERVICE = ("direct", "left", "electronic", "post", "public")
_LISTS = {"signers": SIGNERS, "served": WAYS_OF_SERVICE}
MOST_OUTPUT_CHARACTERS = 1_000_000
MOST_LOOP_STEPS = 100_000
_KEYS = frozenset(
    ("name", "title", "heading", "number", "article", "stage", "layout", "record_sign_each_page", "signers",
     "served", "volume", "place", "blanks")
)  # fmt: skip
_MAY_SAY = frozenset(("screen", "called"))
"""``screen``: where the paper's own blanks are filled, if not on the page of its stage; ``called``: see Template."""

_KINDS: Mapping[str, type] = {
    **dict.fromkeys(("name", "title", "called", "article", "stage", "screen", "layout", "volume"), str),
    **dict.fromkeys(("heading", "number", "record_sign_each_page"), bool),
    **dict.fromkeys(("signers", "served"), list),
    "place": int,
    "blanks": dict,
}
_SAYS_A_TITLE = re.compile(r"[^\x00-\x1f\x7f@|\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]{1,60}")
"""A title is one line of the paper: nothing in it begins another."""


@dataclass(frozen=True)
class Template:
    """One version of one document: what it is, who signs it in which order, how it may be served, and its wording."""

    name: str
    version: int
    title: str
    heading: bool
    number: bool
    article: str
    stage: str
    layout: str
    record_sign_each_page: bool
    signers: tuple[str, ...]
    served: tuple[str, ...]
    volume: str
    place: int
    blanks: Mapping[str, Blank]
    shared: Mapping[str, Blank]
    body: str
    digest: str
    """SHA-256 of declaration and body, hex: names this wording for ever."""
    called: str
    """The title with what tells it from others of the same title, 民事裁定书（中止诉讼）, for lists; never printed."""
    own_sample: str | None = None
    """The sample of a court's own template, which lies in no folder of the program."""

    def text(self, blanks: Mapping[str, Any], *, marks: bool = False) -> str:
        """The whole paper as lines of the line language, with court, title and case number on top where declared.

        With ``marks`` each value of the body stands between the signs of ``sandbox``, which name its blank.

        Refuses ``blank_missing`` (``document``, ``blank``, ``label``, ``screen``) for an empty blank that the paper
        needs, ``blank_not_valid``, ``blank_unknown``, ``character_not_allowed`` and ``template_too_long``.
        """
        try:
            return self._filled(blanks, marks)
        except NeedsCorrection as refusal:
            raise NeedsCorrection(refusal.code, **{"document": self.name, **refusal.details}) from None
        except HoleReached as hole:
            path = hole.message or ""
            blank = self.blank_at(path)
            raise NeedsCorrection(
                "blank_missing",
                document=self.name,
                blank=path,
                label=blank.label if blank else path,
                screen=blank.screen if blank else _SCREEN_OF[self.stage],
            ) from None

    def blank_at(self, path: str) -> Blank | None:
        """The declaration of ``mediation.terms`` or ``turns.3.text``; None for a path nobody declared."""
        parts = [part for part in path.split(".") if not part.isdigit()]
        blank: Blank | None = None
        known: Mapping[str, Blank] = {**self.shared, **self.blanks}
        for part in parts:
            inner = known.get(part)
            if inner is None:
                return blank
            blank, known = inner, inner.fields
        return blank

    def sample(self) -> dict[str, Any]:
        """Made-up blanks that fill this template, for previews and tests."""
        folder = FOLDER / self.name / f"v{self.version}"
        said = self.own_sample or (folder / "sample.json").read_text(encoding="utf-8")
        sample: dict[str, Any] = json.loads(said)
        return sample

    def _filled(self, blanks: Mapping[str, Any], marks: bool) -> str:
        unknown = sorted(set(blanks) - set(self.blanks) - set(self.shared))
        if unknown:
            raise NeedsCorrection("blank_unknown", blank=unknown[0])
        if size_of(blanks) > MOST_VALUE_CHARACTERS:
            raise NeedsCorrection("template_too_long")
        budget = Budget(MOST_LOOP_STEPS)
        values: dict[str, Any] = {}
        for name, blank in self.shared.items():
            if name in blanks:
                values[name] = ready(blanks[name], blank, name, budget)
            elif not blank.required:
                values[name] = Empty(name)
        for name, blank in self.blanks.items():
            given = blanks.get(name)
            given = blank.default if is_hole(given) else given
            check(given, blank, name)
            values[name] = ready(given, blank, name, budget)
        lines = [line.strip() for line in self._run(values, marks).splitlines()]
        return "\n".join([*self._head(values), *(line for line in lines if line)]) + "\n"

    def _run(self, values: Mapping[str, Any], marks: bool) -> str:
        written, pieces = 0, []
        wording = _compiled(self.body, marks)
        try:
            for piece in wording.generate(values):
                written += len(piece)
                if written > MOST_OUTPUT_CHARACTERS:
                    raise NeedsCorrection("template_too_long")
                pieces.append(piece)
        except NeedsCorrection as refusal:
            raise NeedsCorrection(refusal.code, **{**_line_of(refusal), **refusal.details}) from refusal
        except (TypeError, KeyError, AttributeError) as error:
            # A filter or comparison met another kind of value than it is for.
            raise NeedsCorrection("template_not_valid", why="value of another kind", **_line_of(error)) from error
        return "".join(pieces)

    def _head(self, values: Mapping[str, Any]) -> list[str]:
        room = _room()
        court = values.get("court") or room.undefined(name="court")
        head = []
        if room.getitem(court, "practice") is not False:
            head.append(f"@note {PRACTICE_LINE}")
        if self.heading:
            head.append(f"@court {printed(room.getitem(court, 'name'))}")
        head.append(f"@title {self.title}")
        if self.number:
            case = values.get("case") or room.undefined(name="case")
            suffix = values["number_suffix"]
            head.append(f"@number {printed(room.getitem(case, 'number'))}{printed(suffix) if suffix else ''}")
        return head


def _line_of(error: Exception) -> dict[str, int]:
    """The line of the wording on which an error arose, where it arose there."""
    step, line = error.__traceback__, 0
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno  # Jinja has put the wording's own line there
        step = step.tb_next
    return {"line": line} if line else {}


def names(folder: Path = FOLDER) -> list[str]:
    """The English names of all documents there are templates for, sorted."""
    return sorted(path.parent.name for path in folder.glob("*/v1"))


def documents(database: Database, on: str) -> list[str]:
    """The names of all documents that can be made on the day ``on``: the program's, and the court's own besides."""
    return sorted({*names(), *names_in_force(database, on)})


def load(
    name: str,
    version: int | None = None,
    folder: Path = FOLDER,
    *,
    database: Database | None = None,
    on: str | None = None,
) -> Template:
    """The template of that name.

    With ``version`` exactly that one, as a paper that was issued names it; the court's own need the ``database``.
    Without, the court's own in force on the day ``on`` (YYYY-MM-DD, the paper's date), else the program's newest.
    Refuses ``template_unknown``, and ``template_not_valid`` (``why``, ``line``) for one that breaks the rules.
    """
    if database is not None and version is None and on is not None:
        version = version_in_force(database, name, on[:10])
    if version is None or version < FIRST_VERSION or database is None:
        return _of_program(name, version, folder)
    held = held_version(database, name, version)
    if held is None:
        raise NeedsCorrection("template_unknown", document=name)
    return _of_court(name, version, held.declaration, held.body, held.sample)


@functools.lru_cache(maxsize=256)
def _of_court(name: str, version: int, declaration: bytes, body: bytes, sample: bytes) -> Template:
    return replace(read_template(name, version, declaration, body), own_sample=sample.decode("utf-8"))


@functools.cache
def _of_program(name: str, version: int | None, folder: Path) -> Template:
    if version is None:
        found = [path.name[1:] for path in (folder / name).glob("v*") if path.name[1:].isdigit()]
        if not found or not name.isidentifier():
            raise NeedsCorrection("template_unknown", document=name)
        version = max(int(one) for one in found)
    place = folder / name / f"v{version}"
    try:
        declaration, body = (place / "template.toml").read_bytes(), (place / "body.j2").read_bytes()
    except FileNotFoundError:
        raise NeedsCorrection("template_unknown", document=name) from None
    try:
        return read_template(name, version, declaration, body, _shared(folder))
    except NeedsCorrection as refusal:
        raise NeedsCorrection(refusal.code, **{"document": name, **refusal.details}) from refusal


def read_template(
    name: str, version: int, declaration: bytes, body: bytes, shared: Mapping[str, Blank] | None = None
) -> Template:
    """The template of a declaration and a body, from this program or from a court's own pack.

    Refuses ``template_not_valid`` (``why``, ``line``).
    """
    shared = _shared(FOLDER) if shared is None else shared
    try:
        said = tomllib.loads(declaration.decode("utf-8"))
        wording = body.decode("utf-8-sig")
        _check_kinds(said)
        screen = said.get("screen") or _SCREEN_OF.get(said.get("stage", ""), "")
        blanks = {inner: declare(inner, what, screen=screen) for inner, what in said.get("blanks", {}).items()}
    except (ValueError, RecursionError) as error:
        raise NeedsCorrection("template_not_valid", why=str(error), line=0) from error
    _check_declaration(name, said, blanks, shared)
    examine(_room(), wording, {**shared, **blanks})
    return Template(
        name=name,
        version=version,
        title=said["title"],
        heading=said["heading"],
        number=said["number"],
        article=said["article"],
        stage=said["stage"],
        layout=said["layout"],
        record_sign_each_page=said["record_sign_each_page"],
        signers=tuple(said["signers"]),
        served=tuple(said["served"]),
        volume=said["volume"],
        place=said["place"],
        blanks=blanks,
        shared=shared,
        body=wording,
        digest=hashlib.sha256(declaration + b"\x00" + body).hexdigest(),
        called=str(said.get("called") or said["title"]),
    )


def _check_kinds(said: Mapping[str, Any]) -> None:
    wrong = [key for key, kind in _KINDS.items() if key in said and type(said[key]) is not kind]
    wrong += [key for key, value in said.items() if isinstance(value, str) and unseen_in(value)]
    if wrong:
        raise ValueError("declaration: " + ", ".join(sorted(wrong)))


def _check_declaration(
    name: str, said: Mapping[str, Any], blanks: Mapping[str, Blank], shared: Mapping[str, Blank]
) -> None:
    wrong = [
        *(_KEYS ^ ((set(said) - _MAY_SAY) | {"blanks"})),
        *(set(blanks) & set(shared)),
        *(key for key, allowed in _LISTS.items() if any(one not in allowed for one in said.get(key, ()))),
        *(blank.screen for blank in _all_of(blanks) if blank.screen not in SCREENS),
        *(key for key in ("title", "called") if not _SAYS_A_TITLE.fullmatch(str(said.get(key, said.get("title"))))),
    ]
    signers = [str(one) for one in said.get("signers", ())]
    if "seal" in signers[:-1] or len(set(signers)) != len(signers):
        wrong.append("signers")
    for key, allowed in (("stage", STAGES), ("layout", LAYOUTS), ("volume", ("正卷", "副卷")), ("name", (name,))):
        if said.get(key) not in allowed:
            wrong.append(key)
    if wrong:
        raise NeedsCorrection("template_not_valid", why="declaration: " + ", ".join(sorted(wrong)), line=0)


def _all_of(blanks: Mapping[str, Blank]) -> Iterator[Blank]:
    for blank in blanks.values():
        yield blank
        yield from _all_of(blank.fields)


@functools.cache
def _shared(folder: Path) -> Mapping[str, Blank]:
    said = tomllib.loads((folder / "shared.toml").read_text(encoding="utf-8"))
    return {name: declare(name, what, screen="cases") for name, what in said["blanks"].items()}


@functools.cache
def _room() -> Room:
    return Room()


@functools.lru_cache(maxsize=128)
def _compiled(body: str, marks: bool) -> Any:
    return compiled(_room(), body, marks=marks)
