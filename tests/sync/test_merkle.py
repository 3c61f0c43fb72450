"""The log's tree gives the values of RFC 6962 and of the certificate-transparency reference tests."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.merkle import (
    EMPTY_ROOT,
    ProofDoesNotHold,
    Tree,
    leaf_hash,
    open_together,
    verify_consistency,
    verify_inclusion,
)

# certificate-transparency, merkletree tests: eight leaves, their roots and paths.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
PATHS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENT = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


@pytest.fixture
def reference() -> Tree:
    return Tree(leaf_hash(leaf) for leaf in LEAVES)


def test_an_empty_log_has_the_hash_of_nothing_as_root() -> None:
    assert Tree().root() == EMPTY_ROOT == hashlib.sha256(b"").digest()


def test_roots_are_those_of_the_reference_tests(reference: Tree) -> None:
    assert [reference.root(size).hex() for size in range(1, 9)] == list(ROOTS)


@pytest.mark.parametrize(("where", "path"), PATHS.items())
def test_inclusion_paths_are_those_of_the_reference_tests(
    reference: Tree, where: tuple[int, int], path: list[str]
) -> None:
    place, size = where
    assert [step.hex() for step in reference.inclusion(place, size)] == path
    verify_inclusion(leaf_hash(LEAVES[place]), place, size, [bytes.fromhex(s) for s in path], reference.root(size))


@pytest.mark.parametrize(("sizes", "proof"), CONSISTENT.items())
def test_consistency_proofs_are_those_of_the_reference_tests(
    reference: Tree, sizes: tuple[int, int], proof: list[str]
) -> None:
    first, second = sizes
    assert [step.hex() for step in reference.consistency(first, second)] == proof
    verify_consistency(first, second, reference.root(first), reference.root(second), [bytes.fromhex(s) for s in proof])


@given(st.integers(1, 70), st.data())
def test_every_leaf_proves_its_place_and_no_other(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(size)]
    tree = Tree(leaves)
    seen = data.draw(st.integers(1, size))
    place = data.draw(st.integers(0, seen - 1))
    path = tree.inclusion(place, seen)
    verify_inclusion(leaves[place], place, seen, path, tree.root(seen))
    for wrong in {place - 1, place + 1, seen} - {place}:
        with pytest.raises(ProofDoesNotHold):
            verify_inclusion(leaves[place], wrong, seen, path, tree.root(seen))
    with pytest.raises(ProofDoesNotHold):
        verify_inclusion(leaf_hash(b"another"), place, seen, path, tree.root(seen))


@given(st.integers(0, 70), st.data())
def test_every_earlier_head_is_a_beginning_of_every_later_one(size: int, data: st.DataObject) -> None:
    tree = Tree(leaf_hash(bytes([n])) for n in range(size))
    second = data.draw(st.integers(0, size))
    first = data.draw(st.integers(0, second))
    proof = tree.consistency(first, second)
    verify_consistency(first, second, tree.root(first), tree.root(second), proof)


@given(st.integers(2, 40), st.data())
def test_a_rewritten_log_never_passes_for_a_continued_one(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(size)]
    first = data.draw(st.integers(1, size - 1))
    changed = data.draw(st.integers(0, first - 1))
    rewritten = Tree(leaf_hash(b"other") if n == changed else leaf for n, leaf in enumerate(leaves))
    with pytest.raises(ProofDoesNotHold):
        verify_consistency(
            first, size, Tree(leaves).root(first), rewritten.root(size), rewritten.consistency(first, size)
        )


@given(st.integers(1, 70), st.data())
def test_one_proof_for_many_leaves_gives_each_its_own_path(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(size)]
    tree = Tree(leaves)
    places = data.draw(st.sets(st.integers(0, size - 1), min_size=1))
    nodes = tree.together(sorted(places), size)
    paths = open_together({place: leaves[place] for place in places}, size, nodes, tree.root())
    assert paths == {place: tree.inclusion(place, size) for place in places}


def test_a_common_proof_with_a_foreign_leaf_does_not_hold() -> None:
    tree = Tree(leaf_hash(bytes([n])) for n in range(9))
    nodes = tree.together([3, 4], 9)
    with pytest.raises(ProofDoesNotHold):
        open_together({3: leaf_hash(b"\x03"), 4: leaf_hash(b"foreign")}, 9, nodes, tree.root())
    with pytest.raises(ProofDoesNotHold):
        open_together({3: tree.leaf(3), 4: tree.leaf(4)}, 9, [*nodes, tree.leaf(0)], tree.root())
