"""Checks a signed paper: each signature, what was added since, and that no revision is missing or in the way."""

from __future__ import annotations

import datetime
import hashlib
import io
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cryptography import x509
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.documents.reference import reference_in
from app.signing.api import RawDigest
from app.signing.chain import chain_fault
from app.signing.cms import raw_digests
from app.signing.issuing import is_practice, name_of
from app.signing.pades import mark_owner
from app.signing.revision import entry

# pyHanko logs names of fields and subjects, which are words of a case.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False

_DIGESTS = frozenset({"sha256", "sha384", "sha512"})


@dataclass(frozen=True)
class SignatureReport:
    """One signature as it was found; it holds where ``faults`` is empty.

    Faults: ``signature_not_intact``, ``certificate_not_trusted``, ``certificate_out_of_date``,
    ``certificate_not_for_this``, ``certificate_revoked``, ``not_a_whole_revision``, ``changed_after_signature``.
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
    pdf: bytes,
    trust_roots: Sequence[x509.Certificate],
    expected_revisions: Sequence[str] | None = None,
    revoked: Mapping[int, datetime.datetime] | None = None,
) -> Report:
    """The report on a paper; asks no network, no clock, and raises nothing for whatever bytes come.

    ``trust_roots`` are the court's CA and its timestamper's. ``expected_revisions`` are the SHA-256 that the
    journal keeps: the unsigned paper, then one for each signature; they find a rollback and an incremental update,
    which no signature can. After the last of them only the court's timestamps may follow. ``revoked`` are serial
    numbers of certificates with the moment from which the court no longer believes them.
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
    found = _reports(pdf, embedded, _Trust(trust_roots, revoked or {}))
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


def reference_of(pdf: bytes) -> str | None:
    """The record under which the paper says that the journal names its digest; None for whatever else bytes are."""
    try:
        return reference_in(PdfFileReader(io.BytesIO(pdf), strict=False).root["/Metadata"].data)
    except Exception:
        # As above: hostile bytes break a parser in more ways than can be listed.
        return None


@dataclass(frozen=True)
class _Trust:
    roots: Sequence[x509.Certificate]
    revoked: Mapping[int, datetime.datetime]

    def fault(
        self,
        embedded: EmbeddedPdfSignature,
        at: datetime.datetime,
        purpose: Literal["sign", "timestamp"],
    ) -> str | None:
        leaf = _certificate(embedded)
        if leaf is None:
            return "certificate_not_trusted"
        others = [x509.load_der_x509_certificate(one.dump()) for one in embedded.other_embedded_certs]
        fault = chain_fault(leaf, others, self.roots, at, purpose)
        # With a laptop's issuing certificate falls every one-time certificate that it issues afterwards.
        since = min((self.revoked[one.serial_number] for one in (leaf, *others) if one.serial_number in self.revoked),
                    default=None)  # fmt: skip
        return "certificate_revoked" if fault is None and since is not None and since <= at else fault


def _reports(pdf: bytes, embedded: Sequence[EmbeddedPdfSignature], trust: _Trust) -> list[SignatureReport]:
    found: list[SignatureReport] = []
    attested: datetime.datetime | None = None
    # From the last to the first: a timestamp attests the time of all signatures under it.
    for one in reversed(embedded):
        report = _report(pdf, one, trust, attested)
        if report.kind == "timestamp" and not report.faults:
            attested = report.at
        found.append(report)
    return found[::-1]


def _report(
    pdf: bytes, embedded: EmbeddedPdfSignature, trust: _Trust, attested: datetime.datetime | None
) -> SignatureReport:
    timestamp = embedded.sig_object_type == "/DocTimeStamp"
    faults: list[str] = []
    at: datetime.datetime | None = None
    raw: tuple[RawDigest, ...] = ()
    intact = whole = False
    trust_fault: str | None = "certificate_not_trusted"
    try:
        at = _attested(embedded) if timestamp else _claimed(embedded)
        intact = _attests(embedded) if timestamp else _speaks_of_the_file(embedded)
        # pyHanko left this one method without annotations.
        untyped: Any = embedded
        untyped.compute_integrity_info()
        whole = embedded.coverage is not None and embedded.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
        if whole and not _only_signed_since(embedded):
            faults.append("changed_after_signature")
        if at is not None:
            # A claimed time behind the attested one came from a clock that was fast.
            moment = at if timestamp or attested is None else min(at, attested)
            trust_fault = trust.fault(embedded, moment, "timestamp" if timestamp else "sign")
        raw = raw_digests(embedded.signer_info)
    except Exception:
        # Bad signed attributes, a wrong subfilter, or what was never a signature: not intact, whatever broke.
        intact = False
    told = [] if intact else ["signature_not_intact"]
    told += [] if whole else ["not_a_whole_revision"]
    told += [*faults, *([trust_fault] if trust_fault else [])]
    certificate = _certificate(embedded)
    return SignatureReport(
        who=str(embedded.field_name),
        kind="timestamp" if timestamp else "signature",
        name=name_of(certificate) if certificate else "",
        role=_subject(certificate, NameOID.TITLE),
        case_number=_subject(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME),
        at=at,
        intact=intact,
        trusted=trust_fault is None,
        covers_whole_revision=whole,
        practice=certificate is not None and is_practice(certificate),
        revision=hashlib.sha256(pdf[: _covered(embedded)]).hexdigest(),
        raw=raw,
        faults=tuple(told),
    )


def _speaks_of_the_file(embedded: EmbeddedPdfSignature) -> bool:
    """Whether the signature was made by its certificate's key over exactly the bytes that its range names."""
    if embedded.sig_object_type != "/Sig" or embedded.sig_object["/SubFilter"] != "/ETSI.CAdES.detached":
        return False
    if embedded.md_algorithm not in _DIGESTS:
        return False
    intact, valid = validate_sig_integrity(
        embedded.signer_info, embedded.signer_cert, "data", embedded.compute_digest()
    )
    return bool(intact and valid)


def _attests(embedded: EmbeddedPdfSignature) -> bool:
    """Whether an RFC 3161 token of its certificate's key stands over exactly the bytes that its range names."""
    content = embedded.signed_data["encap_content_info"]["content"]
    imprint = content.parsed["message_imprint"]
    if embedded.external_md_algorithm not in _DIGESTS or embedded.md_algorithm not in _DIGESTS:
        return False
    if imprint["hashed_message"].native != embedded.compute_digest():
        return False
    token = hashlib.new(embedded.md_algorithm, bytes(content)).digest()
    intact, valid = validate_sig_integrity(embedded.signer_info, embedded.signer_cert, "tst_info", token)
    return bool(intact and valid)


def _only_signed_since(embedded: EmbeddedPdfSignature) -> bool:
    """Whether all that was added since is signatures, their marks and timestamps, as this one's locks allow."""
    result = embedded.diff_result
    if not isinstance(result, DiffResult):
        return False
    allowed = embedded.docmdp_level or MDPPerm.FILL_FORMS
    level = result.modification_level
    return level != ModificationLevel.OTHER and level.value <= allowed.value


def _attested(embedded: EmbeddedPdfSignature) -> datetime.datetime:
    attested: datetime.datetime = embedded.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    return attested


def _covered(embedded: EmbeddedPdfSignature) -> int:
    """Length of the file that the signature speaks of; 0 for a byte range that is none."""
    try:
        _, _, second, rest = (int(part) for part in embedded.byte_range)
    except (TypeError, ValueError):
        return 0
    return second + rest


def _claimed(embedded: EmbeddedPdfSignature) -> datetime.datetime | None:
    try:
        claimed = embedded.self_reported_timestamp
    except (PdfError, ValueError, KeyError, TypeError):
        return None
    return claimed if claimed is None or claimed.tzinfo else claimed.replace(tzinfo=datetime.UTC)


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
                if changed and signers.get(revision) != mark_owner(name):
                    return True
            before = now
    except (PdfError, KeyError, TypeError, AttributeError, ValueError):
        return True
    return False


def _marks(resolver: Any) -> dict[str, str]:
    """The state of each page mark and thumb box in a revision: what is shown, and which object draws it."""
    root = resolver.root
    if "/AcroForm" not in root:
        return {}
    marks = {}
    for field in root["/AcroForm"]["/Fields"]:
        entries = field.get_object()
        name = str(entry(entries, "/T", ""))
        if mark_owner(name) is not None:
            drawn = entries["/AP"]["/N"].raw_get(entries["/AS"])
            marks[name] = f"{entries['/AS']} {drawn.idnum}" if entries["/AS"] != "/Off" else "/Off"
    return marks
