"""The desk of one configured laptop, as a fixture that a folder's conftest takes over."""

from __future__ import annotations

import pytest

from support.village import new_desk


@pytest.fixture
def desk(tmp_path):
    """The clerk's desk at a laptop of the practice court; nothing is filed yet."""
    desk = new_desk(tmp_path / "laptop")
    yield desk
    desk.database.close()


def code_of(act, *arguments, **named) -> str:
    """The code with which the act is refused."""
    from app.errors import Refusal

    with pytest.raises(Refusal) as refused:
        act(*arguments, **named)
    return refused.value.code
