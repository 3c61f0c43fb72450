"""Questions about money: fees, what a change does to them, application fees, interest."""

from app.errors import NeedsCorrection
from app.rules import spellings
from app.rules.application_fees import application_fee
from app.rules.fee_changes import change_claims, convert_to_ordinary, refund_after_closing, top_up_not_paid
from app.rules.fees import CaseFee, case_fee, who_bears
from app.rules.interest import (
    Interest,
    interest,
    interest_at_lpr,
    interest_of_private_loan,
    known_lpr,
    late_performance_interest,
    parse_rate,
)
from app.rules.money import show
from app.rules.question_fields import (
    Json,
    Setting,
    claims_of,
    day_from,
    flag_of,
    from_to,
    inner_question,
    optional_term,
    province_of,
    sum_of,
    term_of,
    text_of,
)


def case_fee_of(question: Json) -> CaseFee:
    """The fee of a ``fee`` question."""
    return case_fee(
        claims_of(question),
        province_of(question),
        term_of(question, "procedure", spellings.PROCEDURES, "ordinary"),
        optional_term(question, "closed", spellings.CLOSINGS),
        text_of(question, "rounding", "fen"),
        merged=flag_of(question, "merged", "counterclaim"),
        deemed_halved=flag_of(question, "deemed_halved", unsaid=True),
    )


def inner_fee(question: Json, name: str) -> CaseFee:
    """The fee of the ``fee`` question that another holds under ``name``; a refusal says where in it."""
    inner = inner_question(question, name)
    try:
        return case_fee_of(inner)
    except NeedsCorrection as refusal:
        raise NeedsCorrection(refusal.code, **{**refusal.details, "at": f"{name}.{refusal.details['at']}"}) from None


def fee(question: Json, setting: Setting) -> Json:
    fee = case_fee_of(question)
    borne = who_bears(optional_term(question, "closed", spellings.CLOSINGS), fee)
    return {
        "full": show(fee.full),
        "due": show(fee.due),
        "steps": list(fee.steps),
        "articles": list(fee.articles),
        "kind": fee.kind,
        "dispute_amount": show(fee.dispute_amount),
        "halved": fee.halved,
        **({"borne_by": borne[0], "borne_article": borne[1]} if borne is not None else {}),
    }


def application(question: Json, setting: Setting) -> Json:
    fee = application_fee(
        text_of(question, "kind").strip(),
        spellings.amount(question.get("amount")),
        province_of(question),
        text_of(question, "rounding", "fen"),
    )
    return {
        "full": show(fee.due),
        "due": show(fee.due),
        "steps": list(fee.steps),
        "articles": list(fee.articles),
        "prepaid": fee.prepaid,
        "borne_by": fee.borne_by,
    }


_CHANGES = ("claims", "to_ordinary", "top_up_not_paid", "closed")


def fee_change(question: Json, setting: Setting) -> Json:
    """What is topped up, goes back or stays with whom after ``change``; ``before`` and ``after`` are fees asked for."""
    change = text_of(question, "change")
    if change == "claims":
        before, after = (inner_fee(question, name) for name in ("before", "after"))
        found = change_claims(before, after, inquiry_closed=flag_of(question, "inquiry_closed"))
    elif change in ("to_ordinary", "top_up_not_paid"):
        conclude = convert_to_ordinary if change == "to_ordinary" else top_up_not_paid
        found = conclude(inner_fee(question, "before"), sum_of(question, "paid"))
    elif change == "closed":
        due = inner_fee(question, "after").due
        found = refund_after_closing(sum_of(question, "paid"), due)
    else:
        raise NeedsCorrection("fee_change_unknown", at="change", choices=_CHANGES)
    return {
        "top_up": show(found.top_up),
        "refund": show(found.refund),
        "borne": show(found.borne),
        "steps": list(found.steps),
        "articles": list(found.articles),
    }


def interest_asked(question: Json, setting: Setting) -> Json:
    """Interest at a ``rate``, capped where ``contract_on`` says it is a private loan; without a rate, at the LPR."""
    principal, start, end = sum_of(question, "principal"), *from_to(question)
    table, rate = known_lpr(), spellings.amount(question.get("rate"))
    if rate is None:
        times = spellings.amount(question.get("multiple"))
        multiple = parse_rate(1 if times is None else times, at="multiple")
        found = interest_at_lpr(principal, start, end, table, multiple=multiple)
    elif question.get("contract_on") is None:
        found = interest(principal, rate, start, end)
    else:
        sued = question.get("sued_on")
        found = interest_of_private_loan(
            principal,
            rate,
            start,
            end,
            table,
            contract_on=day_from(question["contract_on"], "contract_on"),
            sued_on=None if sued is None else day_from(sued, "sued_on"),
        )
    by_table = rate is None or question.get("contract_on") is not None
    return {**_earned(found), **({"lpr_source": table.source, "lpr_verified": table.verified} if by_table else {})}


def late_interest(question: Json, setting: Setting) -> Json:
    found = late_performance_interest(sum_of(question, "principal"), *from_to(question))
    return {**_earned(found), "article": "民诉264"}


def _earned(found: Interest) -> Json:
    return {"amount": show(found.amount), "days": found.days, "steps": list(found.steps)}
