"""Attachments' pieces lie the same in a folder and in an object store."""

from __future__ import annotations

from pathlib import Path

import obstore
import pytest

from sync.server.objects import BucketObjects, FolderObjects, Objects, Pieces
from sync.server.sealing import DamagedAtRest


@pytest.fixture(params=["folder", "bucket"])
def objects(request: pytest.FixtureRequest, tmp_path: Path) -> Objects:
    if request.param == "folder":
        return FolderObjects(tmp_path / "objects")
    return BucketObjects(obstore.store.MemoryStore())


def test_pieces_of_any_length_come_back_as_any_range(objects: Objects) -> None:
    data = bytes(range(251)) * 40
    pieces = Pieces(objects, "ab" * 16, b"k" * 32)
    start = 0
    for length in (1, 4096, 17, len(data)):
        pieces.append(start, data[start : start + length])
        start = min(len(data), start + length)
    assert pieces.stored() == len(data)
    assert b"".join(pieces.read(0, len(data))) == data
    assert b"".join(pieces.read(4000, 4200)) == data[4000:4200]
    pieces.drop()
    assert pieces.stored() == 0


def test_a_piece_moved_or_changed_in_the_store_is_found(objects: Objects) -> None:
    pieces = Pieces(objects, "cd" * 16, b"k" * 32)
    pieces.append(0, b"first")
    pieces.append(5, b"other")
    (first, second) = sorted(objects.sizes("cd" * 16))
    objects.put(second, objects.get(first))
    with pytest.raises(DamagedAtRest):
        list(pieces.read(5, 10))
