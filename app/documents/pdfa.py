"""The PDF/A-2u file (ISO 19005-2) that pages are put into, by reportlab's objects: metadata, output intent, fonts."""

from __future__ import annotations

import datetime
import hashlib
import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache
from html import escape  # xml.sax would bring urllib and half a tenth of a second

# Not pdfgen's Canvas: it writes Helvetica, unembedded, into every file and streams that PDF/A refuses.
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
)

PRODUCER = "Xunhui"
_COMPRESSION = 1  # three times as quick as zlib's usual 6 for a file one part in twenty larger
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{identifier}
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class _Stream(PDFStream):  # type: ignore[misc]
    """A compressed stream whose end stands on a line of its own, as ISO 19005-2, 6.1.7.1 wants it."""

    def __init__(self, packed: bytes, entries: Mapping[str, object] | None = None) -> None:
        super().__init__(PDFDictionary({**(entries or {}), "Filter": PDFName("FlateDecode")}), packed)

    def format(self, document: PDFDocument) -> bytes:
        said = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = said.format(document)
        return head + b"\nstream\n" + bytes(self.content) + b"\nendstream\n"


class PaperFile:
    """A PDF/A-2u file in the making; its bytes depend on nothing but what is put into it.

    It has a plain cross-reference table, so that signatures can be appended.
    """

    def __init__(self) -> None:
        self._file = PDFDocument(dummyoutline=1, invariant=1, pdfVersion=(1, 7))
        self._fonts = PDFDictionary({})
        self._pages = 0
        self._digest = hashlib.sha256()

    def stream(self, content: bytes, entries: Mapping[str, object] | None = None) -> object:
        """A reference to the bytes as a compressed stream with the dictionary's ``entries``."""
        self._digest.update(content)
        return self._file.Reference(_Stream(_packed(content), entries))

    def put(self, entries: Mapping[str, object]) -> object:
        """A reference to a dictionary."""
        return self._file.Reference(PDFDictionary(dict(entries)))

    def font(self, name: str, font: object) -> None:
        """Every page may name the font ``name`` from now on."""
        self._fonts[name] = font

    def page(self, code: str, width: float, height: float) -> None:
        """One more page, drawn by the content stream ``code``; sizes in pt."""
        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, round(width, 4), round(height, 4)])
        page.Resources = PDFDictionary({"Font": self._file.Reference(self._fonts)})
        page.Contents = self.stream(code.encode("ascii"))
        self._pages += 1
        self._file.addPage(page)

    def finish(self, title: str, made_at: datetime.datetime, identifier: str = "") -> bytes:
        """The file's bytes; ``made_at`` must know its time zone, ``identifier`` is what the metadata name it by."""
        file, root, date = self._file, self._file.Catalog, _pdf_date(made_at)
        metadata = _xmp(title, made_at, identifier)
        root.Metadata = self.stream(metadata, {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        root.Lang = PDFString("zh-CN")
        root.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        root.PageMode = root.Outlines = None
        condition = PDFString("sRGB IEC61966-2.1")
        profile = file.Reference(_Stream(_packed_profile(), {"N": 3}))
        root.OutputIntents = PDFArray([self.put({
            "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "Info": condition,
            "OutputConditionIdentifier": condition, "DestOutputProfile": profile,
        })])  # fmt: skip
        root.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
        root.__Refs__ = ["Pages", "Metadata"]
        file.info = PDFDictionary({
            "Title": PDFString(title), "Producer": PDFString(PRODUCER), "CreationDate": PDFString(date),
            "ModDate": PDFString(date),
        })  # fmt: skip
        name = self._digest.hexdigest()[:32]
        file._ID = f"[<{name}><{name}>]".encode("ascii")
        return bytes(file.format())


def _packed(content: bytes) -> bytes:
    return zlib.compress(content, _COMPRESSION)


@lru_cache(maxsize=1)
def _packed_profile() -> bytes:
    return _packed(srgb_profile())


def _pdf_date(moment: datetime.datetime) -> str:
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + f"{zone[:3]}'{zone[3:5]}'"


def _xmp(title: str, made_at: datetime.datetime, identifier: str) -> bytes:
    date = made_at.replace(microsecond=0).isoformat()
    named = f"<dc:identifier>{escape(identifier, quote=False)}</dc:identifier>" if identifier else ""
    said = _XMP.format(title=escape(title, quote=False), identifier=named, date=date, producer=PRODUCER)
    return said.encode("utf-8")


def srgb_profile() -> bytes:
    """An ICC 2.1 display profile of sRGB (IEC 61966-2-1), made here so that no byte of it depends on the machine."""

    def fixed(*values: float) -> bytes:
        return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))

    def linear(value: float) -> float:
        return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)

    name = b"sRGB IEC61966-2.1\0"
    curve = b"curv" + bytes(4) + struct.pack(">I", 256)
    curve += b"".join(struct.pack(">H", round(65535 * linear(at / 255))) for at in range(256))
    xyz = b"XYZ " + bytes(4)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(8 + 3 + 67),
        b"cprt": b"text" + bytes(4) + b"No copyright\0",
        b"wtpt": xyz + fixed(0.9642, 1.0, 0.8249),
        # sRGB primaries adapted to D50 (Bradford), as ICC profiles state them.
        b"rXYZ": xyz + fixed(0.43607, 0.22249, 0.01392),
        b"gXYZ": xyz + fixed(0.38515, 0.71687, 0.09708),
        b"bXYZ": xyz + fixed(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
    }
    places = {}
    body = b""
    begin = 128 + 4 + 12 * (len(tags) + 2)
    for tag, data in tags.items():
        places[tag] = (begin + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    places[b"gTRC"] = places[b"bTRC"] = places[b"rTRC"]
    table = struct.pack(">I", len(places))
    table += b"".join(struct.pack(">4sII", tag, at, length) for tag, (at, length) in places.items())
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s44s", begin + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", bytes(4), 0, bytes(4), bytes(4), 0, 0,
        *(round(value * 65536) for value in (0.9642, 1.0, 0.8249)), bytes(4), bytes(44),
    )  # fmt: skip
    return header + table + body
