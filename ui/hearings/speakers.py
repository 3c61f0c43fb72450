"""Who may speak in a sitting, and on which key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from app.cases.attendance import WITNESS
from app.cases.model import Case
from app.hearings.service import speaker_code
from ui.i18n import tr
from ui.widgets.flow import FlowBox
from ui.widgets.line_button import PickButton
from ui.words import PARTY_ROLES, word


@dataclass(frozen=True)
class Speaker:
    """``code`` is the letter before a turn; ``shortcut`` the one key that picks the speaker."""

    key: str
    code: str
    words: str
    shortcut: str


def speakers_of(
    case: Case, sitting: Mapping[str, Any], spoke: Iterable[str] = (), judge: str = "", clerk: str = ""
) -> list[Speaker]:
    """Judge, clerk, parties and agents in the order of the papers, those invited, then the witnesses.

    ``sitting`` are its fields. Each witness has a key of his own, since each signs for himself; there is always one
    more than were named or ``spoke``, so that whoever is called in has one too. They stand last: no key moves for it.
    """
    people: list[tuple[str, str]] = [
        ("judge", f"{tr('审判员')} {judge}".strip()),
        ("clerk", f"{tr('书记员')} {clerk}".strip()),
    ]
    for party in case.parties:
        role = word(PARTY_ROLES, party.role)
        people.append((party.key, f"{role} {party.name}"))
        for key, agent in zip(party.agent_keys, party.agents, strict=True):
            people.append((key, tr("{role}代理人 {name}").format(role=role, name=agent.name)))
    people += [(f"invited-{number}", name) for number, name in enumerate(sitting.get("invited", ()), 1)]
    people += _witnesses(sitting.get("witnesses", ()), set(spoke))
    keys = [f"{held}F{number}" for held in ("", "Shift+", "Ctrl+Shift+") for number in range(1, 11)]
    return [
        Speaker(key, speaker_code(key), words, keys[number] if number < len(keys) else "")
        for number, (key, words) in enumerate(people)
    ]


def _witnesses(named: Sequence[str], spoke: set[str]) -> list[tuple[str, str]]:
    numbers = [int(key.partition("-")[2] or 0) for key in spoke if key.startswith(WITNESS)]
    names = dict(enumerate(named, 1))
    asked = range(1, max([len(named), *numbers]) + 2)
    return [(f"{WITNESS}-{number}", f"{tr('证人')} {names.get(number, number)}") for number in asked]


class SpeakerRow(FlowBox):
    """A button for each speaker, one of them down; ``picked`` says whose was pressed."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}

    def put(self, speakers: Sequence[Speaker]) -> None:
        """These may speak from now on."""
        while self.row.count():
            item = self.row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._buttons = {}
        for speaker in speakers:
            made = PickButton(f"{speaker.shortcut} {speaker.words}".strip())
            made.clicked.connect(lambda _checked=False, key=speaker.key: self.picked.emit(key))
            self._group.addButton(made)
            self.row.addWidget(made)
            self._buttons[speaker.key] = made

    def check(self, key: str) -> None:
        """That speaker's button is down, if there is one."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
