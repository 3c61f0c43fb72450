"""The database key and the ways to it: an officer's passphrase, the court's escrow, and room for more."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from app.clock import Clock, Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys import slots_file
from app.keys.derive import KEY_BYTES, SALT_BYTES, Cost, check_cost, labelled, root_of
from app.keys.passphrase import require_strong
from app.keys.sealing import NotOpened, box_public, open_sealed, open_with, seal, seal_to
from app.keys.shares import join
from app.keys.slots_file import PASSPHRASE, Slot, SlotsFile
from app.keys.throttle import Throttle

ESCROW = "escrow"
COURT = "court"
_ID_BYTES = 8
_DATABASE_LABEL = "xunhui/database-key/1"
_CHECK_LABEL = "xunhui/passphrase-check/1"


@dataclass(frozen=True)
class Opened:
    """The database key; and, where a passphrase opened it, the root of that officer's other keys."""

    key: bytes = field(repr=False)
    root: bytes | None = field(default=None, repr=False)


class Opener(Protocol):
    """What a kind of slot needs in order to open: a passphrase, shares; a token or TPM will be one more."""

    @property
    def kind(self) -> str: ...

    @property
    def holder(self) -> str: ...

    def open(self, slot: Slot, *, practice: bool) -> Opened:
        """The key; ``NeedsCorrection`` if what was entered is wrong, ``slot_damaged`` if the slot is."""
        ...


@dataclass(frozen=True)
class WithPassphrase:
    """Opens an officer's slot; one Argon2id run gives the database key and the officer's own keys."""

    holder: str
    passphrase: str = field(repr=False)
    kind: str = PASSPHRASE

    def open(self, slot: Slot, *, practice: bool) -> Opened:
        try:
            cost, salt = slot.cost, slot.salt
            check = base64.b64decode(slot.metadata["check"], validate=True)
        except (KeyError, ValueError, TypeError):
            raise NotPossibleNow("slot_damaged") from None
        if len(check) != KEY_BYTES or len(salt) != SALT_BYTES:
            raise NotPossibleNow("slot_damaged")
        check_cost(cost, practice=practice)
        root = root_of(self.passphrase, salt, cost)
        if not hmac.compare_digest(_check_of(root), check):
            raise NeedsCorrection("wrong_passphrase")
        try:
            key = open_sealed(labelled(root, _DATABASE_LABEL), slot.box, slot.label(practice=practice))
        except NotOpened:
            raise NotPossibleNow("slot_damaged") from None
        return Opened(key, root)


@dataclass(frozen=True)
class WithEscrowShares:
    """Opens the court's slot with two of the three shares of its escrow key."""

    shares: Sequence[bytes] = field(repr=False)
    holder: str = COURT
    kind: str = ESCROW

    def open(self, slot: Slot, *, practice: bool) -> Opened:
        private = join(self.shares)
        if len(private) != KEY_BYTES or slot.metadata.get("court_key") != fingerprint(box_public(private)):
            raise NeedsCorrection("shares_do_not_match")
        try:
            return Opened(open_with(private, slot.box, slot.label(practice=practice)))
        except NotOpened:
            raise NotPossibleNow("slot_damaged") from None


def fingerprint(public: bytes) -> str:
    """A public key's name, for a person to compare: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def passphrase_slot(
    holder: str,
    name: str,
    passphrase: str,
    key: bytes,
    cost: Cost,
    randomness: Randomness,
    *,
    practice: bool,
) -> tuple[Slot, bytes]:
    """A new slot for the officer, and the root of the officer's own keys.

    Outside practice refuses a passphrase that is too weak, and a cost below the court's.
    """
    check_cost(cost, practice=practice)
    if not practice:
        require_strong(passphrase, (holder, name))
    salt = randomness(SALT_BYTES)
    root = root_of(passphrase, salt, cost)
    metadata = {
        "check": base64.b64encode(_check_of(root)).decode("ascii"),
        "kdf": {
            "lanes": cost.lanes,
            "memory_kib": cost.memory_kib,
            "name": "argon2id",
            "passes": cost.passes,
            "salt": base64.b64encode(salt).decode("ascii"),
        },
        "name": name,
    }
    slot = Slot(randomness(_ID_BYTES).hex(), PASSPHRASE, holder, metadata, b"")
    box = seal(labelled(root, _DATABASE_LABEL), key, slot.label(practice=practice), randomness)
    return replace(slot, box=box), root


def escrow_slot(court_public: bytes, key: bytes, randomness: Randomness, *, practice: bool) -> Slot:
    """A slot that only the court's escrow key opens; ``court_public`` is X25519, 32 bytes."""
    slot = Slot(randomness(_ID_BYTES).hex(), ESCROW, COURT, {"court_key": fingerprint(court_public)}, b"")
    return replace(slot, box=seal_to(court_public, key, slot.label(practice=practice), randomness))


def open_slot(profile: Path, opener: Opener, clock: Clock) -> Opened:
    """The database key; a wrong try is counted before it is looked at.

    Refuses with ``wrong_passphrase`` (``tries``, ``wait_s``), ``wait_first`` (``wait_s``),
    ``no_such_officer``, ``slot_damaged``. The waits grow, survive a restart, and no clock shortens them; they
    stop a person at the keyboard. Whoever copies the disk meets only the passphrase's strength and its cost.
    """
    held = slots_file.read(profile)
    slot = held.of_holder(opener.kind, opener.holder)
    if slot is None:
        raise NeedsCorrection("no_such_officer")
    counter = f"{opener.kind}:{opener.holder}"
    before = held.throttles.get(counter)
    if before is not None and (now := before.seen(clock)).left_ms:
        if before.boot != now.boot:
            slots_file.write(profile, held.with_throttle(counter, now))
        raise NotPossibleNow("wait_first", wait_s=now.seconds_left)
    counted = (before or Throttle()).after_wrong(clock)
    slots_file.write(profile, held.with_throttle(counter, counted))
    try:
        opened = opener.open(slot, practice=held.practice)
    except NeedsCorrection as wrong:
        raise NeedsCorrection(wrong.code, tries=counted.wrong, wait_s=counted.seconds_left) from None
    except NotPossibleNow:
        _uncount(profile, held, counter, before)
        raise
    _uncount(profile, held, counter, None)
    return opened


def change_slot(profile: Path, slot: Slot) -> None:
    """The holder has this slot now, and no wrong tries."""
    held = slots_file.read(profile)
    changed = held.with_slot(slot).with_throttle(f"{slot.kind}:{slot.holder}", Throttle())
    slots_file.write(profile, changed)


def _uncount(profile: Path, held: SlotsFile, counter: str, throttle: Throttle | None) -> None:
    try:
        slots_file.write(profile, held.with_throttle(counter, throttle or Throttle()))
    except NotPossibleNow:
        # The disk filled up meanwhile: the officer is in, and one try too many stays counted.
        return


def _check_of(root: bytes) -> bytes:
    return labelled(root, _CHECK_LABEL)
