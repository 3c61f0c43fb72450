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
        # Labour, confirmation, and a suit answered without objection.
        ("劳动合同纠纷", ["labour_performance"], [], True, "劳动争议解释3"),
        ("申请司法确认调解协议", ["mediation_seat"], [], True, "民诉205"),
        ("返还原物纠纷", [], ["answered_without_objection"], True, "民诉130¶2"),
        ("没有这个案由", ["defendant_domicile"], [], True, "民诉22"),
    ],
)
def test_a_court_may_take_the_suit_as_the_article_says(
    cause: str, here: list[str], facts: list[str], has: bool, article: str
) -> None:
    found = jurisdiction(cause, here, facts)
    assert (found.has, found.article) == (has, article)
    assert found.exclusive == (article.startswith("民诉34") or article == "解释28")
    assert found.places and set(found.places) <= set(PLACES)


def test_a_place_or_a_fact_that_nobody_knows_is_refused() -> None:
    for here, facts, code in ((["moon"], [], "place_unknown"), ([], ["raining"], "fact_unknown")):
        with pytest.raises(NeedsCorrection, match=code):
            jurisdiction("民间借贷纠纷", here, facts)


def test_every_cause_of_the_table_has_a_court() -> None:
    from app.rules.causes import known_tables

    for cause in known_tables()[-1].causes:
        found = jurisdiction(cause.name, PLACES, [])
        assert found.has and found.article, cause.name
        assert jurisdiction(cause.name, PLACES, FACTS).has


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
