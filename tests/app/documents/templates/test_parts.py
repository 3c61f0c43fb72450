"""Fixed wording, what the case tells and what an officer writes are told apart, word by word."""

from __future__ import annotations

import re

import pytest

from app.documents import template as templates
from app.documents.parts import free_blanks, parts_of
from app.documents.sandbox import END, NAMED, VALUE
from app.errors import NeedsCorrection


@pytest.mark.parametrize("name", templates.names())
def test_the_marks_say_nothing_that_the_paper_does_not_say(name: str) -> None:
    template = templates.load(name)
    marked = re.sub(f"{VALUE}[^{NAMED}]*{NAMED}|{END}", "", template.text(template.sample(), marks=True))
    assert [line.rstrip() for line in marked.splitlines()] == template.text(template.sample()).splitlines()


def test_each_word_of_a_ruling_says_where_it_comes_from() -> None:
    template = templates.load("ruling_preservation")
    lines = parts_of(template, template.sample(), free_blanks(template, ()))
    said = [[(part.kind, part.blank, part.text) for part in line.parts] for line in lines]
    assert [
        ("fixed", "", "案件申请费"),
        ("free", "preservation.fee", "880"),
        ("fixed", "", "元，由"),
        ("free", "preservation.applicant", "原告周示例"),
        ("fixed", "", "交纳。"),
    ] in said
    assert [("told", "made_on", "二〇二六年三月二十日")] in said
    assert [("fixed", "", "民事裁定书")] in said


def test_what_an_act_has_told_is_not_free() -> None:
    template = templates.load("civil_judgment_ordinary")
    free = free_blanks(template, ("orders", "laws", "fee_borne_by", "attendance"))
    assert "orders" not in free and "attendance" not in free
    assert {"facts_found", "reasons", "panel"} <= set(free)


def test_a_record_that_an_act_made_has_no_free_part() -> None:
    assert free_blanks(templates.load("hearing_record"), ("hearing", "turns")) == {}


@pytest.mark.parametrize("sign", [VALUE, NAMED, END])
def test_no_value_can_pass_for_a_mark(sign: str) -> None:
    template = templates.load("ruling_case_dismissed")
    with pytest.raises(NeedsCorrection) as refused:
        template.text({**template.sample(), "reasons": f"不属于{sign}受理范围"})
    assert refused.value.code == "character_not_allowed"
