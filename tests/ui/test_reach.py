"""Everything can be reached by the keyboard, and no word on a button is cut, on a small screen or at double size."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

from support.window import Opened
from ui.hearings.page import HearingPage
from ui.i18n import Language
from ui.widgets.choice import KeyedChoice
from ui.widgets.scroll import FocusScroll

PAGES = (
    "workbench", "intake", "cases", "hearings", "mediation", "judgments", "documents", "signing", "fees", "approvals",
    "service", "circuit", "sync", "rules", "settings",
)  # fmt: skip
SIZES = ((1366, 768), (683, 384))


@pytest.fixture(params=["zh", "en"])
def tongue(request: pytest.FixtureRequest, chinese: Language) -> str:
    """The language of the window; named before the window in a test's arguments."""
    chinese.use(request.param)
    return str(request.param)


def settle(opened: Opened, qtbot: Any, name: str) -> QWidget:
    opened.window.work.open_page(name)
    qtbot.waitUntil(lambda: opened.office.jobs._pending == 0, timeout=30000)
    return opened.window.work.page(name)


def tabs_of(page: QWidget) -> list[tuple[QTabWidget | None, int]]:
    found = page.findChildren(QTabWidget)
    return [(found[0], number) for number in range(found[0].count())] if found else [(None, 0)]


def chain(window: QWidget) -> set[QWidget]:
    """Every widget that Tab comes by, starting anywhere."""
    seen = set[QWidget]()
    widget = window
    while widget not in seen:
        seen.add(widget)
        widget = widget.nextInFocusChain()
    takes_tab = {w for w in seen if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    return takes_tab | {w.focusProxy() for w in takes_tab if w.focusProxy() is not None}


def test_every_control_of_a_page_is_reached_by_tab_or_by_its_own_key(
    tongue: str, with_case: Opened, qtbot: Any
) -> None:
    for name in PAGES:
        page = settle(with_case, qtbot, name)
        for tabs, number in tabs_of(page):
            if tabs is not None:
                tabs.setCurrentIndex(number)
            reached = chain(with_case.window)
            for kind in (QLineEdit, QPlainTextEdit, QAbstractButton, QTableView, KeyedChoice):
                for widget in page.findChildren(kind):
                    if widget.isVisible() and widget.isEnabled() and not widget.objectName().startswith("qt_"):
                        assert widget in reached or reached_otherwise(widget, reached), (name, number, widget)


def reached_otherwise(widget: QWidget, reached: set[QWidget]) -> bool:
    """By a digit on its row, by its own key, or as an inner part of Qt's own widgets."""
    parent = widget.parentWidget()
    by_digit = isinstance(parent, KeyedChoice) and parent in reached
    by_key = isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty()
    inner = isinstance(parent, QTableView) or type(parent).__name__ in ("QTabBar", "QScrollBar")
    return by_digit or by_key or inner


@pytest.mark.parametrize("size", SIZES)
def test_no_word_on_a_button_is_cut(tongue: str, with_case: Opened, qtbot: Any, size: tuple[int, int]) -> None:
    with_case.window.resize(*size)
    for name in PAGES:
        page = settle(with_case, qtbot, name)
        for tabs, number in tabs_of(page):
            if tabs is not None:
                tabs.setCurrentIndex(number)
            QApplication.processEvents()
            for made in page.findChildren(QAbstractButton):
                if made.isVisible() and made.text():
                    needed = max(made.fontMetrics().horizontalAdvance(line) for line in made.text().splitlines())
                    assert made.width() >= needed, (name, number, made.text(), made.width(), needed)
                    assert made.height() >= made.sizeHint().height(), (name, number, made.text(), made.height())
            for line in page.findChildren(QLineEdit):
                inner = line.objectName().startswith("qt_") or isinstance(line.parentWidget(), QComboBox)
                if line.isVisible() and not inner:
                    assert line.height() >= line.fontMetrics().height() + 12, (name, number, line.accessibleName())
            below = with_case.window.work.officer_button
            assert below.height() >= below.sizeHint().height(), (name, number)


@pytest.mark.parametrize("size", SIZES)
def test_no_page_must_be_scrolled_sideways(tongue: str, with_case: Opened, qtbot: Any, size: tuple[int, int]) -> None:
    with_case.window.resize(*size)
    for name in PAGES:
        page = settle(with_case, qtbot, name)
        for tabs, number in tabs_of(page):
            if tabs is not None:
                tabs.setCurrentIndex(number)
            QApplication.processEvents()
            for scroll in page.findChildren(FocusScroll):
                if scroll.isVisible():
                    assert scroll.horizontalScrollBar().maximum() == 0, (name, number, widest_in(scroll))


def widest_in(scroll: FocusScroll) -> list[tuple[str, int]]:
    """What asks for more room than there is, innermost last."""
    room = scroll.viewport().width()
    wide = [w for w in scroll.findChildren(QWidget) if w.isVisible() and w.minimumSizeHint().width() > room - 20]
    return [(f"{type(w).__name__} {getattr(w, 'text', str)()}", w.minimumSizeHint().width()) for w in wide]


def test_every_tab_is_in_sight_at_once_on_the_screen_of_a_laptop(tongue: str, with_case: Opened, qtbot: Any) -> None:
    with_case.window.resize(1366, 768)
    for name in PAGES:
        for tabs in settle(with_case, qtbot, name).findChildren(QTabWidget):
            QApplication.processEvents()
            assert tabs.tabBar().sizeHint().width() <= tabs.width(), (name, tabs.tabBar().sizeHint().width())


def test_no_two_labels_of_a_page_lie_over_each_other(tongue: str, with_case: Opened, qtbot: Any) -> None:
    for name in PAGES:
        page = settle(with_case, qtbot, name)
        shown = [w for w in page.findChildren(QLabel) if w.isVisible() and w.text()]
        for number, one in enumerate(shown):
            for other in shown[number + 1 :]:
                if one.parentWidget() is other.parentWidget():
                    assert not one.geometry().intersects(other.geometry()), (one.text(), other.text())


def test_every_blank_has_a_name_for_a_screen_reader(with_case: Opened, qtbot: Any) -> None:
    for name in PAGES:
        page = settle(with_case, qtbot, name)
        for kind in (QLineEdit, QPlainTextEdit, KeyedChoice):
            for widget in page.findChildren(kind):
                parents = [widget, widget.parentWidget()]
                named = any(p.accessibleName() for p in parents if p is not None)
                assert named or widget.objectName().startswith("qt_"), (name, widget)


@pytest.mark.parametrize("size", SIZES)
def test_the_hearing_fits_the_screen_with_its_line_to_type_in(
    with_case: Opened, qtbot: Any, size: tuple[int, int]
) -> None:
    with_case.window.resize(*size)
    page = settle(with_case, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    page.opening.form.set_values({"place": "院里"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=15000)
    with_case.window.activateWindow()
    page.transcript.setFocus()
    page.entry.setFocus()

    def bottom() -> int:
        return page.entry.mapTo(with_case.window, QPoint(0, page.entry.height())).y()

    qtbot.waitUntil(lambda: not page.entry.visibleRegion().isEmpty() and bottom() <= with_case.window.height())
