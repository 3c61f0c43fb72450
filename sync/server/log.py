"""The court's log over its store: appending leaves, signing heads, and the proofs of receipts."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Sequence

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.engine import Connection

from app.clock import Clock
from sync.merkle import Tree, leaf_hash
from sync.messages import HEAD_PREFIX, SignedHead, head_bytes
from sync.server.store import Store, courts, log, log_heads

FRESH = datetime.timedelta(seconds=60)
"""A head of the same size is given again for so long, so that many laptops share one signature."""


class Log:
    """One court's log; the tree is kept in memory and caught up from the table, so several processes may serve it."""

    def __init__(self, store: Store, court: str, key: Ed25519PrivateKey, clock: Clock) -> None:
        self.store = store
        self.court = court
        self.key = key
        self.clock = clock
        self._tree = Tree()
        self._guard = threading.Lock()

    def append(self, connection: Connection, leaves: Sequence[bytes]) -> list[int]:
        """The leaves are in the log once the transaction commits; their places, without a gap."""
        if not leaves:
            return []
        first = self._size(connection)
        connection.execute(
            log.insert(),
            [{"court": self.court, "place": first + n, "leaf": leaf_hash(leaf)} for n, leaf in enumerate(leaves)],
        )
        connection.execute(courts.update().where(courts.c.court == self.court).values(log_size=first + len(leaves)))
        return list(range(first, first + len(leaves)))

    def head(self) -> SignedHead:
        """A signed head of everything committed, at most a minute old."""
        now = self.clock.now()
        with self.store.reading() as connection:
            row = self._latest(connection)
            if row is not None and self._still_good(connection, row, now):
                return SignedHead(bytes(row.head), bytes(row.signature))
        with self.store.writing(self.court) as connection:
            row = self._latest(connection)
            if row is not None and self._still_good(connection, row, now):
                return SignedHead(bytes(row.head), bytes(row.signature))
            size = self._size(connection)
            backed_up_to = self._backed_up_to(connection)
            at = now.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
            value = head_bytes(self.court, size, self.tree(connection).root(size), at, backed_up_to)
            signature = self.key.sign(HEAD_PREFIX + value)
            same = (log_heads.c.court == self.court) & (log_heads.c.size == size) & (log_heads.c.at == at)
            connection.execute(log_heads.delete().where(same))
            connection.execute(
                log_heads.insert().values(
                    court=self.court,
                    size=size,
                    at=at,
                    backed_up_to=backed_up_to,
                    head=value,
                    signature=signature,
                )
            )
            return SignedHead(value, signature)

    def together(self, places: Sequence[int], size: int) -> list[bytes]:
        """One proof for all these places in the tree of that size."""
        with self.store.reading() as connection:
            return self.tree(connection).together(places, size)

    def consistency(self, first: int, second: int) -> list[bytes]:
        """The proof from one size to a later one; nothing where the earlier one was never ours."""
        if first > second:
            return []
        with self.store.reading() as connection:
            return self.tree(connection).consistency(first, second)

    def backed_up(self, size: int) -> None:
        """Heads say from now on that the first `size` leaves are in a backup that was test-restored."""
        with self.store.writing(self.court) as connection:
            if size > self._size(connection):
                raise ValueError("the log is not that long")
            connection.execute(courts.update().where(courts.c.court == self.court).values(backed_up_to=size))

    def tree(self, connection: Connection) -> Tree:
        """The tree of every leaf that this connection sees."""
        with self._guard:
            rows = connection.execute(
                sa.select(log.c.leaf)
                .where(log.c.court == self.court, log.c.place >= self._tree.size)
                .order_by(log.c.place)
            )
            for row in rows:
                self._tree.append(bytes(row.leaf))
            return self._tree

    def _latest(self, connection: Connection) -> sa.Row[tuple[object, ...]] | None:
        return connection.execute(
            sa.select(log_heads)
            .where(log_heads.c.court == self.court)
            .order_by(log_heads.c.size.desc(), log_heads.c.at.desc())
            .limit(1)
        ).first()

    def _still_good(self, connection: Connection, row: sa.Row[tuple[object, ...]], now: datetime.datetime) -> bool:
        age = now - datetime.datetime.fromisoformat(str(row.at))
        return (
            row.size == self._size(connection)
            and row.backed_up_to == self._backed_up_to(connection)
            and datetime.timedelta(0) <= age < FRESH
        )

    def _size(self, connection: Connection) -> int:
        return int(connection.execute(sa.select(courts.c.log_size).where(courts.c.court == self.court)).scalar_one())

    def _backed_up_to(self, connection: Connection) -> int:
        return int(
            connection.execute(sa.select(courts.c.backed_up_to).where(courts.c.court == self.court)).scalar_one()
        )
