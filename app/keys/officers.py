"""An officer's own keys, wrapped by that officer's own passphrase: P-256 to sign, X25519 to be sealed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.clock import Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.derive import labelled
from app.keys.sealing import NotOpened, new_box_key, open_sealed, seal
from app.storage.database import Database

SCALAR_BYTES = 32
ACTIVE, REVOKED = "active", "revoked"
"""States of a key; whether the court has certified it stands in the journal (app/signing/certificates.py)."""
_LABEL = "xunhui/officer-keys/1"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass(frozen=True)
class OfficerRecord:
    """What is public of an officer at this laptop; the role is as the court last told it."""

    id: str
    name: str
    role: str
    generation: int
    public: bytes
    box_public: bytes


class OfficerKeys:
    """An officer's private keys while in memory; ``wipe`` overwrites them as far as Python can."""

    def __init__(self, signing: bytes, box: bytes) -> None:
        self._signing = bytearray(signing)
        self._box = bytearray(box)

    @property
    def signing(self) -> bytes:
        """The P-256 private scalar, 32 bytes, big-endian."""
        return _held(self._signing)

    @property
    def box(self) -> bytes:
        """The X25519 private key to which shares are sealed."""
        return _held(self._box)

    def wipe(self) -> None:
        """The keys are gone from here."""
        for key in (self._signing, self._box):
            key[:] = bytes(len(key))
            key.clear()


def _held(key: bytearray) -> bytes:
    if not key:
        raise NotPossibleNow("session_locked")
    return bytes(key)


def new_p256_key(randomness: Randomness) -> bytes:
    """A private scalar drawn from the handed-in randomness without bias (FIPS 186-5, A.2.1)."""
    drawn = int.from_bytes(randomness(SCALAR_BYTES + 16), "big") % (_ORDER - 1) + 1
    return drawn.to_bytes(SCALAR_BYTES, "big")


def p256_public(scalar: bytes) -> bytes:
    """The public half, SubjectPublicKeyInfo DER."""
    key = ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def enrol(database: Database, officer: str, name: str, role: str, root: bytes, randomness: Randomness) -> OfficerRecord:
    """The officer has new keys, wrapped under ``root``; old ones are revoked.

    A revoked private key is deleted; its public key stays, for what it signed.
    """
    signing = new_p256_key(randomness)
    box_private, box_public = new_box_key(randomness)
    with database.transaction():
        rows = database.query(
            "SELECT coalesce(max(generation), 0) AS last FROM key_officer WHERE officer = ?", (officer,)
        )
        generation = int(rows[0]["last"]) + 1
        revoke(database, officer)
        box = seal(_wrapping(root), signing + box_private, _bound(officer, generation), randomness)
        database.execute(
            "INSERT INTO key_officer (officer, generation, name, role, public, box_public, box, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (officer, generation, name, role, p256_public(signing), box_public, box, ACTIVE),
        )
    return record_of(database, officer)


def open_keys(database: Database, officer: str, root: bytes) -> OfficerKeys:
    """The officer's private keys; refuses with ``officer_keys_damaged`` where ``root`` does not open them."""
    row = _current(database, officer)
    for box in (row["box"], row["box_next"]):
        try:
            plain = open_sealed(_wrapping(root), box or b"", _bound(officer, row["generation"]))
        except NotOpened:
            continue
        return OfficerKeys(plain[:SCALAR_BYTES], plain[SCALAR_BYTES:])
    raise NotPossibleNow("officer_keys_damaged")


def rewrap(database: Database, officer: str, keys: OfficerKeys, root: bytes, randomness: Randomness) -> None:
    """The same keys open under ``root`` too; ``settle`` then makes it the only one.

    Between the two the slot is replaced, so that at any power cut one passphrase opens both slot and keys.
    """
    row = _current(database, officer)
    box = seal(_wrapping(root), keys.signing + keys.box, _bound(officer, row["generation"]), randomness)
    database.execute(
        "UPDATE key_officer SET box_next = ? WHERE officer = ? AND generation = ?",
        (box, officer, row["generation"]),
    )


def settle(database: Database, officer: str, root: bytes) -> None:
    """The officer's keys open under ``root`` only, if they were being wrapped anew."""
    row = _current(database, officer)
    if row["box_next"] is None:
        return
    try:
        open_sealed(_wrapping(root), row["box_next"], _bound(officer, row["generation"]))
    except NotOpened:
        kept = row["box"]
    else:
        kept = row["box_next"]
    database.execute(
        "UPDATE key_officer SET box = ?, box_next = NULL WHERE officer = ? AND generation = ?",
        (kept, officer, row["generation"]),
    )


def revoke(database: Database, officer: str) -> None:
    """The officer's keys sign no more and their private halves are deleted here."""
    database.execute(
        "UPDATE key_officer SET state = ?, box = NULL, box_next = NULL WHERE officer = ? AND state <> ?",
        (REVOKED, officer, REVOKED),
    )


def record_of(database: Database, officer: str) -> OfficerRecord:
    """What is public of the officer's current keys; refuses with ``no_such_officer`` or ``officer_revoked``."""
    return _record(_current(database, officer))


def officers(database: Database) -> list[OfficerRecord]:
    """Every officer with keys at this laptop, by id."""
    rows = database.query("SELECT * FROM key_officer WHERE state <> ? ORDER BY officer", (REVOKED,))
    return [_record(row) for row in rows]


def _current(database: Database, officer: str) -> dict[str, Any]:
    rows = database.query("SELECT * FROM key_officer WHERE officer = ? ORDER BY generation DESC", (officer,))
    if not rows:
        raise NeedsCorrection("no_such_officer")
    if rows[0]["state"] == REVOKED:
        raise NotPossibleNow("officer_revoked", name=rows[0]["name"])
    return rows[0]


def _record(row: dict[str, Any]) -> OfficerRecord:
    return OfficerRecord(
        row["officer"],
        row["name"],
        row["role"],
        row["generation"],
        row["public"],
        row["box_public"],
    )


def _wrapping(root: bytes) -> bytes:
    return labelled(root, _LABEL)


def _bound(officer: str, generation: int) -> bytes:
    return f"{_LABEL} {generation} {officer}".encode()
