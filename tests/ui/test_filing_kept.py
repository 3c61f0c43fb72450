"""What is typed of a filing, half a row and the photographs too, stays where it belongs and comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.attachments.store import of_case
from app.cases.store import list_cases, load_case
from support.window import CLERK, JUDGE, Opened, ask, go, quiet, sign_in
from ui.intake.page import IntakePage

PARTIES: list[dict[str, Any]] = [
    {"role": "plaintiff", "kind": "natural_person", "name": "周春英", "address": "岭子镇小口村5号"},
    {"role": "defendant", "kind": "natural_person", "name": "孙志强", "address": "岭子镇小口村9号"},
]
IOU = {"name": "借条", "by": "plaintiff", "original": True, "pages": 1, "proves": "借款"}
TRANSFER = {"name": "转账截图", "by": "plaintiff", "original": False, "pages": 2, "proves": "交付"}


@pytest.fixture
def page(signed_in: Opened, qtbot: Any) -> IntakePage:
    made = go(signed_in, qtbot, "intake")
    assert isinstance(made, IntakePage)
    quiet(signed_in, qtbot)
    return made


def fill(page: IntakePage) -> None:
    """All that a filing needs, and two pieces of evidence."""
    page.about.set_values({"mode": "written", "cause": "民间借贷纠纷", "place": "小口村村委会"})
    page.parties.put(PARTIES)
    page.claims.put([{"kind": "property", "text": "判令被告偿还借款12000元", "amount": "12000.00"}])
    page.facts.setPlainText("被告于2025年6月1日借款12000元，至今未还。")
    page.tabs.setCurrentIndex(3)
    page.evidence.put([IOU, TRANSFER])


def photograph(page: IntakePage, monkeypatch: pytest.MonkeyPatch, row: int, *paths: str) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (list(paths), ""))
    page.evidence.table.selectRow(row)
    page._add_pictures()


def test_a_photograph_stays_with_its_evidence_when_another_piece_is_taken_out(
    page: IntakePage, signed_in: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = tmp_path / "transfer.jpg"
    shot.write_bytes(b"\xff\xd8 a screen \xff\xd9")
    fill(page)
    photograph(page, monkeypatch, 1, str(shot))
    page.evidence.table.selectRow(0)
    page.evidence.drop_row()
    page.tabs.setCurrentIndex(4)
    qtbot.waitUntil(page.file_button.isEnabled, timeout=10000)
    page.file_button.click()
    qtbot.waitUntil(lambda: "已立案" in signed_in.window.work.notice.text, timeout=10000)
    case = ask(signed_in, qtbot, lambda desk, one: load_case(desk.database, one), signed_in.office.case_id)
    files = ask(signed_in, qtbot, lambda desk, one: of_case(desk.database, one), signed_in.office.case_id)
    (item,) = case.evidence
    assert item.name == "转账截图" and item.files == tuple(one["digest"] for one in files) and len(files) == 1


def test_a_photograph_is_added_while_another_piece_is_half_typed_and_both_are_there_again(
    page: IntakePage, signed_in: Opened, make_window: Callable[[], Opened], qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(page)
    page.evidence.form.set_values({"name": "证人证言", "proves": "见过借条"})
    photograph(page, monkeypatch, 0, "/somewhere/iou.jpg")
    assert page.evidence.form.value("name") == "证人证言"
    page.claims.form.blanks["text"].setPlainText("另付利息")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: signed_in.office.saved.state == "draft", timeout=30000)
    again = make_window()
    sign_in(again, qtbot, JUDGE)
    other = go(again, qtbot, "intake")
    assert isinstance(other, IntakePage)
    qtbot.waitUntil(lambda: len(other.evidence.rows) == 2, timeout=30000)
    assert [row.get("pictures") for row in other.evidence.rows] == [["/somewhere/iou.jpg"], None]
    assert other.evidence.form.value("name") == "证人证言" and other.evidence.form.value("proves") == "见过借条"
    assert other.claims.form.value("text") == "另付利息"
    assert other.facts.textCursor().atEnd()


def test_the_next_filing_is_received_when_it_comes_and_not_when_the_last_was_put_away(
    page: IntakePage, signed_in: Opened, qtbot: Any, clock: Any
) -> None:
    fill(page)
    page._start_over()
    clock.forward(hours=5)
    go(signed_in, qtbot, "intake")
    assert page.about.value("at").startswith("2026-03-20T14:00")
    # Once something is typed it came in then, however long the typing takes.
    page.facts.setPlainText("借了一万二")
    clock.forward(hours=1)
    go(signed_in, qtbot, "workbench")
    go(signed_in, qtbot, "intake")
    assert page.about.value("at").startswith("2026-03-20T14:00")


def test_a_joint_application_begun_on_the_workbench_is_one_in_every_step(
    page: IntakePage, signed_in: Opened, qtbot: Any
) -> None:
    bench = go(signed_in, qtbot, "workbench")
    bench._file("joint")  # type: ignore[attr-defined]
    quiet(signed_in, qtbot)
    assert (page.mode.value, page.procedure.value) == ("joint", "special")
    assert page.parties.form.value("role") == "applicant"
    assert page.claims.form.value("kind") == "judicial_confirmation"


def test_a_filing_half_typed_is_not_turned_into_another_kind_from_the_workbench(
    page: IntakePage, signed_in: Opened, qtbot: Any
) -> None:
    page.facts.setPlainText("借了一万二")
    bench = go(signed_in, qtbot, "workbench")
    bench._file("joint")  # type: ignore[attr-defined]
    quiet(signed_in, qtbot)
    assert page.mode.value == "oral" and page.facts.toPlainText() == "借了一万二"
    assert "没立完" in signed_in.window.work.notice.text


def test_the_button_pressed_twice_files_one_case(page: IntakePage, signed_in: Opened, qtbot: Any) -> None:
    before = len(ask(signed_in, qtbot, lambda desk: list_cases(desk.database)))
    fill(page)
    page.tabs.setCurrentIndex(4)
    quiet(signed_in, qtbot)
    # What is asked before the button is pressed answers after, and lets it be pressed again.
    page._check()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.file_button.isEnabled, timeout=10000)
    page._file()
    qtbot.waitUntil(lambda: "已立案" in signed_in.window.work.notice.text, timeout=10000)
    quiet(signed_in, qtbot)
    assert len(ask(signed_in, qtbot, lambda desk: list_cases(desk.database))) == before + 1


def test_a_clerk_files_one_case_and_leaves_its_procedure_to_the_judge(
    make_window: Callable[[], Opened], qtbot: Any
) -> None:
    opened = make_window()
    sign_in(opened, qtbot, CLERK)
    page = go(opened, qtbot, "intake")
    assert isinstance(page, IntakePage)
    before = len(ask(opened, qtbot, lambda desk: list_cases(desk.database)))
    fill(page)
    page.about.set_values({"accepted_by": JUDGE})
    page.tabs.setCurrentIndex(4)
    quiet(opened, qtbot)
    assert not page.procedure.isVisible() and "适用程序由审判员" in page.findings.text()
    page.file_button.click()
    quiet(opened, qtbot)
    assert "已立案" in opened.window.work.notice.text
    assert len(ask(opened, qtbot, lambda desk: list_cases(desk.database))) == before + 1
    case = ask(opened, qtbot, lambda desk, one: load_case(desk.database, one), opened.office.case_id)
    assert not case.procedure


def test_a_procedure_that_the_law_forbids_is_said_before_a_number_is_taken(
    page: IntakePage, signed_in: Opened, qtbot: Any
) -> None:
    before = len(ask(signed_in, qtbot, lambda desk: list_cases(desk.database)))
    fill(page)
    page.about.set_values({"cause": "离婚纠纷"})
    page.claims.put([{"kind": "divorce", "text": "判令原告与被告离婚", "amount": None}])
    page.procedure.set_value("small_claims")
    page.tabs.setCurrentIndex(4)
    quiet(signed_in, qtbot)
    assert not page.file_button.isEnabled() and "✕" in page.findings.text()
    page._file()
    quiet(signed_in, qtbot)
    assert len(ask(signed_in, qtbot, lambda desk: list_cases(desk.database))) == before
