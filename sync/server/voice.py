"""The court's own chain: leases, officers and revocations as entries, signed by the court as by any device."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.clock import Clock
from app.journal.device import DeviceKey
from app.journal.entry import COURT, MAIN, SALT_BYTES, Entry, Happening, Json, make_entry
from sync.server.store import entries, voice

OFFICER = "court"


@dataclass(frozen=True)
class Voice:
    """Makes the court's next entry; whoever calls puts it into the log in the same transaction."""

    court: str
    key: DeviceKey
    clock: Clock

    def say(
        self, connection: Connection, act: str, record: str, fields: Mapping[str, Json], case: str = COURT
    ) -> Entry:
        """The entry that follows the court's last one, its bases the entries that told these fields before."""
        last = connection.execute(
            sa.select(entries.c.sequence, entries.c.name)
            .where(entries.c.court == self.court, entries.c.device == self.key.device_id)
            .order_by(entries.c.sequence.desc())
            .limit(1)
        ).first()
        before = {
            row.field: row.entry
            for row in connection.execute(
                sa.select(voice.c.field, voice.c.entry).where(voice.c.court == self.court, voice.c.record == record)
            )
        }
        happening = Happening(
            act=act,
            record=record,
            fields=fields,
            bases={name: [before[name]] for name in fields if name in before},
            case=case,
            compartment=MAIN,
            officer=OFFICER,
            claimed_at=self.clock.now().isoformat(timespec="seconds"),
            boot=self.clock.boot_id,
            monotonic_ms=self.clock.monotonic_ms(),
            head_seen=None,
            group=None,
        )
        sequence, previous = (last.sequence, last.name) if last else (0, None)
        entry = make_entry(happening, self.key, sequence + 1, previous, os.urandom(SALT_BYTES))
        remember(connection, self.court, entry)
        return entry


def remember(connection: Connection, court: str, entry: Entry, names: Collection[str] | None = None) -> None:
    """The entry is the base of what the court says next about these fields, all of the entry's where none is named."""
    for name in entry.fields if names is None else names:
        same = (voice.c.court == court) & (voice.c.record == entry.record) & (voice.c.field == name)
        connection.execute(voice.delete().where(same))
        connection.execute(voice.insert().values(court=court, record=entry.record, field=name, entry=entry.name))
