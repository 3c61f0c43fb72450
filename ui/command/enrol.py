"""``xunhui enrol``: a laptop of a real court."""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("profile", type=Path)
    parser.add_argument("ticket", type=Path, help="the ticket that the court wrote for this laptop")
    parser.add_argument(
        "--court", type=Path, required=True, help="the court's settings (JSON, as in practice_court.json)"
    )
    parser.add_argument("--escrow", type=Path, required=True, help="the court's escrow public key (X25519, hex)")
    parser.add_argument("--officer", nargs=3, action="append", required=True, metavar=("ID", "NAME", "ROLE"))


def run(chosen: argparse.Namespace) -> int:
    """A real laptop: officers choose passphrase and PIN here; the court certifies the keys by the words printed."""
    import getpass

    from app.cases.court import write_court
    from app.clock import SystemClock
    from app.desk import Desk, Officer
    from app.journal.devices import add_devices
    from app.keys.provision import NewOfficer, provision
    from app.keys.spoken import spoken
    from app.signing.session_keys import ask_for_certificates, keys_here
    from app.tell import JournalTeller
    from sync.client import run_round
    from sync.enrolment import Ticket, enrol

    settings = json.loads(chosen.court.read_text(encoding="utf-8"))["court"]
    escrow = bytes.fromhex(chosen.escrow.read_text(encoding="ascii").strip())
    officers = [
        NewOfficer(officer, name, role, getpass.getpass(f"{name} 口令 passphrase: "), getpass.getpass(f"{name} PIN: "))
        for officer, name, role in chosen.officer
    ]
    clock = SystemClock()
    session = provision(chosen.profile, officers, clock, os.urandom, court_escrow=escrow)
    try:
        write_court(session.database, {**settings, "practice": False})
        add_devices(session.database, {session.device.device_id: session.device.public})
        first = Officer(officers[0].id, officers[0].name, officers[0].role)
        desk = Desk(session.database, JournalTeller(), clock, os.urandom, first, session.device)
        home = enrol(desk, Ticket.read(chosen.ticket), platform.node())
        for officer in officers[1:]:
            session.join(officer.id, officer.passphrase)
        ask_for_certificates(desk, session)
        run_round(desk)
        print(f"{home.court_name}: {desk.device.device_id}")
        for key in keys_here(session):
            print(f"{key.name or key.use}: {spoken(key.public)}")
    finally:
        session.lock()
    return 0
