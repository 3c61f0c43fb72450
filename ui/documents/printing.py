"""Prints papers page by page as sharp as an office printer goes, exactly as the preview shows them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.documents.preview import PageImage, page_image
from ui.i18n import tr
from ui.shell.office import Office

DOTS_PER_INCH = 600
_STRIP = 128  # rows of dots drawn at once: Qt packs what it draws while no other thread may run


class Asking(Protocol):
    """The page from which something is printed."""

    office: Office

    def window(self) -> QWidget: ...


def printer_here() -> bool:
    """Whether this machine knows a printer; without one a paper is saved as a file."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(copies: int, *, duplex: bool) -> QPrinter:
    """A printer set to so many copies, on both sides of the sheet (turned on its long edge) or on one."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if duplex else QPrinter.DuplexMode.DuplexNone)
    printer.setDocName("Xunhui")
    return printer


def print_set(papers: Sequence[bytes], copies: int, asking: Asking, *, duplex: bool = True) -> None:
    """Asks for the printer, then prints the papers in one go, while the window can be worked in.

    Says what went to the printer, or that there is none, or that it took nothing.
    """
    office = asking.office
    if not printer_here():
        office.tell(tr("这台电脑没有装打印机。"), tr("按 Ctrl+S 另存为 PDF，拿到有打印机的电脑上打印。"), kind="warn")
        return
    printer = printer_for(copies, duplex=duplex)
    dialog = QPrintDialog(printer, asking.window())
    # Saving gives the paper itself; a picture of it in a file helps nobody.
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return

    def done(pages: int) -> None:
        if pages:
            office.tell(tr("已交给打印机，每份 {pages} 页。").format(pages=pages), kind="good")
        else:
            office.tell(tr("打印机没有接收。"), tr("看看打印机是否开着、连着，再按 Ctrl+P。"), kind="problem")

    both_sides = printer.duplex() != QPrinter.DuplexMode.DuplexNone
    office.jobs.aside(partial(paint, duplex=both_sides), papers, printer, done=done)


def paint(papers: Sequence[bytes], printer: QPrinter, *, duplex: bool) -> int:
    """The pages of all papers, or those chosen of them, are on the printer; gives how many, 0 where it takes none.

    Each paper is on a sheet of its own: with ``duplex``, one that ends on a front page is followed by an empty back.
    May run on any thread.
    """
    _pass_through_memory()
    chosen = range(printer.fromPage() or 1, (printer.toPage() or 10**6) + 1)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    # Else Qt packs the page as a photograph, with a haze around each stroke.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    width, painted = round(printer.paperRect(QPrinter.Unit.DevicePixel).width()), 0
    for number, (pdf, place) in enumerate(_pages(papers, duplex=duplex), start=1):
        if number not in chosen:
            continue
        if painted:
            printer.newPage()
        if pdf:
            _draw(painter, page_image(pdf, place, width))
        painted += 1
    painter.end()
    return painted


def _pass_through_memory() -> None:
    """Qt hands a job to CUPS as a file in TMPDIR, in plain words: from now on that is no folder on a disk."""
    for folder in (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"):
        if folder and os.access(folder, os.W_OK | os.X_OK):
            os.environ["TMPDIR"] = folder
            return


def _pages(papers: Sequence[bytes], *, duplex: bool) -> Iterator[tuple[bytes, int]]:
    """Each page as its paper and place in it; an empty back has no paper."""
    count = 0
    for pdf in papers:
        if duplex and count % 2:
            yield b"", 0
            count += 1
        pages = page_image(pdf, 0, 1).pages
        yield from ((pdf, place) for place in range(pages))
        count += pages


def _draw(painter: QPainter, image: PageImage) -> None:
    """The picture dot for dot from the top left corner; what is white stays paper."""
    row = 3 * image.width
    for top in range(0, image.height, _STRIP):
        dots = image.rgb[top * row : (top + _STRIP) * row]
        if dots.count(b"\xff") < len(dots):
            rows = len(dots) // row
            strip = QImage(dots, image.width, rows, row, QImage.Format.Format_RGB888)
            painter.drawImage(QRectF(0, top, image.width, rows), strip)
