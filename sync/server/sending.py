"""Electronic services that laptops queued: the court's system sends them, and the court says when (在线31)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.errors import NeedsCorrection
from app.journal.entry import Entry
from sync.server.store import Store, queued_services
from sync.server.voice import remember

QUEUED, SENT = "service.queued", "service.sent"
LONGEST_NAME = 255

Say = Callable[..., Entry]


@dataclass(frozen=True)
class Sending:
    """What waits to be sent for one court; `say` writes the court's next entry, in the caller's transaction."""

    court: str
    store: Store
    say: Say

    def waiting(self) -> list[dict[str, str]]:
        """Services that nobody has said are sent: ``service`` (its record), ``case``, ``queued_at``; oldest first."""
        with self.store.reading() as connection:
            rows = connection.execute(
                sa.select(queued_services)
                .where(queued_services.c.court == self.court)
                .order_by(queued_services.c.queued_at, queued_services.c.service)
            )
            return [{"service": row.service, "case": row.case_id, "queued_at": row.queued_at} for row in rows]

    def sent(self, service: str, at: datetime.datetime) -> None:
        """The court's system sent the service at that moment, which every laptop with the case learns as the court's
        own word: that is the date of service. Refuses with ``service_not_waiting``."""
        with self.store.writing(self.court) as connection:
            row = connection.execute(sa.select(queued_services).where(_this(self.court, service))).first()
            if row is None:
                raise NeedsCorrection("service_not_waiting")
            # The entry takes the service out of what waits, as a laptop's own would.
            self.say(connection, SENT, service, {"at": at.isoformat(timespec="seconds")}, case=row.case_id)


def note_services(connection: Connection, court: str, fresh: Iterable[Entry]) -> None:
    """What these entries queue waits to be sent; what they say is sent waits no more."""
    for entry in fresh:
        if entry.act not in (QUEUED, SENT) or len(entry.record) > LONGEST_NAME:
            continue
        connection.execute(queued_services.delete().where(_this(court, entry.record)))
        fields = entry.fields
        if entry.act == QUEUED and fields.get("how") == "electronic" and fields.get("at") is None:
            remember(connection, court, entry, ("at",))
            connection.execute(
                queued_services.insert().values(
                    court=court, service=entry.record, case_id=entry.case, queued_at=str(fields.get("queued_at"))[:40]
                )
            )


def _this(court: str, service: str) -> sa.ColumnElement[bool]:
    return (queued_services.c.court == court) & (queued_services.c.service == service)
