"""What cannot be registered on the spot is received by keys, waits on the workbench, and becomes a case from there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.store import load_case
from app.desk import Desk
from app.documents.store import papers_of
from app.intake.store import ReceivedFiling, received_filings
from app.journal.entry import COURT
from support.window import Opened, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.intake.page import IntakePage
from ui.workbench.page import WorkbenchPage

ALT = Qt.KeyboardModifier.AltModifier
PARTIES: list[dict[str, Any]] = [
    {"role": "plaintiff", "kind": "natural_person", "name": "周春英", "address": "岭子镇小口村5号"},
    {"role": "defendant", "kind": "natural_person", "name": "孙志强", "address": "岭子镇小口村9号"},
]


@pytest.fixture
def page(signed_in: Opened, qtbot: Any) -> IntakePage:
    """Half of a filing is typed: who sues whom for what, and no word of why."""
    made = go(signed_in, qtbot, "intake")
    assert isinstance(made, IntakePage)
    quiet(signed_in, qtbot)
    made.about.set_values({"mode": "written", "cause": "民间借贷纠纷", "place": "小口村村委会"})
    made.parties.put(PARTIES)
    made.claims.put([{"kind": "property", "text": "判令被告偿还借款12000元", "amount": "12000.00"}])
    made.tabs.setCurrentIndex(5)
    quiet(signed_in, qtbot)
    return made


def filings(desk: Desk) -> list[ReceivedFiling]:
    return received_filings(desk.database)


def receive(page: IntakePage, opened: Opened, qtbot: Any, why: Qt.Key) -> ReceivedFiling:
    tab = page.receive
    assert page.tabs.currentWidget().isAncestorOf(tab)
    tab.form.set_values({"handed_in_by": "周春英", "copies": 2, "pages": 3})
    QTest.keyClick(tab.form.blanks["why"], why)
    QTest.keyClick(tab, Qt.Key.Key_J, ALT)
    qtbot.waitUntil(lambda: "已收件" in opened.window.work.notice.text, timeout=10000)
    quiet(opened, qtbot)
    assert page.tabs.currentWidget().isAncestorOf(page.received)
    (filing,) = ask(opened, qtbot, filings)
    assert isinstance(filing, ReceivedFiling)
    return filing


def lines(opened: Opened, qtbot: Any) -> list[str]:
    bench = go(opened, qtbot, "workbench")
    assert isinstance(bench, WorkbenchPage)
    quiet(opened, qtbot)
    items = [bench.waiting_box.column.itemAt(at) for at in range(bench.waiting_box.column.count())]
    return [item.widget().words for item in items if item is not None and hasattr(item.widget(), "words")]


def test_a_half_typed_filing_is_received_and_waits_in_red_on_the_workbench(
    page: IntakePage, signed_in: Opened, qtbot: Any
) -> None:
    """Received on Friday 20 March 2026: to be decided until the 27th (民诉126)."""
    filing = receive(page, signed_in, qtbot, Qt.Key.Key_2)
    assert filing.claimants == ["周春英"] and filing.fields["why"] == "to_examine"
    assert [item["name"] for item in filing.fields["materials"]] == ["民事起诉状"]
    assert page.parties.rows == [] and page.received.table.model().rowCount() == 1
    assert any("决定是否立案（周春英）到 2026-03-27（民诉126）" in line for line in lines(signed_in, qtbot))


def test_what_stands_in_a_form_and_not_in_its_list_is_not_lost(page: IntakePage, signed_in: Opened, qtbot: Any) -> None:
    page.claims.form.set_values({"kind": "property", "text": "另付利息"})
    QTest.keyClick(page.receive, Qt.Key.Key_J, ALT)
    qtbot.waitUntil(lambda: "还没有放入列表" in signed_in.window.work.notice.text, timeout=10000)
    assert ask(signed_in, qtbot, filings) == []


def test_the_correction_is_told_and_its_notice_waits_on_the_shelf(
    page: IntakePage, signed_in: Opened, qtbot: Any
) -> None:
    filing = receive(page, signed_in, qtbot, Qt.Key.Key_1)
    tab = page.received
    tab.table.selectRow(0)
    QTest.keyClick(tab.kind, Qt.Key.Key_1)
    tab.step.set_values({"items": "写明还款的日子\n补交借条复印件", "until": "2026-03-30"})
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "告知补正已记下" in signed_in.window.work.notice.text, timeout=10000)
    quiet(signed_in, qtbot)
    (held,) = ask(signed_in, qtbot, filings)
    assert held.correction is not None and held.correction["items"] == ["写明还款的日子", "补交借条复印件"]
    QTest.keyClick(tab, Qt.Key.Key_F, ALT)
    shelf = signed_in.window.work.page("documents")
    assert isinstance(shelf, DocumentsPage)
    qtbot.waitUntil(lambda: signed_in.office.on_shelf and signed_in.window.work.at == "documents", timeout=10000)
    quiet(signed_in, qtbot)
    assert shelf.seen is not None
    waiting = [(one.document, one.for_whom) for one in shelf.seen.offers if not one.issued]
    assert waiting == [("evidence_receipt", "周春英"), ("correction_notice", "周春英")]
    shelf._read_anew("correction_notice")
    quiet(signed_in, qtbot)
    qtbot.waitUntil(lambda: shelf.issue_button.isEnabled(), timeout=30000)
    shelf.issue_button.click()
    qtbot.waitUntil(lambda: shelf.offer is not None and bool(shelf.offer.issued), timeout=30000)
    quiet(signed_in, qtbot)
    (paper,) = ask(signed_in, qtbot, lambda desk: papers_of(desk.database, COURT))
    assert (paper.document, paper.concerns) == ("correction_notice", filing.record)


def take_up(page: IntakePage, opened: Opened, qtbot: Any) -> None:
    receive(page, opened, qtbot, Qt.Key.Key_2)
    page.received.table.selectRow(0)
    QTest.keyClick(page.received, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: [row["name"] for row in page.parties.rows] == ["周春英", "孙志强"], timeout=10000)
    page.facts.setPlainText("被告于2025年6月1日借款12000元，至今未还。")
    page.tabs.setCurrentIndex(4)
    quiet(opened, qtbot)


def test_it_is_registered_from_what_was_received(page: IntakePage, signed_in: Opened, qtbot: Any) -> None:
    take_up(page, signed_in, qtbot)
    assert "周春英 2026-03-20 递交" in page.from_received.words.text()
    qtbot.waitUntil(page.file_button.isEnabled, timeout=10000)
    page.file_button.click()
    qtbot.waitUntil(lambda: "已立案" in signed_in.window.work.notice.text, timeout=10000)
    quiet(signed_in, qtbot)
    (held,) = ask(signed_in, qtbot, filings)
    assert held.ended is not None and held.ended["case"] == signed_in.office.case_id
    assert page.from_received.record == ""


def test_the_judge_does_not_accept_it_and_the_ruling_is_next(page: IntakePage, signed_in: Opened, qtbot: Any) -> None:
    take_up(page, signed_in, qtbot)
    page.from_received.form.set_values({"reason": "原告与本案没有直接利害关系"})
    page.from_received.declined.emit()
    qtbot.waitUntil(lambda: "不予受理：" in signed_in.window.work.notice.text, timeout=10000)
    case = ask(signed_in, qtbot, lambda desk, one: load_case(desk.database, one), signed_in.office.case_id)
    assert (case.closed, case.fields["closed_why"]) == ("not_accepted", "原告与本案没有直接利害关系")
    shelf = go(signed_in, qtbot, "documents")
    assert isinstance(shelf, DocumentsPage) and shelf.seen is not None
    assert [one.document for one in shelf.seen.offers][-1] == "ruling_not_accepted"


def test_what_was_taken_up_is_still_tied_to_its_receipt_after_the_window_closed(
    page: IntakePage, signed_in: Opened, qtbot: Any
) -> None:
    take_up(page, signed_in, qtbot)
    record = page.from_received.record
    text = page._draft_text()
    page._clear()
    assert page.from_received.record == ""
    page._draft_found(text)
    assert page.from_received.record == record
