"""The CMS SignedData that fills a PAdES baseline-B signature, built without network, clock or event loop."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from app.errors import NotPossibleNow
from app.signing.api import RawDigest, Signer

RAW_DATA_OID = "2.25.132603712280285870756048760588080162589"
"""Signed attribute naming the raw data (ink, thumb, scan) behind a mark; an arc of its own by ITU-T X.667."""

_CONTENT_TYPE = "1.2.840.113549.1.9.3"
_MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
_SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"
_DATA = "1.2.840.113549.1.7.1"
_SIGNED_DATA = "1.2.840.113549.1.7.2"
_SHA256 = "2.16.840.1.101.3.4.2.1"
_ECDSA_SHA256 = "1.2.840.10045.4.3.2"
_LONGEST_P256_SIGNATURE = 72

_INTEGER, _OCTETS, _OID, _UTF8, _SEQUENCE, _SET, _TAGGED_0, _TAGGED_4 = 2, 4, 6, 12, 48, 49, 160, 164


def signed_data(document_digest: bytes, signer: Signer, raw: Sequence[RawDigest] = ()) -> bytes:
    """DER of a detached SignedData over a document whose SHA-256 is given.

    Signed attributes are content type, message digest, signing certificate v2 (EN 319 142-1, 6.3) and, where
    there is any, the digests of the raw data; PAdES forbids a signing time here, so it stands in the
    signature dictionary. By hand: asn1crypto takes 30 ms for what is joined here in well under one.
    """
    if signer.algorithm != "ecdsa-p256-sha256":
        # SM2 in a CMS needs GM/T 0010's own types, which no verifier outside China reads.
        raise NotPossibleNow("algorithm_not_supported", algorithm=signer.algorithm)
    attributes = _attributes(document_digest, signer.certificate_chain[0], raw)
    # RFC 5652, 5.4: the signature covers the attributes as a SET OF, not under their tag in SignerInfo.
    return _packed(signer.certificate_chain, attributes, signer.sign(_tlv(_SET, attributes)))


def room_for(signer: Signer, raw: Sequence[RawDigest] = ()) -> int:
    """Bytes that the longest SignedData of this signer takes; asks nothing of the key."""
    attributes = _attributes(bytes(32), signer.certificate_chain[0], raw)
    return len(_packed(signer.certificate_chain, attributes, bytes(_LONGEST_P256_SIGNATURE)))


def raw_digests(signer_info: Any) -> tuple[RawDigest, ...]:
    """The raw data that a signature vouches for, from its SignerInfo (asn1crypto); often none."""
    for attribute in signer_info["signed_attrs"]:
        if attribute["type"].dotted == RAW_DATA_OID:
            data = attribute["values"][0].native
            return tuple(RawDigest(one["0"], one["1"].hex()) for one in data.values())
    return ()


def _attributes(document_digest: bytes, leaf: x509.Certificate, raw: Sequence[RawDigest]) -> bytes:
    certificate_hash = hashlib.sha256(leaf.public_bytes(Encoding.DER)).digest()
    general_names = _tlv(_SEQUENCE, _tlv(_TAGGED_4, leaf.issuer.public_bytes()))
    issuer_serial = _tlv(_SEQUENCE, general_names, _integer(leaf.serial_number))
    # RFC 5035: the hash algorithm is left out when it is SHA-256.
    ess = _tlv(_SEQUENCE, _tlv(_OCTETS, certificate_hash), issuer_serial)
    found = [
        _attribute(_CONTENT_TYPE, _oid(_DATA)),
        _attribute(_MESSAGE_DIGEST, _tlv(_OCTETS, document_digest)),
        _attribute(_SIGNING_CERTIFICATE_V2, _tlv(_SEQUENCE, _tlv(_SEQUENCE, ess))),
    ]
    if raw:
        data = [
            _tlv(_SEQUENCE, _tlv(_UTF8, one.kind.encode()), _tlv(_OCTETS, bytes.fromhex(one.sha256))) for one in raw
        ]
        found.append(_attribute(RAW_DATA_OID, _tlv(_SEQUENCE, *data)))
    # X.690, 11.6: the parts of a SET OF stand in the order of their bytes.
    return b"".join(sorted(found))


def _packed(chain: Sequence[x509.Certificate], attributes: bytes, signature: bytes) -> bytes:
    leaf = chain[0]
    version = _integer(1)
    sha256 = _tlv(_SEQUENCE, _oid(_SHA256))
    signer_info = _tlv(
        _SEQUENCE,
        version,
        _tlv(_SEQUENCE, leaf.issuer.public_bytes(), _integer(leaf.serial_number)),
        sha256,
        _tlv(_TAGGED_0, attributes),
        _tlv(_SEQUENCE, _oid(_ECDSA_SHA256)),
        _tlv(_OCTETS, signature),
    )
    carried = [leaf, *(one for one in chain[1:] if one.subject != one.issuer)]
    content = _tlv(
        _SEQUENCE,
        version,
        _tlv(_SET, sha256),
        _tlv(_SEQUENCE, _oid(_DATA)),
        _tlv(_TAGGED_0, *sorted(one.public_bytes(Encoding.DER) for one in carried)),
        _tlv(_SET, signer_info),
    )
    return _tlv(_SEQUENCE, _oid(_SIGNED_DATA), _tlv(_TAGGED_0, content))


def _attribute(kind: str, value: bytes) -> bytes:
    return _tlv(_SEQUENCE, _oid(kind), _tlv(_SET, value))


def _tlv(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    if len(body) < 128:
        return bytes((tag, len(body))) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 128 | len(length))) + length + body


def _integer(value: int) -> bytes:
    return _tlv(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _oid(dotted: str) -> bytes:
    first, second, *rest = (int(arc) for arc in dotted.split("."))
    body = bytearray()
    for arc in (first * 40 + second, *rest):
        septets = [arc & 127]
        while arc := arc >> 7:
            septets.append(arc & 127 | 128)
        body += bytes(reversed(septets))
    return _tlv(_OID, bytes(body))
