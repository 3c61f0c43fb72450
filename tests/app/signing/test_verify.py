"""What the verifier finds, and what it finds that pdfsig and openssl can't."""

from __future__ import annotations

import datetime
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from app.signing.api import RawDigest, digest
from app.signing.issuing import issue_party
from app.signing.pades import SignedPaper, prepare_pdf, sign_pdf
from app.signing.revision import Drawing, Revision
from app.signing.timestamp import timestamp_pdf
from app.signing.verify import verify_pdf
from support.pki import TestCourt, openssl_verifies


@pytest.fixture(scope="module")
def record(paper, page_boxes, boxes, court, at, ink) -> list[SignedPaper]:
    """A record signed by plaintiff, judge and clerk, the clerk last; what stood after each."""
    standing, papers = prepare_pdf(paper, page_boxes), []
    for who, signer in (
        ("party:plaintiff", court.party("张𬱖", case_number="（2026）鲁0302民初17号").signer()),
        ("judge", court.judge.signer()),
        ("clerk", court.clerk.signer()),
    ):
        after = sign_pdf(
            standing,
            boxes[who],
            signer,
            reason="阅看无误",
            name=who,
            at=at,
            appearance=ink.appearance(),
            attributes=[ink.raw_digest()] if who.startswith("party") else [],
            final=who == "clerk",
        )
        papers.append(after)
        standing = after.pdf
    return papers


def with_other_words(pdf: bytes) -> bytes:
    """The paper after someone appended a revision in which the second page says something else."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    page, _ = writer.find_page_for_modification(1)
    words = generic.StreamObject(stream_data=b"0 0 595 842 re f")
    page.get_object()["/Contents"] = writer.add_object(words)
    writer.mark_update(page)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_paper_signed_in_order_holds(record, court, at, ink):
    report = verify_pdf(record[-1].pdf, court.roots, record[-1].revisions)
    assert report.holds
    assert [(one.who, one.name, one.role) for one in report.signatures] == [
        ("party:plaintiff", "张𬱖", "原告"),
        ("judge", "林正和", "审判员"),
        ("clerk", "苏雨桐", "书记员"),
    ]
    assert all(one.intact and one.trusted and one.covers_whole_revision for one in report.signatures)
    assert report.signatures[0].case_number == "（2026）鲁0302民初17号"
    assert report.signatures[0].raw == (RawDigest("ink", digest(ink.canonical())),)
    assert report.signatures[0].at == at
    assert [one.revision for one in report.signatures] == list(record[-1].revisions[1:])
    assert set(report.notes) == {"practice", "time_is_claimed"}


def test_a_changed_word_breaks_every_signature(record, court):
    changed = bytearray(record[-1].pdf)
    changed[changed.find(b"stream") + 9] ^= 1
    report = verify_pdf(bytes(changed), court.roots, record[-1].revisions)
    assert all("signature_not_intact" in one.faults for one in report.signatures)
    assert report.faults == ("revision_changed",)


def test_an_incremental_update_is_found_though_openssl_sees_nothing(record, court, at, tmp_path):
    attacked = with_other_words(record[-1].pdf)
    assert openssl_verifies(attacked, court.roots, at, tmp_path) == [True, True, True]
    report = verify_pdf(attacked, court.roots, record[-1].revisions)
    assert set(report.faults) == {"bytes_after_last_signature", "unexpected_revision"}
    assert all(one.faults == ("changed_after_signature",) for one in report.signatures)


def test_other_words_slipped_in_between_two_signatures_are_found(record, boxes, court, at):
    attacked = with_other_words(record[0].pdf)
    signed = sign_pdf(attacked, boxes["judge"], court.judge.signer(), reason="", name="林正和", at=at)
    report = verify_pdf(signed.pdf, court.roots)
    assert report.signatures[0].faults == ("changed_after_signature",)
    assert report.signatures[1].faults == ()


def test_a_rollback_is_found_only_by_the_journals_revisions(record, court):
    cut = record[1].pdf
    assert verify_pdf(cut, court.roots).holds
    assert "history_not_compared" in verify_pdf(cut, court.roots).notes
    report = verify_pdf(cut, court.roots, record[-1].revisions)
    assert report.faults == ("rolled_back",)
    assert not report.holds


def test_another_history_of_the_same_paper_is_found(record, boxes, court, at):
    other = sign_pdf(record[0].pdf, boxes["clerk"], court.clerk.signer(), reason="", name="苏雨桐", at=at)
    assert verify_pdf(other.pdf, court.roots).holds
    assert verify_pdf(other.pdf, court.roots, record[-1].revisions).faults == ("revision_changed",)


def test_a_further_signature_that_the_journal_does_not_know_is_found(record, boxes, court, at):
    known = record[0].revisions
    report = verify_pdf(record[1].pdf, court.roots, known)
    assert report.faults == ("unexpected_revision",)


def test_the_certificate_of_another_court_is_not_trusted(record, at):
    stranger = TestCourt.at_work(at, random.Random(99).randbytes)
    report = verify_pdf(record[-1].pdf, stranger.roots)
    assert all(one.intact and one.faults == ("certificate_not_trusted",) for one in report.signatures)


def test_a_partys_certificate_serves_for_its_day_alone(paper, court, at):
    party = court.party("王建国", "被告").signer()
    late = sign_pdf(paper, None, party, reason="", name="王建国", at=at + datetime.timedelta(days=1), who="party:x")
    assert verify_pdf(late.pdf, court.roots).signatures[0].faults == ("certificate_out_of_date",)


def test_a_party_cannot_issue_certificates(paper, court, at):
    party = court.party("王建国", "被告")
    forged = issue_party(party, "林正和", "审判员", at=at, randomness=random.Random(5).randbytes).signer()
    signed = sign_pdf(paper, None, forged, reason="", name="林正和", at=at, who="judge")
    assert verify_pdf(signed.pdf, court.roots).signatures[0].faults == ("certificate_not_trusted",)


def test_a_laptops_certificate_signs_no_paper(paper, court, at):
    signed = sign_pdf(paper, None, court.device.signer(), reason="", name="设备", at=at, who="judge")
    assert verify_pdf(signed.pdf, court.roots).signatures[0].faults == ("certificate_not_for_this",)


def test_a_revoked_officer_is_flagged_from_that_moment_on(record, court, at):
    serial = court.judge.certificate.serial_number
    hour = datetime.timedelta(hours=1)
    before = verify_pdf(record[-1].pdf, court.roots, revoked={serial: at - hour})
    assert [one.faults for one in before.signatures] == [(), ("certificate_revoked",), ()]
    assert verify_pdf(record[-1].pdf, court.roots, revoked={serial: at + hour}).holds


def test_a_mark_drawn_for_someone_who_did_not_sign_is_found(paper, page_boxes, boxes, court, at, ink):
    revision = Revision(prepare_pdf(paper, page_boxes), b"forged")
    drawing = Drawing(revision, ink.appearance())
    for field in revision.catalog()["/AcroForm"]["/Fields"]:
        mark = field.get_object()
        if str(mark["/T"]) == "page-sign:party:defendant:0":
            mark["/AP"]["/N"]["/Signed"] = drawing.placed(90, 28)
            mark["/AS"] = generic.NameObject("/Signed")
            revision.mark_update(field.reference)
    signed = sign_pdf(
        revision.bytes(),
        boxes["party:plaintiff"],
        court.party("张𬱖").signer(),
        reason="",
        name="张𬱖",
        at=at,
        appearance=ink.appearance(),
    )
    assert verify_pdf(signed.pdf, court.roots).faults == ("mark_of_another_signer",)


def test_the_courts_timestamp_may_follow_the_last_signature(record, court, at):
    evening = at + datetime.timedelta(hours=9)
    after = timestamp_pdf(record[-1].pdf, court.timestamper(evening), randomness=court.randomness)
    stamped = after.pdf
    assert stamped.startswith(record[-1].pdf)
    assert after.signatures == 3 and after.revisions == (*record[-1].revisions, digest(stamped))
    report = verify_pdf(stamped, court.roots, record[-1].revisions)
    assert report.holds
    assert report.signatures[-1].kind == "timestamp"
    assert report.signatures[-1].at == evening
    assert set(report.notes) == {"extended_by_court", "practice"}
    # And when the journal has heard of it, cutting it off is a rollback.
    known = (*record[-1].revisions, digest(stamped))
    assert verify_pdf(stamped, court.roots, known).holds
    assert verify_pdf(record[-1].pdf, court.roots, known).faults == ("rolled_back",)


def test_a_timestamp_of_an_unknown_authority_extends_nothing(record, court, at):
    stranger = TestCourt.at_work(at, random.Random(98).randbytes)
    stamped = timestamp_pdf(record[-1].pdf, stranger.timestamper(at), randomness=court.randomness).pdf
    assert "unexpected_revision" in verify_pdf(stamped, court.roots, record[-1].revisions).faults


@pytest.mark.parametrize("what", [b"", b"%PDF-1.7", b"\x00" * 400, b"%PDF-1.7\nstartxref\n0\n%%EOF\n"])
def test_what_is_no_paper_does_not_hold(what, court):
    report = verify_pdf(what, court.roots)
    assert not report.holds
    assert report.faults[0] in ("pdf_unreadable", "no_signature")


def test_an_unsigned_paper_does_not_hold(paper, court):
    assert verify_pdf(paper, court.roots).faults == ("no_signature",)


@settings(max_examples=25)
@given(data=st.data())
def test_no_changed_byte_ever_holds_and_none_breaks_the_verifier(record, court, data):
    pdf = bytearray(record[0].pdf)
    place = data.draw(st.integers(0, len(pdf) - 1))
    pdf[place] ^= data.draw(st.integers(1, 255))
    assert not verify_pdf(bytes(pdf), court.roots, record[0].revisions).holds
