"""Signs a PDF (PAdES baseline B): one incremental signature per signer, all its marks inside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import Reference, pdf_name
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigSeedSubFilter,
)
from pyhanko.sign.signers.cms_embedder import SigMDPSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.api import Box, RawDigest, Signer, digest
from app.signing.appearance import Appearance, beside
from app.signing.cms import room_for, signed_data
from app.signing.revision import (
    LOCKED,
    PRINT,
    READ_ONLY,
    Drawing,
    Revision,
    array,
    dictionary,
    entry,
    filled,
    form,
    rectangle,
)

PAGE_SIGN = "page-sign:"
"""Begins the name of a page's mark: ``page-sign:<box id>:<page>``."""

THUMB = "thumb:"
"""Begins the name of a place for a thumbprint (捺印): ``thumb:<box id>``."""

SIGNED = "/Signed"
_FIELD_READ_ONLY = 1
_INDEX = "/XunhuiMarks"


@dataclass(frozen=True)
class SignedPaper:
    """A paper after a signature: what the journal keeps of it beside the bytes."""

    pdf: bytes
    signatures: int
    revisions: tuple[str, ...]
    """SHA-256 of the paper unsigned, then after each signature; the last is that of ``pdf``."""

    @property
    def revision(self) -> str:
        """SHA-256 of the bytes as they are now."""
        return self.revisions[-1]


def prepare_pdf(pdf: bytes, boxes: Iterable[Box]) -> bytes:
    """The paper with an empty mark for each ``page-sign:`` and ``thumb:`` box, for its signer's signature to fill.

    To be done once, before anyone signs. Filling a field that was there is what every verifier allows after a
    signature (ISO 32000-1, 12.8.2.2); a new drawing on a signed page is not. Without such boxes the bytes
    stay as they are.
    """
    wanted = [box for box in boxes if mark_owner(box.id) is not None]
    if not wanted:
        return pdf
    revision = Revision(pdf, b"prepare")
    if "/AcroForm" in revision.catalog():
        raise NotPossibleNow("paper_already_prepared")
    empty = revision.add_object(form(b"", 1, 1, {}))
    fields = array()
    kept: dict[str, list[int]] = {}
    for box in sorted(wanted, key=lambda one: (one.page, one.id)):
        _no_dot(box.id)
        page = revision.page(box.page)
        field = revision.add_object(
            dictionary(
                {
                    "/Type": "/Annot",
                    "/Subtype": "/Widget",
                    "/FT": "/Btn",
                    "/T": box.id,
                    "/Ff": _FIELD_READ_ONLY,
                    "/F": PRINT | READ_ONLY | LOCKED,
                    "/Rect": rectangle(box),
                    "/P": page,
                    "/V": "/Off",
                    "/AS": "/Off",
                    "/AP": dictionary({"/N": dictionary({"/Off": empty, SIGNED: empty})}),
                }
            )
        )
        fields.append(field)
        kept.setdefault(str(mark_owner(box.id)), []).append(field.idnum)
        revision.annotate(page, field)
    index = array(one for who, numbers in kept.items() for one in (who, array(numbers)))
    revision.catalog()[pdf_name("/AcroForm")] = revision.add_object(
        dictionary({"/Fields": revision.add_object(fields), "/SigFlags": 3, _INDEX: index})
    )
    revision.replace_catalog()
    return revision.bytes()


def sign_pdf(
    pdf: bytes,
    box: Box | None,
    signer: Signer,
    *,
    reason: str,
    name: str,
    at: datetime.datetime,
    who: str | None = None,
    appearance: Appearance | None = None,
    thumb: Appearance | None = None,
    attributes: Sequence[RawDigest] = (),
    final: bool = False,
) -> SignedPaper:
    """The paper with one more signature; ``pdf`` stays a prefix of it to the byte.

    ``who`` (by default the box's id) names the signer and the field. The mark is drawn in ``box`` and in
    each page mark that ``prepare_pdf`` kept for ``who``, all in this one signature, which locks them.
    ``thumb`` goes into the thumb box kept for ``who``, or where there is none beside the mark; alone it is also the
    mark of each page. ``final`` (the seal, or the last signer of a paper without one) locks the whole paper: only
    timestamps may follow. ``at`` is the claimed time, aware. Refuses ``already_signed``, ``paper_frozen`` and
    ``pdf_unreadable``.
    """
    field_name = who if who is not None else box.id if box is not None else ""
    if not field_name:
        raise ValueError("signer_without_id")
    if at.tzinfo is None:
        raise ValueError("signing_time_without_zone")
    _no_dot(field_name)
    revision = Revision(pdf, field_name.encode())
    ends = signatures_in(revision)
    if field_name in ends:
        raise NotPossibleNow("already_signed")
    if any(gap.locks_all for gap in ends.values()):
        raise NotPossibleNow("paper_frozen")
    kept = _kept_marks(revision, field_name)
    drawings = _drawings(revision, appearance, thumb, any(name.startswith(THUMB) for name in kept))
    mark = None
    if box is not None:
        drawn = drawings.box
        mark = drawn.placed(box.width, box.height) if drawn else revision.add_object(form(b"", 1, 1, {}))
    for name_, reference in kept.items():
        drawing = drawings.thumb if name_.startswith(THUMB) else drawings.page
        if drawing is not None:
            _fill(revision, reference, drawing)
    placeholder = SignatureObject(
        timestamp=at,
        subfilter=SigSeedSubFilter.PADES,
        name=name,
        reason=reason,
        bytes_reserved=2 * room_for(signer, attributes),
    )
    signed = filled(
        revision,
        field_name,
        placeholder,
        lambda document_digest: signed_data(document_digest, signer, attributes),
        box=box,
        mark=mark,
        lock=_lock([field_name, *kept], final),
    )
    if not signed.startswith(pdf):
        raise AssertionError("signing_changed_earlier_bytes")
    count = sum(not gap.timestamp for gap in ends.values()) + 1
    return SignedPaper(signed, count, (*revisions_before(pdf, ends), digest(signed)))


def revisions_of(pdf: bytes) -> tuple[str, ...]:
    """SHA-256 of the paper unsigned, then after each signature or timestamp, as its bytes tell it."""
    return revisions_before(pdf, signatures_in(Revision(pdf, b"")))


@dataclass(frozen=True)
class Gap:
    """Where a signature stands in the file: its gap's first byte, the length it speaks of, and what it is."""

    begins: int
    revision_ends: int
    locks_all: bool
    timestamp: bool


def signatures_in(revision: Revision) -> dict[str, Gap]:
    """Where each signature and timestamp lies, by its field's name, in the order of the revisions."""
    form_ = entry(revision.catalog(), "/AcroForm", {})
    marks = {number for _, kept in _index(form_) for number in kept}
    found: dict[str, Gap] = {}
    for reference in entry(form_, "/Fields", ()):
        if reference.idnum in marks:
            continue
        field = reference.get_object()
        if "/V" not in field or entry(field, "/FT") != "/Sig":
            continue
        signature = field["/V"]
        start, first, second, rest = (int(one) for one in signature["/ByteRange"])
        if start != 0:
            raise NeedsCorrection("pdf_unreadable")
        locks_all = any(
            entry(one["/TransformParams"], "/Action") == "/All" for one in entry(signature, "/Reference", ())
        )
        timestamp = entry(signature, "/Type") == "/DocTimeStamp"
        found[str(field["/T"])] = Gap(first, second + rest, locks_all, timestamp)
    return dict(sorted(found.items(), key=lambda one: one[1].revision_ends))


def revisions_before(pdf: bytes, signatures: Mapping[str, Gap]) -> tuple[str, ...]:
    """As ``revisions_of``, for a file whose signatures are known."""
    ordered = list(signatures.values())
    if not ordered:
        return (digest(pdf),)
    unsigned = pdf.rfind(b"%%EOF", 0, ordered[0].begins) + len(b"%%EOF")
    while pdf[unsigned : unsigned + 1] in (b"\r", b"\n"):
        unsigned += 1
    return (digest(pdf[:unsigned]), *(digest(pdf[: gap.revision_ends]) for gap in ordered))


def _no_dot(name: str) -> None:
    # A full stop in a field's name makes a hierarchy (ISO 32000-1, 12.7.3.2).
    if "." in name:
        raise ValueError("field_name_with_full_stop")


def mark_owner(name: str) -> str | None:
    """The signer whose page mark or thumb box a field or box of this name is; None for any other."""
    if name.startswith(PAGE_SIGN):
        return name.removeprefix(PAGE_SIGN).rpartition(":")[0]
    return name.removeprefix(THUMB) if name.startswith(THUMB) else None


def _index(form_: Any) -> list[tuple[str, list[int]]]:
    """Object numbers of the marks kept for each signer, as ``prepare_pdf`` wrote them.

    Reading each mark to find out takes too long; numbers and not references, because a verifier asks who else
    points at an object that a signature replaces.
    """
    flat = list(entry(form_, _INDEX, ()))
    return [(str(who), [int(number) for number in kept]) for who, kept in zip(flat[::2], flat[1::2], strict=True)]


def _kept_marks(revision: Revision, who: str) -> dict[str, Reference]:
    """The page marks and the thumb box kept for this signer, by name."""
    kept = dict(_index(entry(revision.catalog(), "/AcroForm", {}))).get(who, [])
    references = [Reference(number, 0, revision) for number in kept]
    return {str(entry(reference.get_object(), "/T")): reference for reference in references}


@dataclass(frozen=True)
class _Drawings:
    box: Drawing | None
    page: Drawing | None
    thumb: Drawing | None


def _drawings(
    revision: Revision, mark: Appearance | None, thumb: Appearance | None, thumb_has_a_box: bool
) -> _Drawings:
    """What is drawn where; the thumb alone stands for the mark where its signer does not write."""
    drawn = Drawing(revision, mark) if mark is not None else None
    if thumb is None:
        return _Drawings(drawn, drawn, None)
    if thumb_has_a_box:
        pressed = Drawing(revision, thumb)
        return _Drawings(drawn, drawn or pressed, pressed)
    whole = Drawing(revision, beside(mark, thumb) if mark is not None else thumb)
    return _Drawings(whole, drawn or whole, None)


def _fill(revision: Revision, reference: Reference, drawing: Drawing) -> None:
    mark: Any = reference.get_object()
    x1, y1, x2, y2 = (float(value) for value in mark["/Rect"])
    mark["/AP"]["/N"][pdf_name(SIGNED)] = drawing.placed(x2 - x1, y2 - y1)
    mark[pdf_name("/V")] = pdf_name(SIGNED)
    mark[pdf_name("/AS")] = pdf_name(SIGNED)
    revision.mark_update(reference)


def _lock(names: list[str], final: bool) -> SigMDPSetup:
    if final:
        everything = FieldMDPSpec(FieldMDPAction.ALL)
        return SigMDPSetup("sha256", field_lock=everything, docmdp_perms=MDPPerm.NO_CHANGES)
    return SigMDPSetup("sha256", field_lock=FieldMDPSpec(FieldMDPAction.INCLUDE, names))
