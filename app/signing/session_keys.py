"""The keys of an unlocked session as signing wants them: each release asks for the PIN that confirms the signature."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from app.cases.court import Court
from app.clock import Randomness
from app.documents.fonts import FontSet, Role
from app.errors import NotPossibleNow
from app.keys.device_keys import put_secret
from app.keys.officers import certify, record_of
from app.keys.seal_shares import holders_of, store_seal_key
from app.keys.session import Session
from app.signing.api import Signer, SoftwareSigner
from app.signing.appearance import Appearance
from app.signing.glyphs import Outlines, written
from app.signing.issuing import Issued, from_pem, issue_party, to_pem
from app.signing.seal import seal_appearance
from app.storage.database import Database
from app.storage.settings import read_setting, write_setting

ROOT, ISSUING, SEAL = "signing_root", "issuing_chain", "seal_chain"
"""Settings: PEM of the court's signing root, of the laptop's issuing chain, of the seal's chain."""
COURT_SEAL = "court"


def install_certificates(
    database: Database,
    root: Issued,
    officers: dict[str, x509.Certificate],
    issuing: Issued,
    seal: Issued | None,
    holders: tuple[str, str],
    randomness: Randomness,
) -> None:
    """What the court certified is in use: root, officers, the laptop's issuing key, the seal's shares."""
    with database.transaction():
        write_setting(database, ROOT, to_pem((root.certificate,)).decode("ascii"))
        for officer, certificate in officers.items():
            certify(database, officer, certificate.public_bytes(Encoding.DER))
        put_secret(database, "issuing", issuing.private_key)
        write_setting(database, ISSUING, to_pem(issuing.chain).decode("ascii"))
        if seal is not None:
            store_seal_key(database, COURT_SEAL, seal.private_key, holders, randomness)
            write_setting(database, SEAL, to_pem(seal.chain).decode("ascii"))


def trust_roots(database: Database) -> list[x509.Certificate]:
    """The roots under which a paper's signatures must stand; empty before the court certified this laptop."""
    pem = read_setting(database, ROOT)
    return list(from_pem(pem.encode("ascii"))) if pem else []


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
        """The officer's signer, once the PIN has confirmed; refuses with ``officer_not_certified`` or as the PIN."""
        database = self._session.database
        certificate = record_of(database, officer).certificate
        if certificate is None:
            raise NotPossibleNow("officer_not_certified")
        chain = (x509.load_der_x509_certificate(certificate), *trust_roots(database))
        return SoftwareSigner(self._session.release_signing_key(self._pin_of(officer), officer), chain)

    def party(self, name: str, role: str, case_number: str, at: datetime.datetime) -> Signer:
        """A one-time certificate of the day, from the laptop's issuing certificate."""
        pem = read_setting(self._session.database, ISSUING)
        if pem is None:
            raise NotPossibleNow("laptop_may_not_issue")
        issuing = Issued(self._session.issuing_key(), from_pem(pem.encode("ascii")))
        issued = issue_party(issuing, name, role, at=at, randomness=self._randomness, case_number=case_number)
        return issued.signer()

    def seal(self) -> Signer:
        """The court's seal, while both holders confirm with their PINs; refuses with ``seal_not_here``."""
        database = self._session.database
        pem = read_setting(database, SEAL)
        if pem is None:
            raise NotPossibleNow("seal_not_here")
        pins = {holder: self._pin_of(holder) for holder in holders_of(database, COURT_SEAL)}
        return SoftwareSigner(self._session.release_seal_key(COURT_SEAL, pins), from_pem(pem.encode("ascii")))

    def seal_mark(self) -> Appearance:
        """The seal's picture, 演练 in it where the court is a practice court."""
        if self._seal_mark is None:
            self._seal_mark = seal_appearance(self._court.name, self.outlines("title"), practice=self._court.practice)
        return self._seal_mark

    def name_mark(self, name: str) -> Appearance:
        """An officer's name as the mark in a record's box."""
        return written(name, self.outlines("kai", name))

    def outlines(self, role: Role = "kai", text: str = "") -> Outlines:
        """Outlines of the first face that holds every character of ``text``."""
        return outlines_for(self._fonts, role, text)


def outlines_for(fonts: FontSet, role: Role, text: str = "") -> Outlines:
    """Outlines of the one face that holds every character of ``text``, else of each character's first face."""
    for face in fonts.faces(role):
        if text and all(face.glyph(ord(character)) for character in text):
            return Outlines(face.path)
    return Outlines.of(fonts, role)
