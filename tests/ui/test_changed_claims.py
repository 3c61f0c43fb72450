"""Changed claims and counterclaims by keys: the fee before anything is written, what is next, the judge's decision."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.cases.model import Case
from app.cases.parties import join_party
from app.cases.service import decide_procedure
from app.cases.store import load_case
from app.fees.service import take_payment
from app.intake.counterclaims import decide_counterclaim
from support.acts import THIRD
from support.village import as_judge
from support.window import Opened, ask, case_in_front, go, quiet
from ui.cases.claims import Claims
from ui.cases.page import CasesPage
from ui.fees.page import FeesPage
from ui.hearings.page import HearingPage
from ui.judgments.page import JudgmentPage

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def claims(with_case: Opened, qtbot: Any) -> Claims:
    ask(with_case, qtbot, _decide, with_case.office.case_id, "simplified")
    page = case_in_front(with_case, qtbot)
    with_case.window.work.open_page("cases/claims")
    quiet(with_case, qtbot)
    assert page.tabs.currentWidget().isAncestorOf(page.claims_tab)
    return page.claims_tab


def held(opened: Opened, qtbot: Any) -> Case:
    found = ask(opened, qtbot, lambda desk, case: load_case(desk.database, case), opened.office.case_id)
    assert isinstance(found, Case)
    return found


def type_into(blank: QWidget, words: str) -> None:
    """What an input method commits."""
    blank.setFocus()
    if isinstance(blank, QPlainTextEdit):
        blank.insertPlainText(words)
    else:
        assert isinstance(blank, QLineEdit)
        blank.insert(words)


def said(opened: Opened, qtbot: Any, words: str) -> str:
    qtbot.waitUntil(lambda: words in opened.window.work.notice.text, timeout=10000)
    quiet(opened, qtbot)
    return str(opened.window.work.notice.text)


def test_a_claim_is_added_and_the_fee_said_beforehand(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    change = claims.change
    before = held(with_case, qtbot).claims
    QTest.keyClick(change.kind, Qt.Key.Key_1)
    # Nothing is written before it is complete, and the first blank that is missing is said.
    QTest.keyClick(change.kind, Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: "种类" in change.claim._problems["kind"].text(), timeout=5000)
    assert held(with_case, qtbot).claims == before
    QTest.keyClick(change.claim.kind, Qt.Key.Key_1)
    type_into(change.claim.blanks["text"], "判令被告支付利息1200元")
    type_into(change.claim.blanks["amount"], "1200")
    quiet(with_case, qtbot)
    assert "补交" in change.cost.text() and "费用21(一)" in change.steps.text()
    QTest.keyClick(change.by, Qt.Key.Key_V, ALT)
    words = said(with_case, qtbot, "变更已记下")
    assert "变更诉讼请求通知书" in words and "补交" in words and "证据55" in words
    after = held(with_case, qtbot).claims
    assert [claim.text for claim in after[len(before) :]] == ["判令被告支付利息1200元"]
    assert "1200元（" in claims.asked.text() and "增加" in claims.asked.text()


def test_a_claim_is_lowered_and_what_it_was_stays_in_sight(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    change = claims.change
    QTest.keyClick(change.kind, Qt.Key.Key_2)
    change.which.setFocus()
    if change.which.currentIndex() < 0:
        QTest.keyClick(change.which, Qt.Key.Key_Down)
    was = held(with_case, qtbot).claims[0]
    assert change.claim.value("text") == was.text
    change.claim.set_values({"amount": "10000.00", "text": "判令被告偿还10000元"})
    change.claim.changed.emit()
    quiet(with_case, qtbot)
    assert "退还" in change.cost.text()
    change.form.set_values({"inquiry_closed": True})
    change.form.changed.emit()
    quiet(with_case, qtbot)
    assert "受理费不减" in change.cost.text() and "费用35" in change.steps.text()
    change.by.set_value("plaintiff")
    QTest.keyClick(change.by, Qt.Key.Key_V, ALT)
    said(with_case, qtbot, "变更已记下")
    claim = held(with_case, qtbot).claims[0]
    assert (claim.amount, claim.inquiry_closed, claim.earlier[0].amount) == (Decimal("10000.00"), True, was.amount)
    assert was.text in claims.asked.text()
    assert (change.which.value, change.claim.value("text")) == ("", "")
    page = go(with_case, qtbot, "cases")
    assert isinstance(page, CasesPage) and page.seen is not None
    row = next(row for row in page.seen.happened if row["act"] == "claim.changed")
    assert row["about"] == "判令被告偿还10000元"


def test_the_last_claim_is_not_given_up_here(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    change = claims.change
    QTest.keyClick(change.kind, Qt.Key.Key_3)
    assert not change.claim.isVisible()
    for notice in ("变更已记下", "最后一项请求"):
        # Two claims and the costs: the second may not go.
        change.which.setFocus()
        QTest.keyClick(change.which, Qt.Key.Key_Down)
        QTest.keyClick(change.by, Qt.Key.Key_V, ALT)
        words = said(with_case, qtbot, notice)
    assert "撤诉" in words
    left = held(with_case, qtbot)
    assert ([claim.kind for claim in left.claims], len(left.dropped)) == (["property", "costs"], 1)


def take(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    """The defendant's counterclaim about 50,000, typed and recorded."""
    QTest.keyClick(claims.act, Qt.Key.Key_2)
    form = claims.take
    form.by.set_value("defendant")
    type_into(form.form.blanks["facts"], "原告欠被告货款50000元。")
    line = form.claims.form
    type_into(line.blanks["text"], "判令反诉被告支付货款50000元")
    type_into(line.blanks["amount"], "50000")
    QTest.keyClick(line.blanks["amount"], Qt.Key.Key_Return, CONTROL)
    quiet(with_case, qtbot)
    # Domain 2.9, no. 37: 1,050 halved.
    assert "525.00" in form.cost.text() and "费用18" in form.steps.text()
    QTest.keyClick(form.by, Qt.Key.Key_E, ALT)
    words = said(with_case, qtbot, "反诉已登记")
    assert "审判员" in words


def test_a_counterclaim_is_taken_and_the_judge_joins_it(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    take(claims, with_case, qtbot)
    assert "等着决定是否合并审理" in claims.asked.text()
    QTest.keyClick(claims.act, Qt.Key.Key_3)
    steps = claims.steps
    QTest.keyClick(steps.kind, Qt.Key.Key_1)
    steps.why.setFocus()
    QTest.keyClick(steps.why, Qt.Key.Key_Down)
    QTest.keyClick(steps.why, Qt.Key.Key_X, ALT)
    words = said(with_case, qtbot, "反诉与本诉合并审理")
    assert "受理反诉通知书" in words and "十五日" in words
    joined = held(with_case, qtbot).counterclaims[0]
    assert joined.heard and joined.why == "基于相同法律关系"


def test_the_counterclaims_fee_is_paid_on_its_own_line(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    take(claims, with_case, qtbot)
    ask(with_case, qtbot, _join, with_case.office.case_id)
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    assert "反诉受理费 1050.00 元，应交 525.00 元，现在还应交 525.00 元" in page.steps.text()
    page.whose.setFocus()
    QTest.keyClick(page.whose, Qt.Key.Key_Down)
    assert (page.payer.value, page.form.value("amount")) == ("defendant", "525.00")
    page.how.set_value("bank")
    page.form.set_values({"at": with_case.office.now().isoformat()})
    QTest.keyClick(page.whose, Qt.Key.Key_F, ALT)
    said(with_case, qtbot, "收费已记下")
    assert "现在还应交 0.00 元" in page.steps.text() or "现在还应交 0 元" in page.steps.text()
    judgments = go(with_case, qtbot, "judgments")
    assert judgments.bearers.together.isVisibleTo(judgments)  # type: ignore[attr-defined]


def test_a_third_partys_own_claim_is_taken_and_joined_on_its_own_ground(
    claims: Claims, with_case: Opened, qtbot: Any
) -> None:
    ask(with_case, qtbot, _third_party, with_case.office.case_id)
    with_case.office.recorded()
    quiet(with_case, qtbot)
    QTest.keyClick(claims.act, Qt.Key.Key_2)
    form = claims.take
    form.by.set_value("third_party")
    type_into(form.form.blanks["facts"], "这笔款里有50000元是第三人的。")
    line = form.claims.form
    type_into(line.blanks["text"], "确认借款中的50000元归第三人所有")
    type_into(line.blanks["amount"], "50000")
    QTest.keyClick(line.blanks["amount"], Qt.Key.Key_Return, CONTROL)
    quiet(with_case, qtbot)
    # Domain 2.9, no. 37: 1,050 halved; 费用22 ¶1: seven days from the notice.
    assert "525.00" in form.cost.text() and "第三人在接到通知后七日内" in form.cost.text()
    QTest.keyClick(form.by, Qt.Key.Key_E, ALT)
    said(with_case, qtbot, "第三人的请求已登记")
    assert "周禾的独立请求（等着决定是否合并审理）" in claims.asked.text()
    QTest.keyClick(claims.act, Qt.Key.Key_3)
    steps = claims.steps
    QTest.keyClick(steps.kind, Qt.Key.Key_1)
    QTest.keyClick(steps.why, Qt.Key.Key_X, ALT)
    assert "受理第三人诉讼请求通知书" in said(with_case, qtbot, "第三人的请求与本诉合并审理")
    joined = held(with_case, qtbot).counterclaims[0]
    assert joined.heard and joined.why == "对本诉的诉讼标的有独立的请求权"


def test_after_the_suit_is_withdrawn_the_counterclaim_is_judged_alone(
    claims: Claims, with_case: Opened, qtbot: Any
) -> None:
    take(claims, with_case, qtbot)
    ask(with_case, qtbot, _join, with_case.office.case_id)
    with_case.office.recorded()
    page = go(with_case, qtbot, "judgments")
    assert isinstance(page, JudgmentPage)
    page.withdrawal.set_values({"by": "plaintiff", "reason": "双方另行协商", "granted": "yes"})
    page.rule_button.click()
    said(with_case, qtbot, "裁定已记下")
    assert held(with_case, qtbot).closed is None
    assert page.state.isVisibleTo(page) and "主文只写反诉" in page.state.text()
    assert not page.rule_button.isEnabled() and page.announce_button.isEnabled()
    assert not page.bearers.suit.isVisibleTo(page.form) and page.bearers.together.isVisibleTo(page.form)
    go(with_case, qtbot, "cases")
    assert "本诉已撤诉（2026-03-20）" in claims.asked.text()


def test_relief_from_the_counterclaims_fee_is_asked_for_by_who_pays_it(
    claims: Claims, with_case: Opened, qtbot: Any
) -> None:
    take(claims, with_case, qtbot)
    ask(with_case, qtbot, _join, with_case.office.case_id)
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    page.tabs.setCurrentIndex(1)
    assert page.applicant.value == "plaintiff"
    page.relief_of.setFocus()
    QTest.keyClick(page.relief_of, Qt.Key.Key_Down)
    assert page.applicant.value == "defendant"
    QTest.keyClick(page.kind, Qt.Key.Key_3)
    page.ground.set_value("费用45(三)")
    page.relief.set_values({"reason": "低保户，没有其他收入"})
    QTest.mouseClick(page.relieve_button, Qt.MouseButton.LeftButton)
    said(with_case, qtbot, "已记下")
    assert "反诉　免交　待批" in page.relief_line.text()


def test_out_of_small_claims_the_procedure_is_asked_before_it_is_written(
    claims: Claims, with_case: Opened, qtbot: Any
) -> None:
    ask(with_case, qtbot, _decide, with_case.office.case_id, "small_claims")
    with_case.office.recorded()
    quiet(with_case, qtbot)
    change = claims.change
    QTest.keyClick(change.kind, Qt.Key.Key_1)
    QTest.keyClick(change.claim.kind, Qt.Key.Key_1)
    type_into(change.claim.blanks["text"], "判令被告偿还500000元")
    type_into(change.claim.blanks["amount"], "500000")
    quiet(with_case, qtbot)
    assert change.moving.isVisibleTo(change) and "不能再适用小额诉讼程序" in change.steps.text()


def test_from_the_hearing_by_one_key_and_after_the_debate_no_more(
    claims: Claims, with_case: Opened, qtbot: Any
) -> None:
    hearing = go(with_case, qtbot, "hearings")
    assert isinstance(hearing, HearingPage)
    hearing.opening.form.set_values({"place": "村委会院内"})
    hearing.opening._open()
    qtbot.waitUntil(lambda: hearing.sitting is not None, timeout=30000)
    quiet(with_case, qtbot)
    hearing._pick("judge")
    hearing.entry.insertPlainText("法庭辩论终结。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    quiet(with_case, qtbot)
    QTest.keyClick(hearing.entry, Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: claims.isVisible(), timeout=10000)
    quiet(with_case, qtbot)
    change = claims.change
    QTest.keyClick(change.claim.kind, Qt.Key.Key_1)
    type_into(change.claim.blanks["text"], "判令被告支付利息1200元")
    type_into(change.claim.blanks["amount"], "1200")
    QTest.keyClick(change.by, Qt.Key.Key_V, ALT)
    words = said(with_case, qtbot, "法庭辩论已经终结")
    assert "解释232" in words and "另行起诉" in words
    assert change.claim.value("text") == "判令被告支付利息1200元"


def test_what_was_lowered_in_time_is_proposed_to_go_back(claims: Claims, with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, _pay, with_case.office.case_id)
    change = claims.change
    QTest.keyClick(change.kind, Qt.Key.Key_3)
    change.which.setFocus()
    QTest.keyClick(change.which, Qt.Key.Key_Down)
    quiet(with_case, qtbot)
    # 37,171 cost 729.28, halved 364.64; what is left, 1,171, costs 50, halved 25.
    assert "应交 25.00 元，退还 339.64 元" in change.cost.text()
    QTest.keyClick(change.by, Qt.Key.Key_V, ALT)
    assert "退费" in said(with_case, qtbot, "变更已记下")
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    page.tabs.setCurrentIndex(2)
    told = page.refund.form.values()
    assert (page.refund.payer.value, told["borne"], told["article"]) == ("plaintiff", "25.00", "费用21(二)")


def _pay(desk: Any, case: str) -> bool:
    told = {"payer": "plaintiff", "how": "bank", "at": "2026-03-20T08:40:00+08:00"}
    take_payment(desk, case, amount="364.64", **told)
    return True


def _third_party(desk: Any, case: str) -> bool:
    at = desk.clock.now().isoformat(timespec="seconds")
    join_party(as_judge(desk), case, THIRD, at=at, on_application_of=None, reason="认为款项是自己的")
    return True


def _join(desk: Any, case: str) -> bool:
    record = load_case(desk.database, case).counterclaims[0].record
    at = desk.clock.now().isoformat(timespec="seconds")
    decide_counterclaim(as_judge(desk), case, record, joined=True, why="基于相同事实", at=at)
    return True


def _decide(desk: Any, case: str, procedure: str) -> bool:
    decide_procedure(as_judge(desk), case, procedure)
    return True
