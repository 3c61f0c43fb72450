"""What a day's file calls a paper, and what its papers print besides what the case itself tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.cases.court import Court
from app.cases.model import Case
from app.circuit.day_fees import relief_text
from app.documents.fill import OFFICER_TITLES
from app.documents.filters import sentence
from app.judgments.papers import document_of
from app.storage.database import Database

JUDGMENT = "civil_judgment"
UNSAID = "（巡回日文件未载）"
"""Stands where a paper's form asks for words of the judge that the file does not hold: none are put in his mouth."""
REFUSED_BY_LAW = "宣判前申请撤诉的，是否准许，由人民法院裁定。本案不符合准许撤诉的条件"
"""民诉148 ¶1, where the file gives no reason of its own for not granting a withdrawal."""
FREE = "本案不交纳案件受理费"
"""费用8(一): 特别程序."""
OTHER_FORMS = {"full": "ordinary", "summary": "simplified", "element": "elements", "writ": "brief", "table": "tabular"}
RULINGS_THAT_SAY_NO = (
    ("ruling_withdrawal", "ruling_withdrawal_refused"),
    ("ruling_confirmation", "ruling_confirmation_refused"),
    ("ruling_judicial_confirmation", "ruling_confirmation_refused"),
)
REFUSING = ("refused", "denied", "rejected", "dismissed", "not_granted", "not_permitted", "not_allowed")
FEE_PAPERS = (
    "civil_judgment_ordinary", "civil_judgment_simplified", "civil_judgment_elements", "civil_judgment_brief",
    "civil_judgment_tabular", "civil_mediation_statement", "ruling_withdrawal_granted",
)  # fmt: skip


def form_of(act: Mapping[str, Any]) -> str:
    """The form of the act's judgment; where the file leaves it open, that of its procedure (民诉155, 解释270, 280)."""
    form = str(act["judgment"].get("form") or act["procedure"])
    return OTHER_FORMS.get(form, form)


def paper_named(document: str, act: Mapping[str, Any]) -> str:
    """The paper's own name: ``civil_judgment`` is the act's judgment, and a form may go by its other name.

    So may a ruling that says no: the file calls it refused, denied or rejected.
    """
    for ruling, refused in RULINGS_THAT_SAY_NO:
        if document.startswith(ruling) and document.endswith(REFUSING):
            return refused
    if "judgment" not in act or not document.startswith(JUDGMENT):
        return document
    form = document.removeprefix(JUDGMENT).removeprefix("_")
    return document_of(OTHER_FORMS.get(form, form) if form else form_of(act))


def printed_besides(
    document: str, act: Mapping[str, Any], case: Case, court: Court, database: Database
) -> dict[str, Any]:
    """Blanks from the act itself: the panel that sat, what relief was given from fees, and the judge's own reasons."""
    blanks: dict[str, Any] = {}
    if panel := panel_of(act, case, court):
        blanks["panel"] = panel
    if document == "ruling_withdrawal_granted" and case.procedure == "special":
        blanks["fee_text"] = FREE
    elif document in FEE_PAPERS and (text := relief_text(act, case, database)):
        # It says of the relief what the paper would say in a sentence of its own.
        blanks |= {"fee_text": text, "fee_relief": None}
    if document == "ruling_withdrawal_refused":
        blanks["reasons"] = written(act["withdrawal"].get("reasons")) or REFUSED_BY_LAW
    if document == "ruling_confirmation_refused":
        blanks["reasons"] = written(act["outside_agreement"].get("reasons")) or UNSAID
    if document == "civil_judgment_ordinary":
        said = {"facts_found": found_of(act["judgment"]), "reasons": written(act["judgment"].get("reasons"))}
        blanks |= {name: UNSAID for name, words in said.items() if not words}
    if document == "civil_judgment_elements":
        told = {name: act["judgment"][name] for name in ("undisputed", "disputed") if name in act["judgment"]}
        blanks |= {**told, "claimed": None} if told else {}
    return blanks


def panel_of(act: Mapping[str, Any], case: Case, court: Court) -> list[dict[str, Any]]:
    """The panel of an ordinary procedure (民诉40): the case's judge presides, with those who sign beside him.

    Empty where he sits alone.
    """
    if case.procedure != "ordinary":
        return []
    signing = {sign["who"] for sign in act.get("signing", ())}
    beside = [
        {"id": officer["id"], "name": officer["name"], "title": OFFICER_TITLES[officer["role"]]}
        for officer in court.officers
        if officer["role"] in ("judge", "assessor")
        and officer["id"] in signing
        and officer["id"] != case.fields["judge"]
    ]
    presiding = court.officer(case.fields["judge"])
    return [{"id": presiding["id"], "name": presiding["name"], "title": "审判长"}, *beside] if beside else []


def found_of(judgment: Mapping[str, Any]) -> str | None:
    """What the court found, whatever the file calls it."""
    return next((text for name in ("facts_found", "found", "facts") if (text := written(judgment.get(name)))), None)


def written(told: Any) -> str | None:
    """A text, or several as one; None where nothing is said."""
    said = [told] if isinstance(told, str) else [sentence(one) for one in told or () if one.strip()]
    return "\n".join(said) or None
