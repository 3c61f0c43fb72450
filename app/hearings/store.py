"""The tables of sittings, of what was said in them turn by turn, and of their recordings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.errors import NeedsCorrection
from app.journal.told import Told
from app.storage.database import Database

VERSION = 2
TABLES = {
    "sitting": """
        CREATE TABLE sitting (
            record TEXT PRIMARY KEY, case_id TEXT NOT NULL, kind TEXT NOT NULL, opened_at TEXT NOT NULL,
            closed_at TEXT, device TEXT NOT NULL, fields TEXT NOT NULL) STRICT;
        CREATE INDEX sitting_case ON sitting (case_id, opened_at)""",
    "turn": """
        CREATE TABLE turn (
            record TEXT PRIMARY KEY, sitting TEXT NOT NULL, ordinal INTEGER NOT NULL, speaker TEXT NOT NULL,
            text TEXT NOT NULL, at TEXT NOT NULL, corrected_from TEXT, corrections INTEGER NOT NULL,
            recording TEXT, offset_ms INTEGER) STRICT;
        CREATE INDEX turn_sitting ON turn (sitting, ordinal, record)""",
    "recording": """
        CREATE TABLE recording (
            record TEXT PRIMARY KEY, sitting TEXT NOT NULL, ordinal INTEGER NOT NULL, file TEXT NOT NULL,
            began_at TEXT NOT NULL, ended_at TEXT, attachment TEXT, why TEXT) STRICT;
        CREATE INDEX recording_sitting ON recording (sitting, ordinal)""",
}


@dataclass(frozen=True)
class Pause:
    """休庭 from ``at`` to ``until`` (None while it lasts), after the turn of the ordinal ``after``; ISO 8601 text."""

    at: str
    reason: str
    after: int
    until: str | None = None


@dataclass(frozen=True)
class Sitting:
    """``kind`` is ``hearing``, ``inquiry``, ``inspection`` or ``absence``; moments are ISO 8601 text."""

    record: str
    case: str
    kind: str
    opened_at: str
    closed_at: str | None
    device: str
    fields: dict[str, Any]

    def heard_on(self, day: str) -> bool:
        """Whether the day is one of the hearing's: a judgment announced on it is announced 当庭 (民诉151)."""
        return self.kind == "hearing" and self.opened_at[:10] <= day <= (self.closed_at or day)[:10]

    @property
    def put_off(self) -> bool:
        """Whether the hearing is to go on another day, set or not (延期开庭, 民诉149)."""
        return bool(self.fields.keys() & {"adjourned_to", "adjourned_why"})

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """Every 休庭 of the sitting, in order."""
        return tuple(Pause(**pause) for pause in self.fields.get("pauses", ()))

    @property
    def paused(self) -> Pause | None:
        """The pause that lasts, if one does."""
        last = next(reversed(self.pauses), None)
        return last if last is not None and last.until is None and self.closed_at is None else None


@dataclass(frozen=True)
class Turn:
    """One finished turn; ``corrected_from`` is what stood there first, where it was corrected.

    ``offset_ms`` is where the turn begins in the sound of ``recording``, where it was recorded.
    """

    record: str
    ordinal: int
    speaker: str
    text: str
    at: str
    corrected_from: str | None
    recording: str | None = None
    offset_ms: int | None = None


@dataclass(frozen=True)
class Recording:
    """One stretch of sound, without a gap; ``why`` it ended: stopped, paused, closed, failed, cut (by a power cut).

    ``file`` names it on the laptop that recorded it; ``attachment`` is None while it runs, or where nothing was safe.
    """

    record: str
    sitting: str
    ordinal: int
    file: str
    began_at: str
    ended_at: str | None
    attachment: str | None
    why: str | None


def receive(database: Database, told: Told) -> None:
    """The row of one sitting, of one turn with what it said before its corrections, or of one recording."""
    fields = told.fields
    if told.first.act.startswith("recording."):
        database.execute(
            "INSERT INTO recording (record, sitting, ordinal, file, began_at, ended_at, attachment, why)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (told.record, fields["sitting"], fields["ordinal"], fields["file"], fields["began_at"],
             fields.get("ended_at"), fields.get("attachment"), fields.get("why")),
        )  # fmt: skip
        return
    if told.first.act.startswith("turn."):
        ended = told.by("turn.ended")
        if not ended:
            return
        first_text = str(ended[0].fields["text"])
        database.execute(
            "INSERT INTO turn (record, sitting, ordinal, speaker, text, at, corrected_from, corrections,"
            " recording, offset_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                told.record,
                fields["sitting"],
                fields["ordinal"],
                fields["speaker"],
                fields["text"],
                fields["at"],
                first_text if first_text != fields["text"] else None,
                len(told.by("turn.corrected")),
                fields.get("recording"),
                fields.get("offset_ms"),
            ),
        )
        return
    # An entry of another laptop may stand first where it names no base: the opener holds the pen all the same.
    opening = next(entry for entry in told.entries if entry.act in ("hearing.opened", "hearing.adjourned"))
    database.execute(
        "INSERT INTO sitting (record, case_id, kind, opened_at, closed_at, device, fields)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            told.record,
            told.case,
            fields["kind"],
            fields["opened_at"],
            fields.get("closed_at"),
            opening.device,
            json.dumps(dict(fields), ensure_ascii=False, sort_keys=True),
        ),
    )


def sittings_of(database: Database, case: str) -> list[Sitting]:
    """The case's sittings, in order of opening."""
    rows = database.query("SELECT * FROM sitting WHERE case_id = ? ORDER BY opened_at, record", (case,))
    return [_sitting(row) for row in rows]


def load_sitting(database: Database, sitting: str) -> Sitting:
    """Refuses with ``unknown_sitting``."""
    rows = database.query("SELECT * FROM sitting WHERE record = ?", (sitting,))
    if not rows:
        raise NeedsCorrection("unknown_sitting", sitting=sitting)
    return _sitting(rows[0])


def open_sittings(database: Database) -> list[Sitting]:
    """Sittings that were opened and not closed: where the program goes on after a power cut."""
    rows = database.query("SELECT * FROM sitting WHERE closed_at IS NULL ORDER BY opened_at DESC")
    return [_sitting(row) for row in rows]


def turns_of(database: Database, sitting: str, after: int = 0) -> list[Turn]:
    """The sitting's turns above the ordinal, in the order they were said."""
    rows = database.query(
        "SELECT record, ordinal, speaker, text, at, corrected_from, recording, offset_ms FROM turn"
        " WHERE sitting = ? AND ordinal > ? ORDER BY ordinal, record",
        (sitting, after),
    )
    return [Turn(**row) for row in rows]


def recordings_of(database: Database, sitting: str) -> list[Recording]:
    """The sitting's recordings, in order of beginning."""
    rows = database.query("SELECT * FROM recording WHERE sitting = ? ORDER BY ordinal, record", (sitting,))
    return [Recording(**row) for row in rows]


def load_recording(database: Database, recording: str) -> Recording:
    """Refuses with ``unknown_recording``."""
    rows = database.query("SELECT * FROM recording WHERE record = ?", (recording,))
    if not rows:
        raise NeedsCorrection("unknown_recording")
    return Recording(**rows[0])


def count_turns(database: Database, sitting: str) -> int:
    """How many finished turns the sitting has."""
    return int(database.query("SELECT count(*) AS n FROM turn WHERE sitting = ?", (sitting,))[0]["n"])


def last_ordinal(database: Database, sitting: str) -> int:
    """The ordinal of the last finished turn; 0 before the first."""
    return int(database.query("SELECT coalesce(max(ordinal), 0) AS n FROM turn WHERE sitting = ?", (sitting,))[0]["n"])


def _sitting(row: dict[str, Any]) -> Sitting:
    return Sitting(
        row["record"],
        row["case_id"],
        row["kind"],
        row["opened_at"],
        row["closed_at"],
        row["device"],
        json.loads(row["fields"]),
    )
