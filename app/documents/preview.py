"""Pictures of a paper's pages, from the same bytes that are printed and signed."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class PageImage:
    """One page as raw pixels: ``stride`` bytes a row, three bytes a pixel (red, green, blue)."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the paper has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_image(pdf: bytes, page: int, scale: float = 1.0) -> PageImage:
    """Page ``page`` (from 0) at ``scale`` pixels a point, with its signatures and seal drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()
        bitmap = document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()
