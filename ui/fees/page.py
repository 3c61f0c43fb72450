"""收费: what is due and why, payments with the conditions for cash, relief, refunds, and the day's 交账表."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.errors import Refusal
from app.fees.burden import payers_of
from app.rules.cash import CONDITIONS
from app.rules.fee_changes import RELIEF_GROUNDS
from ui.fees.calls import CounterclaimFee, FeesView, cash_of, pay, relieve, view
from ui.fees.refund import Refund
from ui.fees.review import FeeReview
from ui.i18n import term, tr
from ui.refusals import sentence_of
from ui.shell.drafts import FormKeeper
from ui.shell.page import Page
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.money import MoneyEntry
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll
from ui.widgets.ticks import Ticks
from ui.words import PARTY_ROLES, counterclaim_words, word

SUIT = "suit"


class FeesPage(Page):
    """The cash list needs no case; the rest is about the chosen one."""

    name = "fees"
    scrolls = False

    def build(self) -> None:
        self.seen: FeesView | None = None
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._payment()), tr("应交和收费"))
        self.tabs.addTab(FocusScroll(self._relief()), tr("缓减免"))
        self.refund = Refund(self.office)
        self.tabs.addTab(FocusScroll(self.refund), tr("退费"))
        self.review = FeeReview(self.office)
        self.tabs.addTab(FocusScroll(self.review), tr("复核"))
        self.tabs.addTab(FocusScroll(self._cash()), tr("现金交账表"))
        self.office.case_changed.connect(self._case_changed)

    def first_focus(self) -> QWidget:
        return self.tabs.tabBar()

    def read(self) -> None:
        chosen = self.office.case is not None
        cash = self.tabs.count() - 1
        for tab in range(cash):
            self.tabs.setTabEnabled(tab, chosen)
        if chosen:
            self.office.jobs.call(view, self.office.case_id, done=self._show, refused=self._no_fee)
        else:
            self.tabs.setCurrentIndex(cash)
        self._read_cash()

    def _payment(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        frame, box = panel()
        self.due = label("", "title")
        self.steps = label("", "faint")
        self.paid = label("")
        for widget in (self.due, self.steps, self.paid):
            box.addWidget(widget)
        column.addWidget(frame)
        self.form = Form()
        self.whose = Combo([])
        self.form.add("counterclaim", tr("哪一笔受理费"), self.whose, required=True)
        self.whose.currentIndexChanged.connect(lambda _index: self._whose_changed())
        self.payer = Combo([])
        self.form.add("payer", tr("谁交"), self.payer, required=True)
        self.form.add("amount", tr("金额（元）"), MoneyEntry(), required=True)
        ways = [
            ("bank", tr("银行")),
            ("e_payment", tr("电子支付")),
            ("cash_on_the_spot", tr("当场现金")),
        ]
        self.how = KeyedChoice(ways)
        self.form.add("how", tr("方式"), self.how, required=True)
        self.form.add("at", tr("时间"), MomentEntry(), required=True)
        self.form.add("ticket_no", tr("财政票据号"), QLineEdit())
        self.conditions = Ticks([(code, tr_condition(code)) for code in CONDITIONS], a_line_each=True)
        self.form.add("conditions", tr("三项条件都要具备（费用52）"), self.conditions)
        self.keeper = FormKeeper(self.office, "payment", self.form, self._due)
        self.keeper.filled.connect(self._how_changed)
        self.how.changed.connect(self._how_changed)
        self._how_changed()
        column.addWidget(self.form)
        self.pay_button = button(tr("记下收费"), self._pay, kind="main", key="Alt+F")
        column.addWidget(flow(self.pay_button))
        column.addStretch(1)
        return holder

    def _relief(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.relief_line = label("", "section")
        column.addWidget(self.relief_line)
        self.relief = Form()
        self.relief_of = Combo([])
        self.relief.add("counterclaim", tr("哪一笔受理费"), self.relief_of, required=True)
        self.applicant = Combo([])
        self.relief.add("applicant", tr("谁申请"), self.applicant, required=True)
        self.relief_of.currentIndexChanged.connect(lambda _index: self._relief_of_changed())
        kinds = [("deferral", tr("缓交")), ("reduction", tr("减交")), ("exemption", tr("免交"))]
        self.kind = KeyedChoice(kinds)
        self.relief.add("kind", tr("种类"), self.kind, required=True)
        self.ground = Combo([])
        self.relief.add("article", tr("依据"), self.ground, required=True)
        self.relief.add("reason", tr("申请理由"), LongText(lines=2), required=True)
        self.relief.add("amount", tr("减交多少（元）"), MoneyEntry(), required=True)
        self.relief.add("applied_at", tr("申请时间"), MomentEntry(), required=True)
        self.approver = Combo([])
        self.relief.add("approved_by", tr("批准人（空着就是待批）"), self.approver)
        self.relief.add("approved_at", tr("批准时间"), MomentEntry())
        self.by_telephone = QCheckBox(tr("电话里批准的，回院补签"))
        self.relief.add("by_telephone", tr("电话批准"), self.by_telephone)
        self.relief.add("number", tr("电话号码"), QLineEdit(), required=True)
        self.by_telephone.toggled.connect(lambda on: self.relief.show_blank("number", on))
        self.relief.show_blank("number", False)
        self.relief_keeper = FormKeeper(
            self.office,
            "relief",
            self.relief,
            lambda: {"applied_at": self.office.now().isoformat(), "counterclaim": SUIT},
        )
        self.relief_keeper.filled.connect(self._relief_filled)
        self.kind.changed.connect(self._kind_changed)
        self._kind_changed()
        column.addWidget(self.relief)
        self.relieve_button = button(tr("记下申请和审批"), self._relieve, kind="main")
        column.addWidget(flow(self.relieve_button))
        column.addWidget(label(tr("待批的，答复以后记在“报批”页；批准之前没有交费，不按撤诉处理（费用22）。"), "faint"))
        column.addStretch(1)
        return holder

    def _cash(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.day = DateEntry()
        self.day.setAccessibleName(tr("哪一天"))
        self.day.editingFinished.connect(self._read_cash)
        column.addWidget(flow(label(tr("哪一天"), wrap=False), self.day))
        self.cash = RowsTable(
            [
                Column(tr("案号"), "number"),
                Column(tr("交款人"), "payer_name", stretch=True),
                Column(tr("金额（元）"), "amount"),
                Column(tr("票据号"), "ticket_no"),
                Column(tr("时间"), lambda row: str(row.get("at", ""))[11:16]),
            ]
        )
        column.addWidget(self.cash, 1)
        self.total = label("", "section")
        column.addWidget(self.total)
        column.addWidget(label(tr("回院当天把现金和票据存根交财务，双方点清签字。"), "faint"))
        return holder

    def _show(self, seen: FeesView) -> None:
        if seen.case.id != self.office.case_id:
            return
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        self.relief_keeper.stand_for(seen.case.id)
        self.due.setText(
            tr("案件受理费 {full} 元，应交 {due} 元，现在还应交 {now} 元").format(
                full=seen.full, due=seen.due, now=seen.now
            )
            + (tr("。当事人先调解，调解不成再通知交费（2025年意见六）") if seen.mediated_first else "")
        )
        names = {party.key: party.name for party in seen.case.parties}
        lines = [*map(term, seen.steps), "、".join(seen.articles)]
        for one in seen.counterclaims:
            name = counterclaim_words(seen.case, seen.case.counterclaim(one.record))
            words = tr("{whose}受理费 {full} 元，应交 {due} 元，现在还应交 {now} 元")
            lines += [words.format(whose=name, full=one.full, due=one.due, now=one.now)]
            lines += [*map(term, one.steps), "、".join(one.articles)]
        self.steps.setText("\n".join(lines))
        ways = {"bank": tr("银行"), "e_payment": tr("电子支付"), "cash_on_the_spot": tr("当场现金")}
        self.paid.setText(
            "\n".join(
                tr("已收 {amount} 元　{who}　{how}　{at}　票据 {ticket}").format(
                    amount=payment["amount"],
                    who=names.get(payment["payer"], ""),
                    how=ways.get(payment["how"], payment["how"]),
                    at=str(payment["at"])[:16].replace("T", " "),
                    ticket=payment.get("ticket_no") or tr("无"),
                )
                + (f"　{tr('反诉、第三人请求')}" if payment.get("counterclaim") else "")
                for payment in seen.payments
            )
            or tr("还没有收费。")
        )
        people = [(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in seen.case.parties]
        self.payer.set_choices(people, self.payer.value or None)
        whose = [(SUIT, tr("本诉"))]
        whose += [
            (one.record, counterclaim_words(seen.case, seen.case.counterclaim(one.record)))
            for one in seen.counterclaims
        ]
        with QSignalBlocker(self.whose):
            self.whose.set_choices(whose, self.whose.value or SUIT)
        brought = [(one.record, counterclaim_words(seen.case, one)) for one in seen.case.counterclaims if one.open]
        with QSignalBlocker(self.relief_of):
            self.relief_of.set_choices([(SUIT, tr("本诉")), *brought], self.relief_of.value or SUIT)
        self.relief.show_blank("counterclaim", bool(brought))
        self._relief_of_changed()
        self.form.show_blank("counterclaim", len(whose) > 1)
        self.approver.set_choices([("", tr("待批")), *seen.approvers], self.approver.value)
        self.pay_button.setEnabled(any(Decimal(now) > 0 for now in (seen.now, *(o.now for o in seen.counterclaims))))
        self.refund.put(seen)
        self.review.put(seen)
        kinds = {"deferral": tr("缓交"), "reduction": tr("减交"), "exemption": tr("免交")}
        states = {
            "granted": tr("已批准"),
            "pending": tr("待批"),
            "refused": tr("不予批准"),
            "disowned": tr("批准人否认"),
        }
        reliefs = []
        for record, relief in seen.relief.items():
            parts = [kinds.get(relief.kind, ""), states[relief.state]]
            if record is not None:
                parts.insert(0, counterclaim_words(seen.case, seen.case.counterclaim(record)))
            if relief.signs:
                parts.append(tr("等着补签，见“报批”页"))
            reliefs.append("　".join(parts))
        self.relief_line.setText("\n".join(reliefs) or tr("还没有缓减免的申请"))

    def _relief_of_changed(self) -> None:
        """Relief from a fee is asked for by who pays it."""
        seen, whose = self.seen, self.relief_of.value
        if seen is None:
            return
        whole = seen.case.counterclaim(whose) if whose not in ("", SUIT) else None
        payers = [seen.case.party(key) for key in payers_of(seen.case, whole)]
        named = [(party.key, f"{word(PARTY_ROLES, party.role)} {party.name}") for party in payers]
        keep = self.applicant.value
        self.applicant.set_choices(named, keep if keep in dict(named) else None)

    def _due(self) -> dict[str, Any]:
        """What is still to be paid of the chosen fee, now."""
        told: dict[str, Any] = {"at": self.office.now().isoformat(), "counterclaim": self.whose.value or SUIT}
        seen, one = self.seen, self._counterclaim
        if one is not None:
            return {**told, "payer": one.by, "amount": one.now}
        return {**told, "amount": seen.now if seen is not None and Decimal(seen.now) else None}

    @property
    def _counterclaim(self) -> CounterclaimFee | None:
        seen = self.seen
        return next((one for one in seen.counterclaims if one.record == self.whose.value), None) if seen else None

    def _whose_changed(self) -> None:
        """Another fee is paid by somebody else, and is another sum."""
        self.form.set_values({name: value for name, value in self._due().items() if name != "at"})

    def _no_fee(self, refusal: Refusal) -> None:
        """Why the fee of this case cannot be said; of the case before nothing is in sight."""
        sentence = sentence_of(refusal)
        self.due.setText(sentence.what)
        self.steps.setText(sentence.next_step)
        self.paid.setText("")
        self.pay_button.setEnabled(False)
        self.seen = None
        self.keeper.stand_for(self.office.case_id)
        for choice in (self.whose, self.payer):
            choice.set_choices([])
        cash = self.tabs.count() - 1
        if self.tabs.currentIndex() != cash:
            self.tabs.setCurrentIndex(0)
        for tab in range(1, cash):
            self.tabs.setTabEnabled(tab, False)

    def _how_changed(self) -> None:
        cash = self.how.value == "cash_on_the_spot"
        self.form.show_blank("conditions", cash)

    def _kind_changed(self) -> None:
        kind = self.kind.value
        grounds = [(g.article, f"{g.article} {g.words}") for g in RELIEF_GROUNDS if g.kind == kind]
        self.ground.set_choices(grounds, self.ground.value or None)
        self.relief.show_blank("amount", kind == "reduction")

    def _relief_filled(self) -> None:
        self._relief_of_changed()
        self._kind_changed()

    def _pay(self) -> None:
        if self.seen is None or not self.form.check():
            return
        values = self.form.values()
        values["ticket_no"] = values["ticket_no"] or None
        values["counterclaim"] = None if values["counterclaim"] == SUIT else values["counterclaim"]
        values["conditions"] = values["conditions"] if values["how"] == "cash_on_the_spot" else []
        self.keeper.record(pay, self.seen.case.id, values, done=self._paid)

    def _paid(self, _: object) -> None:
        self.office.tell(tr("收费已记下。"), tr("当场现金要把财政票据交给交款人。"), kind="good")

    def _relieve(self) -> None:
        if self.seen is None or not self.relief.check():
            return
        values = self.relief.values()
        values["approved_by"] = values["approved_by"] or None
        values["counterclaim"] = None if values["counterclaim"] == SUIT else values["counterclaim"]
        values["number"] = values["number"] or None
        values["amount"] = values["amount"] if values["kind"] == "reduction" else None
        if values["approved_by"] and not values["approved_at"]:
            self.relief.show_problem("approved_at", tr("写上批准时间。"))
            return
        self.relief_keeper.record(relieve, self.seen.case.id, values, done=self._relieved)

    def _relieved(self, _: object) -> None:
        self.office.tell(tr("已记下。"), tr("到“文书”页出审批表。"), kind="good")

    def _read_cash(self) -> None:
        if self.day.value is None:
            self.day.set_value(self.office.now().date())
        day = self.day.value
        if day is not None:
            self.office.read(cash_of, day.isoformat(), done=self._show_cash)

    def _show_cash(self, seen: tuple[list[dict[str, Any]], str]) -> None:
        rows, total = seen
        self.cash.put(rows)
        self.total.setText(tr("共 {count} 笔，{total} 元").format(count=len(rows), total=total))


def tr_condition(code: str) -> str:
    """One of the three conditions of 费用52 ¶3 in the officer's words."""
    return {
        "remote": tr("边远、水上、交通不便地区"),
        "heard_on_the_spot": tr("基层巡回法庭当场审理"),
        "bank_difficult": tr("当事人提出到指定银行交纳确有困难"),
    }.get(code, code)
