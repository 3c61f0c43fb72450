"""Draws every template's sample, page by page and named, on one PDF (and PNG sheets), for a person to look through.

Run: python packaging/contact_sheet.py OUT [NAME …]   (OUT: a folder; NAME: only these templates)
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.clock import BEIJING
from app.documents import template as templates
from app.documents.fonts import FontSet
from app.documents.preview import page_image
from app.documents.reference import Reference, goes_out
from app.documents.render import render
from app.errors import Refusal

COLUMNS, ROWS = 4, 2
WIDTH = 506  # pixels of a page
GAP, CAPTION = 12, 26
MADE_AT = datetime.datetime(2026, 3, 20, 9, 0, tzinfo=BEIJING)
SHEETS = "templates.pdf"
RECORD = "paper-" + 20 * "0"


def pages(names: Sequence[str], fonts: FontSet) -> Iterator[tuple[str, Image.Image]]:
    """Each page of each sample with its caption; a template that cannot be set gives one page that says why."""
    for name in names:
        template = templates.load(name)
        try:
            sample = template.sample()
            reference = Reference(RECORD, sample["court"]["name"], template.title) if goes_out(template) else None
            made = render(template, sample, fonts=fonts, made_at=MADE_AT, reference=reference)
        except Refusal as refusal:
            blank = Image.new("RGB", (WIDTH, round(WIDTH * 297 / 210)), "mistyrose")
            yield f"{name}: {refusal.code}", blank
            continue
        for number in range(made.pages):
            drawn = page_image(made.pdf, number, WIDTH)
            yield f"{name} {number + 1}/{made.pages}", Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)


def sheets(drawn: Sequence[tuple[str, Image.Image]]) -> Iterator[Image.Image]:
    """The pages, so many on a sheet, each framed and named."""
    width = max(picture.width for _, picture in drawn)
    height = max(picture.height for _, picture in drawn)
    step_x, step_y = width + GAP, height + GAP + CAPTION
    font = ImageFont.load_default(15)
    for first in range(0, len(drawn), COLUMNS * ROWS):
        part = drawn[first : first + COLUMNS * ROWS]
        sheet = Image.new("RGB", (COLUMNS * step_x + GAP, ROWS * step_y + GAP), "gainsboro")
        pen = ImageDraw.Draw(sheet)
        for place, (caption, picture) in enumerate(part):
            x, y = GAP + place % COLUMNS * step_x, GAP + place // COLUMNS * step_y
            pen.text((x, y), caption, fill="black", font=font)
            sheet.paste(picture, (x, y + CAPTION))
            pen.rectangle((x, y + CAPTION, x + picture.width - 1, y + CAPTION + picture.height - 1), outline="gray")
        yield sheet


def main(arguments: Sequence[str]) -> int:
    """Writes ``templates.pdf`` and ``sheet-<n>.png``; 1 where a template could not be set."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    known = templates.names()
    if unknown := sorted(set(arguments[1:]) - set(known)):
        print("no such template: " + ", ".join(unknown))
        return 2
    drawn = list(pages(list(arguments[1:]) or known, FontSet.find()))
    made = list(sheets(drawn))
    for number, sheet in enumerate(made, start=1):
        sheet.save(out / f"sheet-{number:02d}.png", optimize=True)
    book = pypdfium2.PdfDocument.new()
    for number, sheet in enumerate(made, start=1):
        # The PDF holds the sheets as JPEG: it is for looking, not for measuring.
        path = out / f"sheet-{number:02d}.jpg"
        sheet.save(path, quality=85)
        picture = pypdfium2.PdfImage.new(book)
        picture.load_jpeg(path, inline=True)
        width, height = picture.get_px_size()
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width * 0.5, height * 0.5))
        page = book.new_page(width * 0.5, height * 0.5)
        page.insert_obj(picture)
        page.gen_content()
        path.unlink()
    book.save(out / SHEETS)
    book.close()
    failed = [caption for caption, _ in drawn if ": " in caption]
    print(f"{len(drawn)} pages of {len(arguments[1:]) or len(known)} templates on {len(made)} sheets in {out}")
    for caption in failed:
        print(caption)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
