"""The hearing page: one key picks the speaker, Enter ends the turn, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.service import decide_procedure, note_waivers
from app.desk import Desk
from app.hearings.store import sittings_of, turns_of
from app.storage.drafts import load_draft
from support.effort import lines_run
from support.window import JUDGE, Opened, sign_in
from ui.hearings.correction import CorrectionDialog
from ui.hearings.page import HearingPage
from ui.shell.picker import look_up


def ask(opened: Opened, qtbot: Any, function: Callable[..., Any], *arguments: Any) -> Any:
    found: list[Any] = []
    opened.office.jobs.call(function, *arguments, done=lambda value: found.append(value))
    qtbot.waitUntil(lambda: bool(found), timeout=30000)
    return found[0]


def open_hearing(opened: Opened, qtbot: Any) -> HearingPage:
    opened.window.work.open_page("hearings")
    page = opened.window.work.page("hearings")
    assert isinstance(page, HearingPage)
    qtbot.waitUntil(lambda: page.view is not None, timeout=30000)
    return page


@pytest.fixture
def hearing(with_case: Opened, qtbot: Any) -> HearingPage:
    page = open_hearing(with_case, qtbot)
    page.opening.form.set_values({"place": "村委会院内"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    return page


def all_on_disk(page: HearingPage) -> bool:
    return bool(page.transcript.said) and all(turn.record for turn in page.transcript.said)


def test_a_key_picks_the_speaker_and_enter_ends_the_turn(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    with_case.window.activateWindow()
    hearing._pick("judge")
    hearing.entry.insertPlainText("现在开庭。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    hearing._pick("plaintiff")
    hearing.entry.insertPlainText("到了。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all_on_disk(hearing), timeout=30000)
    assert hearing.sitting is not None
    turns = ask(with_case, qtbot, lambda desk, s: turns_of(desk.database, s), hearing.sitting.record)
    assert [(turn.speaker, turn.text) for turn in turns] == [("judge", "现在开庭。"), ("plaintiff", "到了。")]


def test_each_speaker_has_a_key_of_its_own(hearing: HearingPage) -> None:
    keys = [speaker.shortcut for speaker in hearing.speakers]
    assert keys[:4] == ["F1", "F2", "F3", "F4"] and len(set(keys)) == len(keys)
    assert [speaker.code for speaker in hearing.speakers][:4] == ["审", "书", "原", "被"]


def test_each_witness_who_is_called_in_has_a_key_of_his_own_and_moves_no_other(hearing: HearingPage) -> None:
    before = [(one.key, one.shortcut) for one in hearing.speakers]
    assert before[-1][0] == "witness-1"
    hearing._pick("witness-1")
    hearing.entry.insertPlainText("我是送货的。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    after = [(one.key, one.shortcut) for one in hearing.speakers]
    assert after[:-1] == before and after[-1][0] == "witness-2"


def test_the_next_turn_can_be_typed_before_the_last_one_is_on_disk(hearing: HearingPage, qtbot: Any) -> None:
    for number in range(30):
        hearing.entry.insertPlainText(f"第{number}句")
        QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
        assert hearing.entry.toPlainText() == ""
    qtbot.waitUntil(lambda: all_on_disk(hearing), timeout=30000)
    assert [turn.text for turn in hearing.transcript.said] == [f"第{number}句" for number in range(30)]


def test_shift_enter_begins_a_paragraph_and_ends_no_turn(hearing: HearingPage) -> None:
    hearing.entry.insertPlainText("一")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hearing.entry.insertPlainText("二")
    assert hearing.entry.toPlainText() == "一\n二" and not hearing.transcript.said


def test_an_empty_turn_is_not_recorded(hearing: HearingPage, with_case: Opened) -> None:
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    assert not hearing.transcript.said
    assert "没有字" in with_case.window.work.notice.text


def test_typing_is_saved_as_a_draft_at_each_pause(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    hearing._pick("defendant")
    hearing.entry.insertPlainText("钱是借了，")
    assert with_case.office.saved.state == "typing"
    qtbot.waitUntil(lambda: with_case.office.saved.state == "draft", timeout=30000)
    assert hearing.sitting is not None
    draft = ask(with_case, qtbot, lambda desk, s: load_draft(desk.database, "turn", s), hearing.sitting.record)
    assert draft == "defendant\n钱是借了，"


def test_someone_who_never_pauses_is_saved_within_a_second(hearing: HearingPage) -> None:
    hearing.keeper.save_now()
    QTest.keyClick(hearing.entry, "a")
    left = hearing.keeper._soon.remainingTime()
    assert 0 <= left < 1000
    QTest.keyClicks(hearing.entry, "bcd")
    assert hearing.keeper._soon.remainingTime() <= left


def test_a_keystroke_asks_nothing_of_the_desk(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: with_case.office.jobs._pending == 0, timeout=30000)
    asked: list[int] = []
    with_case.office.jobs.busy.connect(asked.append)
    QTest.keyClicks(hearing.entry, "abc")
    assert asked == []


def test_after_a_power_cut_the_hearing_goes_on_where_it_stopped(
    hearing: HearingPage, with_case: Opened, make_window: Callable[[], Opened], qtbot: Any
) -> None:
    hearing.entry.insertPlainText("现在开庭。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    hearing._pick("plaintiff")
    hearing.entry.insertPlainText("他盖房子借了我三万六，")
    qtbot.waitUntil(lambda: with_case.office.saved.state == "draft", timeout=30000)
    again = make_window()
    sign_in(again, qtbot, JUDGE)
    again.office.choose_case(ask(again, qtbot, look_up, "")[0])
    page = open_hearing(again, qtbot)
    qtbot.waitUntil(lambda: page.entry.toPlainText() == "他盖房子借了我三万六，", timeout=30000)
    assert page._speaker == "plaintiff"
    assert [turn.text for turn in page.transcript.said] == ["现在开庭。"]


def test_a_correction_leaves_the_first_words_in_sight(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    hearing._pick("defendant")
    hearing.entry.insertPlainText("借了三万。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all_on_disk(hearing), timeout=30000)
    hearing.correct(0)
    dialog = hearing.findChildren(CorrectionDialog)[0]
    dialog._new.setPlainText("借了三万六。")
    dialog._record()
    qtbot.waitUntil(lambda: hearing.transcript.said[0].text == "借了三万六。", timeout=30000)
    shown = hearing.transcript.toPlainText()
    assert "借了三万。" in shown and "借了三万六。" in shown and "更正" in shown
    assert hearing.sitting is not None
    turns = ask(with_case, qtbot, lambda desk, s: turns_of(desk.database, s), hearing.sitting.record)
    assert (turns[0].text, turns[0].corrected_from) == ("借了三万六。", "借了三万。")


def test_a_correction_that_changes_nothing_is_not_recorded(hearing: HearingPage, qtbot: Any) -> None:
    hearing.entry.insertPlainText("现在开庭。")
    QTest.keyClick(hearing.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all_on_disk(hearing), timeout=30000)
    hearing.correct(0)
    dialog = hearing.findChildren(CorrectionDialog)[0]
    dialog._record()
    assert dialog.isVisible()


def test_a_standard_line_is_put_in_to_be_read_and_never_recorded_by_itself(hearing: HearingPage) -> None:
    hearing.use_line(2)
    assert "张𬱖" in hearing.entry.toPlainText() and "林正和" in hearing.entry.toPlainText()
    assert not hearing.transcript.said


def test_a_sitting_cannot_close_over_an_unfinished_turn(hearing: HearingPage, with_case: Opened) -> None:
    hearing.entry.insertPlainText("还没说完")
    hearing._close()
    assert "还有一句没说完" in with_case.window.work.notice.text and hearing.sitting is not None


def test_closing_ends_the_sitting_and_says_what_comes_next(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    hearing._close()
    qtbot.waitUntil(lambda: hearing.sitting is None and hearing.steps.currentIndex() == 0, timeout=30000)
    sittings = ask(with_case, qtbot, lambda desk, c: sittings_of(desk.database, c), with_case.office.case_id)
    assert sittings[0].closed_at is not None
    assert "庭审笔录" in with_case.window.work.notice.text


def test_the_case_cannot_be_changed_while_its_sitting_is_open(hearing: HearingPage, with_case: Opened) -> None:
    held = with_case.office.case_id
    with_case.office.choose_case({"id": "case-other"})
    assert with_case.office.case_id == held


def test_an_inspection_asks_for_what_was_inspected(with_case: Opened, qtbot: Any) -> None:
    page = open_hearing(with_case, qtbot)
    page.opening.form.set_values({"kind": "inspection", "place": "田边"})
    page.opening._kind_changed()
    assert "object" in page.opening.form.problems()


def test_the_thousandth_turn_is_added_with_no_more_work_than_the_hundredth(hearing: HearingPage) -> None:
    from ui.hearings.transcript import Said

    def effort() -> int:
        return lines_run(lambda: hearing.transcript.add(Said("审", "judge", "双方还有什么意见？" * 4, "turn-x")))

    def add(turns: int) -> None:
        for _ in range(turns):
            hearing.transcript.add(Said("审", "judge", "双方还有什么意见？" * 4, "turn-x"))

    add(100)
    first = effort()
    add(900)
    # What Python collects meanwhile may run a few lines; work that grew with the turns would run hundreds.
    assert 0 < effort() < first + 100


def test_what_the_law_has_against_a_hearing_at_once_is_said_before_it_opens(with_case: Opened, qtbot: Any) -> None:
    def settled(desk: Desk, case: str, procedure: str, waived: list[str]) -> bool:
        decide_procedure(desk, case, procedure)
        note_waivers(desk, case, evidence_period=waived, defence_period=waived)
        return True

    case = with_case.office.case_id
    ask(with_case, qtbot, settled, case, "ordinary", [])
    page = open_hearing(with_case, qtbot)
    qtbot.waitUntil(lambda: "普通程序不能当即开庭（民诉139）" in page.opening.advice.text(), timeout=30000)
    ask(with_case, qtbot, settled, case, "simplified", ["plaintiff"])
    page.read()
    qtbot.waitUntil(lambda: "李喆还没有表示" in page.opening.advice.text(), timeout=30000)
    assert "解释266" in page.opening.advice.text() and "张" not in page.opening.advice.text()
    ask(with_case, qtbot, settled, case, "simplified", ["plaintiff", "defendant"])
    page.read()
    qtbot.waitUntil(lambda: not page.opening.advice.isVisible(), timeout=30000)
