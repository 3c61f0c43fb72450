"""No row of choices and no wrapped words are cut, at any width of the window, in either language, at any size."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget, QWidget

from app.rules.elements import known_forms
from support.window import Opened, go, quiet
from ui.hearings.correction import CorrectionDialog
from ui.i18n import Language
from ui.intake.elements import ElementsForm
from ui.pages import entries
from ui.shell.fonts import load_fonts
from ui.shell.theme import SCALES, apply_theme
from ui.signing.dialogs import PinDialog, RefusalDialog
from ui.widgets.flow import FlowBox
from ui.widgets.scroll import FocusScroll

SIZES = ((1366, 768), (1131, 768), (1000, 640), (911, 512), (683, 384))
"""A laptop's screen at 100 %, 150 % and 200 %, and two between; each is come to from a wider one."""


@pytest.fixture(params=["zh", "en"])
def tongue(request: pytest.FixtureRequest, chinese: Language) -> str:
    """The language of the window; named before the window in a test's arguments."""
    chinese.use(request.param)
    return str(request.param)


def cut_in(shown: QWidget) -> list[tuple[str, int, int, int]]:
    """Each row of choices or wrapped label in sight that has less height than it needs at the width it has."""
    found = []
    for widget in shown.findChildren(QWidget):
        wraps = isinstance(widget, FlowBox) or (isinstance(widget, QLabel) and widget.wordWrap() and widget.text())
        if wraps and widget.isVisible():
            asked = widget.row if isinstance(widget, FlowBox) else widget
            needed = asked.heightForWidth(widget.width())
            if widget.height() < needed:
                words = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
                found.append((f"{type(widget).__name__} {words[:40]}", widget.width(), needed, widget.height()))
    return found


def holds_uncut(shown: QWidget, qtbot: Any, *where: object) -> None:
    """Nothing is cut as soon as what is read off the window's thread is shown, a preview's page number for one."""

    def uncut() -> None:
        assert cut_in(shown) == [], where

    QApplication.processEvents()
    qtbot.waitUntil(uncut, timeout=30000)


def every_part(page: QWidget) -> list[tuple[QTabWidget | None, int]]:
    return [(tabs, at) for tabs in page.findChildren(QTabWidget) for at in range(tabs.count())] or [(None, 0)]


def test_no_row_of_a_form_is_cut(tongue: str, with_case: Opened, qtbot: Any) -> None:
    for name in (entry.name for entry in entries()):
        page = go(with_case, qtbot, name)
        for tabs, number in every_part(page):
            if tabs is not None:
                tabs.setCurrentIndex(number)
            for size in SIZES:
                with_case.window.resize(*size)
                holds_uncut(page, qtbot, name, number, size)
            page.read()
            quiet(with_case, qtbot)
            holds_uncut(page, qtbot, name, number, "read anew")


def test_no_row_of_a_form_is_cut_in_the_largest_type(
    tongue: str, with_case: Opened, qapp: QApplication, qtbot: Any
) -> None:
    apply_theme(qapp, load_fonts(), scale=SCALES[-1], high_contrast=True)
    try:
        with_case.window.resize(1366, 768)
        for name in (entry.name for entry in entries()):
            page = go(with_case, qtbot, name)
            for tabs, number in every_part(page):
                if tabs is not None:
                    tabs.setCurrentIndex(number)
                holds_uncut(page, qtbot, name, number)
    finally:
        apply_theme(qapp, load_fonts())


@pytest.mark.parametrize("width", [480, 760, 1200])
def test_no_question_of_any_form_of_elements_is_cut(tongue: str, qtbot: Any, width: int) -> None:
    form = ElementsForm()
    scroll = FocusScroll(form)
    qtbot.addWidget(scroll)
    scroll.resize(width, 300)
    scroll.show()
    for known in known_forms():
        form.offer(known.elements)
        holds_uncut(form, qtbot, known.name)
        assert len([w for w in form.findChildren(QLabel) if w.isVisible()]) == len(known.elements)


@pytest.mark.parametrize("who", ["张𬱖", "受邀到场的梧桐村村民委员会主任兼人民调解委员会委员周怀仁老先生"])
def test_no_blank_of_a_dialog_is_cut_when_its_words_wrap(tongue: str, qtbot: Any, who: str) -> None:
    for dialog in (
        RefusalDialog(who),
        PinDialog(f"{who}《庭审笔录》", [("judge-1", who), ("clerk-1", who)]),
        CorrectionDialog("原", who * 3, [("plaintiff", who), ("defendant", who)], "plaintiff"),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        for _ in range(3):
            QApplication.processEvents()
        assert cut_in(dialog) == [], dialog
        form = dialog.form
        assert form.height() >= form.heightForWidth(form.width()), dialog
