"""The settings' tab about purging: closed cases that may leave this laptop, and those that can be asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from app.cases.purged import purged_cases
from ui.i18n import tr
from ui.shell.office import Office
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.rows import Column, RowsTable

if TYPE_CHECKING:
    from app.desk import Desk
    from app.errors import Refusal


class PurgingTab(QWidget):
    """Nothing leaves that the court has not receipted and backed up."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._fetching = False
        column = QVBoxLayout(self)
        column.addWidget(label(tr("已结的案件：法院收齐、备份过的，可以从本机清除"), "section"))
        column.addWidget(label(tr("清的是本机上的内容和附件，法院那一份不动；案号不会再用，需要时可以取回。"), "faint"))
        self.closed = RowsTable(
            [
                Column(tr("案号"), "number"),
                Column(tr("案由"), "cause", stretch=True),
                Column(tr("情况"), lambda row: tr("可以清除") if row["safe"] else tr("法院还没有收齐、备份好")),
            ]
        )
        self.closed.setAccessibleName(tr("已结的案件"))
        self.purge_button = button(tr("从本机清除"), self._ask)
        self.back_button = button(tr("向法院取回"), self._bring_back)
        self.closed.picked.connect(lambda row: self.purge_button.setEnabled(bool(row["safe"])))
        column.addWidget(self.closed, 1)
        self.purge_button.setEnabled(False)
        column.addWidget(flow(self.purge_button))
        column.addWidget(label(tr("已清除的案件"), "section"))
        self.gone = RowsTable(
            [
                Column(tr("案号"), "number", stretch=True),
                Column(tr("清除时间"), lambda row: str(row["purged_at"])[:16].replace("T", " ")),
            ]
        )
        self.gone.setAccessibleName(tr("已清除的案件"))
        self.gone.picked.connect(lambda _row: self.back_button.setEnabled(not self._fetching))
        column.addWidget(self.gone, 1)
        self.back_button.setEnabled(False)
        column.addWidget(flow(self.back_button))

    def read(self) -> None:
        if "purgeable" in self.office.connections.keys:
            self.office.read(self.office.connections.keys["purgeable"], done=self._closed)
            self.office.read(_purged, done=self._gone)

    def _closed(self, cases: list[dict[str, Any]]) -> None:
        self.purge_button.setEnabled(False)
        self.closed.put(cases)

    def _gone(self, cases: list[dict[str, Any]]) -> None:
        self.back_button.setEnabled(False)
        self.gone.put([{**case, "id": case["case_id"]} for case in cases])

    def _ask(self) -> None:
        row = self.closed.current
        if row is None:
            return
        question = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("从本机清除"),
            tr("把{number}从这台电脑上清除？").format(number=row["number"]),
            parent=self,
        )
        question.setInformativeText(tr("本机上的内容、附件和第二份里的都会清掉，法院那一份不动。"))
        yes = question.addButton(tr("清除"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(tr("不清除"), QMessageBox.ButtonRole.RejectRole))
        question.finished.connect(lambda _code: self.purge(row["id"]) if question.clickedButton() is yes else None)
        question.open()

    def purge(self, case: str) -> None:
        """The case leaves the laptop, now that a person has confirmed it."""
        if self.office.case_id == case:
            self.office.choose_case(None)
        words = tr("案件已从本机清除。")
        self.office.act(self.office.connections.keys["purge"], case, done=lambda _: self._done(words))

    def _bring_back(self) -> None:
        row = self.gone.current
        if row is not None and not self._fetching:
            self._fetch(True)
            back = self.office.connections.keys["bring_back"]
            words = tr("{number}已取回。").format(number=row["number"])
            self.office.jobs.aside(
                back, row["id"], done=lambda _: self._back(words), refused=self._refused, failed=self._failed
            )

    def _fetch(self, on: bool) -> None:
        self._fetching = on
        self.back_button.setEnabled(not on)

    def _back(self, words: str) -> None:
        self._fetch(False)
        # What came back came beside the desk's own thread, which keeps the second copy.
        self.office.act(self.office.connections.keys["copy_anew"], done=lambda _: self._done(words))

    def _done(self, words: str) -> None:
        self.office.tell(words, kind="good")
        self.office.recorded()
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        self._fetch(False)
        self.office.refuse(refusal)

    def _failed(self, reason: BaseException) -> None:
        self._fetch(False)
        self.office.jobs.failed_by_default.emit(reason)


def _purged(desk: Desk) -> list[dict[str, Any]]:
    return purged_cases(desk.database)
