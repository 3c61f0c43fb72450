"""Whether a certificate leads to a trusted root at a moment: RFC 5280 section 6.1 for the courts' own profile."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

_LONGEST = 5
_UNDERSTOOD = frozenset(
    (x509.BasicConstraints.oid, x509.KeyUsage.oid, x509.ExtendedKeyUsage.oid, x509.SubjectAlternativeName.oid)
)


def chain_fault(
    leaf: x509.Certificate,
    others: Iterable[x509.Certificate],
    roots: Sequence[x509.Certificate],
    at: datetime.datetime,
    purpose: Literal["sign", "timestamp"] = "sign",
) -> str | None:
    """None where ``leaf`` could sign papers (or timestamps) at ``at`` under one of ``roots``; else what is wrong.

    ``certificate_out_of_date``, ``certificate_not_for_this`` or ``certificate_not_trusted``. Written out here
    because asn1crypto, under pyHanko's validator, takes no name with a character younger than Unicode 3.2, and
    many Chinese names have one. No policies and no name constraints: a chain that carries either is refused.
    """
    constraints = _extension(leaf, x509.BasicConstraints)
    if (constraints is not None and constraints.ca) or not _serves(leaf, purpose):
        return "certificate_not_for_this"
    path = _path([leaf], list(others), roots, {_der(root) for root in roots})
    if path is None:
        return "certificate_not_trusted"
    if not all(one.not_valid_before_utc <= at <= one.not_valid_after_utc for one in path):
        return "certificate_out_of_date"
    return None


def _serves(leaf: x509.Certificate, purpose: str) -> bool:
    usage = _extension(leaf, x509.KeyUsage)
    if purpose == "sign":
        return usage is not None and usage.content_commitment
    # RFC 3161, 2.3: this purpose and no other.
    purposes = _extension(leaf, x509.ExtendedKeyUsage)
    return purposes is not None and list(purposes) == [ExtendedKeyUsageOID.TIME_STAMPING]


def _path(
    path: list[x509.Certificate], others: list[x509.Certificate], roots: Sequence[x509.Certificate], ends: set[bytes]
) -> list[x509.Certificate] | None:
    """The path on from its last certificate to a root, or None."""
    last = path[-1]
    if any(extension.critical and extension.oid not in _UNDERSTOOD for extension in last.extensions):
        return None
    if _der(last) in ends:
        return path
    if len(path) > _LONGEST:
        return None
    for issuer in (*roots, *others):
        if issuer in path or issuer.subject != last.issuer or not _may_issue(issuer, len(path) - 1):
            continue
        try:
            last.verify_directly_issued_by(issuer)
        except (ValueError, TypeError, InvalidSignature):
            continue
        found = _path([*path, issuer], others, roots, ends)
        if found is not None:
            return found
    return None


def _may_issue(issuer: x509.Certificate, authorities_below: int) -> bool:
    constraints = _extension(issuer, x509.BasicConstraints)
    usage = _extension(issuer, x509.KeyUsage)
    if constraints is None or not constraints.ca or usage is None or not usage.key_cert_sign:
        return False
    return constraints.path_length is None or constraints.path_length >= authorities_below


_Kind = TypeVar("_Kind", bound=x509.ExtensionType)


def _extension(certificate: x509.Certificate, kind: type[_Kind]) -> _Kind | None:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return None


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
