"""What every page shares: the jobs, the chosen case, who sits at the desk, ways to tell something."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.errors import Refusal
from ui.i18n import tr
from ui.jobs import Jobs
from ui.widgets.saved import SavedState

if TYPE_CHECKING:
    from app.desk import Desk
    from app.documents.preview import PageImage
    from app.journal.entry import Entry

CaseRow = dict[str, Any]
KEYS_GONE = ("pin_tries_spent", "session_locked")
LEADS = {"lease_over": "settings/away"}
"""Refusals that are put right on another page; a blank that is missing names its own ``screen``."""


@dataclass(frozen=True)
class Person:
    """An officer as the window shows them."""

    id: str
    name: str
    role: str


@dataclass
class Connections:
    """The callables that ``ui/main.py`` hands in; those that take ``desk`` first run on the desk's thread."""

    officers: Callable[[], list[Person]]
    sign_in: Callable[[str, str], Any]
    sign_out: Callable[[Any], None]
    confirm_pin: Callable[[Any, str], None]
    clock: Clock
    practice: bool = False
    page_image: Callable[[bytes, int, int], PageImage] | None = None
    run_sync: Callable[..., Any] | None = None
    held_back: Callable[[Any], list[Entry]] | None = None
    still_here: Callable[[Any], Any] | None = None
    bundles: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    keys: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    preferences: dict[str, Any] = field(default_factory=dict)
    keep_preferences: Callable[[dict[str, Any]], None] | None = None


def row_of(desk: Desk, case: str) -> CaseRow | None:
    """The case as lists show it."""
    from app.cases.store import list_named

    return next(iter(list_named(desk.database, [case])), None)


class Office(QObject):
    """The one thing a page is given."""

    case_changed = Signal()
    work_changed = Signal()
    """Something was recorded; pages that are looked at read again."""
    asked_to_go = Signal(str)
    told = Signal(str, str, str, str)
    """What is the matter, the next step, the kind of notice, and where the next step is taken (or nothing)."""
    leaving = Signal()
    """The window is locked or closed: what is typed goes to the disk now."""
    notice_cleared = Signal()
    officer_changed = Signal()
    keys_gone = Signal(str, str)
    """The keys have left the memory: only a passphrase helps."""
    language_wanted = Signal(str)
    look_wanted = Signal()

    def __init__(self, jobs: Jobs, connections: Connections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.connections = connections
        self.case: CaseRow | None = None
        self.on_shelf = False
        self.officer = Person("", "", "")
        self.officers: list[Person] = []
        self.court: dict[str, Any] = {}
        self.hold_case: Callable[[], str] = lambda: ""
        self._under_way: list[tuple[Any, ...]] = []

    @cached_property
    def saved(self) -> SavedState:
        """Says whether the last word is safe; the work screen shows it."""
        return SavedState()

    def now(self) -> datetime.datetime:
        return self.connections.clock.now()

    def seat(self, officer: Person) -> None:
        """Another officer is at the desk."""
        self.officer = officer
        self.officer_changed.emit()
        self.work_changed.emit()

    def choose_case(self, row: CaseRow | None, *, shelf: bool = False) -> None:
        """Every page works on this case from now on, unless a sitting is open and holds it."""
        held, leaves = self.hold_case(), shelf or row is not None
        if held and leaves and (row or {}).get("id") != held:
            self.tell(tr("庭审还开着，不能换案件。"), tr("先在“庭审”页休庭或闭庭，再换案件。"), kind="warn")
            return
        self.case, self.on_shelf = row, shelf
        self.case_changed.emit()

    def close(self) -> None:
        """Nobody is at the desk: no case is chosen, no act is waited for, the keys leave the memory."""
        self.case, self.on_shelf = None, False
        self._under_way = []
        self.case_changed.emit()
        self.jobs.close_desk(self.connections.sign_out)

    @property
    def case_id(self) -> str:
        return str(self.case["id"]) if self.case else ""

    def choose_shelf(self) -> None:
        """Papers that belong to no case are worked on from now on, on the pages that can; the others have no case."""
        self.choose_case(None, shelf=True)

    @property
    def dossier(self) -> str:
        """Whose papers are worked on: the chosen case's, or ``court`` for those of no case; "" where neither is."""
        from app.journal.entry import COURT

        return COURT if self.on_shelf else self.case_id

    def refresh_case(self) -> None:
        """The chosen case is shown as it now stands."""
        case = self.case_id
        if case:
            self.read(row_of, case, done=lambda row: self.choose_case(row) if self.case_id == case else None)

    def go(self, page: str) -> None:
        """The page of that name is shown; ``circuit/leaving`` is one part of a page."""
        self.asked_to_go.emit(page)

    def tell(self, what: str, next_step: str = "", *, kind: str = "info", go: str = "") -> None:
        """Says something above the page; kinds: info, good, warn, problem. ``go`` names where that step is taken."""
        self.told.emit(what, next_step, kind, go)

    def refuse(self, refusal: Refusal) -> None:
        """Says why not, and what to do next."""
        from ui.refusals import sentence_of

        sentence = sentence_of(refusal)
        if refusal.code in KEYS_GONE:
            self.keys_gone.emit(sentence.what, sentence.next_step)
        else:
            lead = LEADS.get(refusal.code) or str(refusal.details.get("screen") or "")
            self.tell(sentence.what, sentence.next_step, kind="problem", go=lead)

    def recorded(self) -> None:
        """An act was written: the saved-state says so, and pages read again."""
        self.saved.saved(self.now())
        self.work_changed.emit()

    def act(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Runs an officer's act; when it is written the window says so, then ``done`` goes on.

        The same act is not begun again before it is answered: a button is pressed twice, a key is held down.
        """
        begun = (function, *arguments)
        if begun in self._under_way:
            return
        self._under_way.append(begun)

        def written(value: Any) -> None:
            self._under_way.remove(begun)
            self.notice_cleared.emit()
            self.recorded()
            if done is not None:
                done(value)

        def not_written(refusal: Refusal) -> None:
            self._under_way.remove(begun)
            if refused is not None:
                refused(refusal)
            else:
                self.refuse(refusal)

        def failed(reason: BaseException) -> None:
            self._under_way.remove(begun)
            self.jobs.failed_by_default.emit(reason)

        self.jobs.call(function, *arguments, done=written, refused=not_written, failed=failed)

    def read(self, function: Callable[..., Any], *arguments: Any, done: Callable[[Any], None]) -> None:
        """Runs a query; a refusal is told, nothing is written."""
        self.jobs.call(function, *arguments, done=done, refused=self.refuse)

    def page_image(self, pdf: bytes, page: int, width: int, deliver: Callable[[PageImage], None]) -> None:
        """Asks for the picture of a page, made off the GUI thread."""
        if self.connections.page_image is not None:
            self.jobs.aside(self.connections.page_image, pdf, page, width, done=deliver)
