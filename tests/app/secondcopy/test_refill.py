"""A broken page or disk is refilled from what is readable and from the second copy; what is missing is named."""

from __future__ import annotations

import shutil

import pytest

from app.errors import NotPossibleNow
from app.journal.devices import known_devices
from app.keys.device_keys import renew_device_key
from app.keys.slots import WithPassphrase, open_slot
from app.secondcopy.refill import refill, refill_signed_in, restore_slots
from app.secondcopy.salvage import page_faults
from app.storage.drafts import load_draft, save_draft
from app.storage.settings import read_setting, write_setting

PASSPHRASE = "山路 十八弯 案卷 在背上"


def test_a_whole_database_has_no_faults_and_a_spoilt_page_is_found(laptop):
    laptop.write(30)
    assert page_faults(laptop.database) == []
    laptop.close()
    laptop.spoil_page(laptop.pages() - 3)
    laptop.open()
    assert page_faults(laptop.database) == [f"HMAC verification failed for page {laptop.pages() - 3}"]


def test_every_page_spoilt_in_turn_is_refilled_whole_from_the_copy(laptop, tmp_path):
    written = laptop.write(60)
    photo = laptop.attach(b"photo of the loan note")
    laptop.copy.catch_up()
    laptop.close()
    whole = laptop.profile
    for page in range(1, laptop.pages() + 1, 3):
        laptop.profile = tmp_path / f"page-{page}"
        shutil.copytree(whole, laptop.profile)
        laptop.spoil_page(page)
        report = refill(laptop.profile, laptop.key, laptop.randomness)
        assert report.entries == 61 and not report.missing and not report.refused, page
        assert report.attachments_missing == () and report.without_body == ()
        assert report.damaged_file is not None and report.damaged_file.exists()
        laptop.open()
        assert [laptop.journal.get(entry.name) for entry in written] == written
        assert laptop.files.read(photo) == b"photo of the loan note"
        assert laptop.session.device.device_id == laptop.device.device_id
        assert page_faults(laptop.database) == []
        assert laptop.journal.verify({laptop.device.device_id: laptop.device.public}).holds
        laptop.close()
        shutil.rmtree(laptop.profile)


def test_without_a_copy_what_is_readable_is_kept_and_what_is_not_is_named(laptop):
    laptop.write(300)
    laptop.close()
    for page in range(laptop.pages() - 60, laptop.pages() - 20, 10):
        laptop.spoil_page(page)
    report = refill(laptop.profile, laptop.key, laptop.randomness)
    assert report.copies == 0 and report.from_copy == 0
    lost = len(report.missing) + len(report.without_body)
    assert 0 < lost < 150
    assert report.entries + len(report.missing) == 300
    laptop.open()
    for missing in report.missing[:-1]:
        assert missing.device == laptop.device.device_id
        assert missing.name is None or len(missing.name) == 64
    assert report.entries == laptop.journal.count()


def test_a_copy_that_lags_behind_gives_what_it_has_and_the_readable_rest_is_not_lost(laptop):
    laptop.write(100)
    laptop.copy.catch_up()
    later = laptop.write(20)
    laptop.close()
    laptop.spoil_page(20)
    report = refill(laptop.profile, laptop.key, laptop.randomness)
    laptop.open()
    assert report.entries >= 100
    held = {entry.name for entry in later if laptop.journal.get(entry.name)}
    assert held or not report.end_known


def test_a_new_disk_is_filled_from_the_stick_with_the_officer_s_passphrase(laptop, stick, tmp_path):
    laptop.copy.choose_folder(stick)
    written = laptop.write(10)
    photo = laptop.attach(b"photo" * 1000)
    laptop.copy.catch_up()
    laptop.close()
    shutil.rmtree(laptop.profile)
    laptop.profile = tmp_path / "new-disk"
    restore_slots(stick, laptop.profile)
    key = open_slot(laptop.profile, WithPassphrase("judge-1", PASSPHRASE), laptop.clock).key
    report = refill(laptop.profile, key, laptop.randomness, [stick])
    assert report.entries == 11 and report.attachments == 1 and report.attachments_missing == ()
    assert not report.end_known, "entries after the last copy may have been on the broken disk"
    laptop.open()
    assert laptop.journal.get(written[0].name) == written[0]
    assert laptop.files.read(photo) == b"photo" * 1000
    laptop.session.confirm_pin("274916")


def test_what_only_the_write_ahead_log_of_a_crash_holds_is_read_too(laptop, tmp_path):
    laptop.write(40)
    laptop.close()
    laptop.open()
    later = laptop.write(30)
    crashed = tmp_path / "crashed"
    shutil.copytree(laptop.profile, crashed)  # as the disk lies at the moment of a power cut
    laptop.close()
    laptop.profile = crashed
    assert (crashed / "xunhui.db-wal").stat().st_size > 0
    laptop.spoil_page(9)
    report = refill(crashed, laptop.key, laptop.randomness)
    assert report.entries + len(report.missing) == 70
    laptop.open()
    assert sum(laptop.journal.get(entry.name) == entry for entry in later) >= 29


def test_drafts_and_settings_of_the_damaged_file_come_along(laptop):
    save_draft(laptop.database, "turn", "1", "还没写完的一句")
    write_setting(laptop.database, "court", "青石镇人民法庭")
    laptop.write(30)
    laptop.close()
    laptop.spoil_page(laptop.pages())
    refill_signed_in(laptop.profile, WithPassphrase("judge-1", PASSPHRASE), laptop.clock, laptop.randomness)
    laptop.open()
    assert load_draft(laptop.database, "turn", "1") == "还没写完的一句"
    assert read_setting(laptop.database, "court") == "青石镇人民法庭"


def test_where_the_end_may_be_lost_the_chain_goes_on_under_a_new_device_key(laptop, stick, tmp_path):
    laptop.copy.choose_folder(stick)
    laptop.write(5)
    laptop.copy.catch_up()
    laptop.close()
    (laptop.profile / "xunhui.db").unlink()
    report = refill(laptop.profile, laptop.key, laptop.randomness, [stick])
    assert not report.end_known
    laptop.open()
    former = laptop.device.device_id
    fresh = renew_device_key(laptop.database, laptop.clock, laptop.randomness)
    assert fresh.device_id != former
    laptop.device = fresh
    laptop.write(2)
    assert laptop.journal.heads() == {former: 5, fresh.device_id: 2}
    assert laptop.journal.verify(known_devices(laptop.database)).holds


def test_an_attachment_that_is_nowhere_any_more_is_named(laptop):
    photo = laptop.attach(b"photo")
    laptop.copy.catch_up(attachments=False)
    laptop.close()
    shutil.rmtree(laptop.profile / "attachments")
    (laptop.profile / "xunhui.db").unlink()
    report = refill(laptop.profile, laptop.key, laptop.randomness)
    assert report.attachments_missing == (photo,)
    assert not report.complete


def test_a_missing_database_is_refused_by_code_and_not_replaced_by_an_empty_one(laptop):
    laptop.close()
    (laptop.profile / "xunhui.db").unlink()
    with pytest.raises(NotPossibleNow, match="database_missing"):
        laptop.open()
    assert not (laptop.profile / "xunhui.db").exists()


def test_a_tampered_copy_gives_no_entry_that_the_device_did_not_sign(laptop):
    laptop.write(20)
    laptop.copy.catch_up()
    laptop.close()
    for path in (laptop.profile / "second-copy").glob("*.xhcopy"):
        raw = bytearray(path.read_bytes())
        for place in range(500, len(raw), 3000):
            raw[place] ^= 1
        path.write_bytes(raw)
    (laptop.profile / "xunhui.db").unlink()
    report = refill(laptop.profile, laptop.key, laptop.randomness)
    assert report.spoilt_frames > 0
    assert report.entries < 20
    assert not report.complete


def test_a_crash_between_the_two_renames_is_finished_by_running_it_again(laptop):
    written = laptop.write(10)
    laptop.copy.catch_up()
    laptop.close()
    laptop.spoil_page(8)
    refill(laptop.profile, laptop.key, laptop.randomness)
    database = laptop.profile / "xunhui.db"
    database.rename(laptop.profile / "xunhui.db.refilled")
    report = refill(laptop.profile, laptop.key, laptop.randomness)
    assert report.entries == 10
    laptop.open()
    assert laptop.journal.get(written[-1].name) == written[-1]


def test_after_a_refill_a_new_copy_begins_and_nothing_of_the_damaged_file_is_deleted(laptop):
    laptop.write(10)
    laptop.copy.catch_up()
    laptop.close()
    laptop.spoil_page(8)
    report = refill(laptop.profile, laptop.key, laptop.randomness)
    laptop.open()
    laptop.copy.catch_up()
    assert laptop.copy.health().state == "up_to_date"
    assert report.damaged_file.read_bytes()
    names = {path.name for path in laptop.profile.iterdir() if path.is_file()}
    assert not {name for name in names if "salvage" in name or "refill" in name}
