"""A paper as an editable Word file from the same blocks as its PDF, marked 草稿: to revise words, never to issue."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from math import ceil
from string import Formatter
from typing import Any

import segno
from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Line

from app.cases.court import read_court
from app.desk import Desk
from app.documents import blocks as blocks_of
from app.documents.blocks import (
    Block,
    Checks,
    Cut,
    DateLine,
    OfficerLine,
    PageBreak,
    Paragraph,
    Qr,
    SignBox,
    Stamp,
    Table,
    Turn,
)
from app.documents.layout import Layout, layout_of
from app.documents.service import composed
from app.documents.template import Template

DRAFT = "草稿"
FANG, TITLE, HEI, KAI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
_CELL_LINE = 1.15
_LONGEST_SPEAKER = 6  # characters; a longer speaker's name does not push the text further in
_TWIPS = 1440 / 25.4  # a millimetre
_FOOTER_TWIPS = 1446  # 版心 ends 35 mm above the edge, the number's line 7 mm below that: its foot is 25.5 mm up.
_MADE = datetime.datetime(2000, 1, 1)  # No clock: the same paper gives the same bytes.
_ZIP_TIME = (2000, 1, 1, 0, 0, 0)
_FACES = {"heading": HEI, "kai": KAI, "court": TITLE, "title": TITLE}
_NOT_INDENTED = ("court", "title", "number", "left", "center", "right", "note")
_ALIGNED = {
    "court": WD_ALIGN_PARAGRAPH.CENTER,
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "number": WD_ALIGN_PARAGRAPH.RIGHT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "note": WD_ALIGN_PARAGRAPH.LEFT,
}
_WATERMARK = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="{id}" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;'
    "margin-top:0;width:330pt;height:165pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
    f'<v:textpath style="font-family:&quot;{SONG}&quot;;font-size:1pt" string="{DRAFT}"/></v:shape></w:pict></w:r>'
)


def editable(desk: Desk, case: str | None, document: str, extra: Mapping[str, Any], *, made_on: str) -> bytes:
    """The paper as it would be issued, as a DOCX marked 草稿; nothing is written and nothing is signed.

    Refuses what ``preview`` refuses for a blank. Words changed in it go back by typing them into the case.
    """
    template, blanks = composed(desk, case, document, extra, made_on=made_on)
    return docx_of(template, blanks, read_court(desk.database).doc_layout)


def docx_of(template: Template, blanks: Mapping[str, Any], measures: Mapping[str, int] | None = None) -> bytes:
    """The DOCX of a template and its blanks on the court's ``doc_layout``: same input, same bytes."""
    layout = layout_of(template.layout, measures or {})
    paper = Document()
    body = paper.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    _page(paper.sections[0], layout)
    _styles(paper, layout)
    _draft_mark(paper)
    _page_numbers(paper, layout)
    blocks = blocks_of.parse(template.text(blanks))
    for block in blocks:
        _add(paper, block, layout)
    top = next(at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.style != "note")
    paper.paragraphs[top].paragraph_format.space_before = Pt(layout.pitch * layout.blank_above_title)
    about = paper.core_properties
    about.title, about.author, about.comments = f"{template.title}（{DRAFT}）", "", ""
    about.content_status, about.language = DRAFT, "zh-CN"
    about.created = about.modified = _MADE
    about.last_modified_by = ""
    out = io.BytesIO()
    paper.save(out)
    return _same_bytes(out.getvalue())


def _page(section: Section, layout: Layout) -> None:
    """A4, the text area of GB/T 9704 where the court has it on the sheet, and its grid of lines and characters."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    margins = section._sectPr.get_or_add_pgMar()
    top, left = layout.top_mm, layout.binding_mm
    for side, millimetres in (("top", top), ("bottom", 297 - 225 - top), ("left", left), ("right", 210 - 156 - left)):
        margins.set(qn(f"w:{side}"), str(round(millimetres * _TWIPS)))
    margins.set(qn("w:header"), "851")
    margins.set(qn("w:footer"), str(_FOOTER_TWIPS))
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(round(layout.pitch * 20)))
    # What a cell is wider or narrower than the glyph, in 1/4096 pt.
    grid.set(qn("w:charSpace"), str(round((layout.advance - layout.size) * 4096)))
    section._sectPr.append(grid)
    section.start_type = WD_SECTION.NEW_PAGE


def _styles(paper: Paper, layout: Layout) -> None:
    normal = paper.styles["Normal"]
    normal.font.size = Pt(layout.size)
    normal.font.name = FANG
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FANG)
    # Word and LibreOffice disagree about a grid of characters: lines and cells are also set exactly, beside the grid.
    properties = normal.element.get_or_add_rPr()
    closer = OxmlElement("w:spacing")
    closer.set(qn("w:val"), str(-ceil((layout.size - layout.advance) * 20)))
    properties.find(qn("w:sz")).addprevious(closer)
    free = OxmlElement("w:snapToGrid")
    free.set(qn("w:val"), "0")
    normal.element.get_or_add_pPr().append(free)
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = Pt(layout.pitch)


def _draft_mark(paper: Paper) -> None:
    """草稿 across every page and in its head, on odd and even pages."""
    section = paper.sections[0]
    paper.settings.odd_and_even_pages_header_footer = True
    for number, header in enumerate((section.header, section.even_page_header), start=1):
        header.is_linked_to_previous = False
        line = header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(line, f"{DRAFT}　仅供修改，不作文书使用", SONG, 10.5)
        line._p.append(parse_xml(_WATERMARK.replace("{id}", f"draft-{number}")))


def _page_numbers(paper: Paper, layout: Layout) -> None:
    """The layout's words in 四号宋体: right with a blank cell on odd pages, left with one on even pages."""
    section = paper.sections[0]
    right, left = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
    for footer, side in ((section.footer, right), (section.even_page_footer, left)):
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        line.alignment = side
        _cells(line, layout, **({"right": 1} if side == right else {"left": 1}))
        for words, name, _, _ in Formatter().parse(layout.page_number):
            _write(line, words, SONG, 14)
            if name is not None:
                _counted(line, _COUNTS[name])


_COUNTS = {"page": "PAGE", "pages": "NUMPAGES"}


def _counted(line: Line, field: str) -> None:
    """What the word processor counts by itself."""
    for kind, text in (("begin", None), (None, field), ("end", None)):
        run = line.add_run()
        _face(run, SONG, 14)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _add(paper: Paper, block: Block, layout: Layout) -> None:
    match block:
        case Paragraph():
            _paragraph(paper, block, layout)
        case Turn():
            line = paper.add_paragraph()
            hang = len(block.speaker) if 0 < len(block.speaker) <= _LONGEST_SPEAKER else 2
            _cells(line, layout, left=hang, hanging=hang if block.speaker else 0)
            _write(line, f"{block.speaker}{block.text}" if block.speaker else block.text, FANG, layout.size)
        case Table():
            _table(paper, block, layout)
        case Checks():
            line = paper.add_paragraph()
            _cells(line, layout, first=2)
            ticked = "　".join(f"{'☑' if mark else '☐'}{text}" for mark, text in block.items)
            _write(line, ticked, FANG, layout.size)
        case OfficerLine():
            post, gap = _spaced(block.post, layout.post_cells), "　" * layout.post_gap
            line = _closing(paper, layout.name_right, layout)
            _write(line, f"{post}{gap}{_spaced(block.name, 3)}", FANG, layout.size)
        case DateLine():
            _write(_closing(paper, layout.date_right, layout), block.text, FANG, layout.size)
        case Stamp():
            _write(_closing(paper, None, layout), block.text, SONG, layout.size)
        case SignBox():
            line = paper.add_paragraph()
            _write(line, f"{block.label}：＿＿＿＿＿＿＿＿", FANG, layout.size)
        case Cut():
            line = paper.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _write(line, f"┄┄┄┄┄┄┄┄　{block.text}　┄┄┄┄┄┄┄┄", FANG, layout.small_size)
        case PageBreak():
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case Qr():
            picture = io.BytesIO()
            segno.make(block.text, micro=False).save(picture, kind="png", scale=4, border=2)
            picture.seek(0)
            line = paper.add_paragraph()
            line.paragraph_format.line_spacing = 1.0
            line.add_run().add_picture(picture, width=Mm(30))
        case _:
            paper.add_paragraph()


def _paragraph(paper: Paper, block: Paragraph, layout: Layout) -> None:
    line = paper.add_paragraph()
    line.alignment = _ALIGNED.get(block.style, WD_ALIGN_PARAGRAPH.JUSTIFY)
    size = {"small": layout.small_size, "note": layout.note_size}.get(block.style, layout.size)
    text = block.text
    if block.style in ("court", "title"):
        size = layout.title_size
        line.paragraph_format.keep_with_next = True
    if block.style == "number":
        _cells(line, layout, right=layout.number_right)
    elif block.style not in _NOT_INDENTED:
        _cells(line, layout, first=2)
    if block.style == "heading":
        line.paragraph_format.keep_with_next = True
    _write(line, text, _FACES.get(block.style, FANG), size)


def _table(paper: Paper, block: Table, layout: Layout) -> None:
    table = paper.add_table(rows=len(block.rows), cols=len(block.widths))
    table.style = paper.styles["Table Grid"]
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    total = sum(block.widths)
    for column, share in enumerate(block.widths):
        width = Mm(156 * share / total)
        table.columns[column].width = width
        for cell in table.columns[column].cells:
            cell.width = width
    for at, row in enumerate(block.rows):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            place = table.cell(at, column)
            if cell.columns > 1 or cell.rows > 1:
                place = place.merge(table.cell(at + cell.rows - 1, column + cell.columns - 1))
            for number, text in enumerate(cell.text.split("\n")):
                line = place.paragraphs[0] if number == 0 else place.add_paragraph()
                line.paragraph_format.line_spacing = _CELL_LINE
                _write(line, text, HEI if block.header and at == 0 else FANG, layout.table_size)
    if block.header and block.rows:
        head = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(head)
    for drawn in table.rows:
        drawn._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _closing(paper: Paper, right: int | None, layout: Layout) -> Line:
    """A line of the closing: it stays with the next one, so that no page holds a date alone."""
    line = paper.add_paragraph()
    line.paragraph_format.keep_with_next = True
    if right is not None:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _cells(line, layout, right=right)
    return line


def _cells(line: Line, layout: Layout, **cells: int) -> None:
    """Indents in whole cells of the grid: ``first`` line, ``left``, ``right``, ``hanging``.

    Word goes by the cells; a program that knows none goes by the same in twips.
    """
    indent = line._p.get_or_add_pPr().get_or_add_ind()
    for side, count in cells.items():
        name = {"first": "firstLine"}.get(side, side)
        indent.set(qn(f"w:{name}Chars"), str(count * 100))
        indent.set(qn(f"w:{name}"), str(round(count * layout.advance * 20)))


def _write(line: Line, text: str, face: str, size: float) -> None:
    parts: Sequence[str] = text.split("\n")
    for number, part in enumerate(parts):
        run = line.add_run(part)
        _face(run, face, size)
        if number < len(parts) - 1:
            run.add_break()


def _face(run: Any, face: str, size: float) -> None:
    run.font.size = Pt(size)
    run.font.name = face
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)


def _spaced(text: str, cells: int) -> str:
    """审　判　员: a post or name over so many cells, as closings set them; only whole cells can be left blank here."""
    blank, left = divmod(cells - len(text), max(len(text) - 1, 1))
    return ("　" * blank).join(text) if blank > 0 and not left else text


def _same_bytes(raw: bytes) -> bytes:
    """The same file with the clock taken out of its zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            written.writestr(zipfile.ZipInfo(name, _ZIP_TIME), read.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
