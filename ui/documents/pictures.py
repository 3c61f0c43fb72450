"""Makes the picture of a page of a paper, off the GUI thread."""

from __future__ import annotations

import threading

import pypdfium2

from ui.widgets.preview import PageImage

# pdfium keeps global state and is not safe for two threads at once.
_ONE_AT_A_TIME = threading.Lock()


def page_image(pdf: bytes, page: int, width: int) -> PageImage:
    """The page as RGB rows without padding, ``width`` pixels wide; the last page where there is no such one."""
    with _ONE_AT_A_TIME:
        paper = pypdfium2.PdfDocument(pdf)
        try:
            # Without this, pdfium leaves out the marks of signatures, which are form fields.
            paper.init_forms()
            sheet = paper[min(page, len(paper) - 1)]
            bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True)
            stride, used = bitmap.stride, bitmap.width * bitmap.n_channels
            raw = bytes(bitmap.buffer)
            if bitmap.n_channels == 4:
                picture = bytearray(bitmap.width * bitmap.height * 3)
                for channel in range(3):
                    picture[channel::3] = raw[channel::4]
                rows = bytes(picture)
            else:
                rows = b"".join(raw[n * stride : n * stride + used] for n in range(bitmap.height))
            return PageImage(bitmap.width, bitmap.height, rows, len(paper))
        finally:
            paper.close()
