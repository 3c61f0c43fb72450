"""A new profile at the court: keys, slots and officers are all there, or nothing is."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.clock import Clock, Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys import device_keys, recovery_code, slots, slots_file
from app.keys.derive import COURT_COST, KEY_BYTES, PRACTICE_COST, Cost
from app.keys.events import note
from app.keys.lease import begin_lease
from app.keys.officers import enrol
from app.keys.pin import Pins, require_fit
from app.keys.session import DATABASE, Session, unlock
from app.storage.database import open_database

DEFAULT_LEASE_DAYS = 30


@dataclass(frozen=True)
class NewOfficer:
    """An officer to be enrolled, with what the officer chose in private."""

    id: str
    name: str
    role: str
    passphrase: str = field(repr=False)
    pin: str = field(repr=False)


def provision(
    profile: Path,
    officers: Sequence[NewOfficer],
    clock: Clock,
    randomness: Randomness,
    *,
    court_escrow: bytes | None,
    practice: bool = False,
    cost: Cost | None = None,
    lease_days: int = DEFAULT_LEASE_DAYS,
    court_code: str | None = None,
) -> Session:
    """The profile exists, and its first officer is signed in.

    ``court_escrow`` is the court's X25519 public key, required outside practice; ``court_code`` the code that
    the court keeps in a sealed envelope. Built beside and renamed, so that a crash leaves no half profile.
    Refuses with ``profile_exists``, ``escrow_missing``, ``officer_missing``, ``passphrase_too_weak``,
    ``pin_too_weak``, ``kdf_cost_too_low``, ``disk_full``, ``folder_read_only``.
    """
    if profile.exists() and any(profile.iterdir()):
        raise NotPossibleNow("profile_exists")
    if not officers or len({officer.id for officer in officers}) != len(officers):
        raise NeedsCorrection("officer_missing")
    if court_escrow is None and not practice:
        raise NeedsCorrection("escrow_missing")
    for officer in officers:
        require_fit(officer.pin)
    cost = cost or (PRACTICE_COST if practice else COURT_COST)
    building = profile.with_name(f"{profile.name}.building-{randomness(4).hex()}")
    building.mkdir(mode=0o700, parents=True)
    try:
        _build(building, officers, clock, randomness, court_escrow, practice, cost, lease_days, court_code)
        if profile.exists():
            profile.rmdir()
        building.rename(profile)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return unlock(profile, officers[0].id, officers[0].passphrase, clock, randomness)


def _build(
    folder: Path,
    officers: Sequence[NewOfficer],
    clock: Clock,
    randomness: Randomness,
    court_escrow: bytes | None,
    practice: bool,
    cost: Cost,
    lease_days: int,
    court_code: str | None,
) -> None:
    key = randomness(KEY_BYTES)
    held = slots_file.SlotsFile(practice, ())
    database = open_database(folder / DATABASE, key)
    try:
        with database.transaction():
            device_keys.make_device_keys(database, randomness)
            for officer in officers:
                slot, root = slots.passphrase_slot(
                    officer.id, officer.name, officer.passphrase, key, cost, randomness, practice=practice
                )
                held = held.with_slot(slot)
                enrol(database, officer.id, officer.name, officer.role, root, randomness)
                Pins(database, randomness).set(officer.id, officer.pin)
                note(database, clock, "enrolled", officer.id)
            begin_lease(database, clock, lease_days)
            if court_code is not None:
                recovery_code.keep(database, court_code)
    finally:
        database.close()
    if court_escrow is not None:
        held = held.with_slot(slots.escrow_slot(court_escrow, key, randomness, practice=practice))
    slots_file.write(folder, held)
