"""A visible mark as PDF operators made beforehand, so that signing sets no text and needs no font."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass


@dataclass(frozen=True)
class Mask:
    """A picture of one bit a pixel in rows of whole bytes, 0 where colour is laid (ISO 32000-1, 8.9.6.2)."""

    width: int
    height: int
    bits: bytes

    def __post_init__(self) -> None:
        if len(self.bits) != (self.width + 7) // 8 * self.height:
            raise ValueError("mask_bits_do_not_fill_it")


@dataclass(frozen=True)
class Appearance:
    """A mark of ``width`` by ``height`` points; ``content`` draws from its bottom left and names no font.

    A ``mask`` is drawn by the operator ``/Mask Do``, in the unit square, with the colour then set.
    """

    width: float
    height: float
    content: bytes
    mask: Mask | None = None

    def to_bytes(self) -> bytes:
        """Bytes that ``from_bytes`` reads, to keep a mark once made."""
        mask = self.mask and [self.mask.width, self.mask.height, b64encode(self.mask.bits).decode()]
        return json.dumps(
            {"content": self.content.decode("latin-1"), "mask": mask, "size": [self.width, self.height]}
        ).encode()

    @staticmethod
    def from_bytes(data: bytes) -> Appearance:
        """The mark that ``to_bytes`` wrote."""
        told = json.loads(data)
        mask = told["mask"] and Mask(told["mask"][0], told["mask"][1], b64decode(told["mask"][2]))
        return Appearance(told["size"][0], told["size"][1], told["content"].encode("latin-1"), mask)


def fitted(appearance: Appearance, width: float, height: float) -> tuple[float, float, float]:
    """Scale and offset (points) that centre the mark in a place of that size, as large as fits."""
    scale = min(width / appearance.width, height / appearance.height)
    return (
        scale,
        (width - appearance.width * scale) / 2,
        (height - appearance.height * scale) / 2,
    )


def beside(left: Appearance, right: Appearance, gap: float = 4.0) -> Appearance:
    """Both marks side by side on one middle line, as a signature with its thumbprint; at most one mask."""
    if left.mask and right.mask:
        raise ValueError("two_masks_in_one_mark")
    height = max(left.height, right.height)
    content = b"".join(
        b"q 1 0 0 1 %s %s cm\n%s\nQ\n" % (number(x), number((height - part.height) / 2), part.content)
        for x, part in ((0.0, left), (left.width + gap, right))
    )
    return Appearance(left.width + gap + right.width, height, content, left.mask or right.mask)


def number(value: float) -> bytes:
    """A number as a content stream writes it: at most three decimals, never an exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return b"0" if text in ("", "-0") else text.encode("ascii")
