"""What is typed about one case stays with it: gone where another is chosen, untouched where work has changed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.cases.model import Party
from app.cases.service import correct_party, decide_procedure
from app.cases.store import load_case
from app.cases.suspensions import Suspension, suspensions_of
from app.desk import Desk
from app.intake.service import Filing, file_case
from support.window import Opened, ask, case_in_front, go, quiet
from ui.approvals.page import ApprovalsPage
from ui.cases.page import CasesPage
from ui.shell.office import CaseRow, row_of
from ui.shell.page import Page
from ui.widgets.choice import KeyedChoice
from ui.widgets.form import Form
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.money import MoneyEntry

PAGES = ("cases", "fees", "approvals", "hearings", "mediation")
"""Of the page of approvals what is asked for: its list shows the matters of all cases, each with its own answer."""


@pytest.fixture
def other(with_case: Opened, qtbot: Any, day: dict[str, Any]) -> CaseRow:
    """Another case of the same laptop, with other people in it; both have a procedure."""
    row = ask(with_case, qtbot, filed, day["acts"][1]["filing"])
    assert isinstance(row, dict)
    ask(with_case, qtbot, decided, with_case.office.case_id)
    return row


def filed(desk: Desk, filing: dict[str, Any]) -> CaseRow | None:
    case = file_case(desk, Filing(**filing))
    decide_procedure(desk, case, "simplified")
    return row_of(desk, case)


def decided(desk: Desk, case: str) -> bool:
    decide_procedure(desk, case, "simplified")
    return True


def blanks(page: Page) -> list[QWidget]:
    """Everything on the page into which something is typed, ticked or chosen, choices first: others follow them."""
    kinds = (KeyedChoice, QComboBox, QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox)
    inside = page.asking if isinstance(page, ApprovalsPage) else page
    found = [one for kind in kinds for one in inside.findChildren(kind)]
    return [one for one in found if in_a_form(one) and not isinstance(one.parent(), QComboBox | QSpinBox)]


def in_a_form(blank: QWidget) -> bool:
    above: Any = blank.parent()
    while above is not None and not isinstance(above, Form):
        above = above.parent()
    return above is not None


def content(blank: QWidget) -> Any:
    if isinstance(blank, KeyedChoice):
        return blank.value
    if isinstance(blank, QComboBox):
        return blank.currentText()
    if isinstance(blank, QCheckBox):
        return blank.isChecked()
    if isinstance(blank, QPlainTextEdit):
        return blank.toPlainText()
    if isinstance(blank, QSpinBox):
        return blank.value()
    assert isinstance(blank, QLineEdit)
    return blank.text()


def fill(blank: QWidget) -> None:
    """What a person would type, tick or choose there, other than what stands there."""
    if isinstance(blank, KeyedChoice):
        keys = [key for key in blank._buttons if key != blank.value]
        blank._picked(keys[0])
    elif isinstance(blank, QComboBox):
        if blank.isEditable():
            blank.setEditText("甲案的理由")
        elif blank.count():
            blank.setCurrentIndex(blank.count() - 1)
    elif isinstance(blank, QCheckBox):
        blank.toggle()
    elif isinstance(blank, MoneyEntry):
        blank.setText("777.00")
        blank.textEdited.emit("777.00")
    elif isinstance(blank, DateEntry):
        blank.setText("2026-05-05")
    elif isinstance(blank, MomentEntry):
        blank.setText("2026-05-05 10:10")
    elif isinstance(blank, QLineEdit):
        blank.setText("甲案的话")
    elif isinstance(blank, QPlainTextEdit):
        blank.setPlainText("甲案的话")
    elif isinstance(blank, QSpinBox):
        blank.setValue(blank.value() + 3)


def settled(opened: Opened, qtbot: Any) -> None:
    """What was asked for has come, and what was taken away is gone."""
    quiet(opened, qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(page: Page) -> list[tuple[str, str, Any]]:
    """What stands in each blank of the page, by the parts that it is in."""
    return [(type(one.parent().parent()).__name__, one.accessibleName(), content(one)) for one in blanks(page)]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_typed_about_one_case_stands_there_when_another_is_chosen(
    with_case: Opened, other: CaseRow, qtbot: Any, name: str
) -> None:
    first = with_case.office.case
    with_case.office.choose_case(other)
    page = go(with_case, qtbot, name)
    settled(with_case, qtbot)
    untouched = seen(page)
    with_case.office.choose_case(first)
    settled(with_case, qtbot)
    for blank in blanks(page):
        fill(blank)
    settled(with_case, qtbot)
    with_case.office.choose_case(other)
    settled(with_case, qtbot)
    assert [one for one in zip(seen(page), untouched, strict=True) if one[0] != one[1]] == []


@pytest.mark.parametrize("name", PAGES)
def test_what_is_typed_stands_when_work_has_changed(with_case: Opened, other: CaseRow, qtbot: Any, name: str) -> None:
    page = go(with_case, qtbot, name)
    settled(with_case, qtbot)
    for blank in blanks(page):
        fill(blank)
    settled(with_case, qtbot)
    typed = seen(page)
    with_case.office.work_changed.emit()
    settled(with_case, qtbot)
    assert [one for one in zip(seen(page), typed, strict=True) if one[0] != one[1]] == []


def test_a_half_typed_counterclaim_waits_whole_for_its_case(with_case: Opened, other: CaseRow, qtbot: Any) -> None:
    page, first = go(with_case, qtbot, "cases"), with_case.office.case
    assert isinstance(page, CasesPage)
    take = page.claims_tab.take
    take.by.set_value("defendant")
    take.form.blanks["facts"].setPlainText("原告欠被告货款50000元。")  # type: ignore[attr-defined]
    take.claims.form.set_values({"kind": "property", "text": "判令反诉被告支付货款", "amount": "50000.00"})
    assert take.claims.put_row()
    take.claims.form.blanks["text"].setPlainText("另付利息")  # type: ignore[attr-defined]
    with_case.office.choose_case(other)
    settled(with_case, qtbot)
    assert take.claims.rows == [] and take.claims.untouched and take.form.value("facts") == ""
    with_case.office.choose_case(first)
    settled(with_case, qtbot)
    assert (take.by.value, take.form.value("facts")) == ("defendant", "原告欠被告货款50000元。")
    assert [row["text"] for row in take.claims.rows] == ["判令反诉被告支付货款"]
    assert take.claims.form.value("text") == "另付利息"


def test_after_one_party_has_joined_the_number_of_the_next_is_read_as_well(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "cases")
    assert isinstance(page, CasesPage)
    joining = page.people_tab.joining
    joining.why.set_values({"asked_by": "court", "reason": "是必须共同进行诉讼的当事人"})
    joining.party.set_values({"role": "defendant", "name": "李栓", "address": "淄川区岭子镇梧桐村45号"})
    joining._join()
    settled(with_case, qtbot)
    assert (joining.party.value("name"), joining.party.value("kind")) == ("", "natural_person")
    QTest.keyClicks(joining.party.id_no.line, "370302198811050335")
    assert (joining.party.value("born"), joining.party.value("sex")) == ("1988-11-05", "男")


def test_what_another_laptop_has_corrected_stands_in_the_blanks_in_which_nobody_writes(
    with_case: Opened, qtbot: Any
) -> None:
    page = go(with_case, qtbot, "cases")
    assert isinstance(page, CasesPage)
    correct = page.people_tab.correct
    correct.who.set_value("defendant")
    correct.form.blanks["occupation"].setText("木匠")  # type: ignore[attr-defined]
    ask(with_case, qtbot, moved, with_case.office.case_id)
    with_case.office.work_changed.emit()
    settled(with_case, qtbot)
    assert (correct.form.value("occupation"), correct.form.value("address")) == ("木匠", "淄川区小口村9号")
    correct._correct()
    settled(with_case, qtbot)
    party = ask(with_case, qtbot, lambda desk, case: load_case(desk.database, case), with_case.office.case_id).parties[
        1
    ]
    assert (party.data["occupation"], party.data["address"]) == ("木匠", "淄川区小口村9号")


def defendant(desk: Desk, case: str) -> Party:
    return load_case(desk.database, case).party("defendant")


def moved(desk: Desk, case: str) -> bool:
    correct_party(desk, case, "defendant", {"address": "淄川区小口村9号"})
    return True


def test_an_act_begun_before_another_case_came_into_sight_is_written_where_it_was_typed(
    with_case: Opened, other: CaseRow, qtbot: Any
) -> None:
    page, first = go(with_case, qtbot, "cases"), with_case.office.case_id
    assert isinstance(page, CasesPage)
    page.deadlines.form.set_values({"ground": "appraisal", "first": "2026-03-20", "reason": "房屋质量鉴定"})
    with_case.office.choose_case(other)
    # The other case has not come yet: what is seen, and recorded, is the first.
    page.deadlines._suspend()
    page.review.form.set_values({"track": "careful", "why": "需要鉴定"})
    page.review._decide()
    settled(with_case, qtbot)
    tracks = [ask(with_case, qtbot, track, case) for case in (first, with_case.office.case_id)]
    assert tracks == ["careful", None]
    counts = [len(ask(with_case, qtbot, suspended, case)) for case in (first, with_case.office.case_id)]
    assert counts == [1, 0]


def track(desk: Desk, case: str) -> str | None:
    held = load_case(desk.database, case).fields.get("track")
    return str(held["track"]) if held else None


def suspended(desk: Desk, case: str) -> list[Suspension]:
    return suspensions_of(desk.database, case)


@pytest.mark.parametrize("name", PAGES)
def test_to_look_at_a_case_is_no_typing(with_case: Opened, other: CaseRow, qtbot: Any, name: str) -> None:
    go(with_case, qtbot, name)
    with_case.office.choose_case(other)
    settled(with_case, qtbot)
    with_case.office.leaving.emit()
    settled(with_case, qtbot)
    assert with_case.office.saved.state not in ("typing", "draft")


def test_the_keyboard_stays_where_it_is_when_an_act_has_changed_the_case(
    with_case: Opened, other: CaseRow, qtbot: Any
) -> None:
    page = case_in_front(with_case, qtbot)
    with_case.window.work.open_page("cases/claims")
    quiet(with_case, qtbot)
    change = page.claims_tab.change
    change.claim.set_values({"kind": "property", "text": "判令被告支付利息1200元", "amount": "1200.00"})
    change.by.set_value("plaintiff")
    change.claim.blanks["text"].setFocus()
    change._record()
    qtbot.waitUntil(lambda: "变更已记下" in with_case.window.work.notice.text, timeout=10000)
    settled(with_case, qtbot)
    assert with_case.window.focusWidget() is change.claim.blanks["text"]
    with_case.office.choose_case(other)
    settled(with_case, qtbot)
    assert with_case.window.focusWidget() is page.first_focus()


def test_a_long_list_stays_where_it_was_scrolled_when_work_has_changed(with_case: Opened, qtbot: Any) -> None:
    page = case_in_front(with_case, qtbot)
    page.tabs.setCurrentIndex(page.tabs.indexOf(page.papers))
    rows = [{"id": str(at), "title": f"文书{at}", "made_on": "2026-03-20", "pages": 1} for at in range(80)]
    page.papers.put(rows)
    page.papers.verticalScrollBar().setValue(40)
    page.papers.put([*rows, {"id": "80", "title": "新的", "made_on": "2026-03-20", "pages": 1}])
    assert page.papers.verticalScrollBar().value() == 40


def test_a_box_ticked_before_another_case_was_looked_at_stays_ticked_when_work_has_changed_after(
    with_case: Opened, other: CaseRow, qtbot: Any
) -> None:
    page, first = go(with_case, qtbot, "cases"), with_case.office.case
    assert isinstance(page, CasesPage)
    page.no_defence.boxes["defendant"].click()
    for row in (other, first):
        with_case.office.choose_case(row)
        settled(with_case, qtbot)
    with_case.office.work_changed.emit()
    settled(with_case, qtbot)
    assert page.no_defence.value == ["defendant"]
