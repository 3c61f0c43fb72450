"""Puts glyphs into a reportlab file as a Type 0 font with one code for each character, so that text reads back."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from reportlab.pdfbase import pdfdoc

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

    def addObjects(self, document: Any) -> None:
        """reportlab calls this when the file is written: adds the font, its program, widths and Unicode map."""
        program = pdfdoc.PDFStream(content=self.face.subset(self._glyphs))
        program.dictionary["Length1"] = len(program.content)
        program.filters = [pdfdoc.PDFZCompress]
        name = "/" + self._subset_name()
        face = self.face
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(face.box)),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.ascent,
                "StemV": 80,
                "FontFile2": document.Reference(program),
            }
        )
        widths = [face.advance(glyph) for glyph in self._glyphs]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(descriptor),
                "DW": 1000,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": "/Identity",
            }
        )
        unicode_map = pdfdoc.PDFStream(content=self._unicode_map())
        unicode_map.filters = [pdfdoc.PDFZCompress]
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(unicode_map),
            }
        )
        reference = document.Reference(font)
        document.idToObject["BasicFonts"].dict[self.internal_name] = reference

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
