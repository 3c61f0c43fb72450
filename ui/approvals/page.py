"""报批: what waits for the chief or the president, the answer as it came, and the signature on return."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from ui.approvals.asking import Asking, kind_words
from ui.approvals.calls import ApprovalsView, carried_out, decide, request, scan, sign, view
from ui.i18n import tr
from ui.shell.drafts import FormKeeper
from ui.shell.page import Page
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll


class ApprovalsPage(Page):
    """The list needs no case; a new matter is put in the chosen one."""

    name = "approvals"
    scrolls = False

    def build(self) -> None:
        self.seen: ApprovalsView | None = None
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._waiting()), tr("待批和已批"))
        self.asking = Asking(self.office)
        self.asking.wanted.connect(self._ask)
        self.tabs.addTab(FocusScroll(self.asking), tr("新报批"))
        self.office.case_changed.connect(self._case_changed)

    def first_focus(self) -> QWidget:
        return self.tabs.tabBar()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("← →", tr("在标签上换一页")),
            ("Alt+B", tr("记下报批")),
            ("Alt+D", tr("记下答复")),
            ("Alt+J", tr("记下拘传结果")),
        ]

    def read(self) -> None:
        self.office.read(view, self.office.case_id, done=self._show)

    def _waiting(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.table = RowsTable(
            [
                Column(tr("案号"), "number"),
                Column(tr("报批的事"), lambda row: kind_words(row["kind"])),
                Column(tr("内容"), "about", stretch=True),
                Column(tr("状态"), lambda row: _state_words(row["state"])),
                Column(tr("谁决定的"), "decider"),
                Column(tr("答复期限"), "until"),
            ]
        )
        self.table.picked.connect(self._picked)
        column.addWidget(self.table)
        self.none = label(tr("没有报批的事。"), "faint")
        column.addWidget(self.none)
        self.answer = QWidget()
        answer = QVBoxLayout(self.answer)
        answer.setContentsMargins(0, 0, 0, 0)
        self.form = Form()
        self.form.add("granted", tr("答复"), KeyedChoice([("yes", tr("同意")), ("no", tr("不同意"))]), required=True)
        self.decider = Combo([])
        self.form.add("decided_by", tr("谁决定的"), self.decider, required=True)
        ways = [("telephone", tr("电话")), ("in_person", tr("当面")), ("own_device", tr("本人在这台电脑上"))]
        self.how = KeyedChoice(ways, "telephone")
        self.form.add("how", tr("怎么答复"), self.how, required=True)
        self.form.add("number", tr("电话号码"), QLineEdit(), required=True)
        self.form.add("decided_at", tr("答复时间"), MomentEntry(), required=True)
        self.form.add("opinion", tr("意见（不同意要写理由）"), LongText(lines=2))
        self.keeper = FormKeeper(
            self.office,
            "approval_answered",
            self.form,
            lambda: {"how": "telephone", "decided_at": self.office.now().isoformat()},
        )
        self.keeper.filled.connect(self._how_changed)
        self.how.changed.connect(self._how_changed)
        answer.addWidget(self.form)
        answer.addWidget(flow(button(tr("记下答复"), self._decide, kind="main", key="Alt+D")))
        column.addWidget(self.answer)
        self.signature = QWidget()
        signature = QVBoxLayout(self.signature)
        signature.setContentsMargins(0, 0, 0, 0)
        self.signature_line = label("", "warn")
        signature.addWidget(self.signature_line)
        signature.addWidget(
            flow(
                button(tr("我来补签"), lambda: self._sign(True), kind="main"),
                button(tr("这不是我的决定"), lambda: self._sign(False)),
                button(tr("扫描补签的审批表"), self._scan),
            )
        )
        column.addWidget(self.signature)
        column.addWidget(self._effect())
        column.addStretch(1)
        self._picked({})
        return holder

    def _effect(self) -> QWidget:
        """How a compulsory appearance that was granted ended (解释175)."""
        self.effect = QWidget()
        column = QVBoxLayout(self.effect)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("拘传的结果"), "section"))
        self.effect_form = Form()
        ways = [("came", tr("说明后自己来了")), ("brought", tr("拘传到庭")), ("not_found", tr("没有找到人"))]
        self.effect_form.add("effect", tr("结果"), KeyedChoice(ways), required=True)
        self.effect_form.add("explained", tr("先做的"), QCheckBox(tr("已经说明后果并批评教育")))
        self.effect_form.add("by", tr("谁执行的"), QLineEdit(), required=True)
        self.effect_form.add("at", tr("到庭时间"), MomentEntry(), required=True)
        self.effect_keeper = FormKeeper(
            self.office, "approval_carried_out", self.effect_form, lambda: {"at": self.office.now().isoformat()}
        )
        column.addWidget(self.effect_form)
        column.addWidget(flow(button(tr("记下拘传结果"), self._carried_out, kind="main", key="Alt+J")))
        return self.effect

    def _carried_out(self) -> None:
        row = self.table.current
        if row is not None and self.effect_form.check():
            self.effect_keeper.record(carried_out, row["id"], self.effect_form.values(), done=self._effect_noted)

    def _effect_noted(self, _: object) -> None:
        self.office.tell(tr("拘传的结果已记下。"), kind="good")

    def _show(self, seen: ApprovalsView) -> None:
        if seen.case is not None and seen.case.id != self.office.case_id:
            return
        self.seen = seen
        self.table.put(seen.rows)
        self.table.setVisible(bool(seen.rows))
        self.none.setVisible(not seen.rows)
        self.tabs.setTabEnabled(1, seen.case is not None)
        self.tabs.setTabToolTip(1, "" if seen.case is not None else tr("先按 Ctrl+K 选案件。"))
        self.asking.put(seen)
        self._picked(self.table.current or {})

    def _picked(self, row: dict[str, Any]) -> None:
        """The answer or the signature that the row waits for can be given."""
        self.answer.setVisible(row.get("state") == "pending")
        self.signature.setVisible(bool(row.get("awaits_signature")))
        self.effect.setVisible(bool(row.get("awaits_effect")))
        if row.get("awaits_effect"):
            self.effect_keeper.stand_for(row["id"])
        if self.seen is not None and row.get("state") == "pending":
            self.keeper.stand_for(row["id"])
            names = [(one, name) for one, name, _role in self.seen.officers if one in row["competent"]]
            self.decider.set_choices(names, self.decider.value or None)
        self.signature_line.setText(
            tr("{who} 已答复，等着补签：在自己的电脑上签，或者签在审批表上扫描进来。").format(
                who=row.get("decider", "")
            )
        )

    def _how_changed(self) -> None:
        self.form.show_blank("number", self.how.value == "telephone")

    def _ask(self, case: str, told: dict[str, Any]) -> None:
        self.asking.keeper.record(request, case, told, done=self._asked)

    def _asked(self, _: object) -> None:
        self.tabs.setCurrentIndex(0)
        self.office.tell(tr("报批已记下。"), tr("打电话请示；答复记在这一页，审批表在“文书”页。"), kind="good")

    def _decide(self) -> None:
        row = self.table.current
        if row is None or not self.form.check():
            return
        values = self.form.values()
        values["granted"] = values["granted"] == "yes"
        values["number"] = values["number"] if values["how"] == "telephone" else None
        if not values["granted"] and not values["opinion"]:
            self.form.show_problem("opinion", tr("写上不同意的理由。"))
            return
        self.keeper.record(decide, row["id"], values, done=self._decided)

    def _decided(self, _: object) -> None:
        self.office.tell(tr("答复已记下。"), tr("电话答复的，回院后请本人补签。"), kind="good")

    def _sign(self, confirmed: bool) -> None:
        row = self.table.current
        if row is not None:
            self.office.act(
                sign, row["id"], self.office.now().isoformat(timespec="seconds"), confirmed, done=self._signed
            )

    def _scan(self) -> None:
        row = self.table.current
        if row is None:
            return
        path, _filter = QFileDialog.getOpenFileName(self, tr("选扫描好的审批表"))
        if path:
            self.office.act(scan, row["id"], self.office.now().isoformat(timespec="seconds"), path, done=self._signed)

    def _signed(self, _: object) -> None:
        self.office.tell(tr("已记下。"), kind="good")


def _state_words(state: str) -> str:
    return {
        "pending": tr("待批"),
        "awaits_signature": tr("待补签"),
        "granted": tr("已批准"),
        "refused": tr("不予批准"),
        "disowned": tr("批准人否认"),
        "came": tr("已批准，自己到庭"),
        "brought": tr("已批准，拘传到庭"),
        "not_found": tr("已批准，没有找到人"),
    }[state]
