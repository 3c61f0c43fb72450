"""The sittings of an act: its inspection, inquiry and hearing turn by turn, and the hearing that is put off."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.circuit.day_act import DayAct
from app.documents.filters import sentence
from app.hearings import service as hearings
from app.hearings.store import Sitting, count_turns, sittings_of

INSPECTED = ("object", "subject", "course", "process", "findings", "measures", "result", "text")
"""What a file may call the parts of an inspection's record."""


class DaySittings:
    """Carries an act's sittings; each may be carried again and goes on after the last turn that was ended."""

    def __init__(self, act: DayAct, mishap: Callable[[str, str], None]) -> None:
        self.of = act
        self.mishap = mishap

    def inspect(self) -> None:
        """The scene was inspected, with photographs, and the record is made."""
        told = self.of.act["inspection"]
        case = self.of.case
        sitting = self._sitting("inspection")
        if sitting is None:
            photos = [self.of.attach(name) for name in told.get("photos", ())]
            people = {key for party in case.parties for key in (party.key, f"{party.key}_agent")}
            present = [key for key in told.get("present", ()) if key in people]
            extra = {**inspected(told, case.cause), "present": present, "photos": photos}
            invited = self.of.people.invited_to("inspection")
            hearings.open_sitting(
                self.of.clerk,
                case.id,
                kind="inspection",
                opened_at=told["at"],
                place=told["place"],
                invited=invited,
                extra=extra,
            )
            sitting = self._sitting("inspection")
        assert sitting is not None
        if sitting.closed_at is None:
            hearings.close_sitting(self.of.clerk, sitting.record, told.get("ended_at") or told["at"])

    def inquire(self) -> None:
        """The applicants were questioned (解释356)."""
        told = self.of.act["inquiry"]
        place = told.get("place") or self.of.filing.place
        extra = {"assisted": told.get("assisted")}
        self._speak("inquiry", told["turns"], told["at"], told.get("closed_at") or told["at"], place, 0, extra, [])

    def hear(self) -> None:
        """The hearing took place, turn by turn, with its sound."""
        told = self.of.act["hearing"]
        self._speak(
            "hearing",
            told["turns"],
            told["opened_at"],
            told["closed_at"],
            told["place"],
            int(told.get("observers", 0)),
            {},
            list(told.get("audio", ())),
        )

    def _speak(
        self,
        kind: str,
        turns: Sequence[Mapping[str, Any]],
        opened_at: str,
        closed_at: str,
        place: str,
        observers: int,
        extra: dict[str, Any],
        audio: Sequence[str],
    ) -> None:
        sitting = self._sitting(kind)
        if sitting is None:
            hearings.open_sitting(
                self.of.clerk,
                self.of.case.id,
                kind=kind,
                opened_at=opened_at,
                place=place,
                observers=observers,
                invited=self.of.people.invited_to(kind),
                extra=extra,
            )
            sitting = self._sitting(kind)
        assert sitting is not None
        if kind == "hearing":
            self.of.issue("hearing_announcement")
        if sitting.closed_at is not None:
            return
        start, end = datetime.datetime.fromisoformat(opened_at), datetime.datetime.fromisoformat(closed_at)
        for index in range(count_turns(self.of.desk.database, sitting.record), len(turns)):
            self.of.clock.set(start + (end - start) * index / max(1, len(turns)))
            speaker, text = self._speaker(turns[index]["speaker"]), turns[index]["text"]
            if index == len(turns) // 2:
                hearings.save_open_turn(self.of.clerk, sitting.record, speaker, text)
                self.mishap("power_cut_during_hearing", self.of.key)
            hearings.end_turn(self.of.clerk, sitting.record, speaker, text)
        self.of.clock.set(end)
        if audio and not sitting.fields.get("audio"):
            hearings.attach_sound(self.of.clerk, sitting.record, [self.of.attach(name) for name in audio])
        hearings.close_sitting(self.of.clerk, sitting.record, closed_at)

    def _speaker(self, speaker: str) -> str:
        """An officer named by id speaks under his role, or beside the judge or clerk of the case if he is not that.

        A chief or president who is named presides.
        """
        role = next((one["role"] for one in self.of.court.officers if one["id"] == speaker), None)
        if role is None:
            return speaker
        if role in ("division_chief", "president"):
            return "judge"
        fields = self.of.case.fields
        return role if speaker in (fields["judge"], fields["clerk"]) else f"{role}{hearings.BESIDE}{speaker}"

    def adjourn(self) -> None:
        """Someone did not come; the hearing is set anew and everyone is summoned."""
        told = self.of.act["absence"]
        case = self.of.case
        if self._sitting("absence") is None:
            hearings.note_absence(
                self.of.clerk,
                case.id,
                at=told["at"],
                who=told["who"],
                contact=list(told.get("contact", ())),
                adjourned_to=told["adjourned_to"],
                place=told["place"],
                here=str(told.get("here") or self.of.filing.place),
            )
        self.of.issue("contact_log", "adjournment_notice", "summons")

    def _sitting(self, kind: str) -> Sitting | None:
        return next((s for s in sittings_of(self.of.desk.database, self.of.case.id) if s.kind == kind), None)


def inspected(told: Mapping[str, Any], cause: str) -> dict[str, Any]:
    """What an inspection's record tells, whatever the file calls its parts; the likeliest name comes first."""
    return {
        "object": _first_text(told, "object", "subject") or cause,
        "course": _first_text(told, "course", "process", "findings", "measures", "text", "result"),
        "result": _first_text(told, "result", "findings", "course", "measures", "text"),
        "weather": told.get("weather"),
    }


def _first_text(told: Mapping[str, Any], *names: str) -> str:
    """The first of the fields that says something; a list is one line each."""
    for name in names:
        value = told.get(name)
        text = "\n".join(sentence(one) for one in value if one.strip()) if isinstance(value, list) else str(value or "")
        if text.strip():
            return text
    return ""
