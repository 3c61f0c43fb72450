"""An attachment that is still arriving: from a file, a microphone or another machine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from app.attachments.pieces import header, write_all, write_piece
from app.clock import Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.storage.durable import disk_refusals

if TYPE_CHECKING:
    from hashlib import _Hash

Opener = Callable[[Path, str], BinaryIO]
"""Opens an unbuffered file; handed in, so that a test can fill the disk at any write."""


@dataclass(frozen=True)
class Stored:
    """An attachment that lies whole and fsynced on this disk; named by the SHA-256 of its plain bytes."""

    digest: str
    size: int


def open_unbuffered(path: Path, mode: str) -> BinaryIO:
    """Without a buffer a write that does not fit fails at once, not when the file is closed."""
    return cast(BinaryIO, open(path, mode, buffering=0))


class Incoming:
    """Takes plain bytes, writes encrypted pieces; at any moment ``offset`` bytes are whole pieces on disk.

    ``write`` touches no database, so the thread of a microphone may call it; the rest belongs to the database's.
    """

    def __init__(
        self,
        *,
        file: BinaryIO,
        file_id: str,
        key: bytes,
        randomness: Randomness,
        piece_bytes: int,
        safe_each_piece: bool,
        expected: Stored | None,
        on_finish: Callable[[str, str, int], Stored],
        on_abandon: Callable[[str], None],
    ) -> None:
        self.file_id = file_id
        self.offset = 0
        self._file = file
        self._key = key
        self._randomness = randomness
        self._piece_bytes = piece_bytes
        self._safe_each_piece = safe_each_piece
        self._expected = expected
        self._on_finish = on_finish
        self._on_abandon = on_abandon
        self._whole: _Hash = hashlib.sha256()
        self._pending = bytearray()
        self._count = 0
        self._end = 0

    @property
    def taken(self) -> int:
        """Bytes that were taken so far, those not yet on disk too."""
        return self.offset + len(self._pending)

    def go_on(self, offset: int, count: int, end: int, whole: _Hash) -> None:
        """The file already holds ``count`` pieces, ``offset`` plain bytes, up to its byte ``end``."""
        self.offset, self._count, self._end, self._whole = offset, count, end, whole

    def write(self, data: bytes) -> None:
        """Takes plain bytes in order. Refuses with ``disk_full``; whole pieces written before stay good."""
        self._pending += data
        while len(self._pending) >= self._piece_bytes:
            piece = bytes(self._pending[: self._piece_bytes])
            self._write_piece(piece)
            del self._pending[: self._piece_bytes]

    def pause(self) -> None:
        """All that was taken so far is safe on disk; the file is closed, to be gone on with later."""
        try:
            self._flush()
        finally:
            self.close()

    def close(self) -> None:
        """Ends it as it lies, as a power cut would: whole pieces are safe, what was pending is not."""
        self._file.close()

    def finish(self) -> Stored:
        """The attachment is whole and fsynced; another copy of the same bytes is not kept twice.

        Refuses with ``attachment_empty``; and, where a digest was announced, with ``attachment_incomplete``
        (it can go on) or ``attachment_not_as_announced`` (nothing of it is kept).
        """
        self._flush()
        size, digest = self.offset, self._whole.hexdigest()
        self._file.close()
        if size == 0:
            self._on_abandon(self.file_id)
            raise NeedsCorrection("attachment_empty")
        if self._expected is not None and size < self._expected.size:
            raise NotPossibleNow("attachment_incomplete", offset=size)
        if self._expected is not None and self._expected != Stored(digest, size):
            self._on_abandon(self.file_id)
            raise NotPossibleNow("attachment_not_as_announced", digest=self._expected.digest)
        return self._on_finish(self.file_id, digest, size)

    def abandon(self) -> None:
        """Nothing of it is left."""
        self._file.close()
        self._on_abandon(self.file_id)

    def _flush(self) -> None:
        if self._pending:
            self._write_piece(bytes(self._pending))
            self._pending.clear()
        with disk_refusals():
            os.fsync(self._file.fileno())

    def _write_piece(self, plain: bytes) -> None:
        file_id = bytes.fromhex(self.file_id)
        try:
            with disk_refusals():
                if self._end == 0:
                    write_all(self._file, header(file_id))
                write_piece(self._file, self._key, file_id, self._count, self.offset, plain, self._randomness)
                if self._safe_each_piece:
                    os.fsync(self._file.fileno())
        except BaseException:
            # The torn piece goes, so that a recording can be finished with what fitted.
            self._file.seek(self._end)
            self._file.truncate()
            raise
        self._whole.update(plain)
        self.offset += len(plain)
        self._count += 1
        self._end = self._file.tell()
