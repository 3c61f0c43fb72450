"""地域管辖: whether this court may take a suit, by the places that lie in its area, and under which article."""

import functools
import importlib.resources
import tomllib
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, replace

from app.errors import NeedsCorrection
from app.rules.causes import Cause, find_cause

PLACES = (
    "defendant_domicile",
    "plaintiff_domicile",
    "performance",
    "tort",
    "accident",
    "first_arrival",
    "manufacture",
    "sale",
    "departure",
    "destination",
    "immovable",
    "deceased_domicile",
    "main_estate",
    "employer",
    "labour_performance",
    "mediation_seat",
    "subject_matter",
    "registration",
    "insured_domicile",
    "bill_payment",
    "company_domicile",
    "constituency",
    "port",
    "ship_detained",
    "salvage",
    "adjustment",
    "voyage_end",
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
    "unperformed_elsewhere": "解释18",
    "agreement_hidden": "解释31",
    "agreed_elsewhere": "解释30",
    "inland_waters": "解释2",
    "filed_elsewhere_first": "民诉36",
    "answered_without_objection": "民诉130¶2",
}
"""Facts that open or shut a court, each with its article; ``asks`` of an answer names those that matter to the suit."""
_INSTEAD = ("defendant_abroad", "defendant_missing", "defendant_in_corrective_measure", "defendant_imprisoned")
_OF_STATUS = ("defendant_abroad", "defendant_missing")
_BESIDES = {
    "defendants_scattered": frozenset(("赡养费纠纷", "抚养费纠纷", "扶养费纠纷", "赡养纠纷", "抚养纠纷", "扶养纠纷")),
    "spouse_left_a_year": frozenset(("离婚纠纷",)),
}


@dataclass(frozen=True)
class Jurisdiction:
    """``has``: a place in the court's area suffices; ``places`` are all that would; ``reasons`` what was weighed.

    ``asks`` are the facts that would change the answer, of those there are.
    """

    has: bool
    article: str
    exclusive: bool
    places: tuple[str, ...]
    reasons: tuple[str, ...]
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Row:
    article: str
    places: Set[str]
    exclusive: bool = False
    agreed: bool = False
    maritime: bool = False
    causes: Set[str] = frozenset()
    groups: Set[str] = frozenset()
    reasons: Sequence[str] = ()


_ORDINARY = _Row(
    "民诉22",
    frozenset(("defendant_domicile",)),
    reasons=("被告住所地与经常居住地不一致的，由经常居住地人民法院管辖",),
)
_IMMOVABLE = _Row("民诉34(一)", frozenset(("immovable",)), exclusive=True)


@functools.cache
def _rows() -> tuple[_Row, ...]:
    text = (importlib.resources.files("app.rules") / "data" / "jurisdiction.toml").read_text("utf-8")
    return tuple(
        _Row(
            row["article"],
            frozenset(row["places"]) | ({"agreed"} if row.get("agreed") else set()),
            row.get("exclusive", False),
            row.get("agreed", False),
            row.get("maritime", False),
            frozenset(row.get("causes", ())),
            frozenset(row.get("groups", ())),
            tuple(row.get("reasons", ())),
        )
        for row in tomllib.loads(text)["row"]
    )


def jurisdiction(cause: str, here: Collection[str], facts: Collection[str] = ()) -> Jurisdiction:
    """Whether a court in whose area the places ``here`` lie may take a first-instance suit (民诉22–36, 130, 205 …).

    The court's level (民诉18, 19) is weighed by ``rules.court_level``. Refuses ``place_unknown`` and ``fact_unknown``.
    """
    if any(place not in PLACES for place in here):
        raise NeedsCorrection("place_unknown", at="here", choices=PLACES)
    if any(fact not in FACTS for fact in facts):
        raise NeedsCorrection("fact_unknown", at="facts", choices=list(FACTS))
    found = find_cause(cause)
    names = frozenset((found.name, found.parent or found.name) if found is not None else (cause,))
    row = _row_of(names, found.group if found is not None else "", facts)
    asks = _asks(row, names, found)
    if row.exclusive:
        reasons = ("专属管辖，不能约定排除，也不因应诉取得管辖", *row.reasons)
        answer = Jurisdiction(not row.places.isdisjoint(here), row.article, True, (), reasons, asks)
    else:
        answer, row = _open(row, names, found, here, facts, asks)
    if found is None and not row.maritime:
        unknown = "案由表没有这个案由，按一般地域管辖判断"
        answer = replace(answer, reasons=(unknown, *answer.reasons))
    answer = replace(answer, places=tuple(place for place in PLACES if place in row.places))
    if row.maritime and "inland_waters" not in facts:
        return replace(answer, has=False, article="解释2", reasons=("海事、海商案件由海事法院管辖", *answer.reasons))
    if "filed_elsewhere_first" in facts:
        earlier = "另一个有管辖权的人民法院已经先立案的，不得重复立案，已经立案的裁定移送（解释36）"
        return replace(answer, has=False, article="民诉36", reasons=(earlier, *answer.reasons))
    if answer.has and len(row.places - {"agreed"}) > 1:
        several = "两个以上人民法院都有管辖权的，原告可以向其中一个起诉，先立案的管辖（民诉36）"
        answer = replace(answer, reasons=(*answer.reasons, several))
    return answer


def _row_of(names: Set[str], group: str, facts: Collection[str]) -> _Row:
    row = next((one for one in _rows() if names & one.causes or group in one.groups), _ORDINARY)
    return _IMMOVABLE if "immovable_dispute" in facts and not row.exclusive else row


def _open(
    row: _Row,
    names: Set[str],
    found: Cause | None,
    here: Collection[str],
    facts: Collection[str],
    asks: tuple[str, ...],
) -> tuple[Jurisdiction, _Row]:
    """The answer where the parties may choose, and the row with the places that are open in the end."""
    places, article, reasons = set(row.places), row.article, tuple(row.reasons)
    # "由原告住所地" shuts the defendant's own court, "可以由" only opens the plaintiff's.
    instead = [fact for fact in _INSTEAD if fact in facts and (fact not in _OF_STATUS or _is_status(found))]
    besides = [fact for fact, causes in _BESIDES.items() if fact in facts and names & causes]
    if instead and "defendant_domicile" in places:
        places = places - {"defendant_domicile"} | {"plaintiff_domicile"}
        article, reasons = FACTS[instead[0]], ("由原告住所地人民法院管辖", *reasons)
        if instead[0] not in _OF_STATUS:
            reasons += ("双方都被监禁的，由被告原住所地管辖；被告被监禁一年以上的，由被监禁地管辖（解释8）",)
    elif besides:
        places.add("plaintiff_domicile")
        reasons = (f"可以由原告住所地人民法院管辖（{FACTS[besides[0]]}）", *reasons)
        if places & set(here) == {"plaintiff_domicile"}:
            article = FACTS[besides[0]]
    if "unperformed_elsewhere" in facts and "unperformed_elsewhere" in asks:
        places.discard("performance")
        reasons = ("没有实际履行、双方住所地都不在约定的履行地，由被告住所地人民法院管辖（解释18）", *reasons)
    if "agreement_hidden" in facts and "agreed" in places:
        places.discard("agreed")
        reasons = ("经营者没有提请消费者注意的格式管辖条款，消费者可以主张无效（解释31）", *reasons)
    elif "agreed_elsewhere" in facts and "agreed" in places:
        places = {"agreed"}
        article, reasons = FACTS["agreed_elsewhere"], ("书面约定了别的法院的，从其约定", *reasons)
    suits = places & set(here)
    if suits == {"agreed"}:
        article = "民诉35"
    if not suits and "answered_without_objection" in facts:
        article, reasons = FACTS["answered_without_objection"], ("应诉答辩，没有提出管辖异议", *reasons)
    has = bool(suits) or "answered_without_objection" in facts
    return Jurisdiction(has, article, False, (), reasons, asks), replace(row, places=frozenset(places))


def _asks(row: _Row, names: Set[str], found: Cause | None) -> tuple[str, ...]:
    asked = {"filed_elsewhere_first"} | ({"inland_waters"} if row.maritime else set())
    if not row.exclusive:
        asked |= {"answered_without_objection", "immovable_dispute"}
        asked |= {fact for fact, causes in _BESIDES.items() if names & causes}
        if "defendant_domicile" in row.places:
            asked |= {fact for fact in _INSTEAD if fact not in _OF_STATUS or _is_status(found)}
        if row.agreed:
            asked |= {"agreement_hidden", "agreed_elsewhere"}
        if "performance" in row.places:
            asked.add("unperformed_elsewhere")
    elif row is _IMMOVABLE:
        asked.add("immovable_dispute")
    return tuple(fact for fact in FACTS if fact in asked)


def _is_status(found: Cause | None) -> bool:
    return found is not None and found.personal_status
