"""Certificates of a court: its CA, officers, the laptop, the seal, and the one-time ones of parties."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.clock import BEIJING, Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.api import SoftwareSigner, load_key, new_key, point

IDENTITY_OID = x509.ObjectIdentifier("2.25.279279562986878797299015416827908652197")
"""Certificate extension: SHA-256 of the evidence that identified a party; never the ID number itself."""

FULL_NAME = x509.ObjectIdentifier("2.5.4.13")
"""The description in a subject (X.520): the whole name, where a common name has no room for it."""

PRACTICE = "演练"

SEAL_TITLE = "院印"
"""The title in the certificate of a seal."""

_YEAR = datetime.timedelta(days=365)
_LONGEST_COMMON_NAME = 64


@dataclass(frozen=True)
class Issued:
    """A certificate with its issuers, leaf first, and the 32-byte private key that goes with it."""

    private_key: bytes
    chain: tuple[x509.Certificate, ...]

    @property
    def certificate(self) -> x509.Certificate:
        return self.chain[0]

    def signer(self) -> SoftwareSigner:
        return SoftwareSigner(self.private_key, self.chain)


def make_court_ca(court: str, *, at: datetime.datetime, randomness: Randomness, practice: bool = False) -> Issued:
    """The root of a court, valid for twenty years; a practice court says 演练 in its name."""
    name = _name(f"{court}根证书", court, practice=practice)
    return _issue(name, None, at=at, until=at + 20 * _YEAR, randomness=randomness, path_length=1)


def issue_device_issuing(
    ca: Issued,
    device: str,
    *,
    at: datetime.datetime,
    randomness: Randomness,
    public_key: ec.EllipticCurvePublicKey | None = None,
    days: int = 400,
) -> Issued:
    """The certificate by which one laptop issues certificates to parties; it can make no further CA."""
    name = _name(issuing_name(device), _court_of(ca), practice=is_practice(ca.certificate))
    until = at + datetime.timedelta(days=days)
    return _issue(name, ca, at=at, until=until, randomness=randomness, public_key=public_key, path_length=0)


def issue_officer(
    ca: Issued,
    name: str,
    role: str,
    *,
    at: datetime.datetime,
    randomness: Randomness,
    public_key: ec.EllipticCurvePublicKey | None = None,
    days: int = 1095,
) -> Issued:
    """An officer's certificate; with a token's ``public_key`` there is no private key here."""
    subject = _name(name, _court_of(ca), title=role, practice=is_practice(ca.certificate))
    until = at + datetime.timedelta(days=days)
    return _issue(subject, ca, at=at, until=until, randomness=randomness, public_key=public_key)


def issue_seal(
    ca: Issued,
    *,
    at: datetime.datetime,
    randomness: Randomness,
    public_key: ec.EllipticCurvePublicKey | None = None,
    days: int = 1095,
) -> Issued:
    """The certificate of the court's seal; its private key is to be split at once (``app.keys.seal_shares``)."""
    practice = is_practice(ca.certificate)
    subject = _name(seal_name(ca.certificate), _court_of(ca), title=SEAL_TITLE, practice=practice)
    until = at + datetime.timedelta(days=days)
    return _issue(subject, ca, at=at, until=until, randomness=randomness, public_key=public_key)


def issue_timestamper(
    ca: Issued, *, at: datetime.datetime, until: datetime.datetime, randomness: Randomness
) -> Issued:
    """The certificate of the court's timestamper, for timestamps and nothing else (RFC 3161, 2.3)."""
    subject = _name(f"{_court_of(ca)}时间戳", _court_of(ca), practice=is_practice(ca.certificate))
    return _issue(subject, ca, at=at, until=until, randomness=randomness, timestamps=True)


def issue_party(
    issuing: Issued,
    name: str,
    role: str,
    *,
    at: datetime.datetime,
    randomness: Randomness,
    case_number: str = "",
    identity_sha256: str | None = None,
) -> Issued:
    """A one-time certificate for the Beijing day of ``at``: name, role and number of the case, no ID number.

    Refuses when the laptop's own certificate is not valid for the whole moment of issue.
    """
    own = issuing.certificate
    if not own.not_valid_before_utc <= at <= own.not_valid_after_utc:
        raise NotPossibleNow("issuing_certificate_out_of_date")
    if not name.strip():
        raise NeedsCorrection("signer_name_missing")
    day = at.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    subject = _name(name, _court_of(issuing), title=role, unit=case_number, practice=is_practice(issuing.certificate))
    return _issue(
        subject,
        issuing,
        at=max(day, own.not_valid_before_utc),
        until=min(day + datetime.timedelta(days=1, seconds=-1), own.not_valid_after_utc),
        randomness=randomness,
        identity_sha256=identity_sha256,
    )


def issuing_name(device: str) -> str:
    """The name in the certificate by which the device of this id issues others."""
    return f"巡回设备 {device}"


def seal_name(root: x509.Certificate) -> str:
    """The name in the certificate of the seal of the root's court."""
    return f"{_organisation(root)}印章"


def is_practice(certificate: x509.Certificate) -> bool:
    """Whether a certificate says that it only serves for practice."""
    return any(PRACTICE in str(part.value) for part in certificate.subject)


def name_of(certificate: x509.Certificate) -> str:
    """The whole name of a certificate's subject."""
    for oid in (FULL_NAME, NameOID.COMMON_NAME):
        for part in certificate.subject.get_attributes_for_oid(oid):
            return str(part.value)
    return ""


def to_pem(chain: tuple[x509.Certificate, ...]) -> bytes:
    """A chain as PEM, leaf first, as ``from_pem`` reads it."""
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in chain)


def from_pem(pem: bytes) -> tuple[x509.Certificate, ...]:
    """The chain that ``to_pem`` wrote."""
    return tuple(x509.load_pem_x509_certificates(pem))


def _court_of(issued: Issued) -> str:
    return _organisation(issued.certificate)


def _organisation(certificate: x509.Certificate) -> str:
    told = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value
    return str(told).removesuffix(f"（{PRACTICE}）")


def _name(common: str, court: str, *, title: str = "", unit: str = "", practice: bool) -> x509.Name:
    told = [
        (NameOID.COUNTRY_NAME, "CN"),
        (NameOID.ORGANIZATION_NAME, f"{court}（{PRACTICE}）" if practice else court),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        (NameOID.TITLE, title),
        (NameOID.COMMON_NAME, _cut(common)),
        (FULL_NAME, common if _cut(common) != common else ""),
    ]
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in told if value])


def _cut(name: str) -> str:
    """The name, or as much as goes into a common name: 64, which readers count in bytes of UTF-8 (RFC 5280, A.1)."""
    if len(name.encode()) <= _LONGEST_COMMON_NAME:
        return name
    kept = name.encode()[: _LONGEST_COMMON_NAME - len("…".encode())]
    return kept.decode(errors="ignore") + "…"


def _issue(
    subject: x509.Name,
    issuer: Issued | None,
    *,
    at: datetime.datetime,
    until: datetime.datetime,
    randomness: Randomness,
    public_key: ec.EllipticCurvePublicKey | None = None,
    path_length: int | None = None,
    identity_sha256: str | None = None,
    timestamps: bool = False,
) -> Issued:
    private_key = b"" if public_key is not None else new_key(randomness)
    public = public_key if public_key is not None else load_key(private_key).public_key()
    authority = path_length is not None
    signing_public = public if issuer is None else load_key(issuer.private_key).public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if issuer is None else issuer.certificate.subject)
        .public_key(public)
        # RFC 5280, 4.1.2.2: positive, at most 20 bytes; the high bit stays clear.
        .serial_number(int.from_bytes(randomness(16), "big") >> 1 | 1)
        .not_valid_before(at)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=path_length), critical=True)
        .add_extension(_usage(authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_public), critical=False)
    )
    if timestamps:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    if identity_sha256 is not None:
        # An OCTET STRING of 32 bytes in DER.
        value = b"\x04\x20" + bytes.fromhex(identity_sha256)
        builder = builder.add_extension(x509.UnrecognizedExtension(IDENTITY_OID, value), critical=False)
    signing_key = load_key(private_key if issuer is None else issuer.private_key)
    certificate = builder.sign(signing_key, hashes.SHA256(), ecdsa_deterministic=True)
    if point(certificate.public_key()) != point(public):
        raise ValueError("certificate_of_another_key")
    return Issued(private_key, (certificate, *(() if issuer is None else issuer.chain)))


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
