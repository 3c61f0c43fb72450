"""A practice profile whose journal grows by real entries, and pages of its database that can be spoilt."""

from __future__ import annotations

import pytest

from app.attachments.files import FOLDER as ATTACHMENTS
from app.attachments.files import AttachmentFiles
from app.journal.devices import add_devices
from app.journal.entry import Happening
from app.journal.journal import Journal
from app.keys.provision import NewOfficer, provision
from app.keys.session import unlock
from app.secondcopy.copy import SecondCopy

PASSPHRASE = "山路 十八弯 案卷 在背上"


class Laptop:
    """One profile: written to, closed, damaged and opened again."""

    def __init__(self, folder, clock, randomness) -> None:
        self.profile, self.clock, self.randomness = folder, clock, randomness
        self.session = provision(
            folder,
            [NewOfficer("judge-1", "林正和", "judge", PASSPHRASE, "274916")],
            clock,
            randomness,
            court_escrow=None,
            practice=True,
        )
        self.key = bytes(self.session._key)
        self.device = self.session.device
        add_devices(self.session.database, {self.device.device_id: self.device.public})
        self._ready()

    def _ready(self) -> None:
        self.database = self.session.database
        self.journal = Journal(self.database)
        self.files = AttachmentFiles(self.database, self.profile / ATTACHMENTS, self.randomness)
        self.copy = SecondCopy(self.database, self.session.copy_key(), self.clock, self.randomness, reserve_bytes=0)

    def open(self) -> None:
        self.session = unlock(self.profile, "judge-1", PASSPHRASE, self.clock, self.randomness)
        self._ready()

    def close(self) -> None:
        self.session.lock()

    def write(self, count, words="原告张𬱖称：借款三万元，借条在卷。", act="turn.taken", fields=None):
        """So many entries, each its own commit."""
        written = []
        for _ in range(count):
            with self.database.transaction():
                number = self.journal.count()
                happening = Happening(
                    act=act,
                    record=f"turn-{number}",
                    fields=fields or {"text": words * 5, "number": number},
                    bases={},
                    case="case-1",
                    compartment="main",
                    officer="judge-1",
                    claimed_at=self.clock.now().isoformat(),
                    boot=self.clock.boot_id,
                    monotonic_ms=self.clock.monotonic_ms(),
                    head_seen=None,
                    group=None,
                )
                written.append(self.journal.append(happening, self.device, self.randomness(16)))
        return written

    def attach(self, plain: bytes) -> str:
        stored = self.files.add(plain)
        self.write(1, act="attachment.added", fields={"digest": stored.digest, "size": stored.size})
        return stored.digest

    def spoil_page(self, *numbers) -> None:
        """A bit of each page (numbered from 1) flips on the disk."""
        path = self.profile / "xunhui.db"
        raw = bytearray(path.read_bytes())
        for number in numbers:
            raw[(number - 1) * 4096 + 2000] ^= 0x10
        path.write_bytes(raw)

    def pages(self) -> int:
        return (self.profile / "xunhui.db").stat().st_size // 4096


@pytest.fixture
def laptop(tmp_path, clock, randomness):
    laptop = Laptop(tmp_path / "profile", clock, randomness)
    yield laptop
    laptop.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
