"""送达: which papers to whom and how; what the law forbids is said with its article before anything is recorded."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import Refusal
from ui.documents.printing import print_set
from ui.i18n import printed, term, tr
from ui.refusals import sentence_of
from ui.service.calls import ServiceView, ask, make_service, party_sets, sent, view
from ui.service.entrusted import Entrusted
from ui.shell.drafts import FormKeeper
from ui.shell.page import CasePage
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.files import Files
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel, set_kind
from ui.widgets.moment import MomentEntry
from ui.widgets.rows import Column, RowsTable
from ui.widgets.ticks import Ticks
from ui.words import PARTY_ROLES, SERVICE_WAYS, word


class ServicePage(CasePage):
    """Choosing a way asks the rules at once."""

    name = "service"

    def build(self) -> None:
        self.seen: ServiceView | None = None
        self.title(tr("送达"))
        frame, box = panel()
        box.addWidget(label(tr("送什么"), "section"))
        self.none = label(tr("还没有要送达的文书。先到“文书”页签发，签好名再送。"), "faint")
        box.addWidget(self.none)
        self.papers = Ticks(a_line_each=True)
        box.addWidget(self.papers)
        self.column.addWidget(frame)
        self.form = Form()
        self.to = Combo([])
        self.form.add("to", tr("受送达人"), self.to, required=True)
        self.how = KeyedChoice([(code, word(SERVICE_WAYS, code)) for code in SERVICE_WAYS], "direct")
        self.form.add("how", tr("方式"), self.how, required=True)
        self.verdict = label("", "faint")
        self.form.add_wide(self.verdict)
        self.form.add("at", tr("送达时间"), MomentEntry(), required=True)
        self.form.add("place", tr("地点"), QLineEdit())
        self.form.add("received_name", tr("代收人（不是本人收的）"), QLineEdit())
        self.form.add("received_relation", tr("和受送达人的关系"), QLineEdit())
        self.form.add("reason", tr("拒收的理由"), LongText(lines=2), required=True)
        self.form.add("witnesses", tr("见证人（用顿号隔开）"), QLineEdit())
        self.form.add("photos", tr("照片或录像"), Files(tr("选照片或录像")))
        self.column.addWidget(self.form)
        self.serve_button = button(tr("记下送达"), self._serve, kind="main", key="Alt+D")
        self.print_button = button(tr("打印每人一套，含送达回证"), self._print, key="Alt+B")
        self.column.addWidget(flow(self.serve_button, self.print_button))
        self.column.addWidget(label(tr("已经送达的"), "section"))
        self.table = RowsTable(
            [
                Column(tr("谁"), "to"),
                Column(tr("文书"), "papers", stretch=True),
                Column(tr("方式"), "how"),
                Column(tr("时间"), "at"),
            ]
        )
        self.column.addWidget(self.table)
        self.sent_button = button(tr("选中的电子送达已由法院系统发出"), self._sent)
        self.column.addWidget(flow(self.sent_button))
        self.entrusted = Entrusted(self.office)
        self.column.addWidget(self.entrusted)
        frame, box = panel()
        self.dates = label("")
        box.addWidget(label(tr("由送达算出的日期"), "section"))
        box.addWidget(self.dates)
        self.column.addWidget(frame)
        self.keeper = FormKeeper(
            self.office, "service", self.form, lambda: {"how": "direct", "at": self.office.now().isoformat()}
        )
        self.keeper.filled.connect(self._how_changed)
        self.papers.changed.connect(self._ask)
        self.how.changed.connect(self._how_changed)
        self.to.currentIndexChanged.connect(lambda _index: self._ask())
        self._how_changed()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Alt+D", tr("记下送达")),
            ("Alt+B", tr("打印每人一套，含送达回证")),
            (f"1 … {len(SERVICE_WAYS)}", tr("在“方式”上按数字选")),
        ]

    def first_focus(self) -> QWidget | None:
        return next(iter(self.papers.boxes.values()), self.to)

    def read(self) -> None:
        self.office.read(view, self.office.case_id, done=self._show)
        self.entrusted.read()

    def _show(self, seen: ServiceView) -> None:
        if seen.case.id != self.office.case_id:
            return
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        people = {p.key: p.name for p in seen.case.parties}
        self.none.setVisible(not seen.papers)
        self.papers.put(
            [
                (paper.record, f"{printed(paper.title)}　{people.get(paper.concerns or '', '')}　{paper.made_on}")
                for paper in seen.papers
            ]
        )
        choices = []
        for party in seen.case.parties:
            choices.append((party.key, f"{word(PARTY_ROLES, party.role)} {party.name}"))
            for key, agent in zip(party.agent_keys, party.agents, strict=True):
                choices.append((key, f"{tr('代理人')} {agent.name}（{party.name}）"))
        self.to.set_choices(choices, self.to.value or None)
        titles = {paper.record: term(paper.title) for paper in seen.papers}
        names = dict(choices)
        self.table.put(
            [
                {
                    "id": service.record,
                    "to": names.get(service.to, service.to),
                    "papers": "、".join(titles.get(paper, paper) for paper in service.papers),
                    "how": word(SERVICE_WAYS, service.how),
                    "at": (service.at or tr("等着发出"))[:16].replace("T", " "),
                }
                for service in seen.services
            ]
        )
        waiting = any(service.at is None for service in seen.services)
        self.sent_button.setVisible(waiting)
        self._show_dates(seen)
        self._ask()

    def _show_dates(self, seen: ServiceView) -> None:
        dates = seen.dates
        if dates is None:
            self.dates.setText(tr("由审判员决定适用程序后才能计算。"))
            return
        rows = (
            (tr("生效"), dates.effective_on),
            (tr("上诉到"), dates.appeal_until),
            (tr("异议到"), dates.objection_until),
            (tr("共同申请最迟"), dates.application_latest),
            (tr("再起诉要等到"), dates.resuit_barred_until),
            (tr("审限"), dates.trial_limit),
        )
        lines = [f"{words}　{day.isoformat()}" for words, day in rows if day is not None]
        if dates.appealed:
            lines.insert(0, tr("有上诉，文书还没有生效。"))
        self.dates.setText("\n".join([*lines, "、".join(dates.articles)]) if lines else tr("还没有开始计算的期限。"))

    def _how_changed(self) -> None:
        how = self.how.value
        self.form.show_blank("reason", how == "left")
        self.form.show_blank("witnesses", how == "left")
        self.form.show_blank("photos", how == "left")
        self.form.show_blank("at", how != "electronic")
        for name in ("received_name", "received_relation"):
            self.form.show_blank(name, how in ("direct", "post"))
        self._ask()

    def _ask(self) -> None:
        if self.seen is None:
            return
        chosen, to, how = self.papers.value, self.to.value, self.how.value
        if not chosen or not to or not how:
            self._verdict(tr("选好文书、受送达人和方式，这里会说法律允不允许。"), "faint")
            return
        documents = [paper.document for paper in self.seen.papers if paper.record in chosen]
        self.office.jobs.call(ask, self.seen.case.id, documents, to, how, done=self._allowed, refused=self._forbidden)

    def _allowed(self, articles: list[str]) -> None:
        self._verdict(tr("可以这样送达（{articles}）").format(articles="、".join(dict.fromkeys(articles))), "good")
        self.serve_button.setEnabled(True)

    def _forbidden(self, refusal: Refusal) -> None:
        sentence = sentence_of(refusal)
        self._verdict(f"✕ {sentence.what} {sentence.next_step}", "problem")
        self.serve_button.setEnabled(False)

    def _verdict(self, words: str, kind: str) -> None:
        set_kind(self.verdict, kind)
        self.verdict.setText(words)
        if kind == "faint":
            self.serve_button.setEnabled(True)

    def _serve(self) -> None:
        chosen = self.papers.value
        if self.seen is None or not chosen:
            self.office.tell(tr("还没有选文书。"), tr("在“送什么”里勾上要送的文书。"), kind="problem")
            return
        if not self.form.check():
            return
        values = self.form.values()
        electronic = values["how"] == "electronic"
        received: dict[str, str] | None = None
        if values["received_name"] and values["how"] in ("direct", "post"):
            received = {"name": values["received_name"], "relation": values["received_relation"] or "代收"}
        left = values["how"] == "left"
        more: dict[str, Any] = {
            "at": None if electronic else values["at"],
            "queued_at": self.office.now().isoformat(timespec="seconds") if electronic else None,
            "received_by": received,
            "place": values["place"] or None,
            "reason": values["reason"] if left else None,
            "witnesses": [n.strip() for n in values["witnesses"].replace("，", "、").split("、") if n.strip()]
            if left
            else [],
            "photo_paths": values["photos"] if left else [],
        }
        case, to, how = self.seen.case.id, values["to"], values["how"]
        self.keeper.record(make_service, case, chosen, to, how, more, done=self._served)

    def _print(self) -> None:
        """One key prints each party's set, or only the chosen one's, with a single certificate of service each."""
        to = self.to.value
        if self.seen is None or not any(one.at and to in ("", one.to) for one in self.seen.services):
            what = tr("还没有记下送达，没有可打印的。")
            self.office.tell(what, tr("勾上文书、选好受送达人，按“记下送达”，再打印。"), kind="problem")
            return
        self.office.act(party_sets, self.office.case_id, to, done=self._print_set)

    def _print_set(self, papers: list[bytes]) -> None:
        print_set(papers, 1, self)

    def _served(self, _: object) -> None:
        self.papers.set_value([])
        self.office.tell(tr("送达已记下。"), tr("按“打印每人一套，含送达回证”，再由受送达人签名。"), kind="good")

    def _sent(self) -> None:
        row = self.table.current
        if row is not None:
            self.office.act(sent, row["id"], self.office.now().isoformat(timespec="seconds"))
