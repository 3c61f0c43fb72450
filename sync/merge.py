"""Puts what arrived, by network or stick, into the journal, in steps of about 20 ms: an officer's act goes first."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from typing import TypeVar

from cryptography import x509

from app.desk import Desk
from app.errors import NotPossibleNow
from app.journal.device import device_id_of
from app.journal.devices import add_devices, known_devices
from app.journal.entry import Entry, ForkedDevice, TamperedEntry, verify_entry
from sync.identity import issued_by, public_key_of
from sync.messages import DeviceTold, Placed, uncut
from sync.store import CourtHome, PlaceChanged, SyncStore, attachment_leaf, entry_leaves

STEP_MS = 20
"""About what an officer's act waits for, beside the disk."""
LONGEST_MS = 200
GAP_SECONDS = 0.001
"""Between two of our transactions: another process, which can't be seen waiting, must find the lock free as well."""
FIRST_AT_ONCE = 4
FIRST_NOTED = 32
"""Entries that are told, and places or receipts that are only noted, in the first step of a round."""
MOST_AT_ONCE = 512

OFF_THE_CHAIN = "chain_is_broken"

Item = TypeVar("Item")
AskDevice = Callable[[str], DeviceTold]


class Cancelled(Exception):
    """Somebody asked to stop; everything done so far stands."""


@dataclass
class Turns:
    """One kind of work, in small steps. Many share a transaction, since what the disk takes to make it last is about
    the same for one entry as for a hundred; but as soon as an officer's act waits, the transaction ends with the step.
    """

    desk: Desk
    stop: threading.Event
    at_once: int = FIRST_AT_ONCE
    _each_ms: float | None = None

    def each(self, runs: Iterable[Sequence[Item]], write: Callable[[list[Item]], None]) -> None:
        """The runs, none of them cut, are written in their order; Cancelled, between two transactions, if the round
        is to stop."""
        waiting = deque(runs)
        while waiting:
            with self.desk.database.transaction():
                end = self.desk.clock.monotonic_ms() + LONGEST_MS
                self._step(waiting, write)
                while waiting and not self._should_end(end):
                    self._step(waiting, write)
            if self.stop.wait(GAP_SECONDS):
                raise Cancelled

    def _should_end(self, end: int) -> bool:
        desk = self.desk
        return self.stop.is_set() or desk.database.others_wait or desk.clock.monotonic_ms() >= end

    def _step(self, waiting: deque[Sequence[Item]], write: Callable[[list[Item]], None]) -> None:
        part = list(waiting.popleft())
        while waiting and len(part) + len(waiting[0]) <= self.at_once:
            part += waiting.popleft()
        began = self.desk.clock.monotonic_ms()
        write(part)
        each = max(self.desk.clock.monotonic_ms() - began, 1) / len(part)
        # One that took far longer than those before it had to wait for the processor; smaller ones would wait as well.
        self._each_ms = each if self._each_ms is None else min(each, self._each_ms * 1.5)
        self.at_once = max(1, min(int(STEP_MS / self._each_ms), self.at_once * 4, MOST_AT_ONCE))


@dataclass
class Arrivals:
    """One desk's incoming side."""

    desk: Desk
    home: CourtHome
    stop: threading.Event = field(default_factory=threading.Event)
    new: int = 0
    held_back: int = 0

    def __post_init__(self) -> None:
        self.store = SyncStore(self.desk.database)
        self._other_branch = {entry.name for entry in self.store.held_back()}
        self._keys = known_devices(self.desk.database)
        self._taking = Turns(self.desk, self.stop)
        self._noting = Turns(self.desk, self.stop, FIRST_NOTED)

    def take(self, arrived: Sequence[Placed], ask_device: AskDevice) -> None:
        """The entries are in the journal and told, their places noted; already known ones change nothing.

        Refuses with ``entry_tampered`` at one that its device did not sign: nobody's court should send that; and with
        ``court_receipt_false`` where a place contradicts a receipt.
        """
        entries = [placed.entry.entry(placed.place) for placed in arrived]
        self._learn_devices(entries, ask_device)
        for entry in entries:
            # Before the first transaction, so that none is longer for it.
            self._verify(entry)
        self._taking.each(uncut(entries), self._write)

    def _write(self, chunk: list[Entry]) -> None:
        self._note(entry_leaves({entry.name: entry.log_index for entry in chunk if entry.log_index is not None}))
        self._receive(chunk)

    def note_places(self, places: Mapping[str, int]) -> None:
        """The court has our entries at these places."""

        def write(part: list[tuple[str, int]]) -> None:
            told = dict(part)
            self._note(entry_leaves(told))
            self.desk.placed(told)

        self._noting.each(([placed] for placed in sorted(places.items(), key=itemgetter(1))), write)

    def _note(self, leaves: Mapping[bytes, int]) -> None:
        try:
            self.store.note_places(leaves)
        except PlaceChanged:
            raise NotPossibleNow("court_receipt_false", why="place_changed") from None

    def keep_proofs(self, size: int, proofs: Sequence[tuple[bytes, bytes]]) -> None:
        """The receipts (leaf, path) are whole; they lead to the head of this size."""
        self._noting.each(([proof] for proof in proofs), partial(self.store.keep_proofs, size))

    def note_attachment(self, digest: str, place: int) -> None:
        with self.desk.database.transaction():
            self._note(attachment_leaf(digest, place))

    def _receive(self, chunk: list[Entry]) -> None:
        """Takes what the journal takes; the other branch of a forked device is held back for a person."""
        if not self._other_branch:
            try:
                self.new += len(self.desk.receive(chunk))
                return
            except ForkedDevice:
                pass
            except TamperedEntry as broken:
                if broken.why != OFF_THE_CHAIN:
                    raise _tampered(broken) from None
        for run in uncut(chunk):
            if any(entry.previous in self._other_branch for entry in run):
                self._hold_back(run)
                continue
            try:
                self.new += len(self.desk.receive(run))
            except ForkedDevice:
                self._hold_back(run)
            except TamperedEntry as broken:
                if broken.why != OFF_THE_CHAIN:
                    raise _tampered(broken) from None
                self._hold_back(run)

    def _hold_back(self, run: list[Entry]) -> None:
        """Signed by its device, and yet not the chain that we hold: a fork, which is kept and shown, not told."""
        for entry in run:
            self._verify(entry)
            if entry.name not in self._other_branch:
                self._other_branch.add(entry.name)
                self.held_back += 1
            self.store.hold_back(entry, entry.log_index or 0)

    def _verify(self, entry: Entry) -> None:
        try:
            verify_entry(entry, self._keys[entry.device])
        except TamperedEntry as broken:
            raise _tampered(broken) from None

    def _learn_devices(self, entries: Sequence[Entry], ask_device: AskDevice) -> None:
        try:
            authors = {entry.device for entry in entries} - self._keys.keys()
        except (ValueError, KeyError, TypeError):
            raise NotPossibleNow("entry_tampered", why="header_is_not_canonical") from None
        if authors:
            fresh = {device: checked_key(device, ask_device(device), self.home) for device in sorted(authors)}
            add_devices(self.desk.database, fresh)
            self._keys = known_devices(self.desk.database)


def _tampered(broken: TamperedEntry) -> NotPossibleNow:
    return NotPossibleNow("entry_tampered", entry=broken.name, why=broken.why)


def checked_key(device: str, told: DeviceTold, home: CourtHome) -> bytes:
    """The device's public key, after its certificate was found to be the court's and its own."""
    authority = x509.load_pem_x509_certificate(home.authority.encode("ascii"))
    if not issued_by(told.certificate, authority):
        raise NotPossibleNow("certificate_refused", why="device_not_of_this_court")
    try:
        public = public_key_of(told.certificate)
    except ValueError:
        raise NotPossibleNow("certificate_refused", why="device_not_of_this_court") from None
    if device_id_of(public) != device:
        raise NotPossibleNow("certificate_refused", why="device_not_of_this_court")
    return public
