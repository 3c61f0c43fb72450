"""The volumes of one second copy in a folder: named, appended to, rolled over, read from the first to the last."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.clock import Randomness
from app.errors import NotPossibleNow
from app.keys.derive import salted
from app.secondcopy.frames import (
    HEADER_BYTES,
    LABEL_BYTES,
    Frame,
    Spoilt,
    file_header,
    frame_bytes,
    read_frames,
    read_label,
)
from app.storage.durable import FULL, READ_ONLY, sync_folder

ID_BYTES = 16
VOLUME_BYTES = 1 << 30
"""A stick formatted as FAT32 holds no file of 4 GiB."""
_NAME = re.compile(r"^xunhui-([0-9a-f]{32})-(\d{4})\.xhcopy$")


class Volumes:
    """One copy (``copy`` is its id, hex) in one folder; only ever appended to."""

    def __init__(self, folder: Path, copy: str, copy_key: bytes, randomness: Randomness) -> None:
        self.folder = folder
        self.copy = copy
        self._key = salted(copy_key, bytes.fromhex(copy), "xunhui/second-copy-volumes/1")
        self._randomness = randomness

    def numbers(self) -> list[int]:
        """The volumes that are there, ascending."""
        return sorted(number for copy, number in _volumes_in(self.folder) if copy == self.copy)

    def length(self, number: int) -> int:
        """Bytes in the volume; 0 where there is none."""
        path = self.path(number)
        return path.stat().st_size if path.exists() else 0

    def size(self) -> int:
        """Bytes in all volumes."""
        return sum(self.length(number) for number in self.numbers())

    def append(self, frames: Sequence[tuple[Mapping[str, Any], bytes]], after: tuple[int, int]) -> tuple[int, int]:
        """The frames are on disk, fsynced, after the place ``after`` (volume, length); gives the new place.

        What lies behind ``after`` is a write that was cut short, and is overwritten. Refuses with
        ``second_copy_full``, ``second_copy_gone`` or ``second_copy_read_only``.
        """
        number, length = after
        with copy_refusals():
            if number == 0 or length >= VOLUME_BYTES:
                number, length = number + 1, 0
            label = self.label(number)
            with self.path(number).open("r+b" if self.path(number).exists() else "xb") as file:
                file.seek(length)
                if length == 0:
                    file.write(file_header(label))
                    length = HEADER_BYTES
                for said, raw in frames:
                    data = frame_bytes(self._key, label, length, said, raw, self._randomness)
                    file.write(data)
                    length += len(data)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
            sync_folder(self.folder)
        return number, length

    def read(self, after: tuple[int, int] = (0, 0)) -> Iterator[Frame | Spoilt]:
        """Every frame behind the place ``after`` (volume, length), and every stretch that does not open."""
        for number in self.numbers():
            if number < after[0]:
                continue
            with self.path(number).open("rb") as file:
                try:
                    label = read_label(file)
                except NotPossibleNow:
                    label = b""
                if label != self.label(number):
                    # The header is spoilt, but frames name their place themselves.
                    yield Spoilt(0, HEADER_BYTES, torn=False)
                start = after[1] if number == after[0] else HEADER_BYTES
                yield from read_frames(file, self._key, self.label(number), start)

    def remove(self) -> None:
        """The copy is gone from the folder."""
        for number in self.numbers():
            self.path(number).unlink(missing_ok=True)

    def path(self, number: int) -> Path:
        """Where the volume lies."""
        return self.folder / f"xunhui-{self.copy}-{number:04d}.xhcopy"

    def label(self, number: int) -> bytes:
        """What the volume's frames are bound to."""
        return bytes.fromhex(self.copy) + number.to_bytes(LABEL_BYTES - ID_BYTES, "big")


def copies_in(folder: Path) -> list[str]:
    """Ids of the copies that lie in the folder, of this laptop or of others."""
    return sorted({copy for copy, _ in _volumes_in(folder)})


@contextmanager
def copy_refusals() -> Iterator[None]:
    """What a stick does to a write becomes a refusal by code."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise NotPossibleNow("second_copy_full") from None
        if error.errno in READ_ONLY:
            raise NotPossibleNow("second_copy_read_only") from None
        raise NotPossibleNow("second_copy_gone") from None


def _volumes_in(folder: Path) -> list[tuple[str, int]]:
    if not folder.is_dir():
        return []
    found = (_NAME.match(path.name) for path in folder.iterdir())
    return [(match[1], int(match[2])) for match in found if match]
