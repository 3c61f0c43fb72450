"""Makes a reportlab file PDF/A-2u (ISO 19005-2): metadata, output intent, every font embedded."""

from __future__ import annotations

import datetime
import io
import struct
from functools import lru_cache
from html import escape  # xml.sax would bring urllib and half a tenth of a second

import pikepdf

PRODUCER = "Xunhui"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def to_pdfa(pdf: bytes, *, title: str, made_at: datetime.datetime) -> bytes:
    """PDF/A-2u bytes of a file whose fonts are all embedded; ``made_at`` must know its time zone.

    Same arguments, same bytes; the file has a plain cross-reference table, so that signatures can be appended.
    """
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        _without_helvetica(paper)
        paper.trailer.Info = paper.make_indirect(pikepdf.Dictionary(
            Title=pikepdf.String(title), Producer=pikepdf.String(PRODUCER),
            CreationDate=pikepdf.String(_pdf_date(made_at)), ModDate=pikepdf.String(_pdf_date(made_at)),
        ))  # fmt: skip
        profile = pikepdf.Stream(paper, srgb_profile())
        profile.N = 3
        metadata = pikepdf.Stream(paper, _xmp(title, made_at))
        metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        root = paper.Root
        root.Metadata = paper.make_indirect(metadata)
        root.Lang = pikepdf.String("zh-CN")
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        root.OutputIntents = pikepdf.Array([paper.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent, S=pikepdf.Name("/GTS_PDFA1"),
            DestOutputProfile=paper.make_indirect(profile),
            OutputConditionIdentifier=pikepdf.String("sRGB IEC61966-2.1"), Info=pikepdf.String("sRGB IEC61966-2.1"),
        ))])  # fmt: skip
        for key in ("/PageMode", "/Outlines"):
            if key in root:
                del root[key]
        out = io.BytesIO()
        paper.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none, min_version="1.7",
        )  # fmt: skip
    return out.getvalue()


def _without_helvetica(paper: pikepdf.Pdf) -> None:
    """reportlab names Helvetica, unembedded, in every file, though no page uses it."""
    for page in paper.pages:
        if "/Trans" in page:
            del page["/Trans"]
        fonts = page.Resources.get("/Font")
        if isinstance(fonts, pikepdf.Dictionary):
            for name in [name for name, font in fonts.items() if font.get("/Subtype") == pikepdf.Name.Type1]:
                del fonts[name]


def _pdf_date(moment: datetime.datetime) -> str:
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + f"{zone[:3]}'{zone[3:5]}'"


def _xmp(title: str, made_at: datetime.datetime) -> bytes:
    date = made_at.replace(microsecond=0).isoformat()
    return _XMP.format(title=escape(title, quote=False), date=date, producer=PRODUCER).encode("utf-8")


@lru_cache(maxsize=1)
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
