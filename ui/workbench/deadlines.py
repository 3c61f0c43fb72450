"""How soon a period of a case ends, in words and in the colour of its haste: red before it is missed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from app.service.deadlines import TRIAL_LIMITS
from app.service.running import Running
from ui.i18n import tr
from ui.words import PERIODS, word

NEAR_DAYS = 15
"""An extension is asked for at least fifteen days before the limit (延长审限规定1)."""
RED_DAYS = 3
"""What ends so soon can hardly be put off any more."""


def together(periods: Iterable[Running]) -> list[Running]:
    """One line for all parties whose period of the same row ends on the same day; the order stays."""
    lines = dict[Running, list[str]]()
    for period in periods:
        lines.setdefault(replace(period, whose=""), []).append(period.whose)
    return [replace(line, whose="、".join(dict.fromkeys(filter(None, whose)))) for line, whose in lines.items()]


def haste(period: Running, today: datetime.date) -> str:
    """``late`` from three days before the end on, ``near`` from fifteen days on, else ""."""
    days = (period.until - today).days
    return "late" if days <= RED_DAYS else "near" if days <= NEAR_DAYS else ""


def deadline_words(period: Running, today: datetime.date) -> str:
    """Which period, whose, until when, under which article, and how many days are left."""
    days = (period.until - today).days
    left = tr("还有 {days} 天") if days > 0 else tr("就在今天") if days == 0 else tr("已过 {days} 天")
    words = tr("{what}{whose}到 {day}（{article}），{left}").format(
        what=word(PERIODS, f"{period.rule}.{period.part}" if period.part else period.rule),
        whose=tr("（{name}）").format(name=period.whose) if period.whose else "",
        day=f"{period.moment:%Y-%m-%d %H:%M}" if period.moment is not None else period.until.isoformat(),
        article=period.article,
        left=left.format(days=abs(days)),
    )
    if period.rule in TRIAL_LIMITS.values() and 0 <= days <= NEAR_DAYS:
        words += tr("；要延长的，提前十五日报批")
    if period.final:
        words += tr("；延期次数已经用完（延审3），这次要审结")
    return words
