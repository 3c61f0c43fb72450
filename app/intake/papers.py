"""The blanks of filing's papers: 口头起诉笔录, 司法确认申请书, 材料清单, 受理与应诉通知, 告知书, 送达地址确认书."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from app.cases.attendance import attendance
from app.cases.model import Case

CLAIMANTS = ("plaintiff", "applicant")


def claimants_of(case: Case) -> list[str]:
    """Who came to file: a natural person in person, an organisation by its agent where it has one."""
    return [
        f"{party.key}_agent" if party.kind != "natural_person" and party.agents else party.key
        for party in case.parties
        if party.role in CLAIMANTS
    ]


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
    signer = f"{key}_agent" if party.kind != "natural_person" and party.agents else key
    address = dict(party.service_address or {})
    rows = [row for row in attendance(case, [signer], thumbs=thumbs) if row["present"]]
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
