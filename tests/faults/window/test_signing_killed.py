"""The power fails while papers are signed: each signature is whole or not there, and the rest can be made."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from faults.window.conftest import PAPERS, Laptop
from faults.window.power import Life, Power, spread

LONGEST_LIFE_S = {"sign": 0.8, "sign in window": 3.0}
BEGINS = {"sign": "papers", "sign in window": "shown"}


def whole(papers: dict[str, Any], chain: bool) -> None:
    """Journal and bytes agree on every paper, and the verifier finds nothing but that some are not signed yet."""
    assert chain
    assert sorted(paper["document"] for paper in papers.values()) == sorted(PAPERS)
    for paper in papers.values():
        assert paper["bytes"] == paper["revision"], paper["document"]
        assert sorted(paper["signed_by"]) == paper["settled"], paper["document"]
        assert paper["faults"] == ([] if paper["settled"] else ["no_signature"]), paper["document"]


def settled(papers: dict[str, Any]) -> set[tuple[str, str]]:
    return {(record, signer) for record, paper in papers.items() for signer in paper["settled"]}


class Signing:
    """What must be signed by now, over the lives of the workers that signed."""

    def __init__(self) -> None:
        self.made: set[tuple[str, str]] = set()
        self.begun: tuple[str, str] | None = None
        self.made_by_half = 0

    def found(self, told: dict[str, Any]) -> None:
        """Everything said to be signed is; of what was under way when the power failed nothing or all is."""
        whole(told["papers"], told["chain"])
        there = settled(told["papers"])
        assert self.made <= there, "a finished signature is gone"
        more = there - self.made
        assert more <= {self.begun}, "somebody signed whom nobody asked"
        self.made_by_half += len(more)
        self.made = there

    def lived(self, life: Life) -> None:
        self.begun = None
        for line in life.said:
            if "signing" in line:
                self.begun = (line["signing"][0], line["signing"][1])
            elif "signed" in line:
                self.made.add((line["signed"][0], line["signed"][1]))
                self.begun = None


def kill_while_signing(power: Power, fresh: Callable[[], Laptop], act: str, kills: int, seed: int) -> None:
    """Signs all papers of a laptop, however often it is killed; then of the next laptop; until ``kills`` are done."""
    chance = random.Random(seed)
    killed = laptops = inside = signatures = 0
    reopened: list[float] = []
    while killed < kills:
        laptop, signing = fresh(), Signing()
        laptops += 1
        while True:
            order = laptop.order(act, seed * 10_000 + killed)
            # The last worker is left to finish, so that every laptop proves that all can still be signed.
            seconds = chance.uniform(0.0, LONGEST_LIFE_S[act]) if killed < kills else 60.0
            life = power.live(order, until=BEGINS[act], seconds=seconds)
            assert not life.complaints, f"seed {seed}, kill {killed}: {life.complaints}"
            told = life.first("papers")
            assert told is not None
            signing.found(told)
            if (shown := life.first("shown")) is not None:
                assert shown["case"] == laptop.closed
                assert {(paper, signer) for paper, signer in shown["shown"]} == settled(told["papers"])
                reopened.append(shown["reopened_in"])
            signing.lived(life)
            if life.killed_at is not None:
                killed += 1
                inside += signing.begun is not None
                continue
            end = life.said[-1]
            whole(end["papers"], end["chain"])
            assert end.get("all_signed") and len(settled(end["papers"])) == laptop.signatures
            assert not [paper for paper in end["papers"].values() if paper["waits_for"]]
            signatures += laptop.signatures
            break
    print(f"\n{act}: killed {killed} times, {inside} of them inside a signature;", end=" ")
    print(f"{laptops} laptops signed to the end, {signatures} signatures")
    if reopened:
        print(f"back on the signing page, program already read in: {spread(reopened)}")


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("act", "kills", "seed"), [("sign", 3, 3), ("sign in window", 3, 4)])
def test_killed_while_signing_each_signature_is_whole_or_not_there_and_the_rest_can_be_made(
    power: Power, before_sitting: Callable[[], Laptop], act: str, kills: int, seed: int
) -> None:
    kill_while_signing(power, before_sitting, act, kills, seed)


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize(("act", "seed"), [("sign", 300), ("sign in window", 301)])
def test_a_hundred_kills_while_signing(power: Power, before_sitting: Callable[[], Laptop], act: str, seed: int) -> None:
    kill_while_signing(power, before_sitting, act, kills=100, seed=seed)
