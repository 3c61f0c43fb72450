"""休庭 stops the clock and the pen, is in the record where it happened, and lasts over a night."""

from __future__ import annotations

import datetime

import pytest

from app.archive.offers import offer_of, offers_of
from app.documents.template import load
from app.hearings import papers
from app.hearings import service as hearings
from app.hearings.pauses import (
    adjourn_sitting,
    adjournment_advice,
    pause_sitting,
    resume_sitting,
    time_heard,
    time_paused,
)
from app.hearings.store import load_sitting, turns_of
from support.desks import code_of
from support.village import a_case

OPENED = "2026-03-20T09:40:00+08:00"
PAUSED = "2026-03-20T10:05:00+08:00"
RESUMED = "2026-03-20T10:20:00+08:00"
CLOSED = "2026-03-20T10:32:00+08:00"
WHY = "双方到现场指认"


def minutes(number: float) -> datetime.timedelta:
    return datetime.timedelta(minutes=number)


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.fixture
def case(desk):
    return a_case(desk)


@pytest.fixture
def sitting(desk, case):
    return hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会院内", observers=3)


@pytest.fixture
def paused(desk, sitting):
    hearings.end_turn(desk, sitting, "judge", "现在开庭。")
    pause_sitting(desk, sitting, PAUSED, WHY)
    return sitting


def record_text(desk, case):
    """The hearing record's blanks in the sample's frame, as lines."""
    blanks = offer_of(desk, case, "hearing_record").blanks
    template = load("hearing_record")
    return template.text(template.sample() | dict(blanks))


def test_nothing_is_taken_down_while_the_sitting_stands_still(desk, paused):
    assert load_sitting(desk.database, paused).paused.reason == WHY
    assert code_of(hearings.end_turn, desk, paused, "judge", "说") == "sitting_is_paused"
    assert code_of(hearings.close_sitting, desk, paused, CLOSED) == "sitting_is_paused"
    assert code_of(pause_sitting, desk, paused, RESUMED, WHY) == "sitting_is_paused"
    resume_sitting(desk, paused, RESUMED)
    assert load_sitting(desk.database, paused).paused is None
    hearings.end_turn(desk, paused, "judge", "继续开庭。")
    assert code_of(resume_sitting, desk, paused, CLOSED) == "sitting_is_not_paused"


def test_a_pause_says_why_and_follows_what_was_before(desk, sitting):
    assert code_of(pause_sitting, desk, sitting, PAUSED, "  ") == "reason_missing"
    assert code_of(pause_sitting, desk, sitting, "2026-03-20T09:39:00+08:00", WHY) == "pause_before_it_could_be"
    pause_sitting(desk, sitting, PAUSED, WHY)
    assert code_of(resume_sitting, desk, sitting, "2026-03-20T10:04:59+08:00") == "pause_before_it_could_be"
    resume_sitting(desk, sitting, RESUMED)
    assert code_of(pause_sitting, desk, sitting, PAUSED, WHY) == "pause_before_it_could_be"


def test_an_inquiry_is_not_paused(desk, case):
    inquiry = hearings.open_sitting(desk, case, kind="inquiry", opened_at=OPENED, place="家中")
    assert code_of(pause_sitting, desk, inquiry, PAUSED, WHY) == "only_a_hearing_is_paused"


def test_the_time_heard_leaves_out_every_pause(desk, paused):
    # 9:40–10:05 heard, paused since.
    held = load_sitting(desk.database, paused)
    assert (time_heard(held, moment(RESUMED)), time_paused(held, moment(RESUMED))) == (minutes(25), minutes(15))
    resume_sitting(desk, paused, RESUMED)
    held = load_sitting(desk.database, paused)
    at = moment("2026-03-20T10:25:00+08:00")
    assert (time_heard(held, at), time_paused(held, at)) == (minutes(30), minutes(15))
    hearings.close_sitting(desk, paused, CLOSED)
    held = load_sitting(desk.database, paused)
    # 52 minutes from the opening to the closing, 15 of them paused; later looks change nothing.
    later = moment("2026-03-21T10:25:00+08:00")
    assert (time_heard(held, later), time_paused(held, later)) == (minutes(37), minutes(15))


def test_the_record_shows_the_pause_where_it_was_with_time_and_reason(desk, case, paused):
    resume_sitting(desk, paused, RESUMED)
    hearings.end_turn(desk, paused, "judge", "现在继续开庭。")
    hearings.close_sitting(desk, paused, CLOSED)
    lines = record_text(desk, case).splitlines()
    at = lines.index("@turn 审：| 现在开庭。")
    assert lines[at + 1 : at + 4] == [
        "@left （2026年3月20日10时05分，审判员宣布休庭。事由：双方到现场指认。）",
        "@left （2026年3月20日10时20分，审判员宣布继续开庭。）",
        "@turn 审：| 现在继续开庭。",
    ]
    assert "@row 时间 | 2026年3月20日9时40分至10时32分 | << | <<" in lines


def test_a_second_day_has_its_own_time_and_heading_in_the_record(desk, case, paused):
    resume_sitting(desk, paused, "2026-03-21T09:00:00+08:00")
    hearings.end_turn(desk, paused, "judge", "现在继续开庭。")
    hearings.close_sitting(desk, paused, "2026-03-21T09:30:00+08:00")
    lines = record_text(desk, case).splitlines()
    assert "@row 时间 | 2026年3月20日9时40分至10时05分；2026年3月21日9时00分至9时30分 | << | <<" in lines
    at = lines.index("@heading 2026年3月21日继续开庭")
    assert lines[at + 1 : at + 3] == [
        "@left （2026年3月21日9时00分，审判员宣布继续开庭。）",
        "@turn 审：| 现在继续开庭。",
    ]
    held = load_sitting(desk.database, paused)
    assert time_heard(held, moment(CLOSED)) == minutes(55)


def test_two_pauses_between_the_same_turns_are_both_told(desk, case, paused):
    resume_sitting(desk, paused, RESUMED)
    pause_sitting(desk, paused, "2026-03-20T10:22:00+08:00", "停电")
    resume_sitting(desk, paused, "2026-03-20T10:24:00+08:00")
    hearings.close_sitting(desk, paused, CLOSED)
    held = load_sitting(desk.database, paused)
    notes = papers.pause_notes(held, 0)
    assert [(note["what"], note["at"][11:16]) for note in notes] == [
        ("paused", "10:05"),
        ("resumed", "10:20"),
        ("paused", "10:22"),
        ("resumed", "10:24"),
    ]
    assert record_text(desk, case).count("宣布休庭") == 2


def test_a_hearing_put_off_is_over_for_today_and_set_for_its_day(desk, case, paused):
    to, place = "2026-04-08T09:30:00+08:00", "岭子人民法庭"
    assert code_of(adjourn_sitting, desk, paused, CLOSED, WHY, to=OPENED, place=place) == "adjourned_to_the_past"
    assert code_of(adjourn_sitting, desk, paused, CLOSED, WHY, to=to, place=" ") == "field_missing"
    assert code_of(adjourn_sitting, desk, paused, CLOSED, " ", to=to, place=place) == "reason_missing"
    adjourn_sitting(desk, paused, CLOSED, "需要调取新的证据", to=to, place=place)
    text = record_text(desk, case)
    assert (
        "（审判员宣布休庭。因需要调取新的证据，本案择期继续开庭，定于2026年4月8日9时30分在岭子人民法庭继续开庭，"
        "已当庭告知到庭人员。）" in text
    )
    called = [offer for offer in offers_of(desk, case) if offer.document == "summons"]
    assert [offer.blanks["summons"]["time"] for offer in called] == [to, to]
    notice = load("adjournment_notice")
    told = notice.text(notice.sample() | dict(offer_of(desk, case, "adjournment_notice").blanks))
    assert "本院于2026年3月20日9时40分开庭审理，因需要调取新的证据休庭，依照" in told
    assert "现定于2026年4月8日9时30分在岭子人民法庭继续开庭" in told
    second = hearings.open_sitting(desk, case, opened_at=to, place=place)
    assert load_sitting(desk.database, second).fields["ordinal"] == 2
    assert [turn.text for turn in turns_of(desk.database, second)] == []


def test_a_hearing_put_off_without_a_day_says_that_it_will_be_told(desk, case, paused):
    adjourn_sitting(desk, paused, CLOSED, "被告身体不适")
    assert "因被告身体不适，本案择期继续开庭，时间和地点另行通知。" in record_text(desk, case)
    assert "adjournment_notice" not in {offer.document for offer in offers_of(desk, case)}


def test_too_late_a_day_and_a_second_adjournment_are_pointed_out(desk, case, sitting):
    # 延审3: 简易 once, and the hearings at most a month apart.
    day = datetime.date(2026, 3, 20)
    assert adjournment_advice(desk, case, day, datetime.date(2026, 4, 8)) is None
    assert adjournment_advice(desk, case, day, datetime.date(2026, 4, 22)).code == "adjournment_too_long"
    adjourn_sitting(desk, sitting, CLOSED, WHY, to="2026-04-08T09:30:00+08:00", place="法庭")
    assert adjournment_advice(desk, case, day, datetime.date(2026, 4, 8)).code == "adjournments_used_up"


def test_a_hearing_put_off_without_a_day_is_an_adjournment_that_counts(desk, case, sitting):
    # 延审3 counts how often a hearing is put off, not the days that were named.
    adjourn_sitting(desk, sitting, CLOSED, WHY)
    day = datetime.date(2026, 3, 20)
    assert adjournment_advice(desk, case, day, datetime.date(2026, 4, 8)).code == "adjournments_used_up"
