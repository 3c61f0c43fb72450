"""The keys of an unlocked session: which ask the court for certificates, and how a PIN releases each to sign."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from cryptography import x509

from app.cases.court import SETTING, Court, read_court
from app.clock import Randomness
from app.desk import Desk
from app.documents.fonts import FontSet, Role
from app.errors import NotPossibleNow
from app.keys import device_keys
from app.keys.officers import new_p256_key, officers, p256_public, record_of
from app.keys.request import key_request
from app.keys.seal_shares import holders_of, seals, store_seal_key
from app.keys.session import Session
from app.keys.spoken import spoken
from app.signing.api import Signer, SoftwareSigner
from app.signing.appearance import Appearance
from app.signing.certificates import (
    ISSUING,
    SEAL,
    KeyHolder,
    Standing,
    ask,
    asked_key,
    certificate_in_force,
    key_record,
    needs_asking,
    standing_of,
    trust_roots,
)
from app.signing.issuing import Issued, issue_party
from app.storage.database import Database
from app.storage.settings import read_setting

# What draws marks is read in with the first mark: a sign-in asks here only for the keys' certificates.
if TYPE_CHECKING:
    from app.signing.glyphs import Outlines


def ask_for_certificates(desk: Desk, session: Session) -> None:
    """Every key of this laptop that wants a certificate, or a new one, has asked the court for it in the journal.

    Officers' keys ask while their officers are signed in. Where the court lets its laptops carry the seal, a seal
    key is made for the first judge and the first clerk or 法官助理 here, and lies in their two shares at once.
    """
    database, now = desk.database, desk.clock.now()
    for record in session.officers:
        key = KeyHolder.of(record)
        if needs_asking(database, key, now):
            ask(desk, key, session.officer_request(record.id))
    issuing = issuing_holder(database)
    if needs_asking(database, issuing, now):
        ask(desk, issuing, key_request(session.issuing_key(), issuing.holder))
    if read_setting(database, SETTING) is not None and read_court(database).seal_mode == "device_seal":
        _ask_for_seal(desk, session.device.device_id)


def keys_here(database: Database) -> list[KeyHolder]:
    """Every key of this laptop that a certificate belongs to: its officers', its own, its seals'; else none."""
    held = [KeyHolder.of(one) for one in officers(database)]
    device = device_keys.device_key(database).device_id if held else ""
    return [*held, issuing_holder(database), *_seals_here(database, device)] if held else []


def ending_before(database: Database, moment: datetime.datetime) -> list[KeyHolder]:
    """Keys of this laptop that nobody can sign with at that moment: uncertified, revoked, or their certificate over."""
    found = list[KeyHolder]()
    for key in keys_here(database):
        certificate = standing_of(database, key).certificate
        if certificate is None or certificate.not_valid_after_utc < moment:
            found.append(key)
    return found


@dataclass(frozen=True)
class KeyState:
    """A key of this laptop as its officers see it: the words that the court compares, and what the court has said."""

    key: KeyHolder
    words: str
    standing: Standing


def key_states(database: Database) -> list[KeyState]:
    """Every key of this laptop with the court's word on it."""
    return [KeyState(key, spoken(key.public), standing_of(database, key)) for key in keys_here(database)]


def issuing_holder(database: Database) -> KeyHolder:
    """The key under which this laptop issues one-time certificates."""
    public = p256_public(device_keys.secret(database, device_keys.ISSUING))
    return KeyHolder(ISSUING, device_keys.device_key(database).device_id, public)


def seal_in_use(database: Database, device: str) -> KeyHolder:
    """The seal key of this laptop whose certificate lasts longest; refuses with ``seal_not_here``."""
    held = _seals_here(database, device)
    if not held:
        raise NotPossibleNow("seal_not_here")
    certified = [(found.not_valid_after_utc, key) for key in held if (found := standing_of(database, key).certificate)]
    return max(certified, key=itemgetter(0))[1] if certified else held[0]


def _seals_here(database: Database, device: str) -> list[KeyHolder]:
    return [KeyHolder(SEAL, device, public) for name in seals(database) if (public := asked_key(database, name))]


def _ask_for_seal(desk: Desk, device: str) -> None:
    """Nobody holds a seal's key whole once it is made: what is certified anew is therefore a new key."""
    database, now = desk.database, desk.clock.now()
    first = {one.role: one.id for one in reversed(list(officers(database)))}
    judge, clerk = first.get("judge"), first.get("clerk") or first.get("assistant_judge")
    if judge is None or clerk is None:
        return
    if any(not needs_asking(database, key, now) for key in _seals_here(database, device)):
        return
    private = new_p256_key(desk.randomness)
    key = KeyHolder(SEAL, device, p256_public(private))

    def keep() -> None:
        store_seal_key(database, key_record(key.public), private, (judge, clerk), desk.randomness)

    with desk.together(keep):
        ask(desk, key, key_request(private, device))


class SessionKeys:
    """``pin_of`` gives the officer's PIN when a signature asks for it: typed on the screen, or a practice day's own."""

    def __init__(
        self, session: Session, court: Court, fonts: FontSet, pin_of: Callable[[str], str], randomness: Randomness
    ) -> None:
        self._session = session
        self._court = court
        self._fonts = fonts
        self._pin_of = pin_of
        self._randomness = randomness
        self._seal_mark: Appearance | None = None

    def officer(self, officer: str) -> Signer:
        """The officer's signer, once the PIN has confirmed; refuses as ``certificate_in_force`` or as the PIN."""
        database = self._session.database
        chain = self._chain(KeyHolder.of(record_of(database, officer)))
        return SoftwareSigner(self._session.release_signing_key(self._pin_of(officer), officer), chain)

    def party(self, name: str, role: str, case_number: str, at: datetime.datetime) -> Signer:
        """A one-time certificate of the day, from the laptop's issuing certificate."""
        issuing = Issued(self._session.issuing_key(), self._chain(issuing_holder(self._session.database)))
        issued = issue_party(issuing, name, role, at=at, randomness=self._randomness, case_number=case_number)
        return issued.signer()

    def seal(self) -> Signer:
        """The court's seal, while both holders confirm with their PINs; refuses as ``certificate_in_force``."""
        database = self._session.database
        key = seal_in_use(database, self._session.device.device_id)
        chain, name = self._chain(key), key_record(key.public)
        pins = {holder: self._pin_of(holder) for holder in holders_of(database, name)}
        return SoftwareSigner(self._session.release_seal_key(name, pins), chain)

    def _chain(self, key: KeyHolder) -> tuple[x509.Certificate, ...]:
        database = self._session.database
        return certificate_in_force(database, key, self._session.clock.now()), *trust_roots(database)

    def seal_mark(self) -> Appearance:
        """The seal's picture, 演练 in it where the court is a practice court."""
        from app.signing.seal import seal_appearance

        if self._seal_mark is None:
            self._seal_mark = seal_appearance(self._court.name, self.outlines("title"), practice=self._court.practice)
        return self._seal_mark

    def name_mark(self, name: str) -> Appearance:
        """An officer's name as the mark in a record's box."""
        from app.signing.glyphs import written

        return written(name, self.outlines("kai", name))

    def outlines(self, role: Role = "kai", text: str = "") -> Outlines:
        """Outlines of the first face that holds every character of ``text``."""
        return outlines_for(self._fonts, role, text)


def outlines_for(fonts: FontSet, role: Role, text: str = "") -> Outlines:
    """Outlines of the one face that holds every character of ``text``, else of each character's first face."""
    from app.signing.glyphs import Outlines

    for face in fonts.faces(role):
        if text and all(face.glyph(ord(character)) for character in text):
            return Outlines(face.path)
    return Outlines.of(fonts, role)
