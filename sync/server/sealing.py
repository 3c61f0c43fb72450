"""Encryption of what lies on the court's disks, under keys derived from the court's data key (HKDF, AES-256-GCM)."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


class DamagedAtRest(Exception):
    """Stored bytes that are not what was written: a broken disk, or a hand in the store."""


class Seal:
    """Seals and opens with one key; `about` binds the bytes to where they belong."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    @classmethod
    def for_purpose(cls, data_key: bytes, purpose: str) -> Seal:
        return cls(HKDF(SHA256(), 32, None, b"xunhui-court-" + purpose.encode("ascii")).derive(data_key))

    def close(self, plain: bytes, about: str) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], about.encode())
        except (InvalidTag, ValueError):
            raise DamagedAtRest(about.partition(" ")[0]) from None
