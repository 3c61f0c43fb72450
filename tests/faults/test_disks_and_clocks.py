"""A folder that cannot be written, a profile copied while it is open, a page that rots, a clock that lies."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.cases.store import load_case
from app.circuit.practice import make_practice_laptop, sit_down
from app.circuit.service import check_departure
from app.errors import NotPossibleNow
from app.journal.devices import known_devices
from app.keys.provision import NewOfficer
from app.keys.session import unlock
from app.secondcopy.copy import SecondCopy
from app.secondcopy.refill import refill
from app.storage.database import open_database
from app.tell import JournalTeller
from support.acts import ACTS, a_sitting, agree
from support.village import (
    COURT,
    StillClock,
    a_case,
    database_key,
    desk_on,
    filing,
    hand_over,
    know_each_other,
    new_desk,
    told_rows,
)

ROOT = Path(__file__).parents[2]
JUDGE = NewOfficer("judge-1", "林正和", "judge", "山路 十八弯 案卷 在背上", "274916")
CLERK = NewOfficer("clerk-1", "苏雨桐", "clerk", "红灯笼 挂 三盏 雨夜里", "581370")
LOCKED_OUT = """
import os, sys
from pathlib import Path
from app.errors import NotPossibleNow
from app.storage.database import MIGRATIONS, open_database
if os.geteuid() == 0:
    # Root may write anywhere; nobody may not.
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
if not os.access(MIGRATIONS, os.R_OK | os.X_OK):
    sys.exit("the program's own folder is not for others to read")
try:
    database = open_database(Path(sys.argv[1]) / "xunhui.db", bytes.fromhex(sys.argv[2]))
    with database.transaction():
        database.execute("INSERT INTO setting VALUES ('x', '1')")
except NotPossibleNow as refusal:
    print(refusal.code)
"""


@pytest.fixture
def open_folder():
    """A folder that every user of the machine may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_is_refused_by_code(open_folder):
    laptop = open_folder / "laptop"
    desk = new_desk(laptop)
    a_case(desk)
    desk.database.close()
    for path in laptop.iterdir():
        path.chmod(0o444)
    laptop.chmod(0o555)
    run = subprocess.run(
        [sys.executable, "-c", LOCKED_OUT, str(laptop), database_key(1).hex()], cwd=ROOT, capture_output=True, text=True
    )
    laptop.chmod(0o755)
    if "own folder" in run.stderr:
        pytest.skip("another user may not read the program here")
    assert (run.stdout.strip(), run.stderr) == ("folder_read_only", "")


def test_a_profile_copied_while_it_is_written_opens_and_holds(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    sitting = a_sitting(desk)
    for number in range(12):
        ACTS["end a turn"].do(desk, sitting)
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(tmp_path / "laptop", copy)
        copied = open_database(copy / "xunhui.db", database_key(1))
        other = desk_on(copied, 1, lease=False)
        assert other.journal.count() == desk.journal.count()
        assert other.journal.verify(known_devices(copied)).holds
        assert told_rows(copied) == told_rows(desk.database)
        copied.close()
    desk.database.close()


def test_a_copied_profile_that_goes_on_by_itself_is_found_out_as_a_fork(tmp_path):
    from app.journal.entry import ForkedDevice

    desk = new_desk(tmp_path / "laptop")
    desk.database.close()
    shutil.copytree(tmp_path / "laptop", tmp_path / "clone")
    first, clone = (
        desk_on(open_database(tmp_path / name / "xunhui.db", database_key(1)), 1, lease=False)
        for name in ("laptop", "clone")
    )
    clone.randomness = lambda count: os.urandom(count)
    a_case(first)
    a_case(clone)
    with pytest.raises(ForkedDevice):
        hand_over(clone, first)
    assert first.journal.verify(known_devices(first.database)).holds
    first.database.close()
    clone.database.close()


def test_a_page_that_rots_is_found_and_refilled_with_every_row_of_every_table(tmp_path, clock, randomness):
    make_practice_laptop(tmp_path / "laptop", COURT, [JUDGE, CLERK], clock, randomness)
    session = unlock(tmp_path / "laptop", JUDGE.id, JUDGE.passphrase, clock, randomness)
    desk = sit_down(session, JUDGE, JournalTeller(), clock, randomness)
    from app.cases.numbers import lease_block

    lease_block(desk, "鲁0302", "民初", 2026, 1501, 1510)
    copy = SecondCopy(session.database, session.copy_key(), clock, randomness, reserve_bytes=0)
    desk.after_commit.append(lambda entries: copy.try_catch_up())
    case = a_case(desk)
    sitting = ACTS["open a sitting"].do(desk, case)
    for _ in range(20):
        ACTS["end a turn"].do(desk, sitting)
    agree(desk, case)
    rows, entries, key = told_rows(session.database), desk.journal.count(), bytes(session._key)
    session.lock()
    path = tmp_path / "laptop" / "xunhui.db"
    raw = bytearray(path.read_bytes())
    for page in range(20, len(raw) // 4096, 9):
        raw[page * 4096 + 1000] ^= 0x40
    path.write_bytes(raw)

    with pytest.raises(NotPossibleNow) as refused:
        session = unlock(tmp_path / "laptop", JUDGE.id, JUDGE.passphrase, clock, randomness)
        try:
            JournalTeller().retell_all(session.database)
        finally:
            session.lock()
    assert refused.value.code == "database_damaged"

    report = refill(tmp_path / "laptop", key, randomness)
    assert report.entries == entries and not report.missing
    session = unlock(tmp_path / "laptop", JUDGE.id, JUDGE.passphrase, clock, randomness)
    sit_down(session, JUDGE, JournalTeller(), clock, randomness)
    assert told_rows(session.database) == rows
    session.lock()


@pytest.mark.parametrize("year", [2001, 2031])
def test_a_clock_that_lies_by_years_changes_no_fact_and_no_order(tmp_path, year):
    clock = StillClock(f"{year}-01-01T00:00:00+08:00")
    right, wrong = new_desk(tmp_path / "right", 1), new_desk(tmp_path / "wrong", 2, clock=clock, lease=False)
    try:
        know_each_other(right, wrong)
        case = a_case(right)
        hand_over(right, wrong)
        wrong.record("case.hearing_set", case, {"next_hearing": "2026-04-08T09:30:00+08:00"}, case=case)
        hand_over(wrong, right)
        right.record("case.hearing_set", case, {"next_hearing": "2026-04-09T09:30:00+08:00"}, case=case)
        hand_over(right, wrong)
        # The later act saw the earlier one, so it stands, whatever the clocks claimed.
        for desk in (right, wrong):
            held = load_case(desk.database, case)
            assert held.fields["next_hearing"] == "2026-04-09T09:30:00+08:00"
            assert held.disputed == ()
        assert told_rows(right.database) == told_rows(wrong.database)
    finally:
        right.database.close()
        wrong.database.close()


@pytest.mark.parametrize("year", [2001, 2031])
def test_every_act_is_possible_with_a_wrong_clock_and_the_year_of_a_number_comes_from_the_filing(tmp_path, year):
    clock = StillClock(f"{year}-06-01T09:00:00+08:00")
    desk = new_desk(tmp_path / "laptop", clock=clock, lease=False)
    try:
        from app.cases.numbers import lease_block

        lease_block(desk, "鲁0302", "民初", 2026, 1501, 1510)
        lease_block(desk, "鲁0302", "民特", 2026, 81, 85)
        for name in ("agree before the court", "end a turn", "take a payment", "serve a paper", "confirm an agreement"):
            ACTS[name].do(desk, ACTS[name].before(desk))
        numbers = [row["number"] for row in desk.database.query("SELECT number FROM case_file")]
        assert numbers and all(number.startswith("（2026）") for number in numbers)
        assert desk.journal.verify(known_devices(desk.database)).holds
        entry = desk.journal.of_device(desk.device.device_id)[-1]
        assert entry.claimed_at.startswith(str(year))
    finally:
        desk.database.close()


def test_before_departure_a_clock_behind_the_last_entry_is_pointed_out(tmp_path):
    clock = StillClock("2026-03-20T09:30:00+08:00")
    desk = new_desk(tmp_path / "laptop", clock=clock)
    try:
        day = datetime.date(2026, 3, 20)

        def clock_good():
            checks = check_departure(desk, today=day, free_bytes=1 << 40)
            return next(check.good for check in checks if check.code == "clock")

        assert clock_good()
        clock.moment = clock.moment.replace(year=2001)
        assert not clock_good()
    finally:
        desk.database.close()


def test_filing_moments_are_what_was_told_and_not_what_a_clock_claims(tmp_path):
    desk = new_desk(tmp_path / "laptop", clock=StillClock("2031-01-01T00:00:00+08:00"), lease=False)
    try:
        from app.intake.service import file_case

        case = file_case(desk, filing(), number="（2026）鲁0302民初7号")
        assert load_case(desk.database, case).fields["filed_on"] == "2026-03-20"
    finally:
        desk.database.close()
