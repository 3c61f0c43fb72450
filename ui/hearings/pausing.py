"""休庭: why and until when, what stands on the screen meanwhile, and how long was heard."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refusal
from app.hearings.pauses import (
    adjourn_sitting,
    adjournment_advice,
    pause_sitting,
    resume_sitting,
    time_heard,
    time_paused,
)
from app.hearings.service import speaker_code
from app.hearings.store import Pause, Sitting, Turn, load_sitting
from ui.hearings.transcript import Said
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.dialog import Dialog
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry

REASONS = (
    "短暂休息",
    "双方协商",
    "当事人申请回避，等待决定",
    "到现场查看",
    "需要通知新的证人到庭",
    "需要调取新的证据",
    "需要鉴定",
    "当事人身体不适",
    "停电",
)
"""Words of the record: they stay Chinese in every language of the window, and may be changed."""


class PauseDialog(Dialog):
    """Ctrl+Enter pauses; the second choice ends today's sitting and sets, or leaves open, another day."""

    def __init__(self, office: Office, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office, self.sitting = office, sitting
        self.setWindowTitle(tr("休庭"))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        self.form = Form()
        ways = [("later", tr("稍后继续")), ("another_day", tr("择期继续，今天到此为止"))]
        self.way = KeyedChoice(ways, "another_day" if sitting.paused else "later")
        self.form.add("way", tr("怎么休"), self.way, required=True)
        self.reason = Combo([(words, words) for words in REASONS], editable=True)
        self.reason.setEditText(sitting.paused.reason if sitting.paused else "")
        self.form.add("reason", tr("事由"), self.reason, required=True)
        self.to = MomentEntry()
        self.form.add("to", tr("继续开庭的时间"), self.to)
        self.place = QLineEdit(str(sitting.fields.get("place", "")))
        self.form.add("place", tr("继续开庭的地点"), self.place)
        column.addWidget(self.form)
        self.advice = label("", "warn")
        self.advice.hide()
        column.addWidget(self.advice)
        self.hint = label("", "faint")
        column.addWidget(self.hint)
        column.addWidget(
            flow(
                button(tr("记入笔录，休庭"), self._record, kind="main", key="Ctrl+Return"),
                button(tr("不休庭"), self.reject),
            )
        )
        self.way.changed.connect(self._way_changed)
        self.to.editingFinished.connect(self._ask_advice)
        self._way_changed()
        self.reason.setFocus()

    @property
    def values(self) -> dict[str, Any]:
        """What ``pause`` or ``adjourn`` takes besides the sitting and the moment."""
        if self.way.value == "later":
            return {"reason": self.form.value("reason")}
        to = self.form.value("to")
        return {"reason": self.form.value("reason"), "to": to, "place": self.form.value("place") if to else None}

    def _way_changed(self) -> None:
        another_day = self.way.value == "another_day"
        for name in ("to", "place"):
            self.form.show_blank(name, another_day)
        self.hint.setText(
            tr("今天的笔录今天签；时间没定的不填，另行通知。下次开庭另做一份笔录。")
            if another_day
            else tr("时间和事由记入笔录；休庭的时间不算开庭时间。")
        )
        self._advise(None)

    def _ask_advice(self) -> None:
        if self.to.value is not None:
            days = (self.office.now().date(), self.to.value.date())
            self.office.read(adjournment_advice, self.sitting.case, *days, done=self._advise)

    def _advise(self, advice: Refusal | None) -> None:
        self.advice.setVisible(advice is not None)
        if advice is not None:
            sentence = sentence_of(advice)
            self.advice.setText(sentence.whole)

    def _record(self) -> None:
        if not self.form.check():
            return
        if self.way.value == "another_day" and self.to.value is not None:
            if self.to.value <= self.office.now():
                self.form.show_problem("to", tr("这个时间已经过了。写一个将来的时间，或者不填。"))
                self.to.setFocus()
                return
            if not self.place.text().strip():
                self.form.show_problem("place", tr("写明在哪里继续开庭。"))
                self.place.setFocus()
                return
        self.accept()


class PausePanel(QFrame):
    """What stands in the place of the typing line while the sitting is paused."""

    go_on = Signal()
    put_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        self.words = label("", "section")
        column.addWidget(self.words)
        self.resume_button = button(tr("继续开庭"), self.go_on.emit, kind="main", key="Alt+P")
        column.addWidget(flow(self.resume_button, button(tr("择期继续，今天到此为止"), self.put_off.emit)))

    def put(self, sitting: Sitting) -> None:
        """Says since when and why."""
        if sitting.paused is not None:
            words = tr("休庭中　{at} 起，事由：{reason}")
            self.words.setText(words.format(at=_moment(sitting.paused.at), reason=sitting.paused.reason))


def said_in(sitting: Sitting, turns: list[Turn]) -> list[Said]:
    """The turns as the record on screen shows them, with 休庭 and 继续开庭 where they were."""
    shown: list[Said] = []
    notes = [(pause.after, said) for pause in sitting.pauses for said in _notes_of(pause)]
    for turn in turns:
        shown += [said for after, said in notes if after < turn.ordinal]
        notes = [(after, said) for after, said in notes if after >= turn.ordinal]
        shown.append(Said(speaker_code(turn.speaker), turn.speaker, turn.text, turn.record, turn.corrected_from))
    return shown + [said for _after, said in notes]


def _notes_of(pause: Pause) -> list[Said]:
    """Words of the record, so they stay Chinese in every language of the window."""
    notes = [Said("", "", f"（{_moment(pause.at)} 休庭，事由：{pause.reason}）")]
    return notes if pause.until is None else [*notes, Said("", "", f"（{_moment(pause.until)} 继续开庭）")]


def _moment(text: str) -> str:
    return text[:16].replace("T", " ")


def clock_words(sitting: Sitting, now: datetime.datetime) -> str:
    """已开庭 0:25:03, without the pauses, which stand beside it."""
    words = tr("已开庭 {time}").format(time=_hours(time_heard(sitting, now)))
    if not sitting.pauses:
        return words
    paused = tr("休庭 {count} 次，共 {time}").format(count=len(sitting.pauses), time=_hours(time_paused(sitting, now)))
    return f"{tr('休庭中')}　{words}　{paused}" if sitting.paused else f"{words}　{paused}"


def _hours(span: datetime.timedelta) -> str:
    seconds = max(int(span.total_seconds()), 0)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def pause(desk: Any, sitting: str, at: str, values: dict[str, Any]) -> Sitting:
    """The sitting is paused, or, where a day may come with it, over for today; gives it as it now stands."""
    if "to" in values:
        adjourn_sitting(desk, sitting, at, **values)
    else:
        pause_sitting(desk, sitting, at, **values)
    return load_sitting(desk.database, sitting)


def resume(desk: Any, sitting: str, at: str) -> Sitting:
    """The sitting goes on; gives it as it now stands."""
    resume_sitting(desk, sitting, at)
    return load_sitting(desk.database, sitting)
