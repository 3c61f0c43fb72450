"""Papers signed with a pen on the print: their scan as PDF/A, bound by digest to the revision that was printed."""

from __future__ import annotations

import datetime
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
import pypdfium2
from PIL import Image, ImageCms, ImageDraw, UnidentifiedImageError

from app.clock import BEIJING
from app.errors import NeedsCorrection
from app.signing.api import Box, digest
from app.signing.glyphs import Outlines
from app.signing.issuing import PRACTICE

DPI = 150
_A4 = (595.276, 841.89)
_LARGEST_PIXELS = 40_000_000
_SOURCE = "urn:sha256:"
_PEN = (22, 34, 110)
_RED = (205, 20, 25)


@dataclass(frozen=True)
class PenMark:
    """Who signs where on the print of a practice day."""

    box: Box
    name: str


def scan_document(pages: Sequence[bytes], *, of_revision: str, made_at: datetime.datetime) -> bytes:
    """The scanned pages (JPEG or PNG, in order) as one PDF/A-2u without text, whose source is the revision's SHA-256.

    The same pages give the same bytes. JPEG pictures are taken over as they came. Refuses ``scan_empty`` and
    ``scan_unreadable``.
    """
    if not pages:
        raise NeedsCorrection("scan_empty")
    document = pikepdf.new()
    for page in pages:
        _add_page(document, page)
    profile = document.make_stream(_srgb())
    profile["/N"] = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        DestOutputProfile=profile,
    )
    document.Root["/OutputIntents"] = pikepdf.Array([document.make_indirect(intent)])
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdfaid:part"] = "2"
        metadata["pdfaid:conformance"] = "U"
        metadata["dc:source"] = _SOURCE + of_revision
        metadata["xmp:CreateDate"] = made_at.astimezone(BEIJING).isoformat(timespec="seconds")
    written = io.BytesIO()
    document.save(written, deterministic_id=True)
    return written.getvalue()


def revision_of_scan(scan: bytes) -> str | None:
    """SHA-256 of the revision that a ``scan_document`` says was printed; None for any other PDF."""
    try:
        with pikepdf.open(io.BytesIO(scan)) as document, document.open_metadata() as metadata:
            source = str(metadata.get("dc:source", ""))
    except pikepdf.PdfError:
        return None
    return source.removeprefix(_SOURCE) if source.startswith(_SOURCE) else None


def printed(pdf: bytes) -> list[Image.Image]:
    """The pages as a printer would put them on paper, with all signatures so far, 150 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        # Without this, pdfium leaves out the marks of signatures, which are form fields.
        document.init_forms()
        return [document[index].render(scale=DPI / 72).to_pil().convert("RGB") for index in range(len(document))]
    finally:
        document.close()


def practice_scan(
    pdf: bytes, marks: Sequence[PenMark], outlines: Outlines, *, made_at: datetime.datetime, seed: str
) -> bytes:
    """What a scanner would give of the print signed by these hands, each page marked 演练: a PDF/A of pictures.

    For a practice day, in which nobody holds a pen; the same arguments give the same bytes.
    """
    chance = random.Random(seed)
    revision = digest(pdf)
    pages = []
    for index, page in enumerate(printed(pdf)):
        for mark in marks:
            if mark.box.page == index:
                _sign(page, mark, outlines, chance)
        _stamp(page, outlines, revision)
        # A sheet never lies quite straight on the glass.
        turned = page.rotate(chance.uniform(-0.35, 0.35), Image.Resampling.BILINEAR, fillcolor=(252, 252, 250))
        written = io.BytesIO()
        turned.save(written, "JPEG", quality=72, dpi=(DPI, DPI))
        pages.append(written.getvalue())
    return scan_document(pages, of_revision=revision, made_at=made_at)


def _add_page(document: pikepdf.Pdf, picture: bytes) -> None:
    try:
        opened = Image.open(io.BytesIO(picture), formats=("JPEG", "PNG"))
        image: Image.Image = opened
        if image.width * image.height > _LARGEST_PIXELS:
            raise NeedsCorrection("scan_unreadable")
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NeedsCorrection("scan_unreadable") from error
    if opened.format != "JPEG" or image.mode not in ("RGB", "L"):
        written = io.BytesIO()
        image = image.convert("RGB")
        image.save(written, "JPEG", quality=85)
        picture = written.getvalue()
    stream = document.make_stream(
        picture,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=pikepdf.Name.DeviceRGB if image.mode == "RGB" else pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    wide = image.width > image.height
    width, height = _A4[::-1] if wide else _A4
    scale = min(width / image.width, height / image.height)
    matrix = (image.width * scale, image.height * scale)
    left, bottom = (width - matrix[0]) / 2, (height - matrix[1]) / 2
    content = f"q {matrix[0]:.3f} 0 0 {matrix[1]:.3f} {left:.3f} {bottom:.3f} cm /Page Do Q"
    page = document.add_blank_page(page_size=(width, height))
    page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=stream))
    page.obj["/Contents"] = document.make_stream(content.encode("ascii"))


def _sign(page: Image.Image, mark: PenMark, outlines: Outlines, chance: random.Random) -> None:
    """The name as if by hand: slanted, uneven, in blue-black, within the box."""
    scale = DPI / 72
    width, height = max(8, round(mark.box.width * scale)), max(8, round(mark.box.height * scale))
    size = max(8, min(round(height * 0.8), width // max(1, len(mark.name))))
    layer = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(layer)
    for index, character in enumerate(mark.name):
        place = (index * size + chance.uniform(-2, 2), (height - size) / 2 + chance.uniform(-3, 3))
        outlines.draw(draw, character, place, size, chance.randint(190, 240))
    slant = chance.uniform(0.12, 0.25)
    layer = layer.transform(layer.size, Image.Transform.AFFINE, (1, slant, -slant * height / 2, 0, 1, 0))
    left, top = round(mark.box.x * scale), page.height - round((mark.box.y + mark.box.height) * scale)
    page.paste(_PEN, (left, top, left + width, top + height), layer)


def _stamp(page: Image.Image, outlines: Outlines, revision: str) -> None:
    draw = ImageDraw.Draw(page)
    text = f"{PRACTICE}扫描件"
    size = 40
    left, top = page.width - 40 - size * len(text), 36
    draw.rectangle((left - 12, top - 10, page.width - 28, top + size + 10), outline=_RED, width=4)
    outlines.draw(draw, text, (left, top), size, _RED)
    outlines.draw(draw, f"{PRACTICE} sha256 {revision}", (200, page.height - 40), 16, _RED)


def _srgb() -> bytes:
    profile: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Little CMS writes the machine's time into bytes 24…35 (ICC.1, 7.2.8); the same pages shall give the same file.
    return profile[:24] + bytes((0x07, 0xEA, 0, 1, 0, 1)) + bytes(6) + profile[36:]
