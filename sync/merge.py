"""Puts what arrived, by network or stick, into the journal, in transactions of at most 20 ms: typing goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cryptography import x509

from app.desk import Desk
from app.errors import NotPossibleNow
from app.journal.device import device_id_of
from app.journal.devices import add_devices, known_devices
from app.journal.entry import Entry, ForkedDevice, TamperedEntry, verify_entry
from sync.identity import issued_by, public_key_of
from sync.messages import DeviceTold, Placed, uncut
from sync.store import CourtHome, SyncStore, attachment_leaf, entry_leaves

LONGEST_MS = 20
GAP_SECONDS = 0.001
"""Between two of our transactions: SQLite's lock is not fair, and an officer's act must find it free."""
MOST_AT_ONCE = 64

OFF_THE_CHAIN = "chain_is_broken"

AskDevice = Callable[[str], DeviceTold]


@dataclass
class Arrivals:
    """One desk's incoming side."""

    desk: Desk
    home: CourtHome
    stop: threading.Event = field(default_factory=threading.Event)
    at_once: int = 4
    new: int = 0
    held_back: int = 0
    _other_branch: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._other_branch = {entry.name for entry in SyncStore(self.desk.database).held_back()}

    def take(self, arrived: Sequence[Placed], ask_device: AskDevice) -> None:
        """The entries are in the journal and told, their places noted; already known ones change nothing.

        Refuses with ``entry_tampered`` at one that its device did not sign: nobody's court should send that.
        """
        entries = [placed.entry.entry(placed.place) for placed in arrived]
        self._learn_devices(entries, ask_device)
        for chunk in self._chunks(entries):
            places = {entry.name: entry.log_index for entry in chunk if entry.log_index is not None}

            def write(chunk: list[Entry] = chunk, places: dict[str, int] = places) -> None:
                taken = self._receive(chunk)
                self.desk.placed({name: place for name, place in places.items() if name in taken})
                SyncStore(self.desk.database).note_places(entry_leaves(places))

            self._in_turn(len(chunk), write)

    def note_places(self, places: dict[str, int]) -> None:
        """The court has our entries at these places."""
        names = sorted(places, key=lambda name: places[name])
        while names:
            part = {name: places[name] for name in names[: self.at_once]}
            names = names[self.at_once :]

            def write(part: dict[str, int] = part) -> None:
                self.desk.placed(part)
                SyncStore(self.desk.database).note_places(entry_leaves(part))

            self._in_turn(len(part), write)

    def note_attachment(self, digest: str, place: int) -> None:
        with self.desk.database.transaction():
            SyncStore(self.desk.database).note_places(attachment_leaf(digest, place))

    def _receive(self, chunk: list[Entry]) -> set[str]:
        """Takes what the journal takes; the other branch of a forked device is held back for a person."""
        if not self._other_branch:
            try:
                self.new += len(self.desk.receive(chunk))
                return {entry.name for entry in chunk}
            except ForkedDevice:
                pass
            except TamperedEntry as broken:
                if broken.why != OFF_THE_CHAIN:
                    raise _tampered(broken) from None
        taken = set[str]()
        for run in uncut(chunk):
            if any(entry.previous in self._other_branch for entry in run):
                self._hold_back(run)
                continue
            try:
                self.new += len(self.desk.receive(run))
                taken |= {entry.name for entry in run}
            except ForkedDevice:
                self._hold_back(run)
            except TamperedEntry as broken:
                if broken.why != OFF_THE_CHAIN:
                    raise _tampered(broken) from None
                self._hold_back(run)
        return taken

    def _hold_back(self, run: list[Entry]) -> None:
        """Signed by its device, and yet not the chain that we hold: a fork, which is kept and shown, not told."""
        keys = known_devices(self.desk.database)
        for entry in run:
            try:
                verify_entry(entry, keys[entry.device])
            except TamperedEntry as broken:
                raise _tampered(broken) from None
            if entry.name not in self._other_branch:
                self._other_branch.add(entry.name)
                self.held_back += 1
            SyncStore(self.desk.database).hold_back(entry, entry.log_index or 0)

    def _learn_devices(self, entries: Sequence[Entry], ask_device: AskDevice) -> None:
        known = known_devices(self.desk.database)
        fresh = dict[str, bytes]()
        try:
            authors = {entry.device for entry in entries}
        except (ValueError, KeyError, TypeError):
            raise NotPossibleNow("entry_tampered", why="header_is_not_canonical") from None
        for device in sorted(authors - known.keys()):
            fresh[device] = checked_key(device, ask_device(device), self.home)
        if fresh:
            add_devices(self.desk.database, fresh)

    def _chunks(self, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
        chunk: list[Entry] = []
        for run in uncut(entries):
            if chunk and len(chunk) + len(run) > self.at_once:
                yield chunk
                chunk = []
            chunk = chunk + run
        if chunk:
            yield chunk

    def _in_turn(self, count: int, write: Callable[[], None]) -> None:
        clock = self.desk.clock
        began = clock.monotonic_ms()
        with self.desk.database.transaction():
            write()
            work = clock.monotonic_ms() - began
        # What the disk takes to make it last is the same for one entry as for many: on a slow one, smaller
        # transactions would not be shorter, only more. At least half of the time is for the work itself.
        disk = clock.monotonic_ms() - began - work
        room = max(LONGEST_MS // 2, LONGEST_MS - disk)
        if work > room:
            self.at_once = max(1, min(self.at_once, count) * room // work)
        elif count >= self.at_once and work <= room * 3 // 5:
            # A quarter more of three fifths stays within it.
            self.at_once = min(MOST_AT_ONCE, self.at_once + max(1, self.at_once // 4))
        self.stop.wait(GAP_SECONDS)


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
