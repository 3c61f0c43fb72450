"""What an agent ad litem may do for a party: acts that dispose of the claim need special words (民诉62)."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from app.errors import NeedsCorrection

# The word by which a power of attorney grants each act (民诉62; 解释89).
SPECIAL_ACTS = {
    "admit_claims": "承认",
    "waive_claims": "放弃",
    "change_claims": "变更",
    "settle": "和解",
    "counterclaim": "反诉",
    "appeal": "上诉",
}
ORDINARY_ACTS = ("attend", "plead", "give_evidence", "receive_papers", "challenge_jurisdiction")
AUTHORITIES = ("general", "special", "statutory")
_TAKEN_BACK = ("不得", "不能", "不含", "不包括", "无权", "除外", "以外")


@dataclass(frozen=True)
class Authority:
    """The agent may do the act, under this article."""

    article: str


@dataclass(frozen=True)
class Scope:
    """Which special acts the agent may do and which not, in the order of 民诉62, and the article."""

    may: tuple[str, ...]
    may_not: tuple[str, ...]
    article: str


def may_act(authority: str, powers: Collection[str], act: str) -> Authority:
    """Whether the agent may do the act; agreeing in mediation is ``settle``.

    ``powers`` are the words of the power of attorney. 全权代理 without them grants no special act (解释89). Refuses
    ``agent_act_unknown``, ``authority_unknown`` and ``special_power_missing``.
    """
    found = scope(authority, powers)
    if act in ORDINARY_ACTS:
        return Authority("民诉60" if authority == "statutory" else "民诉61")
    if act not in SPECIAL_ACTS:
        raise NeedsCorrection("agent_act_unknown", at="act", choices=[*ORDINARY_ACTS, *SPECIAL_ACTS])
    if act not in found.may:
        at = "powers" if authority == "special" else "authority"
        raise NeedsCorrection("special_power_missing", at=at, article=found.article)
    return Authority("民诉60" if authority == "statutory" else "民诉62")


def scope(authority: str, powers: Collection[str]) -> Scope:
    """What the power of attorney grants; words that take back (不得代为和解), and what follows them, grant nothing.

    A statutory agent acts in the place of who cannot sue by himself, and needs no power (民诉60; 解释83).

    Refuses ``authority_unknown``.
    """
    if authority not in AUTHORITIES:
        raise NeedsCorrection("authority_unknown", at="authority", choices=AUTHORITIES)
    if authority == "statutory":
        return Scope(tuple(SPECIAL_ACTS), (), "民诉60")
    if authority == "general":
        return Scope((), tuple(SPECIAL_ACTS), "民诉62")
    read = [_divided(power) for power in powers]
    may = tuple(
        act
        for act, word in SPECIAL_ACTS.items()
        if any(word in granted for granted, _ in read) and not any(word in taken for _, taken in read)
    )
    return Scope(may, tuple(act for act in SPECIAL_ACTS if act not in may), "解释89")


def _divided(power: str) -> tuple[str, str]:
    """The clauses before the first one that takes something back, and the rest."""
    clauses = re.split(r"[，,；;。]", power)
    first = next((n for n, clause in enumerate(clauses) if any(word in clause for word in _TAKEN_BACK)), len(clauses))
    return "，".join(clauses[:first]), "，".join(clauses[first:])
