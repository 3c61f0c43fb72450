"""Keys that laptops ask to have certified: what the journal says of each, and the administrator's word on it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy.engine import Connection

from app.clock import Clock, Randomness
from app.documents.fill import OFFICER_TITLES
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.entry import Entry
from app.keys.request import requested_key
from app.keys.spoken import spoken
from app.signing.certificates import ISSUING, OFFICER, SEAL, key_record
from app.signing.issuing import issue_device_issuing, issue_officer, issue_seal
from sync.server.certificates import SLACK
from sync.server.paper_root import open_paper_root
from sync.server.store import Store, keys, officers

WAITING, CERTIFIED, REFUSED, REVOKED = "waiting", "certified", "refused", "revoked"

Say = Callable[[Connection, str, str, dict[str, Any]], Entry]


@dataclass(frozen=True)
class Keys:
    """The keys of one court's laptops; `say` writes the court's next entry, in the caller's transaction."""

    court: str
    store: Store
    secrets: Path
    say: Say
    clock: Clock
    randomness: Randomness

    def asked(self) -> list[dict[str, Any]]:
        """Every key that was asked for, with the words by which a person compares it, the waiting ones first."""
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(keys).where(keys.c.court == self.court).order_by(keys.c.state != WAITING, keys.c.asked_at)
            ).mappings()
            return [
                {
                    "key": row["key"],
                    "state": row["state"],
                    "use": row["use"],
                    "holder": row["holder"],
                    "name": row["name"],
                    "role": row["role"],
                    "device": row["device"],
                    "asked_at": row["asked_at"],
                    "words": spoken(bytes(row["public"])),
                    "until": _until(row["certificate"]),
                }
                for row in rows
            ]

    def certify(self, key: str) -> None:
        """The court's certificate for the key goes down with the laptop's next sync.

        Name and role are the court's own, never the request's. Refuses with ``key_not_asked_for``, ``key_revoked``,
        ``officer_not_named``, or ``officer_named_otherwise`` where the laptop calls the officer something else.
        """
        with self.store.writing(self.court) as connection:
            row = self._row(connection, key)
            if row.state == REVOKED:
                raise NotPossibleNow("key_revoked", reason=row.reason)
            public = requested_key(bytes(row.request), row.holder)
            root, at = open_paper_root(self.secrets), self.clock.now() - SLACK
            if row.use == OFFICER:
                told = connection.execute(
                    sa.select(officers).where(officers.c.court == self.court, officers.c.officer == row.holder)
                ).first()
                if told is None:
                    raise NeedsCorrection("officer_not_named", officer=row.holder)
                if (told.name, told.role) != (row.name, row.role):
                    raise NeedsCorrection("officer_named_otherwise", officer=row.holder, name=told.name, role=told.role)
                title = OFFICER_TITLES[told.role]
                issued = issue_officer(
                    root, told.name, title, at=at, randomness=self.randomness, public_key=public
                )
            elif row.use == ISSUING:
                issued = issue_device_issuing(root, row.holder, at=at, randomness=self.randomness, public_key=public)
            else:
                issued = issue_seal(root, at=at, randomness=self.randomness, public_key=public)
            der = issued.certificate.public_bytes(Encoding.DER)
            self.say(connection, "key.certified", key, {"certificate": base64.b64encode(der).decode("ascii")})

    def refuse(self, key: str, reason: str) -> None:
        """The laptop learns that the key gets no certificate, and why."""
        with self.store.writing(self.court) as connection:
            self._row(connection, key)
            self.say(connection, "key.refused", key, {"refused": reason})

    def revoke(self, connection: Connection, holder: str, reason: str, at: str) -> None:
        """Every key of the officer, or made on the device, counts no more from `at` on."""
        mine = sa.and_(keys.c.court == self.court, sa.or_(keys.c.holder == holder, keys.c.device == holder))
        for row in connection.execute(sa.select(keys.c.key, keys.c.state).where(mine)).all():
            if row.state != REVOKED:
                self.say(connection, "key.revoked", row.key, {"revoked": reason, "revoked_at": at})

    def _row(self, connection: Connection, key: str) -> sa.Row[Any]:
        row = connection.execute(sa.select(keys).where(keys.c.court == self.court, keys.c.key == key)).first()
        if row is None:
            raise NeedsCorrection("key_not_asked_for", key=key)
        return row


def note_keys(connection: Connection, court: str, voice: str, entries: Iterable[Entry]) -> None:
    """The table says what these entries say of keys; `voice` is the court's own device, whose word alone certifies.

    A request that does not prove its key, or that another device made before, changes nothing.
    """
    for entry in entries:
        if entry.act == "key.requested":
            _note_request(connection, court, entry)
        elif entry.device == voice and entry.act in _WORDS:
            same = sa.and_(keys.c.court == court, keys.c.key == entry.record)
            connection.execute(keys.update().where(same, keys.c.state != REVOKED).values(**_WORDS[entry.act](entry)))


def _note_request(connection: Connection, court: str, entry: Entry) -> None:
    fields = entry.fields
    try:
        use, holder, name, role = (str(fields[each]) for each in ("use", "holder", "name", "role"))
        request = base64.b64decode(str(fields["request"]), validate=True)
        public = requested_key(request, holder).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (KeyError, ValueError, binascii.Error, NeedsCorrection):
        return
    own = use == OFFICER or (use in (ISSUING, SEAL) and holder == entry.device)
    if not own or entry.record != key_record(public):
        return
    same = sa.and_(keys.c.court == court, keys.c.key == entry.record)
    held = connection.execute(sa.select(keys.c.device, keys.c.state).where(same)).first()
    asked = {"use": use, "holder": holder, "name": name, "role": role, "asked_at": entry.claimed_at, "state": WAITING}
    if held is None:
        fresh = {"court": court, "key": entry.record, "device": entry.device, "request": request, "public": public}
        connection.execute(keys.insert().values(**fresh, **asked, reason="", certificate=None))
    elif held.device == entry.device and held.state != REVOKED:
        connection.execute(keys.update().where(same).values(**asked))


_WORDS: dict[str, Callable[[Entry], dict[str, Any]]] = {
    "key.certified": lambda entry: {
        "state": CERTIFIED,
        "certificate": base64.b64decode(str(entry.fields["certificate"])),
    },
    "key.refused": lambda entry: {"state": REFUSED, "reason": str(entry.fields["refused"])},
    "key.revoked": lambda entry: {"state": REVOKED, "reason": str(entry.fields["revoked"])},
}


def _until(certificate: bytes | None) -> str | None:
    if certificate is None:
        return None
    return x509.load_der_x509_certificate(bytes(certificate)).not_valid_after_utc.date().isoformat()
