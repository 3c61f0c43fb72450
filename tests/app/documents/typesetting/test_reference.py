"""The code of a paper that goes out: an outside reader finds the paper's record, and nothing else on it moves."""

from __future__ import annotations

import datetime
import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.documents.reference import Reference, goes_out, reference_in
from app.documents.render import render
from app.documents.template import load, names
from app.documents.typeset import Typeset
from support.verapdf import broken_rules

AT = datetime.datetime(2026, 3, 20, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
MM = 72 / 25.4
RECORD = "paper-0123456789abcdef0123"
REFERENCE = Reference(RECORD, "山东省淄博市淄川区人民法院", "民事调解书", "（2026）鲁0302民初9001号之一", practice=True)
WORDS = f"""山东省淄博市淄川区人民法院（演练）
（2026）鲁0302民初9001号之一
民事调解书
文书编号 {RECORD}
凭此编号可向本院核验"""


def made(fonts: Any, reference: Reference | None, **options: Any) -> Typeset:
    template = load("civil_mediation_statement")
    return render(template, template.sample(), fonts=fonts, made_at=AT, reference=reference, **options)


def poppler(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def read_at_300_dpi(pdf: bytes, page: int, folder: Path) -> list[str]:
    """What zbar reads on the page as a 300 dpi printer would put it on paper."""
    subprocess.run(
        ["pdftoppm", "-r", "300", "-mono", "-f", str(page), "-l", str(page), "-", "page"],
        input=pdf, cwd=folder, check=True,
    )  # fmt: skip
    picture = next(folder.glob("page*.pbm"))
    done = subprocess.run(["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", str(picture)], capture_output=True)
    picture.unlink()
    return [done.stdout.decode().removesuffix("\n")] if done.returncode == 0 else []


def test_an_outside_reader_reads_whose_paper_it_is_from_the_first_page_alone(fonts, tmp_path):
    pdf = made(fonts, REFERENCE).pdf
    assert read_at_300_dpi(pdf, 1, tmp_path) == [WORDS]
    assert read_at_300_dpi(pdf, 2, tmp_path) == []


@pytest.mark.parametrize("measures", [{"top_mm": 25, "binding_mm": 20}, {"top_mm": 47, "binding_mm": 34}])
def test_the_code_stays_on_the_sheet_and_off_the_text_where_a_court_moves_its_text(fonts, tmp_path, measures):
    pdf = made(fonts, REFERENCE, measures=measures).pdf
    assert read_at_300_dpi(pdf, 1, tmp_path) == [WORDS]
    left, low, right, high = code_of(pdf)
    # ISO/IEC 18004 wants four squares empty around it; here four millimetres, and five to the edge of the sheet.
    assert low >= (297 - measures["top_mm"] + 4) * MM - 0.1 and high <= (297 - 5) * MM + 0.1
    assert right == pytest.approx((measures["binding_mm"] + 156) * MM, abs=0.1)
    assert right - left == pytest.approx(high - low, abs=0.1)


def code_of(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, low, right and high edge of the squares on the first page, in pt, its moved origin counted in."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        moved, boxes = [0.0, 0.0], []
        for one in pikepdf.parse_content_stream(document.pages[0]):
            operands = [float(each) for each in one.operands] if str(one.operator) in ("cm", "re") else []
            if str(one.operator) == "cm":
                moved = operands[4:]
            elif str(one.operator) == "re":
                boxes.append((operands[0], operands[1], operands[0] + operands[2], operands[1] + operands[3]))
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts) + moved[0], min(lows) + moved[1], max(rights) + moved[0], max(highs) + moved[1]


def test_a_reference_moves_no_word_and_adds_none(fonts):
    assert poppler(made(fonts, REFERENCE).pdf) == poppler(made(fonts, None).pdf)


def test_a_paper_with_a_code_is_pdfa_2u_and_the_same_bytes_each_time(fonts, tmp_path):
    paper = tmp_path / "statement.pdf"
    paper.write_bytes(made(fonts, REFERENCE).pdf)
    assert broken_rules([paper]) == {paper: []}
    assert made(fonts, REFERENCE).pdf == paper.read_bytes()


def test_the_file_names_the_record_that_its_code_names(fonts):
    with pikepdf.open(io.BytesIO(made(fonts, REFERENCE).pdf)) as paper:
        assert paper.open_metadata()["dc:identifier"] == f"xunhui:{RECORD}"
        assert reference_in(bytes(paper.Root.Metadata.read_bytes())) == RECORD
    with pikepdf.open(io.BytesIO(made(fonts, None).pdf)) as paper:
        assert reference_in(bytes(paper.Root.Metadata.read_bytes())) is None


def test_a_reference_that_is_none_is_not_taken_for_one():
    for forged in (b"xunhui:paper-12", b"xunhui:paper-0123456789abcdef0123/../..", b"other:paper-0123456789abcdef0123"):
        assert reference_in(b"<dc:identifier>" + forged + b"</dc:identifier>") is None


def test_what_is_sealed_and_handed_out_carries_a_code_and_nothing_else_does():
    out = {name for name in names() if goes_out(load(name))}
    assert {
        "civil_judgment_ordinary", "ruling_withdrawal_granted", "civil_mediation_statement", "acceptance_notice",
        "fee_notice", "summons", "decision", "judicial_suggestion", "ruling_judicial_confirmation",
    } <= out  # fmt: skip
    assert not out & {
        "hearing_record", "mediation_agreement", "certificate_of_service", "civil_complaint", "sealing_log",
        "dossier_cover", "deliberation_record", "electronic_service_proof",
    }  # fmt: skip
