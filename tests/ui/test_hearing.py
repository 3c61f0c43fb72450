"""The hearing page: one key picks the speaker, Enter ends the turn, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cases.parties import join_party
from app.cases.service import decide_procedure, note_waivers
from app.desk import Desk
from app.hearings.store import sittings_of, turns_of
from app.storage.drafts import load_draft
from support.effort import lines_run
from support.village import JOINER
from support.window import JUDGE, Opened, another_case, ask, quiet, sign_in
from ui.hearings.correction import CorrectionDialog
from ui.hearings.page import HearingPage
from ui.hearings.speakers import speakers_of
from ui.shell.picker import look_up


def joined(desk: Desk, case: str) -> bool:
    join_party(desk, case, dict(JOINER), at="2026-03-20T09:40:00+08:00", on_application_of=None, reason="共同借款")
    return True


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


def test_in_a_full_room_everyone_has_a_key_too(hearing: HearingPage) -> None:
    """Judge, clerk, two parties, one witness to come, and those invited from the village."""
    assert hearing.view is not None
    speakers = speakers_of(hearing.view.case, {"invited": [f"村民{number}" for number in range(25)]})
    assert len({one.shortcut for one in speakers} - {""}) == len(speakers) == 30


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


def test_what_is_typed_to_open_a_sitting_stays_with_its_case(with_case: Opened, qtbot: Any) -> None:
    page, first = open_hearing(with_case, qtbot), with_case.office.case
    page.opening.form.set_values({"place": "村委会", "witnesses": "孙老四"})
    page.opening.kind._picked("inquiry")
    page.opening.absence.form.blanks["contact_result"].setPlainText("没有人接")  # type: ignore[attr-defined]
    with_case.office.choose_case(another_case(with_case, qtbot))
    quiet(with_case, qtbot)
    form = page.opening.form
    assert (form.value("kind"), form.value("place"), form.value("witnesses")) == ("hearing", "", "")
    assert page.opening.absence.form.value("contact_result") == ""
    with_case.office.choose_case(first)
    quiet(with_case, qtbot)
    assert (form.value("kind"), form.value("place"), form.value("witnesses")) == ("inquiry", "村委会", "孙老四")
    assert page.opening.absence.form.value("contact_result") == "没有人接"


def test_a_sitting_opened_hours_after_the_page_was_looked_at_begins_when_it_is_opened(
    with_case: Opened, clock: Any, qtbot: Any
) -> None:
    page = open_hearing(with_case, qtbot)
    assert page.opening.form.value("opened_at") == "2026-03-20T09:00:00+08:00"
    clock.forward(hours=5, minutes=30)
    with_case.window.work.open_page("hearings")
    quiet(with_case, qtbot)
    assert page.opening.form.value("opened_at") == "2026-03-20T14:30:00+08:00"


def test_an_absence_is_noted_once_and_its_form_is_empty_then(with_case: Opened, qtbot: Any) -> None:
    page, case = open_hearing(with_case, qtbot), with_case.office.case_id
    told = {"who": "defendant", "here": "村委会", "contact_at": "2026-03-20T08:30:00+08:00", "contact_result": "关机"}
    page.opening.absence.form.set_values({**told, "adjourned_to": "2026-03-27T09:00:00+08:00", "place": "村委会"})
    for _ in range(2):
        page.opening.absence._note()
        page.opening.absence._note()
        quiet(with_case, qtbot)
    sittings = ask(with_case, qtbot, lambda desk: sittings_of(desk.database, case))
    assert [sitting.kind for sitting in sittings] == ["absence"]


def test_who_joins_while_the_sitting_runs_has_a_key_and_the_half_typed_turn_stands(
    hearing: HearingPage, with_case: Opened, qtbot: Any
) -> None:
    hearing._pick("defendant")
    hearing.entry.insertPlainText("他也在场，")
    hearing.transcript.setFocus()
    ask(with_case, qtbot, joined, with_case.office.case_id)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert any(one.words.endswith(JOINER["name"]) and one.shortcut for one in hearing.speakers)
    assert (hearing._speaker, hearing.entry.toPlainText()) == ("defendant", "他也在场，")
    assert any(JOINER["name"] in line for _speaker, _name, line in hearing.lines)


def test_an_earlier_record_goes_on_being_read_when_work_has_changed(
    hearing: HearingPage, with_case: Opened, qtbot: Any
) -> None:
    hearing.entry.insertPlainText("现在开庭。")
    hearing.end_turn()
    hearing._close()
    quiet(with_case, qtbot)
    hearing.opening.table.chosen.emit(hearing.opening.table.current)
    quiet(with_case, qtbot)
    assert hearing.steps.currentIndex() == 1
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert hearing.steps.currentIndex() == 1 and [one.text for one in hearing.transcript.said] == ["现在开庭。"]
    with_case.office.choose_case(another_case(with_case, qtbot))
    quiet(with_case, qtbot)
    assert hearing.steps.currentIndex() == 0


def test_a_sitting_closed_by_two_presses_is_closed_once(hearing: HearingPage, with_case: Opened, qtbot: Any) -> None:
    hearing.close_button.click()
    hearing.close_button.click()
    quiet(with_case, qtbot)
    assert "已闭庭" in with_case.window.work.notice.text
