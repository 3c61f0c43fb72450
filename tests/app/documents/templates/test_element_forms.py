"""One template draws the complaint and one the answer of every cause; the judgment forms take the same elements."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from app.clock import BEIJING
from app.documents.fonts import FontSet
from app.documents.render import render
from app.documents.template import load
from app.rules.elements import Element, ElementForm, asked_of_every_cause, known_forms

ON = datetime.date(2026, 3, 20)
MADE_AT = datetime.datetime(2026, 3, 20, 10, 45, tzinfo=BEIJING)
FORMS = [form for form in known_forms() if form.causes]


@pytest.fixture(params=FORMS, ids=lambda form: form.name)
def form(request: pytest.FixtureRequest) -> ElementForm:
    return request.param


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet.find(court_fonts=False)


def facts_of(form: ElementForm) -> list[Element]:
    return [one for one in form.of_section("facts") if one.by != "defendant"]


def row(element: Element, value: str) -> dict[str, Any]:
    return {
        "ask": element.ask,
        "kind": element.kind,
        "options": list(element.options) or None,
        "value": value or None,
    }


def complaint_of(form: ElementForm, filled: bool) -> dict[str, Any]:
    blanks = load("civil_complaint_elements").sample()
    blanks["case"] |= {"cause": form.causes[0], "facts": form.sample["facts"]}
    blanks["claims"] = [{"kind": "property", "amount": None, "text": text} for text in form.sample["claims"]]
    asked = (*form.elements, *asked_of_every_cause(ON))
    blanks["form"] = {
        section: [
            row(one, one.sample if filled else "") for one in asked if one.section == section and one.by != "defendant"
        ]
        for section in ("claims", "facts", "wishes")
    }
    return blanks


def judgment_of(name: str, form: ElementForm) -> dict[str, Any]:
    blanks = load(name).sample()
    blanks["case"] |= {"cause": form.causes[0], "facts": form.sample["facts"]}
    blanks |= {"orders": form.sample["orders"], "laws": form.sample["laws"]}
    if name != "civil_judgment_brief":
        blanks["undisputed"] = [
            {"name": one.name, "value": one.sample} for one in facts_of(form) if one.sample and not one.answer
        ]
        blanks["disputed"] = [
            {"name": one.name, "positions": f"原告主张{one.sample}；被告辩称{one.answer}", "finding": one.finding}
            for one in facts_of(form)
            if one.answer and one.finding
        ]
    return blanks


@pytest.mark.parametrize("filled", [True, False], ids=["filled", "by hand"])
def test_the_complaint_asks_every_element_of_the_cause_and_prints_what_is_given(
    form: ElementForm, filled: bool, fonts: FontSet
) -> None:
    template, blanks = load("civil_complaint_elements"), complaint_of(form, filled)
    text = template.text(blanks)
    assert f"@center （{form.causes[0]}）" in text
    for element in facts_of(form):
        assert element.ask in text
        for option in element.options:
            assert f"□{option}" in text or f"☑{option}" in text
        if filled and element.sample and not element.options:
            assert element.sample in text
    # 对纠纷解决方式的意愿 stands in every form.
    assert "是否考虑先行调解" in text
    assert render(template, blanks, fonts=fonts, made_at=MADE_AT).pages <= 5


def test_the_answer_shows_each_element_with_room_to_dispute_it(form: ElementForm, fonts: FontSet) -> None:
    template = load("statement_of_defence_elements")
    blanks = template.sample()
    blanks["case"] |= {"cause": form.causes[0]}
    blanks["form"] |= {
        "claims": [{"text": text, "answer": None} for text in form.sample["claims"]],
        "facts": [
            {"ask": one.ask, "claimed": one.sample or None, "answer": "denied" if one.answer else None,
             "says": one.answer or None}
            for one in facts_of(form)
        ],
        "own": [row(one, one.answer) for one in form.elements if one.by == "defendant"],
    }  # fmt: skip
    text = template.text(blanks)
    for element in facts_of(form):
        assert element.ask in text
    disputed = next(one for one in facts_of(form) if one.answer)
    assert f"| □无　☑有 | {disputed.answer.rstrip('。')}" in text
    assert render(template, blanks, fonts=fonts, made_at=MADE_AT).pages <= 5


@pytest.mark.parametrize("name", ["civil_judgment_elements", "civil_judgment_tabular", "civil_judgment_brief"])
def test_each_form_of_judgment_takes_the_elements_of_every_cause(name: str, form: ElementForm, fonts: FontSet) -> None:
    template, blanks = load(name), judgment_of(name, form)
    text = template.text(blanks)
    for order in form.sample["orders"]:
        assert order.rstrip("；。") in text
    agreed = next(one for one in facts_of(form) if one.sample and not one.answer)
    found = next(one for one in facts_of(form) if one.answer and one.finding)
    elements = name != "civil_judgment_brief"
    assert (f"{agreed.name}：{agreed.sample}" in text) is elements
    assert (found.finding in text) is elements
    assert render(template, blanks, fonts=fonts, made_at=MADE_AT).pages <= 6
