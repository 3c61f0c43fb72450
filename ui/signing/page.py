"""签名捺印、用印: one list of all signatures, and the ways the law and the paper allow for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from ui.i18n import printed, tr
from ui.shell.page import CasePage
from ui.signing.calls import TIMESTAMP, Seat, SigningView, pdf_of, refuse_to_sign, take_scan, view
from ui.signing.dialogs import PadDialog, PinDialog, RefusalDialog
from ui.widgets.empty import EmptyPanel
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pad import as_data
from ui.widgets.preview import PdfPreview
from ui.widgets.rows import Column, Row, RowsTable
from ui.widgets.sides import Sides

BY_KEY = ("judge", "clerk", "chief", "president", "server", "assistant")


class SigningPage(CasePage):
    """Enter signs in the usual way for the one under the cursor."""

    name = "signing"
    takes_shelf = True

    def build(self) -> None:
        self.seen: SigningView | None = None
        self._wanted = ""
        self._to_next = False
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        self.wet = label("", "warn")
        self.wet.hide()
        column.addWidget(self.wet)
        self.table = RowsTable(
            [
                Column(tr("文书"), "title", stretch=True),
                Column(tr("谁签"), "words"),
                Column(tr("状态"), "state_words"),
            ]
        )
        self.table.picked.connect(self._picked)
        self.table.chosen.connect(lambda _row: self._usual())
        self.table.setMinimumHeight(120)
        column.addWidget(self.table, 1)
        self.none = EmptyPanel(
            tr("本案还没有要签名的文书"),
            tr("先到“文书”页签发文书，再回来签名。"),
            [(tr("去文书"), lambda: self.office.go("documents"))],
        )
        self.none.hide()
        column.addWidget(self.none)
        self.pen = button(tr("手写签名"), self._by_pen, kind="main", key="Alt+W")
        self.thumb = button(tr("捺印"), self._by_thumb, key="Alt+I")
        self.key = button(tr("本人密钥签名"), self._by_key, key="Alt+M")
        self.seal = button(tr("用印"), self._seal, key="Alt+Y")
        self.paper_way = button(tr("纸上签的，扫描存入"), self._scan, key="Alt+U")
        self.refusal = button(tr("拒签"), self._refuse, key="Alt+J")
        column.addWidget(flow(self.pen, self.thumb, self.key, self.seal, self.paper_way, self.refusal))
        self.preview = PdfPreview(self.office.page_image)
        self.split = Sides(left, self.preview, (580, 500))
        self.column.addWidget(self.split, 1)

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Alt+W", tr("手写签名")),
            ("Alt+I", tr("捺印")),
            ("Alt+M", tr("本人密钥签名")),
            ("Alt+Y", tr("用印")),
            ("Alt+U", tr("纸上签的，扫描存入")),
            ("Alt+J", tr("拒签")),
            ("Enter", tr("用这个人通常的方式签")),
        ]

    def first_focus(self) -> QWidget:
        return self.table

    def read(self) -> None:
        self.office.read(view, self.office.dossier, done=self._show)

    def _show(self, seen: SigningView) -> None:
        if seen.of != self.office.dossier:
            return
        if self.seen is None or self.seen.of != seen.of:
            self.preview.set_pdf(b"")
        self.seen = seen
        # Read anew even if it is the same paper: it may have been signed meanwhile.
        self._wanted = ""
        self.wet.setVisible(seen.wet_because is not None)
        why = (
            tr("本院规定当事人在纸上签名。")
            if seen.wet_because == "sign_policy"
            else tr("本案当事人须在纸上签名（{article}）。").format(article=seen.wet_because)
        )
        self.wet.setText(why + tr("先在“文书”页打印，签好后扫描或拍照，再按“纸上签的，扫描存入”。"))
        self.table.setVisible(bool(seen.seats))
        self.none.setVisible(not seen.seats)
        states = {"ready": tr("可以签"), "waits": tr("等前面的人先签")}
        hows = {
            "ink": tr("已手写签名"),
            "thumb": tr("已捺印"),
            "key": tr("已用密钥签名"),
            "seal": tr("已用印"),
            "wet": tr("已在纸上签名"),
            "refused": tr("拒签，已记明"),
        }
        self.table.put(
            [
                {
                    "id": f"{seat.paper} {seat.signer}",
                    "at": number,
                    "title": printed(seat.title),
                    "words": seat.words,
                    "state_words": tr("{at} 加上").format(at=seat.how.replace("T", " "))
                    if seat.signer == TIMESTAMP
                    else hows.get(seat.how) or states.get(seat.state, seat.state),
                }
                for number, seat in enumerate(seen.seats)
            ]
        )
        if not seen.seats:
            self._allow(None)
        elif self._to_next:
            # What can be signed stands first: the cursor goes there after each signature.
            self._to_next = False
            self.table.selectRow(0)

    @property
    def seat(self) -> Seat | None:
        """The signature under the cursor."""
        row = self.table.current
        if self.seen is None or row is None or int(row["at"]) >= len(self.seen.seats):
            return None
        return self.seen.seats[int(row["at"])]

    def _picked(self, _row: Row) -> None:
        seat = self.seat
        self._allow(seat)
        if seat is not None and seat.paper != self._wanted:
            self._wanted = seat.paper
            self._show_pdf(seat.paper)

    def _show_pdf(self, paper: str) -> None:
        self.office.jobs.call(
            pdf_of,
            paper,
            done=lambda pdf: self.preview.set_pdf(pdf) if paper == self._wanted else None,
            refused=self.office.refuse,
        )

    def _allow(self, seat: Seat | None) -> None:
        ready = seat is not None and seat.state == "ready"
        kind = seat.signer.partition(":")[0] if seat is not None else ""
        person = kind not in (*BY_KEY, "seal")
        paper_only = self.seen is not None and self.seen.wet_because is not None
        self.pen.setEnabled(ready and person and not paper_only)
        self.thumb.setEnabled(ready and person and not paper_only)
        self.key.setEnabled(ready and kind in BY_KEY)
        self.seal.setEnabled(ready and kind == "seal")
        self.paper_way.setEnabled(ready)
        self.refusal.setEnabled(ready and person)

    def _usual(self) -> None:
        for made in (self.pen, self.key, self.seal, self.paper_way):
            if made.isEnabled():
                made.click()
                return
        seat = self.seat
        if seat is not None and seat.state == "waits":
            self.office.tell(tr("还轮不到这一个签。"), tr("次序：当事人，审判员，书记员，最后用印。"), kind="warn")

    def _open(self, dialog: QDialog, accepted: Any) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(accepted)
        dialog.open()

    def _by_pen(self) -> None:
        seat = self.seat
        if seat is None:
            return
        dialog = PadDialog(seat.words, seat.title, self)
        self._open(dialog, lambda: self._sign("pen", seat, as_data(dialog.strokes)))

    def _by_thumb(self) -> None:
        seat = self.seat
        if seat is None:
            return
        if self.office.connections.practice:
            self._sign("practice_thumb", seat)
            return
        path, _kind = QFileDialog.getOpenFileName(self, tr("捺印图像"), "", tr("图片") + " (*.png *.jpg *.jpeg)")
        if path:
            self._sign("thumb", seat, Path(path))

    def _by_key(self) -> None:
        seat, officer = self.seat, self.office.officer
        if seat is None:
            return
        words = tr("{name} 签《{title}》").format(name=officer.name, title=printed(seat.title))
        dialog = PinDialog(words, [(officer.id, officer.name)], self)
        self._open(dialog, lambda: self._sign("key", seat, dialog.pins))

    def _seal(self) -> None:
        seat = self.seat
        holders = self.office.connections.keys.get("seal_holders")
        if seat is None or holders is None:
            return

        def ask(people: list[tuple[str, str]]) -> None:
            if not people:
                self.office.tell(
                    tr("这台电脑上没有院印。"), tr("打印后盖携带的实体印章，再扫描存入；或回院后用印。"), kind="warn"
                )
                return
            words = tr("用印：《{title}》，两位保管人各输短码").format(title=printed(seat.title))
            if self.findChildren(PinDialog):
                return  # pressed twice before the first answer
            dialog = PinDialog(words, people, self)
            self._open(dialog, lambda: self._sign("seal", seat, dialog.pins))

        self.office.read(holders, done=ask)

    def _sign(self, way: str, seat: Seat, *more: Any) -> None:
        sign = self.office.connections.keys.get(way)
        if sign is None:
            self.office.tell(tr("这台电脑还没有装签名所用的证书。"), tr("请在法院由管理员办理。"), kind="warn")
            return
        self.office.act(sign, seat.paper, seat.signer, *more, done=lambda _: self._signed(seat))

    def _signed(self, seat: Seat) -> None:
        self._to_next = True
        self.office.tell(tr("签好了：{who}").format(who=seat.words), kind="good")
        self._show_pdf(seat.paper)

    def _scan(self) -> None:
        seat = self.seat
        if seat is None or self.seen is None:
            return
        paths, _kind = QFileDialog.getOpenFileNames(
            self, tr("签好的扫描件或照片"), "", tr("图片和 PDF") + " (*.jpg *.jpeg *.png *.pdf)"
        )
        if paths:
            signers = [s.signer for s in self.seen.seats if s.paper == seat.paper and s.state == "ready"]
            self.office.act(take_scan, seat.paper, signers, paths, done=lambda _: self._signed(seat))

    def _refuse(self) -> None:
        seat = self.seat
        if seat is None:
            return
        dialog = RefusalDialog(seat.words, self)

        def noted() -> None:
            self.office.act(
                refuse_to_sign,
                seat.paper,
                seat.signer,
                dialog.reason,
                dialog.witnesses,
                done=lambda _: self.office.tell(tr("拒签已记明。"), kind="good"),
            )

        self._open(dialog, noted)
