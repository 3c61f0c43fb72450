"""文书: choose a paper, see it as it will be, issue it, print it, save it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QSpinBox, QSplitter, QVBoxLayout, QWidget

from app.documents.proofread import LOOKUPS, lookups
from app.errors import Refusal
from ui.documents.correction import CorrectPaperDialog
from ui.documents.findings import FindingsDialog
from ui.documents.offers import (
    Choices,
    Offer,
    Offered,
    correct,
    draft_to_edit,
    issue,
    offered,
    pdf_of,
    preview,
    trial,
)
from ui.documents.printing import print_set, printer_here
from ui.documents.samples import SamplesDialog
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.page import CasePage
from ui.widgets.flow import FlowBox, flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, set_kind
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.preview import PdfPreview
from ui.widgets.rows import Column, Row, RowsTable
from ui.widgets.scroll import FocusScroll
from ui.words import PARTY_ROLES, STAGES, word
from ui.workbench.deadlines import deadline_words, haste

RECORDS = (
    "oral_filing_record", "confirmation_application", "hearing_record", "inquiry_record", "inspection_record",
    "mediation_record", "pronouncement_record", "service_address_confirmation", "certificate_of_service",
)  # fmt: skip


PREVIEW_AFTER_MS = 100
"""A draft is set anew when typing has paused so long."""


class DocumentsPage(CasePage):
    """The case's papers by stage at the left, the paper at the right; Enter on the list shows the paper."""

    name = "documents"
    scrolls = False

    def build(self) -> None:
        self.offers: list[Offer] = []
        self.paper: PdfPreview = PdfPreview(self.office.page_image)
        self.seen: Offered | None = None
        self._pdf = b""
        self._wanted = 0
        self._wanted_paper = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_AFTER_MS)
        self._pause.timeout.connect(self._show_paper)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        self.next = label("", "section")
        column.addWidget(self.next)
        self.deadlines = QVBoxLayout()
        self.deadlines.setSpacing(2)
        column.addLayout(self.deadlines)
        self.table = RowsTable(
            [
                Column(tr("阶段"), "stage"),
                Column(tr("文书"), "title", stretch=True),
                Column(tr("给谁"), "whom"),
                Column(tr("状态"), "state"),
            ]
        )
        self.table.setMinimumHeight(150)
        self.table.picked.connect(self._picked)
        self.table.chosen.connect(lambda _row: self.paper.setFocus())
        column.addWidget(self.table, 2)
        self.form = Form()
        self.form.add("made_on", tr("文书日期"), DateEntry(), required=True)
        self.form.add("time", tr("应到时间"), MomentEntry(), required=True)
        self.form.add("place", tr("应到处所"), QLineEdit(), required=True)
        self.form.add("related_cases", tr("关联案件核查结果"), QLineEdit())
        self.form.add("lender", tr("职业放贷人核查结果"), QLineEdit())
        self.present_box = FlowBox()
        self.form.add("present", tr("谁到场签名"), self.present_box)
        self.thumbs_box = FlowBox()
        self.form.add("thumbs", tr("谁按捺印"), self.thumbs_box)
        self.present: dict[str, QCheckBox] = {}
        self.thumbs: dict[str, QCheckBox] = {}
        self.form.changed.connect(self._changed)
        column.addWidget(FocusScroll(self.form), 1)
        self.state = label("", "faint")
        column.addWidget(self.state)
        self.copies = QSpinBox()
        self.copies.setRange(1, 20)
        self.copies.setPrefix(tr("份数 "))
        self.copies.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.copies.setAccessibleName(tr("份数"))
        self.duplex = QCheckBox(tr("双面"))
        self.duplex.setChecked(True)
        self.issue_button = button(tr("签发"), self._issue, kind="main", key="Alt+Q")
        self.show_button = button(tr("看草稿"), self._show_paper, key="F5")
        self.print_button = button(tr("打印"), self._print, key="Ctrl+P")
        self.save_button = button(tr("另存为"), self._save, key="Ctrl+S")
        self.sign_button = button(tr("去签名"), lambda: self.office.go("signing"))
        self.word_button = button(tr("可编辑草稿 (Word)"), self._save_draft)
        self.correct_button = button(tr("更正"), self._correct)
        self.decide_button = button(tr("去核定"), lambda: self.office.go("cases"))
        self.decide_button.hide()
        column.addWidget(
            flow(
                self.issue_button, self.show_button, self.word_button, self.print_button, self.copies, self.duplex,
                self.save_button, self.sign_button, self.correct_button, self.decide_button,
                button(tr("打印试页"), self._try_printer), button(tr("文书样本"), self.show_samples, key="F6"),
            )
        )  # fmt: skip
        split.addWidget(left)
        split.addWidget(self.paper)
        split.setSizes([560, 520])
        holder = QHBoxLayout()
        holder.addWidget(split)
        self.column.addLayout(holder, 1)

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("↑ ↓", tr("在文书中选")),
            ("PgUp PgDn", tr("预览翻页（焦点在预览时）")),
            ("F5", tr("看草稿")),
            ("Alt+Q", tr("签发")),
            ("Ctrl+P", tr("打印")),
            ("Ctrl+S", tr("另存为")),
            ("F6", tr("文书样本")),
        ]

    def first_focus(self) -> QWidget:
        return self.table

    def read(self) -> None:
        self.office.read(offered, self.office.case_id, done=self._show)

    def _show(self, seen: Offered) -> None:
        if seen.case.id != self.office.case_id:
            return
        fresh = self.seen is None or self.seen.case.id != seen.case.id
        self.seen = seen
        self.offers = seen.offers
        if not self.form.value("made_on"):
            self.form.set_values({"made_on": self.office.now().date().isoformat()})
        if fresh:
            self._put_people(seen)
            self.form.set_values({"time": None, "place": str(seen.case.fields.get("place", ""))})
            self.form.set_values(dict.fromkeys(LOOKUPS, ""))
        # A stage is named once, above its papers.
        begins = [at == 0 or offer.stage != self.offers[at - 1].stage for at, offer in enumerate(self.offers)]
        self.table.put(
            [
                {
                    "id": f"{offer.document} {offer.about}",
                    "at": number,
                    "stage": word(STAGES, offer.stage) if begins[number] else "",
                    "title": offer.title,
                    "whom": offer.for_whom,
                    "state": _state(offer),
                }
                for number, offer in enumerate(self.offers)
            ]
        )
        first = next((offer for offer in self.offers if offer.next_act), None)
        self.next.setText(_what_next(first))
        self._put_deadlines(seen)
        wanted, self._wanted_paper = self._wanted_paper, ""
        at = next((n for n, offer in enumerate(self.offers) if wanted and offer.issued == wanted), None)
        if at is None and fresh and first is not None:
            at = self.offers.index(first)
        if at is not None:
            self.table.selectRow(at)

    def _put_deadlines(self, seen: Offered) -> None:
        """The periods that run in the case, each with its article, red before it is missed."""
        while (item := self.deadlines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        today = self.office.now().date()
        for period in seen.running:
            kind = {"late": "problem", "near": "warn"}.get(haste(period, today), "faint")
            self.deadlines.addWidget(label(deadline_words(period, today), kind))

    def _put_people(self, seen: Offered) -> None:
        for box in (self.present_box, self.thumbs_box):
            while box.row.count():
                item = box.row.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.deleteLater()
        self.present, self.thumbs = {}, {}
        for party in seen.case.parties:
            names = (party.name, *(agent.name for agent in party.agents))
            for key, who in zip((party.key, *party.agent_keys), names, strict=True):
                there = QCheckBox(f"{word(PARTY_ROLES, party.role)} {who}")
                there.setChecked(key in seen.spoke)
                thumb = QCheckBox(who)
                thumb.setChecked(key in seen.illiterate)
                for made in (there, thumb):
                    made.toggled.connect(lambda _on: self._changed())
                self.present_box.row.addWidget(there)
                self.thumbs_box.row.addWidget(thumb)
                self.present[key], self.thumbs[key] = there, thumb

    @property
    def offer(self) -> Offer | None:
        """The paper under the cursor."""
        row = self.table.current
        return self.offers[int(row["at"])] if row is not None and int(row["at"]) < len(self.offers) else None

    def choices(self) -> Choices:
        return Choices(
            made_on=self.form.value("made_on") or self.office.now().date().isoformat(),
            present=tuple(key for key, box in self.present.items() if box.isChecked()),
            thumbs=tuple(key for key, box in self.thumbs.items() if box.isChecked()),
            time=self.form.value("time") or "",
            place=self.form.value("place") or "",
            checked=tuple((name, self.form.value(name)) for name in LOOKUPS if self.form.value(name)),
        )

    def _picked(self, _row: Row) -> None:
        offer = self.offer
        if offer is None:
            return
        issued = bool(offer.issued)
        self.form.setEnabled(not issued)
        self.form.show_blank("time", offer.asks_time)
        self.form.show_blank("place", offer.asks_time)
        asked = lookups(offer.title, self.seen.case.cause) if self.seen is not None and not issued else ()
        for name in LOOKUPS:
            self.form.show_blank(name, name in asked)
        self.form.show_blank("present", offer.document in RECORDS and not issued)
        self.form.show_blank("thumbs", offer.document in RECORDS and not issued)
        self.issue_button.setEnabled(not issued)
        self.show_button.setEnabled(not issued)
        self.word_button.setEnabled(not issued)
        self.correct_button.setEnabled(offer.correctable)
        self.decide_button.setVisible(offer.disputed == "open")
        for widget in (self.print_button, self.save_button, self.sign_button):
            widget.setEnabled(issued)
        self._show_paper()

    def _changed(self) -> None:
        if self.offer is not None and not self.offer.issued:
            self._pause.start()

    def _show_paper(self) -> None:
        offer = self.offer
        if offer is None:
            return
        self._pause.stop()
        self._wanted += 1
        ticket = self._wanted
        self._say(tr("正在排版……"))

        def ready(pdf: bytes) -> None:
            if ticket == self._wanted:
                self._pdf = pdf
                self.paper.set_pdf(pdf)
                self._say(_standing(offer), wrong=offer.disputed in ("open", "due", "anew"))

        def refused(refusal: Refusal) -> None:
            if ticket == self._wanted:
                self._pdf = b""
                self.paper.set_pdf(b"")
                sentence = sentence_of(refusal)
                self._say(f"{sentence.what}{sentence.next_step}", wrong=True)

        if offer.issued:
            self.office.jobs.call(pdf_of, offer.issued, done=ready, refused=refused)
            return
        if offer.asks_time and not (self.form.value("time") and self.form.value("place")):
            self.paper.set_pdf(b"")
            self._say(tr("先填应到时间和应到处所，就能看到草稿。"), wrong=True)
            return
        self.office.jobs.call(
            preview, self.office.case_id, offer.document, offer.about, self.choices(), done=ready, refused=refused
        )

    def _say(self, words: str, *, wrong: bool = False) -> None:
        set_kind(self.state, "problem" if wrong else "faint")
        self.state.setText(words)

    def _issue(self, despite: str | None = None) -> None:
        offer = self.offer
        if offer is None or offer.issued:
            return
        if offer.asks_time and not self.form.check():
            return
        self.issue_button.setEnabled(False)

        def issued(record: str) -> None:
            at = self.offers.index(offer) if offer in self.offers else -1
            if at >= 0:
                self.offers[at] = replace(offer, issued=record)
            self.office.tell(
                tr("已签发：{title}").format(title=offer.title),
                tr("要签名的到“签名捺印”页；要送达的签好后到“送达”页。"),
                kind="good",
            )

        def refused(refusal: Refusal) -> None:
            self.issue_button.setEnabled(True)
            findings = refusal.details.get("findings")
            if refusal.code == "proofreading_found" and isinstance(findings, list):
                self._ask_reason(findings)
            else:
                self.office.refuse(refusal)

        self.office.act(
            issue,
            self.office.case_id,
            offer.document,
            offer.about,
            self.choices(),
            despite,
            done=issued,
            refused=refused,
        )

    def _ask_reason(self, findings: list[dict[str, Any]]) -> None:
        dialog = FindingsDialog(findings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._issue(dialog.despite))
        dialog.open()

    def _print(self) -> None:
        if self._pdf and self.offer is not None and self.offer.issued and self._has_printer():
            print_set([self._pdf], self.copies.value(), self, duplex=self.duplex.isChecked())

    def _has_printer(self) -> bool:
        if not printer_here():
            self.office.tell(
                tr("这台电脑没有装打印机。"), tr("按 Ctrl+S 另存为 PDF，拿到有打印机的电脑上打印。"), kind="warn"
            )
            return False
        return True

    def _try_printer(self) -> None:
        """Prints a page that shows whether the printer keeps margins, rules and rare characters."""
        if self._has_printer():
            self.office.read(trial, done=self._print_trial)

    def _print_trial(self, pdf: bytes) -> None:
        print_set([pdf], 1, self, duplex=self.duplex.isChecked())

    def show_samples(self) -> None:
        """Every paper the court has, as thumbnails of its sample."""
        dialog = SamplesDialog(self.office, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(self) -> None:
        offer = self.offer
        if offer is None or not offer.issued or not self._pdf:
            return
        name = _file_name(f"{offer.title}{offer.for_whom}.pdf")
        path, _kind = QFileDialog.getSaveFileName(self, tr("另存为"), name, "PDF (*.pdf)")
        if path:
            self._write(path, self._pdf, tr("已另存。"), tr("另存的文件没有加密，交给当事人后请从电脑上删掉。"))

    def _save_draft(self) -> None:
        """The paper under the cursor is asked for as a Word file; where it goes is asked when it is made."""
        offer = self.offer
        if offer is None or offer.issued or (offer.asks_time and not self.form.check()):
            return
        self.office.read(
            draft_to_edit,
            self.office.case_id,
            offer.document,
            offer.about,
            self.choices(),
            done=lambda made: self._keep_draft(offer, made),
        )

    def _keep_draft(self, offer: Offer, made: bytes) -> None:
        name = _file_name(tr("{title}{whom}（草稿）.docx").format(title=offer.title, whom=offer.for_whom))
        path, _kind = QFileDialog.getSaveFileName(self, tr("可编辑草稿 (Word)"), name, "Word (*.docx)")
        if path:
            next_step = tr("改好的话要在案件里照着改，再签发；这份文件没有加密，用完请从电脑上删掉。")
            self._write(path, made, tr("草稿已存。"), next_step)

    def _write(self, path: str, content: bytes, what: str, next_step: str) -> None:
        self.office.jobs.aside(
            Path(path).write_bytes,
            content,
            done=lambda _size: self.office.tell(what, next_step, kind="warn"),
            failed=lambda _reason: self.office.tell(
                tr("没有存成。"), tr("看看那个位置能不能写，换一个位置再存。"), kind="problem"
            ),
        )

    def _correct(self) -> None:
        offer = self.offer
        if offer is None or not offer.correctable:
            return
        today = self.office.now().date().isoformat()
        dialog = CorrectPaperDialog(offer.title, offer.due, today, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._ruling(offer, dialog.pairs, dialog.reason, dialog.made_on))
        dialog.open()

    def _ruling(
        self, offer: Offer, pairs: list[tuple[str, str]], reason: str, made_on: str, despite: str | None = None
    ) -> None:
        def issued(record: str) -> None:
            self._wanted_paper = record
            self.office.tell(
                tr("补正裁定已签发。"),
                tr("签好后送达各方；原来的《{title}》不变。").format(title=offer.title),
                kind="good",
            )

        def refused(refusal: Refusal) -> None:
            findings = refusal.details.get("findings")
            if refusal.code == "proofreading_found" and isinstance(findings, list):
                dialog = FindingsDialog(findings, self)
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                dialog.accepted.connect(lambda: self._ruling(offer, pairs, reason, made_on, dialog.despite))
                dialog.open()
            else:
                self.office.refuse(refusal)

        self.office.act(correct, offer.issued, pairs, reason, made_on, despite, done=issued, refused=refused)


def _file_name(words: str) -> str:
    return words.replace(":", "-").replace("/", "-")


def _state(offer: Offer) -> str:
    if not offer.issued:
        return tr("未签发")
    acts = {"sign": tr("待签名"), "serve": tr("待送达"), "": tr("已办完")}
    marks = {
        "open": tr("已签发；信息不一致，待核定"),
        "due": tr("已签发；应更正"),
        "anew": tr("已签发；应重新出具"),
        "corrected": tr("已签发；已补正"),
    }
    return marks.get(offer.disputed, acts.get(offer.next_act, tr("已签发")))


def _what_next(offer: Offer | None) -> str:
    """What is due next for the case, as a sentence."""
    if offer is None:
        return tr("这个案件现在没有要办的文书。")
    words = {
        "issue": tr("接下来：出《{title}》{whom}"),
        "sign": tr("接下来：《{title}》{whom}等{who}签名"),
        "serve": tr("接下来：送达《{title}》{whom}"),
    }
    whom = tr("（{name}）").format(name=offer.for_whom) if offer.for_whom else ""
    return words[offer.next_act].format(title=offer.title, whom=whom, who="、".join(offer.waits_for))


def _standing(offer: Offer) -> str:
    """What the paper shown is, and what to do about it."""
    if not offer.issued:
        return tr("草稿，还没有签发。")
    words = {
        "open": tr("信息不一致，待核定：先到“案件”页的“待核定”选出对的；和文书上印的不一样的，再按“更正”。"),
        "due": tr("核定的内容和文书上印的不一样。按“更正”，出补正裁定。"),
        "anew": tr("核定的内容和文书上印的不一样。这种文书不用裁定补正，请核对后重新出具。"),
    }
    return words.get(offer.disputed, tr("已签发，不能再改。"))
