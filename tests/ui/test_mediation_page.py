"""The mediation page: what is typed belongs to its case, is recorded once, and its time is the time of recording."""

from __future__ import annotations

from typing import Any

import pytest

from app.mediation.store import mediations_of
from support.window import Opened, another_case, ask, go, quiet
from ui.mediation.page import MediationPage


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> MediationPage:
    found = go(with_case, qtbot, "mediation")
    assert isinstance(found, MediationPage)
    return found


def test_the_terms_of_one_case_and_who_bears_its_fee_are_not_offered_in_another(
    page: MediationPage, with_case: Opened, qtbot: Any
) -> None:
    first = with_case.office.case
    page.terms.setPlainText("被告于4月20日前偿还36000元。")
    page.bearers.suit.set_value("defendant")
    page.failure.blanks["reason"].setPlainText("差得太远")  # type: ignore[attr-defined]
    with_case.office.choose_case(another_case(with_case, qtbot))
    quiet(with_case, qtbot)
    assert page.terms.toPlainText() == "" and page.bearers.suit.value == "" and page.failure.value("reason") == ""
    assert page.outside.value("route") == "人民调解" and page.form.value("effect") == "on_receipt"
    with_case.office.choose_case(first)
    quiet(with_case, qtbot)
    assert page.terms.toPlainText() == "被告于4月20日前偿还36000元。" and page.bearers.suit.value == "defendant"
    assert page.failure.value("reason") == "差得太远"


def test_a_mediation_that_failed_is_recorded_once_and_its_form_is_empty_then(
    page: MediationPage, with_case: Opened, qtbot: Any
) -> None:
    page.failure.set_values({"place": "村委会", "reason": "差得太远"})
    page._fail()
    page._fail()
    quiet(with_case, qtbot)
    page._fail()
    quiet(with_case, qtbot)
    held = ask(with_case, qtbot, lambda desk, c: mediations_of(desk.database, c), with_case.office.case_id)
    assert [one.kind for one in held] == ["failed"] and page.failure.value("reason") == ""


def test_a_time_that_nobody_wrote_is_that_of_now_and_one_that_was_written_stays(
    page: MediationPage, with_case: Opened, clock: Any, qtbot: Any
) -> None:
    page.failure.blanks["at"].setText("2026-03-20 08:15")  # type: ignore[attr-defined]
    clock.forward(hours=5)
    go(with_case, qtbot, "mediation")
    assert page.form.value("at") == "2026-03-20T14:00:00+08:00"
    assert page.failure.value("at") == "2026-03-20T08:15:00+08:00"
