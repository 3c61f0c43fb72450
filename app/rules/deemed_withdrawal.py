"""When a suit counts as withdrawn although nobody withdrew it: absence, leaving the court, a fee not paid."""

import datetime

from app.errors import NeedsCorrection
from app.rules.calendar import Calendar
from app.rules.periods import deadline

GROUNDS = {"absent": "民诉146", "left": "民诉146", "unpaid": "解释213", "top_up_unpaid": "解释199"}
_NOTICED = {"unpaid": "T44", "top_up_unpaid": "T46"}


def deemed_withdrawn(
    ground: str, procedure: str, notified_on: datetime.date | None, on: datetime.date, calendar: Calendar
) -> str:
    """The article under which the suit counts as withdrawn on the day ``on`` (民诉146; 解释199, 213, 227, 261).

    An application to confirm an agreement does so if who applied does not come to be asked (解释357 ¶2; the number is
    of the text of 2022 and not verified): ``absent`` alone.

    ``notified_on`` is the day on which the claimant had the summons, or for a fee unpaid (all of it, or its rest after
    简易 became 普通) the notice; one who left the court without leave was there. In the ordinary procedure the summons
    comes three days before. Refuses ``deemed_ground_unknown``, ``summons_not_served``, ``summons_too_late`` (latest),
    ``fee_notice_not_served`` and ``fee_period_runs`` (until).
    """
    if ground not in GROUNDS:
        raise NeedsCorrection("deemed_ground_unknown", at="ground")
    if procedure == "special" and ground != "absent":
        raise NeedsCorrection("deemed_ground_unknown", at="ground")
    article = "解释357" if procedure == "special" else GROUNDS[ground]
    if ground == "absent":
        if notified_on is None or notified_on > on:
            raise NeedsCorrection("summons_not_served", at="notified_on", article=article)
        latest = deadline("T13", on, calendar)
        if procedure == "ordinary" and latest.raw is not None and notified_on > latest.raw:
            raise NeedsCorrection(
                "summons_too_late", at="notified_on", article=latest.article, latest=latest.raw.isoformat()
            )
    if ground in _NOTICED:
        if notified_on is None or notified_on > on:
            raise NeedsCorrection("fee_notice_not_served", at="notified_on", article=article)
        until = deadline(_NOTICED[ground], notified_on, calendar)
        if until.last_day is not None and on <= until.last_day:
            raise NeedsCorrection(
                "fee_period_runs", at="notified_on", article=until.article, until=until.last_day.isoformat()
            )
    return article
