"""Certificates of the court and of the parties, as openssl reads them."""

from __future__ import annotations

import datetime
import subprocess

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import NeedsCorrection, NotPossibleNow
from app.signing.api import P256_ORDER, SoftwareSigner, new_key, public_key_of
from app.signing.issuing import (
    IDENTITY_OID,
    from_pem,
    is_practice,
    issue_device_issuing,
    issue_officer,
    issue_party,
    make_court_ca,
    name_of,
    to_pem,
)


def test_openssl_takes_the_whole_chain_of_a_party(court, at, tmp_path):
    party = court.party("张𬱖", case_number="（2026）鲁0302民初17号", identity_sha256="ab" * 32)
    for name, chain in (("ca", court.ca.chain), ("device", court.device.chain[:1]), ("party", party.chain[:1])):
        (tmp_path / name).write_bytes(to_pem(chain))
    ran = subprocess.run(
        ["openssl", "verify", "-x509_strict", "-CAfile", "ca", "-untrusted", "device", "-attime",
         str(int(at.timestamp())), "party"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout.strip() == "party: OK", ran.stderr


def test_a_party_is_named_with_role_and_case_and_never_with_an_id_number(court, at):
    party = court.party("张𬱖", "原告", case_number="（2026）鲁0302民初17号", identity_sha256="ab" * 32).certificate
    told = {part.oid: part.value for part in party.subject}
    assert told[NameOID.COMMON_NAME] == "张𬱖"
    assert told[NameOID.TITLE] == "原告"
    assert told[NameOID.ORGANIZATIONAL_UNIT_NAME] == "（2026）鲁0302民初17号"
    assert NameOID.SERIAL_NUMBER not in told
    identity = party.extensions.get_extension_for_oid(IDENTITY_OID).value
    assert identity.value == b"\x04\x20" + bytes.fromhex("ab" * 32)


def test_a_partys_certificate_lasts_for_the_beijing_day(court, at):
    # 10:40 in Beijing is 02:40 UTC: the day began at 16:00 UTC the day before.
    party = court.party("王建国").certificate
    assert party.not_valid_before_utc == datetime.datetime(2026, 3, 19, 16, 0, tzinfo=datetime.UTC)
    assert party.not_valid_after_utc == datetime.datetime(2026, 3, 20, 15, 59, 59, tzinfo=datetime.UTC)


def test_signers_certificates_may_sign_and_nothing_else(court):
    for issued in (court.judge, court.seal, court.party("王建国")):
        usage = issued.certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        assert usage.digital_signature and usage.content_commitment
        assert not usage.key_cert_sign and not usage.crl_sign and not usage.key_encipherment
        constraints = issued.certificate.extensions.get_extension_for_class(x509.BasicConstraints)
        assert constraints.critical and not constraints.value.ca
    below = court.device.certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert below.ca and below.path_length == 0


def test_all_certificates_of_a_practice_court_say_so(court, at, randomness):
    for issued in (court.ca, court.device, court.judge, court.seal, court.party("王建国")):
        assert is_practice(issued.certificate)
    assert not is_practice(make_court_ca("淄川区人民法院", at=at, randomness=randomness).certificate)


def test_a_laptop_whose_certificate_is_out_of_date_issues_none(court, randomness):
    late = court.at + datetime.timedelta(days=500)
    with pytest.raises(NotPossibleNow, match="issuing_certificate_out_of_date"):
        issue_party(court.device, "王建国", "被告", at=late, randomness=randomness)
    with pytest.raises(NeedsCorrection, match="signer_name_missing"):
        issue_party(court.device, " ", "被告", at=court.at, randomness=randomness)


def test_an_officers_token_keeps_its_own_key(court, at, randomness):
    token = public_key_of(new_key(randomness))
    issued = issue_officer(court.ca, "林正和", "审判员", at=at, randomness=randomness, public_key=token)
    assert issued.private_key == b""
    assert issued.certificate.public_key() == token


def test_a_key_of_another_certificate_is_not_taken(court):
    with pytest.raises(ValueError, match="key_is_not_of_certificate"):
        SoftwareSigner(court.clerk.private_key, court.judge.chain)


def test_a_chain_comes_back_from_its_pem(court):
    chain = court.party("王建国").chain
    assert len(chain) == 3
    assert from_pem(to_pem(chain)) == chain


def test_two_certificates_never_share_a_serial_number(court, at, randomness):
    serials = {
        issue_device_issuing(court.ca, "3f20", at=at, randomness=randomness).certificate.serial_number
        for _ in range(20)
    }
    assert len(serials) == 20
    assert all(0 < serial < 1 << 127 for serial in serials)


@settings(max_examples=50)
@given(st.binary(min_size=32, max_size=32))
def test_a_drawn_key_is_always_within_the_group(drawn):
    draws = iter([bytes(32), P256_ORDER.to_bytes(32, "big"), b"\xff" * 32, drawn, b"\x01" * 32])
    key = new_key(lambda _: next(draws))
    assert 0 < int.from_bytes(key, "big") < P256_ORDER


def test_long_names_of_organisations_still_get_a_certificate(court):
    name = "中华人民共和国" * 12
    party = court.party(name).certificate
    common = party.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    assert len(common.encode()) <= 64 and name.startswith(common.removesuffix("…"))
    assert name_of(party) == name


def test_the_court_with_the_longest_name_gets_its_certificates(at, randomness):
    name = "新疆维吾尔自治区克孜勒苏柯尔克孜自治州中级人民法院"
    ca = make_court_ca(name, at=at, randomness=randomness, practice=True)
    assert name_of(ca.certificate) == f"{name}根证书"
    device = issue_device_issuing(ca, "3f20", at=at, randomness=randomness)
    party = issue_party(device, "阿不都热依木·买买提", "原告", at=at, randomness=randomness)
    assert name_of(party.certificate) == "阿不都热依木·买买提"
