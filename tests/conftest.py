"""What every test may ask for: a clock that moves only when told, and randomness that comes from a seed."""

from __future__ import annotations

import datetime
import os
import random
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt's colours and input methods of the machine must not decide a test.
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
os.environ.setdefault("QT_IM_MODULE", "")

BEIJING = datetime.timezone(datetime.timedelta(hours=8))


class MovingClock:
    """A clock for tests: the day starts on 20 March 2026 at nine, and time passes only by ``forward``."""

    def __init__(self, start: datetime.datetime) -> None:
        self._now = start
        self._monotonic_ms = 60_000
        self._boot = 1

    def now(self) -> datetime.datetime:
        return self._now

    def monotonic_ms(self) -> int:
        return self._monotonic_ms

    @property
    def boot_id(self) -> str:
        return f"boot-{self._boot}"

    def forward(self, **span: float) -> None:
        """Time passes, as ``datetime.timedelta`` names it, on the wall and in this boot alike."""
        passed = datetime.timedelta(**span)
        if passed < datetime.timedelta(0):
            raise ValueError("time that was measured never goes back; use set_wall for a wrong clock")
        self._now += passed
        self._monotonic_ms += passed // datetime.timedelta(milliseconds=1)

    def set_wall(self, now: datetime.datetime) -> None:
        """Somebody sets the wall clock, rightly or wrongly; measured time is untouched."""
        self._now = now

    def restart(self) -> None:
        """The machine boots again: a new boot id, and measured time starts anew."""
        self._boot += 1
        self._monotonic_ms = 0


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(datetime.datetime(2026, 3, 20, 9, 0, tzinfo=BEIJING))


@pytest.fixture
def randomness():
    """The same bytes in every run; never for anything but a test."""
    return random.Random(20260320).randbytes


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The SQLAlchemy address of one PostgreSQL server for all tests of this process that ask for it."""
    from support.postgres import running_postgres

    with running_postgres() as address:
        yield address


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The SQLAlchemy address of an empty PostgreSQL database of this test's own."""
    import sqlalchemy

    name = f"court_{uuid.uuid4().hex}"
    engine = sqlalchemy.create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


# Files that look at one thing which takes long to make.
TOGETHER = {f"tests/scenarios/{name}.py": "the carried day" for name in ("test_circuit_day", "test_at_rest")}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With ``-n`` the tests of a file run in one process, in their order: what they share is made once."""
    from xdist.scheduler import LoadFileScheduling

    class FilesTogether(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return TOGETHER.get(file, file)

    return FilesTogether(config, log)


def pytest_configure(config: pytest.Config) -> None:
    """Generated examples are judged by their answers only, not their seconds, and are the same in every run but a
    long one."""
    settings.register_profile(
        "xunhui",
        deadline=None,
        database=None,
        derandomize=not config.getoption("--long"),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    settings.load_profile("xunhui")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the counts that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]
