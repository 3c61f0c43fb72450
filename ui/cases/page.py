"""案件: choose one, see all of it, note what parties declared, add files, pick between rival values."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.service import confirm_service_address, decide_procedure, give_small_claims_notice, note_waivers
from ui.cases.calls import CaseView, add_files, view
from ui.cases.claims import Claims, asked_lines
from ui.cases.deadlines import Deadlines, PeriodLines
from ui.cases.disputes import Disputes
from ui.cases.number import Number
from ui.cases.people import People
from ui.cases.review import Review
from ui.cases.words import act_words
from ui.i18n import printed, tr
from ui.shell.drafts import FormKeeper
from ui.shell.page import CasePage
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, panel
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll
from ui.widgets.ticks import Ticks
from ui.widgets.timeline import Node, Timeline
from ui.words import PARTY_ROLES, PROCEDURES, choices, word


class CasesPage(CasePage):
    """Tabs for what a case holds; the first tells it in short and what comes next."""

    name = "cases"
    scrolls = False

    def build(self) -> None:
        self.seen: CaseView | None = None
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._short()), tr("概况"))
        self.deadlines = Deadlines(self.office)
        self.tabs.addTab(FocusScroll(self.deadlines), tr("期限"))
        self.review = Review(self.office)
        self.tabs.addTab(FocusScroll(self.review), tr("审查分流"))
        self.tabs.addTab(FocusScroll(self._declared()), tr("程序和期限表示"))
        self.tabs.addTab(FocusScroll(self._addresses()), tr("送达地址确认"))
        self.people_tab = People(self.office)
        self.tabs.addTab(FocusScroll(self.people_tab), tr("当事人"))
        self.claims_tab = Claims(self.office)
        self.claims_at = self.tabs.addTab(FocusScroll(self.claims_tab), tr("变更和反诉"))
        self.papers = RowsTable(
            [
                Column(tr("文书"), "title", stretch=True),
                Column(tr("日期"), "made_on"),
                Column(tr("页数"), "pages"),
            ]
        )
        self.papers.chosen.connect(lambda _row: self.office.go("documents"))
        self.tabs.addTab(self.papers, tr("文书"))
        self.tabs.addTab(FocusScroll(self._files()), tr("附件"))
        self.timeline = Timeline()
        self.tabs.addTab(FocusScroll(self.timeline), tr("流程节点"))
        self.number = Number(self.office)
        self.tabs.addTab(FocusScroll(self.number), tr("案号"))
        self.disputes = Disputes(self.office)
        self.tabs.addTab(FocusScroll(self.disputes), tr("待核定"))

    def first_focus(self) -> QWidget | None:
        return self.tabs.tabBar()

    def open_part(self, part: str) -> None:
        """``claims``: the tab of changed claims is in sight, with the cursor on it."""
        if part == "claims":
            self.tabs.setCurrentIndex(self.claims_at)

    def keys(self) -> list[tuple[str, str]]:
        return [("← →", tr("在标签上换一页")), ("Ctrl+K", tr("换案件"))]

    def read(self) -> None:
        self.office.read(view, self.office.case_id, done=self._show)

    def _short(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.heading = label("", "title")
        self.next_step = label("", "section")
        self.periods = PeriodLines(self.office)
        self.facts = label("")
        self.people = label("")
        self.claims = label("")
        self.evidence = label("")
        column.addWidget(self.heading)
        column.addWidget(self.next_step)
        shown: tuple[tuple[str, QWidget], ...] = (
            (tr("期限"), self.periods),
            (tr("当事人"), self.people),
            (tr("诉讼请求"), self.claims),
            (tr("事实和理由"), self.facts),
            (tr("证据"), self.evidence),
        )
        for words, widget in shown:
            frame, box = panel()
            box.addWidget(label(words, "section"))
            box.addWidget(widget)
            column.addWidget(frame)
        column.addStretch(1)
        return holder

    def _declared(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.procedure_form = form = Form()
        self.procedure = KeyedChoice(choices(PROCEDURES))
        form.add("procedure", tr("适用程序"), self.procedure, required=True)
        self.procedure_keeper = FormKeeper(self.office, "procedure", form, self._decided)
        column.addWidget(form)
        column.addWidget(flow(button(tr("决定适用这个程序"), self._decide_procedure)))
        frame, box = panel()
        box.addWidget(label(tr("不要举证期限和答辩期（当即开庭要各方都表示）"), "section"))
        waivers = Form()
        self.no_evidence, self.no_defence = Ticks(), Ticks()
        waivers.add("evidence_period", tr("举证期限"), self.no_evidence)
        waivers.add("defence_period", tr("答辩期"), self.no_defence)
        self.waiver_keeper = FormKeeper(self.office, "waivers", waivers)
        box.addWidget(waivers)
        box.addWidget(flow(button(tr("记下各方的表示"), self._waive, kind="main")))
        column.addWidget(frame)
        frame, box = panel()
        box.addWidget(label(tr("小额诉讼程序告知（解释274）"), "section"))
        self.notice_line = label("", "faint")
        box.addWidget(self.notice_line)
        self.notice_button = button(tr("已向各方告知"), self._give_notice)
        box.addWidget(flow(self.notice_button))
        column.addWidget(frame)
        column.addStretch(1)
        return holder

    def _addresses(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.whose_address = Form()
        self.who = Combo([])
        self.whose_address.add("key", tr("谁"), self.who, required=True)
        column.addWidget(self.whose_address)
        self.address_form = Form()
        self.address_form.add("address", tr("送达地址"), QLineEdit(), required=True)
        self.electronic = QCheckBox(tr("同意电子送达"))
        self.address_form.add("electronic", tr("电子送达"), self.electronic)
        ways = [
            ("短信", tr("短信")),
            ("电子邮件", tr("电子邮件")),
            ("微信", tr("微信")),
            ("诉讼服务平台", tr("诉讼服务平台")),
        ]
        self.address_form.add("by", tr("方式"), KeyedChoice(ways, "短信"))
        self.address_form.add("to", tr("号码或账号"), QLineEdit())
        self.electronic.toggled.connect(self._electronic)
        self.address_keeper = FormKeeper(self.office, "service_address", self.address_form, self._held_address)
        self.address_keeper.filled.connect(lambda: self._electronic(self.electronic.isChecked()))
        self.who.currentIndexChanged.connect(lambda _index: self._fill_address())
        self._electronic(False)
        column.addWidget(self.address_form)
        column.addWidget(flow(button(tr("确认送达地址"), self._confirm_address, kind="main")))
        column.addStretch(1)
        return holder

    def _files(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.files = RowsTable(
            [
                Column(tr("名称"), "name", stretch=True),
                Column(tr("种类"), "media_type"),
                Column(tr("大小"), lambda row: tr("{size} KB").format(size=max(int(row.get("size") or 0) // 1024, 1))),
            ]
        )
        column.addWidget(self.files, 1)
        column.addWidget(flow(button(tr("加照片、扫描件或录音"), self._add_files, kind="main")))
        return holder

    def _show(self, seen: CaseView) -> None:
        if seen.case.id != self.office.case_id:
            return
        fresh = self.seen is None or self.seen.case.id != seen.case.id
        self.seen = seen
        case = seen.case
        self.heading.setText(f"{case.number}　{case.title}")
        self.next_step.setText(_next_step(seen))
        self.periods.put(seen.running)
        self.deadlines.put(seen)
        self.review.put(case)
        self.people.setText("\n".join(_person(party) for party in case.parties))
        self.claims.setText("\n".join(asked_lines(case)))
        self.facts.setText(str(case.fields.get("facts", "")))
        self.evidence.setText(
            "\n".join(
                f"{item.number}. {item.name}（{tr('原件') if item.original else tr('复印件')}，"
                + tr("{pages} 页").format(pages=item.pages)
                + "）"
                for item in case.evidence
            )
            or tr("没有提交证据")
        )
        self.procedure_keeper.stand_for(case.id)
        self._put_waivers(case)
        told = case.fields.get("small_claims_notice")
        self.notice_line.setText(
            tr("已于 {at} 告知").format(at=str(told["at"])[:16].replace("T", " "))
            if isinstance(told, dict)
            else tr("还没有告知：审判组织、一审终审、审理期限、费用标准")
        )
        kept = "" if fresh else self.who.value
        people = [(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in case.parties]
        self.who.set_choices(people, kept or None)
        self._fill_address()
        self.people_tab.put(case)
        self.claims_tab.put(case)
        self.number.put(seen)
        self.papers.put(
            [{"id": p.record, "title": printed(p.title), "made_on": p.made_on, "pages": p.pages} for p in seen.papers]
        )
        self.files.put([f for f in seen.files if not str(f["media_type"]).startswith("application/vnd.")])
        self.timeline.put(
            [
                Node(
                    f"{row['at'][:16].replace('T', ' ')}　{row['officer']}",
                    f"{act_words(row['act'])}　{printed(row['about'])}",
                )
                for row in reversed(seen.happened)
            ]
        )
        self._put_disputes(seen)

    def _put_waivers(self, case: Case) -> None:
        self.waiver_keeper.stand_for(case.id)
        for ticks, words, waived in (
            (self.no_evidence, tr("{name} 不要举证期限"), case.fields.get("waive_evidence_period")),
            (self.no_defence, tr("{name} 不要答辩期"), case.fields.get("waive_defence_period")),
        ):
            ticks.put([(party.key, words.format(name=party.name)) for party in case.parties], waived or [])

    def _decided(self) -> dict[str, Any]:
        return {"procedure": self.seen.case.procedure or None} if self.seen is not None else {}

    def _put_disputes(self, seen: CaseView) -> None:
        at = self.tabs.indexOf(self.tabs.widget(self.tabs.count() - 1))
        self.tabs.setTabText(at, tr("待核定 {count}").format(count=len(seen.disputes) or ""))
        self.disputes.put(seen)

    def _decide_procedure(self) -> None:
        if self.seen is not None and self.procedure_form.check():
            self.procedure_keeper.record(
                decide_procedure, self.seen.case.id, self.procedure.value, done=lambda _: self.office.refresh_case()
            )

    def _waive(self) -> None:
        if self.seen is not None:
            waived = self.no_evidence.value, self.no_defence.value
            self.waiver_keeper.record(_note_waivers, self.seen.case.id, *waived, done=self._waived)

    def _waived(self, _: object) -> None:
        self.office.tell(tr("各方的表示已记下。"), tr("开庭时再问一遍并记入笔录，由各方签名。"), kind="good")

    def _give_notice(self) -> None:
        if self.seen is not None:
            keys = [party.key for party in self.seen.case.parties]
            at = self.office.now().isoformat(timespec="seconds")
            self.office.act(_give_notice, self.seen.case.id, at, keys)

    def _electronic(self, on: bool) -> None:
        self.address_form.show_blank("by", on)
        self.address_form.show_blank("to", on)

    def _fill_address(self) -> None:
        if self.seen is not None:
            self.address_keeper.stand_for(f"{self.seen.case.id} {self.who.value}")

    def _held_address(self) -> dict[str, Any]:
        """Where the chosen party is served as far as is known, or where he lives."""
        parties = self.seen.case.parties if self.seen is not None else ()
        party = next((one for one in parties if one.key == self.who.value), None)
        if party is None:
            return {"by": "短信"}
        known = {"address": party.data.get("address"), "to": party.data.get("phone"), "by": "短信", "electronic": False}
        return known | dict(party.service_address or {})

    def _confirm_address(self) -> None:
        if self.seen is None or not (self.whose_address.check() and self.address_form.check()):
            return
        values = self.address_form.values()
        if not values["electronic"]:
            values = {"address": values["address"], "electronic": False}
        case, who = self.seen.case.id, self.who.value
        self.address_keeper.record(confirm_service_address, case, who, values, done=self._address_confirmed)

    def _address_confirmed(self, _: object) -> None:
        self.office.tell(tr("送达地址已确认。"), tr("到“文书”页出送达地址确认书，由当事人签名。"), kind="good")

    def _add_files(self) -> None:
        if self.seen is None:
            return
        case = self.seen.case.id
        paths, _kind = QFileDialog.getOpenFileNames(self, tr("选文件"))
        if paths:
            self.office.act(add_files, case, paths, done=self._files_added)

    def _files_added(self, count: int) -> None:
        self.office.tell(tr("已加密存入 {count} 个附件。").format(count=count), kind="good")


def _note_waivers(desk: Any, case: str, evidence: list[str], defence: list[str]) -> None:
    note_waivers(desk, case, evidence_period=evidence, defence_period=defence)


def _give_notice(desk: Any, case: str, at: str, keys: list[str]) -> None:
    give_small_claims_notice(desk, case, at=at, to=keys)


def _person(party: Any) -> str:
    parts = [
        f"{word(PARTY_ROLES, party.role)} {party.name}",
        tr(party.data.get("sex") or ""),
        party.data.get("born"),
        party.data.get("id_no"),
        party.data.get("address"),
        party.data.get("phone"),
        "、".join(party.data.get("needs", [])),
        "；".join(f"{tr('代理人')} {agent.name}" for agent in party.agents),
    ]
    return "　".join(str(part) for part in parts if part)


def _next_step(seen: CaseView) -> str:
    case = seen.case
    if seen.disputes:
        return tr("下一步：到“待核定”选出对的信息")
    if not case.procedure:
        return tr("下一步：由审判员决定适用程序")
    if case.closed:
        return tr("已结案。下一步：签名、送达、收费，离村前核对")
    return tr("下一步：开庭或调解，需要的文书在“文书”页出")
