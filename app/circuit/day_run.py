"""Carries a whole circuit day: every step of every act at its moment, the evening's sync, and what came out."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.attachments.service import read
from app.circuit import papers as circuit_papers
from app.circuit import service as circuit
from app.circuit.day_case import DayCase, Step
from app.circuit.day_clock import DayClock, instant
from app.circuit.day_fees import left_to_pay
from app.circuit.store import circuit_services, last_trip
from app.clock import BEIJING
from app.desk import Desk, Officer
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import Paper, find_paper, load_paper
from app.errors import Refusal
from app.fees.service import cash_list, fee_of
from app.hearings.store import count_turns, sittings_of
from app.journal.devices import known_devices
from app.service.deadlines import dates_of, trial_limit_of
from app.service.service import note_sent
from app.service.store import waiting_services
from app.signing.certificates import trust_roots
from app.signing.issuing import to_pem
from app.signing.service import current_pdf, needs_paper, sign_with_key, state_of
from app.signing.session_keys import SessionKeys
from app.signing.store import signatures_of
from app.storage.drafts import load_draft, save_draft

if TYPE_CHECKING:
    from app.circuit.day_signing import DaySigning

RESULT = "circuit-day-result/1"
DONE = "day_step"
EVENING = datetime.time(18, 0)
NIGHT = datetime.timedelta(hours=12)
"""An act up to the next morning's six o'clock is still of this day."""


class Synced(Protocol):
    """One round with the court; called again it goes on where it stopped. Gives the figures of ``result.json``."""

    def __call__(self, desk: Desk, progress: Callable[[], None]) -> dict[str, int]: ...


@dataclass(frozen=True)
class _Task:
    moment: str
    act: int
    order: int
    name: str
    carry: Callable[[], None]


class DayRun:
    """One working process's share of a day: it begins with the first step that is not done."""

    def __init__(
        self,
        day: Mapping[str, Any],
        folder: Path,
        desk: Desk,
        clock: DayClock,
        keys: SessionKeys,
        fonts: FontSet,
        *,
        sync: Synced,
        say: Callable[[str], None],
        cut: Callable[[str], None],
    ) -> None:
        self.day = day
        self.desk = desk
        self.clock = clock
        self.keys = keys
        self.fonts = fonts
        self.sync = sync
        self.say = say
        self.cut = cut
        self.acts = {
            act["key"]: DayCase(act, folder, desk, clock, fonts, self.mishap) for act in day["acts"] if "filing" in act
        }

    def mishap(self, kind: str, key: str) -> None:
        """The power fails here, if the file says so and it has not yet: the process does not come back from ``cut``."""
        name = f"{kind}:{key}"
        happened = int(load_draft(self.desk.database, "mishap", name) or 0)
        if happened >= list(self.day.get("interruptions", ())).count(name):
            return
        save_draft(self.desk.database, "mishap", name, str(happened + 1))
        self.cut(name)

    def turns_of(self, key: str) -> int:
        """How many turns of the act's sittings are on record."""
        act = self.acts.get(key)
        if act is None or act.case_id is None:
            return 0
        return sum(count_turns(self.desk.database, s.record) for s in sittings_of(self.desk.database, act.case.id))

    def run(self) -> dict[str, Any]:
        """The day is carried to its end and home; gives the result without ``interruptions``.

        What the file dates after the evening (a letter's receipt) is noted when the court has had the day, and follows.
        """
        self._depart()
        tasks = self._tasks()
        evening = self._evening(tasks)
        self._carry([task for task in tasks if instant(task.moment) <= evening])
        figures = self._go_home(evening)
        if later := [task for task in tasks if instant(task.moment) > evening]:
            self._carry(later)
            figures = self._go_home(instant(later[-1].moment))
        return self._result(figures)

    def _carry(self, tasks: Sequence[_Task]) -> None:
        for task in tasks:
            if load_draft(self.desk.database, DONE, task.name):
                continue
            self.clock.set(instant(task.moment))
            self.say(f"{task.moment[11:16]} {task.name}")
            try:
                task.carry()
            except Refusal as refusal:
                # Checked before, it shows only now: say which act of the file cannot go on.
                inner = f".{refusal.details['at']}" if "at" in refusal.details else ""
                step = task.name.partition(": ")[2]
                told = {**refusal.details, "at": f"acts[{task.act}].{step}{inner}"}
                raise type(refusal)(refusal.code, **told) from None
            save_draft(self.desk.database, DONE, task.name, "done")

    def _depart(self) -> None:
        if last_trip(self.desk.database) is not None:
            return
        trip = self.day["trip"]
        circuit.depart(self.desk, date=self.day["date"], vehicle=trip.get("vehicle", ""), stops=trip["stops"])

    def _tasks(self) -> list[_Task]:
        tasks = list[_Task]()
        for index, told in enumerate(self.day["acts"]):
            key = told["key"]
            steps = self._steps_of(self.acts[key]) if key in self.acts else []
            if "circuit_service" in told:
                steps.append(Step("circuit_service", told["circuit_service"]["at"], partial(self._log_service, told)))
            tasks += [
                _Task(step.at, index, order, f"{key}: {step.name}", step.carry) for order, step in enumerate(steps)
            ]
        return sorted(tasks, key=lambda task: (instant(task.moment), task.act, task.order))

    def _steps_of(self, act: DayCase) -> list[Step]:
        steps = act.steps()
        sittings = [act.act[name] for name in ("hearing", "inquiry") if name in act.act]
        signing_at = max([steps[-1].at, *(str(told.get("closed_at", "")) for told in sittings)], key=instant)
        signing = self._signing(act)
        steps += [
            Step("records", signing_at, act.records),
            Step("signing", signing_at, signing.sign_all),
            Step("signed", signing_at, lambda: self.mishap("power_cut_after_signing", act.key)),
        ]
        services = sorted(act.act.get("service", ()), key=lambda told: instant(told.get("at") or told["queued_at"]))
        steps += [
            Step(f"service {number}", told.get("at") or told["queued_at"], partial(self._serve, act, signing, told))
            for number, told in enumerate(services, 1)
        ]
        steps = _one_after_the_other(steps)
        beside = [replace(step, at=max(step.at, steps[0].at, key=instant)) for step in act.beside()]
        last = max((step.at for step in (*steps, *beside)), key=instant)
        return [
            *steps[:1],
            *beside,
            *steps[1:],
            Step("fee notice", last, partial(act.issue, "fee_notice")),
            Step("certificates of service", last, act.certificates),
            Step("everything signed", last, signing.sign_all),
        ]

    def _serve(self, act: DayCase, signing: DaySigning, told: Mapping[str, Any]) -> None:
        for paper in act.papers_to_serve(told):
            signing.sign(paper)
        act.serve(told)

    def _signing(self, act: DayCase) -> DaySigning:
        # The libraries that sign take a second to read in; after a power cut the turns come first.
        from app.circuit.day_signing import DaySigning

        return DaySigning(act, self.keys, self.mishap)

    def _log_service(self, told: Mapping[str, Any]) -> None:
        service = told["circuit_service"]
        told = {name: service[name] for name in ("kind", "at", "place", "people", "summary")}
        if not any(told.items() <= held.items() for held in circuit_services(self.desk.database)):
            circuit.log_service(self.desk, **told)

    def _log_sheet(self) -> Paper | None:
        services = circuit_services(self.desk.database, self.day["date"])
        if not services:
            return None
        found = find_paper(self.desk.database, "court", "circuit_service_log")
        if found is None:
            blanks = circuit_papers.circuit_service_log(last_trip(self.desk.database), services)
            record = issue(self.desk, None, "circuit_service_log", blanks, made_on=self.day["date"], fonts=self.fonts)
            found = load_paper(self.desk.database, record)
        for box, role in (("judge", "judge"), ("clerk", "clerk")):
            officer = next((one for one in self.day["officers"] if one["role"] == role), None)
            if officer is not None and box in self._waiting(found):
                desk = self.desk.acting_as(Officer(officer["id"], officer["name"], officer["role"]))
                sign_with_key(desk, found.record, box, self.keys)
        return found

    def _waiting(self, paper: Paper) -> list[str]:
        state = state_of(self.desk, paper)
        return [place.signer for place in state.places if place.signer not in state.settled]

    def _evening(self, tasks: Sequence[_Task]) -> datetime.datetime:
        """When the laptop is back at the court: at six, or after the day's last act, which may be past midnight."""
        at = datetime.datetime.combine(datetime.date.fromisoformat(self.day["date"]), EVENING, BEIJING)
        return max(at, *(moment for task in tasks if (moment := instant(task.moment)) < at + NIGHT), at)

    def _go_home(self, evening: datetime.datetime) -> dict[str, int]:
        self.clock.set(evening)
        self._log_sheet()
        self.say(f"{evening:%H:%M} sync")
        figures = self.sync(self.desk, self._cut_sync)
        for service in waiting_services(self.desk.database):
            note_sent(self.desk, service.record, at=evening.isoformat(timespec="seconds"))
        for act in self.acts.values():
            act.certificates()
            self._signing(act).sign_all()
        # What the evening itself wrote goes home too.
        later = self.sync(self.desk, self._cut_sync)
        return {name: max(figures[name], later[name]) for name in later}

    def _cut_sync(self) -> None:
        for act in self.day["acts"]:
            self.mishap("power_cut_during_sync", act["key"])

    def _result(self, figures: Mapping[str, int]) -> dict[str, Any]:
        journal = self.desk.journal
        report = journal.verify(known_devices(self.desk.database))
        day = datetime.date.fromisoformat(self.day["date"])
        # Past midnight is still this trip, and its money is handed in with the rest.
        dates = (day, day + datetime.timedelta(days=1))
        cash = sum(cash_list(self.desk.database, one.isoformat())[1] for one in dates)
        return {
            "format": RESULT,
            "cases": {key: self._case_result(act) for key, act in self.acts.items()},
            "day": {"cash_total": f"{cash:.2f}"},
            "interruptions": [],
            "journal": {
                "entries": journal.count(),
                "head": journal.head(self.desk.device.device_id)[1],
                "verified": report.holds,
            },
            "sync": dict(figures),
        }

    def _case_result(self, act: DayCase) -> dict[str, Any]:
        case = act.case
        fee = fee_of(self.desk.database, case)
        dates = dates_of(self.desk.database, case)
        due = left_to_pay(self.desk.database, case, act.act.get("fee_relief"))
        return {
            "case_number": case.number,
            "number_type": case.number_type,
            "fee_full": f"{fee.full:.2f}",
            "fee_due": f"{due:.2f}",
            "closed": case.closed,
            "dispute_amount": f"{fee.dispute_amount:.2f}" if fee.dispute_amount else None,
            "effective_on": _day(dates.effective_on),
            "appeal_until": _day(dates.appeal_until),
            "objection_until": _day(dates.objection_until),
            "application_latest": _day(dates.application_latest),
            "resuit_barred_until": _day(dates.resuit_barred_until),
            "trial_limit": _day(dates.trial_limit or trial_limit_of(self.desk.database, case)),
            "next_hearing": case.fields.get("next_hearing"),
            "wet_signature_required": needs_paper(self.desk, case) is not None,
            "documents": [self._document(act.key, number, one) for number, one in enumerate(act.papers(), 1)],
        }

    def _document(self, key: str, number: int, paper: Paper) -> dict[str, Any]:
        state = state_of(self.desk, paper)
        path = f"{key}/{number:02d}-{paper.document}.pdf"
        return {
            "name": paper.document,
            "title": paper.title,
            "path": path,
            "scans": list(self._scans(path, paper)),
            "sha256": hashlib.sha256(current_pdf(self.desk, paper)).hexdigest(),
            "signatures": state.signatures,
            "waiting_for": [place.signer for place in state.places if place.signer not in state.settled],
        }

    def _scans(self, path: str, paper: Paper) -> dict[str, str]:
        """File name → attachment of each scan of the paper that was signed with a pen."""
        scans = dict.fromkeys(one.scan for one in signatures_of(self.desk.database, paper.record) if one.scan)
        stem = path.removesuffix(".pdf")
        return {f"{stem}-scan{n if n > 1 else ''}.pdf": scan for n, scan in enumerate(scans, 1)}

    def write(self, out: Path, result: Mapping[str, Any]) -> None:
        """Each act's papers lie in a folder of its own, as any reader opens them, beside ``result.json``."""
        for key, act in self.acts.items():
            papers = act.papers()
            for told, paper in zip(result["cases"][key]["documents"], papers, strict=True):
                place = out / told["path"]
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(current_pdf(self.desk, paper))
                for name, scan in self._scans(told["path"], paper).items():
                    (out / name).write_bytes(read(self.desk, scan))
        logged = next((act["key"] for act in self.day["acts"] if "circuit_service" in act), None)
        sheet = self._log_sheet()
        if logged is not None and sheet is not None:
            (out / logged).mkdir(parents=True, exist_ok=True)
            (out / logged / "01-circuit_service_log.pdf").write_bytes(current_pdf(self.desk, sheet))
        # Whoever checks a signature needs the root that the practice court signed under.
        (out / "signing-root.pem").write_bytes(to_pem(tuple(trust_roots(self.desk.database))))
        text = json.dumps(result, ensure_ascii=False, indent=1)
        (out / "result.json").write_text(text + "\n", encoding="utf-8")


def _one_after_the_other(steps: Sequence[Step]) -> list[Step]:
    """A step never comes before the one it follows, whatever moments the file gives."""
    latest, ordered = "", list[Step]()
    for step in steps:
        latest = max(latest, step.at, key=instant)
        ordered.append(replace(step, at=latest))
    return ordered


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day is not None else None
