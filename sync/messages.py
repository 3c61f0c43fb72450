"""The shapes that travel between a laptop and the court, as frozen dataclasses, and the frames they travel in."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import zstandard

from app.journal.entry import Entry, Group, canonical, name_of

VERSION = 1
MAGIC = b"XH1\x00"
FRAME_HEAD = len(MAGIC) + 4
MOST_PLAIN = 16 * 1024 * 1024
"""Bytes that one frame may hold once opened; what claims more is not opened."""
HEAD_PREFIX = b"xunhui-head-1\x00"
ENTRY_LEAF = b"e"
ATTACHMENT_LEAF = b"a"


class MalformedMessage(Exception):
    """Bytes that are no message of this protocol; str() is a code."""


class Message:
    """A frozen dataclass ↔ a JSON object: bytes as base64 text, unknown keys ignored, missing ones refused."""

    def wire(self) -> dict[str, Any]:
        return {name: _to_wire(getattr(self, name)) for name in _hints(type(self))}

    @classmethod
    def read(cls, value: object) -> Self:
        if not isinstance(value, Mapping):
            raise MalformedMessage("not_an_object")
        arguments: dict[str, Any] = {}
        for name, kind in _hints(cls).items():
            if name not in value:
                raise MalformedMessage(f"missing_{name}")
            arguments[name] = _from_wire(kind, value[name], name)
        return cls(**arguments)

    def pack(self) -> bytes:
        """The message in one frame."""
        return frame({"version": VERSION, **self.wire()})

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """The message in a frame; MalformedMessage if it is another one, damaged, or of another version."""
        value = unframe(data)
        if value.get("version") != VERSION:
            raise MalformedMessage("unknown_version")
        return cls.read(value)


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    if cls not in _HINTS:
        assert dataclasses.is_dataclass(cls)
        hints = typing.get_type_hints(cls)
        _HINTS[cls] = {each.name: hints[each.name] for each in dataclasses.fields(cls)}
    return _HINTS[cls]


def _to_wire(value: Any) -> Any:
    if isinstance(value, Message):
        return value.wire()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, (list, tuple)):
        return [_to_wire(item) for item in value]
    if isinstance(value, dict):
        return {key: _to_wire(item) for key, item in value.items()}
    return value


def _from_wire(kind: Any, value: Any, name: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        (inner,) = [each for each in typing.get_args(kind) if each is not type(None)]
        return _from_wire(inner, value, name)
    if origin is tuple and isinstance(value, list):
        inner = typing.get_args(kind)[0]
        return tuple(_from_wire(inner, item, name) for item in value)
    if origin is dict and isinstance(value, dict):
        inner = typing.get_args(kind)[1]
        return {str(key): _from_wire(inner, item, name) for key, item in value.items()}
    if kind is bytes and isinstance(value, str):
        try:
            return base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError):
            raise MalformedMessage(f"wrong_{name}") from None
    if kind is Any:
        return value
    if isinstance(kind, type):
        if issubclass(kind, Message):
            return kind.read(value)
        if type(value) is kind:
            return value
    raise MalformedMessage(f"wrong_{name}")


def frame(value: Mapping[str, Any]) -> bytes:
    """Magic, length of what follows (4 bytes, big-endian), then one zstd frame of the value's RFC 8785 bytes."""
    packed = zstandard.ZstdCompressor(level=3, write_checksum=True, write_content_size=True).compress(
        canonical(dict(value))
    )
    return MAGIC + len(packed).to_bytes(4, "big") + packed


def unframe(data: bytes) -> dict[str, Any]:
    """The JSON object in exactly one frame."""
    if len(data) < FRAME_HEAD or data[: len(MAGIC)] != MAGIC:
        raise MalformedMessage("not_a_frame")
    packed = data[FRAME_HEAD:]
    if int.from_bytes(data[len(MAGIC) : FRAME_HEAD], "big") != len(packed):
        raise MalformedMessage("frame_length")
    try:
        size = zstandard.frame_content_size(packed)
        if not 0 <= size <= MOST_PLAIN:
            raise MalformedMessage("frame_too_large")
        value = json.loads(zstandard.ZstdDecompressor().decompress(packed))
    except (zstandard.ZstdError, ValueError, RecursionError):
        raise MalformedMessage("frame_damaged") from None
    if not isinstance(value, dict):
        raise MalformedMessage("not_an_object")
    return value


@dataclass(frozen=True)
class WireEntry(Message):
    """An entry as it travels: the very bytes that were hashed and signed; the body is absent once erased."""

    header: bytes
    signature: bytes
    body: bytes | None

    @classmethod
    def of(cls, entry: Entry) -> WireEntry:
        return cls(entry.header, entry.signature, entry.body)

    def entry(self, place: int | None = None) -> Entry:
        return Entry(name_of(self.header), self.header, self.signature, self.body, place)


@dataclass(frozen=True)
class SignedHead(Message):
    """The court's word about its log: `head` is canonical JSON {"at","backed_up_to","court","root","size"}."""

    head: bytes
    signature: bytes

    @property
    def _value(self) -> dict[str, Any]:
        return dict(json.loads(self.head))

    @property
    def court(self) -> str:
        return str(self._value["court"])

    @property
    def size(self) -> int:
        return int(self._value["size"])

    @property
    def root(self) -> bytes:
        return bytes.fromhex(self._value["root"])

    @property
    def at(self) -> str:
        return str(self._value["at"])

    @property
    def backed_up_to(self) -> int:
        return int(self._value["backed_up_to"])


def head_bytes(court: str, size: int, root: bytes, at: str, backed_up_to: int) -> bytes:
    """The canonical bytes of a tree head; signed as HEAD_PREFIX followed by these."""
    return canonical({"at": at, "backed_up_to": backed_up_to, "court": court, "root": root.hex(), "size": size})


@dataclass(frozen=True)
class Enrol(Message):
    code: str
    name: str
    request: bytes
    """PKCS #10, DER, over the device's Ed25519 key."""
    bundle_key: bytes
    """The laptop's X25519 public key, to which the court seals answers that come back on a stick."""
    lease_key: bytes
    """32 bytes, from which the court makes the codes that extend the laptop's lease over the telephone."""


@dataclass(frozen=True)
class CourtOffered(Message):
    """What a court says of itself to anyone: to be believed once a person has compared its words."""

    court: str
    practice: bool
    authority: str
    papers: str


@dataclass(frozen=True)
class Arrive(Message):
    """A newcomer shows its code, which stays good, and asks what a profile must be made with."""

    code: str


@dataclass(frozen=True)
class Named(Message):
    """An officer as the court has named them."""

    id: str
    name: str
    role: str


@dataclass(frozen=True)
class Welcome(Message):
    court_name: str
    practice: bool
    escrow: bytes | None
    """The court's X25519 key to which every profile's database key is sealed; none in a practice court."""
    settings: dict[str, Any]
    """As ``app.cases.court.write_court`` takes them."""
    officers: tuple[Named, ...]


@dataclass(frozen=True)
class Enrolled(Message):
    court: str
    court_name: str
    certificate: bytes
    log_key: bytes
    court_device: bytes
    """Ed25519 public key of the court's own chain."""
    bundle_key: bytes
    practice: bool


@dataclass(frozen=True)
class Hello(Message):
    """`chain` samples the laptop's own chain (sequence as text → name) so that the court finds what both hold."""

    at: str
    chain: dict[str, str]
    head_size: int
    scope_version: str | None


@dataclass(frozen=True)
class Held(Message):
    """A case and compartment that the laptop may hold; "*" is every case, "confidence" every side's."""

    case: str
    compartment: str


@dataclass(frozen=True)
class HelloAnswer(Message):
    court: str
    at: str
    known: int
    """The highest sampled sequence whose entry the court holds; push what comes after."""
    tip: int
    """The highest sequence that the court holds of this device, on any branch."""
    forked: bool
    head: SignedHead
    consistency: tuple[bytes, ...]
    scope_version: str
    scope: tuple[Held, ...] | None


@dataclass(frozen=True)
class Push(Message):
    entries: tuple[WireEntry, ...]


@dataclass(frozen=True)
class Pushed(Message):
    places: dict[str, int]
    """Name of each entry of the batch → its place in the court's log."""
    forked: tuple[str, ...]
    """Devices of the batch that have two entries for one place in their chain."""


@dataclass(frozen=True)
class Cursor(Message):
    case: str
    compartment: str
    place: int


@dataclass(frozen=True)
class Pull(Message):
    """`after` is the place from which everything in scope is wanted, `apart` the cases that stand elsewhere."""

    after: int
    apart: tuple[Cursor, ...]
    limit: int
    """Bytes of entries wanted at most; a group is never cut for it."""
    own: bool
    """Also what this device wrote itself: after its disk was restored."""

    def then(self, upto: int) -> Pull:
        """What to ask once everything before `upto` has come."""
        after = max(self.after, upto)
        apart = (Cursor(each.case, each.compartment, max(each.place, upto)) for each in self.apart)
        return Pull(after, tuple(each for each in apart if each.place < after), self.limit, self.own)


@dataclass(frozen=True)
class Placed(Message):
    entry: WireEntry
    place: int


@dataclass(frozen=True)
class Page(Message):
    entries: tuple[Placed, ...]
    upto: int
    """Everything in scope before this place has now been sent."""
    more: bool


@dataclass(frozen=True)
class ReceiptsWanted(Message):
    ranges: tuple[tuple[int, ...], ...]
    """Places as [first, last], both included."""
    since: int
    """Size of the last head that the laptop verified; 0 before the first."""


@dataclass(frozen=True)
class Receipts(Message):
    head: SignedHead
    nodes: tuple[bytes, ...]
    """One proof for all of them, left to right (sync/PROTOCOL.md)."""
    consistency: tuple[bytes, ...]


@dataclass(frozen=True)
class Lease(Message):
    request: str
    """The laptop's own name for this wish: asked again, the same block is given."""
    type: str
    year: int
    count: int


@dataclass(frozen=True)
class Block(Message):
    """Case numbers `first` to `last`, of one type and year, which only `device` may ever give out."""

    type: str
    year: int
    first: int
    last: int
    device: str


@dataclass(frozen=True)
class DeviceTold(Message):
    device: str
    certificate: bytes


@dataclass(frozen=True)
class Stored(Message):
    """How much of an attachment the court has from this laptop; `place` once it is whole and in the log."""

    stored: int
    place: int | None


@dataclass(frozen=True)
class Refused(Message):
    code: str
    details: dict[str, Any] = field(default_factory=dict)


def leaf_of_entry(name: str) -> bytes:
    """The log's leaf for an entry: "e" and the 32 bytes of its name."""
    return ENTRY_LEAF + bytes.fromhex(name)


def leaf_of_attachment(digest: str) -> bytes:
    """The log's leaf for an attachment that the court holds whole: "a" and its SHA-256."""
    return ATTACHMENT_LEAF + bytes.fromhex(digest)


def group_of(entry: Entry) -> Group | None:
    """The entry's group; None for a single act, an erased body, or a shape that has no groups."""
    try:
        return entry.group
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def size_of(entry: Entry) -> int:
    """About how many bytes the entry takes in a message before compression."""
    return (len(entry.header) + len(entry.signature) + len(entry.body or b"")) * 4 // 3 + 48


def uncut(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries in the same order, as runs that may not be cut: a whole group, or one entry."""
    run: list[Entry] = []
    current: str | None = None
    for entry in entries:
        group = group_of(entry)
        if run and (group is None or group.id != current):
            yield run
            run = []
        run.append(entry)
        current = group.id if group else None
    if run:
        yield run


def batches(entries: Iterable[Entry], limit: int) -> Iterator[list[Entry]]:
    """Batches of about `limit` bytes; one is larger only if a single group is."""
    batch: list[Entry] = []
    size = 0
    for run in uncut(entries):
        weight = sum(size_of(entry) for entry in run)
        if batch and size + weight > limit:
            yield batch
            batch, size = [], 0
        batch += run
        size += weight
    if batch:
        yield batch
