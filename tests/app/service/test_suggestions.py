"""A judicial suggestion is handed over to the unit; its answer is awaited from that day until it has come."""

from __future__ import annotations

import pytest

from app.errors import NeedsCorrection
from app.journal.entry import COURT
from app.service.of_no_case import running_of_no_case, suggestions
from app.service.service import hand_over, remind
from app.service.store import services_of
from support.acts import a_paper, a_paper_of_no_case, a_suggestion, hand_suggestion_over

NUMBER = "淄川法建〔2026〕3号"


def feedback(desk, **told):
    row = {"number": NUMBER, "unit": "岭子镇人民政府", "served_on": "2026-03-20", "due_on": "2026-05-20", **told}
    return a_paper_of_no_case(desk, "suggestion_feedback", {"feedback": row, "reminders": []})


def awaited(desk):
    return [(one.rule, one.whose, one.until.isoformat(), one.article) for _, one in running_of_no_case(desk.database)]


def refused(act, *arguments, **told):
    with pytest.raises(NeedsCorrection) as refusal:
        act(*arguments, **told)
    return refusal.value.code


def test_the_answer_is_awaited_from_the_receipt_for_the_months_that_the_suggestion_names(desk):
    """建议8: received on 20 March 2026 with two months to answer: until Wednesday 20 May."""
    paper = a_suggestion(desk)
    assert awaited(desk) == []
    hand_suggestion_over(desk, paper)
    assert awaited(desk) == [("T53", "岭子镇人民政府", "2026-05-20", "建议8")]


def test_handed_over_again_the_term_runs_from_the_first_receipt(desk):
    paper = a_suggestion(desk)
    hand_suggestion_over(desk, paper)
    told = {"to": "岭子镇人民政府", "how": "post", "at": "2026-04-20T16:00:00+08:00", "received_by": "收发室"}
    hand_over(desk, paper, **told)
    assert [one.until.isoformat() for one in suggestions(desk.database)] == ["2026-05-20"]


def test_a_register_without_an_answer_ends_nothing_and_one_with_it_does(desk):
    hand_suggestion_over(desk, a_suggestion(desk))
    feedback(desk)
    assert awaited(desk) != []
    feedback(desk, replied_on="2026-05-18", adopted="yes")
    assert awaited(desk) == []
    assert [one.answered for one in suggestions(desk.database)] == ["2026-05-18"]


def test_each_reminder_stands_beside_the_others(desk):
    service = hand_suggestion_over(desk, a_suggestion(desk))
    remind(desk, service, on="2026-05-21", how="电话", result="答应本周答复")
    remind(desk, service, on="2026-05-29", how="发函", result="已收到")
    (held,) = services_of(desk.database, COURT)
    assert [one["on"] for one in held.fields["reminders"]] == ["2026-05-21", "2026-05-29"]


def test_what_is_handed_over_is_of_no_case_and_in_a_way_that_the_paper_allows(desk):
    told = {"to": "岭子镇人民政府", "how": "direct", "at": "2026-03-20T16:00:00+08:00", "received_by": "孙平"}
    _case, of_a_case = a_paper(desk)
    assert refused(hand_over, desk, of_a_case, **told) == "unknown_paper"
    paper = a_suggestion(desk)
    assert refused(hand_over, desk, paper, **{**told, "how": "public"}) == "not_served_so"
    notice = a_paper_of_no_case(desk, "correction_notice", {})
    assert refused(hand_over, desk, notice, **{**told, "how": "left"}) == "not_served_so"
    assert refused(hand_over, desk, paper, **{**told, "to": " "}) == "field_missing"
    assert refused(hand_over, desk, paper, **{**told, "received_by": ""}) == "field_missing"
    assert refused(hand_over, desk, paper, **{**told, "at": "gestern"}) == "date_malformed"
    reminder = {"on": "2026-05-21", "how": "电话", "result": "没有人接"}
    assert refused(remind, desk, "service-none", **reminder) == "unknown_service"
