"""Makes a laptop of a practice court: officers and keys, all marked 演练."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.cases.court import write_court
from app.clock import Clock, Randomness
from app.desk import BENCH, Desk, Officer, Teller
from app.errors import NeedsCorrection
from app.journal.devices import add_devices
from app.keys.pin import require_fit
from app.keys.provision import NewOfficer, provision
from app.keys.session import Session, unlock

LETTERS = "abcdefghjkmnpqrstuvwxyz"
"""No i, l or o: a practice passphrase is read off the screen and typed."""


def make_practice_laptop(
    profile: Path,
    court: Mapping[str, Any],
    officers: Sequence[NewOfficer],
    clock: Clock,
    randomness: Randomness,
) -> None:
    """The profile exists; its keys wait for the practice court's certificates, as a real laptop's do.

    ``court`` is the court's settings with its officers. Refuses what ``provision`` and ``write_court`` refuse.
    """
    session = provision(profile, officers, clock, randomness, court_escrow=None, practice=True)
    try:
        write_court(session.database, {**court, "practice": True})
        add_devices(session.database, {session.device.device_id: session.device.public})
    finally:
        session.lock()


def practice_officers(
    officers: Sequence[Mapping[str, str]], randomness: Randomness, beside: Collection[str] = ()
) -> list[NewOfficer]:
    """The court's officers who work at the laptop, each with a passphrase and PIN to be shown on the screen.

    ``beside`` are the ids of others who sign at it too: an assessor, a division chief who came along.
    """
    made = list[NewOfficer]()
    for officer in officers:
        if officer["role"] in BENCH or officer["id"] in beside:
            words = " ".join("".join(LETTERS[byte % len(LETTERS)] for byte in randomness(5)) for _ in range(5))
            made.append(NewOfficer(officer["id"], officer["name"], officer["role"], words, _pin(randomness)))
    return made


def sit_down(session: Session, officer: NewOfficer, teller: Teller, clock: Clock, randomness: Randomness) -> Desk:
    """The officer's desk at an unlocked session."""
    return Desk(
        session.database,
        teller,
        clock,
        randomness,
        Officer(officer.id, officer.name, officer.role),
        session.device,
    )


def unlock_all(profile: Path, officers: Sequence[NewOfficer], clock: Clock, randomness: Randomness) -> Session:
    """The profile is open with every one of the officers signed in."""
    session = unlock(profile, officers[0].id, officers[0].passphrase, clock, randomness)
    for officer in officers[1:]:
        session.join(officer.id, officer.passphrase)
    return session


def _pin(randomness: Randomness) -> str:
    while True:
        pin = f"{int.from_bytes(randomness(4), 'big') % 10**6:06d}"
        try:
            require_fit(pin)
        except NeedsCorrection:
            continue
        return pin
