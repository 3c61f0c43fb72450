"""The settings' tab about the page: where the text stands on the sheet, its lines and cells, shown on a sample."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.cases.court import DOC_LAYOUT
from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.layout import LAYOUTS
from app.documents.samples import sample_paper
from app.documents.template import load
from app.errors import Refusal
from app.journal.entry import COURT
from ui.documents.printing import print_set, printer_here
from ui.i18n import QT_TR_NOOP, tr
from ui.refusals import sentence_of
from ui.settings.calls import change_settings, court_settings
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, set_kind
from ui.widgets.preview import PdfPreview
from ui.widgets.scroll import FocusScroll
from ui.widgets.sides import Sides

SHOWN = "civil_mediation_statement"
"""The paper whose sample shows what a measure does: it has every part that a measure is about."""
MEASURES = {
    "top_mm": QT_TR_NOOP("天头（毫米）"),
    "binding_mm": QT_TR_NOOP("订口（毫米）"),
    "rows": QT_TR_NOOP("每页行数"),
    "columns": QT_TR_NOOP("每行字数"),
    "blank_above_title": QT_TR_NOOP("标题上空几行"),
    "number_right": QT_TR_NOOP("案号右空几字"),
    "post_cells": QT_TR_NOOP("职务占几字"),
    "post_gap": QT_TR_NOOP("职务和姓名之间空几字"),
    "name_right": QT_TR_NOOP("姓名右空几字"),
    "date_right": QT_TR_NOOP("日期右空几字"),
}
_PAUSE_MS = 200
_SHEET_MM, _TEXT_MM = (210, 297), (156, 225)


class MeasuresTab(QWidget):
    """An empty blank keeps to the standard; nothing that cannot be printed is saved."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._court: dict[str, Any] = {}
        self._wanted = 0
        self._pdf = b""
        left = QWidget()
        column = QVBoxLayout(left)
        column.addWidget(label(tr("判决书、裁定书、调解书和通知的版式；空着就按国家标准"), "section"))
        self.form = Form()
        standard = LAYOUTS["statement"]
        for name, words in MEASURES.items():
            least, most = DOC_LAYOUT[name]
            line = MeasureEntry(least, most)
            line.setPlaceholderText(tr("标准 {value}").format(value=getattr(standard, name)))
            self.form.add(name, tr(words), line)
        self.keeper = FormKeeper(office, "measures", self.form, self._stands)
        self.form.changed.connect(self._changed)
        column.addWidget(self.form)
        self.sheet = label("", "faint")
        column.addWidget(self.sheet)
        self.save_button = button(tr("保存版式"), self._save, kind="main")
        self.reset_button = button(tr("全部按标准"), self._reset)
        self.print_button = button(tr("打印试页"), self._print)
        column.addWidget(flow(self.save_button, self.reset_button, self.print_button))
        column.addWidget(label(tr("已经签发的文书不变。笔录、表格、传票用自己的版式，只跟着天头和订口走。"), "faint"))
        column.addStretch(1)
        self.paper: PdfPreview = PdfPreview(office.page_image)
        QHBoxLayout(self).addWidget(Sides(FocusScroll(left), self.paper, (480, 560)))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def read(self) -> None:
        self.office.read(court_settings, done=self._show)

    def measures(self) -> dict[str, int]:
        """What is set and differs from leaving it to the standard, by name."""
        return {name: int(self.form.value(name)) for name in MEASURES if str(self.form.value(name) or "").isdigit()}

    def _stands(self) -> dict[str, str]:
        held = dict(self._court.get("doc_layout") or {})
        return {name: str(held.get(name, "")) for name in MEASURES}

    def _show(self, court: dict[str, Any]) -> None:
        self._court = court
        self.keeper.stand_for(COURT)
        able = self.office.officer.role in ("administrator", "judge", "president", "division_chief")
        self.form.setEnabled(able)
        for made in (self.save_button, self.reset_button):
            made.setEnabled(able)
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _changed(self) -> None:
        self._pause.start()

    def _draw(self) -> None:
        if self.form.problems():
            set_kind(self.sheet, "problem")
            self.sheet.setText(tr("有填得不对的，右边还是改以前的样子。"))
            return
        measures = self.measures()
        top, binding = measures.get("top_mm", 37), measures.get("binding_mm", 28)
        set_kind(self.sheet, "faint")
        self.sheet.setText(
            tr("版心 {width}×{height} 毫米，这样右边空 {right} 毫米，下边空 {bottom} 毫米").format(
                width=_TEXT_MM[0],
                height=_TEXT_MM[1],
                right=_SHEET_MM[0] - _TEXT_MM[0] - binding,
                bottom=_SHEET_MM[1] - _TEXT_MM[1] - top,
            )
        )
        self._wanted += 1
        ticket = self._wanted

        def drawn(pdf: bytes) -> None:
            if ticket == self._wanted:
                self._pdf = pdf
                self.paper.set_pdf(pdf)

        def refused(refusal: Refusal) -> None:
            sentence = sentence_of(refusal)
            set_kind(self.sheet, "problem")
            self.sheet.setText(sentence.whole)

        self.office.jobs.call(shown_by, measures, done=drawn, refused=refused)

    def _reset(self) -> None:
        self.form.set_values(dict.fromkeys(MEASURES, ""))
        self.keeper.typed()
        self._draw()

    def _save(self) -> None:
        if self.form.check():
            changed = {"doc_layout": self.measures()}
            self.keeper.record(change_settings, changed, done=lambda _: self._saved(changed))

    def _saved(self, changed: dict[str, Any]) -> None:
        self._court = {**self._court, **changed}
        self.office.tell(tr("版式已保存。"), tr("从现在起新出的文书用它；已签发的不变。"), kind="good")
        self.read()

    def _print(self) -> None:
        if not printer_here():
            self.office.tell(tr("这台电脑没有装打印机。"), tr("装好打印机再打试页。"), kind="warn")
        elif self._pdf:
            print_set([self._pdf], 1, self)


class MeasureEntry(QLineEdit):
    """A whole number within its limits, or nothing."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setMaximumWidth(160)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def problem(self) -> str:
        """What is wrong with what stands there; "" for nothing."""
        text = self.text().strip()
        if not text or (text.isdecimal() and self._least <= int(text) <= self._most):
            return ""
        return tr("只能填 {least} 到 {most} 的整数，或者空着。").format(least=self._least, most=self._most)


def shown_by(_desk: Desk, measures: dict[str, int]) -> bytes:
    """The sample that shows these measures, as a PDF."""
    return sample_paper(load(SHOWN), fonts=FontSet.find(), measures=measures).pdf
