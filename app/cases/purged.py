"""Which cases were purged from this laptop: no word of them is left here but their numbers."""

from __future__ import annotations

from typing import Any

from app.desk import Desk
from app.storage.database import Database
from app.storage.settings import read_setting, write_setting

SETTING = "purged_cases"
"""By case: its 案号, when (claimed) and by whom it was purged. Local: another laptop may hold the case."""


def note_purged(desk: Desk, case: str, number: str) -> None:
    """The case is not here any more; its number stays used."""
    told = {"number": number, "purged_at": desk.clock.now().isoformat(timespec="seconds"), "officer": desk.officer.id}
    write_setting(desk.database, SETTING, read_setting(desk.database, SETTING, {}) | {case: told})


def note_back(database: Database, case: str) -> None:
    """The case is here again."""
    held = read_setting(database, SETTING, {})
    write_setting(database, SETTING, {one: told for one, told in held.items() if one != case})


def purged_cases(database: Database) -> list[dict[str, Any]]:
    """Every purged case with its number, the last purged first."""
    held = read_setting(database, SETTING, {})
    return sorted(
        ({"case_id": case, **told} for case, told in held.items()), key=lambda row: str(row["purged_at"]), reverse=True
    )


def purged_with_number(database: Database, number: str) -> str | None:
    """The purged case that had the 案号."""
    held = read_setting(database, SETTING, {})
    return next((str(case) for case, told in held.items() if told["number"] == number), None)
