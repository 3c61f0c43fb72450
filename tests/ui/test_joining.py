"""People and number of a case by keys: join a party, name two agents, correct, give another number."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.cases.numbers import ledger
from app.cases.store import load_case
from support.window import Opened, ask, case_in_front, go, quiet
from ui.cases.page import CasesPage
from ui.mediation.page import MediationPage

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> CasesPage:
    return case_in_front(with_case, qtbot)


def open_tab(page: CasesPage, inside: QWidget) -> None:
    """The tab that holds the widget is in sight."""
    for at in range(page.tabs.count()):
        if page.tabs.widget(at).isAncestorOf(inside):
            page.tabs.setCurrentIndex(at)


def type_into(blank: QWidget, words: str) -> None:
    """What an input method commits."""
    assert isinstance(blank, QLineEdit)
    blank.setFocus()
    blank.insert(words)


def parties(opened: Opened, qtbot: Any) -> list[Any]:
    return list(ask(opened, qtbot, lambda desk, case: load_case(desk.database, case).parties, opened.office.case_id))


def test_a_party_is_joined_by_keys_and_his_papers_are_named_next(
    page: CasesPage, with_case: Opened, qtbot: Any
) -> None:
    open_tab(page, page.people_tab)
    page.people_tab.act.setFocus()
    QTest.keyClick(page.people_tab.act, Qt.Key.Key_3)
    joining = page.people_tab.joining
    assert joining.isVisible()
    QTest.keyClick(joining.reason, Qt.Key.Key_Z, ALT)
    # Nothing is written before it is complete, and the first blank that is missing is said and has the cursor.
    qtbot.waitUntil(lambda: "谁申请追加" in joining.why._problems["asked_by"].text(), timeout=30000)
    assert len(parties(with_case, qtbot)) == 2
    joining.asked_by.setFocus()
    QTest.keyClick(joining.asked_by, Qt.Key.Key_Down)
    joining.reason.setFocus()
    QTest.keyClick(joining.reason, Qt.Key.Key_Down)
    QTest.keyClick(joining.party.role, Qt.Key.Key_2)
    type_into(joining.party.blanks["name"], "李栓")
    joining.party.id_no.setFocus()
    QTest.keyClicks(joining.party.id_no.line, "370302198811050335")
    assert joining.party.value("born") == "1988-11-05" and joining.party.value("sex") == "男"
    type_into(joining.party.blanks["address"], "淄川区岭子镇梧桐村45号")
    QTest.keyClick(joining.reason, Qt.Key.Key_Z, ALT)
    qtbot.waitUntil(lambda: "已追加" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    joined = parties(with_case, qtbot)[2]
    assert (joined.key, joined.name, joined.data["joined_on_application_of"]) == ("defendant-2", "李栓", "plaintiff")
    assert "参加诉讼通知书" in with_case.window.work.notice.text
    assert "李栓" in page.people.text()


def test_two_agents_are_named_and_what_is_missing_is_said(page: CasesPage, with_case: Opened, qtbot: Any) -> None:
    open_tab(page, page.people_tab)
    page.people_tab.act.setFocus()
    QTest.keyClick(page.people_tab.act, Qt.Key.Key_2)
    agents = page.people_tab.agents
    agents.who.set_value("defendant")
    form = agents.agents.form
    for name, kind, authority in (("冯律", Qt.Key.Key_1, Qt.Key.Key_2), ("李小", Qt.Key.Key_3, Qt.Key.Key_1)):
        type_into(form.blanks["name"], name)
        QTest.keyClick(form.blanks["kind"], kind)
        QTest.keyClick(form.blanks["authority"], authority)
        if authority == Qt.Key.Key_2:
            # A special authority says which powers.
            QTest.keyClick(form.blanks["name"], Qt.Key.Key_Return, CONTROL)
            assert agents.agents.rows == [] and "特别授权事项" in form._problems["powers"].text()
            type_into(form.blanks["powers"], "和解、上诉")
        QTest.keyClick(form.blanks["name"], Qt.Key.Key_Return, CONTROL)
    missing = agents.agents.table.model()
    assert missing.data(missing.index(0, 2)) == "授权委托书、律师执业证、律师事务所证明"
    QTest.keyClick(agents, Qt.Key.Key_D, ALT)
    qtbot.waitUntil(lambda: "代理人已记下" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    held = parties(with_case, qtbot)[1]
    assert [(agent.name, agent.authority, agent.powers) for agent in held.agents] == [
        ("冯律", "special", ("和解", "上诉")),
        ("李小", "general", ()),
    ]
    hearings = go(with_case, qtbot, "hearings")
    hearings.opening.form.set_values({"place": "村委会"})  # type: ignore[attr-defined]
    hearings.opening._open()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: hearings.sitting is not None, timeout=30000)  # type: ignore[attr-defined]
    speakers = {one.code: one.words for one in hearings.speakers}  # type: ignore[attr-defined]
    assert speakers["被代"].endswith("冯律") and speakers["被代二"].endswith("李小")


def test_a_wrong_id_number_is_not_a_correction(page: CasesPage, with_case: Opened, qtbot: Any) -> None:
    correct = page.people_tab.correct
    open_tab(page, correct)
    correct.who.set_value("plaintiff")
    correct.form.set_values({"id_no": "370302195204160118"})
    correct._correct()
    qtbot.waitUntil(lambda: "最后一位应为 7" in with_case.window.work.notice.text, timeout=30000)
    assert parties(with_case, qtbot)[0].data["id_no"] == "370302195204160117"


def test_a_case_gets_another_number_with_a_reason(page: CasesPage, with_case: Opened, qtbot: Any) -> None:
    open_tab(page, page.number)
    QTest.keyClick(page.number.reason, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: "作废的理由" in page.number.form._problems["reason"].text(), timeout=30000)
    page.number.reason.setFocus()
    QTest.keyClick(page.number.reason, Qt.Key.Key_Down)
    QTest.keyClick(page.number.reason, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: "1502" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    lines = ask(with_case, qtbot, lambda desk: ledger(desk.database, "鲁0302", "民初", 2026))
    assert [(line.state, line.reason) for line in lines[:2]] == [
        ("voided", "与另案重号，改为（2026）鲁0302民初1502号"),
        ("used", None),
    ]
    assert (with_case.office.case or {})["number"].endswith("1502号")
    assert "1501号" in page.number.former.text() and page.number.former.isVisible()


def test_a_free_number_is_voided_from_the_ledger(page: CasesPage, with_case: Opened, qtbot: Any) -> None:
    open_tab(page, page.number)
    quiet(with_case, qtbot)
    page.number.reason.setEditText("纸张损坏")
    page.number.table.selectRow(0)
    page.number._void()
    qtbot.waitUntil(lambda: "已经用了" in with_case.window.work.notice.text, timeout=30000)
    page.number.table.selectRow(3)
    page.number._void()
    qtbot.waitUntil(lambda: "已作废" in with_case.window.work.notice.text, timeout=30000)
    lines = ask(with_case, qtbot, lambda desk: ledger(desk.database, "鲁0302", "民初", 2026))
    assert [(line.state, line.reason) for line in lines[2:5]] == [
        ("free", None),
        ("voided", "纸张损坏"),
        ("free", None),
    ]


def test_what_an_agent_may_do_is_shown_as_its_powers_are_typed(page: CasesPage, with_case: Opened, qtbot: Any) -> None:
    open_tab(page, page.people_tab)
    page.people_tab.act.setFocus()
    QTest.keyClick(page.people_tab.act, Qt.Key.Key_2)
    form = page.people_tab.agents.agents.form
    assert form.scope.text().endswith("要本人办：承认请求、放弃请求、变更请求、和解、调解、反诉、上诉（民诉62）。")
    QTest.keyClick(form.blanks["authority"], Qt.Key.Key_2)
    assert "只算一般授权" in form.scope.text() and form.scope.property("kind") == "warn"
    type_into(form.blanks["powers"], "代为承认、变更诉讼请求，进行和解")
    assert form.scope.text() == "可以代为：承认请求、变更请求、和解、调解。\n要本人办：放弃请求、反诉、上诉（解释89）。"
    assert form.scope.property("kind") == "faint"


def test_full_agency_alone_is_not_taken_for_a_special_authority(page: CasesPage, with_case: Opened, qtbot: Any) -> None:
    open_tab(page, page.people_tab)
    page.people_tab.act.set_value("agents")
    agents = page.people_tab.agents
    agents.who.set_value("defendant")
    agents.agents.form.set_values({"name": "冯律", "kind": "lawyer", "authority": "special", "powers": "全权代理"})
    agents._record()
    quiet(with_case, qtbot)
    assert "只算一般授权" in with_case.window.work.notice.text
    assert parties(with_case, qtbot)[1].agents == ()
    agents.agents.put([{"name": "冯律", "kind": "lawyer", "authority": "general"}])
    agents._record()
    quiet(with_case, qtbot)
    mediation = go(with_case, qtbot, "mediation")
    assert isinstance(mediation, MediationPage)
    assert mediation.no_power.isVisible() and "冯律" in mediation.no_power.text()
