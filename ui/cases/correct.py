"""Corrects what is known of a party; what stood there stays in the history."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.service import correct_party
from ui.i18n import tr
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
        self.form = Form()
        self.who = Combo([])
        self.form.add("key", tr("谁"), self.who, required=True)
        self.form.add("name", tr("姓名或名称"), QLineEdit(), required=True)
        self.form.add("id_no", tr("证件号码"), QLineEdit())
        self.form.add("sex", tr("性别"), KeyedChoice([("男", tr("男")), ("女", tr("女"))]))
        self.form.add("born", tr("出生日期"), DateEntry())
        self.form.add("phone", tr("电话"), QLineEdit())
        self.form.add("address", tr("住址或住所地"), QLineEdit(), required=True)
        self.form.add("occupation", tr("职业"), QLineEdit())
        self.form.add("ethnicity", tr("民族"), QLineEdit())
        self.who.currentIndexChanged.connect(lambda _index: self._fill())
        column.addWidget(self.form)
        column.addWidget(label(tr("已经签名或出具的文书不会变；需要的，另出补正裁定。"), "faint"))
        column.addWidget(flow(button(tr("记下更正"), self._correct, kind="main", key="Alt+G")))
        column.addStretch(1)

    def put(self, case: Case) -> None:
        """Shows the parties of this case."""
        self._case = case
        kept = self.who.value
        self.who.set_choices([(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in case.parties], kept or None)
        self._fill()

    def _fill(self) -> None:
        party = next((p for p in self._case.parties if p.key == self.who.value), None) if self._case else None
        if party is None:
            self.form.set_values(dict.fromkeys(BLANKS))
        else:
            self.form.set_values({name: party.data.get(name) or None for name in BLANKS})
            for name in ONLY_OF_PEOPLE:
                self.form.show_blank(name, party.kind == "natural_person")

    def _correct(self) -> None:
        if self._case is None or not self.form.check():
            return
        party = next(p for p in self._case.parties if p.key == self.who.value)
        changes = {
            name: self.form.value(name)
            for name in BLANKS
            if (self.form.value(name) or None) != (party.data.get(name) or None)
        }
        if not changes:
            self.office.tell(tr("没有改动。"), tr("改好要更正的一项，再记下。"), kind="warn")
            return
        self.office.act(correct_party, self._case.id, party.key, changes, done=self._corrected)

    def _corrected(self, _: object) -> None:
        self.office.tell(tr("更正已记下，原来的内容留在历史里。"), kind="good")
