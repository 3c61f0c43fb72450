"""The laptop's own rows that no journal can retell: keys and settings, dumped to the second copy and put back."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from app.storage.database import Database, SqlError

KEPT = ("key_", "setting")
_EVER_CHANGING = ("_lease", "_event")
"""Counted on all the time; they are dumped whenever something else changed."""

Rows = dict[str, list[dict[str, Any]]]


def dump_keys(database: Database) -> tuple[Rows, str]:
    """Every row of the key and setting tables as JSON, and a digest of those that seldom change."""
    rows: Rows = {}
    for table in local_tables(database):
        if table.startswith(KEPT):
            rows[table] = [
                {name: _packed(value) for name, value in row.items()}
                for row in database.query(f"SELECT * FROM {table} ORDER BY rowid")
            ]
    seldom = {table: held for table, held in rows.items() if not table.endswith(_EVER_CHANGING)}
    return rows, hashlib.sha256(rfc8785.dumps(seldom)).hexdigest()


def restore_rows(database: Database, rows: Rows) -> None:
    """Rows that are missing are there again; rows that are there stay as they are."""
    known = set(local_tables(database))
    for table, held in rows.items():
        if table in known:
            for row in held:
                insert_row(database, table, {name: unpacked(value) for name, value in row.items()})


def insert_row(database: Database, table: str, row: Mapping[str, Any]) -> bool:
    """The row is there if no other holds its place; False where the table does not take it."""
    names = ", ".join(row)
    marks = ", ".join("?" for _ in row)
    try:
        database.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", list(row.values()))
    except SqlError:
        return False  # a column that a newer program had
    return True


def local_tables(database: Database) -> list[str]:
    """Tables that migrations made, as against those that the journal tells; only plain names."""
    rows = database.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [row["name"] for row in rows if row["name"].isidentifier() and not row["name"].startswith("sqlite_")]


def _packed(value: Any) -> Any:
    return {"b": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def unpacked(value: Any) -> Any:
    """The cell as SQLite held it."""
    return base64.b64decode(value["b"]) if isinstance(value, dict) else value
