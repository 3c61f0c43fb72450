"""Reads a TrueType file through a memory map, and cuts out of it just the glyphs that a paper uses."""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

_KEPT = (b"cvt ", b"fpgm", b"prep")
_RESTRICTED = 0x0002
_MORE_COMPONENTS, _WORDS, _SCALE, _XY_SCALE, _TWO_BY_TWO = 0x20, 0x01, 0x08, 0x40, 0x80


class UnusableFont(ValueError):
    """Not a TrueType file, or one whose licence bits forbid embedding."""


def _numbers(code: str, data: bytes) -> array[int]:
    """A big-endian table as an array; far quicker than struct for tens of thousands of numbers."""
    values: array[int] = array(code)
    values.frombytes(data)
    if sys.byteorder == "little":
        values.byteswap()
    return values


class FontFile:
    """One face of a TrueType file or collection; nothing is read before it is asked for."""

    def __init__(self, path: Path, face: int = 0) -> None:
        self.path = path
        with path.open("rb") as stream:
            self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        data = self._data
        start = 0
        if data[:4] == b"ttcf":
            start = struct.unpack_from(">I", data, 12 + 4 * face)[0]
        if data[start : start + 4] not in (b"\x00\x01\x00\x00", b"true"):
            raise UnusableFont(path.name)
        count = struct.unpack_from(">H", data, start + 4)[0]
        self._tables: dict[bytes, tuple[int, int]] = {}
        for at in range(start + 12, start + 12 + 16 * count, 16):
            tag, _, offset, length = struct.unpack_from(">4sIII", data, at)
            self._tables[tag] = (offset, length)
        if not {b"glyf", b"loca", b"cmap", b"head", b"hhea", b"hmtx", b"maxp"} <= self._tables.keys():
            raise UnusableFont(path.name)
        self._known: dict[int, int] = {}

    def _table(self, tag: bytes) -> bytes:
        offset, length = self._tables.get(tag, (0, 0))
        return self._data[offset : offset + length]

    @cached_property
    def embeddable(self) -> bool:
        """The licence bits (OS/2 fsType) do not forbid embedding; an installable or editable font passes."""
        os2 = self._table(b"OS/2")
        return len(os2) < 10 or int.from_bytes(os2[8:10], "big") & 0x000F != _RESTRICTED

    @cached_property
    def units(self) -> int:
        """Units of the em square."""
        return int(struct.unpack_from(">H", self._table(b"head"), 18)[0])

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """xMin, yMin, xMax, yMax over all glyphs, in thousandths of an em."""
        low_x, low_y, high_x, high_y = struct.unpack_from(">4h", self._table(b"head"), 36)
        scale = 1000 / self.units
        return round(low_x * scale), round(low_y * scale), round(high_x * scale), round(high_y * scale)

    @cached_property
    def ascent(self) -> int:
        """hhea ascender, in thousandths of an em."""
        return round(int(struct.unpack_from(">h", self._table(b"hhea"), 4)[0]) * 1000 / self.units)

    @cached_property
    def descent(self) -> int:
        """hhea descender, in thousandths of an em, negative."""
        return round(int(struct.unpack_from(">h", self._table(b"hhea"), 6)[0]) * 1000 / self.units)

    @cached_property
    def family(self) -> str:
        """The English family name, or the file's name; used as the PDF font name."""
        return self.names.get(6) or self.names.get(1) or self.path.stem

    @cached_property
    def names(self) -> dict[int, str]:
        """Family (1), full (4) and PostScript (6) names; Chinese ones where the font has no English one."""
        found: dict[int, str] = {}
        for number, language, text in self._name_records():
            if number in (1, 4, 6) and (number not in found or language == 0x0409):
                found[number] = text
        return found

    @cached_property
    def all_families(self) -> frozenset[str]:
        """Every family and full name in any language."""
        return frozenset(text for number, _, text in self._name_records() if number in (1, 4, 6))

    def _name_records(self) -> list[tuple[int, int, str]]:
        table = self._table(b"name")
        if len(table) < 6:
            return []
        _, count, strings = struct.unpack_from(">3H", table)
        records = []
        for at in range(6, 6 + 12 * count, 12):
            platform, _, language, number, length, offset = struct.unpack_from(">6H", table, at)
            raw = table[strings + offset : strings + offset + length]
            if platform in (0, 3):
                records.append((number, language, raw.decode("utf-16-be", "replace")))
        return records

    @cached_property
    def _metrics(self) -> tuple[array[int], int]:
        count = int(struct.unpack_from(">H", self._table(b"hhea"), 34)[0])
        return _numbers("H", self._table(b"hmtx")[: count * 4]), count

    @cached_property
    def _places(self) -> array[int]:
        long_form = struct.unpack_from(">h", self._table(b"head"), 50)[0]
        raw = self._table(b"loca")
        if long_form:
            return _numbers("I", raw[: len(raw) // 4 * 4])
        return array("I", (2 * value for value in _numbers("H", raw[: len(raw) // 2 * 2])))

    def _outline(self, glyph: int) -> bytes:
        offset, length = self._tables[b"glyf"]
        places = self._places
        if glyph + 1 >= len(places):
            return b""
        return self._data[offset + places[glyph] : offset + min(places[glyph + 1], length)]

    def advance(self, glyph: int) -> int:
        """Advance width, in thousandths of an em."""
        values, count = self._metrics
        return round(values[2 * min(glyph, count - 1)] * 1000 / self.units)

    def extent(self, glyph: int) -> tuple[int, int, int, int]:
        """xMin, yMin, xMax, yMax of a glyph's ink, in thousandths of an em; zeros if it has none."""
        outline = self._outline(glyph)
        if len(outline) < 10:
            return 0, 0, 0, 0
        scale = 1000 / self.units
        left, low, right, high = struct.unpack_from(">4h", outline, 2)
        return round(left * scale), round(low * scale), round(right * scale), round(high * scale)

    def glyph(self, code: int) -> int:
        """The glyph of a character, or 0 when the font has none or draws nothing for it."""
        known = self._known.get(code)
        if known is None:
            known = self._lookup(code)
            if known and code not in (0x20, 0xA0, 0x3000) and len(self._outline(known)) < 10:
                known = 0
            self._known[code] = known
        return known

    @cached_property
    def _character_map(self) -> tuple[int, bytes, list[array[int]]]:
        table = self._table(b"cmap")
        count = struct.unpack_from(">H", table, 2)[0]
        best: tuple[int, int] | None = None
        for at in range(4, 4 + 8 * count, 8):
            platform, encoding, offset = struct.unpack_from(">HHI", table, at)
            form = struct.unpack_from(">H", table, offset)[0]
            unicode_map = platform == 0 or (platform == 3 and encoding in (1, 10))
            if unicode_map and form in (4, 12) and (best is None or form > best[0]):
                best = (form, offset)
        if best is None:
            raise UnusableFont(self.path.name)
        form, offset = best
        if form == 12:
            groups = struct.unpack_from(">I", table, offset + 12)[0]
            flat = _numbers("I", table[offset + 16 : offset + 16 + 12 * groups])
            return form, b"", [flat[0::3], flat[1::3], flat[2::3]]
        segments = struct.unpack_from(">H", table, offset + 6)[0] // 2
        rest = offset + 14
        ends = _numbers("H", table[rest : rest + 2 * segments])
        starts_at = rest + 2 * segments + 2
        starts = _numbers("H", table[starts_at : starts_at + 2 * segments])
        deltas = _numbers("H", table[starts_at + 2 * segments : starts_at + 4 * segments])
        ranges = _numbers("H", table[starts_at + 4 * segments : starts_at + 6 * segments])
        return form, table[starts_at + 4 * segments :], [starts, ends, deltas, ranges]

    def _lookup(self, code: int) -> int:
        form, tail, columns = self._character_map
        if form == 12:
            starts, ends, firsts = columns
            at = bisect_right(starts, code) - 1
            return firsts[at] + code - starts[at] if at >= 0 and code <= ends[at] else 0
        starts, ends, deltas, ranges = columns
        at = bisect_right(starts, code) - 1
        if code > 0xFFFF or at < 0 or code > ends[at]:
            return 0
        if not ranges[at]:
            return (code + deltas[at]) & 0xFFFF
        place = 2 * at + ranges[at] + 2 * (code - starts[at])
        glyph = int.from_bytes(tail[place : place + 2], "big")
        return (glyph + deltas[at]) & 0xFFFF if glyph else 0

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A TrueType program whose glyph n is ``glyphs[n]``; parts of composite glyphs follow after those."""
        wanted = list(glyphs)
        number: dict[int, int] = {}
        for index, glyph in enumerate(wanted):
            number.setdefault(glyph, index)
        outlines: list[bytes] = []
        at = 0
        while at < len(wanted):
            outlines.append(self._renumbered(self._outline(wanted[at]), wanted, number))
            at += 1
        return self._assemble(wanted, outlines)

    def _renumbered(self, outline: bytes, wanted: list[int], number: dict[int, int]) -> bytes:
        if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
            return outline
        changed = bytearray(outline)
        at = 10
        while True:
            flags, part = struct.unpack_from(">HH", changed, at)
            if part not in number:
                number[part] = len(wanted)
                wanted.append(part)
            struct.pack_into(">H", changed, at + 2, number[part])
            at += 8 if flags & _WORDS else 6
            at += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
            if not flags & _MORE_COMPONENTS:
                return bytes(changed)

    def _assemble(self, wanted: list[int], outlines: list[bytes]) -> bytes:
        values, count = self._metrics
        bearings = self._table(b"hmtx")[count * 4 :]
        places: array[int] = array("I", [0])
        metrics, pieces = bytearray(), []
        total = 0
        for glyph, outline in zip(wanted, outlines, strict=True):
            padded = outline + bytes(-len(outline) % 4)
            pieces.append(padded)
            total += len(padded)
            places.append(total)
            advance = values[2 * min(glyph, count - 1)]
            if glyph < count:
                bearing = values[2 * glyph + 1]
            else:
                bearing = int.from_bytes(bearings[2 * (glyph - count) : 2 * (glyph - count) + 2], "big")
            metrics += struct.pack(">HH", advance, bearing)
        if sys.byteorder == "little":
            places.byteswap()
        head = bytearray(self._table(b"head"))
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        hhea = bytearray(self._table(b"hhea"))
        struct.pack_into(">H", hhea, 34, len(wanted))
        maxp = bytearray(self._table(b"maxp"))
        struct.pack_into(">H", maxp, 4, len(wanted))
        tables = {
            b"glyf": b"".join(pieces),
            b"loca": places.tobytes(),
            b"hmtx": bytes(metrics),
            b"head": bytes(head),
            b"hhea": bytes(hhea),
            b"maxp": bytes(maxp),
        }
        for tag in _KEPT:
            if tag in self._tables:
                tables[tag] = self._table(tag)
        return _sfnt(tables)


def _checksum(data: bytes) -> int:
    return sum(_numbers("I", data + bytes(-len(data) % 4))) & 0xFFFFFFFF


def _sfnt(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">4sHHHH", b"\x00\x01\x00\x00", count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    offset = 12 + 16 * count
    directory, body = b"", b""
    head_at = total = 0
    for tag in sorted(tables):
        data = tables[tag]
        if tag == b"head":
            head_at = offset + len(body)
        checksum = _checksum(data)
        total += checksum
        directory += struct.pack(">4sIII", tag, checksum, offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    # Every table fills whole words, so the checksum of the file is the sum of its parts'.
    total += _checksum(header + directory)
    whole = bytearray(header + directory + body)
    struct.pack_into(">I", whole, head_at + 8, (0xB1B0AFBA - total) & 0xFFFFFFFF)
    return bytes(whole)
