"""A newcomer takes a laptop into use in the window, and two officers lengthen its lease by telephone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from app.clock import SystemClock
from app.keys.lease import count_lease
from support.village import COURT
from support.window import CLERK, JUDGE, PASSPHRASES, PIN, Opened, ask, go, quiet, sign_in
from sync.serve import CourtServer
from sync.server.folder import open_court
from sync.server.office import main
from ui.jobs import Jobs
from ui.main import Workplace, connections_of
from ui.pages import entries
from ui.preferences import Preferences
from ui.settings.page import SettingsPage
from ui.shell.enrolment import EnrolmentScreen
from ui.shell.office import Office
from ui.shell.window import Window


@pytest.fixture
def slip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[list[str]]:
    """Address, code and words, as a court printed them whose server answers."""
    folder = tmp_path / "court"
    (tmp_path / "settings.json").write_text(json.dumps(COURT), encoding="utf-8")
    for words in (
        ("make", COURT["code"], COURT["name"], "--host", "127.0.0.1", "--practice"),
        ("settings", str(tmp_path / "settings.json")),
        ("officer", "judge-1", "林正和", "judge"),
        ("officer", "clerk-1", "苏雨桐", "clerk"),
    ):
        assert main([str(folder), *words]) == 0
    with CourtServer(open_court(folder, SystemClock())) as server:
        assert main([str(folder), "ticket", str(tmp_path / "1.json"), server.url, "1号机"]) == 0
        yield capsys.readouterr().out.splitlines()


@pytest.fixture
def empty(qtbot: Any, tmp_path: Path) -> Iterator[Opened]:
    """A laptop that belongs to no court."""
    place, jobs = Workplace(tmp_path / "profile", SystemClock()), Jobs()
    office = Office(jobs, connections_of(place, Preferences(tmp_path / "window.json")))
    window = Window(office, entries)
    qtbot.addWidget(window)
    window.show()
    yield Opened(window, office, place)
    jobs.close_desk(place.sign_out)
    jobs.stop()
    window.close()


def type_in(screen: EnrolmentScreen, **values: str) -> None:
    for name, value in values.items():
        blank = screen.secrets.blanks[name]
        assert isinstance(blank, QLineEdit)
        blank.setText(value)


def begin(opened: Opened, qtbot: Any, url: str, code: str) -> EnrolmentScreen:
    opened.window.sign_in.empty.buttons[0].click()
    screen = opened.window.enrolment
    screen.where.set_values({"url": url, "code": code})
    screen.next_button.click()
    qtbot.waitUntil(lambda: bool(screen.words.text() or screen.notice.text), timeout=30000)
    return screen


def test_a_newcomer_takes_a_laptop_into_use_and_signs_in(empty: Opened, slip: list[str], qtbot: Any) -> None:
    screen = begin(empty, qtbot, slip[0], slip[1])
    assert screen.words.text().split() == slip[2].split()
    screen.same_button.click()
    qtbot.waitUntil(lambda: screen.steps.currentIndex() == 2, timeout=30000)
    for officer, left in (("judge-1", 1), ("clerk-1", 0)):
        screen.who.set_value(officer)
        type_in(screen, passphrase="三里 桥头", passphrase_again="三里 桥头", pin=PIN, pin_again="999999")
        screen.add_button.click()
        assert screen.who.count() == left + 1
        type_in(screen, pin_again=PIN)
        screen.add_button.click()
        assert screen.who.count() == left
    screen.finish_button.click()
    qtbot.waitUntil(lambda: screen.steps.currentIndex() == 3, timeout=30_000)
    assert screen.waiting.model().rowCount() == 4
    screen.sign_in_button.click()
    assert not empty.window.signed_in
    assert {person.name for person in empty.office.officers} == {"林正和", "苏雨桐"}
    assert empty.window.practice.isVisibleTo(empty.window)
    empty.window.sign_in.people.set_value("clerk-1")
    empty.window.sign_in.passphrase.setText("三里 桥头")
    empty.window.sign_in.sign_in()
    qtbot.waitUntil(lambda: empty.window.signed_in, timeout=30000)


def test_words_that_differ_end_it_with_nothing_sent_and_nothing_made(
    empty: Opened, slip: list[str], qtbot: Any, tmp_path: Path
) -> None:
    screen = begin(empty, qtbot, slip[0], slip[1])
    screen._different()
    assert screen.steps.currentIndex() == 0 and "管理员" in screen.notice.text
    assert not (tmp_path / "profile").exists()


def test_a_wrong_code_is_said_on_the_screen(empty: Opened, slip: list[str], qtbot: Any) -> None:
    screen = begin(empty, qtbot, slip[0], "ABCDE")
    screen.same_button.click()
    qtbot.waitUntil(lambda: bool(screen.notice.text), timeout=30000)
    assert "登记码" in screen.notice.text and screen.steps.isEnabled()


def test_a_court_that_does_not_answer_is_said_on_the_screen(empty: Opened, qtbot: Any) -> None:
    screen = begin(empty, qtbot, "127.0.0.1:1", "ABCDE")
    assert "连不上法院" in screen.notice.text and screen.steps.currentIndex() == 0


def settings(opened: Opened, qtbot: Any) -> SettingsPage:
    page = go(opened, qtbot, "settings")
    assert isinstance(page, SettingsPage)
    quiet(opened, qtbot)
    return page


def test_two_officers_lengthen_a_lease_with_a_code_from_the_telephone(
    make_window: Callable[[], Opened], qtbot: Any, profile: Path, clock: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = make_window()
    sign_in(opened, qtbot, JUDGE)
    clock.forward(days=20)
    ask(opened, qtbot, lambda desk: count_lease(desk.database, clock) and True)
    clock.forward(days=20)
    desk = ask(opened, qtbot, lambda desk: desk)
    ask(opened, qtbot, lambda desk: opened.place.join(desk, CLERK, PASSPHRASES[CLERK]) and True)
    page = settings(opened, qtbot)
    assert "到" in page.away.lease_line.text()
    device = desk.device.device_id
    assert device[:8] in page.away.telephone_line.text()
    court = profile.with_name(f"court-of-{profile.name}")
    capsys.readouterr()
    assert main([str(court), "lease", device[:8], "0", "7"]) == 0
    page.away.form.set_values({"code": capsys.readouterr().out.strip(), "second": CLERK, "pin": PIN})
    page.away._extend()
    qtbot.waitUntil(lambda: "7" in page.away.lease_line.text(), timeout=30000)


def test_the_settings_show_whose_key_the_court_has_certified(signed_in: Opened, qtbot: Any) -> None:
    page = settings(signed_in, qtbot)
    qtbot.waitUntil(lambda: page.certificates.table.model().rowCount() == 4, timeout=30000)
    assert page.certificates.line.text() == "证书都有了。"
    model = page.certificates.table.model()
    shown = [model.data(model.index(row, 1)) for row in range(4)]
    # Officers' and the seal's for 1095 days, the laptop's own for 400, from two days before 20 March 2026.
    assert sorted(shown) == ["有效到 2027-04-22"] + ["有效到 2029-03-17"] * 3
