"""Opens a profile, lists its last touched cases, and looks for a name of two characters."""

from __future__ import annotations

import sys
from pathlib import Path

from telling import tell

from app.cases.store import find_cases, list_cases
from app.storage.database import open_database
from support.village import database_key, desk_on

database = open_database(Path(sys.argv[1]), database_key(3))
desk = desk_on(database, seed=3, lease=False)
tell(listed=len(list_cases(database)), found=len(find_cases(database, "王伟")))
database.close()
