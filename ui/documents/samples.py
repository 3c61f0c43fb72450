"""All the court's papers as thumbnails of their samples, marked 样本, to look through before one is needed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.preview import PageImage, page_image
from app.documents.samples import sample_paper, titles
from app.documents.template import OF_NO_CASE, load
from app.errors import Refusal
from ui.i18n import printed, tr
from ui.shell.office import Office
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.preview import PdfPreview
from ui.words import STAGES, word

THUMB = QSize(150, 212)
_NAME = Qt.ItemDataRole.UserRole


def known_papers(desk: Desk, on: str) -> list[tuple[str, str, str]]:
    """Name, stage and title of every paper that can be made on the day."""
    return titles(desk.database, on)


def sample_of(desk: Desk, document: str, on: str, width: int) -> tuple[bytes, PageImage]:
    """The sample of the wording in force on the day, as a PDF, and its first page ``width`` pixels wide."""
    pdf = sample_paper(load(document, database=desk.database, on=on), fonts=FontSet.find()).pdf
    return pdf, page_image(pdf, 0, width)


class SamplesDialog(QDialog):
    """The thumbnails arrive one after another; the one under the cursor is shown whole on the right.

    ``wanted`` names the paper that the officer picked to make: Enter, a double click, or the button.
    """

    wanted = Signal(str)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.setWindowTitle(tr("出其他文书：样本"))
        self.resize(1120, 720)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(tr("找文书：名称里的字"))
        self.sought.setAccessibleName(tr("找文书：名称里的字"))
        self.sought.textChanged.connect(self._filter)
        self.sheet = QListWidget()
        self.sheet.setViewMode(QListView.ViewMode.IconMode)
        self.sheet.setResizeMode(QListView.ResizeMode.Adjust)
        self.sheet.setMovement(QListView.Movement.Static)
        self.sheet.setUniformItemSizes(True)
        self.sheet.setWordWrap(True)
        self.sheet.setIconSize(THUMB)
        self.sheet.setGridSize(QSize(THUMB.width() + 24, THUMB.height() + self.fontMetrics().lineSpacing() * 5))
        self.sheet.setAccessibleName(tr("文书样本"))
        self.sheet.currentItemChanged.connect(lambda item, _before: self._look_at(item))
        self.sheet.itemActivated.connect(lambda _item: self._pick())
        self.count = label("", "faint")
        self.pick_button = button(tr("出这份文书"), self._pick, kind="main", key="Ctrl+Return")
        self.paper: PdfPreview = PdfPreview(office.page_image)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 6, 0)
        for widget in (self.sought, self.count, self.sheet, flow(self.pick_button)):
            lines.addWidget(widget)
        split.addWidget(left)
        split.addWidget(self.paper)
        split.setSizes([640, 480])
        QVBoxLayout(self).addWidget(split)
        self._pdfs: dict[str, bytes] = {}
        self._left: list[QListWidgetItem] = []
        self.sought.setFocus()
        office.read(known_papers, office.now().date().isoformat(), done=self._begin)

    def _begin(self, known: list[tuple[str, str, str]]) -> None:
        empty = QImage(THUMB, QImage.Format.Format_RGB888)
        empty.fill(Qt.GlobalColor.white)
        for name, stage, title in known:
            if self.office.on_shelf and stage != OF_NO_CASE:
                continue
            item = QListWidgetItem(self._framed(empty), f"{word(STAGES, stage)}　{printed(title)}")
            item.setData(_NAME, name)
            self.sheet.addItem(item)
            self._left.append(item)
        self._filter()
        self._next()

    def _next(self) -> None:
        """Asks for one more thumbnail: of those in sight first."""
        if not self._left:
            return
        shown = self.sheet.viewport().rect()
        at = next((n for n, item in enumerate(self._left) if self.sheet.visualItemRect(item).intersects(shown)), 0)
        self._drawing = self._left.pop(at)
        width, today = round(THUMB.width() * self.devicePixelRatioF()), self.office.now().date().isoformat()
        name = self._drawing.data(_NAME)
        self.office.jobs.call(sample_of, name, today, width, done=self._drawn, refused=self._refused)

    def _drawn(self, made: tuple[bytes, PageImage]) -> None:
        pdf, image = made
        item = self._drawing
        self._pdfs[item.data(_NAME)] = pdf
        picture = QImage(image.rgb, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888)
        item.setIcon(self._framed(picture))
        if item is self.sheet.currentItem():
            self._look_at(item)
        self._next()

    def _framed(self, picture: QImage) -> QIcon:
        """The page with its edge, so that white paper stands out from a white list."""
        pixmap = QPixmap.fromImage(picture)
        with QPainter(pixmap) as painter:
            painter.setPen(Qt.GlobalColor.gray)
            painter.drawRect(0, 0, pixmap.width() - 1, pixmap.height() - 1)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        return QIcon(pixmap)

    def _refused(self, _refusal: Refusal) -> None:
        self._drawing.setText(f"{self._drawing.text()}\n{tr('这份样本排不出来')}")
        self._next()

    def _look_at(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.paper.set_pdf(self._pdfs.get(item.data(_NAME), b""))

    def _pick(self) -> None:
        item = self.sheet.currentItem()
        if item is not None and not item.isHidden():
            self.wanted.emit(str(item.data(_NAME)))
            self.accept()

    def _filter(self) -> None:
        wanted, found = self.sought.text().strip().casefold(), 0
        for row in range(self.sheet.count()):
            item = self.sheet.item(row)
            fits = wanted in item.text().casefold()
            item.setHidden(not fits)
            found += fits
        self.count.setText(tr("{count} 种文书，都是编造的样本").format(count=found))
