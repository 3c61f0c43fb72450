"""Small circuit days of one act each, and a runner that carries them in this process, without a court to sync with."""

from __future__ import annotations

import copy
import datetime
import os
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from app.cases.court import read_court
from app.cases.numbers import lease_block
from app.circuit.day import check_day
from app.circuit.day_clock import DayClock
from app.circuit.day_people import key_holders
from app.circuit.day_run import DayRun
from app.circuit.practice import practice_officers, sit_down, unlock_all
from app.desk import Desk
from app.documents.fonts import FontSet
from app.signing.session_keys import SessionKeys
from app.tell import JournalTeller
from support.practice import make_certified_laptop
from support.village import COURT, DEFENDANT, PLAINTIFF

SECOND_PLAINTIFF = {
    "role": "plaintiff",
    "kind": "natural_person",
    "name": "周昊",
    "id_type": "居民身份证",
    "id_no": "370302198209010154",
    "sex": "男",
    "born": "1982-09-01",
    "ethnicity": "汉族",
    "address": "淄川区岭子镇小口村7号",
}
OFFICER_MEANS = [
    {"who": "judge-1", "how": "key"},
    {"who": "clerk-1", "how": "key"},
    {"who": "seal", "how": "seal"},
]
PARTY_MEANS = [{"who": "plaintiff", "how": "thumb"}, {"who": "defendant", "how": "ink"}]


def a_day(*acts: dict[str, Any], **court: Any) -> dict[str, Any]:
    """A day of these acts; keyword arguments change the court."""
    officers = [dict(one) for one in COURT["officers"]]
    settings = {name: value for name, value in COURT.items() if name not in ("officers", "practice")}
    return {
        "format": "circuit-day/1",
        "date": "2026-03-20",
        "court": {**copy.deepcopy(settings), **court},
        "officers": officers,
        "trip": {"stops": ["岭子镇梧桐村"], "number_blocks": {"民初": [1501, 1510], "民特": [81, 85]}},
        "acts": list(acts),
        "interruptions": [],
        "expect": {},
    }


def an_act(key: str = "loan", **changes: Any) -> dict[str, Any]:
    """A written filing with a short hearing and no ending; keyword arguments add or change parts of the act."""
    act = {
        "key": key,
        "filing": a_filing(),
        "procedure": "simplified",
        "hearing": {
            "opened_at": "2026-03-20T09:40:00+08:00",
            "closed_at": "2026-03-20T10:30:00+08:00",
            "place": "岭子镇梧桐村村委会院内",
            "turns": [
                {"speaker": "judge", "text": "现在开庭。"},
                {"speaker": "plaintiff", "text": "他借了我三万六。"},
                {"speaker": "defendant", "text": "借了。"},
            ],
        },
        "signing": copy.deepcopy(PARTY_MEANS + OFFICER_MEANS),
        "service": [],
    }
    return {name: value for name, value in {**act, **copy.deepcopy(changes)}.items() if value is not None}


def a_filing(**changes: Any) -> dict[str, Any]:
    return {
        "mode": "written",
        "at": "2026-03-20T09:05:00+08:00",
        "accepted_at": "2026-03-20T09:25:00+08:00",
        "accepted_by": "judge-1",
        "place": "岭子镇梧桐村村委会",
        "cause": "民间借贷纠纷",
        "public": False,
        "parties": copy.deepcopy([PLAINTIFF, DEFENDANT]),
        "claims": [{"kind": "property", "amount": "36000.00", "text": "判令被告偿还借款本金36000元"}],
        "facts": "被告因翻建房屋向原告借款36000元，到期未还。",
        "evidence": [],
        **copy.deepcopy(changes),
    }


MEDIATION = {
    "at": "2026-03-20T10:05:00+08:00",
    "place": "岭子镇梧桐村村委会调解室",
    "terms": ["被告于2026年4月20日前偿还原告36000元。"],
    "fee_borne_by": "defendant",
}
JUDGMENT = {
    "form": "tabular",
    "orders": ["被告于本判决生效之日起十日内偿还原告借款36000元。"],
    "laws": ["《中华人民共和国民法典》第六百七十五条"],
    "fee_borne_by": "defendant",
    "announced_at": "2026-03-20T10:20:00+08:00",
    "announced_place": "岭子镇梧桐村村委会院内",
    "present": ["plaintiff", "defendant"],
}


def handed(document: str, to: str, at: str = "2026-03-20T10:50:00+08:00", **more: Any) -> dict[str, Any]:
    """One direct service."""
    return {"document": document, "to": to, "how": "direct", "at": at, **more}


class CutShort(Exception):
    """The power failed; a test catches it where a real process would be killed."""


@dataclass
class Outcome:
    """A small day that was carried."""

    result: dict[str, Any]
    out: Path
    desk: Desk
    run: DayRun

    def case(self, key: str = "loan") -> dict[str, Any]:
        return dict(self.result["cases"][key])

    def names(self, key: str = "loan") -> list[str]:
        return [paper["name"] for paper in self.case(key)["documents"]]

    def paper(self, document: str, key: str = "loan", number: int = 0) -> dict[str, Any]:
        return [paper for paper in self.case(key)["documents"] if paper["name"] == document][number]

    def words(self, document: str, key: str = "loan", number: int = 0) -> str:
        """The paper's words without any space, as a reader copies them out."""
        pdf = pypdfium2.PdfDocument(self.out / self.paper(document, key, number)["path"])
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        pdf.close()
        return re.sub(r"\s", "", text)


def no_court(desk: Desk, progress: Any) -> dict[str, int]:
    """An evening without a court: nothing is sent."""
    progress()
    return {"entries_sent": 0}


class SmallDay:
    """Carries a day in this process; its laptop may be opened again after a cut."""

    def __init__(self, day: dict[str, Any], folder: Path, base: Path) -> None:
        self.day, self.folder, self.base = day, folder, base
        check_day(day, folder)
        self.chance = random.Random(20260320)
        self.officers = practice_officers(day["officers"], self.chance.randbytes, key_holders(day))
        self.clock = DayClock(datetime.datetime.fromisoformat(f"{day['date']}T07:30:00+08:00"))
        self.laptop = base / "laptop"
        court = {**day["court"], "officers": day["officers"], "practice": True}
        make_certified_laptop(self.laptop, court, self.officers, self.clock, os.urandom)
        self.session: Any = None
        self.cuts = list[str]()
        self.fonts = FontSet.find()

    def open(self) -> DayRun:
        self.close()
        self.session = unlock_all(self.laptop, self.officers, self.clock, os.urandom)
        desk = sit_down(self.session, self.officers[0], JournalTeller(), self.clock, os.urandom)
        year = int(self.day["date"][:4])
        for kind, (first, last) in self.day["trip"]["number_blocks"].items():
            lease_block(desk, self.day["court"]["code"], kind, year, first, last)
        pins = {officer.id: officer.pin for officer in self.officers}
        keys = SessionKeys(
            self.session, read_court(self.session.database), self.fonts, pins.__getitem__, os.urandom
        )

        def cut(name: str) -> None:
            raise CutShort(name)

        return DayRun(
            self.day,
            self.folder,
            desk,
            self.clock,
            keys,
            self.fonts,
            sync=no_court,
            say=lambda line: None,
            cut=cut,
        )

    def carry(self) -> Outcome:
        """The day is carried, opening the laptop again after each cut."""
        while True:
            run = self.open()
            try:
                result = run.run()
            except CutShort as cut:
                self.cuts.append(str(cut))
                continue
            out = self.base / "out"
            out.mkdir(exist_ok=True)
            run.write(out, result)
            return Outcome(result, out, run.desk, run)

    def close(self) -> None:
        if self.session is not None:
            self.session.lock()
            self.session = None
