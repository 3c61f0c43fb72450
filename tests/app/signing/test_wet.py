"""Scans of prints signed with a pen, and the practice day's own."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from app.errors import NeedsCorrection
from app.signing.api import digest
from app.signing.pades import sign_pdf
from app.signing.wet import PenMark, practice_scan, printed, revision_of_scan, scan_document


def jpeg(size: tuple[int, int] = (620, 877), shade: int = 200) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, (shade, shade, shade)).save(written, "JPEG")
    return written.getvalue()


def test_a_scan_names_the_revision_that_was_printed(at):
    scan = scan_document([jpeg(), jpeg(shade=90)], of_revision="ab" * 32, made_at=at)
    assert revision_of_scan(scan) == "ab" * 32
    assert len(pypdfium2.PdfDocument(scan)) == 2


def test_the_same_pages_give_the_same_scan(at):
    assert scan_document([jpeg()], of_revision="ab" * 32, made_at=at) == scan_document(
        [jpeg()], of_revision="ab" * 32, made_at=at
    )


def test_a_jpeg_is_taken_over_as_it_came(at):
    picture = jpeg()
    with pikepdf.open(io.BytesIO(scan_document([picture], of_revision="0" * 64, made_at=at))) as document:
        assert document.pages[0].Resources.XObject.Page.read_raw_bytes() == picture


def test_a_png_and_a_sheet_across_are_scans_too(at):
    picture = io.BytesIO()
    Image.new("RGBA", (877, 620), (10, 20, 30, 255)).save(picture, "PNG")
    scan = pypdfium2.PdfDocument(scan_document([picture.getvalue()], of_revision="0" * 64, made_at=at))
    width, height = scan[0].get_size()
    assert width > height


def test_what_is_no_picture_is_refused(at):
    with pytest.raises(NeedsCorrection, match="scan_empty"):
        scan_document([], of_revision="0" * 64, made_at=at)
    with pytest.raises(NeedsCorrection, match="scan_unreadable"):
        scan_document([b"%PDF-1.7"], of_revision="0" * 64, made_at=at)
    assert revision_of_scan(b"no pdf") is None


def test_another_pdf_is_no_scan_of_ours(paper):
    assert revision_of_scan(paper) is None


def test_the_print_shows_the_marks_of_those_who_signed_before(paper, boxes, court, at, ink):
    signed = sign_pdf(
        paper, boxes["judge"], court.judge.signer(), reason="", name="林正和", at=at, appearance=ink.appearance()
    )
    assert printed(signed.pdf)[1].tobytes() != printed(paper)[1].tobytes()
    assert printed(signed.pdf)[0].tobytes() == printed(paper)[0].tobytes()


def test_a_practice_scan_is_bound_to_its_print_and_marked_on_every_page(paper, boxes, outlines, at):
    marks = [PenMark(boxes["party:plaintiff"], "张𬱖")]
    scan = practice_scan(paper, marks, outlines, made_at=at, seed="loan plaintiff")
    assert revision_of_scan(scan) == digest(paper)
    assert scan == practice_scan(paper, marks, outlines, made_at=at, seed="loan plaintiff")
    for page in printed(scan):
        corner = page.crop((page.width - 320, 10, page.width, 120))
        red = sum(count for count, (r, g, _) in corner.getcolors(1 << 20) if r > g + 90)
        assert red > 1000
