"""What is set can be read back, letter for letter, by our own eyes and by poppler's."""

from __future__ import annotations

import re
import subprocess

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from app.errors import NeedsCorrection

RARE = "张𬱖、龘家务村、犈字巷、㑇、䶮、𠮷、〇"


def poppler(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def bare(text: str) -> str:
    return re.sub(r"\s|— *\d+ *—", "", text)


def test_poppler_reads_back_every_character_with_rare_and_supplementary_ones(set_lines):
    text = (
        "原告" + RARE + "诉称：“被告2019年向其借款36,400.50元——至今……未还（有收条为证）”，%、℃、×、①、Green Farm。" * 20
    )
    assert bare(poppler(set_lines(text).pdf)) == bare(text)


def test_two_characters_that_share_a_glyph_stay_two_characters(set_lines, words):
    assert words(set_lines("@left ⼀一\u00a0 ⾦金").pdf) == "⼀一\u00a0 ⾦金"


def test_compatibility_characters_are_not_replaced_by_their_plain_twins(set_lines, words):
    assert words(set_lines("@left 凉\uf979").pdf) == "凉\uf979"


chinese = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
latin = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
marks = st.sampled_from("，。、；：？！（）《》“”‘’…—·〇①×℃￥𬱖𠮷龘犈")


@given(st.text(st.one_of(chinese, latin, marks), min_size=1, max_size=400))
@settings(max_examples=40)
def test_any_text_is_set_without_loss(set_lines, words, text):
    hidden = text.translate({ord("@"): "\ue000", ord("|"): "\ue001"})
    assert bare(words(set_lines(f"@left {hidden}").pdf)) == bare(text)


@given(st.text(st.one_of(chinese, latin, marks), min_size=1, max_size=900))
@settings(max_examples=20)
def test_any_cell_text_is_set_without_loss(set_lines, words, text):
    hidden = text.translate({ord("@"): "\ue000", ord("|"): "\ue001", ord("<"): "\ue004", ord("^"): "\ue005"})
    lines = f"@table 20 80\n@row 事实 | {hidden}\n@end"
    assert sorted(bare(words(set_lines(lines, "form").pdf))) == sorted(bare("事实" + text))


def test_a_character_that_no_font_has_is_refused_by_name_and_place(set_lines):
    with pytest.raises(NeedsCorrection) as refused:
        set_lines("原告\U0001fae0甲")
    assert refused.value.code == "glyph_missing"
    assert refused.value.details["character"] == "\U0001fae0" and "原告" in str(refused.value.details["where"])


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\u202e", "\u2067", "א", "ع", "\ud800", "a\u0489"])
def test_control_signs_and_right_to_left_writing_are_refused(set_lines, sign):
    with pytest.raises(NeedsCorrection) as refused:
        set_lines(f"原告{sign}甲")
    assert refused.value.code in {"character_not_allowed", "glyph_missing"}


def test_invisible_joiners_are_left_out_and_an_accent_joins_its_letter(set_lines, words):
    assert words(set_lines("@left 原\u200b告\ufeffma\u0301").pdf) == "原告má"


GB_18030_LEVEL_3 = [
    *range(0x4E00, 0x9FEF + 1), *range(0x3400, 0x4DB5 + 1), *range(0x20000, 0x2A6D6 + 1), *range(0x2A700, 0x2B734 + 1),
    *range(0x2B740, 0x2B81D + 1), *range(0x2B820, 0x2CEA1 + 1), *range(0x2CEB0, 0x2EBE0 + 1),
    0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29,
]  # fmt: skip
"""The ideographs of GB 18030-2022, level 3, which holds the 8105 of 通用规范汉字表: the standard counts 87,887."""


@pytest.mark.parametrize("role", ["fang", "title", "hei", "kai", "song"])
def test_the_fonts_hold_every_ideograph_of_gb_18030(fonts, role):
    assert len(GB_18030_LEVEL_3) == 87_887
    assert fonts.covers("".join(map(chr, GB_18030_LEVEL_3)), role) is None


def test_rare_names_have_ink_in_every_character(set_lines):
    """Of each hundredth ideograph outside the basic block, pdfium draws something."""
    rare = [chr(code) for code in GB_18030_LEVEL_3 if code > 0xFFFF][::100]
    table = "@table 25 25 25 25\n" + "".join(
        f"@row {' | '.join(rare[at : at + 4])}\n" for at in range(0, len(rare) // 4 * 4, 4)
    )
    made = set_lines(table + "@end", "form")
    document = pypdfium2.PdfDocument(made.pdf)
    seen, empty = 0, []
    for page in document:
        picture = page.render(scale=2).to_pil().convert("L")
        text = page.get_textpage()
        for at in range(text.count_chars()):
            # pdfium tells such a character as two surrogates at one place.
            if not 0xD800 <= raw.FPDFText_GetUnicode(text.raw, at) <= 0xDBFF:
                continue
            seen += 1
            left, bottom, right, top = (round(2 * edge) for edge in text.get_charbox(at, loose=True))
            if picture.crop((left, picture.height - top, right, picture.height - bottom)).getextrema()[0] > 128:
                empty.append(at)
    assert seen == len(rare) // 4 * 4 and empty == []
