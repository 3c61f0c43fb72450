"""A holiday notice and an LPR table brought in by an officer count on every laptop of the court."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from app.cases.code_tables import court_calendar, court_lpr, import_table
from app.cases.store import load_case
from app.desk import Officer
from app.service.deadlines import dates_of
from support.desks import code_of
from support.village import a_case, as_judge, hand_over, know_each_other, new_desk, told_rows

# Made up: the State Council had not published 2027 when this was written.
NOTICE = """
year = 2027
source = "示例"
published = "2026-11-25"
off = [
  "2027-01-01/2027-01-03", "2027-02-05/2027-02-10", "2027-04-05", "2027-05-01/2027-05-05", "2027-06-09",
  "2027-09-15", "2027-10-01/2027-10-07",
]
makeup = []
"""
LPR = """
source = "示例"
verified = true
seen_until = "2026-11-20"
changes = [["2026-01-20", "2.90", "3.40"]]
"""


def test_a_year_without_a_notice_is_incomplete_until_one_is_imported(desk):
    new_year = datetime.date(2027, 1, 1)
    assert not court_calendar(desk.database).is_rest(new_year)
    assert import_table(as_judge(desk), NOTICE) == "calendar-2027"
    calendar = court_calendar(desk.database)
    assert calendar.is_rest(new_year) and calendar.state(new_year, new_year) == "complete"


def test_a_notice_travels_to_the_courts_other_laptops_and_a_later_one_replaces_it(tmp_path):
    first, second = (new_desk(tmp_path / name, seed) for name, seed in (("one", 1), ("two", 2)))
    know_each_other(first, second)
    import_table(as_judge(first), NOTICE)
    hand_over(first, second)
    assert 2027 in court_calendar(second.database).years
    import_table(as_judge(second), NOTICE.replace("2027-10-07", "2027-10-08"))
    hand_over(second, first)
    assert court_calendar(first.database).is_rest(datetime.date(2027, 10, 8))
    assert told_rows(first.database)["code_table"] == told_rows(second.database)["code_table"]
    for desk in (first, second):
        desk.database.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NOTICE.replace('source = "示例"\n', ""), "calendar_malformed"),
        (NOTICE.replace('published = "2026-11-25"\n', ""), "date_malformed"),
        (NOTICE.replace("2027-05-01/2027-05-05", "2027-05-02/2027-05-05"), "calendar_inconsistent"),
        (NOTICE.replace("makeup = []", 'makeup = ["2027-10-02"]'), "calendar_inconsistent"),
        (LPR.replace("2026-01-20", "2026-11-21"), "lpr_malformed"),
        ("\x00", "calendar_malformed"),
    ],
)
def test_a_table_that_contradicts_itself_is_not_taken(desk, text, code):
    assert code_of(import_table, as_judge(desk), text) == code
    assert 2027 not in court_calendar(desk.database).years


def test_a_clerk_imports_no_table(desk):
    assert code_of(import_table, desk, NOTICE) == "role_not_permitted"
    assert import_table(desk.acting_as(Officer("admin", "管", "administrator")), LPR) == "lpr"


def test_the_imported_lpr_is_the_one_that_counts(desk):
    assert court_lpr(desk.database).verified is False
    import_table(as_judge(desk), LPR)
    assert court_lpr(desk.database).rate(datetime.date(2026, 3, 20)) == Decimal("2.90")


def test_an_entry_from_elsewhere_that_does_not_read_leaves_its_year_incomplete(desk):
    desk.record("calendar.imported", "calendar-2027", {"text": "nonsense"})
    assert 2027 not in court_calendar(desk.database).years


def test_a_cases_dates_follow_the_imported_notice(desk):
    case = a_case(desk)
    import_table(as_judge(desk), NOTICE)
    assert dates_of(desk.database, load_case(desk.database, case)).trial_limit == datetime.date(2026, 6, 20)
    desk.teller.retell_all(desk.database)
    assert 2027 in court_calendar(desk.database).years
