"""The court's append-only log as an RFC 6962 Merkle tree: heads, inclusion and consistency proofs."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence

EMPTY_ROOT = hashlib.sha256(b"").digest()


class ProofDoesNotHold(Exception):
    """A proof and the signed head it is offered for contradict each other."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf (RFC 6962 §2.1: SHA-256 over 0x00 and the data)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node (RFC 6962 §2.1: SHA-256 over 0x01, left, right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def split_point(count: int) -> int:
    """The largest power of two smaller than `count`, for count > 1 (RFC 6962 §2.1)."""
    return 1 << ((count - 1).bit_length() - 1)


class Tree:
    """All complete subtrees of a growing log, so that every past head and proof is a few look-ups."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[bytearray] = [bytearray()]
        for leaf in leaves:
            self.append(leaf)

    @property
    def size(self) -> int:
        return len(self._levels[0]) // 32

    def append(self, leaf: bytes) -> int:
        """The leaf (already hashed) is in the tree; its place, counted from 0, is returned."""
        place = self.size
        self._levels[0] += leaf
        index, level, node = place, 0, leaf
        while index % 2 == 1:
            left = self._node(level, index - 1)
            node = node_hash(left, node)
            level += 1
            index //= 2
            if level == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level] += node
        return place

    def leaf(self, place: int) -> bytes:
        return self._node(0, place)

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves; of none, the hash of nothing (RFC 6962 §2.1)."""
        size = self.size if size is None else self._bounded(size)
        return self._range(0, size) if size else EMPTY_ROOT

    def inclusion(self, place: int, size: int) -> list[bytes]:
        """The audit path of the leaf at `place` in the tree of `size` leaves (RFC 6962 §2.1.1)."""
        self._bounded(size)
        if not 0 <= place < size:
            raise ValueError("place outside the tree")
        path: list[bytes] = []
        low, high = 0, size
        while high - low > 1:
            middle = low + split_point(high - low)
            if place < middle:
                path.append(self._range(middle, high))
                high = middle
            else:
                path.append(self._range(low, middle))
                low = middle
        path.reverse()
        return path

    def consistency(self, first: int, second: int) -> list[bytes]:
        """The proof that the head of `second` leaves continues the head of `first` (RFC 6962 §2.1.2)."""
        self._bounded(second)
        if not 0 <= first <= second:
            raise ValueError("sizes out of order")
        if first in (0, second):
            return []
        proof: list[bytes] = []
        low, high, whole = 0, second, True
        while high != first:
            middle = low + split_point(high - low)
            if first <= middle:
                proof.append(self._range(middle, high))
                high = middle
            else:
                proof.append(self._range(low, middle))
                low, whole = middle, False
        if not whole:
            proof.append(self._range(low, high))
        proof.reverse()
        return proof

    def together(self, places: Sequence[int], size: int) -> list[bytes]:
        """The nodes, left to right, that the leaves at `places` still need to make the root of `size` leaves."""
        self._bounded(size)
        wanted = sorted(set(places))
        if wanted and not (wanted[0] >= 0 and wanted[-1] < size):
            raise ValueError("place outside the tree")
        nodes: list[bytes] = []

        def walk(low: int, high: int) -> None:
            if not _any_within(wanted, low, high):
                nodes.append(self._range(low, high))
            elif high - low > 1:
                middle = low + split_point(high - low)
                walk(low, middle)
                walk(middle, high)

        if size:
            walk(0, size)
        return nodes

    def _bounded(self, size: int) -> int:
        if not 0 <= size <= self.size:
            raise ValueError("the tree is not that large")
        return size

    def _node(self, level: int, index: int) -> bytes:
        return bytes(self._levels[level][index * 32 : index * 32 + 32])

    def _range(self, low: int, high: int) -> bytes:
        count = high - low
        if count & (count - 1) == 0:
            level = count.bit_length() - 1
            return self._node(level, low >> level)
        middle = low + split_point(count)
        return node_hash(self._range(low, middle), self._range(middle, high))


def _any_within(ordered: Sequence[int], low: int, high: int) -> bool:
    position = bisect_left(ordered, low)
    return position < len(ordered) and ordered[position] < high


def verify_inclusion(leaf: bytes, place: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """The leaf hash stands at `place` in the tree of `size` leaves, or ProofDoesNotHold (RFC 9162 §2.1.3.2)."""
    if not 0 <= place < size:
        raise ProofDoesNotHold("place outside the tree")
    index, last, node = place, size - 1, leaf
    for step in path:
        if last == 0:
            raise ProofDoesNotHold("path too long")
        if index % 2 == 1 or index == last:
            node = node_hash(step, node)
            while index % 2 == 0 and index != 0:
                index >>= 1
                last >>= 1
        else:
            node = node_hash(node, step)
        index >>= 1
        last >>= 1
    if last != 0 or node != root:
        raise ProofDoesNotHold("inclusion")


def verify_consistency(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> None:
    """The tree of `second` leaves begins with the tree of `first` leaves, or ProofDoesNotHold (RFC 9162 §2.1.4.2)."""
    if not 0 <= first <= second:
        raise ProofDoesNotHold("sizes out of order")
    if first == second:
        if proof or first_root != second_root:
            raise ProofDoesNotHold("consistency")
        return
    if first == 0:
        if proof or first_root != EMPTY_ROOT:
            raise ProofDoesNotHold("consistency")
        return
    if not proof:
        raise ProofDoesNotHold("consistency")
    steps = list(proof)
    if first & (first - 1) == 0:
        steps.insert(0, first_root)
    index, last = first - 1, second - 1
    while index % 2 == 1:
        index >>= 1
        last >>= 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            raise ProofDoesNotHold("proof too long")
        if index % 2 == 1 or index == last:
            old = node_hash(step, old)
            new = node_hash(step, new)
            while index % 2 == 0 and index != 0:
                index >>= 1
                last >>= 1
        else:
            new = node_hash(new, step)
        index >>= 1
        last >>= 1
    if last != 0 or old != first_root or new != second_root:
        raise ProofDoesNotHold("consistency")


def open_together(leaves: dict[int, bytes], size: int, nodes: Sequence[bytes], root: bytes) -> dict[int, list[bytes]]:
    """The audit path of each leaf, from one proof by `Tree.together`; ProofDoesNotHold unless it gives this root."""
    wanted = sorted(leaves)
    if not wanted or wanted[0] < 0 or wanted[-1] >= size:
        raise ProofDoesNotHold("place outside the tree")
    supply = iter(nodes)
    paths: dict[int, list[bytes]] = {place: [] for place in wanted}

    def walk(low: int, high: int) -> bytes:
        if not _any_within(wanted, low, high):
            node = next(supply, None)
            if node is None:
                raise ProofDoesNotHold("proof too short")
            return node
        if high - low == 1:
            return leaves[low]
        middle = low + split_point(high - low)
        left, right = walk(low, middle), walk(middle, high)
        for place in wanted[bisect_left(wanted, low) : bisect_left(wanted, high)]:
            paths[place].append(right if place < middle else left)
        return node_hash(left, right)

    if walk(0, size) != root or next(supply, None) is not None:
        raise ProofDoesNotHold("inclusion")
    return paths
