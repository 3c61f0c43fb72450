"""The power fails while a hearing is taken down: every finished turn is there, and all but a second of the open one."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from faults.window.conftest import BEGINNING, Laptop
from faults.window.power import Power, Sitting, spread

SECOND = 1.0
LONGEST_LIFE_S = 3.0


def came_back(laptop: Laptop, told: dict[str, Any]) -> None:
    """The window stands where it stood: same case, same sitting, every turn on record, the cursor in the open one."""
    back, held = told["back"], told["held"]
    assert (back["case"], back["sitting"]) == (laptop.case, laptop.sitting)
    assert back["turns"] == held["turns"]
    speaker, text = held["unfinished"] or ("", "")
    assert back["draft"] == text
    assert not text or back["speaker"] == speaker
    assert back["ready_to_type"]


def kill_while_typing(power: Power, laptop: Laptop, kills: int, seed: int, cold_starts: int = 0) -> None:
    """Types in the window, kills it, opens it again, and looks; ``kills`` times on the one profile."""
    chance = random.Random(seed)
    sitting, losses, warm, cold = Sitting(BEGINNING, None), list[float](), list[float](), list[float]()
    processor: list[float] = []
    for number in range(kills + 1):
        last, from_cold = number == kills, number in range(1, 1 + cold_starts)
        # One power cut in eight comes while the window is still opening after the one before.
        while_opening = not last and not from_cold and number and chance.random() < 0.125
        until = "pid" if while_opening else "back"
        seconds = chance.uniform(0.0, 0.5 if while_opening else 0.0 if last else LONGEST_LIFE_S)
        life = power.live(laptop.order("type", seed * 10_000 + number), until=until, seconds=seconds, cold=from_cold)
        assert not life.complaints, f"seed {seed}, kill {number}: {life.complaints}"
        told = life.first("back")
        if told is not None:
            came_back(laptop, told)
            lost = sitting.lost(told["held"])
            assert lost <= SECOND, f"seed {seed}, kill {number}: {lost:.2f} s of typing are gone"
            if number:
                losses.append(lost)
                (cold if from_cold else warm).append(told["back"]["reopened_in"])
                processor += [told["back"]["processor_s"]] if from_cold else []
            sitting = Sitting.found(told["held"])
            sitting.lived(life)
    print(f"\nwindow killed {kills} times while typing, opened again {len(losses)} times; turns {len(sitting.turns)}")
    print(f"typing lost: {spread(losses)}")
    print(f"back on the turn, program already read in: {spread(warm)}")
    if cold:
        # Where the machine is shared, the processor's time says what an idle one would need.
        print(f"back on the turn, from a cold start: {spread(cold)}; of the processor {spread(processor)}")


def kill_while_writing(power: Power, laptop: Laptop, kills: int, seed: int) -> None:
    """The same acts with no window between, so that most kills fall inside a write; what was safe must be there."""
    chance = random.Random(seed)
    sitting = Sitting(BEGINNING, None)
    for number in range(kills + 1):
        seconds = chance.uniform(0.0, 0.25) if number < kills else 0.0
        life = power.live(laptop.order("turns", seed * 10_000 + number), until="back", seconds=seconds)
        assert not life.complaints, f"seed {seed}, kill {number}: {life.complaints}"
        told = life.first("back")
        assert told is not None and told["back"] == {"case": laptop.case, "sitting": laptop.sitting}
        sitting.lost(told["held"])
        sitting = Sitting.found(told["held"])
        sitting.lived(life)
    print(f"\nwriting killed {kills} times; turns {len(sitting.turns)}")


@pytest.mark.timeout(600)
def test_killed_while_typing_the_window_is_back_on_the_turn_with_all_but_a_second_of_it(
    power: Power, fresh: Callable[[], Laptop]
) -> None:
    kill_while_typing(power, fresh(), kills=8, seed=1, cold_starts=1)


def test_killed_while_writing_no_turn_is_lost_and_none_is_there_twice(
    power: Power, fresh: Callable[[], Laptop]
) -> None:
    kill_while_writing(power, fresh(), kills=26, seed=2)


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
def test_four_hundred_kills_while_typing(power: Power, fresh: Callable[[], Laptop]) -> None:
    for seed in range(100, 110):
        kill_while_typing(power, fresh(), kills=40, seed=seed, cold_starts=4)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_four_hundred_kills_while_writing(power: Power, fresh: Callable[[], Laptop]) -> None:
    for seed in range(200, 204):
        kill_while_writing(power, fresh(), kills=100, seed=seed)
