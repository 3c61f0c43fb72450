"""What proofreading found, in words, and the dialog that asks for a reason to issue a paper all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import NeedsCorrection
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.scroll import FocusScroll


def finding_words(finding: Mapping[str, Any]) -> str:
    """One finding as a sentence, with what was found and what was expected."""
    sentence = sentence_of(NeedsCorrection(str(finding.get("code", "")), **dict(finding.get("facts", {}))))
    return f"{sentence.what} {sentence.next_step}"


class FindingsView(QWidget):
    """What proofreading finds in a draft: what stops it, and what is only to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.heading = label("", "section")
        column.addWidget(self.heading)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.addStretch(1)
        column.addWidget(FocusScroll(inside), 1)
        self.put(None)

    def put(self, findings: Sequence[Mapping[str, Any]] | None) -> None:
        """Shows the findings, the grave ones first; None: there is no draft to proofread."""
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        if findings is None:
            self.heading.setText(tr("草稿排好以后，这里写校对的结果。"))
            return
        grave = [one for one in findings if one["severity"] == "must"]
        rest = [one for one in findings if one["severity"] != "must"]
        if not findings:
            words = tr("姓名、金额、案号、日期、上诉告知和案件一致，各项可以执行。")
        elif grave:
            words = tr("有 {count} 处和案件对不上，不改就要写明理由才能签发。").format(count=len(grave))
        else:
            words = tr("没有和案件对不上的；有 {count} 处签发前看一看。").format(count=len(rest))
        self.heading.setText(words)
        told = [(f"✕ {finding_words(one)}", "problem") for one in grave]
        told += [(f"● {finding_words(one)}", "warn") for one in rest]
        for at, (line, kind) in enumerate(told):
            self._lines.insertWidget(at, label(line, kind))


class FindingsDialog(QDialog):
    """Goes back to correct, or gives the reason that will stand in the paper's entry."""

    def __init__(self, findings: Sequence[Mapping[str, Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("校对"))
        self.resize(620, 420)
        column = QVBoxLayout(self)
        column.addWidget(label(tr("校对发现下面几处和案件对不上，还没有签发。"), "section"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        for finding in findings:
            lines.addWidget(label(f"✕ {finding_words(finding)}", "problem"))
        lines.addStretch(1)
        column.addWidget(FocusScroll(inside), 1)
        self.form = Form()
        self.form.add("despite", tr("确实没错的理由"), LongText(lines=2), required=True)
        column.addWidget(self.form)
        self.back_button = button(tr("回去改"), self.reject, kind="main")
        column.addWidget(flow(self.back_button, button(tr("按理由签发"), self._issue)))
        self.back_button.setFocus()

    @property
    def despite(self) -> str:
        return str(self.form.value("despite"))

    def _issue(self) -> None:
        if self.form.check():
            self.accept()
