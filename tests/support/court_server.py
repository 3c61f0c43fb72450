"""A real court server in a process of its own, killed or stopped as the test says; and laptops that talk to it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from pathlib import Path

from app.attachments import store as attachments
from app.clock import Clock, SystemClock
from app.desk import Desk, Officer
from app.journal.device import DeviceKey
from app.journal.told import Told
from app.keys.device_keys import LEASE, put_secret
from app.storage.database import Database, open_database
from sync.enrolment import Ticket, enrol
from sync.practice import PracticeCourt, make_practice_court
from sync.serve import serve

# Each court is forked from a process that has read the program in: a start of Python and its libraries takes a second.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["sync.serve"])
CLERK = Officer("clerk-1", "书记员甲", "clerk")


class FieldTeller:
    """Tells every record into one table of fields and values, and attachments into their own: enough to see
    whether two laptops say the same, without every feature of the program."""

    def prepare(self, database: Database) -> None:
        database.execute("CREATE TABLE IF NOT EXISTS told_field (record TEXT, field TEXT, value TEXT, rivals INTEGER)")
        database.execute("CREATE INDEX IF NOT EXISTS told_field_record ON told_field (record)")
        for statement in attachments.TABLES["attachment"].split(";"):
            database.execute(
                statement.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS").replace(
                    "CREATE INDEX", "CREATE INDEX IF NOT EXISTS"
                )
            )

    def forget(self, database: Database, told: Told) -> None:
        database.execute("DELETE FROM told_field WHERE record = ?", (told.record,))
        database.execute("DELETE FROM attachment WHERE record = ?", (told.record,))

    def retell(self, database: Database, told: Told, *, first: bool = False) -> None:
        self.tell(database, told)

    def tell(self, database: Database, told: Told) -> None:
        database.execute("DELETE FROM told_field WHERE record = ?", (told.record,))
        database.execute("DELETE FROM attachment WHERE record = ?", (told.record,))
        attachments.receive(database, told)
        disputed = {rival.field: len(rival.entries) for rival in told.rivals}
        for name, value in told.fields.items():
            database.execute(
                "INSERT INTO told_field VALUES (?, ?, ?, ?)", (told.record, name, repr(value), disputed.get(name, 0))
            )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@dataclass
class CourtProcess:
    """``serve`` (or one that dies on purpose) over one court's folder, in a process of its own."""

    folder: Path
    port: int
    serve: Callable[..., None] = serve
    process: BaseProcess | None = field(default=None, init=False)

    def start(self) -> None:
        self.process = FORKS.Process(target=self.serve, args=(self.folder,), kwargs={"port": self.port}, daemon=True)
        self.process.start()
        while True:
            if not self.process.is_alive():
                raise RuntimeError(f"the court server ended with {self.process.exitcode}")
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            self.process.join(0.02)

    def stop(self, how: int = signal.SIGTERM) -> None:
        if self.process is not None and self.process.is_alive():
            assert self.process.pid is not None
            os.kill(self.process.pid, how)
            self.wait_until_dead()
        self.process = None

    def kill(self) -> None:
        self.stop(signal.SIGKILL)

    def wait_until_dead(self) -> None:
        assert self.process is not None
        self.process.join(20)
        assert not self.process.is_alive(), "the court server goes on"
        self.process = None


@contextlib.contextmanager
def running(court: CourtProcess) -> Iterator[CourtProcess]:
    court.start()
    try:
        yield court
    finally:
        court.kill()


@dataclass
class Court:
    """A practice court with its folder, the port it is served at, and its tickets."""

    practice: PracticeCourt
    port: int

    @property
    def folder(self) -> Path:
        return self.practice.folder

    def ticket(self, number: int, port: int | None = None) -> Ticket:
        return replace(self.practice.tickets[number], url=f"https://127.0.0.1:{port or self.port}")


def new_court(
    folder: Path,
    laptops: int = 3,
    *,
    every_case: bool = True,
    code: str = "鲁0302",
    database: str | None = None,
) -> Court:
    port = free_port()
    practice = make_practice_court(
        folder, port=port, laptops=laptops, every_case=every_case, code=code, database=database
    )
    return Court(practice, port)


def new_laptop(folder: Path, seed: int, clock: Clock | None = None, key: DeviceKey | None = None) -> Desk:
    """A desk with its own encrypted database, journal and device key."""
    folder.mkdir(parents=True, exist_ok=True)
    source = random.Random(seed)
    device = key or DeviceKey.new(source.randbytes)
    database = open_database(folder / "xunhui.db", bytes([seed % 256]) * 32)
    put_secret(database, LEASE, bytes(32))
    return Desk(database, FieldTeller(), clock or SystemClock(), source.randbytes, CLERK, device)


def enrolled_laptop(folder: Path, seed: int, ticket: Ticket, clock: Clock | None = None) -> Desk:
    desk = new_laptop(folder, seed, clock)
    enrol(desk, ticket, f"{seed}号机")
    return desk


def told(desk: Desk) -> list[tuple[object, ...]]:
    """Everything that the laptop's told table says, in a fixed order."""
    rows = desk.database.query("SELECT * FROM told_field ORDER BY record, field, value")
    return [tuple(row.values()) for row in rows]
