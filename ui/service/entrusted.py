"""委托送达: when the other court had the letter, and what it sent back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk import Desk
from app.documents.store import papers_of
from app.service.entrusted import LETTER, note_letter_received, note_returned
from app.service.store import entrustments_of
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry


@dataclass(frozen=True)
class Waited:
    """``letters``: each letter whose certificate is not back, with the words for it."""

    case: str
    letters: list[tuple[str, str]]


class Entrusted(QWidget):
    """In sight while a letter to another court waits; each step is recorded on the day that it says."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("委托送达"), "section"))
        self.form = Form()
        self.letter = Combo([])
        self.form.add("letter", tr("哪份委托函"), self.letter, required=True)
        steps = [
            ("received", tr("受托法院收到")),
            ("served", tr("回证退回，已送达")),
            ("not_served", tr("退回，没有送达")),
        ]
        self.step = KeyedChoice(steps)
        self.form.add("step", tr("办什么"), self.step, required=True)
        self.form.add("at", tr("什么时候"), MomentEntry(), required=True)
        self.keeper = FormKeeper(office, "entrusted_service", self.form, lambda: {"at": office.now().isoformat()})
        column.addWidget(self.form)
        column.addWidget(label(tr("受托法院收到委托函和文书后十日内送达（解释134）。"), "faint"))
        self.record_button = button(tr("记下委托送达"), self._record, key="Alt+E")
        column.addWidget(flow(self.record_button))
        self.hide()

    def read(self) -> None:
        """Asks which letters wait."""
        self.office.read(_view, self.office.case_id, done=self._show)

    def _show(self, seen: Waited) -> None:
        if seen.case != self.office.case_id:
            return
        self.keeper.stand_for(seen.case)
        self.letter.set_choices(seen.letters, self.letter.value or (seen.letters[0][0] if seen.letters else None))
        self.setVisible(bool(seen.letters))

    def _record(self) -> None:
        if self.form.check():
            self.keeper.record(_step, self.office.case_id, self.form.values(), done=self._recorded)

    def _recorded(self, step: str) -> None:
        next_step = {
            "received": tr("十日以后还没有退回的，工作台提醒催办。"),
            "served": tr("照回证上的时间，上面用“委托”方式把这几份文书记下送达。"),
            "not_served": tr("换一种方式送达。"),
        }[step]
        self.office.refresh_case()
        self.office.tell(tr("委托送达已记下。"), next_step, kind="good")


def _view(desk: Desk, case: str) -> Waited:
    received = {one.letter: one for one in entrustments_of(desk.database, case)}
    letters = list[tuple[str, str]]()
    for paper in papers_of(desk.database, case):
        held = received.get(paper.record)
        if paper.document != LETTER or (held is not None and held.returned_at is not None):
            continue
        words = f"{(paper.blanks.get('letter') or {}).get('to', '')}　{paper.made_on}"
        if held is not None:
            words += "　" + tr("{day} 收到").format(day=held.at[:10])
        letters.append((paper.record, words))
    return Waited(case, letters)


def _step(desk: Desk, case: str, told: dict[str, Any]) -> str:
    """Writes what happened; gives which it was."""
    step, letter, at = str(told["step"]), str(told["letter"]), str(told["at"])
    if step == "received":
        note_letter_received(desk, case, letter, at=at)
    else:
        note_returned(desk, case, letter, result=step, at=at)
    return step
