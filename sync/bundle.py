"""The laptop's side of the stick: everything the court lacks goes out in one bundle, its answer is taken in."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.attachments.incoming import Incoming
from app.attachments.service import files_of
from app.attachments.store import named
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import device_id_of
from app.keys.lease import court_seen
from sync.client import RoundReport
from sync.merge import Arrivals
from sync.messages import (
    Block,
    DeviceTold,
    Hello,
    HelloAnswer,
    Page,
    Pull,
    Push,
    Pushed,
    Receipts,
    ReceiptsWanted,
    SignedHead,
    WireEntry,
    batches,
)
from sync.receipts import FalseReceipt, check, take_head_from_stick, want
from sync.store import SyncStore, Unproven
from sync.volumes import VOLUME_BYTES, BundleWriter, read_bundle, volumes_of

JOURNAL = "journal"
ANSWER = "answer"
BATCH = 512 * 1024
PIECE = 1024 * 1024
DIGEST = 32
OFFSET = 8
REQUEST = 16
# Kinds of frame, one byte each; small letters from the laptop, capitals from the court.
HELLO, PUSH, PIECE_OF, PULL, WISH, WANTED, FETCH = b"h", b"p", b"a", b"g", b"w", b"r", b"f"
HELLO_ANSWER, PUSHED, STORED, PULLED, PAGE = b"H", b"P", b"S", b"U", b"G"
BLOCK, RECEIPTS_FOR, RECEIPTS, DEVICE, PIECE_BACK = b"B", b"Q", b"R", b"D", b"A"


def export_bundle(desk: Desk, file: Path, volume_bytes: int = VOLUME_BYTES) -> list[Path]:
    """The bundle ``file.001`` … holds every entry and attachment that the court has not acknowledged, encrypted to
    it; nothing changes on the laptop until its answer is taken in. Where nothing waits it still asks for what
    the court has. Refuses with ``not_enrolled``, ``disk_full``, ``folder_read_only`` or ``stick_gone``."""
    store = SyncStore(desk.database)
    home = store.home()
    device = desk.device.device_id
    files = files_of(desk)
    proven = store.proven_attachments()
    entries = desk.journal.of_device(device, store.pushed_to())
    unsent = sorted((files.size(digest), digest) for digest in files.digests() if digest not in proven)
    missing = [row["digest"] for row in named(desk.database) if not files.has(row["digest"])]
    head = store.last_head()
    facts = {"court": home.court, "kind": JOURNAL, "made_at": desk.clock.now().isoformat(timespec="seconds")}
    bundle = BundleWriter(file, facts, home.bundle_key, desk.device, desk.randomness, volume_bytes)
    try:
        last, name = desk.journal.head(device)
        bundle.add(
            HELLO,
            Hello(
                at=desk.clock.now().isoformat(),
                chain={str(last): name} if name else {},
                head_size=head.size if head else 0,
                scope_version=None,
            ).pack(),
        )
        for batch in batches(entries, BATCH):
            bundle.add(PUSH, Push(tuple(WireEntry.of(entry) for entry in batch)).pack())
        for wish in store.wishes():
            bundle.add(WISH, wish.pack())
        bundle.add(PULL, Pull(store.after(), store.apart(), BATCH, False).pack())
        bundle.add(WANTED, want(store.unproven(-1), head.size if head else 0).pack())
        for digest in missing:
            bundle.add(FETCH, bytes.fromhex(digest))
        for size, digest in unsent:
            with files.open(digest) as reader:
                for start in range(0, size, PIECE):
                    bundle.add(PIECE_OF, piece(digest, start, size, reader.read(start, PIECE)))
        return bundle.close()
    except BaseException:
        bundle.abandon()
        raise


def import_answer(desk: Desk, file: Path) -> RoundReport:
    """What the court answered to a bundle is in the journal; receipts are verified before they are kept.

    `file` is the answer's name or any one of its volumes. Taken in twice, it changes nothing. Refuses with
    ``bundle_not_found``, ``bundle_damaged``, ``bundle_volume_missing``, ``bundle_for_another``,
    ``court_receipt_false``.
    """
    store = SyncStore(desk.database)
    home = store.home()
    court = device_id_of(home.court_device)

    def court_key(writer: str) -> bytes:
        if writer != court:
            raise NeedsCorrection("bundle_for_another")
        return home.court_device

    reader = X25519PrivateKey.from_private_bytes(home.bundle_private)
    frames = read_bundle(volumes_of(file), reader, court_key, {"court": home.court, "kind": ANSWER})
    taking = _Answer(desk)
    try:
        for kind, payload in frames:
            taking.take(kind, payload)
        taking.finish()
    except FalseReceipt as false:
        raise NotPossibleNow("court_receipt_false", why=str(false)) from None
    finally:
        taking.pause()
    report = taking.report
    report.pulled, report.held_back = taking.arrivals.new, taking.arrivals.held_back
    report.finished = True
    return report


class _Answer:
    """Takes an answer's frames in their order."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.store = SyncStore(desk.database)
        self.home = self.store.home()
        self.arrivals = Arrivals(desk, self.home)
        self.report = RoundReport()
        self._devices: dict[str, DeviceTold] = {}
        self._pulled: Pull | None = None
        self._wanted: ReceiptsWanted | None = None
        self._hello_answer: HelloAnswer | None = None
        self._incoming: tuple[str, Incoming] | None = None

    def take(self, kind: bytes, payload: bytes) -> None:
        if kind == HELLO_ANSWER:
            self._hello(HelloAnswer.unpack(payload))
        elif kind == PUSHED:
            self._pushed(Pushed.unpack(payload))
        elif kind == STORED:
            place = int.from_bytes(payload[DIGEST:], "big")
            self.arrivals.note_attachment(payload[:DIGEST].hex(), place)
            self.report.attachments_sent += 1
        elif kind == DEVICE:
            told = DeviceTold.unpack(payload)
            self._devices[told.device] = told
        elif kind == PULLED:
            self._pulled = Pull.unpack(payload)
        elif kind == PAGE:
            page = Page.unpack(payload)
            self.arrivals.take(page.entries, self._device)
            if self._pulled is not None:
                with self.desk.database.transaction():
                    self.store.read_upto(self._pulled, page.upto)
        elif kind == BLOCK:
            Block.unpack(payload[REQUEST:])  # the court's chain, in a page, tells the block itself
            self.store.granted(payload[:REQUEST].hex())
        elif kind == RECEIPTS_FOR:
            self._wanted = ReceiptsWanted.unpack(payload)
        elif kind == RECEIPTS and self._wanted is not None:
            self._receipts(self._wanted, Receipts.unpack(payload))
        elif kind == PIECE_BACK:
            self._piece(*parse_piece(payload))

    def pause(self) -> None:
        """What has come of an attachment that the stick does not hold whole is kept, to be gone on with."""
        if self._incoming is not None:
            self._incoming[1].pause()
            self._incoming = None

    def _hello(self, answer: HelloAnswer) -> None:
        last = self.store.last_head()
        if last is None or answer.head.size >= last.size:
            self._hello_answer = answer
        if last is None or answer.head.at > last.at:
            # An answer that was read in before lengthens no lease.
            court_seen(self.desk.database, self.desk.clock)
        self._head(answer.head)
        self.report.forked = answer.forked

    def finish(self) -> None:
        """The scope comes last: what is new in it was not asked for by this bundle, and is read from the beginning."""
        answer = self._hello_answer
        if answer is not None and answer.scope is not None:
            with self.desk.database.transaction():
                self.report.left_scope = sorted(self.store.note_scope(answer.scope_version, answer.scope))

    def _pushed(self, pushed: Pushed) -> None:
        self.arrivals.note_places(pushed.places)
        sequences = [entry.sequence for name in pushed.places if (entry := self.desk.journal.get(name))]
        with self.desk.database.transaction():
            self.store.note_pushed(max(sequences, default=0))
        self.report.pushed += len(pushed.places)

    def _receipts(self, wanted: ReceiptsWanted, answer: Receipts) -> None:
        self._head(answer.head)
        asked = {place for span in wanted.ranges for place in range(span[0], span[1] + 1)}
        leaves: list[Unproven] = [each for each in self.store.placed() if each.place in asked]
        proofs = check(wanted, leaves, answer) if leaves else []
        self.arrivals.keep_proofs(answer.head.size, proofs)
        self.report.receipts += len(proofs)

    def _head(self, head: SignedHead) -> None:
        if not take_head_from_stick(self.desk.database, self.home, head):
            self.report.court_set_back = True

    def _piece(self, digest: str, start: int, size: int, data: bytes) -> None:
        files = files_of(self.desk)
        if files.has(digest):
            return
        if self._incoming is None or self._incoming[0] != digest:
            self.pause()
            self._incoming = (digest, files.receive(digest, size))
        incoming = self._incoming[1]
        have = incoming.taken
        if start <= have < start + len(data):
            incoming.write(data[have - start :])
        if incoming.taken >= size:
            incoming.finish()
            self._incoming = None
            self.report.attachments_fetched += 1

    def _device(self, device: str) -> DeviceTold:
        if device not in self._devices:
            raise NotPossibleNow("author_unknown", device=device)
        return self._devices[device]


def piece(digest: str, start: int, size: int, data: bytes) -> bytes:
    """A piece of an attachment in a frame: digest (32 bytes), where it begins and the whole size (8 each), bytes."""
    return bytes.fromhex(digest) + start.to_bytes(OFFSET, "big") + size.to_bytes(OFFSET, "big") + data


def parse_piece(payload: bytes) -> tuple[str, int, int, bytes]:
    digest, rest = payload[:DIGEST], payload[DIGEST:]
    numbers = [int.from_bytes(rest[n : n + OFFSET], "big") for n in (0, OFFSET)]
    return digest.hex(), numbers[0], numbers[1], rest[2 * OFFSET :]
