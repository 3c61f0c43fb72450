"""What a template may not do, whoever wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.documents.template import FOLDER, Template, load
from app.errors import NeedsCorrection

DECLARATION = """name = "paper"
title = "示例文书"
heading = false
number = false
article = "—"
stage = "intake"
layout = "notice"
record_sign_each_page = false
signers = ["seal"]
served = ["direct"]
volume = "正卷"
place = 25

[blanks.rows]
type = "table"
label = "行"
fields = { text = "text 文字", note = "text? 备注" }

[blanks.name]
type = "text"
label = "名称"
screen = "cases"
"""
COURT = {"name": "某某人民法院", "practice": False}


def make(tmp_path: Path, body: str, declaration: str = DECLARATION) -> Template:
    folder = tmp_path / "paper" / "v1"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(declaration, encoding="utf-8")
    (folder / "body.j2").write_text(body, encoding="utf-8")
    (tmp_path / "shared.toml").write_bytes((FOLDER / "shared.toml").read_bytes())
    return load("paper", folder=tmp_path)


def blanks(**more: Any) -> dict[str, Any]:
    return {"court": COURT, "rows": [{"text": "甲"}, {"text": "乙"}], "name": "张三", **more}


@pytest.mark.parametrize(
    "body",
    [
        "{% macro m() %}{% endmacro %}",
        "{% import 'x' as x %}",
        "{% from 'x' import y %}",
        "{% include 'x' %}",
        "{% extends 'x' %}",
        "{% block b %}{% endblock %}",
        "{% call(x) name() %}{% endcall %}",
        "{{ name.upper() }}",
        "{{ range(10) }}",
        "{{ name.__class__ }}{{ ''.__class__.__mro__ }}",
        "{{ ''['__class__'] }}{{ [].append(1) }}",
        "{{ name|attr('__class__') }}",
        "{{ name|replace('a', 'b') }}",
        "{{ name|format(1) }}",
        "{% for x in range(9999999) %}x{% endfor %}",
        "{% for x in 'abc' %}x{% endfor %}",
        "{% for x in [1, 2] %}x{% endfor %}",
        "{% for a in rows %}{% for b in rows %}{% for c in rows %}{% for d in rows %}x{% endfor %}{% endfor %}"
        "{% endfor %}{% endfor %}",
        "{% for a in rows recursive %}x{% endfor %}",
        "{% for a, b in rows %}x{% endfor %}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 999999999 }}",
        "{% set a = name ~ name %}{{ a }}",
        "{% set name = 'b' %}{{ name }}",
        "{% set a %}x{% endset %}",
        "{% filter clause %}x{% endfilter %}",
        "{{ unknown }}",
        "{{ case.numbr }}",
        "{% for row in rows %}{{ row.txet }}{% endfor %}",
        "{{ name[0:2] }}",
        "{{ name['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{% if name is divisibleby(2) %}x{% endif %}",
        "{{ name",
        "{{ (lambda: 1)() }}",
        "{% do name %}",
        "{% autoescape true %}x{% endautoescape %}",
        "x" * 50_000,
    ],
)
def test_a_hostile_template_is_refused_when_loaded(tmp_path: Path, body: str) -> None:
    with pytest.raises(NeedsCorrection, match="template_not_valid") as refused:
        make(tmp_path, body)
    assert refused.value.details["document"] == "paper"
    assert refused.value.details["why"]


@pytest.mark.parametrize("body", ["{{ rows.append }}", "{{ name.real }}", "{{ rows }}"])
def test_a_member_that_is_no_blank_is_never_reached(tmp_path: Path, body: str) -> None:
    with pytest.raises(NeedsCorrection, match="template_not_valid"):
        make(tmp_path, body).text(blanks())


def test_loops_inside_loops_end_by_a_count_and_not_by_a_clock(tmp_path: Path) -> None:
    template = make(
        tmp_path, "{% for a in rows %}{% for b in rows %}{% for c in rows %}{% endfor %}{% endfor %}{% endfor %}"
    )
    with pytest.raises(NeedsCorrection, match="template_too_long"):
        template.text(blanks(rows=[{"text": "甲"}] * 300))


def test_a_huge_output_is_refused(tmp_path: Path) -> None:
    template = make(tmp_path, "{% for a in rows %}{{ name }}{% endfor %}")
    with pytest.raises(NeedsCorrection, match="template_too_long"):
        template.text(blanks(rows=[{"text": "甲"}] * 1000, name="长" * 5000))


def test_values_too_large_for_any_paper_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NeedsCorrection, match="template_too_long"):
        make(tmp_path, "{{ name }}").text(blanks(name="长" * 3_000_000))


def test_a_value_is_text_and_never_wording(tmp_path: Path) -> None:
    text = make(tmp_path, "{{ name }}\n@row {{ name }} | 乙").text(blanks(name="@title {{ 1 }}|<<^^[x]\r\n\r丙"))
    assert text.splitlines()[1] == "\ue000title {{ 1 }}\ue001\ue004\ue004\ue005\ue005\ue003x]\ue002\ue002丙"
    assert text.splitlines()[2].count("|") == 1


@pytest.mark.parametrize(
    "value", ["甲\x00乙", "甲\u202e乙", "甲\u2028乙", "甲\u200e乙", "甲\x0b乙", "甲\ue000乙", "\x1b[2J"]
)
def test_a_value_with_signs_nobody_can_see_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(NeedsCorrection, match="character_not_allowed") as refused:
        make(tmp_path, "{{ name }}").text(blanks(name=value))
    assert refused.value.details["blank"] == "name"


def test_an_optional_blank_may_be_asked_after_and_not_printed(tmp_path: Path) -> None:
    asked = "{% for row in rows %}{% if row.note %}{{ row.note }}{% else %}无{% endif %}{% endfor %}"
    assert make(tmp_path / "asks", asked).text(blanks()).endswith("无无\n")
    with pytest.raises(NeedsCorrection, match="blank_missing") as refused:
        make(tmp_path / "prints", "{% for row in rows %}{{ row.note }}{% endfor %}").text(blanks())
    assert refused.value.details["blank"] == "rows.1.note"
    assert refused.value.details["label"] == "备注"


def test_a_missing_blank_is_named_with_its_label_and_the_screen_to_fill_it_on(tmp_path: Path) -> None:
    with pytest.raises(NeedsCorrection, match="blank_missing") as refused:
        make(tmp_path, "{{ name }}").text(blanks(name=" "))
    assert refused.value.details == {"document": "paper", "blank": "name", "label": "名称", "screen": "cases"}


@pytest.mark.parametrize(
    "change",
    [
        ('signers = ["seal"]', 'signers = ["seal", "clerk"]'),
        ('signers = ["seal"]', 'signers = ["somebody"]'),
        ('served = ["direct"]', 'served = ["pigeon"]'),
        ('stage = "intake"', 'stage = "elsewhere"'),
        ('layout = "notice"', 'layout = "poster"'),
        ('name = "paper"', 'name = "other"'),
        ("place = 25", 'place = 25\nextra = "x"'),
        ('type = "text"', 'type = "thing"'),
        ("[blanks.name]", "[blanks.case]"),
        ('screen = "cases"', 'screen = "somewhere"'),
    ],
)
def test_a_declaration_that_breaks_the_rules_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(NeedsCorrection, match="template_not_valid"):
        make(tmp_path, "甲", DECLARATION.replace(*change, 1))


@pytest.mark.parametrize("name", ["nothing", "../paper", "paper/../paper", ""])
def test_a_template_nobody_wrote_is_unknown(name: str) -> None:
    with pytest.raises(NeedsCorrection, match="template_unknown"):
        load(name)
