"""The dialog for a bug: says that work is safe, and shows the report for the administrator."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.shell.crash import report_of
from ui.widgets.flow import flow
from ui.widgets.labels import button, label


class CrashDialog(QDialog):
    """Offers to go on: what was recorded before is on the disk."""

    def __init__(self, reason: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("程序出错"))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.addWidget(label(tr("程序出了错，这一步没有做成。"), "section"))
        column.addWidget(
            label(tr("此前已保存的内容都在。关上这个窗口可以接着办；如果反复出现，请把下面的内容交给管理员。"))
        )
        column.addWidget(label(tr("下面只有程序自己的位置，没有案件内容。"), "faint"))
        self.report = QPlainTextEdit(report_of(reason))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        column.addWidget(self.report, 1)
        self.close_button = button(tr("接着办"), self.accept, kind="main")
        column.addWidget(flow(self.close_button, button(tr("复制"), self._copy)))
        self.close_button.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())
