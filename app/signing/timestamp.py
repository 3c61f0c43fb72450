"""What the court adds to a signed paper: validation data and a document timestamp, as one more revision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from asn1crypto import algos, core, tsp
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.sign.signers.pdf_byterange import DocumentTimestamp

from app.clock import Randomness
from app.errors import NotPossibleNow
from app.signing.api import digest
from app.signing.pades import SignedPaper, revisions_before, signatures_in
from app.signing.revision import Revision, array, dictionary, entry, filled

Timestamper = Callable[[bytes], bytes]
"""Takes an RFC 3161 request in DER and gives the response; over the network or not is the caller's affair."""

ROOM = 12_288
"""Bytes kept for a token with its certificates."""


def timestamp_pdf(
    pdf: bytes,
    timestamper: Timestamper,
    *,
    randomness: Randomness,
    certificates: Sequence[x509.Certificate] = (),
    crls: Sequence[x509.CertificateRevocationList] = (),
) -> SignedPaper:
    """The paper with a document timestamp over all of it and, where given, the data to validate it by (PAdES B-LTA).

    ``pdf`` stays a prefix to the byte. Refuses ``timestamp_refused`` when the authority does not grant one, or
    gives one for something else; then nothing is lost but a level.
    """
    revision = Revision(pdf, b"timestamp")
    before = signatures_in(revision)
    if certificates or crls:
        _add_validation_data(revision, certificates, crls)
    field_name = f"timestamp:{sum(one.timestamp for one in before.values()) + 1}"
    nonce = int.from_bytes(randomness(8), "big")
    untyped: Any = DocumentTimestamp
    stamped = filled(
        revision,
        field_name,
        untyped(bytes_reserved=2 * ROOM),
        lambda document_digest: _token(document_digest, timestamper, nonce),
    )
    if not stamped.startswith(pdf):
        raise AssertionError("timestamp_changed_earlier_bytes")
    count = sum(not one.timestamp for one in before.values())
    return SignedPaper(stamped, count, (*revisions_before(pdf, before), digest(stamped)))


def _token(document_digest: bytes, timestamper: Timestamper, nonce: int) -> bytes:
    request = tsp.TimeStampReq(
        {
            "version": "v1",
            "message_imprint": tsp.MessageImprint(
                {
                    "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                    "hashed_message": document_digest,
                }
            ),
            "nonce": core.Integer(nonce),
            "cert_req": True,
        }
    )
    answer = timestamper(request.dump())
    try:
        response = tsp.TimeStampResp.load(answer, strict=True)
        granted = response["status"]["status"].native in ("granted", "granted_with_mods")
        token = response["time_stamp_token"]
        same = False
        if granted:
            told = token["content"]["encap_content_info"]["content"].parsed
            same = told["message_imprint"]["hashed_message"].native == document_digest
            same = same and told["nonce"].native == nonce
    except (ValueError, TypeError, KeyError) as error:
        raise NotPossibleNow("timestamp_refused", why="unreadable") from error
    if not same:
        raise NotPossibleNow("timestamp_refused", why="for_something_else" if granted else "not_granted")
    der = bytes(token.dump())
    if len(der) > ROOM:
        raise NotPossibleNow("timestamp_refused", why="too_large")
    return der


def _add_validation_data(
    revision: Revision,
    certificates: Sequence[x509.Certificate],
    crls: Sequence[x509.CertificateRevocationList],
) -> None:
    """The document's security store (ISO 32000-2, 12.8.4.3) with what was there and what is given."""
    catalog = revision.catalog()
    before = entry(catalog, "/DSS", {})
    store: dict[str, Any] = {"/Type": "/DSS"}
    for key, given in (("/Certs", certificates), ("/CRLs", crls)):
        held = array(entry(before, key, ()))
        known = {one.get_object().data for one in held}
        for der in (one.public_bytes(Encoding.DER) for one in given):
            if der not in known:
                known.add(der)
                held.append(revision.add_object(generic.StreamObject(stream_data=der)))
        if held:
            store[key] = revision.add_object(held)
    catalog[pdf_name("/DSS")] = revision.add_object(dictionary(store))
    revision.replace_catalog()
