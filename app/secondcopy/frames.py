"""Frames of an append-only encrypted file: each stands alone, so one torn or spoilt costs no other.

File: magic ``XHCOPY1\\n``, then ``LABEL_BYTES`` that name the file. Frame: ``XHF1``, length of the box (4 bytes, big
endian), box = nonce and AES-256-GCM of zstd(canonical JSON, newline, raw bytes), bound to the label and the offset.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import rfc8785
import zstandard

from app.clock import Randomness
from app.errors import NotPossibleNow
from app.keys.sealing import NotOpened, open_sealed, seal

MAGIC = b"XHCOPY1\n"
LABEL_BYTES = 24
HEADER_BYTES = len(MAGIC) + LABEL_BYTES
LARGEST = 8 * 1024 * 1024
_MARK = b"XHF1"
_BEFORE_BOX = len(_MARK) + 4
_SCAN = 64 * 1024


@dataclass(frozen=True)
class Frame:
    """One frame: what it says, its raw bytes, and where the next one begins."""

    said: Mapping[str, Any]
    raw: bytes
    end: int


@dataclass(frozen=True)
class Spoilt:
    """A stretch of the file that opens as no frame; ``torn`` if nothing good follows, as after a power cut."""

    start: int
    end: int
    torn: bool


def file_header(label: bytes) -> bytes:
    """The file's first bytes."""
    assert len(label) == LABEL_BYTES
    return MAGIC + label


def read_label(file: BinaryIO) -> bytes:
    """The label of the file; refuses with ``second_copy_damaged`` what is no such file."""
    file.seek(0)
    head = file.read(HEADER_BYTES)
    if len(head) < HEADER_BYTES or not head.startswith(MAGIC):
        raise NotPossibleNow("second_copy_damaged")
    return head[len(MAGIC) :]


def frame_bytes(
    key: bytes, label: bytes, offset: int, said: Mapping[str, Any], raw: bytes, randomness: Randomness
) -> bytes:
    """The frame as it is to be written at ``offset``."""
    plain = zstandard.ZstdCompressor(level=3).compress(rfc8785.dumps(dict(said)) + b"\n" + raw)
    box = seal(key, plain, _bound(label, offset), randomness)
    if len(box) > LARGEST:
        raise ValueError("frame too large")
    return _MARK + len(box).to_bytes(4, "big") + box


def read_frames(file: BinaryIO, key: bytes, label: bytes, start: int = HEADER_BYTES) -> Iterator[Frame | Spoilt]:
    """Every frame that opens, in order, and every stretch that does not; never raises for what the disk did."""
    total = file.seek(0, 2)
    offset = start
    while offset < total:
        frame = _frame_at(file, key, label, offset)
        if frame is not None:
            yield frame
            offset = frame.end
            continue
        following = _next_good(file, key, label, offset + 1, total)
        yield Spoilt(offset, following, torn=following == total)
        offset = following


def _frame_at(file: BinaryIO, key: bytes, label: bytes, offset: int) -> Frame | None:
    file.seek(offset)
    head = file.read(_BEFORE_BOX)
    if len(head) < _BEFORE_BOX or not head.startswith(_MARK):
        return None
    length = int.from_bytes(head[len(_MARK) :], "big")
    if length > LARGEST:
        return None
    box = file.read(length)
    try:
        packed = open_sealed(key, box, _bound(label, offset))
        plain = zstandard.ZstdDecompressor().decompress(packed, max_output_size=2 * LARGEST)
        said, _, raw = plain.partition(b"\n")
        return Frame(json.loads(said), raw, offset + _BEFORE_BOX + length)
    except (NotOpened, zstandard.ZstdError, ValueError):
        return None


def _next_good(file: BinaryIO, key: bytes, label: bytes, start: int, total: int) -> int:
    position = start
    while position < total:
        file.seek(position)
        window = file.read(_SCAN)
        found = window.find(_MARK)
        while found >= 0:
            if _frame_at(file, key, label, position + found) is not None:
                return position + found
            found = window.find(_MARK, found + 1)
        position += max(1, len(window) - len(_MARK) + 1)
    return total


def _bound(label: bytes, offset: int) -> bytes:
    return MAGIC + label + offset.to_bytes(8, "big")
