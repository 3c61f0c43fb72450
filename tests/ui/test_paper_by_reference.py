"""A paper that somebody brings back is found by its square code, scanned or typed, and opened."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.documents.reference import Reference, reference_said
from support.acts import issue_statement
from support.window import Opened, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.shell.picker import CasePicker
from ui.workbench.page import WorkbenchPage


def issued(opened: Opened, qtbot: Any) -> str:
    """The mediation statement's record; no case is chosen any more."""
    record: str = ask(opened, qtbot, issue_statement, opened.office.case_id)
    opened.office.choose_case(None)
    return record


def picker_of(opened: Opened, qtbot: Any) -> CasePicker:
    opened.window.work.pick_case()
    quiet(opened, qtbot)
    dialog = opened.window.work._dialog
    assert isinstance(dialog, CasePicker)
    return dialog


def shown(opened: Opened, qtbot: Any, record: str) -> bool:
    page = opened.window.work.page("documents")
    assert isinstance(page, DocumentsPage)
    return opened.window.work.at == "documents" and page.offer is not None and page.offer.issued == record


@pytest.mark.parametrize("passes_chinese", [True, False])
def test_a_scanned_code_opens_its_paper_whatever_the_scanner_makes_of_the_chinese(
    with_case: Opened, qtbot: Any, passes_chinese: bool
) -> None:
    record = issued(with_case, qtbot)
    code = Reference(record, "山东省淄博市淄川区人民法院", "民事调解书", "（2026）鲁0302民初15号", practice=True)
    line = picker_of(with_case, qtbot).search.line
    for typed in code.words.split("\n"):
        line.insert(typed if passes_chinese else "".join(c for c in typed if c.isascii()).upper())
        QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(with_case, qtbot, record), timeout=30000)
    quiet(with_case, qtbot)
    assert with_case.window.work.page("documents").paper.pages > 0


def test_the_workbench_finds_a_paper_by_its_reference_as_well(with_case: Opened, qtbot: Any) -> None:
    record = issued(with_case, qtbot)
    page = go(with_case, qtbot, "workbench")
    assert isinstance(page, WorkbenchPage)
    QTest.keyClicks(page.list.line, record)
    QTest.keyClick(page.list.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(with_case, qtbot, record), timeout=30000)


def test_a_reference_that_is_not_here_says_so_and_what_to_do(with_case: Opened, qtbot: Any) -> None:
    dialog = picker_of(with_case, qtbot)
    QTest.keyClicks(dialog.search.line, "paper-0123456789abcdef0123")
    QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.none.isHidden(), timeout=30000)
    assert "没有这个编号的文书" in dialog.none.text() and "数据回传" in dialog.none.text()


def test_while_a_sitting_of_another_case_is_open_the_paper_found_is_not_shown(with_case: Opened, qtbot: Any) -> None:
    record = issued(with_case, qtbot)
    with_case.office.hold_case = lambda: "case-of-the-sitting"
    dialog = picker_of(with_case, qtbot)
    QTest.keyClicks(dialog.search.line, record)
    QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "庭审还开着" in with_case.window.work.notice.text, timeout=30000)
    assert with_case.window.work.at != "documents" and with_case.office.case is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("文书编号 paper-0123456789abcdef0123凭此编号", "paper-0123456789abcdef0123"),
        ("PAPER-0123456789ABCDEF0123", "paper-0123456789abcdef0123"),
        ("paper-0123456789abcdef012", None),
        ("paper-0123456789abcdef01234", None),
        ("", None),
    ],
)
def test_a_reference_is_whole_or_it_is_none(words: str, said: str | None) -> None:
    assert reference_said(words) == said
