"""An appeal by keys: whether it is late and what it costs before anything is written, then its next steps."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.appeals import Appeal, appeals_of
from app.cases.service import decide_procedure
from app.desk import Desk
from support.acts import a_paper_of, announce, services
from support.village import as_judge
from support.window import Opened, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.judgments.page import JudgmentPage

ALT = Qt.KeyboardModifier.AltModifier


def judged(desk: Desk, case: str) -> None:
    """Judged on 20 March, and served on both that day: fifteen days end on 7 April."""
    decide_procedure(as_judge(desk), case, "simplified")
    announce(desk, case)
    paper = a_paper_of(desk, case, "civil_judgment_simplified", title="民事判决书")
    for party in ("plaintiff", "defendant"):
        services.serve(desk, case, [paper], party, "direct", at="2026-03-20T16:00:00+08:00")


def held(opened: Opened, qtbot: Any) -> list[Appeal]:
    found = ask(opened, qtbot, lambda desk, case: appeals_of(desk.database, case), opened.office.case_id)
    assert isinstance(found, list)
    return found


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> JudgmentPage:
    ask(with_case, qtbot, judged, with_case.office.case_id)
    found = go(with_case, qtbot, "judgments")
    assert isinstance(found, JudgmentPage)
    with_case.window.activateWindow()
    qtbot.waitUntil(lambda: found.appeal.seen is not None and bool(found.appeal.seen.papers), timeout=30000)
    found.tabs.setCurrentIndex(4)
    return found


def fill(page: JudgmentPage, **changes: Any) -> None:
    told = {
        "by": "defendant",
        "written": "yes",
        "at": "2026-04-07T10:00:00+08:00",
        "request": "改判驳回原告的诉讼请求。",
        "reasons": "已归还20000元。",
        "amount": "20000.00",
    }
    page.appeal.form.set_values({**told, **changes})
    page.appeal.form.changed.emit()


def test_an_appeal_is_taken_by_keys_with_its_last_day_and_fee_said_beforehand(
    page: JudgmentPage, with_case: Opened, qtbot: Any
) -> None:
    fill(page)
    quiet(with_case, qtbot)
    assert "2026-04-07" in page.appeal.time.text() and "逾期" not in page.appeal.time.text()
    # 费用13, 17: 50 on the first 10,000 and 2.5 % of the rest.
    qtbot.waitUntil(lambda: "300.00" in page.appeal.cost.text(), timeout=30000)
    assert not page.appeal.form.blanks["ground"].isVisible()
    QTest.keyClick(page.appeal.form.blanks["request"], Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "上诉已登记" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    (appeal,) = held(with_case, qtbot)
    assert (appeal.by, appeal.against, appeal.amount) == ("defendant", ("plaintiff",), "20000.00")
    state = page.appeal_steps.state.text()
    assert "李喆" in state and "送达上诉状副本" in state and "2026-04-13" in state


def test_a_late_one_is_said_to_be_late_and_taken_only_knowingly(
    page: JudgmentPage, with_case: Opened, qtbot: Any
) -> None:
    fill(page, at="2026-04-08T10:00:00+08:00")
    assert "已经逾期" in page.appeal.time.text() and page.appeal.form.blanks["ground"].isVisible()
    QTest.keyClick(page.appeal.form.blanks["request"], Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "已经届满" in with_case.window.work.notice.text, timeout=30000)
    assert "逾期也登记" in with_case.window.work.notice.text and held(with_case, qtbot) == []
    page.appeal.form.set_values({"late": True})
    QTest.keyClick(page.appeal.form.blanks["request"], Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "上诉已登记" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    assert len(held(with_case, qtbot)) == 1 and "逾期" in page.appeal_steps.state.text()


def test_who_only_says_so_is_told_to_write(page: JudgmentPage, with_case: Opened, qtbot: Any) -> None:
    fill(page, written="no")
    QTest.keyClick(page.appeal.form.blanks["request"], Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "口头说上诉不算" in with_case.window.work.notice.text, timeout=30000)
    assert held(with_case, qtbot) == []


def test_its_steps_are_recorded_by_keys(page: JudgmentPage, with_case: Opened, qtbot: Any) -> None:
    fill(page)
    QTest.keyClick(page.appeal.form.blanks["request"], Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: bool(page.appeal_steps.seen and page.appeal_steps.seen.standing), timeout=30000)
    quiet(with_case, qtbot)
    steps = page.appeal_steps
    page.tabs.setCurrentIndex(5)
    QTest.keyClick(steps.kind, Qt.Key.Key_2)
    assert steps.kind.value == "paid" and not steps.form.blanks["by"].isVisible()
    QTest.keyClick(steps.kind, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "上诉费已交" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    QTest.keyClick(steps.kind, Qt.Key.Key_5)
    steps.form.set_values({"number": "（2026）鲁03民终15号"})
    QTest.keyClick(steps.kind, Qt.Key.Key_X, ALT)
    # Nothing has gone up yet.
    qtbot.waitUntil(lambda: "还没有移送" in with_case.window.work.notice.text, timeout=30000)
    QTest.keyClick(steps.kind, Qt.Key.Key_4)
    assert [steps.by.itemData(at) for at in range(steps.by.count()) if steps.by.itemData(at)] == ["defendant"]
    steps.form.set_values({"by": "defendant"})
    QTest.keyClick(steps.kind, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "已记下：撤回上诉" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    (appeal,) = held(with_case, qtbot)
    assert appeal.outcome is not None and appeal.outcome["how"] == "withdrawn"
    assert "已撤回" in steps.state.text() and not steps.record_button.isEnabled()


def test_the_papers_of_an_appeal_say_whose_it_is(page: JudgmentPage, with_case: Opened, qtbot: Any) -> None:
    fill(page)
    QTest.keyClick(page.appeal.form.blanks["request"], Qt.Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "上诉已登记" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    papers = go(with_case, qtbot, "documents")
    assert isinstance(papers, DocumentsPage)
    whose = {one.document: one.for_whom for one in papers.offers if one.document in ("civil_appeal", "appeal_notice")}
    assert whose == {"civil_appeal": "李喆的上诉", "appeal_notice": "李喆的上诉"}
