"""The dialog for a bug: says that work is safe, and gives a report with no word of a case."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label


def report_of(reason: BaseException) -> str:
    """Which kind of error, in which lines of the program; no message and no value: they may hold case words."""
    lines = [type(reason).__name__]
    step: BaseException | None = reason
    while step is not None:
        for frame in traceback.extract_tb(step.__traceback__):
            name = frame.filename.replace("\\", "/")
            short = "/".join(name.split("/")[-3:])
            lines.append(f"  {short}:{frame.lineno} {frame.name}")
        step = step.__cause__ or step.__context__
        if step is not None:
            lines.append(f"after {type(step).__name__}")
    return "\n".join(lines)


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


def watch_uncaught(show: Callable[[BaseException], None]) -> None:
    """An exception nobody caught on the GUI thread is shown instead of ending the program."""

    def hook(kind: type[BaseException], reason: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, reason, trace)
            return
        print(report_of(reason), file=sys.stderr)
        show(reason)

    sys.excepthook = hook
