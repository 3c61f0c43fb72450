"""What the court's own people do at its server, by its command, and what laptops see of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.attachments.service import files_of
from app.desk import Desk
from app.errors import NotPossibleNow
from support.court_server import Court, CourtProcess, enrolled_laptop, free_port, running
from sync.client import run_round
from sync.enrolment import Ticket, lease_blocks
from sync.receipts import safe_at_court
from sync.server.office import main


def office(folder: Path, *words: str) -> None:
    assert main([str(folder), *words]) == 0


def test_a_court_made_by_the_command_enrols_a_laptop_by_its_ticket(tmp_path: Path) -> None:
    folder, port = tmp_path / "court", free_port()
    office(folder, "make", "鲁0302", "某某区人民法院", "--host", "127.0.0.1")
    office(folder, "ticket", str(tmp_path / "1.json"), f"https://127.0.0.1:{port}", "1号机")
    office(folder, "numbers", "民初", "2026", "1500")
    with running(CourtProcess(folder, port)):
        one = enrolled_laptop(tmp_path / "one", 1, Ticket.read(tmp_path / "1.json"))
        (block,) = lease_blocks(one, [("民初", 2026, 5)])
    assert block.first == 1501


def test_making_a_court_twice_is_refused_by_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [str(tmp_path / "court"), "make", "鲁0302", "某某区人民法院", "--host", "127.0.0.1"]
    assert main(words) == 0
    assert main(words) == 2
    assert capsys.readouterr().out == "court_exists\n"


def test_a_revoked_laptop_is_refused_and_every_other_one_learns_of_it(
    laptop: Callable[..., Desk], court: Court
) -> None:
    lost, other = laptop(0), laptop(1)
    device = lost.device.device_id
    office(court.folder, "revoke", "device", device, "遗失")
    with pytest.raises(NotPossibleNow, match="device_revoked"):
        run_round(lost)
    run_round(other)
    assert other.fields_of(f"device-{device}")["revoked"] == "遗失"


def test_an_act_of_an_officer_since_revoked_is_kept_and_flagged(
    laptop: Callable[..., Desk], court: Court, capsys: pytest.CaptureFixture[str]
) -> None:
    one = laptop(0)
    office(court.folder, "revoke", "officer", one.officer.id, "调离")
    one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
    report = run_round(one)
    capsys.readouterr()
    office(court.folder, "state")
    told = json.loads(capsys.readouterr().out)
    (entry,) = one.journal.of_case("case-1")
    assert report.finished
    assert [(each["name"], each["flags"]) for each in told["flagged"]] == [(entry.name, "officer_revoked")]


def test_a_case_may_leave_the_laptop_only_once_a_tested_backup_covers_it(
    laptop: Callable[..., Desk], court: Court
) -> None:
    one = laptop(0)
    stored = files_of(one).add(b"a photograph")
    fields = {"digest": stored.digest, "size": stored.size, "name": "照片", "media_type": "image/png"}
    one.record("attachment.added", "attachment-1", fields, case="case-1")
    (name,) = [entry.name for entry in one.journal.of_case("case-1")]

    assert not safe_at_court(one.database, [name], [stored.digest])
    run_round(one)
    assert not safe_at_court(one.database, [name], [stored.digest])
    office(court.folder, "backed-up", "2")
    run_round(one)
    assert safe_at_court(one.database, [name], [])
    assert not safe_at_court(one.database, [name], [stored.digest])
    office(court.folder, "backed-up", "3")
    run_round(one)
    assert safe_at_court(one.database, [name], [stored.digest])
