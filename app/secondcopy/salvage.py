"""Reads what can still be read of a damaged SQLCipher file: every row whose pages open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

from app.storage.database import Database, SqlError

_BEYOND = 4096
"""Rows looked for behind the last one that was read, where the end of the table itself is unreadable."""
_MOST_FAILURES = 4000
_MOST_FAILURES_BEYOND = 300


@dataclass
class Salvaged:
    """The rows of one table that could be read, by row number; and whether all were, and the last surely too."""

    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    whole: bool = True
    end_known: bool = True


def page_faults(database: Database) -> list[str]:
    """What SQLCipher and SQLite find wrong with the file, each in their words; empty if every page holds."""
    faults = [str(row[0]) for row in database.connection.execute("PRAGMA cipher_integrity_check")]
    if not faults:
        try:
            found = [str(row[0]) for row in database.connection.execute("PRAGMA integrity_check(20)")]
        except SqlError as error:
            found = [str(error)]
        faults = [fault for fault in found if fault != "ok"]
    return faults


class DamagedFile:
    """A damaged database file and its key; each failed read needs a new connection, since SQLCipher gives up."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._failures_left = 0

    def opens(self) -> bool:
        """Whether the key is right and the first page, with the list of tables, can be read."""
        try:
            return bool(list(self._rows("SELECT count(*) AS n FROM sqlite_master", ())))
        except SqlError:
            return False

    def salvage(self, table: str) -> Salvaged:
        """Every row of the table that can be read; none where an older program had no such table."""
        result = Salvaged()
        self._failures_left = _MOST_FAILURES
        if not list(self._rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))):
            return result
        if self._read(f"SELECT rowid AS row_number_, * FROM {table} ORDER BY rowid", (), result):
            return result
        result.whole = False
        last = max(result.rows, default=0)
        before = len(result.rows)
        down = f"SELECT rowid AS row_number_, * FROM {table} WHERE rowid > ? ORDER BY rowid DESC"
        if self._read(down, (last,), result):
            return result  # the bad page held no row of its own that is not read now
        if len(result.rows) == before:
            result.end_known = False
            self._failures_left = _MOST_FAILURES_BEYOND
            self._bisect(table, last + 1, last + _BEYOND, result)
        else:
            above = min(number for number in result.rows if number > last)
            self._bisect(table, last + 1, above - 1, result)
        return result

    def _bisect(self, table: str, low: int, high: int, result: Salvaged) -> None:
        if low > high or self._failures_left <= 0:
            return
        between = f"SELECT rowid AS row_number_, * FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        if self._read(between, (low, high), result) or low == high:
            return
        middle = (low + high) // 2
        self._bisect(table, low, middle, result)
        self._bisect(table, middle + 1, high, result)

    def _read(self, sql: str, parameters: tuple[int | str, ...], result: Salvaged) -> bool:
        """Whether the statement came to its end; the rows before a failure are kept."""
        try:
            for row in self._rows(sql, parameters):
                result.rows[row.pop("row_number_")] = row
        except SqlError:
            self._failures_left -= 1
            return False
        return True

    def _rows(self, sql: str, parameters: tuple[int | str, ...]) -> Iterator[dict[str, Any]]:
        with closing(sqlcipher3.connect(str(self._path), isolation_level=None)) as connection:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            cursor = connection.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))
