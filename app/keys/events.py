"""The audit of keys: who signed in, recovered, changed or spent what, in order, never changed afterwards."""

from __future__ import annotations

from typing import Any

from app.clock import Clock
from app.storage.database import Database


def note(database: Database, clock: Clock, what: str, officer: str, with_whom: str = "") -> None:
    """The audit says that ``what`` happened to the officer's keys, and who took part."""
    database.execute(
        "INSERT INTO key_event (what, officer, with_whom, claimed_at, boot, monotonic_ms) VALUES (?, ?, ?, ?, ?, ?)",
        (
            what,
            officer,
            with_whom,
            clock.now().isoformat(timespec="seconds"),
            clock.boot_id,
            clock.monotonic_ms(),
        ),
    )


def events(database: Database) -> list[dict[str, Any]]:
    """The whole audit, oldest first."""
    return database.query("SELECT * FROM key_event ORDER BY number")
