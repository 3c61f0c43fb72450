"""The database is encrypted or it is not opened; a transaction is whole or it is nothing."""

from __future__ import annotations

import sqlite3
import threading

import pytest
import sqlcipher3

from app.errors import NotPossibleNow
from app.storage.database import MIGRATIONS, PLAINTEXT_MAGIC, open_database
from app.storage.drafts import drop_draft, drop_drafts_about, load_draft, save_draft
from app.storage.settings import read_setting, write_setting

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "xunhui.db"


@pytest.fixture
def database(path):
    opened = open_database(path, KEY)
    yield opened
    opened.close()


def refused(path, key=KEY):
    with pytest.raises(NotPossibleNow) as refusal:
        open_database(path, key).close()
    return refusal.value.code


def test_what_is_written_is_there_again_under_the_same_key_and_under_no_other(database, path):
    write_setting(database, "x", {"原告张𬱖": ["值", 1, None]})
    database.close()
    assert not path.read_bytes().startswith(PLAINTEXT_MAGIC)
    assert "原告张𬱖".encode() not in path.read_bytes()
    again = open_database(path, KEY)
    assert read_setting(again, "x") == {"原告张𬱖": ["值", 1, None]}
    again.close()
    assert refused(path, bytes(32)) == "wrong_key"


@pytest.mark.parametrize("key", [b"", b"x" * 16, b"x" * 31, b"x" * 33, KEY.hex().encode()])
def test_a_key_of_another_length_is_a_hazard_and_nothing_is_written(path, key):
    assert refused(path, key) == "database_plaintext_hazard"
    assert not path.exists()


def test_a_plain_database_at_the_place_is_never_opened(path):
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE secret (word TEXT)")
    plain.commit()
    plain.close()
    before = path.read_bytes()
    assert refused(path) == "database_plaintext_hazard"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"x", b"not a database at all" * 400, bytes(8192)])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path, content):
    path.write_bytes(content)
    assert refused(path) in ("wrong_key", "database_damaged")
    assert path.read_bytes() == content


def test_the_connection_is_as_durable_as_the_design_wants(database):
    def pragma(name):
        return next(iter(database.query(f"PRAGMA {name}")[0].values()))

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("secure_delete") == 1
    assert pragma("temp_store") == 2
    assert str(pragma("cipher_status")) == "1"


def test_a_transaction_is_whole_or_nothing_and_one_inside_another_is_the_same(database):
    with pytest.raises(ValueError), database.transaction():
        write_setting(database, "a", 1)
        with database.transaction():
            write_setting(database, "b", 2)
        raise ValueError
    assert read_setting(database, "a") is read_setting(database, "b") is None
    with database.transaction(), database.transaction():
        write_setting(database, "a", 1)
    assert read_setting(database, "a") == 1


def test_what_waits_for_the_commit_is_done_after_it_and_never_after_a_rollback(database):
    done = []
    with pytest.raises(ValueError), database.transaction():
        database.when_committed(lambda: done.append("lost"))
        raise ValueError
    with database.transaction():
        database.when_committed(lambda: done.append("kept"))
        assert done == []
    assert done == ["kept"]


def test_another_writer_waits_and_is_told_that_the_database_is_busy(database, path):
    other = sqlcipher3.connect(str(path), isolation_level=None, timeout=0)
    other.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    other.execute("BEGIN IMMEDIATE")
    database.connection.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(NotPossibleNow, match="database_busy"):
        write_setting(database, "a", 1)
    other.execute("ROLLBACK")
    other.close()
    write_setting(database, "a", 1)


@pytest.mark.parametrize(
    "write",
    [
        lambda other: write_setting(other, "a", 1),
        lambda other: save_draft(other, "turn", "sitting-1", "他盖房子"),
        lambda other: drop_drafts_about(other, ["sitting-1"]),
        lambda other: other.execute_many("INSERT INTO setting (name, value) VALUES (?, ?)", [("a", "1")]),
    ],
)
def test_a_single_write_stands_in_the_line_like_a_transaction(database, path, write):
    def beside():
        other = open_database(path, KEY)
        write(other)
        other.close()

    writer = threading.Thread(target=beside)
    with database.transaction():
        writer.start()
        while writer.is_alive() and not database.others_wait:
            writer.join(0.001)
        assert database.others_wait
    writer.join()


def test_a_database_of_a_newer_program_is_refused_and_untouched(database, path):
    database.execute("INSERT INTO migration (number, name) VALUES (9999, 'from the future')")
    database.close()
    assert refused(path) == "newer_database"


def test_a_draft_is_kept_replaced_and_dropped(database):
    assert load_draft(database, "turn", "sitting-1") is None
    save_draft(database, "turn", "sitting-1", "他盖房子")
    save_draft(database, "turn", "sitting-1", "他盖房子借了我三万六")
    save_draft(database, "turn", "sitting-2", "另一庭")
    assert load_draft(database, "turn", "sitting-1") == "他盖房子借了我三万六"
    drop_draft(database, "turn", "sitting-1")
    assert load_draft(database, "turn", "sitting-1") is None
    assert load_draft(database, "turn", "sitting-2") == "另一庭"


def test_every_migration_is_done_once_in_order(database):
    numbers = [row["number"] for row in database.query("SELECT number FROM migration ORDER BY rowid")]
    assert numbers == sorted(int(file.name[:4]) for file in MIGRATIONS.glob("[0-9]*.sql"))
