"""Opens a sitting on a new laptop and ends many turns, each signed, chained, told and durable."""

from __future__ import annotations

import sys
from pathlib import Path

from telling import tell

from app.hearings.service import end_turn, open_sitting
from support.village import a_case, new_desk

desk = new_desk(Path(sys.argv[1]))
sitting = open_sitting(desk, a_case(desk), opened_at="2026-03-20T09:40:00+08:00", place="梧桐村")
for _ in range(int(sys.argv[3])):
    end_turn(desk, sitting, "defendant", sys.argv[2])
tell(entries=desk.journal.count())
desk.database.close()
