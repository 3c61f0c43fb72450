"""An officer's token (PKCS#11): its key signs inside the token and never leaves it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pkcs11
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pkcs11.exceptions import (
    NoSuchToken,
    PinExpired,
    PinIncorrect,
    PinInvalid,
    PinLenRange,
    PinLocked,
    PKCS11Error,
    TokenNotPresent,
    TokenNotRecognised,
)

from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.api import Algorithm

_COORDINATE = 32


class TokenSigner:
    """Signs with a P-256 key of a token, while ``token_signer`` holds it open."""

    algorithm: Algorithm = "ecdsa-p256-sha256"

    def __init__(self, key: Any, certificate_chain: Sequence[x509.Certificate]) -> None:
        self._key = key
        self.certificate_chain = tuple(certificate_chain)

    def sign(self, data: bytes) -> bytes:
        """The signature in DER; the token gives r and s bare (PKCS #11 v2.40, 2.3.1). Refuses ``token_failed``."""
        try:
            bare = self._key.sign(hashlib.sha256(data).digest(), mechanism=pkcs11.Mechanism.ECDSA)
        except PKCS11Error as error:
            raise NotPossibleNow("token_failed") from error
        r, s = bare[:_COORDINATE], bare[_COORDINATE:]
        return encode_dss_signature(int.from_bytes(r, "big"), int.from_bytes(s, "big"))


@contextmanager
def token_signer(
    library: Path, pin: str, *, issuers: Sequence[x509.Certificate] = (), label: str | None = None
) -> Iterator[TokenSigner]:
    """The signer of the token that is plugged in (``label``, where several are), open for the ``with`` alone.

    ``library`` is the maker's PKCS#11 module, ``issuers`` the certificates above the officer's own. Refuses
    ``token_missing``, ``token_pin_wrong``, ``token_locked``, ``token_without_certificate`` and ``token_failed``.
    """
    try:
        loaded = pkcs11.lib(str(library))
    except RuntimeError as error:
        raise NotPossibleNow("token_missing") from error
    try:
        session = loaded.get_token(token_label=label).open(user_pin=pin)
    except (PinIncorrect, PinInvalid, PinLenRange) as error:
        raise NeedsCorrection("token_pin_wrong") from error
    except (PinLocked, PinExpired) as error:
        raise NotPossibleNow("token_locked") from error
    except (NoSuchToken, TokenNotPresent, TokenNotRecognised) as error:
        raise NotPossibleNow("token_missing") from error
    except PKCS11Error as error:
        raise NotPossibleNow("token_failed") from error
    with session:
        key, certificate = _pair(session)
        yield TokenSigner(key, (certificate, *issuers))


def _pair(session: Any) -> tuple[Any, x509.Certificate]:
    """The first signing key that has a certificate with the same id (CKA_ID)."""
    certificates = {
        one[pkcs11.Attribute.ID]: one[pkcs11.Attribute.VALUE]
        for one in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE})
    }
    wanted = {
        pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY,
        pkcs11.Attribute.KEY_TYPE: pkcs11.KeyType.EC,
        pkcs11.Attribute.SIGN: True,
    }
    for key in session.get_objects(wanted):
        if key[pkcs11.Attribute.ID] in certificates:
            return key, x509.load_der_x509_certificate(certificates[key[pkcs11.Attribute.ID]])
    raise NotPossibleNow("token_without_certificate")
