"""A paper about the trip or the court's work stands on a shelf of its own, and in nobody's dossier."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.archive.verification import verify_profile
from app.desk import Desk
from app.documents.store import Paper, papers_of
from app.documents.template import OF_NO_CASE, load, names
from app.journal.entry import COURT
from support.window import Opened, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.documents.samples import SamplesDialog
from ui.shell.picker import CasePicker
from ui.signing.page import SigningPage


def papers(desk: Desk, of: str) -> list[Paper]:
    return papers_of(desk.database, of)


def page_of(opened: Opened, qtbot: Any) -> DocumentsPage:
    page = go(opened, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    return page


def begin(opened: Opened, qtbot: Any, document: str) -> DocumentsPage:
    """The paper was picked among the samples."""
    page = page_of(opened, qtbot)
    page._begin(document)
    quiet(opened, qtbot)
    qtbot.waitUntil(lambda: page.offer is not None and page.offer.document == document, timeout=30000)
    quiet(opened, qtbot)
    return page


def test_the_papers_of_no_case_are_those_that_name_none() -> None:
    """domain.md 5.6: D104–D106, D108–D111 and the sealing register are the court's, not a dossier's."""
    assert {name for name in names() if load(name).stage == OF_NO_CASE} == {
        "circuit_service_log",
        "early_warning",
        "interference_report",
        "judicial_suggestion",
        "sealing_log",
        "suggestion_feedback",
        "suggestion_visit",
        "trial_operation_report",
    }


@pytest.mark.parametrize("document", ["circuit_service_log", "interference_report"])
def test_picked_while_a_case_is_open_it_goes_to_the_shelf_and_is_issued_to_no_case(
    with_case: Opened, qtbot: Any, document: str
) -> None:
    case = with_case.office.case_id
    before = len(ask(with_case, qtbot, papers, case))
    page = begin(with_case, qtbot, document)
    assert with_case.office.on_shelf and "不属于案件" in with_case.window.work.case_line.words
    fill(page, document)
    qtbot.waitUntil(lambda: page.issue_button.isEnabled(), timeout=30000)
    page.issue_button.click()
    qtbot.waitUntil(lambda: page.offer is not None and bool(page.offer.issued), timeout=30000)
    quiet(with_case, qtbot)
    (paper,) = ask(with_case, qtbot, papers, COURT)
    assert paper.document == document and paper.number is None and page.offer.issued == paper.record
    assert len(ask(with_case, qtbot, papers, case)) == before
    assert all(finding.holds for finding in ask(with_case, qtbot, lambda desk: list(verify_profile(desk))))


def fill(page: DocumentsPage, document: str) -> None:
    """What the paper asks beside what the trip tells, from its own sample."""
    import json

    from app.documents.template import FOLDER

    newest = max((FOLDER / document).glob("v*"), key=lambda folder: int(folder.name[1:]))
    sample = json.loads((newest / "sample.json").read_text(encoding="utf-8"))
    assert page.writing.blanks is not None
    page.writing.blanks.set_value({name: sample[name] for name in sample if name in page.writing.blanks._blanks})
    page.writing.blanks.changed.emit()


def test_what_is_on_the_shelf_is_signed_on_the_page_of_signatures(with_case: Opened, qtbot: Any) -> None:
    page = begin(with_case, qtbot, "circuit_service_log")
    fill(page, "circuit_service_log")
    page.issue_button.click()
    qtbot.waitUntil(lambda: page.offer is not None and bool(page.offer.issued), timeout=30000)
    assert page.offer.waits_for == () or page.offer.next_act == "sign"
    signing = go(with_case, qtbot, "signing")
    assert isinstance(signing, SigningPage) and signing.seen is not None
    assert [(seat.title, seat.words) for seat in signing.seen.seats] == [
        ("巡回审判日志", "审判员"),
        ("巡回审判日志", "书记员"),
    ]


def test_the_shelf_is_reached_by_keys_with_or_without_a_case(signed_in: Opened, qtbot: Any) -> None:
    signed_in.window.work.pick_case()
    quiet(signed_in, qtbot)
    dialog = signed_in.window.work._dialog
    assert isinstance(dialog, CasePicker)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    QTest.keyClick(dialog, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: signed_in.office.on_shelf and signed_in.window.work.at == "documents", timeout=5000)


def test_on_the_shelf_only_its_own_papers_are_offered_and_the_pages_of_a_case_ask_for_one(
    with_case: Opened, qtbot: Any
) -> None:
    with_case.office.choose_shelf()
    page = page_of(with_case, qtbot)
    page.show_samples()
    quiet(with_case, qtbot)
    dialog = page.findChild(SamplesDialog)
    assert dialog is not None and dialog.sheet.count() == 8
    dialog.reject()
    for name in ("cases", "hearings", "mediation", "judgments", "service"):
        shown = go(with_case, qtbot, name)
        assert shown._stack.currentWidget() is shown._empty, name
    for name in ("fees", "approvals"):
        go(with_case, qtbot, name)
        assert not with_case.window.work.notice.isVisible(), name


def test_an_open_sitting_keeps_its_case(with_case: Opened, qtbot: Any) -> None:
    with_case.office.hold_case = lambda: with_case.office.case_id
    case = with_case.office.case_id
    with_case.office.choose_shelf()
    assert with_case.office.case_id == case and not with_case.office.on_shelf
    assert "庭审还开着" in with_case.window.work.notice.text


def test_a_scanned_suggestion_opens_on_the_shelf(with_case: Opened, qtbot: Any) -> None:
    page = begin(with_case, qtbot, "judicial_suggestion")
    fill(page, "judicial_suggestion")
    page.issue_button.click()
    qtbot.waitUntil(lambda: page.offer is not None and bool(page.offer.issued), timeout=30000)
    record = page.offer.issued
    with_case.office.choose_case(None)
    with_case.window.work.pick_case()
    quiet(with_case, qtbot)
    dialog = with_case.window.work._dialog
    assert isinstance(dialog, CasePicker)
    QTest.keyClicks(dialog.search.line, record)
    QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: with_case.office.on_shelf and with_case.window.work.at == "documents", timeout=30000)
    qtbot.waitUntil(lambda: page.offer is not None and page.offer.issued == record, timeout=30000)
