"""扣除审限: spans of days that the trial limit leaves out (解释243), and the day to which they move it."""

from __future__ import annotations

import datetime

import pytest

from app.approvals import service as approvals
from app.cases.store import load_case
from app.cases.suspensions import end_suspension, suspend_limit, suspensions_of
from app.desk import Officer
from app.service.deadlines import dates_of, running, trial_limit_of
from support.acts import ANSWER, withdraw
from support.desks import code_of
from support.village import a_case, as_judge, hand_over, know_each_other, new_desk, told_rows

APPRAISAL = {"ground": "appraisal", "first": "2026-04-01", "last": "2026-04-30", "reason": "房屋质量鉴定"}


def limit_on(desk, case, on):
    """The trial limit as the window shows it on that day."""
    found = running(desk.database, load_case(desk.database, case), datetime.date.fromisoformat(on))
    return next(one.until.isoformat() for one in found if one.rule == "T18")


def test_the_trial_limit_ends_later_by_every_day_of_an_appraisal(desk):
    case = a_case(desk)
    # Filed on 20 March: three months (民诉164), and the thirty days of April (解释243).
    assert limit_on(desk, case, "2026-03-21") == "2026-06-20"
    suspend_limit(desk, case, **APPRAISAL)
    assert limit_on(desk, case, "2026-05-04") == "2026-07-20"
    (held,) = suspensions_of(desk.database, case)
    assert (held.ground, held.article, held.reason) == ("appraisal", "解释243", "房屋质量鉴定")
    assert trial_limit_of(desk.database, load_case(desk.database, case)) == datetime.date(2026, 7, 20)


def test_a_day_left_out_on_two_grounds_counts_once(desk):
    case = a_case(desk)
    suspend_limit(desk, case, **APPRAISAL)
    suspend_limit(desk, case, ground="reconciliation", first="2026-04-20", last="2026-05-10", reason="双方申请庭外和解")
    # 1 April to 10 May are forty days; 20 June and forty days are 30 July.
    assert limit_on(desk, case, "2026-05-11") == "2026-07-30"


def test_while_a_suspension_goes_on_the_limit_moves_with_the_days(desk):
    case = a_case(desk)
    record = suspend_limit(desk, case, ground="jurisdiction", first="2026-06-15", reason="被告提出管辖权异议")
    assert limit_on(desk, case, "2026-06-14") == "2026-06-20"
    assert limit_on(desk, case, "2026-06-18") == "2026-06-24"
    end_suspension(desk, record, "2026-06-16")
    assert limit_on(desk, case, "2026-06-18") == "2026-06-22"
    assert code_of(end_suspension, desk, record, "2026-06-17") == "suspension_over"


def test_what_is_suspended_after_an_extension_moves_the_presidents_day(desk):
    case = a_case(desk)
    suspend_limit(desk, case, **APPRAISAL)
    approvals.request_approval(
        desk,
        case,
        "extension",
        reason="需要再次开庭",
        article="延审1",
        requested_at="2026-07-01T09:00:00+08:00",
        about={"until": "2026-07-20", "new_until": "2026-08-20"},
        decision={**ANSWER, "decided_at": "2026-07-02T09:00:00+08:00"},
    )
    # April is in the president's day already.
    assert limit_on(desk, case, "2026-07-03") == "2026-08-20"
    suspend_limit(desk, case, ground="public_notice", first="2026-08-01", last="2026-08-10", reason="公告送达")
    assert limit_on(desk, case, "2026-08-11") == "2026-08-30"
    assert dates_of(desk.database, load_case(desk.database, case)).trial_limit == datetime.date(2026, 8, 30)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ground": "rain"}, "suspension_ground_unknown"),
        ({"reason": " "}, "reason_missing"),
        ({"first": "2026-03-19"}, "suspension_malformed"),
        ({"last": "2026-03-31"}, "suspension_malformed"),
        ({"last": "2026-04-31"}, "date_not_real"),
        ({"first": "四月"}, "date_malformed"),
    ],
)
def test_a_suspension_without_its_parts_is_refused_and_nothing_is_written(desk, changes, code):
    case = a_case(desk)
    before = desk.journal.count()
    assert code_of(suspend_limit, desk, case, **{**APPRAISAL, **changes}) == code
    assert desk.journal.count() == before


def test_only_officers_of_an_open_case_suspend_its_limit(desk):
    case = a_case(desk)
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(suspend_limit, stranger, case, **APPRAISAL) == "role_not_permitted"
    assert code_of(end_suspension, desk, "suspension-0", "2026-04-30") == "unknown_suspension"
    withdraw(desk, case)
    assert code_of(suspend_limit, as_judge(desk), case, **APPRAISAL) == "case_is_closed"


def test_another_laptop_and_a_retelling_know_the_same_suspensions(desk, tmp_path):
    case = a_case(desk)
    end_suspension(desk, suspend_limit(desk, case, **{**APPRAISAL, "last": None}), "2026-04-30")
    other = new_desk(tmp_path / "other", seed=2)
    know_each_other(desk, other)
    hand_over(desk, other)
    told = told_rows(desk.database)["suspension"]
    assert len(told) == 1 and told_rows(other.database)["suspension"] == told
    desk.teller.retell_all(desk.database)
    assert told_rows(desk.database)["suspension"] == told
    other.database.close()
