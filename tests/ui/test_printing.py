"""Printing: every page at full size, each paper on a sheet of its own, on both sides or on one."""

from __future__ import annotations

import ctypes
import os
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter

from app.documents.fonts import FontSet
from app.documents.samples import sample_paper, trial_page
from app.documents.template import load
from ui.documents.printing import paint, printer_for
from ui.jobs import Jobs

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def one_page() -> bytes:
    return sample_paper(load("summons"), fonts=FontSet.find()).pdf


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    return trial_page(fonts=FontSet.find()).pdf


def file_printer(into: Path, *, duplex: bool, dots: int) -> QPrinter:
    printer = printer_for(1, duplex=duplex)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(into))
    printer.setResolution(dots)
    return printer


def printed(papers: list[bytes], into: Path, *, duplex: bool, dots: int = 120) -> list[float]:
    """The papers printed to a file, coarsely where the dots don't matter; for each page which part of it is ink."""
    printer = file_printer(into, duplex=duplex, dots=dots)
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


def test_only_the_pages_that_were_chosen_are_printed(tmp_path: Path, two_pages: bytes) -> None:
    printer = file_printer(tmp_path / "chosen.pdf", duplex=False, dots=120)
    printer.setFromTo(2, 3)
    assert paint([two_pages, two_pages], printer, duplex=False) == 2
    first, second = pypdfium2.PdfDocument(two_pages), pypdfium2.PdfDocument(tmp_path / "chosen.pdf")
    # The back of the first paper, then the front of the second; they differ in their page number's side.
    assert [seen(second[at]) for at in (0, 1)] == [seen(first[at]) for at in (1, 0)]


def seen(page: pypdfium2.PdfPage) -> tuple[bool, bool]:
    """Whether ink stands in the left and in the right half of the page's foot."""
    grey = page.render(scale=1).to_pil().convert("L")
    foot = [grey.crop((at, 750, at + 250, 800)).getextrema()[0] for at in (60, 310)]
    return foot[0] < 200, foot[1] < 200


def test_a_page_is_printed_dot_for_dot_without_the_haze_of_a_photograph(tmp_path: Path, one_page: bytes) -> None:
    printed([one_page], tmp_path / "one.pdf", duplex=False, dots=printer_for(1, duplex=False).resolution())
    told = subprocess.run(["pdfimages", "-list", tmp_path / "one.pdf"], capture_output=True, text=True, check=True)
    rows = [row.split() for row in told.stdout.splitlines()[2:]]
    assert rows and all((row[8], row[12], row[13]) == ("image", "600", "600") for row in rows)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_found_out(tmp_path: Path, one_page: bytes) -> None:
    printer = file_printer(tmp_path / "no such folder" / "one.pdf", duplex=False, dots=120)
    assert paint([one_page], printer, duplex=False) == 0


def test_the_window_goes_on_while_a_paper_is_printed(qtbot: Any, tmp_path: Path, two_pages: bytes) -> None:
    jobs, printer = Jobs(), file_printer(tmp_path / "both.pdf", duplex=True, dots=300)
    ticks, painted = [0], list[int]()
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.__setitem__(0, ticks[0] + 1))
    clock.start(0)
    jobs.aside(partial(paint, duplex=True), [two_pages], printer, done=painted.append)
    qtbot.waitUntil(lambda: bool(painted), timeout=60000)
    jobs.stop()
    # A page of 3508 rows is drawn in 28 strips, and the window has its turn between any two.
    assert painted == [2] and ticks[0] > 28


def test_a_job_on_its_way_to_the_queue_lies_in_memory_and_not_on_a_disk(
    tmp_path: Path, one_page: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "run"
    memory.mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    printed([one_page], tmp_path / "one.pdf", duplex=False)
    # Where CUPS itself says that the file of a job would lie.
    name = ctypes.create_string_buffer(1024)
    os.close(ctypes.CDLL("libcups.so.2").cupsTempFd(name, len(name)))
    assert Path(name.value.decode()).parent == memory


def test_a_printed_page_keeps_its_measures(tmp_path: Path, two_pages: bytes) -> None:
    """The first line of the trial page's back begins 37 mm under the paper's edge and 28 mm from its left."""
    printed([two_pages], tmp_path / "trial.pdf", duplex=False, dots=300)
    command = ["pdftoppm", "-r", "254", "-f", "2", "-l", "2", "-gray", "trial.pdf", "page"]
    subprocess.run(command, cwd=tmp_path, check=True)
    from PIL import Image

    with Image.open(next(tmp_path.glob("page*.pgm"))) as picture:
        left, top, _, _ = picture.point(lambda value: 255 if value < 100 else 0).getbbox() or (0, 0, 0, 0)
    # Ten pixels a millimetre; 三号 glyphs stand in the middle of their 10.2 mm lines.
    assert 270 <= left <= 300 and 370 <= top <= 410
