"""The court's certificate authority for devices and for its own server, and the court's key files."""

from __future__ import annotations

import datetime
import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.errors import NeedsCorrection
from app.journal.device import DeviceKey, device_id_of
from sync.identity import named

PRACTICE = "演练"
DEVICE_DAYS = 400
SERVER_DAYS = 800
AUTHORITY_DAYS = 3650
SLACK = datetime.timedelta(days=2)
"""A certificate is valid from so long before it is made, since a laptop's clock may be behind."""


@dataclass(frozen=True)
class Authority:
    """The court CA: signs its server's and its devices' certificates, and nothing else."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @classmethod
    def new(cls, court_name: str, practice: bool, now: datetime.datetime) -> Authority:
        """A new root; a practice court's carries 演练 in its name, so that nobody takes it for a real one."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = named(f"{PRACTICE if practice else ''}{court_name} 设备证书")
        builder = _builder(name, name, key.public_key(), now, AUTHORITY_DAYS)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
        return cls(key, builder.sign(key, SHA256()))

    def certify_server(
        self, hosts: Sequence[str], practice: bool, now: datetime.datetime
    ) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        """A key and certificate for the TLS server at these host names or addresses."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = named(f"{PRACTICE if practice else ''}{hosts[0]}")
        builder = _builder(subject, self.certificate.subject, key.public_key(), now, SERVER_DAYS)
        builder = builder.add_extension(x509.SubjectAlternativeName([_host(host) for host in hosts]), critical=False)
        return key, self._sign(builder, ExtendedKeyUsageOID.SERVER_AUTH)

    def certify_device(self, request: bytes, practice: bool, now: datetime.datetime) -> x509.Certificate:
        """A client certificate for the Ed25519 key of a PKCS #10 request (DER) that this key has signed."""
        try:
            asked = x509.load_der_x509_csr(request)
            public = asked.public_key()
            valid = asked.is_signature_valid
        except (ValueError, InvalidSignature):
            raise NeedsCorrection("enrolment_request_damaged") from None
        if not valid or not isinstance(public, Ed25519PublicKey):
            raise NeedsCorrection("enrolment_request_damaged")
        device = device_id_of(public.public_bytes_raw())
        subject = named(f"{PRACTICE + ' ' if practice else ''}{device}")
        return self._sign(
            _builder(subject, self.certificate.subject, public, now, DEVICE_DAYS),
            ExtendedKeyUsageOID.CLIENT_AUTH,
        )

    def _sign(self, builder: x509.CertificateBuilder, purpose: x509.ObjectIdentifier) -> x509.Certificate:
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=False), critical=True)
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        return builder.add_extension(identifier, critical=False).sign(self.key, SHA256())


@dataclass(frozen=True)
class CourtKeys:
    """Every secret of one court's server; they lie in a folder of their own, outside the database and its backups."""

    authority: Authority
    server_key: Path
    server_certificate: Path
    authority_certificate: Path
    log: Ed25519PrivateKey
    voice: DeviceKey
    bundle: X25519PrivateKey
    data: bytes
    folder: Path

    @classmethod
    def make(
        cls, folder: Path, court_name: str, hosts: Sequence[str], practice: bool, now: datetime.datetime
    ) -> CourtKeys:
        """New keys in a folder that has none, readable by their owner only."""
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        authority = Authority.new(court_name, practice, now)
        server_key, server_certificate = authority.certify_server(hosts, practice, now)
        write_secret(folder / "authority.pem", authority.certificate.public_bytes(serialization.Encoding.PEM))
        write_secret(folder / "server.pem", server_certificate.public_bytes(serialization.Encoding.PEM))
        for name, key in (
            ("authority.key", authority.key),
            ("server.key", server_key),
            ("log.key", Ed25519PrivateKey.generate()),
            ("voice.key", Ed25519PrivateKey.generate()),
            ("bundle.key", X25519PrivateKey.generate()),
        ):
            write_secret(folder / name, _pem(key))
        write_secret(folder / "data.key", os.urandom(32).hex().encode("ascii"))
        return cls.load(folder)

    @classmethod
    def load(cls, folder: Path) -> CourtKeys:
        authority_key, log, voice, bundle = (
            serialization.load_pem_private_key((folder / f"{name}.key").read_bytes(), None)
            for name in ("authority", "log", "voice", "bundle")
        )
        assert isinstance(authority_key, ec.EllipticCurvePrivateKey)
        assert isinstance(log, Ed25519PrivateKey)
        assert isinstance(voice, Ed25519PrivateKey)
        assert isinstance(bundle, X25519PrivateKey)
        certificate = x509.load_pem_x509_certificate((folder / "authority.pem").read_bytes())
        return cls(
            Authority(authority_key, certificate),
            folder / "server.key",
            folder / "server.pem",
            folder / "authority.pem",
            log,
            DeviceKey(voice),
            bundle,
            bytes.fromhex((folder / "data.key").read_text(encoding="ascii")),
            folder,
        )


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey | Ed25519PublicKey,
    now: datetime.datetime,
    days: int,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLACK)
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey | Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def write_secret(path: Path, data: bytes) -> None:
    """A new file that its owner alone may read; an old one is never written over."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
