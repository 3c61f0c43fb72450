"""Checks a signed paper: each signature, what was added since, and that no revision is missing or in the way."""

from __future__ import annotations

import datetime
import hashlib
import io
import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from app.signing.api import RawDigest
from app.signing.cms import raw_digests
from app.signing.issuing import is_practice
from app.signing.pades import PAGE_SIGN

# pyHanko logs names of fields and subjects, which are words of a case.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


@dataclass(frozen=True)
class SignatureReport:
    """One signature as it was found; it holds where ``faults`` is empty.

    Faults: ``signature_not_intact``, ``certificate_not_trusted``, ``certificate_out_of_date``,
    ``certificate_revoked``, ``not_a_whole_revision``, ``changed_after_signature``.
    """

    who: str
    """The field: the id of the signer's box."""
    kind: str
    """``signature``, or ``timestamp`` of a whole document."""
    name: str
    role: str
    case_number: str
    at: datetime.datetime | None
    """Of a signature, the time that its signer claims; of a timestamp, the time that its authority attests."""
    intact: bool
    trusted: bool
    covers_whole_revision: bool
    practice: bool
    revision: str
    """SHA-256 of the paper up to the end of what this signature covers."""
    raw: tuple[RawDigest, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What can be said of the paper from its bytes, the trusted roots and the journal's revisions.

    Faults: ``pdf_unreadable``, ``no_signature``, ``bytes_after_last_signature``, ``mark_of_another_signer``,
    ``rolled_back``, ``revision_changed``, ``unexpected_revision``. Notes: ``time_is_claimed`` (no timestamp stands
    over the signatures), ``practice``, ``extended_by_court``, ``history_not_compared``.
    """

    signatures: tuple[SignatureReport, ...]
    revisions: tuple[str, ...]
    """SHA-256 of the file up to each of its ends: what was laid on what, the whole file last."""
    faults: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing at all speaks against the paper."""
        return not self.faults and not any(one.faults for one in self.signatures)


def verify_pdf(
    pdf: bytes, trust_roots: Sequence[x509.Certificate], expected_revisions: Sequence[str] | None = None
) -> Report:
    """The report on a paper; asks no network, no clock, and raises nothing for whatever bytes come.

    ``trust_roots`` are the court's CA and its timestamper's. ``expected_revisions`` are the SHA-256 that the
    journal keeps: the unsigned paper, then one for each signature; they find a rollback and an incremental update,
    which no signature can. After the last of them only the court's timestamps may follow.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        embedded = sorted(reader.embedded_signatures, key=lambda one: one.signed_revision)
    except Exception:
        # Hostile bytes break a parser in more ways than can be listed; none of them makes a paper that holds.
        return Report((), (), ("pdf_unreadable",), ())
    ends = _ends(pdf)
    faults: list[str] = []
    notes: list[str] = []
    roots = load_certs_from_pemder_data(b"".join(root.public_bytes(Encoding.PEM) for root in trust_roots))
    found = _reports(pdf, embedded, list(roots))
    if not found:
        faults.append("no_signature")
    elif _covered(embedded[-1]) != len(pdf):
        faults.append("bytes_after_last_signature")
    if _foreign_marks(reader, embedded):
        faults.append("mark_of_another_signer")
    if expected_revisions is None:
        notes.append("history_not_compared")
    else:
        told, extended = _compared(ends, expected_revisions, found)
        faults += told
        notes += ["extended_by_court"] if extended else []
    if not any(one.kind == "timestamp" and not one.faults for one in found):
        notes.append("time_is_claimed")
    if any(one.practice for one in found):
        notes.append("practice")
    return Report(tuple(found), tuple(ends), tuple(faults), tuple(notes))


def _reports(pdf: bytes, embedded: Sequence[EmbeddedPdfSignature], roots: list[Any]) -> list[SignatureReport]:
    found: list[SignatureReport] = []
    attested: datetime.datetime | None = None
    # From the last to the first: a timestamp attests the time of all signatures under it.
    for one in reversed(embedded):
        if one.sig_object_type == "/DocTimeStamp":
            report = _timestamp(pdf, one, roots)
            if not report.faults:
                attested = report.at
        else:
            report = _signature(pdf, one, roots, attested)
        found.append(report)
    return found[::-1]


def _signature(
    pdf: bytes, embedded: EmbeddedPdfSignature, roots: list[Any], attested: datetime.datetime | None
) -> SignatureReport:
    claimed = _claimed(embedded)
    faults: list[str] = []
    intact = trusted = False
    raw: tuple[RawDigest, ...] = ()
    try:
        status = validate_pdf_signature(
            embedded,
            ValidationContext(trust_roots=roots, allow_fetching=False, moment=_earlier(claimed, attested)),
            key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation"}),
        )
        intact, trusted = bool(status.intact and status.valid), bool(status.trusted)
        if not trusted:
            faults.append(_trust_fault(status))
        if status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION and not status.docmdp_ok:
            faults.append("changed_after_signature")
        raw = raw_digests(embedded.signer_info)
    except Exception:
        # Bad signed attributes, a wrong subfilter, or what was never a signature: not intact, whatever broke.
        intact = False
    return _report(pdf, embedded, "signature", claimed, intact, trusted, raw, faults)


def _timestamp(pdf: bytes, embedded: EmbeddedPdfSignature, roots: list[Any]) -> SignatureReport:
    faults: list[str] = []
    at: datetime.datetime | None = None
    intact = trusted = False
    try:
        at = embedded.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
        status = validate_pdf_timestamp(embedded, ValidationContext(trust_roots=roots, allow_fetching=False, moment=at))
        intact, trusted = bool(status.intact and status.valid), bool(status.trusted)
        if not trusted:
            faults.append(_trust_fault(status))
        if status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION and not status.docmdp_ok:
            faults.append("changed_after_signature")
    except Exception:
        intact = False
    return _report(pdf, embedded, "timestamp", at, intact, trusted, (), faults)


def _report(
    pdf: bytes,
    embedded: EmbeddedPdfSignature,
    kind: str,
    at: datetime.datetime | None,
    intact: bool,
    trusted: bool,
    raw: tuple[RawDigest, ...],
    faults: Iterable[str],
) -> SignatureReport:
    whole = embedded.coverage is not None and embedded.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    told = [] if intact else ["signature_not_intact"]
    if not whole:
        told.append("not_a_whole_revision")
    told += faults
    certificate = _certificate(embedded)
    return SignatureReport(
        who=str(embedded.field_name),
        kind=kind,
        name=_subject(certificate, NameOID.COMMON_NAME),
        role=_subject(certificate, NameOID.TITLE),
        case_number=_subject(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME),
        at=at,
        intact=intact,
        trusted=trusted,
        covers_whole_revision=whole,
        practice=certificate is not None and is_practice(certificate),
        revision=hashlib.sha256(pdf[: _covered(embedded)]).hexdigest(),
        raw=raw,
        faults=tuple(told),
    )


def _covered(embedded: EmbeddedPdfSignature) -> int:
    """Length of the file that the signature speaks of; 0 for a byte range that is none."""
    try:
        _, _, second, rest = (int(part) for part in embedded.byte_range)
    except (TypeError, ValueError):
        return 0
    return second + rest


def _trust_fault(status: Any) -> str:
    problem = str(getattr(status.trust_problem_indic, "name", "")).lower()
    if "revoked" in problem:
        return "certificate_revoked"
    if "expired" in problem or "not_yet" in problem or "out_of_bounds" in problem:
        return "certificate_out_of_date"
    return "certificate_not_trusted"


def _claimed(embedded: EmbeddedPdfSignature) -> datetime.datetime | None:
    try:
        claimed = embedded.self_reported_timestamp
    except (PdfError, ValueError, KeyError, TypeError):
        return None
    return claimed if claimed is None or claimed.tzinfo else claimed.replace(tzinfo=datetime.UTC)


def _earlier(claimed: datetime.datetime | None, attested: datetime.datetime | None) -> datetime.datetime | None:
    if claimed is None or attested is None:
        return claimed or attested
    return min(claimed, attested)


def _certificate(embedded: EmbeddedPdfSignature) -> x509.Certificate | None:
    try:
        return x509.load_der_x509_certificate(embedded.signer_cert.dump())
    except (ValueError, KeyError):
        return None


def _subject(certificate: x509.Certificate | None, oid: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(oid) if certificate else []
    return str(found[0].value) if found else ""


def _ends(pdf: bytes) -> dict[str, int]:
    """SHA-256 of the file up to each of its end-of-file marks, with the length, in order; the whole file last."""
    ends: dict[str, int] = {}
    running, begun = hashlib.sha256(), 0
    # A revision may or may not count the end of line behind %%EOF as its own.
    lengths = {end for match in re.finditer(rb"%%EOF(\r\n|\r|\n)?", pdf) for end in (match.start() + 5, match.end())}
    for length in sorted(lengths | {len(pdf)}):
        running.update(pdf[begun:length])
        begun = length
        ends[running.hexdigest()] = length
    return ends


def _compared(
    ends: dict[str, int], expected: Sequence[str], found: Sequence[SignatureReport]
) -> tuple[list[str], bool]:
    """Faults against the journal's revisions, and whether the court's timestamps follow the last of them."""
    held = [revision for revision in expected if revision in ends]
    places = [ends[revision] for revision in held]
    if held != list(expected)[: len(held)] or places != sorted(places) or not held:
        return ["revision_changed"], False
    whole = max(ends.values())
    if len(held) < len(expected):
        # What is there is all true, and ends early: the later revisions were cut off, or replaced.
        return ["rolled_back" if places[-1] == whole else "revision_changed"], False
    if places[-1] == whole:
        return [], False
    # Signatures that end behind the last known revision.
    later = [one for one in found if ends.get(one.revision, whole) > places[-1]]
    if later and all(one.kind == "timestamp" and not one.faults for one in later):
        return [], True
    return ["unexpected_revision"], False


def _foreign_marks(reader: PdfFileReader, embedded: Sequence[EmbeddedPdfSignature]) -> bool:
    """Whether some page's mark was drawn in a revision that its signer did not sign."""
    signers = {one.signed_revision: str(one.field_name) for one in embedded}
    try:
        before: dict[str, str] = {}
        for revision in range(reader.xrefs.total_revisions):
            now = _marks(reader.get_historical_resolver(revision))
            for name, state in now.items():
                changed = state != before.get(name, state if state.startswith("/Off") else "")
                owner = name.removeprefix(PAGE_SIGN).rpartition(":")[0]
                if changed and signers.get(revision) != owner:
                    return True
            before = now
    except (PdfError, KeyError, TypeError, AttributeError, ValueError):
        return True
    return False


def _marks(resolver: Any) -> dict[str, str]:
    """The state of each page mark in a revision: what is shown, and which object draws it."""
    root = resolver.root
    if "/AcroForm" not in root:
        return {}
    marks = {}
    for field in root["/AcroForm"]["/Fields"]:
        entries = field.get_object()
        name = str(entries.get("/T", ""))
        if name.startswith(PAGE_SIGN):
            drawn = entries["/AP"]["/N"].raw_get(entries["/AS"])
            marks[name] = f"{entries['/AS']} {drawn.idnum}" if entries["/AS"] != "/Off" else "/Off"
    return marks
