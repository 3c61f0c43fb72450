"""Who was invited to what: only there, or where they spoke, is their presence on a record."""

from __future__ import annotations

from app.cases.court import read_court
from app.circuit.day_people import DayPeople
from support.small_days import an_act


def invited(desk, part, **changes):
    return DayPeople(an_act(**changes), read_court(desk.database)).invited_to(part)


def test_who_was_invited_to_the_scene_is_in_no_record_of_another_place(desk):
    scene = {"inspection": {"invited": ["村会计"]}}
    assert invited(desk, "inspection", **scene) == ["村会计"]
    assert invited(desk, "hearing", **scene) == [] and invited(desk, "mediation", **scene) == []


def test_who_is_invited_to_the_act_or_speaks_is_there(desk):
    everywhere = {"invited": [{"name": "周怀仁"}]}
    assert [invited(desk, part, **everywhere) for part in ("inspection", "hearing")] == [["周怀仁"]] * 2
    turns = [{"speaker": "invited-1", "text": "是我记的账。"}]
    spoke = {"inspection": {"invited": ["村会计"]}, "hearing": {"turns": turns}}
    assert invited(desk, "hearing", **spoke) == ["村会计"]


def test_an_interpreter_is_named_as_one(desk):
    guests = [{"name": "古丽娜尔", "role": "interpreter"}, {"name": "周怀仁", "relation": "村主任"}]
    assert invited(desk, "hearing", hearing={"invited": guests, "turns": []}) == [
        "古丽娜尔（翻译）",
        "周怀仁（村主任）",
    ]
    assert invited(desk, "hearing", hearing={"invited": ["李四", {"name": "王五", "role": "elder"}], "turns": []}) == [
        "李四",
        "王五",
    ]


def test_who_is_invited_to_the_hearing_helps_to_mediate(desk):
    # 民诉98: the persons invited help the court to mediate.
    hearing = {"hearing": {"invited": ["周怀仁"], "turns": []}}
    assert invited(desk, "mediation", **hearing) == ["周怀仁"]
    assert invited(desk, "inquiry", **hearing) == []
