"""A practice court (演练) on this machine: all that a real one has, and every certificate says what it is."""

from __future__ import annotations

import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock, SystemClock
from app.errors import NotPossibleNow
from sync.enrolment import Ticket
from sync.serve import PORT
from sync.server.certificates import PRACTICE
from sync.server.court import CourtFacts
from sync.server.folder import make_court, open_court

HOSTS = ("127.0.0.1", "localhost")
SECONDS_TO_START = 60
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: a code is read aloud and typed."""


@dataclass(frozen=True)
class PracticeCourt:
    """Where the court lies, and a ticket for each laptop that may enrol."""

    folder: Path
    code: str
    name: str
    tickets: tuple[Ticket, ...]


def make_practice_court(
    folder: Path,
    *,
    code: str = "鲁0302",
    name: str = "某某区人民法院",
    laptops: int = 2,
    host: str = HOSTS[0],
    port: int = PORT,
    given_out: Sequence[tuple[str, int, int]] = (),
    every_case: bool = True,
    database: str | None = None,
    clock: Clock | None = None,
) -> PracticeCourt:
    """A court in `folder` with CA, TLS server certificate, log key, data key, and one ticket for each laptop.

    Tickets lie in the folder too (``tickets/1.json`` …). `given_out` are numbers (类型代字, year, upto) that the
    court has given out itself, so that leased blocks begin behind them. `every_case`: each laptop holds every case.
    `database`: an SQLAlchemy URL where it is not the folder's own SQLite file. Refuses with ``court_exists``.
    """
    clock = clock or SystemClock()
    facts = CourtFacts(code, name, practice=True)
    make_court(folder, facts, tuple(dict.fromkeys((host, *HOSTS))), clock.now())
    court = open_court(folder, clock, database=database)
    try:
        authority = court.keys.authority_certificate.read_text(encoding="ascii")
        tickets = list[Ticket]()
        for number in range(1, laptops + 1):
            ticket = Ticket(f"https://{host}:{port}", code, authority, new_code())
            court.issue_code(ticket.code, f"{PRACTICE} {number}号机", every_case=every_case)
            tickets.append(ticket)
            place = folder / "tickets" / f"{number}.json"
            place.parent.mkdir(exist_ok=True)
            place.write_text(ticket.text(), encoding="utf-8")
        for kind, year, upto in given_out:
            court.numbers_given_out(kind, year, upto)
    finally:
        court.close()
    return PracticeCourt(folder, code, name, tuple(tickets))


def new_code() -> str:
    """A one-time enrolment code of 100 bits, in groups of five letters."""
    letters = [secrets.choice(CODE_LETTERS) for _ in range(20)]
    return "-".join("".join(letters[start : start + 5]) for start in range(0, 20, 5))


@contextmanager
def court_process(folder: Path, port: int) -> Iterator[None]:
    """The court's server runs as a process of its own while the block runs, and answers when the block begins."""
    server = subprocess.Popen([sys.executable, "-m", "sync.serve", str(folder), "--port", str(port)])
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while not _answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise NotPossibleNow("court_server_did_not_start")
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    """A port of this machine on which nobody listens now."""
    with socket.create_server((HOSTS[0], 0)) as listener:
        return int(listener.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOSTS[0], port), timeout=1).close()
    except OSError:
        return False
    return True
