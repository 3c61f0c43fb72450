"""A signature written with a pen: strokes with time and pressure, their digest, and the mark drawn from them."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rfc8785

from app.errors import NeedsCorrection
from app.signing.api import RawDigest, digest
from app.signing.appearance import Appearance, number

FORMAT = "xunhui-ink-1"

_MARK_WIDTH, _MARK_HEIGHT = 150.0, 50.0
_THINNEST, _THICKEST = 0.8, 2.8
_WIDTH_STEP = 0.2
_NEAR = 0.35

Point = tuple[int, int, int, int]


@dataclass(frozen=True)
class Ink:
    """Strokes as the pad gave them; a point is x, y (hundredths of the pad's unit, y downwards), ms, pressure ‰."""

    strokes: tuple[tuple[Point, ...], ...]

    @staticmethod
    def drawn(strokes: Iterable[Iterable[Sequence[float]]]) -> Ink:
        """Ink from points (x, y, t in ms, pressure 0…1) of the pad; refuses ``ink_empty`` when nothing was written."""
        kept = tuple(
            tuple(
                (round(x * 100), round(y * 100), round(t), min(1000, max(0, round(pressure * 1000))))
                for x, y, t, pressure in stroke
            )
            for stroke in strokes
        )
        kept = tuple(stroke for stroke in kept if stroke)
        xs = {point[0] for stroke in kept for point in stroke}
        ys = {point[1] for stroke in kept for point in stroke}
        if len(xs) + len(ys) < 4:
            # A tap of the pen is no signature.
            raise NeedsCorrection("ink_empty")
        return Ink(kept)

    @staticmethod
    def from_bytes(data: bytes) -> Ink:
        """The ink whose ``canonical`` bytes these are."""
        told = json.loads(data)
        if told["format"] != FORMAT:
            raise NeedsCorrection("ink_of_unknown_format")
        return Ink(tuple(tuple((x, y, t, p) for x, y, t, p in stroke) for stroke in told["strokes"]))

    def canonical(self) -> bytes:
        """The raw data as RFC 8785 JSON of whole numbers: what is digested, encrypted and kept."""
        strokes = [[list(point) for point in stroke] for stroke in self.strokes]
        return bytes(rfc8785.dumps({"format": FORMAT, "strokes": strokes}))

    def raw_digest(self) -> RawDigest:
        """What the signature vouches for."""
        return RawDigest("ink", digest(self.canonical()))

    def appearance(self, colour: bytes = b"0 G") -> Appearance:
        """The strokes as smooth lines, thicker where pressed harder; at most 150 by 50 points."""
        points = [point for stroke in self.strokes for point in stroke]
        left, right = min(point[0] for point in points), max(point[0] for point in points)
        top, bottom = min(point[1] for point in points), max(point[1] for point in points)
        margin = _THICKEST
        scale = min(
            (_MARK_WIDTH - 2 * margin) / max(1, right - left), (_MARK_HEIGHT - 2 * margin) / max(1, bottom - top)
        )
        content = [b"1 J 1 j " + colour]
        for stroke in self.strokes:
            placed = [
                (margin + (x - left) * scale, margin + (bottom - y) * scale, pressure) for x, y, _, pressure in stroke
            ]
            content += _line(_thinned(placed))
        return Appearance((right - left) * scale + 2 * margin, (bottom - top) * scale + 2 * margin, b"\n".join(content))


def _thinned(points: list[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Without the points too near to be seen apart; first and last stay."""
    kept = [points[0]]
    for point in points[1:-1]:
        if math.dist(point[:2], kept[-1][:2]) >= _NEAR:
            kept.append(point)
    return kept + points[-1:]


def _line(points: list[tuple[float, float, int]]) -> list[bytes]:
    """One stroke: curves from midpoint to midpoint, grouped by width."""
    middles = [points[0][:2]]
    middles += [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in itertools.pairwise(points)]
    middles.append(points[-1][:2])
    written: list[bytes] = []
    width = -1
    for index, (x, y, pressure) in enumerate(points):
        step = round((_THINNEST + (_THICKEST - _THINNEST) * pressure / 1000) / _WIDTH_STEP)
        begin, end = middles[index], middles[index + 1]
        if step != width:
            if written:
                written.append(b"S")
            written.append(number(step * _WIDTH_STEP) + b" w " + _xy(begin) + b" m")
            width = step
        # A quadratic curve with its control at the point, raised to a cubic.
        first = (begin[0] + (x - begin[0]) * 2 / 3, begin[1] + (y - begin[1]) * 2 / 3)
        second = (end[0] + (x - end[0]) * 2 / 3, end[1] + (y - end[1]) * 2 / 3)
        written.append(b" ".join((_xy(first), _xy(second), _xy(end), b"c")))
    written.append(b"S")
    return written


def _xy(point: tuple[float, float]) -> bytes:
    return f"{point[0]:.2f} {point[1]:.2f}".encode("ascii")
