"""What runs between an appeal and the file's going up (民诉173, 174); dates counted by hand on the calendar of 2026.

The appeal came on Tuesday 7 April. Rest days on the way: the weekends, and Labour Day 1–5 May.
"""

from __future__ import annotations

import datetime

import pytest

from app.cases.store import load_case
from app.service.appeals import answer_appeal, bring_appeal, note_appeal_fee, withdraw_appeal
from app.service.deadlines import running
from app.service.store import services_of
from support.acts import APPEAL, a_judged_case, a_paper_of, an_appeal, announce, appeal, services
from support.village import DEFENDANT, JOINER, PLAINTIFF, a_case


def steps(desk, case, on):
    """Part, whose, until when, of what T37 names."""
    held = load_case(desk.database, case)
    found = running(desk.database, held, datetime.date.fromisoformat(on))
    return [(one.part, one.whose, one.until.isoformat()) for one in found if one.rule == "T37"]


def of_row(desk, case, rule, on):
    held = load_case(desk.database, case)
    found = running(desk.database, held, datetime.date.fromisoformat(on))
    return [(one.whose, one.until.isoformat(), one.article) for one in found if one.rule == rule]


def serve(desk, case, paper, to, day):
    return services.serve(desk, case, [paper], to, "direct", at=f"{day}T16:00:00+08:00")


def serve_copy(desk, case, to="plaintiff", day="2026-04-10"):
    return serve(desk, case, a_paper_of(desk, case, "appeal_notice", "2026-04-08"), to, day)


def test_the_copy_goes_to_the_other_side_in_five_days(desk):
    case, _ = an_appeal(desk)
    # Five days end on Sunday 12 April: Monday the 13th; past it, it is still to be done.
    assert steps(desk, case, "2026-04-08") == [("copy", "张𬱖", "2026-04-13")] == steps(desk, case, "2026-05-20")


def test_the_copy_of_the_appeal_itself_will_do(desk):
    case, record = an_appeal(desk)
    other = a_paper_of(desk, case, "civil_appeal", "2026-04-08", concerns="another appeal")
    serve(desk, case, other, "plaintiff", "2026-04-09")
    assert [part for part, _, _ in steps(desk, case, "2026-04-10")] == ["copy"]
    serve(desk, case, a_paper_of(desk, case, "civil_appeal", "2026-04-08", concerns=record), "plaintiff", "2026-04-10")
    assert steps(desk, case, "2026-04-11") == [("defence", "张𬱖", "2026-04-27")]
    assert [one.documents for one in services_of(desk.database, case)][-1] == ["appeal_copy"]


def test_the_other_side_has_fifteen_days_to_answer_and_then_the_file_goes_up_in_five(desk):
    case, _ = an_appeal(desk)
    serve_copy(desk, case)
    # Fifteen days from 10 April end on Saturday the 25th: Monday the 27th.
    assert steps(desk, case, "2026-04-27") == [("defence", "张𬱖", "2026-04-27")]
    # Five days from the 27th end on 2 May: Wednesday the 6th.
    assert steps(desk, case, "2026-04-28") == [("file", "", "2026-05-06")] == steps(desk, case, "2026-06-01")
    a_paper_of(desk, case, "appeal_transfer_letter", "2026-05-06")
    assert steps(desk, case, "2026-05-07") == []


def test_an_answer_goes_to_the_appellant_and_the_file_up_each_in_five_days(desk):
    case, record = an_appeal(desk)
    serve_copy(desk, case)
    answer_appeal(desk, case, record, by="plaintiff", at="2026-04-20T10:00:00+08:00")
    # Five days from Monday 20 April end on Saturday the 25th: Monday the 27th.
    assert steps(desk, case, "2026-04-21") == [("answer", "李喆", "2026-04-27"), ("file", "", "2026-04-27")]
    told = {"answer": {"by": "plaintiff"}}
    serve(desk, case, a_paper_of(desk, case, "appeal_answer", "2026-04-20", blanks=told), "defendant", "2026-04-21")
    assert steps(desk, case, "2026-04-22") == [("file", "", "2026-04-27")]


def test_the_copy_goes_to_every_other_party_and_the_last_answer_counts(desk):
    case, paper = a_judged_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER])
    record = bring_appeal(desk, case, paper=paper, **{**APPEAL, "by": "defendant-1"})
    assert [whose for _, whose, _ in steps(desk, case, "2026-04-08")] == ["张𬱖", "李栓"]
    serve_copy(desk, case)
    answer_appeal(desk, case, record, by="plaintiff", at="2026-04-13T10:00:00+08:00")
    serve_copy(desk, case, "defendant-2", "2026-04-14")
    # Fifteen days from 14 April: the 29th. Nothing goes up before it is over.
    assert ("defence", "李栓", "2026-04-29") in steps(desk, case, "2026-04-20")
    assert "file" not in [part for part, _, _ in steps(desk, case, "2026-04-29")]
    # Five days from 29 April end on 4 May: the 6th.
    assert ("file", "", "2026-05-06") in steps(desk, case, "2026-04-30")


def test_each_of_two_appeals_has_its_own_steps(desk):
    told = a_judged_case(desk)
    case, _ = appeal(desk, told)
    bring_appeal(desk, case, paper=told[1], **{**APPEAL, "by": "plaintiff", "at": "2026-04-02T10:00:00+08:00"})
    # Five days from 2 April: Tuesday the 7th.
    assert steps(desk, case, "2026-04-08") == [("copy", "李喆", "2026-04-07"), ("copy", "张𬱖", "2026-04-13")]


def test_an_appeal_before_the_judgment_was_served_costs_from_its_notice(desk):
    # 解释244: no day of his own runs yet.
    case = a_case(desk)
    announce(desk, case, fee_borne_by="shared")
    paper = a_paper_of(desk, case, "civil_judgment_simplified")
    bring_appeal(desk, case, paper=paper, **{**APPEAL, "at": "2026-03-23T10:00:00+08:00"})
    assert of_row(desk, case, "T44", "2026-03-23") == []
    assert [part for part, _, _ in steps(desk, case, "2026-03-23")] == ["copy"]


def test_a_withdrawn_appeal_has_no_steps(desk):
    case, record = an_appeal(desk)
    withdraw_appeal(desk, case, record, by="defendant", at="2026-04-08T10:00:00+08:00")
    assert steps(desk, case, "2026-04-09") == [] and of_row(desk, case, "T44", "2026-04-09") == []


def test_the_fee_is_prepaid_within_the_period_of_appeal_and_else_seven_days_from_the_notice(desk):
    case, record = an_appeal(desk)
    # 费用22: the defendant's period ends on 8 April.
    assert of_row(desk, case, "T44", "2026-04-08") == [("李喆", "2026-04-08", "费用22")]
    other, _ = an_appeal(desk)
    # What he bears of the first instance's fee is told by a notice of its own.
    borne = a_paper_of(desk, case, "fee_notice", "2026-04-08", blanks={"reason": "borne"})
    serve(desk, case, borne, "defendant", "2026-04-08")
    assert of_row(desk, case, "T44", "2026-04-08") == [("李喆", "2026-04-08", "费用22")]
    notice = a_paper_of(desk, case, "fee_notice", "2026-04-09", concerns=record)
    serve(desk, case, notice, "defendant", "2026-04-10")
    late = [("李喆", "2026-04-17", "费用22")]
    assert of_row(desk, case, "T44", "2026-04-11") == late == of_row(desk, case, "T44", "2026-05-20")
    note_appeal_fee(desk, case, record, how="paid", at="2026-04-13")
    assert of_row(desk, case, "T44", "2026-04-14") == []
    assert of_row(desk, other, "T44", "2026-04-14")


@pytest.mark.parametrize("document", ["ruling_jurisdiction_objection", "ruling_case_dismissed"])
def test_an_appeal_against_a_ruling_costs_nothing_and_goes_up_the_same_way(desk, document):
    case = a_case(desk)
    ruling = a_paper_of(desk, case, document)
    serve(desk, case, ruling, "defendant", "2026-03-31")
    bring_appeal(desk, case, paper=ruling, **{**APPEAL, "amount": None})
    assert of_row(desk, case, "T44", "2026-04-08") == []
    assert steps(desk, case, "2026-04-08") == [("copy", "张𬱖", "2026-04-13")]


def test_who_has_appealed_needs_no_time_to_appeal(desk):
    told = a_judged_case(desk)
    assert [whose for whose, _, _ in of_row(desk, told[0], "T36", "2026-04-07")] == ["张𬱖", "李喆"]
    appeal(desk, told)
    assert [whose for whose, _, _ in of_row(desk, told[0], "T36", "2026-04-07")] == ["张𬱖"]
