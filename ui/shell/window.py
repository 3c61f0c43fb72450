"""The main window: sign-in, then work, and the lock over it; each screen is imported and made when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.shell.office import Office, Person
from ui.shell.sign_in import SignIn

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from ui.shell.enrolment import EnrolmentScreen
    from ui.shell.lock import LockScreen
    from ui.shell.page import PageEntry
    from ui.shell.work import Work

PROGRAM = "巡回 Xunhui"


class Window(QMainWindow):
    """One screen at a time is in sight: ``sign_in``, ``work`` or ``lock_screen``."""

    language_wanted = Signal(str)
    look_wanted = Signal()
    at_work = Signal()
    """Somebody has signed in, and the first page is being filled."""
    LOW = 480

    def __init__(self, office: Office, entries: Callable[[], Sequence[PageEntry]]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(PROGRAM)
        self.resize(1280, 720)
        self.setMinimumSize(480, 320)
        self.office = office
        self._entries = entries
        self.sign_in = SignIn(office)
        self.screens = QStackedWidget()
        self.screens.addWidget(self.sign_in)
        self.practice = QLabel(practice_words())
        self.practice.setObjectName("practice")
        self.practice.setWordWrap(True)
        self.practice.setProperty("alignment", "AlignCenter")
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.practice)
        column.addWidget(self.screens, 1)
        self.setCentralWidget(central)
        self.practice.setVisible(office.connections.practice)
        office.keys_gone.connect(self._keys_gone)
        office.jobs.refused_by_default.connect(office.refuse)
        office.jobs.failed_by_default.connect(self.crash)
        office.language_wanted.connect(self.language_wanted)
        office.look_wanted.connect(self.look_wanted)
        self.sign_in.entered.connect(self._entered)
        self.sign_in.language_wanted.connect(self.language_wanted)
        self.sign_in.enrolment_wanted.connect(self._enrol)
        # Where the cursor was set before it stood in the window would be forgotten.
        self.sign_in.look()

    @cached_property
    def work(self) -> Work:
        """The pages, for whoever has signed in."""
        from ui.shell.work import Work

        work = Work(self.office, self._entries())
        work.lock_wanted.connect(self.lock)
        work.court_known.connect(lambda name: self.setWindowTitle(f"{PROGRAM} — {name}" if name else PROGRAM))
        self.screens.addWidget(work)
        return work

    @cached_property
    def lock_screen(self) -> LockScreen:
        """Asks for the PIN, over the work."""
        from ui.shell.lock import LockScreen

        lock = LockScreen(self.office)
        lock.opened.connect(self._unlocked)
        lock.left.connect(self.sign_out)
        self.screens.addWidget(lock)
        return lock

    @cached_property
    def enrolment(self) -> EnrolmentScreen:
        """By which a laptop without a profile comes to belong to a court."""
        from ui.shell.enrolment import EnrolmentScreen

        enrolment = EnrolmentScreen(self.office)
        enrolment.left.connect(self._enrolled)
        enrolment.settled.connect(self._enrolled)
        self.screens.addWidget(enrolment)
        return enrolment

    @property
    def signed_in(self) -> bool:
        """Whether somebody has signed in, even if the screen is locked now."""
        return self.screens.currentWidget() not in (self.sign_in, vars(self).get("enrolment"))

    def lock(self) -> None:
        """Nothing of a case can be seen until the PIN is typed."""
        if self.signed_in and self.screens.currentWidget() is self.work:
            self.work.cover()
            self.screens.setCurrentWidget(self.lock_screen)
            self.lock_screen.begin()

    def sign_out(self) -> None:
        """What was typed is on its way to the disk, the key leaves the memory; the sign-in is shown."""
        if self.signed_in:
            self.work.leave()
        self._let_go()

    def crash(self, reason: BaseException) -> None:
        """Shows the dialog for a bug."""
        from ui.shell.crash_dialog import CrashDialog

        dialog = CrashDialog(reason, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def get_ahead(self) -> None:
        """What is wanted after sign-in is made; each page in a turn of its own, so that no key waits for two."""
        QTimer.singleShot(0, self.work.make_next_page)

    def _entered(self, desk: Any) -> None:
        officer = desk.officer
        self.office.officer = Person(officer.id, officer.name, officer.role)
        preferences = self.office.connections.preferences
        preferences["last_officer"] = officer.id
        if self.office.connections.keep_preferences is not None:
            self.office.connections.keep_preferences(preferences)
        self.screens.setCurrentWidget(self.work)
        self.work.begin()
        self.at_work.emit()

    def _enrol(self) -> None:
        self.screens.setCurrentWidget(self.enrolment)
        self.enrolment.begin()

    def _enrolled(self) -> None:
        self.practice.setVisible(self.office.connections.practice)
        self.screens.setCurrentWidget(self.sign_in)
        self.sign_in.look()

    def _unlocked(self) -> None:
        self.screens.setCurrentWidget(self.work)
        self.work.go_on()

    def _keys_gone(self, what: str, next_step: str) -> None:
        if self.signed_in:
            self._let_go()
        self.sign_in.notice.tell(what, next_step, kind="problem")

    def _let_go(self) -> None:
        if self.signed_in:
            self.work.clear()
        self.office.close()
        self.screens.setCurrentWidget(self.sign_in)
        self.sign_in.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen the banner keeps its colour and its first word.
        low = event.size().height() < self.LOW
        self.practice.setText(tr("演练") if low else practice_words())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.signed_in:
            self.work.leave()
        super().closeEvent(event)


def practice_words() -> str:
    """What the banner says where everything is practice."""
    return tr("演练　这里没有真案件，做出的文书都印有“演练”字样，不得交给当事人使用")
