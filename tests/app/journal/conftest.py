"""Desks and the entries they wrote, to be handed about, changed and refused."""

from __future__ import annotations

import pytest

from app.journal.entry import Group, Happening, make_entry
from support.village import new_desk


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "one", 1, lease=False)
    yield desk
    desk.database.close()


@pytest.fixture
def other(tmp_path):
    other = new_desk(tmp_path / "two", 2, lease=False)
    yield other
    other.database.close()


@pytest.fixture
def entry_of():
    """Makes an entry that a device signed, as a newer or a forged program might have made it."""

    def _entry_of(key, sequence, previous=None, *, shape=1, **changes):
        told = {
            "act": "circuit.served",
            "record": "circuit-1",
            "fields": {"kind": "法治宣传", "at": "2026-03-20T16:40:00+08:00", "place": "小口村", "people": 14},
            "bases": {},
            "case": "court",
            "compartment": "main",
            "officer": "judge-1",
            "claimed_at": "2026-03-20T16:40:00+08:00",
            "boot": "boot-1",
            "monotonic_ms": 60000,
            "head_seen": None,
            "group": None,
        }
        return make_entry(Happening(**{**told, **changes}), key, sequence, previous, bytes(16), shape)

    _entry_of.group = Group
    return _entry_of
