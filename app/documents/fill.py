"""Draws the blanks that every paper shares from the case: court, numbers, parties, claims, evidence, officers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.cases.court import Court, read_court
from app.cases.fee import fee_of_claims
from app.cases.model import CLAIMANTS, PROCEDURE_NAMES, ROLE_NAMES, Case, Counterclaim, Party
from app.cases.store import load_case
from app.rules.amounts import cn_date
from app.rules.causes import form_for
from app.rules.days import parse_date
from app.rules.elements import in_order
from app.storage.database import Database

SIDES = tuple(ROLE_NAMES)
"""The order in which papers name the parties: who claims, who answers, third parties (民事诉讼文书样式)."""

OFFICER_TITLES = {
    "judge": "审判员",
    "assistant_judge": "法官助理",
    "clerk": "书记员",
    "assessor": "人民陪审员",
    "division_chief": "庭长",
    "president": "院长",
    "filing_officer": "立案工作人员",
    "administrator": "管理员",
}


def shared_blanks(database: Database, case: str | None, made_on: str) -> dict[str, Any]:
    """The blanks of ``templates/shared.toml`` as the case now stands; ``case`` None for a paper of no case."""
    court = read_court(database)
    blanks: dict[str, Any] = {"court": court_blank(court), "made_on": made_on}
    if case is None:
        blanks["officers"] = [_officer(court, officer) for officer in court.officers]
        for name, roles in (("judge", ("judge",)), ("clerk", ("clerk",))):
            officer = court.first_officer(*roles)
            if officer:
                blanks[name] = {"name": officer["name"], "title": OFFICER_TITLES[officer["role"]]}
        return blanks
    held = load_case(database, case)
    return blanks | {
        "case": case_blank(court, held),
        "parties": [
            party_blank(party, held.standing_of(party))
            # A third party that goes on as plaintiff stands first (解释237).
            for party in sorted(by_side(held.parties), key=lambda party: not held.goes_on_as_plaintiff(party))
        ],
        "claims": [{"kind": claim.kind, "amount": _text(claim.amount), "text": claim.text} for claim in held.claims],
        "counterclaims": [_counterclaim(court, held, one) for one in held.heard_together],
        "evidence": [
            {
                "number": item.number,
                "name": item.name,
                "by_name": held.party(item.by).name,
                "original": item.original,
                "pages": item.pages,
                "copies": 1,
                "proves": item.proves,
            }
            for item in held.evidence
        ],
        "judge": _officer(court, court.officer(held.fields["judge"])),
        "clerk": _officer(court, court.officer(held.fields["clerk"])),
        "officers": [{**_officer(court, officer), "id": officer["id"]} for officer in court.officers],
    }


def _counterclaim(court: Court, case: Case, counterclaim: Counterclaim) -> dict[str, Any]:
    fee = fee_of_claims(court, case, counterclaim)
    return {
        "standing": "有独立请求权的第三人" if counterclaim.independent else "反诉原告",
        "by_name": case.party(counterclaim.by).name,
        "asks": "诉讼请求" if counterclaim.independent else "反诉请求",
        "claims": [claim.text for claim in counterclaim.claims],
        "facts": counterclaim.facts,
        "fee_full": f"{fee.full:.2f}",
        "fee_due": f"{fee.due:.2f}",
    }


def court_blank(court: Court) -> dict[str, Any]:
    """The court as papers name it."""
    short = court.name
    for ending in ("省", "市"):
        _, found, rest = short.partition(ending)
        short = rest if found and rest else short
    return {
        "name": court.name,
        "short": short,
        "code": court.code,
        "tribunal": court.tribunal,
        "superior": court.superior,
        "account": dict(court.account),
        "practice": court.practice,
    }


def case_blank(court: Court, case: Case) -> dict[str, Any]:
    """The case as papers name it, with the fee as it stands now."""
    filed_on = str(case.fields["filed_on"])
    fee = fee_of_claims(court, case)
    return {
        "number": case.number,
        "cause": case.cause,
        "procedure": PROCEDURE_NAMES.get(case.procedure, case.procedure),
        "procedure_code": case.procedure,
        "public": bool(case.fields["public"]),
        "closed_on_application": bool(case.fields.get("closed_on_application_of")),
        "filed_on": str(case.fields["filed_at"])[:10],
        "accepted_on": filed_on,
        "fee_full": f"{fee.full:.2f}",
        "fee_due": f"{fee.due:.2f}",
        "fee_kind": fee.kind,
        "dispute_amount": f"{fee.dispute_amount:.2f}" if fee.dispute_amount else None,
        "facts": f"{case.fields['facts']}{_suit_ended(case)}",
        "elements": in_order(
            case.fields.get("elements", {}), form_for(case.cause, parse_date(filed_on, at="filed_on"))
        ),
    }


def by_side(parties: Sequence[Party]) -> list[Party]:
    """The parties as papers name them one after another: who claims, who answers, third parties."""
    return sorted(parties, key=lambda party: SIDES.index(party.role))


def _suit_ended(case: Case) -> str:
    """What later papers say of a suit that was withdrawn while a counterclaim went on (解释237, 239)."""
    if not (case.suit_ended and case.goes_on):
        return ""
    claimants = "、".join(f"{party.role_name}{party.name}" for party in case.parties if party.role in CLAIMANTS)
    how = f"准许{claimants}撤回起诉" if case.suit_ended == "withdrawn" else f"本诉按{claimants}撤诉处理"
    stop = "" if case.fields["facts"].endswith("。") else "。"
    return f"{stop}{cn_date(parse_date(case.suit_ended_on, at='on'))}，本院裁定{how}，{case.goes_on}继续审理。"


def party_blank(party: Party, standing: str) -> dict[str, Any]:
    """The party as papers name it, with its introduction in full; ``standing`` is 被告, or 被告（反诉原告）."""
    data = party.data
    return {
        "id": party.key,
        "role": party.role,
        "role_name": standing,
        "name": party.name,
        "kind": party.kind,
        "id_type": data.get("id_type"),
        "id_no": data.get("id_no"),
        "sex": data.get("sex"),
        "born": data.get("born"),
        "ethnicity": data.get("ethnicity"),
        "occupation": data.get("occupation"),
        "address": data["address"],
        "phone": data.get("phone"),
        "representative": data.get("representative"),
        "needs": list(data.get("needs", ())),
        "agents": [
            {"name": a.name, "firm": a.firm, "authority": a.authority, "powers": list(a.powers)} for a in party.agents
        ],
        "intro": introduction(party, standing),
    }


def introduction(party: Party, standing: str) -> str:
    """原告：张三，男，1952年4月16日出生，汉族，农民，住…; representative and agents each on a line (民诉155; 样式)."""
    data = party.data
    if party.kind == "natural_person":
        born = f"{cn_date(parse_date(data['born'], at='born'))}出生" if data.get("born") else None
        parts = [
            party.name,
            data.get("sex"),
            born,
            data.get("ethnicity"),
            data.get("occupation"),
            f"住{data['address']}",
        ]
        lines = [f"{standing}：{'，'.join(str(part) for part in parts if part)}。"]
    else:
        lines = [f"{standing}：{party.name}，住所地{data['address']}。"]
        representative: Mapping[str, Any] = data.get("representative") or {}
        if representative.get("name"):
            title = "法定代表人" if party.kind == "legal_person" else "主要负责人"
            post = f"，{representative['post']}" if representative.get("post") else ""
            lines.append(f"{title}：{representative['name']}{post}。")
    for agent in party.agents:
        firm = f"，{agent.firm}" if agent.firm else "，该单位工作人员" if agent.kind == "staff" else ""
        lawyer = "律师" if firm.endswith("事务所") else ""
        relation = f"（{party.name}的{agent.relation}）" if agent.relation else ""
        lines.append(f"{agent.title}：{agent.name}{relation}{firm}{lawyer}。")
    return "\n".join(lines)


def _officer(court: Court, officer: Mapping[str, str]) -> dict[str, str]:
    return {
        "name": officer["name"],
        "title": OFFICER_TITLES[officer["role"]],
        "role": officer["role"],
        "id": officer["id"],
    }


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
