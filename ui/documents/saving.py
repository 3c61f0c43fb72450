"""Writes a paper to a file that the officer names: the issued one as PDF, a draft to edit as Word."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.documents.offers import Offer
from ui.i18n import tr
from ui.shell.office import Office

_LONGEST_NAME = 70  # characters, of at most three bytes in a name that can be printed but for the rarest


def save_paper(office: Office, parent: QWidget, offer: Offer, pdf: bytes) -> None:
    """The issued paper is where the officer wants it, unencrypted, and he is told so."""
    name = _file_name(f"{offer.title}{offer.for_whom}", ".pdf")
    path, _kind = QFileDialog.getSaveFileName(parent, tr("另存为"), name, "PDF (*.pdf)")
    if path:
        _write(office, path, pdf, tr("已另存。"), tr("另存的文件没有加密，交给当事人后请从电脑上删掉。"))


def save_draft(office: Office, parent: QWidget, offer: Offer, made: bytes) -> None:
    """The draft to edit is where the officer wants it, and he is told that editing it changes no paper."""
    name = _file_name(f"{offer.title}{offer.for_whom}", tr("（草稿）.docx"))
    path, _kind = QFileDialog.getSaveFileName(parent, tr("可编辑草稿 (Word)"), name, "Word (*.docx)")
    if path:
        next_step = tr("改好的话要在案件里照着改，再签发；这份文件没有加密，用完请从电脑上删掉。")
        _write(office, path, made, tr("草稿已存。"), next_step)


def _write(office: Office, path: str, content: bytes, what: str, next_step: str) -> None:
    office.jobs.aside(
        Path(path).write_bytes,
        content,
        done=lambda _size: office.tell(what, next_step, kind="warn"),
        failed=lambda _reason: office.tell(
            tr("没有存成。"), tr("看看那个位置能不能写，换一个位置再存。"), kind="problem"
        ),
    )


def _file_name(words: str, ending: str) -> str:
    """What every disk takes: none of the signs that Windows forbids, and under 255 bytes."""
    return re.sub(r'[\x00-\x1f/\\:*?"<>|]', "-", words)[:_LONGEST_NAME] + ending
