"""One journal entry: its canonical bytes, how it is made, and how anyone checks it (shape 1, sync/PROTOCOL.md)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import rfc8785

from app.journal.device import DeviceKey, signature_holds

SHAPE = 1
SIGNED_PREFIX = b"xunhui-entry-1\x00"
SALT_BYTES = 16
LARGEST_INTEGER = 2**53 - 1
COURT = "court"
"""The case id of entries that belong to no case."""
MAIN = "main"
"""The compartment of what everybody who may see the case may see (正卷)."""
HEADER_KEYS = {"body", "case", "compartment", "device", "previous", "sequence", "shape"}
BODY_KEYS = {
    "act", "bases", "boot", "claimed_at", "fields", "group", "head_seen", "monotonic_ms", "officer", "record", "salt",
}  # fmt: skip

_HOLDS_FOR = "_holds_for"
_BODY_TEXTS = ("act", "boot", "claimed_at", "officer", "record", "salt")

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
        if self.body is None:
            return {}
        try:
            value = json.loads(self.body)
        except (ValueError, RecursionError):
            # Only a shape that this program does not know may hold something else.
            return {}
        return value if isinstance(value, dict) else {}

    @cached_property
    def device(self) -> str:
        return str(self._header["device"])

    @cached_property
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
        """What it is about; a newer shape that does not say so here is told under its own name."""
        value = self._body.get("record")
        return value if isinstance(value, str) and value else self.name

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
    body = canonical(
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
    header = canonical(
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


def canonical(value: dict[str, Json]) -> bytes:
    """The one way to write ``value`` (RFC 8785); raises ``rfc8785.CanonicalizationError`` for what it does not hold."""
    try:
        text = _WRITER.encode(value)
        if _PLAIN.decode(text) == value:
            data = text.encode("utf-8")
            if _ASTRAL.search(data) is None:
                return data
    except (ValueError, TypeError, RecursionError):
        pass
    return rfc8785.dumps(value)


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) > LARGEST_INTEGER:
        raise ValueError("integer")
    return number


def _no_fraction(_text: str) -> float:
    raise ValueError("fraction")


# The standard library's encoder, eight times as fast, writes RFC 8785 too, but for numbers that are no safe integers
# and for the order of keys beyond U+FFFF: whatever may hold one of these goes the long way.
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_PLAIN = json.JSONDecoder(parse_int=_whole, parse_float=_no_fraction, parse_constant=_no_fraction)
_ASTRAL = re.compile(rb"[\xf0-\xf4]")


def name_of(header: bytes) -> str:
    """An entry's name: the SHA-256 of its header's bytes, in hex."""
    return hashlib.sha256(header).hexdigest()


def verify_entry(entry: Entry, device_public_key: bytes) -> None:
    """Returns if the entry is what its device signed, byte for byte; raises ``TamperedEntry`` otherwise.

    Its bytes never change, so the entry remembers the key that it was found to hold for, and is not checked twice.
    """
    if vars(entry).get(_HOLDS_FOR) == device_public_key:
        return
    header, body = _verified(entry, device_public_key)
    # Read strictly once, they need not be read again.
    vars(entry)["_header"] = header
    if body is not None:
        vars(entry)["_body"] = body
    vars(entry)[_HOLDS_FOR] = device_public_key


def _verified(entry: Entry, device_public_key: bytes) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Header and body of an entry that holds; no body where it was erased, or has a shape that we do not know."""
    if name_of(entry.header) != entry.name:
        raise TamperedEntry(entry.name, "name_is_not_header_digest")
    header = _canonical(entry.header)
    if header is None or not _is_header(header):
        raise TamperedEntry(entry.name, "header_is_not_canonical")
    if not signature_holds(device_public_key, entry.signature, SIGNED_PREFIX + entry.header):
        raise TamperedEntry(entry.name, "signature_does_not_hold")
    if entry.body is None:
        return header, None
    if hashlib.sha256(entry.body).hexdigest() != header["body"]:
        raise TamperedEntry(entry.name, "body_is_not_what_was_signed")
    if header["shape"] != SHAPE:
        return header, None
    body = _canonical(entry.body)
    if body is None or not _is_body(body):
        raise TamperedEntry(entry.name, "body_is_not_of_its_shape")
    return header, body


def _canonical(data: bytes) -> dict[str, Any] | None:
    """The object that ``data`` holds, or None if these are not the one way to write it (RFC 8785)."""
    try:
        text = data.decode("utf-8")
        value = _PLAIN.decode(text)
        if isinstance(value, dict) and _WRITER.encode(value) == text and _ASTRAL.search(data) is None:
            return value
    except (ValueError, RecursionError):
        pass
    try:
        value = json.loads(data)
        return value if isinstance(value, dict) and rfc8785.dumps(value) == data else None
    except (ValueError, RecursionError, rfc8785.CanonicalizationError):
        return None


def _is_header(header: Mapping[str, Any]) -> bool:
    return (
        set(header) == HEADER_KEYS
        and all(isinstance(header[name], str) for name in ("body", "case", "compartment", "device"))
        and all(type(header[name]) is int and header[name] >= 1 for name in ("sequence", "shape"))
        and (header["previous"] is None or isinstance(header["previous"], str))
    )


def _is_body(body: Mapping[str, Any]) -> bool:
    group = body.get("group")
    return (
        set(body) == BODY_KEYS
        and all(isinstance(body[name], str) for name in _BODY_TEXTS)
        and bool(body["record"] and body["act"])
        and type(body["monotonic_ms"]) is int
        and isinstance(body["fields"], dict)
        and isinstance(body["bases"], dict)
        and all(
            isinstance(bases, list) and all(isinstance(base, str) for base in bases) for bases in body["bases"].values()
        )
        and (body["head_seen"] is None or isinstance(body["head_seen"], dict))
        and (group is None or (isinstance(group, dict) and set(group) == {"id", "index", "size"}))
    )
