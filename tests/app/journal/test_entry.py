"""An entry is exactly these bytes, and nobody can change one of them unnoticed."""

from __future__ import annotations

import hashlib
import json
import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.journal.device import DeviceKey
from app.journal.entry import Entry, TamperedEntry, verify_entry

# RFC 8032, section 7.1, test 1.
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")

# Written by hand from sync/PROTOCOL.md and RFC 8785: keys sorted, no blanks, UTF-8 as it is.
BODY = (
    '{"act":"circuit.served","bases":{},"boot":"boot-1","claimed_at":"2026-03-20T16:40:00+08:00",'
    '"fields":{"at":"2026-03-20T16:40:00+08:00","kind":"法治宣传","people":14,"place":"小口村"},'
    '"group":null,"head_seen":null,"monotonic_ms":60000,"officer":"judge-1","record":"circuit-1",'
    '"salt":"00000000000000000000000000000000"}'
).encode()
HEADER = (
    f'{{"body":"{hashlib.sha256(BODY).hexdigest()}","case":"court","compartment":"main",'
    f'"device":"{hashlib.sha256(PUBLIC).hexdigest()[:32]}","previous":null,"sequence":1,"shape":1}}'
).encode()


@pytest.fixture
def key():
    return DeviceKey.from_bytes(SEED)


@pytest.fixture
def entry(key, entry_of):
    return entry_of(key, 1)


def why_refused(entry, public=PUBLIC):
    with pytest.raises(TamperedEntry) as refused:
        verify_entry(entry, public)
    return refused.value.why


def changed(entry, *, header=None, body=None, signature=None, name=None):
    new = header or entry.header
    return Entry(
        name or hashlib.sha256(new).hexdigest(),
        new,
        signature or entry.signature,
        entry.body if body is None else body,
    )


def test_the_device_key_is_the_one_that_rfc_8032_prints(key):
    assert key.public == PUBLIC


def test_an_entry_of_shape_one_is_these_bytes(entry):
    assert entry.body == BODY
    assert entry.header == HEADER
    assert entry.name == hashlib.sha256(HEADER).hexdigest()


def test_openssl_finds_the_signature_good_over_the_prefix_and_the_header(entry, tmp_path):
    pem = Ed25519PublicKey.from_public_bytes(PUBLIC).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "public.pem").write_bytes(pem)
    (tmp_path / "signed").write_bytes(b"xunhui-entry-1\x00" + HEADER)
    (tmp_path / "signature").write_bytes(entry.signature)
    run = subprocess.run(
        [
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            "public.pem",
            "-rawin",
            "-in",
            "signed",
            "-sigfile",
            "signature",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr


def test_an_untouched_entry_holds(entry):
    verify_entry(entry, PUBLIC)


def test_every_single_bit_of_the_header_matters(entry):
    for place in range(len(entry.header)):
        header = bytearray(entry.header)
        header[place] ^= 1
        assert why_refused(changed(entry, header=bytes(header))) in (
            "header_is_not_canonical",
            "signature_does_not_hold",
        )


def test_a_header_under_another_name_is_refused(entry):
    assert why_refused(changed(entry, name="0" * 64)) == "name_is_not_header_digest"


def test_every_single_bit_of_the_body_matters(entry):
    for place in range(len(entry.body)):
        body = bytearray(entry.body)
        body[place] ^= 1
        assert why_refused(changed(entry, body=bytes(body))) == "body_is_not_what_was_signed"


def test_every_single_byte_of_the_signature_matters(entry):
    for place in range(len(entry.signature)):
        signature = bytearray(entry.signature)
        signature[place] ^= 0x10
        assert why_refused(changed(entry, signature=bytes(signature))) == "signature_does_not_hold"


def test_another_devices_key_does_not_vouch_for_the_entry(entry, randomness):
    assert why_refused(entry, DeviceKey.new(randomness).public) == "signature_does_not_hold"


def test_a_signature_over_the_header_alone_is_not_a_signature_of_an_entry(entry, key):
    assert why_refused(changed(entry, signature=key.sign(entry.header))) == "signature_does_not_hold"


@pytest.mark.parametrize(
    "header",
    [
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"null",
        b"[" * 100_000,
        HEADER.replace(b":1,", b": 1,"),
        HEADER.replace(b'"sequence":1', b'"sequence":1.0'),
        HEADER.replace(b'"sequence":1', b'"sequence":"1"'),
        HEADER.replace(b'"case":"court",', b""),
        HEADER.replace(b'"shape":1', b'"shape":1,"zeal":2'),
        HEADER.replace(b'"sequence":1', b'"sequence":true'),
        HEADER.replace(b'"sequence":1', b'"sequence":0'),
        HEADER.replace(b'"shape":1', b'"shape":"1"'),
        HEADER.replace(b'"case":"court"', b'"case":7'),
        HEADER.replace(b'"previous":null', b'"previous":[]'),
    ],
)
def test_a_header_that_is_not_canonical_is_refused_even_when_its_device_signed_it(header, key):
    signed = Entry(hashlib.sha256(header).hexdigest(), header, key.sign(b"xunhui-entry-1\x00" + header), BODY)
    assert why_refused(signed) == "header_is_not_canonical"


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b"not json",
        BODY.replace(b'"record":"circuit-1",', b""),
        BODY.replace(b'"fields":{', b'"more":1,"fields":{'),
        BODY.replace(b'"record":"circuit-1"', b'"record":7'),
        BODY.replace(b'"bases":{}', b'"bases":[]'),
        BODY.replace(b'"bases":{}', b'"bases":{"at":"x"}'),
        BODY.replace(b'"group":null', b'"group":{"id":1}'),
        BODY.replace(b'"act":"circuit.served"', b'"act":null'),
    ],
)
def test_a_body_that_lacks_a_part_of_its_shape_is_refused_even_when_its_device_signed_it(body, key):
    header = HEADER.replace(hashlib.sha256(BODY).hexdigest().encode(), hashlib.sha256(body).hexdigest().encode())
    signed = Entry(hashlib.sha256(header).hexdigest(), header, key.sign(b"xunhui-entry-1\x00" + header), body)
    assert why_refused(signed) == "body_is_not_of_its_shape"


def test_an_entry_whose_body_was_purged_still_holds(entry):
    verify_entry(Entry(entry.name, entry.header, entry.signature, None), PUBLIC)


def test_amounts_never_become_fractions(key, entry_of):
    with pytest.raises(Exception, match=r".*"):
        entry_of(key, 1, fields={"amount": float("nan")})


def test_salt_keeps_two_equal_happenings_apart(desk):
    for _ in range(2):
        desk.record("trip.departed", "trip-1", {"date": "2026-03-20", "stops": ["梧桐村"]})
    bodies = [json.loads(entry.body) for entry in desk.journal.of_record("trip-1")]
    assert bodies[0]["salt"] != bodies[1]["salt"]
    assert all(len(bytes.fromhex(body["salt"])) == 16 for body in bodies)
