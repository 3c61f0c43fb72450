"""地域管辖: whether this court may take a suit, by the places that lie in its area, and under which article."""

from collections.abc import Collection, Set
from dataclasses import dataclass

from app.errors import NeedsCorrection
from app.rules.causes import Cause, find_cause

PLACES = (
    "defendant_domicile",
    "plaintiff_domicile",
    "performance",
    "tort",
    "accident",
    "immovable",
    "deceased_domicile",
    "main_estate",
    "employer",
    "labour_performance",
    "mediation_seat",
    "subject_matter",
    "agreed",
)
"""Places that may lie in the court's area. A domicile is where the person has lived for a year, if elsewhere than he is
registered (民诉22; 解释4); ``agreed`` is a court named in writing with a link to the dispute (民诉35)."""
FACTS = {
    "defendant_abroad": "民诉23(一)",
    "defendant_missing": "民诉23(二)",
    "defendant_in_corrective_measure": "民诉23(三)",
    "defendant_imprisoned": "民诉23(四)",
    "defendants_scattered": "解释9",
    "spouse_left_a_year": "解释12",
    "immovable_dispute": "民诉34(一)",
    "answered_without_objection": "民诉130¶2",
}
"""Facts that open or shut a court, each with its article."""
_INSTEAD = ("defendant_abroad", "defendant_missing", "defendant_in_corrective_measure", "defendant_imprisoned")
_OF_STATUS = ("defendant_abroad", "defendant_missing")
_CONTRACT_GROUPS = ("合同纠纷", "知识产权合同纠纷")
_TORT_GROUPS = ("侵权责任纠纷", "人格权纠纷", "知识产权权属、侵权纠纷", "不正当竞争纠纷")
_LABOUR_GROUPS = ("劳动争议", "新就业形态用工纠纷")
_TRAFFIC = frozenset(("机动车交通事故责任纠纷", "非机动车交通事故责任纠纷"))
_BESIDES = {
    "defendants_scattered": frozenset(("赡养费纠纷", "抚养费纠纷", "扶养费纠纷", "赡养纠纷", "抚养纠纷", "扶养纠纷")),
    "spouse_left_a_year": frozenset(("离婚纠纷",)),
}
# 解释28: rights in rem in immovables, and four kinds of contracts treated alike.
_IMMOVABLE_CONTRACTS = frozenset(
    (
        "农村土地承包合同纠纷",
        "土地承包经营权合同纠纷",
        "房屋租赁合同纠纷",
        "建设工程施工合同纠纷",
        "农村建房施工合同纠纷",
    )
)
_IMMOVABLE_RIGHTS = frozenset(
    (
        "相邻关系纠纷",
        "建筑物区分所有权纠纷",
        "业主撤销权纠纷",
        "业主知情权纠纷",
        "建设用地使用权纠纷",
        "土地承包经营权纠纷",
        "土地经营权纠纷",
        "宅基地使用权纠纷",
        "居住权纠纷",
        "地役权纠纷",
    )
)


@dataclass(frozen=True)
class Jurisdiction:
    """``has``: a place in the court's area suffices; ``places`` are all that would; ``reasons`` what was weighed."""

    has: bool
    article: str
    exclusive: bool
    places: tuple[str, ...]
    reasons: tuple[str, ...]


def jurisdiction(cause: str, here: Collection[str], facts: Collection[str] = ()) -> Jurisdiction:
    """Whether a basic court in whose area the places ``here`` lie may take a first-instance suit (民诉22–35, 130, 205).

    Bills, companies, carriage and the sea (民诉26–28, 31–33) and the court's level (民诉19) are not judged. Refuses
    ``place_unknown`` and ``fact_unknown``.
    """
    if any(place not in PLACES for place in here):
        raise NeedsCorrection("place_unknown", at="here")
    if any(fact not in FACTS for fact in facts):
        raise NeedsCorrection("fact_unknown", at="facts")
    found = find_cause(cause)
    names = frozenset((cause, found.parent if found is not None and found.parent else cause))
    group = found.group if found is not None else ""
    exclusive = _exclusive(names, group, facts)
    if exclusive is not None:
        article, places = exclusive
        reason = "专属管辖，不能约定排除，也不因应诉取得管辖"
        return Jurisdiction(
            not places.isdisjoint(here), article, True, tuple(place for place in PLACES if place in places), (reason,)
        )
    article, places, reasons = _ordinary(names, group)
    # "由原告住所地" shuts the defendant's own court, "可以由" only opens the plaintiff's.
    instead = [fact for fact in _INSTEAD if fact in facts and (fact not in _OF_STATUS or _is_status(found))]
    besides = [fact for fact, causes in _BESIDES.items() if fact in facts and names & causes]
    if instead and "defendant_domicile" in places:
        places = places - {"defendant_domicile"} | {"plaintiff_domicile"}
        article, reasons = FACTS[instead[0]], ("由原告住所地人民法院管辖", *reasons)
    elif besides:
        places = places | {"plaintiff_domicile"}
        reasons = (f"可以由原告住所地人民法院管辖（{FACTS[besides[0]]}）", *reasons)
        if places & set(here) == {"plaintiff_domicile"}:
            article = FACTS[besides[0]]
    suits = places & set(here)
    if suits == {"agreed"}:
        article = "民诉35"
    if not suits and "answered_without_objection" in facts:
        article, reasons = FACTS["answered_without_objection"], ("应诉答辩，没有提出管辖异议", *reasons)
    has = bool(suits) or "answered_without_objection" in facts
    return Jurisdiction(has, article, False, tuple(place for place in PLACES if place in places), reasons)


def _exclusive(names: Set[str], group: str, facts: Collection[str]) -> tuple[str, frozenset[str]] | None:
    if group == "继承纠纷":
        return "民诉34(三)", frozenset(("deceased_domicile", "main_estate"))
    if names & _IMMOVABLE_RIGHTS or "immovable_dispute" in facts:
        return "民诉34(一)", frozenset(("immovable",))
    if names & _IMMOVABLE_CONTRACTS:
        return "解释28", frozenset(("immovable",))
    return None


def _ordinary(names: Set[str], group: str) -> tuple[str, frozenset[str], tuple[str, ...]]:
    if group == "确认调解协议案件":
        places = ("plaintiff_domicile", "defendant_domicile", "subject_matter", "mediation_seat")
        return "民诉205", frozenset(places), ("人民法院邀请调解的，向作出邀请的人民法院提出",)
    if names & _TRAFFIC:
        return "民诉30", frozenset(("accident", "tort", "defendant_domicile")), ("车辆最先到达地的人民法院也可以管辖",)
    if group in _LABOUR_GROUPS:
        return "劳动争议解释3", frozenset(("employer", "labour_performance")), ()
    if group == "保险纠纷":
        return "民诉25", frozenset(("defendant_domicile", "subject_matter", "agreed")), ()
    if group in _TORT_GROUPS:
        reasons = ("侵权行为地包括侵权行为实施地、侵权结果发生地（解释24）",)
        return "民诉29", frozenset(("tort", "defendant_domicile")), reasons
    if group in _CONTRACT_GROUPS:
        reasons = ("没有约定履行地、争议标的为给付货币的，接收货币一方所在地为履行地（解释18）",)
        return "民诉24", frozenset(("defendant_domicile", "performance", "agreed")), reasons
    return "民诉22", frozenset(("defendant_domicile",)), ("被告住所地与经常居住地不一致的，由经常居住地人民法院管辖",)


def _is_status(found: Cause | None) -> bool:
    return found is not None and found.personal_status
