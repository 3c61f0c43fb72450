"""A disk that is really full and a process that is really killed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.attachments.files import FOLDER, AttachmentFiles
from app.errors import NotPossibleNow
from app.storage.at_rest import unsafe_files
from app.storage.database import open_database

KEY = bytes(range(32))
PIECE = 64 * 1024

RECORDER = """
import os, sys
from pathlib import Path
from app.attachments.files import FOLDER, AttachmentFiles
from app.storage.database import open_database

profile = Path(sys.argv[1])
database = open_database(profile / "xunhui.db", bytes(range(32)))
recording = AttachmentFiles(database, profile / FOLDER, os.urandom).capture()
for second in range(1000):
    recording.write(bytes([second % 256]) * 32_000)
    print(recording.offset, flush=True)
"""


@pytest.fixture
def small_disk_mounted(tmp_path):
    """A file system of 24 MiB, mounted; only root can, so elsewhere the test with a small file object stands in."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_on_a_really_full_disk_an_attachment_is_refused_and_the_rest_goes_on(small_disk_mounted, randomness):
    database = open_database(small_disk_mounted / "xunhui.db", KEY)
    files = AttachmentFiles(database, small_disk_mounted / FOLDER, randomness)
    kept = [files.add(randomness(3_000_000)) for _ in range(3)]
    with pytest.raises(NotPossibleNow, match="disk_full"):
        for _ in range(10):
            kept.append(files.add(randomness(3_000_000)))
    assert len(list((small_disk_mounted / FOLDER).glob("??/*"))) == len(kept)
    for stored in kept:
        files.verify(stored.digest)
    files.remove(kept[0].digest)
    again = files.add(b"room again")
    assert files.read(again.digest) == b"room again"
    assert unsafe_files(small_disk_mounted) == []
    database.close()


def test_a_killed_recorder_leaves_every_whole_piece_and_nothing_readable(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", RECORDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as recorder:
        safe = 0
        for line in recorder.stdout:
            safe = int(line)
            if safe >= 20 * PIECE:
                recorder.kill()
                break
    assert unsafe_files(tmp_path) == []
    database = open_database(tmp_path / "xunhui.db", KEY)
    files = AttachmentFiles(database, tmp_path / FOLDER, lambda n: bytes(n))
    files.tidy()
    (cut,) = files.cut_short()
    assert cut.size >= safe
    stored = files.rescue(cut.file_id)
    files.verify(stored.digest)
    assert files.read(stored.digest, 0, 96_000) == bytes(32_000) + b"\x01" * 32_000 + b"\x02" * 32_000
    database.close()
