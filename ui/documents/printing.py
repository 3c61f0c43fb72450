"""Prints a paper page by page as pictures of 300 dots per inch, exactly as the preview shows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.documents.pictures import page_image

DOTS_PER_INCH = 300
A4_WIDTH_INCHES = 8.27


def print_pdf(pdf: bytes, copies: int, parent: QWidget) -> bool:
    """Asks for the printer, then prints; False where the officer changed their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setDocName("Xunhui")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint(pdf, printer)
    return True


def paint(pdf: bytes, printer: QPrinter) -> int:
    """All pages are on the printer; gives how many."""
    width = round(A4_WIDTH_INCHES * DOTS_PER_INCH)
    painter = QPainter(printer)
    number, pages = 0, 1
    while number < pages:
        if number:
            printer.newPage()
        image = page_image(pdf, number, width)
        pages = image.pages
        picture = QImage(image.rgb, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888)
        target = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        painter.drawImage(target, picture)
        number += 1
    painter.end()
    return pages
