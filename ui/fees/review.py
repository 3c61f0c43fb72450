"""复核: who disputes the fee, until when it is answered, and the answer (费用43)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desk import Desk
from app.fees.reviews import answer_review, request_review
from app.fees.store import Review
from ui.fees.calls import FeesView
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry
from ui.widgets.money import MoneyEntry
from ui.widgets.rows import Column, RowsTable
from ui.words import PARTY_ROLES, word


class FeeReview(QWidget):
    """A request is recorded, and answered when one that waits is chosen in the table."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: FeesView | None = None
        column = QVBoxLayout(self)
        column.addWidget(
            label(
                tr(
                    "对费用的计算有异议的，请求本院复核；对费用的决定有异议的，向院长申请。十五日内答复，不能单独上诉（费用43）。"
                ),
                "faint",
            )
        )
        self.table = RowsTable(
            [
                Column(tr("谁申请"), "who"),
                Column(tr("对什么有异议"), "disputes"),
                Column(tr("理由"), "why", stretch=True),
                Column(tr("申请时间"), "at"),
                Column(tr("答复"), "answer", stretch=True),
            ]
        )
        self.table.setAccessibleName(tr("复核"))
        column.addWidget(self.table)
        self.form = Form()
        self.kind = KeyedChoice([("ask", tr("登记申请")), ("answer", tr("答复选中的申请"))], "ask")
        self.form.add("kind", tr("办什么"), self.kind, required=True)
        self.by = Combo([])
        self.form.add("by", tr("谁申请"), self.by, required=True)
        disputed = [("computing", tr("费用的计算")), ("decision", tr("费用的决定"))]
        self.form.add("disputes", tr("对什么有异议"), KeyedChoice(disputed), required=True)
        self.answered_by = Combo([])
        self.form.add("answered_by", tr("答复的人"), self.answered_by, required=True)
        self.form.add("at", tr("什么时候"), MomentEntry(), required=True)
        self.form.add("why", tr("理由"), LongText(lines=2), required=True)
        self.form.add("amount", tr("更正为（元，维持的不填）"), MoneyEntry())
        column.addWidget(self.form)
        self.record_button = button(tr("记下"), self._record, kind="main", key="Alt+X")
        column.addWidget(flow(self.record_button))
        column.addStretch(1)
        self.keeper = FormKeeper(
            office, "fee_review", self.form, lambda: {"kind": "ask", "at": office.now().isoformat()}
        )
        self.keeper.filled.connect(self._kind_changed)
        self.kind.changed.connect(self._kind_changed)
        self._kind_changed()

    def put(self, seen: FeesView) -> None:
        """Shows the case's reviews; what is half typed stays while the case is the same."""
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        names = {party.key: party.name for party in seen.case.parties}
        self.table.put([_row(one, names) for one in seen.reviews])
        people = [(one.key, f"{word(PARTY_ROLES, one.role)} {one.name}") for one in seen.case.parties]
        self.by.set_choices(people, self.by.value or people[0][0])
        self.answered_by.set_choices(seen.reviewers, self.answered_by.value or self.office.officer.id)

    def _kind_changed(self) -> None:
        answers = self.kind.value == "answer"
        for name in ("by", "disputes"):
            self.form.show_blank(name, not answers)
        for name in ("answered_by", "amount"):
            self.form.show_blank(name, answers)

    def _record(self) -> None:
        row, answers = self.table.current, self.kind.value == "answer"
        if answers and (row is None or row["answered"]):
            self.office.tell(tr("还没有选等着答复的申请。"), tr("在表里用 ↑↓ 选一件。"), kind="warn")
        elif self.seen is not None and self.form.check():
            told = {**self.form.values(), "review": row["id"] if row is not None else ""}
            self.keeper.record(_record, self.seen.case.id, told, done=self._recorded)

    def _recorded(self, kind: str) -> None:
        if kind == "ask":
            self.office.tell(tr("申请已记下，最迟的日子在工作台和“期限”里。"), kind="good")
        else:
            next_step = tr("告知申请人；文书上的费用写错了的，出补正裁定，缴多了的办退费。")
            self.office.tell(tr("答复已记下。"), next_step, kind="good")


def _row(one: Review, names: dict[str, str]) -> dict[str, Any]:
    answer = ""
    if one.answer is not None:
        amount = one.answer["amount"]
        words = tr("更正为 {amount} 元").format(amount=amount) if amount is not None else tr("维持")
        answer = f"{str(one.answer['at'])[:10]} {words} {one.answer['reason']}"
    return {
        "id": one.record,
        "who": names.get(one.by, one.by),
        "disputes": tr("费用的决定") if one.disputes == "decision" else tr("费用的计算"),
        "why": one.why,
        "at": one.at[:16].replace("T", " "),
        "answer": answer,
        "answered": one.answer is not None,
    }


def _record(desk: Desk, case: str, told: dict[str, Any]) -> str:
    """Writes the request or the answer; gives which it was."""
    if told["kind"] == "answer":
        more = {name: told[name] for name in ("at", "answered_by", "amount")}
        answer_review(desk, case, told["review"], reason=told["why"], **more)
    else:
        request_review(desk, case, **{name: told[name] for name in ("by", "at", "disputes", "why")})
    return str(told["kind"])
