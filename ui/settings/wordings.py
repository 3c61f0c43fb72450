"""The settings' tab about papers: the court's own templates, and the fonts found and missing."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.documents.fonts import Face, faces_here
from ui.i18n import QT_TR_NOOP, tr
from ui.settings.calls import Wordings, wordings
from ui.shell.office import Office
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, set_kind
from ui.widgets.rows import Column, RowsTable

FACES = {
    "fang": QT_TR_NOOP("正文（仿宋）"),
    "title": QT_TR_NOOP("标题（小标宋）"),
    "hei": QT_TR_NOOP("小标题（黑体）"),
    "kai": QT_TR_NOOP("楷体"),
    "song": QT_TR_NOOP("页码和印章（宋体）"),
    "light": QT_TR_NOOP("补字（细宋体）"),
    "rare": QT_TR_NOOP("生僻字"),
}


class WordingsTab(QWidget):
    """A pack is installed only if the court of this laptop has signed it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        column.addWidget(label(tr("本院自己的文书样式：法院签发的样式包，装好后到生效日起用"), "section"))
        self.packs = RowsTable(
            [
                Column(tr("样式包"), "title", stretch=True),
                Column(tr("装入时间"), lambda row: str(row["installed"])[:16].replace("T", " ")),
                Column(tr("谁装的"), "officer"),
            ]
        )
        self.packs.setAccessibleName(tr("样式包"))
        column.addWidget(self.packs)
        self.in_force = RowsTable(
            [Column(tr("今天用本院样式的文书"), "title", stretch=True), Column(tr("版本"), "version")]
        )
        self.in_force.setAccessibleName(tr("今天用本院样式的文书"))
        column.addWidget(self.in_force)
        self.zip_button = button(tr("装样式包（压缩文件）"), self._from_zip, kind="main")
        self.folder_button = button(tr("装样式包（文件夹）"), self._from_folder)
        column.addWidget(flow(self.zip_button, self.folder_button))
        column.addWidget(label(tr("排文书的字体"), "section"))
        self.font_line = label("", "faint")
        column.addWidget(self.font_line)
        self.fonts = RowsTable(
            [
                Column(tr("用在哪里"), lambda row: tr(FACES[row["face"].role])),
                Column(tr("法院的字体"), lambda row: row["face"].wanted or ""),
                Column(tr("现在用的"), lambda row: row["face"].found or tr("没有")),
                Column(tr("情况"), lambda row: _state(row["face"]), stretch=True),
            ]
        )
        self.fonts.setAccessibleName(tr("排文书的字体"))
        column.addWidget(self.fonts)
        column.addStretch(1)

    def read(self) -> None:
        self.office.read(wordings, done=self._show)
        # Looking through the machine's fonts takes a while and needs no desk.
        self.office.jobs.aside(faces_here, done=self._show_fonts)

    def _show(self, seen: Wordings) -> None:
        self.packs.put(seen.packs)
        self.in_force.put(seen.in_force)
        able = self.office.officer.role in ("administrator", "judge", "president", "division_chief")
        for made in (self.zip_button, self.folder_button):
            made.setEnabled(able and "install_pack" in self.office.connections.keys)

    def _show_fonts(self, faces: list[Face]) -> None:
        self.fonts.put([{"id": number, "face": face} for number, face in enumerate(faces)])
        missing = sum(face.found is None for face in faces)
        replaced = sum(face.wanted is not None and face.found is not None and not face.licensed for face in faces)
        set_kind(self.font_line, "problem" if missing else "faint")
        self.font_line.setText(
            tr("缺 {count} 种字体，有的文书排不出来，请管理员重装程序。").format(count=missing)
            if missing
            else tr("{count} 种用自由字体代替；装上法院买的字体，下次启动就用它。").format(count=replaced)
            if replaced
            else tr("法院的字体都有了。")
        )

    def _from_zip(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("装样式包（压缩文件）"), "", "ZIP (*.zip)")
        self._install(path)

    def _from_folder(self) -> None:
        self._install(QFileDialog.getExistingDirectory(self, tr("装样式包（文件夹）")))

    def _install(self, source: str) -> None:
        if source:
            self.office.act(self.office.connections.keys["install_pack"], source, done=self._installed)

    def _installed(self, title: str) -> None:
        self.office.tell(
            tr("样式包“{title}”已装好。").format(title=title), tr("已签发的文书不变；新文书从生效日起用。"), kind="good"
        )
        self.read()


def _state(face: Face) -> str:
    if face.found is None:
        return tr("缺少")
    if face.licensed:
        return tr("法院的字体")
    return tr("没有装法院的字体，用自由字体代替") if face.wanted else tr("随程序带的")
