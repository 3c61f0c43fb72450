"""The court's journal: verifies every entry, keeps both branches of a fork, and pages entries out again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.clock import Clock
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import device_id_of
from app.journal.entry import COURT, MAIN, Entry, TamperedEntry, verify_entry
from sync.messages import Page, Placed, Pull, Pushed, WireEntry, group_of, leaf_of_entry, size_of, uncut
from sync.server.keys import note_keys
from sync.server.log import Log
from sync.server.numbers import take_back
from sync.server.scope import condition, put_all_in_scope, scope_of
from sync.server.sealing import Seal
from sync.server.sending import note_services
from sync.server.store import (
    Store,
    courts,
    cursors,
    devices,
    entries,
    named_attachments,
    officers,
    revocations,
)
from sync.server.voice import remember

MOST_ENTRIES = 5000
"""Entries that one batch may hold; far above what a laptop sends at once."""
MOST_PAGE = 4 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NAMED = re.compile(rb'digest"|sha256"')
_ROWS = 256
_AT_ONCE = 400


@dataclass(frozen=True)
class CourtJournal:
    """The entries of one court, their bodies sealed on disk, each with its place in the log."""

    court: str
    store: Store
    log: Log
    bodies: Seal
    own_key: bytes
    clock: Clock

    def take(self, sender: str, batch: Sequence[Entry]) -> Pushed:
        """The batch is in the journal and the log, whole, and each entry's place is told.

        An entry already held keeps its place. Refuses, and keeps nothing, with TamperedEntry, ``author_unknown``,
        ``group_cut``, ``batch_too_large``, or ``chain_gap`` where what came before an entry is not here.
        """
        if len(batch) > MOST_ENTRIES:
            raise NeedsCorrection("batch_too_large")
        self._verify(batch)
        with self.store.writing(self.court) as connection:
            held = self._held(connection, [entry.name for entry in batch])
            fresh = [entry for entry in dict.fromkeys(batch) if entry.name not in held]
            forked = self._check_chains(connection, fresh)
            flags = self._flags(connection, fresh, forked)
            places = self.log.append(connection, [leaf_of_entry(entry.name) for entry in fresh])
            self._insert(connection, sender, list(zip(fresh, places, strict=True)), flags)
            own = device_id_of(self.own_key)
            for entry in fresh:
                if entry.device == own:
                    # Our own word, which we had lost with a disk and a laptop still has.
                    remember(connection, self.court, entry)
                    take_back(connection, self.court, entry, self.clock)
            for entry in batch:
                if entry.name in held and entry.body is not None and not held[entry.name].whole:
                    self._restore_body(connection, entry, entry.body)
            if forked:
                connection.execute(
                    devices.update()
                    .where(devices.c.court == self.court, devices.c.device.in_(sorted(forked)))
                    .values(forked=True)
                )
        told = {name: row.place for name, row in held.items()}
        told |= {entry.name: place for entry, place in zip(fresh, places, strict=True)}
        return Pushed(told, tuple(sorted(forked)))

    def append_own(self, connection: Connection, entry: Entry) -> int:
        """The court's own entry is in the journal and the log, in the caller's transaction."""
        (place,) = self.log.append(connection, [leaf_of_entry(entry.name)])
        self._insert(connection, entry.device, [(entry, place)], {})
        return place

    @property
    def own_device(self) -> str:
        return device_id_of(self.own_key)

    def of_case(self, case: str) -> list[Entry]:
        """Every entry of the case, in the log's order."""
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(entries)
                .where(entries.c.court == self.court, entries.c.case_id == case)
                .order_by(entries.c.place)
            )
            return [self._entry(row) for row in rows]

    def issued(self, paper: str) -> Entry | None:
        """The first entry that issued a paper of this record; bodies are sealed, so each that names bytes is read."""
        naming = sa.select(named_attachments.c.entry).where(named_attachments.c.court == self.court)
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(entries)
                .where(entries.c.court == self.court, entries.c.name.in_(naming), entries.c.body.is_not(None))
                .order_by(entries.c.place)
            )
            found = (entry for entry in map(self._entry, rows) if entry.record == paper)
            return next((entry for entry in found if entry.act == "paper.issued"), None)

    def known(self, connection: Connection, device: str, chain: Mapping[str, str]) -> tuple[int, int]:
        """The highest sampled sequence of the device whose entry is held, and the highest held on any branch."""
        mine = (entries.c.court == self.court) & (entries.c.device == device)
        tip = connection.execute(sa.select(sa.func.max(entries.c.sequence)).where(mine)).scalar() or 0
        rows = connection.execute(
            sa.select(entries.c.sequence).where(mine, entries.c.name.in_(list(chain.values())[:_AT_ONCE]))
        )
        return max((int(row.sequence) for row in rows), default=0), int(tip)

    def page(self, device: str, pull: Pull) -> Page:
        """The next entries in the device's scope, in the log's order, about `limit` bytes, no group cut."""
        limit = min(max(pull.limit, 1), MOST_PAGE)
        apart = {(cursor.case, cursor.compartment): cursor.place for cursor in pull.apart}
        with self.store.reading() as connection:
            end = int(connection.execute(sa.select(courts.c.log_size).where(courts.c.court == self.court)).scalar_one())
            forked = connection.execute(
                sa.select(devices.c.forked).where(devices.c.court == self.court, devices.c.device == device)
            ).scalar()
            chosen = list[Placed]()
            size, group = 0, None
            for row in self._rows(connection, device, pull.after, apart):
                if row.device == device and not pull.own and not forked:
                    continue
                if row.place < apart.get((row.case_id, row.compartment), pull.after):
                    continue
                if size >= limit and (row.group_id is None or row.group_id != group):
                    return Page(tuple(chosen), row.place, True)
                entry = self._entry(row)
                chosen.append(Placed(WireEntry.of(entry), row.place))
                size += size_of(entry)
                group = row.group_id
        self._note_cursor(device, end)
        return Page(tuple(chosen), end, False)

    def _rows(
        self, connection: Connection, device: str, after: int, apart: Mapping[tuple[str, str], int]
    ) -> Iterator[sa.Row[Any]]:
        """What the device may hold, from the first place that it asks for."""
        column = entries.c
        place = min([after, *apart.values()])
        apart_cases = sorted({case for case, _ in apart})
        allowed = sa.and_(
            column.court == self.court, condition(column.case_id, column.compartment, self.court, device)
        )
        while True:
            wanted = sa.and_(allowed, column.place >= place)
            if place < after:
                wanted = sa.and_(wanted, sa.or_(column.place >= after, column.case_id.in_(apart_cases)))
            rows = connection.execute(sa.select(entries).where(wanted).order_by(column.place).limit(_ROWS)).all()
            scope = scope_of(connection, self.court, device, sorted({row.case_id for row in rows}))
            yield from (row for row in rows if scope.allows(row.case_id, row.compartment))
            if len(rows) < _ROWS:
                return
            place = rows[-1].place + 1

    def _verify(self, batch: Sequence[Entry]) -> None:
        try:
            authors = {entry.device for entry in batch}
            for entry in batch:
                if entry.case == "" or entry.sequence < 1:
                    raise TamperedEntry(entry.name, "header_is_not_canonical")
        except (ValueError, KeyError, TypeError):
            raise NeedsCorrection("entry_tampered", why="header_is_not_canonical") from None
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(devices.c.device, devices.c.public).where(
                    devices.c.court == self.court, devices.c.device.in_(sorted(authors))
                )
            )
            keys = {row.device: bytes(row.public) for row in rows}
        keys[device_id_of(self.own_key)] = self.own_key
        if unknown := authors - keys.keys():
            raise NeedsCorrection("author_unknown", device=min(unknown))
        for entry in batch:
            verify_entry(entry, keys[entry.device])
        for run in uncut(batch):
            group = group_of(run[0])
            if group is None:
                continue
            indexes = [each.index for entry in run if (each := group_of(entry)) is not None]
            if indexes != list(range(group.size)):
                raise NeedsCorrection("group_cut", entry=run[0].name)

    def _held(self, connection: Connection, names: Sequence[str]) -> dict[str, sa.Row[Any]]:
        held = dict[str, sa.Row[Any]]()
        for part in _parts(names):
            rows = connection.execute(
                sa.select(
                    entries.c.name,
                    entries.c.place,
                    entries.c.device,
                    entries.c.sequence,
                    entries.c.body.is_not(None).label("whole"),
                ).where(entries.c.court == self.court, entries.c.name.in_(part))
            )
            held |= {row.name: row for row in rows}
        return held

    def _check_chains(self, connection: Connection, fresh: Sequence[Entry]) -> set[str]:
        """Every entry follows one that is held or stands before it in the batch; the devices that have forked."""
        outside = {entry.previous for entry in fresh if entry.previous} - {entry.name for entry in fresh}
        before = {
            name: (row.device, int(row.sequence)) for name, row in self._held(connection, sorted(outside)).items()
        }
        taken = set[tuple[str, int]]()
        for device in {entry.device for entry in fresh}:
            sequences = [entry.sequence for entry in fresh if entry.device == device]
            rows = connection.execute(
                sa.select(entries.c.sequence).where(
                    entries.c.court == self.court,
                    entries.c.device == device,
                    entries.c.sequence.between(min(sequences), max(sequences)),
                )
            )
            taken |= {(device, int(row.sequence)) for row in rows}
        forked = set[str]()
        for entry in fresh:
            place = (entry.device, entry.sequence)
            follows = (
                entry.sequence == 1
                if entry.previous is None
                else before.get(entry.previous) == (entry.device, entry.sequence - 1)
            )
            if not follows:
                if entry.previous is not None and entry.previous not in before:
                    raise NotPossibleNow("chain_gap", device=entry.device, sequence=entry.sequence)
                raise TamperedEntry(entry.name, "chain_is_broken")
            if place in taken:
                forked.add(entry.device)
            taken.add(place)
            before[entry.name] = place
        return forked

    def _flags(self, connection: Connection, fresh: Sequence[Entry], forked: set[str]) -> dict[str, str]:
        """What a person should look at: a fork, a case outside the author's scope, an officer since revoked."""
        cases = {entry.case for entry in fresh if entry.case != COURT}
        existing = set[str]()
        for part in _parts(sorted(cases)):
            rows = connection.execute(
                sa.select(entries.c.case_id)
                .where(entries.c.court == self.court, entries.c.case_id.in_(part))
                .distinct()
            )
            existing |= {row.case_id for row in rows}
        authors = dict[str, str]()
        for entry in fresh:
            if entry.case in cases - existing:
                authors.setdefault(entry.case, entry.device)
        for device in sorted(set(authors.values())):
            put_all_in_scope(connection, self.court, device, [case for case in authors if authors[case] == device])
        scopes = {
            device: scope_of(connection, self.court, device, [e.case for e in fresh if e.device == device])
            for device in {e.device for e in fresh}
        }
        revoked = {
            row.subject
            for row in connection.execute(sa.select(revocations.c.subject).where(revocations.c.court == self.court))
        }
        named = {
            row.officer
            for row in connection.execute(sa.select(officers.c.officer).where(officers.c.court == self.court))
        }
        flags = dict[str, str]()
        for entry in fresh:
            found = [
                flag
                for flag, true in (
                    ("forked", entry.device in forked),
                    (
                        "out_of_scope",
                        not scopes[entry.device].allows(entry.case, entry.compartment)
                        and not (entry.case == COURT and entry.compartment == MAIN),
                    ),
                    ("device_revoked", entry.device in revoked),
                    ("officer_revoked", entry.officer in revoked),
                    (
                        "officer_unknown",
                        bool(named) and entry.body is not None and entry.officer not in named,
                    ),
                )
                if true
            ]
            if found:
                flags[entry.name] = " ".join(found)
        return flags

    def _insert(
        self,
        connection: Connection,
        sender: str,
        placed: Sequence[tuple[Entry, int]],
        flags: Mapping[str, str],
    ) -> None:
        if not placed:
            return
        at = self.clock.now().isoformat(timespec="seconds")
        rows = [
            {
                "court": self.court,
                "name": entry.name,
                "device": entry.device,
                "sequence": entry.sequence,
                "case_id": entry.case,
                "compartment": entry.compartment,
                "group_id": group.id if (group := group_of(entry)) else None,
                "header": entry.header,
                "signature": entry.signature,
                "body": None if entry.body is None else self.bodies.close(entry.body, f"body {entry.name}"),
                "place": place,
                "received_at": at,
                "sender": sender,
                "flags": flags.get(entry.name, ""),
            }
            for entry, place in placed
        ]
        connection.execute(entries.insert(), rows)
        self._note_attachments(connection, [entry for entry, _ in placed])
        note_keys(connection, self.court, device_id_of(self.own_key), [entry for entry, _ in placed])
        note_services(connection, self.court, [entry for entry, _ in placed])

    def _note_attachments(self, connection: Connection, fresh: Iterable[Entry]) -> None:
        rows = [
            {
                "court": self.court,
                "digest": digest,
                "entry": entry.name,
                "device": entry.device,
                "case_id": entry.case,
                "compartment": entry.compartment,
            }
            for entry in fresh
            for digest in sorted(digests_in(entry))
        ]
        if rows:
            connection.execute(named_attachments.insert(), rows)

    def _restore_body(self, connection: Connection, entry: Entry, body: bytes) -> None:
        connection.execute(
            entries.update()
            .where(entries.c.court == self.court, entries.c.name == entry.name)
            .values(body=self.bodies.close(body, f"body {entry.name}"))
        )
        self._note_attachments(connection, [entry])

    def _entry(self, row: sa.Row[Any]) -> Entry:
        body = None if row.body is None else self.bodies.open(bytes(row.body), f"body {row.name}")
        return Entry(row.name, bytes(row.header), bytes(row.signature), body, row.place)

    def _note_cursor(self, device: str, place: int) -> None:
        at = self.clock.now().isoformat(timespec="seconds")
        mine = (cursors.c.court == self.court) & (cursors.c.device == device)
        with self.store.reading() as connection:
            if connection.execute(sa.select(cursors.c.place).where(mine)).scalar() == place:
                return
        with self.store.writing(self.court) as connection:
            changed = connection.execute(cursors.update().where(mine).values(place=place, at=at))
            if not changed.rowcount:
                connection.execute(cursors.insert().values(court=self.court, device=device, place=place, at=at))


def digests_in(entry: Entry) -> set[str]:
    """The attachments that an entry names: every field called digest, or ending so, however deep."""
    found = set[str]()
    if entry.body is None or _NAMED.search(entry.body) is None:
        return found

    def look(value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                if isinstance(inner, str) and _names_digest(key) and _DIGEST.fullmatch(inner):
                    found.add(inner)
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    try:
        look(entry.fields)
    except (ValueError, TypeError, AttributeError):
        return set()
    return found


def _names_digest(key: str) -> bool:
    return key in ("digest", "sha256") or key.endswith(("_digest", "_sha256"))


def _parts(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
