"""地域管辖 read off the statute (民诉22–35, 130, 205; 解释9, 12, 28), article by article."""

import pytest

from app.errors import NeedsCorrection
from app.rules.jurisdiction import FACTS, PLACES, jurisdiction
from app.rules.questions import answer


@pytest.mark.parametrize(
    ("cause", "here", "facts", "has", "article"),
    [
        # 22: the defendant's court, and no other.
        ("返还原物纠纷", ["defendant_domicile"], [], True, "民诉22"),
        ("返还原物纠纷", ["plaintiff_domicile"], [], False, "民诉22"),
        ("离婚纠纷", ["plaintiff_domicile"], [], False, "民诉22"),
        # 解释12: one spouse left home for more than a year; the defendant's court stays open.
        ("离婚纠纷", ["plaintiff_domicile"], ["spouse_left_a_year"], True, "解释12"),
        ("离婚纠纷", ["defendant_domicile"], ["spouse_left_a_year"], True, "民诉22"),
        ("民间借贷纠纷", ["plaintiff_domicile"], ["spouse_left_a_year"], False, "民诉24"),
        # 23: instead of the defendant's; (一) and (二) in matters of status only.
        ("离婚纠纷", ["plaintiff_domicile"], ["defendant_missing"], True, "民诉23(二)"),
        ("离婚纠纷", ["defendant_domicile"], ["defendant_missing"], False, "民诉23(二)"),
        ("民间借贷纠纷", ["plaintiff_domicile"], ["defendant_missing"], False, "民诉24"),
        ("返还原物纠纷", ["plaintiff_domicile"], ["defendant_imprisoned"], True, "民诉23(四)"),
        # 解释9: several defendants of different places, in suits for support.
        ("赡养费纠纷", ["plaintiff_domicile"], ["defendants_scattered"], True, "解释9"),
        ("买卖合同纠纷", ["plaintiff_domicile"], ["defendants_scattered"], False, "民诉24"),
        # 24, 35: contracts.
        ("买卖合同纠纷", ["performance"], [], True, "民诉24"),
        ("民间借贷纠纷", ["agreed"], [], True, "民诉35"),
        ("离婚纠纷", ["agreed"], [], False, "民诉22"),
        # 29, 30.
        ("生命权、身体权、健康权纠纷", ["tort"], [], True, "民诉29"),
        ("机动车交通事故责任纠纷", ["accident"], [], True, "民诉30"),
        ("机动车交通事故责任纠纷", ["plaintiff_domicile"], [], False, "民诉30"),
        # 34 and 解释28: exclusive.
        ("相邻通行纠纷", ["immovable"], [], True, "民诉34(一)"),
        ("相邻通行纠纷", ["defendant_domicile"], [], False, "民诉34(一)"),
        ("土地承包经营权纠纷", ["defendant_domicile", "agreed"], ["answered_without_objection"], False, "民诉34(一)"),
        ("房屋租赁合同纠纷", ["immovable"], [], True, "解释28"),
        ("建设工程施工合同纠纷", ["performance"], [], False, "解释28"),
        ("物权确认纠纷", ["defendant_domicile"], ["immovable_dispute"], False, "民诉34(一)"),
        ("法定继承纠纷", ["main_estate"], [], True, "民诉34(三)"),
        ("法定继承纠纷", ["defendant_domicile"], [], False, "民诉34(三)"),
        ("政策性房屋买卖合同纠纷", ["immovable"], [], True, "解释28"),
        # 25 and 解释21: insurance of things in transport, and of persons.
        ("财产损失保险合同纠纷", ["subject_matter"], [], True, "民诉25"),
        ("财产损失保险合同纠纷", ["accident"], [], True, "民诉25"),
        ("人寿保险合同纠纷", ["insured_domicile"], [], True, "民诉25"),
        ("人寿保险合同纠纷", ["accident"], [], False, "民诉25"),
        ("财产损失保险合同纠纷", ["performance"], [], False, "民诉25"),
        # 26: bills.
        ("票据追索权纠纷", ["bill_payment"], [], True, "民诉26"),
        ("票据追索权纠纷", ["defendant_domicile"], [], True, "民诉26"),
        ("票据追索权纠纷", ["plaintiff_domicile"], [], False, "民诉26"),
        # 27 and 解释22: companies; a sale of shares is a contract.
        ("股东资格确认纠纷", ["company_domicile"], [], True, "民诉27"),
        ("公司解散纠纷", ["defendant_domicile"], [], False, "民诉27"),
        ("股东知情权纠纷", ["company_domicile"], [], True, "解释22"),
        ("公司决议撤销纠纷", ["company_domicile"], [], True, "解释22"),
        ("股权转让纠纷", ["performance"], [], True, "民诉24"),
        # 28: carriage.
        ("公路货物运输合同纠纷", ["departure"], [], True, "民诉28"),
        ("公路旅客运输合同纠纷", ["destination"], [], True, "民诉28"),
        ("公路货物运输合同纠纷", ["performance"], [], False, "民诉28"),
        # 解释26: goods; 30: where the vehicle arrived first.
        ("产品责任纠纷", ["sale"], [], True, "解释26"),
        ("产品责任纠纷", ["plaintiff_domicile"], [], False, "解释26"),
        ("机动车交通事故责任纠纷", ["first_arrival"], [], True, "民诉30"),
        ("水上运输人身损害责任纠纷", ["accident"], [], True, "民诉30"),
        # 31–33 and 解释2: the sea is the maritime courts'; a lake without a way to it is not.
        ("船舶碰撞损害责任纠纷", ["accident", "defendant_domicile"], [], False, "解释2"),
        ("船舶碰撞损害责任纠纷", ["ship_detained"], ["inland_waters"], True, "民诉31"),
        ("海难救助合同纠纷", ["salvage"], ["inland_waters"], True, "民诉32"),
        ("海难救助合同纠纷", ["defendant_domicile"], ["inland_waters"], False, "民诉32"),
        ("共同海损纠纷", ["adjustment"], ["inland_waters"], True, "民诉33"),
        ("共同海损纠纷", ["defendant_domicile"], ["inland_waters"], False, "民诉33"),
        ("港口作业纠纷", ["port"], ["inland_waters"], True, "民诉34(二)"),
        # 解释18: nothing was performed, and nobody lives where it should have been.
        ("买卖合同纠纷", ["performance"], ["unperformed_elsewhere"], False, "民诉24"),
        ("买卖合同纠纷", ["defendant_domicile"], ["unperformed_elsewhere"], True, "民诉24"),
        # 35, 解释30, 31, 34: an agreement counts for contracts and property, not for status or injuries.
        ("民间借贷纠纷", ["agreed"], ["agreement_hidden"], False, "民诉24"),
        ("民间借贷纠纷", ["defendant_domicile"], ["agreed_elsewhere"], False, "解释30"),
        ("民间借贷纠纷", [], ["agreed_elsewhere", "answered_without_objection"], True, "民诉130¶2"),
        ("离婚纠纷", ["defendant_domicile"], ["agreed_elsewhere"], True, "民诉22"),
        ("离婚后财产纠纷", ["agreed"], [], True, "民诉35"),
        ("返还原物纠纷", ["agreed"], [], True, "民诉35"),
        ("机动车交通事故责任纠纷", ["agreed"], [], False, "民诉30"),
        # Procedures with courts of their own: 207, 194, 229, 反家暴25.
        ("申请宣告自然人失踪", ["defendant_domicile"], [], True, "民诉190"),
        ("申请宣告自然人死亡", ["defendant_domicile"], [], True, "民诉191"),
        ("申请宣告自然人死亡", ["plaintiff_domicile"], ["defendant_missing"], False, "民诉191"),
        ("申请宣告自然人无民事行为能力", ["defendant_domicile"], [], True, "民诉198"),
        ("申请确定选民资格", ["constituency"], [], True, "民诉188"),
        ("申请实现担保物权", ["registration"], [], True, "民诉207"),
        ("申请指定遗产管理人", ["main_estate"], [], True, "民诉194"),
        ("申请公示催告", ["bill_payment"], [], True, "民诉229"),
        ("申请人身安全保护令", ["plaintiff_domicile"], [], True, "反家暴25"),
        # Labour, confirmation, and a suit answered without objection.
        ("劳动合同纠纷", ["labour_performance"], [], True, "劳动争议解释3"),
        ("申请司法确认调解协议", ["mediation_seat"], [], True, "民诉205"),
        ("返还原物纠纷", [], ["answered_without_objection"], True, "民诉130¶2"),
        ("没有这个案由", ["defendant_domicile"], [], True, "民诉22"),
        # A second-level cause, and names without their last word.
        ("保险纠纷", ["subject_matter"], [], True, "民诉25"),
        ("侵权责任纠纷", ["tort"], [], True, "民诉29"),
        ("民间借贷", ["performance"], [], True, "民诉24"),
        ("离婚", ["plaintiff_domicile"], ["spouse_left_a_year"], True, "解释12"),
        # Preservation before the suit: where the property or the evidence is (民诉104, 84).
        ("申请诉前财产保全", ["subject_matter"], [], True, "民诉104"),
        ("申请诉前行为保全", ["defendant_domicile"], [], True, "民诉104"),
        ("申请诉前证据保全", ["subject_matter"], [], True, "民诉84"),
    ],
)
def test_a_court_may_take_the_suit_as_the_article_says(
    cause: str, here: list[str], facts: list[str], has: bool, article: str
) -> None:
    found = jurisdiction(cause, here, facts)
    assert (found.has, found.article) == (has, article)
    assert found.exclusive == (article.startswith("民诉34") or article == "解释28")
    assert found.places and set(found.places) <= set(PLACES)


def test_a_cause_that_no_table_has_is_weighed_by_the_general_rule_and_says_so() -> None:
    assert "案由表没有这个案由" in jurisdiction("没有这个案由", []).reasons[0]
    assert not any("案由表没有" in reason for reason in jurisdiction("合同纠纷", []).reasons)


def test_a_place_or_a_fact_that_nobody_knows_is_refused() -> None:
    for here, facts, code in ((["moon"], [], "place_unknown"), ([], ["raining"], "fact_unknown")):
        with pytest.raises(NeedsCorrection, match=code):
            jurisdiction("民间借贷纠纷", here, facts)


def test_every_cause_of_the_table_has_a_court() -> None:
    from app.rules.causes import known_tables

    for cause in known_tables()[-1].causes:
        found = jurisdiction(cause.name, PLACES, [])
        assert found.has and found.article, cause.name
        assert jurisdiction(cause.name, PLACES, FACTS.keys() - {"filed_elsewhere_first"}).has


@pytest.mark.parametrize("cause", ["法定继承纠纷", "民间借贷纠纷"])
def test_of_two_courts_that_have_a_suit_the_first_to_register_it_keeps_it(cause: str) -> None:
    # 民诉36; 解释36: whoever learns of it must not register the suit again, or transfers it.
    found = jurisdiction(cause, PLACES, ["filed_elsewhere_first", "answered_without_objection"])
    assert (found.has, found.article) == (False, "民诉36") and "解释36" in found.reasons[0]
    assert any("民诉36" in reason for reason in jurisdiction(cause, PLACES).reasons)


def test_only_facts_that_can_matter_are_asked_for() -> None:
    # 专属管辖 cannot be agreed on and not be got by answering (民诉35, 130).
    assert jurisdiction("相邻通行纠纷", []).asks == ("filed_elsewhere_first",)
    assert "spouse_left_a_year" in jurisdiction("离婚纠纷", []).asks
    assert not {"spouse_left_a_year", "defendant_missing"} & set(jurisdiction("民间借贷纠纷", []).asks)
    assert {"agreed_elsewhere", "unperformed_elsewhere"} <= set(jurisdiction("买卖合同纠纷", []).asks)
    assert "inland_waters" in jurisdiction("共同海损纠纷", []).asks


def test_every_row_of_the_table_names_causes_or_groups_that_are_known_or_belong_to_the_sea() -> None:
    from app.rules.causes import known_tables
    from app.rules.jurisdiction import _rows

    causes = [cause for table in known_tables() for cause in table.causes]
    known = {name for cause in causes for name in (cause.name, cause.parent, cause.group)}
    # 解释28's own words; the table of causes has 经济适用房转让合同纠纷 for it.
    known.add("政策性房屋买卖合同纠纷")
    for row in _rows():
        assert row.maritime or row.causes | row.groups <= known, row.causes | row.groups - known


def test_the_question_is_answered_with_places_and_reasons() -> None:
    told = answer({"ask": "jurisdiction", "cause": "房屋租赁合同纠纷", "here": ["defendant_domicile"]})
    assert (told["has"], told["article"], told["exclusive"], told["places"]) == (False, "解释28", True, ["immovable"])
    error = answer({"ask": "jurisdiction", "here": []})["error"]
    assert isinstance(error, dict) and error["at"] == "cause"


def test_who_signs_on_paper_is_answered_with_the_article() -> None:
    # 电子签名法 3: marriage, adoption, inheritance.
    assert answer({"ask": "signing", "cause": "离婚纠纷"})["on_paper"] is True
    assert answer({"ask": "signing", "cause": "法定继承纠纷"})["article"] == "电子签名法3"
    assert answer({"ask": "signing", "cause": "民间借贷纠纷"})["on_paper"] is False
    assert answer({"ask": "signing", "cause": "民间借贷纠纷", "claim_kinds": ["离婚"]})["on_paper"] is True


def test_the_scope_of_an_agent_is_told_where_no_act_is_named() -> None:
    told = answer({"ask": "representation", "authority": "special", "powers": ["进行和解"]})
    assert (told["may"], told["article"]) == (["settle"], "解释89")
