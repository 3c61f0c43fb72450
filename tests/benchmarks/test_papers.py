"""The civil mediation statement, made and signed, against programs that only set the same words."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from benchmarks.conftest import Laptop

from app.archive.offers import Offer, offer_of
from app.cases.court import read_court
from app.desk import Officer
from app.documents import template as templates
from app.documents.fonts import FontSet
from app.documents.preview import PageImage, page_image
from app.documents.render import render
from app.documents.service import blanks_for, issue, preview
from app.mediation.service import agree
from app.signing.service import current_pdf, load_paper, seal_paper, sign_with_key
from app.signing.session_keys import SessionKeys
from support.village import COURT, a_case

DOCUMENT = "civil_mediation_statement"
MADE_ON = "2026-03-20"
ROUNDS = 7
PREVIEW_WIDTH = 900  # pixels of a page beside its blanks, on a screen of 1920


@pytest.fixture(scope="module")
def agreed(laptop: Laptop) -> tuple[str, Offer]:
    """A case that ended in an agreement, and the statement that it offers."""
    case = a_case(laptop.desk)
    agree(
        laptop.desk.acting_as(_officer("judge")),
        case,
        at="2026-03-20T10:05:00+08:00",
        place="岭子镇梧桐村村委会",
        public=True,
        terms=["被告李喆于2026年6月30日前返还原告张𬱖借款36000元。", "双方就本案再无其他争议。"],
        fee_borne_by="defendant",
    )
    return case, offer_of(laptop.desk, case, DOCUMENT)


@pytest.fixture(scope="module")
def keys(laptop: Laptop) -> SessionKeys:
    database = laptop.session.database
    return SessionKeys(laptop.session, read_court(database), FontSet.find(), laptop.pins.__getitem__, os.urandom)


@pytest.fixture(scope="module")
def words(laptop: Laptop, agreed: tuple[str, Offer]) -> list[str]:
    """The statement's lines, without their directives."""
    case, offer = agreed
    lines = templates.load(DOCUMENT).text(blanks_for(laptop.desk, case, MADE_ON, offer.blanks)).splitlines()
    return [line.partition(" ")[2] if line.startswith("@") else line for line in lines]


def _officer(role: str) -> Officer:
    found = next(one for one in COURT["officers"] if one["role"] == role)
    return Officer(found["id"], found["name"], found["role"])


@pytest.mark.benchmark(group="civil mediation statement")
def test_set_as_pdf_a(benchmark: Any, laptop: Laptop, agreed: tuple[str, Offer]) -> None:
    case, offer = agreed
    blanks = blanks_for(laptop.desk, case, MADE_ON, offer.blanks)
    template, fonts, at = templates.load(DOCUMENT), FontSet.find(), laptop.desk.clock.now()
    made = benchmark.pedantic(lambda: render(template, blanks, fonts=fonts, made_at=at), rounds=ROUNDS, warmup_rounds=1)
    assert made.pdf.startswith(b"%PDF-")


@pytest.mark.benchmark(group="civil mediation statement")
def test_page_of_preview_after_a_change(benchmark: Any, laptop: Laptop, agreed: tuple[str, Offer]) -> None:
    """From the new term to the picture of the page, as the window asks for both; a second page is set with it."""
    case, offer = agreed
    fonts, changes = FontSet.find(), iter(range(1000))

    def show() -> PageImage:
        blanks = {**offer.blanks, "terms": [*offer.blanks["terms"], f"第{next(changes)}次改动。"]}
        made = preview(laptop.desk, case, DOCUMENT, blanks, made_on=MADE_ON, fonts=fonts)
        return page_image(made.pdf, 0, PREVIEW_WIDTH)

    page = benchmark.pedantic(show, rounds=ROUNDS, warmup_rounds=1)
    assert page.width == PREVIEW_WIDTH


@pytest.mark.benchmark(group="civil mediation statement")
def test_made_and_signed_by_judge_clerk_and_seal(
    benchmark: Any, laptop: Laptop, agreed: tuple[str, Offer], keys: SessionKeys
) -> None:
    case, offer = agreed
    judge, clerk = laptop.desk.acting_as(_officer("judge")), laptop.desk.acting_as(_officer("clerk"))
    fonts = FontSet.find()
    made: list[str] = []

    def make() -> None:
        paper = issue(judge, case, DOCUMENT, offer.blanks, made_on=MADE_ON, fonts=fonts)
        sign_with_key(judge, paper, "judge", keys)
        sign_with_key(clerk, paper, "clerk", keys)
        seal_paper(clerk, paper, keys)
        made.append(paper)

    benchmark.pedantic(make, rounds=ROUNDS, warmup_rounds=1)
    pdf = current_pdf(clerk, load_paper(clerk.database, made[-1]))
    assert pdf.count(b"/ETSI.CAdES.detached") == 3


@pytest.mark.benchmark(group="civil mediation statement")
def test_same_words_on_a_bare_reportlab_canvas(benchmark: Any, words: list[str]) -> None:
    """No grid, no prohibitions, no PDF/A, and the font read anew each time, as any program would begin."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    font = FontSet.find().roles["fang"].path

    def make() -> bytes:
        pdfmetrics.registerFont(TTFont("fang", str(font)))
        into = io.BytesIO()
        canvas = Canvas(into, invariant=1)
        canvas.setFont("fang", 16)
        y = 760.0
        for line in words:
            for start in range(0, max(len(line), 1), 28):
                canvas.drawString(80, y, line[start : start + 28])
                y -= 29
                if y < 80:
                    canvas.showPage()
                    canvas.setFont("fang", 16)
                    y = 760.0
        canvas.save()
        return into.getvalue()

    benchmark.pedantic(make, rounds=ROUNDS, warmup_rounds=1)


@pytest.mark.benchmark(group="civil mediation statement")
def test_yardstick_typst_sets_the_same_words_as_pdf_a(benchmark: Any, words: list[str], tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for role in ("fang", "title", "song"):
        path = FontSet.find().roles[role].path  # type: ignore[index]
        shutil.copy(path, fonts / path.name)
    source = tmp_path / "statement.typ"
    head = (
        '#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm))\n'
        '#set text(font: ("FandolFang R", "FandolFang", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn")\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
    )
    source.write_text(head, encoding="utf-8")
    compiler = typst.Compiler(str(source), font_paths=[str(fonts)], ignore_system_fonts=True)
    rounds = iter(range(100, 1000))

    def make() -> bytes:
        # Other words in each line: what it has set once it remembers.
        number = next(rounds)
        escaped = ["".join(f"\\u{{{ord(c):x}}}" for c in f"{line}{number}") for line in words]
        source.write_text(head + "\n\n".join(escaped), encoding="utf-8")
        made: bytes = compiler.compile(format="pdf", pdf_standards="a-2u")
        return made

    made = benchmark.pedantic(make, rounds=ROUNDS, warmup_rounds=1)
    assert made.startswith(b"%PDF-")


@pytest.mark.benchmark(group="process: one paper set")
def test_statement_set_from_a_cold_start(program: Callable[..., None]) -> None:
    program("set_paper", beside=("bare_canvas",))
