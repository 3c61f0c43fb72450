"""What the hearing page shows and does about sound: record, say so all the time, and play back one turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.attachments.store import get
from app.hearings.recording import rescue_recordings, seconds_of, sound_of_turn
from app.hearings.store import Recording, Sitting, recordings_of
from ui.hearings.microphone import Loudspeaker, find_loudspeaker, find_microphone
from ui.hearings.recorder import Recorder
from ui.i18n import tr
from ui.shell.office import Office
from ui.widgets.labels import button, label, set_kind


class Sound(QObject):
    """``state_label`` always says whether sound is recorded; the buttons belong to the page's row."""

    began = Signal(bool)
    """Recording began; True the first time in this sitting, when the parties are to be told."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self.office = office
        self.sitting: Sitting | None = None
        self.held: list[Recording] = []
        self.find_loudspeaker: Callable[[], Loudspeaker | None] = find_loudspeaker
        self._loudspeaker: Loudspeaker | None = None
        self.recorder = Recorder(office, find_microphone, self)
        self.recorder.changed.connect(self.say)
        self.recorder.begun.connect(self._begun)
        self.recorder.no_microphone.connect(self._no_microphone)
        self.state_label = label("", "faint", wrap=False)
        self.record_button = button(tr("录音"), self.toggle, key="Alt+R")

    def put(self, sitting: Sitting | None) -> None:
        """The sitting that may be recorded now; what a power cut left of its sound is made whole first."""
        self.sitting = sitting
        self.held = []
        if sitting is not None and self.recorder.state == "off":
            self.office.read(_made_whole, sitting.record, done=self._read)
        self.say()

    def toggle(self) -> None:
        """Begins to record, or ends."""
        if self.recorder.state == "on":
            self.end("stopped")
        elif self.sitting is not None:
            self.recorder.begin(self.sitting.record)

    def end(self, why: str, done: Callable[[], None] | None = None) -> None:
        """What was recorded is an attachment; then ``done`` goes on."""
        sitting = self.sitting

        def ended() -> None:
            if sitting is not None:
                self.office.read(_recordings, sitting.record, done=self._held)
            if done is not None:
                done()

        self.recorder.end(why, ended)

    def go_on(self) -> None:
        """After 休庭: recorded again if it was recorded before."""
        if self.sitting is not None and self.held and self.held[-1].why == "paused":
            self.recorder.begin(self.sitting.record)

    def say(self) -> None:
        """Shows the state; called each second while a sitting is open."""
        state = self.recorder.state
        passed = f"{self.recorder.seconds // 60}:{self.recorder.seconds % 60:02}"
        kind, words = "faint", tr("○ 没有录音")
        if self.recorder.silent:
            kind, words = "problem", tr("● 录音中 {time}　没有声音，看看麦克风").format(time=passed)
        elif state == "on":
            kind, words = "good", tr("● 录音中 {time}").format(time=passed)
        elif state == "looking":
            words = tr("○ 正在找麦克风")
        elif state == "ending":
            words = tr("○ 正在存好录音")
        self.state_label.setText(words)
        set_kind(self.state_label, kind)
        self.record_button.setText(f"{tr('停止录音') if state == 'on' else tr('录音')}  Alt+R")
        # A button's shortcut goes with its text.
        self.record_button.setShortcut("Alt+R")

    def play(self, sitting: str, turn: str) -> None:
        """What was said in that turn is heard again, from memory."""
        self.office.read(sound_of_turn, sitting, turn, done=self._play)

    def _play(self, samples: bytes) -> None:
        def found(loudspeaker: Loudspeaker | None) -> None:
            self._loudspeaker = loudspeaker
            if loudspeaker is None:
                self.office.tell(tr("这台电脑没有可用的扬声器。"), tr("接上耳机或音箱再听。"), kind="warn")
            else:
                loudspeaker.play(samples)

        self.office.jobs.aside(self.find_loudspeaker, done=found)

    def _begun(self) -> None:
        self.began.emit(not self.held)

    def _no_microphone(self) -> None:
        self.office.tell(
            tr("这台电脑没有可用的麦克风，没有录音。"),
            tr("接上麦克风再按 Alt+R；不录音也可以照常记录。"),
            kind="warn",
        )

    def _read(self, found: tuple[list[Recording], float]) -> None:
        held, saved = found
        self.held = held
        if saved:
            minutes = f"{int(saved) // 60}:{int(saved) % 60:02}"
            self.office.tell(
                tr("上次录音被打断，已保住 {time}。").format(time=minutes),
                tr("按 Alt+R 接着录音；闭庭后“文书”页有录音故障说明。"),
                kind="warn",
            )

    def _held(self, held: list[Recording]) -> None:
        self.held = held


def _made_whole(desk: Any, sitting: str) -> tuple[list[Recording], float]:
    """The sitting's recordings, and how many seconds of sound were just saved from a power cut."""
    saved = 0.0
    for one in rescue_recordings(desk, sitting):
        row = get(desk.database, one.attachment) if one.attachment is not None else None
        saved += seconds_of(int(row["size"])) if row is not None else 0
    return recordings_of(desk.database, sitting), saved


def _recordings(desk: Any, sitting: str) -> list[Recording]:
    return recordings_of(desk.database, sitting)
