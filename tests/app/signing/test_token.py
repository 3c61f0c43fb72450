"""A token signs without giving its key away; SoftHSM plays the token."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pkcs11.util.ec import encode_named_curve_parameters

from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.issuing import issue_officer
from app.signing.pades import sign_pdf
from app.signing.token import token_signer
from app.signing.verify import verify_pdf
from support.pki import TestCourt, openssl_verifies

MODULES = [Path("/usr/lib/softhsm/libsofthsm2.so"), Path("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")]
PIN = "246810"


@pytest.fixture(scope="module")
def module(tmp_path_factory) -> Path:
    """SoftHSM with two tokens, of which the judge's has a key."""
    found = next((path for path in MODULES if path.exists()), None)
    if found is None:
        pytest.skip("SoftHSM is not installed")
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    for label in ("judge", "empty"):
        command = ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "13579135"]
        subprocess.run(command, check=True, capture_output=True)
    return found


@pytest.fixture(scope="module")
def certified(module, court: TestCourt, at) -> TestCourt:
    """The judge's token after the court certified the key that was made in it."""
    with pkcs11.lib(str(module)).get_token(token_label="judge").open(rw=True, user_pin=PIN) as session:
        curve = {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}
        parameters = session.create_domain_parameters(pkcs11.KeyType.EC, curve, local=True)
        public, _ = parameters.generate_keypair(store=True, label="signing", id=b"\x01")
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public[pkcs11.Attribute.EC_POINT][2:])
        issued = issue_officer(court.ca, "林正和", "审判员", at=at, randomness=court.randomness, public_key=point)
        session.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.ID: b"\x01",
                pkcs11.Attribute.SUBJECT: issued.certificate.subject.public_bytes(),
                pkcs11.Attribute.VALUE: issued.certificate.public_bytes(serialization.Encoding.DER),
            }
        )
    return court


def test_a_paper_signed_by_a_token_holds(module, certified, paper, boxes, at, tmp_path):
    with token_signer(module, PIN, issuers=certified.roots, label="judge") as signer:
        signed = sign_pdf(paper, boxes["judge"], signer, reason="签发", name="林正和", at=at, final=True)
    report = verify_pdf(signed.pdf, certified.roots, signed.revisions)
    assert report.holds
    assert report.signatures[0].name == "林正和"
    assert openssl_verifies(signed.pdf, certified.roots, at, tmp_path) == [True]


def test_a_wrong_pin_is_refused(module, certified):
    with pytest.raises(NeedsCorrection, match="token_pin_wrong"), token_signer(module, "000000", label="judge"):
        pass


def test_a_token_that_is_not_there_is_refused(module, tmp_path):
    with pytest.raises(NotPossibleNow, match="token_missing"), token_signer(module, PIN, label="chief"):
        pass
    with pytest.raises(NotPossibleNow, match="token_missing"), token_signer(tmp_path / "none.so", PIN):
        pass


def test_a_token_without_a_certificate_is_refused(module):
    with pytest.raises(NotPossibleNow, match="token_without_certificate"), token_signer(module, PIN, label="empty"):
        pass


def test_the_signer_stops_when_the_token_is_closed(module, certified):
    with token_signer(module, PIN, label="judge") as signer:
        assert isinstance(signer.certificate_chain[0], x509.Certificate)
    with pytest.raises(NotPossibleNow, match="token_failed"):
        signer.sign(b"late")
