"""Whichever write fails, journal and tables agree afterwards, the officer is told by a code, and trying again works."""

from __future__ import annotations

import pytest

from app.errors import NotPossibleNow
from app.journal.devices import known_devices
from app.tell import JournalTeller
from support.acts import ACTS, acts_written
from support.faulty_disk import FAULTS, open_faulty
from support.village import database_key, desk_on, new_desk, told_rows


@pytest.fixture
def laptop(tmp_path):
    """A desk whose disk can be made to fail, and its disk."""
    database, disk = open_faulty(tmp_path / "xunhui.db", database_key(1))
    yield desk_on(database), disk
    disk.heal()
    database.close()


def fail_at_every(desk, disk, act):
    """Makes the act fail at one write after the other until it is through; gives how many writes it has."""
    what = act.before(desk)
    rows, count = told_rows(desk.database), desk.journal.count()
    words = list(FAULTS)
    number = 1
    while True:
        fault = words[number % len(words)]
        disk.fail_at(number, fault)
        try:
            act.do(desk, what)
        except NotPossibleNow as refusal:
            disk.heal()
            assert refusal.code == FAULTS[fault], number
            assert desk.journal.count() == count, number
            assert told_rows(desk.database) == rows, number
            assert not desk.database.connection.in_transaction
            number += 1
            continue
        break
    writes = disk.writes
    disk.heal()
    return writes, rows


def check_agreement(desk):
    assert desk.journal.verify(known_devices(desk.database)).holds
    rows = told_rows(desk.database)
    JournalTeller().retell_all(desk.database)
    assert told_rows(desk.database) == rows
    assert rows["untold"] == []


@pytest.mark.parametrize("name", ACTS)
def test_a_write_that_fails_leaves_nothing_half_done_and_the_act_then_succeeds(laptop, name):
    desk, disk = laptop
    writes, rows = fail_at_every(desk, disk, ACTS[name])
    assert writes >= 3, "BEGIN, an entry, COMMIT"
    assert told_rows(desk.database) != rows or name == "attach the sound"
    check_agreement(desk)


def test_there_is_no_act_of_the_program_whose_writes_are_not_made_to_fail(tmp_path):
    seen = set()
    for number, act in enumerate(ACTS.values()):
        desk = new_desk(tmp_path / str(number))
        what = act.before(desk)
        count = desk.journal.count()
        act.do(desk, what)
        seen |= {entry.act for _, entry in desk.journal.after_arrival(count, 1000)}
        desk.database.close()
    assert acts_written() - seen == set()


def test_the_first_write_and_the_commit_are_among_those_that_fail(laptop):
    desk, disk = laptop
    case = ACTS["take a payment"].before(desk)
    disk.fail_at(10_000, "disk I/O error")
    ACTS["take a payment"].do(desk, case)
    writes = disk.writes
    before = desk.journal.count()
    for number in (1, writes):
        disk.fail_at(number, "database or disk is full")
        with pytest.raises(NotPossibleNow, match="disk_full"):
            ACTS["take a payment"].do(desk, case)
        disk.heal()
        assert desk.journal.count() == before


@pytest.mark.parametrize("number", [1, 2, 3, 5, 9, 14])
def test_a_write_that_fails_while_entries_are_received_takes_none_of_them(laptop, tmp_path, number):
    from support.village import a_case, know_each_other, new_desk

    desk, disk = laptop
    other = new_desk(tmp_path / "other", 2)
    try:
        know_each_other(desk, other)
        a_case(other)
        entries = other.journal.of_device(other.device.device_id)
        rows, count = told_rows(desk.database), desk.journal.count()
        disk.fail_at(number, "database or disk is full")
        with pytest.raises(NotPossibleNow, match="disk_full"):
            desk.receive(entries)
        disk.heal()
        assert (told_rows(desk.database), desk.journal.count()) == (rows, count)
        assert len(desk.receive(entries)) == len(entries)
        check_agreement(desk)
    finally:
        other.database.close()


@pytest.mark.parametrize("number", [1, 4, 15, 40, 90])
def test_a_retelling_that_fails_leaves_the_tables_as_they_were(laptop, number):
    desk, disk = laptop
    for name in ("agree before the court", "end a turn", "take a payment"):
        ACTS[name].do(desk, ACTS[name].before(desk))
    rows = told_rows(desk.database)
    disk.fail_at(number, "database or disk is full")
    with pytest.raises(NotPossibleNow, match="disk_full"):
        JournalTeller().retell_all(desk.database)
    disk.heal()
    assert told_rows(desk.database) == rows
    check_agreement(desk)


def test_a_disk_that_is_really_full_refuses_by_code_and_goes_on_when_there_is_room(laptop):
    desk, _ = laptop
    sitting = ACTS["end a turn"].before(desk)
    pages = desk.database.query("PRAGMA page_count")[0]["page_count"]
    desk.database.execute(f"PRAGMA max_page_count = {pages}")
    said = 0
    with pytest.raises(NotPossibleNow, match="disk_full"):
        for said in range(10_000):  # noqa: B007
            ACTS["end a turn"].do(desk, sitting)
    check_agreement_of = desk.database.query("SELECT count(*) AS n FROM turn")[0]["n"]
    assert check_agreement_of == said
    desk.database.execute("PRAGMA max_page_count = 1073741823")
    ACTS["end a turn"].do(desk, sitting)
    check_agreement(desk)
