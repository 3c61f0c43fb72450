"""Rival values of one field: both are shown with who and when, and a person picks, from the keyboard alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.cases.store import load_case
from app.desk import Desk
from support.window import Opened, ask, go, quiet, tell_rival
from ui.cases.disputes import value_words
from ui.cases.page import CasesPage

OTHER = "淄川区岭子镇槲坡村3号"


def disputed(opened: Opened, qtbot: Any) -> tuple[CasesPage, str, str]:
    """The case's page with the defendant's address in dispute; gives the party's record and the address here too."""

    def tell(desk: Desk, case: str) -> tuple[str, str]:
        party = load_case(desk.database, case).parties[1]
        tell_rival(desk, party.record, "address", OTHER, "2026-03-19T16:05:00+08:00")
        return party.record, str(party.data["address"])

    record, here = ask(opened, qtbot, tell, opened.office.case_id)
    page = go(opened, qtbot, "cases")
    assert isinstance(page, CasesPage)
    return page, record, here


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def tab_to(qtbot: Any, widget: QWidget) -> None:
    for _ in range(30):
        if QApplication.focusWidget() is widget:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes by {widget}")


def test_both_values_are_shown_with_who_told_them_when_and_on_which_laptop(with_case: Opened, qtbot: Any) -> None:
    page, _record, here = disputed(with_case, qtbot)
    assert "待核定 1" in page.tabs.tabText(page.tabs.count() - 1)
    words = "\n".join(shown.text() for shown in page.disputes.findChildren(QLabel))
    assert here in words and OTHER in words and "被告 李喆" in words
    assert "苏雨桐 2026-03-19 16:05 在另一台电脑上记的" in words
    assert "林正和 2026-03-20" in words and "在这台电脑上记的" in words


def test_a_person_picks_by_digit_and_enter_and_nothing_is_picked_beforehand(with_case: Opened, qtbot: Any) -> None:
    page, record, _here = disputed(with_case, qtbot)
    with_case.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is with_case.window, timeout=30000)
    page.tabs.tabBar().setFocus()
    for _ in range(page.tabs.count()):
        press(qtbot, Qt.Key.Key_Right)
    assert page.tabs.currentIndex() == page.tabs.count() - 1
    pick = page.disputes.picks[0]
    assert pick.value is None
    tab_to(qtbot, pick)
    assert page.disputes.shown is not None
    at = next(n for n, held in enumerate(page.disputes.shown[0]["values"]) if held["value"] == OTHER)
    press(qtbot, Qt.Key(Qt.Key.Key_1 + at))
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    quiet(with_case, qtbot)
    fields = ask(with_case, qtbot, lambda desk: desk.fields_of(record))
    assert fields["address"] == OTHER
    assert page.disputes.picks == [] and "已核定" in with_case.window.work.notice.text


def test_a_pick_half_made_outlives_a_new_reading_of_the_page(with_case: Opened, qtbot: Any) -> None:
    page, _record, _here = disputed(with_case, qtbot)
    page.disputes.picks[0].set_value("1")
    page.read()
    quiet(with_case, qtbot)
    assert page.disputes.picks[0].value == "1"


def test_values_of_any_kind_are_said_in_words(with_case: Opened) -> None:
    assert [value_words(value) for value in (None, True, ["不识字", "年满七十"], {"address": "甲村"})] == [
        "（空）", "是", "不识字、年满七十", "住址或住所地 甲村",
    ]  # fmt: skip
