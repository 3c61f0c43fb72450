"""The file: PDF/A-2u by veraPDF's word, the same bytes each time, ready for signatures, quick to make."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pikepdf
import pytest

from app.documents.blocks import Checks, Paragraph, Qr, SignBox, Table, parse
from app.documents.preview import page_image
from app.documents.render import render
from app.documents.template import load, names
from support.effort import lines_run
from support.verapdf import broken_rules

AT = datetime.datetime(2026, 3, 20, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
EVERYTHING = """@court 山东省淄博市淄川区人民法院
@title 民事调解书
@number （2026）鲁0302民初9001号
原告：张𬱖，住龘家务村。
@heading 一、标题
@kai 楷体字样
@small 小字
@note 注
@turn 审：| 现在开庭。
@table 30 70 header
@row 名称 | 件数
@row 借条 | 1
@end
@check [x] 是 ; [ ] 否
@qr https://example.org/验
@cut 存根
@sign party:plaintiff | 原告
@thumb party:plaintiff | 捺印
@officer 审判员 | 林正和
@date 二〇二六年三月二十日
@stamp 本件与原本核对无异
@officer 书记员 | 周敏
"""


@pytest.fixture(scope="module")
def samples(fonts, tmp_path_factory) -> dict[str, Path]:
    """Every template's sample as a file."""
    folder, made = tmp_path_factory.mktemp("samples"), {}
    for name in names():
        template = load(name)
        made[name] = folder / f"{name}.pdf"
        made[name].write_bytes(render(template, template.sample(), fonts=fonts, made_at=AT).pdf)
    return made


def test_every_paper_is_pdfa_2u(set_lines, samples, fonts, tmp_path):
    drafts = []
    for name in ("civil_mediation_statement", "hearing_record", "summons"):
        template = load(name)
        drafts.append(tmp_path / f"{name}-draft.pdf")
        drafts[-1].write_bytes(render(template, template.sample(), fonts=fonts, made_at=AT, draft=True).pdf)
    everything = tmp_path / "everything.pdf"
    title = "甲 & <乙>（)\\"
    everything.write_bytes(set_lines(EVERYTHING, page_sign=["party:plaintiff"], draft=True, title=title).pdf)
    verdicts = broken_rules([*samples.values(), *drafts, everything])
    assert {path.name: rules for path, rules in verdicts.items() if rules} == {}
    with pikepdf.open(everything) as paper:
        assert paper.docinfo["/Title"] == title and paper.open_metadata()["dc:title"] == title


def test_poppler_reads_every_sample_word_for_word(samples):
    """What the template says comes out of pdftotext, in order, and nothing else but the page numbers.

    Where a page also has places to sign, or names the paper that they sign, all that is said is there.
    """
    in_order = 0
    for name, path in samples.items():
        template = load(name)
        told = _bare("".join(text for block in parse(template.text(template.sample())) for text in _said(block)))
        done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
        read = _bare(re.sub(r"^— \d+ —$", "", done.stdout.decode("utf-8").replace("\f", "\n"), flags=re.MULTILINE))
        if template.record_sign_each_page or "签名页（接上页）" in read:
            assert not Counter(told) - Counter(read), name
        else:
            assert read == told, name
            in_order += 1
    assert in_order > 100


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _said(block: object) -> Iterator[str]:
    """Every text of a block, however deep it lies in it."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple):
        for part in block:
            yield from _said(part)
    elif isinstance(block, SignBox):
        yield block.label
    elif isinstance(block, Checks):
        yield from ("☑" + text if ticked else "□" + text for ticked, text in block.items)
    elif isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table):
        yield from _said(block.rows)
    elif is_dataclass(block) and not isinstance(block, Qr):
        yield from _said(tuple(getattr(block, part.name) for part in fields(block)))


def test_the_same_paper_has_the_same_bytes(fonts):
    template = load("civil_mediation_statement")
    one, two = (render(template, template.sample(), fonts=fonts, made_at=AT) for _ in range(2))
    other = render(template, template.sample(), fonts=fonts, made_at=AT + datetime.timedelta(seconds=1))
    assert one == two
    assert one.pdf != other.pdf


def test_every_font_is_embedded_as_a_subset(fonts):
    template = load("civil_mediation_statement")
    pdf = render(template, template.sample(), fonts=fonts, made_at=AT).pdf
    listed = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, text=False, check=True).stdout.decode()
    rows = [row.split() for row in listed.splitlines()[2:]]
    assert rows and all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows), listed
    assert len(pdf) < 200_000


def test_a_draft_says_so_on_each_page_and_the_issued_paper_does_not(set_lines, words):
    text = "审" * 1500
    assert words(set_lines(text, draft=True).pdf).count("草稿") == 3
    assert "草稿" not in words(set_lines(text).pdf)


def test_signatures_can_be_appended_and_the_paper_stays_a_prefix(fonts, tmp_path):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    template = load("civil_mediation_statement")
    made = render(template, template.sample(), fonts=fonts, made_at=AT)
    seal = next(box for box in made.boxes if box.id == "seal")
    writer = IncrementalPdfFileWriter(io.BytesIO(made.pdf))
    corners = (seal.x, seal.y, seal.x + seal.width, seal.y + seal.height)
    append_signature_field(writer, SigFieldSpec("seal", on_page=seal.page, box=tuple(map(int, corners))))
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(made.pdf)
    with pikepdf.open(io.BytesIO(out.getvalue())) as paper:
        assert len(paper.Root.AcroForm.Fields) == 1


def test_the_preview_is_the_page_itself(fonts):
    template = load("summons")
    image = page_image(render(template, template.sample(), fonts=fonts, made_at=AT).pdf, 0, 601)
    # A4 is 210 × 297 mm; rows have no padding, and there is ink on the paper.
    assert (image.width, image.pages) == (601, 1) and abs(image.height - 601 * 297 / 210) <= 1
    assert len(image.rgb) == 3 * image.width * image.height and min(image.rgb) < 64 and max(image.rgb) == 255


def test_a_record_of_many_turns_takes_work_in_proportion(set_lines):
    def effort(turns: int) -> int:
        lines = "".join(f"@turn 原：| 第{at}次陈述，被告欠款未还，有借条为证，请求判令还款。\n" for at in range(turns))
        return lines_run(lambda: set_lines(lines, "record"))

    effort(10)
    assert effort(800) < 8.8 * effort(100)


def test_closings_without_text_between_them_take_work_in_proportion(set_lines):
    def effort(closings: int) -> int:
        return lines_run(lambda: set_lines("@officer 审判员 | 某某\n@title 附\n" * closings))

    effort(10)
    assert effort(400) < 5 * effort(100)
