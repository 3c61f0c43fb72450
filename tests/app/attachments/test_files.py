"""The attachments folder keeps its promises on a full disk, after a crash and against a changed byte."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.attachments.incoming import Stored
from app.attachments.pieces import HEADER_BYTES, MAGIC, PIECE_BYTES
from app.errors import NeedsCorrection, NotPossibleNow

WORDS = "原告张𬱖的借条照片".encode()


def digest_of(plain: bytes) -> str:
    return hashlib.sha256(plain).hexdigest()


def test_an_attachment_is_named_by_the_sha_256_of_its_plain_bytes(files):
    assert files.add(b"abc") == Stored("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3)
    assert files.read(digest_of(b"abc")) == b"abc"


def test_no_word_of_an_attachment_lies_readable_on_disk(files, on_disk):
    files.add(WORDS * 40)
    (path,) = on_disk()
    raw = path.read_bytes()
    assert raw.startswith(MAGIC)
    assert WORDS not in raw and "借条".encode() not in raw
    assert digest_of(WORDS * 40) not in str(path)


def test_a_file_over_several_pieces_comes_back_whole_and_by_any_range(files, tmp_path, randomness):
    plain = randomness(2 * PIECE_BYTES + 12345)
    source = tmp_path / "scan.bin"
    source.write_bytes(plain)
    stored = files.add(source)
    assert stored == Stored(digest_of(plain), len(plain))
    files.verify(stored.digest)
    with files.open(stored.digest) as reader:
        assert len(reader.pieces) == 3
        assert reader.read(PIECE_BYTES - 10, 20) == plain[PIECE_BYTES - 10 : PIECE_BYTES + 10]
        assert reader.read(len(plain) - 5) == plain[-5:]
        assert reader.read(len(plain), 10) == b""
        assert b"".join(reader.chunks(7)) == plain[7:]


def test_the_same_bytes_added_twice_lie_on_disk_once(files, on_disk):
    assert files.add(b"one photo") == files.add(iter([b"one ", b"photo"]))
    assert len(on_disk()) == 1


def test_an_empty_file_is_refused_and_leaves_nothing(files, on_disk):
    with pytest.raises(NeedsCorrection, match="attachment_empty"):
        files.add(b"")
    assert on_disk() == []


def test_a_source_that_cannot_be_read_is_refused_and_leaves_nothing(files, on_disk, tmp_path):
    with pytest.raises(NotPossibleNow, match="source_unreadable"):
        files.add(tmp_path / "pulled-out-stick.jpg")
    assert on_disk() == []


@pytest.mark.parametrize("room", [0, 1, HEADER_BYTES, HEADER_BYTES + 3, PIECE_BYTES, PIECE_BYTES + 100])
def test_a_full_disk_is_said_by_code_and_nothing_half_done_is_left(small_disk, files, on_disk, room):
    with pytest.raises(NotPossibleNow, match="disk_full"):
        small_disk(room).add([b"\x01" * PIECE_BYTES, b"\x02" * PIECE_BYTES])
    assert on_disk() == []
    assert files.digests() == []
    assert files.add(b"later, with room").size == 16


def test_a_recording_on_a_full_disk_keeps_every_whole_piece(small_disk):
    files = small_disk(200_000)
    recording = files.capture()
    with pytest.raises(NotPossibleNow, match="disk_full"):
        for second in range(100):
            recording.write(bytes([second]) * 32_000)
    stored = recording.offset
    assert stored == 3 * 64 * 1024
    recording.close()
    (cut,) = files.cut_short()
    assert cut.size == stored
    assert files.rescue(cut.file_id).size == stored


def test_a_recording_cut_by_the_power_keeps_all_but_its_last_piece(files, on_disk):
    recording = files.capture()
    recording.write(b"\x05" * (64 * 1024 * 2 + 900))
    recording.close()
    (path,) = on_disk()
    with path.open("ab") as torn:
        torn.write(b"\x00\x01\x00\x00half a piece")
    files.tidy()
    (cut,) = files.cut_short()
    rescued = files.rescue(cut.file_id)
    assert rescued == Stored(digest_of(b"\x05" * 64 * 1024 * 2), 64 * 1024 * 2)
    files.verify(rescued.digest)
    assert files.cut_short() == []


def test_a_last_piece_whose_length_reached_the_disk_before_its_bytes_is_left_out(files, on_disk):
    recording = files.capture()
    recording.write(b"\x05" * (16 * 1024 * 2))
    recording.close()
    (path,) = on_disk()
    raw = bytearray(path.read_bytes())
    raw[-1000:] = bytes(1000)
    path.write_bytes(raw)
    (cut,) = files.cut_short()
    assert cut.size == 16 * 1024
    assert files.rescue(cut.file_id).digest == digest_of(b"\x05" * 16 * 1024)


def test_a_copy_cut_by_a_crash_is_gone_at_the_next_opening(files, on_disk, database):
    copy = files._begin("copy", PIECE_BYTES)
    copy.write(b"\x01" * (PIECE_BYTES + 5))
    copy.close()
    assert len(on_disk()) == 1
    files.tidy()
    assert on_disk() == []
    assert database.query("SELECT count(*) AS n FROM attachment_file") == [{"n": 0}]


def test_files_without_a_key_stay_while_a_damaged_database_may_hold_it(files, on_disk, tmp_path, database):
    digest = files.add(b"kept").digest
    database.execute("DELETE FROM attachment_file")
    damaged = tmp_path / "xunhui.db.damaged-1"
    damaged.write_bytes(b"\x01")
    files.tidy()
    assert len(on_disk()) == 1
    damaged.unlink()
    files.tidy()
    assert on_disk() == []
    assert not files.has(digest)


@settings(max_examples=20)
@given(
    plain=st.binary(min_size=1, max_size=4000),
    cuts=st.lists(st.integers(min_value=1, max_value=4000), max_size=4),
)
def test_a_receive_broken_anywhere_goes_on_at_the_last_byte_stored(files, plain, cuts):
    digest = digest_of(plain)
    files.remove(digest)
    for cut in cuts:
        incoming = files.receive(digest, len(plain))
        assert incoming.offset == files.received(digest)
        incoming.write(plain[incoming.offset : incoming.offset + cut])
        incoming.pause()
    last = files.receive(digest, len(plain))
    last.write(plain[last.offset :])
    assert last.finish() == Stored(digest, len(plain))
    assert files.read(digest) == plain


def test_a_receive_that_is_not_what_was_announced_is_refused_and_not_kept(files, on_disk):
    incoming = files.receive(digest_of(b"the photo"), 9)
    incoming.write(b"the phot!")
    with pytest.raises(NotPossibleNow, match="attachment_not_as_announced"):
        incoming.finish()
    assert on_disk() == []
    assert files.received(digest_of(b"the photo")) == 0


def test_a_receive_that_ends_too_early_is_refused_and_can_go_on(files):
    digest = digest_of(b"the photo")
    incoming = files.receive(digest, 9)
    incoming.write(b"the ")
    with pytest.raises(NotPossibleNow, match="attachment_incomplete"):
        incoming.finish()
    again = files.receive(digest, 9)
    assert again.offset == 4
    again.write(b"photo")
    assert again.finish().digest == digest


@pytest.mark.parametrize("place", [0, 7, 10, HEADER_BYTES, HEADER_BYTES + 5, HEADER_BYTES + 40, -1])
def test_one_changed_byte_anywhere_is_refused(files, on_disk, place):
    digest = files.add(WORDS * 100).digest
    (path,) = on_disk()
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)
    with pytest.raises(NotPossibleNow, match="attachment_damaged"):
        files.verify(digest)


def test_a_file_cut_at_a_piece_border_is_refused(files, on_disk):
    digest = files.add(b"\x07" * (PIECE_BYTES + 50)).digest
    (path,) = on_disk()
    path.write_bytes(path.read_bytes()[: HEADER_BYTES + 32 + PIECE_BYTES])
    with pytest.raises(NotPossibleNow, match="attachment_damaged"):
        files.open(digest)


def test_two_pieces_that_changed_places_are_refused(files, on_disk):
    digest = files.add(b"\x07" * PIECE_BYTES + b"\x08" * PIECE_BYTES).digest
    (path,) = on_disk()
    raw = path.read_bytes()
    half = HEADER_BYTES + 32 + PIECE_BYTES
    path.write_bytes(raw[:HEADER_BYTES] + raw[half:] + raw[HEADER_BYTES:half])
    with pytest.raises(NotPossibleNow, match="attachment_damaged"):
        files.verify(digest)


def test_a_missing_file_is_damaged_and_a_removed_one_is_not_here(files, on_disk):
    digest = files.add(b"here").digest
    (path,) = on_disk()
    path.unlink()
    with pytest.raises(NotPossibleNow, match="attachment_damaged"):
        files.read(digest)
    assert files.add(b"here").digest == digest
    assert files.read(digest) == b"here"
    files.remove(digest)
    with pytest.raises(NotPossibleNow, match="attachment_not_here"):
        files.read(digest)
    assert on_disk() == []
