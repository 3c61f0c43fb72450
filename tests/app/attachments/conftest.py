"""A real encrypted database with an attachments folder, and a disk that fills up when told."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.attachments.files import FOLDER, AttachmentFiles
from app.attachments.incoming import open_unbuffered
from app.storage.database import open_database

KEY = bytes(range(32))


class SmallDisk:
    """Opens files on a disk with ``room`` bytes left; of a write that does not fit a part lands."""

    def __init__(self, room: int) -> None:
        self.room = room

    def __call__(self, path: Path, mode: str):
        return _SmallFile(open_unbuffered(path, mode), self)


class _SmallFile:
    def __init__(self, file, disk: SmallDisk) -> None:
        self._file = file
        self._disk = disk

    def write(self, data) -> int:
        if self._disk.room == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        fits = min(len(data), self._disk.room)
        self._disk.room -= fits
        return self._file.write(data[:fits])

    def __getattr__(self, name: str):
        return getattr(self._file, name)


@pytest.fixture
def database(tmp_path):
    database = open_database(tmp_path / "xunhui.db", KEY)
    yield database
    database.close()


@pytest.fixture
def files(database, tmp_path, randomness):
    return AttachmentFiles(database, tmp_path / FOLDER, randomness)


@pytest.fixture
def small_disk(database, tmp_path, randomness):
    def _with_room(room: int) -> AttachmentFiles:
        return AttachmentFiles(database, tmp_path / FOLDER, randomness, opener=SmallDisk(room))

    return _with_room


@pytest.fixture
def on_disk(tmp_path):
    """The files that lie in the attachments folder now."""
    return lambda: sorted(path for path in (tmp_path / FOLDER).glob("??/*"))
