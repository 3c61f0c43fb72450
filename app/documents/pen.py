"""Draws lines of glyphs, rules and boxes on pages, and remembers where the signatures go."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.characters import BLANK_LEFT, BLANK_RIGHT, SPACE, TICK_BOX, halves, kind, printable
from app.documents.embed import EmbeddedFont
from app.documents.fonts import FontSet, Role
from app.documents.layout import PAGE_HEIGHT, PAGE_WIDTH
from app.documents.linebreak import Glyph, Line
from app.documents.pdfa import PaperFile
from app.documents.sfnt import FontFile
from app.errors import NeedsCorrection

ASCENT = 0.86  # of the em above the baseline, so that a glyph stands in the middle of its line
_HALF_EM = 500


@dataclass(frozen=True)
class Box:
    """A place for a signature, thumbprint or seal; ``page`` counts from 0, the rest is pt from the bottom left."""

    id: str
    page: int
    x: float
    y: float
    width: float
    height: float


class _Glyphs(dict[str, Glyph]):
    """Glyphs of one role, made when first asked for."""

    def __init__(self, pen: Pen, role: Role) -> None:
        super().__init__()
        self._pen = pen
        self._role = role

    def __missing__(self, character: str) -> Glyph:
        made = self[character] = self._pen.make(character, self._role)
        return made


class Pen:
    """A paper in the making; nothing on it depends on the time or the machine, only on text and fonts."""

    def __init__(self, fonts: FontSet, moved: tuple[float, float] = (0, 0)) -> None:
        """``moved``: how far right and up of the standard's place all is drawn, in pt."""
        self._file = PaperFile()
        self._fonts = fonts
        self._embedded: dict[FontFile, EmbeddedFont] = {}
        self._tables: dict[Role, _Glyphs] = {}
        self._moved = moved
        self._code: list[str] = []
        self._begin_page()
        self.where = ""
        self.page = 0
        self.boxes: list[Box] = []

    def glyphs(self, text: str, role: Role = "fang", where: str | None = None) -> list[Glyph]:
        """The glyphs of a text; refuses what no face has: glyph_missing, naming the character and where it stands."""
        self.where = where if where is not None else text
        table = self._tables.get(role)
        if table is None:
            table = self._tables[role] = _Glyphs(self, role)
        return [table[character] for character in printable(text, self.where)]

    def make(self, character: str, role: Role) -> Glyph:
        """A character's glyph from the first face that can draw it."""
        face = self._face(character, role)
        if face is None:
            raise NeedsCorrection("glyph_missing", character=character, where=self.where)
        font = self._embedded.get(face)
        if font is None:
            font = EmbeddedFont(face, f"X{len(self._embedded) + 1}")
            self._embedded[face] = font
        return Glyph(
            character=character, font=font, code=font.code(character),
            natural=face.advance(face.glyph(ord(character))), halves=halves(character), kind=kind(character),
        )  # fmt: skip

    def _face(self, character: str, role: Role) -> FontFile | None:
        """The first face that has the character, but for Latin one whose glyph fits a half cell.

        W of a proportional face would be squeezed, i would float.
        """
        latin = character.isascii() and halves(character) == 1 and not kind(character) & SPACE and role != "title"
        first = None
        for face in self._fonts.faces(role):
            glyph = face.glyph(ord(character))
            if glyph and (not latin or abs(face.advance(glyph) - _HALF_EM) <= 10):
                return face
            if glyph and first is None:
                first = face
        return first

    def line(self, line: Line, x: float, baseline: float, size: float, half: float) -> None:
        """Draw a line whose half cells are ``half`` pt wide, from ``x``."""
        out = self._code
        unit = size / 1000
        cell = half / unit
        font: EmbeddedFont | None = None
        tight = unseen = False
        ticks: list[tuple[float, bool]] = []
        drawn_to = 0
        out.append("BT")
        run: list[str] = []
        for glyph, edge in zip(line.glyphs, line.edges, strict=True):
            width = glyph.halves * cell
            squeeze = glyph.natural > width + 40
            spare = 0.0 if squeeze else width - glyph.natural
            if spare > 150 and glyph.kind & BLANK_RIGHT:
                spare = 0.0
            elif not (spare > 150 and glyph.kind & BLANK_LEFT):
                spare /= 2
            at = round(edge * cell + spare)
            boxed = bool(glyph.kind & TICK_BOX)
            if glyph.font is not font or squeeze or tight or boxed or unseen:
                if run:
                    out.append(f"[{''.join(run)}] TJ")
                    run = []
                if tight:
                    out.append("100 Tz")
                if glyph.font is not font:
                    font = glyph.font
                    out.append(f"/{font.internal_name} {size:g} Tf")
                if unseen != boxed:
                    out.append("3 Tr" if boxed else "0 Tr")
                if squeeze:
                    out.append(f"{100 * width / glyph.natural:.2f} Tz")
                out.append(f"1 0 0 1 {x + at * unit:.3f} {baseline:.3f} Tm")
                tight, unseen = squeeze, boxed
                if boxed:
                    ticks.append((x + at * unit, glyph.character == "☑"))
                drawn_to = at
            if at != drawn_to:
                run.append(f"{drawn_to - at}")
                drawn_to = at
            run.append(f"<{glyph.code:04X}>")
            drawn_to += glyph.natural
        if run:
            out.append(f"[{''.join(run)}] TJ")
        out.append(("100 Tz " if tight else "") + ("0 Tr " if unseen else "") + "ET")
        for left, ticked in ticks:
            self._tick_box(left, baseline, size, ticked)

    def _tick_box(self, x: float, baseline: float, size: float, ticked: bool) -> None:
        """A square with or without a tick over the unseen character that text is read back from."""
        side = size * 0.7
        left, low = x + size * 0.12, baseline - size * 0.02
        self.frame(left, low, side, side, 0.8)
        if ticked:
            points = [(left + side * a, low + side * b) for a, b in ((0.18, 0.5), (0.42, 0.2), (0.86, 0.86))]
            path = " ".join(f"{a:.2f} {b:.2f} {'l' if at else 'm'}" for at, (a, b) in enumerate(points))
            self._code.append(f"q 1.5 w {path} S Q")

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.6, dash: str = "") -> None:
        """A straight line; ``dash`` as in PDF, e.g. "4 3"."""
        begin, end = (f"q [{dash}] 0 d ", " Q") if dash else ("", "")
        self._code.append(f"{begin}{width:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S{end}")

    def frame(self, x: float, y: float, width: float, height: float, line: float = 0.6, grey: float = 0) -> None:
        """An empty rectangle."""
        self._code.append(f"q {grey:g} G {line:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S Q")

    def squares(self, x: float, top: float, side: float, matrix: Sequence[Sequence[int]]) -> None:
        """Black squares of a QR code, each row joined into runs; one path, so that no viewer leaves seams in it."""
        path = []
        for row, cells in enumerate(matrix):
            column = 0
            while column < len(cells):
                length = 0
                while column + length < len(cells) and cells[column + length]:
                    length += 1
                if length:
                    path.append(
                        f"{x + column * side:.3f} {top - (row + 1) * side:.3f} {length * side:.3f} {side:.3f} re"
                    )
                column += length or 1
        self._code.append("\n".join([*path, "f"]))

    def watermark(self, text: str) -> None:
        """Large light grey words across the page, under everything; opaque, so that any printer shows them alike."""
        glyphs = self.glyphs(text, "hei")
        size = 150.0 if len(glyphs) <= 2 else 440 / len(glyphs)
        edges = tuple(float(2 * at) for at in range(len(glyphs)))
        line = Line(tuple(glyphs), edges, 2.0 * len(glyphs))
        half = size * (0.75 if len(glyphs) <= 2 else 0.6)
        turn = 0.70710678
        self._code.append(f"q 0.9 g {turn} {turn} -{turn} {turn} {PAGE_WIDTH / 2:.2f} {PAGE_HEIGHT / 2:.2f} cm")
        self.line(line, -line.width * half / 2, -size * 0.36, size, half)
        self._code.append("Q")

    def box(self, id: str, x: float, y: float, width: float, height: float) -> None:
        """Remember a place to sign on this page."""
        self.boxes.append(Box(id, self.page, x + self._moved[0], y + self._moved[1], width, height))

    def next_page(self) -> None:
        """Finish the page."""
        self._file.page("\n".join(self._code), PAGE_WIDTH, PAGE_HEIGHT)
        self._code = []
        self._begin_page()
        self.page += 1

    def _begin_page(self) -> None:
        if any(self._moved):
            self._code.append(f"1 0 0 1 {self._moved[0]:.3f} {self._moved[1]:.3f} cm")

    def finish(self, title: str, made_at: datetime.datetime, identifier: str = "") -> bytes:
        """The file's bytes, PDF/A-2u, as ``PaperFile.finish`` makes them."""
        for font in self._embedded.values():
            font.put_into(self._file)
        return self._file.finish(title, made_at, identifier)
