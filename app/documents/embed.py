"""Puts glyphs into a file as a Type 0 font with one code for each character, so that text reads back."""

from __future__ import annotations

import hashlib
import re

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from app.documents.pdfa import PaperFile
from app.documents.sfnt import FontFile


class EmbeddedFont:
    """A face as one paper uses it; code n is the nth character asked for, code 0 is .notdef and never used."""

    def __init__(self, face: FontFile, internal_name: str) -> None:
        self.face = face
        self.internal_name = internal_name
        self._codes: dict[str, int] = {}
        self._glyphs: list[int] = [0]

    def code(self, character: str) -> int:
        """The two-byte code for a character, the same each time; two characters never share one."""
        code = self._codes.get(character)
        if code is None:
            code = self._codes[character] = len(self._glyphs)
            self._glyphs.append(self.face.glyph(ord(character)))
        return code

    def put_into(self, file: PaperFile) -> None:
        """True afterwards: the file holds the font, its program, widths and Unicode map, under the internal name."""
        face, name = self.face, PDFName(self._subset_name())
        program = face.subset(self._glyphs)
        descriptor = file.put(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,
                "FontBBox": PDFArray(list(face.box)),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.ascent,
                "StemV": 80,
                "FontFile2": file.stream(program, {"Length1": len(program)}),
            }
        )
        widths = " ".join(str(face.advance(glyph)) for glyph in self._glyphs)
        descendant = file.put(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": descriptor,
                "DW": 1000,
                "W": f"[0 [{widths}]]",
                "CIDToGIDMap": PDFName("Identity"),
            }
        )
        font = file.put(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([descendant]),
                "ToUnicode": file.stream(self._unicode_map()),
            }
        )
        file.font(self.internal_name, font)

    def _subset_name(self) -> str:
        used = "".join(self._codes).encode("utf-8")
        seed = int.from_bytes(hashlib.sha256(used).digest()[:8], "big")
        tag = ""
        for _ in range(6):
            seed, letter = divmod(seed, 26)
            tag += chr(65 + letter)
        plain = re.sub(r"[^A-Za-z0-9_-]", "", self.face.family)
        return f"{tag}+{plain or 'Face'}"

    def _unicode_map(self) -> bytes:
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for text, code in self._codes.items()]
        for at in range(0, len(pairs), 100):
            block = pairs[at : at + 100]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode("ascii")
