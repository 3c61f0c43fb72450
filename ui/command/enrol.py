"""``xunhui enrol``: a laptop of a real court."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("profile", type=Path)
    parser.add_argument("ticket", type=Path, help="the ticket that the court wrote for this laptop")
    parser.add_argument("--officer", action="append", required=True, metavar="ID", help="as the court has named them")


def run(chosen: argparse.Namespace) -> int:
    """A real laptop: officers choose passphrase and PIN here; the court certifies the keys by the words printed."""
    import getpass

    from app.clock import SystemClock
    from sync.enrolment import Ticket
    from sync.newcomer import Choice, settle_in

    ticket = Ticket.read(chosen.ticket)
    print(ticket.words)
    officers = [
        Choice(officer, getpass.getpass(f"{officer} 口令 passphrase: "), getpass.getpass(f"{officer} PIN: "))
        for officer in chosen.officer
    ]
    settled = settle_in(chosen.profile, ticket, officers, SystemClock(), os.urandom)
    print(f"{settled.court_name}: {settled.device}")
    for key, words in settled.waiting:
        print(f"{key.name or key.use}: {words}")
    return 0
