"""Questions about who may and who decides: relief, approvals, cash on the spot, each party's appeal, causes."""

from collections.abc import Mapping

from app.errors import NeedsCorrection
from app.rules import spellings
from app.rules.appeals import appeals
from app.rules.approvals import RECUSAL_ROLES, RELIEF, deciders, matter
from app.rules.cash import permit_cash
from app.rules.causes import cause_table, known_tables
from app.rules.court_level import court_level
from app.rules.fee_changes import grant_relief, relief_grounds
from app.rules.messages import message
from app.rules.money import show
from app.rules.question_fields import (
    Json,
    Setting,
    day_from,
    flag_of,
    mapping_of,
    names_of,
    optional_text,
    procedure_of,
    term_of,
    text_of,
)
from app.rules.questions_of_money import inner_fee


def court_level_asked(question: Json, setting: Setting) -> Json:
    """级别管辖 by the sum at stake, against the ceilings that the court sets."""
    ceilings = {name: spellings.amount(value) for name, value in mapping_of(question, "ceilings").items()}
    flags = names_of(question, "flags") if question.get("flags") is not None else []
    amount = spellings.amount(question.get("amount"))
    found = court_level(amount, ceilings, seats=text_of(question, "seats", "same"), flags=flags)
    ceiling = {"ceiling": show(found.ceiling)} if found.ceiling is not None else {}
    return {"basic": found.basic, "article": found.article, "reasons": list(found.reasons), **ceiling}


def relief(question: Json, setting: Setting) -> Json:
    """What relief leaves to pay of the ``fee`` asked about, and who decides; or why the law does not know it."""
    kind = term_of(question, "kind", spellings.RELIEF)
    fee = inner_fee(question, "fee")
    try:
        found = grant_relief(
            kind,
            text_of(question, "article"),
            fee,
            natural_person=flag_of(question, "natural_person", unsaid=True),
            before_filing=flag_of(question, "before_filing", unsaid=True),
            amount=spellings.amount(question.get("amount")),
        )
    except NeedsCorrection as refusal:
        return _not_allowed(refusal)
    return {
        "allowed": True,
        "pays_now": show(found.pays_now),
        "forgiven": show(found.forgiven),
        "deferred": show(found.deferred),
        "decided_by": list(matter(kind).decided_by),
        "signed_by": matter(kind).signed_by,
        "steps": list(found.steps),
        "articles": list(found.articles),
        "notes": list(found.notes),
    }


def approval(question: Json, setting: Setting) -> Json:
    """Who decides a matter above the judge, on which grounds, and what holds until then."""
    kind = term_of(question, "kind", spellings.MATTERS)
    rule, about = matter(kind), mapping_of(question, "about")
    if kind == "recusal":
        about = {"role": _recused_role(about)}
    grounds = relief_grounds(kind) if kind in RELIEF else rule.grounds
    return {
        "decided_by": list(deciders(kind, about)),
        "signed_by": rule.signed_by,
        "article": rule.article,
        "pending": rule.pending,
        "pending_article": rule.pending_article,
        "grounds": [{"article": ground.article, "words": ground.words} for ground in grounds],
    }


def _recused_role(about: Mapping[str, object]) -> str:
    """The role of who is to step aside, which decides who decides (民诉49)."""
    role = term_of({"about.role": about.get("role")}, "about.role", spellings.ROLES)
    if role not in RECUSAL_ROLES:
        raise NeedsCorrection("fact_unknown", at="about.role", choices=RECUSAL_ROLES)
    return role


def cash(question: Json, setting: Setting) -> Json:
    """Whether a fee may be taken in cash on the spot (费用52¶3)."""
    try:
        permitted = permit_cash(names_of(question, "conditions"), optional_text(question, "ticket_no"))
    except NeedsCorrection as refusal:
        return _not_allowed(refusal)
    return {"allowed": True, "article": permitted.article}


def appeals_asked(question: Json, setting: Setting) -> Json:
    """Each party's own last day; ``served`` gives each party's day of service, null where it has none yet."""
    served = mapping_of(question, "served")
    if not served:
        raise NeedsCorrection("field_missing", at="served")
    found = appeals(
        term_of(question, "document", spellings.DOCUMENTS),
        {party: None if day is None else day_from(day, f"served.{party}") for party, day in served.items()},
        setting.calendar,
        procedure=procedure_of(question),
    )
    return {
        "by_party": {
            party: {"raw": _iso(own.raw), "last_day": _iso(own.last_day)} for party, own in found.by_party.items()
        },
        "until": _iso(found.until),
        "effective_on": _iso(found.effective_on),
        "calendar": found.calendar,
        "article": found.article,
    }


def cause(question: Json, setting: Setting) -> Json:
    """Causes found by name or pinyin initials in the table in force on the day ``on``, else in the newest."""
    on = question.get("on")
    table = known_tables()[-1] if on is None else cause_table(day_from(on, "on"))
    found = table.search(text_of(question, "text"))
    return {
        "version": table.version,
        "in_force_from": table.in_force_from.isoformat(),
        "verified": table.verified,
        "causes": [
            {
                "name": one.name,
                "number": one.number,
                "parent": one.parent,
                "group": one.group,
                "fee_kind": one.fee_kind,
                "procedure": one.procedure,
                "number_type": one.number_type,
                "elements": one.element_form(table.in_force_from) is not None,
            }
            for one in found
        ],
    }


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _not_allowed(refusal: NeedsCorrection) -> Json:
    """The refusal as an answer where the law says no; a question that cannot be read stays an error."""
    details: Mapping[str, object] = refusal.details
    if "article" not in details or "choices" in details:
        raise refusal
    told: Json = {
        "allowed": False,
        "article": details["article"],
        "code": refusal.code,
        "reason": message(refusal.code),
    }
    return {**told, "missing": details["missing"]} if "missing" in details else told
