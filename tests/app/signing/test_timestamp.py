"""What the court adds after the day: timestamps and validation data on the bytes that were signed in the village."""

from __future__ import annotations

import datetime
import io
import random

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from pyhanko.pdf_utils.reader import PdfFileReader

from app.clock import BEIJING
from app.errors import NotPossibleNow
from app.signing.api import load_key
from app.signing.pades import sign_pdf
from app.signing.timestamp import timestamp_pdf
from app.signing.verify import verify_pdf
from support.pki import TestCourt


@pytest.fixture(scope="module")
def statement(paper, boxes, court, at):
    """A statement signed by its last signer."""
    signer = court.judge.signer()
    return sign_pdf(paper, boxes["judge"], signer, reason="签发", name="林正和", at=at, final=True)


def revocation_list(court: TestCourt, at: datetime.datetime) -> x509.CertificateRevocationList:
    return (
        x509.CertificateRevocationListBuilder()
        .issuer_name(court.ca.certificate.subject)
        .last_update(at)
        .next_update(at + datetime.timedelta(days=30))
        .sign(load_key(court.ca.private_key), hashes.SHA256())
    )


def test_openssls_timestamp_with_validation_data_is_taken(paper, boxes, tmp_path):
    # openssl ts asks the machine's clock.
    now = datetime.datetime.now(BEIJING)
    court = TestCourt.at_work(now, random.Random(3).randbytes)
    signed = sign_pdf(paper, None, court.judge.signer(), reason="签发", name="林正和", at=now, who="judge", final=True)
    crl = revocation_list(court, now)
    stamped = timestamp_pdf(
        signed.pdf,
        court.openssl_timestamper(tmp_path),
        randomness=court.randomness,
        certificates=court.judge.chain,
        crls=[crl],
    )
    report = verify_pdf(stamped.pdf, court.roots, signed.revisions)
    assert report.holds, report
    assert "extended_by_court" in report.notes and "time_is_claimed" not in report.notes
    store = PdfFileReader(io.BytesIO(stamped.pdf)).root["/DSS"]
    assert len(store["/Certs"]) == 2 and len(store["/CRLs"]) == 1


def test_a_later_timestamp_renews_the_first_and_keeps_its_data(statement, court, at):
    first = timestamp_pdf(
        statement.pdf, court.timestamper(at), randomness=court.randomness, certificates=court.judge.chain
    )
    later = at + datetime.timedelta(days=700)
    second = timestamp_pdf(
        first.pdf,
        court.timestamper(later),
        randomness=court.randomness,
        certificates=court.clerk.chain,
        crls=[revocation_list(court, later)],
    )
    assert second.pdf.startswith(first.pdf)
    report = verify_pdf(second.pdf, court.roots, statement.revisions)
    assert report.holds, report
    assert [one.at for one in report.signatures] == [at, at, later]
    # Judge and clerk share their root: three certificates, each once.
    assert len(PdfFileReader(io.BytesIO(second.pdf)).root["/DSS"]["/Certs"]) == 3


def test_a_timestamp_for_something_else_is_refused(statement, court, at):
    stamp = court.timestamper(at)
    kept: list[bytes] = []

    def replaying(request: bytes) -> bytes:
        kept.append(stamp(request))
        return kept[0]

    timestamp_pdf(statement.pdf, replaying, randomness=court.randomness)
    with pytest.raises(NotPossibleNow, match="timestamp_refused"):
        timestamp_pdf(statement.pdf, replaying, randomness=court.randomness)


def test_an_answer_that_is_none_is_refused(statement, court):
    with pytest.raises(NotPossibleNow, match="timestamp_refused"):
        timestamp_pdf(statement.pdf, lambda _: b"<html>503</html>", randomness=court.randomness)
