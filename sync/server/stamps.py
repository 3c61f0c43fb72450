"""The court's timestamps on finished papers: one more revision behind the bytes that were signed in the village."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.clock import Clock
from app.errors import NeedsCorrection, Refusal
from app.journal.entry import Entry
from app.journal.told import Told, tell_record
from app.signing import order
from app.signing.store import TAIL_TYPE
from sync.server.attachments import Attachments
from sync.server.journal import CourtJournal
from sync.server.store import Store, attachments, named_attachments, settings, stamps

EVERY_SECONDS = 5.0
_UPTO = "stamped_upto"

Say = Callable[..., Entry]


@dataclass(frozen=True)
class Stamps:
    """Stamps papers whose last signature and every byte are here; a paper is stamped once, whoever asks."""

    court: str
    store: Store
    journal: CourtJournal
    attachments: Attachments
    say: Say
    secrets: Path
    clock: Clock
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def catch_up(self) -> int:
        """Every finished paper that the court holds whole has its timestamp; gives how many were stamped now.

        What arrived is looked at once. Refuses with ``timestamp_refused`` where the timestamper does not answer: the
        papers stay as they are, and are tried again.
        """
        with self._one_at_a_time:
            upto, cases = self._arrived()
            stamped = sum(self._stamp(case) for case in cases)
            self._note(upto)
            return stamped

    def keep_up(self, stop: threading.Event) -> None:
        """Catches up every few seconds until told to stop; what can't be done now waits for the next time."""
        while not stop.wait(EVERY_SECONDS):
            try:
                self.catch_up()
            except Refusal:
                continue

    def _arrived(self) -> tuple[int, list[str]]:
        """The end of what is here, and the cases whose attachments came since it was last looked at."""
        with self.store.reading() as connection:
            begun = self._noted(connection)
            places = connection.execute(
                sa.select(attachments.c.digest, attachments.c.place).where(
                    attachments.c.court == self.court, attachments.c.place >= begun
                )
            ).all()
            cases = dict[str, None]()
            for row in places:
                named = connection.execute(
                    sa.select(named_attachments.c.case_id).where(
                        named_attachments.c.court == self.court, named_attachments.c.digest == row.digest
                    )
                )
                cases |= {each.case_id: None for each in named}
        return max((row.place + 1 for row in places), default=begun), list(cases)

    def _stamp(self, case: str) -> int:
        papers = _Papers.of(self.journal.of_case(case))
        return sum(self._stamp_paper(case, papers, paper) for paper in papers.finished())

    def _stamp_paper(self, case: str, papers: _Papers, paper: str) -> int:
        revision = papers.revision_of(paper)
        with self.store.reading() as connection:
            if self._is_stamped(connection, revision):
                return 0
        pdf = self._bytes_of(papers.parts_of(paper))
        if pdf is None or hashlib.sha256(pdf).hexdigest() != revision:
            return 0
        # pyHanko takes a second to import, which no laptop should wait for at the server's start.
        from app.signing.timestamp import timestamp_pdf
        from sync.server.timestamper import OwnTimestamper

        stamper = OwnTimestamper(self.secrets, self.clock, os.urandom)
        try:
            signed = timestamp_pdf(pdf, stamper, randomness=os.urandom, certificates=stamper.chain)
        except NeedsCorrection:
            return 0  # no PDF that anybody can add to: it was signed as it is
        tail = signed.pdf[len(pdf) :]
        digest, attachment = hashlib.sha256(tail).hexdigest(), f"attachment-{os.urandom(10).hex()}"
        title = papers.papers[paper].fields.get("title", "")
        named = {"digest": digest, "size": len(tail), "name": f"{title}-时间戳", "media_type": TAIL_TYPE}
        stamp = {"paper": paper, "before": revision, "revision": hashlib.sha256(signed.pdf).hexdigest()}
        with self.store.writing(self.court) as connection:
            if self._is_stamped(connection, revision):
                return 0  # by another process of this court, meanwhile
            connection.execute(stamps.insert().values(court=self.court, revision=revision))
            self.attachments.keep(connection, self.journal.own_device, digest, tail)
            self.say(connection, "attachment.added", attachment, named, case=case)
            record = f"timestamp-{os.urandom(10).hex()}"
            self.say(connection, "timestamp.added", record, {**stamp, "tail": attachment}, case=case)
        return 1

    def _bytes_of(self, digests: list[str | None]) -> bytes | None:
        """The paper put together, or None while a part of it is not here."""
        parts = list[bytes]()
        for digest in digests:
            if digest is None:
                return None
            part = self.attachments.held(digest)
            if part is None:
                return None
            parts.append(part)
        return b"".join(parts)

    def _is_stamped(self, connection: Connection, revision: str) -> bool:
        query = sa.select(stamps.c.revision).where(stamps.c.court == self.court, stamps.c.revision == revision)
        return connection.execute(query).first() is not None

    def _noted(self, connection: Connection) -> int:
        query = sa.select(settings.c.value).where(settings.c.court == self.court, settings.c.name == _UPTO)
        return int(connection.execute(query).scalar() or 0)

    def _note(self, upto: int) -> None:
        with self.store.writing(self.court) as connection:
            if upto > self._noted(connection):
                same = sa.and_(settings.c.court == self.court, settings.c.name == _UPTO)
                connection.execute(settings.delete().where(same))
                connection.execute(settings.insert().values(court=self.court, name=_UPTO, value=str(upto)))


@dataclass(frozen=True)
class _Papers:
    """The papers of one case as the journal tells them."""

    papers: Mapping[str, Told]
    signatures: Mapping[str, list[Mapping[str, Any]]]
    attachments: Mapping[str, str]

    @classmethod
    def of(cls, entries: list[Entry]) -> _Papers:
        records = dict[str, list[Entry]]()
        for entry in entries:
            if entry.body is not None and entry.act.partition(".")[0] in ("paper", "signing", "attachment"):
                records.setdefault(entry.record, []).append(entry)
        told = {record: tell_record(record, held) for record, held in records.items()}
        signatures = dict[str, list[Mapping[str, Any]]]()
        for each in _of(told, "signing"):
            signatures.setdefault(str(each.fields.get("paper")), []).append(each.fields)
        for of_paper in signatures.values():
            of_paper.sort(key=lambda fields: int(fields.get("ordinal", 0)))
        return cls(
            {each.record: each for each in _of(told, "paper")},
            signatures,
            {each.record: str(each.fields.get("digest")) for each in _of(told, "attachment")},
        )

    def finished(self) -> Iterator[str]:
        """Papers with a signature in their bytes, which nobody may sign any more."""
        for record, paper in self.papers.items():
            try:
                signed = any("tail" in one for one in self.signatures.get(record, ()))
                if signed and self._state(paper).frozen:
                    yield record
            except (Refusal, KeyError, TypeError, ValueError):
                continue  # what a rule would have refused is a person's to look at, not ours to seal

    def revision_of(self, paper: str) -> str:
        made = [str(one["revision"]) for one in self.signatures.get(paper, ()) if one.get("revision")]
        return made[-1] if made else str(self.papers[paper].fields["digest"])

    def parts_of(self, paper: str) -> list[str | None]:
        """Digests of the paper as issued and of what each signature added; None for one that is not told here."""
        tails = [one["tail"] for one in self.signatures.get(paper, ()) if one.get("tail")]
        return [self.attachments.get(str(part)) for part in (self.papers[paper].fields["content"], *tails)]

    def _state(self, paper: Told) -> order.SigningState:
        groups = paper.fields["signers"]
        people = {group["kind"]: group["who"] for group in groups}
        state = order.begin([group["kind"] for group in groups], people, str(paper.fields["digest"]))
        return order.told(state, self.signatures.get(paper.record, ()))


def _of(told: Mapping[str, Told], feature: str) -> list[Told]:
    return [each for each in told.values() if each.entries and each.first.act.startswith(f"{feature}.")]
