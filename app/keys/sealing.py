"""Sealed boxes: AES-256-GCM under a key that is held, or to an X25519 key that someone else holds."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.clock import Randomness
from app.keys.derive import salted

NONCE_BYTES = 12
TAG_BYTES = 16
_PUBLIC_BYTES = 32


class NotOpened(Exception):
    """The box does not open: another key, or a changed box, or a changed label; which one can't be told."""


def seal(key: bytes, plain: bytes, label: bytes, randomness: Randomness) -> bytes:
    """``plain`` encrypted and bound to ``label``: nonce, then ciphertext and tag."""
    nonce = randomness(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, label)


def open_sealed(key: bytes, box: bytes, label: bytes) -> bytes:
    """What was sealed; raises ``NotOpened`` if one bit of key, box or label differs."""
    if len(box) < NONCE_BYTES + TAG_BYTES:
        raise NotOpened
    try:
        return AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], label)
    except InvalidTag:
        raise NotOpened from None


def new_box_key(randomness: Randomness) -> tuple[bytes, bytes]:
    """A new X25519 key to which boxes can be sealed: (private, public), 32 bytes each."""
    private = randomness(32)
    return private, box_public(private)


def box_public(private: bytes) -> bytes:
    """The public half of a box key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_to(public: bytes, plain: bytes, label: bytes, randomness: Randomness) -> bytes:
    """``plain`` sealed so that only the holder of the private half opens it: one-time key, then the box."""
    once = X25519PrivateKey.from_private_bytes(randomness(32))
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    once_public = once.public_key().public_bytes_raw()
    key = salted(shared, once_public + public, "xunhui/sealed-to/1")
    return once_public + seal(key, plain, label, randomness)


def open_with(private: bytes, box: bytes, label: bytes) -> bytes:
    """What was sealed to this key; raises ``NotOpened`` for any other."""
    own = X25519PrivateKey.from_private_bytes(private)
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(box[:_PUBLIC_BYTES]))
    except ValueError:
        raise NotOpened from None
    key = salted(shared, box[:_PUBLIC_BYTES] + box_public(private), "xunhui/sealed-to/1")
    return open_sealed(key, box[_PUBLIC_BYTES:], label)
