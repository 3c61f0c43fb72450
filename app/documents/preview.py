"""Pictures of a paper's pages, from the same bytes that are printed and signed."""

from __future__ import annotations

import threading
from dataclasses import dataclass

# pdfium keeps global state and is not safe for two threads at once.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class PageImage:
    """A page as raw RGB bytes, rows without padding, and how many ``pages`` the paper has."""

    width: int
    height: int
    rgb: bytes
    pages: int


def page_image(pdf: bytes, page: int, width: int) -> PageImage:
    """Page ``page`` (from 0; at most the last one), ``width`` pixels wide, with its signatures and seal drawn."""
    import pypdfium2  # a window that shows no paper opens sooner

    with _ONE_AT_A_TIME:
        paper = pypdfium2.PdfDocument(pdf)
        try:
            # Without this, pdfium leaves out the marks of signatures, which are form fields.
            paper.init_forms()
            sheet = paper[min(page, len(paper) - 1)]
            bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, prefer_bgrx=False)
            raw, stride, used = bytes(bitmap.buffer), bitmap.stride, bitmap.width * 3
            rgb = raw if stride == used else b"".join(raw[at : at + used] for at in range(0, len(raw), stride))
            return PageImage(bitmap.width, bitmap.height, rgb, len(paper))
        finally:
            paper.close()
