"""Corrects what is known of a party; what stood there stays in the history."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.cases.model import Case, Party
from app.cases.service import correct_party
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.moment import DateEntry
from ui.words import PARTY_ROLES, word

BLANKS = ("name", "id_no", "sex", "born", "phone", "address", "occupation", "ethnicity")
ONLY_OF_PEOPLE = ("sex", "born", "occupation", "ethnicity")


class CorrectParty(QWidget):
    """Only what was changed is recorded."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.which = Form()
        self.who = Combo([])
        self.which.add("key", tr("谁"), self.who, required=True)
        column.addWidget(self.which)
        self.form = Form()
        self.form.add("name", tr("姓名或名称"), QLineEdit(), required=True)
        self.form.add("id_no", tr("证件号码"), QLineEdit())
        self.form.add("sex", tr("性别"), KeyedChoice([("男", tr("男")), ("女", tr("女"))]))
        self.form.add("born", tr("出生日期"), DateEntry())
        self.form.add("phone", tr("电话"), QLineEdit())
        self.form.add("address", tr("住址或住所地"), QLineEdit(), required=True)
        self.form.add("occupation", tr("职业"), QLineEdit())
        self.form.add("ethnicity", tr("民族"), QLineEdit())
        column.addWidget(self.form)
        column.addWidget(label(tr("已经签名或出具的文书不会变；需要的，另出补正裁定。"), "faint"))
        column.addWidget(flow(button(tr("记下更正"), self._correct, kind="main", key="Alt+G")))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "party_corrected", self.form, self._held)
        self.who.currentIndexChanged.connect(lambda _index: self._fill())

    def put(self, case: Case) -> None:
        """Shows the parties of this case."""
        kept = self.who.value if self._case is not None and self._case.id == case.id else ""
        self._case = case
        self.who.set_choices([(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in case.parties], kept or None)
        self._fill()

    @property
    def _party(self) -> Party | None:
        parties = self._case.parties if self._case is not None else ()
        return next((party for party in parties if party.key == self.who.value), None)

    def _held(self) -> dict[str, Any]:
        """What is known of the chosen party."""
        party = self._party
        return {name: party.data.get(name) or None for name in BLANKS} if party is not None else {}

    def _fill(self) -> None:
        if self._case is None:
            return
        party = self._party
        self.keeper.stand_for(f"{self._case.id} {self.who.value}")
        for name in ONLY_OF_PEOPLE:
            self.form.show_blank(name, party is None or party.kind == "natural_person")

    def _correct(self) -> None:
        party = self._party
        if self._case is None or party is None or not self.form.check():
            self.which.check()
            return
        changes = {
            name: self.form.value(name)
            for name in BLANKS
            if (self.form.value(name) or None) != (party.data.get(name) or None)
        }
        if not changes:
            self.office.tell(tr("没有改动。"), tr("改好要更正的一项，再记下。"), kind="warn")
            return
        self.keeper.record(correct_party, self._case.id, party.key, changes, done=self._corrected)

    def _corrected(self, _: object) -> None:
        self.office.tell(tr("更正已记下，原来的内容留在历史里。"), kind="good")
