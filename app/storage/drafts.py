"""Typing that is not finished: plain local rows, saved at each pause, never journalled and never sent."""

from __future__ import annotations

from collections.abc import Iterable

from app.storage.database import Database


def save_draft(database: Database, kind: str, key: str, text: str) -> None:
    """``text`` survives a power cut from now on."""
    database.execute(
        "INSERT INTO draft (kind, key, text) VALUES (?, ?, ?)"
        " ON CONFLICT (kind, key) DO UPDATE SET text = excluded.text",
        (kind, key, text),
    )


def load_draft(database: Database, kind: str, key: str) -> str | None:
    """The text last saved, or None."""
    rows = database.query("SELECT text FROM draft WHERE kind = ? AND key = ?", (kind, key))
    return str(rows[0]["text"]) if rows else None


def drafts_of(database: Database, kind: str) -> dict[str, str]:
    """Every draft of the kind, by its key."""
    rows = database.query("SELECT key, text FROM draft WHERE kind = ? ORDER BY key", (kind,))
    return {row["key"]: row["text"] for row in rows}


def drop_draft(database: Database, kind: str, key: str) -> None:
    """The draft is gone, because what it held has become an entry."""
    database.execute("DELETE FROM draft WHERE kind = ? AND key = ?", (kind, key))


def drop_drafts_about(database: Database, names: Iterable[str]) -> None:
    """No draft is left whose key is one of the names (of a case, of its records), or begins with one and a space."""
    database.execute_many(
        "DELETE FROM draft WHERE key = ? OR substr(key, 1, ?) = ?",
        [(name, len(name) + 1, f"{name} ") for name in names],
    )
