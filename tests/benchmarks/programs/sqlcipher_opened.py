"""The yardstick of a profile: SQLCipher with the same cache opens the file and counts the cases."""

from __future__ import annotations

import sys
from pathlib import Path

import sqlcipher3
from telling import tell

from support.village import database_key

connection = sqlcipher3.connect(str(Path(sys.argv[1])))
connection.execute(f"PRAGMA key = \"x'{database_key(3).hex()}'\"")
connection.execute("PRAGMA cache_size = -65536")
tell(cases=connection.execute("SELECT count(*) FROM case_file").fetchone()[0])
