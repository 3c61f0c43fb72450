"""How a laptop comes to belong to a court: a ticket out, a certificate back; and how it leases numbers."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256

from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.devices import add_court, add_devices
from app.keys.device_keys import LEASE, secret
from app.keys.spoken import spoken
from app.signing.certificates import ROOT
from app.storage.settings import write_setting
from sync.client import run_round
from sync.identity import device_request, public_key_of
from sync.link import CourtLink, LinkBroken
from sync.messages import Block, Enrol, Lease
from sync.store import CourtHome, SyncStore

REQUEST_BYTES = 16
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: a code is read aloud and typed."""


@dataclass(frozen=True)
class Ticket:
    """What the court hands to a new laptop: where it is, its CA and its root for papers (PEM), and a code for once."""

    url: str
    court: str
    authority: str
    papers: str
    code: str

    @property
    def words(self) -> str:
        """What a person compares before a laptop believes the court: ten words for its two roots."""
        return court_words(self.authority, self.papers)

    def text(self) -> str:
        return json.dumps(self.__dict__, ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def read(cls, path: Path) -> Ticket:
        """The ticket in a file; refuses with ``enrolment_ticket_unreadable``."""
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{name: str(value[name]) for name in cls.__dataclass_fields__})
        except (OSError, ValueError, KeyError, TypeError):
            raise NeedsCorrection("enrolment_ticket_unreadable") from None


def court_words(authority: str, papers: str) -> str:
    """Ten words for a court's CA and its root for papers (PEM); nobody makes a court with another's words."""
    roots = [x509.load_pem_x509_certificate(root.encode("ascii")) for root in (authority, papers)]
    return spoken(b"".join(root.fingerprint(SHA256()) for root in roots))


def new_code() -> str:
    """A one-time enrolment code of 100 bits, in groups of five letters."""
    letters = [secrets.choice(CODE_LETTERS) for _ in range(20)]
    return "-".join("".join(letters[start : start + 5]) for start in range(0, 20, 5))


def enrol(desk: Desk, ticket: Ticket, name: str) -> CourtHome:
    """The court knows this laptop, called `name`, and this laptop its court. Asked again with the same ticket (the
    answer was lost), it is the same. Refuses with ``enrolment_code_wrong``, ``enrolment_code_expired``,
    ``wrong_court``, ``server_unreachable`` or ``clock_far_off``."""
    private = X25519PrivateKey.from_private_bytes(desk.randomness(32))
    wish = Enrol(
        code=ticket.code,
        name=name,
        request=device_request(desk.device),
        bundle_key=private.public_key().public_bytes_raw(),
        lease_key=secret(desk.database, LEASE),
    )
    with CourtLink(ticket.url, ticket.authority) as link:
        try:
            enrolled = link.enrol(wish)
        except LinkBroken:
            raise NotPossibleNow("server_unreachable") from None
    if enrolled.court != ticket.court:
        raise NotPossibleNow("wrong_court")
    if public_key_of(enrolled.certificate) != desk.device.public:
        raise NotPossibleNow("certificate_refused")
    with desk.database.transaction():
        SyncStore(desk.database).settle(enrolled, ticket.url, ticket.authority, private.private_bytes_raw())
        add_devices(desk.database, {desk.device.device_id: desk.device.public})
        add_court(desk.database, enrolled.court_device)
        write_setting(desk.database, ROOT, ticket.papers)
    return SyncStore(desk.database).home()


def lease_blocks(desk: Desk, wishes: Sequence[tuple[str, int, int]]) -> list[Block]:
    """Blocks of case numbers, one for each (类型代字, year, count), are this laptop's alone and told in its tables.

    A wish that was cut off stays, is asked again in the next round, and gives the same block. Refuses as a round
    does, and with ``number_block_unreasonable``.
    """
    store = SyncStore(desk.database)
    store.home()
    requests = list[str]()
    with desk.database.transaction():
        for kind, year, count in wishes:
            requests.append(desk.randomness(REQUEST_BYTES).hex())
            store.wish(Lease(requests[-1], kind, year, count))
    blocks = run_round(desk, attachments=False).blocks
    return [blocks[request] for request in requests]
