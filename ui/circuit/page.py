"""巡回: depart, log services that open no case, and what to check before leaving court or village."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QSpinBox, QTabWidget, QVBoxLayout, QWidget

from app.approvals.store import load_approval
from app.cases.store import list_cases, load_case
from app.circuit import service as circuit
from app.circuit.store import circuit_services, last_trip
from app.desk import Desk
from app.documents.store import load_paper
from app.hearings.store import load_sitting
from app.journal.entry import COURT
from ui.approvals.asking import kind_words
from ui.circuit.handed import HandedPapers, handed
from ui.i18n import printed, tr
from ui.shell.drafts import FormKeeper
from ui.shell.page import Page
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.lines import Lines
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll


@dataclass(frozen=True)
class Left:
    """One line of a checklist with what it names; ``evidence`` an original that can be given back here."""

    code: str
    good: bool
    facts: dict[str, Any]
    evidence: str = ""
    to: str = ""


class CircuitPage(Page):
    """The day's tabs in its order, and what was handed over that belongs to no case."""

    name = "circuit"
    scrolls = False

    def build(self) -> None:
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._departure()), tr("出发前检查"))
        self.tabs.addTab(FocusScroll(self._log()), tr("便民服务登记"))
        self.tabs.addTab(FocusScroll(self._leaving()), tr("离村核对"))
        self.log = RowsTable(
            [
                Column(tr("时间"), lambda row: str(row.get("at", ""))[:16].replace("T", " ")),
                Column(tr("事项"), "kind"),
                Column(tr("地点"), "place"),
                Column(tr("人数"), "people"),
                Column(tr("内容"), "summary", stretch=True),
            ]
        )
        self.tabs.addTab(self.log, tr("巡回日志"))
        self.handed = HandedPapers(self.office)
        self.tabs.addTab(FocusScroll(self.handed), tr("送交和催办"))

    def first_focus(self) -> QWidget:
        return self.tabs.tabBar()

    PARTS = ("departure", "services", "leaving", "log", "handed")

    def open_part(self, part: str) -> None:
        """The tab of that name is in sight, with the cursor on it."""
        self.tabs.setCurrentIndex(self.PARTS.index(part))

    def read(self) -> None:
        self.office.read(_view, self.office.now().date().isoformat(), done=self._show)
        health = self.office.connections.keys.get("copy_health")
        if health is not None:
            self.office.read(health, done=self._show_copy)

    def _departure(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.departure_checks, self.copy_check = Lines(), Lines()
        column.addWidget(self.departure_checks)
        column.addWidget(self.copy_check)
        column.addWidget(label(tr("这一趟"), "section"))
        self.trip = Form()
        self.trip.add("date", tr("日期"), DateEntry(), required=True)
        self.trip.add("vehicle", tr("交通"), QLineEdit(), required=True)
        stops = LongText(lines=3)
        stops.setPlaceholderText(tr("一行一站"))
        self.trip.add("stops", tr("去哪里"), stops, required=True)
        self._seen: dict[str, Any] = {"trip": None, "services": []}
        self.trip_keeper = FormKeeper(self.office, "trip", self.trip, self._trip_at_first)
        column.addWidget(self.trip)
        column.addWidget(flow(button(tr("记下出发"), self._depart, kind="main"), button(tr("再查一次"), self.read)))
        column.addStretch(1)
        return holder

    def _log(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(label(tr("不立案的服务：咨询、调解指导、法治宣传等"), "faint"))
        self.form = Form()
        self.form.add("kind", tr("事项"), Combo([(kind, kind) for kind in circuit.KINDS]), required=True)
        self.form.add("at", tr("时间"), MomentEntry(), required=True)
        self.form.add("place", tr("地点"), QLineEdit(), required=True)
        people = QSpinBox()
        people.setRange(0, 99999)
        people.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.form.add("people", tr("人数"), people)
        self.form.add("summary", tr("内容"), LongText(lines=3), required=True)
        self.keeper = FormKeeper(self.office, "service_logged", self.form, self._service_at_first)
        column.addWidget(self.form)
        column.addWidget(flow(button(tr("登记"), self._serve, kind="main", key="Ctrl+Return")))
        column.addStretch(1)
        return holder

    def _leaving(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.leaving_checks = Lines()
        column.addWidget(self.leaving_checks)
        column.addWidget(flow(button(tr("再查一次"), self.read)))
        column.addStretch(1)
        return holder

    def _show(self, seen: dict[str, Any]) -> None:
        self.departure_checks.put([_line(Left(c.code, c.good, c.facts)) for c in seen["departure"]])
        self.leaving_checks.put([line for left in seen["leaving"] for line in self._left(left)])
        self.handed.put(seen["handed"])
        self.log.put([{**row, "id": number} for number, row in enumerate(seen["services"])])
        self._seen = seen
        self.trip_keeper.stand_for(COURT)
        self.keeper.stand_for(COURT)

    def _trip_at_first(self) -> dict[str, Any]:
        return {"date": self.office.now().isoformat(), "vehicle": (self._seen["trip"] or {}).get("vehicle")}

    def _service_at_first(self) -> dict[str, Any]:
        """One after the other comes at the same place, until the day is over."""
        now = self.office.now().isoformat()
        places = [one["place"] for one in self._seen["services"] if str(one["at"])[:10] == now[:10]]
        return {"at": now, "place": places[-1] if places else None}

    def _show_copy(self, health: Any) -> None:
        if health is not None:
            good = health.state == "up_to_date" and health.on_stick
            self.copy_check.put([_line(Left("second_copy", good, {}))])

    def _left(self, check: Left) -> list[QWidget]:
        if not check.evidence:
            return [_line(check)]
        back = tr("“{title}”原件已退还 {who}").format(**check.facts)
        return [_line(check), flow(button(back, partial(self._return, check)))]

    def _return(self, check: Left) -> None:
        at = self.office.now().isoformat(timespec="seconds")
        self.office.act(_give_back, check.evidence, at, check.to)

    def _depart(self) -> None:
        if self.trip.check():
            values = self.trip.values()
            values["stops"] = [line.strip() for line in values["stops"].splitlines() if line.strip()]
            self.trip_keeper.record(_depart, values, done=self._departed)

    def _departed(self, _: object) -> None:
        self.office.tell(tr("已记下出发。一路平安。"), kind="good")

    def _serve(self) -> None:
        if self.form.check():
            self.keeper.record(_serve, self.form.values(), done=self._served)

    def _served(self, _: object) -> None:
        self.office.tell(tr("已登记，在“巡回日志”里能看到。"), kind="good")


def _line(check: Left) -> QWidget:
    good, bad = check_words(check.code)
    words = (good if check.good else bad).format_map(_Facts(check.facts))
    return label(f"{'✓' if check.good else '✕'} {words}", "good" if check.good else "problem")


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return ""


def check_words(code: str) -> tuple[str, str]:
    """What a check says when it holds, and what it says with the next step when it doesn't."""
    known = {
        "cases_aboard": (
            tr("带着 {count} 件没有结案的案件"),
            tr("没有带没结案的案件。要到村里办的，先连上法院网络，在“数据回传”里取下来。"),
        ),
        "calendar": (
            tr("放假安排够用到回来"),
            tr("{year} 年的放假通知没有导入，期限只会按周末算。到“设置”的“放假和利率”导入。"),
        ),
        "lpr": (
            tr("利率表看到 {until}，够用"),
            tr("利率表只看到 {until}，以后的利息算不出来。到“设置”的“放假和利率”导入新的。"),
        ),
        "lease": (
            tr("在外使用期限还有 {left} 天"),
            tr("在外使用期限只剩 {left} 天。先连上法院网络回传一次，或到“设置”的“期限和号段”续期。"),
        ),
        "second_copy": (
            tr("第二份备份在存储盘上，是最新的"),
            tr("没有最新的第二份备份在存储盘上。插上盘，到“工作台”选放在哪个盘。"),
        ),
        "numbers_left": (
            tr("{type}案号还有 {free} 个"),
            tr("{type}案号只剩 {free} 个。连上法院网络，在“数据回传”里取号段。"),
        ),
        "disk_space": (tr("磁盘空间够用"), tr("磁盘空间不够。删掉别的大文件，或换一台电脑。")),
        "certificates": (
            tr("签名证书够用到回来"),
            tr("有的签名证书不够用到回来。先回传领新证书，或到“设置”的“签名证书”里看。"),
        ),
        "clock": (tr("时钟正常"), tr("时钟比上一条记录还早。先校准电脑时间再出发。")),
        "unsigned_papers": (tr("文书都签了名"), tr("{number}《{title}》还没签完。到“签名捺印”页。")),
        "unserved_papers": (tr("文书都送达了"), tr("{number}《{title}》还没送达。到“送达”页。")),
        "originals_kept": (tr("证据原件都退还了"), tr("{number}“{title}”原件还没退还 {who}。")),
        "approvals_pending": (
            tr("报批的事都有了答复，也都补签了"),
            tr("{number} 报批的“{kind}”待批。到“报批”页记下答复。"),
        ),
        "approvals_unsigned": ("", tr("{number} 电话批准的“{kind}”还没有补签。回院请本人补签。")),
        "open_sittings": (tr("没有开着的庭"), tr("{number} 的庭还没有闭。到“庭审”页闭庭。")),
    }
    return known.get(code, (code, code))


def _view(desk: Desk, day: str) -> dict[str, Any]:
    today = datetime.date.fromisoformat(day)
    free = shutil.disk_usage(desk.database.path.parent).free
    return {
        "departure": circuit.check_departure(desk, today=today, free_bytes=free),
        "leaving": leaving(desk),
        "services": circuit_services(desk.database),
        "trip": last_trip(desk.database),
        "handed": handed(desk),
    }


def leaving(desk: Desk) -> list[Left]:
    """离村核对, each unfinished thing by its case number and name."""
    numbers = {case["id"]: case["number"] for case in list_cases(desk.database, limit=1000)}
    left: list[Left] = []
    for check in circuit.check_leaving(desk):
        if check.good:
            left.append(Left(check.code, True, {}))
        for record in check.facts.get("sittings", []):
            left.append(Left(check.code, False, {"number": numbers.get(load_sitting(desk.database, record).case, "")}))
        for record in check.facts.get("papers", []):
            paper = load_paper(desk.database, record)
            left.append(Left(check.code, False, {"number": numbers.get(paper.case, ""), "title": printed(paper.title)}))
        for record in check.facts.get("approvals", []):
            matter = load_approval(desk.database, record)
            assert matter is not None
            code = "approvals_unsigned" if matter.signs else check.code
            facts = {"number": numbers.get(matter.case, ""), "kind": kind_words(matter.kind)}
            left.append(Left(code, False, facts))
        for record in check.facts.get("evidence", []):
            told = desk.told(record)
            party = load_case(desk.database, told.case).party(str(told.fields["by"]))
            facts = {"number": numbers.get(told.case, ""), "title": told.fields["name"], "who": party.name}
            left.append(Left(check.code, False, facts, record, party.key))
    return left


def _give_back(desk: Desk, evidence: str, at: str, to: str) -> None:
    circuit.return_original(desk, evidence, at=at, to=to)


def _depart(desk: Desk, values: dict[str, Any]) -> str:
    return circuit.depart(desk, **values)


def _serve(desk: Desk, values: dict[str, Any]) -> str:
    return circuit.log_service(desk, **values)
