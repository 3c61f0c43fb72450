"""Signs an act's papers by the means the file names for each person, in the order the papers demand."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping
from typing import Any

from app.cases.attendance import name_of
from app.circuit.day_case import DayCase
from app.circuit.day_papers import panel_of
from app.desk import Desk
from app.documents.store import Paper
from app.service.store import Service, services_of
from app.signing import order
from app.signing.ink import Ink
from app.signing.pades import THUMB, mark_owner
from app.signing.service import (
    OFFICER_BOXES,
    PlacedBox,
    current_pdf,
    note_refusal,
    scan_wet_signature,
    seal_paper,
    sign_by_pen,
    sign_by_thumb,
    sign_with_key,
    state_of,
)
from app.signing.session_keys import SessionKeys
from app.signing.thumb import practice_thumb
from app.signing.wet import PenMark, practice_scan

PDF = "application/pdf"
SEAL = "seal"
ON_PAPER = ("recipient", "witness:")
"""Boxes of people whom the file's ``signing`` may not name: who took a paper in, and witnesses of any kind."""
SERVED = ("certificate_of_service", "left_service_record")
"""Papers on a service, whose witnesses saw a paper left."""


class DaySigning:
    """The signatures of one act; whoever the file names no means for is left to be waited for."""

    def __init__(self, act: DayCase, keys: SessionKeys, mishap: Callable[[str, str], None]) -> None:
        self.act = act
        self.keys = keys
        self.mishap = mishap
        self.means: list[Mapping[str, Any]] = list(act.act.get("signing", ()))

    def sign_all(self) -> None:
        """Every paper of the act is signed as far as the file says."""
        for paper in self.act.papers():
            self.sign(paper)

    def sign(self, paper: Paper) -> None:
        """The paper is signed by everyone for whom the file names a way, one turn after the other."""
        while True:
            state = state_of(self.act.desk, paper)
            ready = [(box, self._means(box, paper)) for box in order.next_allowed(state)]
            able = [(box, means) for box, means in ready if means is not None]
            if not able:
                return
            self.mishap("power_cut_during_signing", self.act.key)
            wet = [box for box, means in able if means["how"] == "wet"]
            if wet:
                self._scan(paper, wet)
            for box, means in able:
                if means["how"] != "wet":
                    self._sign_one(paper, box, means)

    def _sign_one(self, paper: Paper, box: str, means: Mapping[str, Any]) -> None:
        how = means["how"]
        if how == "refused":
            witness = self.act.people.witness_name(means["witness"])
            note_refusal(self.act.clerk, paper.record, box, reason=means["reason"], witnesses=[witness])
        elif how == "seal":
            seal_paper(self.act.judge, paper.record, self.keys)
        elif how == "key":
            sign_with_key(self.act.officer(means["who"]), paper.record, box, self.keys)
        elif how == "thumb":
            image = practice_thumb(f"{self.act.key}-{means['who']}", self.keys.outlines())
            sign_by_thumb(self.act.clerk, paper.record, box, image, self.keys, name=self._name(means["who"]))
        else:
            ink = practice_ink(f"{self.act.key}-{means['who']}-{paper.record}")
            sign_by_pen(self.act.clerk, paper.record, box, ink, self.keys, name=self._name(means["who"]))

    def _scan(self, paper: Paper, boxes: list[str]) -> None:
        desk: Desk = self.act.clerk
        places = [PlacedBox.of(box) for box in paper.boxes]
        owners = [(place, mark_owner(place.id) or place.id) for place in places if not place.id.startswith(THUMB)]
        marks = [PenMark(place, self._name(self._who(owner, paper))) for place, owner in owners if owner in boxes]
        scan = practice_scan(
            current_pdf(desk, paper), marks, self.keys.outlines(), made_at=desk.clock.now(), seed=paper.record
        )
        scan_wet_signature(desk, paper.record, boxes, scan, media_type=PDF)

    def _means(self, box: str, paper: Paper) -> Mapping[str, Any] | None:
        who = self._who(box, paper)
        if who == SEAL and self.act.court.seal_mode == "pending":
            return None
        found: Mapping[str, Any] | None = None
        for means in self.means:
            if means["who"] != who:
                continue
            if means["how"] == "refused":
                if paper.document in means.get("papers", [paper.document]):
                    return means
            elif found is None:
                found = means
        if who == SEAL and self.act.court.seal_mode == "carried_wet_seal":
            return {"who": SEAL, "how": "wet"}
        if found is None and box.startswith(ON_PAPER):
            # Who took a paper in, saw it left, or was heard signs too (民诉87, 89, 150): a pen needs no laptop's leave.
            return {"who": who, "how": "wet"}
        return found

    def _who(self, box: str, paper: Paper) -> str:
        """The file's name for the person behind a box."""
        kind, _, key = box.partition(":")
        if kind == "party":
            return key
        if kind == "agent":
            return f"{key}_agent"
        if kind == "invited":
            return f"invited-{key}"
        if kind == "assessor":
            return str(panel_of(self.act.act, self.act.case, self.act.court)[int(key)]["id"])
        if box in ("chief", "president"):
            approver = (self.act.act.get("fee_relief") or {}).get("approved_by")
            roles = OFFICER_BOXES[box]
            return next((o["id"] for o in self.act.court.officers if o["id"] == approver and o["role"] in roles), box)
        if kind in ("judge", "clerk"):
            return str(self.act.case.fields[kind])
        if kind == "server":
            return str(self.act.case.fields["clerk"])
        if kind == "recipient":
            received = self._service(paper).fields.get("received_by")
            return str(received["name"] if isinstance(received, Mapping) else received or self._service(paper).to)
        if kind == "witness" and paper.document not in SERVED:
            return f"witness-{key}" if key != "0" else "witness"
        if kind == "witness":
            return str(self._service(paper).fields["witnesses"][int(key) - 1])
        return box

    def _service(self, certificate: Paper) -> Service:
        held = services_of(self.act.desk.database, self.act.case.id)
        return next(service for service in held if service.record == certificate.concerns)

    def _name(self, who: str) -> str:
        if who == SEAL:
            return "院印"
        case = self.act.case
        keys = {key for party in case.parties for key in (party.key, f"{party.key}_agent")}
        if who in keys:
            return name_of(case, who)
        if who.startswith(("invited-", "witness")):
            return name_of(case, who, self.act.people.invited())
        return next((officer["name"] for officer in self.act.court.officers if officer["id"] == who), who)


def practice_ink(seed: str) -> Ink:
    """Strokes that no hand drew, alike for the same seed, as a pad would give them."""
    chance = random.Random(hashlib.sha256(seed.encode()).digest())
    strokes = list[list[tuple[float, float, float, float]]]()
    at = 0.0
    for stroke in range(4):
        x, y = 10.0 + 26 * stroke + chance.uniform(-3, 3), 12 + chance.uniform(-4, 14)
        points = list[tuple[float, float, float, float]]()
        dx, dy = chance.uniform(1.0, 2.6), chance.uniform(-1.4, 1.4)
        for _ in range(14):
            x, y, at = x + dx, y + dy, at + 11
            dx, dy = dx + chance.uniform(-0.7, 0.6), dy + chance.uniform(-0.9, 0.9)
            points.append((x, y, at, chance.uniform(0.35, 0.9)))
        at += 90
        strokes.append(points)
    return Ink.drawn(strokes)
