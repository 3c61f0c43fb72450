"""Acts of a hearing and of signing at the desk itself, said one by one, for kills that fall inside a write."""

from __future__ import annotations

import hashlib
import json
import os
import random
import time
from pathlib import Path
from typing import Any

from app.clock import SystemClock

WORDS = ("借条", "是我写的", "钱也收到了", "秋收", "卖了粮食再还", "利息", "没有提过", "核对身份", "村委会", "三万六")
SPEAKERS = ("judge", "plaintiff", "defendant")


def say(**said: Any) -> None:
    """One write, so that a kill leaves a line whole or not at all."""
    os.write(1, json.dumps({"at": time.monotonic(), **said}, ensure_ascii=False).encode() + b"\n")


def on_record(desk: Any, sitting: str) -> dict[str, Any]:
    """The sitting's turns and its unfinished one, as the profile holds them."""
    from app.hearings.service import open_turn
    from app.hearings.store import turns_of

    unfinished = open_turn(desk, sitting)
    turns = [[turn.speaker, turn.text] for turn in turns_of(desk.database, sitting)]
    return {"turns": turns, "unfinished": list(unfinished) if unfinished else None}


class Bench:
    """Judge and clerk at the desk without a window: acts follow one another as fast as the disk takes them."""

    def __init__(self, order: dict[str, Any]) -> None:
        from app.circuit.practice import sit_down, unlock_all
        from app.keys.provision import NewOfficer
        from app.secondcopy.copy import SecondCopy
        from app.tell import JournalTeller

        clock = SystemClock()
        self.order = order
        self.chance = random.Random(order["seed"])
        self.officers = [NewOfficer(**told) for told in order["officers"]]
        self.session = unlock_all(Path(order["profile"]), self.officers, clock, os.urandom)
        self.desk = sit_down(self.session, self.officers[0], JournalTeller(), clock, os.urandom)
        copy = SecondCopy(self.session.database, self.session.copy_key(), clock, os.urandom)
        self.desk.after_commit.append(copy.after_commit)

    def write_turns(self) -> None:
        """Drafts and turns of the open sitting, each said before it is asked for and again when it is done."""
        from app.hearings.service import end_turn, save_open_turn
        from app.hearings.store import open_sittings

        sitting = open_sittings(self.desk.database)[0]
        held = on_record(self.desk, sitting.record)
        say(back={"case": sitting.case, "sitting": sitting.record}, held=held)
        text = held["unfinished"][1] if held["unfinished"] else ""
        while True:
            speaker = self.chance.choice(SPEAKERS)
            for _ in range(self.chance.randint(1, 4)):
                text += self.chance.choice(WORDS)
                say(open=[speaker, text])
                save_open_turn(self.desk, sitting.record, speaker, text)
                say(safe=True)
            say(entered=[speaker, text])
            end_turn(self.desk, sitting.record, speaker, text)
            say(safe=True)
            text = ""

    def sign(self) -> None:
        """Every paper, one signature after the other."""
        from app.cases.court import read_court
        from app.documents.fonts import FontSet
        from app.signing.service import waiting_papers
        from app.signing.session_keys import SessionKeys

        pins = {officer.id: officer.pin for officer in self.officers}
        court = read_court(self.desk.database)
        self.keys = SessionKeys(self.session, court, FontSet.find(), pins.__getitem__, os.urandom)
        while waiting := waiting_papers(self.desk):
            paper, allowed = self.chance.choice(waiting)
            signer = self.chance.choice(allowed)
            say(signing=[paper.record, signer])
            self.sign_one(paper.record, signer)
            say(signed=[paper.record, signer])

    def look(self, **more: Any) -> None:
        """Says how every paper stands, and whether the journal holds."""
        say(papers=self.papers(), chain=self.chain(), **more)

    def sign_one(self, paper: str, signer: str) -> None:
        from app.circuit.day_signing import practice_ink
        from app.desk import Officer
        from app.signing.service import seal_paper, sign_by_pen, sign_by_thumb, sign_with_key
        from app.signing.thumb import practice_thumb

        kind = signer.partition(":")[0]
        if kind == "seal":
            seal_paper(self.desk, paper, self.keys)
        elif kind in ("judge", "clerk"):
            found = next(officer for officer in self.officers if officer.role == kind)
            desk = self.desk.acting_as(Officer(found.id, found.name, found.role))
            sign_with_key(desk, paper, signer, self.keys)
        elif self.chance.random() < 0.5:
            sign_by_pen(self.desk, paper, signer, practice_ink(paper + signer), self.keys)
        else:
            sign_by_thumb(self.desk, paper, signer, practice_thumb(paper + signer, self.keys.outlines()), self.keys)

    def papers(self) -> dict[str, Any]:
        """What the journal says of each paper, what its bytes are, and what the verifier says of them."""
        from app.documents.store import all_papers
        from app.signing.certificates import trust_roots
        from app.signing.service import current_pdf, revisions_of, state_of
        from app.signing.verify import verify_pdf

        told = {}
        for paper in all_papers(self.desk.database):
            state, pdf = state_of(self.desk, paper), current_pdf(self.desk, paper)
            report = verify_pdf(pdf, trust_roots(self.desk.database), revisions_of(self.desk, paper))
            told[paper.record] = {
                "document": paper.document,
                "settled": sorted(state.settled),
                "waits_for": [place.signer for place in state.places if place.signer not in state.settled],
                "revision": state.revision,
                "bytes": hashlib.sha256(pdf).hexdigest(),
                "signed_by": [one.who for one in report.signatures],
                "faults": [*report.faults, *(fault for one in report.signatures for fault in one.faults)],
            }
        return told

    def chain(self) -> bool:
        """Whether the journal's chain holds from its first entry."""
        from app.journal.devices import known_devices

        return self.desk.journal.verify(known_devices(self.desk.database)).holds
