"""Marks drawn as vectors: ink, thumbprint, officer's name and seal; and what is kept of the raw data."""

from __future__ import annotations

import hashlib
import io
import json
import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.errors import NeedsCorrection
from app.signing.appearance import Appearance, Mask, beside, fitted
from app.signing.glyphs import Outlines, written
from app.signing.ink import Ink
from app.signing.pades import sign_pdf
from app.signing.seal import MILLIMETRE, seal_appearance
from app.signing.thumb import practice_thumb, raw_digest, thumb_appearance

POINT = st.tuples(st.floats(0, 4000), st.floats(0, 3000), st.integers(0, 60_000), st.floats(0, 1))


def shown(mark: Appearance, paper: bytes, place, court, at) -> Image.Image:
    """The part of a page that a mark was signed into, as pdfium shows it, four dots a point."""
    signed = sign_pdf(paper, place, court.clerk.signer(), reason="", name="", at=at, appearance=mark)
    document = pypdfium2.PdfDocument(signed.pdf)
    document.init_forms()
    page = document[place.page].render(scale=4).to_pil().convert("RGB")
    top = page.height - round((place.y + place.height) * 4)
    return page.crop((round(place.x * 4), top, round((place.x + place.width) * 4), top + round(place.height * 4)))


def share_of(picture: Image.Image, wanted) -> float:
    return sum(count for count, pixel in picture.getcolors(1 << 20) if wanted(*pixel)) / (
        picture.width * picture.height
    )


def red(r: int, g: int, b: int) -> bool:
    return r > g + 70 and r > b + 70


def test_ink_is_kept_as_canonical_json_and_named_by_its_sha256(ink):
    data = ink.canonical()
    assert json.loads(data)["strokes"][1][0] == [2000, 7000, 400, 500]
    # RFC 8785: sorted names, no blanks.
    assert data.startswith(b'{"format":"xunhui-ink-1","strokes":[[[')
    assert ink.raw_digest().kind == "ink"
    assert ink.raw_digest().sha256 == hashlib.sha256(data).hexdigest()


@settings(max_examples=60)
@given(st.lists(st.lists(POINT, min_size=1, max_size=40), min_size=1, max_size=8))
def test_whatever_was_written_comes_back_from_its_bytes_and_can_be_drawn(strokes):
    try:
        ink = Ink.drawn(strokes)
    except NeedsCorrection:
        return
    assert Ink.from_bytes(ink.canonical()) == ink
    mark = ink.appearance()
    assert 0 < mark.width <= 150.1 and 0 < mark.height <= 50.1
    assert b"nan" not in mark.content and b"e-" not in mark.content
    for x, y in re.findall(rb"(-?[\d.]+) (-?[\d.]+) [mlc]\n", mark.content):
        assert -0.1 <= float(x) <= mark.width + 0.1 and -0.1 <= float(y) <= mark.height + 0.1


def test_a_harder_pressed_stroke_is_thicker():
    def widest(pressure: float) -> float:
        content = Ink.drawn([[(x, x % 7, x, pressure) for x in range(30)]]).appearance().content
        return max(float(width) for width in re.findall(rb"([\d.]+) w", content))

    assert widest(0.1) < widest(0.5) < widest(1.0)


@pytest.mark.parametrize("strokes", [[], [[]], [[(5, 5, 0, 0.5)]], [[(5, 5, 0, 0.5)], [(5, 5, 9, 0.5)]]])
def test_a_tap_is_no_signature(strokes):
    with pytest.raises(NeedsCorrection, match="ink_empty"):
        Ink.drawn(strokes)


def test_ink_is_seen_on_the_page(ink, paper, boxes, court, at):
    picture = shown(ink.appearance(), paper, boxes["clerk"], court, at)
    assert 0.03 < share_of(picture, lambda r, g, b: r + g + b < 200) < 0.5


def test_a_thumbprint_is_red_ridges_with_nothing_between(outlines, paper, boxes, court, at):
    picture = shown(thumb_appearance(practice_thumb("张", outlines)), paper, boxes["party:plaintiff"], court, at)
    assert 0.03 < share_of(picture, red) < 0.4
    # Where there is no ridge, what is under the mark stays.
    assert share_of(picture, lambda r, g, b: r + g + b > 740) > 0.4


def test_a_faint_photograph_still_shows_ridges(outlines):
    print_ = Image.open(io.BytesIO(practice_thumb("李", outlines)))
    faint = print_.point([150 + level // 4 for level in range(256)])
    written_ = io.BytesIO()
    faint.save(written_, "JPEG", quality=90)
    mark = thumb_appearance(written_.getvalue()).mask
    assert mark is not None
    laid = sum(8 - byte.bit_count() for byte in mark.bits) / (mark.width * mark.height)
    assert 0.1 < laid < 0.6


def test_the_thumbs_digest_is_that_of_its_own_bytes(outlines):
    image = practice_thumb("张", outlines)
    assert raw_digest(image).sha256 == hashlib.sha256(image).hexdigest()
    assert image == practice_thumb("张", outlines) != practice_thumb("李", outlines)


def test_a_picture_without_a_print_is_refused():
    blank = io.BytesIO()
    Image.new("L", (300, 300), 250).save(blank, "PNG")
    with pytest.raises(NeedsCorrection, match="thumb_empty"):
        thumb_appearance(blank.getvalue())
    for broken in (b"", b"GIF89a", blank.getvalue()[:60]):
        with pytest.raises(NeedsCorrection, match="thumb_unreadable"):
            thumb_appearance(broken)


def test_the_seal_is_42_millimetres_round_and_red(outlines, paper, boxes, court, at):
    seal = seal_appearance("山东省淄博市淄川区人民法院", outlines, practice=True)
    assert seal.width == seal.height == pytest.approx(42 * MILLIMETRE)
    picture = shown(seal, paper, boxes["seal"], court, at)
    assert 0.1 < share_of(picture, red) < 0.5
    # The ring goes around, the corners are empty.
    side, middle = picture.width - 1, picture.width // 2
    for x, y in ((middle, 3), (middle, side - 3), (3, middle), (side - 3, middle)):
        assert red(*picture.getpixel((x, y)))
    assert picture.getpixel((3, 3)) == (255, 255, 255)


def test_a_practice_seal_differs_from_a_real_one_in_its_middle(outlines, paper, boxes, court, at):
    pictures = [
        shown(seal_appearance("淄川区人民法院", outlines, practice=practice), paper, boxes["seal"], court, at)
        for practice in (True, False)
    ]
    # 演练 in its frame, in the lower half.
    boxes_ = [picture.crop((120, 250, 356, 400)) for picture in pictures]
    assert share_of(boxes_[0], red) > 0.2 > share_of(boxes_[1], red)


def test_a_rare_character_is_drawn_and_an_unknown_one_refused(outlines, paper, boxes, court, at):
    # U+2C456, in the name of the README's farmer, is in no face but the rare ones.
    picture = shown(written("张𬱖", outlines), paper, boxes["judge"], court, at)
    assert share_of(picture, lambda r, g, b: r + g + b < 200) > 0.03
    with pytest.raises(NeedsCorrection, match="glyph_missing") as refusal:
        written("\U000f0000", outlines)
    assert refusal.value.details["character"] == "\U000f0000"


def test_a_file_that_is_no_font_is_refused(tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    with pytest.raises(Exception, match="font_unusable"):
        Outlines([tmp_path / "broken.ttf"]).glyph("张")


def test_a_mark_fills_its_place_without_being_stretched():
    scale, left, bottom = fitted(Appearance(100, 50, b""), 50, 100)
    assert (scale, left, bottom) == (0.5, 0, 37.5)


def test_two_marks_side_by_side_are_one(ink, outlines):
    thumb = thumb_appearance(practice_thumb("张", outlines))
    both = beside(ink.appearance(), thumb)
    assert both.width == pytest.approx(ink.appearance().width + thumb.width + 4)
    assert both.mask == thumb.mask
    assert Appearance.from_bytes(both.to_bytes()) == both
    with pytest.raises(ValueError, match="two_masks"):
        beside(thumb, thumb)


def test_a_mask_has_whole_bytes_for_each_row():
    with pytest.raises(ValueError, match="mask_bits"):
        Mask(9, 2, b"\x00\x00\x00")
