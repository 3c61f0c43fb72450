"""The PIN opens the screen and confirms signatures; five wrong ones drop every key from memory."""

from __future__ import annotations

import datetime
import random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.pin import TRIES, Pins, require_fit
from app.storage.database import open_database

RIGHT, WRONG = "274916", "274917"


@pytest.mark.parametrize(
    "pin", ["12345", "123456", "654321", "111111", "121212", "246802", "abc123", "１２３４５９", ""]
)
def test_a_pin_that_anybody_would_try_first_is_refused(pin):
    with pytest.raises(NeedsCorrection, match="pin_too_weak"):
        require_fit(pin)


def test_the_fifth_wrong_pin_drops_the_keys_and_the_passphrase_gives_new_tries(sign_in, judge):
    session = sign_in(judge)
    for left in (4, 3, 2, 1):
        with pytest.raises(NeedsCorrection, match="wrong_pin") as refused:
            session.confirm_pin(WRONG)
        assert refused.value.details == {"tries_left": left}
    with pytest.raises(NotPossibleNow, match="pin_tries_spent"):
        session.release_signing_key(WRONG)
    assert not session.is_open
    for refused_now in (lambda: session.confirm_pin(RIGHT), lambda: session.database, lambda: session.device):
        with pytest.raises(NotPossibleNow, match="session_locked"):
            refused_now()
    sign_in(judge).confirm_pin(RIGHT)


def test_wrong_pins_stay_counted_through_restart_passphrase_and_clock(sign_in, judge, clock):
    session = sign_in(judge)
    for _ in range(4):
        with pytest.raises(NeedsCorrection):
            session.confirm_pin(WRONG)
    session.lock()
    clock.restart()
    clock.set_wall(clock.now() + datetime.timedelta(days=900))
    session = sign_in(judge)
    with pytest.raises(NotPossibleNow, match="pin_tries_spent"):
        session.confirm_pin(WRONG)


def test_a_right_pin_clears_the_wrong_ones(sign_in, judge):
    session = sign_in(judge)
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(NeedsCorrection):
                session.confirm_pin(WRONG)
        session.confirm_pin(RIGHT)


def test_a_forgotten_pin_is_set_anew_with_the_passphrase_only(sign_in, judge):
    session = sign_in(judge)
    with pytest.raises(NeedsCorrection, match="wrong_passphrase"):
        session.set_pin("不是这一句", "830264")
    session.set_pin(judge.passphrase, "830264")
    session.confirm_pin("830264")
    with pytest.raises(NeedsCorrection, match="wrong_pin"):
        session.confirm_pin(RIGHT)


def test_one_officer_s_pin_confirms_nothing_for_another(sign_in, judge, clerk):
    session = sign_in(judge)
    session.join(clerk.id, clerk.passphrase)
    with pytest.raises(NeedsCorrection, match="wrong_pin"):
        session.release_signing_key(judge.pin, clerk.id)
    assert session.release_signing_key(clerk.pin, clerk.id) != session.release_signing_key(judge.pin)


def test_a_pin_is_never_checked_inside_the_act_s_own_transaction(sign_in, judge):
    session = sign_in(judge)
    with pytest.raises(RuntimeError), session.database.transaction():
        session.confirm_pin(RIGHT)


class PinMachine(RuleBasedStateMachine):
    """Between two right PINs or passphrases there are never more than five wrong tries that were looked at."""

    @initialize()
    def begin(self) -> None:
        self.database = open_database(self.folder / "pin.db", bytes(32))
        self.randomness = random.Random(7).randbytes
        self.pins = Pins(self.database, self.randomness)
        self.pins.set("judge", RIGHT)
        self.wrong = 0

    @rule()
    def a_restart(self) -> None:
        self.pins = Pins(self.database, self.randomness)

    @rule()
    def the_passphrase(self) -> None:
        self.pins.forgive_spent("judge")
        if self.wrong >= TRIES:
            self.wrong = 0

    @rule(pin=st.sampled_from([RIGHT, WRONG]))
    def a_try(self, pin: str) -> None:
        if self.wrong >= TRIES:
            with pytest.raises(NotPossibleNow, match="pin_tries_spent"):
                self.pins.check("judge", pin)
        elif pin == RIGHT:
            self.pins.check("judge", pin)
            self.wrong = 0
        else:
            self.wrong += 1
            with pytest.raises((NeedsCorrection, NotPossibleNow)) as refused:
                self.pins.check("judge", pin)
            expected = "wrong_pin" if self.wrong < TRIES else "pin_tries_spent"
            assert refused.value.code == expected
        assert self.pins.wrong("judge") == self.wrong

    def teardown(self) -> None:
        self.database.close()


def test_no_order_of_restarts_tries_and_passphrases_gives_a_sixth_try(tmp_path_factory):
    from hypothesis.stateful import run_state_machine_as_test

    class Machine(PinMachine):
        def __init__(self) -> None:
            self.folder = tmp_path_factory.mktemp("pin")
            super().__init__()

    run_state_machine_as_test(Machine, settings=settings(max_examples=12, stateful_step_count=25))
