"""A label that always says whether the last word is safe."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QLabel, QWidget

from ui.i18n import tr
from ui.widgets.labels import set_kind


class SavedState(QLabel):
    """One of: nothing typed, typing not yet saved, draft saved, entry saved, not saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ""
        self._before = ("idle", "", "good")
        self.idle()

    def idle(self) -> None:
        self._show("idle", tr("● 全部已保存"), "good")

    def typing(self) -> None:
        if self.state != "typing":
            self._before = (self.state, self.text(), str(self.property("kind")))
        self._show("typing", tr("○ 正在记录"), "warn")

    def unchanged(self) -> None:
        """What was typed is what is safe already: as before the typing."""
        if self.state == "typing":
            self._show(*self._before)

    def draft(self, at: datetime.datetime) -> None:
        self._show("draft", tr("◐ 草稿已存 {time}").format(time=f"{at:%H:%M:%S}"), "warn")

    def saved(self, at: datetime.datetime) -> None:
        self._show("saved", tr("● 已保存 {time}").format(time=f"{at:%H:%M:%S}"), "good")

    def failed(self, why: str) -> None:
        self._show("failed", tr("✕ 没有保存：{why}").format(why=why), "problem")

    def _show(self, state: str, text: str, kind: str) -> None:
        # A keystroke calls typing(): nothing is repainted while the state stays the same.
        if state == self.state and text == self.text():
            return
        self.state = state
        self.setText(text)
        self.setAccessibleName(text)
        set_kind(self, kind)
