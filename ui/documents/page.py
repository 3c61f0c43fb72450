"""文书: choose a paper, see it as it will be, issue it, print it, save it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refusal
from ui.documents.choices import ChoicesForm
from ui.documents.correction import correct_issued
from ui.documents.findings import FindingsDialog
from ui.documents.offers import (
    Choices,
    Draft,
    Offer,
    Offered,
    begin,
    draft_of,
    draft_to_edit,
    give_up,
    issue,
    offered,
    pdf_of,
    trial,
)
from ui.documents.printing import print_set
from ui.documents.samples import SamplesDialog
from ui.documents.saving import save_draft, save_paper
from ui.documents.standing import standing, state, what_next
from ui.documents.views import PaperViews
from ui.documents.writing import WritingPanel
from ui.i18n import printed, tr
from ui.refusals import sentence_of
from ui.shell.page import CasePage
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, set_kind
from ui.widgets.rows import Column, Row, RowsTable
from ui.widgets.scroll import FittedScroll
from ui.widgets.sides import Sides
from ui.words import STAGES, word
from ui.workbench.deadlines import deadline_words, haste

PREVIEW_AFTER_MS = 20
"""A draft is set anew when typing has paused so long, and the one before it is there."""
MOST_PERIODS = 2
"""As many leave room for the blanks of a paper on a small screen."""


class DocumentsPage(CasePage):
    """The case's papers by stage at the left, the paper at the right; Enter on the list shows the paper."""

    name = "documents"
    takes_shelf = True

    def build(self) -> None:
        self.offers: list[Offer] = []
        self.views = PaperViews(self.office)
        self.paper = self.views.paper
        self.seen: Offered | None = None
        self._pdf = b""
        self._wanted = 0
        self._wanted_paper = ""
        self._begun = ""
        self._just_begun = False
        self._lacking = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_AFTER_MS)
        self._pause.timeout.connect(self._set_anew)
        self._setting = False
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
        self.table.setMinimumHeight(130)
        self.table.picked.connect(self._picked)
        self.table.chosen.connect(lambda _row: self.paper.setFocus())
        column.addWidget(self.table, 1)
        self.form = ChoicesForm()
        self.form.changed.connect(self._changed)
        self.writing = WritingPanel(self.office)
        self.writing.ready.connect(self._written)
        self.writing.changed.connect(self._changed)
        filled = QWidget()
        blanks = QVBoxLayout(filled)
        blanks.setContentsMargins(0, 0, 0, 0)
        for part in (self.form, self.writing):
            blanks.addWidget(part)
        blanks.addStretch(1)
        self.blanks = FittedScroll(filled)
        column.addWidget(self.blanks)
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
        self.for_drafts: list[QWidget] = [self.issue_button, self.show_button, self.word_button]
        self.for_issued: list[QWidget] = [
            self.print_button, self.copies, self.duplex, self.save_button, self.sign_button, self.correct_button
        ]  # fmt: skip
        self.decide_button.hide()
        self.fill_button = button(tr("去补"), self._go_to_fill)
        self.fill_button.hide()
        self.drop_button = button(tr("不出这份了"), self._give_up)
        self.drop_button.hide()
        column.addWidget(
            flow(
                self.issue_button, self.show_button, self.word_button, self.print_button, self.copies, self.duplex,
                self.save_button, self.sign_button, self.correct_button, self.decide_button, self.fill_button,
                self.drop_button, button(tr("出其他文书"), self.show_samples, key="F6"),
                button(tr("打印试页"), self._try_printer),
            )
        )  # fmt: skip
        self.views.origin.wanted.connect(self._to_blank)
        self.split = Sides(left, self.views, (560, 520))
        self.column.addWidget(self.split, 1)

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("↑ ↓", tr("在文书中选")),
            ("PgUp PgDn", tr("预览翻页（焦点在预览时）")),
            ("F5", tr("看草稿")),
            ("Alt+Q", tr("签发")),
            ("Ctrl+P", tr("打印")),
            ("Ctrl+S", tr("另存为")),
            ("F6", tr("出其他文书")),
        ]

    def first_focus(self) -> QWidget:
        return self.table

    def open_part(self, part: str) -> None:
        """The issued paper of that record is under the cursor once the list has come."""
        self._wanted_paper = part

    def read(self) -> None:
        self.office.read(offered, self.office.dossier, done=self._show)

    def _show(self, seen: Offered) -> None:
        if seen.of != self.office.dossier:
            return
        fresh = self.seen is None or self.seen.of != seen.of
        self.seen = seen
        self.offers = seen.offers
        self.form.put(seen, fresh=fresh)
        if not self.form.value("made_on"):
            self.form.set_values({"made_on": self.office.now().date().isoformat()})
        # A stage is named once, above its papers.
        begins = [at == 0 or offer.stage != self.offers[at - 1].stage for at, offer in enumerate(self.offers)]
        self.table.put(
            [
                {
                    "id": f"{offer.document} {offer.about} {offer.issued if self.office.on_shelf else ''}",
                    "at": number,
                    "stage": word(STAGES, offer.stage) if begins[number] else "",
                    "title": printed(offer.called),
                    "whom": offer.for_whom,
                    "state": state(offer),
                }
                for number, offer in enumerate(self.offers)
            ]
        )
        first = next((offer for offer in self.offers if offer.next_act), None)
        self.next.setText(what_next(first, of_case=seen.case is not None))
        self._put_deadlines(seen)
        wanted, self._wanted_paper = self._wanted_paper, ""
        begun, self._begun = self._begun, ""
        at = next((n for n, offer in enumerate(self.offers) if wanted and offer.issued == wanted), None)
        if at is None and begun:
            self._just_begun = True
            at = next((n for n, one in enumerate(self.offers) if one.document == begun and not one.issued), None)
        if at is None and fresh and first is not None:
            at = self.offers.index(first)
        if at is not None:
            self.table.selectRow(at)

    def _put_deadlines(self, seen: Offered) -> None:
        """The periods that press, each with its article, the first to end first; how many more run in the case."""
        while (item := self.deadlines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        today = self.office.now().date()
        pressing = [period for period in seen.running if haste(period, today)][:MOST_PERIODS]
        for period in pressing:
            kind = "problem" if haste(period, today) == "late" else "warn"
            self.deadlines.addWidget(label(deadline_words(period, today), kind))
        if more := len(seen.running) - len(pressing):
            here = tr("还有 {count} 项期限，在“案件”页的“期限”里。")
            none = tr("{count} 项期限都不急，在“案件”页的“期限”里。")
            self.deadlines.addWidget(label((here if pressing else none).format(count=more), "faint"))

    @property
    def offer(self) -> Offer | None:
        """The paper under the cursor."""
        row = self.table.current
        return self.offers[int(row["at"])] if row is not None and int(row["at"]) < len(self.offers) else None

    def choices(self) -> Choices:
        return self.form.choices(self.office.now().date(), self.writing.value)

    def _picked(self, _row: Row) -> None:
        offer = self.offer
        if offer is None:
            return
        issued = bool(offer.issued)
        # Until this paper is here nothing is printed or saved: the one before it stays in sight, not in hand.
        self._pdf = b""
        self._wanted += 1
        self.blanks.setVisible(not issued)
        self.form.ask(offer, self.seen.cause if self.seen is not None else None)
        self.drop_button.setVisible(offer.begun)
        self.fill_button.hide()
        for widget in self.for_drafts:
            widget.setEnabled(not issued)
            widget.setVisible(not issued)
        for widget in self.for_issued:
            widget.setEnabled(issued)
            widget.setVisible(issued)
        self.correct_button.setEnabled(offer.correctable)
        self.decide_button.setVisible(offer.disputed == "open")
        if issued:
            self.writing.close_paper()
            self._show_paper()
        else:
            self.writing.open_paper(offer, self.choices())

    def _written(self) -> None:
        """The paper's own blanks stand in sight; of a paper just begun, the cursor in the first that is empty."""
        self._show_paper()
        if self._just_begun:
            self._just_begun = False
            self.writing.focus_first_empty()

    def _changed(self) -> None:
        if self.offer is not None and not self.offer.issued:
            self._pause.start()

    def _set_anew(self) -> None:
        """The changed draft is set; while one is being set it waits, lest whoever types fast leave a queue behind."""
        if self._setting:
            self._pause.start()
        else:
            self._show_paper()

    def _show_paper(self) -> None:
        offer = self.offer
        if offer is None:
            return
        self._pause.stop()
        self._wanted += 1
        ticket = self._wanted
        if not self._pdf:
            self._say(tr("正在排版……"))

        def clear() -> bool:
            """What was said of the draft before stands until there is something else to say, lest it flicker."""
            self._setting = False
            if ticket == self._wanted:
                self.fill_button.hide()
                self.writing.clear_problems()
            return ticket == self._wanted

        def ready(draft: Draft) -> None:
            if clear():
                self._pdf = draft.pdf
                self.views.put(draft)
                self._say(standing(offer), wrong=offer.disputed in ("open", "due", "anew"))

        def refused(refusal: Refusal) -> None:
            if clear():
                self._pdf = b""
                self.views.put(Draft(b""))
                self._say_missing(refusal)

        if offer.issued:
            self.office.jobs.call(pdf_of, offer.issued, done=lambda pdf: ready(Draft(pdf)), refused=refused)
            return
        if offer.asks_time and not (self.form.value("time") and self.form.value("place")):
            clear()
            self.views.put(Draft(b""))
            self._say(tr("先填应到时间和应到处所，就能看到草稿。"), wrong=True)
            return
        self._setting = True
        asked = (self.office.dossier, offer.document, offer.about, self.choices())
        self.office.jobs.call(draft_of, *asked, done=ready, refused=refused)

    def _say_missing(self, refusal: Refusal, *, focus: bool = False) -> None:
        """What the paper lacks is said where it is filled: beside its blank here, or with the way to its page."""
        sentence = sentence_of(refusal)
        here = self.writing.point_at(refusal, focus=focus)
        self._say(sentence.what if here else sentence.whole, wrong=True)
        self._lacking = str(refusal.details.get("screen") or "")
        self.fill_button.setVisible(not here and self._lacking not in ("", self.name))

    def _go_to_fill(self) -> None:
        self.office.go(self._lacking)

    def _to_blank(self, path: str) -> None:
        if self.writing.blanks is not None:
            self.writing.blanks.point_at(path, "", focus=True)

    def _give_up(self) -> None:
        offer = self.offer
        if offer is not None and offer.begun:
            self.writing.issued()
            self.office.jobs.call(
                give_up, self.office.dossier, offer.document, offer.about, done=lambda _: self._read_anew("")
            )

    def _read_anew(self, document: str) -> None:
        """The list again, with the cursor on that document where it stands there to be made."""
        self._begun = document
        self.read()

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
            self.writing.issued()
            self._wanted_paper = record
            at = self.offers.index(offer) if offer in self.offers else -1
            if at >= 0:
                self.offers[at] = replace(offer, issued=record)
            self.office.tell(
                tr("已签发：{title}").format(title=printed(offer.title)),
                tr("要签名的到“签名捺印”页；要送达的签好后到“送达”页。"),
                kind="good",
            )

        def refused(refusal: Refusal) -> None:
            self.issue_button.setEnabled(True)
            findings = refusal.details.get("findings")
            if refusal.code == "proofreading_found" and isinstance(findings, list):
                self._ask_reason(findings)
            elif refusal.code in ("blank_missing", "blank_not_valid"):
                self._say_missing(refusal, focus=True)
            else:
                self.office.refuse(refusal)

        self.office.act(
            issue,
            self.office.dossier,
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
        if self._pdf and self.offer is not None and self.offer.issued:
            print_set([self._pdf], self.copies.value(), self, duplex=self.duplex.isChecked())

    def _try_printer(self) -> None:
        """Prints a page that shows whether the printer keeps margins, rules and rare characters."""
        self.office.read(trial, done=self._print_trial)

    def _print_trial(self, pdf: bytes) -> None:
        print_set([pdf], 1, self, duplex=self.duplex.isChecked())

    def show_samples(self) -> None:
        """Every paper the court has, as thumbnails of its sample."""
        dialog = SamplesDialog(self.office, self)
        dialog.wanted.connect(self._begin)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _begin(self, document: str) -> None:
        """The paper picked stands in the list, under the cursor."""

        def begun(of: str) -> None:
            if of != self.office.dossier:
                self.office.choose_shelf()
            self._read_anew(document)

        self.office.jobs.call(begin, self.office.dossier, document, done=begun)

    def _save(self) -> None:
        offer = self.offer
        if offer is not None and offer.issued and self._pdf:
            save_paper(self.office, self, offer, self._pdf)

    def _save_draft(self) -> None:
        """The paper under the cursor is asked for as a Word file; where it goes is asked when it is made."""
        offer = self.offer
        if offer is None or offer.issued or (offer.asks_time and not self.form.check()):
            return
        self.office.read(
            draft_to_edit,
            self.office.dossier,
            offer.document,
            offer.about,
            self.choices(),
            done=lambda made: save_draft(self.office, self, offer, made),
        )

    def _correct(self) -> None:
        offer = self.offer
        if offer is not None and offer.correctable:
            correct_issued(self.office, self, offer, self._ruled)

    def _ruled(self, record: str) -> None:
        self._wanted_paper = record
