"""The attachments folder: what lies in it, under which key, and how bytes come in and go out."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from app.attachments.incoming import Incoming, Opener, Stored, open_unbuffered
from app.attachments.pieces import ID_BYTES, PIECE_BYTES, PieceReader
from app.clock import Randomness
from app.errors import NotPossibleNow
from app.storage.database import Database
from app.storage.durable import disk_refusals, sync_folder

FOLDER = "attachments"
CAPTURE_PIECE_BYTES = 16 * 1024
"""Half a second of 16 kHz sound: with what the microphone still holds, a power cut takes less than one."""
_KEY_BYTES = 32


@dataclass(frozen=True)
class CutShort:
    """A recording that a power cut ended: what is on disk can still become an attachment (``rescue``)."""

    file_id: str
    size: int


@dataclass(frozen=True)
class FileKey:
    """Where a whole attachment lies and what opens it; for the second copy only, never for a log."""

    file_id: str
    key: bytes = field(repr=False)
    digest: str
    size: int


class AttachmentFiles:
    """The encrypted files of one profile and the keys that open them; belongs to the database's thread."""

    def __init__(self, database: Database, folder: Path, randomness: Randomness, opener: Opener | None = None) -> None:
        self.database = database
        self.folder = folder
        self.randomness = randomness
        self._open_file = opener or open_unbuffered

    def add(self, source: Path | bytes | Iterable[bytes]) -> Stored:
        """The bytes lie encrypted and fsynced on disk, once, however often they are added.

        Refuses with ``disk_full``, ``folder_read_only``, ``source_unreadable`` or ``attachment_empty``; then
        nothing of it is left.
        """
        incoming = self._begin("copy", PIECE_BYTES)
        try:
            for chunk in _chunks_of(source):
                incoming.write(chunk)
            return incoming.finish()
        except BaseException:
            incoming.abandon()
            raise

    def capture(self) -> Incoming:
        """Begins a recording: every frame is encrypted before its first write, and survives a power cut."""
        return self._begin("capture", CAPTURE_PIECE_BYTES)

    def receive(self, digest: str, size: int) -> Incoming:
        """Begins, or goes on with, an attachment from elsewhere: send its bytes from ``offset`` on."""
        row = self._arriving(digest)
        if row is None:
            return self._begin("receive", PIECE_BYTES, digest, size)
        return self._go_on(row["file_id"], row["key"], digest, size, PIECE_BYTES)

    def received(self, digest: str) -> int:
        """How many bytes of an unfinished receive are safe on disk; where the sender goes on. 0 if none."""
        row = self._arriving(digest)
        if row is None:
            return 0
        with self._reader(row["file_id"], row["key"]) as reader:
            while not reader.last_holds():
                reader.drop_last()
            return reader.size

    def has(self, digest: str) -> bool:
        """Whether the attachment lies whole on this disk."""
        return self._held(digest) is not None

    def size(self, digest: str) -> int:
        """Plain bytes; refuses with ``attachment_not_here``."""
        return int(self._row(digest)["size"])

    def digests(self) -> list[str]:
        """Every attachment that lies whole on this disk, in the order in which they were finished here."""
        rows = self.database.query("SELECT digest FROM attachment_file WHERE finished = 1 ORDER BY rowid")
        return [row["digest"] for row in rows]

    def key_of(self, digest: str) -> FileKey:
        """Where the attachment lies and what opens it; refuses with ``attachment_not_here``."""
        row = self._row(digest)
        return FileKey(row["file_id"], row["key"], digest, row["size"])

    def adopt(self, known: FileKey) -> bool:
        """A file whose key was lost with a database is known again, if it lies here and holds; True if so."""
        if self.has(known.digest):
            return True
        if not self._path(known.file_id).exists():
            return False
        self.database.execute(
            "INSERT INTO attachment_file (file_id, key, purpose, digest, size, finished)"
            " VALUES (?, ?, 'copy', ?, ?, 1)",
            (known.file_id, known.key, known.digest, known.size),
        )
        try:
            self.verify(known.digest)
        except NotPossibleNow:
            self.database.execute("DELETE FROM attachment_file WHERE file_id = ?", (known.file_id,))
            return False
        return True

    def open(self, digest: str) -> PieceReader:
        """A reader (to be closed, or used in ``with``) that gives any range without loading the rest."""
        row = self._row(digest)
        try:
            reader = self._reader(row["file_id"], row["key"])
        except FileNotFoundError:
            raise NotPossibleNow("attachment_damaged", digest=digest) from None
        if reader.size != row["size"]:
            reader.__exit__()
            raise NotPossibleNow("attachment_damaged", digest=digest)
        return reader

    def read(self, digest: str, start: int = 0, length: int | None = None) -> bytes:
        """The plain bytes of the range; refuses with ``attachment_not_here`` or ``attachment_damaged``."""
        with self.open(digest) as reader:
            return reader.read(start, length)

    def verify(self, digest: str) -> None:
        """Returns if the file is what it is named for, to the last byte; else ``attachment_damaged``."""
        with self.open(digest) as reader:
            whole = hashlib.sha256()
            for chunk in reader.chunks():
                whole.update(chunk)
        if whole.hexdigest() != digest:
            raise NotPossibleNow("attachment_damaged", digest=digest)

    def remove(self, digest: str) -> None:
        """The attachment is gone from this laptop: its key first, so that what the disk may keep is noise."""
        row = self._held(digest)
        if row is not None:
            self.database.execute("DELETE FROM attachment_file WHERE file_id = ?", (row["file_id"],))
            self._path(row["file_id"]).unlink(missing_ok=True)

    def let_go(self, digest: str) -> None:
        """No key opens the attachment any more; inside a transaction, after which ``tidy`` takes the noise away."""
        row = self._held(digest)
        if row is not None:
            self.database.execute("DELETE FROM attachment_file WHERE file_id = ?", (row["file_id"],))

    def cut_short(self) -> list[CutShort]:
        """Recordings that were never finished, with what is safe of each."""
        found = list[CutShort]()
        for row in self.database.query(
            "SELECT file_id, key FROM attachment_file WHERE finished = 0 AND purpose = 'capture' ORDER BY rowid"
        ):
            if not self._path(row["file_id"]).exists():
                continue
            with self._reader(row["file_id"], row["key"]) as reader:
                if not reader.last_holds():
                    reader.drop_last()
                if reader.size:
                    found.append(CutShort(row["file_id"], reader.size))
        return found

    def rescue(self, file_id: str) -> Stored:
        """What is safe of a recording that was cut short is an attachment now."""
        rows = self.database.query("SELECT key FROM attachment_file WHERE file_id = ? AND finished = 0", (file_id,))
        if not rows:
            raise NotPossibleNow("attachment_not_here")
        return self._go_on(file_id, rows[0]["key"], None, None, CAPTURE_PIECE_BYTES).finish()

    def tidy(self) -> None:
        """At opening: copies that a crash cut short are gone, for their source is still there.

        So are files that no key opens. Recordings and half-received attachments stay; and while a damaged
        database lies beside, nothing without a key is deleted: its key may be in there.
        """
        for row in self.database.query("SELECT file_id, purpose FROM attachment_file WHERE finished = 0"):
            if row["purpose"] == "copy" or not self._path(row["file_id"]).exists():
                self._forget(row["file_id"])
        if any(self.database.path.parent.glob("*.damaged-*")) or not self.folder.is_dir():
            return
        known = {row["file_id"] for row in self.database.query("SELECT file_id FROM attachment_file")}
        for path in self.folder.glob("??/*"):
            if path.name not in known:
                path.unlink(missing_ok=True)

    def _begin(self, purpose: str, piece_bytes: int, digest: str | None = None, size: int | None = None) -> Incoming:
        file_id, key = self.randomness(ID_BYTES).hex(), self.randomness(_KEY_BYTES)
        self.database.execute(
            "INSERT INTO attachment_file (file_id, key, purpose, digest, size) VALUES (?, ?, ?, ?, ?)",
            (file_id, key, purpose, digest, size),
        )
        path = self._path(file_id)
        try:
            with disk_refusals():
                path.parent.mkdir(parents=True, exist_ok=True)
                file = self._open_file(path, "xb")
                sync_folder(path.parent)
                sync_folder(self.folder)
        except BaseException:
            self._forget(file_id)
            raise
        return self._incoming(file, file_id, key, purpose, digest, size, piece_bytes)

    def _go_on(self, file_id: str, key: bytes, digest: str | None, size: int | None, piece_bytes: int) -> Incoming:
        whole = hashlib.sha256()
        with self._reader(file_id, key) as reader:
            while not reader.last_holds():
                reader.drop_last()
            for chunk in reader.chunks():
                whole.update(chunk)
            offset, end, count = reader.size, reader.end, len(reader.pieces)
        with disk_refusals():
            file = self._open_file(self._path(file_id), "r+b")
            file.seek(end)
            file.truncate()
        purpose = "receive" if digest is not None else "capture"
        incoming = self._incoming(file, file_id, key, purpose, digest, size, piece_bytes)
        incoming.go_on(offset, count, end, whole)
        return incoming

    def _incoming(
        self,
        file: BinaryIO,
        file_id: str,
        key: bytes,
        purpose: str,
        digest: str | None,
        size: int | None,
        piece_bytes: int,
    ) -> Incoming:
        return Incoming(
            file=file,
            file_id=file_id,
            key=key,
            randomness=self.randomness,
            piece_bytes=piece_bytes,
            safe_each_piece=purpose != "copy",
            expected=None if digest is None or size is None else Stored(digest, size),
            on_finish=self._finished,
            on_abandon=self._forget,
        )

    def _finished(self, file_id: str, digest: str, size: int) -> Stored:
        held = self._held(digest)
        if held is not None and self._path(held["file_id"]).exists():
            self._forget(file_id)
            return Stored(digest, size)
        with self.database.transaction():
            self.database.execute("DELETE FROM attachment_file WHERE digest = ? AND finished = 1", (digest,))
            self.database.execute(
                "UPDATE attachment_file SET digest = ?, size = ?, finished = 1 WHERE file_id = ?",
                (digest, size, file_id),
            )
        return Stored(digest, size)

    def _forget(self, file_id: str) -> None:
        # A full disk can refuse even this delete; the row then stays unfinished, and tidy() takes it later.
        with contextlib.suppress(NotPossibleNow):
            self.database.execute("DELETE FROM attachment_file WHERE file_id = ?", (file_id,))
        self._path(file_id).unlink(missing_ok=True)

    def _arriving(self, digest: str) -> dict[str, Any] | None:
        rows = self.database.query(
            "SELECT file_id, key FROM attachment_file WHERE digest = ? AND finished = 0 AND purpose = 'receive'",
            (digest,),
        )
        if rows and not self._path(rows[0]["file_id"]).exists():
            self._forget(rows[0]["file_id"])
            return None
        return rows[0] if rows else None

    def _held(self, digest: str) -> dict[str, Any] | None:
        rows = self.database.query(
            "SELECT file_id, key, size FROM attachment_file WHERE digest = ? AND finished = 1", (digest,)
        )
        return rows[0] if rows else None

    def _row(self, digest: str) -> dict[str, Any]:
        row = self._held(digest)
        if row is None:
            raise NotPossibleNow("attachment_not_here", digest=digest)
        return row

    def _path(self, file_id: str) -> Path:
        return self.folder / file_id[:2] / file_id

    def _reader(self, file_id: str, key: bytes) -> PieceReader:
        file = self._path(file_id).open("rb")
        try:
            return PieceReader(file, key, bytes.fromhex(file_id))
        except BaseException:
            file.close()
            raise


def _chunks_of(source: Path | bytes | Iterable[bytes]) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
    elif isinstance(source, Path):
        try:
            with source.open("rb") as file:
                while chunk := file.read(PIECE_BYTES):
                    yield chunk
        except OSError:
            raise NotPossibleNow("source_unreadable") from None
    else:
        yield from source
