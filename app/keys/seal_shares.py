"""A seal's key in two shares: one sealed to the judge, one to the clerk (or to whom the court names)."""

from __future__ import annotations

from collections.abc import Mapping

from app.clock import Randomness
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.officers import record_of
from app.keys.sealing import NotOpened, open_with, seal_to
from app.keys.shares import join, split
from app.storage.database import Database


def store_seal_key(
    database: Database, seal: str, private: bytes, holders: tuple[str, str], randomness: Randomness
) -> None:
    """The seal's private key lies in two shares, each sealed to one officer, and nowhere whole.

    Refuses with ``seal_needs_two_holders`` where both are the same officer.
    """
    if len(set(holders)) != 2:
        raise NeedsCorrection("seal_needs_two_holders")
    shares = split(private, randomness, needed=2, count=2)
    with database.transaction():
        drop_seal_key(database, seal)
        for holder, share in zip(holders, shares, strict=True):
            box = seal_to(record_of(database, holder).box_public, share, _label(seal, holder), randomness)
            database.execute("INSERT INTO key_seal_share (seal, holder, box) VALUES (?, ?, ?)", (seal, holder, box))


def holders_of(database: Database, seal: str) -> list[str]:
    """The officers who hold a share of the seal's key."""
    rows = database.query("SELECT holder FROM key_seal_share WHERE seal = ? ORDER BY holder", (seal,))
    return [row["holder"] for row in rows]


def seals(database: Database) -> list[str]:
    """The seals whose key lies at this laptop."""
    return [row["seal"] for row in database.query("SELECT DISTINCT seal FROM key_seal_share ORDER BY seal")]


def join_seal_key(database: Database, seal: str, boxes: Mapping[str, bytes]) -> bytes:
    """The seal's private key, from the box keys (X25519) of both holders.

    Refuses with ``seal_not_here``, ``seal_needs_two_holders`` or ``seal_share_damaged``.
    """
    rows = database.query("SELECT holder, box FROM key_seal_share WHERE seal = ?", (seal,))
    if not rows:
        raise NotPossibleNow("seal_not_here")
    shares = list[bytes]()
    for row in rows:
        if row["holder"] not in boxes:
            continue
        try:
            shares.append(open_with(boxes[row["holder"]], row["box"], _label(seal, row["holder"])))
        except NotOpened:
            raise NotPossibleNow("seal_share_damaged") from None
    if len(shares) < 2:
        raise NeedsCorrection("seal_needs_two_holders", holders=[row["holder"] for row in rows])
    return join(shares)


def drop_seal_key(database: Database, seal: str) -> None:
    """No share of the seal's key is held here any more."""
    database.execute("DELETE FROM key_seal_share WHERE seal = ?", (seal,))


def _label(seal: str, holder: str) -> bytes:
    return f"xunhui/seal-share/1 {seal} {holder}".encode()
