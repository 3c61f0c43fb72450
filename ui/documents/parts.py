"""The paper's words with their origin: fixed wording, what the case tells, and what the officer may change here."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser

from app.documents.parts import Line, Part
from ui.i18n import tr
from ui.shell.theme import CALM

_COLOURS = {
    "fixed": (CALM.ink, CALM.ground),
    "told": (CALM.accent, CALM.accent_soft),
    "free": (CALM.warn, CALM.warn_soft),
}


class PartsView(QTextBrowser):
    """A click on words that may be changed asks for their blank: ``wanted``."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(tr("固定文字和可改文字"))
        self.anchorClicked.connect(lambda url: self.wanted.emit(QUrl(url).path()))

    def put(self, lines: Sequence[Line]) -> None:
        """Shows the lines; none: nothing."""
        legend = (
            f"<p>{_span('fixed', tr('固定文字，不能改'))}　{_span('told', tr('案件里来的，到案件里改'))}　"
            f"{_span('free', tr('在本页改'))}</p><hr/>"
        )
        self.setHtml(legend + "".join(_paragraph(line) for line in lines) if lines else "")


def _paragraph(line: Line) -> str:
    words = "".join(_words(part) for part in line.parts)
    return f"<p align='center'><b>{words}</b></p>" if line.heading else f"<p>{words}</p>"


def _words(part: Part) -> str:
    shown = _span(part.kind, part.text)
    if part.kind != "free":
        return shown
    return f"<a href='{html.escape(part.blank)}'>{shown}</a>"


def _span(kind: str, text: str) -> str:
    ink, ground = _COLOURS[kind]
    words = html.escape(text).replace("\n", "<br/>")
    return f"<span style='color: {ink}; background-color: {ground}'>{words}</span>"
