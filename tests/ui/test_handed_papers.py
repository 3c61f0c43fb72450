"""A judicial suggestion is handed over by keys; its answer is awaited, reminded of on the workbench, and recorded."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.desk import Desk
from app.journal.entry import COURT
from app.service.service import hand_over
from app.service.store import Service, services_of
from support.acts import a_suggestion, hand_suggestion_over
from support.window import Opened, ask, go, quiet
from ui.circuit.page import CircuitPage
from ui.documents.page import DocumentsPage
from ui.workbench.page import WorkbenchPage

ALT = Qt.KeyboardModifier.AltModifier


def services(desk: Desk) -> list[Service]:
    return services_of(desk.database, COURT)


def opened_page(opened: Opened, qtbot: Any) -> CircuitPage:
    opened.window.work.open_page("circuit/handed")
    quiet(opened, qtbot)
    page = opened.window.work.page("circuit")
    assert isinstance(page, CircuitPage) and page.tabs.currentWidget().isAncestorOf(page.handed)
    return page


def said(opened: Opened, qtbot: Any, words: str) -> None:
    qtbot.waitUntil(lambda: words in opened.window.work.notice.text, timeout=10000)
    quiet(opened, qtbot)


def test_who_received_it_is_recorded_and_the_answer_awaited(signed_in: Opened, qtbot: Any) -> None:
    """建议8: two months from Friday 20 March 2026."""
    ask(signed_in, qtbot, a_suggestion)
    page = opened_page(signed_in, qtbot)
    tab = page.handed
    assert tab.table.current is not None and tab.table.current["to"] == "岭子镇人民政府"
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    qtbot.waitUntil(lambda: "还没有填" in tab.form._problems["received_by"].text(), timeout=5000)
    tab.form.set_values({"at": "2026-03-20T09:20:00+08:00", "received_by": "党政办 孙平"})
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    said(signed_in, qtbot, "送交已记下")
    (service,) = ask(signed_in, qtbot, services)
    assert (service.to, service.how, service.fields["received_by"]) == ("岭子镇人民政府", "direct", "党政办 孙平")
    assert tab.table.current["answer"] == "2026-05-20 以前" and tab.kind.value == "remind"


def test_what_is_not_handed_over_yet_is_not_called_done(signed_in: Opened, qtbot: Any) -> None:
    paper = ask(signed_in, qtbot, a_suggestion)
    signed_in.office.choose_shelf()
    page = go(signed_in, qtbot, "documents")
    assert isinstance(page, DocumentsPage) and page.seen is not None
    assert [(one.issued, one.next_act) for one in page.seen.offers] == [(paper, "hand")]
    ask(signed_in, qtbot, lambda desk: hand_suggestion_over(desk, paper))
    page.read()
    quiet(signed_in, qtbot)
    assert [(one.issued, one.next_act) for one in page.seen.offers] == [(paper, "")]


def handed_in_january(desk: Desk) -> str:
    told = {"to": "岭子镇人民政府", "how": "direct", "at": "2026-01-22T16:00:00+08:00", "received_by": "党政办 孙平"}
    return hand_over(desk, a_suggestion(desk), **told)


def test_a_reminder_is_pressed_for_on_the_workbench_and_kept(signed_in: Opened, qtbot: Any) -> None:
    """Two months from 22 January 2026 end on Sunday 22 March, and so on Monday the 23rd (民诉85)."""
    ask(signed_in, qtbot, handed_in_january)
    bench = go(signed_in, qtbot, "workbench")
    assert isinstance(bench, WorkbenchPage)
    bench.all_shown = True
    bench.read()
    quiet(signed_in, qtbot)
    items = [bench.waiting_box.column.itemAt(at).widget() for at in range(bench.waiting_box.column.count())]
    line = next(one for one in items if "答复司法建议（岭子镇人民政府）到 2026-03-23（建议8）" in one.words)
    line.click()
    qtbot.waitUntil(lambda: signed_in.window.work.at == "circuit", timeout=10000)
    quiet(signed_in, qtbot)
    tab = opened_page(signed_in, qtbot).handed
    tab.form.set_values({"at": "2026-03-20T09:00:00+08:00", "way": "电话", "result": "答应两日内答复"})
    QTest.keyClick(tab, Qt.Key.Key_X, ALT)
    said(signed_in, qtbot, "催办已记下")
    (service,) = ask(signed_in, qtbot, services)
    assert service.fields["reminders"] == [{"on": "2026-03-20", "how": "电话", "result": "答应两日内答复"}]


def test_the_answer_is_registered_with_what_is_known_of_it(signed_in: Opened, qtbot: Any) -> None:
    ask(signed_in, qtbot, lambda desk: hand_suggestion_over(desk, a_suggestion(desk)))
    tab = opened_page(signed_in, qtbot).handed
    QTest.keyClick(tab, Qt.Key.Key_F, ALT)
    qtbot.waitUntil(lambda: signed_in.office.on_shelf and signed_in.window.work.at == "documents", timeout=10000)
    quiet(signed_in, qtbot)
    page = signed_in.window.work.page("documents")
    assert isinstance(page, DocumentsPage)
    qtbot.waitUntil(lambda: page.offer is not None and page.offer.document == "suggestion_feedback", timeout=10000)
    qtbot.waitUntil(lambda: page.writing.blanks is not None, timeout=10000)
    quiet(signed_in, qtbot)
    assert page.writing.blanks is not None
    told = page.writing.blanks.value["feedback"]
    assert (told["unit"], told["served_on"], told["due_on"]) == ("岭子镇人民政府", "2026-03-20", "2026-05-20")


def test_a_paper_handed_over_hours_after_the_page_was_looked_at_is_handed_over_now(
    signed_in: Opened, clock: Any, qtbot: Any
) -> None:
    ask(signed_in, qtbot, a_suggestion)
    tab = opened_page(signed_in, qtbot).handed
    clock.forward(hours=5)
    opened_page(signed_in, qtbot)
    assert tab.form.value("at") == "2026-03-20T14:00:00+08:00"
    tab.form.blanks["at"].setText("2026-03-20 13:20")  # type: ignore[attr-defined]
    clock.forward(hours=1)
    opened_page(signed_in, qtbot)
    assert tab.form.value("at") == "2026-03-20T13:20:00+08:00"
