"""Sign-in: who sits down, with which passphrase."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refusal
from ui.i18n import LANGUAGES, tr
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.labels import button, label, panel
from ui.widgets.scroll import FocusScroll
from ui.words import role_name

if TYPE_CHECKING:
    from ui.widgets.empty import EmptyPanel
    from ui.widgets.notice import NoticeBar

DAMAGED = ("database_damaged", "database_missing")
"""Refusals after which the second copy can help."""


class SignIn(QWidget):
    """Asks for officer and passphrase; ``entered`` says that the desk is open.

    Nobody can type before what is imported here is read in: what only an answer needs is imported with the answer.
    """

    entered = Signal(object)
    language_wanted = Signal(str)
    enrolment_wanted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setObjectName("window")
        self.office = office
        inside = QWidget()
        inside.setObjectName("window")
        middle = QHBoxLayout(inside)
        middle.addStretch(1)
        self._column = column = QVBoxLayout()
        column.addStretch(1)
        middle.addLayout(column, 3)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(FocusScroll(inside))
        column.addWidget(label("巡回 Xunhui", "big"))
        column.addWidget(label(tr("不联网也能办案。这台电脑上的案件都已加密。"), "faint"))
        self._below_title = column.count()
        frame, box = panel()
        self.people = Combo([])
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.people.setAccessibleName(tr("人员"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setProperty("inputMethodHints", "ImhSensitiveData")
        self.passphrase.setAccessibleName(tr("登录口令"))
        self.enter_button = button(tr("登录"), self.sign_in, kind="main")
        self.refill_button = button(tr("从第二份恢复"), self.refill, kind="main")
        self.refill_button.setVisible(False)
        self.waiting = label("", "faint")
        who, words = label(tr("人员"), wrap=False), label(tr("登录口令（不是签名用的短码）"), wrap=False)
        who.setBuddy(self.people)
        words.setBuddy(self.passphrase)
        for widget in (who, self.people, words, self.passphrase, self.enter_button, self.refill_button, self.waiting):
            box.addWidget(widget)
        self.frame = frame
        column.addWidget(frame)
        now = str(office.connections.preferences.get("language", "zh"))
        other, name = next(pair for pair in LANGUAGES if pair[0] != now)
        self.language = button(name, lambda: self.language_wanted.emit(other), kind="quiet")
        at_the_left = QHBoxLayout()
        at_the_left.addWidget(self.language)
        at_the_left.addStretch(1)
        column.addLayout(at_the_left)
        column.addStretch(2)
        self.passphrase.returnPressed.connect(self.sign_in)

    @cached_property
    def notice(self) -> NoticeBar:
        """What is wrong with what was entered; made when something is."""
        from ui.widgets.notice import NoticeBar

        bar = NoticeBar()
        self._column.insertWidget(self._below_title, bar)
        return bar

    @cached_property
    def empty(self) -> EmptyPanel:
        """Stands in the place of the blanks where nobody can sign in; made only there."""
        from ui.widgets.empty import EmptyPanel

        panel = EmptyPanel(
            tr("这台电脑还没有领用"),
            tr("向法院要一张登记单，按下面的键办。想先试一试，运行 xunhui practice，里面没有真案件。"),
            [(tr("用登记码领用"), self.enrolment_wanted.emit)] if "settle_in" in self.office.connections.keys else [],
        )
        self._column.insertWidget(self._column.indexOf(self.frame), panel)
        return panel

    def _first_blank(self) -> QWidget:
        if self.office.officers:
            return self.passphrase
        return next(iter(self.empty.buttons), self.language)

    def look(self) -> None:
        """Shows who may sign in on this laptop; the first key typed belongs to the passphrase."""
        people = self.office.connections.officers()
        self.office.officers = people
        self.people.set_choices([(p.id, f"{p.name}  {role_name(p.role)}") for p in people])
        last = str(self.office.connections.preferences.get("last_officer", ""))
        if people:
            self.people.setCurrentIndex(0)
        if last and any(person.id == last for person in people):
            self.people.set_value(last)
        self.frame.setVisible(bool(people))
        if not people or "empty" in vars(self):
            self.empty.setVisible(not people)
        self._first_blank().setFocus()

    def sign_in(self) -> None:
        """Opens the desk with what was typed; the passphrase leaves the screen at once."""
        if not self.enter_button.isEnabled():
            return
        officer, words = self.people.value, self.passphrase.text()
        if not words:
            self.notice.tell(tr("还没有输入口令。"), tr("输入登录口令，再按 Enter。"), kind="problem")
            self.passphrase.setFocus()
            return
        self.passphrase.clear()
        self.enter_button.setEnabled(False)
        self.waiting.setText(tr("正在解开本机的密钥，约一秒……"))
        self.office.jobs.open(
            self.office.connections.sign_in,
            officer,
            words,
            done=self._opened,
            refused=self._refused,
            failed=self._failed,
        )

    def _opened(self, desk: object) -> None:
        self._ready()
        self.notice.clear()
        self.entered.emit(desk)

    def _refused(self, refusal: Refusal) -> None:
        from ui.refusals import sentence_of

        self._ready()
        sentence = sentence_of(refusal)
        self.notice.tell(sentence.what, sentence.next_step, kind="problem")
        self.refill_button.setVisible(refusal.code in DAMAGED and "refill" in self.office.connections.keys)
        self.passphrase.setFocus()

    def refill(self) -> None:
        """Makes the damaged database anew from the second copy, and says what is missing."""
        officer, words = self.people.value, self.passphrase.text()
        if not words:
            self.notice.tell(tr("还没有输入口令。"), tr("输入登录口令，再按“从第二份恢复”。"), kind="problem")
            self.passphrase.setFocus()
            return
        self.passphrase.clear()
        self.enter_button.setEnabled(False)
        self.waiting.setText(tr("正在从第二份恢复，坏了的文件原样留着……"))
        refill = self.office.connections.keys["refill"]
        self.office.jobs.aside(
            refill, officer, words, done=self._refilled, refused=self._refused, failed=self._failed
        )

    def _refilled(self, report: Any) -> None:
        self._ready()
        self.refill_button.setVisible(False)
        found = tr("恢复了 {entries} 条记录、{attachments} 件附件。").format(
            entries=report.entries, attachments=report.attachments
        )
        if report.complete:
            self.notice.tell(found, tr("都在了，请登录。"), kind="good")
        else:
            missing = tr("缺 {entries} 条记录、{attachments} 件附件；请登录后马上告诉管理员。").format(
                entries=len(report.missing) + len(report.refused), attachments=len(report.attachments_missing)
            )
            self.notice.tell(found, missing, kind="warn")
        self.passphrase.setFocus()

    def _failed(self, reason: BaseException) -> None:
        self._ready()
        self.office.jobs.failed_by_default.emit(reason)

    def _ready(self) -> None:
        self.enter_button.setEnabled(True)
        self.waiting.setText("")

