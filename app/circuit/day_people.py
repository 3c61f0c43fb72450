"""Who takes part in one act of a circuit day: those who speak or sign, press a thumb, refuse, or were invited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.archive.offers import People
from app.cases.court import Court
from app.cases.model import Case, party_keys
from app.documents.fill import OFFICER_TITLES

INVITING = ("hearing", "mediation", "inspection", "inquiry")
"""The parts of an act that may name invited persons."""


CALLED = {"interpreter": "翻译", "translator": "翻译", "mediator": "调解员", "observer": "旁听"}
"""What a file may call an invited person in English."""


class DayPeople:
    """The persons of an act as the file names them; it names no others."""

    def __init__(self, act: Mapping[str, Any], court: Court) -> None:
        self.act = act
        self.court = court

    def at(self, case: Case) -> People:
        """Those who are there, for the papers of this case."""
        signs = self.act.get("signing", ())
        thumbs = {sign["who"] for sign in signs if sign["how"] == "thumb"}
        return People(self._present(case), thumbs, self._refusals("hearing_record"), self.invited_to("mediation"))

    def of_parties(self, keys: Sequence[str]) -> list[str]:
        """Of these persons the parties and their agents: officers and invited persons are listed elsewhere."""
        bases = party_keys([party["role"] for party in self.act["filing"]["parties"]])
        return [key for key in keys if key.removesuffix("_agent") in bases]

    def invited_to(self, part: str) -> list[str]:
        """The invited persons of that part of the act, by name: its own, the act's, or those who speak in it.

        Who is invited to a hearing is there when it becomes a mediation (民诉98).
        """
        for place in (self.act.get(part, {}), self.act, self.act.get("hearing", {}) if part == "mediation" else {}):
            if place.get("invited"):
                return [_called(who) for who in place["invited"]]
        spoke = any(turn["speaker"].startswith("invited-") for turn in self.act.get(part, {}).get("turns", ()))
        return [_called(who) for who in self._invited()] if spoke else []

    def invited(self) -> list[str]:
        """Whom ``invited-1`` and the next mean: the invited persons by name, in the file's order."""
        return [person_name(who) for who in self._invited()]

    def _invited(self) -> list[Any]:
        places = (self.act, *(self.act.get(name, {}) for name in INVITING))
        return next((list(place["invited"]) for place in places if place.get("invited")), [])

    def signing_officer(self, role: str, otherwise: str | None = None) -> str | None:
        """The officer of that role who signs this act's papers; else ``otherwise`` if he has the role."""
        roles = {officer["id"]: officer["role"] for officer in self.court.officers}
        signs = [str(sign["who"]) for sign in self.act.get("signing", ())]
        return next((who for who in (*signs, otherwise) if who is not None and roles.get(who) == role), None)

    def witness_name(self, witness: object) -> str:
        """An officer's name with his title, else as ``name`` has it."""
        for officer in self.court.officers:
            if officer["id"] == person_name(witness):
                return f"{OFFICER_TITLES[officer['role']]}{officer['name']}"
        return self.name(witness)

    def name(self, person: object) -> str:
        """The name of an officer, an invited person or a party, or as the file gives it."""
        name = person_name(person)
        for officer in self.court.officers:
            if officer["id"] == name:
                return officer["name"]
        number = name.removeprefix("invited-")
        if name.startswith("invited-") and number.isdigit() and 1 <= int(number) <= len(self.invited()):
            return self.invited()[int(number) - 1]
        filing = self.act["filing"]
        parties = filing["parties"]
        for key, party in zip(party_keys([one["role"] for one in parties]), parties, strict=True):
            if name == key:
                return str(party["name"])
            if name == f"{key}_agent":
                return next((str(agent["name"]) for agent in filing.get("agents", ()) if agent["for"] == key), name)
        return name

    def _present(self, case: Case) -> list[str]:
        spoke = [turn["speaker"] for name in ("hearing", "inquiry") for turn in self.act.get(name, {}).get("turns", ())]
        signs = [sign["who"] for sign in self.act.get("signing", ())]
        known = [key for party in case.parties for key in (party.key, f"{party.key}_agent")]
        return [key for key in known if key in spoke or key in signs]

    def _refusals(self, document: str) -> dict[str, tuple[str, str]]:
        refusals: dict[str, tuple[str, str]] = {}
        for sign in self.act.get("signing", ()):
            if sign["how"] == "refused" and document in sign.get("papers", [document]):
                refusals[sign["who"]] = (sign["reason"], self.witness_name(sign["witness"]))
        return refusals


def key_holders(day: Mapping[str, Any]) -> set[str]:
    """Ids of the officers who sign with a key in any act of the day."""
    return {sign["who"] for act in day["acts"] for sign in act.get("signing", ()) if sign["how"] == "key"}


def _called(person: object) -> str:
    """古丽娜尔（翻译）: an invited person with what he is there for, where the file says so."""
    said = str((person.get("relation") or person.get("role") or "") if isinstance(person, Mapping) else "")
    called = CALLED.get(said, "" if said.isascii() else said)
    return f"{person_name(person)}（{called}）" if called else person_name(person)


def person_name(person: object) -> str:
    """A person whom the file names by an object or by the bare name."""
    return str(person["name"]) if isinstance(person, Mapping) else str(person)
