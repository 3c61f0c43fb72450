"""A profile on disk holds only files of known encrypted kinds, and a plain one is noticed."""

from __future__ import annotations

import sqlite3

import pytest

from app.attachments.files import FOLDER, AttachmentFiles
from app.keys.provision import NewOfficer, provision
from app.secondcopy.copy import SecondCopy
from app.storage.at_rest import classify, unsafe_files
from app.storage.drafts import save_draft

WORDS = "原告张𬱖称：二〇二五年三月借款三万元，借条在卷。"


@pytest.fixture
def open_profile(tmp_path, clock, randomness):
    session = provision(
        tmp_path / "profile",
        [NewOfficer("judge-1", "林正和", "judge", "山路 十八弯 案卷 在背上", "274916")],
        clock,
        randomness,
        court_escrow=None,
        practice=True,
    )
    save_draft(session.database, "turn", "1", WORDS * 50)
    files = AttachmentFiles(session.database, session.profile / FOLDER, randomness)
    files.add(WORDS.encode() * 300)
    files.add(b"tiny")
    SecondCopy(session.database, session.copy_key(), clock, randomness, reserve_bytes=0).catch_up()
    (session.profile / "lock").write_bytes(b"4711\n")
    yield session.profile
    session.lock()


def test_every_file_of_an_open_profile_is_of_an_encrypted_kind(open_profile):
    kinds = {file.kind for file in classify(open_profile)}
    assert unsafe_files(open_profile) == []
    assert {"database", "wal", "index", "wrapped_keys", "attachment", "second_copy", "lock"} == kinds


def test_no_word_of_a_case_is_in_any_byte_of_an_open_profile(open_profile):
    for path in open_profile.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            for encoding in ("utf-8", "utf-16-le", "gb18030"):
                assert "借款三万元".encode(encoding) not in raw, path.name


def plain_database(profile):
    with sqlite3.connect(profile / "xunhui.db") as connection:
        connection.execute("CREATE TABLE t (words TEXT)")
    connection.close()


@pytest.mark.parametrize(
    "leave",
    [
        lambda profile: (profile / "判决书.pdf").write_bytes(b"%PDF-1.7"),
        lambda profile: (profile / "xunhui.db.bak").write_bytes(b"\x01" * 4096),
        lambda profile: (profile / "attachments" / "photo.jpg").write_bytes(b"\xff\xd8\xff"),
        lambda profile: (profile / "lock").write_text(WORDS, encoding="utf-8"),
        lambda profile: (profile / "xunhui.db-wal").write_bytes(WORDS.encode() * 100),
        lambda profile: (profile / "xunhui.db").write_bytes(bytes(8192)),
        lambda profile: (profile / "slots.json").write_text('{"format": 1, "note": "x"}', encoding="utf-8"),
        plain_database,
    ],
)
def test_a_file_that_is_plain_or_of_no_known_kind_is_named(tmp_path, leave):
    profile = tmp_path / "profile"
    (profile / "attachments").mkdir(parents=True)
    leave(profile)
    assert len(unsafe_files(profile)) == 1


def test_an_attachment_with_plain_bytes_in_place_of_boxes_is_named(open_profile):
    path = next(path for path in (open_profile / "attachments").glob("??/*") if path.stat().st_size > 4096)
    path.write_bytes(path.read_bytes()[:24] + WORDS.encode() * 300)
    assert unsafe_files(open_profile) == [path.relative_to(open_profile).as_posix()]


def test_a_volume_of_the_copy_with_plain_bytes_is_named(open_profile):
    path = next((open_profile / "second-copy").glob("*.xhcopy"))
    path.write_bytes(path.read_bytes()[:32] + WORDS.encode() * 300)
    assert unsafe_files(open_profile) == [path.relative_to(open_profile).as_posix()]
