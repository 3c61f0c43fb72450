"""The yardstick of a round: the entries of a laptop's journal read, and inserted in a plain SQLite file."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from telling import tell

from app.storage.database import open_database

database = open_database(Path(sys.argv[1]) / "xunhui.db", bytes([int(sys.argv[2])]) * 32)
connection = sqlite3.connect("")
connection.execute("CREATE TABLE bare (name TEXT PRIMARY KEY, header BLOB, signature BLOB, body BLOB)")
rows = database.connection.execute(
    "SELECT name, header, signature, body FROM journal_header JOIN journal_body USING (name)"
)
connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?)", rows)
connection.commit()
count = connection.execute("SELECT count(*) FROM bare").fetchone()[0]
assert count >= 10_000
tell(entries=count)
