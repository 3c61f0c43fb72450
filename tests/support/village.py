"""Laptops in a village: desks over real encrypted databases, and a small filing that a test may change."""

from __future__ import annotations

import copy
import datetime
import functools
import json
import random
import tempfile
from pathlib import Path
from typing import Any

from app.cases import service as cases
from app.cases.court import write_court
from app.cases.numbers import lease_block
from app.clock import BEIJING
from app.desk import Desk, Officer
from app.intake.service import Filing, file_case
from app.journal.device import DeviceKey
from app.journal.devices import add_devices, known_devices
from app.storage.database import Database, open_database
from app.tell import FEATURES, JournalTeller

DAY_FOLDER = Path(__file__).parents[1] / "scenarios" / "circuit-day"
JUDGE = Officer("judge-1", "林正和", "judge")
CLERK = Officer("clerk-1", "苏雨桐", "clerk")
COURT: dict[str, Any] = {
    "name": "山东省淄博市淄川区人民法院",
    "code": "鲁0302",
    "tribunal": "岭子人民法庭",
    "superior": "山东省淄博市中级人民法院",
    "province_fees": {
        "divorce": "300.00",
        "personality": "300.00",
        "other_non_property": "100.00",
        "jurisdiction_objection": "100.00",
    },
    "fee_rounding": "fen",
    "small_claims_wage": "115000.00",
    "mediation_mode": "register_first",
    "sign_policy": "pad_unless_excluded",
    "seal_mode": "device_seal",
    "account": {"bank": "示例银行", "name": "诉讼费专户（示例）", "number": "0000 0000 0000 0001"},
    "practice": True,
    "officers": [
        {"id": "judge-1", "name": "林正和", "role": "judge"},
        {"id": "clerk-1", "name": "苏雨桐", "role": "clerk"},
        {"id": "assessor-1", "name": "何安", "role": "assessor"},
        {"id": "chief-1", "name": "董平", "role": "division_chief"},
        {"id": "president", "name": "韩立言", "role": "president"},
    ],
}
PLAINTIFF = {
    "role": "plaintiff",
    "kind": "natural_person",
    "name": "张𬱖",
    "id_type": "居民身份证",
    "id_no": "370302195204160117",
    "sex": "男",
    "born": "1952-04-16",
    "ethnicity": "汉族",
    "occupation": "农民",
    "address": "淄川区岭子镇梧桐村12号",
    "phone": "13900000001",
}
DEFENDANT = {
    "role": "defendant",
    "kind": "natural_person",
    "name": "李喆",
    "id_type": "居民身份证",
    "id_no": "370302198503120178",
    "sex": "男",
    "born": "1985-03-12",
    "ethnicity": "汉族",
    "occupation": "农民",
    "address": "淄川区岭子镇梧桐村45号",
    "phone": "13900000002",
}
COMPANY = {
    "role": "defendant",
    "kind": "legal_person",
    "name": "淄博示例建材有限公司",
    "id_type": "统一社会信用代码",
    "id_no": "91370303MA3C0D0E1K",
    "address": "淄川区示例路1号",
    "representative": {"name": "钱明", "post": "经理"},
}
JOINER = {
    "role": "defendant",
    "kind": "natural_person",
    "name": "李栓",
    "id_type": "居民身份证",
    "id_no": "370302198811050335",
    "sex": "男",
    "born": "1988-11-05",
    "address": "淄川区岭子镇梧桐村45号",
}
"""Who joins after filing."""
FILING: dict[str, Any] = {
    "mode": "oral",
    "at": "2026-03-20T09:05:00+08:00",
    "accepted_at": "2026-03-20T09:25:00+08:00",
    "accepted_by": "judge-1",
    "place": "岭子镇梧桐村村委会",
    "cause": "民间借贷纠纷",
    "public": True,
    "parties": [PLAINTIFF, DEFENDANT],
    "claims": [{"kind": "property", "amount": "36000.00", "text": "判令被告偿还借款本金36000元"}],
    "facts": "被告因翻建房屋向原告借款36000元，到期未还。",
    "evidence": [
        {"name": "借条", "by": "plaintiff", "original": True, "pages": 1, "proves": "借款36000元"},
    ],
}


class StillClock:
    """Half past nine on 20 March 2026, until a test says otherwise."""

    def __init__(self, moment: str = "2026-03-20T09:30:00+08:00") -> None:
        self.moment = datetime.datetime.fromisoformat(moment).astimezone(BEIJING)

    def now(self) -> datetime.datetime:
        return self.moment

    def monotonic_ms(self) -> int:
        return 60_000

    @property
    def boot_id(self) -> str:
        return "boot-1"


def database_key(seed: int) -> bytes:
    return random.Random(seed).randbytes(32)


def new_desk(folder: Path, seed: int = 1, officer: Officer = CLERK, clock: Any = None, lease: bool = True) -> Desk:
    """A configured laptop with its own device key; numbers 民初 1501–1510 and 民特 81–85 are leased to it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "xunhui.db"
    if not path.exists():
        path.write_bytes(_empty(seed))
    return desk_on(open_database(path, database_key(seed)), seed, officer, clock, lease)


@functools.cache
def _empty(seed: int) -> bytes:
    """The database of laptop ``seed`` with its tables and no row; to make them takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "xunhui.db"
        database = open_database(path, database_key(seed))
        JournalTeller().prepare(database)
        database.close()
        return path.read_bytes()


def desk_on(database: Database, seed: int = 1, officer: Officer = CLERK, clock: Any = None, lease: bool = True) -> Desk:
    """The desk of laptop ``seed`` on a database that is already open."""
    source = random.Random(seed * 7919 + database_count(database))
    device = DeviceKey.from_bytes(random.Random(f"device {seed}").randbytes(32))
    write_court(database, COURT)
    add_devices(database, {device.device_id: device.public})
    desk = Desk(database, JournalTeller(), clock or StillClock(), source.randbytes, officer, device)
    if lease:
        year = desk.clock.now().year
        lease_block(desk, "鲁0302", "民初", year, 1501 + 100 * (seed - 1), 1510 + 100 * (seed - 1))
        lease_block(desk, "鲁0302", "民特", year, 81 + 100 * (seed - 1), 85 + 100 * (seed - 1))
    return desk


def database_count(database: Database) -> int:
    """So that a desk opened again draws other bytes than it did the first time."""
    return int(database.query("SELECT count(*) AS n FROM journal_header")[0]["n"])


def as_judge(desk: Desk) -> Desk:
    return desk.acting_as(JUDGE)


def filing(**changes: Any) -> Filing:
    """The small loan case, with some of its keys changed."""
    return Filing(**{**copy.deepcopy(FILING), **changes})


def a_case(desk: Desk, procedure: str | None = "simplified", **changes: Any) -> str:
    """A registered case with its procedure decided; gives its id."""
    case = file_case(desk, filing(**changes))
    if procedure is not None:
        cases.decide_procedure(as_judge(desk), case, procedure)
    return case


APPLICANTS = [
    {**PLAINTIFF, "role": "applicant"},
    {**DEFENDANT, "role": "applicant"},
]


def a_confirmation(desk: Desk) -> str:
    """A joint application to confirm an agreement, registered under the special procedure."""
    return a_case(
        desk,
        "special",
        mode="joint",
        cause="申请司法确认调解协议",
        parties=copy.deepcopy(APPLICANTS),
        claims=[{"kind": "judicial_confirmation", "text": "确认2026年3月10日达成的调解协议有效"}],
        evidence=[],
    )


def know_each_other(*desks: Desk) -> None:
    """Every laptop knows the public key of every other, as the court tells them at enrolment."""
    for desk in desks:
        for other in desks:
            add_devices(desk.database, {other.device.device_id: other.device.public})


def hand_over(source: Desk, target: Desk) -> None:
    """Everything that ``source`` holds and may be known, in order of its chains."""
    for device in known_devices(target.database):
        target.receive(source.journal.of_device(device))


def told_rows(database: Database) -> dict[str, list[str]]:
    """Every row of every told table as text, in a fixed order, without the integer row ids that depend on arrival."""
    told: dict[str, list[str]] = {}
    for feature in FEATURES.values():
        for table in feature.TABLES:
            rows = database.query(f"SELECT * FROM {table}")
            for row in rows:
                if isinstance(row.get("id"), int):
                    del row["id"]
            told[table] = sorted(json.dumps(row, ensure_ascii=False, sort_keys=True, default=repr) for row in rows)
    return told


def search_hits(database: Database, words: str) -> set[str]:
    from app.cases.store import find_cases

    return {row["id"] for row in find_cases(database, words)}
