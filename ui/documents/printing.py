"""Prints a paper page by page as pictures of 300 dots per inch, exactly as the preview shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.documents.preview import page_image

DOTS_PER_INCH = 300
A4_WIDTH_INCHES = 8.27


def print_pdf(pdf: bytes, copies: int, parent: QWidget) -> bool:
    """Asks for the printer, then prints; False where the officer changed their mind."""
    return print_set([pdf], copies, parent)


def print_set(papers: Sequence[bytes], copies: int, parent: QWidget) -> bool:
    """As ``print_pdf``, for several papers in one go, such as all that one party is handed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setDocName("Xunhui")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint(papers, printer)
    return True


def paint(papers: Sequence[bytes], printer: QPrinter) -> int:
    """All pages of all papers are on the printer, each paper on a sheet of its own; gives how many pages."""
    width = round(A4_WIDTH_INCHES * DOTS_PER_INCH)
    painter = QPainter(printer)
    painted = 0
    for pdf in papers:
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
