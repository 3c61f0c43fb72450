"""Fills a profile with cases whose names, causes and numbers are spread as a district court's are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from app.cases import store as cases
from app.desk import Desk
from app.journal.entry import Entry, Happening, make_entry
from app.journal.told import tell_record

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国玉梅文红志海燕云峰志远山川石"
CAUSES = ("民间借贷纠纷", "买卖合同纠纷", "离婚纠纷", "机动车交通事故责任纠纷", "劳务合同纠纷", "赡养纠纷")
RARE = "喆"
"""Stands in one name of a thousand, as the name that is looked for."""


def happenings(count: int, seed: int = 7) -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """Act, record, fields and case of the entries that make ``count`` cases with two parties each."""
    chance = random.Random(seed)
    for number in range(count):
        case = f"case-{number:020x}"
        filed = f"20{chance.randrange(20, 27)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        fields = {
            "number": f"（{filed[:4]}）鲁0302民初{number + 1}号",
            "number_type": "民初",
            "cause": chance.choice(CAUSES),
            "stage": "filed",
            "procedure": "simplified",
            "filed_on": filed,
            "facts": "双方因" + chance.choice(CAUSES) + "发生争议，协商未果，诉至本院。" * 3,
            "mode": "oral",
            "judge": "judge-1",
            "clerk": "clerk-1",
        }
        yield "case.filed", case, fields, case
        for ordinal, role in enumerate(("plaintiff", "defendant")):
            name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
            if number % 1000 == 500 and not ordinal:
                name = "张" + RARE
            party = {
                "key": role,
                "ordinal": ordinal,
                "role": role,
                "kind": "natural_person",
                "name": name,
                "id_no": f"3703021985{chance.randrange(10**8):08}",
                "phone": f"139{chance.randrange(10**8):08}",
                "address": f"淄川区岭子镇梧桐村{chance.randrange(1, 300)}号",
            }
            yield "party.joined", f"party-{number:018x}{ordinal}", party, case


def entries(desk: Desk, count: int) -> Iterator[Entry]:
    """The device's own signed chain that tells the cases."""
    sequence, previous = desk.journal.head(desk.device.device_id)
    for act, record, fields, case in happenings(count):
        sequence += 1
        happening = Happening(
            act, record, fields, {}, case, "main", desk.officer.id, "2026-03-20T09:00:00+08:00", "boot-1", 0, None, None
        )
        entry = make_entry(happening, desk.device, sequence, previous, desk.randomness(16))
        previous = entry.name
        yield entry


def fill(desk: Desk, count: int) -> None:
    """The cases are in the journal and told, as if they had come one by one."""
    with desk.database.transaction():
        for arrived, entry in enumerate(entries(desk, count), desk.journal.count() + 1):
            desk.database.execute(
                "INSERT INTO journal_header (name, device, sequence, header, signature, case_id, arrived)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (entry.name, entry.device, entry.sequence, entry.header, entry.signature, entry.case, arrived),
            )
            desk.database.execute(
                "INSERT INTO journal_body (name, record, act, body) VALUES (?, ?, ?, ?)",
                (entry.name, entry.record, entry.act, entry.body),
            )
            cases.receive(desk.database, tell_record(entry.record, [entry]))
