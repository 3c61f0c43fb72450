"""A database of every state that ever shipped opens, keeps its journal, and is told anew; a cut upgrade goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.journal.devices import known_devices
from app.journal.journal import Journal
from app.storage import database as storage
from app.storage.database import MIGRATIONS, open_database
from app.tell import FEATURES, JournalTeller
from support.acts import ACTS
from support.faulty_disk import FaultyConnection
from support.village import database_key, desk_on, new_desk, told_rows

NUMBERS = sorted(int(file.name[:4]) for file in MIGRATIONS.glob("[0-9]*.sql"))
KEY = database_key(1)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Makes the program the one that shipped with the migrations up to a number."""

    def _program(number):
        folder = tmp_path / f"program-{number}"
        folder.mkdir()
        for file in MIGRATIONS.glob("[0-9]*.sql"):
            if int(file.name[:4]) <= number:
                shutil.copy(file, folder)
        monkeypatch.setattr(storage, "MIGRATIONS", Path(folder))

    yield _program


# Cases were filed only at laptops that had keys, and with them a lease (0002).
@pytest.mark.parametrize("number", NUMBERS[1:])
def test_a_database_made_by_an_older_program_opens_with_every_entry_it_had(tmp_path, program, monkeypatch, number):
    path = tmp_path / "xunhui.db"
    with monkeypatch.context():
        program(number)
        desk = desk_on(open_database(path, KEY))
        case = ACTS["agree before the court"].before(desk)
        ACTS["agree before the court"].do(desk, case)
        names = [entry.name for entry in desk.journal.of_device(desk.device.device_id)]
        rows = told_rows(desk.database)
        desk.database.close()
    monkeypatch.undo()
    database = open_database(path, KEY)
    desk = desk_on(database, lease=False)
    assert [row["number"] for row in database.query("SELECT number FROM migration ORDER BY number")] == NUMBERS
    assert [entry.name for entry in desk.journal.of_device(desk.device.device_id)] == names
    assert desk.journal.verify(known_devices(database)).holds
    assert told_rows(database) == rows
    ACTS["take a payment"].before(desk)
    database.close()


@pytest.mark.parametrize("number", NUMBERS[:-1])
def test_an_older_program_does_not_open_a_newer_database(tmp_path, program, number):
    new_desk(tmp_path / "laptop").database.close()
    program(number)
    with pytest.raises(Exception, match="newer_database"):
        open_database(tmp_path / "laptop" / "xunhui.db", KEY)


def test_a_migration_is_done_whole_or_not_at_all(tmp_path, program, monkeypatch):
    program(NUMBERS[0])
    path = tmp_path / "xunhui.db"
    open_database(path, KEY).close()
    broken = storage.MIGRATIONS / "0099_broken.sql"
    broken.write_text("CREATE TABLE half (x TEXT);\nCREATE TABLE half (x TEXT);\n", encoding="utf-8")
    with pytest.raises(Exception, match=r".*"):
        open_database(path, KEY)
    broken.unlink()
    database = open_database(path, KEY)
    assert database.query("SELECT name FROM sqlite_master WHERE name = 'half'") == []
    database.close()


def test_when_a_tellers_version_rises_its_tables_are_told_anew(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    for name in ("agree before the court", "end a turn", "take a payment", "log a service"):
        ACTS[name].do(desk, ACTS[name].before(desk))
    rows = told_rows(desk.database)
    for feature in FEATURES:
        desk.database.execute("UPDATE teller SET version = version - 1 WHERE feature = ?", (feature,))
        table = next(iter(FEATURES[feature].TABLES))
        desk.database.execute(f"DELETE FROM {table}")
    JournalTeller().prepare(desk.database)
    assert told_rows(desk.database) == rows
    JournalTeller().prepare(desk.database)
    desk.database.close()


def test_an_upgrade_that_was_cut_goes_on_where_it_stopped(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    for name in ("agree before the court", "end a turn", "take a payment", "log a service"):
        ACTS[name].do(desk, ACTS[name].before(desk))
    rows = told_rows(desk.database)
    for number in range(1, 400, 37):
        desk.database.execute("UPDATE teller SET version = 0")
        disk = FaultyConnection(desk.database.connection)
        disk.fail_at(number, "database or disk is full")
        faulty = storage.Database(desk.database.path, disk)
        try:
            JournalTeller().prepare(faulty)
        except Exception as refusal:
            assert str(refusal) == "disk_full"
        JournalTeller().prepare(desk.database)
        assert told_rows(desk.database) == rows, number
    desk.database.close()


def test_progress_is_told_while_tables_are_told_anew(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    ACTS["end a turn"].do(desk, ACTS["end a turn"].before(desk))
    desk.database.execute("UPDATE teller SET version = 0")
    seen = []
    JournalTeller().prepare(desk.database, lambda done, whole: seen.append((done, whole)))
    assert seen and all(done <= whole for done, whole in seen)
    desk.database.close()


def test_a_purged_case_leaves_no_row(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    case = ACTS["agree before the court"].before(desk)
    ACTS["agree before the court"].do(desk, case)
    for entry in desk.journal.of_case(case):
        desk.database.execute("DELETE FROM journal_body WHERE name = ?", (entry.name,))
    JournalTeller().retell_all(desk.database)
    rows = told_rows(desk.database)
    assert not [row for table in rows.values() for row in table if case in row]
    assert Journal(desk.database).verify(known_devices(desk.database)).holds
    desk.database.close()
