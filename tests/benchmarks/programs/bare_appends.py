"""The yardstick of acts: SQLCipher takes as many rows of the size of a turn's entry, each durable."""

from __future__ import annotations

import sys
from pathlib import Path

from telling import tell

from app.storage.database import open_database

HEADER, SIGNATURE, BODY = b"h" * 500, b"s" * 64, b"b" * 700

folder = Path(sys.argv[1])
folder.mkdir(exist_ok=True)
database = open_database(folder / "bare.db", bytes(range(32)))
connection = database.connection
connection.execute("CREATE TABLE bare (name TEXT PRIMARY KEY, header BLOB, signature BLOB, body BLOB)")
for number in range(int(sys.argv[2])):
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bare VALUES (?, ?, ?, ?)", (f"{number:064x}", HEADER, SIGNATURE, BODY))
    connection.execute("COMMIT")
tell()
database.close()
