"""工作台: what waits for a person, and the cases at hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from app.journal.entry import COURT
from ui.i18n import tr
from ui.shell.office import CaseRow, row_of
from ui.shell.page import Page
from ui.shell.picker import case_columns, choose, look_up
from ui.widgets.empty import EmptyPanel
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, panel, set_kind
from ui.widgets.line_button import LineButton
from ui.widgets.lines import Lines
from ui.widgets.search import SearchList
from ui.workbench.calls import Waiting, WorkbenchView, view


class WorkbenchPage(Page):
    """Enter on a case opens it; each thing that waits has the button that goes there."""

    name = "workbench"
    MOST = 5

    def build(self) -> None:
        self.all_shown = False
        self.title(tr("工作台"))
        frame, box = panel()
        box.addWidget(label(tr("等着办的事"), "section"))
        self.waiting_box = Lines()
        box.addWidget(self.waiting_box)
        self.trip_line = label("", "faint")
        self.trip_line.hide()
        box.addWidget(self.trip_line)
        self.numbers = label("", "faint")
        box.addWidget(self.numbers)
        self.copy_line = label("", "faint")
        box.addWidget(self.copy_line)
        self.copy_button = button(tr("选第二份备份放在哪个盘"), self._choose_copy, kind="quiet")
        self.copy_button.hide()
        box.addWidget(flow(self.copy_button))
        self.column.addWidget(frame)
        self.column.addWidget(
            flow(
                button(tr("口头起诉"), lambda: self._file("oral"), kind="main", key="Alt+K"),
                button(tr("书面起诉"), lambda: self._file("written"), key="Alt+S"),
                button(tr("共同申请"), lambda: self._file("joint"), key="Alt+G"),
                button(tr("登记便民服务"), lambda: self.office.go("circuit/services")),
                button(tr("出发前检查"), lambda: self.office.go("circuit/departure")),
                button(tr("离村核对"), lambda: self.office.go("circuit/leaving")),
            )
        )
        self.list = SearchList(case_columns(), tr("找案件：案号、姓名、姓名的拼音首字母、案由，或者扫文书的方码"))
        self.list.asked.connect(self._ask)
        self.list.chosen.connect(self._open)
        self.list.setMinimumHeight(240)
        self.column.addWidget(self.list, 1)
        self.none = EmptyPanel(
            tr("这台电脑上还没有案件"),
            tr("按 Ctrl+2 立案。出发前在法院立好的案件，连上法院网络后按 Ctrl+H 取下来。"),
            [(tr("去立案"), lambda: self.office.go("intake")), (tr("数据回传"), lambda: self.office.go("sync"))],
        )
        self.none.hide()
        self.column.addWidget(self.none)

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Alt+K", tr("口头起诉")),
            ("Alt+S", tr("书面起诉")),
            ("Alt+G", tr("共同申请")),
            ("↓ Enter", tr("在列表里选案件")),
        ]

    def first_focus(self) -> QWidget:
        return self.list.line

    def read(self) -> None:
        self.office.read(view, self.office.now().date().isoformat(), done=self._show)

        health = self.office.connections.keys.get("copy_health")
        if health is not None:
            self.office.read(health, done=self._show_copy)

    def _show_copy(self, health: Any) -> None:
        if health is None:
            return
        words = {
            "up_to_date": tr("第二份备份是最新的"),
            "behind": tr("第二份备份还差 {entries} 条记录、{attachments} 个附件"),
            "none": tr("还没有第二份备份"),
            "gone": tr("第二份备份的盘拔掉了，插上它"),
            "ahead": tr("第二份备份比这台电脑还新，先告诉管理员"),
        }.get(health.state, health.state)
        where = tr("在存储盘上") if health.on_stick else tr("在同一块磁盘上，电脑坏了就没了")
        fine = health.state == "up_to_date" and health.on_stick
        set_kind(self.copy_line, "good" if fine else "warn")
        state = words.format(entries=health.entries_behind, attachments=health.attachments_behind)
        told = health.state in ("up_to_date", "behind")
        self.copy_line.setText(tr("{state}（{where}）").format(state=state, where=where) if told else state)
        self.copy_button.setVisible(not health.on_stick or health.state == "gone")

    def _choose_copy(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("选第二份备份放在哪个盘"))
        if folder:
            self.office.act(self.office.connections.keys["copy_to"], folder, done=self._show_copy)

    def _show(self, seen: WorkbenchView) -> None:
        if self.list.line.text().strip():
            self.list.ask_now()
        else:
            self.list.put(seen.cases)
        self.list.setVisible(bool(seen.cases))
        self.none.setVisible(not seen.cases)
        most = len(seen.waiting) if self.all_shown else self.MOST
        lines = [self._line(waiting) for waiting in seen.waiting[:most]]
        if len(seen.waiting) > most:
            late = sum(waiting.code == "deadline_late" for waiting in seen.waiting[most:])
            pressing = tr("还有 {count} 件，其中 {late} 件期限紧，按这里全部列出")
            more = pressing if late else tr("还有 {count} 件，按这里全部列出")
            words = more.format(count=len(seen.waiting) - most, late=late)
            lines.append(LineButton(words, lambda: self._show_all(seen)))
        self.waiting_box.put(lines or [label(tr("没有等着办的事。"), "faint")])
        stops = "、".join((seen.trip or {}).get("stops", []))
        self.trip_line.setText(tr("这一趟：{stops}").format(stops=stops))
        self.trip_line.setVisible(bool(stops))
        self.numbers.setText(
            tr("可用案号：{left}").format(
                left="，".join(tr("{type} 还有 {free} 个").format(**row) for row in seen.numbers) or tr("没有")
            )
        )

    def _show_all(self, seen: WorkbenchView) -> None:
        self.all_shown = True
        self._show(seen)

    def _line(self, waiting: Waiting) -> LineButton:
        words = {
            "lease_over": tr("在外使用期限到了，不能立新案、开新庭；去续期"),
            "lease_warning": tr("在外使用期限还有 {left} 天，到期后不能立新案、开新庭"),
            "clock_jumped": tr("电脑的钟被拨动过，请核对时间"),
            "sitting_open": tr("{number} 的庭审 {at} 开始，还没有闭庭"),
            "values_differ": tr("{number} 信息不一致，待核定"),
            "approval_pending": tr("{number} 有报批的事还没有答复"),
            "approval_signature": tr("{number} 电话批准的事等着补签"),
            "service_waits": tr("{number} 有电子送达等着发出"),
            "unsigned": tr("{number}《{title}》等着签名"),
            "next_hearing": tr("{number} 定于 {at} 开庭"),
            "deadline_near": "{number} {deadline}",
            "deadline_late": "{number} {deadline}",
            "unsent": tr("还有 {count} 条记录只在这台电脑上，没有回传"),
            "cash_in_hand": tr("今天收了 {count} 笔现金，共 {total} 元，待交账"),
        }.get(waiting.code, waiting.code)
        made = LineButton(f"→ {words.format(**waiting.facts)}", lambda: self._go(waiting))
        if waiting.code == "deadline_late":
            set_kind(made, "late")
        return made

    def _go(self, waiting: Waiting) -> None:
        if not waiting.case:
            self.office.go(waiting.page)
        elif waiting.case == COURT:
            choose(self.office, {"id": COURT}, waiting.page)
        else:
            self.office.read(row_of, waiting.case, done=lambda row: choose(self.office, row, waiting.page))

    def _file(self, mode: str) -> None:
        self.office.connections.preferences["filing_mode"] = mode
        self.office.go("intake")

    def _ask(self, words: str) -> None:
        self.office.read(look_up, words, done=self.list.put)

    def _open(self, row: CaseRow) -> None:
        choose(self.office, row, "cases")
