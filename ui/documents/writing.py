"""What the officer writes on the paper under the cursor: its free blanks, filled in from the case, kept as a draft."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refusal
from ui.documents.entries import BlanksForm
from ui.documents.offers import DRAFT, Choices, Offer, Writing, draft_key, writing
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.drafts import DraftKeeper
from ui.shell.office import Office
from ui.widgets.labels import label


class WritingPanel(QWidget):
    """``ready`` when the blanks of the paper stand here with what is known; ``changed`` when something was typed."""

    ready = Signal()
    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._asked = 0
        self._touched = False
        self.blanks: BlanksForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = label(tr("这份文书自己的内容：案件里有的已经填好，可以改"), "section")
        self._column.addWidget(self._heading)
        self.keeper = DraftKeeper(office, DRAFT, self._draft_text, self)
        self.close_paper()

    def open_paper(self, offer: Offer, choices: Choices) -> None:
        """The paper's free blanks are asked after; ``ready`` follows."""
        self.close_paper()
        ticket = self._asked
        case = self._office.dossier

        def found(told: Writing) -> None:
            if ticket != self._asked:
                return
            if not told.free:
                self.ready.emit()
                return
            form = BlanksForm(told.free, told.parties)
            form.set_value(told.values)
            self.blanks = form
            self._column.addWidget(form)
            self._heading.show()
            self.keeper.open(draft_key(case, offer.document, offer.about), lambda text: drafted(form, told, text))

        def drafted(form: BlanksForm, told: Writing, text: str) -> None:
            if form is not self.blanks:
                return  # the paper was left, or issued, before its draft came
            form.set_value({**told.values, **(json.loads(text) if text else {})})
            form.changed.connect(self._typed)
            self.ready.emit()

        def refused(_refusal: Refusal) -> None:
            # The draft that follows is refused alike, and says it where the paper would stand.
            if ticket == self._asked:
                self.ready.emit()

        self._office.jobs.call(writing, case, offer.document, offer.about, choices, done=found, refused=refused)

    def close_paper(self) -> None:
        """No paper is being written; what was typed lies in its draft."""
        self._asked += 1
        self._heading.hide()
        if self.blanks is not None:
            if self._touched:
                self.keeper.save_now()
            self._touched = False
            self._column.removeWidget(self.blanks)
            self.blanks.deleteLater()
            self.blanks = None

    def issued(self) -> None:
        """The paper was issued, and its draft went with it."""
        self.keeper.drop_later()
        self._touched = False
        self.blanks, blanks = None, self.blanks
        if blanks is not None:
            blanks.deleteLater()
        self._heading.hide()

    def focus_first_empty(self) -> None:
        if self.blanks is not None:
            self.blanks.focus_first_empty()

    @property
    def value(self) -> dict[str, Any]:
        return self.blanks.value if self.blanks is not None else {}

    def point_at(self, refusal: Refusal, *, focus: bool = False) -> bool:
        """Says beside the blank of the refusal what is wrong; False where that blank is not asked here."""
        path = str(refusal.details.get("blank") or "")
        return (
            self.blanks is not None
            and bool(path)
            and self.blanks.point_at(path, sentence_of(refusal).what, focus=focus)
        )

    def clear_problems(self) -> None:
        if self.blanks is not None:
            self.blanks.clear_problems()

    def _typed(self) -> None:
        self._touched = True
        self.keeper.typed()
        self.changed.emit()

    def _draft_text(self) -> str:
        return json.dumps(self.value, ensure_ascii=False, sort_keys=True)
