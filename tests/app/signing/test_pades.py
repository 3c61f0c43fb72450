"""Signatures as outside tools see them, and what signing leaves as it was."""

from __future__ import annotations

import datetime
import io
import random

import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from app.clock import BEIJING
from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.api import RawDigest, digest
from app.signing.glyphs import written
from app.signing.pades import prepare_pdf, revisions_of, sign_pdf
from app.signing.seal import seal_appearance
from app.signing.thumb import practice_thumb, raw_digest, thumb_appearance
from app.signing.timestamp import timestamp_pdf
from app.signing.verify import verify_pdf
from app.signing.wet import practice_scan
from support.pki import Place, TestCourt, openssl_verifies, pdfsig
from support.verapdf import broken_rules


@pytest.fixture(scope="session")
def sign_all(paper, page_boxes, boxes, ink, outlines):
    """Signs a record by both parties, judge, clerk and seal; gives what stood after each."""

    def sign(court: TestCourt, at: datetime.datetime):
        thumb = practice_thumb("张", outlines)
        steps = [
            ("party:plaintiff", court.party("张𬱖").signer(), thumb_appearance(thumb), [raw_digest(thumb)]),
            ("party:defendant", court.party("王建国", "被告").signer(), ink.appearance(), [ink.raw_digest()]),
            ("judge", court.judge.signer(), written("林正和", outlines), []),
            ("clerk", court.clerk.signer(), written("苏雨桐", outlines), []),
            ("seal", court.seal.signer(), seal_appearance("淄川区人民法院", outlines, practice=True), []),
        ]
        papers = []
        pdf = prepare_pdf(paper, page_boxes)
        for who, signer, appearance, raw in steps:
            after = sign_pdf(
                pdf, boxes[who], signer, reason="阅看无误", name=who, at=at, appearance=appearance, attributes=raw,
                final=who == "seal",
            )  # fmt: skip
            papers.append(after)
            pdf = after.pdf
        return papers

    return sign


@pytest.fixture(scope="session")
def papers(sign_all, court, at):
    return sign_all(court, at)


def test_pdfsig_finds_every_signature_valid_and_trusted(sign_all, tmp_path):
    # pdfsig asks the machine's clock whether a certificate is in date.
    today = datetime.datetime.now(BEIJING)
    court = TestCourt.at_work(today, random.Random(2).randbytes)
    verdicts = pdfsig(sign_all(court, today)[-1].pdf, court.roots, tmp_path)
    assert [one.signer for one in verdicts] == ["张𬱖", "王建国", "林正和", "苏雨桐", "山东省淄博市淄川区人民法院印章"]
    assert all(one.valid and one.trusted for one in verdicts)
    assert [one.whole for one in verdicts] == [False, False, False, False, True]


def test_openssl_takes_every_signature_over_the_bytes_it_names(papers, court, at, tmp_path):
    assert openssl_verifies(papers[-1].pdf, court.roots, at, tmp_path) == [True] * 5


def test_each_revision_begins_with_the_bytes_of_the_one_before(paper, papers):
    before = paper
    for after in papers:
        assert after.pdf.startswith(before)
        before = after.pdf


def test_count_and_digest_of_each_revision_are_told(paper, page_boxes, papers):
    expected = [digest(prepare_pdf(paper, page_boxes)), *(digest(after.pdf) for after in papers)]
    assert papers[-1].signatures == 5
    assert list(papers[-1].revisions) == expected
    assert list(revisions_of(papers[-1].pdf)) == expected


def test_the_same_act_gives_the_same_bytes(paper, boxes, court, at, ink):
    def sign():
        return sign_pdf(
            paper,
            boxes["judge"],
            court.judge.signer(),
            reason="签发",
            name="林正和",
            at=at,
            appearance=ink.appearance(),
        ).pdf

    assert sign() == sign()


def test_the_mark_stands_on_every_page_inside_one_signature(papers):
    pages = pypdfium2.PdfDocument(papers[0].pdf)
    pages.init_forms()
    for page in pages:
        foot = page.render(scale=1).to_pil().convert("RGB").crop((100, 841 - 88, 190, 841 - 60))
        red = sum(count for count, (r, g, _) in foot.getcolors(maxcolors=5000) if r > g + 60)
        assert red > 50
    assert len(PdfFileReader(io.BytesIO(papers[0].pdf)).embedded_signatures) == 1


def test_a_thumb_goes_into_its_own_box_and_stands_for_the_pen(paper, page_boxes, boxes, court, at, outlines):
    thumb_box = Place("thumb:party:plaintiff", 1, 240, 480, 70, 60)
    prepared = prepare_pdf(paper, [*page_boxes, thumb_box])
    signed = sign_pdf(
        prepared,
        boxes["party:plaintiff"],
        court.party("张𬱖").signer(),
        reason="阅看无误",
        name="张𬱖",
        at=at,
        thumb=thumb_appearance(practice_thumb("张", outlines)),
    )
    pages = pypdfium2.PdfDocument(signed.pdf)
    pages.init_forms()

    def red(page: int, box: Place) -> int:
        low, left = 842 - box.y, box.x
        picture = pages[page].render(scale=1).to_pil().convert("RGB")
        picture = picture.crop((round(left), round(low - box.height), round(left + box.width), round(low)))
        return sum(count for count, (r, g, _) in picture.getcolors(maxcolors=9000) if r > g + 60)

    assert red(1, thumb_box) > 300
    assert red(1, boxes["party:plaintiff"]) == 0
    assert red(0, page_boxes[0]) > 50 and red(1, page_boxes[0]) > 50
    assert red(0, page_boxes[1]) == 0
    assert verify_pdf(signed.pdf, court.roots, [digest(paper), *signed.revisions]).holds


def test_no_font_comes_with_a_signature(paper, papers):
    def fonts(pdf: bytes) -> int:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return sum(one.get("/Type") == "/Font" for one in document.objects if isinstance(one, pikepdf.Dictionary))

    assert fonts(papers[-1].pdf) == fonts(paper)


def test_each_annotation_shows_a_mark_and_is_printed_as_pdf_a_wants(papers):
    # ISO 19005-2, 6.3.2 and 6.3.3: Print set, nothing hidden, an appearance with N alone.
    with pikepdf.open(io.BytesIO(papers[-1].pdf)) as document:
        annotations = [one for page in document.pages for one in page.Annots]
        assert len(annotations) == 4 + 5
        for one in annotations:
            assert int(one.F) & 4 and not int(one.F) & (1 | 2 | 32)
            assert list(one.AP.keys()) == ["/N"]


def test_verapdf_finds_pdf_a_2u_before_and_after_every_signature(paper, papers, court, at, outlines, tmp_path):
    stamped = timestamp_pdf(papers[-1].pdf, court.timestamper(at), randomness=court.randomness)
    scan = practice_scan(papers[-1].pdf, [], outlines, made_at=at, seed="scan")
    found = []
    for number, pdf in enumerate([paper, *(after.pdf for after in papers), stamped.pdf, scan]):
        found.append(tmp_path / f"{number}.pdf")
        found[-1].write_bytes(pdf)
    assert broken_rules(found) == {path: [] for path in found}


def test_the_digest_of_raw_data_is_inside_the_signed_attributes(papers, ink):
    from app.signing.cms import raw_digests

    embedded = PdfFileReader(io.BytesIO(papers[-1].pdf)).embedded_signatures
    assert raw_digests(embedded[1].signer_info) == (RawDigest("ink", digest(ink.canonical())),)
    assert raw_digests(embedded[2].signer_info) == ()


def test_nobody_signs_twice(papers, boxes, court, at):
    with pytest.raises(NotPossibleNow, match="already_signed"):
        sign_pdf(papers[2].pdf, boxes["judge"], court.judge.signer(), reason="", name="林正和", at=at)


def test_nobody_signs_after_the_last_signature_locked_the_paper(papers, court, at):
    with pytest.raises(NotPossibleNow, match="paper_frozen"):
        sign_pdf(papers[-1].pdf, None, court.judge.signer(), reason="", name="某人", at=at, who="present:1")


def test_a_signature_may_stand_without_a_box(paper, court, at, tmp_path):
    signed = sign_pdf(paper, None, court.clerk.signer(), reason="收件", name="苏雨桐", at=at, who="clerk")
    assert openssl_verifies(signed.pdf, court.roots, at, tmp_path) == [True]


def test_what_is_no_pdf_is_refused(court, at):
    with pytest.raises(NeedsCorrection, match="pdf_unreadable"):
        sign_pdf(b"%PDF-1.7 torn", None, court.clerk.signer(), reason="", name="苏雨桐", at=at, who="clerk")


def test_a_paper_is_prepared_once(paper, page_boxes):
    with pytest.raises(NotPossibleNow, match="paper_already_prepared"):
        prepare_pdf(prepare_pdf(paper, page_boxes), page_boxes)
    assert prepare_pdf(paper, []) == paper
