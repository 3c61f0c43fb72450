"""Who was there, as records list them: parties, agents, witnesses, invited persons, each with the box they sign in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.cases.model import Case, agent_key, split_person

ILLITERATE = "不识字"
WITNESS = "witness"
HAN = "零一二三四五六七八九十"


def box_of(key: str) -> str:
    """The signature box of a person: ``party:plaintiff``, ``agent:defendant``, ``agent-2:defendant``, ``invited:1``,
    ``witness:1``; ``witness:0`` for a witness whose key has no number."""
    party, agent = split_person(key)
    if agent is not None:
        return f"agent:{party}" if agent == 1 else f"agent-{agent}:{party}"
    if key.startswith("invited-"):
        return f"invited:{key.removeprefix('invited-')}"
    if key.startswith(WITNESS):
        return f"{WITNESS}:{key.partition('-')[2] or 0}"
    return f"party:{key}"


def person_of_box(box: str) -> str | None:
    """The key of the party or agent that signs in the box; None for anybody else's."""
    kind, _, party = box.partition(":")
    if kind == "party":
        return party
    if kind.partition("-")[0] == "agent":
        return agent_key(party, int(kind.partition("-")[2] or 1))
    return None


def label_of(case: Case, key: str) -> str:
    """原告, 被告委托诉讼代理人, 申请人一: how a record calls the person."""
    if key.startswith("invited-"):
        return "受邀到场人员"
    if key.startswith(WITNESS):
        return _witness(key)
    party, agent = case.person(key)
    number = party.key.partition("-")[2]
    if not number and sum(one.role == party.role for one in case.parties) > 1:
        number = "1"  # another of the same role joined later
    numbered = HAN[int(number)] if number.isdigit() and int(number) <= 10 else number
    return f"{party.role_name}{numbered}{agent.title if agent else ''}"


def name_of(case: Case, key: str, invited: Sequence[str] = (), witnesses: Sequence[str] = ()) -> str:
    """The person's own name; of a witness whose name nobody gave, 证人一."""
    if key.startswith("invited-"):
        return invited[int(key.removeprefix("invited-")) - 1]
    if key.startswith(WITNESS):
        return _named(key, witnesses) or _witness(key)
    party, agent = case.person(key)
    return agent.name if agent else party.name


def expected_at(case: Case) -> list[str]:
    """Who signs for each party where nobody said otherwise: itself, or whoever acts in its place."""
    return [party.signing_key for party in case.parties]


def attendance(
    case: Case,
    present: Sequence[str],
    *,
    thumbs: Collection[str] = (),
    refused: Mapping[str, tuple[str, str]] | None = None,
    invited: Sequence[str] = (),
    witnesses: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """The rows that a record's template asks for; ``refused`` gives reason and witness of a refusal to sign.

    ``present`` are keys of parties, agents and of the witnesses who spoke, ``witnesses`` names in the order of their
    keys; one without a name is 证人一 by label alone. Whoever is there signs in a box of his own, and a party who
    cannot read had the record read aloud (民诉150; domain 6.4).
    """
    rows = list[dict[str, Any]]()
    for key in (*present, *(f"invited-{n}" for n in range(1, len(invited) + 1))):
        row: dict[str, Any] = {
            "box": box_of(key),
            "label": "证人" if _named(key, witnesses) else label_of(case, key),
            "name": _named(key, witnesses) if key.startswith(WITNESS) else name_of(case, key, invited),
            "present": True,
            "thumb": key in thumbs,
            "read_aloud": _cannot_read(case, key),
            "note": _authority(case, key),
        }
        if refused and key in refused:
            row["refused"], row["refusal_witness"] = refused[key]
        rows.append(row)
    there = {split_person(key)[0] for key in present}
    for party in case.parties:
        if party.key not in there:
            rows.append(
                {"box": box_of(party.key), "label": label_of(case, party.key), "name": party.name, "present": False}
            )
    return rows


def _witness(key: str) -> str:
    """证人, 证人一: the file or the screen may give no name."""
    number = key.partition("-")[2]
    return "证人" + (HAN[int(number)] if number.isdigit() and int(number) <= 10 else number)


def _named(key: str, witnesses: Sequence[str]) -> str | None:
    """The name given for a witness, None where there is none and for anybody else."""
    kind, _, number = key.partition("-")
    at = int(number) if kind == WITNESS and number.isdigit() else 0
    return witnesses[at - 1] if 0 < at <= len(witnesses) else None


def _authority(case: Case, key: str) -> str | None:
    """An agent's authority, as records note it (民诉62): 特别授权 where it was given, 一般授权 otherwise."""
    if split_person(key)[1] is None:
        return None
    agent = case.person(key)[1]
    return {"special": "特别授权", "general": "一般授权"}.get(agent.authority) if agent else None


def _cannot_read(case: Case, key: str) -> bool:
    if key.startswith(("invited-", WITNESS)):
        return False
    party, agent = case.person(key)
    return agent is None and ILLITERATE in party.data.get("needs", ())
