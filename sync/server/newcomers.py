"""Laptops that come to belong to the court: their codes, what a profile is made with, longer leases by telephone."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.clock import Clock
from app.errors import NeedsCorrection
from app.keys.lease import extension_code
from sync.messages import Arrive, Named, Welcome
from sync.server.sealing import Seal
from sync.server.store import Store, enrolment_codes, lease_keys, officers, revocations, settings

CODE_DAYS = 7
_SETTINGS, _ESCROW = "settings", "escrow"


@dataclass(frozen=True)
class Newcomers:
    """One court's door: a code opens it once, for one laptop, within seven days."""

    court: str
    name: str
    practice: bool
    store: Store
    secrets: Seal
    clock: Clock

    def issue_code(self, code: str, name: str, *, every_case: bool = False) -> None:
        """The one-time `code` enrols one device, called `name`, within seven days."""
        expires = self.clock.now().astimezone(datetime.UTC) + datetime.timedelta(days=CODE_DAYS)
        with self.store.writing(self.court) as connection:
            connection.execute(
                enrolment_codes.insert().values(
                    court=self.court,
                    code_digest=_digest(code),
                    name=name,
                    expires_at=expires.isoformat(),
                    every_case=every_case,
                    device=None,
                )
            )

    def code(self, connection: Connection, code: str, device: str | None) -> sa.Row[Any]:
        """The code's row, fresh or spent by this very device; ``enrolment_code_wrong``, ``enrolment_code_expired``."""
        row = connection.execute(sa.select(enrolment_codes).where(self._same(code))).first()
        if row is None or (row.device is not None and row.device != device):
            raise NeedsCorrection("enrolment_code_wrong")
        if row.device is None and datetime.datetime.fromisoformat(row.expires_at) < self.clock.now():
            raise NeedsCorrection("enrolment_code_expired")
        return row

    def spend(self, connection: Connection, code: str, device: str) -> None:
        """The code is this device's and nobody else's."""
        connection.execute(enrolment_codes.update().where(self._same(code)).values(device=device))

    def welcome(self, arrive: Arrive) -> Welcome:
        """What a profile is made with, told to whoever holds a fresh code; refuses as ``code`` does."""
        with self.store.reading() as connection:
            self.code(connection, arrive.code, None)
            gone = sa.select(revocations.c.subject).where(
                revocations.c.court == self.court, revocations.c.kind == "officer"
            )
            named = connection.execute(
                sa.select(officers)
                .where(officers.c.court == self.court, officers.c.officer.not_in(gone))
                .order_by(officers.c.officer)
            ).all()
            escrow, told = self._kept(connection, _ESCROW), self._kept(connection, _SETTINGS)
        return Welcome(
            self.name,
            self.practice,
            None if escrow is None else bytes.fromhex(escrow),
            {} if told is None else told,
            tuple(Named(row.officer, row.name, row.role) for row in named),
        )

    def keep_settings(self, told: Mapping[str, Any]) -> None:
        """New profiles are made with these settings (``app.cases.court``)."""
        self._keep(_SETTINGS, dict(told))

    def keep_escrow(self, public: bytes) -> None:
        """New profiles' database keys are also sealed to this X25519 key, whose private half lies in shares."""
        self._keep(_ESCROW, public.hex())

    def keep_lease_key(self, connection: Connection, device: str, key: bytes) -> None:
        """The court can make codes for this device."""
        mine = sa.and_(lease_keys.c.court == self.court, lease_keys.c.device == device)
        connection.execute(lease_keys.delete().where(mine))
        sealed = self.secrets.close(key, f"lease {device}")
        connection.execute(lease_keys.insert().values(court=self.court, device=device, sealed=sealed))

    def longer_lease(self, device: str, extensions: int, days: int) -> str:
        """The code that extends the device's lease by so many days (1 to 99), for the telephone.

        `extensions`, which the laptop shows, is how often that was done before; ``device_unknown``.
        """
        with self.store.reading() as connection:
            row = connection.execute(
                sa.select(lease_keys.c.device, lease_keys.c.sealed).where(
                    lease_keys.c.court == self.court, lease_keys.c.device.startswith(device, autoescape=True)
                )
            ).all()
        if len(row) != 1 or not 0 < days < 100:
            raise NeedsCorrection("device_unknown")
        key = self.secrets.open(bytes(row[0].sealed), f"lease {row[0].device}")
        return extension_code(key, row[0].device, extensions, days)

    def _same(self, code: str) -> sa.ColumnElement[bool]:
        return sa.and_(enrolment_codes.c.court == self.court, enrolment_codes.c.code_digest == _digest(code))

    def _keep(self, name: str, value: Any) -> None:
        with self.store.writing(self.court) as connection:
            connection.execute(settings.delete().where(settings.c.court == self.court, settings.c.name == name))
            text = json.dumps(value, ensure_ascii=False, sort_keys=True)
            connection.execute(settings.insert().values(court=self.court, name=name, value=text))

    def _kept(self, connection: Connection, name: str) -> Any:
        query = sa.select(settings.c.value).where(settings.c.court == self.court, settings.c.name == name)
        value = connection.execute(query).scalar()
        return None if value is None else json.loads(value)


def _digest(code: str) -> str:
    """Codes are kept as digests; dashes, blanks and case do not matter to who types one."""
    plain = "".join(code.split()).replace("-", "").upper()
    return hmac.new(b"xunhui-enrolment-code", plain.encode(), hashlib.sha256).hexdigest()
