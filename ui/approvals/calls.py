"""What the approvals page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

import datetime
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.approvals.papers import about_words
from app.approvals.service import note_decision, request_approval, sign_for
from app.approvals.store import Approval, approvals_of, waiting_approvals
from app.attachments.service import attach
from app.cases.code_tables import court_calendar
from app.cases.court import Court, read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.rules.approvals import RELIEF, asked_in_time, decide_by, deciders, extended_limit
from app.rules.calendar import known_calendar
from app.service.deadlines import dates_of
from app.service.forced_appearance import KIND, note_effect, request_forced_appearance


@dataclass(frozen=True)
class ApprovalsView:
    """``rows`` wait, those of the chosen case first and with what was settled in it; ``limit`` its trial limit."""

    rows: list[dict[str, Any]]
    case: Case | None
    officers: list[tuple[str, str, str]]
    limit: str | None
    later: str | None


def view(desk: Desk, case_id: str) -> ApprovalsView:
    """Everything that waits at this laptop, and all that was ever asked in the chosen case."""
    court = read_court(desk.database)
    case = load_case(desk.database, case_id) if case_id else None
    shown = approvals_of(desk.database, case.id) if case is not None else []
    shown = [*shown, *(one for one in waiting_approvals(desk.database) if one.case != case_id)]
    officers = [(one["id"], one["name"], one["role"]) for one in court.officers]
    limit, later = _limits(desk, case) if case is not None else (None, None)
    return ApprovalsView([_row(desk, court, one) for one in shown], case, officers, limit, later)


def _row(desk: Desk, court: Court, approval: Approval) -> dict[str, Any]:
    case = load_case(desk.database, approval.case)
    asked_on = datetime.date.fromisoformat(approval.requested_at[:10])
    until = decide_by(approval.kind, asked_on, approval.about, court_calendar(desk.database))
    competent = deciders(approval.kind, approval.about)
    decider = court.officer(approval.decided_by)["name"] if approval.decided_by else ""
    return {
        "id": approval.record,
        "number": case.number,
        "kind": approval.kind,
        "about": about_words(case, court, approval) if approval.kind not in RELIEF else approval.reason,
        "state": approval.effect or ("awaits_signature" if approval.signs else approval.state),
        "awaits_effect": approval.kind == KIND and approval.state == "granted" and approval.effect is None,
        "awaits_signature": approval.signs is not None,
        "until": until.isoformat() if until is not None and approval.state == "pending" else "",
        "competent": [one["id"] for one in court.officers if one["role"] in competent],
        "decider": decider,
        "opinion": str(approval.fields.get("opinion") or ""),
    }


def _limits(desk: Desk, case: Case) -> tuple[str | None, str | None]:
    """The trial limit that runs, and the latest day to which the president may still put it off."""
    limit = dates_of(desk.database, case, on=desk.clock.now().date()).trial_limit
    if limit is None:
        return None, None
    granted = [one for one in approvals_of(desk.database, case.id, "extension") if one.state == "granted"]
    later = extended_limit(case.procedure, limit, 0, court_calendar(desk.database)) if not granted else None
    return limit.isoformat(), later.isoformat() if later is not None else None


def late_for_extension(today: datetime.date, until: str) -> bool:
    """Whether fewer than fifteen days are left to the limit (延审1)."""
    return not asked_in_time(today, datetime.date.fromisoformat(until), known_calendar())


def request(desk: Desk, case: str, values: dict[str, Any]) -> None:
    """The matter is on the record of the case."""
    if values["kind"] == KIND:
        told = {name: values[name] for name in ("reason", "article", "requested_at")}
        about = values["about"]
        request_forced_appearance(desk, case, person=about["party"], must_appear=about["must_appear"], **told)
    else:
        request_approval(desk, case, **values)


def carried_out(desk: Desk, approval: str, values: dict[str, Any]) -> None:
    """How the compulsory appearance ended is on the record."""
    note_effect(desk, approval, **values)


def decide(desk: Desk, approval: str, values: dict[str, Any]) -> None:
    """What was answered is on the record."""
    note_decision(desk, approval, **values)


def sign(desk: Desk, approval: str, at: str, confirmed: bool) -> None:
    """The officer at the desk signs for his decision, or says it was not his."""
    sign_for(desk, approval, at=at, confirmed=confirmed)


def scan(desk: Desk, approval: str, at: str, path: str) -> None:
    """The sheet that the decider signed is kept with the case."""
    case = desk.told(approval).case
    media = mimetypes.guess_type(path)[0] or "application/octet-stream"
    sheet = attach(desk, case, Path(path), Path(path).name, media)
    sign_for(desk, approval, at=at, scan=sheet)
