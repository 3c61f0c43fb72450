"""What every calculator is: a form, and under it, always in sight, what comes out, how, and by which article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refusal
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.widgets.form import Form
from ui.widgets.labels import label, panel, set_kind
from ui.widgets.money import MoneyEntry
from ui.widgets.scroll import FocusScroll

Answer = tuple[str, Sequence[str]]
"""What comes out, in one line, and the lines that lead to it with their articles."""

RANGED = ("divorce", "personality", "other_non_property", "ip_without_amount")
"""The figures of a suit's fee that the province fixes within a range (费用13)."""


class Calculator(QWidget):
    """Every change answers at once: with a result, with what is still missing, or with what is wrong and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.court: dict[str, Any] = {}
        self.form = Form()
        self.answer, self.steps = label("", "title"), label("", "faint")
        self.blanks = QWidget()
        self.column = QVBoxLayout(self.blanks)
        self.build()
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        frame, self._panel = panel()
        self.steps.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._below = FocusScroll(self.steps)
        # It stands on the panel, not on the ground of the page, and by keys it is read to its end.
        self._below.setStyleSheet("background: transparent")
        self._below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._below.setAccessibleName(tr("怎么算出来的"))
        self._panel.addWidget(self.answer)
        self._panel.addWidget(self._below, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(FocusScroll(self.blanks), 3)
        self._whole.addWidget(frame, 2)
        self.form.changed.connect(self.refresh)
        self.refresh()

    LOW = 300

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand(low=event.size().height() < self.LOW)

    def _stand(self, *, low: bool) -> None:
        """On a low screen only the answer stays in sight, and the lines that lead to it follow the form."""
        if low == self._below.isHidden():
            return
        self._below.setHidden(low)
        if low:
            self.column.insertWidget(self.column.count() - 1, self._below.takeWidget())
        else:
            self._below.setWidget(self.steps)
        self._whole.setStretch(1, 0 if low else 2)
        self._panel.setContentsMargins(*((10, 2, 10, 2) if low else (14, 12, 14, 12)))

    def build(self) -> None:
        """Fills the form, once."""

    def work(self) -> Answer:
        """The answer to what is in the form; a refusal is told."""
        raise NotImplementedError

    def first_blank(self) -> QWidget:
        return next(iter(self.form.blanks.values()))

    def use_court(self, court: dict[str, Any]) -> None:
        """Figures of this court are used from now on."""
        self.court = court
        self.refresh()

    def refresh(self) -> None:
        """The answer fits what is in the form."""
        wrong = self.wrong()
        if wrong:
            self._say("problem", wrong, [])
            return
        try:
            words, steps = self.work()
        except Refusal as refusal:
            sentence = sentence_of(refusal)
            self._say("problem", sentence.what, [sentence.next_step])
        else:
            self._say("title", words, steps)

    def wrong(self) -> str:
        """What can't be read as it was typed; empty where all can."""
        return next(iter(self.form.unreadable().values()), "")

    def _say(self, kind: str, words: str, steps: Sequence[str]) -> None:
        set_kind(self.answer, kind)
        self.answer.setText(words)
        self.steps.setText("\n".join(line for line in steps if line))

    @property
    def rounding(self) -> str:
        return str(self.court.get("fee_rounding", "fen"))


class ProvinceFigures:
    """The blanks of a form for the province's own figures: filled from the court's settings, shown where one counts."""

    def __init__(self, form: Form, names: Sequence[str]) -> None:
        self._form, self._names = form, names
        self._court: dict[str, str | None] = {}
        words = {
            "divorce": tr("离婚案件受理费（50—300元）"),
            "personality": tr("人格权案件受理费（100—500元）"),
            "other_non_property": tr("其他非财产案件受理费（50—100元）"),
            "ip_without_amount": tr("知识产权案件受理费，没有金额的（500—1000元）"),
            "jurisdiction_objection": tr("管辖异议不成立（50—100元）"),
            "enforcement_without_amount": tr("执行案件，没有金额的（50—500元）"),
        }
        for name in names:
            form.add(name, words[name], MoneyEntry())
        self.show(())

    def fill(self, court: Mapping[str, Any]) -> None:
        """A figure that nobody has typed is the court's, as it is now."""
        known = court.get("province_fees") or {}
        wrong = self._form.unreadable()
        untyped = [n for n in self._names if n not in wrong and self._form.value(n) == self._court.get(n)]
        self._form.set_values({name: known.get(name) for name in untyped})
        self._court |= {name: self._form.value(name) for name in untyped}

    def show(self, wanted: Sequence[str]) -> None:
        for name in self._names:
            self._form.show_blank(name, name in wanted)

    @property
    def values(self) -> dict[str, str]:
        """The figures that are there, as "300.00"."""
        return {name: value for name in self._names if (value := self._form.value(name))}
