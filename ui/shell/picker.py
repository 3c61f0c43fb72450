"""The dialog that chooses the case to work on: by number, name, its first letters, or a paper's reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import NeedsCorrection
from ui.i18n import printed, tr
from ui.shell.office import CaseRow, Office, row_of
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.rows import Column
from ui.widgets.search import SearchList
from ui.words import CLOSED, PROCEDURES, word

if TYPE_CHECKING:
    from app.desk import Desk


def look_up(desk: Desk, words: str) -> list[dict[str, Any]]:
    """Cases that fit the words, or the last touched ones where there are none.

    Where a paper's reference stands in the words, as a scanner types the square code, the case of that ``paper``.
    """
    from app.cases.store import find_cases, list_cases
    from app.documents.reference import reference_said

    if reference := reference_said(words):
        return _of_paper(desk, reference)
    return find_cases(desk.database, words) if words else list_cases(desk.database)


def _of_paper(desk: Desk, reference: str) -> list[dict[str, Any]]:
    from app.documents.store import load_paper
    from app.journal.entry import COURT

    try:
        paper = load_paper(desk.database, reference)
    except NeedsCorrection:
        return []
    row = {"id": COURT} if paper.case == COURT else row_of(desk, paper.case)
    return [{**row, "paper": reference, "paper_title": paper.title}] if row is not None else []


def choose(office: Office, row: CaseRow, page: str = "") -> None:
    """The case is chosen and its page shown, if one is named; a paper found by its reference is shown instead."""
    from app.journal.entry import COURT

    if row["id"] == COURT:
        office.choose_shelf()
    else:
        office.choose_case({name: value for name, value in row.items() if name not in ("paper", "paper_title")})
    shown = f"documents/{row['paper']}" if "paper" in row else page
    if shown and office.dossier == row["id"]:
        office.go(shown)


def case_columns() -> list[Column]:
    """How cases are listed everywhere."""
    return [
        Column(tr("案号"), number_of),
        Column(tr("当事人"), people_of, stretch=True),
        Column(tr("案由"), "cause"),
        Column(tr("状态"), state_of),
    ]


def number_of(row: CaseRow) -> str:
    """案号 as listed; a paper of no case has none."""
    return str(row.get("number") or ("" if "paper" in row else tr("未编号")))


def people_of(row: CaseRow) -> str:
    """The parties, after the paper that was looked for."""
    paper = tr("《{title}》").format(title=printed(row["paper_title"])) if "paper" in row else ""
    return "　".join(part for part in (paper, str(row.get("parties") or "")) if part)


def state_of(row: CaseRow) -> str:
    """Closed how, or by which procedure it runs."""
    return word(CLOSED, row.get("closed")) if row.get("closed") else word(PROCEDURES, row.get("procedure"))


def none_found(words: str) -> str:
    """Why the list is empty, and what to do."""
    from app.documents.reference import reference_said

    if reference_said(words):
        return tr("这台电脑上没有这个编号的文书。对一遍编号；别的电脑签发的，先做数据回传；或者请法院按编号核验。")
    return tr("没有找到。换个字再试，或按 Ctrl+2 去立案。")


class CasePicker(QDialog):
    """Typing searches, Down goes into the list, Enter chooses, Esc leaves all as it was."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.setWindowTitle(tr("选案件"))
        self.resize(min(940, parent.width() - 40) if parent is not None else 940, 480)
        column = QVBoxLayout(self)
        self.search = SearchList(case_columns(), tr("案号、姓名、姓名的拼音首字母、案由，或者扫文书的方码"))
        self.none = label("", "faint")
        self.none.hide()
        column.addWidget(self.search, 1)
        column.addWidget(self.none)
        column.addWidget(label(tr("↓ 进入列表，Enter 选定，Esc 返回"), "faint"))
        column.addWidget(flow(button(tr("不属于案件的文书"), self._to_shelf, key="Alt+O")))
        self.search.asked.connect(self._ask)
        self.search.chosen.connect(self._chosen)
        self.search.line.setFocus()
        self._ask("")

    def _ask(self, words: str) -> None:
        self.office.read(look_up, words, done=self._found)

    def _found(self, rows: list[CaseRow]) -> None:
        self.search.put(rows)
        self.none.setText(none_found(self.search.line.text()))
        self.none.setVisible(not rows)

    def _to_shelf(self) -> None:
        self.accept()
        self.office.choose_shelf()
        if self.office.on_shelf:
            self.office.go("documents")

    def _chosen(self, row: CaseRow) -> None:
        self.accept()
        choose(self.office, row)
