"""The filing that a day's file tells, in the words that intake knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.cases.model import PARTY_KINDS
from app.intake.service import Filing

OTHER_KINDS = ("other_organization", "organisation", "organization", "unincorporated_organisation",
               "unincorporated_organization", "individual_business")  # fmt: skip
"""非法人组织 and 个体工商户, as a file may say it (民诉51)."""


STATUTORY = ("statutory", "statutory_agent", "legal", "legal_guardian", "guardian", "法定代理", "法定代理人")
"""法定代理人 (民诉60), as a file may say it of an agent's authority or kind."""


def filing_of(act: Mapping[str, Any]) -> Filing:
    """What was filed; a case that the court docketed was accepted on that day, from which its trial limit runs."""
    told = act["filing"]
    names = Filing.__dataclass_fields__.keys()
    filing = Filing(**{name: value for name, value in told.items() if name in names})
    docketed = (act.get("docketed") or {}).get("filed_on") or filing.accepted_at[:10]
    parties = [{**party, "kind": _kind(party.get("kind"))} for party in filing.parties]
    agents = [_agent(agent) for agent in filing.agents]
    elements = {name: _said(value) for name, value in filing.elements.items()}
    accepted_at = docketed + filing.accepted_at[10:]
    return replace(filing, accepted_at=accepted_at, parties=parties, agents=agents, elements=elements)


def _said(value: Any) -> str:
    """An element as papers print it."""
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def _agent(agent: Mapping[str, Any]) -> dict[str, Any]:
    statutory = {agent.get("authority"), agent.get("kind")} & set(STATUTORY)
    return {**agent, "authority": "statutory", "kind": None} if statutory else dict(agent)


def _kind(kind: Any) -> Any:
    return PARTY_KINDS[-1] if kind in OTHER_KINDS else kind
