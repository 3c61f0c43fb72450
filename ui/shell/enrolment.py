"""领用这台电脑: a code from the court, its ten words, each officer's passphrase and PIN, and what waits afterwards."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.errors import Refusal
from app.keys.passphrase import require_strong
from app.keys.pin import require_fit
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, panel
from ui.widgets.notice import NoticeBar
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll
from ui.words import role_name


class EnrolmentScreen(QWidget):
    """One step at a time; ``settled`` says that officers can sign in, ``left`` that nothing was done."""

    settled = Signal()
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setObjectName("window")
        self.office = office
        self._keys = office.connections.keys
        self._ticket: Any = None
        self._welcome: Any = None
        self._chosen: list[tuple[str, str, str]] = []
        inside = QWidget()
        inside.setObjectName("window")
        middle = QHBoxLayout(inside)
        column = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column, 4)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(FocusScroll(inside))
        column.addWidget(label(tr("领用这台电脑"), "big"))
        self.notice = NoticeBar()
        column.addWidget(self.notice)
        self.steps = QStackedWidget()
        for step in (self._where(), self._words(), self._officers(), self._waiting()):
            self.steps.addWidget(step)
        column.addWidget(self.steps)
        self.busy = label("", "faint")
        column.addWidget(self.busy)
        column.addStretch(1)

    def begin(self) -> None:
        """The first step is there, with nothing typed."""
        self._ticket = self._welcome = None
        self._chosen = []
        self.where.clear()
        self.secrets.clear()
        self.notice.clear()
        self._go(0, self.where.blanks["url"])

    # --- The steps

    def _where(self) -> QWidget:
        frame, box = panel()
        box.addWidget(label(tr("第一步：法院给的登记单上有地址和登记码"), "section"))
        self.where = Form()
        self.where.add("url", tr("法院服务器地址"), QLineEdit(), required=True)
        self.where.add("code", tr("登记码（二十位，大小写、横线都不要紧）"), QLineEdit(), required=True)
        box.addWidget(self.where)
        self.next_button = button(tr("下一步"), self._ask, kind="main")
        self.file_button = button(tr("读登记单文件"), self._read)
        box.addWidget(flow(self.next_button, self.file_button, button(tr("返回"), self.left.emit)))
        box.addStretch(1)
        for blank in self.where.blanks.values():
            if isinstance(blank, QLineEdit):
                blank.returnPressed.connect(self._ask)
        return frame

    def _words(self) -> QWidget:
        frame, box = panel()
        box.addWidget(label(tr("第二步：对照登记单上的十个词"), "section"))
        self.words = label("", "big")
        box.addWidget(self.words)
        box.addWidget(label(tr("有一个词不同，连上的就不是本院：不要继续，马上告诉管理员。"), "faint"))
        self.same_button = button(tr("十个词都一样"), self._same, kind="main")
        box.addWidget(flow(self.same_button, button(tr("不一样，停下"), self._different)))
        box.addStretch(1)
        return frame

    def _officers(self) -> QWidget:
        frame, box = panel()
        box.addWidget(label(tr("第三步：用这台电脑的每个人自己设口令和短码"), "section"))
        box.addWidget(label(tr("口令要长，用一句自己记得住的话，电脑丢了靠它保密；短码解锁屏幕、确认签名。"), "faint"))
        self.done_line = label("", "good")
        box.addWidget(self.done_line)
        self.secrets = Form()
        self.who = Combo([])
        self.secrets.add("who", tr("人员"), self.who, required=True)
        for name, words in (
            ("passphrase", tr("登录口令")),
            ("passphrase_again", tr("再输一遍口令")),
            ("pin", tr("短码（六到十二位数字）")),
            ("pin_again", tr("再输一遍短码")),
        ):
            blank = QLineEdit()
            blank.setEchoMode(QLineEdit.EchoMode.Password)
            blank.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
            self.secrets.add(name, words, blank, required=True)
        box.addWidget(self.secrets)
        self.add_button = button(tr("设好这个人"), self._add, kind="main")
        self.finish_button = button(tr("人都设好了，领用"), self._settle)
        box.addWidget(flow(self.add_button, self.finish_button, button(tr("返回"), self.begin)))
        return frame

    def _waiting(self) -> QWidget:
        frame, box = panel()
        self.court_line = label("", "section")
        box.addWidget(self.court_line)
        box.addWidget(label(tr("把每一行的十个词念给法院管理员听，他对上了才发证书。"), "faint"))
        self.waiting = RowsTable(
            [Column(tr("等证书的"), "what"), Column(tr("核对词"), "words", stretch=True)]
        )
        self.waiting.setAccessibleName(tr("等证书的"))
        box.addWidget(self.waiting)
        box.addWidget(label(tr("证书随下一次数据回传到本机；在那以前可以立案、开庭，签名先用纸。"), "faint"))
        self.sign_in_button = button(tr("去登录"), self.settled.emit, kind="main")
        box.addWidget(flow(self.sign_in_button))
        return frame

    # --- From one to the next

    def _ask(self) -> None:
        if self.where.check():
            values = self.where.values()
            self._aside("ticket_for", values["url"], values["code"], done=self._known)

    def _read(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("读登记单文件"), "", "JSON (*.json)")
        if path:
            self._aside("read_ticket", path, done=self._known)

    def _known(self, ticket: Any) -> None:
        self._ticket = ticket
        words = ticket.words.split()
        self.words.setText("\n".join("　".join(words[start : start + 5]) for start in (0, 5)))
        self._go(1, self.same_button)

    def _different(self) -> None:
        self.begin()
        self.notice.tell(tr("没有领用，什么也没有送出。"), tr("马上告诉管理员：连上的不是本院。"), kind="problem")

    def _same(self) -> None:
        self._aside("welcomed", self._ticket, done=self._welcomed)

    def _welcomed(self, welcome: Any) -> None:
        self._welcome = welcome
        if not welcome.officers:
            self.notice.tell(tr("法院还没有登记人员。"), tr("请管理员先登记，再来领用。"), kind="problem")
            return
        self._offer()
        self._go(2, self.who)

    def _offer(self) -> None:
        done = {chosen[0] for chosen in self._chosen}
        left = [one for one in self._welcome.officers if one.id not in done]
        self.who.set_choices([(one.id, f"{one.name}  {role_name(one.role)}") for one in left])
        names = [one.name for one in self._welcome.officers if one.id in done]
        self.done_line.setText(tr("已设好：{names}").format(names="、".join(names)) if names else "")
        self.finish_button.setEnabled(bool(names))
        self.add_button.setEnabled(bool(left))
        self.secrets.setEnabled(bool(left))

    def _add(self) -> None:
        if not self.secrets.check():
            return
        values = self.secrets.values()
        for name in ("passphrase", "pin"):
            if values[name] != values[f"{name}_again"]:
                self.secrets.show_problem(f"{name}_again", tr("两遍不一样，重新输一遍。"))
                self.secrets.blanks[f"{name}_again"].setFocus()
                return
        officer = next(one for one in self._welcome.officers if one.id == values["who"])
        try:
            require_fit(values["pin"])
            if not self._welcome.practice:
                require_strong(values["passphrase"], (officer.id, officer.name))
        except Refusal as refusal:
            self._refused(refusal)
            return
        self.notice.clear()
        self._chosen.append((officer.id, values["passphrase"], values["pin"]))
        self.secrets.clear()
        self._offer()
        (self.who if self.add_button.isEnabled() else self.finish_button).setFocus()

    def _settle(self) -> None:
        self._aside("settle_in", self._ticket, self._chosen, done=self._settled)

    def _settled(self, settled: Any) -> None:
        self._chosen = []
        self.office.connections.practice = self._welcome.practice
        self.court_line.setText(
            tr("这台电脑已属于{court}，编号 {device}").format(court=settled.court_name, device=settled.device[:8])
        )
        uses = {"issuing": tr("本机（当事人一次性证书）"), "seal": tr("院印")}
        self.waiting.put(
            [
                {"id": str(number), "what": key.name or uses.get(key.use, key.use), "words": words}
                for number, (key, words) in enumerate(settled.waiting)
            ]
        )
        self._go(3, self.sign_in_button)

    def _aside(self, name: str, *arguments: Any, done: Any) -> None:
        """Runs beside the window; meanwhile nothing can be pressed twice."""

        def ready(value: Any) -> None:
            self._ready()
            self.notice.clear()
            done(value)

        self.steps.setEnabled(False)
        self.busy.setText(tr("正在办理，请等一等……"))
        self.office.jobs.aside(
            self._keys[name], *arguments, done=ready, refused=self._refused, failed=self._failed
        )

    def _ready(self) -> None:
        self.steps.setEnabled(True)
        self.busy.setText("")

    def _refused(self, refusal: Refusal) -> None:
        self._ready()
        sentence = sentence_of(refusal)
        self.notice.tell(sentence.what, sentence.next_step, kind="problem")

    def _failed(self, reason: BaseException) -> None:
        self._ready()
        self.office.jobs.failed_by_default.emit(reason)

    def _go(self, step: int, focus: QWidget) -> None:
        self.steps.setCurrentIndex(step)
        focus.setFocus()
