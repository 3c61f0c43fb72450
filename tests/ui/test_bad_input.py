"""Whatever is pasted into a field is taken, or refused beside it in words; the window goes on."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTabWidget, QToolTip

from support.window import Opened, go, quiet
from ui.circuit.page import CircuitPage
from ui.hearings.page import HearingPage
from ui.pages import entries
from ui.widgets.form import LONGEST_LINE, Form, LongText
from ui.widgets.text import MOST

ODD = (
    "-1", "9" * 40, "1.2345678", "2026-02-30", "2026-13-45 99:99", "甲" * 200, "\u202eabc", "\x00\x1b[31m", "😀👨‍👩‍👧",
    "a\u0300" * 50, "<b>x</b>&amp;", "'; DROP TABLE party --", "{{ 7 * 7 }}{% for %}", "١٢٣", "１２３", "\U00030000",
)  # fmt: skip


def pasted(blank: QLineEdit | QPlainTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    blank.selectAll()
    blank.paste()


@pytest.mark.parametrize("name", [entry.name for entry in entries()])
def test_no_field_of_a_page_breaks_on_what_is_pasted_into_it(with_case: Opened, qtbot: Any, name: str) -> None:
    crashes: list[object] = []
    with_case.office.jobs.failed_by_default.connect(crashes.append)
    page = go(with_case, qtbot, name)
    tabs = page.findChildren(QTabWidget)
    tried = 0
    for at in range(tabs[0].count() if tabs else 1):
        if tabs:
            tabs[0].setCurrentIndex(at)
            quiet(with_case, qtbot)
        for kind in (QLineEdit, QPlainTextEdit):
            for blank in page.findChildren(kind):
                if not blank.isVisible() or not blank.isEnabled() or blank.isReadOnly():
                    continue
                for text in ODD:
                    pasted(blank, text)
                    tried += 1
                blank.clear()
    quiet(with_case, qtbot)
    # These have nothing to type into until there is a paper, a rival value or a stick.
    assert crashes == [] and (tried or name in ("sync", "cases", "signing"))


@pytest.mark.parametrize(("text", "why"), [("院\u202e里", "U+202E"), ("院\x07里", "U+0007"), ("院" * 1001, "1001")])
def test_a_blank_with_what_cannot_be_printed_says_so_and_nothing_is_written(
    with_case: Opened, qtbot: Any, text: str, why: str
) -> None:
    page = go(with_case, qtbot, "circuit")
    assert isinstance(page, CircuitPage)
    page.form.set_values({"kind": "法治宣传", "place": text, "summary": "普法"})
    page._serve()
    quiet(with_case, qtbot)
    assert why in page.form.problems()["place"]
    assert page.log.rows_model.rows == []


def test_a_text_typed_outside_a_form_is_refused_by_the_record_and_stays_on_the_screen(
    with_case: Opened, qtbot: Any
) -> None:
    page = go(with_case, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    page.opening.form.set_values({"place": "院里"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    page.entry.setPlainText("欠我\u202e八万六")
    page.end_turn()
    quiet(with_case, qtbot)
    assert "不能印的符号" in with_case.window.work.notice.text
    assert "欠我" in page.entry.toPlainText()


def test_a_megabyte_is_left_out_whole_and_said(qtbot: Any) -> None:
    blank = LongText("原来的")
    qtbot.addWidget(blank)
    blank.show()
    source = QMimeData()
    source.setText("甲乙丙丁\n" * 200_000)
    blank.insertFromMimeData(source)
    assert blank.toPlainText() == "原来的"
    assert "1000000" in QToolTip.text() and str(MOST) in QToolTip.text()
    QToolTip.hideText()


def test_a_line_of_two_hundred_characters_is_no_problem(qtbot: Any) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.add("name", "姓名", QLineEdit(), required=True)
    form.show()
    form.set_values({"name": "甲" * 200})
    assert form.check()
    form.set_values({"name": "甲" * (LONGEST_LINE + 1)})
    assert not form.check()
