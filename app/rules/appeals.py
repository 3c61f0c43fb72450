"""Whether a paper can be appealed, until when for each party, and when it takes effect."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.errors import NeedsCorrection
from app.rules.calendar import Calendar, CalendarState
from app.rules.fees import CaseFee, Claim, case_fee
from app.rules.periods import Deadline, Span, deadline, period
from app.rules.service_methods import ALIASES, paper_kind

JUDGMENTS = "civil_judgment_"
"""So the papers that are judgments begin."""
# 民诉157: only these rulings can be appealed.
NOT_ACCEPTED = ("ruling_not_accepted", "ruling_counterclaim_not_accepted")
APPEALABLE_RULINGS = ("ruling", *NOT_ACCEPTED, "ruling_case_dismissed", "ruling_jurisdiction_objection")


@dataclass(frozen=True)
class Appeals:
    """Each party's own last day (解释244), the latest of them, and the day the paper takes effect if nobody appeals."""

    by_party: Mapping[str, Deadline]
    until: datetime.date | None
    effective_on: datetime.date | None
    calendar: CalendarState
    article: str


def appeal_kind(document: str, procedure: str | None) -> tuple[str | None, str]:
    """``judgment``, ``ruling`` or ``None`` where no appeal lies, and the article that says so.

    Refuses ``document_without_appeal`` for papers of which nobody asks it, such as a notice, and for a payment order,
    which is objected to (民诉227).
    """
    document = ALIASES.get(document, document)
    kind = paper_kind(document)
    if kind == "mediation_statement":
        return None, "民诉100"
    if kind not in ("judgment", "ruling") or document == "payment_order":
        raise NeedsCorrection("document_without_appeal", at="document")
    if kind == "ruling" and document not in APPEALABLE_RULINGS:
        return None, "民诉157"
    if procedure == "special":
        return None, "民诉185"
    if procedure == "small_claims" and document not in NOT_ACCEPTED:
        return None, _SMALL_CLAIMS_FINAL.get(document, "民诉165")
    return kind, "民诉171"


_SMALL_CLAIMS_FINAL = {"ruling_jurisdiction_objection": "解释276", "ruling_case_dismissed": "解释277"}


def appeal_deadline(
    document: str,
    served_on: datetime.date,
    calendar: Calendar,
    *,
    procedure: str | None = None,
    suspended: Sequence[Span] = (),
) -> Deadline:
    """One party's last day to appeal (民诉171); ``raw`` and ``last_day`` are ``None`` where no appeal lies."""
    kind, article = appeal_kind(document, procedure)
    if kind is None:
        return Deadline(None, None, "complete", article, ("不得上诉",))
    return deadline("T36", served_on, calendar, document=kind, suspended=suspended)


def appeals(
    document: str,
    served: Mapping[str, datetime.date | None],
    calendar: Calendar,
    *,
    procedure: str | None = None,
) -> Appeals:
    """Every party's appeal period from that party's own service (解释244).

    ``until`` and ``effective_on`` stay ``None`` while a party has not been served. A paper without appeal takes effect
    when the last party has it; one with appeal, on the day after the last period has run out.
    """
    days = [day for day in served.values() if day is not None]
    everyone = bool(served) and len(days) == len(served)
    by_party = {
        party: appeal_deadline(document, day, calendar, procedure=procedure)
        for party, day in served.items()
        if day is not None
    }
    kind, article = appeal_kind(document, procedure)
    if kind is None:
        return Appeals(by_party, None, max(days) if everyone else None, "complete", article)
    last_days = [one.last_day for one in by_party.values() if one.last_day is not None]
    until = max(last_days) if everyone else None
    state: CalendarState = (
        "incomplete" if any(one.calendar == "incomplete" for one in by_party.values()) else "complete"
    )
    effective = until + datetime.timedelta(days=1) if until else None
    return Appeals(by_party, until, effective, state, article)


def extension_deadline(obstacle_ended: datetime.date, calendar: Calendar) -> Deadline:
    """The last day to ask that a missed period be extended: ten days after what kept the party ended (民诉86)."""
    return period(obstacle_ended, "days", 10, calendar, article="民诉86")


def appeal_fee(
    document: str,
    claims: Sequence[Mapping[str, object] | Claim],
    amount: object,
    province: Mapping[str, object],
    rounding: str = "fen",
) -> CaseFee | None:
    """What an appeal against the paper costs, in full; None where it costs nothing (费用8(三): of the three rulings).

    Against a judgment on property it follows the ``amount`` in yuan that is appealed against (费用17), against any
    other the ``claims`` of the first instance. It is not halved: 费用16 halves for 简易程序 alone.
    """
    if paper_kind(ALIASES.get(document, document)) == "ruling":
        return None
    fee = case_fee(claims, province, "ordinary", rounding=rounding)
    if fee.kind != "property":
        return fee
    appealed = case_fee([{"kind": "property", "amount": amount}], province, "ordinary", rounding=rounding)
    return replace(appealed, articles=(*appealed.articles, "费用17"))


# Cases of 民诉127(七) and 解释214; every other case that was withdrawn may be filed again at once.
_BARRED_CAUSES = ("离婚纠纷", "收养关系纠纷", "解除收养关系纠纷", "确认收养关系纠纷")
_BARRED_OUTCOMES = {
    "离婚纠纷": ("refused", "reconciled", "withdrawn", "deemed_withdrawn"),
    "收养": ("adoption_kept",),
}

_REFUSED = re.compile("(不准|驳回).*(离婚|婚姻关系)")
_DISSOLVED = re.compile("准[予许]?.*离婚|解除.*婚姻关系")
_RECONCILED = re.compile("和好|不再要求离婚")
_ADOPTION_KEPT = re.compile("(不准|驳回).*解除.*收养|维持.*收养")


def dissolves_marriage(orders: Iterable[str]) -> bool:
    """Whether one of a judgment's orders grants the divorce, as its words say; the parties are then told that nobody
    marries again before it takes effect (民诉151 ¶4)."""
    return any(_DISSOLVED.search(order) and not _REFUSED.search(order) for order in orders)


def barring_outcome(cause: str, *, orders: Iterable[str] = (), terms: Iterable[str] = ()) -> str | None:
    """The outcome after which ``resuit_bar`` runs, as the words of a judgment's orders or of an agreement's terms say;
    None for any other (民诉127(七))."""
    if cause == "离婚纠纷":
        if any(_REFUSED.search(order) for order in orders):
            return "refused"
        return "reconciled" if any(_RECONCILED.search(term) for term in terms) else None
    kept = any(_ADOPTION_KEPT.search(one) for one in (*orders, *terms))
    return "adoption_kept" if cause in _BARRED_CAUSES and kept else None


def resuit_bar(cause: str, outcome: str, closed_on: datetime.date, calendar: Calendar) -> Deadline | None:
    """The six months in which the plaintiff may not sue again without new facts or reasons, or ``None`` where none run.

    Divorce: refused, reconciled in mediation, withdrawn or deemed withdrawn; adoption: kept by judgment or mediation
    (民诉127(七); 解释214).
    """
    if cause not in _BARRED_CAUSES:
        return None
    outcomes = _BARRED_OUTCOMES["离婚纠纷" if cause == "离婚纠纷" else "收养"]
    return deadline("T51", closed_on, calendar, variant=outcome) if outcome in outcomes else None


def service_date(how: str, day: datetime.date, calendar: Calendar) -> Deadline:
    """The day on which service is complete: the day itself, or for a public notice 30 days after its posting (民诉95).

    ``day`` is the day of receipt, of leaving, of arrival in the recipient's system, or of the last posting.
    """
    if how == "public":
        return deadline("T38", day, calendar)
    article = {"left": "民诉89", "electronic": "民诉90", "post": "民诉91"}.get(how, "民诉87")
    return Deadline(day, day, "complete", article, (f"送达日期 {day}",))


def closed_on(services: Iterable[datetime.date]) -> datetime.date:
    """The day a case counts as closed: that of the last party's service (审限规定10).

    For this purpose a paper left counts on the day it was left, one posted on the day it was handed to the post, and a
    public notice on the day of publication. Refuses ``field_missing`` for no service at all.
    """
    days = list(services)
    if not days:
        raise NeedsCorrection("field_missing", at="services")
    return max(days)
