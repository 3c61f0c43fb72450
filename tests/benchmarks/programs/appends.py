"""Opens a sitting on a new laptop and ends many turns, each signed, chained, told and durable."""

from __future__ import annotations

import sys
from pathlib import Path

from telling import tell

from app.hearings.service import end_turn, open_sitting
from support.village import a_case, new_desk

SAID = "借条是我写的，钱也收到了，可是当时说好等秋收卖了粮食再还，利息从来没有提过。"

desk = new_desk(Path(sys.argv[1]))
sitting = open_sitting(desk, a_case(desk), opened_at="2026-03-20T09:40:00+08:00", place="梧桐村")
for _ in range(int(sys.argv[2])):
    end_turn(desk, sitting, "defendant", SAID)
tell(entries=desk.journal.count())
desk.database.close()
