"""宣判、撤诉: the orders and their law, announced; or the ruling on an application to withdraw; and the appeals."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.cases.model import CLAIMANTS, Case
from app.cases.store import load_case
from app.desk import Desk
from app.judgments.service import announce, rule_on_withdrawal
from ui.fees.bearers import FeeBearers, said_of_bearers
from ui.i18n import tr
from ui.judgments.appeals import AppealSteps, AppealsView, TakeAppeal, view
from ui.judgments.deemed import Deemed
from ui.judgments.elements import ElementsTab
from ui.shell.drafts import FormKeeper
from ui.shell.page import CasePage
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry
from ui.widgets.scroll import FocusScroll
from ui.widgets.ticks import Ticks
from ui.words import PARTY_ROLES, word

EVERYBODY = "all"
"""The choice that all who claim withdraw together."""


class JudgmentPage(CasePage):
    """Tabs: the elements, the three that close the case, and an appeal with its steps."""

    name = "judgments"
    scrolls = False

    def build(self) -> None:
        self.case: Case | None = None
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.elements = ElementsTab(self.office)
        self.tabs.addTab(FocusScroll(self._judgment()), tr("宣判"))
        self.tabs.addTab(FocusScroll(self.elements), tr("要素"))
        self.tabs.addTab(FocusScroll(self._withdrawal()), tr("撤诉"))
        self.deemed = Deemed(self.office)
        self.tabs.addTab(FocusScroll(self.deemed), tr("按撤诉处理"))
        self.appeal, self.appeal_steps = TakeAppeal(self.office), AppealSteps(self.office)
        self.tabs.addTab(FocusScroll(self.appeal), tr("上诉登记"))
        self.tabs.addTab(FocusScroll(self.appeal_steps), tr("上诉的办理"))

    def open_part(self, part: str) -> None:
        """``appeals``: what the case's appeals wait for."""
        if part == "appeals":
            self.tabs.setCurrentIndex(self.tabs.count() - 1)

    def first_focus(self) -> QWidget | None:
        return self.tabs.tabBar()

    def read(self) -> None:
        self.office.read(_case, self.office.case_id, done=self._show)
        self.elements.read()
        self.deemed.read()
        self.office.read(view, self.office.case_id, done=self._show_appeals)

    def _show_appeals(self, seen: AppealsView) -> None:
        if seen.case.id == self.office.case_id:
            self.appeal.put(seen)
            self.appeal_steps.put(seen)

    def _judgment(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.state = label("", "warn")
        self.state.hide()
        column.addWidget(self.state)
        self.form = Form()
        kinds = [
            ("tabular", tr("表格式")),
            ("simplified", tr("简易程序")),
            ("ordinary", tr("普通程序")),
            ("elements", tr("要素式")),
            ("small_claims", tr("小额诉讼")),
        ]
        self.form.add("form", tr("判决书样式"), KeyedChoice(kinds, "simplified"), required=True)
        self.form.add("found", tr("查明的事实"), LongText(lines=4))
        self.form.add("reasons", tr("理由"), LongText(lines=4))
        self.form.add("orders", tr("判决主文（一段一项）"), LongText(lines=4), required=True)
        self.form.add("laws", tr("依据的法律（一行一条）"), LongText(lines=3), required=True)
        self.bearers = FeeBearers(self.form, tr("双方分担（下面写明各自的数额）"))
        self.form.add("fee_text", tr("受理费怎么分担（双方分担时写）"), LongText(lines=2))
        self.form.add("announced_at", tr("宣判时间"), MomentEntry(), required=True)
        self.form.add("announced_place", tr("宣判地点"), QLineEdit(), required=True)
        self.present = Ticks()
        self.form.add("present", tr("到场的当事人"), self.present)
        self.judgment_keeper = FormKeeper(
            self.office, "judgment", self.form, lambda: {"announced_at": self._now, "form": "simplified"}
        )
        column.addWidget(self.form)
        column.addWidget(
            label(
                tr("宣判时要告知上诉权利、期限和上诉法院；离婚案件还要告知判决生效前不得另行结婚（民诉151）。"), "faint"
            )
        )
        self.announce_button = button(tr("记下宣判"), self._announce, kind="main")
        column.addWidget(flow(self.announce_button))
        column.addStretch(1)
        return holder

    def _withdrawal(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.withdrawal = Form()
        self.by = Combo([])
        self.withdrawal.add("by", tr("谁申请撤诉"), self.by, required=True)
        self.withdrawal.add("at", tr("裁定时间"), MomentEntry(), required=True)
        self.withdrawal.add("reason", tr("申请理由"), LongText(lines=3), required=True)
        answers = [("yes", tr("准许撤诉")), ("no", tr("不准许撤诉"))]
        self.withdrawal.add("granted", tr("裁定"), KeyedChoice(answers), required=True)
        self.withdrawal_keeper = FormKeeper(self.office, "withdrawal", self.withdrawal, lambda: {"at": self._now})
        column.addWidget(self.withdrawal)
        self.rule_button = button(tr("记下裁定"), self._rule, kind="main")
        column.addWidget(flow(self.rule_button))
        column.addStretch(1)
        return holder

    def _show(self, case: Case) -> None:
        if case.id != self.office.case_id:
            return
        self.case = case
        self.judgment_keeper.stand_for(case.id)
        self.withdrawal_keeper.stand_for(case.id)
        people = [(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in case.parties]
        self.bearers.put(case)
        claimants = [p for p in case.parties if p.role in CLAIMANTS]
        together = [(EVERYBODY, tr("全体一起"))] if len(claimants) > 1 else []
        named = [(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in claimants]
        self.by.set_choices([*together, *named], self.by.value or None)
        self.present.put(people)
        self.state.setVisible(bool(case.closed or case.suit_ended))
        self.state.setText(
            tr("本案已经结案。到“文书”页出判决书或裁定书。")
            if case.closed
            else tr("本诉已经撤诉，它的受理费由裁定写明；主文只写反诉、第三人的请求（解释237、239）。")
        )
        self.announce_button.setEnabled(not case.closed)
        self.rule_button.setEnabled(not case.closed and not case.suit_ended)

    @property
    def _now(self) -> str:
        return self.office.now().isoformat()

    def _announce(self) -> None:
        if self.case is None or not self.form.check():
            return
        values = said_of_bearers(self.case, self.form.values())
        for name in ("orders", "laws"):
            values[name] = [line.strip() for line in values[name].splitlines() if line.strip()]
        values["reasons"] = values["reasons"] or None
        values["found"] = values["found"] or None
        values["findings"] = self.elements.findings()
        self.judgment_keeper.record(_announce, self.case.id, values, done=self._announced)

    def _announced(self, _: object) -> None:
        self.office.tell(
            tr("宣判已记下，案件判决结案。"), tr("到“文书”页出宣判笔录和判决书，签名、用印、送达。"), kind="good"
        )
        self.office.refresh_case()

    def _rule(self) -> None:
        if self.case is None or not self.withdrawal.check():
            return
        values = self.withdrawal.values()
        values["granted"] = values["granted"] == "yes"
        claimants = [p.key for p in self.case.parties if p.role in CLAIMANTS]
        values["by"] = claimants if values["by"] == EVERYBODY else [values["by"]]
        self.withdrawal_keeper.record(_rule, self.case.id, values, done=self._ruled)

    def _ruled(self, _: object) -> None:
        self.office.tell(tr("裁定已记下。"), tr("到“文书”页出裁定书，签名、用印、送达。"), kind="good")
        self.office.refresh_case()


def _case(desk: Desk, case: str) -> Case:
    return load_case(desk.database, case)


def _announce(desk: Desk, case: str, values: dict[str, Any]) -> str:
    return announce(desk, case, **values)


def _rule(desk: Desk, case: str, values: dict[str, Any]) -> str:
    return rule_on_withdrawal(desk, case, **values)
