"""A window over a real practice profile: real keys, real encrypted database, a clock that moves only when told."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.cases.numbers import lease_block
from app.cases.service import decide_procedure
from app.circuit.practice import sit_down
from app.intake.service import Filing, file_case
from app.keys.provision import NewOfficer
from app.keys.session import unlock
from app.tell import JournalTeller
from support.practice import make_certified_laptop
from support.village import StillClock
from support.window import CLERK, JUDGE, PASSPHRASES, PIN, Opened, ask, sign_in
from ui.i18n import Language
from ui.jobs import Jobs
from ui.main import Workplace, connections_of
from ui.pages import entries
from ui.preferences import Preferences
from ui.shell.fonts import load_fonts
from ui.shell.office import Office
from ui.shell.picker import look_up
from ui.shell.theme import apply_theme
from ui.shell.window import Window

DAY = Path(__file__).parents[1] / "scenarios" / "circuit-day" / "day-1.json"


@pytest.fixture(scope="session")
def day() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(DAY.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    apply_theme(qapp, load_fonts())


@pytest.fixture(autouse=True)
def chinese(qapp: QApplication) -> Iterator[Language]:
    language = Language()
    language.use("zh")
    yield language
    language.use("zh")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, day: dict[str, Any]) -> Path:
    """The folder in which the profile lies and, beside it, its court; for copying only."""
    folder = tmp_path_factory.mktemp("made") / "profile"
    clock, randomness = StillClock("2026-03-20T09:00:00+08:00"), random.Random(20260320).randbytes
    officers = [
        NewOfficer(JUDGE, "林正和", "judge", PASSPHRASES[JUDGE], PIN),
        NewOfficer(CLERK, "苏雨桐", "clerk", PASSPHRASES[CLERK], PIN),
    ]
    make_certified_laptop(folder, {**day["court"], "officers": day["officers"]}, officers, clock, randomness)
    session = unlock(folder, JUDGE, PASSPHRASES[JUDGE], clock, randomness)
    desk = sit_down(session, officers[0], JournalTeller(), clock, randomness)
    for kind, (first, last) in day["trip"]["number_blocks"].items():
        lease_block(desk, day["court"]["code"], kind, 2026, first, last)
    filing = {**day["acts"][0]["filing"]}
    file_case(desk, Filing(**filing))
    session.lock()
    return folder.parent


@pytest.fixture
def profile(made: Path, tmp_path: Path) -> Path:
    """A practice profile with judge, clerk, court settings, leased numbers and one filed case."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "profile"


@pytest.fixture
def make_window(qtbot: Any, profile: Path, clock: Any, tmp_path: Path) -> Iterator[Callable[[], Opened]]:
    opened: list[tuple[Window, Jobs, Workplace]] = []

    def make() -> Opened:
        place = Workplace(profile, clock)
        jobs = Jobs()
        office = Office(jobs, connections_of(place, Preferences(tmp_path / "window.json")))
        window = Window(office, entries)
        qtbot.addWidget(window)
        opened.append((window, jobs, place))
        window.show()
        return Opened(window, office, place)

    yield make
    for window, jobs, place in opened:
        jobs.close_desk(place.sign_out)
        jobs.stop()
        window.close()


@pytest.fixture
def signed_in(make_window: Callable[[], Opened], qtbot: Any) -> Opened:
    """The judge has signed in."""
    opened = make_window()
    sign_in(opened, qtbot, JUDGE)
    return opened


@pytest.fixture
def with_case(signed_in: Opened, qtbot: Any) -> Opened:
    """The judge has signed in and chosen the one case there is."""
    found: list[Any] = []
    signed_in.office.read(look_up, "", done=found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=30000)
    signed_in.office.choose_case(found[0][0])
    return signed_in


@pytest.fixture(params=["zh", "en"])
def tongue(request: pytest.FixtureRequest, chinese: Language) -> str:
    """The language of the window; named before the window in a test's arguments."""
    chinese.use(request.param)
    return str(request.param)


@pytest.fixture
def decided(with_case: Opened, qtbot: Any) -> Opened:
    """The procedure of the case is decided."""
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "simplified") or True, with_case.office.case_id)
    return with_case
