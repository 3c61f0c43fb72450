"""An attachment on disk: authenticated AES-256-GCM pieces of up to 4 MiB, each written once for ever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from app.clock import Randomness
from app.errors import NotPossibleNow
from app.keys.sealing import NONCE_BYTES, TAG_BYTES, NotOpened, open_sealed, seal

MAGIC = b"XHATT1"
ID_BYTES = 16
HEADER_BYTES = len(MAGIC) + 2 + ID_BYTES
PIECE_BYTES = 4 * 1024 * 1024
_LENGTH_BYTES = 4
_FRAME_BYTES = _LENGTH_BYTES + NONCE_BYTES + TAG_BYTES
_VERSION = 1


@dataclass(frozen=True)
class Piece:
    """Where one piece lies: its number, where its plain bytes begin, how many, and where in the file."""

    index: int
    start: int
    length: int
    position: int


def header(file_id: bytes) -> bytes:
    """The file's first bytes: what it is, and its own name, so that a renamed file does not open."""
    return MAGIC + _VERSION.to_bytes(2, "big") + file_id


def write_piece(
    file: BinaryIO, key: bytes, file_id: bytes, index: int, start: int, plain: bytes, randomness: Randomness
) -> None:
    """Appends one piece; its nonce is random, so that one cut short and written again gives nothing away."""
    box = seal(key, plain, _label(file_id, index, start, len(plain)), randomness)
    write_all(file, len(plain).to_bytes(_LENGTH_BYTES, "big") + box)


def write_all(file: BinaryIO, data: bytes) -> None:
    """Every byte is with the system; an unbuffered file may take less than it was given, and says so."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


class PieceReader:
    """Reads any range of an attachment piece by piece; every byte it gives has been authenticated."""

    def __init__(self, file: BinaryIO, key: bytes, file_id: bytes) -> None:
        self._file = file
        self._key = key
        self._id = file_id
        self.pieces = list[Piece]()
        self.size = 0
        self.end = HEADER_BYTES
        """Where the last whole piece ends; anything after it is a write that was cut short."""
        self._last: tuple[int, bytes] | None = None
        self._scan()

    def __enter__(self) -> PieceReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, start: int = 0, length: int | None = None) -> bytes:
        """The plain bytes from ``start``; fewer than asked at the end."""
        stop = self.size if length is None else min(self.size, start + length)
        return b"".join(self.chunks(start, stop))

    def chunks(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The plain bytes from ``start`` to ``stop``, at most one piece in memory at a time."""
        stop = self.size if stop is None else min(stop, self.size)
        for piece in self.pieces[self._piece_at(start) :]:
            if piece.start >= stop:
                return
            plain = self._open(piece)
            yield plain[max(0, start - piece.start) : stop - piece.start]

    def drop_last(self) -> None:
        """Forgets the last piece, because it was not wholly on disk when the power went."""
        piece = self.pieces.pop()
        self.size, self.end = piece.start, piece.position

    def last_holds(self) -> bool:
        """Whether the last piece opens; the length of a piece can be on disk before its bytes are."""
        if not self.pieces:
            return True
        try:
            self._open(self.pieces[-1])
        except NotPossibleNow:
            return False
        return True

    def _scan(self) -> None:
        total = os.fstat(self._file.fileno()).st_size
        self._file.seek(0)
        if self._file.read(HEADER_BYTES) != header(self._id):
            if total < HEADER_BYTES:
                self.end = 0
                return
            raise NotPossibleNow("attachment_damaged")
        position = HEADER_BYTES
        while position + _FRAME_BYTES <= total:
            self._file.seek(position)
            length = int.from_bytes(self._file.read(_LENGTH_BYTES), "big")
            after = position + _FRAME_BYTES + length
            if not 0 < length <= PIECE_BYTES or after > total:
                break
            self.pieces.append(Piece(len(self.pieces), self.size, length, position))
            self.size += length
            position = self.end = after

    def _piece_at(self, start: int) -> int:
        low, high = 0, len(self.pieces)
        while low < high:
            middle = (low + high) // 2
            piece = self.pieces[middle]
            if piece.start + piece.length <= start:
                low = middle + 1
            else:
                high = middle
        return low

    def _open(self, piece: Piece) -> bytes:
        if self._last is not None and self._last[0] == piece.index:
            return self._last[1]
        self._file.seek(piece.position + _LENGTH_BYTES)
        box = self._file.read(NONCE_BYTES + piece.length + TAG_BYTES)
        try:
            plain = open_sealed(self._key, box, _label(self._id, piece.index, piece.start, piece.length))
        except NotOpened:
            raise NotPossibleNow("attachment_damaged") from None
        self._last = (piece.index, plain)
        return plain


def _label(file_id: bytes, index: int, start: int, length: int) -> bytes:
    numbers = index.to_bytes(8, "big") + start.to_bytes(8, "big") + length.to_bytes(4, "big")
    return header(file_id) + numbers
