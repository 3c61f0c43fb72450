"""Periods on the screen: with their article, coloured before they are missed, on the workbench and in the case."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.service import decide_procedure, note_waivers
from app.desk import Desk
from app.service.running import Running
from support.window import Opened, ask, go
from ui.cases.page import CasesPage
from ui.documents.page import DocumentsPage
from ui.workbench.calls import Waiting, WorkbenchView
from ui.workbench.deadlines import deadline_words, haste
from ui.workbench.page import WorkbenchPage

TRIAL = Running("T18", "", datetime.date(2026, 6, 20), "民诉164")


@pytest.mark.parametrize(
    ("today", "kind"),
    [
        ("2026-06-04", ""),
        ("2026-06-05", "near"),
        ("2026-06-16", "near"),
        ("2026-06-17", "late"),
        ("2026-06-21", "late"),
    ],
)
def test_a_period_is_amber_fifteen_days_and_red_three_days_before_it_ends(qapp: Any, today: str, kind: str) -> None:
    assert haste(TRIAL, datetime.date.fromisoformat(today)) == kind


def test_a_period_is_said_with_its_article_and_the_days_that_are_left(qapp: Any) -> None:
    assert deadline_words(TRIAL, datetime.date(2026, 6, 17)) == (
        "审限到 2026-06-20（民诉164），还有 3 天；要延长的，提前十五日报批"
    )
    assert deadline_words(TRIAL, datetime.date(2026, 6, 22)) == "审限到 2026-06-20（民诉164），已过 2 天"
    fee = Running("T44", "张𬱖", datetime.date(2026, 3, 27), "费用22")
    assert deadline_words(fee, datetime.date(2026, 3, 27)) == "交纳诉讼费（张𬱖）到 2026-03-27（费用22），就在今天"


def test_a_hearing_that_may_not_be_put_off_again_says_so(qapp: Any) -> None:
    again = Running("T24", "", datetime.date(2026, 4, 20), "延审5", final=True)
    assert deadline_words(again, datetime.date(2026, 4, 18)) == (
        "再次开庭到 2026-04-20（延审5），还有 2 天；延期次数已经用完（延审3），这次要审结"
    )


def test_the_case_shows_what_runs_and_the_workbench_what_ends_soon(with_case: Opened, qtbot: Any, clock: Any) -> None:
    ask(with_case, qtbot, quick, with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    lines = [page.deadlines.itemAt(at).widget().text() for at in range(page.deadlines.count())]  # type: ignore[union-attr]
    # Three days from 2026-03-20 (民诉131); two months (民诉168) and fifteen days before these end (延审1) don't press.
    assert lines == [
        "告知审判人员（张𬱖、李喆）到 2026-03-23（民诉131），还有 3 天",
        "还有 2 项期限，在“案件”页的“期限”里。",
    ]
    cases = go(with_case, qtbot, "cases")
    assert isinstance(cases, CasesPage)
    rows = cases.deadlines.periods.lines
    assert [rows.itemAt(at).widget().text() for at in range(rows.count())] == [  # type: ignore[union-attr]
        lines[0],
        "延长审限的报批、答复到 2026-05-05（延审1），还有 46 天",
        "审限到 2026-05-20（民诉168），还有 61 天",
    ]
    workbench = go(with_case, qtbot, "workbench")
    assert isinstance(workbench, WorkbenchPage)
    assert not [one for one in waiting(workbench) if "审限" in one]
    clock.forward(days=59)
    workbench.read()
    qtbot.waitUntil(lambda: any("审限" in one for one in waiting(workbench)), timeout=30000)
    shown = waiting(workbench)
    assert any("审限到 2026-05-20（民诉168），还有 2 天" in one for one in shown[:3])


def test_nothing_that_is_pressing_stays_out_of_sight_on_the_workbench(with_case: Opened, qtbot: Any) -> None:
    workbench = go(with_case, qtbot, "workbench")
    assert isinstance(workbench, WorkbenchPage)
    facts = {"number": "（2026）鲁0302民初1501号", "until": "2026-03-23"}
    ends = [Waiting("deadline_late", "", "cases", {**facts, "deadline": f"期限{at}"}) for at in range(12)]
    workbench._show(WorkbenchView([], ends, []))
    *first, more = waiting(workbench)
    assert len(first) == 5 and more == "还有 7 件，其中 7 件期限紧，按这里全部列出"
    there = workbench.waiting_box.column.itemAt(5).widget()  # type: ignore[union-attr]
    there.setFocus()
    QTest.keyClick(there, Qt.Key.Key_Space)
    assert len(waiting(workbench)) == 12 and waiting(workbench)[-1].endswith("期限11")


def waiting(workbench: WorkbenchPage) -> list[str]:
    """What the workbench says waits, from the top."""
    from PySide6.QtWidgets import QAbstractButton

    # Asked of the layout: lines that were taken out of it are children of the box until Qt has deleted them.
    lines = [workbench.waiting_box.column.itemAt(at).widget() for at in range(workbench.waiting_box.column.count())]  # type: ignore[union-attr]
    return [line.text() for line in lines if isinstance(line, QAbstractButton)]


def quick(desk: Desk, case: str) -> bool:
    """Small claims; both sides are there and wait for no defence, so nothing but the trial limit runs."""
    decide_procedure(desk, case, "small_claims")
    note_waivers(desk, case, evidence_period=[], defence_period=["plaintiff", "defendant"])
    return True
