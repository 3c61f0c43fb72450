"""What the sync page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.cases.court import read_court
from app.cases.store import list_named
from app.desk import Desk
from app.journal.entry import Entry


@dataclass(frozen=True)
class HeldBack:
    """One entry that is kept, but in no case; ``number`` is the 案号, empty where no case here has it."""

    at: str
    act: str
    number: str
    officer: str


def held_back(desk: Desk, ask: Callable[[Desk], list[Entry]]) -> list[HeldBack]:
    """Those entries, the oldest first."""
    entries = [entry for entry in ask(desk) if entry.body is not None]
    if not entries:
        return []
    numbers = {row["id"]: row["number"] for row in list_named(desk.database, sorted({one.case for one in entries}))}
    names = {officer["id"]: officer["name"] for officer in read_court(desk.database).officers}
    lines = [
        HeldBack(one.claimed_at, one.act, numbers.get(one.case, ""), names.get(one.officer, one.officer))
        for one in entries
    ]
    return sorted(lines, key=lambda line: line.at)
