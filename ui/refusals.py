"""Turns every refusal code into a sentence: what is wrong, and what to do next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from app.errors import Disputed, NotPossibleNow, Refusal
from ui.i18n import term, tr
from ui.sentences import SENTENCES
from ui.words import PARTY_ROLES, PLACES, SCREENS, word

_PLACE = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True)
class Sentence:
    what: str
    next_step: str

    @property
    def whole(self) -> str:
        """Both in one line, with a space between them where the language has one."""
        return f"{self.what}{' ' if self.what[-1:].isascii() else ''}{self.next_step}".strip()


class _Details(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence_of(refusal: Refusal) -> Sentence:
    """Gives the sentence in the officer's language, its blanks filled from the refusal's details."""
    found = SENTENCES.get(refusal.code)
    details = _Details({name: _plain(value) for name, value in refusal.details.items()})
    if isinstance(refusal.details.get("at"), str):
        details["at"] = place_words(str(refusal.details["at"]))
    if isinstance(refusal.details.get("screen"), str):
        details["screen"] = word(SCREENS, str(refusal.details["screen"]))
    if isinstance(refusal.details.get("label"), str):
        details["label"] = term(str(refusal.details["label"]))
    if found is None:
        return Sentence(_kind(refusal), tr("请记下代码 {code}，告诉管理员。").format(code=refusal.code))
    return Sentence(tr(found[0]).format_map(details), tr(found[1]).format_map(details))


def _kind(refusal: Refusal) -> str:
    if isinstance(refusal, Disputed):
        return tr("信息不一致，待核定。")
    if isinstance(refusal, NotPossibleNow):
        return tr("现在还办不了。")
    return tr("有一处需要更正。")


def place_words(at: str) -> str:
    """A place in a form, such as ``parties[0].id_no``, in the words of the screen."""
    found = _PLACE.fullmatch(at)
    if found is None:
        return word(PLACES, at)
    field = f"{word(PLACES, found[1])} {int(found[2]) + 1}"
    return f"{field} {word(PLACES, found[3])}" if found[3] else field


def _plain(value: object) -> str:
    if isinstance(value, str):
        return next((tr(table[value]) for table in (PARTY_ROLES, PLACES) if value in table), value)
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(_plain(part) for part in value)
    return str(value)
