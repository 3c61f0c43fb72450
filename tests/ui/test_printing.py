"""Printing: every page at full size, each paper on a sheet of its own, on both sides or on one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.documents.fonts import FontSet
from app.documents.samples import sample_paper, trial_page
from app.documents.template import load
from ui.documents.printing import paint, printer_for

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def one_page() -> bytes:
    return sample_paper(load("summons"), fonts=FontSet.find()).pdf


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    return trial_page(fonts=FontSet.find()).pdf


def printed(papers: list[bytes], into: Path, *, duplex: bool) -> list[float]:
    """The papers printed to a file; gives for each page which part of it is ink."""
    printer = printer_for(1, duplex=duplex)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(into))
    painted = paint(papers, printer, duplex=duplex)
    made = pypdfium2.PdfDocument(into)
    assert len(made) == painted
    ink = []
    for page in made:
        assert (page.get_width(), page.get_height()) == pytest.approx((595.3, 841.9), abs=1)
        grey = page.render(scale=0.5).to_pil().convert("L")
        ink.append(sum(grey.histogram()[:128]) / (grey.width * grey.height))
    made.close()
    return ink


def test_a_printer_is_asked_for_as_many_copies_as_wanted() -> None:
    assert printer_for(7, duplex=True).copyCount() == 7


def test_on_one_side_pages_follow_each_other(tmp_path: Path, one_page: bytes, two_pages: bytes) -> None:
    ink = printed([one_page, two_pages, one_page], tmp_path / "one.pdf", duplex=False)
    assert len(ink) == 4 and all(share > 0.0001 for share in ink)


def test_on_both_sides_no_paper_begins_on_the_back_of_another(
    tmp_path: Path, one_page: bytes, two_pages: bytes
) -> None:
    ink = printed([one_page, two_pages, one_page, one_page], tmp_path / "both.pdf", duplex=True)
    assert [share > 0.0001 for share in ink] == [True, False, True, True, True, False, True]


def test_a_printed_page_keeps_its_measures(tmp_path: Path, two_pages: bytes) -> None:
    """The first line of the trial page's back begins 37 mm under the paper's edge and 28 mm from its left."""
    printed([two_pages], tmp_path / "trial.pdf", duplex=False)
    command = ["pdftoppm", "-r", "254", "-f", "2", "-l", "2", "-gray", "trial.pdf", "page"]
    subprocess.run(command, cwd=tmp_path, check=True)
    from PIL import Image

    with Image.open(next(tmp_path.glob("page*.pgm"))) as picture:
        left, top, _, _ = picture.point(lambda value: 255 if value < 100 else 0).getbbox() or (0, 0, 0, 0)
    # Ten pixels a millimetre; 三号 glyphs stand in the middle of their 10.2 mm lines.
    assert 270 <= left <= 300 and 370 <= top <= 410
