"""Opens the window: the one place where app, ui and sync are joined for it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.clock import Clock, SystemClock
from app.errors import NotPossibleNow, Refusal
from app.keys.slots_file import officers_of
from app.keys.slots_file import read as read_slots
from ui.i18n import Language
from ui.jobs import Jobs
from ui.preferences import Preferences, preferences_path
from ui.shell.crash import watch_uncaught
from ui.shell.fonts import load_fonts
from ui.shell.office import Connections, Office, Person
from ui.shell.theme import apply_theme
from ui.shell.window import Window

if TYPE_CHECKING:
    from app.desk import Desk
    from app.documents.preview import PageImage
    from app.journal.entry import Entry
    from app.keys.session import Session
    from app.secondcopy.copy import Health, SecondCopy
    from app.secondcopy.refill import Refilled
    from app.signing.session_keys import SessionKeys
    from sync.client import Progress, RoundReport
    from sync.enrolment import Ticket
    from sync.newcomer import Settled
    from ui.shell.page import PageEntry

# What only a signed-in officer needs is imported where it is used: the window is there to type in before it.
LATER = (
    "app.keys.session",
    "app.tell",
    "app.secondcopy.copy",
    "app.signing.session_keys",
    "ui.workbench.calls",
    "ui.hearings.calls",
)
"""Read in while the officer types the passphrase, in the order in which they will be wanted.

None of them defines a widget: PySide6 builds a class where it is first named, and that must be the window's thread.
"""
AHEAD_AFTER_MS = 60
"""The sign-in has been painted by then, and nobody has typed more than a letter."""
PAPERS_AFTER_MS = 2000
"""Nobody who has not touched a key nor asked the desk for so long is in a sentence that must get to the disk."""


class Workplace:
    """The profile folder of this laptop; all but ``people`` and ``practice`` runs on the desk's thread."""

    def __init__(self, profile: Path, clock: Clock) -> None:
        self.profile = profile
        self.clock = clock
        self.session: Session | None = None
        self.copy: SecondCopy | None = None

    @property
    def practice(self) -> bool:
        try:
            return read_slots(self.profile).practice
        except Refusal:
            return False

    def people(self) -> list[Person]:
        """Who may sign in here; nobody where the folder holds no profile."""
        try:
            return [Person(officer, name, "") for officer, name in officers_of(self.profile)]
        except Refusal:
            return []

    def sign_in(self, officer_id: str, passphrase: str) -> Desk:
        """The officer's desk is open."""
        from app.keys.session import unlock

        # A second of the processor goes into the passphrase, beside which the rest may be read in.
        self.session = unlock(self.profile, officer_id, passphrase, self.clock, os.urandom)
        from app.attachments.service import files_of
        from app.desk import Desk, Officer
        from app.journal.devices import add_devices
        from app.secondcopy.copy import SecondCopy
        from app.tell import JournalTeller

        record = self.session.officer
        add_devices(self.session.database, {self.session.device.device_id: self.session.device.public})
        officer = Officer(record.id, record.name, record.role)
        self._officer = officer
        desk = Desk(self.session.database, JournalTeller(), self.clock, os.urandom, officer, self.session.device)
        self.copy = SecondCopy(self.session.database, self.session.copy_key(), self.clock, os.urandom)
        desk.after_commit.append(self.copy.after_commit)
        files_of(desk).tidy()
        self._ask_for_certificates(desk)
        self._refuse_revoked(desk)
        return desk

    def refill(self, officer_id: str, passphrase: str) -> Refilled:
        """The damaged database is made anew from what can be read and the second copy; the old file stays beside it."""
        from app.keys.slots import WithPassphrase
        from app.secondcopy.refill import refill_signed_in

        return refill_signed_in(self.profile, WithPassphrase(officer_id, passphrase), self.clock, os.urandom)

    def join(self, desk: Desk, officer_id: str, passphrase: str) -> Desk:
        """Another officer of the same laptop sits down; the first stays signed in."""
        from app.desk import Officer

        record = self._open().join(officer_id, passphrase)
        self._ask_for_certificates(desk)
        return desk.acting_as(Officer(record.id, record.name, record.role))

    def _ask_for_certificates(self, desk: Desk) -> None:
        from app.signing.session_keys import ask_for_certificates

        # What can't be asked now, on a full disk say, is asked at the next sign-in: nobody is kept out for it.
        with contextlib.suppress(NotPossibleNow):
            ask_for_certificates(desk, self._open())

    def _refuse_revoked(self, desk: Desk) -> None:
        """Nobody sits here whom the court has revoked since; refuses with ``officer_revoked``."""
        from app.keys.officers import record_of
        from app.signing.certificates import honour_revocations

        honour_revocations(desk.database, self.clock)
        try:
            record_of(desk.database, desk.officer.id)
        except NotPossibleNow:
            self.sign_out(desk)
            raise

    def act_as(self, desk: Desk, officer_id: str) -> Desk:
        """One of those signed in is at the desk now."""
        from app.desk import Officer

        record = next(held for held in self._open().officers if held.id == officer_id)
        return desk.acting_as(Officer(record.id, record.name, record.role))

    def signed_in(self, _desk: Desk) -> list[Person]:
        return [Person(held.id, held.name, held.role) for held in self._open().officers]

    def sign_out(self, _desk: Desk) -> None:
        """No key is in memory."""
        if self.session is not None:
            self.session.lock()
            self.session = None

    def confirm_pin(self, desk: Desk, pin: str) -> None:
        self._open().confirm_pin(pin, desk.officer.id)

    def has_pin(self, desk: Desk) -> bool:
        return self._open().has_pin(desk.officer.id)

    def set_pin(self, desk: Desk, passphrase: str, pin: str) -> None:
        self._open().set_pin(passphrase, pin, desk.officer.id)

    def change_passphrase(self, desk: Desk, old: str, new: str) -> None:
        self._open().change_passphrase(old, new, desk.officer.id)

    def sign_by_key(self, desk: Desk, paper: str, signer: str, pins: dict[str, str]) -> None:
        from app.signing.service import sign_with_key

        sign_with_key(desk, paper, signer, self._signing(desk, pins))

    def sign_by_hand(self, desk: Desk, paper: str, signer: str, strokes: list[list[list[float]]]) -> None:
        from app.signing.ink import Ink
        from app.signing.service import sign_by_pen

        ink = Ink.drawn([[(x, y, t, pressure) for x, y, t, pressure in stroke] for stroke in strokes])
        sign_by_pen(desk, paper, signer, ink, self._signing(desk, {}))

    def press_thumb(self, desk: Desk, paper: str, signer: str, image: Path) -> None:
        from app.signing.service import sign_by_thumb

        sign_by_thumb(desk, paper, signer, image.read_bytes(), self._signing(desk, {}))

    def press_practice_thumb(self, desk: Desk, paper: str, signer: str) -> None:
        from app.signing.service import sign_by_thumb
        from app.signing.thumb import practice_thumb

        keys = self._signing(desk, {})
        sign_by_thumb(desk, paper, signer, practice_thumb(f"{paper}{signer}", keys.outlines()), keys)

    def put_seal(self, desk: Desk, paper: str, _signer: str, pins: dict[str, str]) -> None:
        from app.signing.service import seal_paper

        seal_paper(desk, paper, self._signing(desk, pins))

    def seal_holders(self, desk: Desk) -> list[tuple[str, str]]:
        """Who must confirm with a PIN before the seal is used; nobody where no seal is on this laptop."""
        from app.keys.seal_shares import holders_of
        from app.signing.certificates import key_record
        from app.signing.session_keys import seal_in_use

        try:
            seal = seal_in_use(desk.database, desk.device.device_id)
        except NotPossibleNow:
            return []
        names = dict(officers_of(self.profile))
        holders = holders_of(desk.database, key_record(seal.public))
        return [(officer, names.get(officer, officer)) for officer in holders]

    def run_sync(
        self,
        progress: Callable[[Progress], None],
        started: Callable[[Callable[[], None]], None],
        attachments: bool = True,
    ) -> RoundReport:
        """A whole round with the court, on the thread that calls it, with a database connection of its own."""
        from sync.client import Round

        with self._desk_beside() as desk:
            work = Round(desk, progress=progress, attachments=attachments)
            started(work.cancel)
            return work.run()

    @contextlib.contextmanager
    def _desk_beside(self) -> Iterator[Desk]:
        """A desk of the thread that asks, which lives as long as the block."""
        from app.desk import Desk
        from app.tell import JournalTeller

        session = self._open()
        database = session.another_connection()
        try:
            # The session's own connection belongs to the desk's thread and is not touched here.
            yield Desk(database, JournalTeller(), self.clock, os.urandom, self._officer, session.device)
        finally:
            database.close()

    def purge(self, desk: Desk, case: str) -> None:
        """No word of the case is left on this laptop, nor in the second copy."""
        from sync.purge import purge

        purge(desk, case)
        self.copy_anew(desk)

    def copy_anew(self, _desk: Desk) -> None:
        """The second copy holds what this laptop holds now, no more and no less."""
        if self.copy is not None:
            self.copy.begin_again()

    def bring_back(self, case: str) -> None:
        """The court has sent the purged case again; on the thread that calls it, with a connection of its own."""
        from sync.purge import bring_back

        with self._desk_beside() as desk:
            bring_back(desk, case)

    def copy_health(self, _desk: Desk) -> Health | None:
        """How far the second copy has come, after it has caught up; acts copy their entries, this the attachments."""
        if self.copy is None:
            return None
        self.copy.try_catch_up()
        return self.copy.health()

    def copy_to(self, _desk: Desk, folder: str) -> Health | None:
        """The second copy is kept in ``folder`` from now on, and holds everything."""
        if self.copy is None:
            return None
        self.copy.choose_folder(Path(folder) if folder else None)
        self.copy.catch_up()
        return self.copy.health()

    def held_back(self, desk: Desk) -> list[Entry]:
        """The other branch of a copied disk's chain: verified and kept, but not told."""
        from sync.store import SyncStore

        return SyncStore(desk.database).held_back()

    def write_stick(self, desk: Desk, path: str) -> None:
        """Everything that the court has not acknowledged lies on the stick, encrypted to the court."""
        from sync.bundle import export_bundle

        export_bundle(desk, Path(path))

    def read_stick(self, desk: Desk, path: str) -> None:
        """What the court answered on the stick is in the journal."""
        from sync.bundle import import_answer

        import_answer(desk, Path(path))

    def install_pack(self, desk: Desk, source: str) -> str:
        """The court's own templates are in this profile, if the court of this laptop signed them; gives their title."""
        from app.documents.packs import install_pack
        from sync.store import SyncStore

        desk.require_role("administrator", "judge", "president", "division_chief")
        return install_pack(desk, Path(source), SyncStore(desk.database).home().court_device).title

    def read_ticket(self, path: str) -> Ticket:
        from sync.enrolment import Ticket

        return Ticket.read(Path(path))

    def settle_in(self, ticket: Ticket, chosen: Sequence[tuple[str, str, str]]) -> Settled:
        """The profile is there and belongs to the court; officers by id, with passphrase and PIN."""
        from sync.newcomer import Choice, settle_in

        return settle_in(self.profile, ticket, [Choice(*one) for one in chosen], self.clock, os.urandom)

    def extend_lease(self, desk: Desk, code: str, second: str, pin: str) -> int:
        """The lease is longer by what the court's code says; gives the days left. The second officer's PIN confirms."""
        from app.keys.lease import extend_lease

        self._open().confirm_pin(pin, second)
        return extend_lease(desk.database, self.clock, code, (desk.officer.id, second)).days_left

    def _signing(self, desk: Desk, pins: dict[str, str]) -> SessionKeys:
        from app.cases.court import read_court
        from app.documents.fonts import FontSet
        from app.signing.session_keys import SessionKeys

        return SessionKeys(
            self._open(), read_court(desk.database), FontSet.find(), lambda officer: pins.get(officer, ""), os.urandom
        )

    def _open(self) -> Session:
        if self.session is None:
            raise RuntimeError("nobody is signed in")
        return self.session


def _entries() -> list[PageEntry]:
    from ui.pages import entries

    return entries()


def _asked_of(module: str, name: str) -> Callable[..., Any]:
    """The function of that name, whose module is imported when it is first asked for."""
    return lambda *arguments: getattr(import_module(module), name)(*arguments)


def _page_image(pdf: bytes, page: int, width: int) -> PageImage:
    from app.documents.preview import page_image

    return page_image(pdf, page, width)


def connections_of(place: Workplace, preferences: Preferences) -> Connections:
    """What the window needs, as callables."""
    return Connections(
        officers=place.people,
        sign_in=place.sign_in,
        sign_out=place.sign_out,
        confirm_pin=place.confirm_pin,
        clock=place.clock,
        practice=place.practice,
        page_image=_page_image,
        run_sync=place.run_sync,
        held_back=place.held_back,
        still_here=_asked_of("sync.receipts", "still_here"),
        bundles={"export": place.write_stick, "import": place.read_stick},
        preferences=preferences.read(),
        keep_preferences=preferences.keep,
        keys={
            "join": place.join,
            "refill": place.refill,
            "act_as": place.act_as,
            "signed_in": place.signed_in,
            "has_pin": place.has_pin,
            "set_pin": place.set_pin,
            "change_passphrase": place.change_passphrase,
            "copy_health": place.copy_health,
            "copy_to": place.copy_to,
            "install_pack": place.install_pack,
            "purgeable": _asked_of("sync.purge", "purgeable"),
            "purge": place.purge,
            "copy_anew": place.copy_anew,
            "bring_back": place.bring_back,
            "extend_lease": place.extend_lease,
            "ticket_for": _asked_of("sync.newcomer", "ticket_for"),
            "read_ticket": place.read_ticket,
            "welcomed": _asked_of("sync.newcomer", "welcomed"),
            "settle_in": place.settle_in,
            "key": place.sign_by_key,
            "pen": place.sign_by_hand,
            "thumb": place.press_thumb,
            "practice_thumb": place.press_practice_thumb,
            "seal": place.put_seal,
            "seal_holders": place.seal_holders,
        },
    )


class Desktop:
    """The application with its one window, made anew when the language changes."""

    def __init__(self, application: QApplication, connections: Connections) -> None:
        self.application = application
        self.connections = connections
        self.jobs = Jobs()
        self.language = Language()
        self.font: QFont = load_fonts()
        self.window = self._open(str(connections.preferences.get("language", "zh")))

    def show(self, language: str) -> None:
        """The window is there in that language; a desk that was open is closed first."""
        self.window.sign_out()
        self.window.close()
        self.window.deleteLater()
        chosen = self.connections.preferences
        chosen["language"] = language
        if self.connections.keep_preferences is not None:
            self.connections.keep_preferences(chosen)
        self.window = self._open(language)

    def _open(self, language: str) -> Window:
        self.language.use(language)
        self.look()
        office = Office(self.jobs, self.connections)
        window = Window(office, _entries)
        office.setParent(window)
        window.language_wanted.connect(self.show)
        window.look_wanted.connect(self.look)
        window.at_work.connect(self._get_papers_in_a_pause)
        window.show()
        return window

    def get_ahead(self) -> None:
        """What signing in will want is being read in, and then made, while the officer types the passphrase."""
        self.jobs.aside(_read_in, done=lambda _read: self.window.get_ahead())

    def _get_papers_in_a_pause(self) -> None:
        from ui.shell.idle import Idle

        pause = Idle(PAPERS_AFTER_MS, self.window)
        pause.over.connect(pause.stop)
        pause.over.connect(self.get_papers_ahead)
        # On a busy machine a page may need longer to open, and its first sentence is typed right after.
        self.jobs.busy.connect(pause.touch)
        pause.start()

    def get_papers_ahead(self) -> None:
        """Fonts, and all that sets and draws a paper, are being read in, so that the first one waits for none of it.

        What this machine lacks for it is said when a paper is wanted.
        """
        self.jobs.aside(_draw_trial_page, refused=lambda _refusal: None)

    def look(self) -> None:
        """The look is what the preferences say."""
        chosen = self.connections.preferences
        apply_theme(
            self.application,
            self.font,
            scale=float(chosen.get("scale", 1.0)),
            high_contrast=bool(chosen.get("high_contrast", False)),
        )


def open_window(profile: Path, arguments: Sequence[str] = ()) -> int:
    """Runs until the window is closed; gives the exit code."""
    # The style is an argument of Qt's own: asked for by a call it costs 15 ms before the first paint.
    application = QApplication.instance() or QApplication([sys.argv[0], "-style", "fusion", *arguments])
    assert isinstance(application, QApplication)
    application.setApplicationName("xunhui")
    place = Workplace(profile, SystemClock())
    desktop = Desktop(application, connections_of(place, Preferences(preferences_path())))

    watch_uncaught(lambda reason: desktop.window.crash(reason))
    ahead = QTimer(application)
    ahead.setSingleShot(True)
    ahead.setInterval(AHEAD_AFTER_MS)
    ahead.timeout.connect(desktop.get_ahead)
    ahead.start()
    code = application.exec()
    desktop.jobs.close_desk(place.sign_out)
    desktop.jobs.stop()
    return code


def _draw_trial_page() -> None:
    from app.documents.fonts import FontSet
    from app.documents.preview import page_image
    from app.documents.samples import trial_page

    page_image(trial_page(fonts=FontSet.find()).pdf, 0, width=100)


def _read_in() -> None:
    for module in LATER:
        import_module(module)
