"""The locked screen: the case is out of sight, the key still in memory, a short PIN opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refusal
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.office import KEYS_GONE, Office
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, panel
from ui.widgets.notice import NoticeBar
from ui.words import role_name


class LockScreen(QWidget):
    """Asks for the PIN; ``opened`` goes back to work, ``left`` signs out."""

    opened = Signal()
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setObjectName("window")
        self.office = office
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        middle.addLayout(column, 3)
        middle.addStretch(1)
        column.addWidget(label(tr("屏幕已锁"), "big"))
        self.who = label("", "faint")
        column.addWidget(self.who)
        self.notice = NoticeBar()
        column.addWidget(self.notice)
        frame, box = panel()
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhDigitsOnly)
        self.pin.setMaxLength(32)
        self.pin.setAccessibleName(tr("短码"))
        words = label(tr("短码（PIN）"), wrap=False)
        words.setBuddy(self.pin)
        self.open_button = button(tr("解锁"), self.unlock, kind="main")
        box.addWidget(words)
        box.addWidget(self.pin)
        box.addWidget(flow(self.open_button, button(tr("退出登录"), self.left.emit)))
        box.addWidget(label(tr("连错五次，密钥会从内存中清除，要重新用口令登录。"), "faint"))
        column.addWidget(frame)
        column.addStretch(2)
        self.pin.returnPressed.connect(self.unlock)

    def begin(self) -> None:
        """Nothing of the case can be seen; the cursor is in the PIN."""
        officer = self.office.officer
        self.who.setText(f"{officer.name}  {role_name(officer.role)}")
        self.notice.clear()
        self.open_button.setEnabled(True)
        self.pin.clear()
        self.pin.setFocus()

    def unlock(self) -> None:
        typed = self.pin.text()
        self.pin.clear()
        if not typed:
            self.notice.tell(tr("还没有输入短码。"), tr("输入短码，再按 Enter。"), kind="problem")
            return
        self.open_button.setEnabled(False)
        self.office.jobs.call(self.office.connections.confirm_pin, typed, done=self._opened, refused=self._refused)

    def _opened(self, _: object) -> None:
        self.open_button.setEnabled(True)
        self.opened.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.open_button.setEnabled(True)
        if refusal.code in KEYS_GONE:
            self.office.refuse(refusal)
            return
        sentence = sentence_of(refusal)
        self.notice.tell(sentence.what, sentence.next_step, kind="problem")
        self.pin.setFocus()
