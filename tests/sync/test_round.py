"""A round carries a laptop's day to the court and back, over real TLS to a real process."""

from __future__ import annotations

from collections.abc import Callable

from app.attachments.service import files_of
from app.desk import Desk
from support.court_server import told
from sync.client import run_round
from sync.enrolment import lease_blocks
from sync.receipts import receipt_for_entry, safe_at_court
from sync.store import SyncStore

Laptop = Callable[..., Desk]


def test_what_one_laptop_wrote_is_on_the_other_after_both_had_a_round(laptop: Laptop) -> None:
    one, two = laptop(0), laptop(1)
    with one.together():
        one.record("party.named", "party-1", {"name": "张𬱖"}, case="case-1")
        one.record("party.named", "party-2", {"name": "李四"}, case="case-1")
    one.record("mediation.agreed", "mediation-1", {"text": "分三期付清"}, case="case-1")

    sent = run_round(one)
    came = run_round(two)

    assert (sent.finished, sent.pushed, came.finished) == (True, 3, True)
    assert told(one) == told(two)
    assert two.fields_of("party-1") == {"name": "张𬱖"}


def test_a_second_round_sends_and_takes_nothing_again(laptop: Laptop) -> None:
    one = laptop(0)
    one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
    run_round(one)

    again = run_round(one)

    assert (again.pushed, again.pulled, again.receipts) == (0, 0, 0)


def test_every_entry_gets_a_receipt_that_anyone_can_check(laptop: Laptop) -> None:
    one = laptop(0)
    for number in range(20):
        one.record("turn.spoken", f"turn-{number}", {"text": "是"}, case="case-1")

    run_round(one)

    home = SyncStore(one.database).home()
    for entry in one.journal.of_case("case-1"):
        receipt = receipt_for_entry(one.database, entry.name)
        assert receipt is not None
        receipt.verify(home.court, home.log_key)


def test_two_edits_of_one_field_are_both_on_both_laptops_and_the_first_received_stands(laptop: Laptop) -> None:
    one, two = laptop(0), laptop(1)
    one.record("party.named", "party-1", {"address": "甲村1号"}, case="case-1")
    run_round(one)
    run_round(two)
    one.record("party.corrected", "party-1", {"address": "甲村2号"}, case="case-1")
    two.record("party.corrected", "party-1", {"address": "乙村3号"}, case="case-1")

    run_round(two)
    run_round(one)
    run_round(two)

    assert told(one) == told(two)
    assert one.fields_of("party-1") == {"address": "乙村3号"}
    assert len(one.told("party-1").rivals) == 1

    one.decide("party-1", "address", "甲村2号")
    run_round(one)
    run_round(two)
    assert two.fields_of("party-1") == {"address": "甲村2号"}
    assert not two.told("party-1").rivals


def test_an_attachment_goes_to_the_court_and_comes_to_the_other_laptop(laptop: Laptop) -> None:
    one, two = laptop(0), laptop(1)
    photo = bytes(range(256)) * 1000
    stored = files_of(one).add(photo)
    one.record(
        "attachment.added",
        "attachment-1",
        {"digest": stored.digest, "size": stored.size, "name": "借条", "media_type": "image/jpeg"},
        case="case-1",
    )

    sent = run_round(one)

    assert sent.attachments_sent == 1
    run_round(two)
    assert files_of(two).read(stored.digest) == photo
    entries = [entry.name for entry in one.journal.of_case("case-1")]
    assert not safe_at_court(one.database, entries, [stored.digest])


def test_leased_blocks_never_overlap_and_are_told_on_every_laptop(laptop: Laptop) -> None:
    one, two = laptop(0), laptop(1)

    (first, other) = lease_blocks(one, [("民初", 2026, 10), ("诉前调确", 2026, 5)])
    (second,) = lease_blocks(two, [("民初", 2026, 10)])

    assert (first.first, first.last, other.first, other.last) == (1, 10, 1, 5)
    assert (second.first, second.last) == (11, 20)
    run_round(one)
    assert one.fields_of("block-鲁0302-民初-2026-11")["device"] == two.device.device_id
