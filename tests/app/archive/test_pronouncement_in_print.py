"""The record of an announcement says 当庭宣判 of a judgment announced at its hearing and 定期宣判 of any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.archive.offers import offers_of
from app.documents.service import composed
from app.hearings import service as hearings
from support.acts import OPENED, announce
from support.village import a_case, as_judge, new_desk

CLOSED = "2026-03-20T15:30:00+08:00"


@pytest.mark.parametrize(
    ("announced_at", "way", "sent"),
    [
        # 民诉151(2): within ten days of an announcement at the hearing, else at once.
        ("2026-03-20T15:50:00+08:00", "当庭宣判 | 旁听人数 | 3人", "本院将在十日内发送判决书"),
        ("2026-03-27T09:00:00+08:00", "定期宣判 | 旁听人数 | —", "本案定期宣判，宣判后立即发给判决书"),
    ],
)
def test_the_record_says_how_the_judgment_was_announced(tmp_path: Path, announced_at: str, way: str, sent: str) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会", observers=3)
    hearings.end_turn(desk, sitting, "plaintiff", "他借了三万六。")
    hearings.close_sitting(desk, sitting, CLOSED)
    announce(desk, case, announced_at=announced_at)
    (offer,) = [one for one in offers_of(desk, case) if one.document == "pronouncement_record"]
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on=announced_at[:10])
    text = template.text(blanks)
    assert f"宣判方式 | {way}" in text and sent in text
