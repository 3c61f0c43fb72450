"""Makes a laptop of a practice court: officers, keys and certificates, all marked 演练."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from app.cases.court import write_court
from app.clock import Clock, Randomness
from app.desk import Desk, Officer, Teller
from app.documents.fill import OFFICER_TITLES
from app.errors import NeedsCorrection
from app.journal.devices import add_devices
from app.keys.officers import record_of
from app.keys.pin import require_fit
from app.keys.provision import NewOfficer, provision
from app.keys.session import Session, unlock
from app.signing.issuing import (
    issue_device_issuing,
    issue_officer,
    issue_seal,
    make_court_ca,
)
from app.signing.session_keys import install_certificates

LETTERS = "abcdefghjkmnpqrstuvwxyz"
"""No i, l or o: a practice passphrase is read off the screen and typed."""
SIGNING_ROLES = ("judge", "clerk", "assistant_judge")


def make_practice_laptop(
    profile: Path,
    court: Mapping[str, Any],
    officers: Sequence[NewOfficer],
    clock: Clock,
    randomness: Randomness,
) -> None:
    """The profile exists, with each officer's keys certified by a practice court's own root, made for it and forgotten.

    ``court`` is the court's settings with its officers. Refuses what ``provision`` and ``write_court`` refuse.
    """
    session = provision(profile, officers, clock, randomness, court_escrow=None, practice=True)
    try:
        database = session.database
        write_court(database, {**court, "practice": True})
        add_devices(database, {session.device.device_id: session.device.public})
        # A month back, so that a laptop whose clock is a little slow still finds the certificates valid.
        at = clock.now() - datetime.timedelta(days=30)
        root = make_court_ca(str(court["name"]), at=at, randomness=randomness, practice=True)
        certificates: dict[str, x509.Certificate] = {}
        for officer in officers:
            public = load_der_public_key(record_of(database, officer.id).public)
            assert isinstance(public, EllipticCurvePublicKey)
            title = OFFICER_TITLES[officer.role]
            issued = issue_officer(root, officer.name, title, at=at, randomness=randomness, public_key=public)
            certificates[officer.id] = issued.certificate
        seal = issue_seal(root, at=at, randomness=randomness) if court.get("seal_mode") == "device_seal" else None
        issuing = issue_device_issuing(root, session.device.device_id[:8], at=at, randomness=randomness)
        holders = (_first(officers, "judge"), _first(officers, "clerk"))
        install_certificates(database, root, certificates, issuing, seal, holders, randomness)
    finally:
        session.lock()


def practice_officers(officers: Sequence[Mapping[str, str]], randomness: Randomness) -> list[NewOfficer]:
    """The court's officers who work at the laptop, each with a passphrase and PIN to be shown on the screen."""
    made = list[NewOfficer]()
    for officer in officers:
        if officer["role"] in SIGNING_ROLES:
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


def _first(officers: Sequence[NewOfficer], role: str) -> str:
    return next(officer.id for officer in officers if officer.role == role)
