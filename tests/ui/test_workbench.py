"""The workbench leads to the case that a line names, and keeps the keyboard while its lines come anew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.desk import Desk
from app.hearings.service import open_sitting
from app.journal.entry import COURT
from support.window import Opened, another_case, ask, go, quiet
from ui.circuit.page import CircuitPage
from ui.workbench.calls import Waiting, WorkbenchView
from ui.workbench.page import WorkbenchPage


def workbench(opened: Opened, qtbot: Any) -> WorkbenchPage:
    page = go(opened, qtbot, "workbench")
    assert isinstance(page, WorkbenchPage)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=30000)
    return page


def unsigned(case: str) -> WorkbenchView:
    return WorkbenchView([], [Waiting("unsigned", case, "signing", {"number": "", "title": "巡回审判日志"})], [])


def sit(desk: Desk, case: str) -> bool:
    return bool(open_sitting(desk, case, opened_at="2026-03-20T09:00:00+08:00", place="村委会"))


def the_line(page: WorkbenchPage) -> QAbstractButton:
    line = page.waiting_box.column.itemAt(0).widget()
    assert isinstance(line, QAbstractButton)
    return line


def test_a_line_leads_to_its_own_case_though_the_list_does_not_show_it(with_case: Opened, qtbot: Any) -> None:
    other = another_case(with_case, qtbot)
    page = workbench(with_case, qtbot)
    page._show(unsigned(other["id"]))
    the_line(page).click()
    quiet(with_case, qtbot)
    assert with_case.window.work.at == "signing" and with_case.office.case_id == other["id"]


def test_an_unsigned_paper_of_no_case_leads_to_the_papers_of_no_case(with_case: Opened, qtbot: Any) -> None:
    page = workbench(with_case, qtbot)
    page._show(unsigned(COURT))
    the_line(page).click()
    quiet(with_case, qtbot)
    assert with_case.window.work.at == "signing" and with_case.office.dossier == COURT


def test_the_keyboard_stays_on_its_line_when_work_has_changed(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, sit, with_case.office.case_id)
    page = workbench(with_case, qtbot)
    the_line(page).setFocus()
    words = the_line(page).text()
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    QApplication.processEvents()
    held = QApplication.focusWidget()
    assert isinstance(held, QAbstractButton) and held.text() == words


def test_tab_meets_the_lines_where_they_are_seen_before_what_stands_below_them(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, sit, with_case.office.case_id)
    page = workbench(with_case, qtbot)
    the_line(page).setFocus()
    met = []
    while not page.list.line.hasFocus():
        met.append(QApplication.focusWidget())
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
    seen = [made for made in page.findChildren(QAbstractButton) if made.isVisible() and made in met]
    assert met == sorted(seen, key=lambda made: made.mapTo(page, made.rect().topLeft()).toTuple()[::-1])
    assert len(met) > 6


def test_what_is_searched_for_follows_what_has_changed(with_case: Opened, qtbot: Any) -> None:
    page = workbench(with_case, qtbot)
    page.list.line.setText("民间借贷")
    qtbot.waitUntil(lambda: not page.list._pause.isActive(), timeout=30000)
    quiet(with_case, qtbot)
    assert len(page.list.table.rows_model.rows) == 1
    another_case(with_case, qtbot)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert len(page.list.table.rows_model.rows) == 2 and page.list.line.text() == "民间借贷"


def test_the_keyboard_goes_on_when_an_original_was_given_back_by_keys(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "circuit")
    assert isinstance(page, CircuitPage)
    page.open_part("leaving")
    with_case.window.activateWindow()
    qtbot.waitUntil(with_case.window.isActiveWindow, timeout=30000)
    back = [made for made in page.leaving_checks.findChildren(QAbstractButton) if "原件已退还" in made.text()]
    assert len(back) == 1
    back[0].setFocus()
    QTest.keyClick(back[0], Qt.Key.Key_Space)
    quiet(with_case, qtbot)
    assert not [made for made in page.leaving_checks.findChildren(QAbstractButton) if made.isVisible()]
    held = QApplication.focusWidget()
    assert held is not None and page.isAncestorOf(held)
