"""A filing that is not registered on the spot waits with its last day, is corrected once, and ends in one way."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from app.cases.court import read_court
from app.cases.fee import fee_of_claims
from app.cases.store import load_case
from app.errors import NeedsCorrection
from app.fees.service import due_now
from app.intake.received import (
    answer_complaint,
    decline_received,
    note_complaint,
    note_taken_back,
    register_received,
    return_received,
    take_corrected,
    tell_correction,
)
from app.intake.store import load_received, received_filings
from app.service.of_no_case import running_of_no_case
from support.acts import MATERIALS, complained_of, receive, to_correct
from support.village import APPLICANTS, Officer, as_judge, filing, hand_over, know_each_other, new_desk


def days(desk):
    """Rule, whose, until, article of every period outside cases."""
    return [
        (one.rule, one.whose, one.until.isoformat(), one.article) for _record, one in running_of_no_case(desk.database)
    ]


def refused(act, *arguments, **told):
    with pytest.raises(NeedsCorrection) as refusal:
        act(*arguments, **told)
    return refusal.value.code


def test_it_is_decided_in_seven_days_of_receipt(desk):
    """民诉126: received on Friday 20 March 2026, the seventh day after it is the 27th, a Friday."""
    receive(desk)
    assert days(desk) == [("T01", "张𬱖", "2026-03-27", "民诉126")]


def test_a_last_day_on_a_holiday_moves_to_the_first_working_day(desk):
    """民诉85: the seventh day after 26 September 2026 is 3 October, in the holiday that ends on the 7th."""
    receive(desk, filing(mode="written", at="2026-09-26T10:00:00+08:00"))
    assert days(desk) == [("T01", "张𬱖", "2026-10-08", "民诉126")]


def test_a_joint_application_is_accepted_or_not_in_three_days(desk):
    """司法确认4: three days after Friday 20 March is Monday the 23rd."""
    receive(desk, filing(mode="joint", cause="申请司法确认调解协议", parties=APPLICANTS, claims=[], evidence=[]))
    assert days(desk) == [("T33", "张𬱖、李喆", "2026-03-23", "司法确认4")]


def test_while_it_is_corrected_the_seven_days_stand_still_and_then_run_anew(desk):
    """立案7, 解释126: corrected on Wednesday 25 March, the seventh day after it is 1 April."""
    record = to_correct(desk)
    assert days(desk) == [("T02", "张𬱖", "2026-03-30", "立案7")]
    take_corrected(desk, record, at="2026-03-25T15:00:00+08:00", what="起诉状一式二份")
    assert days(desk) == [("T01", "张𬱖", "2026-04-01", "民诉126")]


def test_what_is_to_be_corrected_is_told_once(desk):
    again = {"at": "2026-03-21T09:00:00+08:00", "items": ["再补一份"], "until": "2026-04-02"}
    assert refused(tell_correction, desk, to_correct(desk), **again) == "correction_told_already"


def test_a_correction_says_what_and_gives_time_for_it(desk):
    record = receive(desk)
    told = {"at": "2026-03-20T09:40:00+08:00", "items": ["写明被告的住址"], "until": "2026-03-30"}
    assert refused(tell_correction, desk, record, **{**told, "items": [" "]}) == "field_missing"
    assert refused(tell_correction, desk, record, **{**told, "until": "2026-03-20"}) == "correction_ends_too_early"
    early = {**told, "at": "2026-03-20T09:00:00+08:00"}
    assert refused(tell_correction, desk, record, **early) == "before_it_was_received"
    corrected = {"at": "2026-03-25T09:00:00+08:00", "what": "起诉状"}
    assert refused(take_corrected, desk, record, **corrected) == "no_correction_told"


def test_registered_from_it_the_case_says_when_its_filing_was_received(desk):
    record = receive(desk)
    case = load_case(
        desk.database,
        register_received(
            desk, record, filing(at="2026-03-24T09:00:00+08:00", accepted_at="2026-03-24T09:10:00+08:00")
        ),
    )
    assert (case.fields["filed_at"], case.fields["filed_on"]) == ("2026-03-20T09:05:00+08:00", "2026-03-24")
    assert load_received(desk.database, record).ended == {
        "how": "registered",
        "at": "2026-03-24T09:10:00+08:00",
        "case": case.id,
    }
    assert days(desk) == [] and received_filings(desk.database, waiting_only=True) == []


def test_a_refused_registration_leaves_the_filing_waiting_and_no_number_taken(desk):
    record = receive(desk)
    assert refused(register_received, desk, record, filing(facts=" ")) == "field_missing"
    assert load_received(desk.database, record).ended is None
    case = load_case(desk.database, register_received(desk, record, filing()))
    assert case.number == "（2026）鲁0302民初1501号"


def test_not_accepted_it_has_a_number_for_the_ruling_and_costs_nothing(desk):
    """民诉126, 157; 费用8(二)."""
    record = receive(desk)
    case = load_case(desk.database, decline_received(as_judge(desk), record, filing(), reason="没有明确的被告"))
    assert (case.number, case.closed, case.fields["closed_why"]) == (
        "（2026）鲁0302民初1501号",
        "not_accepted",
        "没有明确的被告",
    )
    assert fee_of_claims(read_court(desk.database), case).due == 0
    assert not due_now(desk.database, case)
    assert load_received(desk.database, record).ended["how"] == "not_accepted"


def test_only_a_judge_does_not_accept_and_says_why(desk):
    record = receive(desk)
    assert refused(decline_received, desk, record, filing(), reason="没有明确的被告") == "role_not_permitted"
    assert refused(decline_received, as_judge(desk), record, filing(), reason=" ") == "reason_missing"


def test_papers_go_back_only_when_the_time_to_correct_them_is_over(desk):
    """立案7: until 30 March they may be corrected; what was corrected in time is decided."""
    back = {"at": "2026-03-31T09:00:00+08:00", "to": "张𬱖"}
    assert refused(return_received, desk, receive(desk), **back) == "returned_too_early"
    record = to_correct(desk)
    on_the_last_day = {**back, "at": "2026-03-30T17:00:00+08:00"}
    assert refused(return_received, desk, record, **on_the_last_day) == "returned_too_early"
    return_received(desk, record, **back)
    assert load_received(desk.database, record).ended == {"how": "returned", **back}
    corrected = to_correct(desk)
    take_corrected(desk, corrected, at="2026-03-25T15:00:00+08:00", what="起诉状")
    assert refused(return_received, desk, corrected, **back) == "returned_too_early"


def test_what_has_ended_ends_once(desk):
    record = receive(desk)
    taken = {"at": "2026-03-21T09:00:00+08:00", "by": "张𬱖", "reason": "已经和好"}
    note_taken_back(desk, record, **taken)
    assert days(desk) == []
    assert refused(note_taken_back, desk, record, **taken) == "filing_has_ended"
    assert refused(register_received, desk, record, filing()) == "filing_has_ended"


def test_a_complaint_is_answered_in_fifteen_days_even_when_the_filing_has_ended(desk):
    """立案13: complained on 30 March 2026; the fifteenth day after it is Tuesday 14 April."""
    record = complained_of(desk)
    register_received(desk, record, filing(accepted_at="2026-03-31T09:00:00+08:00"))
    assert days(desk) == [("T54", "张𬱖", "2026-04-14", "立案13")]
    again = {"at": "2026-04-01T08:00:00+08:00", "by": "张𬱖", "what": "还没有答复"}
    assert refused(note_complaint, desk, record, **again) == "complaint_waits"
    answered = {"at": "2026-04-01T09:00:00+08:00", "answer": "已于3月31日立案"}
    answer_complaint(desk, record, **answered)
    assert days(desk) == []
    assert refused(answer_complaint, desk, record, **answered) == "no_complaint"


def test_nothing_happens_to_a_filing_before_it_came(desk):
    early, late = "2026-03-20T09:00:00+08:00", "2026-03-20T09:05:00+08:00"
    record, told = receive(desk), {"by": "张𬱖", "what": "不给收据"}
    assert refused(note_complaint, desk, record, at=early, **told) == "before_it_was_received"
    note_complaint(desk, record, at=late, **told)
    assert refused(answer_complaint, desk, record, at=early, answer="已给") == "before_it_was_received"
    answer_complaint(desk, record, at=late, answer="已给")
    # 立案13: another complaint is another fifteen days.
    note_complaint(desk, record, at="2026-03-23T09:00:00+08:00", **told)
    assert ("T54", "张𬱖", "2026-04-07", "立案13") in days(desk)
    back = {"by": "张𬱖", "reason": "已经和好"}
    assert refused(note_taken_back, desk, record, at=early, **back) == "before_it_was_received"
    corrected = {"at": "2026-03-20T09:39:00+08:00", "what": "起诉状"}
    assert refused(take_corrected, desk, to_correct(desk), **corrected) == "before_it_was_received"


def test_who_complains_or_takes_papers_back_is_named_and_says_what(desk):
    record, at = receive(desk), "2026-03-23T09:00:00+08:00"
    for by, said in ((" ", "不给收据"), ("张𬱖", " ")):
        assert refused(note_complaint, desk, record, at=at, by=by, what=said) == "field_missing"
        assert refused(note_taken_back, desk, record, at=at, by=by, reason=said) == "field_missing"
    assert refused(answer_complaint, desk, record, at=at, answer="已给") == "no_complaint"


def test_what_nobody_can_be_told_of_is_not_received(desk):
    nobody = filing(mode="written", parties=[{"role": "defendant", "name": "李喆"}])
    assert refused(receive, desk, nobody) == "nobody_claims"
    assert refused(receive, desk, materials=[]) == "field_missing"
    assert refused(receive, desk, materials=[{**MATERIALS[0], "pages": 0}]) == "pages_not_counted"
    assert refused(receive, desk, handed_in_by=" ") == "field_missing"
    assert refused(receive, desk, how="carrier") == refused(receive, desk, why="busy") == "unknown_choice"
    assert refused(receive, desk, filing(mode="sung")) == "unknown_choice"
    assert refused(receive, desk, filing(mode="written", cause=" ")) == "field_missing"
    nameless = filing(mode="written", parties=[{"role": "plaintiff", "name": " "}])
    assert refused(receive, desk, nameless) == "nobody_claims"
    assert refused(receive, desk, materials=[{**MATERIALS[0], "name": " "}]) == "field_missing"
    assert refused(receive, desk, materials=[{**MATERIALS[0], "copies": 0}]) == "pages_not_counted"
    record, stranger = complained_of(desk), desk.acting_as(Officer("x", "某", "administrator"))
    at = "2026-04-01T09:00:00+08:00"
    assert refused(receive, stranger) == "role_not_permitted"
    assert refused(note_taken_back, stranger, record, at=at, by="张𬱖", reason="和好") == "role_not_permitted"
    assert refused(note_complaint, stranger, record, at=at, by="张𬱖", what="没有答复") == "role_not_permitted"
    assert refused(answer_complaint, stranger, record, at=at, answer="已立案") == "role_not_permitted"
    assert refused(receive, desk, dataclasses.replace(filing(), at="morgen")) == "date_malformed"


@pytest.mark.parametrize("how", ["in_person", "post", "online"])
def test_all_that_was_filed_waits_with_it_however_it_came(desk, how):
    # 立案2: 一律接收诉状; what is in them is not asked for again.
    agents = [{"for": "plaintiff", "name": "冯律", "authority": "general"}]
    record = receive(desk, filing(mode="written", agents=agents, elements={"本金": "36000元"}), how=how)
    held = load_received(desk.database, record).filing
    assert {name: held[name] for name in ("mode", "place", "cause", "public", "facts")} == {
        "mode": "written",
        "place": "岭子镇梧桐村村委会",
        "cause": "民间借贷纠纷",
        "public": True,
        "facts": "被告因翻建房屋向原告借款36000元，到期未还。",
    }
    assert [one["name"] for one in held["parties"]] == ["张𬱖", "李喆"]
    assert (held["claims"][0]["amount"], held["evidence"][0]["name"]) == ("36000.00", "借条")
    assert (held["agents"], held["elements"]) == (agents, {"本金": "36000元"})


def test_half_a_filing_is_received_and_another_laptop_goes_on_with_it(desk, tmp_path):
    half = filing(mode="written", parties=[{"role": "plaintiff", "name": "张𬱖"}], claims=[], facts="", evidence=[])
    record = receive(desk, half, why="to_correct")
    other = new_desk(tmp_path / "other", 2)
    know_each_other(desk, other)
    hand_over(desk, other)
    assert load_received(other.database, record).filing["parties"] == [{"role": "plaintiff", "name": "张𬱖"}]
    case = load_case(other.database, register_received(other, record, filing()))
    hand_over(other, desk)
    assert load_received(desk.database, record).ended["case"] == case.id
    assert days(desk) == []
    other.database.close()


def test_periods_outside_cases_are_in_the_order_of_their_ends(desk):
    to_correct(desk)
    receive(desk)
    assert [day for _rule, _whose, day, _article in days(desk)] == ["2026-03-27", "2026-03-30"]
    assert datetime.date(2026, 3, 27).isoweekday() == 5
