"""What each filter makes of a blank; expected words are those of real papers and of the domain page."""

from __future__ import annotations

from typing import Any

import pytest

from app.documents.blanks import Budget, Empty, HoleReached, ready
from app.documents.filters import FILTERS
from app.errors import NeedsCorrection, Refusal

PARTIES = [
    {"id": "plaintiff-1", "role": "plaintiff", "role_name": "原告", "name": "张三"},
    {"id": "plaintiff-2", "role": "plaintiff", "role_name": "原告", "name": "王五"},
    {"id": "defendant", "role": "defendant", "role_name": "被告", "name": "李四"},
    {"id": "third_party", "role": "third_party", "role_name": "第三人", "name": "赵六"},
]
ATTENDANCE = [
    {"box": "party:plaintiff-1", "label": "原告一", "name": "张三", "present": True},
    {"box": "party:plaintiff-2", "label": "原告二", "name": "王五", "present": True},
    {"box": "agent:plaintiff-2", "label": "原告二委托诉讼代理人", "name": "郑律", "present": True},
    {"box": "agent:defendant", "label": "被告委托诉讼代理人", "name": "冯律", "present": True},
    {"box": "party:third_party", "label": "第三人", "name": "赵六", "present": False},
    {"box": "invited:1", "label": "受邀到场人员", "name": "周怀仁", "present": True},
]


def given(value: Any) -> Any:
    return ready(value, None, "blank", Budget(1000))


@pytest.mark.parametrize(
    ("name", "value", "rest", "words"),
    [
        ("han_date", "2026-03-20", (), "二〇二六年三月二十日"),
        ("cn_date", "2026-03-20T23:30:00+00:00", (), "2026年3月21日"),
        ("cn_time", "2026-03-20T09:40:00+08:00", (), "2026年3月20日9时40分"),
        ("cn_time", "2026-03-20T01:05:00+00:00", (), "2026年3月20日9时05分"),
        ("clock", "2026-03-20T10:32:00+08:00", (), "10时32分"),
        ("until", "2026-03-20T09:40:00+08:00", ("2026-03-20T10:32:00+08:00",), "2026年3月20日9时40分至10时32分"),
        (
            "until",
            "2026-03-20T23:40:00+08:00",
            ("2026-03-21T00:10:00+08:00",),
            "2026年3月20日23时40分至2026年3月21日0时10分",
        ),
        ("amount", "364.64", (), "364.64"),
        ("amount", "36000.00", (), "36000"),
        ("amount", "0.50", (), "0.50"),
        ("amount_words", "364.64", (), "叁佰陆拾肆元陆角肆分"),
        ("amount_words", "36000.00", (), "叁万陆仟元整"),
        ("han_number", 12, (), "十二"),
        ("ordinal", 2, (), "第二"),
        ("clause", "被告于三日内返还。", (), "被告于三日内返还"),
        ("sentence", "被告至今未还", (), "被告至今未还。"),
        ("sentence", "被告至今未还；", (), "被告至今未还。"),
        ("sentence", "被告至今未还。（示例）", (), "被告至今未还。（示例）"),
        ("sentence", "被告至今未还（示例）", (), "被告至今未还（示例）。"),
        ("sentence", "他说“不还。”", (), "他说“不还。”"),
        ("numbered", ["还款。", "付息；"], (), "1.还款；2.付息。"),
        ("numbered", [{"text": "还款"}], (), "还款。"),
        ("itemised", ["还款。", "付息。"], (), "一、还款；\n二、付息。"),
        ("cited", ["《甲法》第一条", "《甲法》第二条", "《乙法》第三条"], (), "《甲法》第一条、第二条、《乙法》第三条"),
        ("join_names", ["张三", {"name": "李四"}], (), "张三、李四"),
        ("bare", "原告：张三，男。", ("原告",), "张三，男。"),
        ("masked", "370302195204160117", (), "370302**********17"),
        ("sides", PARTIES, (), "原告张三、王五与被告李四、第三人赵六"),
        ("attending", ATTENDANCE, (PARTIES,), "原告张三、王五及其委托诉讼代理人郑律、被告李四的委托诉讼代理人冯律"),
        ("speakers", [{"code": "审", "speaker_name": "林"}, {"code": "审", "speaker_name": "林"}], (), "审—林"),
        (
            "boxes",
            {"kind": "choice", "options": ["无", "有"], "value": "有：保证人王某"},
            (),
            "□无　☑有\n说明：保证人王某",
        ),
        ("boxes", {"kind": "choice", "options": ["无", "有"], "value": None}, (), "□无　□有"),
        (
            "boxes",
            {"kind": "choices", "options": ["现金", "转账", "其他"], "value": "现金、转账"},
            (),
            "☑现金　☑转账　□其他",
        ),
        ("boxes", {"kind": "text", "options": None, "value": "36000元"}, (), "36000元"),
        ("boxes", {"kind": "date", "options": None, "value": None}, (), "______年____月____日"),
        ("boxes", {"kind": "long_text", "options": None, "value": None}, (), ""),
        (
            "boxes",
            {"kind": "choice", "options": ["十二个字的一个很长的选项", "也是十二个字的一个选项", "丙"], "value": "丙"},
            (),
            "□十二个字的一个很长的选项\n□也是十二个字的一个选项　☑丙",
        ),
        (
            "introduced",
            "defendant",
            ([{"id": "defendant", "name": "李四", "role_name": "被告", "intro": "被告：李四，男。"}],),
            "李四，男。",
        ),
        ("introduced", "某某公司", ([],), "某某公司"),
        ("fee_provision", "费用47(三)", (), "《诉讼费用交纳办法》第四十七条第三项"),
        ("fee_provision", "第四十七条第三项", (), "《诉讼费用交纳办法》第四十七条第三项"),
    ],
)
def test_a_filter_writes_as_courts_write(name: str, value: Any, rest: tuple[Any, ...], words: str) -> None:
    assert FILTERS[name](given(value), *rest) == words


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("defendant", "被告李四"),
        ("plaintiff", "原告张三、王五"),
        ("plaintiff-2", "原告王五"),
        ("王五", "原告王五"),
        ("原告王五", "原告王五"),
        (["plaintiff-1", "defendant"], "原告张三、被告李四"),
        ("shared", "原告张三、王五、被告李四共同"),
        ("双方各半", "双方各半"),
    ],
)
def test_a_person_is_named_with_its_standing(who: Any, words: str) -> None:
    assert FILTERS["named"](given(who), given(PARTIES)) == words


def test_terms_that_speak_of_the_fee_are_found() -> None:
    assert FILTERS["mentions"](given(["还款", "案件受理费由被告负担"]), "受理费", "诉讼费") is True
    assert FILTERS["mentions"](given(["还款"]), "受理费", "诉讼费") is False


def test_role_of_is_the_role_of_the_party_with_that_key():
    assert FILTERS["role_of"](given(PARTIES), "plaintiff-2") == "plaintiff"
    assert FILTERS["role_of"](given(PARTIES), "nobody") == ""


def test_granted_leaves_out_the_orders_that_dismiss():
    orders = ["被告支付50元", "驳回原告要求支付36000元的诉讼请求"]
    assert list(FILTERS["granted"](given(orders))) == ["被告支付50元"]


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_no_filter_makes_words_of_an_empty_blank(name: str) -> None:
    with pytest.raises(HoleReached, match="fees"):
        FILTERS[name](Empty("fees"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("cn_date", "2026-02-30"), ("cn_time", "昨天"), ("amount", "-1"), ("amount", "1e9"), ("han_number", "一")],
)
def test_a_value_that_cannot_be_read_is_refused(name: str, value: str) -> None:
    with pytest.raises(Refusal) as refused:
        FILTERS[name](value)
    assert isinstance(refused.value, NeedsCorrection)
