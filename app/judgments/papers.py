"""The blanks of decisions' papers: judgments in each form, 宣判笔录, the ruling on withdrawal; and of appeals."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.cases.appeals import Appeal
from app.cases.attendance import attendance as rows_of
from app.cases.model import CLAIMANTS, Case
from app.documents.enforceable import gaps
from app.documents.proofread import lookups, order_lines
from app.documents.store import Paper
from app.intake.papers import defence_words, form_of
from app.intake.store import Defence
from app.judgments.store import Decision
from app.rules.appeals import dissolves_marriage
from app.rules.elements import in_order, settle

NOT_CHECKED = "未核查"
_LOOKED_UP = {"related_cases": "关联案件", "lender": "职业放贷人"}
_LACKS = {
    "subject": "没有写明履行主体",
    "object": "没有写明履行对象",
    "amount": "没有写明数额",
    "period": "没有写明期限",
}
WITH_ELEMENTS = ("civil_judgment_elements", "civil_judgment_tabular")


def document_of(form: str) -> str:
    """The template of a form of judgment."""
    return f"civil_judgment_{'brief' if form == 'small_claims' else form}"


def judgment_document(decision: Decision) -> str:
    """The template of the judgment's form."""
    return document_of(decision.fields["form"])


def judgment(
    decision: Decision,
    attendance: list[dict[str, Any]],
    case: Case | None = None,
    defences: Sequence[Defence] = (),
) -> dict[str, Any]:
    """判决书 (民诉155): orders, laws, what the judge wrote, and what the parties said; nothing is added to it.

    Of the ``case`` with its ``defences`` the answers are printed, and in the 要素式 and 表格式 forms the elements:
    what is agreed, and what is disputed with both positions and the judge's finding. An element nobody answered is
    printed as the plaintiff states it.
    """
    fields = decision.fields
    blanks = {"orders": fields["orders"], "laws": fields["laws"], **_fee(fields)}
    document = judgment_document(decision)
    if document == "civil_judgment_brief":
        # 令状式 has neither findings nor reasons (解释280).
        return blanks
    answers = [
        {"by_name": f"{case.standing_of(case.party(one.by))}{case.party(one.by).name}", "text": defence_words(one)}
        for one in defences
        if case is not None
    ]
    written = {
        "answers": fields.get("answers") or answers,
        "facts_found": fields.get("found"),
        "reasons": fields.get("reasons"),
        "attendance": attendance,
    }
    blanks |= {name: value for name, value in written.items() if value is not None}
    if case is None or document not in WITH_ELEMENTS:
        return blanks
    if case.suit_ended:
        return blanks | {"undisputed": None, "disputed": None}
    # Who answers a counterclaim says nothing to the elements of the suit, which are its own.
    defences = [one for one in defences if case.party(one.by).role not in CLAIMANTS]
    agreed, disputed = elements_found(case, defences, fields.get("findings") or {})
    if document == "civil_judgment_elements" and not defences:
        claimed = in_order(case.fields.get("elements", {}), form_of(case))
        blanks["claimed"] = [{"name": name, "value": value} for name, value in claimed.items()] or None
    return blanks | {"undisputed": agreed or None, "disputed": disputed or None}


def elements_found(
    case: Case, defences: Sequence[Defence], findings: Mapping[str, Mapping[str, str]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of the elements that are agreed, and of those that are not, each with both positions and the finding."""
    names = {one.by: f"{case.party(one.by).role_name}{case.party(one.by).name}" for one in defences}
    claimants = "、".join(party.name for party in case.parties if party.role in CLAIMANTS)
    settled = settle(case.fields.get("elements", {}), {one.by: one.elements for one in defences}, form_of(case))
    agreed = [{"name": one.name, "value": one.value} for one in settled if one.agreed and one.value]
    disputed = []
    for one in settled:
        if one.agreed:
            continue
        positions = [f"原告{claimants}主张：{one.value}"] if one.value else []
        for by, says in one.positions.items():
            positions.append(f"{names[by]}辩称：{says}" if says else f"{names[by]}有异议")
        if one.why == "silent":
            positions.append("对方没有表示意见")
        elif one.why == "status":
            positions.append("各方陈述一致，因涉及身份关系由本院查明")
        found = findings.get(one.name, {})
        row = {"name": one.name, "positions": "；".join(text.rstrip("。；") for text in positions)}
        disputed.append({**row, "finding": found.get("finding"), "reason": found.get("reason")})
    return agreed, disputed


def pronouncement_record(
    decision: Decision, attendance: list[dict[str, Any]], *, on_the_spot: bool, observers: int | None
) -> dict[str, Any]:
    """宣判笔录 (民诉151; 解释141); of a divorce granted it tells that nobody marries before it takes effect (¶4)."""
    fields = decision.fields
    return {
        "pronouncement": {
            "announced_at": fields["announced_at"],
            "place": fields["announced_place"],
            "on_the_spot": on_the_spot,
            "observers": observers,
            "divorce_granted": dissolves_marriage(fields["orders"]),
        },
        "orders": fields["orders"],
        **_fee(fields),
        "attendance": attendance,
    }


def withdrawal_ruling(case: Case, decision: Decision) -> dict[str, Any]:
    """准许或者不准许撤诉的裁定书 (民诉148); granted, the plaintiff bears the halved fee (费用34)."""
    fields = decision.fields
    told = {"by_name": _applicants(case, decision), "at": decision.at, "reason": fields["reason"]}
    if not fields["granted"]:
        return {"withdrawal": told}
    return {"withdrawal": {**told, "granted": True}, "fee_borne_by": _withdrew(case, decision), **_goes_on(case)}


def deemed_withdrawal_ruling(case: Case, decision: Decision) -> dict[str, Any]:
    """按撤诉处理的裁定书 (民诉146; 解释199, 213)."""
    fields = decision.fields
    taken: dict[str, Any] = {name: fields[name] for name in ("paid", "kept") if name in fields}
    who, borne = _applicants(case, decision), _withdrew(case, decision)
    return {"ground": fields["ground"], "who": who, "fee_borne_by": borne, **taken, **_goes_on(case)}


def _applicants(case: Case, decision: Decision) -> str:
    """Whose suit ends: the key of one, which the paper names by all that he is, or 原告张三、原告李四."""
    if len(decision.fields["by"]) == 1:
        return str(decision.fields["by"][0])
    return "、".join(f"{case.party(key).role_name}{case.party(key).name}" for key in decision.fields["by"])


def _withdrew(case: Case, decision: Decision) -> str:
    """Who bears the fee of what was withdrawn (费用34)."""
    return _applicants(case, decision) + ("共同" if len(decision.fields["by"]) > 1 else "")


def _goes_on(case: Case) -> dict[str, Any]:
    """What is heard on after a suit that ended alone (解释237, 239)."""
    return {"goes_on": case.goes_on} if case.suit_ended and case.goes_on else {}


def absent_note(case: Case, attendance: Sequence[Mapping[str, Any]], summoned: Collection[str]) -> str | None:
    """被告李四经传票传唤，无正当理由拒不到庭…: who stayed away although the summons reached him (民诉147; 解释240).

    ``summoned`` are the keys of the parties on whom a summons was served; somebody else who was not there is not said
    to be absent without reason.
    """
    there = {row["box"].partition(":")[2] for row in attendance if row["present"]}
    away = [
        party
        for party in case.parties
        if party.role not in CLAIMANTS and party.key not in there and party.key in summoned
    ]
    if not away or not there:
        return None
    who = "、".join(f"{party.role_name}{party.name}" for party in away)
    tried = "，本院依法缺席审理" if any(party.role != "third_party" for party in away) else ""
    return f"{who}经传票传唤，无正当理由拒不到庭{tried}"


def withdrawal_application(
    case: Case, decision: Decision, applicant: str, attendance: list[dict[str, Any]]
) -> dict[str, Any]:
    """That party's 撤诉申请书 (民诉148) as the ruling on it recites it."""
    against = [party.key for party in case.parties if party.role not in CLAIMANTS]
    signers = [row for row in attendance if row["present"] and row["box"].endswith(f":{applicant}")]
    return {
        "applicant": applicant,
        "against": "、".join(f"{case.party(key).role_name}{case.party(key).name}" for key in against),
        "reason": decision.fields["reason"],
        "attendance": signers,
    }


def civil_appeal(
    case: Case, appeal: Appeal, appealed: Paper, number: str, thumbs: Collection[str] = ()
) -> dict[str, Any]:
    """上诉状 (民诉172) for a party that brought none of its own: with one copy for each other party (民诉173)."""
    told = _appealed(appeal, appealed, number)
    told |= {"against": list(appeal.against), "request": appeal.request, "reasons": appeal.reasons}
    signer = case.party(appeal.by).signing_key
    rows = [row for row in rows_of(case, [signer], thumbs=thumbs) if row["present"]]
    return {"appeal": {**told, "copies": len(case.parties) - 1}, "attendance": rows}


def appeal_notice(case: Case, appeal: Appeal, appealed: Paper, number: str, *, late: bool) -> dict[str, Any]:
    """送达上诉状副本通知书 to all other parties (民诉174)."""
    return {
        "told": [party.name for party in case.parties if party.key != appeal.by],
        "appeal": {**_appealed(appeal, appealed, number), "on": appeal.at[:10], "late": late},
        "enclosures": ["民事上诉状副本"],
    }


def _appealed(appeal: Appeal, appealed: Paper, number: str) -> dict[str, Any]:
    return {"by": appeal.by, "judged_on": appealed.made_on, "paper": f"{number}{appealed.title}"}


def document_release(case: Case, paper: Paper) -> dict[str, Any]:
    """裁判文书签发稿 of an issued paper: what proofreading found, and what was looked up or, openly, was not.

    Whether its orders can be enforced is asked again of the words it was issued with.
    """
    parties = [party.name for party in case.parties]
    open_ends = [
        f"“{gap.clause}”{_LACKS[gap.what]}" for _, text in order_lines(paper.blanks) for gap in gaps(text, parties)
    ]
    checks = [
        (
            "文书校对",
            f"与案件有不一致之处，签发理由：{paper.despite}"
            if paper.despite
            else "姓名、案号、金额、日期和上诉告知与案件一致",
        ),
        ("可执行性", "；".join(open_ends) or "各项均写明履行主体、对象、数额和期限"),
    ]
    checks += [(_LOOKED_UP[name], paper.checked.get(name) or NOT_CHECKED) for name in lookups(paper.title, case.cause)]
    return {
        "release": {
            "title": paper.title,
            "version": 1,
            "addressed_to": parties,
            "opinion": "同意签发",
            "digest": paper.digest,
        },
        "checks": [{"what": what, "result": result} for what, result in checks],
    }


def _fee(fields: Mapping[str, Any]) -> dict[str, Any]:
    borne = {"fee_borne_by": fields["fee_borne_by"]}
    return {**borne, "fee_text": fields["fee_text"]} if fields.get("fee_text") else borne
