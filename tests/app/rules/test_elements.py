"""The forms of elements: each complete in itself and true to the table of causes; what is agreed and what is not."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.causes import find_cause, known_tables
from app.rules.elements import (
    Answer,
    Element,
    ElementForm,
    asked_of_every_cause,
    element_form,
    in_order,
    known_forms,
    read_form,
    settle,
    ticked,
)

NOW = datetime.date(2026, 3, 20)
LAWS = {
    # Highest article of each law cited, from its text in force: a citation beyond it is a slip of the pen.
    "民法典": 1260, "民诉": 306, "承包法": 70, "劳动合同法": 98, "劳动法": 107, "劳动仲裁法": 54, "社会保险法": 98,
    "工伤条例": 67, "道交法": 124, "人损解释": 24, "老年人法": 85, "婚家解释一": 91, "彩礼规定": 7, "反家暴法": 38,
    "农民工条例": 64,
}  # fmt: skip
CIRCUIT_CAUSES = (
    "民间借贷纠纷", "离婚纠纷", "买卖合同纠纷", "物业服务合同纠纷", "机动车交通事故责任纠纷", "劳动合同纠纷",
    "追索劳动报酬纠纷", "土地承包经营权纠纷", "相邻关系纠纷", "赡养费纠纷", "抚养费纠纷", "法定继承纠纷",
    "遗嘱继承纠纷", "生命权、身体权、健康权纠纷", "饲养动物损害责任纠纷", "劳务合同纠纷",
)  # fmt: skip


@pytest.fixture(params=known_forms(), ids=lambda form: f"{form.name}-v{form.version}")
def form(request: pytest.FixtureRequest) -> ElementForm:
    return request.param


def test_a_form_names_causes_and_groups_of_the_tables(form: ElementForm) -> None:
    causes = {cause.name for table in known_tables() for cause in table.causes}
    groups = {cause.group for table in known_tables() for cause in table.causes}
    assert set(form.causes) <= causes
    assert set(form.groups) <= groups


def test_no_cause_has_two_forms() -> None:
    taken = [(cause, form.version) for form in known_forms() for cause in form.causes]
    assert len(taken) == len(set(taken))


def test_every_element_names_an_article_that_exists(form: ElementForm) -> None:
    for element in form.elements:
        assert element.law, element.name
        for one in element.law.split("；"):
            found = re.fullmatch(r"(\D+?)((?:\d+、)*\d+)", one)
            assert found, (element.name, one)
            assert max(int(number) for number in found[2].split("、")) <= LAWS[found[1]], (element.name, one)


def test_a_sample_ticks_an_option_wherever_there_are_options(form: ElementForm) -> None:
    for element in form.elements:
        if element.options and element.sample:
            assert ticked(element.sample, element.options)[0], element.name


def test_a_form_has_a_sample_with_something_agreed_and_something_disputed(form: ElementForm) -> None:
    if not form.causes:
        return
    facts = [element for element in form.of_section("facts") if element.by != "defendant"]
    assert any(element.sample and not element.answer for element in facts)
    assert any(element.sample and element.answer and element.finding for element in facts)
    assert form.sample["facts"] and form.sample["claims"] and form.sample["orders"] and form.sample["laws"]


@pytest.mark.parametrize("name", CIRCUIT_CAUSES)
def test_the_causes_of_a_circuit_have_their_form(name: str) -> None:
    cause = find_cause(name, NOW)
    assert cause is not None
    assert cause.element_form(NOW) is not None


def test_a_fourth_level_cause_takes_its_parents_form_and_any_labour_cause_its_groups() -> None:
    walled_in = find_cause("相邻通行纠纷", NOW)
    platform = find_cause("新就业形态追索劳动报酬纠纷", NOW)
    assert walled_in is not None and platform is not None
    assert getattr(walled_in.element_form(NOW), "name", None) == "neighbours"
    assert getattr(platform.element_form(NOW), "name", None) == "labour"


def test_no_form_is_in_force_before_the_notice_that_introduced_them() -> None:
    # 法〔2024〕46号 is of 2024-03-04.
    assert element_form("民间借贷纠纷", datetime.date(2024, 3, 3)) is None
    assert element_form("民间借贷纠纷", datetime.date(2024, 3, 4)) is not None
    assert asked_of_every_cause(datetime.date(2024, 3, 3)) == ()


LOAN = {"本金": "36000元", "已还款": "未还款"}


def test_an_element_is_agreed_where_every_defendant_agrees() -> None:
    first = {"本金": Answer(True), "已还款": Answer(False, "还过2000元")}
    second = {"本金": Answer(True), "已还款": Answer(True)}
    principal, repaid = settle(LOAN, {"defendant-1": first, "defendant-2": second})
    assert (principal.name, principal.value, principal.why, principal.agreed) == ("本金", "36000元", "agreed", True)
    assert (repaid.why, dict(repaid.positions), repaid.agreed) == ("denied", {"defendant-1": "还过2000元"}, False)


def test_one_to_which_a_defendant_said_nothing_is_not_agreed() -> None:
    (principal,) = settle({"本金": "36000元"}, {"defendant-1": {"本金": Answer(True)}, "defendant-2": {}})
    assert (principal.why, principal.agreed) == ("silent", False)


def test_what_was_told_is_put_in_words_and_in_the_forms_order() -> None:
    form = element_form("民间借贷纠纷", NOW)
    told = {
        "担保": False,
        "见证人": "郑某",
        "借款日期": "2024-03-01",
        "本金": 36000,
        "夫妻共同债务": True,
        "催要": None,
    }
    assert list(in_order({**told, "催要": None}, form).items()) == [
        ("本金", "36000元"),
        ("借款日期", "2024年3月1日"),
        ("担保", "无"),
        ("夫妻共同债务", "是"),
        ("见证人", "郑某"),
    ]
    assert in_order({"甲": "36000", "乙": " "}, None) == {"甲": "36000"}
    assert in_order({"借款日期": "2024-02-31"}, form) == {"借款日期": "2024-02-31"}


def test_where_nobody_answered_nothing_is_settled() -> None:
    assert settle(LOAN, {}) == ()


def test_agreeing_on_status_proves_nothing() -> None:
    # 解释92 ¶2: admissions don't bind in what concerns personal status.
    form = element_form("离婚纠纷", NOW)
    married, house = settle(
        {"结婚登记": "2014年5月4日", "共同财产": "存款20000元"},
        {"defendant": {"结婚登记": Answer(True), "共同财产": Answer(True)}},
        form,
    )
    assert (married.why, married.agreed) == ("status", False)
    assert (house.why, house.agreed) == ("agreed", True)


def test_what_is_asked_for_is_no_fact_to_agree_on() -> None:
    form = element_form("离婚纠纷", NOW)
    assert settle({"离婚请求": "是"}, {"defendant": {"离婚请求": Answer(False, "不同意")}}, form) == ()


@pytest.mark.parametrize(
    ("value", "options", "chosen", "rest"),
    [
        ("无", ("有", "无"), ("无",), ""),
        ("有：连带责任保证", ("无", "有"), ("有",), "连带责任保证"),
        ("无约定", ("有约定", "无约定"), ("无约定",), ""),
        ("转账：微信", ("现金", "转账", "其他"), ("转账",), "微信"),
        ("现金、转账", ("现金", "转账", "其他"), ("现金", "转账"), ""),
        ("医疗费、护理费、住房", ("医疗费、护理费", "住房"), ("医疗费、护理费", "住房"), ""),
        ("微信转账", ("现金", "转账", "其他"), (), "微信转账"),
        ("无锡市", ("无", "有"), (), "无锡市"),
        ("是（2023年2月起）", ("否", "是"), ("是",), "（2023年2月起）"),
        ("", ("否", "是"), (), ""),
    ],
)
def test_a_value_ticks_the_options_it_begins_with(
    value: str, options: tuple[str, ...], chosen: tuple[str, ...], rest: str
) -> None:
    assert ticked(value, options) == (chosen, rest)


@given(st.lists(st.sampled_from(["现金", "转账", "其他"]), unique=True), st.text("的一乙丙，。", max_size=8))
def test_options_that_were_ticked_are_read_back(chosen: list[str], besides: str) -> None:
    value = "、".join(chosen) + (f"：{besides}" if chosen and besides else "")
    assert ticked(value, ("现金", "转账", "其他")) == (tuple(chosen), besides if chosen else "")


@pytest.mark.parametrize(
    "elements",
    [
        '[{ name = "甲", ask = "甲", kind = "choice", law = "民诉1" }]',
        '[{ name = "甲", ask = "甲", options = ["一"], law = "民诉1" }]',
        '[{ name = "甲", ask = "甲", by = "judge", law = "民诉1" }]',
        '[{ name = "甲", ask = "甲" }, { name = "甲", ask = "乙" }]',
    ],
)
def test_a_form_in_the_wrong_shape_is_refused(elements: str) -> None:
    with pytest.raises(ValueError):
        read_form("x", 1, f"causes = []\nin_force_from = 2026-01-01\nverified = false\nelements = {elements}")


def test_an_element_says_by_whom_it_is_said() -> None:
    assert Element("甲", "甲").by == "plaintiff"
    assert any(element.by == "defendant" for form in known_forms() for element in form.elements)
