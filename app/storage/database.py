"""The one encrypted SQLite database of a profile: how it is opened, migrated and written to."""

from __future__ import annotations

import errno
import sys
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils looks for pysqlite3 first; without this alias three of its calls break on SQLCipher's exception class.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from app.errors import NotPossibleNow  # noqa: E402

if TYPE_CHECKING:
    import sqlite_utils

MIGRATIONS = Path(__file__).parent / "migrations"
PLAINTEXT_MAGIC = b"SQLite format 3\x00"
KEY_BYTES = 32
_SMALLEST = 4096
CACHE_KIB = 64 * 1024
PATIENCE_SECONDS = 10.0
"""How long a transaction waits for the one before it."""

Parameters = Sequence[Any] | Mapping[str, Any]
SqlError = sqlcipher3.dbapi2.Error
Misfit = (
    sqlcipher3.dbapi2.IntegrityError,
    sqlcipher3.dbapi2.InterfaceError,
    sqlcipher3.dbapi2.ProgrammingError,
    sqlcipher3.dbapi2.DataError,
)
"""A value that its table does not take; nothing is wrong with the database."""


class _Line:
    """Where the connections of this process wait to write to one database, one after another: SQLite has whoever
    waits sleep and ask again, and tells the one that writes nothing of it."""

    def __init__(self) -> None:
        self.waiting = 0
        self._writing = threading.Lock()
        self._counting = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        self._wait(1)
        try:
            reached = self._writing.acquire(timeout=PATIENCE_SECONDS)
        finally:
            self._wait(-1)
        if not reached:
            raise NotPossibleNow("database_busy")
        try:
            yield
        finally:
            self._writing.release()

    def _wait(self, more: int) -> None:
        with self._counting:
            self.waiting += more


_LINES: weakref.WeakValueDictionary[Path, _Line] = weakref.WeakValueDictionary()


class Database:
    """One open connection, of the thread that opened it; every write goes through ``transaction``."""

    def __init__(self, path: Path, connection: Any) -> None:
        self.path = path
        self.connection = connection
        self._depth = 0
        self._when_committed: list[Callable[[], None]] = []
        self._line = _LINES.setdefault(path.resolve(), _Line())

    @property
    def others_wait(self) -> bool:
        """Whether another connection of this process waits to write; asked inside a ``transaction``."""
        return self._line.waiting > 0

    @cached_property
    def tables(self) -> sqlite_utils.Database:
        """The tables as sqlite-utils shows them; its import waits until somebody asks."""
        import sqlite_utils

        return sqlite_utils.Database(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written whole or not at all; one inside another is the same transaction.

        Refuses with ``disk_full``, ``folder_read_only`` or ``database_damaged`` and leaves nothing half done.
        """
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        self._depth = 1
        try:
            with self._line.turn(), _as_refusals():
                self.connection.execute("BEGIN IMMEDIATE")
                try:
                    yield
                except BaseException:
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")
                    raise
                try:
                    self.connection.execute("COMMIT")
                except SqlError:
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")
                    raise
        except BaseException:
            self._when_committed.clear()
            raise
        finally:
            self._depth = 0
        due, self._when_committed = self._when_committed, []
        for act in due:
            act()

    def when_committed(self, act: Callable[[], None]) -> None:
        """``act`` is called once the outermost transaction is on disk, and never if it is rolled back."""
        if self._depth:
            self._when_committed.append(act)
        else:
            act()

    def query(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """Rows as dictionaries, in the order that the statement gives."""
        try:
            cursor = self.connection.execute(sql, parameters)
            rows = cursor.fetchall()
        except SqlError as error:
            raise _refusal(error) from None
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def execute(self, sql: str, parameters: Parameters = ()) -> None:
        """Runs one statement that writes; outside ``transaction`` it is one of its own, and waits its turn like any."""
        with self.transaction(), _as_refusals():
            self.connection.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """Runs one statement for each row, for all of them or for none."""
        with self.transaction(), _as_refusals():
            self.connection.executemany(sql, rows)

    def close(self) -> None:
        self.connection.close()


def open_database(path: Path, key: bytes) -> Database:
    """The database at ``path``, made if it is not there, with every migration done.

    ``key`` is 32 random bytes. Refuses (``NotPossibleNow``) with ``wrong_key``, ``database_damaged``, ``disk_full``,
    ``folder_read_only``, ``newer_database`` and, where anything would be written unencrypted,
    ``database_plaintext_hazard``: a key of another length, a build without SQLCipher, or a plaintext file at ``path``
    would each make SQLCipher read and write plain SQLite without a word.
    """
    if len(key) != KEY_BYTES:
        raise NotPossibleNow("database_plaintext_hazard", why="key_length")
    if path.exists() and path.stat().st_size and _head(path) == PLAINTEXT_MAGIC:
        raise NotPossibleNow("database_plaintext_hazard", why="plaintext_file")
    if path.exists() and 0 < path.stat().st_size < _SMALLEST:
        # SQLite would take the stump of a database for an empty one, and write a new one over it.
        raise NotPossibleNow("database_damaged")
    with _as_refusals(opening=True):
        connection = sqlcipher3.connect(str(path), isolation_level=None, timeout=PATIENCE_SECONDS)
        try:
            _unlock(connection, key)
            database = Database(path, connection)
            _migrate(database)
        except BaseException:
            connection.close()
            raise
    if _head(path) == PLAINTEXT_MAGIC:
        connection.close()
        raise NotPossibleNow("database_plaintext_hazard", why="written_plain")
    return database


def _unlock(connection: Any, key: bytes) -> None:
    hexadecimal = key.hex()
    connection.execute(f"PRAGMA key = \"x'{hexadecimal}'\"")
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise NotPossibleNow("database_plaintext_hazard", why="no_sqlcipher")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    status = connection.execute("PRAGMA cipher_status").fetchone()
    if status and str(status[0]) != "1":
        raise NotPossibleNow("database_plaintext_hazard", why="cipher_off")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Without it REPLACE deletes a row past the triggers that refuse to.
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA secure_delete = ON")


def _migrate(database: Database) -> None:
    done = database.query("PRAGMA user_version")[0]["user_version"]
    steps = {int(file.name[:4]): file for file in sorted(MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))}
    applied = set[int]()
    if done:
        applied = {row["number"] for row in database.query("SELECT number FROM migration")}
        if unknown := applied - steps.keys():
            raise NotPossibleNow("newer_database", migration=max(unknown))
    for number, file in steps.items():
        if number in applied:
            continue
        with database.transaction():
            for statement in statements(file.read_text(encoding="utf-8")):
                database.execute(statement)
            database.execute("INSERT INTO migration (number, name) VALUES (?, ?)", (number, file.stem[5:]))
            database.execute("PRAGMA user_version = 1")


def statements(script: str) -> Iterator[str]:
    """The script's statements one by one, since ``executescript`` would commit before each."""
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlcipher3.dbapi2.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(PLAINTEXT_MAGIC))


@contextmanager
def _as_refusals(opening: bool = False) -> Iterator[None]:
    try:
        yield
    except SqlError as error:
        raise _refusal(error, opening) from None
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NotPossibleNow("disk_full") from None
        if error.errno in (errno.EROFS, errno.EACCES):
            raise NotPossibleNow("folder_read_only") from None
        raise


def _refusal(error: Exception, opening: bool = False) -> Exception:
    """What the officer is told; the error itself where it is a bug."""
    text = str(error).lower()
    if "full" in text:
        return NotPossibleNow("disk_full")
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return NotPossibleNow("folder_read_only")
    if "locked" in text or "busy" in text:
        return NotPossibleNow("database_busy")
    if "not a database" in text or "encrypted" in text:
        return NotPossibleNow("wrong_key" if opening else "database_damaged")
    if "malformed" in text or "disk i/o" in text or "hmac" in text or "corrupt" in text:
        return NotPossibleNow("database_damaged")
    return error
