"""调解: the terms agreed before the court, an agreement brought for confirmation, or why none was reached."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.parties import agents_without
from app.cases.store import load_case
from app.desk import Desk
from app.mediation.service import agree, bring_outside_agreement, confirm, fail
from app.mediation.store import mediations_of
from ui.fees.bearers import FeeBearers, said_of_bearers
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.page import CasePage
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll


class MediationPage(CasePage):
    """One paragraph is one term; what is typed is kept for its case until it is recorded."""

    name = "mediation"
    scrolls = False

    def build(self) -> None:
        self.case: Case | None = None
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._agreement()), tr("达成协议"))
        self.tabs.addTab(FocusScroll(self._failure()), tr("没有达成"))
        self.tabs.addTab(FocusScroll(self._outside()), tr("司法确认"))
        self.held = RowsTable(
            [
                Column(tr("时间"), "at"),
                Column(tr("种类"), "kind"),
                Column(tr("内容"), "terms", stretch=True),
            ]
        )
        self.tabs.addTab(self.held, tr("已有的调解"))
        office = self.office
        at_first = {"public": "no", "effect": "on_receipt"}
        self.agreement_keeper = FormKeeper(office, "agreement", self.form, lambda: {**at_first, "at": self._now})
        self.failure_keeper = FormKeeper(office, "no_agreement", self.failure, lambda: {"at": self._now})
        self.outside_keeper = FormKeeper(office, "agreement_outside", self.outside, lambda: {"route": "人民调解"})
        self.confirm_keeper = FormKeeper(office, "confirmation", self.confirm_form, lambda: {"on": self._now})

    def keys(self) -> list[tuple[str, str]]:
        return [("Enter", tr("协议内容另起一项")), ("Alt+T", tr("记下协议"))]

    def first_focus(self) -> QWidget | None:
        return self.terms if self.tabs.currentIndex() == 0 else self.tabs.tabBar()

    def read(self) -> None:
        self.office.read(_view, self.office.case_id, done=self._show)

    def _agreement(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.state = label("", "warn")
        self.state.hide()
        column.addWidget(self.state)
        self.form = Form()
        self.terms = LongText(lines=7)
        self.form.add("terms", tr("协议内容（一段一项）"), self.terms, required=True)
        self.form.add("at", tr("时间"), MomentEntry(), required=True)
        self.form.add("place", tr("地点"), QLineEdit(), required=True)
        self.form.add("public", tr("调解过程"), KeyedChoice([("no", tr("不公开")), ("yes", tr("公开"))], "no"))
        self.bearers = FeeBearers(self.form, tr("双方分担（写在协议里）"))
        effects = [
            ("on_receipt", tr("各方签收调解书后生效（民诉100）")),
            ("on_record_signature", tr("各方在调解笔录上签名即生效（解释151）")),
        ]
        self.form.add("effect", tr("何时生效"), KeyedChoice(effects, "on_receipt"), required=True)
        column.addWidget(self.form)
        self.no_power = label("", "warn")
        column.addWidget(self.no_power)
        column.addWidget(label(tr("协议由双方自愿达成，程序不替任何人加一个字。记下后案件按调解结案。"), "faint"))
        self.agree_button = button(tr("记下协议，调解结案"), self._agree, kind="main", key="Alt+T")
        column.addWidget(flow(self.agree_button))
        column.addStretch(1)
        return holder

    def _failure(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.failure = Form()
        self.failure.add("at", tr("时间"), MomentEntry(), required=True)
        self.failure.add("place", tr("地点"), QLineEdit(), required=True)
        self.failure.add("reason", tr("为什么没有达成"), LongText(lines=3), required=True)
        column.addWidget(self.failure)
        column.addWidget(label(tr("调解中为让步说的话，不作为后来裁判的根据（解释107）。"), "faint"))
        column.addWidget(flow(button(tr("记下调解未成"), self._fail, kind="main")))
        column.addStretch(1)
        return holder

    def _outside(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.outside = Form()
        self.outside.add("organisation", tr("调解组织"), QLineEdit(), required=True)
        self.outside.add("mediator", tr("调解员"), QLineEdit(), required=True)
        routes = [("人民调解", tr("人民调解")), ("特邀调解", tr("特邀调解")), ("行业调解", tr("行业调解"))]
        self.outside.add("route", tr("途径"), KeyedChoice(routes, "人民调解"), required=True)
        self.outside.add("agreed_on", tr("协议生效日期"), DateEntry(), required=True)
        self.outside_terms = LongText(lines=5)
        self.outside.add("terms", tr("协议内容（一段一项）"), self.outside_terms, required=True)
        column.addWidget(self.outside)
        column.addWidget(label(tr("共同申请要在协议生效之日起三十日内提出（民诉205）。"), "faint"))
        self.confirm_form = Form()
        self.confirm_form.add("on", tr("裁定日期"), DateEntry(), required=True)
        column.addWidget(flow(button(tr("记下带来的协议"), self._bring, kind="main")))
        column.addWidget(label(tr("审查以后"), "section"))
        column.addWidget(self.confirm_form)
        column.addWidget(flow(button(tr("裁定确认有效"), self._confirm)))
        column.addStretch(1)
        return holder

    def _show(self, seen: tuple[Case, list[dict[str, Any]]]) -> None:
        case, held = seen
        if case.id != self.office.case_id:
            return
        self.case = case
        for keeper in (self.agreement_keeper, self.failure_keeper, self.outside_keeper, self.confirm_keeper):
            keeper.stand_for(case.id)
        self.bearers.put(case)
        self.held.put(held)
        self.state.setVisible(bool(case.closed))
        self.state.setText(tr("本案已经结案。到“文书”页出调解笔录和调解书。"))
        self.agree_button.setEnabled(not case.closed)
        names = "、".join(agent.name for agent in agents_without(case, "settle"))
        self.no_power.setVisible(bool(names))
        self.no_power.setText(
            tr("代理人 {names} 没有和解的特别授权：协议要当事人本人同意、本人签名（民诉62）。").format(names=names)
        )

    @property
    def _now(self) -> str:
        return self.office.now().isoformat()

    def _agree(self) -> None:
        if self.case is None or not self.form.check():
            return
        case, values = self.case, said_of_bearers(self.case, self.form.values())
        terms = _lines(values.pop("terms"))
        values["public"] = values["public"] == "yes"
        self.agreement_keeper.record(_agree, case.id, terms, values, done=self._agreed)

    def _agreed(self, _: object) -> None:
        self.office.tell(
            tr("协议已记下，案件调解结案。"),
            tr("到“文书”页出调解笔录，双方签名；再出调解书，签名、用印、送达。"),
            kind="good",
        )
        self.office.refresh_case()

    def _fail(self) -> None:
        if self.case is not None and self.failure.check():
            self.failure_keeper.record(_fail, self.case.id, self.failure.values(), done=self._failed)

    def _failed(self, _: object) -> None:
        self.office.tell(tr("调解未成，已记下。"), tr("接着开庭或宣判。"), kind="good")

    def _bring(self) -> None:
        if self.case is not None and self.outside.check():
            case, values = self.case.id, self.outside.values()
            values["terms"] = _lines(values["terms"])
            self.outside_keeper.record(_bring, case, values, done=self._brought)

    def _brought(self, _: object) -> None:
        self.office.tell(
            tr("带来的协议已记下。"), tr("到“庭审”页做询问：是否自愿、内容是否真实、能不能履行。"), kind="good"
        )

    def _confirm(self) -> None:
        if self.case is not None and self.confirm_form.check():
            self.confirm_keeper.record(_confirm, self.case.id, self.confirm_form.value("on"), done=self._confirmed)

    def _confirmed(self, _: object) -> None:
        self.office.tell(tr("已裁定确认有效，案件办结。"), tr("到“文书”页出裁定书，签名、用印、送达。"), kind="good")
        self.office.refresh_case()


def _lines(text: str) -> list[str]:
    """One paragraph is one term."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _view(desk: Desk, case: str) -> tuple[Case, list[dict[str, Any]]]:
    kinds = {"in_court": tr("达成协议"), "failed": tr("没有达成"), "outside": tr("庭外协议")}
    rows = []
    for held in mediations_of(desk.database, case):
        fields = held.fields
        rows.append(
            {
                "id": held.record,
                "at": str(fields.get("at", ""))[:16].replace("T", " "),
                "kind": kinds.get(held.kind, held.kind),
                "terms": "；".join(fields.get("terms", [])) or fields.get("reason", ""),
            }
        )
    return load_case(desk.database, case), rows


def _agree(desk: Desk, case: str, terms: list[str], values: dict[str, Any]) -> str:
    return agree(desk, case, terms=terms, **values)


def _fail(desk: Desk, case: str, values: dict[str, Any]) -> str:
    return fail(desk, case, **values)


def _bring(desk: Desk, case: str, values: dict[str, Any]) -> str:
    return bring_outside_agreement(desk, case, **values)


def _confirm(desk: Desk, case: str, on: str) -> None:
    confirm(desk, case, on=on)
