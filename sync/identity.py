"""A laptop's identity toward the court: its request for a certificate, and what a certificate says."""

from __future__ import annotations

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.x509.oid import NameOID

from app.journal.device import DeviceKey


def device_request(key: DeviceKey) -> bytes:
    """A PKCS #10 request (DER) by which a laptop asks for the certificate of its own key."""
    builder = x509.CertificateSigningRequestBuilder().subject_name(named(key.device_id))
    return builder.sign(key.private, None).public_bytes(serialization.Encoding.DER)


def public_key_of(certificate: bytes) -> bytes:
    """The Ed25519 public key (32 bytes) of a device certificate in DER."""
    public = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(public, Ed25519PublicKey):
        raise ValueError("not a device certificate")
    return public.public_bytes_raw()


def issued_by(certificate: bytes, authority: x509.Certificate) -> bool:
    """Whether the court CA signed this certificate (DER)."""
    try:
        x509.load_der_x509_certificate(certificate).verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def named(common: str) -> x509.Name:
    """A distinguished name of a common name alone, cut to 64, which readers count in bytes of UTF-8 (RFC 5280, A.1)."""
    cut = common.encode()[:64].decode(errors="ignore")
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, cut)])
