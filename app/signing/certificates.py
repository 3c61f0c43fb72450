"""Certificates of this laptop's keys: asked for and told in the journal, believed under the court's root alone."""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
from cryptography.x509.oid import NameOID

from app.clock import Clock
from app.desk import Desk
from app.documents.fill import OFFICER_TITLES
from app.errors import NotPossibleNow
from app.journal.devices import court_device
from app.journal.told import Told
from app.keys.events import note
from app.keys.officers import OfficerRecord, officers, revoke
from app.keys.request import requested_key
from app.signing.api import point
from app.signing.issuing import SEAL_TITLE, from_pem, issuing_name, name_of, seal_name
from app.storage.database import Database
from app.storage.settings import read_setting

ROOT = "signing_root"
"""Setting: PEM of the court's root for papers, as the ticket brought it."""
RENEW = datetime.timedelta(days=60)
"""So long before its end a certificate is asked for anew."""
OFFICER, ISSUING, SEAL = "officer", "issuing", "seal"
"""What a key is for: an officer's signature, the laptop's one-time certificates, the court's seal."""
_MISSING = {OFFICER: "officer_not_certified", ISSUING: "laptop_may_not_issue", SEAL: "seal_not_here"}

VERSION = 1
TABLES = {
    "key_word": """
        CREATE TABLE key_word (
            record  TEXT NOT NULL,           -- key-… of the public key
            ordinal INTEGER NOT NULL,        -- in causal order
            act     TEXT NOT NULL,
            device  TEXT NOT NULL,           -- whose word it is: only the court's counts for more than a request
            fields  TEXT NOT NULL,
            PRIMARY KEY (record, ordinal)) STRICT""",
}


@dataclass(frozen=True)
class KeyHolder:
    """A key of this laptop and whose it is: an officer's id, name and role, or the device's id alone."""

    use: str
    holder: str
    public: bytes
    name: str = ""
    role: str = ""

    @classmethod
    def of(cls, officer: OfficerRecord) -> KeyHolder:
        return cls(OFFICER, officer.id, officer.public, officer.name, officer.role)


@dataclass(frozen=True)
class Standing:
    """What the court has said of a key. ``state``: ``unasked``, ``waiting``, ``refused``, ``revoked``, ``certified``.

    ``certificate`` is the newest that holds, also while a renewal waits; ``reason`` says why not.
    """

    state: str
    certificate: x509.Certificate | None = None
    reason: str = ""


def receive(database: Database, told: Told) -> None:
    """One row for each entry about the key."""
    for ordinal, entry in enumerate(told.entries):
        database.execute(
            "INSERT INTO key_word (record, ordinal, act, device, fields) VALUES (?, ?, ?, ?, ?)",
            (told.record, ordinal, entry.act, entry.device, json.dumps(entry.fields, ensure_ascii=False)),
        )


def key_record(public: bytes) -> str:
    """The record of a public key (SubjectPublicKeyInfo, DER)."""
    return f"key-{hashlib.sha256(public).hexdigest()[:20]}"


def trust_roots(database: Database) -> list[x509.Certificate]:
    """The roots under which a paper's signatures must stand; empty before the laptop belongs to a court."""
    pem = read_setting(database, ROOT)
    return list(from_pem(pem.encode("ascii"))) if pem else []


def ask(desk: Desk, key: KeyHolder, request: bytes) -> None:
    """The journal asks the court to certify the key by its PKCS #10 request (DER); it goes with the next sync."""
    fields = {"use": key.use, "holder": key.holder, "name": key.name, "role": key.role}
    desk.record("key.requested", key_record(key.public), fields | {"request": base64.b64encode(request).decode()})


def asked_key(database: Database, record: str) -> bytes | None:
    """The public key (SubjectPublicKeyInfo, DER) that was asked a certificate for under this record; or None."""
    for word in _words(database, record):
        if word["act"] == "key.requested":
            fields = word["fields"]
            public = requested_key(base64.b64decode(fields["request"]), str(fields["holder"]))
            return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return None


def needs_asking(database: Database, key: KeyHolder, now: datetime.datetime) -> bool:
    """Whether the key was never asked for, or its certificate ends within sixty days and no request waits."""
    standing = standing_of(database, key)
    if standing.state == "unasked":
        return True
    certificate = standing.certificate
    return standing.state == "certified" and (certificate is None or certificate.not_valid_after_utc - now < RENEW)


def standing_of(database: Database, key: KeyHolder) -> Standing:
    """What the court has said of the key; a certificate for another key, name, role or use counts as none."""
    court, state, reason = court_device(database), "unasked", ""
    best: x509.Certificate | None = None
    for word in _words(database, key_record(key.public)):
        if word["act"] == "key.requested":
            state = "waiting"
        elif word["device"] != court:
            continue
        elif word["act"] == "key.certified":
            found = _certificate(word["fields"])
            if found is None or not _is_for(database, found, key):
                state, reason = "refused", "certificate_not_ours"
                continue
            state = "certified"
            if best is None or found.not_valid_after_utc >= best.not_valid_after_utc:
                best = found
        elif word["act"] == "key.refused":
            state, reason = "refused", str(word["fields"].get("refused", ""))
        elif word["act"] == "key.revoked":
            return Standing("revoked", None, str(word["fields"].get("revoked", "")))
    return Standing(state, best, reason)


def certificate_in_force(database: Database, key: KeyHolder, now: datetime.datetime) -> x509.Certificate:
    """The certificate under which the key signs now.

    Refuses with ``officer_not_certified``, ``laptop_may_not_issue`` or ``seal_not_here`` where there is none, with
    ``key_revoked`` (``reason``) or ``certificate_expired`` (``until``).
    """
    standing = standing_of(database, key)
    if standing.state == "revoked":
        raise NotPossibleNow("key_revoked", reason=standing.reason)
    if standing.certificate is None:
        raise NotPossibleNow(_MISSING[key.use])
    until = standing.certificate.not_valid_after_utc
    if until < now:
        raise NotPossibleNow("certificate_expired", until=until.date().isoformat())
    return standing.certificate


def honour_revocations(database: Database, clock: Clock) -> None:
    """Officers whose key the court has revoked sign in and sign here no more; their private keys are gone."""
    for officer in officers(database):
        if standing_of(database, KeyHolder.of(officer)).state == "revoked":
            with database.transaction():
                revoke(database, officer.id)
                note(database, clock, "revoked_by_court", officer.id)


def revoked_since(database: Database) -> dict[int, datetime.datetime]:
    """Serial numbers of certificates that the court has revoked, with the moment from which they count no more."""
    court = court_device(database)
    revoked = dict[int, datetime.datetime]()
    for row in database.query("SELECT record, fields FROM key_word WHERE act = 'key.revoked' AND device = ?", (court,)):
        since = datetime.datetime.fromisoformat(json.loads(row["fields"])["revoked_at"])
        for word in _words(database, row["record"]):
            found = _certificate(word["fields"]) if word["act"] == "key.certified" else None
            if found is not None:
                revoked[found.serial_number] = min(since, revoked.get(found.serial_number, since))
    return revoked


def _words(database: Database, record: str) -> list[dict[str, Any]]:
    rows = database.query("SELECT act, device, fields FROM key_word WHERE record = ? ORDER BY ordinal", (record,))
    return [row | {"fields": json.loads(row["fields"])} for row in rows]


def _certificate(fields: Mapping[str, Any]) -> x509.Certificate | None:
    try:
        return x509.load_der_x509_certificate(base64.b64decode(str(fields["certificate"]), validate=True))
    except (KeyError, ValueError, binascii.Error):
        return None


def _is_for(database: Database, certificate: x509.Certificate, key: KeyHolder) -> bool:
    """Whether the court's root certified this very key, for this name and use, directly."""
    try:
        same = point(certificate.public_key()) == point(load_der_public_key(key.public))
        told = (
            name_of(certificate),
            [str(part.value) for part in certificate.subject.get_attributes_for_oid(NameOID.TITLE)],
        )
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return False
    for root in trust_roots(database):
        try:
            certificate.verify_directly_issued_by(root)
        except (ValueError, TypeError, InvalidSignature):
            continue
        if key.use == ISSUING:
            fit = constraints.ca and constraints.path_length == 0 and told == (issuing_name(key.holder), [])
        elif key.use == SEAL:
            fit = not constraints.ca and usage.content_commitment and told == (seal_name(root), [SEAL_TITLE])
        else:
            title = OFFICER_TITLES.get(key.role, "")
            fit = not constraints.ca and usage.content_commitment and told == (key.name, [title])
        return same and fit
    return False
