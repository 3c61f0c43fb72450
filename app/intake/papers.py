"""The blanks of filing's papers: 起诉状, 答辩状, 口头起诉笔录, 材料清单, 受理与应诉通知, 告知书, 送达地址确认书."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from app.cases.attendance import attendance
from app.cases.model import CLAIMANTS, Agent, Case, Counterclaim, Party, split_person
from app.intake.store import Defence, ReceivedFiling
from app.rules.causes import form_for
from app.rules.elements import Element, ElementForm, asked_of_every_cause, in_order


def claimants_of(case: Case) -> list[str]:
    """Who came to file: a natural person in person, an organisation by its agent, a child by its statutory one."""
    return [party.signing_key for party in case.parties if party.role in CLAIMANTS]


def form_of(case: Case) -> ElementForm | None:
    """The form of elements (要素) in force when the case was filed; None where its cause has none."""
    return form_for(case.cause, _filed_on(case))


def complaint(case: Case, thumbs: Collection[str] = ()) -> tuple[str, dict[str, Any]]:
    """起诉状 (民诉123, 124) and its template: the element form (要素式) where the cause has one, else running text.

    What nobody has said yet is left as boxes and lines to fill by hand.
    """
    defendants = sum(1 for party in case.parties if party.role not in CLAIMANTS)
    rows = [row for row in attendance(case, claimants_of(case), thumbs=thumbs) if row["present"]]
    blanks: dict[str, Any] = {"copies": max(1, defendants), "attendance": rows}
    form = form_of(case)
    if form is None:
        return "civil_complaint", {**blanks, "witnesses": []}
    asked = (*form.elements, *asked_of_every_cause(_filed_on(case)))
    said = in_order(case.fields.get("elements", {}), form)
    blanks["form"] = {
        section: [_row(one, said.get(one.name)) for one in asked if one.section == section and one.by != "defendant"]
        for section in ("claims", "facts", "wishes")
    }
    known = {one.name for one in asked}
    blanks["form"]["others"] = [{"name": name, "value": said[name]} for name in said if name not in known]
    return "civil_complaint_elements", blanks


def statement_of_defence(
    case: Case, by: str, defence: Defence | None = None, thumbs: Collection[str] = ()
) -> tuple[str, dict[str, Any]]:
    """答辩状 of one party (民诉128) and its template: the element form where the cause has one, else running text.

    Without a defence on record it is a form for that party to fill by hand.
    """
    party = case.party(by)
    rows = [row for row in attendance(case, [party.signing_key], thumbs=thumbs) if row["present"]]
    copies = sum(1 for one in case.parties if one.role in CLAIMANTS)
    blanks: dict[str, Any] = {"answering": by, "copies": max(1, copies), "attendance": rows}
    answers = defence.answers if defence is not None else []
    form = form_of(case)
    if form is None:
        return "statement_of_defence", {**blanks, "answers": answers}
    claimed = in_order(case.fields.get("elements", {}), form)
    said = defence.elements if defence is not None else {}
    asked = (*form.elements, *asked_of_every_cause(_filed_on(case)))
    by_claim = {row["claim"]: row["text"] for row in answers}
    blanks["form"] = {
        "claims": [{"text": claim.text, "answer": by_claim.pop(claim.text, None)} for claim in case.claims],
        "facts": [
            {
                "ask": one.ask,
                "claimed": claimed.get(one.name),
                "answer": None if one.name not in said else "agreed" if said[one.name].agrees else "denied",
                "says": said[one.name].says if one.name in said else None,
            }
            for one in asked
            if one.section == "facts" and one.by != "defendant"
        ],
        "own": [_row(one, said[one.name].says if one.name in said else None) for one in asked if one.by == "defendant"],
        "wishes": [_row(one, None) for one in asked if one.section == "wishes"],
        "others": [text for text in by_claim.values() if text],
    }
    return "statement_of_defence_elements", blanks


def oral_defence_record(case: Case, defences: Sequence[Defence], thumbs: Collection[str] = ()) -> dict[str, Any]:
    """口头答辩笔录 (民诉128; 简易7) of those who answered by mouth, in their order."""
    present = [one.by for one in defences]
    rows = [row for row in attendance(case, present, thumbs=thumbs) if row["present"]]
    first = defences[0].fields
    return {
        "session": {"at": first["at"], "place": first["place"]},
        "answers": [{"by_name": one.by, "text": defence_words(one)} for one in defences],
        "attendance": rows,
    }


def defence_words(defence: Defence) -> str:
    """A defence as one sentence after another: to the claims, then to the elements it disputes, then what it agrees."""
    words = [f"对“{row['claim']}”，{row['text']}" if row["claim"] else row["text"] for row in defence.answers]
    words += [f"对{name}有异议：{one.says}" for name, one in defence.elements.items() if not one.agrees and one.says]
    words += [f"对{name}有异议" for name, one in defence.elements.items() if not one.agrees and not one.says]
    agreed = [name for name, one in defence.elements.items() if one.agrees]
    if agreed:
        words.append(f"对{'、'.join(agreed)}没有异议")
    return "；".join(text.strip().rstrip("。；") for text in words) + "。"


def oral_filing_record(case: Case, thumbs: Collection[str] = ()) -> dict[str, Any]:
    """口头起诉笔录 (民诉123 ¶2; 解释265)."""
    rows = [row for row in attendance(case, claimants_of(case), thumbs=thumbs) if row["present"]]
    return {"filing": {"at": case.fields["filed_at"], "place": case.fields["place"]}, "attendance": rows}


def confirmation_application(
    case: Case, agreement: dict[str, Any], enclosures: list[str], thumbs: Collection[str] = ()
) -> dict[str, Any]:
    """司法确认申请书 (民诉205; 解释351–354), which both applicants sign."""
    return {
        "agreement": agreement,
        "enclosures": enclosures,
        "attendance": attendance(case, claimants_of(case), thumbs=thumbs),
    }


def evidence_receipt(case: Case, by: str) -> dict[str, Any]:
    """诉讼材料收取清单 of what one party handed in (证据19)."""
    return {
        "submitted_by": case.party(by).name,
        "received_at": case.fields["accepted_at"],
        "materials": [
            {"name": item.name, "original": item.original, "copies": 1, "pages": item.pages}
            for item in case.evidence
            if item.by == by
        ],
    }


def power_of_attorney(case: Case, key: str, agent: Agent, thumbs: Collection[str] = ()) -> dict[str, Any]:
    """授权委托书 of a party to one agent (民诉62): special authority says its powers."""
    return {
        "principal": key,
        "agent": {
            "name": agent.name,
            "firm": agent.firm,
            "authority": agent.authority,
            "powers": list(agent.powers) or None,
            "until": "第一审程序终结",
        },
        "attendance": [row for row in attendance(case, [key], thumbs=thumbs) if row["present"]],
    }


def representative_certificate(case: Case, key: str, thumbs: Collection[str] = ()) -> dict[str, Any]:
    """法定代表人（主要负责人）身份证明书 of an organisation (立案6; 解释50)."""
    party = case.party(key)
    return {
        "organisation": party.name,
        "legal_person": party.kind == "legal_person",
        "representative": dict(party.data["representative"]),
        "attendance": [row for row in attendance(case, [key], thumbs=thumbs) if row["present"]],
    }


def acceptance_notice(case: Case) -> dict[str, Any]:
    """受理案件通知书 (民诉129)."""
    return {"evidence_waived": bool(case.fields.get("waive_evidence_period"))}


def notice_to_respond(case: Case, enclosures: list[str]) -> dict[str, Any]:
    """应诉通知书 (民诉128)."""
    return {"defence_waived": bool(case.fields.get("waive_defence_period")), "enclosures": enclosures}


def small_claims_notice(case: Case) -> dict[str, Any]:
    """小额诉讼程序告知书 (解释274), naming whom it was given to."""
    to = (case.fields.get("small_claims_notice") or {}).get("to") or [party.key for party in case.parties]
    return {"told": [case.person(key)[0].name for key in to]}


def service_address_confirmation(case: Case, key: str, thumbs: Collection[str] = ()) -> dict[str, Any]:
    """送达地址确认书 of one party (解释137; 简易5)."""
    party = case.party(key)
    address = dict(party.service_address or {})
    rows = [row for row in attendance(case, [party.signing_key], thumbs=thumbs) if row["present"]]
    return {
        "confirmed": {
            "person": party.name,
            "id_no": party.data.get("id_no"),
            "address": address.get("address"),
            # A villager may have none; the form's field is not left out.
            "phone": address.get("phone") or party.data.get("phone") or "—",
            "electronic": bool(address.get("electronic")),
            "by": address.get("by"),
            "to": address.get("to"),
        },
        "attendance": rows,
    }


def _filed_on(case: Case) -> datetime.date:
    return datetime.date.fromisoformat(case.fields["filed_on"])


def _row(element: Element, value: str | None) -> dict[str, Any]:
    return {
        "ask": element.ask,
        "kind": element.kind,
        "options": list(element.options) or None,
        "value": value,
    }


def joinder_notice(case: Case, party: Party) -> dict[str, Any]:
    """参加诉讼通知书 to who joined after filing (民诉59, 135; 解释73, 81), with what is handed over beside it."""
    complaint = "口头起诉笔录副本" if case.fields["mode"] == "oral" else "起诉状副本"
    return {
        "person": party.name,
        "reason": party.data["joined_why"],
        "as_third_party": party.role == "third_party",
        "capacity": party.role_name,
        "enclosures": [complaint, "诉讼权利义务告知书"],
    }


def counterclaim_notice(case: Case, counterclaim: Counterclaim, party: Party) -> dict[str, Any]:
    """受理反诉通知书 (民诉54, 143; 解释232, 233), or of a third party's own claim (民诉59¶1; 解释81).

    Whom it is brought against answers it, who brought it pays.
    """
    against = party.key in counterclaim.against
    by = case.party(counterclaim.by)
    return {
        "person": party.name,
        "by_name": f"{by.role_name}{by.name}",
        "brought_on": counterclaim.at[:10],
        "requests": [claim.text for claim in counterclaim.claims],
        "why": counterclaim.why,
        "must": "answer" if against else "pay" if party.key == counterclaim.by else "know",
        "defence_waived": party.key in (case.fields.get("waive_defence_period") or ()),
        "enclosures": ["第三人起诉状副本" if counterclaim.independent else "民事反诉状副本"] if against else [],
    }


def counterclaim_not_accepted(case: Case, counterclaim: Counterclaim) -> dict[str, Any]:
    """不予受理反诉的裁定书 (民诉54; 解释233 ¶3): who brought it may sue separately, and appeal within ten days."""
    by = case.party(counterclaim.by)
    return {
        "by_name": f"{by.role_name}{by.name}",
        "brought_on": counterclaim.at[:10],
        "requests": [claim.text for claim in counterclaim.claims],
        "independent": counterclaim.independent,
        "facts": counterclaim.facts,
        "reasons": counterclaim.why,
    }


def claims_change_notice(case: Case, whole: Case | Counterclaim, party: Party) -> dict[str, Any] | None:
    """变更诉讼请求通知书 (民诉54, 143; 解释232) to the other side; None where the suit's, or the counterclaim's,
    claims are those it began with."""
    changed = [claim for claim in (*whole.claims, *whole.dropped) if claim.at]
    if not changed:
        return None
    last = max(changed, key=lambda claim: str(claim.at))
    by = case.party(split_person(str(last.by))[0])
    return {
        "person": party.name,
        "by_name": f"{by.role_name}{by.name}",
        "changed_on": str(last.at)[:10],
        "counter": isinstance(whole, Counterclaim),
        "requests": [claim.text for claim in whole.claims],
        "dropped": [claim.text for claim in whole.dropped],
    }


def received_receipt(filing: ReceivedFiling) -> dict[str, Any]:
    """诉讼材料收取清单 of a filing that is not registered (民诉69; 解释208)."""
    told = {"submitted_by": filing.fields["handed_in_by"], "received_at": filing.received_at}
    return {**_of_no_case(filing), **told, "materials": filing.fields["materials"]}


def received_correction(filing: ReceivedFiling) -> dict[str, Any]:
    """补正告知书 of a filing that is not registered (立案7); its correction has been told."""
    correction = filing.correction or {}
    return {
        **_of_no_case(filing),
        "told": filing.claimants,
        "items": correction["items"],
        "until": correction["until"],
    }


def _of_no_case(filing: ReceivedFiling) -> dict[str, Any]:
    """What papers else take from the case: there is none yet, and so no number."""
    named = {"number": "尚未立案", "cause": filing.filing["cause"], "filed_on": filing.received_at[:10]}
    return {"case": named, "parties": []}
