"""Corrects an issued paper by a ruling: the small form for wrong words, right words and reason, and its issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refusal
from ui.documents.findings import FindingsDialog
from ui.documents.offers import Offer, correct
from ui.i18n import printed, tr
from ui.shell.office import Office
from ui.widgets.dialog import Dialog
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import DateEntry
from ui.widgets.scroll import FocusScroll


class CorrectPaperDialog(Dialog):
    """Ctrl+Enter issues the ruling; the pairs that are due already stand in it."""

    def __init__(self, title: str, due: Sequence[tuple[str, str]], day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("更正文书"))
        self.resize(640, 520)
        column = QVBoxLayout(self)
        column.addWidget(label(tr("更正《{title}》：另出补正裁定，原件不变。").format(title=printed(title)), "section"))
        if due:
            column.addWidget(label(tr("签发后核定的内容和文书上印的不一样，已经替你填好，请核对。"), "warn"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        self.words = Form()
        self._count = 0
        for wrong, right in due or (("", ""),):
            self._add(wrong, right)
        lines.addWidget(self.words)
        lines.addWidget(flow(button(tr("再加一处"), self._one_more)))
        self.form = Form()
        self.form.add("reason", tr("经查明的情况（印在裁定上）"), LongText(lines=2), required=True)
        self.form.add("made_on", tr("裁定日期"), DateEntry(), required=True)
        self.form.set_values({"made_on": day})
        lines.addWidget(self.form)
        lines.addStretch(1)
        column.addWidget(FocusScroll(inside), 1)
        column.addWidget(
            flow(
                button(tr("出补正裁定"), self._issue, kind="main", key="Ctrl+Return"),
                button(tr("不更正"), self.reject),
            )
        )
        (self.form.blanks["reason"] if due else self.words.blanks["wrong_1"]).setFocus()

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Wrong and right words, as typed; a pair left empty counts for nothing."""
        found = [
            (str(self.words.value(f"wrong_{n}")), str(self.words.value(f"right_{n}")))
            for n in range(1, self._count + 1)
        ]
        return [pair for pair in found if any(pair)]

    @property
    def reason(self) -> str:
        return str(self.form.value("reason"))

    @property
    def made_on(self) -> str:
        return str(self.form.value("made_on"))

    def _add(self, wrong: str = "", right: str = "") -> None:
        self._count += 1
        number = self._count
        self.words.add(f"wrong_{number}", tr("错的文字（照原件抄）"), LongText(wrong, lines=1), required=number == 1)
        self.words.add(f"right_{number}", tr("对的文字"), LongText(right, lines=1), required=number == 1)

    def _one_more(self) -> None:
        self._add()
        self.words.blanks[f"wrong_{self._count}"].setFocus()

    def _issue(self) -> None:
        if self.words.check() and self.form.check():
            self.accept()


def correct_issued(office: Office, parent: QWidget, offer: Offer, done: Callable[[str], None]) -> None:
    """Asks what is to be corrected in the issued paper, and issues the ruling; ``done`` gets the ruling's record."""
    dialog = CorrectPaperDialog(offer.title, offer.due, office.now().date().isoformat(), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: rule(dialog.pairs, dialog.reason, dialog.made_on))

    def rule(pairs: list[tuple[str, str]], reason: str, made_on: str, despite: str | None = None) -> None:
        def issued(record: str) -> None:
            done(record)
            office.tell(
                tr("补正裁定已签发。"),
                tr("签好后送达各方；原来的《{title}》不变。").format(title=printed(offer.title)),
                kind="good",
            )

        def refused(refusal: Refusal) -> None:
            findings = refusal.details.get("findings")
            if refusal.code == "proofreading_found" and isinstance(findings, list):
                asked = FindingsDialog(findings, parent)
                asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                asked.accepted.connect(lambda: rule(pairs, reason, made_on, asked.despite))
                asked.open()
            else:
                office.refuse(refusal)

        office.act(correct, offer.issued, pairs, reason, made_on, despite, done=issued, refused=refused)

    dialog.open()
