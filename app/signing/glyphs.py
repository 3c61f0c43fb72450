"""Characters as outlines taken from a font file, for marks that must not depend on a font."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont, TTLibError
from PIL import ImageDraw, ImageFont

from app.documents.fonts import FontSet, Role
from app.documents.sfnt import FontFile
from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.appearance import Appearance, number

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of ISO 32000-1, 8.3.3."""

Colour = int | tuple[int, int, int]

BLACK = b"0 g"


@dataclass(frozen=True)
class Glyph:
    """One character's outline, in ems above the baseline; ``steps`` are ``m``, ``l``, ``c`` and ``h`` of a PDF path."""

    advance: float
    left: float
    bottom: float
    right: float
    top: float
    steps: tuple[tuple[str, tuple[float, ...]], ...]

    def path(self, matrix: Matrix) -> bytes:
        """The outline as a path in a content stream, moved by ``matrix``; filling is left to the caller."""
        a, b, c, d, e, f = matrix
        written = []
        for operator, values in self.steps:
            moved = [
                number(value)
                for x, y in zip(values[::2], values[1::2], strict=True)
                for value in (a * x + c * y + e, b * x + d * y + f)
            ]
            written.append(b" ".join([*moved, operator.encode()]))
        return b"\n".join(written) + b"\n"


class Outlines:
    """The characters of some TrueType files, the first that has one drawing it; each is read once."""

    def __init__(self, paths: Path | Sequence[Path]) -> None:
        self._paths = (paths,) if isinstance(paths, Path) else tuple(paths)
        self._known: dict[str, tuple[Path, Glyph]] = {}

    @classmethod
    def of(cls, fonts: FontSet, role: Role = "title") -> Outlines:
        """The outlines of a role's faces, rare characters last."""
        return cls([face.path for face in fonts.faces(role)])

    def glyph(self, character: str) -> Glyph:
        """The character's outline; refuses ``glyph_missing`` where no face has one."""
        return self._found(character)[1]

    def draw(self, picture: ImageDraw.ImageDraw, text: str, at: tuple[float, float], size: int, colour: Colour) -> None:
        """The text on a picture, each character in the first face that has it, from the top left corner ``at``."""
        x, y = at
        for character in text:
            path, glyph = self._found(character)
            picture.text((x, y + size), character, font=_pixels(path, size), anchor="ld", fill=colour)
            x += glyph.advance * size

    def _found(self, character: str) -> tuple[Path, Glyph]:
        if character not in self._known:
            for path in self._paths:
                glyph = _glyph(path, character)
                if glyph is not None:
                    self._known[character] = path, glyph
                    break
            else:
                raise NeedsCorrection("glyph_missing", character=character, where="mark")
        return self._known[character]


@lru_cache(maxsize=16)
def _face(path: Path) -> FontFile:
    return FontFile(path)


@lru_cache(maxsize=64)
def _pixels(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)


@lru_cache(maxsize=1024)
def _glyph(path: Path, character: str) -> Glyph | None:
    # A font of this one glyph: reading the tables of 30 000 others takes a second.
    try:
        face = _face(path)
        number = face.glyph(ord(character))
        if not number:
            return None
        font = TTFont(io.BytesIO(face.subset([0, number])))
        font.setGlyphOrder([f"glyph{place}" for place in range(font["maxp"].numGlyphs)])
        glyphs = font.getGlyphSet()
        pen = _Steps(glyphs, 1 / face.units)
        glyphs["glyph1"].draw(pen)
        advance = glyphs["glyph1"].width / face.units
    except (OSError, TTLibError, KeyError, ValueError, struct.error) as error:
        raise NotPossibleNow("font_unusable", file=path.name) from error
    xs = [value for _, values in pen.steps for value in values[::2]] or [0.0]
    ys = [value for _, values in pen.steps for value in values[1::2]] or [0.0]
    return Glyph(advance, min(xs), min(ys), max(xs), max(ys), tuple(pen.steps))


def written(text: str, outlines: Outlines, size: float = 18.0, colour: bytes = BLACK) -> Appearance:
    """The text on one line as outlines, ``size`` points high: the mark of an officer who signs with a key."""
    x = 0.0
    paths = []
    for character in text:
        glyph = outlines.glyph(character)
        paths.append(glyph.path((size, 0, 0, size, x, size * 0.15)))
        x += glyph.advance * size
    return Appearance(max(x, 1.0), size * 1.1, colour + b"\n" + b"".join(paths) + b"f")


class _Steps(BasePen):  # type: ignore[misc]
    def __init__(self, glyphs: Any, scale: float) -> None:
        super().__init__(glyphs)
        self._scale = scale
        self.steps: list[tuple[str, tuple[float, ...]]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._add("l", pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self.steps.append(("h", ()))

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self.steps.append((operator, tuple(value * self._scale for point in points for value in point)))
