"""Prints papers page by page as pictures of 300 dots per inch, exactly as the preview shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.documents.preview import page_image

DOTS_PER_INCH = 300
A4_WIDTH_INCHES = 8.27


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


def print_set(papers: Sequence[bytes], copies: int, parent: QWidget, *, duplex: bool = True) -> bool:
    """Asks for the printer, then prints the papers in one go; False where the officer changed their mind."""
    printer = printer_for(copies, duplex=duplex)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint(papers, printer, duplex=duplex)
    return True


def paint(papers: Sequence[bytes], printer: QPrinter, *, duplex: bool) -> int:
    """All pages of all papers are on the printer, each paper on a sheet of its own; gives how many pages.

    With ``duplex``, a paper that ends on a front page is followed by an empty back.
    """
    width = round(A4_WIDTH_INCHES * DOTS_PER_INCH)
    painter = QPainter(printer)
    painted = 0
    for pdf in papers:
        if duplex and painted % 2:
            printer.newPage()
            painted += 1
        number, pages = 0, 1
        while number < pages:
            if painted:
                printer.newPage()
            image = page_image(pdf, number, width)
            pages = image.pages
            picture = QImage(image.rgb, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888)
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
            number += 1
            painted += 1
    painter.end()
    return painted
