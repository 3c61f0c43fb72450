"""What tests of typesetting share: the free fonts, a short way to set lines, and the words of a file as drawn."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from app.documents.blocks import parse
from app.documents.fonts import FontSet
from app.documents.layout import LAYOUTS
from app.documents.typeset import Typeset, typeset

AT = datetime.datetime(2026, 3, 20, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
Setter = Callable[..., Typeset]


@dataclass(frozen=True)
class Drawn:
    """A character with the origin of its glyph in pt from the bottom left of its page."""

    character: str
    page: int
    x: float
    y: float


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return FontSet.find(court_fonts=False)


@pytest.fixture
def set_lines(fonts: FontSet) -> Setter:
    """Sets template lines on a layout."""

    def setter(lines: str, layout: str = "statement", **options: object) -> Typeset:
        options.setdefault("made_at", AT)
        return typeset(parse(lines), LAYOUTS[layout], fonts=fonts, **options)  # type: ignore[arg-type]

    return setter


@pytest.fixture
def drawn() -> Callable[[bytes], list[Drawn]]:
    """Every character of a file with its origin, as another program (pdfium) sees them."""

    def see(pdf: bytes) -> list[Drawn]:
        seen = []
        document = pypdfium2.PdfDocument(pdf)
        for number, page in enumerate(document):
            text = page.get_textpage()
            from ctypes import byref, c_double

            for at in range(text.count_chars()):
                code = raw.FPDFText_GetUnicode(text.raw, at)
                x, y = c_double(), c_double()
                raw.FPDFText_GetCharOrigin(text.raw, at, byref(x), byref(y))
                if code > 32 and not raw.FPDFText_IsGenerated(text.raw, at):
                    seen.append(Drawn(chr(code), number, x.value, y.value))
        return seen

    return see


@pytest.fixture
def words() -> Callable[[bytes], str]:
    """The text of a file through its own ToUnicode maps, in drawing order, page numbers left out."""
    return _words


def _words(pdf: bytes) -> str:
    said = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            maps = {name: _map(font) for name, font in page.Resources.Font.items() if "/ToUnicode" in font}
            current: dict[int, str] = {}
            pieces = []
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator == "BT":
                    pieces.append("")
                elif operator == "Tf":
                    current = maps[str(instruction.operands[0])]
                elif operator == "TJ":
                    for item in instruction.operands[0]:
                        if isinstance(item, pikepdf.String):
                            codes = bytes(item)
                            pieces[-1] += "".join(
                                current[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
                            )
            said += [piece for piece in pieces if not re.fullmatch(r"— \d+ —|第 \d+ 页　共 \d+ 页", piece)]
    return "".join(said)


def _map(font: pikepdf.Object) -> dict[int, str]:
    text = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    return {
        int(code, 16): bytes.fromhex(value).decode("utf-16-be")
        for code, value in re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", text, re.MULTILINE)
    }
