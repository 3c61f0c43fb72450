"""Whatever is cut, killed or set back, the next round goes on and nothing is lost or doubled."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.attachments.service import files_of
from app.desk import Desk
from app.errors import NotPossibleNow
from app.journal.device import DeviceKey
from app.journal.told import Told
from app.storage.database import Database
from support.court_server import Court, CourtProcess, FieldTeller, enrolled_laptop, new_laptop, running, told
from support.cutting_proxy import CuttingProxy
from support.dying_court import serve_until_a_batch
from sync.client import Progress, Round, run_round
from sync.enrolment import lease_blocks
from sync.receipts import receipt_for_attachment, receipt_for_entry
from sync.store import SyncStore

KIB64 = 64 * 1024


def write_turns(desk: Desk, count: int, case: str = "case-1") -> None:
    text = random.Random(count)
    for number in range(count):
        words = "".join(chr(text.randrange(0x4E00, 0x9FA5)) for _ in range(60))
        desk.record("turn.spoken", f"turn-{desk.device.device_id[:6]}-{number}", {"text": words}, case=case)


def attach(desk: Desk, data: bytes, case: str = "case-1") -> str:
    stored = files_of(desk).add(data)
    fields = {"digest": stored.digest, "size": stored.size, "name": "证据", "media_type": "image/jpeg"}
    desk.record("attachment.added", desk.new_id("attachment"), fields, case=case)
    return stored.digest


def all_receipted(desk: Desk) -> bool:
    names = [entry.name for entry in desk.journal.of_device(desk.device.device_id)]
    return bool(names) and all(receipt_for_entry(desk.database, name) for name in names)


def test_a_link_that_breaks_every_64_kib_still_carries_everything_both_ways(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    with CuttingProxy(court.port, KIB64) as road:
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0, road.port))
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1, road.port))
        write_turns(one, 300)
        photo = attach(one, random.Random(7).randbytes(300_000))

        sent = run_round(one)
        came = run_round(two)
        run_round(one)

    assert sent.finished and came.finished
    assert sent.connections > 3 and came.connections > 3
    assert told(one) == told(two)
    assert all_receipted(one)
    assert receipt_for_attachment(one.database, photo) is not None
    assert files_of(two).read(photo) == random.Random(7).randbytes(300_000)


def test_a_lease_over_a_breaking_link_gives_one_block(court: Court, server: CourtProcess, tmp_path: Path) -> None:
    with CuttingProxy(court.port, 12_000) as road:
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0, road.port))
        write_turns(one, 30)
        (block,) = lease_blocks(one, [("民初", 2026, 10)])
        (other,) = lease_blocks(one, [("民初", 2026, 10)])
    assert (block.first, block.last, other.first) == (1, 10, 11)
    assert one.fields_of("block-鲁0302-民初-2026-1")["last"] == 10


@pytest.mark.parametrize("limit", [12_000, 20_000, 40_000])
def test_wherever_the_link_breaks_the_day_arrives_once(
    court: Court, server: CourtProcess, tmp_path: Path, limit: int
) -> None:
    with CuttingProxy(court.port, limit) as road:
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0, road.port))
        write_turns(one, 60)
        run_round(one)
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
        run_round(two)
        run_round(one)

    assert told(one) == told(two)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_server_killed_around_its_commit_has_each_entry_once_afterwards(
    court: Court, tmp_path: Path, when: str
) -> None:
    dying = CourtProcess(court.folder, court.port, partial(serve_until_a_batch, when=when))
    with running(dying):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
        write_turns(one, 40)
        with pytest.raises(NotPossibleNow, match="server_unreachable"):
            run_round(one)
        dying.wait_until_dead()

    with running(CourtProcess(court.folder, court.port)):
        again = run_round(one)
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
        run_round(two)
        run_round(one)

    assert again.pushed == (40 if when == "before" else 0)
    assert all_receipted(one)
    assert told(one) == told(two)
    assert len(two.journal.of_device(one.device.device_id)) == 40


def test_a_round_that_was_cancelled_goes_on_next_time(laptop: Callable[..., Desk]) -> None:
    one = laptop(0)
    write_turns(one, 50)
    carried: list[Round] = []

    def stop(progress: Progress) -> None:
        if progress.stage == "pull":
            carried[0].cancel()

    carried.append(Round(one, progress=stop))
    cut = carried[0].run()
    rest = run_round(one)

    assert (cut.finished, cut.pushed) == (False, 50)
    assert (rest.finished, rest.pushed) == (True, 0)
    assert all_receipted(one)


def test_a_round_is_cancelled_between_two_transactions_of_one_page(laptop: Callable[..., Desk]) -> None:
    one, two = laptop(0), laptop(1)
    write_turns(one, 50)
    run_round(one)
    carried: list[Round] = []

    class Impatient(FieldTeller):
        def retell(self, database: Database, told: Told, *, first: bool = False) -> None:
            super().retell(database, told, first=first)
            carried[0].cancel()

    two.teller = Impatient()
    carried.append(Round(two))
    cut = carried[0].run()
    held = len(two.journal.of_device(one.device.device_id))
    two.teller = FieldTeller()
    rest = run_round(two)

    assert not cut.finished and 0 < held < 50
    assert rest.finished and told(two) == told(one)


def test_no_server_is_a_plain_refusal(court: Court, tmp_path: Path) -> None:
    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    with pytest.raises(NotPossibleNow, match=r"^server_unreachable$"):
        run_round(one)


def test_a_laptop_whose_disk_was_set_back_takes_home_what_it_had_sent_and_does_not_fork(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    write_turns(one, 5)
    one.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(tmp_path / "one", tmp_path / "old")
    one.record("mediation.agreed", "mediation-1", {"text": "和好"}, case="case-1")
    run_round(one)

    old = new_laptop(tmp_path / "old", 1, key=DeviceKey.from_bytes(one.device.seed))
    first = run_round(old)
    old.record("service.delivered", "service-1", {"how": "直接送达"}, case="case-1")
    second = run_round(old)

    assert not first.forked and not second.forked
    assert old.fields_of("mediation-1") == {"text": "和好"}
    run_round(one)


def test_a_cloned_disk_forks_the_device_and_both_branches_are_kept(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    write_turns(one, 5)
    one.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(tmp_path / "one", tmp_path / "clone")
    clone = new_laptop(tmp_path / "clone", 1, key=DeviceKey.from_bytes(one.device.seed))
    one.record("mediation.agreed", "mediation-1", {"text": "和好"}, case="case-1")
    clone.record("mediation.agreed", "mediation-2", {"text": "分期"}, case="case-1")
    clone.record("service.delivered", "service-2", {"how": "直接送达"}, case="case-1")

    run_round(one)
    report = run_round(clone)

    assert report.finished and report.forked
    assert all_receipted(one) and all_receipted(clone)
    watcher = enrolled_laptop(tmp_path / "watcher", 3, court.ticket(2))
    seen = run_round(watcher)
    assert watcher.fields_of("mediation-1") == {"text": "和好"}
    assert [entry.record for entry in SyncStore(watcher.database).held_back()] == ["mediation-2", "service-2"]
    assert (seen.finished, seen.held_back) == (True, 2)
    assert run_round(watcher).finished
