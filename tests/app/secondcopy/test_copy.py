"""The second copy holds every finished entry and attachment, tells how far it is, and never fails an act."""

from __future__ import annotations

import pytest

from app.errors import NotPossibleNow
from app.secondcopy.copy import SecondCopy
from app.secondcopy.frames import Frame
from app.secondcopy.refill import refill


def said(laptop, kind):
    state = laptop.copy._state()
    return [item for item in state.volumes.read() if isinstance(item, Frame) and item.said["kind"] == kind]


def test_a_profile_without_a_copy_says_so(laptop):
    laptop.write(2)
    health = laptop.copy.health()
    assert (health.state, health.entries_behind, health.on_stick) == ("none", 2, False)


def test_each_entry_is_in_the_copy_once_and_the_state_is_up_to_date(laptop):
    laptop.write(3)
    laptop.copy.catch_up()
    laptop.write(2)
    assert (laptop.copy.health().state, laptop.copy.health().entries_behind) == ("behind", 2)
    laptop.copy.catch_up()
    laptop.copy.catch_up()
    assert laptop.copy.health().state == "up_to_date"
    assert len(said(laptop, "entry")) == 5
    assert len(said(laptop, "keys")) == 1
    laptop.copy.verify()


def test_no_word_of_a_case_lies_readable_in_the_copy(laptop, stick):
    laptop.copy.choose_folder(stick)
    laptop.write(3)
    laptop.attach("照片里的借条".encode() * 100)
    laptop.copy.catch_up()
    raw = b"".join(path.read_bytes() for path in sorted(stick.iterdir()))
    for words in ("借款三万元", "照片里的借条", "turn.taken", "case-1", '"header"'):
        assert words.encode() not in raw


def test_an_attachment_over_several_pieces_is_in_the_copy_byte_for_byte(laptop, randomness):
    plain = randomness(4 * 1024 * 1024 + 77)
    laptop.attach(plain)
    laptop.copy.catch_up()
    assert b"".join(frame.raw for frame in said(laptop, "piece")) == plain
    assert laptop.copy.health().attachments_behind == 0


def test_a_torn_tail_is_written_over(laptop):
    laptop.write(3)
    laptop.copy.catch_up()
    (path,) = [p for p in laptop.copy.folder.iterdir() if p.suffix == ".xhcopy"]
    with path.open("ab") as torn:
        torn.write(b"XHF1\x00\x00\x10\x00half a frame")
    laptop.write(2)
    laptop.copy.catch_up()
    laptop.copy.verify()
    assert len(said(laptop, "entry")) == 5


def test_a_changed_byte_in_the_copy_is_refused_by_code(laptop):
    laptop.write(3)
    laptop.copy.catch_up()
    (path,) = [p for p in laptop.copy.folder.iterdir() if p.suffix == ".xhcopy"]
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    with pytest.raises(NotPossibleNow, match="second_copy_damaged"):
        laptop.copy.verify()


def test_a_pulled_out_stick_is_said_and_fails_no_act(laptop, stick):
    laptop.copy.choose_folder(stick)
    laptop.write(1)
    laptop.copy.catch_up()
    for path in stick.iterdir():
        path.unlink()
    stick.rmdir()
    laptop.copy.after_commit(laptop.write(1))
    assert laptop.copy.trouble == "second_copy_gone"
    assert laptop.copy.health().state == "gone"
    stick.mkdir()
    laptop.copy.try_catch_up()
    assert laptop.copy.trouble is None
    assert len(said(laptop, "entry")) == 2


def test_a_shortened_copy_is_not_gone_on_with_but_begun_anew(laptop):
    laptop.write(3)
    laptop.copy.catch_up()
    (path,) = [p for p in laptop.copy.folder.iterdir() if p.suffix == ".xhcopy"]
    path.write_bytes(path.read_bytes()[:-100])
    assert laptop.copy.health().state == "gone"
    laptop.copy.catch_up()
    assert len(said(laptop, "entry")) == 3
    laptop.copy.verify()


def test_a_copy_that_knows_more_than_an_older_disk_is_not_written_over_but_refilled_from(laptop, stick):
    laptop.copy.choose_folder(stick)
    laptop.write(5)
    laptop.copy.catch_up()
    laptop.close()
    older = (laptop.profile / "xunhui.db").read_bytes()
    laptop.open()
    later = laptop.write(4)
    laptop.copy.catch_up()
    laptop.close()
    (laptop.profile / "xunhui.db").write_bytes(older)
    laptop.open()
    before = {path: path.read_bytes() for path in stick.iterdir()}
    assert laptop.copy.health().state == "ahead"
    laptop.copy.try_catch_up()
    assert laptop.copy.trouble == "second_copy_ahead"
    with pytest.raises(NotPossibleNow, match="second_copy_ahead"):
        laptop.copy.begin_again()
    assert {path: path.read_bytes() for path in stick.iterdir()} == before
    laptop.close()
    report = refill(laptop.profile, laptop.key, laptop.randomness, [stick])
    assert report.entries == 9 and report.from_copy == 4
    laptop.open()
    assert [laptop.journal.get(entry.name) for entry in later] == later


def test_nothing_that_may_be_rolled_back_is_copied(laptop):
    laptop.copy.catch_up()
    with pytest.raises(ZeroDivisionError), laptop.database.transaction():
        laptop.copy.after_commit(laptop.write(1))
        _ = 1 / 0
    laptop.copy.catch_up()
    assert said(laptop, "entry") == []


def test_volumes_roll_over_before_a_fat_stick_refuses_them(laptop, stick, monkeypatch):
    monkeypatch.setattr("app.secondcopy.volumes.VOLUME_BYTES", 2000)
    laptop.copy.choose_folder(stick)
    for _ in range(6):
        laptop.write(1)
        laptop.copy.catch_up()
    assert len([p for p in stick.iterdir() if p.suffix == ".xhcopy"]) > 1
    assert len(said(laptop, "entry")) == 6
    laptop.copy.verify()


def test_after_a_purge_the_copy_is_begun_again_and_the_former_one_is_gone(laptop):
    laptop.write(3)
    laptop.copy.catch_up()
    former = set(laptop.copy.folder.iterdir())
    laptop.copy.begin_again()
    assert not former & set(laptop.copy.folder.iterdir())
    assert laptop.copy.health().state == "up_to_date"


def test_on_the_laptop_s_own_disk_photos_are_not_copied_into_the_last_free_space(laptop):
    laptop.attach(b"photo" * 100)
    careful = SecondCopy(
        laptop.database, laptop.session.copy_key(), laptop.clock, laptop.randomness, reserve_bytes=1 << 60
    )
    careful.try_catch_up()
    assert careful.trouble == "second_copy_full"
    health = careful.health()
    assert (health.entries_behind, health.attachments_behind) == (0, 1)


def test_a_full_disk_ends_the_copy_by_code_and_not_the_act(laptop, monkeypatch):
    import errno

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    laptop.copy.catch_up()
    laptop.write(2)
    monkeypatch.setattr("app.secondcopy.volumes.os.fsync", full)
    laptop.copy.after_commit([])
    monkeypatch.undo()
    assert laptop.copy.trouble == "second_copy_full"
    laptop.copy.try_catch_up()
    assert laptop.copy.trouble is None
    assert len(said(laptop, "entry")) == 2
