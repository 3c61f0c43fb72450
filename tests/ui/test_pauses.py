"""休庭 by keys: the state is in sight, nothing is typed meanwhile, and it lasts over a power cut and a night."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.cases.service import decide_procedure
from app.cases.store import load_case
from app.hearings.store import load_sitting, sittings_of, turns_of
from support.window import JUDGE, Opened, ask, go, quiet, sign_in
from ui.hearings.page import HearingPage
from ui.hearings.pausing import PauseDialog, said_in
from ui.shell.picker import look_up

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def hearing(with_case: Opened, qtbot: Any) -> HearingPage:
    page = go(with_case, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    page.opening.form.set_values({"place": "村委会院内"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    return page


def press(widget: QWidget, qtbot: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """The key goes through the active window, as on a real keyboard, so that shortcuts are found."""
    window = widget.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30000)
    QTest.keyClick(widget, key, modifier)


def asked(page: HearingPage, qtbot: Any) -> PauseDialog:
    """The dialog that Alt+P opened."""
    press(page.entry, qtbot, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: bool(page.findChildren(PauseDialog)), timeout=30000)
    return page.findChildren(PauseDialog)[-1]


def pause(page: HearingPage, opened: Opened, qtbot: Any, reason: str = "双方协商") -> None:
    dialog = asked(page, qtbot)
    dialog.reason.setEditText(reason)
    press(dialog, qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not page.taking_down, timeout=30000)


def test_alt_p_pauses_and_alt_p_goes_on(hearing: HearingPage, with_case: Opened, clock: Any, qtbot: Any) -> None:
    clock.forward(minutes=25)
    pause(hearing, with_case, qtbot)
    assert hearing.pause_panel.isVisible() and not hearing.entry.isVisible()
    assert "双方协商" in hearing.pause_panel.words.text()
    with_case.window.activateWindow()
    qtbot.waitUntil(hearing.pause_panel.resume_button.hasFocus, timeout=30000)
    clock.forward(minutes=15)
    hearing._say_clock()
    assert "休庭中" in hearing.clock_line.text()
    assert "已开庭 0:25:00" in hearing.clock_line.text() and "休庭 1 次，共 0:15:00" in hearing.clock_line.text()
    press(hearing.pause_panel.resume_button, qtbot, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(hearing.entry.hasFocus, timeout=30000)
    assert hearing.entry.isVisible() and not hearing.pause_panel.isVisible()
    clock.forward(minutes=5)
    hearing._say_clock()
    assert hearing.clock_line.text().startswith("已开庭 0:30:00") and "休庭中" not in hearing.clock_line.text()


def test_a_pause_without_a_reason_says_what_is_missing(hearing: HearingPage, qtbot: Any) -> None:
    dialog = asked(hearing, qtbot)
    press(dialog, qtbot, Qt.Key.Key_Return, CONTROL)
    # A shortcut shows its button going down before it acts.
    qtbot.waitUntil(lambda: "事由" in dialog.form._problems["reason"].text(), timeout=30000)
    assert dialog.isVisible()
    press(dialog, qtbot, Qt.Key.Key_Escape)
    assert hearing.taking_down


def test_a_turn_half_said_is_ended_before_the_pause(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    hearing.entry.insertPlainText("还没说完")
    press(hearing.entry, qtbot, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: "还有一句没说完" in with_case.window.work.notice.text, timeout=30000)
    assert not hearing.findChildren(PauseDialog)


def test_the_screen_shows_each_pause_between_its_turns(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    for words in ("一", "二"):
        hearing.entry.insertPlainText(words)
        hearing.end_turn()
        quiet(with_case, qtbot)
        if words == "一":
            pause(hearing, with_case, qtbot)
            press(hearing.pause_panel.resume_button, qtbot, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: hearing.taking_down, timeout=30000)
    lines = hearing.transcript.toPlainText().splitlines()
    assert [line[:2] for line in lines] == ["审：", "（2", "（2", "审："]
    assert hearing.sitting is not None
    said = ask(with_case, qtbot, lambda desk, s: turns_of(desk.database, s), hearing.sitting.record)
    assert [one.text for one in said_in(hearing.sitting, said)] == ["一", lines[1], lines[2], "二"]


def test_no_standard_line_and_no_turn_slips_into_a_pause(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    pause(hearing, with_case, qtbot)
    hearing.use_line(1)
    hearing.entry.insertPlainText("话")
    hearing.end_turn()
    assert [said.speaker for said in hearing.transcript.said] == [""]


def test_another_case_can_be_worked_on_while_a_hearing_is_paused(
    hearing: HearingPage, with_case: Opened, qtbot: Any
) -> None:
    held = dict(with_case.office.case or {})
    pause(hearing, with_case, qtbot)
    with_case.office.choose_case({"id": "case-other", "number": "", "parties": "", "cause": ""})
    assert with_case.office.case_id == "case-other"
    quiet(with_case, qtbot)
    with_case.office.choose_case(held)
    quiet(with_case, qtbot)
    assert hearing.sitting is not None and hearing.pause_panel.isVisible()


def test_a_pause_lasts_over_a_power_cut_and_a_night(
    hearing: HearingPage, with_case: Opened, make_window: Callable[[], Opened], clock: Any, qtbot: Any
) -> None:
    clock.forward(minutes=20)
    pause(hearing, with_case, qtbot, "停电")
    clock.forward(hours=24)
    again = make_window()
    sign_in(again, qtbot, JUDGE)
    again.office.choose_case(ask(again, qtbot, look_up, "")[0])
    page = go(again, qtbot, "hearings")
    assert isinstance(page, HearingPage) and page.sitting is not None
    assert page.pause_panel.isVisible() and "停电" in page.pause_panel.words.text()
    assert page.transcript.toPlainText() == "（2026-03-20 09:20 休庭，事由：停电）"
    assert "已开庭 0:20:00" in page.clock_line.text()
    press(page.pause_panel.resume_button, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.taking_down, timeout=30000)
    held = ask(again, qtbot, lambda desk, s: load_sitting(desk.database, s), page.sitting.record)
    assert page.transcript.toPlainText().endswith("（2026-03-21 09:20 继续开庭）")
    assert (held.pauses[0].at[:10], str(held.pauses[0].until)[:10]) == ("2026-03-20", "2026-03-21")


def test_a_hearing_is_put_off_to_another_day_by_keys(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, decide_procedure, with_case.office.case_id, "simplified")
    dialog = asked(hearing, qtbot)
    dialog.reason.setEditText("需要调取新的证据")
    dialog.way.setFocus()
    press(dialog.way, qtbot, Qt.Key.Key_2)
    dialog.to.setFocus()
    QTest.keyClicks(dialog.to, "2026-03-20 8:00")
    press(dialog, qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "已经过了" in dialog.form._problems["to"].text(), timeout=30000)
    assert dialog.isVisible()
    dialog.to.clear()
    QTest.keyClicks(dialog.to, "2026-04-22 9:30")
    press(dialog.to, qtbot, Qt.Key.Key_Tab)
    quiet(with_case, qtbot)
    assert "延审5" in dialog.advice.text() and dialog.advice.isVisible()
    press(dialog, qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: hearing.sitting is None, timeout=30000)
    quiet(with_case, qtbot)
    assert "下次开庭已定" in with_case.window.work.notice.text
    case = with_case.office.case_id
    (held,) = ask(with_case, qtbot, lambda desk, c: sittings_of(desk.database, c), case)
    assert held.closed_at is not None and held.fields["adjourned_why"] == "需要调取新的证据"
    fields = ask(with_case, qtbot, lambda desk, c: load_case(desk.database, c).fields, case)
    assert fields["next_hearing"] == "2026-04-22T09:30:00+08:00"


def test_the_state_stays_in_sight_on_a_small_screen_at_double_size(
    hearing: HearingPage, with_case: Opened, qtbot: Any
) -> None:
    # 1366 × 768 at 200 %.
    with_case.window.resize(683, 384)
    qtbot.waitUntil(lambda: with_case.window.height() == 384, timeout=30000)
    hearing.entry.setFocus()
    quiet(with_case, qtbot)
    for state in (hearing.clock_line, hearing.sound.state_label):
        assert state.visibleRegion().boundingRect().size() == state.size()
