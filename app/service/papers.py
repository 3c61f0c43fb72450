"""The blanks of the certificate of service: one for each person's set, listing name and copies (民诉87)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from app.cases.attendance import name_of
from app.cases.model import Case
from app.documents.store import Paper
from app.service.copies import title_served


def certificate_of_service(
    case: Case,
    service: dict[str, Any],
    papers: Sequence[Paper],
    *,
    at: str,
    server: str,
    thumbs: Collection[str] = (),
) -> dict[str, Any]:
    """送达回证 for the papers served together on one person; ``service`` holds the fields of ``service.made``."""
    party, _ = case.person(service["to"])
    received = service.get("received_by")
    by = because = None
    if isinstance(received, dict):
        by, because = received["name"], received.get("relation", "代收")
    elif received and received != service["to"]:
        by = name_of(case, received)
        agent = case.person(received)[1]
        because = agent.title if agent is not None else "指定代收人"
    address = (party.service_address or {}).get("address") or party.data["address"]
    return {
        "service": {
            "recipient": party.name,
            "place": service.get("place") or address,
            "at": at,
            "how": service["how"],
            "received_by": by,
            "received_because": because,
            "refusal": service.get("reason"),
            "electronic_to": (party.service_address or {}).get("to") if service["how"] == "electronic" else None,
            "thumb": (received if isinstance(received, str) else service["to"]) in thumbs,
            "server": server,
            "papers": [{"name": title_served(paper), "copies": 1} for paper in papers],
            "witnesses": [{"name": str(name)} for name in service.get("witnesses", ())] or None,
        }
    }
