"""收费: the sum, the moment and the conditions that stand in the form are those of this payment and of this case."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.approvals.store import approvals_of
from app.cases.service import decide_procedure
from app.cases.store import load_case
from app.desk import Desk
from app.fees.store import payments_of
from app.intake.claims import drop_claim
from support.village import a_case
from support.window import Opened, ask, go, quiet
from ui.fees.page import FeesPage
from ui.shell.office import CaseRow, row_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> FeesPage:
    ask(with_case, qtbot, decided, with_case.office.case_id)
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    return page


def decided(desk: Desk, case: str) -> bool:
    decide_procedure(desk, case, "simplified")
    return True


def lowered(desk: Desk, case: str) -> bool:
    """36,000 is given up; of the suit 1,171 is left."""
    first = load_case(desk.database, case).claims[0].record
    drop_claim(desk, case, first, by="plaintiff", at="2026-03-20T09:30:00+08:00", inquiry_closed=False)
    return True


def undecided(desk: Desk) -> CaseRow | None:
    """A case whose procedure nobody has decided yet, so that no fee can be said."""
    return row_of(desk, a_case(desk, None))


def payments(desk: Desk, case: str) -> list[dict[str, Any]]:
    return payments_of(desk.database, case)


def test_the_sum_to_pay_follows_the_claims_and_the_moment_follows_the_clock(
    page: FeesPage, with_case: Opened, qtbot: Any, clock: Any
) -> None:
    assert page.form.value("amount") == "364.64"
    ask(with_case, qtbot, lowered, with_case.office.case_id)
    clock.forward(hours=3)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    # 1,171 costs 50, halved 25 (费用13, 16).
    assert page.form.value("amount") == "25.00" and page.form.value("at").startswith("2026-03-20T12:00")
    page.form.blanks["amount"].setText("10")  # type: ignore[attr-defined]
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert page.form.value("amount") == "10.00"


def test_the_conditions_of_one_payment_in_cash_are_not_those_of_the_next(
    page: FeesPage, with_case: Opened, qtbot: Any
) -> None:
    page.form.set_values({"payer": "plaintiff", "amount": "100.00", "how": "cash_on_the_spot", "ticket_no": "0001"})
    page._how_changed()
    for box in page.conditions.boxes.values():
        box.click()
    page._pay()
    quiet(with_case, qtbot)
    assert len(ask(with_case, qtbot, payments, with_case.office.case_id)) == 1
    assert page.conditions.value == [] and page.form.value("ticket_no") == ""
    # What is left to pay of 364.64 is proposed next.
    assert page.form.value("amount") == "264.64"


def test_a_payment_is_taken_once_however_often_its_key_is_pressed(
    page: FeesPage, with_case: Opened, qtbot: Any
) -> None:
    page.form.set_values({"payer": "plaintiff", "amount": "100.00", "how": "bank"})
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_F, ALT)
    # The button answers its key a moment later.
    qtbot.waitUntil(lambda: "收费已记下" in with_case.window.work.notice.text, timeout=10000)
    page._pay()
    quiet(with_case, qtbot)
    assert len(ask(with_case, qtbot, payments, with_case.office.case_id)) == 1


def test_relief_is_asked_for_once_and_its_form_is_empty_again(page: FeesPage, with_case: Opened, qtbot: Any) -> None:
    page.kind.set_value("deferral")
    page._kind_changed()
    page.relief.set_values({"applicant": "plaintiff", "article": page.ground.itemData(0), "reason": "低保户"})
    page._relieve()
    quiet(with_case, qtbot)
    page._relieve()
    quiet(with_case, qtbot)
    found = ask(with_case, qtbot, lambda desk: approvals_of(desk.database, with_case.office.case_id))
    assert len(found) == 1 and page.relief.value("reason") == ""


def test_whoever_was_picked_by_mistake_as_approver_can_be_taken_back(
    page: FeesPage, with_case: Opened, qtbot: Any
) -> None:
    assert page.relief.value("approved_by") == ""
    page.approver.setCurrentIndex(1)
    assert page.relief.value("approved_by")
    page.approver.setFocus()
    QTest.keyClick(page.approver, Qt.Key.Key_Home)
    assert page.relief.value("approved_by") == ""


def test_of_a_case_whose_fee_cannot_be_said_nothing_of_the_case_before_is_in_sight(
    page: FeesPage, with_case: Opened, qtbot: Any
) -> None:
    first = with_case.office.case
    page.form.set_values({"payer": "plaintiff"})
    page.form.blanks["ticket_no"].setText("0001")  # type: ignore[attr-defined]
    with_case.office.choose_case(ask(with_case, qtbot, undecided))
    quiet(with_case, qtbot)
    assert page.seen is None and not page.pay_button.isEnabled()
    assert (page.payer.count(), page.form.value("ticket_no"), page.form.value("amount")) == (0, "", None)
    assert [page.tabs.isTabEnabled(at) for at in range(page.tabs.count())] == [True, False, False, False, True]
    with_case.office.choose_case(first)
    quiet(with_case, qtbot)
    assert page.form.value("ticket_no") == "0001" and page.tabs.isTabEnabled(1)
