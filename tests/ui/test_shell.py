"""Signing in, locking, changing places, choosing a case, and what a bug shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from support.window import CLERK, JUDGE, PASSPHRASES, PIN, Opened, go, quiet, sign_in
from ui.hearings.correction import CorrectionDialog
from ui.hearings.page import HearingPage
from ui.mediation.page import MediationPage
from ui.pages import entries
from ui.shell.crash import report_of
from ui.shell.crash_dialog import CrashDialog
from ui.shell.keys_card import KeysCard
from ui.shell.people import PeopleDialog
from ui.shell.picker import CasePicker
from ui.signing.dialogs import PinDialog


def test_the_right_passphrase_opens_the_desk(signed_in: Opened) -> None:
    assert signed_in.office.officer.name == "林正和"
    assert signed_in.window.work.at == "workbench"


def test_the_passphrase_typed_by_keys_leads_to_the_workbench_with_the_cursor_in_its_search(
    make_window: Callable[[], Opened], qtbot: Any
) -> None:
    window = make_window().window
    window.activateWindow()
    qtbot.waitUntil(window.sign_in.passphrase.hasFocus, timeout=30000)
    window.sign_in.people.set_value(JUDGE)
    window.sign_in.passphrase.setText(PASSPHRASES[JUDGE])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.work, timeout=30000)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.work.page("workbench").list.line, timeout=30000)


def test_the_passphrase_leaves_the_screen_at_once(make_window: Callable[[], Opened]) -> None:
    opened = make_window()
    page = opened.window.sign_in
    page.people.set_value(JUDGE)
    page.passphrase.setText(PASSPHRASES[JUDGE])
    page.sign_in()
    assert page.passphrase.text() == ""


def test_a_wrong_passphrase_says_so_and_what_to_do(make_window: Callable[[], Opened], qtbot: Any) -> None:
    opened = make_window()
    page = opened.window.sign_in
    page.people.set_value(JUDGE)
    page.passphrase.setText("不是这一句")
    page.sign_in()
    qtbot.waitUntil(lambda: bool(page.notice.text), timeout=30000)
    assert "口令不对" in page.notice.text
    assert opened.window.screens.currentWidget() is page


def test_nothing_typed_is_no_try(make_window: Callable[[], Opened]) -> None:
    opened = make_window()
    opened.window.sign_in.sign_in()
    assert "还没有输入口令" in opened.window.sign_in.notice.text


def test_practice_is_unmistakable_on_every_screen(signed_in: Opened) -> None:
    window = signed_in.window
    assert window.practice.isVisible() and window.work.practice_mark.isVisible()
    window.lock()
    assert window.practice.isVisible()


def test_a_locked_screen_shows_no_word_of_a_case(with_case: Opened) -> None:
    window = with_case.window
    window.lock()
    assert window.screens.currentWidget() is window.lock_screen
    assert not window.work.isVisible()


def test_a_dialog_over_a_page_is_out_of_sight_while_locked_and_comes_back_with_its_words(
    with_case: Opened, qtbot: Any
) -> None:
    page, window = go(with_case, qtbot, "hearings"), with_case.window
    assert isinstance(page, HearingPage)
    page.opening.form.set_values({"place": "村委会"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    page.entry.insertPlainText("借了三万。")
    page.end_turn()
    quiet(with_case, qtbot)
    page.correct(0)
    dialog = page.findChildren(CorrectionDialog)[0]
    dialog._new.setPlainText("借了三万六。")
    window.lock()
    assert not dialog.isVisible()
    assert QApplication.activeModalWidget() is None
    window.lock_screen.pin.setText(PIN)
    window.lock_screen.unlock()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.work, timeout=30000)
    assert dialog.isVisible() and dialog.text == "借了三万六。"
    dialog._record()
    qtbot.waitUntil(lambda: page.transcript.said[0].text == "借了三万六。", timeout=30000)


def test_no_pin_waits_in_a_dialog_behind_the_lock(with_case: Opened, qtbot: Any) -> None:
    page, window = go(with_case, qtbot, "signing"), with_case.window
    dialog = PinDialog("签一份文书", [(JUDGE, "林正和")], page)
    dialog.open()
    dialog.form.set_values({JUDGE: PIN})
    window.lock()
    assert dialog.pins == {JUDGE: ""}


def test_the_pin_opens_the_locked_screen_where_it_was(with_case: Opened, qtbot: Any) -> None:
    window = with_case.window
    window.work.open_page("cases")
    window.lock()
    window.lock_screen.pin.setText(PIN)
    window.lock_screen.unlock()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.work, timeout=30000)
    assert window.work.at == "cases"


def test_the_keyboard_is_where_it_was_when_the_screen_is_unlocked(with_case: Opened, qtbot: Any) -> None:
    page, window = go(with_case, qtbot, "mediation"), with_case.window
    assert isinstance(page, MediationPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30000)
    place = page.form.blanks["place"]
    place.setFocus()
    window.lock()
    window.lock_screen.pin.setText(PIN)
    window.lock_screen.unlock()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.work, timeout=30000)
    assert QApplication.focusWidget() is place


def test_signing_out_before_an_act_is_answered_is_no_crash(with_case: Opened, qtbot: Any) -> None:
    page, window = go(with_case, qtbot, "mediation"), with_case.window
    assert isinstance(page, MediationPage)
    page.failure.set_values({"place": "村委会", "reason": "差得太远"})
    page._fail()
    window.sign_out()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    quiet(with_case, qtbot)
    assert window.screens.currentWidget() is window.sign_in and not window.findChildren(CrashDialog)


def test_a_pin_that_is_answered_after_signing_out_opens_nothing(with_case: Opened, qtbot: Any) -> None:
    window = with_case.window
    window.lock()
    window.lock_screen.pin.setText(PIN)
    window.lock_screen.unlock()
    window.sign_out()
    quiet(with_case, qtbot)
    assert window.screens.currentWidget() is window.sign_in


def test_five_wrong_pins_drop_the_keys_and_go_back_to_sign_in(signed_in: Opened, qtbot: Any) -> None:
    window = signed_in.window
    window.lock()
    for tries in range(5):
        window.lock_screen.notice.clear()
        window.lock_screen.pin.setText("135792")
        window.lock_screen.unlock()
        qtbot.waitUntil(
            lambda: bool(window.lock_screen.notice.text) or window.screens.currentWidget() is window.sign_in,
            timeout=30000,
        )
        assert tries == 4 or "短码不对" in window.lock_screen.notice.text
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.sign_in, timeout=30000)
    qtbot.waitUntil(lambda: signed_in.place.session is None or not signed_in.place.session.is_open, timeout=30000)


def test_the_clerk_takes_over_with_a_passphrase_and_the_judge_comes_back_without(signed_in: Opened, qtbot: Any) -> None:
    window, office = signed_in.window, signed_in.office
    take_over(window, qtbot, CLERK, PASSPHRASES[CLERK])
    qtbot.waitUntil(lambda: office.officer.id == CLERK, timeout=30000)
    assert office.officer.role == "clerk"
    take_over(window, qtbot, JUDGE, "")
    qtbot.waitUntil(lambda: office.officer.id == JUDGE, timeout=30000)


def test_judge_and_clerk_change_places_with_the_passphrase_alone_and_then_with_enter_alone(
    signed_in: Opened, qtbot: Any
) -> None:
    window, office = signed_in.window, signed_in.office
    with qtbot.waitActive(window, timeout=30000):
        window.activateWindow()
    window.work.change_officer()
    dialog = window.findChildren(PeopleDialog)[-1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.passphrase, timeout=30000)
    dialog.passphrase.setText(PASSPHRASES[CLERK])
    qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.officer.id == CLERK and not window.findChildren(PeopleDialog), timeout=30000)
    window.work.change_officer()
    dialog = window.findChildren(PeopleDialog)[-1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.take_button, timeout=30000)
    qtbot.keyClick(dialog.take_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.officer.id == JUDGE, timeout=30000)


def test_the_list_of_keys_is_a_button_in_sight(signed_in: Opened, qtbot: Any) -> None:
    qtbot.mouseClick(signed_in.window.work.keys_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(signed_in.window.findChildren(KeysCard)), timeout=30000)


def take_over(window: Any, qtbot: Any, who: str, passphrase: str) -> None:
    window.work.change_officer()
    dialog = window.findChildren(PeopleDialog)[-1]
    qtbot.waitUntil(lambda: dialog.who.count() > 0, timeout=30000)
    dialog.who.set_value(who)
    dialog.passphrase.setText(passphrase)
    dialog.take_button.click()


class Popped(QObject):
    """What was shown as a window of its own, and so took the keys away from the one in use."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.shown: list[QWidget] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_every_page_opens_by_its_key_from_the_page_before_without_a_case(signed_in: Opened, qtbot: Any) -> None:
    window = signed_in.window
    with qtbot.waitActive(window, timeout=30000):
        window.activateWindow()
    popped = Popped(window)
    for entry in [*entries()[1:], entries()[0]]:
        key = QKeySequence(entry.key)[0]
        qtbot.keyClick(window.focusWidget() or window, key.key(), key.keyboardModifiers())
        quiet(signed_in, qtbot)
        assert window.work.at == entry.name
    assert [(type(shown).__name__, shown.objectName()) for shown in popped.shown] == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QTableView, QCheckBox])
def test_the_keys_of_the_window_work_in_whatever_field_the_cursor_stands(
    with_case: Opened, qtbot: Any, kind: type[QWidget]
) -> None:
    window = with_case.window
    with qtbot.waitActive(window, timeout=30000):
        window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier

    def stand() -> QWidget:
        page = go(with_case, qtbot, {QTableView: "documents", QCheckBox: "intake"}.get(kind, "mediation"))
        inside = next(w for w in page.findChildren(kind) if w.isVisible() and w.isEnabled() and w.focusPolicy())
        inside.setFocus()
        return inside

    for entry in entries():
        key = QKeySequence(entry.key)[0]
        qtbot.keyClick(stand(), key.key(), key.keyboardModifiers())
        quiet(with_case, qtbot)
        assert window.work.at == entry.name, entry.key
    for letter in (Qt.Key.Key_K, Qt.Key.Key_U):
        qtbot.keyClick(stand(), letter, control)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=30000)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()
        with qtbot.waitActive(window, timeout=30000):
            window.activateWindow()
    qtbot.keyClick(stand(), Qt.Key.Key_E, control)
    qtbot.waitUntil(lambda: window.work.side.isAncestorOf(window.focusWidget()), timeout=30000)
    qtbot.keyClick(stand(), Qt.Key.Key_L, control)
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.lock_screen, timeout=30000)


def test_every_page_opens_with_a_case(with_case: Opened, qtbot: Any) -> None:
    window = with_case.window
    for name in window.work.side.names:
        window.work.open_page(name)
        qtbot.waitUntil(lambda: with_case.office.jobs.waiting == 0, timeout=30000)
        assert window.work.at == name


def test_a_page_that_needs_a_case_says_how_to_choose_one(signed_in: Opened) -> None:
    window = signed_in.window
    window.work.open_page("hearings")
    page = window.work.page("hearings")
    assert page._empty is not None and "Ctrl+K" in page._empty.accessibleName()


def test_ctrl_k_finds_a_case_by_the_first_letters_of_a_name(signed_in: Opened, qtbot: Any) -> None:
    window = signed_in.window
    window.work.pick_case()
    dialog = window.findChildren(CasePicker)[-1]
    QTest.keyClicks(dialog.search.line, "lz")
    qtbot.waitUntil(lambda: bool(dialog.search.table.rows_model.rows), timeout=30000)
    QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: signed_in.office.case is not None, timeout=30000)
    assert "李喆" in str(signed_in.office.case["parties"])


def test_a_crash_report_holds_no_word_of_a_case(qtbot: Any) -> None:
    try:
        raise ValueError("张𬱖欠李喆三万六千元")
    except ValueError as reason:
        report = report_of(reason)
    dialog = CrashDialog(ValueError("张𬱖"))
    qtbot.addWidget(dialog)
    assert "ValueError" in report and "test_shell.py" in report
    assert "张" not in report and "三万" not in report
    assert "张" not in dialog.report.toPlainText()


def test_a_bug_in_a_service_shows_the_crash_dialog_and_work_goes_on(signed_in: Opened, qtbot: Any) -> None:
    def bug(desk: object) -> None:
        raise ZeroDivisionError("a word of a case")

    signed_in.office.jobs.call(bug)
    qtbot.waitUntil(lambda: bool(signed_in.window.findChildren(CrashDialog)), timeout=30000)
    done: list[int] = []
    signed_in.office.jobs.call(lambda desk: 1, done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=30000)


def test_signing_out_forgets_the_case_and_the_keys(with_case: Opened, qtbot: Any) -> None:
    with_case.window.sign_out()
    qtbot.waitUntil(lambda: with_case.place.session is None, timeout=30000)
    assert with_case.office.case is None
    assert with_case.window.screens.currentWidget() is with_case.window.sign_in


def test_a_small_screen_keeps_the_page_names_and_drops_their_keys(signed_in: Opened) -> None:
    window = signed_in.window
    window.resize(1366, 768)
    wide = window.work.side.width()
    window.resize(683, 384)
    assert window.work.side.width() < wide


def test_the_clerk_may_sign_in_as_the_first_officer(make_window: Callable[[], Opened], qtbot: Any) -> None:
    opened = make_window()
    sign_in(opened, qtbot, CLERK)
    assert opened.office.officer.role == "clerk"


def test_a_damaged_database_is_restored_from_the_second_copy_at_sign_in(
    make_window: Callable[[], Opened], profile: Path, qtbot: Any
) -> None:
    opened = make_window()
    sign_in(opened, qtbot, JUDGE)
    # The copy is written beside the acts; the first time, all of the journal is due.
    caught_up: list[Any] = []
    opened.office.read(opened.place.copy_health, done=caught_up.append)
    qtbot.waitUntil(lambda: bool(caught_up), timeout=30000)
    opened.window.sign_out()
    qtbot.waitUntil(lambda: opened.place.session is None, timeout=30000)
    database = profile / "xunhui.db"
    with database.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\x00" * (database.stat().st_size - 3 * 4096))
    page = opened.window.sign_in
    page.people.set_value(JUDGE)
    page.passphrase.setText(PASSPHRASES[JUDGE])
    page.sign_in()
    qtbot.waitUntil(lambda: page.refill_button.isVisible(), timeout=30000)
    page.passphrase.setText(PASSPHRASES[JUDGE])
    page.refill()
    qtbot.waitUntil(lambda: not page.refill_button.isVisible(), timeout=30000)
    page.passphrase.setText(PASSPHRASES[JUDGE])
    page.sign_in()
    qtbot.waitUntil(lambda: opened.window.screens.currentWidget() is opened.window.work, timeout=30000)
