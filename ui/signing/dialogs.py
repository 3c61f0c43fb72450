"""The dialogs of signing: the pad, the PINs, a refusal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.i18n import printed, tr
from ui.widgets.dialog import Dialog
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.pad import DrawingPad, Stroke


class PadDialog(Dialog):
    """Shows who signs what; gives the strokes."""

    def __init__(self, who: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("手写签名"))
        self.resize(900, 460)
        column = QVBoxLayout(self)
        column.addWidget(label(who, "big"))
        column.addWidget(label(tr("在《{title}》上签名").format(title=printed(title)), "section"))
        self.pad = DrawingPad(tr("请在这里写下姓名"))
        column.addWidget(self.pad, 1)
        column.addWidget(label(tr("手写笔迹（完整性保护）：笔画、时间和压力加密保存，可供鉴定。"), "faint"))
        self.done_button = button(tr("签好了"), self._finish, kind="main", key="Ctrl+Return")
        column.addWidget(flow(self.done_button, button(tr("重写"), self.pad.clear), button(tr("不签了"), self.reject)))
        self.wrong = label("", "problem")
        column.addWidget(self.wrong)

    @property
    def strokes(self) -> list[Stroke]:
        return self.pad.strokes

    def _finish(self) -> None:
        if self.pad.is_blank:
            self.wrong.setText(
                tr(
                    "还没有笔迹。请写下姓名，再按“签好了”。"
                    "没有手写板或者不会写字的，按 Esc 返回，捺印（Alt+I），或者在纸上签好再扫描存入（Alt+U）。"
                )
            )
            return
        self.accept()


class PinDialog(Dialog):
    """Asks for one PIN of each officer named."""

    def __init__(self, words: str, people: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("短码确认"))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.addWidget(label(words, "section"))
        self.form = Form()
        for officer, name in people:
            line = QLineEdit()
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhDigitsOnly)
            line.returnPressed.connect(self._next)
            self.form.add(officer, tr("{name} 的短码").format(name=name), line, required=True)
        column.addWidget(self.form)
        column.addWidget(flow(button(tr("确认"), self._finish, kind="main"), button(tr("取消"), self.reject)))
        next(iter(self.form.blanks.values())).setFocus()

    @property
    def pins(self) -> dict[str, str]:
        return {officer: str(pin) for officer, pin in self.form.values().items()}

    def _next(self) -> None:
        empty = next((name for name, pin in self.pins.items() if not pin), None)
        if empty is None:
            self._finish()
        else:
            self.form.blanks[empty].setFocus()

    def _finish(self) -> None:
        if self.form.check():
            self.accept()


class RefusalDialog(Dialog):
    """拒签: the reason and who saw it."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("拒签"))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.addWidget(label(tr("{who} 拒绝签名，记明情况附卷（民诉150）。").format(who=who), "section"))
        self.form = Form()
        self.form.add("reason", tr("拒签的理由"), LongText(lines=3), required=True)
        self.form.add("witnesses", tr("见证人（用顿号隔开）"), QLineEdit(), required=True)
        column.addWidget(self.form)
        column.addWidget(flow(button(tr("记下拒签"), self._finish, kind="main"), button(tr("返回"), self.reject)))

    @property
    def reason(self) -> str:
        return str(self.form.value("reason"))

    @property
    def witnesses(self) -> list[str]:
        words = str(self.form.value("witnesses")).replace("，", "、")
        return [name.strip() for name in words.split("、") if name.strip()]

    def _finish(self) -> None:
        if self.form.check():
            self.accept()
