"""What a signer does, the software P-256 signer, and the shapes that the other signing modules share."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.clock import Randomness

Algorithm = Literal["ecdsa-p256-sha256", "sm2-sm3"]
"""How a signer signs: P-256 with SHA-256 (RFC 5758), or SM2 with SM3 (GM/T 0009, id 1234567812345678)."""

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Order of the group of P-256 (FIPS 186-5, SP 800-186)."""


class Box(Protocol):
    """A place on a page kept free for a mark; points from the bottom left corner, pages from 0."""

    @property
    def id(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


class Signer(Protocol):
    """Signs bytes in a person's, an officer's or the seal's name: software key, token and SM2 alike."""

    @property
    def algorithm(self) -> Algorithm: ...

    @property
    def certificate_chain(self) -> Sequence[x509.Certificate]:
        """The signer's certificate first, then its issuers; a self-signed root may be left out."""
        ...

    def sign(self, data: bytes) -> bytes:
        """The signature over ``data`` (hashed by the signer), DER-encoded as CMS wants it."""
        ...


@dataclass(frozen=True)
class RawDigest:
    """Names raw data that a signature vouches for and that is kept elsewhere, encrypted."""

    kind: str
    """What it is: ``ink``, ``thumb``, ``scan``, ``photo`` or ``identity``."""
    sha256: str
    """64 lower-case hex digits over the canonical bytes."""


class SoftwareSigner:
    """Signs with a P-256 key held in memory; same key, same data: same signature (RFC 6979)."""

    algorithm: Algorithm = "ecdsa-p256-sha256"

    def __init__(self, private_key: bytes, certificate_chain: Sequence[x509.Certificate]) -> None:
        """``private_key`` is the 32-byte scalar; it must be the one that the first certificate names."""
        if not certificate_chain:
            raise ValueError("certificate_chain_empty")
        self._key = load_key(private_key)
        self.certificate_chain = tuple(certificate_chain)
        if point(self._key.public_key()) != point(self.certificate_chain[0].public_key()):
            raise ValueError("key_is_not_of_certificate")

    def sign(self, data: bytes) -> bytes:
        return self._key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


def new_key(randomness: Randomness) -> bytes:
    """A P-256 private key as its 32-byte scalar, uniform over 1…n-1 (FIPS 186-5 A.2.2)."""
    while True:
        drawn = randomness(32)
        if 0 < int.from_bytes(drawn, "big") < P256_ORDER:
            return drawn


def load_key(private_key: bytes) -> ec.EllipticCurvePrivateKey:
    """The key that a 32-byte scalar stands for."""
    if len(private_key) != 32:
        raise ValueError("private_key_is_not_32_bytes")
    return ec.derive_private_key(int.from_bytes(private_key, "big"), ec.SECP256R1())


def public_key_of(private_key: bytes) -> ec.EllipticCurvePublicKey:
    """The public half of a 32-byte scalar."""
    return load_key(private_key).public_key()


def point(public_key: object) -> bytes:
    """The uncompressed point of an elliptic-curve public key, to compare two keys by."""
    if not isinstance(public_key, ec.EllipticCurvePublicKey):
        raise ValueError("key_is_not_elliptic")
    return public_key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def digest(data: bytes) -> str:
    """SHA-256 as 64 lower-case hex digits: the name of a revision, a scan, an ink."""
    return hashlib.sha256(data).hexdigest()
