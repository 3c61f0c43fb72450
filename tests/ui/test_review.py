"""审查分流 in the case: the suggestion follows the ticks, a person decides by keys, and both are on record."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.store import load_case
from app.desk import Desk
from support.window import Opened, ask, go, quiet
from ui.cases.page import CasesPage
from ui.cases.review import Review

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def review(with_case: Opened, qtbot: Any) -> Review:
    page = go(with_case, qtbot, "cases")
    assert isinstance(page, CasesPage)
    page.tabs.setCurrentIndex(2)
    quiet(with_case, qtbot)
    assert page.review.isVisible()
    with_case.window.activateWindow()
    qtbot.waitUntil(with_case.window.isActiveWindow, timeout=30000)
    return page.review


def told(desk: Desk, case: str, name: str) -> dict[str, Any]:
    return dict(load_case(desk.database, case).fields.get(name) or {})


def test_the_sieve_suggests_with_reasons_and_a_person_decides_by_keys(
    review: Review, with_case: Opened, qtbot: Any
) -> None:
    assert "建议：简案快办。理由：事实清楚、争议不大。" in review.suggested.text()
    assert "可以适用小额诉讼程序；可以适用简易程序（民诉165" in review.suggested.text()
    box = review.flags.boxes["appraisal_needed"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "建议：繁案精办。理由：涉及鉴定" in review.suggested.text(), timeout=30000)
    assert "不能适用小额诉讼程序" in review.suggested.text() and "民诉166(三)" in review.suggested.text()
    QTest.keyClick(review.track, Qt.Key.Key_1)
    QTest.keyClick(review.track, Qt.Key.Key_F, ALT)
    # Against the suggestion only with a reason.
    qtbot.waitUntil(lambda: "没有写理由" in with_case.window.work.notice.text, timeout=30000)
    review.form.set_values({"why": "双方已共同委托鉴定"})
    QTest.keyClick(review.track, Qt.Key.Key_F, ALT)
    qtbot.waitUntil(lambda: "分流决定已记下" in with_case.window.work.notice.text, timeout=30000)
    quiet(with_case, qtbot)
    held = ask(with_case, qtbot, told, with_case.office.case_id, "track")
    assert (held["track"], held["suggested"], held["flags"]) == ("fast", "careful", ["appraisal_needed"])
    assert review.decided.text() == "已决定：简案快办（双方已共同委托鉴定）"


def test_jurisdiction_is_told_from_the_places_that_lie_here_and_noted(
    review: Review, with_case: Opened, qtbot: Any
) -> None:
    assert "看这些地方在不在本院辖区：被告住所地（经常居住地）、合同履行地" in review.court.text()
    elsewhere = review.places.boxes["plaintiff_domicile"]
    assert not elsewhere.isVisible() and review.places.boxes["performance"].isVisible()
    elsewhere.setChecked(True)
    qtbot.waitUntil(lambda: "没有管辖权" in review.court.text() and "民诉37" in review.court.text(), timeout=30000)
    elsewhere.setChecked(False)
    # Only what can matter to a loan is asked; the court has not set from which sum the intermediate court has a suit.
    assert review.facts.boxes["agreed_elsewhere"].isVisible() and not review.facts.boxes["inland_waters"].isVisible()
    assert "到“设置”的“法院”里录入" in review.level_line.text()
    box = review.places.boxes["performance"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "本院有管辖权（民诉24）" in review.court.text(), timeout=30000)
    QTest.keyClick(box, Qt.Key.Key_H, ALT)
    qtbot.waitUntil(lambda: "管辖审查已记下" in with_case.window.work.notice.text, timeout=30000)
    held = ask(with_case, qtbot, told, with_case.office.case_id, "jurisdiction")
    assert held == {"here": ["performance"], "facts": [], "has": True, "article": "民诉24"}
