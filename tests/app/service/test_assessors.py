"""人民陪审员 on the panel: when a party may ask for them and until when they are drawn (陪2, 3), counted by hand."""

from __future__ import annotations

import datetime

import pytest

from app.archive.prefilled import prefilled
from app.cases.store import load_case
from app.documents.parts import free_blanks
from app.documents.template import load
from app.service.deadlines import running
from support.acts import a_paper_of, absence, services
from support.village import a_case

MAY = {"assessors_may_be_asked": True}


def told(desk, case, day="2026-03-20", **blanks):
    paper = a_paper_of(desk, case, "panel_notice", blanks={**MAY, **blanks})
    services.serve(desk, case, [paper], "defendant", "direct", at=f"{day}T16:00:00+08:00")


def assessors(desk, case, on="2026-03-21"):
    found = running(desk.database, load_case(desk.database, case), datetime.date.fromisoformat(on))
    return [(one.part, one.whose, one.until.isoformat(), one.article) for one in found if one.rule == "T16"]


def test_a_party_asks_within_five_days_of_the_notice_that_says_so(desk):
    case = a_case(desk, "ordinary")
    assert assessors(desk, case) == []
    # Five days from Tuesday 31 March end on Sunday 5 April, Ching Ming to the 6th: the 7th.
    told(desk, case, "2026-03-31")
    assert assessors(desk, case, "2026-04-07") == [("ask", "李喆", "2026-04-07", "陪2")]
    assert assessors(desk, case, "2026-04-08") == []


def test_the_days_to_ask_run_from_the_latest_notice(desk):
    case = a_case(desk, "ordinary")
    told(desk, case)
    told(desk, case, "2026-03-24")
    # Five days from Tuesday 24 March end on Sunday the 29th, so Monday.
    assert assessors(desk, case) == [("ask", "李喆", "2026-03-30", "陪2")]


def test_they_are_drawn_seven_days_before_the_hearing_that_is_set(desk):
    case = a_case(desk, "ordinary")
    told(desk, case)
    absence(desk, case)  # put off to 8 April
    assert ("draw", "", "2026-04-01", "陪3") in assessors(desk, case)


@pytest.mark.parametrize("procedure", ["simplified", "small_claims"])
def test_no_assessor_sits_in_the_short_procedures(desk, procedure):
    case = a_case(desk, procedure)
    told(desk, case)
    assert assessors(desk, case) == []


def test_nobody_asks_for_assessors_who_sit_already_or_were_not_offered(desk):
    case = a_case(desk, "ordinary")
    told(desk, case, assessors_may_be_asked=False)
    assert assessors(desk, case) == []
    told(desk, case)
    assert assessors(desk, case) != []
    panel = [{"title": "审判长", "name": "林正和"}, {"title": "人民陪审员", "name": "何安"}]
    told(desk, case, panel=panel)
    assert assessors(desk, case) == []


def test_the_notice_of_an_ordinary_case_says_that_they_may_be_asked_for(desk):
    template = load("panel_notice")
    for procedure, said in (("ordinary", True), ("simplified", False)):
        case = a_case(desk, procedure)
        filled = prefilled(desk, case, template, free_blanks(template, ()), made_on="2026-03-20")
        assert filled["assessors_may_be_asked"] is said
    text = template.text({**template.sample(), "assessors_may_be_asked": True})
    assert "收到本通知书之日起五日内，申请由人民陪审员参加合议庭审判" in text
    assert "陪审员参加" not in template.text({**template.sample(), "assessors_may_be_asked": False})
