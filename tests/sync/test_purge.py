"""A closed case leaves the laptop once the court has it safe: no word of it stays, the chain does; it can come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.archive.verification import verify_profile
from app.attachments.service import attach, files_of, read
from app.cases.numbers import ledger, next_number
from app.cases.purged import purged_cases
from app.cases.store import find_cases, load_case
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.devices import known_devices
from app.secondcopy.copy import SecondCopy
from app.tell import FEATURES, JournalTeller
from support.acts import withdraw
from support.practice import LaptopOfCourt, laptop_of_court
from support.village import COURT, DEFENDANT, PLAINTIFF, a_case, as_judge
from sync.purge import bring_back, purge, purgeable

PHOTO = b"\x89PNG a photograph of the contract"


@pytest.fixture
def laptop(tmp_path: Path, clock: Any, randomness: Callable[[int], bytes]) -> Iterator[LaptopOfCourt]:
    with laptop_of_court(tmp_path, clock, randomness) as made:
        yield made


def a_closed_case(laptop: LaptopOfCourt) -> str:
    case = a_case(laptop.desk)
    attach(laptop.desk, case, PHOTO, "合同照片.png", "image/png")
    withdraw(as_judge(laptop.desk), case)
    assert load_case(laptop.desk.database, case).closed
    return case


def send_home(laptop: LaptopOfCourt) -> None:
    """Everything is at the court, in a backup that was test-restored, and the laptop has been told so."""
    laptop.round()
    laptop.court.log.backed_up(laptop.court.head().size)
    laptop.round()


def rows_naming(laptop: LaptopOfCourt, words: str) -> set[str]:
    """Tables in which some column holds the words."""
    database, found = laptop.desk.database, set()
    for table in database.query("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"):
        for row in database.query(f"SELECT * FROM {table['name']}"):
            held = (v.decode("utf-8", "ignore") if isinstance(v, bytes) else str(v) for v in row.values())
            if any(words in value for value in held):
                found.add(str(table["name"]))
    return found


def told(laptop: LaptopOfCourt) -> dict[str, list[str]]:
    """Every told table's rows, but for the numbers by which SQLite itself keeps them."""
    tables = [table for name in FEATURES for table in FEATURES[name].TABLES]
    found = dict[str, list[str]]()
    for table in tables:
        if "search" not in table and "gram" not in table:
            rows = laptop.desk.database.query(f"SELECT * FROM {table}")
            found[table] = sorted(str({name: value for name, value in row.items() if name != "id"}) for row in rows)
    return found


def test_a_case_stays_until_receipts_and_a_tested_backup_cover_it(laptop: LaptopOfCourt) -> None:
    case = a_closed_case(laptop)
    with pytest.raises(NotPossibleNow, match="not_safe_at_court"):
        purge(laptop.desk, case)
    laptop.round()
    assert [(one["id"], one["safe"]) for one in purgeable(laptop.desk)] == [(case, False)]
    with pytest.raises(NotPossibleNow, match="not_safe_at_court"):
        purge(laptop.desk, case)
    send_home(laptop)
    assert [(one["id"], one["safe"]) for one in purgeable(laptop.desk)] == [(case, True)]
    # One more word makes it wait again.
    attach(laptop.desk, case, b"another", "补交.png", "image/png")
    with pytest.raises(NotPossibleNow, match="not_safe_at_court"):
        purge(laptop.desk, case)


def test_an_open_case_is_never_purged(laptop: LaptopOfCourt) -> None:
    case = a_case(laptop.desk)
    send_home(laptop)
    with pytest.raises(NeedsCorrection, match="case_still_open"):
        purge(laptop.desk, case)


def test_of_a_purged_case_no_word_is_left_and_the_chain_holds(laptop: LaptopOfCourt, clock: Any) -> None:
    case, other = a_closed_case(laptop), a_case(laptop.desk, parties=[dict(PLAINTIFF, name="周昊"), DEFENDANT])
    number = load_case(laptop.desk.database, case).number
    send_home(laptop)
    before = laptop.desk.journal.count()
    photo = next(digest for digest in files_of(laptop.desk).digests())
    purge(laptop.desk, case)
    assert rows_naming(laptop, PLAINTIFF["name"]) == set()
    assert rows_naming(laptop, number) == {"setting"}
    assert find_cases(laptop.desk.database, "张") == []
    assert not files_of(laptop.desk).has(photo)
    assert laptop.desk.journal.count() == before
    assert laptop.desk.journal.verify(known_devices(laptop.desk.database)).holds
    assert all(finding.holds for finding in verify_profile(laptop.desk))
    assert load_case(laptop.desk.database, other).number
    # Retold from the journal, the tables say the same; and a round brings nothing back unasked.
    rows = told(laptop)
    JournalTeller().retell_all(laptop.desk.database)
    laptop.round()
    assert told(laptop) == rows


def test_a_purged_cases_number_is_never_given_again(laptop: LaptopOfCourt) -> None:
    case = a_closed_case(laptop)
    number = load_case(laptop.desk.database, case).number
    send_home(laptop)
    free = next_number(laptop.desk, COURT["code"], "民初", 2026)
    purge(laptop.desk, case)
    assert next_number(laptop.desk, COURT["code"], "民初", 2026) == free
    lines = {line.number: line.state for line in ledger(laptop.desk.database, COURT["code"], "民初", 2026)}
    assert lines[number] == "used"


def test_a_purged_case_comes_back_whole_by_asking_the_court(laptop: LaptopOfCourt) -> None:
    case = a_closed_case(laptop)
    send_home(laptop)
    rows = told(laptop)
    attachment = next(row["record"] for row in laptop.desk.database.query("SELECT record FROM attachment"))
    purge(laptop.desk, case)
    assert [row["case_id"] for row in purged_cases(laptop.desk.database)] == [case]
    bring_back(laptop.today, case)
    assert told(laptop) == rows
    assert read(laptop.desk, attachment) == PHOTO
    assert purged_cases(laptop.desk.database) == []
    assert all(finding.holds for finding in verify_profile(laptop.desk))
    with pytest.raises(NeedsCorrection, match="case_not_purged"):
        bring_back(laptop.today, case)


def test_a_case_that_left_the_laptops_scope_does_not_come_back(laptop: LaptopOfCourt) -> None:
    case = a_closed_case(laptop)
    send_home(laptop)
    purge(laptop.desk, case)
    device = laptop.desk.device.device_id
    for scope in (case, "*"):
        laptop.court.withdraw(device, scope)
    with pytest.raises(NotPossibleNow, match="case_not_in_scope"):
        bring_back(laptop.today, case)
    assert [row["case_id"] for row in purged_cases(laptop.desk.database)] == [case]


def test_the_second_copy_begun_again_holds_no_word_of_it(laptop: LaptopOfCourt, clock: Any) -> None:
    case = a_closed_case(laptop)
    send_home(laptop)
    copy = SecondCopy(laptop.desk.database, laptop.session.copy_key(), clock, laptop.desk.randomness, reserve_bytes=0)
    copy.catch_up()
    whole = copy.health().size
    purge(laptop.desk, case)
    copy.begin_again()
    assert copy.health().state == "up_to_date"
    assert copy.health().size < whole
    assert copy.verify() > 0


def test_a_power_cut_in_the_middle_leaves_the_case_whole(laptop: LaptopOfCourt, monkeypatch: Any) -> None:
    case = a_closed_case(laptop)
    send_home(laptop)
    rows = told(laptop)

    def cut(*_: Any) -> None:
        raise RuntimeError("the power failed")

    monkeypatch.setattr("app.archive.purge.note_purged", cut)
    with pytest.raises(RuntimeError):
        purge(laptop.desk, case)
    assert told(laptop) == rows
    assert all(finding.holds for finding in verify_profile(laptop.desk))
