"""The laptop's tables about its court: who it is, how far we have read, its heads, and its receipts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import NotPossibleNow
from app.journal.entry import Entry
from app.storage.database import Database
from sync.messages import Cursor, Enrolled, Held, Lease, Pull, SignedHead, leaf_of_attachment, leaf_of_entry

EVERY_CASE = "*"


@dataclass(frozen=True)
class CourtHome:
    """The court that enrolled this laptop, and what proves it."""

    court: str
    court_name: str
    url: str
    authority: str
    certificate: bytes
    log_key: bytes
    court_device: bytes
    bundle_key: bytes
    bundle_private: bytes
    practice: bool


@dataclass(frozen=True)
class Unproven:
    """A leaf whose place the court has told, but not yet proven."""

    leaf: bytes
    place: int


class PlaceChanged(Exception):
    """The court tells another place for a leaf than the one that it had proven."""


class SyncStore:
    """Reads and writes the tables of migration 0010; callers open the transactions."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def home(self) -> CourtHome:
        """The court of this laptop; refuses with ``not_enrolled`` before it has one."""
        rows = self.database.query("SELECT * FROM sync_court")
        if not rows:
            raise NotPossibleNow("not_enrolled")
        names = CourtHome.__dataclass_fields__
        values = {name: rows[0][name] for name in names}
        return CourtHome(**values | {"practice": bool(values["practice"])})

    def settle(self, enrolled: Enrolled, url: str, authority: str, bundle_private: bytes) -> None:
        """This laptop belongs to the court; enrolled again, it keeps what it had read."""
        self.database.execute("DELETE FROM sync_court WHERE court <> ?", (enrolled.court,))
        self.database.execute(
            "INSERT INTO sync_court (id, court, court_name, url, authority, certificate, log_key, court_device,"
            " bundle_key, bundle_private, practice, pushed_to, after_place, scope_version, scope)"
            " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL, '[]')"
            " ON CONFLICT (id) DO UPDATE SET court_name = excluded.court_name, url = excluded.url,"
            " authority = excluded.authority, certificate = excluded.certificate, log_key = excluded.log_key,"
            " court_device = excluded.court_device, bundle_key = excluded.bundle_key,"
            " bundle_private = excluded.bundle_private, practice = excluded.practice",
            (
                enrolled.court,
                enrolled.court_name,
                url,
                authority,
                enrolled.certificate,
                enrolled.log_key,
                enrolled.court_device,
                enrolled.bundle_key,
                bundle_private,
                int(enrolled.practice),
            ),
        )

    # --- How far

    def pushed_to(self) -> int:
        return int(self._court("pushed_to"))

    def note_pushed(self, sequence: int) -> None:
        self.database.execute("UPDATE sync_court SET pushed_to = max(pushed_to, ?)", (sequence,))

    def after(self) -> int:
        return int(self._court("after_place"))

    def apart(self) -> tuple[Cursor, ...]:
        rows = self.database.query("SELECT * FROM sync_cursor ORDER BY case_id, compartment")
        return tuple(Cursor(row["case_id"], row["compartment"], row["place"]) for row in rows)

    def read_upto(self, asked: Pull, place: int) -> None:
        """What was ``asked`` for is here up to ``place``; cases that were not asked for stand where they stood."""
        self.database.execute(
            "UPDATE sync_court SET after_place = max(after_place, ?) WHERE after_place >= ?", (place, asked.after)
        )
        self.database.execute_many(
            "UPDATE sync_cursor SET place = max(place, ?) WHERE case_id = ? AND compartment = ? AND place >= ?",
            [(place, each.case, each.compartment, each.place) for each in asked.apart],
        )
        self.database.execute("DELETE FROM sync_cursor WHERE place >= (SELECT after_place FROM sync_court)")

    def scope_version(self) -> str | None:
        value = self._court("scope_version")
        return None if value is None else str(value)

    def scope(self) -> set[tuple[str, str]]:
        return {(case, compartment) for case, compartment in json.loads(self._court("scope"))}

    def note_scope(self, version: str, scope: Iterable[Held]) -> set[str]:
        """The scope is this from now on: what is new in it is read from the beginning; gives the cases that left."""
        before = self.scope()
        now = {(held.case, held.compartment) for held in scope}
        if any(case == EVERY_CASE for case, _ in now - before):
            self.database.execute("UPDATE sync_court SET after_place = 0")
        for case, compartment in sorted(now - before):
            if case != EVERY_CASE and (EVERY_CASE, compartment) not in before:
                self.database.execute(
                    "INSERT INTO sync_cursor (case_id, compartment, place) VALUES (?, ?, 0)"
                    " ON CONFLICT DO UPDATE SET place = 0",
                    (case, compartment),
                )
        self.database.execute("UPDATE sync_court SET scope_version = ?, scope = ?", (version, json.dumps(sorted(now))))
        return {case for case, _ in before} - {case for case, _ in now} - {EVERY_CASE}

    # --- Heads and receipts

    def last_head(self) -> SignedHead | None:
        """The largest head that the court has not contradicted since."""
        rows = self.database.query(
            "SELECT head, signature FROM tree_heads WHERE standing = 1 ORDER BY size DESC, at DESC LIMIT 1"
        )
        return SignedHead(rows[0]["head"], rows[0]["signature"]) if rows else None

    def head_of_size(self, size: int) -> SignedHead | None:
        rows = self.database.query(
            "SELECT head, signature FROM tree_heads WHERE standing = 1 AND size = ? ORDER BY at DESC LIMIT 1",
            (size,),
        )
        return SignedHead(rows[0]["head"], rows[0]["signature"]) if rows else None

    def keep_head(self, head: SignedHead) -> None:
        self.database.execute(
            "INSERT INTO tree_heads (size, at, backed_up_to, head, signature, standing) VALUES (?, ?, ?, ?, ?, 1)"
            " ON CONFLICT DO NOTHING",
            (head.size, head.at, head.backed_up_to, head.head, head.signature),
        )

    def forget_places(self) -> None:
        """The court's log is not the one it was: heads and receipts are kept as evidence, and all begins anew."""
        self.database.execute("UPDATE tree_heads SET standing = 0")
        self.database.execute(
            "INSERT OR IGNORE INTO old_receipts (leaf, place, size, path)"
            " SELECT leaf, place, size, path FROM receipts WHERE size IS NOT NULL"
        )
        self.database.execute("DELETE FROM receipts")
        self.database.execute("DELETE FROM sync_cursor")
        self.database.execute("UPDATE sync_court SET after_place = 0, pushed_to = 0")

    def note_places(self, places: Mapping[bytes, int]) -> None:
        """The court has told where these leaves are; PlaceChanged where it had proven another place."""
        marks = ",".join("?" * len(places))
        held = self.database.query(f"SELECT leaf, place, size FROM receipts WHERE leaf IN ({marks})", list(places))
        told = dict(places)
        for row in held:
            if row["place"] == told[row["leaf"]]:
                del told[row["leaf"]]
            elif row["size"] is not None:
                raise PlaceChanged
        self.database.execute_many(
            "INSERT INTO receipts (leaf, place) VALUES (?, ?) ON CONFLICT DO UPDATE SET place = excluded.place",
            list(told.items()),
        )

    def unproven(self, limit: int) -> list[Unproven]:
        """The first of them; all where `limit` is -1."""
        rows = self.database.query(
            "SELECT leaf, place FROM receipts WHERE size IS NULL ORDER BY place LIMIT ?", (limit,)
        )
        return [Unproven(row["leaf"], row["place"]) for row in rows]

    def placed(self) -> list[Unproven]:
        """Every leaf whose place the court has told, proven or not."""
        rows = self.database.query("SELECT leaf, place FROM receipts ORDER BY place")
        return [Unproven(row["leaf"], row["place"]) for row in rows]

    def count_proven(self) -> int:
        return int(self.database.query("SELECT count(*) AS n FROM receipts WHERE size IS NOT NULL")[0]["n"])

    def count_unproven(self) -> int:
        return int(self.database.query("SELECT count(*) AS n FROM receipts WHERE size IS NULL")[0]["n"])

    def keep_proofs(self, size: int, proofs: Iterable[tuple[bytes, bytes]]) -> None:
        """The receipts (leaf, path) are whole; they lead to the head of this size."""
        self.database.execute_many(
            "UPDATE receipts SET size = ?, path = ? WHERE leaf = ?",
            [(size, path, leaf) for leaf, path in proofs],
        )

    def receipt_row(self, leaf: bytes) -> dict[str, Any] | None:
        """Place, head size and path of a proven leaf; None for one that has no receipt."""
        rows = self.database.query(
            "SELECT place, size, path FROM receipts WHERE leaf = ? AND size IS NOT NULL", (leaf,)
        )
        return rows[0] if rows else None

    def old_receipt_rows(self, leaf: bytes) -> list[dict[str, Any]]:
        """The same of receipts that held until the court's log was found to be another."""
        return self.database.query("SELECT place, size, path FROM old_receipts WHERE leaf = ? ORDER BY size", (leaf,))

    def contradicted_heads(self, size: int) -> list[SignedHead]:
        """Heads of this size that the court has since shown a contradicting log for."""
        rows = self.database.query(
            "SELECT head, signature FROM tree_heads WHERE standing = 0 AND size = ? ORDER BY at", (size,)
        )
        return [SignedHead(row["head"], row["signature"]) for row in rows]

    def proven_attachments(self) -> set[str]:
        """Attachments whose place in the log the court has told."""
        rows = self.database.query("SELECT leaf FROM receipts WHERE leaf >= ? AND leaf < ?", (b"a", b"b"))
        return {bytes(row["leaf"])[1:].hex() for row in rows}

    # --- What waits

    def hold_back(self, entry: Entry, place: int) -> None:
        """The other branch of a forked device is kept here, for a person to look at."""
        self.database.execute(
            "INSERT INTO sync_held_back (name, place, header, signature, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (entry.name, place, entry.header, entry.signature, entry.body),
        )

    def held_back(self) -> list[Entry]:
        rows = self.database.query("SELECT * FROM sync_held_back ORDER BY place")
        return [Entry(row["name"], row["header"], row["signature"], row["body"], row["place"]) for row in rows]

    def wish(self, wish: Lease) -> None:
        """The wish survives a lost answer, so that asking again gives the same block."""
        self.database.execute(
            "INSERT INTO sync_wish (request, type, year, count) VALUES (?, ?, ?, ?)",
            (wish.request, wish.type, wish.year, wish.count),
        )

    def wishes(self) -> list[Lease]:
        rows = self.database.query("SELECT * FROM sync_wish ORDER BY rowid")
        return [Lease(row["request"], row["type"], row["year"], row["count"]) for row in rows]

    def granted(self, request: str) -> None:
        self.database.execute("DELETE FROM sync_wish WHERE request = ?", (request,))

    def _court(self, column: str) -> Any:
        rows = self.database.query(f"SELECT {column} AS value FROM sync_court")
        if not rows:
            raise NotPossibleNow("not_enrolled")
        return rows[0]["value"]


def entry_leaves(places: Mapping[str, int]) -> dict[bytes, int]:
    """Names of entries with their places, as leaves."""
    return {leaf_of_entry(name): place for name, place in places.items()}


def attachment_leaf(digest: str, place: int) -> dict[bytes, int]:
    return {leaf_of_attachment(digest): place}
