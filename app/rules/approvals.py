"""Decisions that lie above the judge: who makes them, by when, and what holds in the case until they are made."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.errors import NeedsCorrection
from app.rules.calendar import Calendar
from app.rules.days import parse_date
from app.rules.fee_changes import RELIEF_DECIDERS, RELIEF_SIGNED_BY
from app.rules.money import parse_amount
from app.rules.periods import deadline, period

Pending = Literal["work_stops", "act_waits", "old_limit_runs", "fee_rests"]
"""``work_stops``: the person takes no part but in urgent measures; ``act_waits``: it may not be done or issued;
``old_limit_runs``: nothing changes yet; ``fee_rests``: not paying has no consequence yet."""


@dataclass(frozen=True)
class Ground:
    """A ground of law for asking; ``words`` are the law's own, shortened."""

    article: str
    words: str


@dataclass(frozen=True)
class Matter:
    """A kind of decision: roles that may decide, the role that signs in the end, the articles, what holds meanwhile."""

    decided_by: tuple[str, ...]
    article: str
    pending: Pending
    pending_article: str
    grounds: tuple[Ground, ...]
    signed_by: str | None = None


_PENALTY_GROUNDS = (
    Ground("民诉113", "违反法庭规则，哄闹、冲击法庭，侮辱、诽谤、威胁、殴打审判人员，严重扰乱法庭秩序"),
    Ground("民诉114", "妨害取证、作证、财产保全、执行公务，或者拒不履行生效裁判"),
    Ground("民诉115", "虚假诉讼、调解，侵害他人合法权益"),
    Ground("民诉116", "恶意串通逃避履行法律文书确定的义务"),
    Ground("民诉117", "有义务协助调查、执行的单位拒绝协助"),
)
_RELIEF = {
    kind: Matter(RELIEF_DECIDERS, article, "fee_rests", "费用22", (), RELIEF_SIGNED_BY[kind])
    for kind, article in (("deferral", "费用47"), ("reduction", "费用46"), ("exemption", "费用45"))
}
MATTERS: dict[str, Matter] = {
    "recusal": Matter(
        ("president",),
        "民诉49",
        "work_stops",
        "民诉48",
        (
            Ground("民诉47(一)", "是本案当事人或者当事人、诉讼代理人近亲属"),
            Ground("民诉47(二)", "与本案有利害关系"),
            Ground("民诉47(三)", "与本案当事人、诉讼代理人有其他关系，可能影响公正审理"),
            Ground("民诉47¶2", "接受请客送礼，或者违反规定会见当事人、诉讼代理人"),
        ),
    ),
    **_RELIEF,
    "extension": Matter(
        ("president",), "延审1", "old_limit_runs", "延审1", (Ground("延审1", "有特殊情况需要延长审限"),)
    ),
    "adjournment": Matter(
        ("president",),
        "延审6",
        "act_waits",
        "延审6",
        (Ground("民诉149(四)", "因不可抗力或者意外事件，庭审无法正常进行（延审2）"),),
    ),
    "fine": Matter(("president",), "民诉119", "act_waits", "民诉119", _PENALTY_GROUNDS),
    "detention": Matter(("president",), "民诉119", "act_waits", "民诉119", _PENALTY_GROUNDS),
    "forced_appearance": Matter(
        ("president",),
        "民诉119",
        "act_waits",
        "民诉119",
        (
            Ground("民诉112", "必须到庭的被告，经两次传票传唤，无正当理由拒不到庭（解释174）"),
            Ground("解释174¶2", "必须到庭才能查清案件基本事实的原告，经两次传票传唤，无正当理由拒不到庭"),
        ),
    ),
    "online_place": Matter(
        ("president",), "在线24", "act_waits", "在线24", (Ground("在线24", "确需在在线法庭以外的场所组织在线庭审"),)
    ),
}
RELIEF = tuple(_RELIEF)
PENALTIES = ("fine", "detention", "forced_appearance")
# 民诉49: the president decides on judges, and assessors are judges in it (民诉40); the judge who presides on others.
_RECUSAL_DECIDERS = {
    "judge": ("president",),
    "assessor": ("president",),
    "division_chief": ("president",),
    "president": ("judicial_committee",),
    **dict.fromkeys(("assistant_judge", "clerk", "appraiser", "interpreter", "inspector", "technician"), ("judge",)),
}
RECUSAL_ROLES = tuple(_RECUSAL_DECIDERS)
_MOST_EXTENSION = {"simplified": 1, "small_claims": 1, "ordinary": 6}
"""Months by the president at most (民诉152, 164, 168); in the special procedure thirty days (审限规定2)."""
_LIMITS = {"simplified": "T18", "small_claims": "T19", "ordinary": "T20", "special": "T21"}


def matter(kind: str) -> Matter:
    """The kind's rule; refuses ``approval_kind_unknown``."""
    if kind not in MATTERS:
        raise NeedsCorrection("approval_kind_unknown", at="kind", choices=list(MATTERS))
    return MATTERS[kind]


def deciders(kind: str, about: Mapping[str, object]) -> tuple[str, ...]:
    """The roles that may decide; for a recusal it depends on whose (民诉49): the judge decides on the clerk."""
    if kind == "recusal":
        return _RECUSAL_DECIDERS.get(str(about.get("role", "")), ("judge",))
    return matter(kind).decided_by


def check_request(kind: str, article: str, about: Mapping[str, object]) -> None:
    """The request is one that the law knows.

    Refuses ``approval_kind_unknown``, ``approval_ground_unknown``, ``field_missing``; a party's application for recusal
    after the debate closed (``recusal_too_late``, 民诉48); a fine outside 民诉118 (``fine_out_of_range``); detention
    over fifteen days (``detention_too_long``); what is wrong with a
    compulsory appearance (``_check_forced_appearance``). Relief asks ``fee_changes.grant_relief`` instead.
    """
    known = matter(kind)
    if known.grounds and article not in {ground.article for ground in known.grounds}:
        raise NeedsCorrection("approval_ground_unknown", at="article", article=article)
    for name in _FACTS.get(kind, ()):
        if about.get(name) in (None, ""):
            raise NeedsCorrection("field_missing", at=name)
    if kind == "recusal" and about.get("debate_closed") and about["asked_by"] != "self":
        raise NeedsCorrection("recusal_too_late", article="民诉48")
    if kind == "fine":
        _check_fine(about)
    if kind == "detention":
        days = about["days"]
        if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 15:
            raise NeedsCorrection("detention_too_long", at="days", article="民诉118")
    if kind == "forced_appearance":
        _check_forced_appearance(article, about)


_FACTS = {
    "recusal": ("person", "role", "asked_by"),
    "extension": ("until", "new_until"),
    "adjournment": ("to",),
    "fine": ("person", "amount"),
    "detention": ("person", "days"),
    "forced_appearance": ("person", "role", "must_appear", "summoned"),
    "online_place": ("place",),
}


def _check_fine(about: Mapping[str, object]) -> None:
    amount = parse_amount(about["amount"], at="amount", zero=False)
    least, most = (50_000, 1_000_000) if about.get("unit") else (0, 100_000)
    if not least <= amount <= most:
        raise NeedsCorrection("fine_out_of_range", at="amount", least=least, most=most, article="民诉118")
    if about.get("pay_by") is not None:
        parse_date(about["pay_by"], at="pay_by")


MUST_APPEAR = ("support", "facts")
"""Why a party must come: it owes support, or without it the facts cannot be found (解释174)."""


def _check_forced_appearance(article: str, about: Mapping[str, object]) -> None:
    """拘传 of a defendant or, for the facts only, of a plaintiff, who stayed away though summoned twice (解释174).

    ``role`` is the party's, ``natural`` whether it is a natural person, ``summoned`` the days on which the summonses
    arrived to which it did not come. Refuses ``fact_unknown``, ``forced_appearance_not_of_this_party`` and
    ``summoned_less_than_twice`` (count).
    """
    if about["must_appear"] not in MUST_APPEAR:
        raise NeedsCorrection("fact_unknown", at="must_appear")
    allowed = {("defendant", "民诉112"): MUST_APPEAR, ("plaintiff", "解释174¶2"): ("facts",)}
    reasons = allowed.get((str(about["role"]), article), ())
    if about["must_appear"] not in reasons or not about.get("natural"):
        raise NeedsCorrection("forced_appearance_not_of_this_party", at="person", article="解释174")
    summoned = about["summoned"]
    count = len(summoned) if isinstance(summoned, list | tuple) else 0
    if count < 2:
        raise NeedsCorrection("summoned_less_than_twice", at="person", count=count, article=article)


def decide_by(
    kind: str, requested_on: datetime.date, about: Mapping[str, object], calendar: Calendar
) -> datetime.date | None:
    """The last day to decide: a recusal in three days (民诉50), an extension five days before the limit (延审1)."""
    if kind == "recusal":
        return deadline("T17", requested_on, calendar).last_day
    if kind == "extension":
        return deadline("T23", parse_date(about["until"], at="until"), calendar, variant="decision").raw
    return None


def extended_limit(procedure: str, until: datetime.date, already: int, calendar: Calendar) -> datetime.date:
    """The latest day to which the president may put off the trial limit ``until``, itself the first one.

    Refuses ``procedure_unknown``, and ``extension_used_up`` for a second extension: in the ordinary procedure the
    superior court approves it (民诉152), in the others there is none (解释258).
    """
    if procedure not in _LIMITS:
        raise NeedsCorrection("procedure_unknown", at="procedure")
    article = deadline(_LIMITS[procedure], until, calendar).article
    if already:
        raise NeedsCorrection("extension_used_up", at="until", article=article)
    if procedure == "special":
        later = period(until, "days", 30, calendar, article=article).raw
    else:
        later = period(until, "months", _MOST_EXTENSION[procedure], calendar, article=article).raw
    assert later is not None
    return later


def asked_in_time(requested_on: datetime.date, until: datetime.date, calendar: Calendar) -> bool:
    """Whether an extension was asked for at least fifteen days before the limit (延审1)."""
    latest = deadline("T23", until, calendar, variant="request").raw
    return latest is not None and requested_on <= latest


def may_begin_before_approval(kind: str, about: Mapping[str, object]) -> bool:
    """Detention for a riot or violence in court comes first and is approved at once afterwards (解释181)."""
    return kind == "detention" and bool(about.get("urgent"))
