"""A court restored from an older backup: found out by its heads, sent everything again, its old word kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.desk import Desk
from app.errors import NotPossibleNow
from support.court_server import Court, CourtProcess, enrolled_laptop, running, told
from sync.client import run_round
from sync.enrolment import lease_blocks
from sync.merge import Arrivals
from sync.messages import leaf_of_attachment
from sync.receipts import old_receipts_for_entry, receipt_for_entry
from sync.store import SyncStore

DIGEST = "ab" * 32


@pytest.fixture
def backup(court: Court, tmp_path: Path) -> Callable[[], None]:
    """The court's folder, while nobody serves it, is kept; the next call puts it back."""
    kept = tmp_path / "backup"

    def keep_or_restore() -> None:
        source, target = (kept, court.folder) if kept.exists() else (court.folder, kept)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)

    return keep_or_restore


@contextmanager
def serving(court: Court) -> Iterator[None]:
    with running(CourtProcess(court.folder, court.port)) as process:
        yield
        process.stop()


def laptop(court: Court, folder: Path, number: int) -> Desk:
    return enrolled_laptop(folder / f"laptop-{number}", number + 1, court.ticket(number))


def write(desk: Desk, *records: str) -> None:
    for record in records:
        desk.record("turn.spoken", record, {"text": f"{record}说的话"}, case="case-1")


def all_receipted(desk: Desk) -> bool:
    names = [entry.name for entry in desk.journal.of_device(desk.device.device_id)]
    return bool(names) and all(receipt_for_entry(desk.database, name) for name in names)


def test_what_the_court_lost_is_sent_again_and_the_old_receipt_stands_as_evidence_beside_the_new(
    court: Court, backup: Callable[[], None], tmp_path: Path
) -> None:
    with serving(court):
        one, two = laptop(court, tmp_path, 0), laptop(court, tmp_path, 1)
        write(one, "turn-1")
        run_round(one)
    backup()
    with serving(court):
        write(one, "turn-2")
        run_round(one)
    (name,) = [entry.name for entry in one.journal.of_record("turn-2")]
    before = receipt_for_entry(one.database, name)
    backup()
    with serving(court):
        # The other laptop comes first: what it sends now stands where the lost entry stood.
        write(two, "turn-3", "turn-4")
        run_round(two)
        report = run_round(one)
        run_round(two)
        assert not run_round(one).court_set_back

    assert report.court_set_back and report.finished
    home = SyncStore(one.database).home()
    after = receipt_for_entry(one.database, name)
    assert before is not None and after is not None and after.place != before.place
    after.verify(home.court, home.log_key)
    (old,) = old_receipts_for_entry(one.database, name)
    assert (old.place, old.head.root) == (before.place, before.head.root)
    old.verify(home.court, home.log_key)
    assert one.journal.of_record("turn-2")[0].log_index == after.place
    assert all_receipted(one) and told(one) == told(two)


@pytest.mark.parametrize("first", [0, 1])
def test_the_value_that_stood_before_the_court_was_set_back_still_stands_on_every_laptop(
    court: Court, backup: Callable[[], None], tmp_path: Path, first: int
) -> None:
    with serving(court):
        one, two = laptop(court, tmp_path, 0), laptop(court, tmp_path, 1)
        one.record("party.named", "party-1", {"address": "甲村1号"}, case="case-1")
        run_round(one)
        run_round(two)
    backup()
    with serving(court):
        one.record("party.corrected", "party-1", {"address": "甲村2号"}, case="case-1")
        two.record("party.corrected", "party-1", {"address": "乙村3号"}, case="case-1")
        for desk in (one, two, one):
            run_round(desk)
    backup()
    with serving(court):
        # Whoever comes first brings both, in the order that they had.
        for number in (first, 1 - first, first):
            run_round((one, two)[number])

    places = [[entry.log_index for entry in desk.journal.of_record("party-1")] for desk in (one, two)]
    assert None not in places[0] and sorted(map(str, places[0])) == sorted(map(str, places[1]))
    assert told(one) == told(two)
    assert {desk.fields_of("party-1")["address"] for desk in (one, two)} == {"甲村2号"}


def test_a_laptop_returns_what_another_wrote_that_is_no_more(
    court: Court, backup: Callable[[], None], tmp_path: Path
) -> None:
    with serving(court):
        one, lost = laptop(court, tmp_path, 0), laptop(court, tmp_path, 1)
        run_round(one)
    backup()
    with serving(court):
        write(lost, "turn-1", "turn-2")
        run_round(lost)
        run_round(one)
    backup()
    with serving(court):
        assert run_round(one).court_set_back
        newcomer = laptop(court, tmp_path, 2)
        run_round(newcomer)

    assert newcomer.fields_of("turn-2") == {"text": "turn-2说的话"}


def test_a_restored_court_learns_from_the_laptops_which_numbers_it_had_leased(
    court: Court, backup: Callable[[], None], tmp_path: Path
) -> None:
    with serving(court):
        one, two = laptop(court, tmp_path, 0), laptop(court, tmp_path, 1)
    backup()
    with serving(court):
        (before,) = lease_blocks(one, [("民初", 2026, 10)])
    backup()
    with serving(court):
        assert run_round(one).court_set_back
        (after,) = lease_blocks(two, [("民初", 2026, 10)])
        run_round(one)

    assert (before.first, before.last) == (1, 10)
    assert (after.first, after.last) == (11, 20)
    assert told(one) == told(two)


def test_a_court_that_was_not_set_back_can_not_tell_another_place_than_it_had_proven(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    one = laptop(court, tmp_path, 0)
    store = SyncStore(one.database)
    arrivals = Arrivals(one, store.home())
    arrivals.note_attachment(DIGEST, 5)
    arrivals.note_attachment(DIGEST, 6)
    store.keep_proofs(8, [(leaf_of_attachment(DIGEST), b"")])

    with pytest.raises(NotPossibleNow, match="court_receipt_false"):
        arrivals.note_attachment(DIGEST, 7)

    row = store.receipt_row(leaf_of_attachment(DIGEST))
    assert row is not None and row["place"] == 6
