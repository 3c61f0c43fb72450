"""The journal takes what is well signed, once, and neither forgets nor changes it."""

from __future__ import annotations

import pytest

from app.journal.device import DeviceKey
from app.journal.devices import add_devices, known_devices
from app.journal.entry import Entry, ForkedDevice, TamperedEntry
from app.journal.journal import Journal
from app.storage.database import SqlError


def keys_of(*desks):
    return {desk.device.device_id: desk.device.public for desk in desks}


def write(desk, count, record="trip-1"):
    for number in range(count):
        desk.record("trip.departed", f"{record}-{number}", {"date": "2026-03-20", "stops": [f"第{number}村"]})
    return desk.journal.of_device(desk.device.device_id)


def put_raw(journal, entry):
    """Stores an entry as a burglar with the database key would: by plain SQL."""
    journal.database.execute(
        "INSERT INTO journal_header SELECT ?, ?, ?, ?, ?, ?, coalesce(max(arrived), 0) + 1 FROM journal_header",
        (entry.name, entry.device, entry.sequence, entry.header, entry.signature, entry.case),
    )
    journal.database.execute(
        "INSERT INTO journal_body VALUES (?, ?, ?, ?)", (entry.name, entry.record, entry.act, entry.body)
    )


def test_a_chain_begins_at_one_and_names_each_entry_before(desk):
    entries = write(desk, 3)
    assert [entry.sequence for entry in entries] == [1, 2, 3]
    assert [entry.previous for entry in entries] == [None, entries[0].name, entries[1].name]
    assert desk.journal.head(desk.device.device_id) == (3, entries[2].name)
    assert desk.journal.heads() == {desk.device.device_id: 3}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_header SET signature = x'00'",
        "UPDATE journal_header SET arrived = arrived + 100",
        "DELETE FROM journal_header",
        "UPDATE journal_body SET body = x'7b7d'",
        "UPDATE journal_body SET record = 'another'",
        "UPDATE journal_place SET log_index = 9",
        "INSERT OR REPLACE INTO journal_header SELECT * FROM journal_header",
        "UPDATE OR REPLACE journal_header SET name = 'x'",
    ],
)
def test_nothing_in_the_journal_is_changed_or_deleted(desk, statement):
    entries = write(desk, 2)
    desk.journal.place({entries[0].name: 7})
    before = desk.database.query("SELECT * FROM journal_header ORDER BY arrived")
    with pytest.raises(SqlError):
        desk.database.execute(statement)
    assert desk.database.query("SELECT * FROM journal_header ORDER BY arrived") == before
    assert desk.journal.verify(keys_of(desk)).holds


def test_taking_the_same_entries_again_is_harmless(desk, other):
    entries = write(desk, 4)
    assert other.journal.take(entries, keys_of(desk)) == entries
    assert other.journal.take(entries[1:], keys_of(desk)) == []
    assert other.journal.count() == 4
    assert other.journal.verify(keys_of(desk, other)).holds


def test_an_entry_of_a_device_that_the_court_never_named_is_refused(desk, other):
    with pytest.raises(TamperedEntry) as refused:
        other.journal.take(write(desk, 1), {})
    assert refused.value.why == "unknown_device"


def test_nothing_of_a_batch_is_kept_when_one_entry_does_not_hold(desk, other):
    good, bad = write(desk, 2)
    forged = Entry(bad.name, bad.header, bad.signature, bad.body.replace("第1村".encode(), "第9村".encode()))
    with pytest.raises(TamperedEntry) as refused:
        other.journal.take([good, forged], keys_of(desk))
    assert (refused.value.name, refused.value.why) == (bad.name, "body_is_not_what_was_signed")
    assert other.journal.count() == 0


def test_an_entry_that_does_not_link_to_the_one_before_is_refused(desk, other, entry_of):
    (first,) = write(desk, 1)
    other.journal.take([first], keys_of(desk))
    with pytest.raises(TamperedEntry) as refused:
        other.journal.take([entry_of(desk.device, 2, "0" * 64)], keys_of(desk))
    assert refused.value.why == "chain_is_broken"


def test_an_entry_that_the_next_one_does_not_link_to_is_refused(desk, other, entry_of):
    first, second = write(desk, 2)
    other.journal.take([second], keys_of(desk))
    with pytest.raises(TamperedEntry) as refused:
        other.journal.take([entry_of(desk.device, 1)], keys_of(desk))
    assert refused.value.why == "chain_is_broken"
    assert other.journal.take([first], keys_of(desk)) == [first]


def test_a_chain_does_not_begin_in_the_middle_of_nothing(desk, other, entry_of):
    for entry in (entry_of(desk.device, 1, "0" * 64), entry_of(desk.device, 2, None)):
        with pytest.raises(TamperedEntry) as refused:
            other.journal.take([entry], keys_of(desk))
        assert refused.value.why == "chain_is_broken"


def test_two_entries_for_one_place_in_a_chain_are_a_fork_and_both_are_shown(desk, other, entry_of):
    (first,) = write(desk, 1)
    clone = entry_of(desk.device, 1, record="another-1")
    other.journal.take([first], keys_of(desk))
    with pytest.raises(ForkedDevice) as fork:
        other.journal.take([clone], keys_of(desk))
    assert (fork.value.device, fork.value.sequence) == (desk.device.device_id, 1)
    assert [entry.name for entry in fork.value.entries] == [first.name, clone.name]
    assert other.journal.count() == 1


def test_entries_may_come_in_any_order_and_with_gaps(desk, other):
    entries = write(desk, 5)
    other.journal.take([entries[4], entries[1], entries[3]], keys_of(desk))
    assert [entry.sequence for entry in other.journal.of_device(desk.device.device_id)] == [2, 4, 5]
    assert other.journal.verify(keys_of(desk)).holds
    other.journal.take([entries[2], entries[0]], keys_of(desk))
    assert other.journal.of_device(desk.device.device_id) == entries


def test_of_device_goes_on_after_a_sequence_and_stops_at_the_limit(desk):
    entries = write(desk, 5)
    assert desk.journal.of_device(desk.device.device_id, after=1, limit=2) == entries[1:3]


def test_a_purged_body_leaves_a_chain_that_still_holds(desk):
    entries = write(desk, 3)
    desk.database.execute("DELETE FROM journal_body WHERE name = ?", (entries[1].name,))
    assert desk.journal.verify(keys_of(desk)).holds
    assert desk.journal.get(entries[1].name).body is None


@pytest.mark.parametrize("at", [0, 2, 4])
def test_verify_names_the_first_entry_that_fails(desk, at):
    entries = write(desk, 5)
    bad = entries[at]
    desk.database.execute("DROP TRIGGER journal_body_is_append_only")
    for later in entries[at:]:
        desk.database.execute("UPDATE journal_body SET body = x'7b7d' WHERE name = ?", (later.name,))
    report = desk.journal.verify(keys_of(desk))
    assert (report.holds, report.first_failing, report.why) == (False, bad.name, "body_is_not_what_was_signed")
    assert report.entries == at + 1


def test_verify_finds_a_chain_that_was_stitched(desk, other, entry_of):
    write(desk, 1)
    stitched = entry_of(desk.device, 2, "0" * 64)
    put_raw(desk.journal, stitched)
    report = desk.journal.verify(keys_of(desk))
    assert (report.holds, report.first_failing, report.why) == (False, stitched.name, "chain_is_broken")


def test_verify_finds_an_entry_filed_under_another_record_or_device(desk):
    entries = write(desk, 2)
    desk.database.execute("DROP TRIGGER journal_body_is_append_only")
    desk.database.execute("UPDATE journal_body SET record = 'elsewhere' WHERE name = ?", (entries[1].name,))
    report = desk.journal.verify(keys_of(desk))
    assert (report.holds, report.first_failing, report.why) == (False, entries[1].name, "filed_in_the_wrong_place")


def test_verify_finds_a_device_that_nobody_knows(desk, other):
    entries = write(desk, 1)
    report = desk.journal.verify(keys_of(other))
    assert (report.holds, report.first_failing, report.why) == (False, entries[0].name, "unknown_device")


def test_a_device_named_other_than_by_its_key_is_refused(desk, randomness):
    with pytest.raises(Exception, match="device_key_mismatch"):
        add_devices(desk.database, {"0" * 32: DeviceKey.new(randomness).public})
    assert set(known_devices(desk.database)) == {desk.device.device_id}


def test_places_in_the_courts_log_are_noted_once(desk):
    entries = write(desk, 3)
    assert desk.journal.place({entries[1].name: 40}) == {entries[1].name}
    assert desk.journal.place({entries[1].name: 40}) == set()
    assert desk.journal.get(entries[1].name).log_index == 40
    assert desk.journal.unplaced() == [entries[0].name, entries[2].name]


def test_another_place_replaces_the_one_before_and_whoever_stood_there_has_none(desk):
    """A court restored from a backup numbers anew what it is sent again."""
    first, second, third = write(desk, 3)
    desk.journal.place({first.name: 10, second.name: 11, third.name: 12})
    assert desk.journal.place({first.name: 10, third.name: 11}) == {second.name, third.name}
    placed = {entry.name: entry.log_index for entry in desk.journal.of_device(desk.device.device_id)}
    assert placed == {first.name: 10, second.name: None, third.name: 11}


def test_what_arrived_after_a_number_is_given_in_order(desk):
    entries = write(desk, 4)
    arrived = Journal(desk.database).after_arrival(2, 10)
    assert [(number, entry.name) for number, entry in arrived] == [(3, entries[2].name), (4, entries[3].name)]
