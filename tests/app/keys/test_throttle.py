"""Wrong tries meet growing waits that neither a restart nor any clock shortens."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.slots import WithPassphrase, open_slot
from app.keys.throttle import Throttle, wait_after


class LyingClock:
    """A clock whose wall goes wherever it is told, and whose measured time only goes on."""

    def __init__(self) -> None:
        self.wall = datetime.datetime(2026, 3, 20, tzinfo=datetime.UTC)
        self.measured = 0
        self.boot = 1

    def now(self) -> datetime.datetime:
        return self.wall

    def monotonic_ms(self) -> int:
        return self.measured

    @property
    def boot_id(self) -> str:
        return str(self.boot)


def test_two_wrong_tries_are_free_and_then_the_wait_doubles_up_to_an_hour():
    assert [wait_after(n) for n in range(1, 14)] == [
        0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600,
    ]  # fmt: skip
    assert wait_after(10_000) == 3600


def test_twelve_wrong_tries_cost_more_than_an_hour_and_the_right_passphrase_then_opens(profile, clock, judge):
    wrong = WithPassphrase(judge.id, "不是这一句")
    waited = 0
    for number in range(1, 13):
        with pytest.raises(NeedsCorrection, match="wrong_passphrase") as refused:
            open_slot(profile, wrong, clock)
        assert refused.value.details["tries"] == number
        wait = refused.value.details["wait_s"]
        assert wait == wait_after(number)
        if wait:
            clock.forward(seconds=wait - 1)
            with pytest.raises(NotPossibleNow, match="wait_first") as early:
                open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)
            assert early.value.details["wait_s"] == 1
            clock.forward(seconds=1)
        waited += wait
    assert waited == 5115
    assert open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock).key
    with pytest.raises(NeedsCorrection) as fresh:
        open_slot(profile, wrong, clock)
    assert fresh.value.details["tries"] == 1


def test_a_clock_set_ahead_by_years_skips_no_second_of_the_wait(profile, clock, judge):
    for _ in range(3):
        with pytest.raises(NeedsCorrection):
            open_slot(profile, WithPassphrase(judge.id, "错"), clock)
    clock.set_wall(clock.now() + datetime.timedelta(days=4000))
    with pytest.raises(NotPossibleNow, match="wait_first") as refused:
        open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)
    assert refused.value.details["wait_s"] == 5


def test_a_restart_begins_the_wait_that_was_left_again(profile, clock, judge):
    for _ in range(3):
        with pytest.raises(NeedsCorrection):
            open_slot(profile, WithPassphrase(judge.id, "错"), clock)
    clock.restart()
    clock.forward(hours=5)
    for left in (5, 5):
        with pytest.raises(NotPossibleNow) as refused:
            open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)
        assert refused.value.details["wait_s"] == left
    clock.forward(seconds=5)
    assert open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock).key


def test_one_officer_s_wrong_tries_do_not_hold_up_another(profile, clock, judge, clerk):
    for _ in range(3):
        with pytest.raises(NeedsCorrection):
            open_slot(profile, WithPassphrase(judge.id, "错"), clock)
    assert open_slot(profile, WithPassphrase(clerk.id, clerk.passphrase), clock).key


class ThrottleMachine(RuleBasedStateMachine):
    """Whatever an attacker does with plug and clock, tries come no faster than the waits in measured time."""

    @initialize()
    def begin(self) -> None:
        self.clock = LyingClock()
        self.held = Throttle()
        self.measured_since_try = 0
        self.tries = 0

    @rule(ms=st.integers(0, 4_000_000))
    def time_passes(self, ms: int) -> None:
        self.clock.measured += ms
        self.clock.wall += datetime.timedelta(milliseconds=ms)
        self.measured_since_try += ms

    @rule(days=st.integers(-5000, 5000))
    def the_wall_clock_is_set(self, days: int) -> None:
        self.clock.wall = datetime.datetime(2026, 3, 20, tzinfo=datetime.UTC) + datetime.timedelta(days=days)

    @rule(measured=st.integers(0, 10_000_000))
    def the_machine_restarts(self, measured: int) -> None:
        # Measured time of a new boot may begin anywhere: on some systems it is the machine's, not the program's.
        self.clock.boot += 1
        self.clock.measured = measured

    @rule()
    def a_wrong_try(self) -> None:
        now = self.held.seen(self.clock)
        if now.left_ms:
            self.held = now
            return
        assert self.measured_since_try >= wait_after(self.tries) * 1000
        self.held = now.after_wrong(self.clock)
        self.tries += 1
        self.measured_since_try = 0

    @rule()
    def whoever_waits_out_the_wait_may_try(self) -> None:
        self.held = self.held.seen(self.clock)
        self.time_passes(self.held.left_ms)
        assert self.held.seen(self.clock).left_ms == 0

    @invariant()
    def no_try_is_forgotten(self) -> None:
        if hasattr(self, "held"):
            assert self.held.wrong == self.tries


ThrottleMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestThrottle = ThrottleMachine.TestCase
