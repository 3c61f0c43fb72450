"""A paper as a Word file: the same words, the court's page, and no doubt that it is a draft."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn

from app.documents import template as templates
from app.documents.blocks import Table, parse
from app.documents.word import docx_of, editable
from app.errors import NeedsCorrection
from support.village import a_case, as_judge, new_desk


def opened(name: str) -> Paper:
    template = templates.load(name)
    return Document(io.BytesIO(docx_of(template, template.sample())))


def words(paper: Paper) -> str:
    texts = [line.text for line in paper.paragraphs]
    texts += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return re.sub(r"\s", "", "".join(texts))


def section_part(paper: Paper, name: str) -> dict[str, str]:
    part = paper.sections[0]._sectPr.find(qn(f"w:{name}"))
    assert part is not None
    return {key.rpartition("}")[2]: value for key, value in part.attrib.items()}


def test_the_page_is_that_of_gb_t_9704() -> None:
    paper = opened("civil_mediation_statement")
    margins = section_part(paper, "pgMar")
    # GB/T 9704-2012: 37, 35, 28, 26 mm; 22 lines of 28 characters of 16 pt on 156 × 225 mm.
    assert {side: margins[side] for side in ("top", "bottom", "left", "right")} == {
        "top": "2098",
        "bottom": "1984",
        "left": "1587",
        "right": "1474",
    }
    size = section_part(paper, "pgSz")
    assert (round(int(size["w"]) / 56.693), round(int(size["h"]) / 56.693)) == (210, 297)
    grid = section_part(paper, "docGrid")
    assert (grid["type"], grid["linePitch"]) == ("linesAndChars", "580")
    assert abs(16 + int(grid["charSpace"]) / 4096 - 15.79) < 0.01


def test_odd_and_even_pages_carry_their_number_on_the_outside() -> None:
    paper = opened("civil_judgment_ordinary")
    section = paper.sections[0]
    assert paper.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (2, 0)
    assert odd.text.replace(" ", "") == "——"
    assert "PAGE" in odd._p.xml and "PAGE" in even._p.xml
    assert odd.runs[0].font.size is not None and odd.runs[0].font.size.pt == 14


@pytest.mark.parametrize("name", ["civil_mediation_statement", "hearing_record", "certificate_of_service"])
def test_every_page_says_that_it_is_a_draft(name: str) -> None:
    paper = opened(name)
    section = paper.sections[0]
    for header in (section.header, section.even_page_header):
        assert header.paragraphs[0].text.startswith("草稿")
        assert 'string="草稿"' in header.paragraphs[0]._p.xml
    assert paper.core_properties.content_status == "草稿"


def test_title_number_and_body_are_set_as_a_court_paper() -> None:
    paper = opened("civil_mediation_statement")
    title = next(line for line in paper.paragraphs if line.text == "民事调解书")
    number = next(line for line in paper.paragraphs if line.text.startswith("（2026）"))
    body = next(line for line in paper.paragraphs if line.text.startswith("上述协议"))
    fonts = title.runs[0]._r.rPr.rFonts
    assert (title.alignment, title.runs[0].font.size.pt) == (1, 22)
    assert fonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    assert (number.alignment, number._p.pPr.ind.get(qn("w:rightChars"))) == (2, "200")
    assert body._p.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert body.runs[0].font.size.pt == 16
    assert body.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"


def test_lines_and_cells_are_set_exactly_for_programs_that_read_the_grid_otherwise() -> None:
    """225 mm in 22 lines are 28.99 pt; 156 mm in 28 cells 15.79 pt, four to five twips closer than 16 pt glyphs."""
    paper = opened("civil_mediation_statement")
    normal = paper.styles["Normal"]
    assert normal.paragraph_format.line_spacing.pt == pytest.approx(28.99, abs=0.05)
    assert normal.element.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"
    assert normal.element.pPr.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"
    body = next(line for line in paper.paragraphs if line.text.startswith("上述协议"))
    # Two cells of 15.79 pt are 632 twips.
    assert body._p.pPr.ind.get(qn("w:firstLine")) == "632"


def test_a_court_moves_the_text_area_on_the_sheet() -> None:
    template = templates.load("civil_mediation_statement")
    paper = Document(io.BytesIO(docx_of(template, template.sample(), {"top_mm": 35, "binding_mm": 26})))
    held = paper.sections[0]._sectPr.find(qn("w:pgMar"))
    # 35, 297 - 225 - 35, 26 and 210 - 156 - 26 mm.
    margins = [held.get(qn(f"w:{side}")) for side in ("top", "bottom", "left", "right")]
    assert margins == ["1984", "2098", "1474", "1587"]


def test_the_closing_keeps_together_and_spaces_its_names() -> None:
    paper = opened("civil_mediation_statement")
    closing = [line for line in paper.paragraphs if line.text.startswith(("审　", "二〇", "书　"))]
    # 法〔2016〕221号: two cells between the characters of a post, three to the name.
    assert [line.text[:10] for line in closing if "　" in line.text] == ["审　　判　　员　　　", "书　　记　　员　　　"]
    assert len(closing) == 3
    assert all(line.paragraph_format.keep_with_next for line in closing)


def test_merged_cells_stay_merged() -> None:
    name = "civil_judgment_tabular"
    template = templates.load(name)
    table = next(block for block in parse(template.text(template.sample())) if isinstance(block, Table))
    drawn = opened(name).tables[0]
    assert (len(drawn.rows), len(drawn.columns)) == (len(table.rows), len(table.widths))
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell is not None:
                assert drawn.cell(at, column).text == cell.text
                last = drawn.cell(at + cell.rows - 1, column + cell.columns - 1)
                assert last._tc is drawn.cell(at, column)._tc


def test_rare_characters_go_through_unharmed() -> None:
    assert "张𬱖" in words(opened("civil_mediation_statement"))


@pytest.mark.parametrize("name", templates.names())
def test_every_template_has_all_its_words_in_word(name: str) -> None:
    template = templates.load(name)
    said = words(opened(name))
    for block in parse(template.text(template.sample())):
        for text in _texts(block):
            assert re.sub(r"\s", "", text) in said


def _texts(block: object) -> list[str]:
    if isinstance(block, Table):
        return [cell.text.replace("\n", "") for row in block.rows for cell in row if cell is not None]
    text = getattr(block, "text", "")
    return [] if type(block).__name__ == "Qr" else [str(text).replace("\n", "")]


def test_the_same_paper_gives_the_same_bytes_without_a_clock() -> None:
    template = templates.load("hearing_record")
    one, other = docx_of(template, template.sample()), docx_of(template, template.sample())
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {2000}
        assert archive.testzip() is None


def test_a_case_gives_its_paper_as_word_and_writes_nothing(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    before = desk.journal.heads()
    blanks = {"terms": ["被告李喆于2026年4月20日前偿还原告张𬱖借款36000元。"], "effect": "on_receipt"}
    made = editable(
        desk, case, "civil_mediation_statement", {**blanks, "fee_borne_by": "defendant"}, made_on="2026-03-20"
    )
    assert "被告李喆于2026年4月20日前偿还原告张𬱖借款36000元" in words(Document(io.BytesIO(made)))
    assert desk.journal.heads() == before
    with pytest.raises(NeedsCorrection, match="blank_missing"):
        editable(desk, case, "civil_mediation_statement", {**blanks, "terms": []}, made_on="2026-03-20")
