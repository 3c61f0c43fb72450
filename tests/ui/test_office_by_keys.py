"""Signing, settings, sync, the second copy and the workbench with nothing but keys, in either language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTabWidget, QWidget

from app.cases.court import read_court
from support.keys import MOST_TABS, Keys
from support.window import CLERK, JUDGE, PASSPHRASES, PIN, Opened, ask, go, issued_to_sign, quiet
from sync.client import RoundReport
from ui.settings.page import SettingsPage
from ui.shell.people import PeopleDialog
from ui.signing.dialogs import PadDialog, PinDialog, RefusalDialog
from ui.signing.page import SigningPage
from ui.sync.page import SyncPage
from ui.workbench.page import WorkbenchPage

Key = Qt.Key


def in_front(kind: type[Any], within: QWidget, qtbot: Any) -> Any:
    """The dialog that has just been opened, with the keyboard in it."""
    found: list[Any] = within.findChildren(kind)
    qtbot.waitUntil(lambda: bool(found) and found[-1].isActiveWindow(), timeout=30000)
    return found[-1]


def change_to(keys: Keys, officer: str, qtbot: Any, passphrase: str = "") -> None:
    keys.press(Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    dialog = in_front(PeopleDialog, keys.opened.window.work, qtbot)
    assert dialog.who.value == officer
    if passphrase:
        keys.to(dialog.passphrase)
        keys.say(passphrase)
        keys.press(Key.Key_Return)
    else:
        keys.to(dialog.take_button)
        keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: keys.opened.office.officer.id == officer, timeout=30000)
    back_in_the_window(keys, qtbot)


def confirm(keys: Keys, page: SigningPage, qtbot: Any, count: int = 1) -> None:
    in_front(PinDialog, page, qtbot)
    for _ in range(count):
        keys.say(PIN)
        QTest.keyClick(keys.at, Key.Key_Return)
    back_in_the_window(keys, qtbot)


def back_in_the_window(keys: Keys, qtbot: Any) -> None:
    """The dialog is gone; the window has the keyboard again, as a window manager sees to."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=30000)
    keys.opened.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=30000)
    quiet(keys.opened, qtbot)


def states(page: SigningPage) -> dict[str, str]:
    assert page.seen is not None
    return {seat.signer: seat.how for seat in page.seen.seats}


def test_a_paper_is_signed_by_keys_where_there_is_no_pad(tongue: str, decided: Opened, qtbot: Any) -> None:
    page, keys = issued_to_sign(decided, qtbot, "oral_filing_record"), Keys(decided, qtbot)
    keys.to(page.table)
    keys.press(Key.Key_Return)
    pad = in_front(PadDialog, page, qtbot)
    keys.shortcut("Ctrl+Return")
    assert "Alt+I" in pad.wrong.text() and "Alt+U" in pad.wrong.text()
    keys.press(Key.Key_Escape)
    back_in_the_window(keys, qtbot)
    keys.shortcut("Alt+I")
    assert states(page)["party:plaintiff"] == "thumb"
    assert page.seat is not None and page.seat.signer == "judge"
    keys.press(Key.Key_Return)
    confirm(keys, page, qtbot)
    assert states(page)["judge"] == "key"
    change_to(keys, CLERK, qtbot, PASSPHRASES[CLERK])
    keys.shortcut("Alt+M")
    confirm(keys, page, qtbot)
    assert states(page) == {"party:plaintiff": "thumb", "judge": "key", "clerk": "key"}


def test_a_refusal_to_sign_is_noted_by_keys(tongue: str, decided: Opened, qtbot: Any) -> None:
    page, keys = issued_to_sign(decided, qtbot, "oral_filing_record"), Keys(decided, qtbot)
    keys.to(page.table)
    keys.shortcut("Alt+J")
    dialog = in_front(RefusalDialog, page, qtbot)
    keys.write(dialog.form.blanks["reason"], "不认可记录")
    keys.write(dialog.form.blanks["witnesses"], "孙平")
    keys.act({"zh": "记下拒签", "en": "Record"}[tongue], dialog)
    quiet(decided, qtbot)
    assert states(page)["party:plaintiff"] == "refused"


def test_a_paper_signed_with_a_pen_is_scanned_in_by_keys(
    tongue: str, decided: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, keys = issued_to_sign(decided, qtbot, "oral_filing_record"), Keys(decided, qtbot)
    scan = tmp_path / "scan.png"
    Image.new("RGB", (620, 877), "white").save(scan)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(scan)], ""))
    keys.to(page.table)
    keys.shortcut("Alt+U")
    assert states(page)["party:plaintiff"] == "wet"


def test_a_paper_is_sealed_by_keys_with_both_pins(tongue: str, decided: Opened, qtbot: Any) -> None:
    page, keys = issued_to_sign(decided, qtbot, "rights_and_duties_notice"), Keys(decided, qtbot)
    change_to(keys, CLERK, qtbot, PASSPHRASES[CLERK])
    change_to(keys, JUDGE, qtbot)
    keys.to(page.table)
    keys.press(Key.Key_Return)
    confirm(keys, page, qtbot, 2)
    assert states(page)["seal"] == "seal"


def test_the_settings_are_changed_by_keys(tongue: str, signed_in: Opened, qtbot: Any) -> None:
    page = go(signed_in, qtbot, "settings")
    assert isinstance(page, SettingsPage)
    keys = Keys(signed_in, qtbot)
    keys.tab(page, 1)
    for name, words in (("passphrase", PASSPHRASES[JUDGE]), ("pin", "604418"), ("again", "604418")):
        keys.write(page.pin_form.blanks[name], words)
    keys.act({"zh": "设这个短码", "en": "Set this PIN"}[tongue], page)
    assert page.pin_form.value("pin") == "", signed_in.window.work.notice.text
    for name, words in (("old", PASSPHRASES[JUDGE]), ("new", "岭上柿子红了三回"), ("again", "岭上柿子红了三回")):
        keys.write(page.phrase_form.blanks[name], words)
    keys.act({"zh": "换口令", "en": "Change"}[tongue], page)
    keys.tab(page, 2)
    keys.write(page.form.blanks["bank"], "岭子农商行")
    keys.pick(page.form.blanks["fee_rounding"], 2)
    keys.to(page.court_button)
    keys.press(Key.Key_Space)
    court = ask(signed_in, qtbot, lambda desk: read_court(desk.database))
    assert (court.account["bank"], court.fee_rounding) == ("岭子农商行", "yuan_half_up")
    keys.tab(page, 4)
    keys.write(page.measures.form.blanks["top_mm"], "40")
    keys.to(page.measures.save_button)
    keys.press(Key.Key_Space)
    assert dict(ask(signed_in, qtbot, lambda desk: read_court(desk.database)).doc_layout) == {"top_mm": 40}


def stops(keys: Keys, within: QWidget) -> set[QWidget]:
    """Every place of the part at which Tab stops, walked from the keyboard's own place and around."""
    first, met = keys.at, set[QWidget]()
    for _ in range(MOST_TABS):
        if within.isAncestorOf(keys.at):
            met.add(keys.at)
        QTest.keyClick(keys.at, Key.Key_Tab)
        if keys.at is first:
            return met
    raise AssertionError("Tab never came round")


def wanted(within: QWidget) -> set[QWidget]:
    """What can be used there and takes the keyboard by Tab; a box inside a box is reached through it."""
    found = [one for one in within.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    takes = [one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
    return {one for one in takes if one.parent() not in takes}


@pytest.mark.parametrize("name", ["workbench", "hearings", "mediation", "signing", "circuit", "sync", "settings"])
def test_tab_comes_to_all_that_can_be_used_on_every_tab(tongue: str, with_case: Opened, qtbot: Any, name: str) -> None:
    page, keys = go(with_case, qtbot, name), Keys(with_case, qtbot)
    tabs = next(iter(page.findChildren(QTabWidget)), None)
    for number in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            keys.tab(page, number)
        part = tabs.currentWidget() if tabs is not None else page
        QApplication.processEvents()
        quiet(with_case, qtbot)
        missed = wanted(part) - stops(keys, part)
        assert not missed, (number, [one.accessibleName() or getattr(one, "text", str)() for one in missed])


def test_a_round_is_run_and_a_stick_written_by_keys(
    tongue: str, signed_in: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in.office.connections.run_sync = lambda *_: RoundReport(finished=True, pushed=7)
    page, keys = go(signed_in, qtbot, "sync"), Keys(signed_in, qtbot)
    assert isinstance(page, SyncPage)
    keys.shortcut("Alt+H")
    assert "7" in page.detail.text()
    stick = tmp_path / "home.xunhui"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(stick), ""))
    keys.to(page.export_button)
    keys.press(Key.Key_Space)
    assert stick.with_name("home.xunhui.001").stat().st_size > 0 and page.state.text().startswith("●")


def test_the_second_copy_is_put_on_a_disk_and_a_case_opened_by_keys(
    tongue: str, with_case: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_case.office.choose_case(None)
    page, keys = go(with_case, qtbot, "workbench"), Keys(with_case, qtbot)
    assert isinstance(page, WorkbenchPage) and page.copy_button.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "disk"))
    (tmp_path / "disk").mkdir()
    keys.to(page.copy_button)
    keys.press(Key.Key_Space)
    assert any((tmp_path / "disk").iterdir())
    keys.to(page.list.line)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    assert with_case.window.work.at == "cases" and with_case.office.case is not None
