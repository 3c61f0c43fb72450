"""Whatever two laptops write and in whatever order they have their rounds, in the end both say the same."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.clock import SystemClock
from app.desk import Desk
from support.court_server import Court, enrolled_laptop, new_court, told
from sync.client import run_round
from sync.serve import CourtServer
from sync.server.folder import open_court

# One step: which laptop (0, 1), and what it does: a round, or telling a field of a record a value.
STEPS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.one_of(
            st.just("round"),
            st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["name", "address"]), st.integers(0, 3)),
            st.just("group"),
        ),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def two_laptops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Court, Desk, Desk]]:
    folder = tmp_path_factory.mktemp("converging")
    court = new_court(folder / "court")
    with CourtServer(open_court(court.folder, SystemClock())) as server:
        one = enrolled_laptop(folder / "one", 1, court.ticket(0, server.port))
        two = enrolled_laptop(folder / "two", 2, court.ticket(1, server.port))
        yield court, one, two
        one.database.close()
        two.database.close()


@settings(max_examples=12)
@given(STEPS, st.integers(0, 2**32))
def test_two_laptops_converge(two_laptops: tuple[Court, Desk, Desk], steps: list[tuple[int, object]], run: int) -> None:
    _, *desks = two_laptops
    case = f"case-{random.Random(run).randbytes(6).hex()}"
    for which, step in steps:
        desk = desks[which]
        if step == "round":
            run_round(desk, attachments=False)
        elif step == "group":
            with desk.together():
                desk.record("party.named", f"{case}-a", {"name": "合"}, case=case)
                desk.record("party.named", f"{case}-b", {"name": "合"}, case=case)
        else:
            assert isinstance(step, tuple)
            record, field, value = step
            desk.record("party.corrected", f"{case}-{record}", {field: f"值{value}"}, case=case)

    for desk in (*desks, desks[0]):
        run_round(desk, attachments=False)

    assert told(desks[0]) == told(desks[1])
    for desk in desks:
        rows = desk.database.query("SELECT count(*) AS n FROM receipts WHERE size IS NULL")
        assert rows == [{"n": 0}]
