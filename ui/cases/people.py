"""当事人: correct what is known, name agents, join another; one digit picks which."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.cases.model import Case
from ui.cases.agents import Agents
from ui.cases.correct import CorrectParty
from ui.cases.joining import Joining
from ui.i18n import tr
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice


class People(QWidget):
    """Three acts on the parties of a case, one in sight at a time."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        acts = [("correct", tr("更正信息")), ("agents", tr("委托代理人")), ("join", tr("追加当事人"))]
        self.act = KeyedChoice(acts, "correct")
        self.act.setAccessibleName(tr("办什么"))
        column.addWidget(self.act)
        self.correct, self.agents, self.joining = CorrectParty(office), Agents(office), Joining(office)
        self.forms = QStackedWidget()
        for form in (self.correct, self.agents, self.joining):
            self.forms.addWidget(form)
        column.addWidget(self.forms, 1)
        self.act.changed.connect(self._picked)

    def put(self, case: Case) -> None:
        """Shows the parties of this case."""
        for form in (self.correct, self.agents, self.joining):
            form.put(case)

    def _picked(self) -> None:
        self.forms.setCurrentIndex(["correct", "agents", "join"].index(self.act.value or "correct"))
