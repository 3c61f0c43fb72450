"""The picture of a court's round seal as vectors; its key in two shares lies in ``app.keys.seal_shares``."""

from __future__ import annotations

import math

from app.signing.appearance import Appearance, number
from app.signing.glyphs import Outlines
from app.signing.issuing import PRACTICE

MILLIMETRE = 72 / 25.4
DIAMETER = 42.0
"""Millimetres: the round seal of a basic court."""

RED = b"0.82 0.05 0.07 rg 0.82 0.05 0.07 RG"

_RING = 1.2
_NAME_RADIUS = 15.4
_WIDEST_ARC = math.radians(260)


def seal_appearance(court: str, outlines: Outlines, *, practice: bool) -> Appearance:
    """The round seal with ring, star and the court's name from left to right; 演练 in large characters for practice.

    Outlines only: no font is needed to show it. A picture is no legal seal; a real one comes from its maker.
    """
    side = DIAMETER * MILLIMETRE
    content = [RED, b"q " + _mm(1) + b" 0 0 " + _mm(1) + b" " + number(side / 2) + b" " + number(side / 2) + b" cm"]
    content.append(number(_RING) + b" w " + _circle(DIAMETER / 2 - _RING / 2) + b" S")
    content.append(_star(3.6 if practice else 0.0, 5.2 if practice else 7.0) + b" f")
    content.append(_on_arc(court, outlines) + b"f")
    if practice:
        size = 9.0
        for index, character in enumerate(PRACTICE):
            x = (index - len(PRACTICE) / 2) * (size + 0.6)
            content.append(outlines.glyph(character).path((size, 0, 0, size, x, -10.6)) + b"f")
        content.append(b"0.5 w -10.6 -12.6 21.2 10.8 re S")
    content.append(b"Q")
    return Appearance(side, side, b"\n".join(content))


def _mm(value: float) -> bytes:
    return number(value * MILLIMETRE)


def _circle(radius: float) -> bytes:
    bend = radius * 0.5522847498
    quarters = [
        (radius, bend, bend, radius, 0.0, radius),
        (-bend, radius, -radius, bend, -radius, 0.0),
        (-radius, -bend, -bend, -radius, 0.0, -radius),
        (bend, -radius, radius, -bend, radius, 0.0),
    ]
    steps = [number(radius) + b" 0 m", *(b" ".join([*map(number, one), b"c"]) for one in quarters), b"h"]
    return b" ".join(steps)


def _star(middle: float, radius: float) -> bytes:
    # The inner corners of a regular five-pointed star lie at 0.381966 of its radius.
    corners = []
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * 0.381966
        angle = math.pi / 2 + index * math.pi / 5
        corners.append(number(reach * math.cos(angle)) + b" " + number(middle + reach * math.sin(angle)))
    return corners[0] + b" m " + b" ".join(corner + b" l" for corner in corners[1:]) + b" h"


def _on_arc(text: str, outlines: Outlines) -> bytes:
    """The text around the inside of the ring, its middle at the top, feet towards the centre."""
    each = min(math.radians(26), _WIDEST_ARC / max(1, len(text)))
    height = 6.4
    width = min(height, each * _NAME_RADIUS * 0.98)
    paths = []
    for index, character in enumerate(text):
        glyph = outlines.glyph(character)
        angle = (len(text) - 1) / 2 * each - index * each
        cos, sin = math.cos(angle), math.sin(angle)
        # The em's middle (0.5, 0.38 above the baseline) comes to lie on the circle of the names.
        a, b, c, d = width * cos, width * sin, -height * sin, height * cos
        x, y = -_NAME_RADIUS * sin, _NAME_RADIUS * cos
        middle_x, middle_y = glyph.advance / 2, 0.38
        paths.append(glyph.path((a, b, c, d, x - a * middle_x - c * middle_y, y - b * middle_x - d * middle_y)))
    return b"".join(paths)
