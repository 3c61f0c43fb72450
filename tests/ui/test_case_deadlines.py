"""期限 in the case: each with its article and colour, and the days left out of the trial limit, by keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.cases.service import decide_procedure, note_waivers
from app.desk import Desk
from support.window import Opened, ask, case_in_front, quiet
from ui.cases.deadlines import PeriodLines
from ui.cases.page import CasesPage
from ui.i18n import Language

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> CasesPage:
    ask(with_case, qtbot, quick, with_case.office.case_id)
    return case_in_front(with_case, qtbot)


def lines(shown: PeriodLines) -> list[tuple[str, str]]:
    """Each line in sight, and its kind."""
    made = [shown.lines.itemAt(at).widget() for at in range(shown.lines.count())]  # type: ignore[union-attr]
    return [(one.text(), one.property("kind") or "") for one in made if isinstance(one, QLabel)]


def trial(shown: PeriodLines) -> tuple[str, str]:
    """The line of the trial limit, in sight beside the others, and its kind."""
    (found,) = [line for line in lines(shown) if line[0].startswith(("审限", "Time limit"))]
    return found


def read_again(page: CasesPage, opened: Opened, qtbot: Any) -> None:
    page.read()
    quiet(opened, qtbot)


def test_the_first_tab_of_a_case_tells_its_periods_amber_and_then_red(
    page: CasesPage, with_case: Opened, qtbot: Any, clock: Any
) -> None:
    # Filed on 20 March 2026, two months (民诉168).
    assert trial(page.periods) == ("审限到 2026-05-20（民诉168），还有 61 天", "")
    # Whoever has no paper yet that names the judge is told of him in three days (民诉131).
    assert lines(page.periods)[0] == ("告知审判人员（张𬱖、李喆）到 2026-03-23（民诉131），还有 3 天", "problem")
    clock.forward(days=46)
    read_again(page, with_case, qtbot)
    assert trial(page.periods) == ("审限到 2026-05-20（民诉168），还有 15 天；要延长的，提前十五日报批", "warn")
    clock.forward(days=12)
    read_again(page, with_case, qtbot)
    assert trial(page.periods)[1] == "problem" and "还有 3 天" in trial(page.periods)[0]
    (there,) = [one for one in page.periods.findChildren(QAbstractButton) if "报批" in one.text()]
    there.setFocus()
    QTest.keyClick(there, Qt.Key.Key_Space)
    quiet(with_case, qtbot)
    assert with_case.window.work.pages.currentWidget() is with_case.window.work.page("approvals")


def test_days_left_out_are_recorded_and_ended_by_keys_and_the_limit_moves(
    page: CasesPage, with_case: Opened, qtbot: Any, clock: Any
) -> None:
    page.tabs.setCurrentIndex(1)
    tab = page.deadlines
    assert tab.isVisible()
    QTest.keyClick(tab.form.blanks["ground"], Qt.Key.Key_K, ALT)
    qtbot.waitUntil(lambda: "事由" in tab.form._problems["ground"].text(), timeout=30000)
    tab.form.blanks["ground"].setFocus()
    for _ in range(2):
        QTest.keyClick(tab.form.blanks["ground"], Qt.Key.Key_Down)
    tab.form.set_values({"first": "2026-04-01", "reason": "房屋质量鉴定"})
    clock.forward(days=17)
    QTest.keyClick(tab.form.blanks["ground"], Qt.Key.Key_K, ALT)
    qtbot.waitUntil(lambda: tab.table.current is not None, timeout=30000)
    # On 6 April six days are left out so far.
    assert trial(tab.periods)[0].startswith("审限到 2026-05-26")
    assert tab.table.current is not None and tab.table.current["ground"] == "appraisal"
    tab.form.set_values({"last": "2026-04-30"})
    tab.end_button.setFocus()
    QTest.keyClick(tab.end_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(tab.table.current and tab.table.current["last"]), timeout=30000)
    # All thirty days of April: 20 May and thirty days.
    assert trial(tab.periods)[0].startswith("审限到 2026-06-19")


def test_periods_are_told_in_english_too(page: CasesPage, with_case: Opened, qtbot: Any, chinese: Language) -> None:
    chinese.use("en")
    read_again(page, with_case, qtbot)
    assert trial(page.periods) == ("Time limit: until 2026-05-20 (民诉168), 61 days left", "")


def quick(desk: Desk, case: str) -> bool:
    """Small claims; both sides are there and wait for no defence."""
    decide_procedure(desk, case, "small_claims")
    note_waivers(desk, case, evidence_period=[], defence_period=["plaintiff", "defendant"])
    return True
