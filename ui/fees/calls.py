"""What the fees page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.approvals.store import Approval
from app.cases.court import read_court
from app.cases.model import Case, Counterclaim
from app.cases.store import load_case
from app.desk import Desk
from app.fees.service import (
    cash_list,
    decide_relief,
    due_now,
    fee_of,
    kept_of,
    rest_unpaid,
    take_payment,
    to_be_borne,
    waits_for_mediation,
)
from app.fees.store import Review, payments_of, refunds_of, relief_of, reviews_of
from app.service.deadlines import dates_of


@dataclass(frozen=True)
class CounterclaimFee:
    """``kept`` and ``borne`` by payer, as in ``FeesView``."""

    record: str
    by: str
    full: str
    due: str
    now: str
    steps: tuple[str, ...]
    articles: tuple[str, ...]
    kept: dict[str, str]
    borne: dict[str, str | None]


@dataclass(frozen=True)
class FeesView:
    """``kept`` is what each payer's payments for the suit stand at, ``borne`` what of it stays there, if settled.

    ``relief`` is the last asked from the suit's fee (None), and from each counterclaim's (its record).
    ``rest_unpaid`` says of each payer the step by which half goes back where the suit counts as withdrawn (解释199).
    """

    case: Case
    full: str
    due: str
    now: str
    steps: tuple[str, ...]
    articles: tuple[str, ...]
    payments: list[dict[str, Any]]
    relief: dict[str | None, Approval]
    approvers: list[tuple[str, str]]
    account: dict[str, str]
    refunds: list[dict[str, Any]]
    kept: dict[str, str]
    borne: dict[str, str | None]
    rest_unpaid: dict[str, str]
    effective_on: str | None
    mediated_first: bool
    counterclaims: list[CounterclaimFee]
    reviews: list[Review]
    reviewers: list[tuple[str, str]]


def view(desk: Desk, case_id: str) -> FeesView:
    """What the case costs, why, what was paid, forgiven and sent back."""
    case = load_case(desk.database, case_id)
    court = read_court(desk.database)
    fee = fee_of(desk.database, case)
    approvers = [(o["id"], o["name"]) for o in court.officers if o["role"] in ("division_chief", "president")]
    return FeesView(
        case,
        f"{fee.full:.2f}",
        f"{fee.due:.2f}",
        f"{due_now(desk.database, case):.2f}",
        fee.steps,
        fee.articles,
        payments_of(desk.database, case_id),
        {
            record: relief
            for record in (None, *(one.record for one in case.counterclaims))
            if (relief := relief_of(desk.database, case_id, record)) is not None
        },
        approvers,
        dict(court.account),
        refunds_of(desk.database, case_id),
        *_stays(desk, case, None),
        _rest_unpaid(desk, case),
        effective.isoformat() if (effective := dates_of(desk.database, case).effective_on) is not None else None,
        waits_for_mediation(desk.database, case),
        [_counterclaim(desk, case, one) for one in case.counterclaims if one.joined],
        reviews_of(desk.database, case_id),
        [(o["id"], o["name"]) for o in court.officers if o["role"] in ("judge", "president")],
    )


def _counterclaim(desk: Desk, case: Case, one: Counterclaim) -> CounterclaimFee:
    fee = fee_of(desk.database, case, one)
    now = f"{due_now(desk.database, case, one):.2f}"
    sums = f"{fee.full:.2f}", f"{fee.due:.2f}", now
    return CounterclaimFee(one.record, one.by, *sums, fee.steps, fee.articles, *_stays(desk, case, one))


def _stays(desk: Desk, case: Case, one: Counterclaim | None) -> tuple[dict[str, str], dict[str, str | None]]:
    kept = kept_of(desk.database, case.id, one.record if one is not None else None)
    borne = {payer: to_be_borne(desk.database, case, payer, one) for payer in kept}
    return (
        {payer: f"{sum_:.2f}" for payer, sum_ in kept.items()},
        {payer: None if sum_ is None else f"{sum_:.2f}" for payer, sum_ in borne.items()},
    )


def _rest_unpaid(desk: Desk, case: Case) -> dict[str, str]:
    changes = {payer: rest_unpaid(desk.database, case, payer) for payer in kept_of(desk.database, case.id)}
    return {payer: "；".join(change.steps) for payer, change in changes.items() if change is not None}


def pay(desk: Desk, case: str, values: dict[str, Any]) -> None:
    """The payment is on the record of the case."""
    take_payment(desk, case, **values)


def relieve(desk: Desk, case: str, values: dict[str, Any]) -> None:
    """The application for relief, and its answer where there is one, is on record."""
    decide_relief(desk, case, **values)


def cash_of(desk: Desk, day: str) -> tuple[list[dict[str, Any]], str]:
    """The day's cash payments with their case numbers, and the total."""
    payments, total = cash_list(desk.database, day)
    rows = []
    for number, payment in enumerate(payments):
        case = load_case(desk.database, payment["case"])
        payer = case.party(payment["payer"]).name
        rows.append({**payment, "id": number, "number": case.number, "payer_name": payer})
    return rows, f"{total:.2f}"
