"""A laptop that was away too long says so where it hinders, and leads to where the lease is extended."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.keys.lease import begin_lease
from support.window import JUDGE, Opened, ask, go, quiet, sign_in
from ui.circuit.page import CircuitPage
from ui.settings.page import SettingsPage
from ui.workbench.page import WorkbenchPage


@pytest.fixture
def away(with_case: Opened, clock: Any, qtbot: Any) -> Opened:
    """The lease of thirty days ran out yesterday."""
    ask(with_case, qtbot, lambda desk: begin_lease(desk.database, desk.clock, 30))
    clock.forward(days=31)
    return with_case


def at_the_lease(opened: Opened) -> bool:
    page = opened.window.work.page("settings")
    assert isinstance(page, SettingsPage)
    return opened.window.work.at == "settings" and page.away.isVisible()


def test_the_workbench_keeps_saying_that_the_lease_is_over_and_leads_there(away: Opened, qtbot: Any) -> None:
    page = go(away, qtbot, "workbench")
    assert isinstance(page, WorkbenchPage)
    (line,) = [made for made in page.waiting_box.findChildren(QPushButton) if "在外使用期限到了" in made.text()]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    quiet(away, qtbot)
    assert at_the_lease(away)


def test_an_act_that_the_lease_forbids_is_refused_with_a_button_that_leads_there(away: Opened, qtbot: Any) -> None:
    from app.keys.lease import require_lease

    go(away, qtbot, "fees")
    away.office.act(lambda desk: require_lease(desk.database, desk.clock))
    notice = away.window.work.notice
    qtbot.waitUntil(lambda: "使用期限到了" in notice.text, timeout=30000)
    assert notice.go_button.isVisible()
    qtbot.mouseClick(notice.go_button, Qt.MouseButton.LeftButton)
    quiet(away, qtbot)
    assert at_the_lease(away) and not notice.isVisible()


def test_whoever_signs_in_after_the_lease_is_over_gets_in_and_is_led_there(away: Opened, qtbot: Any) -> None:
    away.window.sign_out()
    quiet(away, qtbot)
    sign_in(away, qtbot, JUDGE)
    quiet(away, qtbot)
    notice = away.window.work.notice
    assert "在外使用期限到了" in notice.text and notice.go_button.isVisible()


def test_a_notice_with_nowhere_to_go_has_no_button(with_case: Opened, qtbot: Any) -> None:
    with_case.office.tell("一", go="settings/away")
    with_case.office.tell("二")
    assert not with_case.window.work.notice.go_button.isVisible()


def test_each_checklist_is_opened_by_its_own_button(with_case: Opened, qtbot: Any) -> None:
    for words, at in (("出发前检查", 0), ("登记便民服务", 1), ("离村核对", 2)):
        bench = go(with_case, qtbot, "workbench")
        (made,) = [one for one in bench.findChildren(QPushButton) if one.text() == words]
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        quiet(with_case, qtbot)
        page = with_case.window.work.page("circuit")
        assert isinstance(page, CircuitPage)
        assert with_case.window.work.at == "circuit" and page.tabs.currentIndex() == at


def test_the_departure_check_asks_for_a_second_copy_on_a_stick(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "circuit")
    quiet(with_case, qtbot)
    said = [one.text() for one in page.findChildren(QLabel)]
    assert any(words.startswith("✕ 没有最新的第二份备份在存储盘上") for words in said)
