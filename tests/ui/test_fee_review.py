"""复核 in the window: the request, its last day, and the answer that puts the fee right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.service import decide_procedure
from app.fees.store import reviews_of
from support.window import Opened, ask, go, quiet
from ui.fees.page import FeesPage

ALT = Qt.KeyboardModifier.AltModifier


def test_a_request_is_recorded_and_answered_by_keys(with_case: Opened, qtbot: Any) -> None:
    case = with_case.office.case_id
    ask(with_case, qtbot, lambda desk: decide_procedure(desk, case, "simplified"))
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    page.tabs.setCurrentIndex(3)
    tab = page.review
    assert page.tabs.currentWidget().isAncestorOf(tab)
    QTest.keyClick(tab.form.blanks["disputes"], Qt.Key.Key_1)
    tab.form.set_values({"why": "没有减半"})
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "申请已记下" in with_case.window.work.notice.text, timeout=10000)
    quiet(with_case, qtbot)
    QTest.keyClick(tab.kind, Qt.Key.Key_2)
    tab.form.set_values({"why": "按减半更正", "amount": "350.00", "answered_by": "judge-1"})
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "答复已记下" in with_case.window.work.notice.text, timeout=10000)
    quiet(with_case, qtbot)
    (review,) = ask(with_case, qtbot, lambda desk: reviews_of(desk.database, case))
    assert review.disputes == "computing" and review.answer["amount"] == "350.00"
    QTest.keyClick(tab.kind, Qt.Key.Key_2)
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "还没有选等着答复的申请" in with_case.window.work.notice.text, timeout=10000)


def test_without_a_case_the_list_of_cash_is_what_there_is(signed_in: Opened, qtbot: Any) -> None:
    page = go(signed_in, qtbot, "fees")
    assert isinstance(page, FeesPage)
    assert [page.tabs.isTabEnabled(at) for at in range(page.tabs.count())] == [False, False, False, False, True]
    assert page.tabs.currentIndex() == 4
