"""The main window: pages at the left, the chosen case above, the saved-state below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.shell.crash import CrashDialog
from ui.shell.lock import LockScreen
from ui.shell.navigation import Side
from ui.shell.office import CaseRow, Office, row_of
from ui.shell.page import Page
from ui.shell.people import PeopleDialog
from ui.shell.picker import CasePicker, state_of
from ui.shell.sign_in import SignIn, person_of
from ui.widgets.labels import button, label
from ui.widgets.notice import NoticeBar
from ui.widgets.scroll import FocusScroll
from ui.words import role_name

PROGRAM = "巡回 Xunhui"

if TYPE_CHECKING:
    from app.desk import Desk


@dataclass(frozen=True)
class PageEntry:
    """A page of the navigation: made when first opened."""

    name: str
    words: str
    key: str
    make: Callable[[Office], Page]


class Window(QMainWindow):
    """Sign-in, then the pages, and the lock over them."""

    language_wanted = Signal(str)
    look_wanted = Signal()
    NARROW = 900
    LOW = 480
    LOCK_AFTER_MS = 15 * 60 * 1000

    def __init__(self, office: Office, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(PROGRAM)
        self.resize(1280, 720)
        self.setMinimumSize(480, 320)
        self.office = office
        self._entries = {entry.name: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._at = ""
        self._dialog: QDialog | None = None
        self.sign_in = SignIn(office)
        self.lock_screen = LockScreen(office)
        self.work = QWidget()
        self.screens = QStackedWidget()
        for screen in (self.sign_in, self.work, self.lock_screen):
            self.screens.addWidget(screen)
        self._lay_out()
        self._status()
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
        """Shows a page, or the case picker for ``pick-case``."""
        if self.screens.currentWidget() is not self.work:
            return
        if name == "pick-case":
            self.pick_case()
            return
        if name not in self._entries:
            return
        self.notice.clear()
        self._at = name
        self.side.mark(name)
        page = self.page(name)
        self.pages.setCurrentWidget(page)
        page.enter()

    def pick_case(self) -> None:
        """Shows the picker; the page that is open goes on with the case chosen."""
        if self.screens.currentWidget() is self.work:
            self._show(CasePicker(self.office, self))

    def lock(self) -> None:
        """Nothing of a case can be seen until the PIN is typed."""
        if self.screens.currentWidget() is self.work:
            if self._dialog is not None:
                self._dialog.reject()
            self.screens.setCurrentWidget(self.lock_screen)
            self.lock_screen.begin()

    def sign_out(self) -> None:
        """What was typed is on its way to the disk, the key leaves the memory; the sign-in is shown."""
        self._leave_pages()
        self._let_go()

    def _leave_pages(self) -> None:
        for page in self._pages.values():
            leave = getattr(page, "leave", None)
            if leave is not None:
                leave()

    def _let_go(self) -> None:
        for page in self._pages.values():
            self.pages.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self.office.case = None
        self.office.case_changed.emit()
        self.office.jobs.close_desk(self.office.connections.sign_out)
        self.screens.setCurrentWidget(self.sign_in)
        self.sign_in.look()

    def change_officer(self) -> None:
        """Judge and clerk change places."""
        if self.screens.currentWidget() is self.work and "signed_in" in self.office.connections.keys:
            self._show(PeopleDialog(self.office, self))

    def _say_officer(self) -> None:
        officer = self.office.officer
        self.officer_button.setText(f"{officer.name}  {role_name(officer.role)}")

    def _keys_gone(self, what: str, next_step: str) -> None:
        if self.screens.currentWidget() is not self.sign_in:
            self._let_go()
        self.sign_in.notice.tell(what, next_step, kind="problem")

    def crash(self, reason: BaseException) -> None:
        """Shows the dialog for a bug."""
        self._show(CrashDialog(reason, self))

    def show_keys(self) -> None:
        """Shows which keys work here."""
        self._show(KeysCard(self._keys_here(), self))

    def _lay_out(self) -> None:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.practice = QLabel(practice_words())
        self.practice.setObjectName("practice")
        self.practice.setWordWrap(True)
        self.practice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.practice.setVisible(self.office.connections.practice)
        column.addWidget(self.practice)
        column.addWidget(self.screens, 1)
        self.setCentralWidget(central)

        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side = Side([(e.name, e.words, e.key) for e in self._entries.values()], self)
        row.addWidget(self.side)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.case_line = label("", wrap=True)
        self.case_button = button(tr("换案件"), self.pick_case, kind="quiet", key="Ctrl+K")
        top = QHBoxLayout()
        top.setContentsMargins(18, 6, 12, 2)
        top.addWidget(self.case_line, 1)
        top.addWidget(self.case_button, 0, Qt.AlignmentFlag.AlignTop)
        right.addLayout(top)
        self.notice = NoticeBar()
        holder = QVBoxLayout()
        holder.setContentsMargins(18, 2, 18, 2)
        holder.addWidget(self.notice)
        right.addLayout(holder)
        self.pages = QStackedWidget()
        right.addWidget(self.pages, 1)
        row.addLayout(right, 1)

    def _status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.officer_button = button("", self.change_officer, kind="quiet", tip=tr("换人操作  Ctrl+U"))
        self.battery_label = label("", wrap=False)
        self.busy_label = label("", "faint", wrap=False)
        self.practice_mark = QLabel(tr("演练"))
        self.practice_mark.setObjectName("practice")
        self.practice_mark.setVisible(self.office.connections.practice)
        bar.addWidget(self.office.saved)
        bar.addWidget(self.busy_label)
        for widget in (self.practice_mark, self.battery_label, self.officer_button):
            bar.addPermanentWidget(widget)
        self._battery_timer = QTimer(self)
        self._battery_timer.setInterval(60_000)
        self._battery_timer.timeout.connect(self._battery)
        self._battery_timer.start()
        self._battery()
        self._busy_after = QTimer(self)
        self._busy_after.setSingleShot(True)
        self._busy_after.setInterval(400)
        self._busy_after.timeout.connect(lambda: self.busy_label.setText(tr("正在办理……")))

    def _connect(self) -> None:
        office = self.office
        office.told.connect(lambda what, step, kind: self.notice.tell(what, step, kind=kind))
        office.notice_cleared.connect(self.notice.clear)
        office.asked_to_go.connect(self.open_page)
        office.case_changed.connect(self._say_case)
        office.officer_changed.connect(self._say_officer)
        office.keys_gone.connect(self._keys_gone)
        office.jobs.refused_by_default.connect(office.refuse)
        office.jobs.failed_by_default.connect(self.crash)
        office.jobs.busy.connect(self._busy)
        self.side.wanted.connect(self.open_page)
        self.sign_in.entered.connect(self._entered)
        self.sign_in.language_wanted.connect(self.language_wanted)
        office.language_wanted.connect(self.language_wanted)
        office.look_wanted.connect(self.look_wanted)
        self.lock_screen.opened.connect(self._unlocked)
        self.lock_screen.left.connect(self.sign_out)
        for key, act in (
            ("Ctrl+L", self.lock),
            ("Ctrl+U", self.change_officer),
            ("F11", self.show_keys),
            ("Ctrl+E", self._to_side),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(self.LOCK_AFTER_MS)
        self._idle.timeout.connect(self.lock)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._say_case()

    def _entered(self, desk: Any) -> None:
        self.office.officer = person_of(desk.officer)
        preferences = self.office.connections.preferences
        preferences["last_officer"] = self.office.officer.id
        if self.office.connections.keep_preferences is not None:
            self.office.connections.keep_preferences(preferences)
        self._say_officer()
        self.office.read(_court_of, done=self._court_known)
        self.screens.setCurrentWidget(self.work)
        self._idle.start()
        self.open_page(next(iter(self._entries)))
        self.office.read(_case_in_session, done=self._go_on)

    def _go_on(self, row: CaseRow | None) -> None:
        # Whoever has already chosen something else is not torn away from it.
        if row is not None and self.office.case is None and self._at == next(iter(self._entries)):
            self.office.choose_case(row)
            self.open_page("hearings")

    def _court_known(self, court: dict[str, Any]) -> None:
        self.office.court = court
        name = " ".join(str(court.get(part, "")) for part in ("name", "tribunal")).strip()
        self.setWindowTitle(f"{PROGRAM} — {name}" if name else PROGRAM)

    def _unlocked(self) -> None:
        self.screens.setCurrentWidget(self.work)
        self._idle.start()
        if self._at:
            self.page(self._at).setFocus()

    def _say_case(self) -> None:
        row = self.office.case
        if row is None:
            self.case_line.setText(tr("没有选案件"))
            return
        parts = [row.get("number") or tr("未编号"), row.get("parties"), row.get("cause"), state_of(row)]
        self.case_line.setText("　".join(str(part) for part in parts if part))

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
        # On a low screen the banner keeps its colour and its first word.
        low = event.size().height() < self.LOW
        self.practice.setText(tr("演练") if low else practice_words())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress) and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_pages()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        super().closeEvent(event)


class KeysCard(QDialog):
    """All keys that work on the open page."""

    def __init__(self, rows: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("按键一览"))
        inside = QWidget()
        grid = QGridLayout(inside)
        for number, (key, words) in enumerate(rows):
            grid.addWidget(label(key, "section", wrap=False), number, 0)
            grid.addWidget(label(words), number, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(FocusScroll(inside), 1)
        column.addWidget(button(tr("关闭"), self.accept, kind="main"))
        self.resize(480, 520)


def practice_words() -> str:
    """What the banner says where everything is practice."""
    return tr("演练　这里没有真案件，做出的文书都印有“演练”字样，不得交给当事人使用")


def _court_of(desk: Desk) -> dict[str, Any]:
    from app.storage.settings import read_setting

    found = read_setting(desk.database, "court", {})
    return dict(found) if isinstance(found, dict) else {}


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
