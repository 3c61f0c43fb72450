"""A newcomer with a code: sees the court's words first, and is left with a profile that belongs to it, or with none."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cases.court import read_court
from app.cases.numbers import lease_block
from app.clock import SystemClock
from app.desk import Desk, Officer
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.lease import count_lease, extend_lease
from app.keys.recovery import open_with_escrow
from app.keys.session import unlock
from app.keys.shares import share_from_text
from app.tell import JournalTeller
from support.village import COURT, a_case
from sync.client import run_round
from sync.enrolment import Ticket
from sync.newcomer import Choice, settle_in, ticket_for, welcomed
from sync.serve import CourtServer
from sync.server.folder import open_court
from sync.server.office import main

PASSPHRASE, PIN = "白杨树下 三十里 秋天的 课桌", "274916"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice court that the office's own command made, with settings and two officers."""
    folder = tmp_path / "court"
    (tmp_path / "settings.json").write_text(json.dumps({"court": COURT}), encoding="utf-8")
    for words in (
        ("make", COURT["code"], COURT["name"], "--host", "127.0.0.1", "--practice"),
        ("settings", str(tmp_path / "settings.json")),
        ("officer", "judge-1", "林正和", "judge"),
        ("officer", "clerk-1", "苏雨桐", "clerk"),
        ("officer", "clerk-9", "调走的人", "clerk"),
        ("revoke", "officer", "clerk-9", "调离"),
    ):
        assert main([str(folder), *words]) == 0
    return folder


@pytest.fixture
def server(folder: Path) -> Iterator[CourtServer]:
    with CourtServer(open_court(folder, SystemClock())) as running:
        yield running


@pytest.fixture
def slip(folder: Path, server: CourtServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the court prints for a new laptop: address, code, words."""
    capsys.readouterr()
    assert main([str(folder), "ticket", str(tmp_path / "1.json"), server.url, "1号机"]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_words_on_the_slip_are_those_of_the_court_that_answers(slip: list[str], tmp_path: Path) -> None:
    url, code, words = slip
    typed = ticket_for(url.removeprefix("https://") + "/", code)
    assert typed.words == words and len(words.split()) == 10
    assert typed == Ticket.read(tmp_path / "1.json")


def test_another_court_in_its_place_has_other_words(slip: list[str], tmp_path: Path) -> None:
    _, code, words = slip
    assert main([str(tmp_path / "other"), "make", COURT["code"], COURT["name"], "--host", "127.0.0.1"]) == 0
    with CourtServer(open_court(tmp_path / "other", SystemClock())) as imposter:
        assert ticket_for(imposter.url, code).words != words
        # Nor does the true ticket speak to it.
        with pytest.raises(NotPossibleNow, match="wrong_court"):
            welcomed(dataclasses.replace(Ticket.read(tmp_path / "1.json"), url=imposter.url))


def test_a_newcomer_chooses_among_the_officers_whom_the_court_has_named(slip: list[str]) -> None:
    welcome = welcomed(ticket_for(slip[0], slip[1]))
    assert [(one.id, one.name, one.role) for one in welcome.officers] == [
        ("clerk-1", "苏雨桐", "clerk"),
        ("judge-1", "林正和", "judge"),
    ]
    with pytest.raises(NeedsCorrection, match="enrolment_code_wrong"):
        welcomed(ticket_for(slip[0], "AAAAA-AAAAA-AAAAA-AAAAA"))


def test_a_newcomer_is_left_with_a_profile_that_belongs_to_the_court(
    slip: list[str], tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, profile = SystemClock(), tmp_path / "profile"
    chosen = [Choice("judge-1", PASSPHRASE, PIN), Choice("clerk-1", PASSPHRASE, PIN)]
    settled = settle_in(profile, ticket_for(slip[0], slip[1]), chosen, clock, os.urandom)
    capsys.readouterr()
    assert main([str(folder), "keys"]) == 0
    asked = json.loads(capsys.readouterr().out)
    assert {each["words"] for each in asked} == {words for _, words in settled.waiting}
    assert {each["holder"] for each in asked if each["use"] == "officer"} == {"judge-1", "clerk-1"}
    assert main([str(folder), "certify", *(each["key"] for each in asked)]) == 0
    session = unlock(profile, "clerk-1", PASSPHRASE, clock, os.urandom)
    assert session.officer.name == "苏雨桐"
    assert read_court(session.database).tribunal == COURT["tribunal"]
    session.lock()


def test_what_the_court_refuses_leaves_no_profile(slip: list[str], tmp_path: Path) -> None:
    ticket, profile = ticket_for(slip[0], slip[1]), tmp_path / "profile"
    with pytest.raises(NeedsCorrection, match="no_such_officer"):
        settle_in(profile, ticket, [Choice("clerk-9", PASSPHRASE, PIN)], SystemClock(), os.urandom)
    settle_in(tmp_path / "first", ticket, [Choice("clerk-1", PASSPHRASE, PIN)], SystemClock(), os.urandom)
    with pytest.raises(NeedsCorrection, match="enrolment_code_wrong"):
        settle_in(profile, ticket, [Choice("clerk-1", PASSPHRASE, PIN)], SystemClock(), os.urandom)
    assert not profile.exists()


def test_an_address_that_is_none_is_refused_plainly() -> None:
    with pytest.raises(NeedsCorrection, match="court_address_wrong"):
        ticket_for("http://127.0.0.1:1", "")
    for nobody in ("127.0.0.1:1", "https://127.0.0.1:notaport"):
        with pytest.raises(NotPossibleNow, match="server_unreachable"):
            ticket_for(nobody, "")


def test_the_court_makes_the_code_that_extends_a_lease_over_the_telephone(
    slip: list[str], tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, clock = tmp_path / "profile", SystemClock()
    settled = settle_in(profile, ticket_for(slip[0], slip[1]), [Choice("judge-1", PASSPHRASE, PIN)], clock, os.urandom)
    capsys.readouterr()
    assert main([str(folder), "lease", settled.device[:8], "0", "7"]) == 0
    code = capsys.readouterr().out.strip()
    session = unlock(profile, "judge-1", PASSPHRASE, clock, os.urandom)
    before = count_lease(session.database, clock)
    extend_lease(session.database, clock, code, ("judge-1", "clerk-1"))
    after = count_lease(session.database, clock)
    assert (after.days_left - before.days_left, after.extensions) == (7, 1)
    session.lock()
    assert main([str(folder), "lease", "ffffffff", "0", "7"]) == 2
    assert capsys.readouterr().out == "device_unknown\n"


def test_a_lease_that_has_run_out_begins_anew_with_the_next_round(slip: list[str], tmp_path: Path, clock: Any) -> None:
    profile = tmp_path / "profile"
    settle_in(profile, ticket_for(slip[0], slip[1]), [Choice("clerk-1", PASSPHRASE, PIN)], clock, os.urandom)
    session = unlock(profile, "clerk-1", PASSPHRASE, clock, os.urandom)
    clerk = Officer("clerk-1", "苏雨桐", "clerk")
    desk = Desk(session.database, JournalTeller(), clock, os.urandom, clerk, session.device)
    for _ in range(31):
        clock.forward(days=1)
        count_lease(session.database, clock)
    lease_block(desk, COURT["code"], "民初", 2026, 1501, 1599)
    with pytest.raises(NotPossibleNow, match="lease_over"):
        a_case(desk)
    run_round(desk)
    assert a_case(desk)
    session.lock()


def test_two_of_the_three_escrow_shares_open_what_a_newcomer_made(
    slip: list[str], tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "escrow"]) == 0
    shares = [share_from_text(line) for line in capsys.readouterr().out.splitlines()]
    assert len(shares) == 3
    profile, clock = tmp_path / "profile", SystemClock()
    settle_in(profile, ticket_for(slip[0], slip[1]), [Choice("judge-1", PASSPHRASE, PIN)], clock, os.urandom)
    successor = ("judge-2", "新法官", "judge")
    session = open_with_escrow(profile, shares[1:], successor, "另一句 完全 不同的 长口令", "581370", clock, os.urandom)
    assert session.officer.name == "新法官"
    session.lock()
