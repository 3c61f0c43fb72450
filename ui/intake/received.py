"""收件: a filing that is not registered on the spot, what is done with it, and how it becomes a case or does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.cases.code_tables import court_calendar
from app.cases.model import party_keys
from app.desk import Desk
from app.intake import received as acts
from app.intake.service import Filing
from app.intake.store import ReceivedFiling, received_filings
from app.service.of_no_case import filing_periods
from ui.i18n import tr
from ui.intake.forms import party_row
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.rows import Column, RowsTable
from ui.words import PERIODS, word


class ReceiveFiling(QWidget):
    """Takes what is typed in the steps, as far as it goes, as a received filing."""

    taken_in = Signal()
    """What is typed in the steps is a received filing now."""

    def __init__(self, office: Office, filing: Callable[[], Filing], half_typed: Callable[[], list[str]]) -> None:
        super().__init__()
        self.office, self._filing, self._half_typed = office, filing, half_typed
        column = QVBoxLayout(self)
        column.addWidget(label(tr("先收件，不当场立案"), "section"))
        column.addWidget(
            label(
                tr(
                    "材料要补正、当场判断不了的：前几步能填多少填多少，在这里登记收件，出具收据，七日内决定（立案2、7、8）。"
                ),
                "faint",
            )
        )
        self.form = Form()
        self.form.add("handed_in_by", tr("递交人"), QLineEdit(), required=True)
        self.form.add("phone", tr("电话"), QLineEdit())
        ways = [("in_person", tr("当面")), ("post", tr("邮寄")), ("online", tr("网上"))]
        self.form.add("how", tr("怎样递交"), KeyedChoice(ways, "in_person"), required=True)
        why = [("to_correct", tr("材料不齐，要补正")), ("to_examine", tr("当场不能判定是否符合起诉条件"))]
        self.form.add("why", tr("为什么不当场立案"), KeyedChoice(why), required=True)
        for name, words in (("copies", tr("诉状份数")), ("pages", tr("诉状页数"))):
            count = QSpinBox()
            count.setRange(1, 999)
            count.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            self.form.add(name, words, count)
        self.form.add("note", tr("说明"), QLineEdit())
        column.addWidget(self.form)
        self.take_button = button(tr("登记收件"), self._take, kind="main", key="Alt+J")
        column.addWidget(flow(self.take_button))
        column.addStretch(1)

    def _take(self) -> None:
        if lost := self._half_typed():
            self.office.tell(lost[0], kind="problem")
        elif self.form.check():
            self.office.act(_take, self._filing(), self.form.values(), done=self._taken)

    def _taken(self, _: object) -> None:
        self.form.clear()
        self.form.set_values({"how": "in_person"})
        self.taken_in.emit()
        self.office.tell(
            tr("已收件，最迟的日子在下面和工作台上。"),
            tr("按 Alt+F 出具收据，写明收到日期（立案2）；要补正的，选“告知补正”，一次说全。"),
            kind="good",
        )


class ReceivedFilings(QWidget):
    """Lists what was received, the first to be decided first, and records what is done with it."""

    taken_up = Signal(object)
    """A received filing whose words are to stand in the steps again."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        self.none = label(tr("没有收到还没有立案的。不能当场立案的，在“收件”里登记。"), "faint")
        column.addWidget(self.none)
        self.table = RowsTable(
            [
                Column(tr("谁起诉、申请"), "who", stretch=True),
                Column(tr("案由"), "cause"),
                Column(tr("收到"), "at"),
                Column(tr("现在"), "state", stretch=True),
                Column(tr("最迟"), "until"),
            ]
        )
        self.table.setAccessibleName(tr("收到的"))
        column.addWidget(self.table)
        self.use_button = button(tr("填入前几步，立案或者不予受理"), self._use, key="Alt+L")
        self.papers_button = button(tr("出收据、补正告知书"), self._papers, key="Alt+F")
        column.addWidget(flow(self.use_button, self.papers_button))
        self.step = Form()
        steps = [
            ("correction", tr("告知补正")),
            ("corrected", tr("收到补正")),
            ("returned", tr("退回")),
            ("taken_back", tr("本人取回")),
            ("complaint", tr("收到投诉")),
            ("answer", tr("答复投诉")),
        ]
        self.kind = KeyedChoice(steps)
        self.step.add("kind", tr("办什么"), self.kind, required=True)
        self.step.add("at", tr("什么时候"), MomentEntry(), required=True)
        self.items = LongText(lines=3)
        self.items.setPlaceholderText(tr("一行一项"))
        self.step.add("items", tr("补正事项（一次说全）"), self.items, required=True)
        self.step.add("until", tr("补正到哪一天"), DateEntry(), required=True)
        self.step.add("who", tr("谁"), QLineEdit(), required=True)
        self.step.add("what", tr("内容"), LongText(lines=2), required=True)
        column.addWidget(self.step)
        self.record_button = button(tr("记下"), self._record, kind="main", key="Alt+X")
        column.addWidget(flow(self.record_button))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "received_step", self.step, lambda: {"at": office.now().isoformat()})
        self.keeper.filled.connect(self._kind_changed)
        self.table.picked.connect(lambda row: self.keeper.stand_for(row["id"]))
        self.kind.changed.connect(self._kind_changed)
        self._kind_changed()
        self.put([])

    def read(self) -> None:
        """Shows the filings as they are now."""
        self.office.read(_rows, done=self.put)

    def put(self, rows: list[dict[str, Any]]) -> None:
        self.table.put(rows)
        self.none.setVisible(not rows)
        for one in (self.table, self.use_button, self.papers_button, self.step, self.record_button):
            one.setVisible(bool(rows))

    def _chosen(self) -> dict[str, Any] | None:
        row = self.table.current
        if row is None:
            self.office.tell(tr("还没有选收件。"), tr("在表里用 ↑↓ 选一件。"), kind="warn")
        return row

    def _use(self) -> None:
        row = self._chosen()
        if row is not None and row["filing"].ended is not None:
            self.office.tell(tr("这件收件已经办结。"), tr("在列表里选另一件。"), kind="warn")
        elif row is not None:
            self.taken_up.emit(row["filing"])

    def _papers(self) -> None:
        self.office.choose_shelf()
        self.office.go("documents")

    def _kind_changed(self) -> None:
        kind = self.kind.value
        self.step.show_blank("at", kind is not None)
        self.step.show_blank("items", kind == "correction")
        self.step.show_blank("until", kind == "correction")
        self.step.show_blank("who", kind in ("returned", "taken_back", "complaint"))
        self.step.show_blank("what", kind in ("corrected", "taken_back", "complaint", "answer"))

    def _record(self) -> None:
        row = self._chosen()
        if row is not None and self.step.check():
            self.keeper.record(_step, row["id"], self.step.values(), done=self._recorded)

    def _recorded(self, kind: str) -> None:
        told = {
            "correction": tr("告知补正已记下。按 Alt+F 出补正告知书，用印后送达；期限内七日停算（立案7）。"),
            "corrected": tr("补正已记下，七日自次日重新起算（解释126）。"),
            "returned": tr("已退回并记录在册（立案7）。"),
            "taken_back": tr("已由本人取回。"),
            "complaint": tr("投诉已记下，十五日内查明并答复（立案13）。"),
            "answer": tr("答复已记下。"),
        }
        self.office.tell(told[kind], kind="good")


class FromReceived(QWidget):
    """Which received filing the steps now hold, and the way not to accept it; out of sight where they hold none."""

    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filing: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        frame, box = panel()
        self.words = label("", "section")
        box.addWidget(self.words)
        self.form = Form()
        self.form.add("reason", tr("不予受理的理由"), LongText(lines=2), required=True)
        box.addWidget(self.form)
        box.addWidget(flow(button(tr("裁定不予受理，取案号"), self.declined.emit, key="Alt+R")))
        box.addWidget(label(tr("裁定由审判员作出，可以上诉（民诉126、157）；有案号，不收费（费用8）。"), "faint"))
        column.addWidget(frame)
        self.put({})

    @property
    def record(self) -> str:
        return self.filing.get("record", "")

    def put(self, filing: dict[str, str]) -> None:
        """``record`` and ``words`` of the filing, or nothing."""
        self.filing = filing
        self.form.clear()
        self.words.setText(filing.get("words", ""))
        self.setVisible(bool(filing))

    def take_up(self, filing: ReceivedFiling) -> None:
        """The steps hold this filing."""
        said = tr("收件：{who} {day} 递交").format(who="、".join(filing.claimants), day=filing.received_at[:10])
        self.put({"record": filing.record, "words": said})


def about_of(filing: ReceivedFiling) -> dict[str, Any]:
    """What the first step says of it."""
    said = filing.filing
    return {"at": filing.received_at, **{name: said[name] for name in ("mode", "place", "cause", "public")}}


def steps_of(filing: ReceivedFiling) -> dict[str, Any]:
    """What the other steps say of it, as they keep a draft."""
    said = filing.filing
    agents = {agent["for"]: agent for agent in said["agents"]}
    keys = party_keys([str(party["role"]) for party in said["parties"]])
    parties = [party_row(one, agents.get(key)) for key, one in zip(keys, said["parties"], strict=True)]
    lists = {"parties": parties, **{name: said[name] for name in ("claims", "evidence")}}
    return {
        **{name: {"rows": rows} for name, rows in lists.items()},
        "facts": said["facts"],
        "elements": said["elements"],
    }


def _rows(desk: Desk) -> list[dict[str, Any]]:
    """The filings that wait, the first to be decided first, then those that have ended, the last first."""
    days, rows = court_calendar(desk.database), list[dict[str, Any]]()
    for one in received_filings(desk.database):
        running = sorted(filing_periods(one, days), key=lambda period: period.until)
        until = tr("{day} {what}（{article}）")
        rows.append(
            {
                "id": one.record,
                "filing": one,
                "who": "、".join(one.claimants),
                "cause": one.filing["cause"],
                "at": one.received_at[:16].replace("T", " "),
                "state": _state(one),
                "until": "；".join(
                    until.format(day=period.until, what=word(PERIODS, period.rule), article=period.article)
                    for period in running
                ),
                "last": running[0].until.isoformat() if running else "",
            }
        )
    waiting = sorted((row for row in rows if row["last"]), key=lambda row: str(row["last"]))
    return [*waiting, *reversed([row for row in rows if not row["last"]])]


def _state(filing: ReceivedFiling) -> str:
    if filing.ended is not None:
        return {
            "registered": tr("已立案"),
            "not_accepted": tr("裁定不予受理"),
            "returned": tr("已退回"),
            "taken_back": tr("本人取回"),
        }.get(str(filing.ended["how"]), "")
    if filing.corrected is not None:
        return tr("已补正，等着决定")
    if filing.correction is not None:
        return tr("告知了补正，等补正")
    return tr("等着告知补正") if filing.fields["why"] == "to_correct" else tr("等着决定")


def _take(desk: Desk, filing: Filing, told: dict[str, Any]) -> str:
    complaint = "口头起诉笔录" if filing.mode == "oral" else "申请书" if filing.mode == "joint" else "民事起诉状"
    first = {"name": complaint, "original": True, "copies": told["copies"], "pages": told["pages"]}
    others = [
        {"name": item["name"], "original": item["original"], "copies": 1, "pages": item["pages"]}
        for item in filing.evidence
    ]
    more = {name: told[name] for name in ("handed_in_by", "phone", "how", "why", "note")}
    return acts.receive_filing(desk, filing, materials=[first, *others], **more)


def _step(desk: Desk, filing: str, told: dict[str, Any]) -> str:
    """Writes what was done with the filing; gives which it was."""
    kind, at = str(told["kind"]), str(told["at"])
    if kind == "correction":
        items = str(told["items"]).splitlines()
        acts.tell_correction(desk, filing, at=at, items=items, until=told["until"])
    elif kind == "corrected":
        acts.take_corrected(desk, filing, at=at, what=told["what"])
    elif kind == "returned":
        acts.return_received(desk, filing, at=at, to=told["who"])
    elif kind == "taken_back":
        acts.note_taken_back(desk, filing, at=at, by=told["who"], reason=told["what"])
    elif kind == "complaint":
        acts.note_complaint(desk, filing, at=at, by=told["who"], what=told["what"])
    else:
        acts.answer_complaint(desk, filing, at=at, answer=told["what"])
    return kind
