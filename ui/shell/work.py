"""The work screen: the pages with their names at the left, the chosen case above, the saved-state below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.errors import NotPossibleNow
from ui.i18n import tr
from ui.shell.idle import Idle
from ui.shell.navigation import Side
from ui.shell.office import CaseRow, Office, row_of
from ui.shell.page import Page, PageEntry
from ui.shell.picker import CasePicker, state_of
from ui.widgets.labels import button, label
from ui.widgets.notice import NoticeBar
from ui.widgets.one_line import OneLine
from ui.words import role_name

if TYPE_CHECKING:
    from app.desk import Desk


HEARINGS = "hearings"
"""The page to which an officer is taken back whose hearing was cut off."""


class Work(QWidget):
    """Whoever is signed in works here; a page is imported and made when it is first opened."""

    lock_wanted = Signal()
    court_known = Signal(str)
    """The court's name, once it has been read."""
    NARROW = 900
    LOCK_AFTER_MS = 15 * 60 * 1000

    def __init__(self, office: Office, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.office = office
        self._entries = {entry.name: entry for entry in entries}
        self._first = next(iter(self._entries))
        self._pages: dict[str, Page] = {}
        self._at = ""
        self._dialog: QDialog | None = None
        self._covered: list[QDialog] = []
        self._idle = Idle(self.LOCK_AFTER_MS, self)
        self._lay_out()
        self._connect()
        # Buttons were styled before they stood in the side list, whose colours go by its name.
        for part in (self.side, *self.side.findChildren(QWidget)):
            part.style().unpolish(part)
            part.style().polish(part)

    @property
    def at(self) -> str:
        """The name of the open page."""
        return self._at

    def page(self, name: str) -> Page:
        """The page of that name, made now if it never was."""
        if name not in self._pages:
            made = self._entries[name].make(self.office)
            self._pages[name] = made
            self.pages.addWidget(made)
        return self._pages[name]

    def open_page(self, name: str) -> None:
        """Shows a page, one part of it, or the case picker for ``pick-case``; nothing while the screen is locked."""
        if self.isHidden():
            return
        if name == "pick-case":
            self.pick_case()
            return
        name, _, part = name.partition("/")
        if name not in self._entries:
            return
        self.notice.clear()
        self._at = name
        self.side.mark(name)
        page = self.page(name)
        self.pages.setCurrentWidget(page)
        page.enter()
        if part:
            page.open_part(part)

    def make_next_page(self) -> None:
        """Whether or not anybody has signed in yet, the pages that may be seen first are made, one in each turn."""
        for name in (self._first, HEARINGS):
            if name in self._entries and name not in self._pages:
                self.page(name)
                QTimer.singleShot(0, self.make_next_page)
                return

    def begin(self) -> None:
        """An officer has signed in: the first page is open, or the hearing that was cut off."""
        self._at = ""
        self.say_officer()
        # Asked before all else: whoever was cut off in a hearing waits for no other page.
        self.office.read(_case_in_session, done=self._take_back)
        self.office.read(_court_of, done=self._court_read)
        self.office.read(_lease_over, done=self._lease_known)

    def _lease_known(self, over: bool) -> None:
        if over:
            self.office.tell(
                tr("在外使用期限到了，不能立新案、开新庭。"),
                tr("连上法院网络回传一次，或到“设置”的“期限和号段”输入法院报的续期码。"),
                kind="warn",
                go="settings/away",
            )

    def go_on(self) -> None:
        """The screen is unlocked: the cursor is where it was, on the page or in the dialog that stood over it."""
        for dialog in self._covered:
            if isValid(dialog):
                dialog.open()

    def cover(self) -> None:
        """No dialog is in sight any more; what was typed in a page's own stays there, but for what is secret."""
        if self._dialog is not None:
            self._dialog.reject()
        visible = [dialog for dialog in self.pages.findChildren(QDialog) if dialog.isVisible()]
        # One that a page waits for, such as the choice of a file, can't be brought back.
        self._covered = [d for d in visible if d.windowModality() == Qt.WindowModality.WindowModal]
        for dialog in visible:
            for line in dialog.findChildren(QLineEdit):
                if line.echoMode() == QLineEdit.EchoMode.Password:
                    line.clear()
            if dialog in self._covered:
                dialog.hide()
            else:
                dialog.reject()

    def leave(self) -> None:
        """What was typed on any page is on its way to the disk."""
        self.office.leaving.emit()
        for page in self._pages.values():
            leave = getattr(page, "leave", None)
            if leave is not None:
                leave()

    def clear(self) -> None:
        """No page is left, and so no word of a case."""
        for page in self._pages.values():
            self.pages.removeWidget(page)
            page.deleteLater()
        self._pages = {}

    def pick_case(self) -> None:
        """Shows the picker; the page that is open goes on with the case chosen."""
        self._show(CasePicker(self.office, self))

    def change_officer(self) -> None:
        """Judge and clerk change places."""
        from ui.shell.people import PeopleDialog

        if "signed_in" in self.office.connections.keys:
            self._show(PeopleDialog(self.office, self))

    def show_keys(self) -> None:
        """Shows which keys work here."""
        from ui.shell.keys_card import KeysCard

        self._show(KeysCard(self._keys_here(), self))

    def say_officer(self) -> None:
        """The name of whoever is at the desk stands below."""
        officer = self.office.officer
        self.officer_button.setText(f"{officer.name}  {role_name(officer.role)}")

    def _lay_out(self) -> None:
        self.side = Side([(e.name, e.words, e.key) for e in self._entries.values()], self)
        self.case_line = OneLine()
        self.case_button = button(tr("换案件"), self.pick_case, kind="quiet", key="Ctrl+K")
        top = QHBoxLayout()
        top.setContentsMargins(18, 6, 12, 2)
        top.addWidget(self.case_line, 1)
        top.addWidget(self.case_button, 0, Qt.AlignmentFlag.AlignTop)
        self.notice = NoticeBar()
        holder = QVBoxLayout()
        holder.setContentsMargins(18, 2, 18, 2)
        holder.addWidget(self.notice)
        self.pages = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(top)
        right.addLayout(holder)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._status())

    def _status(self) -> QStatusBar:
        bar = QStatusBar()
        bar.setSizeGripEnabled(False)
        self.officer_button = button("", self.change_officer, kind="quiet", tip=tr("换人操作  Ctrl+U"))
        self.keys_button = button(tr("按键一览"), self.show_keys, kind="quiet", key="F11")
        self.battery_label = label("", wrap=False)
        self.busy_label = label("", "faint", wrap=False)
        self.practice_mark = QLabel(tr("演练"))
        self.practice_mark.setObjectName("practice")
        bar.addWidget(self.office.saved)
        bar.addWidget(self.busy_label)
        for widget in (self.practice_mark, self.battery_label, self.keys_button, self.officer_button):
            bar.addPermanentWidget(widget)
        # Shown before it stood in the bar it would be a window of its own, and take the cursor.
        self.practice_mark.setVisible(self.office.connections.practice)
        self._battery_timer = QTimer(self)
        self._battery_timer.setInterval(60_000)
        self._battery_timer.timeout.connect(self._battery)
        self._battery_timer.start()
        self._battery()
        self._busy_after = QTimer(self)
        self._busy_after.setSingleShot(True)
        self._busy_after.setInterval(400)
        self._busy_after.timeout.connect(lambda: self.busy_label.setText(tr("正在办理……")))
        return bar

    def _connect(self) -> None:
        office = self.office
        office.told.connect(lambda what, step, kind, go: self.notice.tell(what, step, kind=kind, go=go))
        self.notice.wanted.connect(self.open_page)
        office.notice_cleared.connect(self.notice.clear)
        office.asked_to_go.connect(self.open_page)
        office.case_changed.connect(self._say_case)
        office.officer_changed.connect(self.say_officer)
        office.jobs.busy.connect(self._busy)
        self.side.wanted.connect(self.open_page)
        self._idle.over.connect(self.lock_wanted)
        for key, act in (
            ("Ctrl+L", self.lock_wanted.emit),
            ("Ctrl+U", self.change_officer),
            ("Ctrl+E", self._to_side),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._say_case()

    def _take_back(self, row: CaseRow | None) -> None:
        if self._at:
            return  # Whoever has already chosen a page is not torn away from it.
        if row is None:
            self.open_page(self._first)
        else:
            self.office.choose_case(row)
            self.open_page(HEARINGS)

    def _court_read(self, court: dict[str, Any]) -> None:
        self.office.court = court
        self.court_known.emit(" ".join(str(court.get(part, "")) for part in ("name", "tribunal")).strip())

    def _say_case(self) -> None:
        row = self.office.case
        if self.office.on_shelf:
            self.case_line.say(tr("不属于案件的文书：巡回、司法建议、报告和登记"))
            return
        if row is None:
            self.case_line.say(tr("没有选案件"))
            return
        parts = [row.get("number") or tr("未编号"), row.get("parties"), row.get("cause"), state_of(row)]
        self.case_line.say("　".join(str(part) for part in parts if part))

    def _busy(self, waiting: int) -> None:
        if waiting and not self._busy_after.isActive() and not self.busy_label.text():
            self._busy_after.start()
        elif not waiting:
            self._busy_after.stop()
            self.busy_label.setText("")

    def _battery(self) -> None:
        charge = battery_percent()
        self.battery_label.setText("" if charge is None else tr("电量 {percent}%").format(percent=charge))

    def _keys_here(self) -> list[tuple[str, str]]:
        rows = [(entry.key, entry.words) for entry in self._entries.values()]
        general = [
            ("Ctrl+K", tr("换案件")),
            ("Ctrl+E", tr("到左边的页名")),
            ("Ctrl+L", tr("锁屏")),
            ("Ctrl+U", tr("换人操作")),
            ("F11", tr("按键一览")),
        ]
        here = self._pages[self._at].keys() if self._at in self._pages else []
        return [*here, *general, *rows]

    def _to_side(self) -> None:
        for made in self.side.findChildren(QWidget):
            if made.property("checked"):
                made.setFocus()

    def _show(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._dialog_gone)
        dialog.open()

    def _dialog_gone(self) -> None:
        self._dialog = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.narrow(event.size().width() < self.NARROW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A window that is only minimised is locked all the same.
        if not event.spontaneous():
            self._idle.stop()


def _court_of(desk: Desk) -> dict[str, Any]:
    from app.storage.settings import read_setting

    found = read_setting(desk.database, "court", {})
    return dict(found) if isinstance(found, dict) else {}


def _lease_over(desk: Desk) -> bool:
    from app.keys.lease import require_lease

    try:
        require_lease(desk.database, desk.clock)
    except NotPossibleNow:
        return True
    return False


def _case_in_session(desk: Desk) -> CaseRow | None:
    """The case whose sitting this laptop opened and has not closed: work goes on there after a power cut."""
    from app.hearings.store import open_sittings

    held = next((s for s in open_sittings(desk.database) if s.device == desk.device.device_id), None)
    return row_of(desk, held.case) if held is not None else None


def battery_percent() -> int | None:
    """The charge of the first battery that the kernel tells of; None where there is none."""
    for path in sorted(Path("/sys/class/power_supply").glob("BAT*/capacity")):
        try:
            return int(path.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            continue
    return None
