"""A practice court says on everything that it is one, and answers in a process of its own."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from app.errors import NeedsCorrection, NotPossibleNow
from support.court_server import enrolled_laptop
from sync.client import run_round
from sync.enrolment import Ticket
from sync.link import court_offered
from sync.practice import court_process, free_port, make_practice_court
from sync.store import SyncStore


def name_of(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def test_every_certificate_of_a_practice_court_says_so(tmp_path: Path) -> None:
    port = free_port()
    court = make_practice_court(tmp_path / "court", port=port)
    for file in ("authority.pem", "server.pem"):
        assert "演练" in name_of(x509.load_pem_x509_certificate((court.folder / "keys" / file).read_bytes()))
    with court_process(court.folder, port):
        desk = enrolled_laptop(tmp_path / "laptop", 1, Ticket.read(court.folder / "tickets" / "1.json"))
        home = SyncStore(desk.database).home()
        assert home.practice
        assert "演练" in name_of(x509.load_der_x509_certificate(home.certificate))
        assert run_round(desk).finished
        assert court_offered(home.url).court == court.code


def test_a_court_with_a_long_name_has_its_certificates(tmp_path: Path) -> None:
    # 22 characters are 66 bytes of UTF-8, and a common name holds 64 (RFC 5280, A.1).
    court = make_practice_court(tmp_path / "court", name="新疆维吾尔自治区巴音郭楞蒙古自治州和静县人民法院")
    authority = x509.load_pem_x509_certificate((court.folder / "keys" / "authority.pem").read_bytes())
    assert name_of(authority).startswith("演练")


def test_a_courts_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    court = make_practice_court(tmp_path / "court")
    for file in (court.folder / "keys").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_court_is_never_made_over_another(tmp_path: Path) -> None:
    make_practice_court(tmp_path / "court")
    with pytest.raises(NeedsCorrection, match="court_exists"):
        make_practice_court(tmp_path / "court")


def test_leased_blocks_begin_behind_what_the_court_gave_out_itself(tmp_path: Path) -> None:
    from sync.enrolment import lease_blocks

    port = free_port()
    court = make_practice_court(tmp_path / "court", port=port, given_out=[("民初", 2026, 1500)])
    with court_process(court.folder, port):
        desk = enrolled_laptop(tmp_path / "laptop", 1, court.tickets[0])
        (block,) = lease_blocks(desk, [("民初", 2026, 10)])
    assert (block.first, block.last) == (1501, 1510)


def test_a_ticket_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ticket.json").write_text(json.dumps({"url": "https://127.0.0.1"}))
    with pytest.raises(NeedsCorrection, match="enrolment_ticket_unreadable"):
        Ticket.read(tmp_path / "ticket.json")


def test_a_folder_without_a_court_is_a_plain_refusal(tmp_path: Path) -> None:
    with pytest.raises(NotPossibleNow, match="court_server_did_not_start"), court_process(tmp_path, free_port()):
        pass
