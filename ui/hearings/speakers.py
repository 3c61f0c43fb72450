"""Who may speak in a sitting, and on which key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.cases.model import Case
from app.hearings.service import speaker_code
from ui.i18n import tr
from ui.words import PARTY_ROLES, word


@dataclass(frozen=True)
class Speaker:
    """``code`` is the letter before a turn; ``shortcut`` the one key that picks the speaker."""

    key: str
    code: str
    words: str
    shortcut: str


def speakers_of(case: Case, invited: Sequence[str], judge: str = "", clerk: str = "") -> list[Speaker]:
    """Judge, clerk, parties and agents in the order of the papers, then witness and those invited."""
    people: list[tuple[str, str]] = [
        ("judge", f"{tr('审判员')} {judge}".strip()),
        ("clerk", f"{tr('书记员')} {clerk}".strip()),
    ]
    for party in case.parties:
        role = word(PARTY_ROLES, party.role)
        people.append((party.key, f"{role} {party.name}"))
        for key, agent in zip(party.agent_keys, party.agents, strict=True):
            people.append((key, tr("{role}代理人 {name}").format(role=role, name=agent.name)))
    people.append(("witness", tr("证人")))
    people += [(f"invited-{number}", name) for number, name in enumerate(invited, 1)]
    keys = [f"F{number}" for number in range(1, 11)] + ["Shift+F1", "Shift+F2", "Shift+F3", "Shift+F4", "Shift+F5"]
    return [
        Speaker(key, speaker_code(key), words, keys[number] if number < len(keys) else "")
        for number, (key, words) in enumerate(people)
    ]
