"""期限: what runs in the case, red before it is missed, and the days that its trial limit leaves out."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.suspensions import Suspension, end_suspension, suspend_limit
from app.desk import Desk
from app.rules.periods import SUSPENSIONS
from app.service.deadlines import TRIAL_LIMITS
from app.service.running import Running
from ui.cases.calls import CaseView
from ui.i18n import QT_TR_NOOP, tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowBox, flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import DateEntry
from ui.widgets.rows import Column, RowsTable
from ui.words import SCREENS, word
from ui.workbench.calls import PAGES
from ui.workbench.deadlines import deadline_words, haste, together

GROUNDS = {
    "public_notice": QT_TR_NOOP("公告"),
    "appraisal": QT_TR_NOOP("鉴定"),
    "reconciliation": QT_TR_NOOP("双方和解"),
    "jurisdiction": QT_TR_NOOP("管辖异议或者管辖争议"),
    "mediation": QT_TR_NOOP("各方同意延长的调解"),
}


class PeriodLines(QWidget):
    """One line for each period that runs, and a button to each page where one of them is kept."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(2)
        column.addLayout(self.lines)
        self.pages = FlowBox()
        self.there: dict[str, QWidget] = {}
        column.addWidget(self.pages)

    def put(self, periods: tuple[Running, ...]) -> None:
        """Shows these periods, the first to end first."""
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        today = self.office.now().date()
        for period in together(periods):
            kind = {"late": "problem", "near": "warn"}.get(haste(period, today), "")
            self.lines.addWidget(label(deadline_words(period, today), kind))
        if not periods:
            self.lines.addWidget(label(tr("本案现在没有在走的期限。"), "faint"))
        self._lead_to(list(dict.fromkeys(_page_of(period) for period in periods)))

    def _lead_to(self, pages: list[str]) -> None:
        """A button leads to each of these pages; where they are the same as before the keyboard stays on its own."""
        if pages == list(self.there):
            return
        while (item := self.pages.row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.there = {
            page: button(f"→ {word(SCREENS, page)}", partial(self.office.go, page), kind="quiet") for page in pages
        }
        for there in self.there.values():
            self.pages.row.addWidget(there)


def _page_of(period: Running) -> str:
    """Where the period is kept: the trial limit by asking for more time, the others by their papers and services."""
    return "approvals" if period.rule in TRIAL_LIMITS.values() else PAGES.get(period.rule, "documents")


class Deadlines(QWidget):
    """The periods, the suspensions as rows, and the form of a new one."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: CaseView | None = None
        column = QVBoxLayout(self)
        self.periods = PeriodLines(office)
        column.addWidget(self.periods)
        column.addWidget(label(tr("扣除审限：这些天不计入审限"), "section"))
        self.table = RowsTable(
            [
                Column(tr("事由"), lambda row: word(GROUNDS, row["ground"])),
                Column(tr("从"), "first"),
                Column(tr("到"), lambda row: row["last"] or tr("还没有结束")),
                Column(tr("依据"), "article"),
                Column(tr("说明"), "reason", stretch=True),
            ]
        )
        self.table.setAccessibleName(tr("扣除审限的日子"))
        column.addWidget(self.table)
        self.form = Form()
        self.form.add(
            "ground", tr("事由"), Combo([(ground, word(GROUNDS, ground)) for ground in SUSPENSIONS]), required=True
        )
        self.form.add("first", tr("从哪一天"), DateEntry(), required=True)
        self.form.add("last", tr("到哪一天（没有结束的不填）"), DateEntry())
        self.form.add("reason", tr("说明"), LongText(lines=2), required=True)
        column.addWidget(self.form)
        self.end_button = button(tr("选中的一段到“到哪一天”为止"), self._end)
        self.suspend_button = button(tr("记下扣除"), self._suspend, kind="main", key="Alt+K")
        column.addWidget(flow(self.suspend_button, self.end_button))
        column.addWidget(label(tr("两端的日子都扣除；同一天有两个事由的只扣一次（解释243）。"), "faint"))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "suspension", self.form)

    def put(self, seen: CaseView) -> None:
        """Shows the periods and suspensions of this case."""
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        self.periods.put(seen.running)
        self.table.put([_row(one) for one in seen.suspensions])
        self.suspend_button.setEnabled(not seen.case.closed)
        self.end_button.setEnabled(any(one.last is None for one in seen.suspensions))

    def _suspend(self) -> None:
        if self.seen is not None and self.form.check():
            self.keeper.record(_suspended, self.seen.case.id, self.form.values(), done=self._recorded)

    def _end(self) -> None:
        row, last = self.table.current, self.form.value("last")
        if row is None or row["last"]:
            self.office.tell(tr("还没有选没有结束的一段。"), tr("在表里用 ↑↓ 选一段。"), kind="warn")
        elif last is None:
            self.form.show_problem("last", tr("写上最后一天。"))
            self.form.blanks["last"].setFocus()
        elif self.seen is not None:
            self.keeper.record(end_suspension, row["id"], last, done=self._recorded)

    def _recorded(self, _: object) -> None:
        self.office.tell(tr("扣除的日子已记下，审限已重算。"), kind="good")


def _row(one: Suspension) -> dict[str, Any]:
    return {
        "id": one.record,
        "ground": one.ground,
        "first": one.first.isoformat(),
        "last": one.last.isoformat() if one.last is not None else "",
        "article": one.article,
        "reason": one.reason,
    }


def _suspended(desk: Desk, case: str, told: dict[str, Any]) -> str:
    return suspend_limit(desk, case, **told)
