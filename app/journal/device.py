"""The laptop's own key: it signs every entry's header, and its name is derived from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.clock import Randomness

SEED_BYTES = 32


@dataclass(frozen=True)
class DeviceKey:
    """An Ed25519 key (RFC 8032)."""

    private: Ed25519PrivateKey

    @classmethod
    def new(cls, randomness: Randomness) -> DeviceKey:
        return cls.from_bytes(randomness(SEED_BYTES))

    @classmethod
    def from_bytes(cls, seed: bytes) -> DeviceKey:
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def seed(self) -> bytes:
        return self.private.private_bytes_raw()

    @property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @cached_property
    def device_id(self) -> str:
        return device_id_of(self.public)

    def sign(self, data: bytes) -> bytes:
        return self.private.sign(data)


def device_id_of(public: bytes) -> str:
    """The device's name: the first 16 bytes of the SHA-256 of its public key, in hex."""
    return hashlib.sha256(public).hexdigest()[:32]


def signature_holds(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether ``signature`` (64 bytes) is that key's over ``data``."""
    try:
        _public_key(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _public_key(public: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(public)
