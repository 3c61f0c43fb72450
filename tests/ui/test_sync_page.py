"""The sync page: progress, a stop that loses nothing, and what the round said."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.errors import NotPossibleNow
from support.village import new_desk
from support.window import Opened, ask
from sync.client import Progress, RoundReport
from sync.receipts import StillHere
from sync.store import SyncStore
from ui.sync.page import SyncPage


def page_of(opened: Opened, run: Callable[..., RoundReport]) -> SyncPage:
    opened.office.connections.run_sync = run
    opened.window.work.open_page("sync")
    page = opened.window.work.page("sync")
    assert isinstance(page, SyncPage)
    return page


def test_a_round_shows_what_was_sent_and_that_the_court_has_receipted_it(signed_in: Opened, qtbot: Any) -> None:
    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        tell(Progress("push", 3, 7, 2048))
        return RoundReport(finished=True, pushed=7, pulled=2, receipts=9)

    page = page_of(signed_in, run)
    page._go()
    qtbot.waitUntil(lambda: "回传完成" in page.state.text(), timeout=30000)
    assert "送出 7 条" in page.detail.text() and "回执 9 张" in page.detail.text()
    assert page.go_button.isEnabled()


def test_a_round_can_be_stopped_and_says_that_the_next_one_goes_on(signed_in: Opened, qtbot: Any) -> None:
    stop, stopping = threading.Event(), threading.Event()

    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        started(stop.set)
        stopping.set()
        stop.wait(10)
        return RoundReport(finished=False, pushed=1)

    page = page_of(signed_in, run)
    page._go()
    qtbot.waitUntil(lambda: page._cancel is not None, timeout=30000)
    assert not page.go_button.isEnabled()
    page.progress.cancel_button.click()
    qtbot.waitUntil(lambda: "下次接着传" in page.state.text(), timeout=30000)


def test_an_officers_act_is_done_while_a_round_waits_for_the_court(signed_in: Opened, qtbot: Any) -> None:
    stop = threading.Event()

    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        stop.wait(10)
        return RoundReport(finished=True)

    page = page_of(signed_in, run)
    page._go()
    done: list[int] = []
    signed_in.office.jobs.call(lambda desk: 1, done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=30000)
    stop.set()
    qtbot.waitUntil(lambda: page.go_button.isEnabled(), timeout=30000)


def test_no_court_in_reach_says_to_check_the_cable_or_carry_a_stick(signed_in: Opened, qtbot: Any) -> None:
    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        raise NotPossibleNow("server_unreachable")

    page = page_of(signed_in, run)
    page._go()
    qtbot.waitUntil(lambda: "连不上法院" in page.state.text(), timeout=30000)
    assert "存储盘" in page.detail.text()


def test_a_court_restored_from_a_backup_is_told_of_in_plain_words(signed_in: Opened, qtbot: Any) -> None:
    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        return RoundReport(finished=True, pushed=7, receipts=9, court_set_back=True)

    page = page_of(signed_in, run)
    page._go()
    qtbot.waitUntil(lambda: "恢复成了以前的备份" in page.detail.text(), timeout=30000)
    assert "告诉管理员" in page.detail.text()


def test_what_another_branch_of_this_laptops_disk_wrote_is_listed_with_what_to_do(
    signed_in: Opened, qtbot: Any, tmp_path: Path
) -> None:
    clone = new_desk(tmp_path / "clone", 5, lease=False)
    clone.record("case.filed", "case-x", {"cause": "民间借贷纠纷"}, case="case-x")
    branch = clone.journal.of_case("case-x")
    clone.database.close()
    signed_in.office.connections.held_back = lambda desk: branch
    signed_in.window.work.open_page("sync")
    page = signed_in.window.work.page("sync")
    assert isinstance(page, SyncPage)
    qtbot.waitUntil(page.apart.isVisible, timeout=30000)
    assert "有 1 条记录没有并入案件" in page.apart_title.text()
    assert page.apart_lines.text().split("　")[1] == "登记立案"


def test_the_page_opens_on_what_waits_and_on_the_last_contact(signed_in: Opened, qtbot: Any) -> None:
    own = ask(signed_in, qtbot, lambda desk: desk.journal.head(desk.device.device_id)[0])
    sent = ask(signed_in, qtbot, lambda desk: SyncStore(desk.database).pushed_to())
    assert own > sent
    signed_in.window.work.open_page("sync")
    page = signed_in.window.work.page("sync")
    assert isinstance(page, SyncPage)
    qtbot.waitUntil(lambda: f"等着送出：记录 {own - sent} 条" in page.waits.text(), timeout=30000)
    assert page.contact.text().startswith("上次与法院联通 ")
    here = StillHere(0, 0, 0, 0, 563, "2026-03-20T10:30:00Z")
    signed_in.office.connections.still_here = lambda desk: here
    page.read()
    qtbot.waitUntil(lambda: "法院都给了回执" in page.waits.text(), timeout=30000)
    assert page.contact.text() == "上次与法院联通 2026-03-20 18:30，已有回执 563 张"
    signed_in.office.connections.still_here = lambda desk: replace(here, unproven=2, court_seen=None)
    page.read()
    qtbot.waitUntil(lambda: "还有 2 张回执没取回" in page.waits.text(), timeout=30000)
    assert page.contact.text() == "还没有回传过。"


def test_a_laptop_that_is_not_enrolled_is_told_so_by_the_real_round(signed_in: Opened, qtbot: Any) -> None:
    ask(signed_in, qtbot, lambda desk: desk.database.execute("DELETE FROM sync_court") or True)
    signed_in.window.work.open_page("sync")
    page = signed_in.window.work.page("sync")
    assert isinstance(page, SyncPage)
    page._go()
    qtbot.waitUntil(lambda: "登记入网" in page.state.text(), timeout=30000)


def test_nothing_is_carried_on_a_stick_while_a_round_runs(signed_in: Opened, qtbot: Any) -> None:
    stop = threading.Event()

    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        stop.wait(10)
        return RoundReport(finished=True)

    page = page_of(signed_in, run)
    page._go()
    assert not page.export_button.isEnabled() and not page.import_button.isEnabled()
    stop.set()
    qtbot.waitUntil(lambda: "回传完成" in page.state.text(), timeout=30000)
    assert page.export_button.isEnabled() and page.import_button.isEnabled()


def test_the_keyboard_waits_on_the_stop_and_is_back_when_the_round_is_over(signed_in: Opened, qtbot: Any) -> None:
    stop = threading.Event()

    def run(tell: Callable[[Progress], None], started: Callable[..., None], attachments: bool) -> RoundReport:
        started(stop.set)
        stop.wait(10)
        return RoundReport(finished=False)

    signed_in.window.activateWindow()
    qtbot.waitUntil(signed_in.window.isActiveWindow, timeout=30000)
    page = page_of(signed_in, run)
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page._cancel is not None, timeout=30000)
    assert QApplication.focusWidget() is page.progress.cancel_button
    QTest.keyClick(page.progress.cancel_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "停下了" in page.state.text(), timeout=30000)
    assert QApplication.focusWidget() is page.go_button
