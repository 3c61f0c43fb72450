"""The calculators: used by keyboard, without a case, each answer with its steps and article."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from support.window import Opened, go
from ui.rules.page import RulesPage
from ui.widgets.identity import IdentityEntry

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(signed_in: Opened, qtbot: Any) -> RulesPage:
    """No case has been chosen."""
    assert signed_in.office.case is None
    made = go(signed_in, qtbot, "rules")
    assert isinstance(made, RulesPage)
    return made


def test_alt_and_a_digit_open_a_calculator_with_the_cursor_in_its_first_blank(
    page: RulesPage, signed_in: Opened, qtbot: Any
) -> None:
    names = [page.tabs.tabText(at) for at in range(page.tabs.count())]
    assert names == ["案件受理费", "申请费", "补交退费", "期限", "利息", "大写金额", "证件号码"]
    with qtbot.waitActive(signed_in.window, timeout=30000):
        signed_in.window.activateWindow()
    qtbot.keyClick(signed_in.window.focusWidget(), Qt.Key.Key_6, ALT)
    assert page.tabs.currentIndex() == 5
    assert signed_in.window.focusWidget() is page.amounts.form.blanks["amount"]
    qtbot.keyClicks(signed_in.window.focusWidget(), "100200.05")
    assert page.amounts.answer.text() == "壹拾万零贰佰元零伍分"


def test_the_answer_is_in_sight_at_double_size(page: RulesPage, signed_in: Opened, qtbot: Any) -> None:
    signed_in.window.resize(683, 384)
    for at in range(6):
        page.tabs.setCurrentIndex(at)
        made = page.tabs.currentWidget()
        answer = made.answer  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda answer=answer: answer.visibleRegion().boundingRect().height() >= answer.height() > 0)


def test_a_period_is_counted_from_the_day_that_it_is_and_not_from_that_of_yesterday(
    page: RulesPage, signed_in: Opened, qtbot: Any, clock: Any
) -> None:
    assert page.periods.form.value("start") == "2026-03-20"
    clock.forward(days=1)
    go(signed_in, qtbot, "rules")
    assert page.periods.form.value("start") == "2026-03-21"
    page.periods.form.set_values({"start": "2026-03-02"})
    clock.forward(days=1)
    go(signed_in, qtbot, "rules")
    assert page.periods.form.value("start") == "2026-03-02"


def test_who_was_born_after_the_window_was_opened_has_a_number_all_the_same(
    page: RulesPage, signed_in: Opened, qtbot: Any, clock: Any
) -> None:
    clock.forward(days=2)
    number = page.tabs.widget(6).findChild(IdentityEntry)
    # 21 March 2026; the check character by GB 11643.
    number.line.setText("370302202603210014")
    assert number.verdict.level in ("good", "doubtful")
