"""A clerk attaches a photo: the bytes are safe first, then the case's journal names them."""

from __future__ import annotations

import hashlib

import pytest

from app.attachments import service
from app.attachments.store import named
from app.desk import Desk, Officer
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey
from app.journal.devices import add_devices
from app.tell import JournalTeller


@pytest.fixture
def desk(database, clock, randomness):
    device = DeviceKey.new(randomness)
    add_devices(database, {device.device_id: device.public})
    clerk = Officer("clerk-1", "周小满", "clerk")
    return Desk(database, JournalTeller(), clock, randomness, clerk, device)


def test_an_attached_photo_belongs_to_its_case_and_its_entry_names_its_digest(desk, tmp_path):
    photo = tmp_path / "借条.jpg"
    photo.write_bytes(b"\xff\xd8 photo")
    attachment = service.attach(desk, "case-1", photo, "借条", "image/jpeg", compartment="internal")
    digest = hashlib.sha256(b"\xff\xd8 photo").hexdigest()
    (entry,) = desk.journal.of_case("case-1")
    assert entry.act == "attachment.added" and entry.fields["digest"] == digest
    (row,) = service.of_case(desk.database, "case-1")
    assert (row["record"], row["size"], row["compartment"]) == (attachment, 8, "internal")
    assert service.read(desk, attachment) == b"\xff\xd8 photo"
    assert named(desk.database) == [{"digest": digest, "size": 8}]


def test_nothing_is_journalled_when_the_bytes_cannot_be_kept(desk, tmp_path):
    with pytest.raises(NotPossibleNow, match="source_unreadable"):
        service.attach(desk, "case-1", tmp_path / "gone.jpg", "借条", "image/jpeg")
    with pytest.raises(NeedsCorrection, match="attachment_name_missing"):
        service.attach(desk, "case-1", b"x", "  ", "image/jpeg")
    with pytest.raises(NeedsCorrection, match="attachment_empty"):
        service.attach(desk, "case-1", b"", "借条", "image/jpeg")
    assert desk.journal.count() == 0


def test_a_mistaken_photo_is_set_aside_with_a_reason_and_stays_in_the_history(desk):
    attachment = service.attach(desk, "case-1", b"wrong photo", "借条", "image/jpeg")
    with pytest.raises(NeedsCorrection, match="reason_missing"):
        service.set_aside(desk, attachment, " ")
    service.set_aside(desk, attachment, "拍错了")
    assert service.get(desk.database, attachment)["set_aside"] == "拍错了"
    assert service.read(desk, attachment) == b"wrong photo"
    assert [entry.act for entry in desk.journal.of_record(attachment)] == [
        "attachment.added",
        "attachment.set_aside",
    ]


def test_a_recording_becomes_an_attachment_of_the_case_after_a_power_cut(desk):
    recording = service.files_of(desk).capture()
    recording.write(b"\x01\x02" * 40_000)
    recording.close()
    (cut,) = service.files_of(desk).cut_short()
    attachment = service.attach_recording(desk, "case-1", cut.file_id, "庭审录音（断电前）", "audio/pcm")
    assert service.get(desk.database, attachment)["size"] == 64 * 1024


def test_a_finished_recording_is_named_by_the_case_that_it_belongs_to(desk):
    recording = service.files_of(desk).capture()
    recording.write(b"\x01\x02" * 100)
    stored = recording.finish()
    attachment = service.attach_stored(desk, "case-1", stored.digest, "庭审录音", "audio/pcm")
    assert service.read(desk, attachment) == b"\x01\x02" * 100


def test_the_journal_tells_the_attachment_table_again_the_same(desk):
    for number in range(3):
        service.attach(desk, "case-1", b"photo %d" % number, f"照片{number}", "image/jpeg")
    before = desk.database.query("SELECT * FROM attachment ORDER BY record")
    desk.teller.retell_all(desk.database)
    assert desk.database.query("SELECT * FROM attachment ORDER BY record") == before
