"""Carries a whole circuit day: every step of every act at its moment, the evening's sync, and what came out."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.attachments.service import read
from app.circuit import papers as circuit_papers
from app.circuit import service as circuit
from app.circuit.day_case import DayCase
from app.circuit.day_clock import DayClock
from app.circuit.store import circuit_services, last_trip
from app.desk import Desk, Officer
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import Paper, find_paper, load_paper
from app.errors import Refusal
from app.fees.service import cash_list, fee_of
from app.hearings.store import count_turns, sittings_of
from app.journal.devices import known_devices
from app.service.deadlines import dates_of
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
        if name not in self.day.get("interruptions", ()) or load_draft(self.desk.database, "mishap", name):
            return
        save_draft(self.desk.database, "mishap", name, "done")
        self.cut(name)

    def turns_of(self, key: str) -> int:
        """How many turns of the act's sittings are on record."""
        act = self.acts.get(key)
        if act is None or act.case_id is None:
            return 0
        return sum(count_turns(self.desk.database, s.record) for s in sittings_of(self.desk.database, act.case.id))

    def run(self) -> dict[str, Any]:
        """The day is carried to its end and home; gives the result without ``interruptions``."""
        self._depart()
        for task in self._tasks():
            if load_draft(self.desk.database, DONE, task.name):
                continue
            self.clock.set(datetime.datetime.fromisoformat(task.moment))
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
        figures = self._go_home()
        return self._result(figures)

    def _depart(self) -> None:
        if last_trip(self.desk.database) is not None:
            return
        trip = self.day["trip"]
        circuit.depart(self.desk, date=self.day["date"], vehicle=trip.get("vehicle", ""), stops=trip["stops"])

    def _tasks(self) -> list[_Task]:
        tasks = list[_Task]()
        for index, told in enumerate(self.day["acts"]):
            key = told["key"]
            steps: list[tuple[str, str, Callable[[], None]]]
            if key in self.acts:
                steps = self._steps_of(self.acts[key])
            elif "circuit_service" in told:
                steps = [("circuit_service", told["circuit_service"]["at"], partial(self._log_service, told))]
            else:
                steps = []
            latest = ""
            for order, (name, at, carry) in enumerate(steps):
                # A step never comes before the one it follows, whatever moments the file gives.
                latest = max(latest, at, key=_instant)
                tasks.append(_Task(latest, index, order, f"{key}: {name}", carry))
        return sorted(tasks, key=lambda task: (_instant(task.moment), task.act, task.order))

    def _steps_of(self, act: DayCase) -> list[tuple[str, str, Callable[[], None]]]:
        steps = [(step.name, step.at, step.carry) for step in act.steps()]
        last = steps[-1][1]
        hearing = act.act.get("hearing") or act.act.get("inquiry") or {}
        signing_at = max(last, str(hearing.get("closed_at") or last), key=_instant)
        steps.append(("records", signing_at, act.records))
        signing = self._signing(act)
        steps.append(("signing", signing_at, signing.sign_all))
        steps.append(("signed", signing_at, lambda: self.mishap("power_cut_after_signing", act.key)))
        for number, service in enumerate(act.act.get("service", ()), 1):
            at = service.get("at") or service["queued_at"]
            steps.append((f"service {number}", at, partial(act.serve, service)))
        if act.act.get("service"):
            steps.append(("certificates of service", steps[-1][1], act.certificates))
            steps.append(("certificates signed", steps[-1][1], signing.sign_all))
        return steps

    def _signing(self, act: DayCase) -> DaySigning:
        # The libraries that sign take a second to read in; after a power cut the turns come first.
        from app.circuit.day_signing import DaySigning

        return DaySigning(act, self.keys, self.mishap)

    def _log_service(self, told: Mapping[str, Any]) -> None:
        service = told["circuit_service"]
        if any(held["at"] == service["at"] for held in circuit_services(self.desk.database)):
            return
        names = ("kind", "at", "place", "people", "summary")
        circuit.log_service(self.desk, **{name: service[name] for name in names})

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

    def _go_home(self) -> dict[str, int]:
        moments = [datetime.datetime.fromisoformat(task.moment) for task in self._tasks()]
        day = datetime.date.fromisoformat(self.day["date"])
        zone = moments[0].tzinfo if moments else datetime.timezone(datetime.timedelta(hours=8))
        evening = max([datetime.datetime.combine(day, EVENING, zone), *moments])
        self.clock.set(evening)
        self._log_sheet()
        self.say(f"{evening:%H:%M} sync")
        figures = self.sync(self.desk, self._cut_sync)
        waiting = waiting_services(self.desk.database)
        for service in waiting:
            note_sent(self.desk, service.record, at=evening.isoformat(timespec="seconds"))
        for act in self.acts.values():
            act.certificates()
            self._signing(act).sign_all()
        # What the evening itself wrote goes home too.
        later = self.sync(self.desk, lambda: None)
        return {name: max(figures[name], later[name]) for name in later}

    def _cut_sync(self) -> None:
        for key in self.acts:
            self.mishap("power_cut_during_sync", key)

    def _result(self, figures: Mapping[str, int]) -> dict[str, Any]:
        journal = self.desk.journal
        report = journal.verify(known_devices(self.desk.database))
        _, cash = cash_list(self.desk.database, self.day["date"])
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
        result: dict[str, Any] = {
            "case_number": case.number,
            "number_type": case.number_type,
            "fee_full": f"{fee.full:.2f}",
            "fee_due": f"{fee.due:.2f}",
            "closed": case.closed,
            "dispute_amount": f"{fee.dispute_amount:.2f}" if fee.dispute_amount else None,
            "effective_on": _day(dates.effective_on),
            "appeal_until": _day(dates.appeal_until),
            "objection_until": _day(dates.objection_until),
            "application_latest": _day(dates.application_latest),
            "resuit_barred_until": _day(dates.resuit_barred_until),
            "trial_limit": _day(dates.trial_limit),
            "next_hearing": case.fields.get("next_hearing"),
            "wet_signature_required": needs_paper(self.desk, case) is not None,
        }
        expected = act.act.get("expect", {})
        kept = {
            name: value for name, value in result.items() if value is not None or name in expected or name in _ALWAYS
        }
        return kept | {
            "documents": [self._document(act.key, number, one) for number, one in enumerate(act.papers(), 1)]
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


_ALWAYS = ("closed", "effective_on", "appeal_until", "dispute_amount")


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _instant(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text) if text else datetime.datetime.min.replace(tzinfo=datetime.UTC)
