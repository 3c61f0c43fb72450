"""Attachments at the court: taken piece by piece, kept once, and shown only to devices that may hold them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection, RowMapping

from app.errors import NeedsCorrection, NotPossibleNow
from sync.messages import Stored, leaf_of_attachment
from sync.server.log import Log
from sync.server.objects import Objects, Pieces
from sync.server.scope import scope_of
from sync.server.sealing import Seal
from sync.server.store import Store, attachments, named_attachments, uploads

PIECE = 256 * 1024
"""Plain bytes that one stored piece holds at most; a cut link loses less than what the network had in flight."""


@dataclass(frozen=True)
class Attachments:
    """One court's attachments. A device may send what an entry in its scope names, and read what was sent for one.

    Naming a digest alone opens nothing: the device that named it must have sent the bytes, or have read them here.
    """

    store: Store
    court: str
    objects: Objects
    keys: Seal
    log: Log

    def state(self, device: str, digest: str) -> Stored:
        """How much the court has from this device; all of it where it may read the attachment anyhow."""
        with self.store.reading() as connection:
            self._require_named(connection, device, digest)
            whole = self._whole(connection, digest)
            if whole is not None and self._may_read(connection, device, digest):
                return Stored(whole["size"], whole["place"])
            upload = self._upload(connection, device, digest)
        return Stored(self._pieces(upload).stored() if upload else 0, None)

    def begin(self, device: str, digest: str, size: int) -> Pieces:
        """Where this device's bytes of the attachment go, found again after a cut."""
        if not 0 < size < 1 << 40:
            raise NeedsCorrection("attachment_size_wrong")
        with self.store.reading() as connection:
            self._require_named(connection, device, digest)
            upload = self._upload(connection, device, digest)
        if upload is None or upload["size"] != size:
            upload = self._begin_anew(device, digest, size, upload)
        return self._pieces(upload)

    def finish(self, device: str, digest: str, size: int) -> Stored:
        """The attachment is whole, is what its digest says, and has its leaf in the log; or nothing of it is kept."""
        with self.store.reading() as connection:
            upload = self._upload(connection, device, digest)
        if upload is None:
            raise NotPossibleNow("attachment_not_here")
        pieces = self._pieces(upload)
        whole = hashlib.sha256()
        for chunk in pieces.read(0, size):
            whole.update(chunk)
        if whole.hexdigest() != digest:
            with self.store.writing(self.court) as connection:
                connection.execute(uploads.delete().where(self._of(device, digest)))
            pieces.drop()
            raise NeedsCorrection("attachment_not_as_announced")
        with self.store.writing(self.court) as connection:
            held = self._whole(connection, digest)
            if held is None:
                (place,) = self.log.append(connection, [leaf_of_attachment(digest)])
                connection.execute(
                    attachments.insert().values(
                        court=self.court,
                        digest=digest,
                        size=size,
                        object=upload["object"],
                        sealed_key=upload["sealed_key"],
                        place=place,
                    )
                )
            else:
                place = held["place"]
            connection.execute(uploads.update().where(self._of(device, digest)).values(done=True))
        if held is not None and held["object"] != upload["object"]:
            pieces.drop()
        return Stored(size, place)

    def held(self, digest: str) -> bytes | None:
        """The attachment's bytes for the court's own use; None while it is not here whole."""
        with self.store.reading() as connection:
            whole = self._whole(connection, digest)
        return None if whole is None else b"".join(self._pieces(whole).read(0, whole["size"]))

    def keep(self, connection: Connection, device: str, digest: str, data: bytes) -> None:
        """What the court has made itself is an attachment like any other; the caller's entry names it."""
        name, key = os.urandom(16).hex(), os.urandom(32)
        Pieces(self.objects, name, key).append(0, data)
        held = {"court": self.court, "digest": digest, "size": len(data), "object": name}
        sealed = {"sealed_key": self.keys.close(key, name)}
        (place,) = self.log.append(connection, [leaf_of_attachment(digest)])
        connection.execute(attachments.insert().values(**held, **sealed, place=place))
        connection.execute(uploads.insert().values(**held, **sealed, device=device, done=True))

    def read(self, device: str, digest: str, start: int) -> tuple[int, Iterator[bytes]]:
        """Size of the attachment, and its bytes from `start`."""
        with self.store.reading() as connection:
            self._require_named(connection, device, digest)
            whole = self._whole(connection, digest)
            if whole is None or not self._may_read(connection, device, digest):
                raise NotPossibleNow("attachment_not_here")
        return whole["size"], self._pieces(whole).read(start, whole["size"])

    def _require_named(self, connection: Connection, device: str, digest: str) -> None:
        if not self._namers(connection, device, digest):
            raise NotPossibleNow("attachment_not_here")

    def _namers(self, connection: Connection, device: str, digest: str) -> set[str]:
        named = named_attachments.c
        rows = connection.execute(
            sa.select(named.device, named.case_id, named.compartment).where(
                named.court == self.court, named.digest == digest
            )
        ).all()
        scope = scope_of(connection, self.court, device)
        return {row.device for row in rows if row.device == device or scope.allows(row.case_id, row.compartment)}

    def _may_read(self, connection: Connection, device: str, digest: str) -> bool:
        senders = {
            row.device
            for row in connection.execute(
                sa.select(uploads.c.device).where(
                    uploads.c.court == self.court, uploads.c.digest == digest, uploads.c.done.is_(True)
                )
            )
        }
        return bool(senders & (self._namers(connection, device, digest) | {device}))

    def _begin_anew(self, device: str, digest: str, size: int, before: RowMapping | None) -> RowMapping:
        name, key = os.urandom(16).hex(), os.urandom(32)
        with self.store.writing(self.court) as connection:
            connection.execute(uploads.delete().where(self._of(device, digest)))
            connection.execute(
                uploads.insert().values(
                    court=self.court,
                    digest=digest,
                    device=device,
                    size=size,
                    object=name,
                    sealed_key=self.keys.close(key, name),
                    done=False,
                )
            )
            upload = self._upload(connection, device, digest)
        if before is not None:
            self._pieces(before).drop()
        assert upload is not None
        return upload

    def _whole(self, connection: Connection, digest: str) -> RowMapping | None:
        return (
            connection.execute(
                sa.select(attachments).where(attachments.c.court == self.court, attachments.c.digest == digest)
            )
            .mappings()
            .first()
        )

    def _upload(self, connection: Connection, device: str, digest: str) -> RowMapping | None:
        return connection.execute(sa.select(uploads).where(self._of(device, digest))).mappings().first()

    def _of(self, device: str, digest: str) -> sa.ColumnElement[bool]:
        return sa.and_(uploads.c.court == self.court, uploads.c.digest == digest, uploads.c.device == device)

    def _pieces(self, row: RowMapping) -> Pieces:
        return Pieces(self.objects, row["object"], self.keys.open(bytes(row["sealed_key"]), row["object"]))
