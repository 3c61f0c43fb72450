"""Frames stand alone: one torn, spoilt, moved or taken from another place costs no other and is never believed."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import NotPossibleNow
from app.secondcopy.frames import (
    HEADER_BYTES,
    LABEL_BYTES,
    MAGIC,
    Frame,
    Spoilt,
    file_header,
    frame_bytes,
    read_frames,
    read_label,
)

KEY = bytes(range(32))
LABEL = bytes(range(LABEL_BYTES))


def written(count, randomness, raw=b"\x00XHF1\x00" * 20):
    """A file of so many frames, and where each begins."""
    data, starts = bytearray(file_header(LABEL)), []
    for number in range(count):
        starts.append(len(data))
        data += frame_bytes(KEY, LABEL, len(data), {"number": number}, raw, randomness)
    return data, starts


def numbers(data, key=KEY, label=LABEL):
    return [
        item.said["number"] if isinstance(item, Frame) else item
        for item in read_frames(io.BytesIO(bytes(data)), key, label)
    ]


def test_the_magic_is_the_documented_one(randomness):
    data, _ = written(1, randomness)
    assert data.startswith(b"XHCOPY1\n") and MAGIC == b"XHCOPY1\n"
    assert read_label(io.BytesIO(bytes(data))) == LABEL


def test_frames_come_back_in_order_with_their_raw_bytes(randomness):
    data, _ = written(3, randomness, raw=b"\n\x00raw\n")
    items = list(read_frames(io.BytesIO(bytes(data)), KEY, LABEL))
    assert [(item.said["number"], item.raw) for item in items] == [(n, b"\n\x00raw\n") for n in range(3)]


@pytest.mark.parametrize("place", [0, 3, 4, 5, 6, 7, 8, 30, -1])
def test_one_spoilt_byte_costs_its_frame_only(randomness, place):
    data, starts = written(3, randomness)
    data[starts[1] + place if place >= 0 else starts[2] + place] ^= 0x80
    assert numbers(data) == [0, Spoilt(starts[1], starts[2], torn=False), 2]


def test_a_torn_tail_is_told_from_a_spoilt_middle(randomness):
    data, starts = written(3, randomness)
    for cut in (1, 7, 20, len(data) - starts[2] - 1):
        assert numbers(data[:-cut]) == [0, 1, Spoilt(starts[2], len(data) - cut, torn=True)]


def test_a_frame_that_was_moved_repeated_or_taken_from_another_volume_is_not_believed(randomness):
    data, starts = written(3, randomness)
    first, second, third = data[starts[0] : starts[1]], data[starts[1] : starts[2]], data[starts[2] :]
    assert len(first) == len(second)
    assert 1 not in numbers(data[:HEADER_BYTES] + second + first + third)
    assert numbers(data + third).count(2) == 1
    assert all(isinstance(item, Spoilt) for item in numbers(data, label=bytes(LABEL_BYTES)))
    assert all(isinstance(item, Spoilt) for item in numbers(data, key=bytes(32)))


def test_a_file_of_another_kind_is_refused_by_code():
    for raw in (b"", b"XHCOPY1", b"PK\x03\x04" * 20):
        with pytest.raises(NotPossibleNow, match="second_copy_damaged"):
            read_label(io.BytesIO(raw))


@settings(max_examples=40)
@given(
    spoils=st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 255)), max_size=6),
    cut=st.integers(0, 300),
)
def test_whatever_a_disk_does_no_frame_says_what_was_not_written(spoils, cut):
    import random

    data, starts = written(5, random.Random(1).randbytes)
    touched = set()
    for place, flip in spoils:
        place = HEADER_BYTES + place % (len(data) - HEADER_BYTES)
        data[place] ^= flip
        touched.add(max(n for n, start in enumerate(starts) if start <= place))
    whole = data[: len(data) - cut]
    found = [item for item in numbers(whole) if isinstance(item, int)]
    assert found == sorted(set(found))
    safe = {n for n in range(5) if n not in touched and ([*starts, len(data)])[n + 1] <= len(whole)}
    assert safe <= set(found) <= set(range(5))
