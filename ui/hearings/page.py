"""庭审: open a sitting, take down who said what, correct in sight, adjourn, close."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.cases.model import Case
from app.errors import Refusal
from app.hearings.service import DRAFT, close_sitting, correct_turn, end_turn, speaker_code
from app.hearings.store import Sitting, Turn
from ui.hearings.calls import HearingView, begin_sitting, case_of, turns, view
from ui.hearings.correction import CorrectionDialog
from ui.hearings.entry import TurnEntry
from ui.hearings.lines import RECORDING_LINE, LinesPanel, standard_lines
from ui.hearings.opening import Opening
from ui.hearings.pausing import PauseDialog, PausePanel, clock_words, pause, resume, said_in
from ui.hearings.sound import Sound
from ui.hearings.speakers import Speaker, SpeakerRow, speakers_of
from ui.hearings.transcript import Said, Transcript
from ui.i18n import tr
from ui.shell.drafts import DraftKeeper
from ui.shell.page import CasePage
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.scroll import FocusScroll


class HearingPage(CasePage):
    """One key picks the speaker, Enter ends the turn; what is on disk is always visible."""

    name = "hearings"
    scrolls = False

    def build(self) -> None:
        self.view: HearingView | None = None
        self.sitting: Sitting | None = None
        self.speakers: list[Speaker] = []
        self.lines: list[tuple[str, str, str]] = []
        self._speaker = "judge"
        self._sound_mark: tuple[str, int] | None = None
        self.sound = Sound(self.office, self)
        self.sound.began.connect(self._recording_began)
        self._shortcuts: list[QShortcut] = []
        self.steps = QStackedWidget()
        self.column.setContentsMargins(12, 4, 12, 8)
        self.column.addWidget(self._state_row())
        self.column.addWidget(self.steps, 1)
        self.opening = Opening(self.office)
        self.opening.wanted.connect(self._open)
        self.opening.read_wanted.connect(self._read_closed)
        self.steps.addWidget(self.opening)
        self.steps.addWidget(FocusScroll(self._sitting_view()))
        self.keeper = DraftKeeper(self.office, DRAFT, self._draft_text, self)
        self.entry.textChanged.connect(self._typed)
        self.office.hold_case = self._held_case

    def _state_row(self) -> QWidget:
        """Above all that scrolls: whether the sitting runs, is paused, and is recorded can always be seen."""
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        self.clock_line = label("", "section")
        inside.addWidget(self.clock_line, 1)
        inside.addWidget(self.sound.state_label)
        row.hide()
        self.steps.currentChanged.connect(lambda at: row.setVisible(at == 1))
        return row

    def _sitting_view(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.place_line = label("", "faint")
        self.pause_button = button(tr("休庭"), self._pause, key="Alt+P")
        self.close_button = button(tr("闭庭"), self._close, key="Alt+B")
        self.correct_button = button(tr("更正一句"), self._correct_last, key="Ctrl+R")
        self.listen_button = button(tr("听这一句"), self._listen, key="Alt+L")
        self.claims_button = button(tr("变更、反诉"), lambda: self.office.go("cases/claims"), key="Alt+V")
        self.lines_button = button(tr("庭审用语"), self._toggle_lines, key="Ctrl+J")
        column.addWidget(self.place_line)
        middle = QHBoxLayout()
        self.transcript = Transcript()
        self.transcript.setMinimumHeight(self.transcript.fontMetrics().lineSpacing() * 6)
        self.transcript.correction_wanted.connect(self.correct)
        middle.addWidget(self.transcript, 3)
        self.lines_frame = LinesPanel()
        self.lines_frame.wanted.connect(self.use_line)
        middle.addWidget(self.lines_frame, 1)
        column.addLayout(middle, 1)
        self.speaker_box = SpeakerRow()
        self.speaker_box.picked.connect(self._pick)
        column.addWidget(self.speaker_box)
        row = QHBoxLayout()
        self.code_label = label("", "section", wrap=False)
        self.code_label.setMinimumWidth(56)
        self.code_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.entry = TurnEntry()
        self.entry.ended.connect(self.end_turn)
        row.addWidget(self.code_label)
        row.addWidget(self.entry, 1)
        column.addLayout(row)
        self.pause_panel = PausePanel()
        self.pause_panel.go_on.connect(self._resume)
        self.pause_panel.put_off.connect(self._pause)
        self.pause_panel.hide()
        column.addWidget(self.pause_panel)
        self.read_only = label("", "warn")
        self.read_only.hide()
        column.addWidget(self.read_only)
        self.back_button = button(tr("返回"), self._leave_reading)
        self.back_button.hide()
        column.addWidget(
            flow(
                self.lines_button,
                self.claims_button,
                self.correct_button,
                self.sound.record_button,
                self.listen_button,
                self.pause_button,
                self.close_button,
                self.back_button,
            )
        )
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._say_clock)
        return holder

    def keys(self) -> list[tuple[str, str]]:
        rows = [(speaker.shortcut, speaker.words) for speaker in self.speakers if speaker.shortcut]
        return [
            *rows,
            ("Enter", tr("说完一句")),
            ("Shift+Enter", tr("换行")),
            ("Alt+1 … Alt+0", tr("放入一句庭审用语")),
            ("Ctrl+J", tr("看庭审用语")),
            ("Ctrl+R", tr("更正一句：↑↓ 选，Enter 更正")),
            ("Alt+R", tr("录音；再按一次停止")),
            ("Alt+L", tr("听选中的一句")),
            ("Alt+P", tr("休庭；再按一次继续开庭")),
            ("Alt+B", tr("闭庭")),
        ]

    def first_focus(self) -> QWidget | None:
        if self.sitting is None:
            return self.opening.first
        return self.pause_panel.resume_button if self.sitting.paused else self.entry

    @property
    def taking_down(self) -> bool:
        """Whether a sitting of this laptop runs here and is not paused."""
        return self.sitting is not None and self.sitting.paused is None

    def _held_case(self) -> str:
        return self.sitting.case if self.sitting is not None and self.taking_down else ""

    def read(self) -> None:
        # While a sitting runs the page is ahead of the disk: reading its turns again would lose what is on its way.
        if self.sitting is None or self.sitting.case != self.office.case_id:
            self.office.read(view, self.office.case_id, done=self._show)
        else:
            self.office.read(case_of, self.sitting.case, done=self._case_read)

    def _show(self, seen: HearingView) -> None:
        if seen.case.id != self.office.case_id:
            return
        if self.sitting is not None and seen.open is not None and self.sitting.record == seen.open.record:
            return  # asked for twice: what has been typed since the first answer is ahead of the second
        self.view = seen
        self.lines = standard_lines(seen.case, *self._names())
        self.opening.put(seen)
        if seen.open is None:
            self.sitting = None
            self._tick.stop()
            if not self._reads_closed(seen.case.id):
                self.steps.setCurrentIndex(0)
            return
        self._put_sitting(seen.open, seen.turns, writable=seen.writable)
        if seen.unfinished is not None and seen.writable:
            self._pick(seen.unfinished[0])
            self.entry.setPlainText(seen.unfinished[1])
            self.entry.moveCursor(self.entry.textCursor().MoveOperation.End)
            if seen.unfinished[1]:
                self.office.tell(tr("上次没说完的一句还在，接着记。"), tr("核对这一句，改好后按 Enter。"), kind="good")

    def _reads_closed(self, case: str) -> bool:
        """Whether an earlier sitting of that case is being read."""
        return self.steps.currentIndex() == 1 and self._shown.closed_at is not None and self._shown.case == case

    def _case_read(self, case: Case) -> None:
        """Who may speak and what the standard lines say follow the case while its sitting runs."""
        if self.sitting is not None and self.view is not None and case.id == self.sitting.case:
            self.view = replace(self.view, case=case)
            lines = standard_lines(case, *self._names())
            if lines != self.lines:
                self.lines = lines
                self.lines_frame.put(lines)
            self._put_speakers()

    def _names(self) -> tuple[str, str]:
        officers = self.office.officers
        judge = next((p.name for p in officers if p.role in ("judge", "assistant_judge")), "")
        clerk = next((p.name for p in officers if p.role == "clerk"), "")
        if self.office.officer.role == "judge":
            judge = self.office.officer.name
        if self.office.officer.role == "clerk":
            clerk = self.office.officer.name
        return judge, clerk

    def _put_sitting(self, sitting: Sitting, said: list[Turn], *, writable: bool) -> None:
        self.sitting = sitting if sitting.closed_at is None and writable else None
        self._shown = sitting
        self.transcript.put(said_in(sitting, said))
        self._put_speakers()
        self.lines_frame.put(self.lines)
        self.back_button.setVisible(sitting.closed_at is not None)
        self.read_only.setVisible(self.sitting is None)
        self.read_only.setText(
            tr("已闭庭。更正仍会记下，原话看得见。")
            if sitting.closed_at
            else tr("这次庭审由另一台电脑记录，这里只能看。")
        )
        self.place_line.setText(
            tr("{place}　旁听 {observers} 人").format(
                place=sitting.fields.get("place", ""), observers=sitting.fields.get("observers", 0)
            )
        )
        if self.sitting is not None:
            self.keeper.open(sitting.record, lambda _text: None)
        self.sound.put(self.sitting)
        self.steps.setCurrentIndex(1)
        self._put_state()

    def _put_state(self) -> None:
        """Shows what can be done now: take down, go on after a pause, or only read."""
        sitting, taking_down = self.sitting, self.taking_down
        for widget in (self.entry, self.speaker_box, self.code_label, self.lines_button, self.close_button):
            widget.setVisible(taking_down)
        self.pause_button.setVisible(taking_down and self._shown.kind == "hearing")
        self.sound.record_button.setVisible(taking_down)
        self.sound.state_label.setVisible(sitting is not None)
        self.pause_panel.setVisible(sitting is not None and not taking_down)
        if sitting is None:
            self._tick.stop()
            self.transcript.setFocus()
        else:
            self._tick.start()
            self.pause_panel.put(sitting)
            (self.entry if taking_down else self.pause_panel.resume_button).setFocus()
        self._say_clock()

    def _put_speakers(self) -> None:
        assert self.view is not None
        spoke = (said.speaker for said in self.transcript.said)
        speakers = speakers_of(self.view.case, self._shown.fields, spoke, *self._names())
        if speakers == self.speakers:
            return
        self.speakers = speakers
        self.speaker_box.put(speakers)
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._shortcuts = []
        for speaker in speakers:
            if speaker.shortcut:
                self._shortcut(speaker.shortcut, partial(self._pick, speaker.key))
        for number in range(10):
            self._shortcut(f"Alt+{(number + 1) % 10}", partial(self.use_line, number))
        self._mark_speaker(self._speaker if self._speaker in {one.key for one in speakers} else "judge")

    def _shortcut(self, keys: str, act: Any) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)
        self._shortcuts.append(made)

    def _toggle_lines(self) -> None:
        self.lines_frame.setVisible(self.lines_frame.isHidden())

    def _pick(self, key: str) -> None:
        if not self.entry.toPlainText():
            self._sound_mark = self.sound.recorder.mark()
        if key != self._speaker and self.entry.toPlainText():
            self._typed()  # the draft says who is speaking
        self._mark_speaker(key)
        self.entry.setFocus()

    def _mark_speaker(self, key: str) -> None:
        self._speaker = key
        self.speaker_box.check(key)
        self.code_label.setText(f"{speaker_code(key)}：")

    def use_line(self, number: int) -> None:
        """The standard line stands in the entry, to be read and changed; nothing is recorded by it."""
        if self.taking_down and number < len(self.lines):
            speaker, _name, line = self.lines[number]
            self._pick(speaker)
            self.entry.insertPlainText(line)

    def _draft_text(self) -> str:
        return f"{self._speaker}\n{self.entry.toPlainText()}"

    def _typed(self) -> None:
        if self.sitting is not None:
            self._sound_mark = self._sound_mark or self.sound.recorder.mark()
            self.keeper.typed()

    def end_turn(self) -> None:
        """The turn is seen at once and on its way to the journal; the next can be typed without waiting."""
        text = self.entry.toPlainText().strip()
        if self.sitting is None or not self.taking_down:
            return
        if not text:
            self.office.tell(tr("这一句还没有字。"), tr("先打字，再按 Enter。"), kind="warn")
            return
        sitting, speaker = self.sitting.record, self._speaker
        place = self.transcript.add(Said(speaker_code(speaker), speaker, text))
        self._put_speakers()
        mark = self._sound_mark
        self.entry.clear()
        self._sound_mark = None  # emptying the line is no typing
        self.keeper.drop_later()

        def written(record: str) -> None:
            self.transcript.on_disk(place, record)
            self.office.saved.saved(self.office.now())

        def not_written(refusal: Refusal) -> None:
            self.transcript.not_on_disk(place)
            self.office.saved.failed(tr("有一句没有保存"))
            self.office.refuse(refusal)
            if not self.entry.toPlainText():
                self._pick(speaker)
                self.entry.setPlainText(text)

        self.office.jobs.call(end_turn, sitting, speaker, text, mark, done=written, refused=not_written)

    def _correct_last(self) -> None:
        self.transcript.setFocus(Qt.FocusReason.OtherFocusReason)
        self.office.tell(tr("↑↓ 选一句，Enter 更正；Tab 回到打字处。"))

    def correct(self, place: int) -> None:
        """Asks for the right words of an earlier turn; what stood there stays visible."""
        if not 0 <= place < len(self.transcript.said):
            return
        turn = self.transcript.said[place]
        if not turn.speaker:
            self.office.tell(tr("休庭和继续开庭的时间由程序记下，不更正。"), tr("有出入的，当庭说明并记成一句话。"))
            return
        if not turn.record:
            self.office.tell(tr("这一句还没有存好，稍等再更正。"), kind="warn")
            return
        people = [(s.key, s.words) for s in self.speakers]
        dialog = CorrectionDialog(turn.code, turn.text, people, turn.speaker, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def finished(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                text = dialog.text
                self.office.jobs.call(
                    correct_turn,
                    turn.record,
                    text,
                    dialog.asked_by,
                    done=lambda _: self._corrected(place, text),
                    refused=self.office.refuse,
                )
            self.entry.setFocus()

        dialog.finished.connect(finished)
        dialog.open()

    def _corrected(self, place: int, text: str) -> None:
        self.transcript.corrected(place, text)
        self.office.saved.saved(self.office.now())

    def _open(self, case: str, values: dict[str, Any]) -> None:
        kind = values.pop("kind")
        self.opening.keeper.record(begin_sitting, case, kind, values, done=lambda _record: self.read())

    def _close(self) -> None:
        if self.sitting is None or not self._nothing_unsaid():
            return
        sitting, at = self.sitting.record, self._now()
        self.sound.end("closed", lambda: self.office.act(close_sitting, sitting, at, done=self._closed))

    def _nothing_unsaid(self) -> bool:
        if not self.entry.toPlainText().strip():
            return True
        self.office.tell(tr("还有一句没说完。"), tr("按 Enter 记下这一句，或者删掉它，再休庭或闭庭。"), kind="warn")
        self.entry.setFocus()
        return False

    def _now(self) -> str:
        return self.office.now().isoformat(timespec="seconds")

    def _pause(self) -> None:
        if self.sitting is None or not self._nothing_unsaid():
            return
        sitting = self.sitting.record
        dialog = PauseDialog(self.office, self.sitting, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def paused() -> None:
            values, at = dialog.values, self._now()
            self.sound.end(
                "closed" if "to" in values else "paused",
                lambda: self.office.act(pause, sitting, at, values, done=self._stands),
            )

        dialog.accepted.connect(paused)
        dialog.open()

    def _resume(self) -> None:
        if self.sitting is not None:
            self.office.act(resume, self.sitting.record, self._now(), done=self._stands)

    def _stands(self, sitting: Sitting) -> None:
        """The sitting was paused, went on, or is over for today."""
        if sitting.closed_at is not None:
            self._closed(None)
            if sitting.fields.get("adjourned_to"):
                self.office.tell(
                    tr("今天的庭到此为止，下次开庭已定。"),
                    tr("到“文书”页做今天的庭审笔录、传票和延期开庭通知，再签名、送达。"),
                    kind="good",
                )
            return
        self.sitting = self._shown = sitting
        for said in said_in(sitting, [])[-1:]:
            self.transcript.add(said)
        self._put_state()
        if self.taking_down:
            self.sound.go_on()

    def _recording_began(self, first: bool) -> None:
        if first and not self.entry.toPlainText():
            self.use_line(RECORDING_LINE)
            self.office.tell(tr("开始录音了。"), tr("把这句告知读给各方，按 Enter 记入笔录。"), kind="good")

    def _listen(self) -> None:
        said = self.transcript.said
        at = self.transcript.at if 0 <= self.transcript.at < len(said) else len(said) - 1
        if at >= 0 and said[at].record:
            self.sound.play(self._shown.record, said[at].record)

    def _closed(self, _: object) -> None:
        self.sitting = None
        self._tick.stop()
        self.office.tell(
            tr("已闭庭。"), tr("到“文书”页做庭审笔录，读给当事人听或让其阅读，再到“签名捺印”页签。"), kind="good"
        )
        self.read()

    def _read_closed(self, row: dict[str, Any]) -> None:
        if self.view is None:
            return
        sitting = next((s for s in self.view.sittings if s.record == row.get("id")), None)
        if sitting is not None and sitting.case == self.office.case_id:
            self.office.read(turns, sitting.record, done=lambda said: self._put_sitting(sitting, said, writable=False))

    def _leave_reading(self) -> None:
        self.steps.setCurrentIndex(0)
        self.opening.first.setFocus()

    def _say_clock(self) -> None:
        self.sound.say()
        self.clock_line.setText(clock_words(self._shown, self.office.now()))

    def leave(self) -> None:
        """The window is closing: the unfinished turn goes to the disk."""
        if self.sitting is not None:
            self.keeper.save_now()
            self.sound.end("stopped")
