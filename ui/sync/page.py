"""数据回传: a round with the court with progress and a stop, the stick, and what is still only here."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import Refusal
from ui.cases.words import act_words
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.shell.page import Page
from ui.sync.calls import HeldBack, held_back
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, panel
from ui.widgets.progress import ProgressPanel

MOST_SHOWN = 50


class SyncPage(Page):
    """The round runs beside the officer's work, on a thread and a connection of its own."""

    name = "sync"

    progressed = Signal(str, int, int, int)
    started = Signal(object)

    def build(self) -> None:
        self._cancel: Any = None
        self.title(tr("数据回传"), tr("连上法院网络就能回传；断了不要紧，下次从断的地方接着传。先传文书，后传录像。"))
        frame, box = panel()
        self.waits = label("", "section")
        self.contact = label("", "faint")
        box.addWidget(self.waits)
        box.addWidget(self.contact)
        self.state = label("", "section")
        self.detail = label("", "faint")
        box.addWidget(self.state)
        box.addWidget(self.detail)
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self._stop)
        box.addWidget(self.progress)
        self.go_button = button(tr("现在回传"), self._go, kind="main", key="Alt+H")
        self.papers_button = button(tr("只传文书和记录"), lambda: self._go(attachments=False))
        box.addWidget(flow(self.go_button, self.papers_button))
        self.column.addWidget(frame)
        self.apart, box = panel()
        self.apart_title = label("", "section")
        self.apart_lines = label("")
        box.addWidget(self.apart_title)
        box.addWidget(
            label(
                tr(
                    "它们签着同一台电脑的名字，却和已收的记录接不上：多半是硬盘被复制或恢复过，有两台在用。"
                    "记录已核验、原样保存，没有丢，也没有并入案件。"
                )
            )
        )
        box.addWidget(
            label(
                tr("怎么办：停用其中一台，告诉法院管理员；由当时经手的人对照原件，把下面各条在留用的电脑上重新录入。")
            )
        )
        box.addWidget(self.apart_lines)
        self.apart.hide()
        self.column.addWidget(self.apart)
        frame, box = panel()
        box.addWidget(label(tr("法院网络不通时，用存储盘带回"), "section"))
        box.addWidget(label(tr("盘上的内容加密给法院，丢了别人也看不到。法院导入后，把回执带回来读入。"), "faint"))
        self.export_button = button(tr("写到存储盘"), self._export)
        self.import_button = button(tr("读入法院给的盘"), self._import)
        box.addWidget(flow(self.export_button, self.import_button))
        self.column.addWidget(frame)
        self.column.addStretch(1)
        self.progressed.connect(self._progress)
        self.started.connect(self._started)
        self._allow(True)
        if self.office.connections.run_sync is None:
            self.detail.setText(tr("这台电脑还没有在法院登记入网，请由管理员办理。"))

    def read(self) -> None:
        ask = self.office.connections.held_back
        if ask is not None:
            self.office.jobs.call(held_back, ask, done=self._show_apart)

        if self.office.connections.still_here is not None:
            self.office.jobs.call(
                self.office.connections.still_here, done=self._show_waiting, refused=self._not_enrolled
            )

    def _not_enrolled(self, refusal: Refusal) -> None:
        self.waits.setText(sentence_of(refusal).what)
        self.contact.setText(sentence_of(refusal).next_step)

    def _show_waiting(self, here: Any) -> None:
        waiting = []
        if here.entries:
            waiting.append(tr("记录 {count} 条").format(count=here.entries))
        if here.attachments:
            size = f"{here.attachment_bytes / 1_000_000:.1f}"
            waiting.append(tr("附件 {count} 个（{size} MB）").format(count=here.attachments, size=size))
        if waiting:
            self.waits.setText(tr("只在这台电脑上、等着送出：{what}").format(what="　".join(waiting)))
        elif here.unproven:
            self.waits.setText(tr("都送出了，还有 {count} 张回执没取回").format(count=here.unproven))
        else:
            self.waits.setText(tr("都送出了，法院都给了回执"))
        if here.court_seen is None:
            self.contact.setText(tr("还没有回传过。"))
        else:
            seen = datetime.datetime.fromisoformat(here.court_seen).astimezone(self.office.now().tzinfo)
            self.contact.setText(
                tr("上次与法院联通 {at}，已有回执 {count} 张").format(
                    at=seen.strftime("%Y-%m-%d %H:%M"), count=here.receipts
                )
            )

    def _show_apart(self, lines: list[HeldBack]) -> None:
        self.apart.setVisible(bool(lines))
        self.apart_title.setText(tr("⚠ 有 {count} 条记录没有并入案件").format(count=len(lines)))
        shown = [
            "　".join(part for part in (_moment(line.at), line.number, act_words(line.act), line.officer) if part)
            for line in lines[:MOST_SHOWN]
        ]
        if len(lines) > MOST_SHOWN:
            shown.append(tr("……还有 {count} 条").format(count=len(lines) - MOST_SHOWN))
        self.apart_lines.setText("\n".join(shown))

    def keys(self) -> list[tuple[str, str]]:
        return [("Alt+H", tr("现在回传"))]

    def first_focus(self) -> QWidget:
        return self.go_button

    def _go(self, *, attachments: bool = True) -> None:
        run = self.office.connections.run_sync
        if run is None:
            return
        self._begin(tr("正在连接法院……"))
        self.office.jobs.aside(
            run, self._tell, self.started.emit, attachments, done=self._done, refused=self._refused, failed=self._failed
        )

    def _tell(self, told: Any) -> None:
        # Called on the round's thread: only the signal crosses over.
        self.progressed.emit(told.stage, told.items, told.all_items, told.bytes)

    def _started(self, cancel: Any) -> None:
        self._cancel = cancel

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()

    def _progress(self, stage: str, items: int, all_items: int, size: int) -> None:
        words = {
            "hello": tr("正在与法院核对"),
            "push": tr("正在送出记录"),
            "pull": tr("正在取下记录"),
            "receipts": tr("正在取回执"),
            "attachments": tr("正在传附件"),
            "done": tr("传完了"),
        }.get(stage, stage)
        self.progress.step(
            tr("{what}　{items}/{all}　{size} KB").format(
                what=words, items=items, all=all_items or "…", size=size // 1024
            ),
            items,
            all_items,
        )

    def _done(self, report: Any) -> None:
        self._over()
        at = self.office.now().strftime("%H:%M")
        if report.finished:
            self.state.setText(tr("● {at} 回传完成，法院已给回执").format(at=at))
        else:
            self.state.setText(tr("◐ {at} 停下了，没传完的下次接着传").format(at=at))
        lines = [
            tr("送出 {pushed} 条，取下 {pulled} 条，回执 {receipts} 张").format(
                pushed=report.pushed, pulled=report.pulled, receipts=report.receipts
            ),
            tr("附件送出 {sent} 个，还等着 {waiting} 个").format(
                sent=report.attachments_sent, waiting=report.attachments_waiting
            ),
        ]
        if report.court_set_back:
            lines.append(
                tr(
                    "法院的服务器恢复成了以前的备份：它缺的记录已经重新送去，新回执已经收到。"
                    "以前的回执和法院当时的签名留在本机作凭据，请告诉管理员。"
                )
            )
        if report.forked:
            lines.append(tr("法院发现另一台电脑用了同样的身份。请立刻告诉管理员。"))
        if abs(report.clock_skew_seconds) > 120:
            lines.append(tr("电脑时钟和法院差 {seconds} 秒，请校准。").format(seconds=report.clock_skew_seconds))
        if report.left_scope:
            lines.append(tr("{count} 个案件已移出本机").format(count=len(report.left_scope)))
        self.detail.setText("\n".join(lines))
        self.office.recorded()

    def _refused(self, refusal: Refusal) -> None:
        self._over()
        sentence = sentence_of(refusal)
        self.state.setText(f"✕ {sentence.what}")
        self.detail.setText(sentence.next_step)

    def _failed(self, reason: BaseException) -> None:
        self._over()
        self.office.jobs.failed_by_default.emit(reason)

    def _begin(self, words: str) -> None:
        self.progress.begin(words)
        # The keyboard waits on the stop: what is disabled while it has it hands it to any other page's name.
        self.progress.cancel_button.setFocus()
        self._allow(False)

    def _over(self) -> None:
        self._allow(True)
        if self.progress.cancel_button.hasFocus():
            self.go_button.setFocus()
        self.progress.end()
        self._cancel = None

    def _allow(self, free: bool) -> None:
        """One thing at a time, and only what this laptop has been given."""
        connected, bundles = self.office.connections.run_sync is not None, self.office.connections.bundles
        self.go_button.setEnabled(free and connected)
        self.papers_button.setEnabled(free and connected)
        self.export_button.setEnabled(free and "export" in bundles)
        self.import_button.setEnabled(free and "import" in bundles)

    def _export(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("写到存储盘"), "", tr("回传包") + " (*.xunhui)")
        if path:
            self._carry("export", path, tr("已写到存储盘。带到法院导入，再把回执带回来。"))

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("读入法院给的盘"), "", tr("回传包") + " (*.xunhui*)")
        if path:
            self._carry("import", path, tr("已读入。"))

    def _carry(self, way: str, path: str, words: str) -> None:
        self._begin(tr("正在读写存储盘……"))

        def done(_: object) -> None:
            self._over()
            self.state.setText(f"● {words}")
            self.office.recorded()

        self.office.jobs.call(
            self.office.connections.bundles[way], path, done=done, refused=self._refused, failed=self._failed
        )


def _moment(text: str) -> str:
    return text[:16].replace("T", " ")
