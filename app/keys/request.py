"""A key asks for its certificate: the PKCS #10 request by which it proves itself, and what such a request says."""

from __future__ import annotations

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from app.errors import NeedsCorrection


def key_request(private: bytes, holder: str) -> bytes:
    """The request (DER, RFC 2986) of a P-256 key (scalar, 32 bytes) for ``holder``: an officer's or a device's id."""
    key = ec.derive_private_key(int.from_bytes(private, "big"), ec.SECP256R1())
    builder = x509.CertificateSigningRequestBuilder().subject_name(_named(holder))
    return builder.sign(key, hashes.SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


def requested_key(request: bytes, holder: str) -> ec.EllipticCurvePublicKey:
    """The P-256 key that signed the request for this holder; refuses anything else with ``key_request_damaged``."""
    try:
        asked = x509.load_der_x509_csr(request)
        public = asked.public_key()
        valid = asked.is_signature_valid and asked.subject == _named(holder)
    except (ValueError, TypeError, InvalidSignature):
        raise NeedsCorrection("key_request_damaged") from None
    if not valid or not isinstance(public, ec.EllipticCurvePublicKey) or not isinstance(public.curve, ec.SECP256R1):
        raise NeedsCorrection("key_request_damaged")
    return public


def _named(holder: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, holder[:64])])
