"""Pages of a paper as pictures; the pictures are made elsewhere and arrive when they are ready."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.documents.preview import PageImage
from ui.i18n import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label

Ask = Callable[[bytes, int, int, Callable[[PageImage], None]], None]
"""``ask(pdf, page, width in pixels, deliver)``; ``deliver`` is called on the GUI thread."""


class PdfPreview(QWidget):
    """Shows one page at a time; PgUp and PgDn turn pages, + and - change the size."""

    turned = Signal(int, int)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._pdf = b""
        self._page, self._pages, self._zoom = 0, 0, 1.0
        self._wanted = 0
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._picture.setText(tr("还没有文书可看"))
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._picture)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back = button(tr("上一页"), lambda: self.turn(-1))
        self.forth = button(tr("下一页"), lambda: self.turn(+1))
        self.smaller = button(tr("缩小"), lambda: self.zoom(1 / 1.25))
        self.larger = button(tr("放大"), lambda: self.zoom(1.25))
        self._where = label(wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow(self.back, self._where, self.forth, self.smaller, self.larger))
        column.addWidget(self._scroll, 1)
        self.setMinimumSize(260, 240)
        self._say()

    @property
    def page(self) -> int:
        return self._page

    @property
    def pages(self) -> int:
        return self._pages

    def set_pdf(self, pdf: bytes) -> None:
        """Shows the first page of ``pdf``; empty bytes show nothing."""
        same_length = bool(pdf) and bool(self._pdf)
        self._pdf = pdf
        self._page = self._page if same_length else 0
        self._pages = 0 if not pdf else max(self._pages, 1)
        if not pdf:
            self._wanted += 1
            self._picture.setPixmap(QPixmap())
            self._picture.setText(tr("还没有文书可看"))
        else:
            self._fetch()
        self._say()

    def turn(self, by: int) -> None:
        target = min(max(self._page + by, 0), max(self._pages - 1, 0))
        if target != self._page:
            self._page = target
            self._scroll.verticalScrollBar().setValue(0)
            self._fetch()
            self._say()

    def zoom(self, by: float) -> None:
        self._zoom = min(max(self._zoom * by, 0.5), 4.0)
        self._fetch()

    def sizeHint(self) -> QSize:
        return QSize(440, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fetch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self.turn(+1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.turn(-1)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / 1.25)
        else:
            super().keyPressEvent(event)

    def _fetch(self) -> None:
        if not self._pdf:
            return
        self._wanted += 1
        ticket, ratio = self._wanted, self.devicePixelRatioF()
        width = int(max(self._scroll.width() - 26, 120) * self._zoom * ratio)

        def deliver(image: PageImage) -> None:
            # A later wish has been made meanwhile: this picture is stale. Or the preview was closed with its dialog.
            if ticket == self._wanted and isValid(self):
                self._show(image, ratio)

        self._ask(self._pdf, self._page, width, deliver)

    def _show(self, image: PageImage, ratio: float) -> None:
        picture = QImage(image.rgb, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888)
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setText("")
        self._picture.setPixmap(pixmap)
        self._pages = image.pages
        self._page = min(self._page, max(self._pages - 1, 0))
        self._say()
        self.turned.emit(self._page, self._pages)

    def _say(self) -> None:
        self._where.setText(
            tr("第 {page} 页 共 {pages} 页").format(page=self._page + 1, pages=self._pages) if self._pages else ""
        )
        self.back.setEnabled(self._page > 0)
        self.forth.setEnabled(self._page + 1 < self._pages)
        self.smaller.setEnabled(bool(self._pdf))
        self.larger.setEnabled(bool(self._pdf))
