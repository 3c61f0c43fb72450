"""The court: what it answers to each message, whether that came over TLS or on a stick."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy.engine import Connection

from app.clock import Clock
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import device_id_of
from app.journal.entry import COURT, Entry, TamperedEntry
from app.signing.issuing import to_pem
from sync.identity import public_key_of
from sync.messages import (
    Block,
    CourtOffered,
    DeviceTold,
    Enrol,
    Enrolled,
    Hello,
    HelloAnswer,
    Lease,
    Page,
    Pull,
    Push,
    Pushed,
    Receipts,
    ReceiptsWanted,
    SignedHead,
)
from sync.server.attachments import Attachments
from sync.server.certificates import CourtKeys
from sync.server.journal import CourtJournal
from sync.server.keys import Keys
from sync.server.log import Log
from sync.server.newcomers import Newcomers
from sync.server.numbers import given_out_elsewhere, lease
from sync.server.objects import Objects
from sync.server.paper_root import paper_certificate
from sync.server.scope import COMPARTMENTS, EVERY_CASE, put_in_scope, scope_of, take_from_scope, version_of
from sync.server.sealing import Seal
from sync.server.sending import Sending
from sync.server.stamps import Stamps
from sync.server.store import Store, devices, entries, officers, revocations
from sync.server.voice import Voice

DEVICE = "device"
OFFICER = "officer"


@dataclass(frozen=True)
class CourtFacts:
    """What names a court: its 法院代字, its full name, and whether it is a practice court (演练)."""

    code: str
    name: str
    practice: bool


class Court:
    """One court's answers; stateless but for a cache of its log's tree, so several processes may serve one court."""

    def __init__(self, facts: CourtFacts, store: Store, objects: Objects, keys: CourtKeys, clock: Clock) -> None:
        self.facts = facts
        self.store = store
        self.keys = keys
        self.clock = clock
        store.begin_court(facts.code)
        self.log = Log(store, facts.code, keys.log, clock)
        self.journal = CourtJournal(
            facts.code, store, self.log, Seal.for_purpose(keys.data, "bodies"), keys.voice.public, clock
        )
        self.voice = Voice(facts.code, keys.voice, clock)
        self.newcomers = Newcomers(
            facts.code, facts.name, facts.practice, store, Seal.for_purpose(keys.data, "leases"), clock
        )
        self.sending = Sending(facts.code, store, self._say)
        self.signing_keys = Keys(facts.code, store, keys.folder, self._say, clock, os.urandom)
        self.attachments = Attachments(store, facts.code, objects, Seal.for_purpose(keys.data, "attachments"), self.log)

        self.stamps = Stamps(
            facts.code, store, self.journal, self.attachments, self._say, keys.folder, clock
        )

    # --- Administration

    def name_officer(self, officer: str, name: str, role: str) -> None:
        """The officer acts for this court in this role; every laptop learns it."""
        with self.store.writing(self.facts.code) as connection:
            same = (officers.c.court == self.facts.code) & (officers.c.officer == officer)
            connection.execute(officers.delete().where(same))
            connection.execute(officers.insert().values(court=self.facts.code, officer=officer, name=name, role=role))
            self._say(connection, "officer.named", f"officer-{officer}", {"name": name, "role": role})

    def revoke(self, kind: str, subject: str, reason: str) -> None:
        """From now on the device is refused, or the officer's new acts are flagged; what was done stands.

        So do signatures made before: only from this moment on do the officer's or the device's keys count no more.
        """
        with self.store.writing(self.facts.code) as connection:
            at = self.clock.now().isoformat(timespec="seconds")
            connection.execute(
                revocations.insert().values(court=self.facts.code, kind=kind, subject=subject, at=at, reason=reason)
            )
            self._say(connection, f"{kind}.revoked", f"{kind}-{subject}", {"revoked": reason, "revoked_at": at})
            self.signing_keys.revoke(connection, subject, reason, at)

    def assign(self, device: str, case: str, compartments: tuple[str, ...] = COMPARTMENTS) -> None:
        """The device may hold the case, which comes to it whole at the next round."""
        with self.store.writing(self.facts.code) as connection:
            put_in_scope(connection, self.facts.code, device, case, compartments)

    def withdraw(self, device: str, case: str) -> None:
        """The case leaves the device's scope; the laptop purges it once its receipts allow."""
        with self.store.writing(self.facts.code) as connection:
            take_from_scope(connection, self.facts.code, device, case)

    def numbers_given_out(self, type: str, year: int, upto: int) -> None:
        """Numbers up to `upto` were given out by the court itself; no laptop gets them."""
        with self.store.writing(self.facts.code) as connection:
            given_out_elsewhere(connection, self.facts.code, type, year, upto, self.clock)

    def paper_root(self) -> str:
        """The root under which the court's papers are signed, in PEM."""
        return to_pem((paper_certificate(self.keys.folder),)).decode("ascii")

    # --- Answers

    def offered(self) -> CourtOffered:
        """Who the court says it is, with the two roots that a newcomer will believe."""
        authority = self.keys.authority_certificate.read_text(encoding="ascii")
        return CourtOffered(self.facts.code, self.facts.practice, authority, self.paper_root())

    def enrol(self, wish: Enrol) -> Enrolled:
        """A certificate for the device; the same code and key again (its answer was lost) give the same one."""
        certificate = self.keys.authority.certify_device(wish.request, self.facts.practice, self.clock.now())
        der = certificate.public_bytes(Encoding.DER)
        public = public_key_of(der)
        device = device_id_of(public)
        with self.store.writing(self.facts.code) as connection:
            code = self.newcomers.code(connection, wish.code, device)
            if code.device is None:
                if self._device(connection, device) is not None:
                    raise NeedsCorrection("device_already_enrolled")
                self.newcomers.spend(connection, wish.code, device)
                self.newcomers.keep_lease_key(connection, device, wish.lease_key)
                connection.execute(
                    devices.insert().values(
                        court=self.facts.code,
                        device=device,
                        certificate=der,
                        public=public,
                        bundle_key=wish.bundle_key,
                        name=wish.name or code.name,
                        enrolled_at=self.clock.now().isoformat(timespec="seconds"),
                        forked=False,
                    )
                )
                if code.every_case:
                    put_in_scope(connection, self.facts.code, device, EVERY_CASE)
                self._say(
                    connection,
                    "device.enrolled",
                    f"device-{device}",
                    {"name": wish.name or code.name, "device": device},
                )
            row = self._device(connection, device)
            assert row is not None
            return Enrolled(
                court=self.facts.code,
                court_name=self.facts.name,
                certificate=bytes(row.certificate),
                log_key=self.keys.log.public_key().public_bytes_raw(),
                court_device=self.keys.voice.public,
                bundle_key=self.keys.bundle.public_key().public_bytes_raw(),
                practice=self.facts.practice,
            )

    def admit(self, public: bytes) -> str:
        """The enrolled device of this key; refuses one that is unknown or revoked."""
        device = device_id_of(public)
        with self.store.reading() as connection:
            if self._device(connection, device) is None:
                raise NotPossibleNow("device_unknown")
            if self._revoked(connection, DEVICE, device):
                raise NotPossibleNow("device_revoked")
        return device

    def hello(self, device: str, hello: Hello) -> HelloAnswer:
        with self.store.reading() as connection:
            known, tip = self.journal.known(connection, device, hello.chain)
            row = self._device(connection, device)
            version = version_of(connection, self.facts.code, device)
            same = hello.scope_version == version
            scope = None if same else scope_of(connection, self.facts.code, device).listed()
        head = self.log.head()
        return HelloAnswer(
            court=self.facts.code,
            at=self.clock.now().isoformat(),
            known=known,
            tip=tip,
            forked=bool(row and row.forked),
            head=head,
            consistency=tuple(self.log.consistency(hello.head_size, head.size)),
            scope_version=version,
            scope=scope,
        )

    def push(self, sender: str, push: Push) -> Pushed:
        """Every entry of the batch is in the log, in one transaction, or none is; again is harmless."""
        batch = [wire.entry() for wire in push.entries]
        try:
            return self.journal.take(sender, batch)
        except TamperedEntry as broken:
            raise NeedsCorrection("entry_tampered", entry=broken.name, why=broken.why) from None

    def pull(self, device: str, pull: Pull) -> Page:
        return self.journal.page(device, pull)

    def receipts(self, wanted: ReceiptsWanted) -> Receipts:
        """One proof that all these places are in the log, up to a signed head that covers them."""
        head = self.log.head()
        places = list[int]()
        for span in wanted.ranges:
            if len(span) != 2 or not 0 <= span[0] <= span[1] < head.size:
                raise NeedsCorrection("place_not_in_log")
            places += range(span[0], span[1] + 1)
        return Receipts(
            head,
            tuple(self.log.together(places, head.size)),
            tuple(self.log.consistency(wanted.since, head.size)),
        )

    def head(self) -> SignedHead:
        return self.log.head()

    def lease(self, device: str, wish: Lease) -> Block:
        """A block of case numbers for this device alone, told to everyone in the court's own chain."""
        with self.store.writing(self.facts.code) as connection:
            block, fresh = lease(connection, self.facts.code, device, wish, self.clock)
            if fresh:
                record = f"block-{self.facts.code}-{block.type}-{block.year}-{block.first}"
                self._say(
                    connection,
                    "number.leased",
                    record,
                    {
                        "court": self.facts.code,
                        "type": block.type,
                        "year": block.year,
                        "first": block.first,
                        "last": block.last,
                        "device": block.device,
                    },
                )
            return block

    def device_told(self, device: str) -> DeviceTold:
        """The certificate of any device whose entries may reach a laptop."""
        with self.store.reading() as connection:
            row = self._device(connection, device)
        if row is None:
            raise NotPossibleNow("device_unknown")
        return DeviceTold(device, bytes(row.certificate))

    def bundle_key_of(self, device: str) -> bytes:
        with self.store.reading() as connection:
            row = self._device(connection, device)
        if row is None:
            raise NotPossibleNow("device_unknown")
        return bytes(row.bundle_key)

    def public_of(self, device: str) -> bytes:
        with self.store.reading() as connection:
            row = self._device(connection, device)
        if row is None:
            raise NotPossibleNow("device_unknown")
        return bytes(row.public)

    def devices_listed(self) -> list[dict[str, Any]]:
        """Every enrolled device, for whoever runs the court's server."""
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(devices.c.device, devices.c.name, devices.c.enrolled_at, devices.c.forked).where(
                    devices.c.court == self.facts.code
                )
            ).mappings()
            return [dict(row) for row in rows]

    def flagged(self) -> Sequence[dict[str, Any]]:
        """Entries that were taken although something about them needs a person's eye."""
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(entries.c.name, entries.c.device, entries.c.sequence, entries.c.flags).where(
                    entries.c.court == self.facts.code, entries.c.flags != ""
                )
            ).mappings()
            return [dict(row) for row in rows]

    def close(self) -> None:
        self.store.close()

    def _say(
        self, connection: Connection, act: str, record: str, fields: dict[str, Any], case: str = COURT
    ) -> Entry:
        entry = self.voice.say(connection, act, record, fields, case)
        self.journal.append_own(connection, entry)
        return entry

    def _device(self, connection: Connection, device: str) -> sa.Row[Any] | None:
        return connection.execute(
            sa.select(devices).where(devices.c.court == self.facts.code, devices.c.device == device)
        ).first()

    def _revoked(self, connection: Connection, kind: str, subject: str) -> bool:
        found = connection.execute(
            sa.select(revocations.c.at).where(
                revocations.c.court == self.facts.code,
                revocations.c.kind == kind,
                revocations.c.subject == subject,
            )
        ).first()
        return found is not None
