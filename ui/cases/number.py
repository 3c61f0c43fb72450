"""案号: the case's number and its former ones, the ledger around it, and giving it another with a reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.numbers import LedgerLine, ledger, renumber_case, void_number
from app.rules.case_numbers import parse_case_number
from ui.cases.calls import CaseView
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.rows import Column, RowsTable

REASONS = ("与另案重号", "登记时选错案件类型", "重复登记", "打印案号时纸张损坏")
"""Words of the ledger: they stay Chinese in every language of the window, and may be changed."""


class Number(QWidget):
    """A voided number stays in the ledger with its reason; it is never used again."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.now = label("", "section")
        column.addWidget(self.now)
        self.former = label("", "faint")
        column.addWidget(self.former)
        self.form = Form()
        self.reason = Combo([(words, words) for words in REASONS], editable=True)
        self.reason.setEditText("")
        self.form.add("reason", tr("作废的理由"), self.reason, required=True)
        column.addWidget(self.form)
        column.addWidget(
            flow(
                button(tr("本案案号作废，取下一个号"), self._renumber, kind="main", key="Alt+N"),
                button(tr("作废选中的空号"), self._void),
            )
        )
        self.table = RowsTable(
            [
                Column(tr("案号"), "number"),
                Column(tr("状态"), "state"),
                Column(tr("作废的理由"), "reason", stretch=True),
            ]
        )
        self.table.setMinimumHeight(200)
        self.table.setAccessibleName(tr("案号台账"))
        column.addWidget(self.table)
        column.addStretch(1)
        self.keeper = FormKeeper(office, "number_voided", self.form)

    def put(self, seen: CaseView) -> None:
        """Shows the number of this case, and asks for the ledger."""
        self._case = seen.case
        self.keeper.stand_for(seen.case.id)
        self.now.setText(tr("案号 {number}").format(number=seen.case.number))
        former = "、".join(seen.case.fields.get("former_numbers", ()))
        words = tr("原案号 {former}，已作废。").format(former=former)
        if seen.papers:
            words += tr("已出具的文书印的是旧号：到“文书”页逐件更正。")
        self.former.setText(words)
        self.former.setVisible(bool(former))
        self.office.read(_ledger_around, seen.case.number, done=self._show)

    def _show(self, lines: list[LedgerLine]) -> None:
        states = {"used": tr("已用"), "voided": tr("作废"), "free": tr("未用")}
        self.table.put(
            [
                {"id": line.number, "number": line.number, "state": states[line.state], "reason": line.reason or ""}
                for line in lines
            ]
        )

    def _renumber(self) -> None:
        if self._case is not None and self.form.check():
            self.keeper.record(renumber_case, self._case.id, self.reason.value, done=self._renumbered)

    def _renumbered(self, number: str) -> None:
        self.office.refresh_case()
        self.office.tell(
            tr("本案改为{number}，旧号已作废，理由记入台账。").format(number=number),
            tr("已出具的文书印的是旧号：到“文书”页逐件更正。"),
            kind="good",
        )

    def _void(self) -> None:
        row = self.table.current
        if row is None:
            self.office.tell(tr("还没有选空号。"), tr("在台账里用 ↑↓ 选一个未用的号。"), kind="warn")
        elif self._case is not None and self.form.check():
            self.keeper.record(_void, str(row["number"]), self.reason.value, done=self._voided)

    def _voided(self, _: object) -> None:
        self.office.tell(tr("这个号已作废，理由记入台账。"), kind="good")


def _ledger_around(desk: Any, number: str) -> list[LedgerLine]:
    parsed = parse_case_number(number)
    return ledger(desk.database, parsed.court, parsed.type, parsed.year)


def _void(desk: Any, number: str, reason: str) -> None:
    parsed = parse_case_number(number)
    void_number(desk, parsed.court, parsed.type, parsed.year, parsed.number, reason)
