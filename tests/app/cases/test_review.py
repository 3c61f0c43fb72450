"""What the rules say of a case that came in, and that a person decides: 管辖, 繁简分流."""

from __future__ import annotations

import pytest

from app.cases.court import write_court
from app.cases.review import decide_track, note_jurisdiction, weigh
from app.cases.store import load_case
from support.acts import withdraw
from support.desks import code_of
from support.village import COURT, a_case, as_judge


def weighed(desk, case, **facts):
    return weigh(desk.database, load_case(desk.database, case), **facts)


def fields(desk, case):
    return load_case(desk.database, case).fields


def test_a_small_loan_where_the_money_was_received_goes_the_quick_way(desk):
    found = weighed(desk, a_case(desk), here=["performance"], mediation_wanted=True)
    assert (found.court.has, found.court.article) == (True, "民诉24")
    # 36000 yuan are below half the yearly wage of 115000 (民诉165).
    assert found.open_to is not None and (found.open_to.small_claims, found.open_to.simplified) == ("applies", True)
    assert (found.track.track, found.track.reasons) == ("fast", ("适宜调解",))


def test_without_a_yearly_wage_the_track_is_suggested_all_the_same(desk):
    case = a_case(desk)
    write_court(desk.database, {**COURT, "small_claims_wage": None})
    found = weighed(desk, case, flags=["defendant_missing"])
    assert found.open_to is None or found.open_to.small_claims == "excluded"
    assert (found.track.track, found.track.reasons) == ("careful", ("不能适用简易程序",))
    assert weighed(desk, case).open_to is None


def test_a_person_decides_the_track_and_says_why_against_the_suggestion(desk):
    case = a_case(desk)
    told = {"flags": ["appraisal_needed"], "mediation_wanted": False}
    assert code_of(decide_track, as_judge(desk), case, track="fast", **told) == "reason_missing"
    assert "track" not in fields(desk, case)
    decide_track(as_judge(desk), case, track="fast", why="双方已共同委托鉴定", **told)
    held = fields(desk, case)["track"]
    assert (held["track"], held["suggested"], held["why"]) == ("fast", "careful", "双方已共同委托鉴定")
    assert held["reasons"] == ["涉及鉴定、反诉、涉外或者确权"]
    decide_track(as_judge(desk), case, track="careful", **told)
    assert fields(desk, case)["track"]["track"] == "careful"


def test_a_court_without_jurisdiction_is_noted_and_not_stopped(desk):
    case = a_case(desk)
    note_jurisdiction(desk, case, here=["plaintiff_domicile"], facts=["defendants_scattered"])
    assert fields(desk, case)["jurisdiction"] == {
        "here": ["plaintiff_domicile"],
        "facts": ["defendants_scattered"],
        "has": False,
        "article": "民诉24",
    }


def test_the_level_is_weighed_against_the_courts_own_figures_and_noted(desk):
    case = a_case(desk)  # 36000 yuan
    assert weighed(desk, case).level is None
    write_court(desk.database, {**COURT, "level_ceilings": {"same": "50000.00", "one_outside": "30000.00"}})
    found = weighed(desk, case).level
    assert found is not None and (found.basic, found.article) == (True, "民诉18")
    assert code_of(note_jurisdiction, desk, case, here=[], facts=[], level=["raining"]) == "flag_unknown"
    note_jurisdiction(desk, case, here=["performance"], facts=[], level=["one_outside"])
    assert fields(desk, case)["jurisdiction"] == {
        "here": ["performance"],
        "facts": [],
        "has": True,
        "article": "民诉24",
        "level": ["one_outside"],
        "basic": False,
        "level_article": "民诉19(三)",
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"track": "winding"}, "unknown_choice"), ({"flags": ["raining"]}, "flag_unknown")],
)
def test_a_decision_that_nobody_can_read_is_refused(desk, changes, code):
    case = a_case(desk)
    told = {"track": "fast", "flags": [], "mediation_wanted": False, **changes}
    assert code_of(decide_track, as_judge(desk), case, **told) == code
    assert "track" not in fields(desk, case)


def test_the_clerk_does_not_decide_the_track_and_nobody_that_of_a_closed_case(desk):
    case = a_case(desk)
    told = {"track": "fast", "flags": [], "mediation_wanted": False}
    assert code_of(decide_track, desk, case, **told) == "role_not_permitted"
    withdraw(desk, case)
    assert code_of(decide_track, as_judge(desk), case, **told) == "case_is_closed"
    assert code_of(note_jurisdiction, as_judge(desk), case, here=[], facts=[]) == "case_is_closed"
