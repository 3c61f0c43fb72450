"""The dialog in which judge and clerk change places at one laptop."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refusal
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.office import Office, Person
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.notice import NoticeBar
from ui.words import role_name


class PeopleDialog(QDialog):
    """Whoever is signed in can take over at once; another officer signs in with a passphrase first."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.setWindowTitle(tr("换人操作"))
        self.setMinimumWidth(480)
        self._in: list[str] = []
        column = QVBoxLayout(self)
        column.addWidget(label(tr("审判员和书记员共用一台电脑：谁办的事记在谁名下。"), "faint"))
        self.notice = NoticeBar()
        column.addWidget(self.notice)
        self.form = Form()
        self.who = Combo([])
        self.form.add("who", tr("现在谁来操作"), self.who, required=True)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self._take)
        self.form.add("passphrase", tr("登录口令（还没登录的人）"), self.passphrase)
        self.who.currentIndexChanged.connect(lambda _index: self._chosen())
        column.addWidget(self.form)
        self.take_button = button(tr("换人"), self._take, kind="main")
        column.addWidget(flow(self.take_button, button(tr("返回"), self.reject)))
        office.read(office.connections.keys["signed_in"], done=self._known)

    def _known(self, people: list[Person]) -> None:
        self._in = [person.id for person in people]
        roles = {person.id: person.role for person in people}
        rows = [
            (p.id, f"{p.name}  {role_name(roles.get(p.id, p.role))}" + ("" if p.id in self._in else tr("（未登录）")))
            for p in self.office.officers
        ]
        other = next((p.id for p in self.office.officers if p.id != self.office.officer.id), None)
        self.who.set_choices(rows, other)
        self._chosen()
        (self.take_button if other in self._in else self.passphrase).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        self.form.show_blank("passphrase", self.who.value not in self._in)

    def _take(self) -> None:
        who = self.who.value
        if not who:
            return
        keys = self.office.connections.keys
        self.take_button.setEnabled(False)
        if who in self._in:
            self.office.jobs.replace_desk(keys["act_as"], who, done=self._taken, refused=self._refused)
        else:
            words = self.passphrase.text()
            self.passphrase.clear()
            self.office.jobs.replace_desk(keys["join"], who, words, done=self._taken, refused=self._refused)

    def _taken(self, desk: Any) -> None:
        officer = desk.officer
        self.office.seat(Person(officer.id, officer.name, officer.role))
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.take_button.setEnabled(True)
        sentence = sentence_of(refusal)
        self.notice.tell(sentence.what, sentence.next_step, kind="problem")
