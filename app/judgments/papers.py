"""The blanks of decisions' papers: judgments in each form, 宣判笔录, the ruling on withdrawal."""

from __future__ import annotations

from typing import Any

from app.cases.model import Case
from app.judgments.store import Decision


def document_of(form: str) -> str:
    """The template of a form of judgment."""
    return f"civil_judgment_{'brief' if form == 'small_claims' else form}"


def judgment_document(decision: Decision) -> str:
    """The template of the judgment's form."""
    return document_of(decision.fields["form"])


def judgment(decision: Decision, attendance: list[dict[str, Any]]) -> dict[str, Any]:
    """判决书 (民诉155): orders, laws and what the judge wrote; nothing is added to it."""
    fields = decision.fields
    blanks = {"orders": fields["orders"], "laws": fields["laws"], "fee_borne_by": fields["fee_borne_by"]}
    if judgment_document(decision) == "civil_judgment_brief":
        # 令状式 has neither findings nor reasons (解释280).
        return blanks
    written = {
        "answers": fields.get("answers") or [],
        "facts_found": fields.get("found"),
        "reasons": fields.get("reasons"),
        "attendance": attendance,
    }
    return blanks | {name: value for name, value in written.items() if value is not None}


def pronouncement_record(
    decision: Decision, attendance: list[dict[str, Any]], *, on_the_spot: bool, observers: int | None
) -> dict[str, Any]:
    """宣判笔录 (民诉151; 解释141)."""
    fields = decision.fields
    return {
        "pronouncement": {
            "announced_at": fields["announced_at"],
            "place": fields["announced_place"],
            "on_the_spot": on_the_spot,
            "observers": observers,
        },
        "orders": fields["orders"],
        "fee_borne_by": fields["fee_borne_by"],
        "attendance": attendance,
    }


def withdrawal_ruling(case: Case, decision: Decision) -> dict[str, Any]:
    """准许撤诉的裁定书 (民诉148); the plaintiff bears the halved fee (费用34)."""
    fields = decision.fields
    return {
        "withdrawal": {
            "by_name": case.party(fields["by"]).name,
            "at": decision.at,
            "reason": fields["reason"],
            "granted": fields["granted"],
        },
        "fee_borne_by": fields["by"],
    }
