"""A thumbprint: its picture as the sensor gave it, the red mark made from it, and a drawn one for practice."""

from __future__ import annotations

import io
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, UnidentifiedImageError

from app.errors import NeedsCorrection
from app.signing.api import RawDigest, digest
from app.signing.appearance import Appearance, Mask, number
from app.signing.glyphs import Outlines
from app.signing.issuing import PRACTICE

RED = b"0.78 0.06 0.08 rg"
HEIGHT = 62.0
"""Points: a pressed thumb is about 22 mm high."""

_LARGEST_PIXELS = 25_000_000
_LONGEST_SIDE = 420
_DARKER_BY = 7


def raw_digest(image: bytes) -> RawDigest:
    """What the signature vouches for: the picture's bytes as they came."""
    return RawDigest("thumb", digest(image))


def thumb_appearance(image: bytes) -> Appearance:
    """The print in red on nothing, from a PNG or JPEG; refuses ``thumb_unreadable`` and ``thumb_empty``.

    A dot is red where the picture is darker than around it, so that an unevenly pressed print still shows ridges.
    """
    try:
        opened = Image.open(io.BytesIO(image), formats=("PNG", "JPEG"))
        if opened.width * opened.height > _LARGEST_PIXELS:
            raise NeedsCorrection("thumb_unreadable")
        gray = opened.convert("L")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NeedsCorrection("thumb_unreadable") from error
    gray.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    around = gray.filter(ImageFilter.BoxBlur(max(2, gray.width // 24)))
    ridges = ImageChops.subtract(around, gray).point([255 if level > _DARKER_BY else 0 for level in range(256)])
    if sum(ridges.histogram()[255:]) * 50 < gray.width * gray.height:
        raise NeedsCorrection("thumb_empty")
    bits = ImageChops.invert(ridges).convert("1", dither=Image.Dither.NONE).tobytes()
    width = HEIGHT * gray.width / gray.height
    content = RED + b"\nq " + number(width) + b" 0 0 " + number(HEIGHT) + b" 0 0 cm /Mask Do Q"
    return Appearance(width, HEIGHT, content, Mask(gray.width, gray.height, bits))


def practice_thumb(seed: str, outlines: Outlines) -> bytes:
    """A PNG of a drawn print that never was a finger's, marked 演练; the same seed gives the same picture."""
    chance = random.Random(seed)
    width, height = 200, 260
    centre_x, centre_y = width / 2 + chance.uniform(-12, 12), height * 0.45 + chance.uniform(-12, 12)
    twist, pitch = chance.uniform(-0.9, 0.9), chance.uniform(8.0, 10.0)
    waves = [(chance.uniform(0.01, 0.05), chance.uniform(0, 6.28), chance.uniform(1, 3)) for _ in range(4)]
    # The waves depend on x + 2y alone.
    sway = [
        sum(strength * math.sin(frequency * along + phase) for frequency, phase, strength in waves)
        for along in range(width + 2 * height)
    ]
    image = Image.new("L", (width, height), 255)
    pixels = bytearray(b"\xff" * (width * height))
    for y in range(height):
        for x in range(width):
            across, down = (x - width / 2) / (width * 0.46), (y - height / 2) / (height * 0.47)
            edge = across * across + down * down
            if edge > 1:
                continue
            dx, dy = x - centre_x, (y - centre_y) * 0.8
            radius = math.hypot(dx, dy) + twist * 10 * math.atan2(dy, dx) + sway[x + 2 * y]
            ridge = math.sin(2 * math.pi * radius / pitch)
            pixels[y * width + x] = int(150 - 100 * ridge + 60 * edge) if ridge > -0.1 else 255
    image.frombytes(bytes(pixels))
    draw = ImageDraw.Draw(image)
    size, left, top = 60, (width - 120) / 2, (height - 60) / 2
    draw.rectangle((left - 8, top - 6, left + 128, top + 66), fill=255, outline=0, width=4)
    outlines.draw(draw, PRACTICE, (left, top), size, 0)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
