"""Each article that a paper cites is the one that says so in the law now in force.

民事诉讼法 by the numbers of 2023 (in force 2024-01-01), 民诉法解释 by those of 2022. The tables were written out by
hand from the domain page and the statute: the article, and words of which one must stand beside it.
"""

from __future__ import annotations

import re

import pytest

from app.documents.template import FOLDER, load, names
from app.rules.amounts import han_number

CODE = "中华人民共和国民事诉讼法"
INTERPRETATION = "最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释"
ABOUT: dict[str, dict[int, str]] = {
    CODE: {
        11: "语言", 12: "辩论", 13: "诚信", 45: "评议", 47: "回避", 48: "回避", 52: "权|履行", 53: "和解",
        54: "反诉|变更|放弃", 59: "第三人|参加诉讼", 61: "委托", 62: "委托|授权", 67: "证据|收集|提供",
        68: "提供证据|举证", 69: "收据|收到", 70: "提供|调查", 75: "作证|出庭", 77: "作证|费用", 79: "鉴定", 81: "鉴定",
        83: "勘验", 87: "送达回证|送达日期", 88: "代收|送达", 89: "拒收|拒绝接收|送达", 95: "公告", 101: "不制作调解书",
        103: "保全", 106: "协助", 109: "先予执行", 113: "法庭规则", 114: "虚假|诚信", 115: "虚假|恶意串通|诚信",
        121: "诉讼费", 123: "口头", 125: "先行调解|调解", 127: "不予受理", 128: "答辩", 130: "管辖", 135: "参加诉讼",
        143: "反诉|第三人", 146: "撤诉|退庭|到庭", 147: "缺席|absent_note|到庭", 148: "撤诉", 149: "延期", 150: "笔录",
        151: "宣判|判决|结婚", 161: "口头", 165: "小额|small_claims", 169: "小额|small_claims", 171: "上诉",
        174: "答辩状", 185: "一审终审", 187: "三十日", 205: "司法确认", 206: "调解协议", 247: "执行", 250: "执行",
        253: "协助", 264: "迟延履行|未按本判决",
    },
    INTERPRETATION: {
        126: "补正", 146: "公开", 151: "调解协议", 199: "补交|按撤诉", 207: "强制执行", 213: "撤诉|交费|预交",
        214: "撤诉",
        232: "反诉|第三人", 233: "反诉",
        270: "简化", 274: "小额", 280: "small_claims", 318: "自动撤回上诉",
        356: "调解协议|到场", 357: "撤回", 372: "异议",
    },
}  # fmt: skip
RULINGS: dict[str, tuple[set[int], set[int]]] = {
    # What each ruling stands on: of 民诉, of 解释.
    "ruling_advance_execution": ({109, 110}, set()),
    "ruling_case_dismissed": ({122, 157}, {208, 277}),
    "ruling_confirmation_not_accepted": (set(), {355}),
    "ruling_confirmation_refused": ({206}, {358}),
    "ruling_correction": ({157}, {245}),
    "ruling_counterclaim_not_accepted": ({54, 59, 122, 157}, {233}),
    "ruling_deemed_withdrawn": ({121, 146, 157}, {199, 213, 357}),
    "ruling_judicial_confirmation": ({205, 206}, set()),
    "ruling_jurisdiction_objection": ({130}, {276}),
    "ruling_not_accepted": ({122, 126}, set()),
    "ruling_preservation": ({103, 104, 105, 106}, set()),
    "ruling_small_to_simplified": ({169}, {278, 279}),
    "ruling_suspension": ({153, 157}, set()),
    "ruling_termination": ({154, 157}, set()),
    "ruling_to_ordinary": ({169, 170}, set()),
    "ruling_transfer": ({37, 157}, set()),
    "ruling_withdrawal_granted": ({148}, {237, 239, 357}),
    "ruling_withdrawal_refused": ({148, 157}, {357}),
}
OLD_NUMBERS = {
    # Of the law of 2017 and of 2021, still met in forms: what they say now is something else.
    "迟延履行": (253, 260),
    "按撤诉处理": (143,),
    "缺席判决": (144,),
    "准许.*撤诉": (145,),
    "司法确认": (194, 195, 201, 202),
}
_HAN = {character: number for number, character in enumerate("零一二三四五六七八九")}
_CITED = re.compile(
    "《(?P<law>[^《》]+)》(?P<places>(?:(?:[、，和至及]|\\{%[^%]*%\\}|\\{\\{[^}]*\\}\\})*第[一二三四五六七八九十百零]+条"
    "(?:第[一二三四五六七八九十]+款)?(?:第(?:[一二三四五六七八九十]+|\\{\\{[^}]*\\}\\})项)?)+)"
)
_ARTICLE = re.compile("第([一二三四五六七八九十百零]+)条")


def number(words: str) -> int:
    total = digit = 0
    for character in words:
        if character in _HAN:
            digit = _HAN[character]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[character]
            digit = 0
    return total + digit


def cited(name: str) -> list[tuple[str, int, str]]:
    """Law, article and the passage (with the line before it) of every citation in every branch of a wording."""
    found = []
    lines = (FOLDER / name / "v1" / "body.j2").read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        beside = "\n".join(lines[max(0, place - 1) : place + 1])
        for match in _CITED.finditer(line):
            found += [(match["law"], number(one), beside) for one in _ARTICLE.findall(match["places"])]
        if name == "rights_and_duties_notice":
            found += [(CODE, number(one), line) for one in _ARTICLE.findall(_CITED.sub("", line))]
    return found


@pytest.mark.parametrize("name", names())
def test_an_article_stands_beside_what_it_is_about(name: str) -> None:
    if name in RULINGS:
        found = cited(name)
        assert {article for law, article, _ in found if law == CODE} == RULINGS[name][0]
        assert {article for law, article, _ in found if law == INTERPRETATION} == RULINGS[name][1]
        return
    for law, article, beside in cited(name):
        if law not in ABOUT:
            continue
        assert article in ABOUT[law], f"{law}第{han_number(article)}条 is not known to this test: {beside}"
        assert re.search(ABOUT[law][article], beside), (law, article, beside)


@pytest.mark.parametrize("name", names())
def test_no_number_of_an_older_version_is_left(name: str) -> None:
    for law, article, beside in cited(name):
        for words, old in OLD_NUMBERS.items():
            assert not (law == CODE and article in old and re.search(words, beside)), (article, beside)


def test_every_ruling_is_held_to_the_articles_it_stands_on() -> None:
    assert set(RULINGS) == {name for name in names() if name.startswith("ruling_")}


def test_a_judgment_cites_of_procedure_only_what_its_form_calls_for() -> None:
    # 155 says what a judgment contains and decides nothing; 165 is 小额诉讼, 147 缺席判决.
    for name in ("civil_judgment_ordinary", "civil_judgment_simplified", "civil_judgment_elements"):
        sample = load(name).sample()
        sample["case"] |= {"procedure_code": "simplified", "procedure": "简易程序"}
        sample["absent_note"] = None
        assert "民事诉讼法》" not in _basis(load(name).text(sample))
        sample["absent_note"] = "被告经传票传唤，无正当理由拒不到庭，本院依法缺席审理"
        assert "《中华人民共和国民事诉讼法》第一百四十七条规定" in _basis(load(name).text(sample))
        sample["case"] |= {"procedure_code": "small_claims", "procedure": "小额诉讼程序"}
        assert "《中华人民共和国民事诉讼法》第一百四十七条、第一百六十五条规定" in _basis(load(name).text(sample))


def test_a_brief_judgment_outside_small_claims_does_not_cite_them() -> None:
    sample = load("civil_judgment_brief").sample()
    assert "第一百六十五条、《最高人民法院关于" in _basis(load("civil_judgment_brief").text(sample))
    sample["case"] |= {"procedure_code": "simplified", "procedure": "简易程序"}
    assert "第一百六十五条" not in load("civil_judgment_brief").text(sample)


def _basis(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("依照"))
