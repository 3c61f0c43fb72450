"""A practice court (演练) on this machine: all that a real one has, and every certificate says what it is."""

from __future__ import annotations

import datetime
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.clock import Clock, SystemClock
from app.errors import NotPossibleNow
from sync.enrolment import Ticket, new_code
from sync.serve import PORT
from sync.server.certificates import PRACTICE
from sync.server.court import CourtFacts
from sync.server.folder import make_court, open_court

PROGRAM = Path(__file__).parents[1]
HOSTS = ("127.0.0.1", "localhost")
SECONDS_TO_START = 60
"""A court PC with a virus scanner takes its time; longer means that it hangs."""


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
    day: datetime.datetime | None = None,
    settings: Mapping[str, Any] | None = None,
) -> PracticeCourt:
    """A court in `folder` with CA, TLS server certificate, log key, data key, and one ticket for each laptop.

    Tickets lie in the folder too (``tickets/1.json`` …). `given_out` are numbers (类型代字, year, upto) that the
    court has given out itself, so that leased blocks begin behind them. `every_case`: each laptop holds every case.
    `database`: an SQLAlchemy URL where it is not the folder's own SQLite file. `day` is the day to be practised, where
    that is not today; `settings` what laptops that come later are made with. Refuses with ``court_exists``.
    """
    clock = clock or SystemClock()
    facts = CourtFacts(code, name, practice=True)
    make_court(folder, facts, tuple(dict.fromkeys((host, *HOSTS))), clock.now(), papers_since=day)
    court = open_court(folder, clock, database=database)
    try:
        authority = court.keys.authority_certificate.read_text(encoding="ascii")
        tickets = list[Ticket]()
        for number in range(1, laptops + 1):
            ticket = Ticket(f"https://{host}:{port}", code, authority, court.paper_root(), new_code())
            court.newcomers.issue_code(ticket.code, f"{PRACTICE} {number}号机", every_case=every_case)
            tickets.append(ticket)
            place = folder / "tickets" / f"{number}.json"
            place.parent.mkdir(exist_ok=True)
            place.write_text(ticket.text(), encoding="utf-8")
        court.newcomers.keep_settings({**(settings or {}), "name": name, "code": code})
        for kind, year, upto in given_out:
            court.numbers_given_out(kind, year, upto)
    finally:
        court.close()
    return PracticeCourt(folder, code, name, tuple(tickets))


def free_port() -> int:
    """A port of this machine's own address that nobody listens on now."""
    with socket.create_server((HOSTS[0], 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def court_process(folder: Path, port: int, host: str = HOSTS[0], *, wait: bool = True) -> Iterator[None]:
    """The court of the folder answers at host and port, in a process of its own that ends with the block.

    Without ``wait`` the block begins at once, while the server is still starting: a window need not wait for it.
    Refuses with ``court_server_did_not_start`` where it ends before it answers: another program has the port.
    """
    command = [sys.executable, "-m", "sync.serve", str(folder), "--host", host, "--port", str(port), "--with-parent"]
    # The child finds the program where this one did, whatever folder it was started from.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(PROGRAM), os.environ.get("PYTHONPATH", "")])}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while wait and not _answers(host, port):
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
                raise NotPossibleNow("court_server_did_not_start")
            if time.monotonic() > deadline:
                raise NotPossibleNow("court_server_did_not_start")
        yield
    finally:
        process.terminate()
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), 1):
            return True
    except OSError:
        return False
