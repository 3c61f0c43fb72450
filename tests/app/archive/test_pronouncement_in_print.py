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
    ("order", "told"),
    [
        ("准予原告张𬱖与被告李喆离婚", True),
        ("解除原告张𬱖与被告李喆的婚姻关系", True),
        ("不准原告张𬱖与被告李喆离婚", False),
        ("驳回原告张𬱖要求与被告李喆离婚的诉讼请求", False),
        ("被告李喆于本判决生效之日起十日内偿还原告张𬱖借款36000元", False),
    ],
)
def test_who_is_divorced_is_told_not_to_marry_before_it_takes_effect(tmp_path: Path, order: str, told: bool) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, cause="离婚纠纷", claims=[{"kind": "divorce", "text": "判令离婚"}])
    announce(desk, case, orders=[order])
    (offer,) = [one for one in offers_of(desk, case) if one.document == "pronouncement_record"]
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
    # 民诉151 ¶4.
    assert ("不得另行结婚" in template.text(blanks)) is told
    where = {**offer.blanks, "collection": "2026年3月23日至27日到岭子人民法庭"}
    template, blanks = composed(desk, case, offer.document, where, made_on="2026-03-20")
    # 简易28: on the record, with what follows for who does not fetch it.
    assert "请于2026年3月23日至27日到岭子人民法庭领取判决书" in template.text(blanks)
    assert "上诉期自次日起计算" in template.text(blanks)


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
