"""Recording in the window: seen all the time, ended by 休庭 and 闭庭, heard again by turn, safe from a kill."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.attachments.service import read
from app.errors import NotPossibleNow
from app.hearings.store import recordings_of, turns_of
from support.microphone import FedMicrophone, KeptLoudspeaker, samples
from support.window import JUDGE, Opened, ask, go, quiet, sign_in
from ui.hearings.page import HearingPage

ROOT = Path(__file__).parents[2]
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def microphone() -> FedMicrophone:
    return FedMicrophone()


@pytest.fixture
def hearing(with_case: Opened, qtbot: Any, microphone: FedMicrophone) -> HearingPage:
    page = go(with_case, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    page.sound.recorder.find = lambda: microphone
    page.opening.form.set_values({"place": "村委会院内"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    quiet(with_case, qtbot)
    return page


def press(page: HearingPage, qtbot: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=30000)
    QTest.keyClick(page.entry, key, modifier)


def record(page: HearingPage, qtbot: Any) -> None:
    press(page, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.sound.recorder.state == "on", timeout=30000)


def kept(opened: Opened, qtbot: Any, page: HearingPage) -> list[tuple[str, bytes]]:
    """Why each recording of the sitting ended, and its samples."""

    def look(desk: Any, sitting: str) -> list[tuple[str, bytes]]:
        found = recordings_of(desk.database, sitting)
        return [(str(one.why), read(desk, str(one.attachment))[44:]) for one in found]

    found: list[tuple[str, bytes]] = ask(opened, qtbot, look, page._shown.record)
    return found


def test_alt_r_records_and_says_so_until_alt_r_ends_it(
    hearing: HearingPage, with_case: Opened, microphone: FedMicrophone, qtbot: Any
) -> None:
    assert "没有录音" in hearing.sound.state_label.text()
    record(hearing, qtbot)
    # The parties are told: the line waits to be read out and ended.
    assert "同步录音" in hearing.entry.toPlainText()
    microphone.hear(samples(65))
    hearing._say_clock()
    assert hearing.sound.state_label.text() == "● 录音中 1:05"
    press(hearing, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: hearing.sound.recorder.state == "off", timeout=30000)
    assert "没有录音" in hearing.sound.state_label.text()
    assert kept(with_case, qtbot, hearing) == [("stopped", samples(65))]


def test_a_machine_without_a_microphone_says_so_and_the_record_goes_on(
    hearing: HearingPage, with_case: Opened, qtbot: Any
) -> None:
    hearing.sound.recorder.find = lambda: None
    press(hearing, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "没有可用的麦克风" in with_case.window.work.notice.text, timeout=30000)
    hearing.entry.insertPlainText("现在开庭。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    quiet(with_case, qtbot)
    assert hearing.transcript.said[0].record and hearing.sound.recorder.state == "off"


def test_a_muted_microphone_is_pointed_out(hearing: HearingPage, microphone: FedMicrophone, qtbot: Any) -> None:
    record(hearing, qtbot)
    microphone.hear(bytes(32_000 * 4))
    hearing._say_clock()
    assert "没有声音" not in hearing.sound.state_label.text()
    microphone.hear(bytes(32_000 * 2))
    hearing._say_clock()
    assert "没有声音" in hearing.sound.state_label.text()
    microphone.hear(samples(1))
    hearing._say_clock()
    assert "没有声音" not in hearing.sound.state_label.text()


def test_a_pause_ends_the_recording_and_going_on_begins_the_next(
    hearing: HearingPage, with_case: Opened, microphone: FedMicrophone, qtbot: Any
) -> None:
    from ui.hearings.pausing import PauseDialog

    record(hearing, qtbot)
    hearing.entry.clear()
    microphone.hear(samples(2))
    hearing._pause()
    dialog = hearing.findChildren(PauseDialog)[-1]
    dialog.reason.setEditText("休息")
    dialog._record()
    qtbot.waitUntil(lambda: not hearing.taking_down, timeout=30000)
    quiet(with_case, qtbot)
    assert microphone.sound is None and hearing.sound.recorder.state == "off"
    hearing._resume()
    qtbot.waitUntil(lambda: hearing.sound.recorder.state == "on", timeout=30000)
    # It was told once.
    assert hearing.entry.toPlainText() == ""
    microphone.hear(samples(1, first=7))
    hearing._close()
    qtbot.waitUntil(lambda: hearing.sitting is None, timeout=30000)
    quiet(with_case, qtbot)
    assert kept(with_case, qtbot, hearing) == [("paused", samples(2)), ("closed", samples(1, first=7))]


def test_a_turn_is_heard_again_from_where_its_typing_began(
    hearing: HearingPage, with_case: Opened, microphone: FedMicrophone, qtbot: Any
) -> None:
    loudspeaker = KeptLoudspeaker()
    hearing.sound.find_loudspeaker = lambda: loudspeaker
    record(hearing, qtbot)
    hearing.entry.clear()
    microphone.hear(samples(10))
    for words, following in (("借了三万六。", 4), ("还没还。", 6)):
        hearing._pick("plaintiff")
        QTest.keyClicks(hearing.entry, "x")
        microphone.hear(samples(following, first=hearing.sound.recorder.taken // 2))
        hearing.entry.setPlainText(words)
        QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    press(hearing, qtbot, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: "还在录音" in with_case.window.work.notice.text, timeout=30000)
    press(hearing, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: hearing.sound.recorder.state == "off", timeout=30000)
    quiet(with_case, qtbot)
    turns = ask(with_case, qtbot, lambda desk, s: turns_of(desk.database, s), hearing._shown.record)
    assert [turn.offset_ms for turn in turns] == [10_000, 14_000]
    hearing.transcript.setFocus(Qt.FocusReason.TabFocusReason)
    hearing.transcript._mark(0)
    press(hearing, qtbot, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: len(loudspeaker.played) == 1, timeout=30000)
    # From three seconds before its mark to three after the next one's: seconds 7 to 17.
    assert loudspeaker.played == [samples(10, first=7 * 16_000)]


def test_a_full_disk_ends_the_recording_with_what_was_safe_and_says_so(
    hearing: HearingPage, with_case: Opened, microphone: FedMicrophone, qtbot: Any
) -> None:
    record(hearing, qtbot)
    assert hearing.sound.recorder._begun is not None
    incoming = hearing.sound.recorder._begun.incoming
    microphone.hear(samples(2))
    qtbot.waitUntil(lambda: incoming.taken == 44 + 64_000, timeout=30000)

    def full(_data: bytes) -> None:
        raise NotPossibleNow("disk_full")

    incoming.write = full  # type: ignore[method-assign]
    microphone.hear(samples(1))
    qtbot.waitUntil(lambda: hearing.sound.recorder.state == "off", timeout=30000)
    assert "磁盘" in with_case.window.work.notice.text
    assert kept(with_case, qtbot, hearing) == [("failed", samples(2))]


def test_closing_the_window_keeps_the_sound(
    hearing: HearingPage, with_case: Opened, microphone: FedMicrophone, qtbot: Any
) -> None:
    record(hearing, qtbot)
    microphone.hear(samples(1))
    with_case.window.close()
    quiet(with_case, qtbot)
    assert kept(with_case, qtbot, hearing) == [("stopped", samples(1))]


def test_a_killed_window_loses_less_than_a_second_of_sound(
    profile: Path, make_window: Callable[[], Opened], qtbot: Any
) -> None:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    with subprocess.Popen(
        [sys.executable, "-m", "support.recording_clerk", str(profile)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    ) as clerk:
        assert clerk.stdout is not None
        while (line := clerk.stdout.readline()) and not line.startswith("fed 9"):
            pass
        clerk.kill()
        last = [said for said in (line + clerk.stdout.read()).split("\n") if said.startswith("fed")][-1]
    heard = int(last.split()[1]) / 10
    again = make_window()
    sign_in(again, qtbot, JUDGE)
    page = again.window.work.page("hearings")
    assert isinstance(page, HearingPage)
    qtbot.waitUntil(lambda: "已保住" in again.window.work.notice.text, timeout=30000)
    ((why, saved),) = kept(again, qtbot, page)
    assert why == "cut"
    assert samples(heard + 2).startswith(saved) and len(saved) > (heard - 1) * 32_000
    plain = samples(0.01, first=16_000)
    assert not [path for path in profile.rglob("*") if path.is_file() and plain in path.read_bytes()]
