"""Which kind each file of a profile is, told by its bytes: everything that can hold a case's word is encrypted."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.storage.database import PLAINTEXT_MAGIC

_SAMPLE = 64 * 1024
_SLOTS = {"format", "practice", "slots", "throttles"}
_SLOT = {"box", "holder", "id", "kind", "metadata"}
_METADATA = {"check", "kdf", "name", "court_key"}
_SHM_BYTES = 32 * 1024
_WAL_MAGICS = (bytes.fromhex("377f0682"), bytes.fromhex("377f0683"))
_DATABASE = re.compile(r"^xunhui\.db(\.damaged-\d+|\.refilling|\.refilled|\.salvage)?(-wal|-shm|-journal)?$")
_ATTACHMENT = re.compile(r"^attachments/[0-9a-f]{2}/[0-9a-f]{32}$")
_COPY = re.compile(r"^(second-copy/)?xunhui-[0-9a-f]{32}-\d{4}\.xhcopy$")
_WRAPPED = re.compile(r"^(second-copy/xunhui-[0-9a-f]{32}\.)?slots\.json(\.new)?$")


@dataclass(frozen=True)
class AtRest:
    """One file. ``kind``: database, wal, index (page numbers only), wrapped_keys, attachment, second_copy, lock,
    or ``unknown``, which is a word of a case until somebody has looked."""

    path: str
    kind: str

    @property
    def safe(self) -> bool:
        """Whether the file is of a kind that gives nothing away."""
        return self.kind != "unknown"


def classify(profile: Path) -> list[AtRest]:
    """Every file under the profile, by path, with its kind; name and bytes must both be of the kind."""
    found = list[AtRest]()
    for path in sorted(profile.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        name = path.relative_to(profile).as_posix()
        found.append(AtRest(name, "unknown" if path.is_symlink() else _kind(name, path)))
    return found


def unsafe_files(profile: Path) -> list[str]:
    """Paths of the files that are of no encrypted kind; empty for a sound profile."""
    return [file.path for file in classify(profile) if not file.safe]


def _kind(name: str, path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    database = _DATABASE.match(name)
    if name == "lock":
        return "lock" if len(head) <= 64 and (not head or head.strip().isdigit()) else "unknown"
    if _WRAPPED.match(name):
        return "wrapped_keys" if _is_wrapped_keys(path) else "unknown"
    if database and database[2] == "-shm":
        return "index" if path.stat().st_size % _SHM_BYTES == 0 else "unknown"
    if database and database[2] == "-wal":
        sealed = not head or (head[:4] in _WAL_MAGICS and _looks_random(head[32 + 24 :]))
        return "wal" if sealed else "unknown"
    if database:
        sealed = not head.startswith(PLAINTEXT_MAGIC) and path.stat().st_size % 4096 == 0 and _looks_random(head)
        return "database" if sealed else "unknown"
    if _ATTACHMENT.match(name):
        # Header (24 bytes, see app/attachments/pieces.py), then boxes.
        sealed = not head or (head.startswith(b"XHATT1\x00\x01") and head[8:24].hex() == path.name)
        return "attachment" if sealed and _looks_random(head[24:]) else "unknown"
    if _COPY.match(name):
        sealed = head.startswith(b"XHCOPY1\n") and _looks_random(head[32:])
        return "second_copy" if sealed else "unknown"
    return "unknown"


def _is_wrapped_keys(path: Path) -> bool:
    try:
        held = json.loads(path.read_bytes())
        return (
            set(held) == _SLOTS
            and all(set(slot) == _SLOT for slot in held["slots"])
            and all(set(slot["metadata"]) <= _METADATA for slot in held["slots"])
        )
    except (ValueError, TypeError, KeyError):
        return False


def _looks_random(sample: bytes) -> bool:
    """Whether the bytes are spread as ciphertext's are; text, images' headers and zeros are not."""
    if len(sample) < 256:
        return not _is_text(sample)
    counts = Counter(sample)
    entropy = -sum(n / len(sample) * math.log2(n / len(sample)) for n in counts.values())
    # Random bytes: 8 bits less about 255 / (2 ln 2 · n); measured spread is far below the margin of 0.3.
    return entropy > 8 - 255 / (2 * math.log(2) * len(sample)) - 0.3


def _is_text(sample: bytes) -> bool:
    if len(sample) < 16:
        return False
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
