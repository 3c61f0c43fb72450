"""The journal's tables: appending, taking what came from elsewhere, and checking the unbroken chain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.journal.device import DeviceKey
from app.journal.entry import SALT_BYTES, Entry, ForkedDevice, Happening, TamperedEntry, make_entry, verify_entry
from app.storage.database import Database

_SELECT = (
    "SELECT h.name, h.header, h.signature, b.body, p.log_index FROM journal_header h"
    " LEFT JOIN journal_body b ON b.name = h.name LEFT JOIN journal_place p ON p.name = h.name "
)

MOST_NAMES = 500
"""In one statement; SQLite's own limit is far above."""


@dataclass(frozen=True)
class VerifyReport:
    """``holds`` for the whole; otherwise the first entry that does not hold, and why (a code)."""

    entries: int
    holds: bool
    first_failing: str | None = None
    why: str | None = None


class _Link(NamedTuple):
    """An entry as its neighbours in the chain see it."""

    name: str
    previous: str | None


class Journal:
    """The entries of one profile: its own device's and those it received."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def append(self, happening: Happening, key: DeviceKey, salt: bytes) -> Entry:
        """The next entry of this device's chain; call it inside a transaction. ``salt`` is 16 random bytes."""
        assert len(salt) == SALT_BYTES
        sequence, previous = self.head(key.device_id)
        entry = make_entry(happening, key, sequence + 1, previous, salt)
        self._store([entry])
        return entry

    def head(self, device: str) -> tuple[int, str | None]:
        """Sequence and name of the device's last entry held here; (0, None) before the first."""
        rows = self.database.query(
            "SELECT sequence, name FROM journal_header WHERE device = ? ORDER BY sequence DESC, arrived LIMIT 1",
            (device,),
        )
        return (rows[0]["sequence"], rows[0]["name"]) if rows else (0, None)

    def heads(self) -> dict[str, int]:
        """The last sequence held here of each device."""
        rows = self.database.query("SELECT device, max(sequence) AS last FROM journal_header GROUP BY device")
        return {row["device"]: row["last"] for row in rows}

    def get(self, name: str) -> Entry | None:
        rows = self.database.query(_SELECT + "WHERE h.name = ?", (name,))
        return _entry(rows[0]) if rows else None

    def has(self, name: str) -> bool:
        return bool(self.database.query("SELECT 1 FROM journal_header WHERE name = ?", (name,)))

    def count(self) -> int:
        return int(self.database.query("SELECT count(*) AS n FROM journal_header")[0]["n"])

    def of_record(self, record: str) -> list[Entry]:
        """Every entry held about the record, in order of arrival."""
        return self._select("WHERE b.record = ? ORDER BY h.arrived", (record,))

    def of_records(self, records: Iterable[str]) -> dict[str, list[Entry]]:
        """Every entry held about each of the records, in order of arrival."""
        found: dict[str, list[Entry]] = {}
        for row in self._each(
            _SELECT.replace("h.name,", "b.record, h.name,", 1) + "WHERE b.record",
            list(records),
            after=" ORDER BY h.arrived",
        ):
            found.setdefault(row["record"], []).append(_entry(row))
        return found

    def of_case(self, case: str) -> list[Entry]:
        return self._select("WHERE h.case_id = ? ORDER BY h.arrived", (case,))

    def of_device(self, device: str, after: int = 0, limit: int | None = None) -> list[Entry]:
        """The device's entries with a sequence above ``after``, in the order of its chain."""
        return self._select(
            "WHERE h.device = ? AND h.sequence > ? ORDER BY h.sequence, h.arrived LIMIT ?",
            (device, after, -1 if limit is None else limit),
        )

    def in_log_order(self) -> Iterator[Entry]:
        """Every entry that has a place in the court's log, in that order as it is when asked, whatever moves later."""
        names = [row["name"] for row in self.database.query("SELECT name FROM journal_place ORDER BY log_index")]
        for start in range(0, len(names), MOST_NAMES):
            part = names[start : start + MOST_NAMES]
            found = {row["name"]: _entry(row) for row in self._each(_SELECT + "WHERE h.name", part)}
            yield from (found[name] for name in part)

    def after_arrival(self, arrived: int, limit: int) -> list[tuple[int, Entry]]:
        """Entries that came after the arrival number, with theirs; for whoever copies the journal on."""
        rows = self.database.query(
            _SELECT.replace("h.name,", "h.name, h.arrived,", 1) + "WHERE h.arrived > ? ORDER BY h.arrived LIMIT ?",
            (arrived, limit),
        )
        return [(row["arrived"], _entry(row)) for row in rows]

    def records_of_case(self, case: str) -> list[str]:
        """Every record that an entry of the case is about, whose body is here."""
        rows = self.database.query(
            "SELECT DISTINCT b.record FROM journal_body b JOIN journal_header h ON h.name = b.name WHERE h.case_id = ?"
            " ORDER BY b.record",
            (case,),
        )
        return [row["record"] for row in rows]

    def drop_bodies(self, case: str) -> None:
        """Of the case's entries only headers and signatures are left: the chain still verifies, and nothing is told."""
        self.database.execute(
            "DELETE FROM journal_body WHERE name IN (SELECT name FROM journal_header WHERE case_id = ?)", (case,)
        )

    def records(self, feature: str) -> list[str]:
        """Records that any act of the feature was told about; the feature is the act's first word."""
        rows = self.database.query(
            "SELECT DISTINCT record FROM journal_body WHERE act >= ? AND act < ? ORDER BY record",
            (feature + ".", feature + "/"),
        )
        return [row["record"] for row in rows]

    def all_records(self) -> list[str]:
        """Every record that a held entry is about."""
        rows = self.database.query("SELECT DISTINCT record FROM journal_body ORDER BY record")
        return [row["record"] for row in rows]

    def take(self, entries: Iterable[Entry], public_keys: Mapping[str, bytes]) -> list[Entry]:
        """Stores what is not here yet, after checking name, signature and chain; gives back the new ones.

        Idempotent. Raises ``TamperedEntry`` at the first that does not hold (``unknown_device`` too), and
        ``ForkedDevice`` with both entries where a place in a chain is taken; nothing of the batch is kept then.
        """
        offered = dict[str, Entry]()
        for entry in entries:
            offered.setdefault(entry.name, entry)
        with self.database.transaction():
            held = {row["name"] for row in self._each("SELECT name FROM journal_header WHERE name", list(offered))}
            fresh = [entry for entry in offered.values() if entry.name not in held]
            for entry in fresh:
                public = public_keys.get(_device(entry))
                if public is None:
                    raise TamperedEntry(entry.name, "unknown_device")
                verify_entry(entry, public)
            chains = self._neighbours(fresh)
            for entry in fresh:
                rival = chains.get((entry.device, entry.sequence))
                if rival is not None:
                    first = offered.get(rival.name) or self.get(rival.name)
                    raise ForkedDevice(entry.device, entry.sequence, [first, entry] if first else [entry])
                if not _fits(entry, chains):
                    raise TamperedEntry(entry.name, "chain_is_broken")
                chains[entry.device, entry.sequence] = _Link(entry.name, entry.previous)
            self._store(fresh)
            fresh += self._restore(offered, held, public_keys)
        return fresh

    def _restore(
        self, offered: Mapping[str, Entry], held: set[str], public_keys: Mapping[str, bytes]
    ) -> list[Entry]:
        """Bodies that were purged here and have come again, once they are what their headers say."""
        bare = {
            row["name"]
            for row in self._each(
                "SELECT h.name FROM journal_header h LEFT JOIN journal_body b ON b.name = h.name"
                " WHERE b.name IS NULL AND h.name",
                sorted(held),
            )
        }
        back = [offered[name] for name in sorted(bare) if offered[name].body is not None]
        for entry in back:
            verify_entry(entry, public_keys[_device(entry)])
        self._store_bodies(back)
        return back

    def _neighbours(self, entries: Sequence[Entry]) -> dict[tuple[str, int], _Link]:
        """What is held of the chains at the entries' own sequences, and just before and behind them."""
        wanted: dict[str, set[int]] = {}
        for entry in entries:
            near = (entry.sequence - 1, entry.sequence, entry.sequence + 1)
            wanted.setdefault(entry.device, set()).update(near)
        found: dict[tuple[str, int], _Link] = {}
        for device, sequences in wanted.items():
            for row in self._each(
                "SELECT sequence, name, header FROM journal_header WHERE device = ? AND sequence",
                sorted(sequences),
                device,
            ):
                found[device, row["sequence"]] = _Link(row["name"], json.loads(row["header"])["previous"])
        return found

    def place(self, places: Mapping[str, int]) -> set[str]:
        """The entries stand at these places in the court's log (name → index); gives the names whose place changed.

        The same place again is harmless. Another place than before replaces it, as in the log of a court that was
        restored; an entry whose old place is thereby another's has none until it is told anew.
        """
        with self.database.transaction():
            held = {
                row["name"]: row["log_index"]
                for row in self._each("SELECT name, log_index FROM journal_place WHERE name", list(places))
            }
            moved = {name: index for name, index in places.items() if held.get(name) != index}
            displaced = {
                row["name"]
                for row in self._each("SELECT name FROM journal_place WHERE log_index", list(moved.values()))
            }
            if left := displaced | (moved.keys() & held.keys()):
                self.database.execute_many("DELETE FROM journal_place WHERE name = ?", [(name,) for name in left])
            self.database.execute_many("INSERT INTO journal_place (name, log_index) VALUES (?, ?)", list(moved.items()))
        return moved.keys() | displaced

    def known_records(self, records: Iterable[str]) -> set[str]:
        """Those of the records about which any entry is held."""
        rows = self._each("SELECT DISTINCT record FROM journal_body WHERE record", list(set(records)))
        return {row["record"] for row in rows}

    def told_by_several(self, names: Iterable[str]) -> set[str]:
        """Records of these entries about which more than one entry is held: only there can a place decide."""
        records = {row["record"] for row in self._each("SELECT record FROM journal_body WHERE name", list(names))}
        rows = self._each(
            "SELECT record FROM journal_body WHERE record", list(records), after=" GROUP BY record HAVING count(*) > 1"
        )
        return {row["record"] for row in rows}

    def unplaced(self) -> list[str]:
        """Names of entries whose place in the court's log is not known, in order of arrival."""
        rows = self.database.query(
            "SELECT h.name FROM journal_header h LEFT JOIN journal_place p ON p.name = h.name"
            " WHERE p.name IS NULL ORDER BY h.arrived"
        )
        return [row["name"] for row in rows]

    def verify(self, public_keys: Mapping[str, bytes]) -> VerifyReport:
        """Checks every entry's bytes and signature, and each device's chain wherever two neighbours are held."""
        count = 0
        last: dict[str, Entry] = {}
        rows = self.database.connection.execute(
            _SELECT.replace(" FROM", ", h.device, h.sequence, h.case_id, b.record, b.act FROM", 1)
            + "ORDER BY h.device, h.sequence"
        )
        names = [column[0] for column in rows.description]
        for row in rows:
            columns = dict(zip(names, row, strict=True))
            entry = _entry(columns)
            count += 1
            try:
                public = public_keys.get(_device(entry))
                if public is None:
                    raise TamperedEntry(entry.name, "unknown_device")
                verify_entry(entry, public)
                if not _filed_as_said(entry, columns):
                    raise TamperedEntry(entry.name, "filed_in_the_wrong_place")
                before = last.get(entry.device)
                if before and before.sequence + 1 == entry.sequence and entry.previous != before.name:
                    raise TamperedEntry(entry.name, "chain_is_broken")
                if (entry.sequence == 1) != (entry.previous is None):
                    raise TamperedEntry(entry.name, "chain_is_broken")
            except TamperedEntry as broken:
                return VerifyReport(count, False, broken.name, broken.why)
            last[entry.device] = entry
        return VerifyReport(count, True)

    def _store(self, entries: Sequence[Entry]) -> None:
        arrived = int(self.database.query("SELECT coalesce(max(arrived), 0) AS last FROM journal_header")[0]["last"])
        self.database.execute_many(
            "INSERT INTO journal_header (name, device, sequence, header, signature, case_id, arrived)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (entry.name, entry.device, entry.sequence, entry.header, entry.signature, entry.case, number)
                for number, entry in enumerate(entries, arrived + 1)
            ],
        )
        self._store_bodies(entries)

    def _store_bodies(self, entries: Sequence[Entry]) -> None:
        self.database.execute_many(
            "INSERT INTO journal_body (name, record, act, body) VALUES (?, ?, ?, ?)",
            [(entry.name, entry.record, entry.act, entry.body) for entry in entries if entry.body is not None],
        )

    def _each(self, where: str, values: Sequence[Any], *before: Any, after: str = "") -> Iterator[dict[str, Any]]:
        """The rows whose last column of `where` is one of the values, a bounded number of them a statement."""
        for start in range(0, len(values), MOST_NAMES):
            part = values[start : start + MOST_NAMES]
            marks = ",".join("?" * len(part))
            yield from self.database.query(f"{where} IN ({marks}){after}", (*before, *part))

    def _select(self, where: str, parameters: tuple[Any, ...]) -> list[Entry]:
        return [_entry(row) for row in self.database.query(_SELECT + where, parameters)]


def _fits(entry: Entry, chains: Mapping[tuple[str, int], _Link]) -> bool:
    """Whether the entry links to the neighbours of its chain that are held here."""
    if (entry.sequence == 1) != (entry.previous is None):
        return False
    before = chains.get((entry.device, entry.sequence - 1))
    behind = chains.get((entry.device, entry.sequence + 1))
    return (before is None or before.name == entry.previous) and (behind is None or behind.previous == entry.name)


def _device(entry: Entry) -> str:
    try:
        return str(json.loads(entry.header)["device"])
    except (ValueError, KeyError, TypeError):
        raise TamperedEntry(entry.name, "header_is_not_canonical") from None


def _filed_as_said(entry: Entry, columns: Mapping[str, Any]) -> bool:
    """Whether the columns by which the entry is found say what its bytes say."""
    head = (columns["device"], columns["sequence"], columns["case_id"]) == (entry.device, entry.sequence, entry.case)
    return head and (entry.body is None or (columns["record"], columns["act"]) == (entry.record, entry.act))


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(row["name"], row["header"], row["signature"], row["body"], row["log_index"])
