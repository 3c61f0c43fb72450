"""What all entries about one record come to, whatever order they arrived in: standing values, rivals, what waits."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.journal.entry import SHAPE, Entry, Json


@dataclass(frozen=True)
class Rivals:
    """Concurrent values of one field that differ; ``standing`` is the one that counts until a person has picked."""

    field: str
    standing: str
    entries: tuple[str, ...]
    values: tuple[Json, ...]


@dataclass(frozen=True)
class Told:
    """One record, told from every entry held about it.

    ``entries`` are in causal order and are those whose bases are all here; ``waiting`` are the others. ``newer`` is
    true where an entry has a shape that this program does not know: the record is read-only until the upgrade.
    """

    record: str
    case: str
    entries: tuple[Entry, ...]
    fields: Mapping[str, Json]
    standing: Mapping[str, str]
    heads: Mapping[str, tuple[str, ...]]
    rivals: tuple[Rivals, ...]
    waiting: tuple[Entry, ...]
    newer: bool

    @cached_property
    def first(self) -> Entry:
        return self.entries[0]

    @cached_property
    def last(self) -> Entry:
        return self.entries[-1]

    @property
    def acts(self) -> tuple[str, ...]:
        return tuple(entry.act for entry in self.entries)

    def by(self, act: str) -> list[Entry]:
        """The entries of one act, in causal order."""
        return [entry for entry in self.entries if entry.act == act]


def tell_record(record: str, entries: Sequence[Entry]) -> Told:
    """The same result for every order of ``entries`` (design: any order of arrival gives the same tables)."""
    newer = any(entry.shape != SHAPE for entry in entries)
    known = {entry.name: entry for entry in entries if entry.shape == SHAPE and entry.body is not None}
    settled = _settled(known)
    waiting = tuple(known[name] for name in sorted(known.keys() - {entry.name for entry in settled}))
    replaced: dict[str, set[str]] = {}
    tellers: dict[str, list[Entry]] = {}
    said = {entry.name: entry.fields for entry in settled}
    for entry in settled:
        bases = entry.bases
        for field in said[entry.name]:
            tellers.setdefault(field, []).append(entry)
            if field in bases:
                replaced.setdefault(field, set()).update(bases[field])
    fields: dict[str, Json] = {}
    standing: dict[str, str] = {}
    heads: dict[str, tuple[str, ...]] = {}
    rivals: list[Rivals] = []
    for field in sorted(tellers):
        current = tellers[field]
        if field in replaced:
            current = [entry for entry in current if entry.name not in replaced[field]]
            if not current:
                continue
        if len(current) > 1:
            current.sort(key=_precedence)
            values = [said[entry.name][field] for entry in current]
            if any(value != values[0] for value in values):
                names = tuple(entry.name for entry in current)
                rivals.append(Rivals(field, current[0].name, names, tuple(values)))
        fields[field] = said[current[0].name][field]
        standing[field] = current[0].name
        heads[field] = tuple(entry.name for entry in current)
    case = settled[0].case if settled else min((entry.case for entry in entries), default="")
    return Told(record, case, tuple(settled), fields, standing, heads, tuple(rivals), waiting, newer)


def _precedence(entry: Entry) -> tuple[int, int, str]:
    """The first that the court received stands; those without a place come last, by name."""
    return (0, entry.log_index, "") if entry.log_index is not None else (1, 0, entry.name)


def _settled(known: Mapping[str, Entry]) -> list[Entry]:
    """Entries whose bases are all held and settled themselves, in causal order, ties by precedence."""
    if len(known) == 1:
        (only,) = known.values()
        return [only] if not any(only.bases.values()) else []
    needs = {name: {base for bases in e.bases.values() for base in bases} for name, e in known.items()}
    previous: dict[str, Entry] = {}
    for entry in sorted(known.values(), key=lambda e: (e.device, e.sequence, e.name)):
        before = previous.get(entry.device)
        # One device's own order is causal too; on a fork (same sequence twice) neither comes before the other.
        if before is not None and before.sequence < entry.sequence:
            needs[entry.name].add(before.name)
        previous[entry.device] = entry
    followers: dict[str, list[str]] = {}
    open_needs = {name: len(bases) for name, bases in needs.items()}
    for name, bases in needs.items():
        for base in bases:
            followers.setdefault(base, []).append(name)
    ready = [(_precedence(known[name]), name) for name, count in open_needs.items() if not count]
    heapq.heapify(ready)
    order: list[Entry] = []
    while ready:
        _, name = heapq.heappop(ready)
        order.append(known[name])
        for follower in followers.get(name, ()):
            open_needs[follower] -= 1
            if not open_needs[follower]:
                heapq.heappush(ready, (_precedence(known[follower]), follower))
    return order
