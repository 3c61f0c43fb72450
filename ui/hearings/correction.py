"""The dialog that corrects one turn: what stood there, what is right, who asked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.combo import Combo
from ui.widgets.dialog import Dialog
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label


class CorrectionDialog(Dialog):
    """Ctrl+Enter records the correction."""

    def __init__(
        self, code: str, old: str, people: list[tuple[str, str]], speaker: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("更正一句"))
        self.setMinimumWidth(520)
        self._old = old
        column = QVBoxLayout(self)
        column.addWidget(label(tr("原来记的（会留着，看得见）"), "faint"))
        column.addWidget(label(f"{code}：{old}"))
        self.form = Form()
        self._new = LongText(old, lines=4)
        self.form.add("text", tr("更正为"), self._new, required=True)
        self._who = Combo(people, speaker)
        self.form.add("asked_by", tr("谁要求更正"), self._who, required=True)
        column.addWidget(self.form)
        column.addWidget(
            flow(
                button(tr("记下更正"), self._record, kind="main", key="Ctrl+Return"),
                button(tr("不更正"), self.reject),
            )
        )
        self._new.setFocus()

    @property
    def text(self) -> str:
        return self._new.toPlainText().strip()

    @property
    def asked_by(self) -> str:
        return self._who.value

    def _record(self) -> None:
        if not self.form.check():
            return
        if self.text == self._old.strip():
            self.form.show_problem("text", tr("和原来一样，没有更正。改好再记，或者按 Esc 返回。"))
            return
        self.accept()
