"""The signed-in officer's desk: database, journal, clock, and ``record``, the one way an act is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from app.clock import Clock, Randomness
from app.errors import Disputed, NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey
from app.journal.devices import known_devices
from app.journal.entry import COURT, MAIN, SALT_BYTES, Entry, Group, Happening, Json
from app.journal.journal import Journal
from app.journal.texts import check_texts
from app.journal.told import Told, tell_record
from app.storage.database import Database
from app.storage.settings import read_setting

HEAD_SEEN = "court_head_seen"
"""Setting: the last signed head seen from the court, ``{"size": int, "root": hex}``."""
ID_BYTES = 10

JUDGES = ("judge", "assistant_judge")
BENCH = (*JUDGES, "clerk")
OFFICERS = (*BENCH, "filing_officer")
"""Who works on a case; ``BENCH`` those of a hearing, ``JUDGES`` those who help to decide it."""


@dataclass(frozen=True)
class Officer:
    """Who acts. Roles: judge, assistant_judge, clerk, assessor, division_chief, president, filing_officer,
    administrator."""

    id: str
    name: str
    role: str


class Teller(Protocol):
    """Makes the plain tables say what the entries say; ``app/tell.py`` is the one in use."""

    def prepare(self, database: Database) -> None: ...

    def tell(self, database: Database, told: Told) -> None: ...

    def forget(self, database: Database, told: Told) -> None: ...

    def retell(self, database: Database, told: Told, *, first: bool = False) -> None: ...


@dataclass(frozen=True)
class _Act:
    name: str
    record: str
    fields: dict[str, Json]
    case: str
    compartment: str
    officer: str


@dataclass
class _Pending:
    """What waits for the end of a group; shared by every officer's desk at the laptop. None outside ``together``."""

    happenings: list[_Act] | None = None
    beside: list[Callable[[], None]] = field(default_factory=list)


class Desk:
    """One officer at one laptop; belongs to the thread that opened its database."""

    def __init__(
        self,
        database: Database,
        teller: Teller,
        clock: Clock,
        randomness: Randomness,
        officer: Officer,
        device: DeviceKey,
    ) -> None:
        self.database = database
        self.journal = Journal(database)
        self.teller = teller
        self.clock = clock
        self.randomness = randomness
        self.officer = officer
        self.device = device
        self.after_commit: list[Callable[[list[Entry]], None]] = []
        self._pending = _Pending()
        teller.prepare(database)

    def acting_as(self, officer: Officer) -> Desk:
        """The same desk with another officer at it, as when judge and clerk share the laptop."""
        desk = Desk.__new__(Desk)
        desk.__dict__ = self.__dict__ | {"officer": officer}
        return desk

    def record(
        self, act: str, record: str, fields: Mapping[str, Json], *, case: str = COURT, compartment: str = MAIN
    ) -> None:
        """Writes that ``act`` ("mediation.agreed") happened to ``record``: journal and tables in one transaction.

        Inside ``together`` it is written, with the rest of the group, when the group ends. A field told anew names
        the entries it replaces. Refuses with ``needs_newer_program`` where the record holds what only a newer
        program understands, and what ``check_texts`` refuses of a text.
        """
        check_texts(fields)
        if self._pending.happenings is not None:
            self._pending.happenings.append(_Act(act, record, dict(fields), case, compartment, self.officer.id))
            return
        with self.together():
            self.record(act, record, fields, case=case, compartment=compartment)

    @contextmanager
    def together(self, beside: Callable[[], None] | None = None) -> Iterator[None]:
        """What is recorded inside is one group: written whole when the block ends, or, if it raises, not at all.

        ``beside`` is done in the same transaction, after the entries: local work such as dropping the draft that has
        become an entry, so that a power cut never leaves both or neither.
        """
        if self._pending.happenings is not None:
            self._pending.beside += [beside] if beside else []
            yield
            return
        happenings = list[_Act]()
        self._pending.happenings = happenings
        self._pending.beside = [beside] if beside else []
        try:
            yield
        finally:
            self._pending.happenings = None
            beside_all, self._pending.beside = self._pending.beside, []
        if not happenings and not beside_all:
            return
        written = list[Entry]()
        with self.database.transaction():
            group_id = self.randomness(SALT_BYTES).hex() if len(happenings) > 1 else ""
            for index, act in enumerate(happenings):
                group = Group(group_id, index, len(happenings)) if group_id else None
                written.append(self._write(act, group))
            for work in beside_all:
                work()
        self._follow(written)

    def _write(self, act: _Act, group: Group | None) -> Entry:
        before = self.journal.of_record(act.record)
        held = tell_record(act.record, before)
        if held.newer:
            raise NotPossibleNow("needs_newer_program", record=act.record)
        happening = Happening(
            act=act.name,
            record=act.record,
            fields=act.fields,
            bases={name: list(held.heads[name]) for name in act.fields if name in held.heads},
            case=act.case,
            compartment=act.compartment,
            officer=act.officer,
            claimed_at=self.clock.now().isoformat(timespec="seconds"),
            boot=self.clock.boot_id,
            monotonic_ms=self.clock.monotonic_ms(),
            head_seen=read_setting(self.database, HEAD_SEEN),
            group=group,
        )
        entry = self.journal.append(happening, self.device, self.randomness(SALT_BYTES))
        self.teller.tell(self.database, tell_record(act.record, [*before, entry]))
        return entry

    def receive(self, entries: list[Entry]) -> list[Entry]:
        """Takes entries that came from elsewhere, with their places in the court's log where these came too, and
        tells their records; gives back those that were new.

        Raises ``TamperedEntry`` or ``ForkedDevice`` (and takes none of the batch); asks no rule.
        """
        with self.database.transaction():
            known = self.journal.known_records(entry.record for entry in entries if entry.body is not None)
            fresh = self.journal.take(entries, known_devices(self.database))
            places = {entry.name: entry.log_index for entry in entries if entry.log_index is not None}
            moved = self.journal.place(places) if places else set()
            told: dict[str, list[Entry]] = {}
            for entry in fresh:
                if entry.body is not None:
                    told.setdefault(entry.record, []).append(entry)
            for record in sorted(told.keys() - known):
                self.teller.retell(self.database, tell_record(record, told[record]), first=True)
            self.retell((told.keys() & known) | self.journal.told_by_several(moved - {entry.name for entry in fresh}))
        if fresh:
            self._follow(fresh)
        return fresh

    def _follow(self, entries: list[Entry]) -> None:
        """Whoever waits for entries hears of them once they are on disk, whatever transaction this one is part of."""

        def tell() -> None:
            for follow in self.after_commit:
                follow(entries)

        self.database.when_committed(tell)

    def placed(self, places: Mapping[str, int]) -> None:
        """Notes where the court's log holds the entries (name → index), and tells again what that may decide."""
        with self.database.transaction():
            self.retell(self.journal.told_by_several(self.journal.place(places)))

    def retell(self, records: set[str]) -> None:
        """The tables say what the entries about these records say."""
        with self.database.transaction():
            held = self.journal.of_records(records)
            for record in sorted(records):
                self.teller.retell(self.database, tell_record(record, held.get(record, [])))

    def told(self, record: str) -> Told:
        """What all entries about the record come to."""
        return tell_record(record, self.journal.of_record(record))

    def fields_of(self, record: str) -> dict[str, Json]:
        """The standing value of every field of the record."""
        return dict(self.told(record).fields)

    def decide(self, record: str, field_name: str, value: Json) -> None:
        """A person's pick between rival values: the entry ``dispute.decided`` replaces them all (design, section 6)."""
        told = self.told(record)
        rivals = next((rival for rival in told.rivals if rival.field == field_name), None)
        if rivals is None:
            raise NeedsCorrection("nothing_to_decide", field=field_name)
        if value not in rivals.values:
            raise NeedsCorrection("not_one_of_the_values", field=field_name)
        self.record("dispute.decided", record, {field_name: value}, case=told.case, compartment=told.first.compartment)

    def refuse_if_disputed(self, record: str, *names: str) -> None:
        """Raises ``Disputed`` if one of the fields (any, where none is named) has rival values."""
        for rival in self.told(record).rivals:
            if not names or rival.field in names:
                raise Disputed("values_differ", record=record, field=rival.field, values=list(rival.values))

    def require_role(self, *roles: str) -> None:
        """Refuses with ``role_not_permitted`` unless the officer at the desk has one of the roles."""
        if self.officer.role not in roles:
            raise NeedsCorrection("role_not_permitted", role=self.officer.role, needs=list(roles))

    def new_id(self, kind: str) -> str:
        """A name for a new record that no other device will choose."""
        return f"{kind}-{self.randomness(ID_BYTES).hex()}"
