"""Officers signed in at one laptop: keys are in memory from ``unlock`` until ``lock``, plain nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.clock import Clock, Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey
from app.keys import device_keys, slots, slots_file
from app.keys.derive import COURT_COST, labelled
from app.keys.events import note
from app.keys.officers import OfficerKeys, OfficerRecord, enrol, open_keys, record_of, rewrap, settle
from app.keys.pin import Pins
from app.keys.request import key_request
from app.keys.seal_shares import drop_seal_key, holders_of, join_seal_key, seals
from app.storage.database import Database, open_database

DATABASE = "xunhui.db"
_COPY_LABEL = "xunhui/second-copy/1"


class Session:
    """One profile while it is open; belongs to the thread that unlocked it.

    The first officer opened the database; others join with their own passphrase (judge and clerk at one laptop).
    Once locked, everything is refused with ``session_locked``.
    """

    def __init__(self, profile: Path, key: bytes, database: Database, clock: Clock, randomness: Randomness) -> None:
        self.profile = profile
        self.clock = clock
        self.practice = slots_file.read(profile).practice
        self._randomness = randomness
        self._key = bytearray(key)
        self._database = database
        self._pins = Pins(database, randomness)
        self._keys: dict[str, OfficerKeys] = {}
        self._device: DeviceKey | None = device_keys.device_key(database)

    @property
    def is_open(self) -> bool:
        """Whether the keys are in memory."""
        return bool(self._key)

    @property
    def database(self) -> Database:
        """The open database."""
        self._require_open()
        return self._database

    @property
    def device(self) -> DeviceKey:
        """The laptop's key that signs every entry."""
        if self._device is None:
            raise NotPossibleNow("session_locked")
        return self._device

    @property
    def officer(self) -> OfficerRecord:
        """The officer who signed in first."""
        return self.officers[0]

    @property
    def officers(self) -> list[OfficerRecord]:
        """Those signed in, in the order in which they did."""
        self._require_open()
        return [record_of(self._database, officer) for officer in self._keys]

    def join(self, officer_id: str, passphrase: str) -> OfficerRecord:
        """Another officer is signed in too; refuses as ``unlock`` does, and with ``another_profile``."""
        self._require_open()
        opened = slots.open_slot(self.profile, slots.WithPassphrase(officer_id, passphrase), self.clock)
        if opened.key != bytes(self._key) or opened.root is None:
            raise NotPossibleNow("another_profile")
        self._take(officer_id, opened.root)
        return record_of(self._database, officer_id)

    def leave(self, officer_id: str) -> None:
        """That officer's keys are gone from memory; the last one to leave locks the session."""
        keys = self._keys.pop(officer_id, None)
        if keys is not None:
            keys.wipe()
        if not self._keys:
            self.lock()

    def lock(self) -> None:
        """No key is in memory and the database is closed; the passphrase is needed again."""
        if not self._key:
            return
        for keys in self._keys.values():
            keys.wipe()
        self._keys.clear()
        self._key[:] = bytes(len(self._key))
        self._key.clear()
        self._device = None
        self._database.close()

    def confirm_pin(self, pin: str, officer_id: str | None = None) -> None:
        """Returns if it is the officer's PIN: opens the screen, confirms an act.

        Refuses with ``pin_not_set`` and ``wrong_pin`` (``tries_left``); the fifth wrong one locks the session and
        is refused with ``pin_tries_spent``.
        """
        officer = self._signed_in(officer_id)
        try:
            self._pins.check(officer, pin)
        except NotPossibleNow as refusal:
            if refusal.code == "pin_tries_spent":
                try:
                    note(self._database, self.clock, "pin_tries_spent", officer)
                finally:
                    self.lock()
            raise

    def officer_request(self, officer_id: str) -> bytes:
        """The request (PKCS #10, DER) by which the key of an officer who is signed in asks for its certificate."""
        officer = self._signed_in(officer_id)
        return key_request(self._keys[officer].signing, officer)

    def release_signing_key(self, pin: str, officer_id: str | None = None) -> bytes:
        """The officer's P-256 private scalar (32 bytes), for the one signature that this PIN confirms."""
        officer = self._signed_in(officer_id)
        self.confirm_pin(pin, officer)
        return self._keys[officer].signing

    def release_seal_key(self, seal: str, pins: Mapping[str, str]) -> bytes:
        """The seal's private key, once both holders are signed in and have confirmed with their PINs."""
        boxes = dict[str, bytes]()
        for officer, pin in pins.items():
            self.confirm_pin(pin, officer)
            boxes[officer] = self._keys[officer].box
        return join_seal_key(self.database, seal, boxes)

    def issuing_key(self) -> bytes:
        """The P-256 private scalar under which the laptop issues one-time certificates to parties."""
        return device_keys.secret(self.database, device_keys.ISSUING)

    def copy_key(self) -> bytes:
        """The key of the second copy; whoever can open the database can open the copy."""
        self._require_open()
        return copy_key_of(bytes(self._key))

    def another_connection(self) -> Database:
        """The same database once more, for another thread; whoever asked closes it."""
        self._require_open()
        return open_database(self.profile / DATABASE, bytes(self._key))

    def has_pin(self, officer_id: str | None = None) -> bool:
        """Whether the officer has set a PIN."""
        return self._pins.is_set(self._signed_in(officer_id))

    def set_pin(self, passphrase: str, pin: str, officer_id: str | None = None) -> None:
        """The officer has this PIN; the passphrase is asked for, so a forgotten PIN is no trouble."""
        officer = self._signed_in(officer_id)
        slots.open_slot(self.profile, slots.WithPassphrase(officer, passphrase), self.clock)
        self._pins.set(officer, pin)
        note(self._database, self.clock, "pin_set", officer)

    def change_passphrase(self, old: str, new: str, officer_id: str | None = None) -> None:
        """The officer's keys and way to the database open with ``new`` only.

        At every moment between, one of the two passphrases opens both.
        """
        officer = self._signed_in(officer_id)
        opened = slots.open_slot(self.profile, slots.WithPassphrase(officer, old), self.clock)
        if opened.root is None:
            raise NotPossibleNow("slot_damaged")
        slot, root = self.new_slot(officer, record_of(self._database, officer).name, new)
        rewrap(self._database, officer, self._keys[officer], root, self._randomness)
        slots.change_slot(self.profile, slot)
        settle(self._database, officer, root)
        note(self._database, self.clock, "passphrase_changed", officer)

    def new_slot(self, officer: str, name: str, passphrase: str) -> tuple[slots_file.Slot, bytes]:
        """A slot for the officer at the cost of the slots that are there, and the root of the officer's keys."""
        self._require_open()
        held = slots_file.read(self.profile)
        costs = [slot.cost for slot in held.slots if slot.kind == slots_file.PASSPHRASE]
        cost = max(costs, key=lambda c: (c.memory_kib, c.passes), default=COURT_COST)
        return slots.passphrase_slot(
            officer, name, passphrase, bytes(self._key), cost, self._randomness, practice=held.practice
        )

    def enrol_anew(self, officer: str, name: str, role: str, root: bytes, pin: str) -> OfficerRecord:
        """The officer has new keys under ``root`` and a new PIN; the former keys are revoked.

        With them goes a seal of which the officer held a share: nobody can open that any more.
        """
        record = enrol(self.database, officer, name, role, root, self._randomness)
        for seal in seals(self.database):
            if officer in holders_of(self.database, seal):
                drop_seal_key(self.database, seal)
        self._pins.set(officer, pin)
        return record

    def _take(self, officer_id: str, root: bytes) -> None:
        former = self._keys.pop(officer_id, None)
        if former is not None:
            former.wipe()
        self._keys[officer_id] = open_keys(self._database, officer_id, root)
        settle(self._database, officer_id, root)
        self._pins.forgive_spent(officer_id)
        note(self._database, self.clock, "signed_in", officer_id)

    def _signed_in(self, officer_id: str | None) -> str:
        self._require_open()
        officer = officer_id or next(iter(self._keys))
        if officer not in self._keys:
            raise NeedsCorrection("officer_not_signed_in", officer=officer)
        return officer

    def _require_open(self) -> None:
        if not self._key:
            raise NotPossibleNow("session_locked")


def unlock(profile: Path, officer_id: str, passphrase: str, clock: Clock, randomness: Randomness) -> Session:
    """The profile is open with this officer signed in; takes one Argon2id run (about 0.7 s).

    Refuses with ``no_profile``, ``no_such_officer``, ``wrong_passphrase`` (``tries``, ``wait_s``), ``wait_first``
    (``wait_s``), ``slot_damaged``, and as ``open_database`` does.
    """
    opened = slots.open_slot(profile, slots.WithPassphrase(officer_id, passphrase), clock)
    session = open_with_key(profile, opened.key, clock, randomness)
    if opened.root is None:
        raise NotPossibleNow("slot_damaged")
    try:
        session._take(officer_id, opened.root)
    except BaseException:
        session.lock()
        raise
    return session


def open_with_key(profile: Path, key: bytes, clock: Clock, randomness: Randomness) -> Session:
    """The profile is open with nobody signed in, as when the court's escrow was used; ``database_missing``."""
    if not (profile / DATABASE).exists():
        raise NotPossibleNow("database_missing")  # opening would make an empty one in its place
    try:
        database = open_database(profile / DATABASE, key)
    except NotPossibleNow as refusal:
        if refusal.code == "wrong_key":  # the slot vouches for the key, so it is the file that is wrong
            raise NotPossibleNow("database_damaged") from None
        raise
    try:
        return Session(profile, key, database, clock, randomness)
    except BaseException:
        database.close()
        raise


def copy_key_of(database_key: bytes) -> bytes:
    """The key of the second copy that belongs to a database key."""
    return labelled(database_key, _COPY_LABEL)
