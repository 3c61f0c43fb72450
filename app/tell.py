"""What happened → the feature that tells it; every plain table can be retold from the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from app.approvals import store as approvals
from app.attachments import service as attachments
from app.cases import appeals, code_tables, numbers, suspensions
from app.cases import store as cases
from app.circuit import store as circuit
from app.documents import store as documents
from app.fees import store as fees
from app.hearings import store as hearings
from app.intake import store as intake
from app.journal import disputes
from app.journal.journal import Journal
from app.journal.told import Told, tell_record
from app.judgments import store as judgments
from app.mediation import store as mediation
from app.service import store as service
from app.signing import certificates, timestamps
from app.signing import store as signing
from app.storage.database import Database, Misfit, statements


class Feature(Protocol):
    """A module that owns told tables: each has a column ``record`` and is rewritten record by record."""

    @property
    def TABLES(self) -> Mapping[str, str]: ...

    @property
    def VERSION(self) -> int: ...

    def receive(self, database: Database, told: Told) -> None: ...


FEATURES: Mapping[str, Feature] = {
    "disputes": disputes,
    "attachments": attachments,
    "cases": cases,
    "numbers": numbers,
    "code_tables": code_tables,
    "suspensions": suspensions,
    "appeals": appeals,
    "documents": documents,
    "signing": signing,
    "certificates": certificates,
    "timestamps": timestamps,
    "intake": intake,
    "hearings": hearings,
    "mediation": mediation,
    "judgments": judgments,
    "fees": fees,
    "approvals": approvals,
    "service": service,
    "circuit": circuit,
}

TELLERS: Mapping[str, tuple[str, ...]] = {
    # An act's first word → the features that tell it. "disputes" tells every record.
    "attachment": ("attachments",),
    "case": ("cases",),
    "party": ("cases",),
    "claim": ("cases",),
    "counterclaim": ("cases",),
    "evidence": ("cases",),
    "number": ("numbers",),
    "limit": ("suspensions",),
    "appeal": ("appeals",),
    "calendar": ("code_tables",),
    "lpr": ("code_tables",),
    "paper": ("documents",),
    "signing": ("signing",),
    "key": ("certificates",),
    "timestamp": ("timestamps",),
    "filing": ("intake",),
    "defence": ("intake",),
    "hearing": ("hearings",),
    "turn": ("hearings",),
    "recording": ("hearings",),
    "mediation": ("mediation",),
    "judgment": ("judgments",),
    "withdrawal": ("judgments",),
    "fee": ("fees", "approvals"),
    "approval": ("approvals",),
    "service": ("service",),
    "entrustment": ("service",),
    "trip": ("circuit",),
    "circuit": ("circuit",),
    "dispute": (),
}

OPENINGS: Mapping[str, tuple[str, ...]] = {
    # An act's first word → the acts that begin such a record. Until one of them is here, there is nothing to tell.
    "filing": ("filing.received",),
    "attachment": ("attachment.added",),
    "case": ("case.filed",),
    "party": ("party.joined",),
    "claim": ("claim.made", "claim.added"),
    "counterclaim": ("counterclaim.brought",),
    "evidence": ("evidence.submitted",),
    "number": ("number.leased",),
    "limit": ("limit.suspended",),
    "appeal": ("appeal.brought", "appeal.answered"),
    "paper": ("paper.issued",),
    "key": ("key.requested",),
    "timestamp": ("timestamp.added",),
    "hearing": ("hearing.opened", "hearing.adjourned"),
    "turn": ("turn.ended",),
    "recording": ("recording.began",),
    "fee": ("fee.paid", "fee.relief_decided", "fee.refund_ordered", "fee.review_requested"),
    "approval": ("approval.requested",),
    "service": ("service.made", "service.queued"),
    "entrustment": ("entrustment.received",),
}


class JournalTeller:
    """Keeps every feature's tables equal to what the journal says."""

    def prepare(self, database: Database, progress: Callable[[int, int], None] | None = None) -> None:
        """Makes missing tables and retells those of a feature whose version has risen; resumable feature by feature."""
        told = {row["feature"]: row["version"] for row in database.query("SELECT feature, version FROM teller")}
        due = [name for name, feature in FEATURES.items() if told.get(name) != feature.VERSION]
        if "disputes" in due:
            # Its tables also say what the others could not tell.
            due = list(FEATURES)
        for name in due:
            with database.transaction():
                self._make_tables(database, name)
                self._retell(database, name, progress)
                database.execute(
                    "INSERT INTO teller (feature, version) VALUES (?, ?)"
                    " ON CONFLICT (feature) DO UPDATE SET version = excluded.version",
                    (name, FEATURES[name].VERSION),
                )

    def retell_all(self, database: Database) -> None:
        """Every told table is made anew from the journal."""
        with database.transaction():
            database.execute("DELETE FROM teller")
            self.prepare(database)

    def tell(self, database: Database, told: Told) -> None:
        """The rows of this record, in every table, say what its entries say."""
        for name in ("disputes", *self._features_of(told)):
            self._clear(database, name, told.record)
            self._tell_feature(database, name, told)

    def retell(self, database: Database, told: Told, *, first: bool = False) -> None:
        """As ``tell``, for entries that may come from elsewhere: a well-signed entry is always taken. With ``first``
        no table has a row of the record yet.

        Where a feature can make nothing of the fields, its tables have no row of the record, and ``untold`` has one.
        """
        for name in ("disputes", *self._features_of(told)):
            self._retell_feature(database, name, told, first)

    def forget(self, database: Database, told: Told) -> None:
        """No table has a row of the record: its bodies are being purged."""
        for name in ("disputes", *self._features_of(told)):
            self._clear(database, name, told.record)

    def _features_of(self, told: Told) -> list[str]:
        names = dict[str, None]()
        for entry in (*told.entries, *told.waiting):
            for name in TELLERS.get(entry.act.partition(".")[0], ()):
                names[name] = None
        return list(names)

    def _tell_feature(self, database: Database, name: str, told: Told) -> None:
        if name == "disputes" or (told.entries and _is_open(told)):
            FEATURES[name].receive(database, told)

    def _retell_feature(self, database: Database, name: str, told: Told, first: bool = False) -> None:
        if not first:
            self._clear(database, name, told.record)
        try:
            self._tell_feature(database, name, told)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, *Misfit):
            self._clear(database, name, told.record)
            disputes.note_untold(database, told, name)

    def _clear(self, database: Database, name: str, record: str) -> None:
        for table in FEATURES[name].TABLES:
            database.execute(f"DELETE FROM {table} WHERE record = ?", (record,))

    def _make_tables(self, database: Database, name: str) -> None:
        for table, statement in FEATURES[name].TABLES.items():
            database.execute(f"DROP TABLE IF EXISTS {table}")
            for part in statements(statement):
                database.execute(part)

    def _retell(self, database: Database, name: str, progress: Callable[[int, int], None] | None) -> None:
        journal = Journal(database)
        if name == "disputes":
            records = dict.fromkeys(journal.all_records())
        else:
            words = [word for word, features in TELLERS.items() if name in features]
            records = dict.fromkeys(record for word in words for record in journal.records(word))
        for done, record in enumerate(records):
            self._retell_feature(database, name, tell_record(record, journal.of_record(record)))
            if progress is not None and done % 100 == 0:
                progress(done, len(records))


def _is_open(told: Told) -> bool:
    """Whether the entry that begins such a record is here; what came ahead of it waits."""
    openings = OPENINGS.get(told.first.act.partition(".")[0])
    return openings is None or any(entry.act in openings for entry in told.entries)
