"""The dialog that chooses the case to work on, by number, name, or the first letters of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.shell.office import CaseRow, Office
from ui.widgets.labels import label
from ui.widgets.rows import Column
from ui.widgets.search import SearchList
from ui.words import CLOSED, PROCEDURES, word

if TYPE_CHECKING:
    from app.desk import Desk


def look_up(desk: Desk, words: str) -> list[dict[str, Any]]:
    """Cases that fit the words, or the last touched ones where there are none."""
    from app.cases.store import find_cases, list_cases

    return find_cases(desk.database, words) if words else list_cases(desk.database)


def case_columns() -> list[Column]:
    """How cases are listed everywhere."""
    return [
        Column(tr("案号"), lambda row: str(row.get("number") or tr("未编号"))),
        Column(tr("当事人"), "parties", stretch=True),
        Column(tr("案由"), "cause"),
        Column(tr("状态"), state_of),
    ]


def state_of(row: CaseRow) -> str:
    """Closed how, or by which procedure it runs."""
    return word(CLOSED, row.get("closed")) if row.get("closed") else word(PROCEDURES, row.get("procedure"))


class CasePicker(QDialog):
    """Typing searches, Down goes into the list, Enter chooses, Esc leaves all as it was."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.setWindowTitle(tr("选案件"))
        self.resize(760, 440)
        column = QVBoxLayout(self)
        self.search = SearchList(case_columns(), tr("案号、姓名、姓名的拼音首字母或案由"))
        self.none = label(tr("没有找到。换个字再试，或按 Ctrl+2 去立案。"), "faint")
        self.none.hide()
        column.addWidget(self.search, 1)
        column.addWidget(self.none)
        column.addWidget(label(tr("↓ 进入列表，Enter 选定，Esc 返回"), "faint"))
        self.search.asked.connect(self._ask)
        self.search.chosen.connect(self._chosen)
        self.search.line.setFocus()
        self._ask("")

    def _ask(self, words: str) -> None:
        self.office.read(look_up, words, done=self._found)

    def _found(self, rows: list[CaseRow]) -> None:
        self.search.put(rows)
        self.none.setVisible(not rows)

    def _chosen(self, row: CaseRow) -> None:
        self.office.choose_case(row)
        self.accept()
