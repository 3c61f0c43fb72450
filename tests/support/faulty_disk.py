"""A database connection whose Nth write fails as a full or broken disk makes it fail; nothing of ours is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from app.storage.database import Database, open_database

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "BEGIN", "COMMIT", "CREATE", "DROP")
# SQLite's own words for it, and the code that an officer must see.
FAULTS = {
    "database or disk is full": "disk_full",
    "attempt to write a readonly database": "folder_read_only",
    "disk I/O error": "database_damaged",
    "database is locked": "database_busy",
}


class FaultyConnection:
    """Passes everything on to SQLite, but for the write whose turn it is to fail."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.writes = 0
        self._fails_at: int | None = None
        self._words = ""

    def fail_at(self, number: int, words: str) -> None:
        """The ``number``-th write from now on fails, once, in these words."""
        self.writes, self._fails_at, self._words = 0, number, words

    def heal(self) -> None:
        self.writes, self._fails_at = 0, None

    def execute(self, sql: str, *parameters: Any) -> Any:
        self._count(sql)
        return self._connection.execute(sql, *parameters)

    def executemany(self, sql: str, rows: Any) -> Any:
        self._count(sql)
        return self._connection.executemany(sql, rows)

    def _count(self, sql: str) -> None:
        if not sql.lstrip().upper().startswith(WRITES):
            return
        self.writes += 1
        if self.writes == self._fails_at:
            raise sqlcipher3.dbapi2.OperationalError(self._words)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def open_faulty(path: Path, key: bytes) -> tuple[Database, FaultyConnection]:
    """The database at ``path`` over a connection that can be told to fail."""
    opened = open_database(path, key)
    connection = FaultyConnection(opened.connection)
    return Database(path, connection), connection
