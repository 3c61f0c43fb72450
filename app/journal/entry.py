"""One journal entry: its canonical bytes, how it is made, and how anyone checks it (shape 1, sync/PROTOCOL.md)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import rfc8785

from app.journal.device import DeviceKey, signature_holds

SHAPE = 1
SIGNED_PREFIX = b"xunhui-entry-1\x00"
SALT_BYTES = 16
COURT = "court"
"""The case id of entries that belong to no case."""
MAIN = "main"
"""The compartment of what everybody who may see the case may see (正卷)."""
HEADER_KEYS = {"body", "case", "compartment", "device", "previous", "sequence", "shape"}
BODY_KEYS = {
    "act", "bases", "boot", "claimed_at", "fields", "group", "head_seen", "monotonic_ms", "officer", "record", "salt",
}  # fmt: skip

Json = Any
"""What RFC 8259 JSON holds; numbers are integers only, since amounts are text."""


class TamperedEntry(Exception):
    """An entry that is not what its device signed; ``why`` is a code, ``name`` the entry's."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{why} {name[:16]}")
        self.name = name
        self.why = why


class ForkedDevice(Exception):
    """Two entries claim the same place in one device's chain: a cloned or restored disk."""

    def __init__(self, device: str, sequence: int, entries: Sequence[Entry] = ()) -> None:
        super().__init__(f"{device} {sequence}")
        self.device = device
        self.sequence = sequence
        self.entries = list(entries)


@dataclass(frozen=True)
class Group:
    """One act of several entries: they travel together, or not at all."""

    id: str
    index: int
    size: int


@dataclass(frozen=True)
class Entry:
    """Header and signature are kept for ever; ``body`` is None once it was purged or erased by order."""

    name: str
    header: bytes
    signature: bytes
    body: bytes | None
    log_index: int | None = field(default=None, compare=False)

    @cached_property
    def _header(self) -> dict[str, Any]:
        return dict(json.loads(self.header))

    @cached_property
    def _body(self) -> dict[str, Any]:
        return dict(json.loads(self.body)) if self.body is not None else {}

    @property
    def device(self) -> str:
        return str(self._header["device"])

    @property
    def sequence(self) -> int:
        return int(self._header["sequence"])

    @property
    def previous(self) -> str | None:
        value = self._header["previous"]
        return None if value is None else str(value)

    @property
    def case(self) -> str:
        return str(self._header["case"])

    @property
    def compartment(self) -> str:
        return str(self._header["compartment"])

    @property
    def shape(self) -> int:
        return int(self._header["shape"])

    @property
    def act(self) -> str:
        return str(self._body.get("act", ""))

    @property
    def record(self) -> str:
        return str(self._body.get("record", ""))

    @property
    def fields(self) -> dict[str, Json]:
        return dict(self._body.get("fields", {}))

    @property
    def bases(self) -> dict[str, list[str]]:
        return dict(self._body.get("bases", {}))

    @property
    def officer(self) -> str:
        return str(self._body.get("officer", ""))

    @property
    def claimed_at(self) -> str:
        return str(self._body.get("claimed_at", ""))

    @property
    def group(self) -> Group | None:
        value = self._body.get("group")
        return Group(value["id"], value["index"], value["size"]) if value else None


@dataclass(frozen=True)
class Happening:
    """What is to be written, before it has a place in the chain."""

    act: str
    record: str
    fields: Mapping[str, Json]
    bases: Mapping[str, list[str]]
    case: str
    compartment: str
    officer: str
    claimed_at: str
    boot: str
    monotonic_ms: int
    head_seen: Mapping[str, Json] | None
    group: Group | None


def make_entry(
    happening: Happening, key: DeviceKey, sequence: int, previous: str | None, salt: bytes, shape: int = SHAPE
) -> Entry:
    """The signed entry that follows ``previous`` in the device's chain; ``salt`` is 16 random bytes."""
    group = happening.group
    body = rfc8785.dumps(
        {
            "act": happening.act,
            "bases": {name: sorted(bases) for name, bases in happening.bases.items()},
            "boot": happening.boot,
            "claimed_at": happening.claimed_at,
            "fields": dict(happening.fields),
            "group": {"id": group.id, "index": group.index, "size": group.size} if group else None,
            "head_seen": dict(happening.head_seen) if happening.head_seen else None,
            "monotonic_ms": happening.monotonic_ms,
            "officer": happening.officer,
            "record": happening.record,
            "salt": salt.hex(),
        }
    )
    header = rfc8785.dumps(
        {
            "body": hashlib.sha256(body).hexdigest(),
            "case": happening.case,
            "compartment": happening.compartment,
            "device": key.device_id,
            "previous": previous,
            "sequence": sequence,
            "shape": shape,
        }
    )
    return Entry(name_of(header), header, key.sign(SIGNED_PREFIX + header), body)


def name_of(header: bytes) -> str:
    """An entry's name: the SHA-256 of its header's bytes, in hex."""
    return hashlib.sha256(header).hexdigest()


def verify_entry(entry: Entry, device_public_key: bytes) -> None:
    """Returns if the entry is what its device signed, byte for byte; raises ``TamperedEntry`` otherwise."""
    if name_of(entry.header) != entry.name:
        raise TamperedEntry(entry.name, "name_is_not_header_digest")
    try:
        header = json.loads(entry.header)
        canonical = isinstance(header, dict) and rfc8785.dumps(header) == entry.header
    except (ValueError, RecursionError, rfc8785.CanonicalizationError):
        canonical = False
    if not canonical or set(header) != HEADER_KEYS or not isinstance(header["sequence"], int):
        raise TamperedEntry(entry.name, "header_is_not_canonical")
    if not signature_holds(device_public_key, entry.signature, SIGNED_PREFIX + entry.header):
        raise TamperedEntry(entry.name, "signature_does_not_hold")
    if entry.body is None:
        return
    if hashlib.sha256(entry.body).hexdigest() != header["body"]:
        raise TamperedEntry(entry.name, "body_is_not_what_was_signed")
    if header["shape"] != SHAPE:
        return
    try:
        body = json.loads(entry.body)
        whole = isinstance(body, dict) and set(body) == BODY_KEYS and isinstance(body["fields"], dict)
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise TamperedEntry(entry.name, "body_is_not_of_its_shape")
