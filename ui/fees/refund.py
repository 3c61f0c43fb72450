"""退费: what each payer paid above what it bears, ordered back with its papers, and noted once it has gone."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.cases.model import Case
from app.desk import Desk
from app.fees.service import note_refunded, order_refund
from ui.fees.calls import FeesView
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.money import MoneyEntry
from ui.widgets.rows import Column, RowsTable
from ui.words import PARTY_ROLES, word

LOWERED = "费用21(二)"
REST_UNPAID = "解释199"
GROUNDS = ("费用53", "费用15", "费用16", LOWERED, "费用27", "解释207", REST_UNPAID)


class Refund(QWidget):
    """Choosing the payer shows what it paid and proposes what it bears."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: FeesView | None = None
        column = QVBoxLayout(self)
        self.table = RowsTable(
            [
                Column(tr("退给谁"), "payer_name", stretch=True),
                Column(tr("已交（元）"), "paid"),
                Column(tr("应负担（元）"), "borne"),
                Column(tr("应退（元）"), "due"),
                Column(tr("最迟"), lambda row: row.get("by") or ""),
                Column(tr("退了没有"), lambda row: str(row.get("refunded_at") or tr("还没有"))[:10]),
            ]
        )
        self.table.setAccessibleName(tr("退费"))
        column.addWidget(self.table)
        self.done_button = button(tr("这一笔已经退了"), self._refunded)
        column.addWidget(flow(self.done_button))
        column.addWidget(label(tr("决定退费：文书生效之日起十五日内退还（费用53）"), "section"))
        self.which = Form()
        self.payer = Combo([])
        self.which.add("payer", tr("退给谁"), self.payer, required=True)
        column.addWidget(self.which)
        self.form = Form()
        self.form.add("borne", tr("应由其负担（元）"), MoneyEntry(), required=True)
        self.form.add("article", tr("依据"), Combo([(ground, ground) for ground in GROUNDS], "费用53"), required=True)
        self.form.add("reason", tr("退费理由"), LongText(lines=2), required=True)
        self.form.add("account", tr("收款账户"), QLineEdit(), required=True)
        self.keeper = FormKeeper(office, "refund", self.form, self._proposed)
        self.payer.currentIndexChanged.connect(lambda _index: self._chosen())
        column.addWidget(self.form)
        self.hint = label("", "faint")
        column.addWidget(self.hint)
        self.order_button = button(tr("决定退费"), self._order, kind="main")
        column.addWidget(flow(self.order_button))
        column.addStretch(1)

    def put(self, seen: FeesView) -> None:
        """Shows the case's refunds and who could have one."""
        fresh = self.seen is None or self.seen.case.id != seen.case.id
        self.seen = seen
        names = {party.key: _named(seen.case, party.key) for party in seen.case.parties}
        self.table.put([{**one, "id": one["record"], "payer_name": names[one["payer"]]} for one in seen.refunds])
        paid = [(payer, names[payer]) for payer in seen.kept]
        counter = tr("{payer}（反诉、第三人请求的受理费）")
        paid += [
            (f"{payer}|{one.record}", counter.format(payer=names[payer]))
            for one in seen.counterclaims
            for payer in one.kept
        ]
        self.payer.set_choices(paid, None if fresh else self.payer.value or None)
        self.done_button.setEnabled(any(not one.get("refunded_at") for one in seen.refunds))
        self.order_button.setEnabled(bool(paid))
        self._chosen()

    def _proposed(self) -> dict[str, Any]:
        """What the chosen payer bears of what it paid, where that is settled, by which article and why."""
        seen, (payer, _, record) = self.seen, self.payer.value.partition("|")
        whole = next((one for one in seen.counterclaims if one.record == record), seen) if seen is not None else None
        if seen is None or whole is None or whole.borne.get(payer) is None:
            return {"article": "费用53"}
        told = {"article": "费用53", "borne": whole.borne[payer]}
        if not seen.case.closed:
            return {**told, "article": LOWERED, "reason": "法庭调查终结前减少诉讼请求"}
        if not record and payer in seen.rest_unpaid:
            return {**told, "article": REST_UNPAID, "reason": seen.rest_unpaid[payer]}
        return told

    def _chosen(self) -> None:
        seen = self.seen
        if seen is not None:
            self.keeper.stand_for(f"{seen.case.id} {self.payer.value}")
        if seen is None or not self.payer.value:
            self.hint.setText(tr("还没有人交过费。") if seen is not None and not self.payer.count() else "")
            return
        payer, _, record = self.payer.value.partition("|")
        whole = next((one for one in seen.counterclaims if one.record == record), seen)
        effective = (
            tr("文书 {day} 生效。").format(day=seen.effective_on) if seen.effective_on else tr("文书还没有生效。")
        )
        self.hint.setText(
            tr("已交 {paid} 元，本案应交 {due} 元。").format(paid=whole.kept[payer], due=whole.due) + effective
        )

    def _order(self) -> None:
        if self.seen is None or not (self.which.check() and self.form.check()):
            return
        values = self.form.values()
        values["payer"], _, record = self.payer.value.partition("|")
        at = self.office.now().isoformat(timespec="seconds")
        told = {**values, "ordered_at": at, "effective_on": self.seen.effective_on, "counterclaim": record or None}
        self.keeper.record(_ordered, self.seen.case.id, told, done=self._was_ordered)

    def _was_ordered(self, _: object) -> None:
        self.office.tell(tr("退费已决定。"), tr("审批表和通知书在“文书”页；退了以后回来记下。"), kind="good")

    def _refunded(self) -> None:
        row = self.table.current
        if row is not None and not row.get("refunded_at"):
            self.office.act(note_refunded, row["id"], self.office.now().isoformat(timespec="seconds"))


def _ordered(desk: Desk, case: str, told: dict[str, Any]) -> None:
    order_refund(desk, case, **told)


def _named(case: Case, key: str) -> str:
    party = case.party(key)
    return f"{word(PARTY_ROLES, party.role)} {party.name}"
