"""A practice laptop comes to belong to its practice court by the very steps of a real one, without a person."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.cases.numbers import blocks as leased
from app.circuit.practice import sit_down, unlock_all
from app.clock import Clock, SystemClock
from app.errors import NotPossibleNow
from app.keys.provision import NewOfficer
from app.signing.session_keys import ask_for_certificates
from app.tell import JournalTeller
from sync.client import run_round
from sync.enrolment import Ticket, enrol, lease_blocks
from sync.server.certificates import PRACTICE
from sync.server.folder import open_court
from sync.store import SyncStore


def enrol_practice_laptop(
    laptop: Path,
    officers: Sequence[NewOfficer],
    ticket: Path,
    blocks: Mapping[str, Sequence[int]],
    year: int,
    clock: Clock,
    url: str | None = None,
) -> None:
    """The laptop belongs to the court of the ticket, has leased its blocks, and its keys have their certificates.

    The practice court's administrator is played here: the officers are named and their keys certified, which a real
    one does after comparing words. `clock` is the day's, under which papers will be signed; the laptop and its court
    speak today. Done before, nothing happens.
    """
    session = unlock_all(laptop, officers, clock, os.urandom)
    try:
        desk = sit_down(session, officers[0], JournalTeller(), clock, os.urandom)
        today = sit_down(session, officers[0], JournalTeller(), SystemClock(), os.urandom)
        told = Ticket.read(ticket)
        try:
            SyncStore(desk.database).home()
        except NotPossibleNow:
            enrol(today, replace(told, url=url or told.url), f"{PRACTICE} practice")
        ask_for_certificates(desk, session)
        held = {block["type"] for block in leased(desk.database)}
        wishes = [(kind, year, last - first + 1) for kind, (first, last) in blocks.items() if kind not in held]
        lease_blocks(today, wishes)
        if _certify_all(ticket.parents[1], officers, clock):
            run_round(today, attachments=False)
    finally:
        session.lock()


def _certify_all(folder: Path, officers: Sequence[NewOfficer], clock: Clock) -> int:
    """How many keys the practice court had yet to certify, and has now."""
    court = open_court(folder, clock)
    try:
        waiting = [asked for asked in court.signing_keys.asked() if asked["state"] == "waiting"]
        for officer in officers if waiting else ():
            court.name_officer(officer.id, officer.name, officer.role)
        for asked in waiting:
            court.signing_keys.certify(asked["key"])
        return len(waiting)
    finally:
        court.close()


def send_services(folder: Path, clock: Clock) -> int:
    """The practice court's people send every electronic service that waits, at the day's moment; gives how many."""
    court = open_court(folder, clock)
    try:
        waiting = court.sending.waiting()
        for service in waiting:
            court.sending.sent(service["service"], clock.now())
        return len(waiting)
    finally:
        court.close()
