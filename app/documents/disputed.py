"""Papers that printed a value for which another laptop, without knowing, had another one (design, section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.documents.store import Paper, all_papers, papers_of
from app.journal.entry import Entry, Json
from app.journal.journal import Journal
from app.journal.told import Told, tell_record
from app.storage.database import Database


@dataclass(frozen=True)
class DisputedValue:
    """A field that the paper printed as ``printed`` while a rival entry said ``rival``.

    ``state`` is ``open`` until a person has picked, ``upheld`` where the printed value was picked, and ``overruled``
    where it was not: then ``right`` is what was picked, and the paper's correction is due.
    """

    paper: Paper
    record: str
    field: str
    printed: Json
    rival: Json
    state: Literal["open", "upheld", "overruled"]
    right: Json = None


def papers_on_disputed_values(database: Database, case: str | None = None) -> list[DisputedValue]:
    """Every value on an issued paper, of one case or of all, that proved to have a rival; in the order of issue."""
    journal = Journal(database)
    told: dict[str, Told] = {}
    found = []
    for paper in all_papers(database) if case is None else papers_of(database, case):
        for record, printed in paper.printed.items():
            if record not in told:
                told[record] = tell_record(record, journal.of_record(record))
            found += _disputed(paper, told[record], set(printed))
    return found


def _disputed(paper: Paper, told: Told, printed: set[str]) -> list[DisputedValue]:
    found = []
    here = [entry for entry in told.entries if entry.name in printed]
    for field in sorted({field for entry in here for field in entry.fields}):
        tellers = [entry for entry in told.entries if field in entry.fields]
        if len(tellers) < 2:
            continue
        before = _before(tellers, field)
        # Of the entries that were printed, the one that no other printed one had replaced gave this field its word.
        mine = [one for one in here if field in one.fields]
        word = next((one for one in mine if not any(one.name in before[other.name] for other in mine)), mine[-1])
        for rival in tellers:
            known = rival.name in before[word.name] or word.name in before[rival.name]
            if rival is word or known or rival.fields[field] == word.fields[field]:
                continue
            pick = next((one for one in tellers if {word.name, rival.name} <= before[one.name]), None)
            right = None if pick is None else pick.fields[field]
            state: Literal["open", "upheld", "overruled"] = (
                "open" if pick is None else "upheld" if right == word.fields[field] else "overruled"
            )
            found.append(
                DisputedValue(
                    paper, told.record, field, word.fields[field], rival.fields[field], state,
                    right if state == "overruled" else None,
                )
            )  # fmt: skip
    return found


def _before(tellers: list[Entry], field: str) -> Mapping[str, set[str]]:
    """For each entry that tells the field, those it had seen: the ones it replaces, and the device's own earlier."""
    known: dict[str, set[str]] = {}
    for entry in tellers:
        seen = set[str]()
        for base in entry.bases.get(field, ()):
            seen |= {base} | known.get(base, set())
        for other in tellers:
            if other.device == entry.device and other.sequence < entry.sequence:
                seen |= {other.name} | known.get(other.name, set())
        known[entry.name] = seen
    return known
