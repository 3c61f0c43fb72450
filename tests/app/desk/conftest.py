"""Two laptops that know each other."""

from __future__ import annotations

import pytest

from support.village import know_each_other, new_desk


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "one", 1)
    yield desk
    desk.database.close()


@pytest.fixture
def other(tmp_path, desk):
    other = new_desk(tmp_path / "two", 2)
    know_each_other(desk, other)
    yield other
    other.database.close()
