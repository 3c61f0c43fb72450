"""What a case holds, as an officer would say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from app.errors import NeedsCorrection

ROLE_NAMES = {
    "plaintiff": "原告",
    "defendant": "被告",
    "third_party": "第三人",
    "applicant": "申请人",
    "respondent": "被申请人",
}
"""诉讼地位, as papers print it."""

CLAIMANTS = ("plaintiff", "applicant")
"""Roles of who files."""

PROCEDURE_NAMES = {
    "small_claims": "小额诉讼程序",
    "simplified": "简易程序",
    "ordinary": "普通程序",
    "special": "特别程序",
}

CLOSED_NAMES = {
    "mediated": "调解",
    "withdrawn": "撤诉",
    "deemed_withdrawn": "按撤诉处理",
    "confirmed": "确认调解协议有效",
    "judged": "判决",
    "not_accepted": "不予受理",
}

FILING_MODES = ("oral", "written", "joint")
PARTY_KINDS = ("natural_person", "legal_person", "other_organisation")


@dataclass(frozen=True)
class Agent:
    """A party's agent: ``authority`` is ``general`` or ``special`` (民诉61–62), or ``statutory`` (民诉60).

    ``kind`` is lawyer, legal_worker, kin, staff, recommended, or empty where nobody said; ``papers`` were handed in;
    ``relation`` is what the agent is to the party (母亲), where that was said.
    """

    name: str
    firm: str | None = None
    authority: str = "general"
    powers: tuple[str, ...] = ()
    kind: str = ""
    papers: tuple[str, ...] = ()
    relation: str | None = None

    @property
    def title(self) -> str:
        """How papers call the agent."""
        return "法定代理人" if self.authority == "statutory" else "委托诉讼代理人"

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Agent:
        return cls(
            str(value["name"]),
            value.get("firm"),
            str(value.get("authority", "general")),
            tuple(value.get("powers", ())),
            str(value.get("kind") or ""),
            tuple(value.get("papers", ())),
            value.get("relation"),
        )


@dataclass(frozen=True)
class Party:
    """``key`` names the party within the case: the role where one party has it, else ``role-1``, ``role-2``."""

    record: str
    key: str
    role: str
    kind: str
    name: str
    data: Mapping[str, Any]
    agents: tuple[Agent, ...] = ()
    service_address: Mapping[str, Any] | None = None

    @property
    def role_name(self) -> str:
        """原告: the name of the role, without the number that records give where several parties have it."""
        return ROLE_NAMES[self.role]

    @property
    def agent_keys(self) -> tuple[str, ...]:
        """``defendant_agent``, ``defendant_agent-2``: the keys of its agents in the case."""
        return tuple(agent_key(self.key, number) for number in range(1, len(self.agents) + 1))

    @property
    def signing_key(self) -> str:
        """Who signs for the party where nobody said otherwise: itself, or who acts for an organisation or a child."""
        statutory = any(agent.authority == "statutory" for agent in self.agents)
        by_agent = self.agents and (statutory or self.kind != "natural_person")
        return self.agent_keys[0] if by_agent else self.key

    @property
    def accepts_electronic(self) -> bool:
        """Whether the party consented to electronic service in the 送达地址确认书 (解释136)."""
        return bool(self.service_address and self.service_address.get("electronic"))


@dataclass(frozen=True)
class Claim:
    """What is asked for, as it stands; amounts in yuan.

    ``by`` (a party's key), ``at`` and ``inquiry_closed`` (whether 法庭调查 was over) tell of the last change after
    filing; ``earlier`` is what the claim said before, the first first; ``dropped`` where it was given up.
    """

    record: str
    kind: str
    text: str
    amount: Decimal | None = None
    property_total: Decimal | None = None
    by: str | None = None
    at: str | None = None
    inquiry_closed: bool = False
    dropped: bool = False
    earlier: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Counterclaim:
    """反诉 (民诉54), or what a third party with a right of its own (有独立请求权的第三人, 民诉59¶1) asks for.

    ``by`` and ``against`` are parties' keys; ``joined`` is None until the court has decided. ``ended`` is
    ``withdrawn`` or ``deemed_withdrawn``, None while it stands.
    """

    record: str
    by: str
    against: tuple[str, ...]
    at: str
    facts: str
    joined: bool | None = None
    why: str = ""
    decided_at: str | None = None
    ended: str | None = None
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Claim, ...] = ()

    @property
    def independent(self) -> bool:
        """Whether a third party brought it, against both sides, and no defendant against the plaintiff."""
        return role_of(self.by) == "third_party"

    @property
    def excludes_small_claims(self) -> str:
        """The flag of ``rules.procedure`` that keeps a case with it from 小额诉讼 (民诉166)."""
        return "unsuitable_for_small_claims" if self.independent else "counterclaim"

    @property
    def heard(self) -> bool:
        """Whether it is heard together with the suit (合并审理)."""
        return self.joined is True and self.ended is None

    @property
    def open(self) -> bool:
        """Whether it is heard, or waits for the court's decision."""
        return self.joined is not False and self.ended is None


@dataclass(frozen=True)
class Evidence:
    record: str
    number: int
    name: str
    by: str
    original: bool
    pages: int
    proves: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One case with everything a paper may name; amounts in yuan, dates and moments as ISO 8601 text.

    ``claims`` are the suit's that stand, ``dropped`` those of the suit that were given up.
    """

    id: str
    number: str
    number_type: str
    cause: str
    stage: str
    fields: Mapping[str, Any]
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    disputed: tuple[str, ...] = field(default=())
    dropped: tuple[Claim, ...] = ()
    counterclaims: tuple[Counterclaim, ...] = ()

    @property
    def procedure(self) -> str:
        return str(self.fields.get("procedure", ""))

    @property
    def closed(self) -> str | None:
        return self.fields.get("closed")

    @property
    def suit_ended(self) -> str | None:
        """``withdrawn`` or ``deemed_withdrawn`` where the suit has ended so and what was heard with it goes on."""
        return (self.fields.get("suit_ended") or {}).get("how")

    @property
    def suit_ended_on(self) -> str:
        """ISO day on which the suit ended, be it alone or with the case; "" while it goes on."""
        return str((self.fields.get("suit_ended") or {}).get("on") or self.fields.get("closed_on") or "")

    @property
    def title(self) -> str:
        """原告张三诉被告李四民间借贷纠纷, as a list shows it."""
        first = "、".join(p.name for p in self.parties if p.role in CLAIMANTS)
        second = "、".join(p.name for p in self.parties if p.role in ("defendant", "respondent"))
        return f"{first}诉{second}{self.cause}" if second else f"{first}{self.cause}"

    @property
    def heard_together(self) -> tuple[Counterclaim, ...]:
        """The counterclaims that are heard with the suit (民诉143)."""
        return tuple(one for one in self.counterclaims if one.heard)

    @property
    def asked(self) -> tuple[Claim, ...]:
        """Every claim that is to be decided: the suit's while it goes on, then those of the counterclaims heard."""
        own = () if self.suit_ended else self.claims
        return (*own, *(claim for one in self.heard_together for claim in one.claims))

    @property
    def goes_on(self) -> str:
        """What is heard on where the suit ended alone, as its ruling and the later papers call it (解释237, 239)."""
        heard = {one.independent for one in self.heard_together}
        return "、".join(
            name for independent, name in ((False, "反诉"), (True, "第三人的诉讼请求")) if independent in heard
        )

    def goes_on_as_plaintiff(self, party: Party) -> bool:
        """Whether the suit has ended and the third party's own claim has not: it is the plaintiff now (解释237)."""
        return bool(self.suit_ended) and any(one.by == party.key and one.independent for one in self.heard_together)

    @property
    def before_suit_ended(self) -> Case:
        """The case with everybody's standing as the ruling that ended the suit alone found it."""
        return replace(self, fields={name: value for name, value in self.fields.items() if name != "suit_ended"})

    def standing_of(self, party: Party) -> str:
        """What papers call the party: 被告, 被告（反诉原告） where a counterclaim is heard, 有独立请求权的第三人."""
        if self.goes_on_as_plaintiff(party):
            return f"原告（有独立请求权的{party.role_name}）"
        if any(one.by == party.key and one.independent for one in self.heard_together):
            return f"有独立请求权的{party.role_name}"
        answers = bool(self.suit_ended) and any(
            party.key in one.against for one in self.heard_together if one.independent
        )
        counterclaims = [one for one in self.heard_together if not one.independent]
        besides = [f"本诉{party.role_name}"] if answers else []
        if any(one.by == party.key for one in counterclaims):
            besides.append("反诉原告")
        elif any(party.key in one.against for one in counterclaims):
            besides.append("反诉被告")
        name = ROLE_NAMES["defendant"] if answers else party.role_name
        return f"{name}（{'、'.join(besides)}）" if besides else name

    def counterclaim(self, record: str) -> Counterclaim:
        """The counterclaim of that record; refuses with ``unknown_counterclaim``."""
        for one in self.counterclaims:
            if one.record == record:
                return one
        raise NeedsCorrection("unknown_counterclaim", counterclaim=record)

    def party(self, key: str) -> Party:
        """The party of that key; refuses with ``unknown_party``."""
        for party in self.parties:
            if party.key == key:
                return party
        raise NeedsCorrection("unknown_party", key=key)

    def person(self, key: str) -> tuple[Party, Agent | None]:
        """The party of a key, or party and agent of an agent's; refuses ``unknown_party``, ``party_has_no_agent``."""
        of, number = split_person(key)
        party = self.party(of)
        if number is None:
            return party, None
        if not 0 < number <= len(party.agents):
            raise NeedsCorrection("party_has_no_agent", key=key)
        return party, party.agents[number - 1]


def agent_key(party: str, number: int) -> str:
    """The key of the party's agent of that number, from 1."""
    return f"{party}_agent" if number == 1 else f"{party}_agent-{number}"


def split_person(key: str) -> tuple[str, int | None]:
    """A person's key as the party's key and the number of its agent, None for the party itself."""
    party, found, number = key.partition("_agent")
    if not found:
        return key, None
    return party, int(number.removeprefix("-")) if number.removeprefix("-").isdigit() else 1


def role_of(key: str) -> str:
    """The role that a party's key names: ``third_party`` of ``third_party-2``."""
    return key.partition("-")[0]


def party_keys(roles: list[str]) -> list[str]:
    """Keys for parties in the order given: the role alone, or numbered where several have it."""
    seen: dict[str, int] = {}
    keys = list[str]()
    for role in roles:
        if roles.count(role) == 1:
            keys.append(role)
        else:
            seen[role] = seen.get(role, 0) + 1
            keys.append(f"{role}-{seen[role]}")
    return keys
