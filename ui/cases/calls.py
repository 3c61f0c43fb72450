"""What the case page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.attachments.service import attach
from app.attachments.store import of_case
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.cases.suspensions import Suspension, suspensions_of
from app.desk import Desk
from app.documents.store import Paper, papers_of
from app.journal.disputes import open_disputes
from app.service.deadlines import running
from app.service.running import Running
from ui.cases.words import about_words

UNTOLD = ("turn.ended", "attachment.added")
"""Acts too many for the timeline: a hearing has hundreds of turns, a paper several attachments."""


@dataclass(frozen=True)
class CaseView:
    case: Case
    papers: list[Paper]
    files: list[dict[str, Any]]
    disputes: list[dict[str, Any]]
    happened: list[dict[str, str]]
    running: tuple[Running, ...]
    suspensions: list[Suspension]


def view(desk: Desk, case: str) -> CaseView:
    """Everything the page shows of one case."""
    names = {officer["id"]: officer["name"] for officer in desk_officers(desk)}
    happened = [
        {
            "at": entry.claimed_at,
            "act": entry.act,
            "officer": names.get(entry.officer, entry.officer),
            "about": str(entry.fields.get("title") or entry.fields.get("name") or about_words(entry.act, entry.fields)),
        }
        for entry in desk.journal.of_case(case)
        if entry.body is not None and entry.act not in UNTOLD
    ]
    happened.sort(key=lambda row: row["at"])
    held = load_case(desk.database, case)
    return CaseView(
        held,
        papers_of(desk.database, case),
        of_case(desk.database, case),
        [_dispute(desk, row, names) for row in open_disputes(desk.database, case)],
        happened,
        running(desk.database, held, desk.clock.now().date()),
        suspensions_of(desk.database, case),
    )


def _dispute(desk: Desk, row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The open dispute with ``values``: each rival value with every telling of it, who, when and where."""
    told = desk.told(str(row["record"]))
    rival = next(one for one in told.rivals if one.field == row["field"])
    entries = {entry.name: entry for entry in told.entries}
    values: list[dict[str, Any]] = []
    for name, value in zip(rival.entries, rival.values, strict=True):
        entry = entries[name]
        telling = {
            "who": names.get(entry.officer, entry.officer),
            "at": entry.claimed_at,
            "here": entry.device == desk.device.device_id,
        }
        same = next((one for one in values if one["value"] == value), None)
        if same is None:
            values.append({"value": value, "told": [telling]})
        else:
            same["told"].append(telling)
    return {"record": row["record"], "field": row["field"], "values": values}


def desk_officers(desk: Desk) -> list[dict[str, str]]:
    """Everyone whom the court's settings name."""
    return [dict(officer) for officer in read_court(desk.database).officers]


def add_files(desk: Desk, case: str, paths: list[str]) -> int:
    """The files are attachments of the case; gives how many."""
    for path in paths:
        media = mimetypes.guess_type(path)[0] or "application/octet-stream"
        attach(desk, case, Path(path), Path(path).name, media)
    return len(paths)


def decide(desk: Desk, record: str, field: str, value: Any) -> None:
    """A person has picked one of the rival values."""
    desk.decide(record, field, value)
