"""送交和催办: to whom a paper of no case was handed, until when a suggestion is answered, and how often reminded."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.desk import Desk
from app.documents.store import Paper, papers_of
from app.documents.template import load as load_template
from app.journal.entry import COURT
from app.service.of_no_case import suggestions
from app.service.service import HANDED, hand_over, remind
from app.service.store import Service, services_of
from ui.documents.offers import FEEDBACK, begin
from ui.i18n import printed, tr
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry
from ui.widgets.rows import Column, Row, RowsTable
from ui.words import SERVICE_WAYS, word


class HandedPapers(QWidget):
    """The papers of no case that go out, the last first; handing one over and reminding of an answer."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        self.none = label(
            tr("还没有要送交的。司法建议书等不属于案件的文书，按 Ctrl+K 再按 Alt+O 去出，盖了院印再送。"), "faint"
        )
        column.addWidget(self.none)
        self.table = RowsTable(
            [
                Column(tr("文书"), "title", stretch=True),
                Column(tr("送给"), "to"),
                Column(tr("送交情况"), "handed", stretch=True),
                Column(tr("答复"), "answer", stretch=True),
            ]
        )
        self.table.setAccessibleName(tr("送交和催办"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._row_changed())
        column.addWidget(self.table)
        self.form = Form()
        self.kind = KeyedChoice([("hand", tr("送交")), ("remind", tr("催办"))], "hand")
        self.form.add("kind", tr("办什么"), self.kind, required=True)
        self.form.add("to", tr("送给"), QLineEdit(), required=True)
        self.how = KeyedChoice([], "direct")
        self.form.add("how", tr("方式"), self.how, required=True)
        self.at = MomentEntry()
        self.form.add("at", tr("什么时候"), self.at, required=True)
        self.form.add("received_by", tr("谁收的"), QLineEdit(), required=True)
        way = QLineEdit()
        way.setPlaceholderText(tr("如 电话、发函、上门"))
        self.form.add("way", tr("怎样催办"), way, required=True)
        self.form.add("result", tr("催办结果"), QLineEdit(), required=True)
        column.addWidget(self.form)
        self.record_button = button(tr("记下"), self._record, kind="main", key="Alt+X")
        self.answer_button = button(tr("答复来了，出反馈登记表"), self._answered, key="Alt+F")
        column.addWidget(flow(self.record_button, self.answer_button))
        column.addStretch(1)
        self.kind.changed.connect(self._kind_changed)
        self._paper, self._at = "", ""
        self.put([])

    def put(self, rows: list[Row]) -> None:
        """Shows the papers as they are now; what is half typed stays."""
        self.table.put(rows)
        self.none.setVisible(not rows)
        for one in (self.table, self.form, self.record_button, self.answer_button):
            one.setVisible(bool(rows))
        if self.at.text() in ("", self._at):
            # Nobody has written when it was: now, however long the page has stood there.
            self.at.set_value(self.office.now())
            self._at = self.at.text()
        self._row_changed()

    def _row_changed(self) -> None:
        row = self.table.current
        if row is None:
            return
        if row["id"] != self._paper:
            self._paper = str(row["id"])
            self.form.set_values({"to": row["to"], "received_by": "", "way": "", "result": ""})
            self.how.set_choices([(way, word(SERVICE_WAYS, way)) for way in row["ways"]], row["ways"][0])
            self.kind.set_value("remind" if row["awaited"] else "hand")
        self.answer_button.setVisible(row["awaited"])
        self._kind_changed()

    def _kind_changed(self) -> None:
        reminds = self.kind.value == "remind"
        for name in ("to", "how", "received_by"):
            self.form.show_blank(name, not reminds)
        for name in ("way", "result"):
            self.form.show_blank(name, reminds)

    def _record(self) -> None:
        row = self.table.current
        if row is None or not self.form.check():
            return
        if self.kind.value == "remind" and not row["service"]:
            self.office.tell(tr("这份文书还没有送交。"), tr("先选“送交”，记下谁收的。"), kind="warn")
            return
        self.office.act(_record, row["id"], row["service"], self.form.values(), done=self._recorded)

    def _recorded(self, kind: str) -> None:
        self._paper, self._at = "", self.at.text()
        handed = tr("送交已记下；要答复的，期限从收到的次日起算，到期前在工作台上。")
        self.office.tell(tr("催办已记下。") if kind == "remind" else handed, kind="good")

    def _answered(self) -> None:
        self.office.act(begin, COURT, FEEDBACK, done=self._to_the_register)

    def _to_the_register(self, _: object) -> None:
        self.office.choose_shelf()
        self.office.go("documents")


def handed(desk: Desk) -> list[Row]:
    """The papers of no case that go out, the last first, with what became of each."""
    served = dict[str, Service]()
    for service in services_of(desk.database, COURT):
        for record in service.papers:
            served.setdefault(record, service)
    awaited = {one.paper.record: one for one in suggestions(desk.database)}
    rows = list[Row]()
    for paper in reversed(papers_of(desk.database, COURT)):
        served_so = load_template(paper.document, paper.version, database=desk.database).served
        ways = [way for way in HANDED if way in served_so]
        if not ways:
            continue
        first, suggestion = served.get(paper.record), awaited.get(paper.record)
        answer = ""
        if suggestion is not None:
            reminded = len(suggestion.service.fields.get("reminders", ()))
            until = tr("{day} 以前").format(day=suggestion.until)
            times = tr("，催办 {count} 次").format(count=reminded) if reminded else ""
            answer = tr("{day} 答复").format(day=suggestion.answered) if suggestion.answered else until + times
        rows.append(
            {
                "id": paper.record,
                "title": " ".join(filter(None, (printed(paper.title), _number(paper)))),
                "to": first.to if first is not None else _addressee(paper),
                "handed": _handed(first),
                "answer": answer,
                "ways": ways,
                "service": first.record if first is not None else "",
                "awaited": suggestion is not None and not suggestion.answered,
            }
        )
    return rows


def _handed(service: Service | None) -> str:
    if service is None:
        return tr("还没有送交")
    by = service.fields.get("received_by") or ""
    return f"{str(service.at)[:16].replace('T', ' ')} {word(SERVICE_WAYS, service.how)} {by}"


def _number(paper: Paper) -> str:
    return str((paper.blanks.get("suggestion") or {}).get("number") or "")


def _addressee(paper: Paper) -> str:
    """Whom the paper names as the one it is for."""
    told = paper.blanks
    named = ((told.get("suggestion") or {}).get("to"), "、".join(told.get("told") or ()), told.get("submitted_by"))
    return next((str(name) for name in named if name), "")


def _record(desk: Desk, paper: str, service: str, told: dict[str, Any]) -> str:
    """Writes the handing over, or the reminder; gives which it was."""
    kind = str(told["kind"])
    if kind == "remind":
        remind(desk, service, on=str(told["at"])[:10], how=told["way"], result=told["result"])
    else:
        more = {name: told[name] for name in ("to", "how", "at", "received_by")}
        hand_over(desk, paper, **more)
    return kind
