"""Keeps the second copy up to date after each commit, and says how far it has come."""

from __future__ import annotations

import base64
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.attachments.files import FOLDER as ATTACHMENTS
from app.attachments.files import AttachmentFiles
from app.clock import Clock, Randomness
from app.errors import NotPossibleNow
from app.journal.entry import Entry, name_of
from app.journal.journal import Journal
from app.keys import slots_file
from app.secondcopy.frames import Frame, Spoilt
from app.secondcopy.local_rows import dump_keys
from app.secondcopy.volumes import ID_BYTES, Volumes, copy_refusals
from app.storage.database import Database
from app.storage.durable import replace_file
from app.storage.settings import read_setting, write_setting

FOLDER = "second-copy"
STICK_FOLDER = "second_copy_folder"
"""Setting: the folder on a stick or card, as text; empty or missing means the profile's own folder."""
RESERVE_BYTES = 2 << 30
"""Free space that copies of photos and recordings on the laptop's own disk leave to its cases."""
_BATCH = 200


@dataclass(frozen=True)
class Health:
    """The state of the second copy.

    ``state``: ``up_to_date``, ``behind``, ``none`` (never begun), ``gone`` (stick pulled out, files missing),
    ``ahead`` (the copy knows entries that the database does not: an older disk came back; refill is due).
    ``on_stick`` is false where the copy lies on the same disk as the database and cannot outlive it.
    """

    state: str
    on_stick: bool
    folder: Path
    entries: int
    entries_behind: int
    attachments_behind: int
    size: int
    written: str | None


class SecondCopy:
    """The second copy of one open profile; belongs to the database's thread."""

    def __init__(
        self,
        database: Database,
        copy_key: bytes,
        clock: Clock,
        randomness: Randomness,
        reserve_bytes: int = RESERVE_BYTES,
    ) -> None:
        self.database = database
        self.profile = database.path.parent
        self.trouble: str | None = None
        """The code of the refusal that ended the last try, or None."""
        self._key = copy_key
        self._clock = clock
        self._randomness = randomness
        self._reserve_bytes = reserve_bytes
        self._files = AttachmentFiles(database, self.profile / ATTACHMENTS, randomness)

    @property
    def folder(self) -> Path:
        """Where the copy is kept: the chosen folder, else the profile's own."""
        chosen = read_setting(self.database, STICK_FOLDER, "")
        return Path(chosen) if chosen else self.profile / FOLDER

    @property
    def on_stick(self) -> bool:
        """Whether the copy lies outside the profile."""
        return bool(read_setting(self.database, STICK_FOLDER, ""))

    def choose_folder(self, folder: Path | None) -> None:
        """From now on the copy is kept there (None: in the profile); it begins anew unless it was there before."""
        write_setting(self.database, STICK_FOLDER, str(folder) if folder else "")

    def after_commit(self, entries: list[Entry]) -> None:
        """What was just committed is in the copy too, or ``trouble`` says why not; never fails the act."""
        if not self.database.connection.in_transaction:  # what may yet be rolled back is not copied
            self.try_catch_up(attachments=False)

    def try_catch_up(self, *, attachments: bool = True) -> None:
        """As ``catch_up``, but a refusal is only noted in ``trouble``."""
        try:
            self.catch_up(attachments=attachments)
        except NotPossibleNow as refusal:
            self.trouble = refusal.code
        else:
            self.trouble = None

    def catch_up(self, *, attachments: bool = True) -> None:
        """Every finished entry, then every attachment and key, is in the copy and fsynced.

        Refuses with ``second_copy_full``, ``second_copy_gone``, ``second_copy_read_only``; what was written up to
        then counts. Refuses with ``second_copy_ahead``, and writes nothing, where the copy holds entries that
        the database does not: they must be refilled from it, not written over. Not to be called in a transaction.
        """
        if self.database.connection.in_transaction:
            raise RuntimeError("the second copy is written after the commit")
        with copy_refusals():
            if self.on_stick and not self.folder.is_dir():
                raise NotPossibleNow("second_copy_gone")
            self.folder.mkdir(parents=True, exist_ok=True)
        state = self._state()
        if state is not None and self._is_ahead(state):
            raise NotPossibleNow("second_copy_ahead")
        state = state or self._begin()
        self._write_entries(state)
        if attachments or not state.keys:
            self._write_keys(state)
        if attachments:
            self._write_attachments(state)

    def begin_again(self) -> None:
        """A new copy holds what the database holds now, and former ones are gone; asked for after a purge.

        Refuses with ``second_copy_ahead`` as ``catch_up`` does.
        """
        before = self._state()
        if before is not None and self._is_ahead(before):
            raise NotPossibleNow("second_copy_ahead")
        former = [row["copy"] for row in self._rows() if self._volumes(row["copy"]).numbers()]
        state = self._begin()
        self._write_entries(state)
        self._write_keys(state)
        self._write_attachments(state)
        for copy in former:
            with copy_refusals():
                self._volumes(copy).remove()
                slots_beside(self.folder, copy).unlink(missing_ok=True)
            with self.database.transaction():
                self.database.execute("DELETE FROM second_copy WHERE copy = ?", (copy,))
                self.database.execute("DELETE FROM second_copy_attachment WHERE copy = ?", (copy,))

    def health(self) -> Health:
        """How far the copy has come; reads no volume, so it is quick enough for the front page."""
        state = self._state()
        held = Journal(self.database).count()
        attachments = len(self._files.digests())
        if state is None:
            name = "gone" if self._rows() or (self.on_stick and not self.folder.is_dir()) else "none"
            return Health(name, self.on_stick, self.folder, 0, held, attachments, 0, None)
        copied = self.database.query("SELECT count(*) AS n FROM second_copy_attachment WHERE copy = ?", (state.copy,))[
            0
        ]["n"]
        entries_behind, attachments_behind = max(0, held - state.entries), max(0, attachments - copied)
        name = "behind" if entries_behind or attachments_behind else "up_to_date"
        return Health(
            "ahead" if self._is_ahead(state) else name,
            self.on_stick,
            self.folder,
            state.entries,
            entries_behind,
            attachments_behind,
            state.volumes.size(),
            state.written,
        )

    def verify(self) -> int:
        """How many frames the copy holds, each opened; refuses with ``second_copy_damaged`` if one does not."""
        state = self._state()
        if state is None:
            raise NotPossibleNow("second_copy_gone")
        frames = 0
        for item in state.volumes.read():
            if isinstance(item, Spoilt):
                raise NotPossibleNow("second_copy_damaged")
            frames += 1
        return frames

    def _write_entries(self, state: _State) -> None:
        journal = Journal(self.database)
        while batch := journal.after_arrival(state.arrived, _BATCH):
            self._append(state, [(_entry_said(entry), b"") for _, entry in batch])
            state.arrived = batch[-1][0]
            state.entries += len(batch)
            self._save(state)

    def _write_keys(self, state: _State) -> None:
        rows, digest = dump_keys(self.database)
        if digest == state.keys:
            return
        self._append(state, [({"kind": "keys", "rows": rows}, b"")])
        with copy_refusals():
            # Whoever has the stick and a passphrase, but no laptop any more, needs the slots too.
            slots = (self.profile / slots_file.NAME).read_bytes()
            replace_file(slots_beside(self.folder, state.copy), slots)
        state.keys = digest
        self._save(state)

    def _write_attachments(self, state: _State) -> None:
        done = {
            row["digest"]
            for row in self.database.query("SELECT digest FROM second_copy_attachment WHERE copy = ?", (state.copy,))
        }
        for digest in self._files.digests():
            if digest in done:
                continue
            known = self._files.key_of(digest)
            free = shutil.disk_usage(self.folder).free
            if not self.on_stick and free < known.size + self._reserve_bytes:
                raise NotPossibleNow("second_copy_full")
            self._append(
                state,
                [
                    (
                        {
                            "digest": digest,
                            "file_id": known.file_id,
                            "key": known.key.hex(),
                            "kind": "attachment",
                            "size": known.size,
                        },
                        b"",
                    )
                ],
            )
            start = 0
            with self._files.open(digest) as reader:
                for chunk in reader.chunks():
                    self._append(state, [({"digest": digest, "kind": "piece", "start": start}, chunk)])
                    start += len(chunk)
            with self.database.transaction():
                self._save(state)
                self.database.execute(
                    "INSERT OR IGNORE INTO second_copy_attachment (copy, digest) VALUES (?, ?)",
                    (state.copy, digest),
                )

    def _append(self, state: _State, frames: list[tuple[dict[str, Any], bytes]]) -> None:
        state.place = state.volumes.append(frames, state.place)

    def _begin(self) -> _State:
        with copy_refusals():
            self.folder.mkdir(parents=True, exist_ok=True)
        copy = self._randomness(ID_BYTES).hex()
        state = _State(copy, self._volumes(copy))
        self._append(state, [({"began": self._now(), "kind": "about"}, b"")])
        self._save(state)
        return state

    def _state(self) -> _State | None:
        """Where the copy in the folder ended; None if there is none, or it is shorter than it was."""
        for row in self._rows():
            volumes = self._volumes(row["copy"])
            if volumes.numbers()[: row["volume"]] != list(range(1, row["volume"] + 1)):
                continue
            if volumes.length(row["volume"]) < row["length"]:
                continue
            return _State(
                row["copy"],
                volumes,
                row["arrived"],
                row["entries"],
                (row["volume"], row["length"]),
                row["keys"],
                row["written"],
            )
        return None

    def _is_ahead(self, state: _State) -> bool:
        """Whether entries lie behind the place where this database stopped writing, and it does not know them."""
        journal = Journal(self.database)
        return any(
            not journal.has(name_of(base64.b64decode(item.said["header"])))
            for item in state.volumes.read(state.place)
            if isinstance(item, Frame) and item.said["kind"] == "entry"
        )

    def _rows(self) -> list[dict[str, Any]]:
        return self.database.query("SELECT * FROM second_copy ORDER BY rowid DESC")

    def _save(self, state: _State) -> None:
        state.written = self._now()
        self.database.execute(
            "INSERT INTO second_copy (copy, arrived, entries, volume, length, keys, written)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (copy) DO UPDATE SET arrived = excluded.arrived,"
            " entries = excluded.entries, volume = excluded.volume, length = excluded.length,"
            " keys = excluded.keys, written = excluded.written",
            (state.copy, state.arrived, state.entries, *state.place, state.keys, state.written),
        )

    def _volumes(self, copy: str) -> Volumes:
        return Volumes(self.folder, copy, self._key, self._randomness)

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")


@dataclass
class _State:
    copy: str
    volumes: Volumes
    arrived: int = 0
    entries: int = 0
    place: tuple[int, int] = (0, 0)
    keys: str = ""
    written: str | None = None


def slots_beside(folder: Path, copy: str) -> Path:
    """Where the wrapped keys lie beside a copy on a stick."""
    return folder / f"xunhui-{copy}.slots.json"


def _entry_said(entry: Entry) -> dict[str, Any]:
    """Header, signature and body as they were signed, never rebuilt."""
    return {
        "body": None if entry.body is None else base64.b64encode(entry.body).decode("ascii"),
        "header": base64.b64encode(entry.header).decode("ascii"),
        "kind": "entry",
        "signature": base64.b64encode(entry.signature).decode("ascii"),
    }
