"""The bundle's container: frames encrypted to one reader and signed by one writer, in volumes that fit a stick."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.clock import Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey, signature_holds

MAGIC = b"XUNHUI-BUNDLE-1\n"
SIGNED_PREFIX = b"xunhui-bundle-1\x00"
KEY_PURPOSE = b"xunhui-bundle-1"
VOLUME_BYTES = 2_000_000_000
"""Below what a FAT32 stick takes in one file."""
MOST_FRAME = 24 * 1024 * 1024
MOST_PREAMBLE = 64 * 1024
END = b"z"
_LENGTH = 4
_SIGNATURE = 64
_CHUNK = 1024 * 1024
PREAMBLE_KEYS = {"bundle", "court", "ephemeral", "kind", "made_at", "version", "volume", "writer"}


class BundleWriter:
    """Writes frames to ``base.001``, ``base.002`` …; nothing has its final name before `close`."""

    def __init__(
        self,
        base: Path,
        facts: dict[str, str],
        reader: bytes,
        writer: DeviceKey,
        randomness: Randomness,
        volume_bytes: int = VOLUME_BYTES,
    ) -> None:
        self._base = base
        self._key = writer
        self._volume_bytes = volume_bytes
        ephemeral = X25519PrivateKey.from_private_bytes(randomness(32))
        self._shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(reader))
        self._facts: dict[str, Any] = {
            **facts,
            "bundle": randomness(16).hex(),
            "ephemeral": ephemeral.public_key().public_bytes_raw().hex(),
            "version": 1,
            "writer": writer.device_id,
        }
        self._paths: list[Path] = []
        self._open_volume()

    def add(self, kind: bytes, payload: bytes) -> None:
        """One frame more; a new volume where this one is full."""
        with stick_refusals():
            if self._frames and self._written + len(payload) > self._volume_bytes:
                self._close_volume(last=False)
                self._open_volume()
            self._frame(kind, payload)

    def close(self) -> list[Path]:
        """Every volume is whole, signed and synced under its final name."""
        with stick_refusals():
            self._close_volume(last=True)
            for path in self._paths:
                _waiting(path).replace(path)
        return self._paths

    def abandon(self) -> None:
        """Nothing of it is left."""
        self._file.close()
        for path in self._paths:
            _waiting(path).unlink(missing_ok=True)

    def _open_volume(self) -> None:
        with stick_refusals():
            number = len(self._paths) + 1
            path = volume_path(self._base, number)
            preamble = rfc8785.dumps({**self._facts, "volume": number})
            self._file: BinaryIO = _waiting(path).open("wb")
            self._paths.append(path)
            self._whole = hashlib.sha256()
            self._written = 0
            self._frames = 0
            head = MAGIC + len(preamble).to_bytes(_LENGTH, "big") + preamble
            self._about = hashlib.sha256(head).digest()
            self._cipher = AESGCM(_volume_key(self._shared, self._about))
            self._write(head)

    def _frame(self, kind: bytes, payload: bytes) -> None:
        box = self._cipher.encrypt(self._frames.to_bytes(12, "big"), kind + payload, self._about)
        self._write(len(box).to_bytes(_LENGTH, "big") + box)
        self._frames += 1

    def _close_volume(self, last: bool) -> None:
        self._frame(END, b"\x01" if last else b"\x00")
        self._write(b"\x00" * _LENGTH)
        self._file.write(self._key.sign(SIGNED_PREFIX + self._whole.digest()))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._whole.update(data)
        self._written += len(data)


def volume_path(base: Path, number: int) -> Path:
    return base.with_name(f"{base.name}.{number:03d}")


def volumes_of(file: Path) -> list[Path]:
    """Every volume beside `file`, which is the bundle's name or any one volume; ``bundle_not_found`` if none is."""
    base = file.with_suffix("") if file.suffix[1:].isdigit() else file
    found = sorted(path for path in base.parent.glob(f"{base.name}.[0-9][0-9][0-9]"))
    if not found:
        raise NeedsCorrection("bundle_not_found")
    return found


def read_preamble(path: Path) -> dict[str, Any]:
    """What the volume says about itself, unverified; ``bundle_damaged`` if it is none."""
    with stick_refusals(), path.open("rb") as file:
        return _preamble(file)[0]


def read_bundle(
    paths: Sequence[Path],
    reader: X25519PrivateKey,
    writer_key: Callable[[str], bytes],
    expected: dict[str, str],
) -> Iterator[tuple[bytes, bytes]]:
    """The frames (kind, payload) of all volumes in order, each volume's signature verified before its first frame.

    Refuses with ``bundle_damaged``, ``bundle_volume_missing``, ``bundle_for_another`` (court or kind), or what
    `writer_key` refuses.
    """
    ordered = check_volumes(paths, writer_key, expected)
    ended = False
    for path in ordered:
        for kind, payload in _frames(path, reader):
            ended = kind == END and payload == b"\x01"
            if kind != END:
                yield kind, payload
    if not ended:
        raise NeedsCorrection("bundle_volume_missing", volume=len(ordered) + 1)


def check_volumes(
    paths: Sequence[Path], writer_key: Callable[[str], bytes], expected: dict[str, str]
) -> list[Path]:
    """The volumes in their order, each one's signature verified; nothing is decrypted, so anybody may check.

    Refuses with ``bundle_damaged``, ``bundle_volume_missing``, ``bundle_for_another``, or what `writer_key` refuses.
    """
    ordered = sorted(((read_preamble(path), path) for path in paths), key=lambda each: int(each[0]["volume"]))
    if not ordered:
        raise NeedsCorrection("bundle_not_found")
    first = ordered[0][0]
    if any(first.get(name) != value for name, value in expected.items()):
        raise NeedsCorrection("bundle_for_another")
    public = writer_key(str(first["writer"]))
    for number, (preamble, path) in enumerate(ordered, 1):
        if preamble != {**first, "volume": number}:
            raise NeedsCorrection("bundle_volume_missing", volume=number)
        with stick_refusals():
            _verify_volume(path, public)
    return [path for _, path in ordered]


def _verify_volume(path: Path, public: bytes) -> None:
    size = path.stat().st_size
    whole = hashlib.sha256()
    with path.open("rb") as file:
        left = size - _SIGNATURE
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            whole.update(chunk)
            left -= len(chunk)
        if left != 0 or not signature_holds(public, file.read(), SIGNED_PREFIX + whole.digest()):
            raise NeedsCorrection("bundle_damaged", volume=path.name)


def _frames(path: Path, reader: X25519PrivateKey) -> Iterator[tuple[bytes, bytes]]:
    with stick_refusals(), path.open("rb") as file:
        preamble, about = _preamble(file)
        shared = reader.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(preamble["ephemeral"])))
        cipher = AESGCM(_volume_key(shared, about))
        count = 0
        while length := int.from_bytes(file.read(_LENGTH), "big"):
            if length > MOST_FRAME:
                raise NeedsCorrection("bundle_damaged", volume=path.name)
            try:
                plain = cipher.decrypt(count.to_bytes(12, "big"), file.read(length), about)
            except (InvalidTag, ValueError):
                # Signed by its writer, and yet not to be opened: it was sealed to somebody else.
                raise NeedsCorrection("bundle_for_another") from None
            count += 1
            yield plain[:1], plain[1:]


def _preamble(file: BinaryIO) -> tuple[dict[str, Any], bytes]:
    head = file.read(len(MAGIC) + _LENGTH)
    length = int.from_bytes(head[len(MAGIC) :], "big")
    if head[: len(MAGIC)] != MAGIC or not 0 < length <= MOST_PREAMBLE:
        raise NeedsCorrection("bundle_damaged")
    data = file.read(length)
    try:
        value = json.loads(data)
        whole = isinstance(value, dict) and set(value) == PREAMBLE_KEYS and isinstance(value["volume"], int)
        whole = whole and value["version"] == 1 and len(bytes.fromhex(value["ephemeral"])) == 32
    except (ValueError, TypeError):
        whole = False
    if not whole:
        raise NeedsCorrection("bundle_damaged")
    return value, hashlib.sha256(head + data).digest()


def _volume_key(shared: bytes, about: bytes) -> bytes:
    return HKDF(SHA256(), 32, about, KEY_PURPOSE).derive(shared)


def _waiting(path: Path) -> Path:
    return path.with_name(path.name + ".part")


@contextmanager
def stick_refusals() -> Iterator[None]:
    """A stick that is full, read-only or pulled out is a plain refusal."""
    try:
        yield
    except OSError as error:
        codes = {errno.ENOSPC: "disk_full", errno.EROFS: "folder_read_only", errno.EACCES: "folder_read_only"}
        raise NotPossibleNow(codes.get(error.errno or 0, "stick_gone")) from None
