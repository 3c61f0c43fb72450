"""The settings' tab about working away from the court: the lease, and the number blocks with their ledger."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.cases.numbers import LedgerLine
from app.keys.lease import Lease
from ui.i18n import tr
from ui.settings.calls import Standing, standing
from ui.shell.office import Office, Person
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, panel, set_kind
from ui.widgets.rows import Column, Row, RowsTable


class AwayTab(QWidget):
    """The cursor on a block shows what became of each of its numbers."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.ledgers: list[list[LedgerLine]] = []
        column = QVBoxLayout(self)
        column.addWidget(label(tr("在外使用期限"), "section"))
        self.lease_line = label("")
        column.addWidget(self.lease_line)
        column.addWidget(label(tr("到期后不能立新案、开新庭；已开的庭、保存、核对和回传不受影响。"), "faint"))
        column.addWidget(self._longer())
        column.addWidget(label(tr("号段"), "section"))
        self.blocks = RowsTable(
            [
                Column(tr("类型"), "type"),
                Column(tr("年份"), "year"),
                Column(tr("号段"), lambda row: f"{row['first']}—{row['last']}", stretch=True),
                Column(tr("还有"), "free"),
                Column(tr("哪台电脑"), lambda row: tr("本机") if row["here"] else str(row["device"])[:8]),
            ]
        )
        self.blocks.setAccessibleName(tr("号段"))
        self.blocks.picked.connect(self._picked)
        column.addWidget(self.blocks)
        column.addWidget(label(tr("这个号段的台账"), "section"))
        self.ledger = RowsTable(
            [Column(tr("案号"), "number"), Column(tr("状态"), "state"), Column(tr("作废理由"), "reason", stretch=True)]
        )
        self.ledger.setAccessibleName(tr("这个号段的台账"))
        column.addWidget(self.ledger, 1)

    def _longer(self) -> QWidget:
        """A code that the court tells over the telephone, entered by two officers who are signed in."""
        frame, box = panel()
        self.telephone_line = label("")
        box.addWidget(self.telephone_line)
        self.form = Form()
        self.form.add("code", tr("法院报的续期码"), QLineEdit(), required=True)
        self.second = KeyedChoice([])
        self.form.add("second", tr("一起输入的另一位（先用 Ctrl+U 登录）"), self.second, required=True)
        pin = QLineEdit()
        pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add("pin", tr("另一位的短码"), pin, required=True)
        box.addWidget(self.form)
        box.addWidget(flow(button(tr("续期"), self._extend)))
        return frame

    def _extend(self) -> None:
        if self.form.check():
            values = self.form.values()
            extend = self.office.connections.keys["extend_lease"]
            self.office.act(extend, values["code"], values["second"], values["pin"], done=self._extended)

    def _extended(self, days: int) -> None:
        self.form.clear()
        self.office.tell(tr("续期好了，还能用 {left} 天。").format(left=days), kind="good")
        self.read()

    def _others(self, people: list[Person]) -> None:
        others = [(one.id, one.name) for one in people if one.id != self.office.officer.id]
        self.second.set_choices(others, self.second.value)

    def read(self) -> None:
        self.office.read(standing, done=self._show)
        if "signed_in" in self.office.connections.keys:
            self.office.read(self.office.connections.keys["signed_in"], done=self._others)

    def _show(self, seen: Standing) -> None:
        kind, words = _lease_words(seen.lease)
        set_kind(self.lease_line, kind)
        self.lease_line.setText(words)
        self.telephone_line.setText(
            tr("连不上法院时打电话：报本机编号 {device}、已续过 {count} 次，法院报一个续期码。").format(
                device=seen.device[:8], count=seen.lease.extensions if seen.lease else 0
            )
        )
        self.ledgers = seen.ledgers
        self.blocks.put(
            [
                {
                    **block,
                    "id": f"{block['court']} {block['type']} {block['year']} {block['first']}",
                    "at": number,
                    "free": sum(line.state == "free" for line in lines),
                }
                for number, (block, lines) in enumerate(zip(seen.blocks, seen.ledgers, strict=True))
            ]
        )
        if not seen.blocks:
            self.ledger.put([])

    def _picked(self, row: Row) -> None:
        states = {"used": tr("已用"), "voided": tr("作废"), "free": tr("未用")}
        self.ledger.put(
            [
                {
                    "id": line.number,
                    "number": line.number,
                    "state": states.get(line.state, line.state),
                    "reason": line.reason,
                }
                for line in self.ledgers[int(row["at"])]
            ]
        )


def _lease_words(lease: Lease | None) -> tuple[str, str]:
    """How the line is drawn and what it says."""
    if lease is None:
        return "faint", tr("这台电脑没有设在外使用期限。")
    if lease.state == "over":
        return "problem", tr("期限已到。接上法院网络回传一次，就重新算。")
    words = tr("还能用 {left} 天（共 {days} 天，每次和法院联通后重新算）。").format(
        left=lease.days_left, days=lease.days
    )
    if lease.jumped:
        return "warn", words + tr("电脑的钟被拨动过，请核对时间。")
    if lease.state == "warning":
        return "warn", words + tr("快到期了，尽早接上法院网络回传。")
    return "good", words
