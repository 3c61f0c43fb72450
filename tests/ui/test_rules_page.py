"""The calculators: used by keyboard, without a case, each answer with its steps and article."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from support.window import Opened, go
from ui.rules.page import RulesPage

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(signed_in: Opened, qtbot: Any) -> RulesPage:
    """No case has been chosen."""
    assert signed_in.office.case is None
    made = go(signed_in, qtbot, "rules")
    assert isinstance(made, RulesPage)
    return made


def typed(page: RulesPage, qtbot: Any, name: str, text: str) -> None:
    entry = page.interest_form.blanks[name]
    entry.setFocus()
    qtbot.keyClicks(entry, text)


def test_alt_and_a_digit_open_a_calculator_with_the_cursor_in_its_first_blank(
    page: RulesPage, signed_in: Opened, qtbot: Any
) -> None:
    names = [page.tabs.tabText(at) for at in range(page.tabs.count())]
    assert names == ["案件受理费", "申请费", "期限", "利息", "大写金额", "证件号码"]
    with qtbot.waitActive(signed_in.window):
        signed_in.window.activateWindow()
    qtbot.keyClick(signed_in.window.focusWidget(), Qt.Key.Key_5, ALT)
    assert page.tabs.currentIndex() == 4
    assert signed_in.window.focusWidget() is page.amount_form.blanks["amount"]
    qtbot.keyClicks(signed_in.window.focusWidget(), "100200.05")
    assert page.amount_answer.text() == "壹拾万零贰佰元零伍分"


def test_interest_follows_each_change_of_the_lpr(page: RulesPage, qtbot: Any) -> None:
    """36000 yuan from 2024-10-01: 20 days at 3.35 %, 211 at 3.10 %, 12 at 3.00 %, worked out by hand."""
    page.interest_form.set_values({"principal": "36000", "way": "lpr", "start": "2024-10-01", "end": "2025-06-01"})
    page._interest()
    # 36000 × (3.35 × 20 + 3.10 × 211 + 3.00 × 12) ÷ 36500 = 746.73…
    assert page.interest_answer.text() == "利息 746.73 元，共 243 日"
    assert "2024-10-21 至 2025-05-20：211 日，年利率 3.1%" in page.interest_steps.text()


def test_an_agreed_rate_is_counted_as_it_is_typed(page: RulesPage, qtbot: Any) -> None:
    for name, text in (("principal", "36000"), ("rate", "3.1"), ("start", "2025-03-02"), ("end", "2026-03-20")):
        typed(page, qtbot, name, text)
    # 36000 × 3.1 % × 383 ÷ 365 = 1171.04…, the 1171 yuan that the samples claim.
    assert page.interest_answer.text() == "利息 1171.04 元，共 383 日"


def test_a_private_loan_bears_no_more_than_four_times_the_lpr(page: RulesPage, qtbot: Any) -> None:
    page.interest_form.set_values(
        {
            "principal": "10000",
            "way": "loan",
            "rate": "24",
            "contract_on": "2024-03-01",
            "start": "2024-03-01",
            "end": "2025-03-01",
        }
    )
    page._interest()
    # Four times 3.45 % is 13.8 %: 10000 × 13.8 % × 365 ÷ 365.
    assert page.interest_answer.text() == "利息 1380.00 元，共 365 日"
    assert "民间借贷规定25" in page.interest_steps.text()


def test_money_of_a_judgment_paid_late_bears_a_flat_daily_rate(page: RulesPage, qtbot: Any) -> None:
    page.interest_form.set_values({"principal": "10000", "way": "late", "start": "2026-03-01", "end": "2026-03-31"})
    page._interest()
    # 10000 × 0.0175 % × 30
    assert page.interest_answer.text() == "利息 52.50 元，共 30 日"
    assert not page.interest_form.blanks["rate"].isVisibleTo(page) and "民诉264" in page.interest_steps.text()


def test_a_day_whose_rate_nobody_has_entered_is_refused_with_what_to_do(page: RulesPage, qtbot: Any) -> None:
    page.interest_form.set_values({"principal": "10000", "way": "lpr", "start": "2024-01-01", "end": "2030-01-01"})
    page._interest()
    assert "没有录入" in page.interest_answer.text() and "管理员" in page.interest_steps.text()
