"""Who takes part: what a party must say of itself, who joins after filing, and a party's agents with their papers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from app.cases.model import CLAIMANTS, PARTY_KINDS, ROLE_NAMES, Agent, Case
from app.cases.store import load_case
from app.desk import JUDGES, OFFICERS, Desk
from app.errors import NeedsCorrection
from app.rules.identity import check_credit_code, check_id_number
from app.rules.representation import scope

RESIDENT_ID = "居民身份证"
CREDIT_CODE = "统一社会信用代码"
MOST_AGENTS = 2
JOINING_ROLES = ("plaintiff", "defendant", "third_party")
AGENT_PAPERS = {
    "lawyer": ("授权委托书", "律师执业证", "律师事务所证明"),
    "legal_worker": ("授权委托书", "法律服务工作者执业证", "基层法律服务所介绍信", "当事人一方位于本辖区的证明"),
    "kin": ("授权委托书", "身份证件", "近亲属关系证明"),
    "staff": ("授权委托书", "身份证件", "劳动人事关系证明"),
    "recommended": ("授权委托书", "身份证件", "推荐材料", "属于该社区、单位的证明"),
}
"""What an agent of each kind hands in (民诉61, 62; 解释88)."""


def join_party(
    desk: Desk,
    case: str,
    party: Mapping[str, Any],
    *,
    at: str,
    on_application_of: str | None,
    reason: str,
    agents: Sequence[Mapping[str, Any]] = (),
) -> str:
    """The person takes part from ``at`` on, as the judge decided (民诉59, 135; 解释73, 81); gives its key in the case.

    ``on_application_of`` is the key of the party that asked, None where the court joins of its own motion. Keys of the
    others stay: papers and turns name them. Refuses what ``check_party`` and ``name_agents`` refuse,
    ``case_is_closed``, ``reason_missing``, ``party_already_there``, ``unknown_party``, and ``cannot_join_as`` for a
    role that no one is joined in.
    """
    desk.require_role(*JUDGES)
    held = load_case(desk.database, case)
    if held.closed:
        raise NeedsCorrection("case_is_closed", number=held.number)
    if not reason.strip():
        raise NeedsCorrection("reason_missing")
    check_party(party, "party", datetime.datetime.fromisoformat(at).date())
    if party["role"] not in JOINING_ROLES:
        raise NeedsCorrection("cannot_join_as", role=party["role"])
    for other in held.parties:
        same_paper = party.get("id_no") and other.data.get("id_no") == party["id_no"]
        if same_paper or (other.name == party["name"] and not (party.get("id_no") and other.data.get("id_no"))):
            raise NeedsCorrection("party_already_there", party=other.name, role=other.role)
    if on_application_of is not None:
        held.party(on_application_of)
    _check_agents(agents)
    role = str(party["role"])
    taken = [one.key for one in held.parties if one.role == role]
    # The first of a role may have no number, and keeps its key.
    numbers = [int(key.partition("-")[2] or 1) for key in taken]
    key = f"{role}-{max(numbers) + 1}" if taken else role
    told = {
        **dict(party),
        "key": key,
        "ordinal": 1 + max(int(one.data["ordinal"]) for one in held.parties),
        "agents": [dict(agent) for agent in agents],
        "joined_at": at,
        "joined_on_application_of": on_application_of,
        "joined_why": reason.strip(),
    }
    desk.record("party.joined", desk.new_id("party"), told, case=case)
    return key


def name_agents(desk: Desk, case: str, key: str, agents: Sequence[Mapping[str, Any]]) -> None:
    """These are the party's agents from now on, one or two (民诉61); the earlier ones stay in its history.

    Refuses with ``too_many_agents``, ``agent_name_missing``, ``agent_powers_missing`` (a special authority that names
    no power is a general one, 解释89), and ``values_differ`` while rival agents wait for a pick.
    """
    desk.require_role(*OFFICERS)
    party = load_case(desk.database, case).party(key)
    _check_agents(agents)
    desk.refuse_if_disputed(party.record, "agents")
    desk.record("party.agents_named", party.record, {"agents": [dict(agent) for agent in agents]}, case=case)


def papers_missing(agent: Agent) -> list[str]:
    """What this agent has not handed in yet (解释88); nothing is asked where the kind is not known."""
    return [paper for paper in AGENT_PAPERS.get(agent.kind, ()) if paper not in agent.papers]


def agents_without(case: Case, act: str) -> list[Agent]:
    """The agents in the case who may not do this act of ``rules.representation`` for their party (民诉62)."""
    agents = [agent for party in case.parties for agent in party.agents]
    return [agent for agent in agents if act not in scope(agent.authority, agent.powers).may]


def _check_agents(agents: Sequence[Mapping[str, Any]]) -> None:
    if len(agents) > MOST_AGENTS:
        raise NeedsCorrection("too_many_agents", most=MOST_AGENTS, article="民诉61")
    for agent in agents:
        if not str(agent.get("name") or "").strip():
            raise NeedsCorrection("agent_name_missing")
        if powers_missing(agent):
            raise NeedsCorrection("agent_powers_missing", agent=agent["name"], article="解释89")


def powers_missing(agent: Mapping[str, Any]) -> bool:
    """Whether a special authority names none of the acts that need it, and so is a general one (解释89)."""
    return agent.get("authority") == "special" and not scope("special", agent.get("powers") or ()).may


def check_party(party: Mapping[str, Any], at: str, day: datetime.date) -> list[str]:
    """What an officer should look at in the party's data (warning codes); ``at`` is its place, ``day`` the day of it.

    Refuses with a code and ``at``: ``field_missing``, ``unknown_choice``, ``id_number_birth_differs``,
    ``id_number_sex_differs``, and what ``app.rules.identity`` refuses of an ID number.
    """
    for name in ("role", "kind", "name", "address"):
        if not str(party.get(name) or "").strip():
            raise NeedsCorrection("field_missing", at=f"{at}.{name}")
    if party["role"] not in ROLE_NAMES:
        raise NeedsCorrection("unknown_choice", at=f"{at}.role", choice=party["role"])
    if party["kind"] not in PARTY_KINDS:
        raise NeedsCorrection("unknown_choice", at=f"{at}.kind", choice=party["kind"])
    # 民诉124: of a defendant its name and domicile will do; who sues says by whom it acts.
    claims = party["role"] in CLAIMANTS
    if claims and party["kind"] == "legal_person" and not (party.get("representative") or {}).get("name"):
        raise NeedsCorrection("field_missing", at=f"{at}.representative")
    if party.get("id_type") == RESIDENT_ID:
        return _check_resident(party, at, day)
    if party.get("id_type") == CREDIT_CODE:
        try:
            check_credit_code(party.get("id_no"))
        except NeedsCorrection as refusal:
            # Some codes really issued fail the check: it is pointed out and never stops a filing (domain 4.2).
            return [refusal.code]
    return []


def _check_resident(party: Mapping[str, Any], at: str, day: datetime.date) -> list[str]:
    try:
        read = check_id_number(party.get("id_no"), day)
    except NeedsCorrection as refusal:
        raise NeedsCorrection(refusal.code, **(refusal.details | {"at": f"{at}.id_no"})) from None
    if party.get("born") and party["born"] != read.birth.isoformat():
        raise NeedsCorrection("id_number_birth_differs", at=f"{at}.born", read=read.birth.isoformat())
    if party.get("sex") and party["sex"] != read.sex:
        raise NeedsCorrection("id_number_sex_differs", at=f"{at}.sex", read=read.sex)
    return list(read.warnings)
