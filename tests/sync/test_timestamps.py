"""The court's timestamp on a paper that was signed in the village: outside tools and our own verifier take it."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from app.archive.offers import offer_of
from app.archive.verification import verify_profile
from app.attachments.service import attach
from app.clock import SystemClock
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import Paper, load_paper
from app.signing.certificates import trust_roots
from app.signing.issuing import to_pem
from app.signing.service import current_pdf, seal_paper, state_of
from app.signing.store import TAIL_TYPE
from app.signing.timestamps import stamped, stamped_at
from app.signing.verify import verify_pdf
from support.pki import pdfsig
from support.practice import LaptopOfCourt, laptop_of_court
from support.village import a_case
from sync.bundle import export_bundle, import_answer
from sync.server.bundles import answer_bundle
from sync.server.timestamper import OwnTimestamper


@pytest.fixture
def laptop(tmp_path: Path, clock: Any, randomness: Callable[[int], bytes]) -> Iterator[LaptopOfCourt]:
    with laptop_of_court(tmp_path, clock, randomness) as made:
        yield made


def a_notice(laptop: LaptopOfCourt) -> str:
    """A notice that waits for the seal alone."""
    case = a_case(laptop.desk)
    offer = offer_of(laptop.desk, case, "acceptance_notice")
    return issue(laptop.desk, case, offer.document, offer.blanks, made_on="2026-03-20", fonts=FontSet.find())


def a_sealed_notice(laptop: LaptopOfCourt) -> Paper:
    """A notice that its seal has finished."""
    paper = a_notice(laptop)
    seal_paper(laptop.desk, paper, laptop.keys)
    return load_paper(laptop.desk.database, paper)


def test_a_finished_paper_comes_back_with_the_courts_timestamp_behind_the_bytes_signed_here(
    laptop: LaptopOfCourt, tmp_path: Path
) -> None:
    paper = a_sealed_notice(laptop)
    assert state_of(laptop.desk, paper).frozen
    signed = current_pdf(laptop.desk, paper)
    laptop.round()
    assert laptop.court.stamps.catch_up() == 1
    assert laptop.court.stamps.catch_up() == 0
    laptop.round()
    extended = stamped(laptop.desk, paper)
    assert extended.at == stamped_at(laptop.desk, paper.record) is not None
    assert extended.pdf.startswith(signed) and len(extended.pdf) > len(signed)
    roots = trust_roots(laptop.desk.database)
    report = verify_pdf(extended.pdf, roots, extended.revisions)
    assert report.holds and "time_is_claimed" not in report.notes
    assert [one.kind for one in report.signatures] == ["signature", "timestamp"]
    # Poppler finds the seal as good as before; of the timestamp, a kind that it can't judge, openssl does.
    seal, stamp = pdfsig(extended.pdf, roots, tmp_path)
    assert (seal.valid, seal.trusted, seal.whole) == (True, True, False)
    assert (stamp.field, stamp.whole) == ("timestamp:1", True)
    assert openssl_takes(extended.pdf, roots, tmp_path)
    assert all(finding.holds for finding in verify_profile(laptop.desk))


def openssl_takes(pdf: bytes, roots: list[x509.Certificate], folder: Path) -> bool:
    """Whether ``openssl ts -verify`` takes the document's timestamp over the bytes that its range names."""
    (stamp,) = PdfFileReader(io.BytesIO(pdf)).embedded_timestamp_signatures
    _, first, second, rest = (int(part) for part in stamp.byte_range)
    (folder / "covered").write_bytes(pdf[:first] + pdf[second : second + rest])
    # What the range leaves out is filled up behind the token.
    (folder / "token.der").write_bytes(cms.ContentInfo.load(stamp.pkcs7_content).dump())
    (folder / "roots.pem").write_bytes(to_pem(tuple(roots)))
    words = ["openssl", "ts", "-verify", "-data", "covered", "-in", "token.der", "-token_in", "-CAfile", "roots.pem"]
    ran = subprocess.run(words, cwd=folder, capture_output=True, check=False)
    return ran.returncode == 0


def test_openssls_request_is_answered_as_openssl_wants_it(laptop: LaptopOfCourt, tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes("调解书".encode())
    (tmp_path / "root.pem").write_text(laptop.court.paper_root())
    query = ["openssl", "ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query"]
    subprocess.run(query, cwd=tmp_path, check=True, capture_output=True)
    stamper = OwnTimestamper(laptop.court.keys.folder, SystemClock(), os.urandom)
    (tmp_path / "reply").write_bytes(stamper((tmp_path / "query").read_bytes()))
    verify = ["openssl", "ts", "-verify", "-queryfile", "query", "-in", "reply", "-CAfile", "root.pem"]
    assert subprocess.run(verify, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    for nonsense in (b"", b"\x30\x00", os.urandom(40)):
        # RFC 3161, 2.4.2: a sequence of a sequence of the integer 2, rejection.
        assert stamper(nonsense) == bytes.fromhex("30053003020102")


def test_a_paper_that_waits_for_a_signature_or_for_its_bytes_waits_for_its_timestamp(laptop: LaptopOfCourt) -> None:
    a_notice(laptop)
    laptop.round()
    assert laptop.court.stamps.catch_up() == 0
    a_sealed_notice(laptop)
    laptop.round(attachments=False)
    assert laptop.court.stamps.catch_up() == 0
    laptop.round()
    assert laptop.court.stamps.catch_up() == 1


def test_only_the_courts_own_timestamps_count_and_only_with_the_bytes_it_told(laptop: LaptopOfCourt) -> None:
    paper = a_sealed_notice(laptop)
    signed = current_pdf(laptop.desk, paper)
    tail = attach(laptop.desk, paper.case, b"% something", "尾巴", TAIL_TYPE)
    fields = {
        "paper": paper.record,
        "before": hashlib.sha256(signed).hexdigest(),
        "revision": hashlib.sha256(signed + b"% something").hexdigest(),
        "tail": tail,
    }
    laptop.desk.record("timestamp.added", "timestamp-1", fields, case=paper.case)
    assert stamped(laptop.desk, paper).pdf == signed
    assert stamped_at(laptop.desk, paper.record) is None


def test_a_stick_brings_the_timestamp_too(laptop: LaptopOfCourt, tmp_path: Path) -> None:
    paper = a_sealed_notice(laptop)
    for turn in ("there", "back"):
        export_bundle(laptop.desk, tmp_path / turn)
        answer_bundle(laptop.court, tmp_path / turn, tmp_path / f"{turn}-answer")
        import_answer(laptop.desk, tmp_path / f"{turn}-answer")
    extended = stamped(laptop.desk, paper)
    assert extended.at is not None
    assert verify_pdf(extended.pdf, trust_roots(laptop.desk.database), extended.revisions).holds
