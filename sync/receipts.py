"""The court's receipts: what one proves, how it is checked, and whether a case may leave the laptop."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from app.attachments.service import files_of
from app.desk import HEAD_SEEN, Desk
from app.journal.device import signature_holds
from app.storage.database import Database
from app.storage.settings import write_setting
from sync.merkle import ProofDoesNotHold, leaf_hash, open_together, verify_consistency, verify_inclusion
from sync.messages import (
    HEAD_PREFIX,
    Receipts,
    ReceiptsWanted,
    SignedHead,
    leaf_of_attachment,
    leaf_of_entry,
)
from sync.store import CourtHome, SyncStore, Unproven

MOST_RANGES = 512
MOST_LEAVES = 10_000


class FalseReceipt(Exception):
    """A head or receipt that does not hold; str() is a code."""


@dataclass(frozen=True)
class StillHere:
    """What only the laptop holds; ``court_seen`` is the moment of the court's last head, None before the first."""

    entries: int
    attachments: int
    attachment_bytes: int
    unproven: int
    receipts: int
    court_seen: str | None


@dataclass(frozen=True)
class Receipt:
    """The court's word that a leaf is in its log: place, audit path, and the signed head that the path leads to."""

    leaf: bytes
    place: int
    path: tuple[bytes, ...]
    head: SignedHead

    def verify(self, court: str, log_key: bytes) -> None:
        """Returns if the court has signed a log that holds this leaf here; else FalseReceipt."""
        verify_head(self.head, court, log_key)
        try:
            verify_inclusion(leaf_hash(self.leaf), self.place, self.head.size, self.path, self.head.root)
        except ProofDoesNotHold:
            raise FalseReceipt("receipt_does_not_hold") from None


def verify_head(head: SignedHead, court: str, log_key: bytes) -> None:
    """Returns if the head is this court's and its signature holds; else FalseReceipt."""
    if not signature_holds(log_key, head.signature, HEAD_PREFIX + head.head):
        raise FalseReceipt("head_signature")
    try:
        value = json.loads(head.head)
        whole = (
            isinstance(value, dict)
            and set(value) == {"at", "backed_up_to", "court", "root", "size"}
            and 0 <= value["backed_up_to"] <= value["size"]
            and len(bytes.fromhex(value["root"])) == 32
        )
    except (ValueError, TypeError):
        whole = False
    if not whole:
        raise FalseReceipt("head_malformed")
    if value["court"] != court:
        raise FalseReceipt("head_of_another_court")


def take_head(database: Database, home: CourtHome, head: SignedHead, consistency: Iterable[bytes]) -> bool:
    """The head is verified and kept. False if it contradicts an earlier one: the court's log was set back.

    Then the earlier heads stay as evidence, no receipt stands any more, and everything is to be sent again.
    """
    verify_head(head, home.court, home.log_key)
    store = SyncStore(database)
    before = store.last_head()
    continued = True
    if before is not None:
        try:
            if head.size < before.size:
                raise ProofDoesNotHold("shrunk")
            verify_consistency(before.size, head.size, before.root, head.root, list(consistency))
        except ProofDoesNotHold:
            continued = False
    with database.transaction():
        if not continued:
            store.forget_places()
        store.keep_head(head)
        write_setting(database, HEAD_SEEN, {"root": head.root.hex(), "size": head.size})
    return continued


def take_head_from_stick(database: Database, home: CourtHome, head: SignedHead) -> bool:
    """The head is verified and kept. False only where a head of the same size has another root.

    An answer on a stick may be older than what has since come over the network, so that a smaller head, or one not
    proven to continue ours, says nothing; the next round over the network settles it.
    """
    verify_head(head, home.court, home.log_key)
    store = SyncStore(database)
    same, last = store.head_of_size(head.size), store.last_head()
    with database.transaction():
        contradicts = same is not None and same.root != head.root
        if contradicts:
            store.forget_places()
        store.keep_head(head)
        if last is None or contradicts or head.size >= last.size:
            write_setting(database, HEAD_SEEN, {"root": head.root.hex(), "size": head.size})
    return not contradicts


def want(unproven: list[Unproven], since: int) -> ReceiptsWanted:
    """Asks for one proof of all these leaves, neighbours as one range."""
    ranges: list[tuple[int, int]] = []
    for each in sorted(unproven, key=lambda leaf: leaf.place):
        if ranges and ranges[-1][1] in (each.place - 1, each.place):
            ranges[-1] = (ranges[-1][0], each.place)
        else:
            ranges.append((each.place, each.place))
    return ReceiptsWanted(tuple(ranges[:MOST_RANGES]), since)


def check(wanted: ReceiptsWanted, unproven: list[Unproven], answer: Receipts) -> list[tuple[bytes, bytes]]:
    """Leaf and audit path (32 bytes a step) of each leaf asked for; FalseReceipt if the common proof does not hold."""
    by_place = {each.place: each.leaf for each in unproven}
    asked = {place for span in wanted.ranges for place in range(span[0], span[1] + 1)}
    leaves = {place: leaf_hash(leaf) for place, leaf in by_place.items() if place in asked}
    try:
        paths = open_together(leaves, answer.head.size, answer.nodes, answer.head.root)
    except ProofDoesNotHold:
        raise FalseReceipt("receipt_does_not_hold") from None
    return [(by_place[place], b"".join(path)) for place, path in paths.items()]


def receipt_for_entry(database: Database, name: str) -> Receipt | None:
    """The entry's receipt, ready to be shown to anyone; None while the court has not proven it."""
    return _receipt(database, leaf_of_entry(name))


def receipt_for_attachment(database: Database, digest: str) -> Receipt | None:
    return _receipt(database, leaf_of_attachment(digest))


def safe_at_court(database: Database, names: Iterable[str], digests: Iterable[str]) -> bool:
    """Whether all of these may be purged here: each has a receipt that holds, and a later head says that a
    test-restored backup covers it (design, section 9)."""
    store = SyncStore(database)
    home, head = store.home(), store.last_head()
    if head is None:
        return False
    verify_head(head, home.court, home.log_key)
    leaves = [leaf_of_entry(name) for name in names] + [leaf_of_attachment(digest) for digest in digests]
    for leaf in leaves:
        receipt = _receipt(database, leaf)
        if receipt is None or receipt.place >= head.backed_up_to:
            return False
        receipt.verify(home.court, home.log_key)
    return True


def still_here(desk: Desk) -> StillHere:
    """What waits to be sent, or for its receipt, whether or not the court is in reach."""
    store, files = SyncStore(desk.database), files_of(desk)
    proven = store.proven_attachments()
    waiting = [files.size(digest) for digest in files.digests() if digest not in proven]
    head = store.last_head()
    return StillHere(
        entries=desk.journal.head(desk.device.device_id)[0] - store.pushed_to(),
        attachments=len(waiting),
        attachment_bytes=sum(waiting),
        unproven=store.count_unproven(),
        receipts=store.count_proven(),
        court_seen=head.at if head else None,
    )


def old_receipts_for_entry(database: Database, name: str) -> list[Receipt]:
    """The entry's receipts from before the court was set back: each proves, with the head that the court signed then,
    that it once had the entry in its log."""
    store = SyncStore(database)
    home, leaf = store.home(), leaf_of_entry(name)
    found = list[Receipt]()
    for row in store.old_receipt_rows(leaf):
        for head in store.contradicted_heads(row["size"]):
            receipt = _of_row(leaf, row, head)
            with suppress(FalseReceipt):
                receipt.verify(home.court, home.log_key)
                found.append(receipt)
    return found


def _receipt(database: Database, leaf: bytes) -> Receipt | None:
    store = SyncStore(database)
    row = store.receipt_row(leaf)
    head = store.head_of_size(row["size"]) if row else None
    return _of_row(leaf, row, head) if row and head else None


def _of_row(leaf: bytes, row: Mapping[str, Any], head: SignedHead) -> Receipt:
    path = bytes(row["path"])
    return Receipt(leaf, row["place"], tuple(path[n : n + 32] for n in range(0, len(path), 32)), head)
