"""Builds the database anew from what is readable of a damaged one and from the second copy; says what is missing."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.attachments.files import FOLDER as ATTACHMENTS
from app.attachments.files import AttachmentFiles, FileKey
from app.clock import Clock, Randomness
from app.errors import NotPossibleNow
from app.journal.devices import known_devices
from app.journal.entry import Entry, ForkedDevice, TamperedEntry, name_of
from app.journal.journal import Journal
from app.keys import slots_file
from app.keys.device_keys import device_key
from app.keys.session import DATABASE, copy_key_of
from app.keys.slots import Opener, open_slot
from app.secondcopy.copy import FOLDER, slots_beside
from app.secondcopy.frames import Spoilt
from app.secondcopy.local_rows import Rows, insert_row, local_tables, restore_rows
from app.secondcopy.salvage import DamagedFile
from app.secondcopy.volumes import Volumes, copies_in
from app.storage.database import Database, open_database
from app.storage.durable import replace_file, sync_folder

_REFILLING, _REFILLED, _SALVAGE, _DAMAGED = ".refilling", ".refilled", ".salvage", ".damaged-"
_NOT_CARRIED = ("journal_", "second_copy", "teller", "migration")
"""Tables that are filled by their own rules, or begin anew."""


@dataclass(frozen=True)
class Missing:
    """An entry that neither the database nor a copy could give; its name is known if its follower is held."""

    device: str
    sequence: int
    name: str | None


@dataclass(frozen=True)
class Refilled:
    """What became of it. ``end_known`` is false where entries after the last one held may have been lost too.

    Then the chain must go on under a new device key (``renew_device_key``), for the old one could fork.
    """

    entries: int
    from_copy: int
    without_body: tuple[str, ...]
    missing: tuple[Missing, ...]
    refused: tuple[str, ...]
    attachments: int
    attachments_missing: tuple[str, ...]
    copies: int
    spoilt_frames: int
    end_known: bool
    damaged_file: Path | None

    @property
    def complete(self) -> bool:
        """Whether everything that is known of is there again."""
        return self.end_known and not (self.missing or self.refused or self.attachments_missing)


@dataclass
class _Held:
    """What the copies say, read leniently."""

    entries: dict[str, Entry] = field(default_factory=dict)
    keys: list[Rows] = field(default_factory=list)
    files: dict[str, tuple[FileKey, Volumes]] = field(default_factory=dict)
    copies: int = 0
    spoilt: int = 0


def restore_slots(folder: Path, profile: Path) -> int:
    """A new disk: each profile whose wrapped keys lie in the folder could be refilled; takes the newest's slots.

    The profile holds ``slots.json`` afterwards and can be signed in to after ``refill``; gives how many copies
    there are. Refuses with ``profile_exists`` and ``second_copy_gone``.
    """
    if (profile / slots_file.NAME).exists():
        raise NotPossibleNow("profile_exists")
    found = [slots_beside(folder, copy) for copy in copies_in(folder)]
    found = sorted((path for path in found if path.exists()), key=lambda path: path.stat().st_mtime)
    if not found:
        raise NotPossibleNow("second_copy_gone")
    profile.mkdir(parents=True, exist_ok=True)
    replace_file(profile / slots_file.NAME, found[-1].read_bytes())
    return len(found)


def refill_signed_in(
    profile: Path, opener: Opener, clock: Clock, randomness: Randomness, folders: Sequence[Path] = ()
) -> Refilled:
    """As ``refill``, with an officer's passphrase (``WithPassphrase``) or the court's shares in place of the key."""
    return refill(profile, open_slot(profile, opener, clock).key, randomness, folders)


def refill(profile: Path, key: bytes, randomness: Randomness, folders: Sequence[Path] = ()) -> Refilled:
    """The profile's database is a new one; the damaged file lies beside it under another name, never deleted.

    Nobody may have the database open. ``key`` is the database key; ``folders`` are where copies may lie besides
    the profile's own. A crash at any moment leaves the old file or the new one, and this can be run again.
    Refuses with ``disk_full`` and ``folder_read_only``.
    """
    path = profile / DATABASE
    _clear(profile, _REFILLING, _SALVAGE)
    if not path.with_name(DATABASE + _REFILLED).exists():
        staging = open_database(path.with_name(DATABASE + _SALVAGE), key)
        try:
            end_known = _salvage(path, key, staging)
            held = _read_copies([profile / FOLDER, *folders], key, randomness)
            fresh = open_database(path.with_name(DATABASE + _REFILLING), key)
            try:
                report = _fill(fresh, staging, held, profile, randomness, end_known)
            finally:
                fresh.close()
        finally:
            staging.close()
            _clear(profile, _SALVAGE)
        path.with_name(DATABASE + _REFILLING).rename(path.with_name(DATABASE + _REFILLED))
    else:
        # Built before a crash; only the names were left to change.
        with contextlib.closing(open_database(path.with_name(DATABASE + _REFILLED), key)) as built:
            report = _report(built, profile, randomness, _Held(), (), 0, True)
    return replace(report, damaged_file=_swap(path))


def _salvage(path: Path, key: bytes, staging: Database) -> bool:
    if not path.exists():
        return False
    damaged, end_known = DamagedFile(path, key), True
    if not damaged.opens():
        return False
    staging.connection.execute("PRAGMA foreign_keys = OFF")
    for table in local_tables(staging):
        if table == "migration":
            continue
        found = damaged.salvage(table)
        with staging.transaction():
            for number in sorted(found.rows):
                insert_row(staging, table, found.rows[number])
        if table.startswith("journal_"):
            end_known = end_known and found.end_known
    return end_known


def _fill(
    fresh: Database, staging: Database, held: _Held, profile: Path, randomness: Randomness, end_known: bool
) -> Refilled:
    fresh.connection.execute("PRAGMA foreign_keys = OFF")
    refused = list[str]()
    with fresh.transaction():
        for table in local_tables(staging):
            if not table.startswith(_NOT_CARRIED):
                for row in staging.query(f"SELECT * FROM {table} ORDER BY rowid"):
                    insert_row(fresh, table, row)
        for rows in reversed(held.keys):
            restore_rows(fresh, rows)
    readable = _entries_of(staging)
    merged = dict(readable)
    for name, entry in held.entries.items():
        if name not in merged or merged[name].body is None:
            merged[name] = replace(entry, log_index=readable[name].log_index if name in readable else None)
    journal, keys = Journal(fresh), known_devices(fresh)
    with fresh.transaction():
        for entry in merged.values():
            try:
                journal.take([entry], keys)
            except (TamperedEntry, ForkedDevice):
                refused.append(entry.name)
                continue
            if entry.log_index is not None:
                journal.place({entry.name: entry.log_index})
    _restore_attachments(fresh, held, profile, randomness)
    from_copy = sum(1 for name in merged if name not in readable or readable[name].body != merged[name].body)
    return _report(fresh, profile, randomness, held, tuple(refused), from_copy, end_known)


def _restore_attachments(fresh: Database, held: _Held, profile: Path, randomness: Randomness) -> None:
    files = AttachmentFiles(fresh, profile / ATTACHMENTS, randomness)
    for digest, (known, volumes) in held.files.items():
        with contextlib.suppress(NotPossibleNow):
            if files.has(digest):
                files.verify(digest)
                continue
        files.remove(digest)
        if files.adopt(known):
            continue
        incoming = files.receive(digest, known.size)
        for item in volumes.read():
            if isinstance(item, Spoilt) or item.said["kind"] != "piece" or item.said["digest"] != digest:
                continue
            if item.said["start"] == incoming.taken:
                incoming.write(item.raw)
        try:
            incoming.finish()
        except NotPossibleNow as refusal:
            incoming.close()
            if refusal.code not in ("attachment_incomplete", "attachment_not_as_announced"):
                raise


def _report(
    database: Database,
    profile: Path,
    randomness: Randomness,
    held: _Held,
    refused: tuple[str, ...],
    from_copy: int,
    end_known: bool,
) -> Refilled:
    entries = _entries_of(database)
    files = AttachmentFiles(database, profile / ATTACHMENTS, randomness)
    named = {str(e.fields["digest"]) for e in entries.values() if e.act == "attachment.added"}
    present = set(files.digests())
    return Refilled(
        entries=len(entries),
        from_copy=from_copy,
        without_body=tuple(name for name, entry in entries.items() if entry.body is None),
        missing=tuple(_gaps(database, list(entries.values()))),
        refused=refused,
        attachments=len(present),
        attachments_missing=tuple(sorted(named - present)),
        copies=held.copies,
        spoilt_frames=held.spoilt,
        end_known=end_known,
        damaged_file=None,
    )


def _gaps(database: Database, entries: Sequence[Entry]) -> list[Missing]:
    """Of the laptop's own chain only: of another laptop's it may rightly hold no more than a part."""
    with contextlib.suppress(NotPossibleNow):
        own = device_key(database).device_id
        entries = [entry for entry in entries if entry.device == own]
    chains: dict[str, dict[int, Entry]] = {}
    for entry in entries:
        chains.setdefault(entry.device, {})[entry.sequence] = entry
    gaps = list[Missing]()
    for device, chain in sorted(chains.items()):
        for sequence in range(1, max(chain) + 1):
            if sequence not in chain:
                follower = chain.get(sequence + 1)
                gaps.append(Missing(device, sequence, follower.previous if follower else None))
    return gaps


def _entries_of(database: Database) -> dict[str, Entry]:
    journal, entries, arrived = Journal(database), dict[str, Entry](), 0
    while batch := journal.after_arrival(arrived, 1000):
        entries.update((entry.name, entry) for _, entry in batch)
        arrived = batch[-1][0]
    return entries


def _read_copies(folders: Sequence[Path], key: bytes, randomness: Randomness) -> _Held:
    held = _Held()
    for folder in folders:
        for copy in copies_in(folder):
            volumes = Volumes(folder, copy, copy_key_of(key), randomness)
            opened, spoilt = False, 0
            for item in volumes.read():
                if isinstance(item, Spoilt):
                    spoilt += 1
                    continue
                opened = True
                said = item.said
                if said["kind"] == "entry":
                    entry = _entry(said["header"], said["signature"], said["body"])
                    if entry.body is not None or entry.name not in held.entries:
                        held.entries[entry.name] = entry
                elif said["kind"] == "keys":
                    held.keys.append(said["rows"])
                elif said["kind"] == "attachment":
                    known = FileKey(said["file_id"], bytes.fromhex(said["key"]), said["digest"], said["size"])
                    held.files[known.digest] = (known, volumes)
            if opened:  # another laptop's copy on the same stick does not open, and is none of ours
                held.copies += 1
                held.spoilt += spoilt
    return held


def _entry(header: str, signature: str, body: str | None) -> Entry:
    raw = base64.b64decode(header)
    return Entry(name_of(raw), raw, base64.b64decode(signature), None if body is None else base64.b64decode(body))


def _swap(path: Path) -> Path | None:
    damaged: Path | None = None
    if path.exists():
        number = 1
        while path.with_name(f"{DATABASE}{_DAMAGED}{number}").exists():
            number += 1
        damaged = path.with_name(f"{DATABASE}{_DAMAGED}{number}")
        wal = path.with_name(DATABASE + "-wal")
        if wal.exists():
            wal.rename(damaged.with_name(damaged.name + "-wal"))
        path.with_name(DATABASE + "-shm").unlink(missing_ok=True)
        path.rename(damaged)
    path.with_name(DATABASE + _REFILLED).rename(path)
    sync_folder(path.parent)
    return damaged


def _clear(profile: Path, *suffixes: str) -> None:
    for suffix in suffixes:
        for more in ("", "-wal", "-shm", "-journal"):
            (profile / (DATABASE + suffix + more)).unlink(missing_ok=True)
