"""What a judge meets on the way through the screens: nothing clipped, nothing said that is not so."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from support.window import Opened, go, quiet
from ui.cases.page import CasesPage
from ui.documents.page import DocumentsPage
from ui.intake.page import IntakePage
from ui.mediation.page import MediationPage
from ui.signing.page import SigningPage
from ui.widgets.choice import KeyedChoice
from ui.widgets.line_button import LineButton
from ui.widgets.saved import SavedState


@pytest.mark.parametrize("words", ["Natural person", "Simplified procedure", "自然人"])
def test_a_choice_is_wide_enough_for_its_words_when_it_is_picked(qtbot: Any, words: str) -> None:
    choice = KeyedChoice([("one", words), ("two", "x")])
    qtbot.addWidget(choice)
    choice.resize(600, 60)
    choice.show()
    choice.set_value("one")
    made = choice.findChildren(QPushButton)[0]
    bold = QFont(made.font())
    bold.setBold(True)
    frame = 2 * (14 + 2)  # the style sheet's padding and border, in pixels
    assert made.width() >= QFontMetrics(bold).horizontalAdvance(made.text()) + frame


def test_typing_that_changes_nothing_leaves_no_word_of_taking_down(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "mediation")
    assert isinstance(page, MediationPage)
    page.terms.setPlainText("一")
    qtbot.waitUntil(lambda: with_case.office.saved.state == "draft", timeout=30000)
    page.terms.setPlainText("一二")
    page.terms.setPlainText("一")
    assert with_case.office.saved.state == "typing"
    qtbot.waitUntil(lambda: with_case.office.saved.state == "draft", timeout=30000)


def test_a_state_before_typing_comes_back_in_its_own_words(qtbot: Any) -> None:
    saved = SavedState()
    qtbot.addWidget(saved)
    saved.failed("磁盘满了")
    words = saved.text()
    saved.typing()
    saved.typing()
    saved.unchanged()
    assert (saved.state, saved.text(), saved.property("kind")) == ("failed", words, "problem")


def test_the_same_parties_and_cause_are_pointed_out_before_filing(
    with_case: Opened, day: dict[str, Any], qtbot: Any
) -> None:
    page = go(with_case, qtbot, "intake")
    assert isinstance(page, IntakePage)
    filing = day["acts"][0]["filing"]
    page.about.set_values({name: filing[name] for name in ("mode", "at", "accepted_at", "place", "cause")})
    page.about.set_values({"accepted_by": filing["accepted_by"]})
    page.parties.put([{**party, "needs": ""} for party in filing["parties"]])
    page.claims.put(filing["claims"])
    page.facts.setPlainText(filing["facts"])
    page.tabs.setCurrentIndex(4)
    page._check()
    quiet(with_case, qtbot)
    assert "同样的当事人和案由已有案件 （2026）鲁0302民初1501号" in page.findings.text()
    # 36 000 + 1 171 = 37 171: 0.025 A − 200 (费用13), halved once under 简易程序 (费用16).
    assert page.fee_line.text() == "案件受理费 729.28 元，应交 364.64 元"
    assert "费用13" in page.steps.text() and page.steps.isVisible()


def test_what_is_missing_stands_alone_without_empty_lines(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "intake")
    assert isinstance(page, IntakePage)
    page.tabs.setCurrentIndex(4)
    page._check()
    assert page.findings.isVisible() and "还没有当事人" in page.findings.text()
    assert not page.fee_line.isVisible() and not page.steps.isVisible()


def test_nobody_chosen_shows_nobodys_data(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "cases")
    assert isinstance(page, CasesPage)
    quiet(with_case, qtbot)
    correct = page.people_tab.correct
    assert correct.who.value == "" and not correct.form.value("name")
    correct.who.set_value("defendant")
    assert correct.form.value("name") == "李喆"


def test_on_a_low_wide_screen_at_double_size_the_paper_stands_under_the_list_of_papers(
    with_case: Opened, qtbot: Any
) -> None:
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    with_case.window.resize(683, 384)
    qtbot.waitUntil(lambda: page.split.orientation() == Qt.Orientation.Vertical, timeout=30000)
    quiet(with_case, qtbot)
    assert page.table.geometry().bottom() < page.form.mapTo(page.table.parentWidget(), QPoint(0, 0)).y()
    for made in (page.paper.back, page.paper.larger, page.issue_button, page.show_button):
        assert made.height() >= made.sizeHint().height() and made.width() >= made.sizeHint().width()


def test_a_line_that_waits_breaks_where_the_screen_is_small_and_leads_on_by_its_words(qtbot: Any) -> None:
    gone = list[bool]()
    holder = QWidget()
    qtbot.addWidget(holder)
    line = LineButton(
        "→ （2026）鲁0302民初1188号 送达起诉状副本（吴喜）到 2026-03-10（民诉128），已过 257 天",
        lambda: gone.append(True),
    )
    QVBoxLayout(holder).addWidget(line)
    holder.resize(300, 200)
    holder.show()
    qtbot.waitUntil(lambda: "\n" in line.text(), timeout=30000)
    assert line.text().replace("\n", "") == line.words
    widest = max(line.fontMetrics().horizontalAdvance(part) for part in line.text().split("\n"))
    assert widest < line.width() and line.height() >= line.fontMetrics().lineSpacing() * (line.text().count("\n") + 1)
    holder.resize(1200, 200)
    qtbot.waitUntil(lambda: "\n" not in line.text(), timeout=30000)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert gone == [True]


def test_on_a_low_wide_screen_at_double_size_the_paper_stands_under_the_signatures(
    with_case: Opened, qtbot: Any
) -> None:
    page = go(with_case, qtbot, "signing")
    assert isinstance(page, SigningPage)
    with_case.window.resize(1366, 768)
    qtbot.waitUntil(lambda: page.split.orientation() == Qt.Orientation.Horizontal, timeout=30000)
    # 1366 × 768 at 200 %.
    with_case.window.resize(683, 384)
    qtbot.waitUntil(lambda: page.split.orientation() == Qt.Orientation.Vertical, timeout=30000)
    quiet(with_case, qtbot)
    for made in (page.pen, page.refusal, page.preview.back, page.preview.larger):
        assert made.height() >= made.sizeHint().height() and made.width() >= made.minimumSizeHint().width()


PAGES = ("intake", "cases", "hearings", "mediation", "service", "signing")


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_round_every_page_and_no_key_is_caught(with_case: Opened, qtbot: Any, name: str) -> None:
    page = go(with_case, qtbot, name)
    with_case.window.activateWindow()
    qtbot.waitUntil(with_case.window.isActiveWindow, timeout=30000)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    seen: list[QWidget] = []
    for _ in range(120):
        now = with_case.window.focusWidget()
        if seen and now is seen[0]:
            break
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert with_case.window.focusWidget() is seen[0], "Tab never came back to where it began"
    inside = [widget for widget in seen if page.isAncestorOf(widget)]
    # Whatever can be pressed and is in sight is reached.
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    unreached = [b.text() for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus and b not in inside]
    assert unreached == []
