"""The lease counts use and claimed time since the court was seen; a lying clock only warns."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection, NotPossibleNow
from app.keys import device_keys
from app.keys.lease import (
    DAY_MS,
    Lease,
    begin_lease,
    count_lease,
    court_seen,
    extend_lease,
    extension_code,
    require_lease,
)


@pytest.fixture
def database(sign_in, judge, clock):
    database = sign_in(judge).database
    begin_lease(database, clock, 30)
    return database


def test_thirty_days_of_use_end_a_lease_of_thirty_days_after_a_warning(database, clock):
    states = []
    for _ in range(30):
        clock.forward(days=1)
        lease = count_lease(database, clock)
        states.append((lease.days_left, lease.state))
    assert states[0] == (29, "good") and states[23] == (6, "good")
    assert states[24] == (5, "warning") and states[28] == (1, "warning")
    assert states[29] == (0, "over")
    with pytest.raises(NotPossibleNow, match="lease_over"):
        require_lease(database, clock)


def test_use_is_summed_over_boots_even_if_the_wall_clock_is_set_back_each_time(database, clock):
    start = clock.now()
    for _ in range(60):
        clock.forward(hours=12)
        count_lease(database, clock)
        clock.restart()
        clock.set_wall(start)
        lease = count_lease(database, clock)
    assert lease.state == "over"


def test_claimed_time_with_the_laptop_mostly_off_counts_too(database, clock):
    for _ in range(10):
        clock.restart()
        clock.set_wall(clock.now() + datetime.timedelta(days=3))
        lease = count_lease(database, clock)
    assert lease.days_left == 0 and lease.used_ms == 0 and not lease.jumped


@pytest.mark.parametrize("days", [4000, -4000, 31])
@pytest.mark.parametrize("restart", [False, True])
def test_a_jump_of_the_clock_alone_only_warns(database, clock, days, restart):
    if restart:
        clock.restart()
    clock.set_wall(clock.now() + datetime.timedelta(days=days))
    lease = count_lease(database, clock)
    assert (lease.days_left, lease.state) == (30, "warning")
    require_lease(database, clock)


def test_seeing_the_court_begins_the_lease_anew(database, clock):
    for _ in range(40):
        clock.forward(days=1)
        count_lease(database, clock)
    court_seen(database, clock)
    assert count_lease(database, clock).state == "good"
    require_lease(database, clock)
    court_seen(database, clock, days=10)
    assert count_lease(database, clock).days_left == 10


def test_the_courts_own_desk_has_no_lease_to_run_out(sign_in, judge, clock):
    database = sign_in(judge).database
    database.execute("DELETE FROM key_lease")
    clock.forward(days=4000)
    court_seen(database, clock)
    require_lease(database, clock)


def test_a_court_code_entered_by_two_officers_extends_once(database, clock):
    for _ in range(40):
        clock.forward(days=1)
        count_lease(database, clock)
    secret = device_keys.secret(database, device_keys.LEASE)
    device = device_keys.device_key(database).device_id
    code = extension_code(secret, device, 0, 7)
    assert code.startswith("07-")
    with pytest.raises(NeedsCorrection, match="two_officers_needed"):
        extend_lease(database, clock, code, ("judge-1", "judge-1"))
    for wrong in ("", "07-AAAAA-AAAAA", "09" + code[2:], "00-AAAAA-AAAAA", extension_code(secret, "other", 0, 7)):
        with pytest.raises(NeedsCorrection, match="wrong_court_code"):
            extend_lease(database, clock, wrong, ("judge-1", "clerk-1"))
    assert extend_lease(database, clock, code.lower(), ("judge-1", "clerk-1")).days_left == 7
    require_lease(database, clock)
    with pytest.raises(NeedsCorrection, match="wrong_court_code"):
        extend_lease(database, clock, code, ("judge-1", "clerk-1"))


class _Still:
    def __init__(self, wall, measured, boot):
        self._wall, self._measured, self.boot_id = wall, measured, boot

    def now(self):
        return self._wall

    def monotonic_ms(self):
        return self._measured


@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 3 * DAY_MS), st.integers(-400, 400)), max_size=30))
def test_what_was_used_is_never_forgotten_whatever_the_wall_clock_says(steps):
    epoch = datetime.datetime(2026, 3, 20, tzinfo=datetime.UTC)
    lease = Lease(30, 0, 0, "0", 0, epoch, False, 0)
    measured, boot, used = 0, 0, 0
    for restart, passed, days in steps:
        if restart:
            boot, measured = boot + 1, 0
        else:
            measured, used = measured + passed, used + passed
        before = lease
        lease = lease.at(_Still(epoch + datetime.timedelta(days=days), measured, str(boot)))
        assert lease.used_ms == used
        assert lease.claimed_ms >= before.claimed_ms
        assert lease.claimed_ms - before.claimed_ms <= max(passed, 30 * DAY_MS)
