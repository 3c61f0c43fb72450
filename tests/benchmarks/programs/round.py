"""One round of a laptop with its court, as the evening's sync does it."""

from __future__ import annotations

import sys
from pathlib import Path

from telling import tell

from app.tell import JournalTeller
from support.court_server import new_laptop
from sync.client import run_round

desk = new_laptop(Path(sys.argv[1]), int(sys.argv[2]))
desk.teller = JournalTeller()
report = run_round(desk)
assert report.finished and max(report.pushed, report.pulled) >= 10_000
tell(pushed=report.pushed, pulled=report.pulled)
desk.database.close()
