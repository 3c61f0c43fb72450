"""Settings of this laptop, by name, as JSON values."""

from __future__ import annotations

import json
from typing import Any

from app.storage.database import Database


def read_setting(database: Database, name: str, default: Any = None) -> Any:
    """The value last written under ``name``, or ``default``."""
    rows = database.query("SELECT value FROM setting WHERE name = ?", (name,))
    return json.loads(rows[0]["value"]) if rows else default


def write_setting(database: Database, name: str, value: Any) -> None:
    """``value`` (anything JSON holds) is what ``read_setting`` gives from now on."""
    database.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value, ensure_ascii=False, sort_keys=True)),
    )
