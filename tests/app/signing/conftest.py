"""A paper to sign, a court to sign it, and marks to sign it with."""

from __future__ import annotations

import datetime
import io
import random

import pikepdf
import pytest
from PIL import ImageCms
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from app.clock import BEIJING
from app.documents.fonts import FontSet
from app.signing.glyphs import Outlines
from app.signing.ink import Ink
from support.pki import Place, TestCourt


@pytest.fixture(scope="session")
def at() -> datetime.datetime:
    return datetime.datetime(2026, 3, 20, 10, 40, tzinfo=BEIJING)


@pytest.fixture(scope="session")
def court(at) -> TestCourt:
    return TestCourt.at_work(at, random.Random(1).randbytes)


@pytest.fixture(scope="session")
def outlines() -> Outlines:
    return Outlines.of(FontSet.find(court_fonts=False))


@pytest.fixture(scope="session")
def paper() -> bytes:
    """Two pages of PDF/A-2u."""
    pdfmetrics.registerFont(TTFont("body", FontSet.find(court_fonts=False).roles["fang"].path))
    drawn = io.BytesIO()
    page = canvas.Canvas(drawn, pagesize=(595.276, 841.89), invariant=1)
    for number in (1, 2):
        page.setFont("body", 16)
        page.drawString(80, 760, f"法庭审理笔录，第{number}页，本院依法公开开庭审理")
        page.showPage()
    page.save()
    document = pikepdf.open(io.BytesIO(drawn.getvalue()))
    profile = document.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
    document.Root.OutputIntents = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name.GTS_PDFA1,
                OutputConditionIdentifier=pikepdf.String("sRGB"),
                DestOutputProfile=profile,
            )
        ]
    )
    del document.trailer["/Info"]
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdfaid:part"], metadata["pdfaid:conformance"] = "2", "U"
    written = io.BytesIO()
    document.save(written, deterministic_id=True)
    return written.getvalue()


@pytest.fixture(scope="session")
def page_boxes() -> list[Place]:
    """Where plaintiff and defendant put their marks at the foot of each page."""
    return [
        Place(f"page-sign:{who}:{page}", page, x, 60, 90, 28)
        for page in (0, 1)
        for who, x in (("party:plaintiff", 100), ("party:defendant", 320))
    ]


@pytest.fixture(scope="session")
def boxes() -> dict[str, Place]:
    return {
        "party:plaintiff": Place("party:plaintiff", 1, 90, 480, 140, 60),
        "party:defendant": Place("party:defendant", 1, 320, 480, 140, 60),
        "judge": Place("judge", 1, 320, 380, 120, 30),
        "clerk": Place("clerk", 1, 320, 330, 120, 30),
        "seal": Place("seal", 1, 350, 150, 119.055, 119.055),
    }


@pytest.fixture(scope="session")
def ink() -> Ink:
    """A pen that goes up and down, faster and harder towards the end."""
    return Ink.drawn(
        [
            [(20 + step * 1.5, 40 + 18 * (-1) ** step, step * 12, 0.2 + step / 50) for step in range(24)],
            [(20, 70, 400, 0.5), (60, 71.5, 460, 0.7), (80, 69, 500, 0.4)],
        ]
    )
