"""宣判: the elements are asked one by one, and what is agreed and found goes into the judgment."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.service import decide_procedure
from app.desk import Desk
from app.intake.store import defences_of
from app.judgments.store import decisions_of
from app.rules.elements import Answer
from app.service.service import serve
from support.window import Opened, ask, go, quiet
from ui.judgments.page import JudgmentPage


def answers_of(desk: Desk, case: str) -> dict[str, Answer]:
    (defence,) = defences_of(desk.database, case)
    return defence.elements


def findings_of(desk: Desk, case: str) -> dict[str, Any]:
    (decision,) = decisions_of(desk.database, case)
    return dict(decision.fields.get("findings") or {})


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> JudgmentPage:
    found = go(with_case, qtbot, "judgments")
    assert isinstance(found, JudgmentPage)
    qtbot.waitUntil(lambda: found.elements.seen is not None and bool(found.elements.rows), timeout=30000)
    found.tabs.setCurrentIndex(1)
    return found


def test_the_elements_are_those_of_the_cause_with_what_the_plaintiff_said(page: JudgmentPage) -> None:
    assert page.elements.seen is not None
    stated = {name: claimed for name, _ask, claimed in page.elements.seen.elements}
    assert stated["本金"] == "36000元" and stated["已还款"] == ""


def test_an_answer_taken_down_is_on_record_and_a_finding_goes_with_the_judgment(
    page: JudgmentPage, with_case: Opened, qtbot: Any
) -> None:
    tab, case = page.elements, with_case.office.case_id
    tab.rows["本金"].answer.setCurrentIndex(1)
    repaid = tab.rows["已还款"]
    repaid.claimed.setText("未还款")
    repaid.answer.setCurrentIndex(2)
    repaid.says.setText("还过2000元")
    repaid.finding.setText("没有还款的证据")
    tab._save()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, answers_of, case) == {
        "本金": Answer(True),
        "已还款": Answer(False, "还过2000元"),
    }
    qtbot.waitUntil(lambda: bool(tab.seen is not None and tab.seen.defences), timeout=30000)
    assert tab.seen is not None and tab.seen.case.fields["elements"]["已还款"] == "未还款"
    page.form.set_values(
        {
            "form": "elements",
            "orders": "被告李喆于本判决生效之日起十日内偿还原告张𬱖36000元。",
            "laws": "《中华人民共和国民法典》第六百七十五条",
            "fee_borne_by": "defendant",
            "announced_place": "村委会",
        }
    )
    page._announce()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, findings_of, case) == {"已还款": {"finding": "没有还款的证据"}}


def summoned(desk: Desk, case: str) -> bool:
    """The plaintiff is summoned by public notice on 20 March, in an ordinary suit."""
    decide_procedure(desk, case, "ordinary")
    paper = desk.new_id("paper")
    fields = {"document": "summons", "version": 1, "title": "传票", "made_on": "2026-03-20", "content": "a"}
    more = {"digest": "0" * 64, "pages": 1, "signers": [], "boxes": [], "blanks": {}, "concerns": "plaintiff"}
    desk.record("paper.issued", paper, {**fields, **more}, case=case)
    serve(desk, case, [paper], "plaintiff", "public", at="2026-03-20T10:00:00+08:00")
    return True


def test_a_summons_by_public_notice_has_arrived_when_the_notice_has_run(
    page: JudgmentPage, with_case: Opened, qtbot: Any
) -> None:
    ask(with_case, qtbot, summoned, with_case.office.case_id)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    page.deemed.ground._picked("absent")
    # Thirty days from 20 March (民诉95) end on Sunday 19 April: Monday the 20th.
    assert page.deemed.form.value("notified_on") == "2026-04-20"


def test_a_plaintiff_who_does_not_come_is_ruled_on_by_keys(page: JudgmentPage, with_case: Opened, qtbot: Any) -> None:
    page.tabs.setCurrentIndex(3)
    tab = page.deemed
    with_case.window.activateWindow()
    qtbot.waitUntil(lambda: tab.seen is not None and tab.isVisible(), timeout=30000)
    QTest.keyClick(tab.ground, Qt.Key.Key_1)
    # No summons was served: said before anything is written, and the day is asked for.
    assert tab.advice.isVisible() and "传票" in tab.advice.text()
    QTest.keyClick(tab.ground, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "送达的日子" in tab.form._problems["notified_on"].text(), timeout=30000)
    tab.form.set_values({"notified_on": "2026-03-20"})
    QTest.keyClick(tab.ground, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "按撤诉处理" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    (decision,) = ask(with_case, qtbot, lambda desk, c: decisions_of(desk.database, c), with_case.office.case_id)
    assert (decision.kind, decision.fields["ground"]) == ("deemed_withdrawal", "absent")
    assert not tab.rule_button.isEnabled()
