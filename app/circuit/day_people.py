"""Who takes part in one act of a circuit day: those who speak or sign, press a thumb, refuse, or were invited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.archive.offers import People
from app.cases.court import Court
from app.cases.model import Case
from app.documents.fill import OFFICER_TITLES


class DayPeople:
    """The persons of an act as the file names them; it names no others."""

    def __init__(self, act: Mapping[str, Any], court: Court) -> None:
        self.act = act
        self.court = court

    def at(self, case: Case) -> People:
        """Those who are there, for the papers of this case."""
        signs = self.act.get("signing", ())
        thumbs = {sign["who"] for sign in signs if sign["how"] == "thumb"}
        return People(self._present(case), thumbs, self._refusals("hearing_record"), self.invited())

    def invited(self) -> list[str]:
        """The invited persons by name, in the file's order."""
        for place in (self.act, *(self.act.get(name, {}) for name in ("hearing", "mediation", "inquiry"))):
            if isinstance(place, Mapping) and place.get("invited"):
                return [person_name(who) for who in place["invited"]]
        return []

    def signing_officer(self, role: str, otherwise: str | None = None) -> str | None:
        """The officer of that role who signs this act's papers; else ``otherwise`` if he has the role."""
        roles = {officer["id"]: officer["role"] for officer in self.court.officers}
        signs = [str(sign["who"]) for sign in self.act.get("signing", ())]
        return next((who for who in (*signs, otherwise) if who is not None and roles.get(who) == role), None)

    def witness_name(self, witness: str) -> str:
        """An officer's name with his title, or the name as the file gives it."""
        for officer in self.court.officers:
            if officer["id"] == witness:
                return f"{OFFICER_TITLES[officer['role']]}{officer['name']}"
        return witness

    def _present(self, case: Case) -> list[str]:
        spoke = [turn["speaker"] for name in ("hearing", "inquiry") for turn in self.act.get(name, {}).get("turns", ())]
        signs = [sign["who"] for sign in self.act.get("signing", ())]
        known = [key for party in case.parties for key in (party.key, f"{party.key}_agent")]
        return [key for key in known if key in spoke or key in signs]

    def _refusals(self, document: str) -> dict[str, tuple[str, str]]:
        refusals: dict[str, tuple[str, str]] = {}
        for sign in self.act.get("signing", ()):
            if sign["how"] == "refused" and document in sign.get("papers", [document]):
                refusals[sign["who"]] = (sign["reason"], self.witness_name(str(sign["witness"])))
        return refusals


def person_name(person: object) -> str:
    """A person whom the file names by an object or by the bare name."""
    return str(person["name"]) if isinstance(person, Mapping) else str(person)


def inspected(told: Mapping[str, Any], cause: str) -> dict[str, Any]:
    """What an inspection's record tells, whatever the file calls its parts; the likeliest name comes first."""
    return {
        "object": _first_text(told, "object", "subject") or cause,
        "course": _first_text(told, "course", "process", "findings", "text"),
        "result": _first_text(told, "result", "findings", "course", "text"),
        "weather": told.get("weather"),
        "measures": told.get("measures"),
        "present": list(told.get("present", ())),
    }


def _first_text(told: Mapping[str, Any], *names: str) -> str:
    """The first of the fields that says something; a list is one line each."""
    for name in names:
        value = told.get(name)
        text = "\n".join(value) if isinstance(value, list) else str(value or "")
        if text.strip():
            return text
    return ""
